/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whom the rows of a list belong to: each person once, with where their rows lie in the list. */
#pragma once

#include "analysis/ink-scope.h"

G_BEGIN_DECLS

/**
 * InkPeople:
 * @people: (array length=n): ascending
 * @begins, @ends: (array length=n): indices in the list
 */
typedef struct
{
  guint32 n;
  guint32 *people;
  guint32 *begins;
  guint32 *ends;
} InkPeople;

/* Of the rows from the index @first to before @end. */
void ink_people_init  (InkPeople *people, const InkScope *scope, const InkRows *rows,
                       guint32 first, guint32 end);
/* Leaves out those for whom @allowed, which is by person, is FALSE. */
void ink_people_limit (InkPeople *people, const guint8 *allowed);
void ink_people_clear (InkPeople *people);

G_END_DECLS
