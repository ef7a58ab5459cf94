/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/pages/ink-data-events.h"

#include "analysis/ink-data-queries.h"
#include "ui/compat/ink-compat-name.h"
#include "ui/pages/ink-data-event.h"
#include "ui/pages/ink-data-words.h"
#include "ui/widgets/ink-data-table.h"

#include <glib/gi18n-lib.h>

enum
{
  COLUMN_NAME,
  COLUMN_EVENTS,
  COLUMN_PEOPLE,
  COLUMN_FIRST,
  COLUMN_LAST,
  COLUMN_SERIES,
};

/* In the order of the query's table. */
static const InkDataColumn columns[] = {
  [COLUMN_NAME] = { "name", N_ ("Event"), INK_DATA_TEXT, 0 },
  [COLUMN_EVENTS] = { "events", N_ ("Count"), INK_DATA_NUMBER, 9, FALSE, INK_FORMAT_COUNT },
  [COLUMN_PEOPLE] = { "people", N_ ("People"), INK_DATA_NUMBER, 8, FALSE, INK_FORMAT_COUNT },
  [COLUMN_FIRST] = { "first", N_ ("First seen"), INK_DATA_NUMBER, 11, FALSE, INK_FORMAT_TIME },
  [COLUMN_LAST] = { "last", N_ ("Last seen"), INK_DATA_NUMBER, 11, FALSE, INK_FORMAT_TIME },
  [COLUMN_SERIES] = { "series", N_ ("Over time"), INK_DATA_SPARKLINE, 12, TRUE },
};

struct _InkDataEvents
{
  InkDataPart parent_instance;

  InkDataTable *table;
  GtkToggleButton *show_hidden;
  InkRowList *rows;

  InkAnswer *answer; /* that the events are of */
  InkDefinition *definition;
  GTimeZone *zone;
  GArray *events; /* InkDataEvent, as in the answer */
  GArray *series; /* double: room for one row */
};

G_DEFINE_FINAL_TYPE (InkDataEvents, ink_data_events, INK_TYPE_DATA_PART)

static double
get_cell (InkDataEvents *self,
          guint number,
          guint column)
{
  return ink_table_get_number (ink_answer_get_table (self->answer, "events"), column, number);
}

static InkDataEvent *
get_event (InkDataEvents *self,
           guint number)
{
  return &g_array_index (self->events, InkDataEvent, number);
}

/* ---- What a row says ---- */

static char *
get_text (gpointer data,
          guint number,
          guint column)
{
  InkDataEvents *self = data;

  if (column == COLUMN_NAME)
    return g_strdup (get_event (self, number)->label);
  if (column == COLUMN_FIRST || column == COLUMN_LAST)
    return ink_data_day (get_cell (self, number, column), self->zone);
  return ink_data_count (get_cell (self, number, column));
}

static double
get_number (gpointer data,
            guint number,
            guint column)
{
  return get_cell (data, number, column);
}

static char *
get_detail (gpointer data,
            guint number)
{
  InkDataEvents *self = data;
  g_autofree char *events = ink_data_events (get_cell (self, number, COLUMN_EVENTS));
  g_autofree char *people = ink_data_people (get_cell (self, number, COLUMN_PEOPLE));

  /* Translators: events · people. There is no room for the days, too, beside the line over time. */
  return g_strdup_printf (_ ("%s · %s"), events, people);
}

static double
get_part_length (const InkTable *parts,
                 guint part)
{
  return ink_table_get_number (parts, 1, part) - ink_table_get_number (parts, 0, part);
}

/* A part of fewer days than the others would look like a rise. */
static guint
get_first_part (InkDataEvents *self,
                guint n)
{
  const InkTable *parts = ink_answer_get_table (self->answer, "parts");

  return n > 2 && get_part_length (parts, 0) < get_part_length (parts, n - 1) - INK_HOUR * 2;
}

static char *
describe_series (InkDataEvents *self,
                 guint first)
{
  const InkTable *parts = ink_answer_get_table (self->answer, "parts");
  guint most = 0;
  g_autofree char *count = NULL;
  g_autofree char *days = NULL;

  for (guint i = 1; i < self->series->len; i++)
    if (g_array_index (self->series, double, i) > g_array_index (self->series, double, most))
      most = i;
  count = ink_data_count (g_array_index (self->series, double, most));
  days = ink_data_days (ink_table_get_number (parts, 0, first + most),
                        ink_table_get_number (parts, 1, first + most) - 1, self->zone);
  /* Translators: a day or days, and how often the event happened in them */
  return g_strdup_printf (_ ("Over time: most on %s, %s"), days, count);
}

static InkDataSeries
get_series (gpointer data,
            guint number)
{
  InkDataEvents *self = data;
  const InkTable *series = ink_answer_get_table (self->answer, "series");
  guint n = series != NULL ? ink_table_get_n_columns (series) : 0;
  guint first = n > 0 ? get_first_part (self, n) : 0;

  g_array_set_size (self->series, n - first);
  for (guint i = first; i < n; i++)
    g_array_index (self->series, double, i - first) = ink_table_get_number (series, i, number);

  return (InkDataSeries){ (const double *) (gpointer) self->series->data, n - first,
                          n > 0 ? describe_series (self, first) : NULL };
}

static gboolean
is_hidden (gpointer data,
           guint number)
{
  return get_event (data, number)->hidden;
}

static const InkDataSource source
    = { columns, G_N_ELEMENTS (columns), get_text, get_detail, get_series, is_hidden, get_number };

/* ---- Which rows ---- */

static void
show_empty (InkDataEvents *self)
{
  if (*ink_data_table_get_search (self->table) != '\0')
    ink_data_table_set_empty (self->table, "system-search-symbolic", _ ("No event matches"),
                              _ ("Search for another part of the name."));
  else if (self->events->len == 0 && ink_view_is_filtered (
               ink_data_part_get_view (INK_DATA_PART (self))))
    ink_data_table_set_empty (self->table, "ink-filter-symbolic", _ ("No events here"),
                              _ ("These people did nothing in this period. Choose other people or "
                                 "another period above."));
  else
    ink_data_table_set_empty (self->table, "ink-data-symbolic", _ ("No events yet"),
                              _ ("Drop an export here, or press + to add one."));
}

static void
show_rows (InkDataEvents *self)
{
  g_autofree char *search = ink_data_fold (ink_data_table_get_search (self->table));
  g_autoptr (GArray) order = NULL;
  gboolean descending;
  guint n, column;

  if (self->answer == NULL)
    return;
  order = ink_data_event_find (self->events, search,
                               gtk_toggle_button_get_active (self->show_hidden));
  column = ink_data_table_get_sort (self->table, &descending);
  ink_data_event_sort (order, self->events, ink_answer_get_table (self->answer, "events"), column,
                       column == COLUMN_NAME, descending);
  n = order->len;
  show_empty (self);
  ink_row_list_set (self->rows, n,
                    (guint32 *) (gpointer) g_array_free (g_steal_pointer (&order), FALSE));
}

static gboolean
is_hidden_name (const InkDefinition *definition,
                const char *name)
{
  return definition->hidden != NULL
         && g_strv_contains ((const char *const *) (gpointer) definition->hidden, name);
}

static void
read_events (InkDataEvents *self)
{
  const InkTable *table = ink_answer_get_table (self->answer, "events");
  gboolean any_hidden = FALSE;

  g_array_set_size (self->events, 0);
  for (guint i = 0; i < ink_table_get_n_rows (table); i++)
    {
      const char *name = ink_table_get_text (table, COLUMN_NAME, i);
      InkDataEvent event = {
        .name = name,
        .label = ink_data_label (self->definition, name),
        .hidden = is_hidden_name (self->definition, name),
      };

      any_hidden |= event.hidden;
      g_array_append_val (self->events, event);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->show_hidden), any_hidden);
}

static void
show_summary (InkDataEvents *self)
{
  const InkTable *totals = ink_answer_get_table (self->answer, "totals");
  g_autofree char *events = ink_data_events (ink_table_get_number (totals, 0, 0));
  g_autofree char *people = ink_data_people (ink_table_get_number (totals, 1, 0));
  /* Translators: "587 061 events" of "20 000 people" */
  g_autofree char *summary = g_strdup_printf (_ ("%s of %s"), events, people);

  ink_data_part_set_summary (INK_DATA_PART (self), summary);
}

/* ---- As a part ---- */

static InkQuery *
ink_data_events_build (InkDataPart *part,
                       InkDocument *document,
                       GError **error)
{
  InkFilter filter = ink_view_get_filter (ink_data_part_get_view (part));

  return ink_events_query_new (ink_document_get_definition (document), &filter);
}

static void
take (InkDataEvents *self,
      InkAnswer *answer)
{
  InkDefinition *definition
      = ink_document_get_definition (ink_data_part_get_document (INK_DATA_PART (self)));

  ink_answer_ref (answer);
  ink_definition_ref (definition);
  g_array_set_size (self->events, 0);
  g_clear_pointer (&self->answer, ink_answer_unref);
  g_clear_pointer (&self->definition, ink_definition_unref);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  self->answer = answer;
  self->definition = definition;
  self->zone = ink_definition_get_zone (definition);
  ink_data_table_set_saved_as (self->table, _ ("Events"), self->zone);
  read_events (self);
  show_rows (self);
}

static void
ink_data_events_answered (InkDataPart *part,
                          InkAnswer *answer)
{
  InkDataEvents *self = INK_DATA_EVENTS (part);

  if (answer == NULL)
    return;
  take (self, answer);
  show_summary (self);
}

/* Labels and hidden names are no part of the question. */
static void
definition_changed_cb (InkDataEvents *self)
{
  if (self->answer != NULL)
    take (self, self->answer);
}

static void
ink_data_events_shown (InkDataPart *part)
{
  InkDocument *document = ink_data_part_get_document (part);
  InkDataEvents *self = INK_DATA_EVENTS (part);

  if (document == NULL)
    return;
  g_signal_handlers_disconnect_by_func (document, definition_changed_cb, part);
  g_signal_connect_object (document, "notify::definition", G_CALLBACK (definition_changed_cb),
                           part, G_CONNECT_SWAPPED);
  if (self->definition != ink_document_get_definition (document))
    definition_changed_cb (self);
}

static void
ink_data_events_finalize (GObject *object)
{
  InkDataEvents *self = INK_DATA_EVENTS (object);

  g_array_unref (self->events);
  g_array_unref (self->series);
  g_clear_pointer (&self->answer, ink_answer_unref);
  g_clear_pointer (&self->definition, ink_definition_unref);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (ink_data_events_parent_class)->finalize (object);
}

static void
ink_data_events_class_init (InkDataEventsClass *klass)
{
  InkDataPartClass *part_class = INK_DATA_PART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ink_data_events_finalize;
  part_class->build = ink_data_events_build;
  part_class->answered = ink_data_events_answered;
  part_class->shown = ink_data_events_shown;
}

static GtkToggleButton *
make_hidden_button (InkDataEvents *self)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_icon_name (GTK_BUTTON (button), "view-reveal-symbolic");
  ink_compat_set_hint (button, _ ("Show Hidden Events"));
  gtk_widget_set_visible (button, FALSE);
  g_signal_connect_object (button, "toggled", G_CALLBACK (show_rows), self, G_CONNECT_SWAPPED);
  return GTK_TOGGLE_BUTTON (button);
}

static void
ink_data_events_init (InkDataEvents *self)
{
  self->events = ink_data_event_array_new ();
  self->series = g_array_new (FALSE, TRUE, sizeof (double));
  self->rows = ink_row_list_new ();
  self->table = g_object_new (INK_TYPE_DATA_TABLE, NULL);
  self->show_hidden = make_hidden_button (self);
  ink_data_table_set_source (self->table, &source, self, self->rows, _ ("Events"),
                             _ ("Search events"));
  ink_data_table_add_tool (self->table, GTK_WIDGET (self->show_hidden));
  ink_data_table_set_sort (self->table, COLUMN_EVENTS, TRUE);
  g_signal_connect_object (self->table, "search-changed", G_CALLBACK (show_rows), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "sort-changed", G_CALLBACK (show_rows), self,
                           G_CONNECT_SWAPPED);
  ink_data_part_set_content (INK_DATA_PART (self), GTK_WIDGET (self->table));
}
