/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Goals from the names of events: the name says what it is about, the data whether it fits. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "analysis/ink-suggestion-private.h"

/* Those who do both do it after the aim so often: it belongs to customers. */
#define AFTER_SALE 0.7
#define FEWEST_ORDERED 5
/* A property belongs to an event where so many of its events carry it. */
#define MOSTLY 0.5
#define HALF 50

/* How far somebody came, as numbers up to 100, or up to 1. */
static const char *const progress_names[]
    = { "percent", "progress", "percentage", "video_percent", "percent_scrolled", "completion",
        NULL };
/* Or as the word for the end. */
static const char *const step_names[] = { "step", "status", "state", "stage", "phase", NULL };
static const char *const end_words[]
    = { "result", "results", "complete", "completed", "finished", "done", "success", "submitted",
        "ergebnis", "fertig", "résultat", "resultado", NULL };

/* ---- What narrows an event ---- */

typedef struct
{
  guint64 rows;
  guint64 filled;
  double least;
  double greatest;
  const char *end; /* nullable: the word for the end that occurs */
} Carried;

static const char *
find_end_word (InkValue value)
{
  for (guint i = 0; value.kind == INK_KIND_TEXT && end_words[i] != NULL; i++)
    if (g_ascii_strcasecmp (value.text, end_words[i]) == 0)
      return value.text;
  return NULL;
}

static void
look (Carried *carried,
      InkValue value)
{
  double number;

  carried->filled += value.kind != INK_KIND_ABSENT;
  if (ink_value_as_number (value, &number))
    {
      carried->least = MIN (carried->least, number);
      carried->greatest = MAX (carried->greatest, number);
    }
  if (carried->end == NULL)
    carried->end = find_end_word (value);
}

static Carried
look_at (const InkFacts *facts,
         const InkEventFact *fact,
         const InkProperty *property)
{
  const InkScope *scope = facts->scope;
  guint32 code = (guint32) (fact - facts->events);
  Carried carried = { .least = G_MAXDOUBLE };

  for (guint32 row = 0; row < MIN (scope->n_rows, property->n_rows); row++)
    if (ink_codes_get (scope->names, row) == code)
      {
        carried.rows++;
        look (&carried, ink_property_get (property, row));
      }
  return carried;
}

/* Half of it was seen, where the data knows and not everybody saw that much. */
static void
narrow_by_progress (const Carried *carried,
                    const char *name,
                    InkProposal *proposal)
{
  double half = carried->greatest <= 1 ? HALF / 100.0 : HALF;

  if (carried->greatest <= half || carried->greatest > 100 || carried->least >= half)
    return;
  ink_suggestion_add_condition (proposal->goal->rule, name, INK_OP_AT_LEAST,
                                ink_value_number (half));
  ink_proposal_say (proposal, g_strdup (_ ("half of it tells interest from a mere start")));
}

/* The end was reached, where the data knows. */
static void
narrow_by_end (const Carried *carried,
               const char *name,
               InkProposal *proposal)
{
  if (carried->end == NULL)
    return;
  ink_suggestion_add_condition (proposal->goal->rule, name, INK_OP_IS,
                                ink_value_text (carried->end));
  ink_proposal_say (proposal, g_strdup_printf (_ ("the data says who came to its end (“%s”)"),
                                               carried->end));
}

static void
narrow_by (const InkFacts *facts,
           const InkEventFact *fact,
           const char *const *names,
           void (*narrow_one) (const Carried *carried, const char *name, InkProposal *proposal),
           InkProposal *proposal)
{
  for (guint i = 0; names[i] != NULL && proposal->goal->rule->n_where == 0; i++)
    {
      InkProperty *property = ink_scope_event_property (facts->scope, names[i], NULL);
      Carried carried = { 0 };

      if (property == NULL)
        continue;
      carried = look_at (facts, fact, property);
      if (carried.filled > 0 && carried.filled >= MOSTLY * carried.rows)
        narrow_one (&carried, names[i], proposal);
    }
}

static void
narrow (const InkFacts *facts,
        const InkEventFact *fact,
        InkProposal *proposal)
{
  const char *id = fact->topic != NULL ? fact->topic->id : "";

  if (g_str_equal (id, "video") || g_str_equal (id, "scroll"))
    narrow_by (facts, fact, progress_names, narrow_by_progress, proposal);
  else if (g_str_equal (id, "calculator") || g_str_equal (id, "lead")
           || g_str_equal (id, "quote"))
    narrow_by (facts, fact, step_names, narrow_by_end, proposal);
}

/* ---- How good it is ---- */

/* Best where a good part of people do it; all and none tell nobody from anybody. */
static double
rate_share (double share)
{
  if (share < 0.005)
    return 0;
  return share < 0.02 ? 1 : share < 0.5 ? 2 : share < 0.75 ? 1 : 0;
}

static double
rate_order (const InkEventFact *fact)
{
  guint32 both = fact->before + fact->after;

  return both < FEWEST_ORDERED ? 0 : 3.0 * fact->before / both;
}

static double
rate (const InkFacts *facts,
      const InkEventFact *fact,
      InkGoalKind kind)
{
  double weight = fact->topic != NULL ? fact->topic->weight : 1;

  if (kind == INK_GOAL_MICRO)
    return weight + rate_order (fact) + rate_share (ink_facts_share (facts, fact->people));
  return weight + (isnan (fact->late) ? 0 : 2 * fact->late)
         + (2 * fact->valued >= fact->events ? 1 : 0);
}

/* ---- Which events ---- */

static gboolean
is_after_sale (const InkEventFact *fact)
{
  guint32 both = fact->before + fact->after;

  return both >= FEWEST_ORDERED && fact->after >= AFTER_SALE * both
         && 2 * both >= fact->people;
}

static gboolean
is_micro (const InkEventFact *fact)
{
  if (fact->told || fact->macro || fact->people == 0 || is_after_sale (fact))
    return FALSE;
  return fact->topic == NULL || fact->topic->kind == INK_TOPIC_MICRO
         || fact->topic->kind == INK_TOPIC_EITHER;
}

static void
say_topic (InkProposal *proposal,
           const InkEventFact *fact)
{
  if (fact->topic != NULL && fact->topic->says != NULL)
    ink_proposal_say (proposal,
                      g_strdup_printf (_ ("its name speaks of %s"), _ (fact->topic->says)));
  else if (proposal->goal->kind == INK_GOAL_MACRO)
    ink_proposal_say (proposal, g_strdup (_ ("few people come so far")));
}

static char *
make_name (const InkFacts *facts,
           const InkEventFact *fact)
{
  const char *label = g_hash_table_lookup (facts->scope->definition->labels, fact->name);

  return label != NULL ? g_strdup (label) : ink_topic_title (fact->name);
}

static InkProposal *
propose (const InkFacts *facts,
         const InkEventFact *fact)
{
  g_autoptr (InkRule) rule = ink_rule_new_does (fact->name);
  g_autofree char *name = make_name (facts, fact);
  InkGoalKind kind = fact->macro ? INK_GOAL_MACRO : INK_GOAL_MICRO;
  InkProposal *proposal = ink_proposal_new (name, kind, rule);

  proposal->fact = fact;
  proposal->topic = fact->topic;
  proposal->score = rate (facts, fact, kind);
  proposal->goal->stage = g_strdup (ink_suggestion_stage (
      facts->scope->definition,
      kind == INK_GOAL_MACRO ? 3 : fact->topic != NULL ? fact->topic->depth : 1));
  if (kind == INK_GOAL_MACRO && 2 * fact->valued >= fact->events)
    {
      proposal->goal->value_property = g_strdup ("value");
      ink_proposal_say (proposal, g_strdup (_ ("carries an amount of money")));
    }
  say_topic (proposal, fact);
  if (kind == INK_GOAL_MICRO)
    narrow (facts, fact, proposal);
  return proposal;
}

gboolean
ink_suggest_from_events (const InkFacts *facts,
                         GPtrArray *proposals,
                         GError **error)
{
  for (guint i = 0; i < facts->n_events; i++)
    {
      const InkEventFact *fact = &facts->events[i];

      if (fact->macro ? !fact->told : is_micro (fact))
        g_ptr_array_add (proposals, propose (facts, fact));
    }
  return TRUE;
}
