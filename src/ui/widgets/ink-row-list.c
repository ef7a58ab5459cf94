/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-row-list.h"

struct _InkRow
{
  GObject parent_instance;

  guint number;
};

G_DEFINE_FINAL_TYPE (InkRow, ink_row, G_TYPE_OBJECT)

static void
ink_row_class_init (InkRowClass *klass)
{
}

static void
ink_row_init (InkRow *self)
{
}

guint
ink_row_get_number (InkRow *self)
{
  g_return_val_if_fail (INK_IS_ROW (self), 0);

  return self->number;
}

/* The toolkit's lists make up to some 200 rows at once, whatever can be seen of them, which takes
 * longer than a frame. So a list begins with a few, and grows a little each turn, until what is left
 * costs nothing. One that showed rows before goes on with what fills a screen: its rows are there,
 * they only say something else. */
#define FIRST_ROWS 6
#define SCREEN_ROWS 16
#define MORE_ROWS 6
#define ROWS_OF_A_VIEW 256

struct _InkRowList
{
  GObject parent_instance;

  guint n;     /* rows that there are */
  guint shown; /* rows that the list has so far */
  guint32 *numbers; /* nullable */
  guint source;
};

static GType
ink_row_list_get_item_type (GListModel *model)
{
  return INK_TYPE_ROW;
}

static guint
ink_row_list_get_n_items (GListModel *model)
{
  return INK_ROW_LIST (model)->shown;
}

static gpointer
ink_row_list_get_item (GListModel *model,
                       guint position)
{
  InkRowList *self = INK_ROW_LIST (model);
  InkRow *row;

  if (position >= self->shown)
    return NULL;
  row = g_object_new (INK_TYPE_ROW, NULL);
  row->number = ink_row_list_get_number (self, position);
  return row;
}

static void
ink_row_list_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = ink_row_list_get_item_type;
  iface->get_n_items = ink_row_list_get_n_items;
  iface->get_item = ink_row_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (InkRowList, ink_row_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      ink_row_list_list_model_init))

static void
show (InkRowList *self,
      guint from,
      guint shown)
{
  guint before = self->shown;

  self->shown = shown;
  if (before > from || shown > from)
    g_list_model_items_changed (G_LIST_MODEL (self), from, before - from, shown - from);
}

static gboolean
grow_cb (gpointer data)
{
  InkRowList *self = data;
  gboolean last = self->shown >= ROWS_OF_A_VIEW || self->shown + MORE_ROWS >= self->n;

  if (last)
    self->source = 0;
  show (self, self->shown, last ? self->n : self->shown + MORE_ROWS);
  return last ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

static void
ink_row_list_dispose (GObject *object)
{
  g_clear_handle_id (&INK_ROW_LIST (object)->source, g_source_remove);

  G_OBJECT_CLASS (ink_row_list_parent_class)->dispose (object);
}

static void
ink_row_list_finalize (GObject *object)
{
  g_free (INK_ROW_LIST (object)->numbers);

  G_OBJECT_CLASS (ink_row_list_parent_class)->finalize (object);
}

static void
ink_row_list_class_init (InkRowListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ink_row_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = ink_row_list_finalize;
}

static void
ink_row_list_init (InkRowList *self)
{
}

InkRowList *
ink_row_list_new (void)
{
  return g_object_new (INK_TYPE_ROW_LIST, NULL);
}

void
ink_row_list_set (InkRowList *self,
                  guint n,
                  guint32 *numbers)
{
  g_return_if_fail (INK_IS_ROW_LIST (self));

  g_free (self->numbers);
  self->numbers = numbers;
  self->n = n;
  show (self, 0, MIN (n, self->shown > 0 ? SCREEN_ROWS : FIRST_ROWS));
  g_clear_handle_id (&self->source, g_source_remove);
  /* After what is waiting to be drawn. */
  if (self->shown < n)
    self->source = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, grow_cb, self, NULL);
}

guint
ink_row_list_get_n (InkRowList *self)
{
  g_return_val_if_fail (INK_IS_ROW_LIST (self), 0);

  return self->n;
}

guint
ink_row_list_get_number (InkRowList *self,
                         guint position)
{
  g_return_val_if_fail (INK_IS_ROW_LIST (self), 0);
  g_return_val_if_fail (position < self->n, 0);

  return self->numbers != NULL ? self->numbers[position] : position;
}
