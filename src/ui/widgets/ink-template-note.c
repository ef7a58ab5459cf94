/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-template-note.h"

#include "ui/compat/ink-compat-dialog.h"
#include "ui/compat/ink-compat-file.h"
#include "ui/compat/ink-compat-name.h"
#include "ui/ink-company-template.h"
#include "ui/ink-settings.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _InkTemplateNote
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *label;
  GtkWidget *button;
  GSettings *settings; /* nullable */
};

G_DEFINE_FINAL_TYPE (InkTemplateNote, ink_template_note, GTK_TYPE_WIDGET)

static void
show_name (InkTemplateNote *self)
{
  g_autofree char *name = ink_company_template_get_name ();
  g_autofree char *sentence
      = name != NULL ? g_strdup_printf (_ ("Charts stay editable in PowerPoint and Impress, in the "
                                           "look of “%s”."),
                                        name)
                     : g_strdup (_ ("Charts stay editable in PowerPoint and Impress."));

  gtk_label_set_label (self->label, sentence);
  gtk_widget_set_visible (self->button, name != NULL);
}

/* ---- Choosing ---- */

static void
complain (GtkWidget *parent,
          const GError *error)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  GtkWidget *dialog
      = ink_compat_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                       _ ("This Template Cannot Be Used"), error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
taken_cb (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  g_autoptr (GtkWidget) parent = data;
  g_autoptr (GError) error = NULL;

  if (!ink_company_template_take_finish (result, &error))
    complain (parent, error);
  else
    gtk_widget_activate_action (parent, "win.toast", "s",
                                _ ("Presentations have the template's look now"));
}

void
ink_template_note_take (GtkWidget *parent,
                        GFile *file)
{
  g_return_if_fail (GTK_IS_WIDGET (parent) && G_IS_FILE (file));

  ink_company_template_take_async (file, NULL, taken_cb, g_object_ref (parent));
}

static void
chosen_cb (GListModel *files,
           gpointer data)
{
  g_autoptr (GtkWidget) parent = data;
  g_autoptr (GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;

  if (file != NULL)
    ink_template_note_take (parent, file);
}

void
ink_template_note_choose (GtkWidget *parent)
{
  g_return_if_fail (GTK_IS_WIDGET (parent));

  ink_compat_open_file (GTK_WINDOW (gtk_widget_get_root (parent)), _ ("Company Template"),
                        _ ("PowerPoint presentations and templates"), "*.p[po]tx", chosen_cb,
                        g_object_ref (parent));
}

/* ---- Life ---- */

static void
remove_cb (GtkButton *button)
{
  ink_company_template_remove ();
}

static void
ink_template_note_dispose (GObject *object)
{
  InkTemplateNote *self = INK_TEMPLATE_NOTE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (ink_template_note_parent_class)->dispose (object);
}

static void
ink_template_note_class_init (InkTemplateNoteClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ink_template_note_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
make_words (InkTemplateNote *self)
{
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->label, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "caption");
}

static void
ink_template_note_init (InkTemplateNote *self)
{
  make_words (self);
  self->button = gtk_button_new_from_icon_name ("window-close-symbolic");
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "circular");
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  ink_compat_set_hint (self->button, _ ("Do Without the Company Template"));
  g_signal_connect (self->button, "clicked", G_CALLBACK (remove_cb), NULL);
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (self->box), self->button);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->settings = ink_settings_new ();
  if (self->settings != NULL)
    g_signal_connect_object (self->settings, "changed::" INK_SETTING_TEMPLATE,
                             G_CALLBACK (show_name), self, G_CONNECT_SWAPPED);
  show_name (self);
}
