/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Counts completions per person, and picks people by a hash of their ids. */
#include "analysis/ink-persona-traits.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/ink-persona-warnings.h"
#include "analysis/ink-program.h"

/* What tells people apart is done by some, not by all. */
#define LEAST_SHARE 0.005
#define MOST_SHARE 0.9
#define LEAST_PEOPLE 10
/* With fewer goals than this the events say more. */
#define FEWEST_GOALS 3

/* ---- Counting ---- */

static void
count_row (guint8 *counts,
           guint32 person)
{
  counts[person] += counts[person] < G_MAXUINT8;
}

static guint32
count_people (const guint8 *counts,
              guint32 n_people)
{
  guint32 people = 0;

  for (guint32 person = 0; person < n_people; person++)
    people += counts[person] > 0;
  return people;
}

/* @counts is taken. */
static void
add_trait (InkPersonaTraits *traits,
           const char *name,
           guint8 *counts)
{
  g_autofree guint8 *taken = counts;
  guint32 people = count_people (counts, traits->n_people);

  if (traits->n == INK_MOST_TRAITS || people < LEAST_PEOPLE
      || people < LEAST_SHARE * traits->n_people || people > MOST_SHARE * traits->n_people)
    return;
  traits->traits[traits->n++]
      = (InkPersonaTrait){ .name = name, .counts = g_steal_pointer (&taken), .people = people };
}

/* ---- Goals ---- */

/* Of those who did both: more did the main goal first. */
static gboolean
comes_after (const InkRows *rows,
             const InkRows *main_rows,
             const InkScope *scope)
{
  guint32 before = 0, after = 0, j = 0, last = INK_NO_PERSON;

  for (guint32 i = 0; i < main_rows->n; i++)
    {
      guint32 person = ink_scope_person_of_row (scope, main_rows->rows[i]);

      if (person == last)
        continue;
      last = person;
      j = ink_rows_seek (rows->rows, rows->n, j, scope->offsets[person]);
      if (j == rows->n || rows->rows[j] >= scope->offsets[person + 1])
        continue;
      before += rows->rows[j] < main_rows->rows[i];
      after += rows->rows[j] > main_rows->rows[i];
    }

  return after > before && after >= 5;
}

static gboolean
add_goal (InkPersonaTraits *traits,
          InkScope *scope,
          const InkGoal *goal,
          const InkGoal *main_goal,
          GError **error)
{
  InkProgram *program = ink_scope_goal (scope, goal->name, error);
  const InkRows *rows;
  g_autofree guint8 *counts = NULL;
  InkProgram *main_program;

  if (program == NULL)
    return FALSE;
  rows = ink_program_get_moments (program);
  if (main_goal != NULL)
    {
      main_program = ink_scope_goal (scope, main_goal->name, error);
      if (main_program == NULL)
        return FALSE;
      if (ink_rule_names_goal (scope->definition, goal->rule, main_goal)
          || comes_after (rows, ink_program_get_moments (main_program), scope))
        return TRUE;
    }
  counts = g_malloc0 ((gsize) scope->n_people + 1);
  for (guint32 i = 0; i < rows->n; i++)
    count_row (counts, ink_scope_person_of_row (scope, rows->rows[i]));
  add_trait (traits, goal->name, g_steal_pointer (&counts));

  return TRUE;
}

static gboolean
add_goals (InkPersonaTraits *traits,
           InkScope *scope,
           GError **error)
{
  const InkDefinition *definition = scope->definition;
  const InkGoal *main_goal = ink_definition_get_main_goal (definition);

  traits->are_goals = TRUE;
  for (guint i = 0; definition->goals[i] != NULL; i++)
    if (definition->goals[i]->kind == INK_GOAL_MICRO
        && (!add_goal (traits, scope, definition->goals[i], main_goal, error)
            || g_cancellable_set_error_if_cancelled (scope->cancellable, error)))
      return FALSE;

  return TRUE;
}

/* ---- Events ---- */

static gboolean
is_named (char **names,
          const char *name)
{
  return names != NULL && g_strv_contains ((const char *const *) (void *) names, name);
}

static gboolean
is_macro (const InkDefinition *definition,
          const char *name)
{
  g_autoptr (InkRule) does = ink_rule_new_does (name);

  for (guint i = 0; definition->goals[i] != NULL; i++)
    if (definition->goals[i]->kind == INK_GOAL_MACRO
        && ink_rule_names_goal (definition, does, definition->goals[i]))
      return TRUE;

  return FALSE;
}

static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  const InkEventInfo *x = *(const InkEventInfo *const *) a;
  const InkEventInfo *y = *(const InkEventInfo *const *) b;

  if (x->people != y->people)
    return x->people < y->people ? 1 : -1;
  return strcmp (x->name, y->name);
}

static guint8 *
count_event (const InkScope *scope,
             const char *name)
{
  const InkDictionary *names = ink_event_store_get_name_dictionary (scope->store);
  guint32 code = ink_dictionary_find (names, name, strlen (name));
  guint8 *counts = g_malloc0 ((gsize) scope->n_people + 1);

  for (guint32 row = 0; row < scope->n_rows; row++)
    if (ink_codes_get (scope->names, row) == code)
      count_row (counts, ink_scope_person_of_row (scope, row));

  return counts;
}

static int
compare_traits (gconstpointer a,
                gconstpointer b)
{
  return strcmp (((const InkPersonaTrait *) a)->name, ((const InkPersonaTrait *) b)->name);
}

/* Those of most people first; then in an order that does not depend on that of the data. */
static gboolean
add_events (InkPersonaTraits *traits,
            InkScope *scope,
            GError **error)
{
  const InkDefinition *definition = scope->definition;
  const InkSchema *schema = ink_event_store_get_schema (scope->store);
  g_autoptr (GPtrArray) events = g_ptr_array_new ();

  traits->are_goals = FALSE;
  for (guint i = 0; i < schema->n_events; i++)
    if (!is_named (definition->hidden, schema->events[i].name)
        && !is_named (definition->passive, schema->events[i].name)
        && !is_macro (definition, schema->events[i].name))
      g_ptr_array_add (events, (gpointer) &schema->events[i]);
  g_ptr_array_sort (events, compare_events);
  for (guint i = 0; i < events->len && traits->n < INK_MOST_TRAITS; i++)
    {
      const InkEventInfo *event = g_ptr_array_index (events, i);

      if (g_cancellable_set_error_if_cancelled (scope->cancellable, error))
        return FALSE;
      if (event->people >= LEAST_PEOPLE && event->people <= MOST_SHARE * scope->n_people)
        add_trait (traits, event->name, count_event (scope, event->name));
    }
  qsort (traits->traits, traits->n, sizeof (InkPersonaTrait), compare_traits);

  return TRUE;
}

/* ---- All of them ---- */

static gboolean
is_active (const InkPersonaTraits *traits,
           guint32 person)
{
  for (guint i = 0; i < traits->n; i++)
    if (traits->traits[i].counts[person] > 0)
      return TRUE;
  return FALSE;
}

static void
weigh (InkPersonaTraits *traits)
{
  for (guint32 person = 0; person < traits->n_people; person++)
    traits->n_active += is_active (traits, person);
  for (guint i = 0; i < traits->n; i++)
    traits->traits[i].weight = log (1 + (double) traits->n_active / traits->traits[i].people);
}

gboolean
ink_persona_traits_init (InkPersonaTraits *traits,
                         InkScope *scope,
                         GError **error)
{
  g_return_val_if_fail (traits != NULL && scope != NULL, FALSE);

  *traits = (InkPersonaTraits){ .n_people = scope->n_people };
  if (!add_goals (traits, scope, error))
    return FALSE;
  if (traits->n < FEWEST_GOALS)
    {
      ink_persona_traits_clear (traits);
      if (!add_events (traits, scope, error))
        return FALSE;
    }
  weigh (traits);

  return TRUE;
}

void
ink_persona_traits_clear (InkPersonaTraits *traits)
{
  g_return_if_fail (traits != NULL);

  for (guint i = 0; i < traits->n; i++)
    g_clear_pointer (&traits->traits[i].counts, g_free);
  traits->n = 0;
}

gboolean
ink_persona_traits_point (const InkPersonaTraits *traits,
                          guint32 person,
                          float *point)
{
  double length = 0;

  g_return_val_if_fail (traits != NULL && point != NULL, FALSE);

  for (guint i = 0; i < traits->n; i++)
    {
      double value
          = log1p (traits->traits[i].counts[person]) * traits->traits[i].weight;

      point[i] = (float) value;
      length += value * value;
    }
  if (length <= 0)
    return FALSE;
  for (guint i = 0; i < traits->n; i++)
    point[i] = (float) ((double) point[i] / sqrt (length));

  return TRUE;
}

/* ---- Picking ---- */

typedef struct
{
  guint64 hash;
  guint32 person;
} Pick;

/* FNV-1a, then mixed, since the first bits decide. */
static guint64
hash_id (const char *id)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (; *id != '\0'; id++)
    hash = (hash ^ (guchar) *id) * G_GUINT64_CONSTANT (0x100000001b3);
  hash ^= hash >> 33;
  hash *= G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  return hash ^ hash >> 33;
}

static int
compare_picks (gconstpointer a,
               gconstpointer b,
               gpointer store)
{
  const Pick *x = a, *y = b;

  if (x->hash != y->hash)
    return x->hash < y->hash ? -1 : 1;
  return strcmp (ink_event_store_get_person_id (store, x->person),
                 ink_event_store_get_person_id (store, y->person));
}

GArray *
ink_persona_traits_sample (const InkPersonaTraits *traits,
                           const InkScope *scope,
                           guint most)
{
  g_autoptr (GArray) picks = g_array_new (FALSE, FALSE, sizeof (Pick));
  GArray *people = g_array_new (FALSE, FALSE, sizeof (guint32));
  /* Twice as many as are wanted pass the bar, as good as surely enough; who passes it depends on
   * the id alone and on how many there are. */
  guint64 bar = traits->n_active > 2 * most
                    ? (guint64) (2.0 * most / traits->n_active * 18446744073709549568.0)
                    : G_MAXUINT64;

  for (guint32 person = 0; person < traits->n_people; person++)
    {
      Pick pick = { hash_id (ink_event_store_get_person_id (scope->store, person)), person };

      if (pick.hash <= bar && is_active (traits, person))
        g_array_append_val (picks, pick);
    }
  g_array_sort_with_data (picks, compare_picks, scope->store);
  for (guint i = 0; i < MIN (picks->len, most); i++)
    g_array_append_val (people, g_array_index (picks, Pick, i).person);

  return people;
}
