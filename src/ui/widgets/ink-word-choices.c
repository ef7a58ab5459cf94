/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-word-choices.h"

#include <glib/gi18n-lib.h>

struct _InkWordChoices
{
  GtkWidget parent_instance;

  GtkListBox *list;
  gboolean line; /* before the next one */
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];
static GQuark id_quark;
static GQuark line_quark;

G_DEFINE_FINAL_TYPE (InkWordChoices, ink_word_choices, GTK_TYPE_WIDGET)

static void
activated_cb (GtkListBox *list,
              GtkListBoxRow *row,
              InkWordChoices *self)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0,
                 GPOINTER_TO_INT (g_object_get_qdata (G_OBJECT (row), id_quark)));
}

static void
put_line (GtkListBoxRow *row,
          GtkListBoxRow *before,
          gpointer data)
{
  if (before != NULL && g_object_get_qdata (G_OBJECT (row), line_quark) != NULL)
    gtk_list_box_row_set_header (row, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
}

static void
ink_word_choices_dispose (GObject *object)
{
  InkWordChoices *self = INK_WORD_CHOICES (object);

  if (self->list != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->list));
  self->list = NULL;

  G_OBJECT_CLASS (ink_word_choices_parent_class)->dispose (object);
}

static void
ink_word_choices_class_init (InkWordChoicesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ink_word_choices_dispose;
  id_quark = g_quark_from_static_string ("ink-word-choice");
  line_quark = g_quark_from_static_string ("ink-word-choice-line");
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
ink_word_choices_init (InkWordChoices *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_header_func (self->list, put_line, NULL, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "word-choices");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Choices"), -1);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (activated_cb), self);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
}

GtkWidget *
ink_word_choices_new (void)
{
  return g_object_new (INK_TYPE_WORD_CHOICES, NULL);
}

void
ink_word_choices_add (InkWordChoices *self,
                      int id,
                      const char *title,
                      gboolean current)
{
  GtkWidget *row, *box, *label, *mark;

  g_return_if_fail (INK_IS_WORD_CHOICES (self));
  g_return_if_fail (title != NULL);

  label = gtk_label_new (title);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  mark = gtk_image_new_from_icon_name ("object-select-symbolic");
  gtk_widget_set_opacity (mark, current ? 1 : 0);
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), mark);
  row = gtk_list_box_row_new ();
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_qdata (G_OBJECT (row), id_quark, GINT_TO_POINTER (id));
  if (self->line)
    g_object_set_qdata (G_OBJECT (row), line_quark, GINT_TO_POINTER (1));
  self->line = FALSE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_list_box_append (self->list, row);
}

void
ink_word_choices_add_line (InkWordChoices *self)
{
  g_return_if_fail (INK_IS_WORD_CHOICES (self));

  self->line = TRUE;
}

gboolean
ink_word_choices_pick (InkWordChoices *self,
                       int id)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (INK_IS_WORD_CHOICES (self), FALSE);

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (GPOINTER_TO_INT (g_object_get_qdata (G_OBJECT (row), id_quark)) == id)
      {
        g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, id);
        return TRUE;
      }

  return FALSE;
}
