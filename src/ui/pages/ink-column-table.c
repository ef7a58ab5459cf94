/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/pages/ink-column-table.h"

#include "ui/compat/ink-compat-name.h"

#include <glib/gi18n-lib.h>

#define SHOWN_ROWS 12
#define CELL_CHARS 28

struct _InkColumnTable
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  GtkGrid *grid;
};

enum
{
  SIGNAL_ROLE_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InkColumnTable, ink_column_table, GTK_TYPE_WIDGET)

static void
role_selected_cb (GtkDropDown *menu,
                  GParamSpec *pspec,
                  InkColumnTable *self)
{
  g_signal_emit (self, signals[SIGNAL_ROLE_CHANGED], 0,
                 g_object_get_data (G_OBJECT (menu), "column"), gtk_drop_down_get_selected (menu));
}

static GtkWidget *
make_role_menu (InkColumnTable *self,
                const InkPreviewColumn *column)
{
  GtkStringList *titles = gtk_string_list_new (NULL);
  GtkWidget *menu = gtk_drop_down_new (G_LIST_MODEL (titles), NULL);
  g_autofree char *name = g_strdup_printf (_ ("Role of the column %s"), column->name);

  for (guint i = 0; i < INK_N_ROLES; i++)
    gtk_string_list_append (titles, ink_role_get_title (i));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (menu), column->role);
  ink_compat_name_choice (GTK_DROP_DOWN (menu), name);
  g_object_set_data_full (G_OBJECT (menu), "column", g_strdup (column->name), g_free);
  g_signal_connect (menu, "notify::selected", G_CALLBACK (role_selected_cb), self);
  gtk_widget_add_css_class (menu, column->role == INK_ROLE_KEEP ? "role-keep"
                                  : column->role == INK_ROLE_LEAVE_OUT ? "role-leave-out"
                                                                       : "role-used");

  return menu;
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), CELL_CHARS);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  if (g_utf8_strlen (text, -1) > CELL_CHARS)
    gtk_widget_set_tooltip_text (label, text);

  return label;
}

static void
add_column (InkColumnTable *self,
            const InkImportPreview *preview,
            guint column)
{
  GtkWidget *name = make_label (preview->columns[column].name, "dim-label");

  if (preview->columns[column].note != NULL)
    gtk_widget_set_tooltip_text (name, preview->columns[column].note);
  gtk_grid_attach (self->grid, make_role_menu (self, &preview->columns[column]), column, 0, 1, 1);
  gtk_grid_attach (self->grid, name, column, 1, 1, 1);
  for (guint row = 0; row < MIN (preview->n_rows, SHOWN_ROWS); row++)
    {
      const char *text = ink_import_preview_get_cell (preview, row, column);
      GtkWidget *cell = make_label (*text != '\0' ? text : "–", NULL);

      if (*text == '\0' || preview->columns[column].role == INK_ROLE_LEAVE_OUT)
        gtk_widget_add_css_class (cell, "dim-label");
      gtk_grid_attach (self->grid, cell, column, row + 2, 1, 1);
    }
}

/* The column whose menu has the focus, or NULL. (transfer full) */
static char *
get_focused_column (InkColumnTable *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *menu = focus == NULL             ? NULL
                    : GTK_IS_DROP_DOWN (focus) ? focus
                                               : gtk_widget_get_ancestor (focus, GTK_TYPE_DROP_DOWN);

  return menu != NULL ? g_strdup (g_object_get_data (G_OBJECT (menu), "column")) : NULL;
}

/* Who corrects roles by keyboard goes on from where he was. */
static void
focus_column (InkColumnTable *self,
              const char *column)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->grid)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_DROP_DOWN (child)
        && g_strcmp0 (g_object_get_data (G_OBJECT (child), "column"), column) == 0)
      gtk_widget_grab_focus (child);
}

void
ink_column_table_set_preview (InkColumnTable *self,
                              const InkImportPreview *preview)
{
  g_autofree char *focused = NULL;
  GtkWidget *child;

  g_return_if_fail (INK_IS_COLUMN_TABLE (self));

  focused = get_focused_column (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  for (guint i = 0; i < preview->n_columns; i++)
    add_column (self, preview, i);
  if (focused != NULL)
    focus_column (self, focused);
}

static void
ink_column_table_dispose (GObject *object)
{
  InkColumnTable *self = INK_COLUMN_TABLE (object);

  g_clear_pointer (&self->scrolled, gtk_widget_unparent);

  G_OBJECT_CLASS (ink_column_table_parent_class)->dispose (object);
}

static void
ink_column_table_class_init (InkColumnTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ink_column_table_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  signals[SIGNAL_ROLE_CHANGED]
      = g_signal_new ("role-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);
}

static void
ink_column_table_init (InkColumnTable *self)
{
  GtkWidget *grid = gtk_grid_new ();

  self->grid = GTK_GRID (grid);
  gtk_grid_set_column_spacing (self->grid, 18);
  gtk_grid_set_row_spacing (self->grid, 9);
  gtk_widget_add_css_class (grid, "column-table");
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), grid);
  /* Columns as wide as their cells: there is a scroll bar, so nothing has to be cut. */
  gtk_scrollable_set_hscroll_policy (
      GTK_SCROLLABLE (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->scrolled))),
      GTK_SCROLL_NATURAL);
  gtk_widget_add_css_class (self->scrolled, "card");
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}
