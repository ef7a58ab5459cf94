/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/pages/ink-import-private.h"

#include "ui/widgets/ink-adaptive-box.h"
#include "ui/widgets/ink-page-column.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (InkImportPage, ink_import_page, GTK_TYPE_WIDGET)

void
_ink_import_page_show (InkImportPage *self,
                       const char *name)
{
  gtk_stack_set_visible_child_name (self->stack, name);
  /* One that nobody sees would make the window draw 60 times a second all the same. */
  gtk_spinner_set_spinning (self->looking, g_str_equal (name, "looking"));
  gtk_widget_set_visible (self->import_button, g_str_equal (name, "preview"));
  gtk_widget_set_visible (self->cancel_button, !g_str_equal (name, "report"));
}

/* While it runs, the page stays as it is, but for what it says of the progress. */
void
_ink_import_page_set_running (InkImportPage *self,
                              gboolean running)
{
  gtk_revealer_set_reveal_child (self->running, running);
  gtk_widget_set_sensitive (self->columns, !running);
  gtk_widget_set_sensitive (GTK_WIDGET (self->choices), !running);
  gtk_widget_set_sensitive (self->import_button, !running);
  gtk_widget_set_visible (self->cancel_button, !running);
}

const char *
_ink_import_page_get_path (InkImportPage *self)
{
  return g_file_peek_path (g_ptr_array_index (self->files, self->position));
}

void
_ink_import_page_end (InkImportPage *self)
{
  g_autoptr (InkDocument) document = g_steal_pointer (&self->document);
  InkImportEndedFunc ended = g_steal_pointer (&self->ended);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  _ink_import_page_cancel_trial (self);
  if (self->looking != NULL)
    gtk_spinner_stop (self->looking);
  g_clear_handle_id (&self->tick, g_source_remove);
  if (ended != NULL)
    ended (document, self->kept, self->ended_data);
}

void
_ink_import_page_fail (InkImportPage *self,
                       const GError *error)
{
  g_autofree char *markup = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->failure, markup);
  _ink_import_page_show (self, "failed");
}

static void
import_cb (GtkButton *button,
           InkImportPage *self)
{
  _ink_import_page_run (self);
}

static void
stop_cb (GtkButton *button,
         InkImportPage *self)
{
  g_cancellable_cancel (self->cancellable);
}

static void
role_changed_cb (InkColumnTable *table,
                 const char *column,
                 guint role,
                 InkImportPage *self)
{
  if (self->filling)
    return;
  ink_import_options_set_role (self->options, role, column);
  _ink_import_page_look (self);
}

static void
choices_changed_cb (InkImportChoices *choices,
                    InkImportPage *self)
{
  _ink_import_page_look (self);
}

static void
cancel_cb (GtkButton *button,
           InkImportPage *self)
{
  _ink_import_page_end (self);
}

static void
begin_file (InkImportPage *self)
{
  g_autofree char *name = g_file_get_basename (g_ptr_array_index (self->files, self->position));

  ink_import_choices_set_options (self->choices, NULL);
  g_clear_pointer (&self->options, ink_import_options_free);
  self->options = ink_import_options_new ();
  self->options->secret = g_strdup (ink_document_get_secret (self->document));
  ink_import_choices_set_options (self->choices, self->options);
  adw_window_title_set_title (self->title, name);
  adw_window_title_set_subtitle (self->title, "");
  _ink_import_page_show (self, "looking");
  _ink_import_page_look (self);
}

static void
continue_cb (GtkButton *button,
             InkImportPage *self)
{
  if (++self->position < self->files->len)
    begin_file (self);
  else
    _ink_import_page_end (self);
}

void
ink_import_page_begin (InkImportPage *self,
                       InkDocument *document,
                       GFile **files,
                       int n_files,
                       InkImportEndedFunc ended,
                       gpointer data)
{
  g_return_if_fail (INK_IS_IMPORT_PAGE (self));
  g_return_if_fail (n_files > 0);

  if (self->document != NULL)
    return; /* one import at a time; the page shows it */
  g_set_object (&self->document, document);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
  for (int i = 0; i < n_files; i++)
    g_ptr_array_add (self->files, g_object_ref (files[i]));
  self->position = 0;
  self->kept = FALSE;
  self->leaving = FALSE;
  self->ended = ended;
  self->ended_data = data;
  begin_file (self);
}

gboolean
ink_import_page_get_running (InkImportPage *self)
{
  g_return_val_if_fail (INK_IS_IMPORT_PAGE (self), FALSE);

  return self->tick != 0;
}

void
ink_import_page_leave (InkImportPage *self)
{
  g_return_if_fail (INK_IS_IMPORT_PAGE (self));

  if (self->document == NULL)
    return;
  self->leaving = TRUE;
  if (self->tick != 0)
    g_cancellable_cancel (self->cancellable);
  else
    _ink_import_page_end (self);
}

static void
ink_import_page_dispose (GObject *object)
{
  InkImportPage *self = INK_IMPORT_PAGE (object);

  self->ended = NULL;
  if (self->document != NULL)
    _ink_import_page_end (self);
  if (self->choices != NULL)
    ink_import_choices_set_options (self->choices, NULL);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_pointer (&self->options, ink_import_options_free);

  G_OBJECT_CLASS (ink_import_page_parent_class)->dispose (object);
}

static void
ink_import_page_class_init (InkImportPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_import_page_dispose;
  g_type_ensure (INK_TYPE_ADAPTIVE_BOX);
  g_type_ensure (INK_TYPE_PAGE_COLUMN);
  g_type_ensure (INK_TYPE_COLUMN_TABLE);
  g_type_ensure (INK_TYPE_IMPORT_CHOICES);
  g_type_ensure (INK_TYPE_IMPORT_FACTS);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               INK_RESOURCE_BASE "/pages/ink-import-page.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, InkImportPage, content);
  gtk_widget_class_bind_template_child (widget_class, InkImportPage, title);
  gtk_widget_class_bind_template_child (widget_class, InkImportPage, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, InkImportPage, import_button);
  gtk_widget_class_bind_template_child (widget_class, InkImportPage, stack);
  gtk_widget_class_bind_template_child (widget_class, InkImportPage, looking);
  gtk_widget_class_bind_template_child (widget_class, InkImportPage, joins);
  gtk_widget_class_bind_template_child (widget_class, InkImportPage, columns);
  gtk_widget_class_bind_template_child (widget_class, InkImportPage, table);
  gtk_widget_class_bind_template_child (widget_class, InkImportPage, running);
  gtk_widget_class_bind_template_child (widget_class, InkImportPage, reading);
  gtk_widget_class_bind_template_child (widget_class, InkImportPage, bar);
  gtk_widget_class_bind_template_child (widget_class, InkImportPage, rate);
  gtk_widget_class_bind_template_child (widget_class, InkImportPage, choices);
  gtk_widget_class_bind_template_child (widget_class, InkImportPage, found);
  gtk_widget_class_bind_template_child (widget_class, InkImportPage, report_title);
  gtk_widget_class_bind_template_child (widget_class, InkImportPage, report);
  gtk_widget_class_bind_template_child (widget_class, InkImportPage, continue_button);
  gtk_widget_class_bind_template_child (widget_class, InkImportPage, failure);
  gtk_widget_class_bind_template_callback (widget_class, role_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, choices_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, continue_cb);
}

static void
ink_import_page_init (InkImportPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
