/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/pages/ink-indicators-page.h"

#include "charts/ink-indicator-rows.h"
#include "document/ink-live.h"
#include "plot/ink-numbers.h"
#include "ui/dialogs/ink-people-dialog.h"
#include "ui/widgets/ink-adaptive-box.h"
#include "ui/widgets/ink-chart-view.h"
#include "ui/widgets/ink-empty-state.h"
#include "ui/widgets/ink-found-list.h"
#include "ui/widgets/ink-idea-button.h"
#include "ui/widgets/ink-indicator-card.h"
#include "ui/widgets/ink-live-bin.h"
#include "ui/widgets/ink-name-menu.h"
#include "ui/widgets/ink-short-view.h"
#include "ui/widgets/ink-timeless-view.h"
#include "ui/widgets/ink-warning-list.h"
#include "ui/widgets/ink-wrap-box.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#define DIMMED 0.5
#define RULE \
  _ ("compared with people of the same persona and channel who have been known as long and have " \
     "visited as often and as recently")

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
  InkChartView *chart;
  InkChartView *map;
  InkChartView *personas;
  InkChartView *overlap;
  InkWrapBox *switcher;
  InkIdeaButton *idea; /* of the part that is shown */
  GtkStack *stack;
  GtkStack *parts;
  InkTimelessView *timeless;
  InkShortView *visits;
  InkWarningList *warnings;
  InkFoundList *found;
  InkIndicatorCard *card;

  InkDocument *document;
  InkLive *live;
  InkAnswer *ranked; /* what is shown: the answer with its rows in the order of the chart */
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
  const InkIndicators *indicators = ink_answer_get_indicators (self->ranked);
  InkTable *table = ink_answer_get_table (self->ranked, "indicators");
  const char *first = ink_table_get_n_rows (table) > 0 ? ink_table_get_text (table, 0, 0) : NULL;
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

static void
show_detail (InkIndicatorsPage *self)
{
  int shown = find_shown (self);

  if (shown >= 0)
    ink_indicator_card_set_indicator (self->card, ink_answer_get_indicators (self->ranked),
                                      (guint) shown);
}

/* The row of the ranking that the card tells in full, and 1 more; 0: none. */
static guint
find_selected (InkIndicatorsPage *self)
{
  InkTable *table = ink_answer_get_table (self->ranked, "indicators");
  int shown = find_shown (self);
  const char *micro
      = shown >= 0 ? ink_answer_get_indicators (self->ranked)->indicators[shown].micro : NULL;

  for (guint i = 0; micro != NULL && i < ink_table_get_n_rows (table); i++)
    if (g_strcmp0 (ink_table_get_text (table, 0, i), micro) == 0)
      return i + 1;
  return 0;
}

/* What is ranked, with the row that the card tells of marked. */
static void
show_ranked (InkIndicatorsPage *self)
{
  InkIndicators *indicators = ink_answer_get_indicators (self->ranked);
  g_autoptr (GTimeZone) zone
      = ink_definition_get_zone (ink_document_get_definition (self->document));
  /* Translators: the title of a chart; a macro goal's name. */
  g_autofree char *title = g_strdup_printf (_ ("What leads to “%s”"), indicators->macro);
  InkChartOptions options = {
    .title = title,
    .rule = RULE,
    .zone = zone,
    .selected = find_selected (self),
  };

  ink_chart_view_set_chart (self->chart, "indicators", self->ranked, &options);
  ink_chart_view_set_chart (self->map, "map", self->ranked, &options);
}

/* Rows in the order of the chart, so that keys walk down what the eye sees. */
static void
rank (InkIndicatorsPage *self,
      InkAnswer *answer)
{
  g_clear_pointer (&self->ranked, ink_answer_unref);
  self->ranked = ink_answer_new ();
  ink_answer_add_table (self->ranked, "indicators",
                        ink_indicator_rows_sort (ink_answer_get_table (answer, "indicators")));
  ink_answer_set_indicators (self->ranked,
                             ink_indicators_ref (ink_answer_get_indicators (answer)));
}

static gboolean
shows_visits (InkIndicatorsPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "visits") == 0;
}

/* What happens inside a visit is no leading indicator: what tells of these does not stand beside
 * it. */
static void
show_beside (InkIndicatorsPage *self)
{
  const InkIndicators *indicators
      = self->ranked != NULL ? ink_answer_get_indicators (self->ranked) : NULL;
  gboolean leads = indicators != NULL && indicators->timeless == NULL && !shows_visits (self);

  gtk_widget_set_visible (GTK_WIDGET (self->card), leads && find_shown (self) >= 0);
  gtk_widget_set_visible (GTK_WIDGET (self->warnings), leads && !ink_warning_list_is_empty (self->warnings));
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

/* What is shown may go into the report, as it is seen now. */
static void
offer_slides (InkIndicatorsPage *self,
              const char *macro)
{
  InkView *view = ink_page_get_view (INK_PAGE (self));
  const struct
  {
    InkChartView *chart;
    const char *kind;
  } charts[] = { { self->chart, "indicators" },
                 { self->map, "map" },
                 { self->personas, "personas-grid" },
                 { self->overlap, "overlap" } };

  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      g_autofree char *json = ink_view_make_slide (view, charts[i].kind, macro, TRUE);

      ink_chart_view_set_slide (charts[i].chart, json);
      if (i == 0)
        ink_page_set_slide (INK_PAGE (self), json);
    }
}

/* Where most buyers buy at once, inside a visit is what is looked at first; else there is no such
 * part. */
static void
show_visits (InkIndicatorsPage *self,
             InkIndicators *indicators)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->switcher));
  gboolean has = indicators->short_journeys != NULL, had = gtk_widget_get_visible (button);

  if (has)
    ink_short_view_set_indicators (self->visits, indicators);
  gtk_widget_set_visible (button, has);
  if (has && !had)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  else if (!has && shows_visits (self))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_next_sibling (button)), TRUE);
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
  g_autoptr (GTimeZone) zone
      = ink_definition_get_zone (ink_document_get_definition (self->document));
  /* Translators: the title of a chart; a macro goal's name. */
  g_autofree char *title = g_strdup_printf (_ ("What leads to “%s”"), indicators->macro);
  InkChartOptions options = {
    .title = title,
    .rule = RULE,
    .zone = zone,
  };

  rank (self, answer);
  if (indicators->timeless != NULL)
    {
      ink_page_set_slide (INK_PAGE (self), NULL);
      show_timeless (self, indicators);
      return;
    }
  gtk_stack_set_visible_child_name (self->parts, "leading");
  show_ranked (self);
  ink_chart_view_set_chart (self->personas, "personas-grid", answer, &options);
  options.rule = NULL;
  ink_chart_view_set_chart (self->overlap, "overlap", answer, &options);
  offer_slides (self, indicators->macro);
  show_detail (self);
  show_warnings (self, indicators);
  show_subtitle (self, indicators);
  show_visits (self, indicators);
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
  g_clear_pointer (&self->ranked, ink_answer_unref);
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
  if (self->ranked != NULL && ink_answer_get_indicators (self->ranked)->timeless == NULL)
    {
      show_detail (self);
      show_ranked (self);
    }
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

/* The micro goal of a row is in the first column of each table. */
static void
choose_row (InkIndicatorsPage *self,
            InkAnswer *answer,
            const char *name,
            guint row)
{
  InkTable *table = answer != NULL ? ink_answer_get_table (answer, name) : NULL;

  if (table != NULL && row < ink_table_get_n_rows (table))
    set_micro (self, ink_table_get_text (table, 0, row));
}

static void
activated_cb (InkChartView *chart,
              guint datum,
              InkIndicatorsPage *self)
{
  choose_row (self, self->ranked, "indicators", datum);
}

static void
persona_activated_cb (InkChartView *chart,
                      guint datum,
                      InkIndicatorsPage *self)
{
  choose_row (self, ink_live_get_answer (self->live), "personas", datum);
}

static void
overlap_activated_cb (InkChartView *chart,
                      guint datum,
                      InkIndicatorsPage *self)
{
  choose_row (self, ink_live_get_answer (self->live), "overlap", datum);
}

/* The columns of the table that were known before, with or without @column. */
static char *
list_trusted (InkIndicatorsPage *self,
              const char *column,
              gboolean trusted)
{
  const InkTimelessTable *table = ink_answer_get_indicators (self->ranked)->timeless;
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
      = self->ranked != NULL ? ink_answer_get_indicators (self->ranked) : NULL;
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
  g_clear_pointer (&self->ranked, ink_answer_unref);
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
  gtk_widget_class_bind_template_child (widget_class, InkIndicatorsPage, chart);
  gtk_widget_class_bind_template_child (widget_class, InkIndicatorsPage, map);
  gtk_widget_class_bind_template_child (widget_class, InkIndicatorsPage, personas);
  gtk_widget_class_bind_template_child (widget_class, InkIndicatorsPage, overlap);
  gtk_widget_class_bind_template_child (widget_class, InkIndicatorsPage, parts);
  gtk_widget_class_bind_template_child (widget_class, InkIndicatorsPage, switcher);
  gtk_widget_class_bind_template_child (widget_class, InkIndicatorsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, InkIndicatorsPage, timeless);
  gtk_widget_class_bind_template_child (widget_class, InkIndicatorsPage, visits);
  gtk_widget_class_bind_template_child (widget_class, InkIndicatorsPage, warnings);
  gtk_widget_class_bind_template_child (widget_class, InkIndicatorsPage, found);
  gtk_widget_class_bind_template_child (widget_class, InkIndicatorsPage, card);
  gtk_widget_class_bind_template_callback (widget_class, answered_cb);
  gtk_widget_class_bind_template_callback (widget_class, dimmed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, persona_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, overlap_activated_cb);
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
  g_type_ensure (INK_TYPE_CHART_VIEW);
  g_type_ensure (INK_TYPE_EMPTY_STATE);
  g_type_ensure (INK_TYPE_FOUND_LIST);
  g_type_ensure (INK_TYPE_INDICATOR_CARD);
  g_type_ensure (INK_TYPE_LIVE_BIN);
  g_type_ensure (INK_TYPE_SHORT_VIEW);
  g_type_ensure (INK_TYPE_TIMELESS_VIEW);
  g_type_ensure (INK_TYPE_WARNING_LIST);
  g_type_ensure (INK_TYPE_WRAP_BOX);

  props[PROP_MACRO] = g_param_spec_string ("macro", NULL, NULL, NULL, flags);
  props[PROP_MICRO] = g_param_spec_string ("micro", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_install_property_action (widget_class, "indicators.macro", "macro");
  bind_template (widget_class);
}

static void
view_toggled_cb (GtkToggleButton *button,
                 InkIndicatorsPage *self)
{
  const char *view = g_object_get_data (G_OBJECT (button), "view");

  if (!gtk_toggle_button_get_active (button))
    return;
  gtk_stack_set_visible_child_name (self->stack, view);
  ink_idea_button_set_idea (self->idea, view);
  show_beside (self);
}

static void
add_to_switcher (InkIndicatorsPage *self,
                 GtkWidget *child)
{
  ink_wrap_box_insert_after (self->switcher, child,
                             gtk_widget_get_last_child (GTK_WIDGET (self->switcher)));
}

/* The first is inside a visit, which is there for some data only. A stack's own switcher does not
 * wrap, and four names are wider than the narrowest window. The parts are called like their ideas. */
static void
make_switcher (InkIndicatorsPage *self)
{
  g_autoptr (GtkSelectionModel) pages = gtk_stack_get_pages (self->stack);
  GtkToggleButton *first = NULL;

  self->idea = INK_IDEA_BUTTON (ink_idea_button_new (NULL));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (pages)); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (pages), i);
      GtkStackPage *page = GTK_STACK_PAGE (item);
      GtkWidget *button = gtk_toggle_button_new_with_label (gtk_stack_page_get_title (page));

      g_object_set_data_full (G_OBJECT (button), "view",
                              g_strdup (gtk_stack_page_get_name (page)), g_free);
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), first);
      first = first != NULL ? first : GTK_TOGGLE_BUTTON (button);
      g_signal_connect (button, "toggled", G_CALLBACK (view_toggled_cb), self);
      add_to_switcher (self, button);
    }
  add_to_switcher (self, GTK_WIDGET (self->idea));
  gtk_widget_set_visible (GTK_WIDGET (first), FALSE);
  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (gtk_widget_get_next_sibling (GTK_WIDGET (first))), TRUE);
}

static void
ink_indicators_page_init (InkIndicatorsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  make_switcher (self);
}
