/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which values a picker offers, and in which order: those that hold already, those of the data, and
 * what is typed. */
#pragma once

#include "base/ink-table.h"
#include "base/ink-value.h"

G_BEGIN_DECLS

/**
 * InkValueOffer:
 * @value: its text is the table's, the typed one, or one of those that hold
 * @title: what is shown of it
 * @count: how often it is there; NaN: not known
 * @share: of the most frequent one's
 */
typedef struct
{
  InkValue value;
  char *title;
  double count;
  double share;
} InkValueOffer;

/**
 * InkValueWish:
 * @search: what is typed; "": nothing
 * @typed_first: what is typed comes before the values that contain it
 * @numbers: a value that is typed is a number where it reads as one
 * @first: those that stand first while nothing is typed, in the data or not (ink_value_set)
 */
typedef struct
{
  const char *search;
  gboolean typed_first;
  gboolean numbers;
  const GArray *first;
} InkValueWish;

/* @values: as ink_values_query_new() answers. (transfer full) (element-type InkValueOffer): it lives
 * no longer than the texts of @values and @wish. */
GPtrArray *ink_value_offers_make (const InkTable *values, const InkValueWish *wish)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
