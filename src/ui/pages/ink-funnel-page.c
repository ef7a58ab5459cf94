/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/pages/ink-funnel-page.h"

#include "plot/ink-numbers.h"
#include "ui/compat/ink-compat-editable.h"
#include "ui/compat/ink-compat-name.h"
#include "ui/pages/ink-funnel-cards.h"
#include "ui/pages/ink-funnel-editors.h"
#include "ui/pages/ink-funnel-people.h"
#include "ui/pages/ink-funnel-questions.h"
#include "ui/widgets/ink-adaptive-box.h"
#include "ui/widgets/ink-empty-state.h"
#include "ui/widgets/ink-later.h"
#include "ui/widgets/ink-live-bin.h"
#include "ui/widgets/ink-page-column.h"
#include "ui/widgets/ink-wrap-box.h"

#include <glib/gi18n-lib.h>

struct _InkFunnelPage
{
  InkPage parent_instance;

  GtkWidget *content;
  GtkEditableLabel *name;
  GtkMenuButton *menu_button;
  InkStepStrip *steps;
  InkLiveBin *bin;
  InkChartView *chart;
  GtkLabel *rule;
  GtkWidget *groups_card;
  InkChartView *groups;
  GtkWidget *trend_card;
  InkLiveBin *trend_bin;
  InkChartView *trend;
  InkLeakCard *leak;
  InkFunnelSettings *settings;
  GtkWidget *times_card;
  InkChartView *times;

  InkDocument *document;   /* nullable: tests of templates; all below, too */
  InkFunnelChoice *choice; /* the funnel that is shown */
  InkFunnelEditors *editors;
  InkFunnelQuestions *questions;
};

enum
{
  PROP_0,
  PROP_SHOWN,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (InkFunnelPage, ink_funnel_page, INK_TYPE_PAGE)

static InkFunnel *
get_funnel (InkFunnelPage *self)
{
  return ink_funnel_choice_get_funnel (self->choice);
}

/* ---- The answer ---- */

static InkFunnelCards
get_cards (InkFunnelPage *self)
{
  return (InkFunnelCards){ .view = ink_page_get_view (INK_PAGE (self)),
                           .bars = self->chart,
                           .rule = self->rule,
                           .groups_card = self->groups_card,
                           .groups = self->groups,
                           .trend_card = self->trend_card,
                           .trend = self->trend,
                           .times_card = self->times_card,
                           .times = self->times,
                           .leak = self->leak };
}

static void
show_subtitle (InkFunnelPage *self,
               const InkFunnel *funnel,
               InkAnswer *answer)
{
  InkTable *table = ink_answer_get_table (answer, "steps");
  InkNumbers numbers = ink_numbers_for_locale ();
  double people = ink_table_get_number (
      table, (guint) ink_table_find_column (table, "people"), 0);
  g_autofree char *count = ink_numbers_count (&numbers, people);
  /* Translators: a funnel's name, then how many took its first step. */
  g_autofree char *subtitle = g_strdup_printf (_ ("%s · %s entered"), funnel->name, count);

  ink_page_set_subtitle (INK_PAGE (self), subtitle);
}

static void
answered_cb (InkLiveBin *bin,
             InkAnswer *answer,
             InkFunnelPage *self)
{
  InkFunnelCards cards = get_cards (self);
  InkFunnel *funnel = get_funnel (self);

  ink_funnel_questions_set_shown (self->questions, answer);
  ink_funnel_cards_show (&cards, funnel, answer);
  show_subtitle (self, funnel, answer);
}

static void
drawn_cb (InkLiveBin *bin,
          double milliseconds,
          InkFunnelPage *self)
{
  InkFunnelCards cards = get_cards (self);
  InkFunnel *funnel = get_funnel (self);
  InkAnswer *answer = ink_funnel_questions_get_shown (self->questions);
  g_autofree char *slide = NULL;

  if (answer == NULL || funnel == NULL)
    return;
  ink_funnel_cards_show_rest (&cards, funnel, answer);
  slide = ink_funnel_cards_offer_slides (&cards, funnel);
  ink_page_set_slide (INK_PAGE (self), slide);
  ink_funnel_questions_hold_lesser (self->questions, FALSE);
}

static gboolean
kept_cb (InkLiveBin *bin,
         InkAnswer *kept,
         InkFunnelPage *self)
{
  InkFunnelCards cards = get_cards (self);
  InkFunnel *funnel = get_funnel (self);
  InkTable *steps = ink_answer_get_table (kept, "steps");

  if (funnel == NULL || steps == NULL || !ink_funnel_steps_are_sound (steps))
    return FALSE;
  ink_funnel_cards_show_kept (&cards, funnel, kept);
  show_subtitle (self, funnel, kept);

  return TRUE;
}

static void
personas_changed_cb (InkFunnelPage *self)
{
  InkLive *personas = ink_funnel_questions_get_personas (self->questions);

  if (ink_live_get_state (personas) == INK_LIVE_IDLE
      && ink_funnel_questions_get_shown (self->questions) != NULL)
    ink_leak_card_set_personas (self->leak, ink_live_get_answer (personas));
}

static void
trend_answered_cb (InkLiveBin *bin,
                   InkAnswer *answer,
                   InkFunnelPage *self)
{
  InkFunnelCards cards = get_cards (self);

  ink_funnel_cards_show_trend (&cards, get_funnel (self), answer,
                               ink_funnel_questions_get_period (self->questions));
}

/* Where nothing is asked, or it cannot be answered, there is nothing to say beside it either. */
static void
state_changed_cb (InkFunnelPage *self)
{
  InkFunnelCards cards = get_cards (self);
  InkLive *live = ink_funnel_questions_get_funnel (self->questions);
  InkLiveState state = ink_live_get_state (live);
  gboolean answered = ink_live_get_answer (live) != NULL;

  /* They go on once it is drawn. */
  ink_funnel_questions_hold_lesser (self->questions, answered);
  if (answered || (state != INK_LIVE_IDLE && state != INK_LIVE_FAILED))
    return;
  ink_page_set_slide (INK_PAGE (self), NULL);
  ink_funnel_questions_set_shown (self->questions, NULL);
  ink_funnel_cards_hide_rest (&cards);
  ink_page_set_subtitle (INK_PAGE (self), NULL);
}

static void
dimmed_cb (InkLiveBin *bin,
           GParamSpec *pspec,
           InkFunnelPage *self)
{
  InkFunnelCards cards = get_cards (self);
  gboolean dimmed;

  g_object_get (bin, "dimmed", &dimmed, NULL);
  ink_funnel_cards_dim_rest (&cards, dimmed);
}

/* ---- The people behind a number ---- */

static void
people_cb (GtkWidget *widget,
           guint step,
           InkFunnelPage *self)
{
  InkFunnel *funnel = get_funnel (self);
  InkAnswer *answer = ink_funnel_questions_get_shown (self->questions);

  if (answer != NULL && funnel != NULL)
    ink_funnel_show_people (GTK_WIDGET (self), ink_page_get_view (INK_PAGE (self)), funnel,
                            ink_answer_get_funnel (answer), step);
}

static void
chart_activated_cb (InkChartView *chart,
                    guint datum,
                    InkFunnelPage *self)
{
  people_cb (GTK_WIDGET (chart), datum + 1, self);
}

/* ---- The editors ---- */

static void
show_funnel (InkFunnelPage *self)
{
  InkDefinition *definition = ink_document_get_definition (self->document);
  gboolean has_steps = ink_funnel_editors_fill (self->editors)->n_steps > 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "funnel.duplicate", has_steps);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "funnel.remove",
                                 has_steps || definition->funnels[0] != NULL);
}

static void
ask_again (InkFunnelPage *self)
{
  ink_live_refresh (ink_funnel_questions_get_funnel (self->questions));
}

/* What is gone can come back, from where the eye is. */
static void
say_removed (InkFunnelPage *self,
             const char *sentence)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.say-removed", "s", sentence);
}

static void
edited_cb (GtkWidget *editor,
           InkFunnel *funnel,
           const char *label,
           const char *field,
           InkFunnelPage *self)
{
  guint before = get_funnel (self)->n_steps;

  if (!ink_funnel_choice_keep (self->choice, funnel, label, field))
    show_funnel (self);
  ask_again (self);
  if (funnel->n_steps < before)
    say_removed (self, _ ("Step removed"));
}

static void
renamed_cb (GtkEditableLabel *name,
            GParamSpec *pspec,
            InkFunnelPage *self)
{
  if (self->document == NULL || gtk_editable_label_get_editing (name)
      || ink_funnel_editors_are_filling (self->editors))
    return;
  if (!ink_funnel_choice_rename (self->choice, gtk_editable_get_text (GTK_EDITABLE (name))))
    show_funnel (self);
  ask_again (self);
}

static void
new_action (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  InkFunnelPage *self = INK_FUNNEL_PAGE (widget);

  ink_funnel_choice_begin (self->choice);
  show_funnel (self);
  ask_again (self);
}

static void
duplicate_action (GtkWidget *widget,
                  const char *name,
                  GVariant *parameter)
{
  InkFunnelPage *self = INK_FUNNEL_PAGE (widget);

  ink_funnel_choice_duplicate (self->choice);
  ask_again (self);
}

static void
remove_action (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  InkFunnelPage *self = INK_FUNNEL_PAGE (widget);
  g_autofree char *sentence = ink_funnel_choice_remove (self->choice);

  if (sentence == NULL)
    show_funnel (self);
  ask_again (self);
  if (sentence != NULL)
    say_removed (self, sentence);
}

static void
shown_cb (InkFunnelPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SHOWN]);
}

/* ---- The page ---- */

static void
ink_funnel_page_filter_changed (InkPage *page)
{
  ask_again (INK_FUNNEL_PAGE (page));
}

/* What tells the page something new must not while it goes. */
static void
stop_listening (InkFunnelPage *self)
{
  gpointer told_by[] = { self->document, self->choice,
                         ink_funnel_questions_get_funnel (self->questions),
                         ink_funnel_questions_get_personas (self->questions) };

  for (guint i = 0; i < G_N_ELEMENTS (told_by); i++)
    g_signal_handlers_disconnect_by_data (told_by[i], self);
}

static void
make_editors (InkFunnelPage *self)
{
  InkView *view = ink_page_get_view (INK_PAGE (self));

  self->editors = ink_funnel_editors_new (&(InkFunnelEditorWidgets){ .name = self->name,
                                                                     .menu = self->menu_button,
                                                                     .steps = self->steps,
                                                                     .settings = self->settings },
                                          self->document, self->choice);
  ink_step_strip_set_view (self->steps, view);
  ink_funnel_settings_set_view (self->settings, view);
}

static void
ask (InkFunnelPage *self)
{
  InkLive *funnel, *personas;

  self->questions = ink_funnel_questions_new (ink_page_get_view (INK_PAGE (self)), self->choice);
  funnel = ink_funnel_questions_get_funnel (self->questions);
  personas = ink_funnel_questions_get_personas (self->questions);
  g_signal_connect_swapped (funnel, "notify::state", G_CALLBACK (state_changed_cb), self);
  g_signal_connect_swapped (personas, "notify::state", G_CALLBACK (personas_changed_cb), self);
  g_signal_connect_swapped (personas, "notify::answer", G_CALLBACK (personas_changed_cb), self);
  ink_live_bin_set_live (self->bin, funnel);
  ink_live_bin_set_live (self->trend_bin, ink_funnel_questions_get_trend (self->questions));
}

static void
ink_funnel_page_constructed (GObject *object)
{
  InkFunnelPage *self = INK_FUNNEL_PAGE (object);
  InkDocument *document = ink_page_get_document (INK_PAGE (self));

  G_OBJECT_CLASS (ink_funnel_page_parent_class)->constructed (object);

  if (document == NULL)
    return;
  self->document = g_object_ref (document);
  self->choice = ink_funnel_choice_new (document);
  make_editors (self);
  g_signal_connect_swapped (self->choice, "notify::id", G_CALLBACK (shown_cb), self);
  ask (self);
  g_signal_connect_swapped (document, "notify::definition", G_CALLBACK (show_funnel),
                            self);
  g_signal_connect_swapped (document, "notify::store", G_CALLBACK (show_funnel), self);
  show_funnel (self);
}

static void
ink_funnel_page_set_property (GObject *object,
                              guint id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  InkFunnelPage *self = INK_FUNNEL_PAGE (object);

  switch (id)
    {
    case PROP_SHOWN:
      if (self->document == NULL)
        return;
      ink_funnel_choice_set_id (self->choice, g_value_get_string (value));
      show_funnel (self);
      ask_again (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ink_funnel_page_get_property (GObject *object,
                              guint id,
                              GValue *value,
                              GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SHOWN:
      if (INK_FUNNEL_PAGE (object)->choice != NULL)
        g_value_set_string (value,
                            ink_funnel_choice_get_id (INK_FUNNEL_PAGE (object)->choice));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ink_funnel_page_dispose (GObject *object)
{
  InkFunnelPage *self = INK_FUNNEL_PAGE (object);

  if (self->document != NULL)
    stop_listening (self);
  if (self->content != NULL)
    ink_compat_let_go (self->name);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->questions, ink_funnel_questions_free);
  g_clear_pointer (&self->editors, ink_funnel_editors_free);
  g_clear_object (&self->choice);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (ink_funnel_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               INK_RESOURCE_BASE "/pages/ink-funnel-page.ui");
  gtk_widget_class_bind_template_child (widget_class, InkFunnelPage, content);
  gtk_widget_class_bind_template_child (widget_class, InkFunnelPage, name);
  gtk_widget_class_bind_template_child (widget_class, InkFunnelPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, InkFunnelPage, steps);
  gtk_widget_class_bind_template_child (widget_class, InkFunnelPage, bin);
  gtk_widget_class_bind_template_child (widget_class, InkFunnelPage, chart);
  gtk_widget_class_bind_template_child (widget_class, InkFunnelPage, rule);
  gtk_widget_class_bind_template_child (widget_class, InkFunnelPage, groups_card);
  gtk_widget_class_bind_template_child (widget_class, InkFunnelPage, groups);
  gtk_widget_class_bind_template_child (widget_class, InkFunnelPage, trend_card);
  gtk_widget_class_bind_template_child (widget_class, InkFunnelPage, trend_bin);
  gtk_widget_class_bind_template_child (widget_class, InkFunnelPage, trend);
  gtk_widget_class_bind_template_child (widget_class, InkFunnelPage, leak);
  gtk_widget_class_bind_template_child (widget_class, InkFunnelPage, settings);
  gtk_widget_class_bind_template_child (widget_class, InkFunnelPage, times_card);
  gtk_widget_class_bind_template_child (widget_class, InkFunnelPage, times);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, renamed_cb);
  gtk_widget_class_bind_template_callback (widget_class, answered_cb);
  gtk_widget_class_bind_template_callback (widget_class, kept_cb);
  gtk_widget_class_bind_template_callback (widget_class, trend_answered_cb);
  gtk_widget_class_bind_template_callback (widget_class, drawn_cb);
  gtk_widget_class_bind_template_callback (widget_class, dimmed_cb);
  gtk_widget_class_bind_template_callback (widget_class, chart_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, people_cb);
}

static void
ink_funnel_page_class_init (InkFunnelPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = ink_funnel_page_constructed;
  object_class->set_property = ink_funnel_page_set_property;
  object_class->get_property = ink_funnel_page_get_property;
  object_class->dispose = ink_funnel_page_dispose;
  INK_PAGE_CLASS (klass)->filter_changed = ink_funnel_page_filter_changed;
  g_type_ensure (INK_TYPE_ADAPTIVE_BOX);
  g_type_ensure (INK_TYPE_EMPTY_STATE);
  g_type_ensure (INK_TYPE_CHART_VIEW);
  g_type_ensure (INK_TYPE_FUNNEL_SETTINGS);
  g_type_ensure (INK_TYPE_LEAK_CARD);
  g_type_ensure (INK_TYPE_LATER);
  g_type_ensure (INK_TYPE_LIVE_BIN);
  g_type_ensure (INK_TYPE_PAGE_COLUMN);
  g_type_ensure (INK_TYPE_STEP_STRIP);
  g_type_ensure (INK_TYPE_WRAP_BOX);

  props[PROP_SHOWN]
      = g_param_spec_string ("shown", NULL, NULL, NULL,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_install_property_action (widget_class, "funnel.show", "shown");
  gtk_widget_class_install_action (widget_class, "funnel.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "funnel.duplicate", NULL, duplicate_action);
  gtk_widget_class_install_action (widget_class, "funnel.remove", NULL, remove_action);
  bind_template (widget_class);
}

static void
ink_funnel_page_init (InkFunnelPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ink_compat_name_menus (GTK_WIDGET (self));
  ink_compat_let_cut (self->name);
}
