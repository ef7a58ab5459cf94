/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/dialogs/ink-definition-dialog.h"

#include "definition/ink-definition-check.h"
#include "definition/ink-definition-diff.h"
#include "ui/compat/ink-compat-dialog.h"

#include <glib/gi18n-lib.h>

/* Nobody reads a longer list before deciding. */
#define MOST_CHANGES 100
#define MOST_HEIGHT 220

struct _InkDefinitionDialog
{
  AdwMessageDialog parent_instance;

  GtkCheckButton *replace;
  GtkLabel *changes;

  InkDocument *document;
  InkDefinition *added;
  InkDefinition *result; /* nullable: it does not hold together */
  char *file_name;
};

G_DEFINE_FINAL_TYPE (InkDefinitionDialog, ink_definition_dialog, ADW_TYPE_MESSAGE_DIALOG)

static char *
list_changes (GPtrArray *changes)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (changes->len, MOST_CHANGES); i++)
    {
      g_autofree char *words
          = ink_definition_change_to_words (g_ptr_array_index (changes, i));

      g_string_append_printf (text, "%s• %s", i > 0 ? "\n" : "", words);
    }
  if (changes->len > MOST_CHANGES)
    {
      guint n = changes->len - MOST_CHANGES;

      g_string_append_c (text, '\n');
      g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", n),
                              n);
    }
  return g_string_free (text, FALSE);
}

static void
show_result (InkDefinitionDialog *self,
             const GError *error)
{
  InkDefinition *definition = ink_document_get_definition (self->document);
  g_autoptr (GPtrArray) changes
      = self->result != NULL ? ink_definition_diff (definition, self->result) : NULL;
  g_autofree char *text = changes != NULL ? list_changes (changes) : g_strdup (error->message);

  if (changes != NULL && changes->len == 0)
    {
      g_free (text);
      text = g_strdup (_ ("Everything in the file is in the project already."));
    }
  gtk_label_set_label (self->changes, text);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "import",
                                           changes != NULL && changes->len > 0);
}

/* A file may count on goals of the project, which go when it replaces them. */
static void
update (InkDefinitionDialog *self)
{
  InkDefinition *definition = ink_document_get_definition (self->document);
  InkEventStore *store = ink_document_get_store (self->document);
  gboolean replace = gtk_check_button_get_active (self->replace);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->result, ink_definition_unref);
  self->result = replace ? ink_definition_replace (definition, self->added)
                         : ink_definition_merge (definition, self->added);
  if (!ink_definition_check (self->result, ink_event_store_get_schema (store), &error))
    g_clear_pointer (&self->result, ink_definition_unref);
  show_result (self, error);
}

static void
ink_definition_dialog_response (AdwMessageDialog *dialog,
                                const char *response)
{
  InkDefinitionDialog *self = INK_DEFINITION_DIALOG (dialog);
  g_autofree char *label = NULL;

  if (!g_str_equal (response, "import") || self->result == NULL)
    return;
  label = g_strdup_printf (_ ("Imported definition “%s”"), self->file_name);
  ink_document_edit (self->document, label, NULL, self->result);
}

static void
ink_definition_dialog_finalize (GObject *object)
{
  InkDefinitionDialog *self = INK_DEFINITION_DIALOG (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->added, ink_definition_unref);
  g_clear_pointer (&self->result, ink_definition_unref);
  g_free (self->file_name);

  G_OBJECT_CLASS (ink_definition_dialog_parent_class)->finalize (object);
}

static void
ink_definition_dialog_class_init (InkDefinitionDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ink_definition_dialog_finalize;
  ADW_MESSAGE_DIALOG_CLASS (klass)->response = ink_definition_dialog_response;
}

static void
ink_definition_dialog_init (InkDefinitionDialog *self)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  ink_compat_wrap_heading (dialog);
  self->changes = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->changes, 0);
  gtk_label_set_yalign (self->changes, 0);
  gtk_label_set_wrap (self->changes, TRUE);
  gtk_label_set_wrap_mode (self->changes, PANGO_WRAP_WORD_CHAR);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->changes));
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MOST_HEIGHT);
  gtk_widget_set_vexpand (scrolled, TRUE);
  self->replace = GTK_CHECK_BUTTON (
      gtk_check_button_new_with_mnemonic (_ ("_Remove what the file does not have")));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->replace), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Remove what the file does not have"), -1);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->replace));
  adw_message_dialog_set_extra_child (dialog, box);
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "import", _ ("_Import"),
                                    NULL);
  adw_message_dialog_set_response_appearance (dialog, "import", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "import");
  adw_message_dialog_set_close_response (dialog, "cancel");
}

GtkWidget *
ink_definition_dialog_new (GtkWindow *parent,
                           InkDocument *document,
                           InkDefinition *added,
                           const char *file_name)
{
  InkDefinitionDialog *self;
  g_autofree char *heading = NULL;

  g_return_val_if_fail (INK_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (added != NULL && file_name != NULL, NULL);

  heading = g_strdup_printf (_ ("Import “%s”?"), file_name);
  self = g_object_new (INK_TYPE_DEFINITION_DIALOG, "transient-for", parent, "modal", TRUE,
                       "heading", heading, "body", _ ("This changes in the project:"), NULL);
  self->document = g_object_ref (document);
  self->added = ink_definition_ref (added);
  self->file_name = g_strdup (file_name);
  g_signal_connect_object (self->replace, "toggled", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

void
ink_definition_dialog_set_replace (InkDefinitionDialog *self,
                                   gboolean replace)
{
  g_return_if_fail (INK_IS_DEFINITION_DIALOG (self));

  gtk_check_button_set_active (self->replace, replace);
}
