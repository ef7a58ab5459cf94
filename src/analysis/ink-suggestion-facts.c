/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "analysis/ink-suggestion-facts.h"

#include <math.h>

/* Names are read up to so many: more are no names but values in the wrong column. */
#define MOST_NAMES 5000
/* What nearly everybody does is no aim. */
#define EVERYBODY 0.95
/* Where no name speaks of an aim: what few people do, and last of all. */
#define FEW 0.2
#define LAST 0.7
#define FEWEST_PLACED 5
/* Journeys of fewer events have no early and late. */
#define SHORTEST_JOURNEY 3

typedef struct
{
  InkFacts *facts;
  guint32 *seen;    /* by code: the person for whom it was seen last, plus 1 */
  gint64 *firsts;   /* by code: of that person */
  double *places;   /* by code: of that person, NaN: not known */
  guint32 *present; /* codes of that person */
  guint n_present;
  double *late_sums;
} Pass;

double
ink_facts_share (const InkFacts *facts,
                 guint32 people)
{
  return facts->scope->n_people > 0 ? (double) people / facts->scope->n_people : 0;
}

static gboolean
is_among (char *const *names,
          const char *name)
{
  return names != NULL && g_strv_contains ((const char *const *) names, name);
}

/* ---- People and events of each name ---- */

static void
meet (Pass *pass,
      guint32 row,
      guint32 person,
      guint32 first,
      guint32 end)
{
  const InkScope *scope = pass->facts->scope;
  guint32 code = ink_codes_get (scope->names, row);
  gboolean placed = end - first >= SHORTEST_JOURNEY && scope->times[first] != INK_TIME_NONE
                    && scope->times[first] < scope->times[end - 1];

  pass->facts->events[code].events++;
  if (pass->seen[code] == person + 1)
    return;
  pass->seen[code] = person + 1;
  pass->firsts[code] = scope->times[row];
  pass->places[code] = placed ? (double) (row - first) / (end - 1 - first) : NAN;
  pass->present[pass->n_present++] = code;
}

/* The person's first macro event, or INK_TIME_NONE. */
static gint64
find_macro (const Pass *pass)
{
  gint64 first = INK_TIME_NONE;

  for (guint i = 0; i < pass->n_present; i++)
    {
      guint32 code = pass->present[i];

      if (pass->facts->events[code].macro && pass->firsts[code] != INK_TIME_NONE
          && (first == INK_TIME_NONE || pass->firsts[code] < first))
        first = pass->firsts[code];
    }
  return first;
}

static void
add_person (Pass *pass)
{
  gint64 macro = find_macro (pass);

  for (guint i = 0; i < pass->n_present; i++)
    {
      guint32 code = pass->present[i];
      InkEventFact *fact = &pass->facts->events[code];

      fact->people++;
      if (!isnan (pass->places[code]))
        {
          fact->placed++;
          pass->late_sums[code] += pass->places[code];
        }
      if (macro != INK_TIME_NONE && pass->firsts[code] != INK_TIME_NONE)
        {
          fact->before += pass->firsts[code] < macro;
          fact->after += pass->firsts[code] > macro;
        }
    }
  pass->n_present = 0;
}

static gboolean
go_through (Pass *pass,
            GError **error)
{
  const InkScope *scope = pass->facts->scope;

  for (guint32 person = 0; person < scope->n_people; person++)
    {
      guint32 first = scope->offsets[person], end = ink_scope_end_of_person (scope, person);

      if (person % 4096 == 0 && g_cancellable_set_error_if_cancelled (scope->cancellable, error))
        return FALSE;
      for (guint32 row = first; row < end; row++)
        meet (pass, row, person, first, end);
      add_person (pass);
    }
  return TRUE;
}

static void
forget_counts (InkFacts *facts)
{
  for (guint i = 0; i < facts->n_events; i++)
    {
      InkEventFact *fact = &facts->events[i];

      fact->events = 0;
      fact->people = fact->placed = fact->before = fact->after = 0;
    }
}

static gboolean
count (InkFacts *facts,
       GError **error)
{
  gsize n = (gsize) facts->n_events + 1;
  g_autofree guint32 *seen = g_new0 (guint32, n);
  g_autofree guint32 *present = g_new (guint32, n);
  g_autofree gint64 *firsts = g_new (gint64, n);
  g_autofree double *places = g_new (double, n);
  g_autofree double *late_sums = g_new0 (double, n);
  Pass pass = { facts, seen, firsts, places, present, 0, late_sums };

  forget_counts (facts);
  if (!go_through (&pass, error))
    return FALSE;
  for (guint i = 0; i < facts->n_events; i++)
    facts->events[i].late
        = facts->events[i].placed > 0 ? late_sums[i] / facts->events[i].placed : NAN;
  return TRUE;
}

/* ---- What carries money ---- */

static gboolean
count_values (InkFacts *facts,
              GError **error)
{
  const InkScope *scope = facts->scope;
  GError *failure = NULL;
  g_autoptr (InkProperty) value
      = ink_event_store_load_source_property (scope->store, "value", INK_ON_EVENT, &failure);
  double number;

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  for (guint32 row = 0; value != NULL && row < MIN (scope->n_rows, value->n_rows); row++)
    if (ink_value_as_number (ink_property_get (value, row), &number))
      facts->events[ink_codes_get (scope->names, row)].valued++;
  return TRUE;
}

/* ---- What it is all for ---- */

static void
take_as_macro (InkFacts *facts,
               InkEventFact *fact)
{
  facts->n_macros += !fact->macro;
  fact->macro = TRUE;
}

/* Aims that the definition names already: what comes after them is after them. */
static void
take_names (InkFacts *facts,
            const InkRule *rule)
{
  for (guint i = 0; i < rule->n_children && rule->kind != INK_RULE_NOT; i++)
    take_names (facts, rule->children[i]);
  for (guint i = 0; rule->kind == INK_RULE_DOES && i < facts->n_events; i++)
    if (is_among (rule->names, facts->events[i].name))
      take_as_macro (facts, &facts->events[i]);
}

static gboolean
is_candidate (const InkFacts *facts,
              const InkEventFact *fact)
{
  return !fact->told && fact->people > 0 && ink_facts_share (facts, fact->people) < EVERYBODY;
}

static void
find_by_topic (InkFacts *facts,
               InkTopicKind kind)
{
  for (guint i = 0; i < facts->n_events; i++)
    if (facts->events[i].topic != NULL && facts->events[i].topic->kind == kind
        && is_candidate (facts, &facts->events[i]))
      take_as_macro (facts, &facts->events[i]);
}

/* No name speaks of an aim: the rarest thing that people do last, if anything is. */
static void
find_by_place (InkFacts *facts)
{
  InkEventFact *best = NULL;

  for (guint i = 0; i < facts->n_events; i++)
    {
      InkEventFact *fact = &facts->events[i];

      if (fact->topic == NULL && is_candidate (facts, fact) && fact->placed >= FEWEST_PLACED
          && fact->late >= LAST && ink_facts_share (facts, fact->people) <= FEW
          && (best == NULL || fact->late > best->late))
        best = fact;
    }
  if (best != NULL)
    take_as_macro (facts, best);
}

static void
find_macros (InkFacts *facts)
{
  InkGoal **goals = facts->scope->definition->goals;

  for (guint i = 0; goals[i] != NULL; i++)
    if (goals[i]->kind == INK_GOAL_MACRO)
      take_names (facts, goals[i]->rule);
  find_by_topic (facts, INK_TOPIC_MACRO);
  if (facts->n_macros == 0)
    find_by_topic (facts, INK_TOPIC_EITHER);
  if (facts->n_macros == 0)
    find_by_place (facts);
}

/* ---- All of it ---- */

static void
read_names (InkFacts *facts)
{
  const InkDefinition *definition = facts->scope->definition;
  const InkDictionary *names = ink_event_store_get_name_dictionary (facts->scope->store);

  facts->n_events = ink_dictionary_size (names);
  facts->events = g_new0 (InkEventFact, (gsize) facts->n_events + 1);
  for (guint i = 0; i < facts->n_events; i++)
    {
      InkEventFact *fact = &facts->events[i];

      fact->name = ink_dictionary_get (names, i);
      fact->told = i >= MOST_NAMES || is_among (definition->passive, fact->name)
                   || is_among (definition->hidden, fact->name);
      fact->topic = fact->told ? NULL : ink_topic_of_event (fact->name);
    }
}

gboolean
ink_facts_init (InkFacts *facts,
                InkEventStore *store,
                InkDefinition *definition,
                GCancellable *cancellable,
                GError **error)
{
  *facts = (InkFacts){ .scope = ink_scope_new (store, definition, cancellable) };
  read_names (facts);
  if (!count (facts, error) || !count_values (facts, error))
    return FALSE;
  find_macros (facts);
  /* Only now it is known what lies before and after. */
  return facts->n_macros == 0 || count (facts, error);
}

void
ink_facts_clear (InkFacts *facts)
{
  g_clear_pointer (&facts->events, g_free);
  g_clear_pointer (&facts->scope, ink_scope_unref);
}

const char *
ink_facts_get_page_event (const InkFacts *facts)
{
  const InkEventFact *best = NULL;

  for (guint i = 0; i < facts->n_events; i++)
    if (facts->events[i].topic != NULL && facts->events[i].topic->kind == INK_TOPIC_PAGE
        && facts->events[i].people > 0
        && (best == NULL || facts->events[i].people > best->people))
      best = &facts->events[i];
  return best != NULL ? best->name : NULL;
}
