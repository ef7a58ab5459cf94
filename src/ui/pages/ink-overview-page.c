/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/pages/ink-overview-page.h"

#include "analysis/ink-highlights.h"
#include "document/ink-live.h"
#include "ui/pages/ink-overview-cards.h"
#include "ui/pages/ink-overview-words.h"
#include "ui/pages/ink-page-kinds.h"
#include "ui/widgets/ink-card-grid.h"
#include "ui/widgets/ink-chart-view.h"
#include "ui/widgets/ink-empty-state.h"
#include "ui/widgets/ink-live-bin.h"
#include "ui/widgets/ink-remark-list.h"

#include <glib/gi18n-lib.h>

#define LEAST_HEIGHT 120

struct _InkOverviewPage
{
  InkPage parent_instance;

  GtkWidget *content;
  InkLiveBin *bin;
  InkCardGrid *cards;
  GtkWidget *goal_card;
  InkChartView *chart;
  InkRemarkList *remarks;
  InkEmptyState *empty;
  GtkButton *empty_button;

  InkDefinition *definition; /* of the last numbers; nullable */
  InkDocument *document;     /* nullable: while it is opened, and in tests of templates */
  gboolean is_glance;        /* the last numbers were shown before there was a document */
  InkLive *early;            /* the leak, and the goal over time */
  InkLive *live;
  const char *next;          /* the page where an empty project goes on */
};

G_DEFINE_FINAL_TYPE (InkOverviewPage, ink_overview_page, INK_TYPE_PAGE)

/* ---- The question ---- */

typedef InkQuery *(*MakeFunc) (InkDefinition *definition, const char *macro,
                               const InkFilter *filter);

static gboolean
has_events (InkOverviewPage *self)
{
  return ink_event_store_get_n_events (ink_document_get_store (self->document)) > 0;
}

static InkQuery *
make_query (InkDefinition *definition,
            InkEventStore *store,
            const InkFilter *filter,
            MakeFunc make)
{
  const InkGoal *goal = ink_definition_get_main_goal (definition);

  if (ink_event_store_get_n_events (store) == 0
      || (goal == NULL && definition->funnels[0] == NULL))
    return NULL;

  return make (definition, goal != NULL ? goal->name : NULL, filter);
}

static InkQuery *
ask (InkOverviewPage *self,
     MakeFunc make)
{
  InkFilter filter = ink_view_get_filter (ink_page_get_view (INK_PAGE (self)));

  return make_query (ink_document_get_definition (self->document),
                     ink_document_get_store (self->document), &filter, make);
}

InkQuery *
ink_overview_page_make_first_query (InkDefinition *definition,
                                    InkEventStore *store)
{
  g_return_val_if_fail (definition != NULL && store != NULL, NULL);

  return make_query (definition, store, NULL, ink_highlights_early_query_new);
}

static InkQuery *
build_early (InkDocument *document,
             gpointer data,
             GError **error)
{
  return ask (data, ink_highlights_early_query_new);
}

static InkQuery *
build_query (InkDocument *document,
             gpointer data,
             GError **error)
{
  return ask (data, ink_highlights_query_new);
}

static char *
name_answer (InkDocument *document,
             gpointer data)
{
  return g_strdup ("overview");
}

/* ---- What an empty project does next ---- */

static void
show_next (InkOverviewPage *self)
{
  gboolean has = has_events (self);

  self->next = has ? "journey" : "data";
  ink_empty_state_set_title (self->empty, has ? _ ("Say What Counts") : _ ("Nothing to Look at Yet"));
  ink_empty_state_set_description (
      self->empty,
      has ? _ ("Make a macro goal of what pays, such as an order or a booked demo, and micro goals "
               "of the small steps before it. What matters of them is said here.")
          : _ ("Open an export of your analytics or CRM tool. What matters in it is said here."));
  gtk_button_set_label (self->empty_button, has ? _ ("Go to the Journey") : _ ("Go to the Data"));
}

static void
next_cb (GtkButton *button,
         InkOverviewPage *self)
{
  if (self->next != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", self->next);
}

/* ---- Before anything is known ---- */

gboolean
ink_overview_page_prepare (InkOverviewPage *self)
{
  g_return_val_if_fail (INK_IS_OVERVIEW_PAGE (self), FALSE);

  if (!ink_overview_cards_prepare (self->cards))
    return FALSE;
  ink_live_bin_set_ready (self->bin, TRUE);
  gtk_widget_set_visible (self->goal_card, TRUE);

  return TRUE;
}

/* ---- The goal over time ---- */

static void
offer_slides (InkOverviewPage *self,
              const InkGoal *goal)
{
  InkView *view = ink_page_get_view (INK_PAGE (self));
  g_autofree char *slide = NULL;

  if (view == NULL)
    return;
  slide = ink_view_make_slide (view, "events", goal->name, TRUE);
  ink_chart_view_set_slide (self->chart, slide);
  ink_page_set_slide (INK_PAGE (self), slide);
}

/* Before there are events to ask, what was said of them tells. */
static gboolean
has_times (InkOverviewPage *self,
           InkAnswer *answer)
{
  const InkTable *series = ink_answer_get_table (answer, "series");

  if (series == NULL || ink_table_get_n_rows (series) == 0)
    return FALSE;

  return self->document == NULL
         || ink_event_store_get_first (ink_document_get_store (self->document)) != INK_TIME_NONE;
}

static void
show_goal (InkOverviewPage *self,
           InkDefinition *definition,
           InkAnswer *answer)
{
  const InkGoal *goal = ink_definition_get_main_goal (definition);
  gboolean has = goal != NULL && has_times (self, answer);
  g_autoptr (GTimeZone) zone = ink_definition_get_zone (definition);
  g_autofree char *title = NULL;
  g_autofree char *before = NULL;

  gtk_widget_set_visible (self->goal_card, has);
  if (!has)
    {
      ink_page_set_slide (INK_PAGE (self), NULL);
      return;
    }
  /* Translators: the title of a chart; a macro goal's name. */
  title = g_strdup_printf (_ ("“%s” over time"), goal->name);
  before = ink_overview_say_before (answer);
  g_object_set (self->chart, "heading", title, "note", before, NULL);
  ink_chart_view_set_chart (
      self->chart, "events", answer,
      &(InkChartOptions){ .title = title, .zone = zone, .definition = definition });
  offer_slides (self, goal);
}

static void
show_subtitle (InkOverviewPage *self)
{
  g_autofree char *data = ink_overview_say_data (self->document);

  ink_page_set_subtitle (INK_PAGE (self), data);
}

/* ---- The page ---- */

static void
answered_cb (InkLiveBin *bin,
             InkAnswer *answer,
             InkOverviewPage *self)
{
  ink_overview_cards_show (self->cards, ink_answer_get_table (answer, "highlights"));
  show_goal (self, ink_document_get_definition (self->document), answer);
}

static gboolean
early_cb (InkLiveBin *bin,
          InkAnswer *answer,
          InkOverviewPage *self)
{
  InkTable *table = ink_answer_get_table (answer, "highlights");

  ink_overview_cards_show_leak (self->cards, table);
  show_goal (self, ink_document_get_definition (self->document), answer);

  return TRUE;
}

static gboolean
has_text (const InkTable *table,
          const char *name)
{
  int column = ink_table_find_column (table, name);

  return column >= 0 && ink_table_is_text (table, (guint) column);
}

/* What was kept comes from a file. */
static gboolean
kept_cb (InkLiveBin *bin,
         InkAnswer *answer,
         InkOverviewPage *self)
{
  InkTable *table = ink_answer_get_table (answer, "highlights");

  /* What the page showed before the project was open: the document has the same. */
  if (self->is_glance && self->document != NULL)
    {
      self->is_glance = FALSE;
      return TRUE;
    }
  if (table == NULL || !has_text (table, "kind") || !has_text (table, "title")
      || !has_text (table, "subject") || !has_text (table, "sentence")
      || !has_text (table, "page"))
    return FALSE;
  ink_overview_cards_show (self->cards, table);
  show_goal (self, self->definition, answer);
  return TRUE;
}

gboolean
ink_overview_page_show_last (InkOverviewPage *self,
                             InkDefinition *definition,
                             const char *last)
{
  g_autoptr (InkAnswer) answer = NULL;

  g_return_val_if_fail (INK_IS_OVERVIEW_PAGE (self), FALSE);
  g_return_val_if_fail (self->document == NULL && definition != NULL && last != NULL, FALSE);

  answer = ink_answer_from_json (last, NULL);
  if (answer == NULL)
    return FALSE;
  g_clear_pointer (&self->definition, ink_definition_unref);
  self->definition = ink_definition_ref (definition);

  self->is_glance = ink_live_bin_show_last (self->bin, answer);

  return self->is_glance;
}

/* Remarks are drawn without asking anything anew. */
static void
definition_changed_cb (InkOverviewPage *self)
{
  InkAnswer *answer = ink_live_get_answer (self->early);

  show_next (self);
  show_subtitle (self);
  if (answer != NULL)
    show_goal (self, ink_document_get_definition (self->document), answer);
}

static void
ink_overview_page_filter_changed (InkPage *page)
{
  ink_live_refresh (INK_OVERVIEW_PAGE (page)->early);
  ink_live_refresh (INK_OVERVIEW_PAGE (page)->live);
}

static void
ink_overview_page_viewed (InkPage *page)
{
  InkOverviewPage *self = INK_OVERVIEW_PAGE (page);
  InkDocument *document = ink_page_get_document (page);

  self->document = g_object_ref (document);
  g_clear_pointer (&self->definition, ink_definition_unref);
  self->definition = ink_definition_ref (ink_document_get_definition (document));
  gtk_widget_set_sensitive (GTK_WIDGET (self->remarks), TRUE);
  if (!self->is_glance)
    ink_live_bin_set_ready (self->bin, FALSE);
  self->early = ink_live_new (document, NULL, build_early, self, NULL);
  self->live = ink_live_new (document, NULL, build_query, self, NULL);
  ink_live_keep (self->live, name_answer);
  ink_live_bin_set_live (self->bin, self->live);
  ink_live_bin_set_early (self->bin, self->early);
  ink_remark_list_set_view (self->remarks, ink_page_get_view (INK_PAGE (self)));
  g_signal_connect_object (document, "notify::definition", G_CALLBACK (definition_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::store", G_CALLBACK (definition_changed_cb), self,
                           G_CONNECT_SWAPPED);
  show_next (self);
  show_subtitle (self);
}

static void
ink_overview_page_dispose (GObject *object)
{
  InkOverviewPage *self = INK_OVERVIEW_PAGE (object);

  g_clear_object (&self->live);
  g_clear_object (&self->early);
  g_clear_object (&self->document);
  g_clear_pointer (&self->definition, ink_definition_unref);
  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (ink_overview_page_parent_class)->dispose (object);
}

static void
ink_overview_page_class_init (InkOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_overview_page_dispose;
  INK_PAGE_CLASS (klass)->viewed = ink_overview_page_viewed;
  INK_PAGE_CLASS (klass)->filter_changed = ink_overview_page_filter_changed;
  g_type_ensure (INK_TYPE_CARD_GRID);
  g_type_ensure (INK_TYPE_CHART_VIEW);
  g_type_ensure (INK_TYPE_EMPTY_STATE);
  g_type_ensure (INK_TYPE_LIVE_BIN);
  g_type_ensure (INK_TYPE_REMARK_LIST);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               INK_RESOURCE_BASE "/pages/ink-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, InkOverviewPage, content);
  gtk_widget_class_bind_template_child (widget_class, InkOverviewPage, bin);
  gtk_widget_class_bind_template_child (widget_class, InkOverviewPage, cards);
  gtk_widget_class_bind_template_child (widget_class, InkOverviewPage, goal_card);
  gtk_widget_class_bind_template_child (widget_class, InkOverviewPage, chart);
  gtk_widget_class_bind_template_child (widget_class, InkOverviewPage, remarks);
  gtk_widget_class_bind_template_child (widget_class, InkOverviewPage, empty);
  gtk_widget_class_bind_template_child (widget_class, InkOverviewPage, empty_button);
  gtk_widget_class_bind_template_callback (widget_class, answered_cb);
  gtk_widget_class_bind_template_callback (widget_class, early_cb);
  gtk_widget_class_bind_template_callback (widget_class, kept_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
}

/* It scrolls, so nobody needs its height: to measure that means to set all of its text once more. */
static void
measure (GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  InkOverviewPage *self = INK_OVERVIEW_PAGE (widget);

  *minimum = *natural = LEAST_HEIGHT;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    gtk_widget_measure (self->content, orientation, -1, minimum, natural, NULL, NULL);
}

static void
allocate (GtkWidget *widget,
          int width,
          int height,
          int baseline)
{
  gtk_widget_allocate (INK_OVERVIEW_PAGE (widget)->content, width, height, -1, NULL);
}

static void
ink_overview_page_init (InkOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (GTK_WIDGET (self),
                                 gtk_custom_layout_new (NULL, measure, allocate));
}
