/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-history-list.h"

#include "base/ink-time.h"
#include "document/ink-document-steps.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Older ones are reached by undo; nobody looks for a step in a longer list. */
#define SHOWN_STEPS 200
/* A list of fewer steps is read, not searched. */
#define FEWEST_SEARCHED 8

struct _InkHistoryList
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkSearchEntry *search;
  GtkListBox *list;
  char *wanted; /* folded; nullable: all */
};

enum
{
  SIGNAL_PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InkHistoryList, ink_history_list, GTK_TYPE_WIDGET)

static char *
format_time (gint64 time)
{
  g_autoptr (GDateTime) moment = NULL;

  if (time == INK_TIME_NONE)
    return g_strdup ("");
  moment = g_date_time_new_from_unix_local (time / G_USEC_PER_SEC);
  /* Translators: date and time of a step in the history */
  return moment != NULL ? g_date_time_format (moment, _ ("%x, %H:%M")) : g_strdup ("");
}

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
make_row (gint64 position,
          gint64 current,
          const char *text,
          const char *when)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *mark = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_box_append (GTK_BOX (texts), make_label (text, NULL));
  if (*when != '\0')
    gtk_box_append (GTK_BOX (texts), make_label (when, "caption"));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_opacity (mark, position == current ? 1 : 0);
  gtk_widget_set_tooltip_text (row, text);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), mark);
  /* What was undone is still there to be made again. */
  if (position > current)
    gtk_widget_add_css_class (box, "dim-label");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "position", g_memdup2 (&position, sizeof position),
                          g_free);
  g_object_set_data_full (G_OBJECT (row), "folded", g_utf8_casefold (text, -1), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  position == current ? _ ("The project stands here") : when, -1);
  return row;
}

static void
append (InkHistoryList *self,
        gint64 position,
        gint64 current,
        const char *text,
        const char *when)
{
  GtkWidget *row = make_row (position, current, text, when);

  gtk_list_box_append (self->list, row);
  if (position == current)
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
}

gboolean
ink_history_list_show (InkHistoryList *self,
                       InkDocument *document,
                       GError **error)
{
  g_autoptr (GPtrArray) steps = NULL;
  GtkWidget *row;
  gint64 current;

  g_return_val_if_fail (INK_IS_HISTORY_LIST (self) && INK_IS_DOCUMENT (document), FALSE);

  steps = ink_document_get_steps (document, SHOWN_STEPS, error);
  if (steps == NULL)
    return FALSE;
  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0))) != NULL)
    gtk_list_box_remove (self->list, row);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_set_visible (GTK_WIDGET (self->search), steps->len >= FEWEST_SEARCHED);
  current = ink_document_get_position (document);
  for (guint i = 0; i < steps->len; i++)
    {
      const InkHistoryStep *step = g_ptr_array_index (steps, i);
      g_autofree char *when = format_time (step->time);

      append (self, step->step, current, step->label, when);
    }
  if (steps->len < SHOWN_STEPS)
    append (self, 0, current, _ ("Empty project"), "");

  return TRUE;
}

/* The steps of one goal are those that name it. */
static gboolean
is_wanted (GtkListBoxRow *row,
           gpointer data)
{
  InkHistoryList *self = data;
  const char *folded = g_object_get_data (G_OBJECT (row), "folded");

  return self->wanted == NULL || strstr (folded, self->wanted) != NULL;
}

static void
search_cb (InkHistoryList *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));

  g_clear_pointer (&self->wanted, g_free);
  if (*text != '\0')
    self->wanted = g_utf8_casefold (text, -1);
  gtk_list_box_invalidate_filter (self->list);
}

static void
row_activated_cb (GtkListBox *list,
                  GtkListBoxRow *row,
                  InkHistoryList *self)
{
  g_signal_emit (self, signals[SIGNAL_PICKED], 0,
                 *(gint64 *) g_object_get_data (G_OBJECT (row), "position"));
}

static void
ink_history_list_dispose (GObject *object)
{
  InkHistoryList *self = INK_HISTORY_LIST (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->wanted, g_free);

  G_OBJECT_CLASS (ink_history_list_parent_class)->dispose (object);
}

static void
ink_history_list_class_init (InkHistoryListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ink_history_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  signals[SIGNAL_PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
ink_history_list_init (InkHistoryList *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("History"), -1);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 420);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_widget_set_size_request (scroller, 280, -1);
  self->search = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  g_object_set (self->search, "placeholder-text", _ ("Steps of a goal, persona …"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search the history"), -1);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (search_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_set_filter_func (self->list, is_wanted, self, NULL);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->search));
  gtk_box_append (GTK_BOX (self->box), scroller);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}
