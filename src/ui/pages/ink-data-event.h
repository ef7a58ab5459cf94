/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A row of the Data page's events, and which of them are listed in which order. */
#pragma once

#include "base/ink-table.h"

G_BEGIN_DECLS

/**
 * InkDataEvent:
 * @name: of the answer, which lives longer
 * @label: of the definition, which lives longer
 * @key: for sorting; made when it is needed
 * @folded: for searching; made when it is needed
 * @value: of the column that is sorted by
 */
typedef struct
{
  const char *name;
  const char *label;
  char *key;
  char *folded;
  double value;
  gboolean hidden;
} InkDataEvent;

/* (element-type InkDataEvent) */
GArray *ink_data_event_array_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* The numbers (guint32) of those whose name or label has @search, folded, in it. */
GArray *ink_data_event_find      (GArray *events, const char *search, gboolean with_hidden)
    G_GNUC_WARN_UNUSED_RESULT;
/* Puts @numbers in order: by label, or by @column of @table; hidden ones last whichever way round. */
void    ink_data_event_sort      (GArray *numbers, GArray *events, const InkTable *table,
                                  guint column, gboolean by_label, gboolean descending);

G_END_DECLS
