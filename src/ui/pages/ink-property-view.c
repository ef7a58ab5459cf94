/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/pages/ink-property-view.h"

#include "analysis/ink-data-queries.h"
#include "ui/pages/ink-data-cards.h"
#include "ui/pages/ink-data-words.h"
#include "ui/widgets/ink-adaptive-box.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* More events than this are told as a number. */
#define MAX_EVENTS 40

struct _InkPropertyView
{
  InkDataPart parent_instance;

  GtkWidget *values;
  GtkWidget *side;
  GtkWidget *range;
  GtkWidget *events;

  char *name;
  InkOn on;
};

G_DEFINE_FINAL_TYPE (InkPropertyView, ink_property_view, INK_TYPE_DATA_PART)

static InkQuery *
ink_property_view_build (InkDataPart *part,
                         InkDocument *document,
                         GError **error)
{
  InkPropertyView *self = INK_PROPERTY_VIEW (part);
  InkFilter filter = ink_view_get_filter (ink_data_part_get_view (part));

  if (self->name == NULL)
    return NULL;
  return ink_property_query_new (ink_document_get_definition (document), self->name, self->on,
                                 &filter);
}

static char *
write_share (double part,
             double whole)
{
  InkNumbers numbers = ink_numbers_for_locale ();

  return ink_numbers_share (&numbers, whole > 0 ? part / whole : NAN);
}

static void
show_values (InkPropertyView *self,
             const InkTable *values,
             double filled)
{
  double rest = filled;

  ink_data_card_clear (self->values);
  for (guint i = 0; i < ink_table_get_n_rows (values); i++)
    {
      double rows = ink_table_get_number (values, 1, i);
      g_autofree char *share = write_share (rows, filled);
      g_autofree char *count = ink_data_count (rows);
      g_autofree char *value = g_strdup_printf ("%s · %s", count, share);

      ink_data_card_add (self->values, ink_table_get_text (values, 0, i), NULL, value);
      rest -= rows;
    }
  if (rest > 0)
    {
      g_autofree char *share = write_share (rest, filled);
      g_autofree char *count = ink_data_count (rest);
      g_autofree char *value = g_strdup_printf ("%s · %s", count, share);

      ink_data_card_add (self->values, _ ("All other values"), NULL, value);
    }
}

static void
add_number (InkPropertyView *self,
            const char *title,
            const InkTable *summary,
            const char *column)
{
  int index = ink_table_find_column (summary, column);
  double number = ink_table_get_number (summary, (guint) index, 0);
  InkNumbers numbers = ink_numbers_for_locale ();
  g_autofree char *text
      = ink_numbers_format (&numbers, ink_table_get_format (summary, (guint) index), number);

  if (!isnan (number))
    ink_data_card_add (self->range, title, NULL, text);
}

static void
show_range (InkPropertyView *self,
            const InkTable *summary)
{
  double filled = ink_table_get_number (summary, 0, 0);
  double rows = ink_table_get_number (summary, 1, 0);
  g_autofree char *share = write_share (filled, rows);
  g_autofree char *of = self->on == INK_ON_EVENT ? ink_data_events (rows) : ink_data_people (rows);
  /* Translators: "12 %" of "21 870 events" */
  g_autofree char *fill = g_strdup_printf (_ ("%s of %s"), share, of);

  ink_data_card_clear (self->range);
  ink_data_card_add (self->range, _ ("Filled"), NULL, fill);
  add_number (self, _ ("Different values"), summary, "distinct");
  add_number (self, _ ("Least"), summary, "least");
  add_number (self, _ ("Median"), summary, "median");
  add_number (self, _ ("Greatest"), summary, "greatest");
  ink_data_part_set_summary (INK_DATA_PART (self), fill);
}

static void
show_events (InkPropertyView *self,
             const InkTable *events)
{
  InkDefinition *definition
      = ink_document_get_definition (ink_data_part_get_document (INK_DATA_PART (self)));
  guint n = events != NULL ? ink_table_get_n_rows (events) : 0;

  ink_data_card_clear (self->events);
  for (guint i = 0; i < MIN (n, MAX_EVENTS); i++)
    {
      g_autofree char *share = write_share (ink_table_get_number (events, 1, i),
                                            ink_table_get_number (events, 2, i));

      ink_data_card_add (self->events,
                         ink_data_label (definition, ink_table_get_text (events, 0, i)), NULL,
                         share);
    }
  if (n > MAX_EVENTS)
    {
      g_autofree char *count = ink_data_count (n - MAX_EVENTS);
      g_autofree char *more = g_strdup_printf (_ ("and %s more events"), count);

      ink_data_card_add (self->events, more, NULL, NULL);
    }
  gtk_widget_set_visible (self->events, n > 0);
}

static void
ink_property_view_answered (InkDataPart *part,
                            InkAnswer *answer)
{
  InkPropertyView *self = INK_PROPERTY_VIEW (part);
  const InkTable *summary = answer != NULL ? ink_answer_get_table (answer, "summary") : NULL;

  if (summary == NULL)
    return;
  show_values (self, ink_answer_get_table (answer, "values"),
               ink_table_get_number (summary, 0, 0));
  show_range (self, summary);
  show_events (self, ink_answer_get_table (answer, "events"));
}

static void
ink_property_view_finalize (GObject *object)
{
  g_free (INK_PROPERTY_VIEW (object)->name);

  G_OBJECT_CLASS (ink_property_view_parent_class)->finalize (object);
}

static void
ink_property_view_class_init (InkPropertyViewClass *klass)
{
  InkDataPartClass *part_class = INK_DATA_PART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ink_property_view_finalize;
  part_class->build = ink_property_view_build;
  part_class->answered = ink_property_view_answered;
}

static void
ink_property_view_init (InkPropertyView *self)
{
  GtkWidget *box = g_object_new (INK_TYPE_ADAPTIVE_BOX, "margin-start", 12, "margin-end", 12,
                                 "margin-bottom", 24, NULL);
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", 1080, "child", box, NULL);
  GtkWidget *scrolled = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy",
                                      GTK_POLICY_NEVER, "child", clamp, NULL);

  self->values = ink_data_card_new (_ ("Most frequent values"));
  self->side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  self->range = ink_data_card_new (_ ("At a glance"));
  self->events = ink_data_card_new (_ ("Events that carry it"));
  gtk_box_append (GTK_BOX (self->side), self->range);
  gtk_box_append (GTK_BOX (self->side), self->events);
  gtk_widget_set_parent (self->values, box);
  gtk_widget_set_parent (self->side, box);
  ink_data_part_set_content (INK_DATA_PART (self), scrolled);
}

void
ink_property_view_set_property (InkPropertyView *self,
                                const char *name,
                                guint on)
{
  char *copy;

  g_return_if_fail (INK_IS_PROPERTY_VIEW (self));
  g_return_if_fail (name != NULL);

  copy = g_strdup (name);
  g_free (self->name);
  self->name = copy;
  self->on = (InkOn) on;
  ink_data_part_refresh (INK_DATA_PART (self));
}
