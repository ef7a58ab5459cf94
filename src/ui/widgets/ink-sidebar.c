/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-sidebar.h"

#include "ui/pages/ink-page-kinds.h"

#include <glib/gi18n-lib.h>

struct _InkSidebar
{
  GtkWidget parent_instance;

  GtkListBox *list;
  InkDocument *document;
};

enum
{
  SIGNAL_PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InkSidebar, ink_sidebar, GTK_TYPE_WIDGET)

static const InkPageKind *
get_kind (GtkListBoxRow *row)
{
  guint n;

  return &ink_page_kinds_get (&n)[gtk_list_box_row_get_index (row)];
}

static GtkWidget *
make_row (const InkPageKind *kind)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = gtk_label_new (_ (kind->title));
  GtkWidget *count = gtk_label_new (NULL);
  GtkWidget *icon = gtk_image_new_from_icon_name (kind->icon);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "caption");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "count", count);

  return row;
}

/* A heading stands above the first page of its group. */
static void
update_header (GtkListBoxRow *row,
               GtkListBoxRow *before,
               gpointer data)
{
  const char *group = get_kind (row)->group;
  GtkWidget *label;

  if (group == NULL || (before != NULL && g_strcmp0 (get_kind (before)->group, group) == 0))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  if (gtk_list_box_row_get_header (row) != NULL)
    return;
  label = gtk_label_new (_ (group));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "sidebar-heading");
  gtk_list_box_row_set_header (row, label);
}

static void
update_counts (InkSidebar *self)
{
  guint n;
  const InkPageKind *kinds = ink_page_kinds_get (&n);

  for (guint i = 0; i < n; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, i);
      GtkLabel *label = g_object_get_data (G_OBJECT (row), "count");
      g_autofree char *count = self->document != NULL && kinds[i].count != NULL
                                   ? kinds[i].count (self->document)
                                   : NULL;

      gtk_label_set_label (label, count != NULL ? count : "");
    }
}

static void
activated_cb (GtkListBox *list,
              GtkListBoxRow *row,
              InkSidebar *self)
{
  g_signal_emit (self, signals[SIGNAL_PICKED], 0, get_kind (row)->name);
}

static void
ink_sidebar_dispose (GObject *object)
{
  InkSidebar *self = INK_SIDEBAR (object);

  ink_sidebar_set_document (self, NULL);
  if (self->list != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->list));
  self->list = NULL;

  G_OBJECT_CLASS (ink_sidebar_parent_class)->dispose (object);
}

static void
ink_sidebar_class_init (InkSidebarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ink_sidebar_dispose;
  signals[SIGNAL_PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
ink_sidebar_init (InkSidebar *self)
{
  guint n;
  const InkPageKind *kinds = ink_page_kinds_get (&n);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_SINGLE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Pages"), -1);
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (self->list, make_row (&kinds[i]));
  gtk_list_box_set_header_func (self->list, update_header, NULL, NULL);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (activated_cb), self);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
}

void
ink_sidebar_set_document (InkSidebar *self,
                          InkDocument *document)
{
  g_return_if_fail (INK_IS_SIDEBAR (self));

  if (self->document == document)
    return;
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, document);
  if (document == NULL)
    return;
  g_signal_connect_swapped (document, "notify::definition", G_CALLBACK (update_counts), self);
  g_signal_connect_swapped (document, "notify::store", G_CALLBACK (update_counts), self);
  update_counts (self);
}

void
ink_sidebar_select (InkSidebar *self,
                    const char *name)
{
  guint n;
  const InkPageKind *kinds = ink_page_kinds_get (&n);

  g_return_if_fail (INK_IS_SIDEBAR (self));

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (kinds[i].name, name) == 0)
      gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, i));
}
