/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/pages/ink-column-table.h"

#include "ui/compat/ink-compat-name.h"

#include <glib/gi18n-lib.h>

#define SHOWN_ROWS 12
#define CELL_CHARS 28
/* A column is a menu and a dozen labels: what a file has of them is not made in one turn. */
#define SLICE_MICROSECONDS 4000

typedef struct
{
  GtkDropDown *menu;
  GtkLabel *name;
  GtkLabel *cells[SHOWN_ROWS]; /* NULL below the last row */
} Column;

struct _InkColumnTable
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  GtkGrid *grid;
  GtkStringList *roles; /* of all menus */

  InkImportPreview *preview; /* nullable */
  GArray *columns;           /* Column, those that are made; the first of the preview's */
  guint source;              /* makes the others */
  gboolean showing;          /* menus are being set, not the user's doing */
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
  if (!self->showing)
    g_signal_emit (self, signals[SIGNAL_ROLE_CHANGED], 0,
                   g_object_get_data (G_OBJECT (menu), "column"),
                   gtk_drop_down_get_selected (menu));
}

/* ---- What a column says ---- */

static void
set_class (gpointer widget,
           const char *css_class,
           gboolean has)
{
  if (has)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

static void
say (GtkLabel *label,
     const char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (label),
                               g_utf8_strlen (text, -1) > CELL_CHARS ? text : NULL);
}

static void
show_role (InkColumnTable *self,
           GtkDropDown *menu,
           const InkPreviewColumn *column)
{
  g_autofree char *name = g_strdup_printf (_ ("Role of the column %s"), column->name);

  gtk_drop_down_set_selected (menu, column->role);
  ink_compat_name_choice (menu, name);
  g_object_set_data_full (G_OBJECT (menu), "column", g_strdup (column->name), g_free);
  set_class (menu, "role-keep", column->role == INK_ROLE_KEEP);
  set_class (menu, "role-leave-out", column->role == INK_ROLE_LEAVE_OUT);
  set_class (menu, "role-used",
             column->role != INK_ROLE_KEEP && column->role != INK_ROLE_LEAVE_OUT);
}

static void
show_column (InkColumnTable *self,
             guint index)
{
  const Column *column = &g_array_index (self->columns, Column, index);
  const InkPreviewColumn *of = &self->preview->columns[index];

  self->showing = TRUE;
  show_role (self, column->menu, of);
  self->showing = FALSE;
  say (column->name, of->name);
  if (of->note != NULL)
    gtk_widget_set_tooltip_text (GTK_WIDGET (column->name), of->note);
  for (guint row = 0; row < SHOWN_ROWS && column->cells[row] != NULL; row++)
    {
      const char *text = ink_import_preview_get_cell (self->preview, row, index);

      say (column->cells[row], *text != '\0' ? text : "–");
      set_class (column->cells[row], "dim-label",
                 *text == '\0' || of->role == INK_ROLE_LEAVE_OUT);
    }
}

/* ---- Making columns ---- */

static GtkLabel *
make_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), CELL_CHARS);

  return GTK_LABEL (label);
}

static void
make_column (InkColumnTable *self)
{
  int index = (int) self->columns->len;
  Column column = { 0 };

  column.menu
      = GTK_DROP_DOWN (gtk_drop_down_new (g_object_ref (G_LIST_MODEL (self->roles)), NULL));
  column.name = make_label ();
  gtk_widget_add_css_class (GTK_WIDGET (column.name), "dim-label");
  gtk_grid_attach (self->grid, GTK_WIDGET (column.menu), index, 0, 1, 1);
  gtk_grid_attach (self->grid, GTK_WIDGET (column.name), index, 1, 1, 1);
  for (guint row = 0; row < MIN (self->preview->n_rows, SHOWN_ROWS); row++)
    {
      column.cells[row] = make_label ();
      gtk_grid_attach (self->grid, GTK_WIDGET (column.cells[row]), index, (int) row + 2, 1, 1);
    }
  g_array_append_val (self->columns, column);
  show_column (self, (guint) index);
  g_signal_connect (column.menu, "notify::selected", G_CALLBACK (role_selected_cb), self);
}

/* At least one; FALSE where none is left to be made. */
static gboolean
make_some (InkColumnTable *self)
{
  gint64 until = g_get_monotonic_time () + SLICE_MICROSECONDS;

  while (self->columns->len < self->preview->n_columns)
    {
      make_column (self);
      if (g_get_monotonic_time () >= until)
        break;
    }

  return self->columns->len < self->preview->n_columns;
}

static gboolean
make_some_cb (gpointer data)
{
  InkColumnTable *self = data;

  if (make_some (self))
    return G_SOURCE_CONTINUE;
  self->source = 0;
  return G_SOURCE_REMOVE;
}

static void
forget_columns (InkColumnTable *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  g_array_set_size (self->columns, 0);
}

/* Who corrects roles goes on from where he was: the columns stay. */
static gboolean
has_same_columns (const InkImportPreview *a,
                  const InkImportPreview *b)
{
  if (a == NULL || a->n_columns != b->n_columns
      || MIN (a->n_rows, SHOWN_ROWS) != MIN (b->n_rows, SHOWN_ROWS))
    return FALSE;
  for (guint i = 0; i < a->n_columns; i++)
    if (!g_str_equal (a->columns[i].name, b->columns[i].name))
      return FALSE;

  return TRUE;
}

void
ink_column_table_set_preview (InkColumnTable *self,
                              InkImportPreview *preview)
{
  g_return_if_fail (INK_IS_COLUMN_TABLE (self));
  g_return_if_fail (preview != NULL);

  if (!has_same_columns (self->preview, preview))
    forget_columns (self);
  ink_import_preview_ref (preview);
  g_clear_pointer (&self->preview, ink_import_preview_unref);
  self->preview = preview;
  for (guint i = 0; i < self->columns->len; i++)
    show_column (self, i);
  g_clear_handle_id (&self->source, g_source_remove);
  /* After what is waiting to be drawn. */
  if (make_some (self))
    self->source = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, make_some_cb, self, NULL);
}

static void
ink_column_table_dispose (GObject *object)
{
  InkColumnTable *self = INK_COLUMN_TABLE (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_array_set_size (self->columns, 0);

  G_OBJECT_CLASS (ink_column_table_parent_class)->dispose (object);
}

static void
ink_column_table_finalize (GObject *object)
{
  InkColumnTable *self = INK_COLUMN_TABLE (object);

  g_array_unref (self->columns);
  g_object_unref (self->roles);
  g_clear_pointer (&self->preview, ink_import_preview_unref);

  G_OBJECT_CLASS (ink_column_table_parent_class)->finalize (object);
}

static void
ink_column_table_class_init (InkColumnTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ink_column_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = ink_column_table_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  signals[SIGNAL_ROLE_CHANGED]
      = g_signal_new ("role-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);
}

static void
ink_column_table_init (InkColumnTable *self)
{
  GtkWidget *grid = gtk_grid_new ();

  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  self->roles = gtk_string_list_new (NULL);
  for (guint i = 0; i < INK_N_ROLES; i++)
    gtk_string_list_append (self->roles, ink_role_get_title (i));
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
