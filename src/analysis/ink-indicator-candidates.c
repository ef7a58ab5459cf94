/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One list of rules, always in the same order for the same data and definition. */
#include "config.h"

#include "analysis/ink-indicator-candidates.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "analysis/ink-candidate-values.h"
#include "analysis/ink-slices.h"
#include "analysis/ink-suggestion-private.h"
#include "analysis/ink-suggestions.h"
#include "definition/ink-board-edit.h"

/* Raw events by people, and goals: more bases are no search any more but a lottery. */
#define MOST_EVENTS 40
#define MOST_BASES 24
/* On the way, where nothing says more. */
#define SOME_DEPTH 1

static const guint times[] = { 2, 3, 5, 8 };

/* No days first: the others are held against it. */
static const InkSpan windows[] = {
  { .kind = INK_SPAN_NONE },
  { .kind = INK_SPAN_LENGTH, .unit = INK_UNIT_DAYS, .amount = 1 },
  { .kind = INK_SPAN_LENGTH, .unit = INK_UNIT_DAYS, .amount = 7 },
  { .kind = INK_SPAN_LENGTH, .unit = INK_UNIT_DAYS, .amount = 30 },
  { .kind = INK_SPAN_FIRST_DAYS, .unit = INK_UNIT_DAYS, .amount = 7 },
};

const char *
ink_candidate_kind_to_string (InkCandidateKind kind)
{
  static const char *const names[] = { "event", "value", "frequency" };

  g_return_val_if_fail (kind < INK_N_CANDIDATE_KINDS, NULL);

  return names[kind];
}

void
ink_candidate_free (InkCandidate *candidate)
{
  g_clear_pointer (&candidate->goal, ink_goal_unref);
  g_free (candidate->base);
  g_free (candidate);
}

typedef struct
{
  const InkIndicatorFrame *frame;
  const InkDefinition *definition;
  GPtrArray *candidates;
  guint n_bases;
} Listing;

/* Takes @name and @rule. Two candidates may have one name here: whoever makes goals of them asks
 * for one that is free. */
static InkCandidate *
add (Listing *listing,
     InkCandidateKind kind,
     const char *base,
     char *name,
     InkRule *rule,
     const char *stage)
{
  InkCandidate *candidate = g_new0 (InkCandidate, 1);
  g_autofree char *free_name = ink_board_make_goal_name (listing->definition, name, NULL);

  candidate->kind = kind;
  candidate->base = g_strdup (base);
  candidate->goal = ink_goal_new (free_name, rule);
  candidate->goal->stage = g_strdup (stage);
  g_ptr_array_add (listing->candidates, candidate);
  g_free (name);
  ink_rule_unref (rule);
  return candidate;
}

static const char *
find_stage (const Listing *listing,
            const InkTopic *topic)
{
  return ink_suggestion_stage (listing->definition, topic != NULL ? topic->depth : SOME_DEPTH);
}

/* As the user calls it, else as the file does. */
static const char *
name_event (const Listing *listing,
            const char *event)
{
  const char *label = g_hash_table_lookup (listing->definition->labels, event);

  return label != NULL ? label : event;
}

/* ---- Which events ---- */

static gboolean
names_event (const InkRule *rule,
             const char *event)
{
  for (guint i = 0; i < rule->n_children; i++)
    if (names_event (rule->children[i], event))
      return TRUE;
  return rule->names != NULL && g_strv_contains ((const char *const *) rule->names, event);
}

/* What the macro goal is made of leads to nothing, and what a person does not do either. */
static gboolean
is_open (const Listing *listing,
         const char *event)
{
  const char *const *hidden = (const char *const *) listing->definition->hidden;
  const char *const *passive = (const char *const *) listing->definition->passive;
  const InkTopic *topic = ink_topic_of_event (event);

  return !names_event (listing->frame->macro->rule, event)
         && (hidden == NULL || !g_strv_contains (hidden, event))
         && (passive == NULL || !g_strv_contains (passive, event))
         && (topic == NULL || topic->kind != INK_TOPIC_NONE);
}

static gboolean
is_goal (const Listing *listing,
         const InkRule *rule)
{
  for (guint i = 0; listing->definition->goals[i] != NULL; i++)
    if (ink_rule_equal (listing->definition->goals[i]->rule, rule))
      return TRUE;
  return FALSE;
}

static int
compare_people (gconstpointer a,
                gconstpointer b)
{
  const InkEventInfo *x = *(const InkEventInfo *const *) a, *y = *(const InkEventInfo *const *) b;

  if (x->people != y->people)
    return x->people > y->people ? -1 : 1;
  return strcmp (x->name, y->name);
}

/* (element-type InkEventInfo), the most done first. */
static GPtrArray *
list_events (const Listing *listing)
{
  const InkSchema *schema = ink_event_store_get_schema (listing->frame->scope->store);
  GPtrArray *events = g_ptr_array_new ();

  for (guint i = 0; i < schema->n_events; i++)
    if (schema->events[i].people >= listing->frame->settings.least_people
        && is_open (listing, schema->events[i].name))
      g_ptr_array_add (events, (gpointer) &schema->events[i]);
  g_ptr_array_sort (events, compare_people);
  if (events->len > MOST_EVENTS)
    g_ptr_array_set_size (events, MOST_EVENTS);
  return events;
}

/* ---- Frequency and deadline ---- */

/* "“Viewed Pricing” 3 times within 7 days" */
static char *
name_frequency (const char *base,
                guint n,
                const InkSpan *window)
{
  g_autofree char *span = NULL;

  if (window->kind == INK_SPAN_NONE)
    /* Translators: a goal's name: what is done, and how often. */
    return g_strdup_printf (_ ("%s, %u times"), base, n);
  span = ink_span_to_words ((InkSpan){ .kind = INK_SPAN_LENGTH,
                                       .unit = window->unit,
                                       .amount = window->amount });
  if (window->kind == INK_SPAN_FIRST_DAYS)
    /* Translators: a goal's name: what is done, how often, and a time such as "7 days". */
    return g_strdup_printf (_ ("%s, %u times in the first %s"), base, n, span);
  return g_strdup_printf (_ ("%s, %u times within %s"), base, n, span);
}

static void
add_frequencies (Listing *listing,
                 const char *base,
                 const char *name,
                 const InkRule *once,
                 const char *stage)
{
  if (listing->n_bases++ >= MOST_BASES)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      guint looser = listing->candidates->len + 1;

      for (guint j = 0; j < G_N_ELEMENTS (windows); j++)
        {
          InkRule *rule = ink_rule_copy (once);
          InkCandidate *candidate;

          rule->times.given = TRUE;
          rule->times.bounds.has_at_least = TRUE;
          rule->times.bounds.at_least = times[i];
          rule->within = windows[j];
          candidate = add (listing, INK_CANDIDATE_FREQUENCY, base,
                           name_frequency (name, times[i], &windows[j]), rule, stage);
          candidate->looser = j > 0 ? looser : 0;
        }
    }
}

/* A plain rule is counted as it is; what has bounds of its own, by the goal's completions. */
static gboolean
is_plain (const InkRule *rule)
{
  return rule->kind == INK_RULE_DOES && !rule->times.given && !rule->total.given
         && rule->within.kind == INK_SPAN_NONE && rule->after == NULL && !rule->between.given
         && rule->first_time == INK_FIRST_TIME_NO;
}

static void
add_goals (Listing *listing)
{
  for (guint i = 0; i < listing->frame->n_micros; i++)
    {
      const InkGoal *goal = listing->frame->micros[i];
      g_autoptr (InkRule) once
          = is_plain (goal->rule) ? ink_rule_copy (goal->rule) : ink_rule_new_goal (goal->name);

      add_frequencies (listing, goal->name, goal->name, once, goal->stage);
    }
}

/* An event that is a goal is counted as that. */
static void
add_events (Listing *listing)
{
  g_autoptr (GPtrArray) events = list_events (listing);

  for (guint i = 0; i < events->len; i++)
    {
      const InkEventInfo *event = g_ptr_array_index (events, i);
      const char *stage = find_stage (listing, ink_topic_of_event (event->name));
      g_autoptr (InkRule) rule = ink_rule_new_does (event->name);

      if (is_goal (listing, rule))
        continue;
      add (listing, INK_CANDIDATE_EVENT, event->name,
           g_strdup (name_event (listing, event->name)), ink_rule_ref (rule), stage);
      add_frequencies (listing, event->name, name_event (listing, event->name), rule, stage);
    }
}

/* ---- Values ---- */

/* "Viewed Page: page is /pricing", or "channel is webinar" where several events carry it. */
static void
add_value (Listing *listing,
           const InkCandidateValue *value)
{
  InkRule *rule = ink_rule_new_does (value->event != NULL ? value->event : "*");
  g_autofree char *text = ink_value_to_text (value->value);
  const InkTopic *topic
      = g_str_equal (value->property, "page") ? ink_topic_of_page (text) : NULL;
  char *name;

  ink_suggestion_add_condition (rule, value->property, INK_OP_IS, value->value);
  if (is_goal (listing, rule) || (value->event != NULL && !is_open (listing, value->event)))
    {
      ink_rule_unref (rule);
      return;
    }
  if (value->event != NULL)
    /* Translators: a goal's name: an event, a property and its value. */
    name = g_strdup_printf (_ ("%s: %s is %s"), name_event (listing, value->event),
                            value->property, text);
  else
    name = g_strdup_printf (_ ("%s is %s"), value->property, text);
  add (listing, INK_CANDIDATE_VALUE, value->property, name, rule, find_stage (listing, topic));
}

static gboolean
add_values (Listing *listing,
            GError **error)
{
  g_autoptr (GArray) values = ink_candidate_values_new (listing->frame, error);

  if (values == NULL)
    return FALSE;
  for (guint i = 0; i < values->len; i++)
    add_value (listing, &g_array_index (values, InkCandidateValue, i));

  return TRUE;
}

/* ---- All of them ---- */

GPtrArray *
ink_indicator_candidates_new (const InkIndicatorFrame *frame,
                              GError **error)
{
  g_autoptr (GPtrArray) candidates
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ink_candidate_free);
  Listing listing = { .frame = frame, .candidates = candidates };

  g_return_val_if_fail (frame != NULL, NULL);

  listing.definition = frame->scope->definition;
  add_goals (&listing);
  add_events (&listing);

  return add_values (&listing, error) ? g_steal_pointer (&candidates) : NULL;
}

InkRows *
ink_indicator_candidate_rows (const InkIndicatorFrame *frame,
                              const InkCandidate *candidate,
                              GError **error)
{
  g_autoptr (InkProgram) program = NULL;
  const InkRows *moments;
  InkRows *first;
  guint32 end = 0;

  g_return_val_if_fail (frame != NULL && candidate != NULL, NULL);

  program = ink_program_new (frame->scope, candidate->goal->rule, error);
  if (program == NULL)
    return NULL;
  moments = ink_program_get_moments (program);
  first = ink_rows_new ();
  for (guint32 i = 0; i < moments->n; i++)
    {
      guint32 row = moments->rows[i];

      if (row < end || frame->scope->times[row] == INK_TIME_NONE)
        continue;
      ink_rows_add (first, row);
      end = frame->scope->offsets[ink_scope_person_of_row (frame->scope, row) + 1];
    }

  return first;
}
