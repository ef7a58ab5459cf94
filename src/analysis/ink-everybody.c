/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Each node becomes a truth per person; loops over them have no branch. */
#include "analysis/ink-everybody.h"

#include <string.h>

#include "analysis/ink-program-private.h"
#include "analysis/ink-slices.h"

/* What a node says of everybody: InkTruth per person. */
typedef struct
{
  InkScope *scope;
  guint8 **personas; /* what was found out of each */
} Everybody;

static guint8 *judge (Everybody *all, const InkProgram *program, GError **error);

static guint8 *
make_truths (const InkScope *scope,
             InkTruth truth)
{
  guint8 *truths = g_malloc ((gsize) scope->n_people + 1);

  memset (truths, truth, (gsize) scope->n_people + 1);
  return truths;
}

/* What came after the export's end is in no list. */
static void
mark (const InkScope *scope,
      guint8 *truths,
      const InkRows *rows,
      InkTruth truth)
{
  for (guint32 i = 0; i < rows->n; i++)
    truths[ink_scope_person_of_row (scope, rows->rows[i])] = (guint8) truth;
}

/* A window is open that the person's last completion opened. */
static guint8 *
judge_pending (Everybody *all,
               const InkProgram *program,
               GError **error)
{
  const InkScope *scope = all->scope;
  g_autofree guint8 *open = make_truths (scope, INK_TRUTH_NO);
  guint8 *truths = judge (all, program->children[0], error);

  if (truths == NULL)
    return NULL;
  for (guint32 i = 0; i < program->rows->n; i++)
    {
      guint32 row = program->rows->rows[i];
      gint64 time = scope->times[row];
      gboolean is_open = time != INK_TIME_NONE
                         && ink_time_later (time, program->length) > scope->export_time;

      open[ink_scope_person_of_row (scope, row)]
          = (guint8) (is_open ? INK_TRUTH_PENDING : INK_TRUTH_NO);
    }
  for (guint32 i = 0; i < scope->n_people; i++)
    truths[i] = MAX (truths[i], open[i]);
  return truths;
}

static void
join (guint8 *truths,
      const guint8 *more,
      guint32 n,
      gboolean all)
{
  if (all)
    for (guint32 i = 0; i < n; i++)
      truths[i] = MIN (truths[i], more[i]);
  else
    for (guint32 i = 0; i < n; i++)
      truths[i] = MAX (truths[i], more[i]);
}

static guint8 *
judge_children (Everybody *all,
                const InkProgram *program,
                GError **error)
{
  gboolean every = program->kind == INK_NODE_ALL;
  g_autofree guint8 *truths = make_truths (all->scope, every ? INK_TRUTH_YES : INK_TRUTH_NO);

  for (guint i = 0; i < program->n_children; i++)
    {
      g_autofree guint8 *child = judge (all, program->children[i], error);

      if (child == NULL)
        return NULL;
      join (truths, child, all->scope->n_people, every);
    }
  return g_steal_pointer (&truths);
}

static guint8 *
judge_not (Everybody *all,
           const InkProgram *program,
           GError **error)
{
  guint8 *truths = judge (all, program->children[0], error);

  for (guint32 i = 0; truths != NULL && i < all->scope->n_people; i++)
    truths[i] = (guint8) (INK_TRUTH_YES - truths[i]);
  return truths;
}

static guint8 *
judge_person (Everybody *all,
              const InkProgram *program,
              GError **error)
{
  const InkScope *scope = all->scope;
  g_autofree guint8 *truths = make_truths (scope, INK_TRUTH_NO);

  if (!ink_lookup_people (program->lookup, truths, error))
    return NULL;
  for (guint32 person = 0; person < scope->n_people; person++)
    truths[person] = truths[person] ? INK_TRUTH_YES : INK_TRUTH_NO;
  return g_steal_pointer (&truths);
}

/* Of the personas below @end the first that holds, or @end. */
static guint8 *
find_first (Everybody *all,
            guint end,
            GError **error)
{
  const InkScope *scope = all->scope;
  g_autofree guint8 *first = g_malloc ((gsize) scope->n_people + 1);

  memset (first, (int) end, (gsize) scope->n_people + 1);
  for (guint i = end; i-- > 0;)
    {
      if (all->personas[i] == NULL)
        all->personas[i] = scope->personas[i] != NULL
                               ? judge (all, scope->personas[i], error)
                               : make_truths (scope, INK_TRUTH_NO);
      if (all->personas[i] == NULL)
        return NULL;
      for (guint32 person = 0; person < scope->n_people; person++)
        first[person]
            = all->personas[i][person] == INK_TRUTH_YES ? (guint8) i : first[person];
    }
  return g_steal_pointer (&first);
}

static guint8 *
judge_persona (Everybody *all,
               const InkProgram *program,
               GError **error)
{
  guint end = MIN (program->persona + 1, all->scope->n_personas);
  guint8 *truths = find_first (all, end, error);

  for (guint32 i = 0; truths != NULL && i < all->scope->n_people; i++)
    truths[i] = truths[i] == program->persona ? INK_TRUTH_YES : INK_TRUTH_NO;
  return truths;
}

static guint8 *
judge_rows (Everybody *all,
            const InkProgram *program)
{
  gboolean never = program->kind == INK_NODE_NEVER;
  guint8 *truths = make_truths (all->scope, never ? INK_TRUTH_YES : INK_TRUTH_NO);

  mark (all->scope, truths, program->rows, never ? INK_TRUTH_NO : INK_TRUTH_YES);
  return truths;
}

/* Rules are as deep as the definition lets them be, and no persona asks for itself. */
static guint8 *
judge (Everybody *all,
       const InkProgram *program,
       GError **error)
{
  if (g_cancellable_set_error_if_cancelled (all->scope->cancellable, error))
    return NULL;
  switch (program->kind)
    {
    case INK_NODE_LIST:
    case INK_NODE_NEVER:
      return judge_rows (all, program);
    case INK_NODE_PENDING:
      return judge_pending (all, program, error);
    case INK_NODE_NOT:
      return judge_not (all, program, error);
    case INK_NODE_PERSON:
      return judge_person (all, program, error);
    case INK_NODE_PERSONA:
      return judge_persona (all, program, error);
    case INK_NODE_ALL:
    case INK_NODE_ANY:
    default:
      return judge_children (all, program, error);
    }
}

static void
begin (Everybody *all,
       InkScope *scope)
{
  *all = (Everybody){ scope, g_new0 (guint8 *, scope->n_personas + 1) };
}

static void
end (Everybody *all)
{
  for (guint i = 0; i < all->scope->n_personas; i++)
    g_free (all->personas[i]);
  g_free (all->personas);
}

/**
 * ink_everybody_holds:
 * @program: a compiled rule
 * @error: set when cancelled
 *
 * Returns: (transfer full) (array): TRUE or FALSE per person
 */
guint8 *
ink_everybody_holds (InkProgram *program,
                     GError **error)
{
  Everybody all;
  guint8 *truths;

  g_return_val_if_fail (program != NULL, NULL);

  begin (&all, program->scope);
  truths = judge (&all, program, error);
  for (guint32 i = 0; truths != NULL && i < program->scope->n_people; i++)
    truths[i] = truths[i] == INK_TRUTH_YES;
  end (&all);
  return truths;
}

/**
 * ink_everybody_personas:
 * @scope: an evaluation whose personas were compiled
 * @error: set when cancelled
 *
 * Returns: (transfer full) (array): per person the persona's index, their number for everyone else
 */
guint8 *
ink_everybody_personas (InkScope *scope,
                        GError **error)
{
  Everybody all;
  guint8 *personas;

  g_return_val_if_fail (scope != NULL, NULL);

  begin (&all, scope);
  personas = find_first (&all, scope->n_personas, error);
  end (&all);
  return personas;
}
