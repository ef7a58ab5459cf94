/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The moments of `any` (those of every part) and of `all` (where every part holds). */
#include "analysis/ink-program-private.h"

/* Merges the moments of the children that have some. */
static InkRows *
unite_children (InkProgram *program,
                guint *n_with)
{
  g_autofree InkRows **lists = g_new0 (InkRows *, program->n_children + 1);
  guint n = 0;

  for (guint i = 0; i < program->n_children; i++)
    if (program->children[i]->has_moments)
      lists[n++] = ink_program_get_moments (program->children[i]);
  *n_with = n;

  return ink_rows_union (lists, n);
}

/* Beside a single part with moments every such moment counts at which the others hold; that part
 * itself is not asked again: it is at its moment. */
static gboolean
all_hold (InkProgram *program,
          guint32 person,
          guint32 row,
          gboolean single)
{
  InkMoment moment = ink_scope_moment_of_row (program->scope, row);

  for (guint i = 0; i < program->n_children; i++)
    {
      InkProgram *child = program->children[i];

      if (single && child->has_moments)
        continue;
      if (ink_program_judge (child, person, moment) != INK_TRUTH_YES)
        return FALSE;
    }

  return TRUE;
}

static InkRows *
find_all (InkProgram *program)
{
  const InkScope *scope = program->scope;
  guint n_with;
  g_autoptr (InkRows) candidates = unite_children (program, &n_with);
  InkRows *moments = ink_rows_new ();
  guint32 person, done = G_MAXUINT32;

  if (n_with == 1 && program->n_children == 1)
    {
      ink_rows_unref (moments);
      return g_steal_pointer (&candidates);
    }
  for (guint32 i = 0; i < candidates->n; i++)
    {
      person = ink_scope_person_of_row (scope, candidates->rows[i]);
      if (person == done || !all_hold (program, person, candidates->rows[i], n_with == 1))
        continue;
      ink_rows_add (moments, candidates->rows[i]);
      if (n_with > 1)
        done = person;
    }

  return moments;
}

InkRows *
ink_program_find_moments (InkProgram *program)
{
  guint n_with;

  return program->kind == INK_NODE_ALL ? find_all (program) : unite_children (program, &n_with);
}

InkRows *
ink_program_get_moments (InkProgram *program)
{
  g_return_val_if_fail (program != NULL, NULL);
  g_return_val_if_fail (program->has_moments, NULL);

  if (program->kind == INK_NODE_LIST)
    return program->rows;
  if (program->kind == INK_NODE_PENDING)
    return ink_program_get_moments (program->children[0]);
  if (program->moments == NULL)
    program->moments = ink_program_find_moments (program);

  return program->moments;
}
