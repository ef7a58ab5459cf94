/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-name-offer.h"

InkNameOffer *
ink_name_offer_new (void)
{
  InkNameOffer *offer = g_new0 (InkNameOffer, 1);

  offer->names = g_ptr_array_new_with_free_func (g_free);
  offer->items = g_ptr_array_new_with_free_func (g_object_unref);
  offer->ticked = g_array_new (FALSE, FALSE, sizeof (guint));
  return offer;
}

static void
offer_free (gpointer data)
{
  InkNameOffer *offer = data;

  g_ptr_array_unref (offer->names);
  g_ptr_array_unref (offer->items);
  g_array_unref (offer->ticked);
  g_free (offer);
}

void
ink_name_offer_add (InkNameOffer *offer,
                    const char *name,
                    const char *title,
                    const char *detail,
                    double rank,
                    gboolean ticked)
{
  guint index = offer->names->len;

  g_ptr_array_add (offer->names, g_strdup (name));
  g_ptr_array_add (offer->items, ink_name_item_new (title, detail, rank, index));
  if (ticked)
    g_array_append_val (offer->ticked, index);
}

gboolean
ink_name_offer_has (const InkNameOffer *offer,
                    const char *name)
{
  for (guint i = 0; i < offer->names->len; i++)
    if (g_str_equal (g_ptr_array_index (offer->names, i), name))
      return TRUE;

  return FALSE;
}

void
ink_name_offer_show (InkNameOffer *offer,
                     GtkWidget *list)
{
  ink_word_list_set_ticked (INK_WORD_LIST (list), offer->ticked);
  ink_word_list_set_items (INK_WORD_LIST (list), offer->items);
  g_object_set_data_full (G_OBJECT (list), "ink-offer", offer, offer_free);
}

GtkWidget *
ink_name_offer_make_list (InkNameOffer *offer,
                          gboolean ticks)
{
  GtkWidget *list = ink_word_list_new (ticks);

  ink_name_offer_show (offer, list);
  return list;
}

const InkNameOffer *
ink_name_offer_get (GtkWidget *list)
{
  return g_object_get_data (G_OBJECT (list), "ink-offer");
}

const char *
ink_name_offer_get_name (GtkWidget *list,
                         guint index)
{
  return g_ptr_array_index (ink_name_offer_get (list)->names, index);
}
