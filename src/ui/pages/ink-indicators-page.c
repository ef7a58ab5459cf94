/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/pages/ink-indicators-page.h"

#include "document/ink-live.h"
#include "plot/ink-numbers.h"
#include "ui/compat/ink-compat-name.h"
#include "ui/dialogs/ink-people-dialog.h"
#include "ui/widgets/ink-adaptive-box.h"
#include "ui/widgets/ink-empty-state.h"
#include "ui/widgets/ink-found-list.h"
#include "ui/widgets/ink-indicator-card.h"
#include "ui/widgets/ink-indicator-views.h"
#include "ui/widgets/ink-later.h"
#include "ui/widgets/ink-live-bin.h"
#include "ui/widgets/ink-name-menu.h"
#include "ui/widgets/ink-page-column.h"
#include "ui/widgets/ink-timeless-view.h"
#include "ui/widgets/ink-warning-list.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#define DIMMED 0.5

struct _InkIndicatorsPage
{
  InkPage parent_instance;

  GtkWidget *content;
  GtkWidget *clamp;
  GtkWidget *heading;
  GtkWidget *chart_card;
  GtkMenuButton *macro_button;
  GtkLabel *question;
  GtkLabel *macro_name;
  InkLiveBin *bin;
  InkIndicatorViews *views;
  GtkStack *parts;
  InkTimelessView *timeless;
  InkWarningList *warnings;
  InkFoundList *found;
  InkIndicatorCard *card;

  InkDocument *document;
  InkLive *live;
  InkAnswer *shown; /* what is seen; NULL: nothing */
  char *macro;       /* id of the goal; NULL: the main goal */
  char *micro;       /* name of the goal in the detail; NULL: the first */
};

enum
{
  PROP_0,
  PROP_MACRO,
  PROP_MICRO,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (InkIndicatorsPage, ink_indicators_page, INK_TYPE_PAGE)

/* ---- Which goal ---- */

/* NULL where the project has no macro goal. */
static const InkGoal *
get_macro (InkIndicatorsPage *self)
{
  InkDefinition *definition = ink_document_get_definition (self->document);

  for (guint i = 0; self->macro != NULL && definition->goals[i] != NULL; i++)
    if (definition->goals[i]->kind == INK_GOAL_MACRO
        && g_str_equal (definition->goals[i]->id, self->macro))
      return definition->goals[i];

  return ink_definition_get_main_goal (definition);
}

static void
append_goal (GMenu *menu,
             const InkGoal *goal)
{
  ink_name_menu_append (menu, goal->name, "indicators.macro", goal->id);
}

/* Where there is nothing to rank, what to do next stands in the middle of the page. */
static void
show_frame (InkIndicatorsPage *self,
            gboolean has_macro)
{
  const char *const classes[] = { "card", "chart-card", NULL };

  gtk_widget_set_visible (GTK_WIDGET (self->question), has_macro);
  gtk_widget_set_visible (GTK_WIDGET (self->macro_button), has_macro);
  gtk_widget_set_valign (self->clamp, has_macro ? GTK_ALIGN_FILL : GTK_ALIGN_CENTER);
  gtk_widget_set_css_classes (self->chart_card, has_macro ? (const char **) classes
                                                          : (const char *[]){ NULL });
}

/* The main goal first. */
static void
show_choice (InkIndicatorsPage *self)
{
  InkDefinition *definition = ink_document_get_definition (self->document);
  const InkGoal *main_goal = ink_definition_get_main_goal (definition);
  const InkGoal *macro = get_macro (self);
  g_autoptr (GMenu) menu = g_menu_new ();

  show_frame (self, macro != NULL);
  if (macro == NULL)
    return;
  append_goal (menu, main_goal);
  for (guint i = 0; definition->goals[i] != NULL; i++)
    if (definition->goals[i]->kind == INK_GOAL_MACRO && definition->goals[i] != main_goal)
      append_goal (menu, definition->goals[i]);
  gtk_menu_button_set_menu_model (self->macro_button, G_MENU_MODEL (menu));
  gtk_label_set_label (self->macro_name, macro->name);
  gtk_widget_set_sensitive (GTK_WIDGET (self->macro_button),
                            g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 1);
}

static InkQuery *
build_query (InkDocument *document,
             gpointer data,
             GError **error)
{
  InkIndicatorsPage *self = data;
  const InkGoal *macro = get_macro (self);
  InkFilter filter = ink_view_get_filter (ink_page_get_view (INK_PAGE (self)));

  if (macro == NULL)
    return NULL;

  return ink_indicators_query_new (ink_document_get_definition (document), macro->name, &filter);
}

/* ---- The answer ---- */

static void
show_subtitle (InkIndicatorsPage *self,
               const InkIndicators *indicators)
{
  InkNumbers numbers = ink_numbers_for_locale ();
  g_autofree char *people = ink_numbers_count (&numbers, (double) indicators->counts->people);
  g_autofree char *conversions
      = ink_numbers_count (&numbers, (double) indicators->counts->conversions);
  /* Translators: how many people were followed, and how many of them converted. */
  g_autofree char *subtitle = g_strdup_printf (_ ("adjusted for overall activity · %s people · "
                                                  "%s conversions"),
                                               people, conversions);

  ink_page_set_subtitle (INK_PAGE (self), subtitle);
}

/* The chosen micro goal, else the first of the ranking; -1: there is none. */
static int
find_shown (InkIndicatorsPage *self)
{
  const InkIndicators *indicators = ink_answer_get_indicators (self->shown);
  const char *first = ink_indicator_views_get_first (self->views);
  int found = -1;

  for (guint i = 0; i < indicators->n; i++)
    {
      if (g_strcmp0 (indicators->indicators[i].micro, self->micro) == 0)
        return (int) i;
      if (found < 0 && g_strcmp0 (indicators->indicators[i].micro, first) == 0)
        found = (int) i;
    }

  return found;
}

/* The card tells in full what is marked in the charts. */
static void
show_detail (InkIndicatorsPage *self)
{
  const InkIndicators *indicators = ink_answer_get_indicators (self->shown);
  int shown = find_shown (self);

  if (shown >= 0)
    ink_indicator_card_set_indicator (self->card, indicators, (guint) shown);
  ink_indicator_views_mark (self->views,
                            shown >= 0 ? indicators->indicators[shown].micro : NULL);
}

/* What happens inside a visit is no leading indicator: what tells of these does not stand beside
 * it. */
static void
show_beside (InkIndicatorsPage *self)
{
  const InkIndicators *indicators
      = self->shown != NULL ? ink_answer_get_indicators (self->shown) : NULL;
  gboolean leads = indicators != NULL && indicators->timeless == NULL
                   && !ink_indicator_views_shows_visits (self->views);

  gtk_widget_set_visible (GTK_WIDGET (self->card), leads && find_shown (self) >= 0);
  gtk_widget_set_visible (GTK_WIDGET (self->warnings),
                          leads && !ink_warning_list_is_empty (self->warnings));
  gtk_widget_set_visible (GTK_WIDGET (self->found), leads);
  gtk_label_set_label (self->question,
                       leads || indicators == NULL ? _ ("What leads to") : _ ("What goes with"));
}

/* A table without times has other words, and nothing beside them. */
static void
show_timeless (InkIndicatorsPage *self,
               InkIndicators *indicators)
{
  ink_timeless_view_set_indicators (self->timeless, indicators);
  gtk_stack_set_visible_child_name (self->parts, "timeless");
  show_beside (self);
  ink_page_set_subtitle (INK_PAGE (self), _ ("without times"));
}

/* The page as a whole is its ranking. */
static void
offer_slide (InkIndicatorsPage *self,
             const char *macro)
{
  g_autofree char *json
      = ink_view_make_slide (ink_page_get_view (INK_PAGE (self)), "indicators", macro, TRUE);

  ink_page_set_slide (INK_PAGE (self), json);
}

/* What has to be said before anything else stands above it. */
static void
show_warnings (InkIndicatorsPage *self,
               const InkIndicators *indicators)
{
  GtkWidget *column = gtk_widget_get_parent (GTK_WIDGET (self->warnings));

  ink_warning_list_set_indicators (self->warnings, indicators);
  gtk_box_reorder_child_after (GTK_BOX (column), GTK_WIDGET (self->warnings),
                               indicators->note != NULL ? self->heading : self->chart_card);
}

static void
answered_cb (InkLiveBin *bin,
             InkAnswer *answer,
             InkIndicatorsPage *self)
{
  InkIndicators *indicators = ink_answer_get_indicators (answer);

  ink_answer_ref (answer);
  g_clear_pointer (&self->shown, ink_answer_unref);
  self->shown = answer;
  if (indicators->timeless != NULL)
    {
      ink_page_set_slide (INK_PAGE (self), NULL);
      show_timeless (self, indicators);
      return;
    }
  gtk_stack_set_visible_child_name (self->parts, "leading");
  ink_indicator_views_set_answer (self->views, answer, ink_page_get_view (INK_PAGE (self)));
  offer_slide (self, indicators->macro);
  show_detail (self);
  show_warnings (self, indicators);
  show_subtitle (self, indicators);
  show_beside (self);
  ink_found_list_set_macro (self->found, indicators->macro);
}

/* Where nothing is asked, or it cannot be answered, there is nothing to say beside it either. */
static void
state_changed_cb (InkIndicatorsPage *self)
{
  InkLiveState state = ink_live_get_state (self->live);

  if (ink_live_get_answer (self->live) != NULL
      || (state != INK_LIVE_IDLE && state != INK_LIVE_FAILED))
    return;
  g_clear_pointer (&self->shown, ink_answer_unref);
  show_beside (self);
  ink_page_set_subtitle (INK_PAGE (self), NULL);
}

static void
dimmed_cb (InkLiveBin *bin,
           GParamSpec *pspec,
           InkIndicatorsPage *self)
{
  gboolean dimmed;

  g_object_get (bin, "dimmed", &dimmed, NULL);
  gtk_widget_set_opacity (GTK_WIDGET (self->card), dimmed ? DIMMED : 1);
  gtk_widget_set_opacity (GTK_WIDGET (self->warnings), dimmed ? DIMMED : 1);
}

/* ---- The choice ---- */

static void
set_micro (InkIndicatorsPage *self,
           const char *micro)
{
  if (g_strcmp0 (self->micro, micro) == 0)
    return;
  g_free (self->micro);
  self->micro = g_strdup (micro);
  if (self->shown != NULL && ink_answer_get_indicators (self->shown)->timeless == NULL)
    show_detail (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MICRO]);
}

static void
set_macro (InkIndicatorsPage *self,
           const char *macro)
{
  if (g_strcmp0 (self->macro, macro) == 0)
    return;
  g_free (self->macro);
  self->macro = g_strdup (macro);
  if (self->document != NULL)
    {
      show_choice (self);
      ink_live_refresh (self->live);
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MACRO]);
}

static void
chosen_cb (InkIndicatorViews *views,
           const char *micro,
           InkIndicatorsPage *self)
{
  set_micro (self, micro);
}

/* The columns of the table that were known before, with or without @column. */
static char *
list_trusted (InkIndicatorsPage *self,
              const char *column,
              gboolean trusted)
{
  const InkTimelessTable *table = ink_answer_get_indicators (self->shown)->timeless;
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_array (json);
  for (guint i = 0; i < table->n_columns; i++)
    {
      const InkTimelessColumn *of = table->columns[i];

      if (g_str_equal (of->column, column) ? trusted : of->is_trusted)
        json_builder_add_string_value (json, of->column);
    }
  json_builder_end_array (json);
  root = json_builder_get_root (json);
  return json_to_string (root, FALSE);
}

static void
trusted_cb (InkTimelessView *view,
            const char *column,
            gboolean trusted,
            InkIndicatorsPage *self)
{
  g_autofree char *list = list_trusted (self, column, trusted);
  g_autoptr (InkDefinition) definition = ink_definition_with_setting (
      ink_document_get_definition (self->document), "trusted_columns", list);
  g_autofree char *label
      = trusted ? g_strdup_printf (_ ("Cleared the doubt about “%s”"), column)
                : g_strdup_printf (_ ("Doubted “%s” again"), column);

  ink_document_edit (self->document, label, NULL, definition);
}

/* ---- The people ---- */

/* Who did the micro goal and has not reached the macro goal. */
static InkRule *
make_rule_for_rest (const char *micro,
                    const char *macro)
{
  g_autoptr (InkRule) did = ink_rule_new_goal (micro);
  g_autoptr (InkRule) reached = ink_rule_new_goal (macro);
  g_autoptr (InkRule) not_yet = ink_rule_new (INK_RULE_NOT);
  InkRule *rule = ink_rule_new (INK_RULE_ALL);

  ink_rule_set_children (not_yet, &reached, 1);
  ink_rule_set_children (rule, (InkRule *[]){ did, not_yet }, 2);
  return rule;
}

static void
people_cb (InkIndicatorCard *card,
           gboolean went_on,
           InkIndicatorsPage *self)
{
  const InkIndicators *all
      = self->shown != NULL ? ink_answer_get_indicators (self->shown) : NULL;
  int shown = all != NULL ? find_shown (self) : -1;
  g_autoptr (InkRule) rule = NULL;
  g_autofree char *title = NULL;

  if (shown < 0)
    return;
  if (went_on)
    {
      rule = ink_rule_new_goal (all->macro);
      rule->after = g_strdup (all->indicators[shown].micro);
      /* Translators: two goals. */
      title = g_strdup_printf (_ ("“%s” after “%s”"), all->macro, all->indicators[shown].micro);
    }
  else
    {
      rule = make_rule_for_rest (all->indicators[shown].micro, all->macro);
      /* Translators: two goals. */
      title = g_strdup_printf (_ ("“%s”, no “%s” yet"), all->indicators[shown].micro, all->macro);
    }
  gtk_window_present (GTK_WINDOW (ink_people_dialog_new_for_rule (
      GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
      ink_page_get_view (INK_PAGE (self)), title, rule)));
}

/* ---- The page ---- */

static void
ink_indicators_page_filter_changed (InkPage *page)
{
  ink_live_refresh (INK_INDICATORS_PAGE (page)->live);
  ink_found_list_refresh (INK_INDICATORS_PAGE (page)->found);
}

static void
ink_indicators_page_constructed (GObject *object)
{
  InkIndicatorsPage *self = INK_INDICATORS_PAGE (object);
  InkDocument *document = ink_page_get_document (INK_PAGE (self));

  G_OBJECT_CLASS (ink_indicators_page_parent_class)->constructed (object);

  if (document == NULL)
    return;
  self->document = g_object_ref (document);
  self->live = ink_live_new (document, NULL, build_query, self, NULL);
  g_signal_connect_swapped (self->live, "notify::state", G_CALLBACK (state_changed_cb), self);
  ink_live_bin_set_live (self->bin, self->live);
  ink_warning_list_set_view (self->warnings, ink_page_get_view (INK_PAGE (self)));
  ink_found_list_set_view (self->found, ink_page_get_view (INK_PAGE (self)));
  g_signal_connect_swapped (document, "notify::definition", G_CALLBACK (show_choice), self);
  show_choice (self);
}

static void
ink_indicators_page_set_property (GObject *object,
                                  guint id,
                                  const GValue *value,
                                  GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_MACRO:
      set_macro (INK_INDICATORS_PAGE (object), g_value_get_string (value));
      break;
    case PROP_MICRO:
      set_micro (INK_INDICATORS_PAGE (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ink_indicators_page_get_property (GObject *object,
                                  guint id,
                                  GValue *value,
                                  GParamSpec *pspec)
{
  InkIndicatorsPage *self = INK_INDICATORS_PAGE (object);
  const InkGoal *macro = self->document != NULL ? get_macro (self) : NULL;

  switch (id)
    {
    case PROP_MACRO:
      g_value_set_string (value, macro != NULL ? macro->id : NULL);
      break;
    case PROP_MICRO:
      g_value_set_string (value, self->micro);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ink_indicators_page_dispose (GObject *object)
{
  InkIndicatorsPage *self = INK_INDICATORS_PAGE (object);

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  if (self->live != NULL)
    g_signal_handlers_disconnect_by_data (self->live, self);
  g_clear_object (&self->live);
  g_clear_object (&self->document);
  g_clear_pointer (&self->shown, ink_answer_unref);
  g_clear_pointer (&self->macro, g_free);
  g_clear_pointer (&self->micro, g_free);
  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (ink_indicators_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, INK_RESOURCE_BASE "/pages/ink-indicators-page.ui");
  gtk_widget_class_bind_template_child (widget_class, InkIndicatorsPage, content);
  gtk_widget_class_bind_template_child (widget_class, InkIndicatorsPage, clamp);
  gtk_widget_class_bind_template_child (widget_class, InkIndicatorsPage, heading);
  gtk_widget_class_bind_template_child (widget_class, InkIndicatorsPage, chart_card);
  gtk_widget_class_bind_template_child (widget_class, InkIndicatorsPage, macro_button);
  gtk_widget_class_bind_template_child (widget_class, InkIndicatorsPage, macro_name);
  gtk_widget_class_bind_template_child (widget_class, InkIndicatorsPage, question);
  gtk_widget_class_bind_template_child (widget_class, InkIndicatorsPage, bin);
  gtk_widget_class_bind_template_child (widget_class, InkIndicatorsPage, parts);
  gtk_widget_class_bind_template_child (widget_class, InkIndicatorsPage, views);
  gtk_widget_class_bind_template_child (widget_class, InkIndicatorsPage, timeless);
  gtk_widget_class_bind_template_child (widget_class, InkIndicatorsPage, warnings);
  gtk_widget_class_bind_template_child (widget_class, InkIndicatorsPage, found);
  gtk_widget_class_bind_template_child (widget_class, InkIndicatorsPage, card);
  gtk_widget_class_bind_template_callback (widget_class, answered_cb);
  gtk_widget_class_bind_template_callback (widget_class, dimmed_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_beside);
  gtk_widget_class_bind_template_callback (widget_class, trusted_cb);
  gtk_widget_class_bind_template_callback (widget_class, people_cb);
}

static void
ink_indicators_page_class_init (InkIndicatorsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags
      = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = ink_indicators_page_constructed;
  object_class->set_property = ink_indicators_page_set_property;
  object_class->get_property = ink_indicators_page_get_property;
  object_class->dispose = ink_indicators_page_dispose;
  INK_PAGE_CLASS (klass)->filter_changed = ink_indicators_page_filter_changed;
  g_type_ensure (INK_TYPE_ADAPTIVE_BOX);
  g_type_ensure (INK_TYPE_EMPTY_STATE);
  g_type_ensure (INK_TYPE_FOUND_LIST);
  g_type_ensure (INK_TYPE_INDICATOR_CARD);
  g_type_ensure (INK_TYPE_INDICATOR_VIEWS);
  g_type_ensure (INK_TYPE_LATER);
  g_type_ensure (INK_TYPE_LIVE_BIN);
  g_type_ensure (INK_TYPE_PAGE_COLUMN);
  g_type_ensure (INK_TYPE_TIMELESS_VIEW);
  g_type_ensure (INK_TYPE_WARNING_LIST);

  props[PROP_MACRO] = g_param_spec_string ("macro", NULL, NULL, NULL, flags);
  props[PROP_MICRO] = g_param_spec_string ("micro", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_install_property_action (widget_class, "indicators.macro", "macro");
  bind_template (widget_class);
}

static void
ink_indicators_page_init (InkIndicatorsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ink_compat_name_menus (GTK_WIDGET (self));
}
