/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How many are whom, who would also be somebody else, and what is wrong with a persona. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "analysis/ink-persona-asking.h"
#include "analysis/ink-persona-queries.h"
#include "analysis/ink-persona-warnings.h"
#include "analysis/ink-program.h"

/**
 * Overview:
 * @people: by persona, those who count as it
 * @matches: by persona, those whose rule holds, whatever stands before it
 */
typedef struct
{
  InkPersonaAsking asking;
  guint32 people[G_MAXUINT8 + 1];
  guint32 matches[G_MAXUINT8 + 1];
} Overview;

static void
overview_clear (Overview *overview)
{
  ink_persona_asking_clear (&overview->asking);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Overview, overview_clear)

static const char *
name_of (const Overview *overview,
         guint persona)
{
  return ink_scope_persona_name (overview->asking.narrowing.scope, persona);
}

static double
share_of (guint32 part,
          guint32 whole)
{
  return whole > 0 ? (double) part / whole : NAN;
}

static void
count_people (Overview *overview)
{
  const InkPersonaAsking *asking = &overview->asking;

  for (gsize word = 0; word < asking->members.n_words; word++)
    for (guint64 bits = asking->counted[word]; bits != 0; bits &= bits - 1)
      overview->people[asking->members.personas[word * 64 + (gsize) __builtin_ctzll (bits)]]++;
  for (guint i = 0; i < asking->members.n; i++)
    overview->matches[i] = ink_people_count_both (asking->members.matching[i], asking->counted,
                                                  asking->members.n_words);
  overview->matches[asking->members.n] = overview->people[asking->members.n];
}

static InkTable *
make_personas (const Overview *overview)
{
  InkTableBuilder *builder = ink_table_builder_new ();
  guint32 all = overview->asking.n_counted;

  ink_table_builder_add_text (builder, "name", _ ("Persona"));
  ink_table_builder_add_number (builder, "people", _ ("People"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "share", _ ("Share"), INK_FORMAT_SHARE);
  ink_table_builder_add_number (builder, "matches", _ ("Match"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "match_share", _ ("Share that match"), INK_FORMAT_SHARE);
  for (guint i = 0; i <= overview->asking.members.n; i++)
    {
      ink_table_builder_text (builder, name_of (overview, i));
      ink_table_builder_number (builder, overview->people[i]);
      ink_table_builder_number (builder, share_of (overview->people[i], all));
      ink_table_builder_number (builder, overview->matches[i]);
      ink_table_builder_number (builder, share_of (overview->matches[i], all));
    }

  return ink_table_builder_end (builder);
}

static InkTable *
make_totals (const Overview *overview)
{
  InkTableBuilder *builder = ink_table_builder_new ();

  ink_table_builder_add_number (builder, "people", _ ("People"), INK_FORMAT_COUNT);
  ink_table_builder_number (builder, overview->asking.n_counted);
  return ink_table_builder_end (builder);
}

/* ---- Overlaps ---- */

typedef struct
{
  guint32 both;
  guint32 as_first;
} Overlap;

static Overlap
count_overlap (const Overview *overview,
               guint first,
               guint second)
{
  const InkPersonaMembers *members = &overview->asking.members;
  Overlap overlap = { 0, 0 };

  for (gsize word = 0; word < members->n_words; word++)
    {
      guint64 bits = members->matching[first][word] & members->matching[second][word]
                     & overview->asking.counted[word];

      overlap.both += (guint32) __builtin_popcountll (bits);
      for (; bits != 0; bits &= bits - 1)
        overlap.as_first
            += members->personas[word * 64 + (gsize) __builtin_ctzll (bits)] == first;
    }

  return overlap;
}

static void
add_overlap (InkTableBuilder *builder,
             const Overview *overview,
             guint first,
             guint second)
{
  Overlap overlap = count_overlap (overview, first, second);
  guint32 either = overview->matches[first] + overview->matches[second] - overlap.both;

  if (overlap.both == 0)
    return;
  ink_table_builder_text (builder, name_of (overview, first));
  ink_table_builder_text (builder, name_of (overview, second));
  ink_table_builder_number (builder, overlap.both);
  ink_table_builder_number (builder, share_of (overlap.both, overview->matches[first]));
  ink_table_builder_number (builder, share_of (overlap.both, overview->matches[second]));
  ink_table_builder_number (builder, share_of (overlap.both, either));
  ink_table_builder_number (builder, overlap.as_first);
}

static InkTable *
make_overlap (const Overview *overview)
{
  InkTableBuilder *builder = ink_table_builder_new ();

  ink_table_builder_add_text (builder, "first", _ ("Persona"));
  ink_table_builder_add_text (builder, "second", _ ("Also matches"));
  ink_table_builder_add_number (builder, "both", _ ("People"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "share_of_first", _ ("Share of the first"),
                                INK_FORMAT_SHARE);
  ink_table_builder_add_number (builder, "share_of_second", _ ("Share of the second"),
                                INK_FORMAT_SHARE);
  ink_table_builder_add_number (builder, "jaccard", _ ("Share of either"), INK_FORMAT_SHARE);
  ink_table_builder_add_number (builder, "as_first", _ ("Count as the first"), INK_FORMAT_COUNT);
  for (guint i = 0; i < overview->asking.members.n; i++)
    for (guint j = i + 1; j < overview->asking.members.n; j++)
      add_overlap (builder, overview, i, j);

  return ink_table_builder_end (builder);
}

/* ---- Warnings ---- */

static void
add_warning (InkTableBuilder *builder,
             const Overview *overview,
             guint persona,
             const char *kind,
             InkLateness numbers,
             const char *other)
{
  ink_table_builder_text (builder, name_of (overview, persona));
  ink_table_builder_text (builder, kind);
  ink_table_builder_number (builder, numbers.late);
  ink_table_builder_number (builder, numbers.of);
  ink_table_builder_text (builder, other);
}

/* The earlier one that has most of its people; -1 without any. */
static int
find_shadow (const Overview *overview,
             guint persona)
{
  guint32 most = 0;
  int shadow = -1;

  for (guint i = 0; i < persona; i++)
    {
      guint32 both = count_overlap (overview, i, persona).both;

      if (both > most)
        {
          most = both;
          shadow = (int) i;
        }
    }

  return shadow;
}

static void
warn_of_shadow (InkTableBuilder *builder,
                const Overview *overview,
                guint persona)
{
  guint32 matches = overview->matches[persona];
  int shadow = find_shadow (overview, persona);
  gboolean same = shadow >= 0 && overview->matches[shadow] == matches
                  && count_overlap (overview, (guint) shadow, persona).both == matches;

  if (shadow >= 0)
    add_warning (builder, overview, persona, same ? INK_PERSONA_SAME : INK_PERSONA_SHADOWED,
                 (InkLateness){ matches, overview->asking.n_counted },
                 name_of (overview, (guint) shadow));
}

static void
warn_of_people (InkTableBuilder *builder,
                const Overview *overview,
                guint persona)
{
  guint32 all = overview->asking.n_counted, matches = overview->matches[persona];

  if (all == 0)
    return;
  if (matches == 0)
    add_warning (builder, overview, persona, INK_PERSONA_NOBODY, (InkLateness){ 0, all }, NULL);
  else if (matches == all)
    add_warning (builder, overview, persona, INK_PERSONA_EVERYBODY, (InkLateness){ all, all },
                 NULL);
  if (matches > 0 && overview->people[persona] == 0)
    warn_of_shadow (builder, overview, persona);
}

/* Those who count as the persona, among whom the filter leaves. */
static guint64 *
find_own (const Overview *overview,
          guint persona)
{
  const InkPersonaMembers *members = &overview->asking.members;
  guint64 *own = g_new0 (guint64, members->n_words);

  for (gsize word = 0; word < members->n_words; word++)
    for (guint64 bits = members->matching[persona][word] & overview->asking.counted[word];
         bits != 0; bits &= bits - 1)
      if (members->personas[word * 64 + (gsize) __builtin_ctzll (bits)] == persona)
        own[word] |= bits & -bits;

  return own;
}

static gboolean
warn_of_goal (InkTableBuilder *builder,
              const Overview *overview,
              guint persona,
              GError **error)
{
  InkScope *scope = overview->asking.narrowing.scope;
  const InkRule *rule = scope->definition->personas[persona]->rule;
  const InkGoal *goal = ink_definition_get_main_goal (scope->definition);
  g_autofree guint64 *own = NULL;
  InkLateness lateness;

  if (goal == NULL)
    return TRUE;
  if (ink_rule_names_goal (scope->definition, rule, goal))
    {
      add_warning (builder, overview, persona, INK_PERSONA_NAMES_GOAL,
                   (InkLateness){ 0, overview->people[persona] }, goal->name);
      return TRUE;
    }
  own = find_own (overview, persona);
  if (!ink_lateness_find (scope, rule, own, goal->name, &lateness, error))
    return FALSE;
  if (ink_lateness_warns (&lateness))
    add_warning (builder, overview, persona, INK_PERSONA_FOLLOWS_GOAL, lateness, goal->name);

  return TRUE;
}

static InkTable *
make_warnings (const Overview *overview,
               GError **error)
{
  InkTableBuilder *builder = ink_table_builder_new ();
  g_autoptr (InkTable) table = NULL;
  gboolean done = TRUE;

  ink_table_builder_add_text (builder, "persona", _ ("Persona"));
  ink_table_builder_add_text (builder, "kind", _ ("Kind"));
  ink_table_builder_add_number (builder, "people", _ ("People"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "of", _ ("Of"), INK_FORMAT_COUNT);
  ink_table_builder_add_text (builder, "other", _ ("Name"));
  for (guint i = 0; done && i < overview->asking.members.n; i++)
    {
      warn_of_people (builder, overview, i);
      done = warn_of_goal (builder, overview, i, error);
    }
  table = ink_table_builder_end (builder);

  return done ? g_steal_pointer (&table) : NULL;
}

/* ---- The query ---- */

static InkAnswer *
run (const InkQuery *query,
     InkEventStore *store,
     GCancellable *cancellable,
     InkProgress *progress,
     GError **error)
{
  g_auto (Overview) overview = { 0 };
  InkTable *warnings;
  InkAnswer *answer;

  if (!ink_persona_asking_begin (&overview.asking, query, store, cancellable, error))
    return NULL;
  count_people (&overview);
  warnings = make_warnings (&overview, error);
  if (warnings == NULL)
    return NULL;
  answer = ink_answer_new ();
  ink_answer_add_table (answer, "personas", make_personas (&overview));
  ink_answer_add_table (answer, "overlap", make_overlap (&overview));
  ink_answer_add_table (answer, "warnings", warnings);
  ink_answer_add_table (answer, "totals", make_totals (&overview));

  return answer;
}

static gboolean
equal (const InkQuery *a,
       const InkQuery *b)
{
  return ink_persona_asking_equal (a, b);
}

static const InkQueryKind overview_kind
    = { "personas-overview", sizeof (InkNarrowedQuery), equal, ink_narrowed_query_hash, run,
        ink_narrowed_query_clear };

InkQuery *
ink_personas_overview_query_new (InkDefinition *definition,
                                 const InkFilter *filter)
{
  g_return_val_if_fail (definition != NULL, NULL);

  return ink_narrowed_query_alloc (&overview_kind, definition, filter);
}
