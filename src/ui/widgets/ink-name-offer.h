/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The names that a list offers, each with what stands behind it. Private to the words. */
#pragma once

#include "ui/widgets/ink-word-list.h"

G_BEGIN_DECLS

typedef struct
{
  GPtrArray *names; /* texts, by the index of their item */
  GPtrArray *items; /* InkNameItem */
  GArray *ticked;   /* guint: those that hold now */
  guint n_events;   /* of properties: those from there on are the person's */
} InkNameOffer;

InkNameOffer *ink_name_offer_new       (void) G_GNUC_WARN_UNUSED_RESULT;
/* @detail: nullable: at the end of the line. @rank: the larger, the earlier. */
void          ink_name_offer_add       (InkNameOffer *offer, const char *name, const char *title,
                                        const char *detail, double rank, gboolean ticked);
gboolean      ink_name_offer_has       (const InkNameOffer *offer, const char *name);
/* Takes @offer and shows it in place of what @list showed. */
void          ink_name_offer_show      (InkNameOffer *offer, GtkWidget *list);
/* A list that shows it; takes @offer. */
GtkWidget    *ink_name_offer_make_list (InkNameOffer *offer, gboolean ticks)
    G_GNUC_WARN_UNUSED_RESULT;
const InkNameOffer *ink_name_offer_get (GtkWidget *list);
const char   *ink_name_offer_get_name  (GtkWidget *list, guint index);

G_END_DECLS
