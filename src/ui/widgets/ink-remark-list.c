/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-remark-list.h"

#include "definition/ink-note-edit.h"
#include "plot/ink-numbers.h"
#include "ui/widgets/ink-date-pick.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NEW_ONE G_MAXUINT

struct _InkRemarkList
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *rows;
  GtkWidget *editor; /* nullable: a popover, on the button that opened it */
  InkDatePick *pick;
  GtkEntry *entry;
  GtkWidget *done;

  InkView *view;
  InkDocument *document;
  guint index; /* of the remark in the editor; NEW_ONE */
  char *date;  /* in the editor; nullable */
};

G_DEFINE_FINAL_TYPE (InkRemarkList, ink_remark_list, GTK_TYPE_WIDGET)

static const InkDefinition *
get_definition (InkRemarkList *self)
{
  return ink_document_get_definition (self->document);
}

/* ---- The editor ---- */

static void
check (InkRemarkList *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  gtk_widget_set_sensitive (self->done, *text != '\0' && self->date != NULL);
}

static void
picked_cb (InkDatePick *pick,
           const char *from,
           const char *to,
           InkRemarkList *self)
{
  g_free (self->date);
  self->date = g_strdup (from);
  check (self);
}

static void
done_cb (InkRemarkList *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  g_autofree char *label = NULL;
  g_autoptr (InkDefinition) definition = NULL;
  InkDefinition *old = ink_document_get_definition (self->document);

  if (*text == '\0' || self->date == NULL)
    return;
  if (self->index == NEW_ONE)
    definition = ink_notes_added (old, self->date, text, &label);
  else if (self->index < old->n_notes)
    definition = ink_notes_changed (old, self->index, self->date, text, &label);
  gtk_popover_popdown (GTK_POPOVER (self->editor));
  if (definition != NULL)
    ink_document_edit (self->document, label, NULL, definition);
}

/* The last day of the data, where a new remark is most likely to belong. */
static char *
find_last_day (InkRemarkList *self)
{
  g_autoptr (GTimeZone) zone = ink_definition_get_zone (get_definition (self));
  gint64 last = ink_event_store_get_last (ink_document_get_store (self->document));

  return last != INK_TIME_NONE ? ink_time_to_date (last, zone) : NULL;
}

/* When it is first wanted: a calendar takes longer to make than all else here. */
static void
ensure_editor (InkRemarkList *self)
{
  GtkWidget *box;

  if (self->editor != NULL)
    return;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  self->editor = g_object_ref_sink (gtk_popover_new ());
  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_placeholder_text (self->entry, _ ("What happened then"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Remark"), -1);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (check), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (done_cb), self);
  self->pick = INK_DATE_PICK (ink_date_pick_new ());
  ink_date_pick_set_view (self->pick, self->view);
  g_signal_connect (self->pick, "picked", G_CALLBACK (picked_cb), self);
  self->done = gtk_button_new_with_label (_ ("Add"));
  gtk_widget_add_css_class (self->done, "suggested-action");
  g_signal_connect_swapped (self->done, "clicked", G_CALLBACK (done_cb), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->pick));
  gtk_box_append (GTK_BOX (box), self->done);
  gtk_popover_set_child (GTK_POPOVER (self->editor), box);
}

static void
open_editor (InkRemarkList *self,
             GtkWidget *at,
             guint index)
{
  const InkNote *note = index != NEW_ONE ? &get_definition (self)->notes[index] : NULL;

  ensure_editor (self);
  self->index = index;
  g_free (self->date);
  self->date = note != NULL ? g_strdup (note->date) : find_last_day (self);
  ink_date_pick_set_dates (self->pick, FALSE, self->date, NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), note != NULL ? note->text : "");
  gtk_button_set_label (GTK_BUTTON (self->done), note != NULL ? _ ("Change") : _ ("Add"));
  check (self);
  gtk_widget_unparent (self->editor);
  gtk_widget_set_parent (self->editor, at);
  gtk_popover_popup (GTK_POPOVER (self->editor));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/* ---- The rows ---- */

static guint
get_index (GtkWidget *button)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index"));
}

static void
change_cb (GtkWidget *button,
           InkRemarkList *self)
{
  if (get_index (button) < get_definition (self)->n_notes)
    open_editor (self, button, get_index (button));
}

static void
add_cb (GtkWidget *button,
        InkRemarkList *self)
{
  open_editor (self, button, NEW_ONE);
}

static void
remove_cb (GtkWidget *button,
           InkRemarkList *self)
{
  g_autofree char *label = NULL;
  g_autoptr (InkDefinition) definition = NULL;

  if (get_index (button) >= get_definition (self)->n_notes)
    return;
  definition = ink_notes_removed (ink_document_get_definition (self->document), get_index (button),
                                  &label);
  ink_document_edit (self->document, label, NULL, definition);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.say-removed", "s", label);
}

static char *
say_day (InkRemarkList *self,
         const char *date)
{
  g_autoptr (GTimeZone) zone = ink_definition_get_zone (get_definition (self));
  InkNumbers numbers = ink_numbers_for_locale ();
  gint64 time;

  if (!ink_time_parse_iso (date, strlen (date), zone, &time))
    return g_strdup (date);
  return ink_numbers_date (&numbers, time, INK_PERIOD_DAY, zone, TRUE);
}

static GtkWidget *
make_button (InkRemarkList *self,
             guint index,
             const char *icon,
             const char *name,
             GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (button), "index", GUINT_TO_POINTER (index));
  g_signal_connect (button, "clicked", callback, self);
  return button;
}

static void
add_row (InkRemarkList *self,
         guint index)
{
  const InkNote *note = &get_definition (self)->notes[index];
  g_autofree char *day = say_day (self, note->date);
  g_autofree char *words = g_strdup_printf ("%s · %s", day, note->text);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), make_button (self, index, "document-edit-symbolic",
                                              _ ("Change Remark"), G_CALLBACK (change_cb)));
  gtk_box_append (GTK_BOX (row), make_button (self, index, "user-trash-symbolic",
                                              _ ("Remove Remark"), G_CALLBACK (remove_cb)));
  gtk_box_append (GTK_BOX (self->rows), row);
}

static void
show (InkRemarkList *self)
{
  GtkWidget *child;

  if (self->editor != NULL)
    gtk_widget_unparent (self->editor);
  while ((child = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), child);
  for (guint i = 0; i < get_definition (self)->n_notes; i++)
    add_row (self, i);
  gtk_widget_set_visible (self->rows, get_definition (self)->n_notes > 0);
}

void
ink_remark_list_set_view (InkRemarkList *self,
                          InkView *view)
{
  g_return_if_fail (INK_IS_REMARK_LIST (self) && INK_IS_VIEW (view));
  g_return_if_fail (self->view == NULL);

  self->view = g_object_ref (view);
  self->document = ink_view_get_document (view);
  g_signal_connect_object (self->document, "notify::definition", G_CALLBACK (show), self,
                           G_CONNECT_SWAPPED);
  show (self);
}

static void
ink_remark_list_dispose (GObject *object)
{
  InkRemarkList *self = INK_REMARK_LIST (object);

  if (self->editor != NULL)
    gtk_widget_unparent (self->editor);
  g_clear_object (&self->editor);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->view);
  g_clear_pointer (&self->date, g_free);

  G_OBJECT_CLASS (ink_remark_list_parent_class)->dispose (object);
}

static void
ink_remark_list_class_init (InkRemarkListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_remark_list_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ink_remark_list_init (InkRemarkList *self)
{
  GtkWidget *add = gtk_button_new_with_mnemonic (_ ("_Add a Remark…"));

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_box_append (GTK_BOX (self->box), self->rows);
  gtk_widget_set_halign (add, GTK_ALIGN_START);
  g_signal_connect (add, "clicked", G_CALLBACK (add_cb), self);
  gtk_box_append (GTK_BOX (self->box), add);
}
