/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-threshold.h"

#include "analysis/ink-rule-query.h"
#include "plot/ink-numbers.h"
#include "ui/widgets/ink-live-bin.h"
#include "ui/widgets/ink-number-entry.h"
#include "ui/widgets/ink-threshold-plot.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* What an answer may hold up the next frame. */
#define PATIENCE_MILLISECONDS 12

struct _InkThreshold
{
  GtkWidget parent_instance;

  GtkWidget *box;
  InkLiveBin *spread_bin;
  GtkWidget *plot;
  InkLiveBin *count_bin;
  GtkWidget *count;
  GtkWidget *entries[2]; /* low, high */
  GtkWidget *leads[2];   /* before them, where there are both */

  InkView *view;
  InkLive *spread; /* while it is shown */
  InkLive *counted;
  char **events;
  char *property;
  gboolean on_person;

  InkOp op;
  double limits[2]; /* NaN: none */
};

enum
{
  SIGNAL_PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InkThreshold, ink_threshold, GTK_TYPE_WIDGET)

/* ---- The operator's values ---- */

static gboolean
has_end (InkOp op,
         guint end)
{
  return op == INK_OP_BETWEEN
         || (end == 0 ? op == INK_OP_GREATER || op == INK_OP_AT_LEAST
                      : op == INK_OP_LESS || op == INK_OP_AT_MOST);
}

static GArray *
make_values (InkThreshold *self)
{
  GArray *values = g_array_new (FALSE, FALSE, sizeof (InkValue));

  for (guint i = 0; i < 2; i++)
    if (has_end (self->op, i))
      {
        InkValue value = ink_value_number (self->limits[i]);

        if (isnan (self->limits[i]))
          value = INK_VALUE_ABSENT;
        g_array_append_val (values, value);
      }
  return values;
}

/* A single end that nobody set says nothing yet. */
static gboolean
is_set (InkThreshold *self)
{
  return !isnan (self->limits[0]) || !isnan (self->limits[1]);
}

/* ---- How many lie within ---- */

static InkRule *
make_rule (InkThreshold *self)
{
  InkRule *rule = ink_rule_new (self->on_person ? INK_RULE_PERSON : INK_RULE_DOES);
  g_autoptr (GArray) values = make_values (self);
  InkCondition *condition = g_new0 (InkCondition, 1);

  condition->property = g_strdup (self->property);
  condition->op = self->op;
  condition->n_values = values->len;
  condition->values = (InkValue *) (void *) g_array_free (g_steal_pointer (&values), FALSE);
  rule->where = condition;
  rule->n_where = 1;
  if (!self->on_person)
    {
      const char *any[] = { "*", NULL };
      gboolean named = self->events != NULL && self->events[0] != NULL;

      g_strfreev (rule->names);
      rule->names = g_strdupv (named ? self->events : (char **) (void *) any);
    }
  return rule;
}

static InkQuery *
build_count (InkDocument *document,
             gpointer data,
             GError **error)
{
  InkThreshold *self = data;
  InkFilter filter = ink_view_get_filter (self->view);
  g_autoptr (InkRule) rule = NULL;

  if (!is_set (self))
    return NULL;
  rule = make_rule (self);
  return ink_rule_query_new (ink_document_get_definition (document), rule, INK_ASK_COMPLETED,
                             &filter);
}

static void
counted_cb (InkLiveBin *bin,
            InkAnswer *answer,
            InkThreshold *self)
{
  const InkTable *summary = ink_answer_get_table (answer, "summary");
  double people = ink_table_get_number (summary, 0, 0), of = ink_table_get_number (summary, 1, 0);
  double times = ink_table_get_number (summary, 3, 0);
  InkNumbers numbers = ink_numbers_for_locale ();
  g_autofree char *count = ink_numbers_count (&numbers, people);
  g_autofree char *all = ink_numbers_count (&numbers, of);
  g_autofree char *events = ink_numbers_count (&numbers, times);
  g_autofree char *text = NULL;

  if (isnan (times))
    text = g_strdup_printf (ngettext ("%s of %s person", "%s of %s people", (gulong) of), count, all);
  else
    /* Translators: events of people, among all people. */
    text = g_strdup_printf (ngettext ("%s event, of %s of %s people",
                                      "%s events, of %s of %s people", (gulong) times),
                            events, count, all);
  gtk_label_set_label (GTK_LABEL (self->count), text);
}

/* ---- The histogram ---- */

static InkQuery *
build_spread (InkDocument *document,
              gpointer data,
              GError **error)
{
  InkThreshold *self = data;
  InkFilter filter = ink_view_get_filter (self->view);
  InkValuesOf of
      = { (const char *const *) (void *) self->events, self->property, self->on_person };

  return ink_spread_query_new (ink_document_get_definition (document), &of, &filter);
}

static void
spread_cb (InkLiveBin *bin,
           InkAnswer *answer,
           InkThreshold *self)
{
  const InkTable *summary = ink_answer_get_table (answer, "summary");
  int filled = ink_table_find_column (summary, "filled");
  gboolean any = ink_table_get_number (summary, (guint) filled, 0) > 0;

  ink_threshold_plot_set_bins (INK_THRESHOLD_PLOT (self->plot),
                               any ? ink_answer_get_table (answer, "histogram") : NULL);
  gtk_widget_set_visible (self->plot, any);
}

/* ---- Setting it ---- */

static void
show_limits (InkThreshold *self)
{
  ink_threshold_plot_set_ends (INK_THRESHOLD_PLOT (self->plot), has_end (self->op, 0),
                               has_end (self->op, 1));
  ink_threshold_plot_set_limits (INK_THRESHOLD_PLOT (self->plot), self->limits[0], self->limits[1]);
  for (guint i = 0; i < 2; i++)
    {
      ink_number_entry_set_number (INK_NUMBER_ENTRY (self->entries[i]), self->limits[i]);
      gtk_widget_set_visible (self->entries[i], has_end (self->op, i));
      gtk_widget_set_visible (self->leads[i], self->op == INK_OP_BETWEEN);
    }
  if (self->counted != NULL)
    ink_live_refresh (self->counted);
}

static void
set_limits (InkThreshold *self,
            double low,
            double high)
{
  g_autoptr (GArray) values = NULL;

  self->limits[0] = low;
  self->limits[1] = high;
  show_limits (self);
  values = make_values (self);
  if (is_set (self))
    g_signal_emit (self, signals[SIGNAL_PICKED], 0, values);
}

static void
moved_cb (InkThresholdPlot *plot,
          double low,
          double high,
          InkThreshold *self)
{
  set_limits (self, low, high);
}

static void
edited_cb (GtkWidget *entry,
           double number,
           InkThreshold *self)
{
  if (entry == self->entries[0])
    set_limits (self, number, self->limits[1]);
  else
    set_limits (self, self->limits[0], number);
}

void
ink_threshold_set_value (InkThreshold *self,
                         InkOp op,
                         const InkValue *values,
                         guint n)
{
  guint taken = 0;

  g_return_if_fail (INK_IS_THRESHOLD (self));

  self->op = op;
  for (guint i = 0; i < 2; i++)
    {
      double number = NAN;

      if (has_end (op, i) && taken < n)
        if (!ink_value_as_number (values[taken++], &number))
          number = NAN;
      self->limits[i] = number;
    }
  show_limits (self);
}

/* ---- While it is shown ---- */

static void
stop_asking (InkThreshold *self)
{
  ink_live_bin_set_live (self->spread_bin, NULL);
  ink_live_bin_set_live (self->count_bin, NULL);
  g_clear_object (&self->counted);
  g_clear_object (&self->spread);
}

static InkLive *
ask (InkThreshold *self,
     InkLiveBuildFunc build,
     InkLiveBin *bin)
{
  InkLive *live = ink_live_new (ink_view_get_document (self->view), NULL, build, self, NULL);

  ink_live_set_patience (live, PATIENCE_MILLISECONDS);
  g_signal_connect_object (self->view, "filter-changed", G_CALLBACK (ink_live_refresh), live,
                           G_CONNECT_SWAPPED);
  ink_live_bin_set_live (bin, live);
  return live;
}

static void
begin_asking (InkThreshold *self)
{
  if (self->spread != NULL || self->view == NULL || self->property == NULL)
    return;
  self->spread = ask (self, build_spread, self->spread_bin);
  self->counted = ask (self, build_count, self->count_bin);
}

static void
ink_threshold_map (GtkWidget *widget)
{
  begin_asking (INK_THRESHOLD (widget));
  GTK_WIDGET_CLASS (ink_threshold_parent_class)->map (widget);
}

static void
ink_threshold_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ink_threshold_parent_class)->unmap (widget);
  stop_asking (INK_THRESHOLD (widget));
}

void
ink_threshold_set_source (InkThreshold *self,
                          InkView *view,
                          const InkValuesOf *of)
{
  gboolean seconds;

  g_return_if_fail (INK_IS_THRESHOLD (self));
  g_return_if_fail (INK_IS_VIEW (view));
  g_return_if_fail (of != NULL && of->property != NULL);

  stop_asking (self);
  g_set_object (&self->view, view);
  g_strfreev (self->events);
  self->events = g_strdupv ((char **) (void *) of->events);
  g_free (self->property);
  self->property = g_strdup (of->property);
  self->on_person = of->on_person;
  seconds = !of->on_person && strcmp (of->property, "duration") == 0;
  for (guint i = 0; i < 2; i++)
    ink_number_entry_set_seconds (INK_NUMBER_ENTRY (self->entries[i]), seconds);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    begin_asking (self);
}

/* ---- The widget ---- */

static void
ink_threshold_dispose (GObject *object)
{
  InkThreshold *self = INK_THRESHOLD (object);

  if (self->box != NULL)
    stop_asking (self);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->view);

  G_OBJECT_CLASS (ink_threshold_parent_class)->dispose (object);
}

static void
ink_threshold_finalize (GObject *object)
{
  g_strfreev (INK_THRESHOLD (object)->events);
  g_free (INK_THRESHOLD (object)->property);

  G_OBJECT_CLASS (ink_threshold_parent_class)->finalize (object);
}

static void
ink_threshold_class_init (InkThresholdClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ink_threshold_dispose;
  object_class->finalize = ink_threshold_finalize;
  widget_class->map = ink_threshold_map;
  widget_class->unmap = ink_threshold_unmap;
  signals[SIGNAL_PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static InkLiveBin *
add_bin (InkThreshold *self,
         GtkWidget *child,
         GCallback answered)
{
  InkLiveBin *bin
      = g_object_new (INK_TYPE_LIVE_BIN, "failure-title", _ ("This cannot be counted"), NULL);

  GTK_BUILDABLE_GET_IFACE (bin)->add_child (GTK_BUILDABLE (bin), NULL, G_OBJECT (child), NULL);
  g_signal_connect (bin, "answered", answered, self);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (bin));
  return bin;
}

/* One above the other: numbers with units are wide. */
static GtkWidget *
make_entries (InkThreshold *self)
{
  /* Translators: one end of what numbers lie between. */
  const char *names[2] = { C_ ("numbers", "From"), C_ ("numbers", "To") };
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 9);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  for (int i = 0; i < 2; i++)
    {
      self->leads[i] = gtk_label_new (names[i]);
      gtk_label_set_xalign (GTK_LABEL (self->leads[i]), 0);
      self->entries[i] = ink_number_entry_new (names[i], FALSE);
      gtk_widget_set_hexpand (self->entries[i], TRUE);
      gtk_grid_attach (GTK_GRID (grid), self->leads[i], 0, i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), self->entries[i], 1, i, 1, 1);
      g_signal_connect (self->entries[i], "edited", G_CALLBACK (edited_cb), self);
    }
  return grid;
}

static void
ink_threshold_init (InkThreshold *self)
{
  self->op = INK_OP_AT_LEAST;
  self->limits[0] = self->limits[1] = NAN;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->plot = ink_threshold_plot_new ();
  g_signal_connect (self->plot, "moved", G_CALLBACK (moved_cb), self);
  self->spread_bin = add_bin (self, self->plot, G_CALLBACK (spread_cb));
  gtk_box_append (GTK_BOX (self->box), make_entries (self));
  self->count = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->count), 0);
  gtk_label_set_wrap (GTK_LABEL (self->count), TRUE);
  gtk_widget_add_css_class (self->count, "dim-label");
  self->count_bin = add_bin (self, self->count, G_CALLBACK (counted_cb));
  show_limits (self);
}

GtkWidget *
ink_threshold_new (void)
{
  return g_object_new (INK_TYPE_THRESHOLD, NULL);
}
