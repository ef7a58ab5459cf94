/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/pages/ink-import-facts.h"

#include "plot/ink-numbers.h"

#include <glib/gi18n-lib.h>

/* All are counted; a longer list helps nobody to mend the file. */
#define SHOWN_REJECTED 50

struct _InkImportFacts
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *note;
  GtkListBox *facts;
  AdwExpanderRow *rejected;
};

G_DEFINE_FINAL_TYPE (InkImportFacts, ink_import_facts, GTK_TYPE_WIDGET)

static GtkWidget *
make_row (const char *title,
          const char *value)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (value);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_add_css_class (label, "numeric");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  return row;
}

static void
add_text (InkImportFacts *self,
          const char *title,
          const char *value)
{
  gtk_list_box_append (self->facts, make_row (title, value));
}

static void
add_count (InkImportFacts *self,
           const char *title,
           guint64 count)
{
  InkNumbers numbers = ink_numbers_for_locale ();
  g_autofree char *value = ink_numbers_count (&numbers, count);

  add_text (self, title, value);
}

/* Where there is none of it, a row would be noise. */
static void
add_some (InkImportFacts *self,
          const char *title,
          guint64 count)
{
  if (count > 0)
    add_count (self, title, count);
}

static void
add_period (InkImportFacts *self,
            const InkImportReport *report,
            GTimeZone *zone)
{
  InkNumbers numbers = ink_numbers_for_locale ();
  g_autoptr (GTimeZone) by
      = zone != NULL ? g_time_zone_ref (zone) : g_time_zone_new_local ();
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *text = NULL;

  if (report->first == INK_TIME_NONE)
    return;
  first = ink_numbers_date (&numbers, report->first, INK_PERIOD_DAY, by, TRUE);
  last = ink_numbers_date (&numbers, report->last, INK_PERIOD_DAY, by, TRUE);
  text = g_str_equal (first, last) ? g_strdup (first)
                                   : g_strdup_printf (_ ("%s – %s"), first, last);
  add_text (self, _ ("Period"), text);
}

static void
add_findings (InkImportFacts *self,
              const InkImportReport *report)
{
  for (guint i = 0; i < report->quality->len; i++)
    {
      const InkQualityFinding *finding = &g_array_index (report->quality, InkQualityFinding, i);

      add_count (self, finding->finding, finding->count);
    }
  for (guint i = 0; i < report->personal->len; i++)
    {
      const InkPersonalData *personal = &g_array_index (report->personal, InkPersonalData, i);
      g_autofree char *title = g_strdup_printf (_ ("Personal data in “%s”"), personal->column);

      add_text (self, title, personal->done);
    }
}

static void
add_rejected_rows (InkImportFacts *self,
                   const InkImportReport *report)
{
  for (guint i = 0; i < MIN (report->rejected->len, SHOWN_REJECTED); i++)
    {
      const InkRejectedRow *rejected = &g_array_index (report->rejected, InkRejectedRow, i);
      g_autofree char *line = g_strdup_printf (_ ("Line %" G_GUINT64_FORMAT), rejected->line);
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), rejected->reason);
      adw_preferences_row_set_title_selectable (ADW_PREFERENCES_ROW (row), TRUE);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), line);
      adw_expander_row_add_row (self->rejected, row);
    }
}

static void
add_rejected (InkImportFacts *self,
              const InkImportReport *report)
{
  InkNumbers numbers = ink_numbers_for_locale ();
  g_autofree char *count = ink_numbers_count (&numbers, report->n_rejected);

  if (report->n_rejected == 0)
    {
      add_count (self, _ ("Unreadable rows"), 0);
      return;
    }
  self->rejected = ADW_EXPANDER_ROW (adw_expander_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rejected), _ ("Unreadable rows"));
  adw_expander_row_set_subtitle (self->rejected, count);
  gtk_widget_add_css_class (GTK_WIDGET (self->rejected), "rejected-rows");
  add_rejected_rows (self, report);
  gtk_list_box_append (self->facts, GTK_WIDGET (self->rejected));
}

static void
clear (InkImportFacts *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->facts))) != NULL)
    gtk_list_box_remove (self->facts, row);
  self->rejected = NULL;
}

void
ink_import_facts_set_report (InkImportFacts *self,
                             const InkImportReport *report,
                             GTimeZone *zone)
{
  guint32 known;

  g_return_if_fail (INK_IS_IMPORT_FACTS (self));

  clear (self);
  known = report->people > report->new_people ? report->people - report->new_people : 0;
  add_count (self, _ ("Rows read"), report->rows);
  add_count (self, _ ("New events"), report->events);
  add_some (self, _ ("Repeats, left out"), report->repeats);
  add_rejected (self, report);
  add_count (self, _ ("People"), report->people);
  add_some (self, _ ("of them already in the project"), known);
  add_some (self, _ ("Ids merged"), report->ids_merged);
  add_some (self, _ ("Events of nobody"), report->of_nobody);
  add_period (self, report, zone);
  add_findings (self, report);
  gtk_widget_set_visible (GTK_WIDGET (self->facts), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->note), FALSE);
}

void
ink_import_facts_set_note (InkImportFacts *self,
                           const char *sentence)
{
  g_return_if_fail (INK_IS_IMPORT_FACTS (self));

  gtk_label_set_label (self->note, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->facts), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->note), TRUE);
}

static void
ink_import_facts_dispose (GObject *object)
{
  g_clear_pointer (&INK_IMPORT_FACTS (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (ink_import_facts_parent_class)->dispose (object);
}

static void
ink_import_facts_class_init (InkImportFactsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ink_import_facts_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
ink_import_facts_init (InkImportFacts *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->note = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->note, TRUE);
  gtk_label_set_xalign (self->note, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "dim-label");
  self->facts = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->facts, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->facts), "boxed-list");
  gtk_widget_set_visible (GTK_WIDGET (self->facts), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->facts), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What the file holds"), -1);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->note));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->facts));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}
