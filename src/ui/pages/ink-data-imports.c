/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/pages/ink-data-imports.h"

#include "import/ink-import-format.h"
#include "import/ink-import-report.h"
#include "ui/pages/ink-data-words.h"
#include "ui/pages/ink-import-facts.h"
#include "ui/widgets/ink-text-column.h"

#include <glib/gi18n-lib.h>

struct _InkDataImports
{
  InkDataPart parent_instance;

  GtkStack *stack;
  GtkWidget *scrolled;
  InkTextColumn *box;
  AdwStatusPage *empty;
};

G_DEFINE_FINAL_TYPE (InkDataImports, ink_data_imports, INK_TYPE_DATA_PART)

/* "Line 12: not a time", a line each. */
static char *
write_rejected (const InkImportReport *report)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < report->rejected->len; i++)
    {
      const InkRejectedRow *row = &g_array_index (report->rejected, InkRejectedRow, i);

      g_string_append_printf (text, _ ("Line %" G_GUINT64_FORMAT ": %s"), row->line, row->reason);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static void
copy_cb (GtkButton *button,
         const char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (button)), text);
}

static GtkWidget *
make_copy_button (const InkImportReport *report)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Copy Unreadable Rows"));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (button, 6);
  g_signal_connect_data (button, "clicked", G_CALLBACK (copy_cb), write_rejected (report),
                         (GClosureNotify) (gpointer) g_free, 0);
  return button;
}

static char *
describe (const InkImportRecord *record,
          GTimeZone *zone)
{
  g_autofree char *day = ink_data_day ((double) record->time, zone);
  g_autofree char *clock = ink_data_clock ((double) record->time, zone);
  const InkImportFormat *format = ink_import_formats_find (record->format);

  /* Translators: the format of a file, a day, a time of day */
  return g_strdup_printf (_ ("%s · imported %s, %s"),
                          format != NULL ? _ (format->title) : record->format, day, clock);
}

static GtkWidget *
make_import (const InkImportRecord *record,
             GTimeZone *zone)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  InkImportFacts *facts = g_object_new (INK_TYPE_IMPORT_FACTS, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (InkImportReport) report = ink_import_report_from_json (record->report, &error);
  g_autofree char *title = g_markup_escape_text (record->file, -1);
  g_autofree char *words = describe (record, zone);
  g_autofree char *description = g_markup_escape_text (words, -1);

  adw_preferences_group_set_title (group, title);
  adw_preferences_group_set_description (group, description);
  if (report != NULL)
    ink_import_facts_set_report (facts, report, zone);
  else
    ink_import_facts_set_note (facts, _ ("The report of this import cannot be read."));
  adw_preferences_group_add (group, GTK_WIDGET (facts));
  if (report != NULL && report->rejected->len > 0)
    adw_preferences_group_add (group, make_copy_button (report));
  return GTK_WIDGET (group);
}

/* The newest first. */
static void
show_imports (InkDataImports *self,
              const GPtrArray *imports)
{
  InkDefinition *definition
      = ink_document_get_definition (ink_data_part_get_document (INK_DATA_PART (self)));
  g_autoptr (GTimeZone) zone = ink_definition_get_zone (definition);
  g_autofree char *count = ink_data_count (imports->len);
  g_autofree char *summary
      = g_strdup_printf (ngettext ("%s import", "%s imports", imports->len), count);

  ink_text_column_clear (self->box);
  for (guint i = imports->len; i > 0; i--)
    ink_text_column_append (self->box, make_import (g_ptr_array_index (imports, i - 1), zone));
  gtk_stack_set_visible_child (self->stack,
                               imports->len > 0 ? self->scrolled : GTK_WIDGET (self->empty));
  ink_data_part_set_summary (INK_DATA_PART (self), summary);
}

static void
update (InkDataImports *self)
{
  InkDocument *document = ink_data_part_get_document (INK_DATA_PART (self));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) imports = NULL;

  if (document == NULL)
    return;
  imports = ink_document_get_imports (document, &error);
  if (imports != NULL)
    {
      show_imports (self, imports);
      return;
    }
  adw_status_page_set_title (self->empty, _ ("The imports cannot be read"));
  adw_status_page_set_description (self->empty, error->message);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->empty));
}

static void
store_changed_cb (InkDataImports *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}

static void
ink_data_imports_shown (InkDataPart *part)
{
  InkDocument *document = ink_data_part_get_document (part);

  if (document == NULL)
    return;
  g_signal_handlers_disconnect_by_func (document, store_changed_cb, part);
  g_signal_connect_object (document, "notify::store", G_CALLBACK (store_changed_cb), part,
                           G_CONNECT_SWAPPED);
  update (INK_DATA_IMPORTS (part));
}

static void
ink_data_imports_class_init (InkDataImportsClass *klass)
{
  INK_DATA_PART_CLASS (klass)->shown = ink_data_imports_shown;
}

static void
ink_data_imports_init (InkDataImports *self)
{
  GtkWidget *clamp = adw_clamp_new ();

  self->stack = GTK_STACK (gtk_stack_new ());
  self->box = INK_TEXT_COLUMN (ink_text_column_new (24));
  gtk_widget_set_margin_start (GTK_WIDGET (self->box), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (self->box), 12);
  gtk_widget_set_margin_top (GTK_WIDGET (self->box), 12);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->box), 24);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->box));
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 720);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), clamp);
  self->empty = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_status_page_set_icon_name (self->empty, "ink-data-symbolic");
  adw_status_page_set_title (self->empty, _ ("Nothing imported yet"));
  adw_status_page_set_description (self->empty, _ ("Drop an export here, or press + to add one."));
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->empty));
  gtk_stack_add_child (self->stack, self->scrolled);
  ink_data_part_set_content (INK_DATA_PART (self), GTK_WIDGET (self->stack));
}
