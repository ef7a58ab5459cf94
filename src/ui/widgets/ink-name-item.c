/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-name-item.h"

#include <string.h>

struct _InkNameItem
{
  GObject parent_instance;

  char *title;
  char *folded;
  char *detail;
  double rank;
  guint index;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_DETAIL,
  N_PROPS,
};

G_DEFINE_FINAL_TYPE (InkNameItem, ink_name_item, G_TYPE_OBJECT)

static void
ink_name_item_get_property (GObject *object,
                            guint id,
                            GValue *value,
                            GParamSpec *pspec)
{
  InkNameItem *self = INK_NAME_ITEM (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_DETAIL:
      g_value_set_string (value, self->detail);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ink_name_item_finalize (GObject *object)
{
  InkNameItem *self = INK_NAME_ITEM (object);

  g_free (self->title);
  g_free (self->folded);
  g_free (self->detail);

  G_OBJECT_CLASS (ink_name_item_parent_class)->finalize (object);
}

static void
ink_name_item_class_init (InkNameItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ink_name_item_get_property;
  object_class->finalize = ink_name_item_finalize;
  g_object_class_install_property (object_class, PROP_TITLE,
                                   g_param_spec_string ("title", NULL, NULL, NULL, flags));
  g_object_class_install_property (object_class, PROP_DETAIL,
                                   g_param_spec_string ("detail", NULL, NULL, NULL, flags));
}

static void
ink_name_item_init (InkNameItem *self)
{
}

InkNameItem *
ink_name_item_new (const char *title,
                   const char *detail,
                   double rank,
                   guint index)
{
  InkNameItem *self;

  g_return_val_if_fail (title != NULL, NULL);

  self = g_object_new (INK_TYPE_NAME_ITEM, NULL);
  self->title = g_strdup (title);
  self->folded = g_utf8_casefold (title, -1);
  self->detail = g_strdup (detail);
  self->rank = rank;
  self->index = index;

  return self;
}

guint
ink_name_item_get_index (InkNameItem *self)
{
  g_return_val_if_fail (INK_IS_NAME_ITEM (self), 0);

  return self->index;
}

gboolean
ink_name_item_matches (InkNameItem *self,
                       const char *const *words)
{
  g_return_val_if_fail (INK_IS_NAME_ITEM (self), FALSE);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (self->folded, words[i]) == NULL)
      return FALSE;

  return TRUE;
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const InkNameItem *first = *(InkNameItem *const *) a;
  const InkNameItem *second = *(InkNameItem *const *) b;

  if (first->rank != second->rank)
    return first->rank < second->rank ? 1 : -1;

  return g_utf8_collate (first->title, second->title);
}

void
ink_name_items_fill (GListStore *store,
                     GPtrArray *items)
{
  g_autoptr (GPtrArray) ranked = NULL;

  g_return_if_fail (G_IS_LIST_STORE (store) && items != NULL);

  ranked = g_ptr_array_copy (items, NULL, NULL);
  g_ptr_array_set_free_func (ranked, NULL);
  g_ptr_array_sort (ranked, compare_items);
  g_list_store_splice (store, 0, g_list_model_get_n_items (G_LIST_MODEL (store)), ranked->pdata,
                       ranked->len);
}
