/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-indicator-views.h"

#include "charts/ink-indicator-rows.h"
#include "ui/widgets/ink-chart-view.h"
#include "ui/widgets/ink-idea-button.h"
#include "ui/widgets/ink-short-view.h"
#include "ui/widgets/ink-width-layout.h"
#include "ui/widgets/ink-wrap-box.h"

#include <glib/gi18n-lib.h>

#define RULE \
  _ ("compared with people of the same persona and channel who have been known as long and have " \
     "visited as often and as recently")

struct _InkIndicatorViews
{
  GtkWidget parent_instance;

  GtkWidget *content;
  InkWrapBox *switcher;
  InkIdeaButton *idea; /* of the view that is shown */
  GtkStack *stack;
  InkShortView *visits;
  InkChartView *chart;
  InkChartView *map;
  InkChartView *personas;
  InkChartView *overlap;

  InkAnswer *answer;
  InkAnswer *ranked; /* the same with its rows in the order of the chart */
  GTimeZone *zone;
};

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_TURNED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InkIndicatorViews, ink_indicator_views, GTK_TYPE_WIDGET)

/* ---- The charts ---- */

static char *
make_title (InkIndicatorViews *self)
{
  /* Translators: the title of a chart; a macro goal's name. */
  return g_strdup_printf (_ ("What leads to “%s”"),
                          ink_answer_get_indicators (self->answer)->macro);
}

/* The row of the ranking, and 1 more; 0: none. */
static guint
find_row (InkIndicatorViews *self,
          const char *micro)
{
  InkTable *table = ink_answer_get_table (self->ranked, "indicators");

  for (guint i = 0; micro != NULL && i < ink_table_get_n_rows (table); i++)
    if (g_strcmp0 (ink_table_get_text (table, 0, i), micro) == 0)
      return i + 1;
  return 0;
}

void
ink_indicator_views_mark (InkIndicatorViews *self,
                          const char *micro)
{
  g_autofree char *title = NULL;
  InkChartOptions options = { .rule = RULE };

  g_return_if_fail (INK_IS_INDICATOR_VIEWS (self) && self->answer != NULL);

  title = make_title (self);
  options.title = title;
  options.zone = self->zone;
  options.selected = find_row (self, micro);
  ink_chart_view_set_chart (self->chart, "indicators", self->ranked, &options);
  ink_chart_view_set_chart (self->map, "map", self->ranked, &options);
}

/* Rows in the order of the chart, so that keys walk down what the eye sees. */
static void
rank (InkIndicatorViews *self)
{
  g_clear_pointer (&self->ranked, ink_answer_unref);
  self->ranked = ink_answer_new ();
  ink_answer_add_table (
      self->ranked, "indicators",
      ink_indicator_rows_sort (ink_answer_get_table (self->answer, "indicators")));
  ink_answer_set_indicators (self->ranked,
                             ink_indicators_ref (ink_answer_get_indicators (self->answer)));
}

const char *
ink_indicator_views_get_first (InkIndicatorViews *self)
{
  InkTable *table;

  g_return_val_if_fail (INK_IS_INDICATOR_VIEWS (self), NULL);

  table = self->ranked != NULL ? ink_answer_get_table (self->ranked, "indicators") : NULL;
  return table != NULL && ink_table_get_n_rows (table) > 0 ? ink_table_get_text (table, 0, 0)
                                                           : NULL;
}

static void
show_rest (InkIndicatorViews *self)
{
  g_autofree char *title = make_title (self);
  InkChartOptions options = { .title = title, .rule = RULE, .zone = self->zone };

  ink_chart_view_set_chart (self->personas, "personas-grid", self->answer, &options);
  options.rule = NULL;
  ink_chart_view_set_chart (self->overlap, "overlap", self->answer, &options);
}

/* What is shown may go into the report, as it is seen now. */
static void
offer_slides (InkIndicatorViews *self,
              InkView *view)
{
  const char *macro = ink_answer_get_indicators (self->answer)->macro;
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
    }
}

/* ---- Inside a visit ---- */

gboolean
ink_indicator_views_shows_visits (InkIndicatorViews *self)
{
  g_return_val_if_fail (INK_IS_INDICATOR_VIEWS (self), FALSE);

  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "visits") == 0;
}

/* Where most buyers buy at once, inside a visit is what is looked at first; else there is no such
 * part. */
static void
show_visits (InkIndicatorViews *self)
{
  InkIndicators *indicators = ink_answer_get_indicators (self->answer);
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->switcher));
  gboolean has = indicators->short_journeys != NULL, had = gtk_widget_get_visible (button);

  if (has)
    ink_short_view_set_indicators (self->visits, indicators);
  gtk_widget_set_visible (button, has);
  if (has && !had)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  else if (!has && ink_indicator_views_shows_visits (self))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_next_sibling (button)), TRUE);
}

/* ---- The answer ---- */

void
ink_indicator_views_set_answer (InkIndicatorViews *self,
                                InkAnswer *answer,
                                InkView *view)
{
  g_return_if_fail (INK_IS_INDICATOR_VIEWS (self) && INK_IS_VIEW (view));
  g_return_if_fail (answer != NULL && ink_answer_get_indicators (answer)->timeless == NULL);

  ink_answer_ref (answer);
  g_clear_pointer (&self->answer, ink_answer_unref);
  self->answer = answer;
  g_clear_pointer (&self->zone, g_time_zone_unref);
  self->zone
      = ink_definition_get_zone (ink_document_get_definition (ink_view_get_document (view)));
  rank (self);
  show_rest (self);
  offer_slides (self, view);
  show_visits (self);
}

/* ---- The choice ---- */

/* The micro goal of a row is in the first column of each table. */
static void
choose_row (InkIndicatorViews *self,
            InkAnswer *answer,
            const char *name,
            guint row)
{
  InkTable *table = answer != NULL ? ink_answer_get_table (answer, name) : NULL;

  if (table != NULL && row < ink_table_get_n_rows (table))
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, ink_table_get_text (table, 0, row));
}

static void
activated_cb (InkChartView *chart,
              guint datum,
              InkIndicatorViews *self)
{
  choose_row (self, self->ranked, "indicators", datum);
}

static void
persona_activated_cb (InkChartView *chart,
                      guint datum,
                      InkIndicatorViews *self)
{
  choose_row (self, self->answer, "personas", datum);
}

static void
overlap_activated_cb (InkChartView *chart,
                      guint datum,
                      InkIndicatorViews *self)
{
  choose_row (self, self->answer, "overlap", datum);
}

static void
view_toggled_cb (GtkToggleButton *button,
                 InkIndicatorViews *self)
{
  const char *view = g_object_get_data (G_OBJECT (button), "view");

  if (!gtk_toggle_button_get_active (button))
    return;
  gtk_stack_set_visible_child_name (self->stack, view);
  ink_idea_button_set_idea (self->idea, view);
  g_signal_emit (self, signals[SIGNAL_TURNED], 0);
}

/* ---- The widget ---- */

static GtkSizeRequestMode
ink_indicator_views_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ink_indicator_views_dispose (GObject *object)
{
  InkIndicatorViews *self = INK_INDICATOR_VIEWS (object);

  g_clear_pointer (&self->answer, ink_answer_unref);
  g_clear_pointer (&self->ranked, ink_answer_unref);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (ink_indicator_views_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, INK_RESOURCE_BASE "/widgets/ink-indicator-views.ui");
  gtk_widget_class_bind_template_child (widget_class, InkIndicatorViews, content);
  gtk_widget_class_bind_template_child (widget_class, InkIndicatorViews, switcher);
  gtk_widget_class_bind_template_child (widget_class, InkIndicatorViews, stack);
  gtk_widget_class_bind_template_child (widget_class, InkIndicatorViews, visits);
  gtk_widget_class_bind_template_child (widget_class, InkIndicatorViews, chart);
  gtk_widget_class_bind_template_child (widget_class, InkIndicatorViews, map);
  gtk_widget_class_bind_template_child (widget_class, InkIndicatorViews, personas);
  gtk_widget_class_bind_template_child (widget_class, InkIndicatorViews, overlap);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, persona_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, overlap_activated_cb);
}

static void
ink_indicator_views_class_init (InkIndicatorViewsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_indicator_views_dispose;
  widget_class->get_request_mode = ink_indicator_views_get_request_mode;
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_TURNED] = g_signal_new ("turned", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
  g_type_ensure (INK_TYPE_CHART_VIEW);
  g_type_ensure (INK_TYPE_SHORT_VIEW);
  g_type_ensure (INK_TYPE_WRAP_BOX);
  gtk_widget_class_set_layout_manager_type (widget_class, INK_TYPE_WIDTH_LAYOUT);
  bind_template (widget_class);
}

static void
add_to_switcher (InkIndicatorViews *self,
                 GtkWidget *child)
{
  ink_wrap_box_insert_after (self->switcher, child,
                             gtk_widget_get_last_child (GTK_WIDGET (self->switcher)));
}

/* The first is inside a visit, which is there for some data only. A stack's own switcher does not
 * wrap, and four names are wider than the narrowest window. The views are called like their ideas. */
static void
make_switcher (InkIndicatorViews *self)
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
ink_indicator_views_init (InkIndicatorViews *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  make_switcher (self);
}
