/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A proposed goal: its parts, its people, and why it is proposed, in words. */
#include "config.h"

#include "analysis/ink-suggestion-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "analysis/ink-program.h"

/* Rarer than this an aim is called rare. */
#define RARE 0.05
/* The order of fewer people says nothing. */
#define FEWEST_ORDERED 5
#define MOSTLY 0.6
#define LATE 0.6

InkProposal *
ink_proposal_new (const char *name,
                  InkGoalKind kind,
                  InkRule *rule)
{
  InkProposal *proposal = g_new0 (InkProposal, 1);

  proposal->goal = ink_goal_new (name, rule);
  proposal->goal->kind = kind;
  proposal->clauses = g_ptr_array_new_with_free_func (g_free);
  return proposal;
}

void
ink_proposal_free (InkProposal *proposal)
{
  g_clear_pointer (&proposal->goal, ink_goal_unref);
  g_clear_pointer (&proposal->clauses, g_ptr_array_unref);
  g_free (proposal);
}

void
ink_proposal_say (InkProposal *proposal,
                  char *clause)
{
  g_ptr_array_add (proposal->clauses, clause);
}

const char *
ink_suggestion_stage (const InkDefinition *definition,
                      guint depth)
{
  const char *const *stages = ink_definition_get_stages (definition);
  guint n = g_strv_length ((char **) stages);

  return n > 0 ? stages[(depth * (n - 1) + 1) / 3] : NULL;
}

void
ink_suggestion_add_condition (InkRule *rule,
                              const char *property,
                              InkOp op,
                              InkValue value)
{
  InkCondition condition = { .property = g_strdup (property), .op = op, .n_values = 1 };

  condition.values = g_new0 (InkValue, 1);
  condition.values[0] = value;
  if (value.kind == INK_KIND_TEXT)
    condition.values[0].text = g_strdup (value.text);
  rule->where = g_renew (InkCondition, rule->where, rule->n_where + 1);
  rule->where[rule->n_where++] = condition;
}

gboolean
ink_suggestion_count_people (InkScope *scope,
                             const InkRule *rule,
                             guint32 *people,
                             GError **error)
{
  g_autoptr (InkProgram) program = ink_program_new (scope, rule, error);
  guint32 before = INK_NO_PERSON;
  InkRows *rows;

  if (program == NULL)
    return FALSE;
  *people = 0;
  rows = ink_program_get_moments (program);
  for (guint32 i = 0; i < rows->n; i++)
    {
      guint32 person = ink_scope_person_of_row (scope, rows->rows[i]);

      *people += person != before;
      before = person;
    }
  return !g_cancellable_set_error_if_cancelled (scope->cancellable, error);
}

/* ---- Why ---- */

char *
ink_suggestion_share_words (double share)
{
  if (share > 0 && share < 0.001)
    return g_strdup (_ ("less than 0.1\342\200\257%"));
  /* Translators: a share, such as "1.5 %"; the space is U+202F. */
  return g_strdup_printf (_ ("%.*f\342\200\257%%"), share < 0.0995 ? 1 : 0, 100 * share);
}

/* Join as "a", "a and b", "a, b and c". */
static char *
join (GPtrArray *clauses)
{
  g_autoptr (GString) text = g_string_new (g_ptr_array_index (clauses, 0));

  for (guint i = 1; i < clauses->len; i++)
    g_string_append_printf (text, i + 1 < clauses->len ? _ (", %s") : _ (" and %s"),
                            (const char *) g_ptr_array_index (clauses, i));
  /* Translators: the end of a sentence made of what stands before it */
  return g_strdup_printf (_ ("%s."), text->str);
}

/* It completes with the event alone: what is known of the event is true of the goal. */
static gboolean
is_plain (const InkProposal *proposal)
{
  return proposal->fact != NULL && proposal->goal->rule->n_where == 0;
}

/* "“Booked Demo”", "“Booked Demo” or “Signed Contract”", "the first macro goal" */
static char *
name_macros (const InkFacts *facts)
{
  const char *names[2] = { NULL, NULL };
  guint n = 0;

  for (guint i = 0; i < facts->n_events; i++)
    if (facts->events[i].macro)
      {
        if (n < G_N_ELEMENTS (names))
          names[n] = facts->events[i].name;
        n++;
      }
  if (n == 1)
    return g_strdup_printf (_ ("“%s”"), names[0]);
  if (n == 2)
    /* Translators: one event or another */
    return g_strdup_printf (_ ("“%s” or “%s”"), names[0], names[1]);

  return g_strdup (_ ("the first macro goal"));
}

static char *
order_words (const InkProposal *proposal,
             const InkFacts *facts)
{
  const InkEventFact *fact = proposal->fact;
  guint32 both = fact != NULL ? fact->before + fact->after : 0;
  g_autofree char *macros = NULL;
  g_autofree char *share = NULL;

  if (proposal->goal->kind == INK_GOAL_MACRO)
    return fact != NULL && !isnan (fact->late) && fact->late >= LATE
                   && fact->placed >= FEWEST_ORDERED
               ? g_strdup (_ ("comes late"))
               : NULL;
  if (both < FEWEST_ORDERED || fact->before < MOSTLY * both || !is_plain (proposal))
    return NULL;
  share = ink_suggestion_share_words ((double) fact->before / both);
  macros = name_macros (facts);
  /* Translators: one or two events in quotes, then a share */
  return g_strdup_printf (_ ("comes before %s for %s of those who do both"), macros, share);
}

static char *
people_words (const InkProposal *proposal,
              const InkFacts *facts)
{
  double share = ink_facts_share (facts, proposal->people);
  g_autofree char *words = ink_suggestion_share_words (share);
  gboolean rare = proposal->goal->kind == INK_GOAL_MACRO && share < RARE;

  if (!is_plain (proposal))
    /* Translators: what the goal asks for; a share of people */
    return g_strdup_printf (rare ? _ ("This is rare (%s of people)")
                                 : _ ("This is done by %s of people"),
                            words);
  if (rare)
    return g_strdup_printf (_ ("“%s” is rare (%s of people)"), proposal->fact->name, words);
  /* Translators: an event, then a share of people */
  return g_strdup_printf (_ ("“%s” is done by %s of people"), proposal->fact->name, words);
}

char *
ink_proposal_to_words (const InkProposal *proposal,
                       const InkFacts *facts)
{
  g_autoptr (GPtrArray) clauses = g_ptr_array_new_with_free_func (g_free);
  char *order = order_words (proposal, facts);

  g_ptr_array_add (clauses, people_words (proposal, facts));
  if (order != NULL)
    g_ptr_array_add (clauses, order);
  for (guint i = 0; i < proposal->clauses->len; i++)
    g_ptr_array_add (clauses, g_strdup (g_ptr_array_index (proposal->clauses, i)));
  return join (clauses);
}
