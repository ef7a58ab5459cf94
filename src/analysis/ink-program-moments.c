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

/* Beside a single part with moments. */
static InkRows *
find_each (InkProgram *program,
           InkRows *candidates)
{
  const InkScope *scope = program->scope;
  InkRows *moments = ink_rows_new ();

  for (guint32 i = 0; i < candidates->n; i++)
    {
      guint32 person = ink_scope_person_of_row (scope, candidates->rows[i]);

      if (all_hold (program, person, candidates->rows[i], TRUE))
        ink_rows_add (moments, candidates->rows[i]);
    }

  return moments;
}

/* --- Several parts with moments: the first event at which every part holds --- */

/* The parts with moments, and among them those that are lists, which hold from their first row on. */
typedef struct
{
  InkRows **rows; /* of each part with moments */
  guint32 *from;  /* where the person's are */
  gboolean *lists;
  guint n;
  gboolean only_lists; /* and there are no other parts */
} Parts;

static void
parts_init (Parts *parts,
            InkProgram *program)
{
  guint n = program->n_children;

  *parts = (Parts){ g_new0 (InkRows *, n + 1), g_new0 (guint32, n + 1), g_new0 (gboolean, n + 1),
                    0, TRUE };
  for (guint i = 0; i < n; i++)
    {
      gboolean list = program->children[i]->kind == INK_NODE_LIST;

      parts->only_lists = parts->only_lists && list;
      if (!program->children[i]->has_moments)
        continue;
      parts->lists[parts->n] = list;
      parts->rows[parts->n++] = ink_program_get_moments (program->children[i]);
    }
}

static void
parts_clear (Parts *parts)
{
  g_free (parts->rows);
  g_free (parts->from);
  g_free (parts->lists);
}

/* Moves to the rows from @begin to before @end. The first row at which every list holds;
 * INK_NO_ROW where one has none of these. */
static guint32
parts_move (Parts *parts,
            guint32 begin,
            guint32 end)
{
  guint32 last = begin;

  for (guint i = 0; i < parts->n; i++)
    {
      const InkRows *rows = parts->rows[i];
      guint32 from = parts->from[i] = ink_rows_seek (rows->rows, rows->n, parts->from[i], begin);

      if (!parts->lists[i])
        continue;
      if (from == rows->n || rows->rows[from] >= end)
        return INK_NO_ROW;
      last = MAX (last, rows->rows[from]);
    }
  return last;
}

/* The first moment of any part from @row on. */
static guint32
parts_next (const Parts *parts,
            guint32 row,
            guint32 end)
{
  guint32 next = INK_NO_ROW;

  for (guint i = 0; i < parts->n; i++)
    {
      const InkRows *rows = parts->rows[i];
      guint32 at = ink_rows_seek (rows->rows, rows->n, parts->from[i], row);

      if (at < rows->n)
        next = MIN (next, rows->rows[at]);
    }
  return next < end ? next : INK_NO_ROW;
}

/* The shortest list: who is not in it, is in none. NULL where no part is a list. */
static const InkRows *
find_driver (const Parts *parts)
{
  const InkRows *driver = NULL;

  for (guint i = 0; i < parts->n; i++)
    if (parts->lists[i] && (driver == NULL || parts->rows[i]->n < driver->n))
      driver = parts->rows[i];
  return driver;
}

static void
find_person (InkProgram *program,
             Parts *parts,
             guint32 person,
             InkRows *moments)
{
  const InkScope *scope = program->scope;
  guint32 begin = scope->offsets[person], end = scope->offsets[person + 1];
  guint32 row = parts_move (parts, begin, end);

  while (row != INK_NO_ROW && !parts->only_lists)
    {
      row = parts_next (parts, row, end);
      if (row == INK_NO_ROW || all_hold (program, person, row, FALSE))
        break;
      row++;
    }
  if (row != INK_NO_ROW)
    ink_rows_add (moments, row);
}

static InkRows *
find_firsts (InkProgram *program,
             InkRows *candidates)
{
  const InkScope *scope = program->scope;
  InkRows *moments = ink_rows_new ();
  const InkRows *driver;
  guint32 done = INK_NO_PERSON;
  Parts parts;

  parts_init (&parts, program);
  driver = candidates != NULL ? candidates : find_driver (&parts);
  for (guint32 i = 0; i < driver->n; i++)
    {
      guint32 person = ink_scope_person_of_row (scope, driver->rows[i]);

      if (person != done)
        find_person (program, &parts, person, moments);
      done = person;
    }
  parts_clear (&parts);

  return moments;
}

static gboolean
has_list (const InkProgram *program)
{
  for (guint i = 0; i < program->n_children; i++)
    if (program->children[i]->kind == INK_NODE_LIST)
      return TRUE;
  return FALSE;
}

static guint
count_with_moments (const InkProgram *program)
{
  guint n = 0;

  for (guint i = 0; i < program->n_children; i++)
    n += program->children[i]->has_moments;
  return n;
}

static InkRows *
find_all (InkProgram *program)
{
  g_autoptr (InkRows) candidates = NULL;
  guint n_with;

  if (count_with_moments (program) > 1 && has_list (program))
    return find_firsts (program, NULL);
  candidates = unite_children (program, &n_with);
  if (n_with == 1 && program->n_children == 1)
    return g_steal_pointer (&candidates);
  return n_with > 1 ? find_firsts (program, candidates) : find_each (program, candidates);
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
