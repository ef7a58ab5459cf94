/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/pages/ink-funnel-page.h"

#include "analysis/ink-trend-query.h"
#include "document/ink-live.h"
#include "plot/ink-numbers.h"
#include "ui/compat/ink-compat-editable.h"
#include "ui/compat/ink-compat-name.h"
#include "ui/dialogs/ink-people-dialog.h"
#include "ui/pages/ink-funnel-choice.h"
#include "ui/widgets/ink-adaptive-box.h"
#include "ui/widgets/ink-chart-view.h"
#include "ui/widgets/ink-empty-state.h"
#include "ui/widgets/ink-funnel-settings.h"
#include "ui/widgets/ink-leak-card.h"
#include "ui/widgets/ink-live-bin.h"
#include "ui/widgets/ink-step-strip.h"
#include "ui/widgets/ink-wrap-box.h"

#include <glib/gi18n-lib.h>

#define DIMMED 0.5
/* Less than a frame: what takes no longer is shown without a frame of old numbers in between. */
#define PATIENCE_MILLISECONDS 12

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

  InkDocument *document;
  InkLive *live;
  InkLive *persona_live; /* the same funnel by personas, for the leak */
  InkLive *trend_live;
  InkAnswer *answer;     /* that is shown */
  InkPeriod trend_period;
  InkFunnelChoice *choice; /* the funnel that is shown */
  InkDefinition *choice_of; /* whose names the editors offer, with the store's */
  InkEventStore *choice_from;
  gboolean filling;
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

/* ---- The questions ---- */

static InkQuery *
build_query (InkDocument *document,
             gpointer data,
             GError **error)
{
  InkFunnelPage *self = data;
  InkFunnel *funnel = get_funnel (self);
  InkFilter filter = ink_view_get_filter (ink_page_get_view (INK_PAGE (self)));

  if (funnel == NULL || funnel->n_steps == 0)
    return NULL;

  return ink_funnel_query_new (ink_document_get_definition (document), funnel, &filter);
}

/* What a filter leaves is not kept: a project opens without one. */
static char *
name_question (InkDocument *document,
               gpointer data)
{
  InkFunnelPage *self = data;
  InkFilter filter = ink_view_get_filter (ink_page_get_view (INK_PAGE (self)));
  InkFunnel *funnel = get_funnel (self);

  if (funnel == NULL || filter.persona != NULL || filter.from != INK_TIME_NONE
      || filter.to != INK_TIME_NONE)
    return NULL;

  return g_strdup_printf ("funnel/%s", funnel->id);
}

/* Asked once the funnel's own answer is drawn, and by its people only: other groups would count
 * them several times. */
static InkQuery *
build_personas (InkDocument *document,
                gpointer data,
                GError **error)
{
  InkFunnelPage *self = data;
  InkDefinition *definition = ink_document_get_definition (document);
  InkFunnel *funnel = get_funnel (self);
  InkFilter filter = ink_view_get_filter (ink_page_get_view (INK_PAGE (self)));
  g_autoptr (InkFunnel) compared = NULL;

  if (self->answer == NULL || funnel == NULL || funnel->n_steps < 2
      || definition->personas[0] == NULL || filter.persona != NULL
      || funnel->count != INK_COUNT_PEOPLE)
    return NULL;
  if (funnel->compare == INK_COMPARE_PERSONA)
    compared = ink_funnel_ref (funnel);
  else
    compared = ink_funnel_copy_with_compare (funnel, INK_COMPARE_PERSONA, NULL, INK_TAKE_FIRST, 0,
                                             0);

  return ink_funnel_query_new (definition, compared, &filter);
}

static InkQuery *
build_trend (InkDocument *document,
             gpointer data,
             GError **error)
{
  InkFunnelPage *self = data;
  InkEventStore *store = ink_document_get_store (document);
  gint64 from, to;

  if (self->answer == NULL)
    return NULL;
  ink_view_get_period (ink_page_get_view (INK_PAGE (self)), &from, &to);
  self->trend_period = ink_trend_query_get_period (
      from != INK_TIME_NONE ? from : ink_event_store_get_first (store),
      to != INK_TIME_NONE ? to : ink_event_store_get_last (store));

  return ink_trend_query_new (ink_answer_get_funnel (self->answer), self->trend_period);
}

/* ---- The answer ---- */

static char *
name_comparison (const InkFunnel *funnel)
{
  g_autofree char *properties
      = funnel->compare_properties != NULL ? g_strjoinv (", ", funnel->compare_properties) : NULL;

  switch (funnel->compare)
    {
    case INK_COMPARE_PERSONA:
      return g_strdup (_ ("By persona"));
    case INK_COMPARE_PERIOD:
      return g_strdup (_ ("This period and the one before"));
    case INK_COMPARE_PERSON:
    case INK_COMPARE_PROPERTY:
    case INK_COMPARE_NONE:
    default:
      /* Translators: the name of a property, such as channel. */
      return g_strdup_printf (_ ("By %s"), properties != NULL ? properties : "");
    }
}

static InkChartOptions
make_options (InkFunnelPage *self,
              const InkFunnel *funnel,
              const char *rule,
              GTimeZone *zone)
{
  return (InkChartOptions){ .title = funnel->name,
                            .rule = rule,
                            .zone = zone,
                            .count = funnel->count,
                            .period = self->trend_period };
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

/* What is shown may go into the report, as it is seen now. */
static void
offer_slides (InkFunnelPage *self,
              const InkFunnel *funnel)
{
  InkView *view = ink_page_get_view (INK_PAGE (self));
  const struct
  {
    InkChartView *chart;
    const char *kind;
  } charts[] = { { self->chart, "funnel" },
                 { self->groups, "groups" },
                 { self->times, "histogram" },
                 { self->trend, "trend" } };

  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      g_autofree char *json = ink_view_make_slide (view, charts[i].kind, funnel->name, FALSE);

      ink_chart_view_set_slide (charts[i].chart, json);
      if (i == 0)
        ink_page_set_slide (INK_PAGE (self), json);
    }
}

static void
hold_others (InkFunnelPage *self,
             gboolean held)
{
  ink_live_set_held (self->persona_live, held);
  ink_live_set_held (self->trend_live, held);
}

static void
answered_cb (InkLiveBin *bin,
             InkAnswer *answer,
             InkFunnelPage *self)
{
  InkDefinition *definition = ink_document_get_definition (self->document);
  InkFunnel *funnel = get_funnel (self);
  g_autofree char *words = ink_funnel_to_words (funnel);
  g_autofree char *comparison = name_comparison (funnel);
  g_autoptr (GTimeZone) zone = ink_definition_get_zone (definition);
  InkChartOptions options = make_options (self, funnel, words, zone);

  g_clear_pointer (&self->answer, ink_answer_unref);
  self->answer = ink_answer_ref (answer);
  g_object_set (self->groups, "heading", comparison, NULL);
  ink_chart_view_set_chart (self->chart, "funnel", answer, &options);
  gtk_widget_set_visible (self->groups_card, funnel->compare != INK_COMPARE_NONE);
  if (funnel->compare != INK_COMPARE_NONE)
    ink_chart_view_set_chart (self->groups, "groups", answer, &options);
  gtk_widget_set_visible (
      self->times_card, ink_funnel_result_get_median (ink_answer_get_funnel (answer)) > 0);
  ink_chart_view_set_chart (self->times, "histogram", answer, &options);
  show_subtitle (self, funnel, answer);
}

/* What only goes with the numbers does not hold up the frame that shows them: words are laid out
 * for longer than charts are drawn, and other questions would take its time. */
static void
drawn_cb (InkLiveBin *bin,
          double milliseconds,
          InkFunnelPage *self)
{
  InkFunnel *funnel = get_funnel (self);
  g_autofree char *words = NULL;

  if (self->answer == NULL || funnel == NULL)
    return;
  words = ink_funnel_to_words (funnel);
  gtk_label_set_label (self->rule, words);
  ink_leak_card_set_answer (self->leak, self->answer);
  gtk_widget_set_visible (GTK_WIDGET (self->leak), funnel->n_steps > 1);
  gtk_widget_set_visible (self->trend_card, funnel->n_steps > 1);
  offer_slides (self, funnel);
  hold_others (self, FALSE);
}

/* The project's last numbers: the bars alone. */
static gboolean
kept_cb (InkLiveBin *bin,
         InkAnswer *kept,
         InkFunnelPage *self)
{
  InkFunnel *funnel = get_funnel (self);
  InkTable *steps = ink_answer_get_table (kept, "steps");
  g_autofree char *words = funnel != NULL ? ink_funnel_to_words (funnel) : NULL;
  g_autoptr (GTimeZone) zone
      = ink_definition_get_zone (ink_document_get_definition (self->document));
  InkChartOptions options;

  if (funnel == NULL || steps == NULL || !ink_funnel_steps_are_sound (steps))
    return FALSE;
  options = make_options (self, funnel, words, zone);
  gtk_label_set_label (self->rule, words);
  ink_chart_view_set_chart (self->chart, "funnel", kept, &options);
  show_subtitle (self, funnel, kept);

  return TRUE;
}

static void
personas_changed_cb (InkFunnelPage *self)
{
  if (ink_live_get_state (self->persona_live) == INK_LIVE_IDLE && self->answer != NULL)
    ink_leak_card_set_personas (self->leak, ink_live_get_answer (self->persona_live));
}

static void
trend_answered_cb (InkLiveBin *bin,
                   InkAnswer *answer,
                   InkFunnelPage *self)
{
  InkFunnel *funnel = get_funnel (self);
  g_autofree char *words = ink_funnel_to_words (funnel);
  g_autoptr (GTimeZone) zone
      = ink_definition_get_zone (ink_document_get_definition (self->document));
  InkChartOptions options = make_options (self, funnel, words, zone);

  ink_chart_view_set_chart (self->trend, "trend", answer, &options);
}

/* Where nothing is asked, or it cannot be answered, there is nothing to say beside it either. */
static void
state_changed_cb (InkFunnelPage *self)
{
  InkLiveState state = ink_live_get_state (self->live);

  /* They go on once it is drawn. */
  hold_others (self, ink_live_get_answer (self->live) != NULL);
  if (ink_live_get_answer (self->live) != NULL
      || (state != INK_LIVE_IDLE && state != INK_LIVE_FAILED))
    return;
  ink_page_set_slide (INK_PAGE (self), NULL);
  g_clear_pointer (&self->answer, ink_answer_unref);
  gtk_widget_set_visible (self->groups_card, FALSE);
  gtk_widget_set_visible (self->times_card, FALSE);
  gtk_widget_set_visible (self->trend_card, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->leak), FALSE);
  ink_page_set_subtitle (INK_PAGE (self), NULL);
}

static void
dimmed_cb (InkLiveBin *bin,
           GParamSpec *pspec,
           InkFunnelPage *self)
{
  GtkWidget *others[] = { self->groups_card, self->times_card, self->trend_card,
                          GTK_WIDGET (self->leak) };
  gboolean dimmed;

  g_object_get (bin, "dimmed", &dimmed, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    gtk_widget_set_opacity (others[i], dimmed ? DIMMED : 1);
}

/* ---- The people behind a number ---- */

static void
people_cb (GtkWidget *widget,
           guint step,
           InkFunnelPage *self)
{
  InkFunnel *funnel = get_funnel (self);
  InkFunnelResult *result;
  g_autoptr (GArray) people = NULL;
  g_autofree char *label = NULL;
  g_autofree char *title = NULL;
  GtkWidget *dialog;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->answer == NULL || funnel == NULL || step < 1 || step > funnel->n_steps)
    return;
  result = ink_answer_get_funnel (self->answer);
  label = ink_step_to_label (&funnel->steps[step - 1]);
  if (step == 1)
    {
      people = ink_funnel_result_people_at (result, step);
      /* Translators: the name of a step. */
      title = g_strdup_printf (_ ("Entered at “%s”"), label);
    }
  else
    {
      people = ink_funnel_result_dropped_before (result, step);
      /* Translators: the name of a step. */
      title = g_strdup_printf (_ ("Stopped before “%s”"), label);
    }
  dialog = ink_people_dialog_new (root != NULL ? GTK_WINDOW (root) : NULL,
                                  ink_page_get_view (INK_PAGE (self)), title, people);
  ink_people_dialog_ask_about (INK_PEOPLE_DIALOG (dialog), INK_EXPLAIN_FUNNEL, funnel->name);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
chart_activated_cb (InkChartView *chart,
                    guint datum,
                    InkFunnelPage *self)
{
  people_cb (GTK_WIDGET (chart), datum + 1, self);
}

/* ---- The editors ---- */

/* Do the editors offer the same names? */
static gboolean
offers_same (InkFunnelPage *self,
             const InkDefinition *definition)
{
  const InkDefinition *old = self->choice_of;
  guint i;

  if (old == NULL || self->choice_from != ink_document_get_store (self->document))
    return FALSE;
  if (old == definition)
    return TRUE;
  for (i = 0; old->goals[i] != NULL && old->goals[i] == definition->goals[i]; i++)
    ;
  if (old->goals[i] != definition->goals[i])
    return FALSE;
  for (i = 0; old->personas[i] != NULL && old->personas[i] == definition->personas[i]; i++)
    ;

  return old->personas[i] == definition->personas[i]
         && g_strv_equal ((const char *const *) old->hidden,
                          (const char *const *) definition->hidden)
         && g_hash_table_size (old->labels) == 0 && g_hash_table_size (definition->labels) == 0;
}

static void
offer_names (InkFunnelPage *self,
             InkDefinition *definition)
{
  InkEventStore *store = ink_document_get_store (self->document);
  const InkSchema *schema = ink_event_store_get_schema (store);

  if (offers_same (self, definition))
    return;
  ink_step_strip_set_choice (self->steps, definition, schema);
  ink_funnel_settings_set_choice (self->settings, definition, schema);
  g_clear_pointer (&self->choice_of, ink_definition_unref);
  g_clear_pointer (&self->choice_from, ink_event_store_unref);
  self->choice_of = ink_definition_ref (definition);
  self->choice_from = ink_event_store_ref (store);
}

static void
show_funnel (InkFunnelPage *self)
{
  InkDefinition *definition = ink_document_get_definition (self->document);
  InkFunnel *funnel = ink_funnel_choice_need_funnel (self->choice);
  g_autoptr (GMenuModel) menu = ink_funnel_choice_make_menu (self->choice);

  self->filling = TRUE;
  /* Setting the same anew would lay it out anew. */
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->name)), funnel->name))
    gtk_editable_set_text (GTK_EDITABLE (self->name), funnel->name);
  if (menu != NULL)
    gtk_menu_button_set_menu_model (self->menu_button, menu);
  offer_names (self, definition);
  ink_step_strip_set_funnel (self->steps, funnel);
  ink_funnel_settings_set_funnel (self->settings, funnel);
  gtk_widget_set_sensitive (GTK_WIDGET (self->settings), funnel->n_steps > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "funnel.duplicate", funnel->n_steps > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "funnel.remove",
                                 funnel->n_steps > 0 || definition->funnels[0] != NULL);
  self->filling = FALSE;
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
  ink_live_refresh (self->live);
  if (funnel->n_steps < before)
    say_removed (self, _ ("Step removed"));
}

static void
renamed_cb (GtkEditableLabel *name,
            GParamSpec *pspec,
            InkFunnelPage *self)
{
  if (gtk_editable_label_get_editing (name) || self->filling || self->document == NULL)
    return;
  if (!ink_funnel_choice_rename (self->choice, gtk_editable_get_text (GTK_EDITABLE (name))))
    show_funnel (self);
  ink_live_refresh (self->live);
}

static void
new_action (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  InkFunnelPage *self = INK_FUNNEL_PAGE (widget);

  ink_funnel_choice_begin (self->choice);
  show_funnel (self);
  ink_live_refresh (self->live);
}

static void
duplicate_action (GtkWidget *widget,
                  const char *name,
                  GVariant *parameter)
{
  InkFunnelPage *self = INK_FUNNEL_PAGE (widget);

  ink_funnel_choice_duplicate (self->choice);
  ink_live_refresh (self->live);
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
  ink_live_refresh (self->live);
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
  ink_live_refresh (INK_FUNNEL_PAGE (page)->live);
}

static void
forget_live (InkFunnelPage *self,
             InkLive **live)
{
  if (*live != NULL)
    g_signal_handlers_disconnect_by_data (*live, self);
  g_clear_object (live);
}

static void
forget_document (InkFunnelPage *self)
{
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  forget_live (self, &self->live);
  forget_live (self, &self->persona_live);
  forget_live (self, &self->trend_live);
  g_clear_object (&self->document);
  g_clear_pointer (&self->answer, ink_answer_unref);
  g_clear_pointer (&self->choice_of, ink_definition_unref);
  g_clear_pointer (&self->choice_from, ink_event_store_unref);
  if (self->choice != NULL)
    g_signal_handlers_disconnect_by_data (self->choice, self);
  g_clear_object (&self->choice);
}

static void
ask (InkFunnelPage *self)
{
  /* A trend is quick to count anew, and remembering it would keep the whole result. */
  g_autoptr (InkEvaluator) forgetful = ink_evaluator_new (0);

  self->live = ink_live_new (self->document, NULL, build_query, self, NULL);
  self->persona_live = ink_live_new (self->document, NULL, build_personas, self, NULL);
  self->trend_live = ink_live_new (self->document, forgetful, build_trend, self, NULL);
  g_signal_connect_swapped (self->live, "notify::state", G_CALLBACK (state_changed_cb), self);
  g_signal_connect_swapped (self->persona_live, "notify::state",
                            G_CALLBACK (personas_changed_cb), self);
  g_signal_connect_swapped (self->persona_live, "notify::answer",
                            G_CALLBACK (personas_changed_cb), self);
  ink_live_set_patience (self->live, PATIENCE_MILLISECONDS);
  ink_live_keep (self->live, name_question);
  ink_live_set_after (self->persona_live, self->live);
  ink_live_set_after (self->trend_live, self->live);
  ink_live_bin_set_live (self->bin, self->live);
  ink_live_bin_set_live (self->trend_bin, self->trend_live);
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
  ink_step_strip_set_view (self->steps, ink_page_get_view (INK_PAGE (self)));
  ink_funnel_settings_set_view (self->settings, ink_page_get_view (INK_PAGE (self)));
  self->choice = ink_funnel_choice_new (document);
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
      ink_live_refresh (self->live);
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

  forget_document (self);
  if (self->content != NULL)
    ink_compat_let_go (self->name);
  g_clear_pointer (&self->content, gtk_widget_unparent);

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
  g_type_ensure (INK_TYPE_LIVE_BIN);
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
