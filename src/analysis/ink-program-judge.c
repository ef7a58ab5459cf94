/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whether a compiled rule holds at a moment, and which persona somebody is then. */
#include <string.h>

#include "analysis/ink-program-private.h"
#include "analysis/ink-slices.h"

enum
{
  MEMO_UNKNOWN,
  MEMO_NO,
  MEMO_YES,
};

static gboolean
happened (InkProgram *program,
          guint32 person,
          guint32 end)
{
  const InkRows *rows = program->rows;
  guint32 first = program->scope->offsets[person], hint = program->hint;

  /* Usually this is the same person still, or one of the next. */
  if (hint > 0 && rows->rows[hint - 1] >= first)
    hint = ink_rows_seek (rows->rows, rows->n, 0, first);
  else if (hint < rows->n && rows->rows[hint] < first)
    hint = ink_rows_seek (rows->rows, rows->n, hint, first);
  program->hint = hint;
  return program->hint < rows->n && rows->rows[program->hint] < end;
}

/* Whether a window that a completion opened is still open. */
static gboolean
is_open (InkProgram *program,
         guint32 person,
         InkMoment moment)
{
  const InkRows *rows = program->rows;
  guint32 last;

  if (!happened (program, person, moment.end))
    return FALSE;
  last = ink_rows_seek (rows->rows, rows->n, program->hint, moment.end) - 1;

  return program->scope->times[rows->rows[last]] != INK_TIME_NONE
         && ink_time_later (program->scope->times[rows->rows[last]], program->length)
                > moment.time;
}

static InkTruth
judge_children (InkProgram *program,
                guint32 person,
                InkMoment moment)
{
  gboolean all = program->kind == INK_NODE_ALL;
  InkTruth truth = all ? INK_TRUTH_YES : INK_TRUTH_NO;

  for (guint i = 0; i < program->n_children; i++)
    {
      InkTruth child = ink_program_judge (program->children[i], person, moment);

      truth = all ? MIN (truth, child) : MAX (truth, child);
    }

  return truth;
}

/* Personas that name earlier ones would ask for these again and again: each is asked once per
 * moment. */
static gboolean
is_persona (InkScope *scope,
            guint index,
            guint32 person,
            InkMoment moment)
{
  guint8 *memo = &scope->persona_memo[index];

  if (scope->memo_person != person || scope->memo_moment.end != moment.end
      || scope->memo_moment.time != moment.time)
    {
      memset (scope->persona_memo, MEMO_UNKNOWN, scope->n_personas);
      scope->memo_person = person;
      scope->memo_moment = moment;
    }
  if (*memo == MEMO_UNKNOWN)
    *memo = scope->personas[index] != NULL
                    && ink_program_judge (scope->personas[index], person, moment) == INK_TRUTH_YES
                ? MEMO_YES
                : MEMO_NO;

  return *memo == MEMO_YES;
}

/* The first of the personas below @end that matches; @end or their number where none does. Those
 * after it are not asked: they may themselves ask for this one. */
static guint
first_persona (InkScope *scope,
               guint end,
               guint32 person,
               InkMoment moment)
{
  guint n = MIN (end, scope->n_personas);

  for (guint i = 0; i < n; i++)
    if (is_persona (scope, i, person, moment))
      return i;

  return n;
}

InkTruth
ink_program_judge (InkProgram *program,
                   guint32 person,
                   InkMoment moment)
{
  InkTruth truth;

  switch (program->kind)
    {
    case INK_NODE_LIST:
      return happened (program, person, moment.end) ? INK_TRUTH_YES : INK_TRUTH_NO;
    case INK_NODE_NEVER:
      return happened (program, person, moment.end) ? INK_TRUTH_NO : INK_TRUTH_YES;
    case INK_NODE_PENDING:
      truth = ink_program_judge (program->children[0], person, moment);
      return truth != INK_TRUTH_NO                     ? truth
             : is_open (program, person, moment) ? INK_TRUTH_PENDING
                                                       : INK_TRUTH_NO;
    case INK_NODE_NOT:
      return INK_TRUTH_YES - ink_program_judge (program->children[0], person, moment);
    case INK_NODE_PERSON:
      return ink_lookup_person (program->lookup, person, moment.end) ? INK_TRUTH_YES
                                                                     : INK_TRUTH_NO;
    case INK_NODE_PERSONA:
      return first_persona (program->scope, program->persona + 1, person, moment)
                     == program->persona
                 ? INK_TRUTH_YES
                 : INK_TRUTH_NO;
    case INK_NODE_ALL:
    case INK_NODE_ANY:
    default:
      return judge_children (program, person, moment);
    }
}

/**
 * ink_program_holds:
 * @program: a compiled rule
 * @person: a person with events
 * @moment: what may be read, and the clock
 */
gboolean
ink_program_holds (InkProgram *program,
                   guint32 person,
                   InkMoment moment)
{
  g_return_val_if_fail (program != NULL, FALSE);
  g_return_val_if_fail (person < program->scope->n_people, FALSE);

  return ink_program_judge (program, person, moment) == INK_TRUTH_YES;
}

gboolean
ink_program_holds_at_end (InkProgram *program,
                          guint32 person)
{
  g_return_val_if_fail (program != NULL, FALSE);

  return ink_program_holds (program, person, ink_scope_moment_of_end (program->scope, person));
}

guint
ink_scope_persona_at (InkScope *scope,
                      guint32 person,
                      InkMoment moment)
{
  g_return_val_if_fail (scope != NULL, 0);

  return first_persona (scope, scope->n_personas, person, moment);
}
