/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Personas side by side, as tables. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "analysis/ink-dependence.h"
#include "analysis/ink-persona-contrasts.h"
#include "analysis/ink-persona-queries.h"
#include "analysis/ink-persona-values.h"
#include "analysis/ink-program.h"
#include "stats/ink-wilson.h"

typedef struct
{
  InkNarrowedQuery narrowed;
  char **names;
} CompareQuery;

static const char *
name_of (const InkPersonaComparison *comparison,
         guint slot)
{
  return ink_scope_persona_name (comparison->asking->narrowing.scope, comparison->personas[slot]);
}

static double
divide (double part,
        double whole)
{
  return whole > 0 ? part / whole : NAN;
}

/* ---- Tables ---- */

static InkTable *
make_people (const InkPersonaComparison *comparison)
{
  InkTableBuilder *builder = ink_table_builder_new ();

  ink_table_builder_add_text (builder, "name", _ ("Persona"));
  ink_table_builder_add_number (builder, "people", _ ("People"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "share", _ ("Share"), INK_FORMAT_SHARE);
  ink_table_builder_add_number (builder, "events", _ ("Events"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "events_per_person", _ ("Events per person"),
                                INK_FORMAT_PLAIN);
  ink_table_builder_add_number (builder, "visits", _ ("Visits"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "visits_per_person", _ ("Visits per person"),
                                INK_FORMAT_PLAIN);
  for (guint i = 0; i < comparison->n; i++)
    {
      const InkPersonaDeeds *deeds = &comparison->deeds[i];

      ink_table_builder_text (builder, name_of (comparison, i));
      ink_table_builder_number (builder, deeds->people);
      ink_table_builder_number (builder, divide (deeds->people, comparison->asking->n_counted));
      ink_table_builder_number (builder, (double) deeds->events);
      ink_table_builder_number (builder, divide ((double) deeds->events, deeds->people));
      ink_table_builder_number (builder, (double) deeds->visits);
      ink_table_builder_number (builder, divide ((double) deeds->visits, deeds->people));
    }

  return ink_table_builder_end (builder);
}

/* What both tables of contrasts end with. */
static void
declare_ratio (InkTableBuilder *builder)
{
  ink_table_builder_add_number (builder, "rest_share", _ ("Share of all others"),
                                INK_FORMAT_SHARE);
  ink_table_builder_add_number (builder, "ratio", _ ("Times as often"), INK_FORMAT_RATIO);
  ink_table_builder_add_number (builder, "ratio_low", _ ("From"), INK_FORMAT_RATIO);
  ink_table_builder_add_number (builder, "ratio_high", _ ("To"), INK_FORMAT_RATIO);
  ink_table_builder_add_number (builder, "q", _ ("q"), INK_FORMAT_PLAIN);
}

static void
add_ratio (InkTableBuilder *builder,
           const InkPersonaContrast *contrast)
{
  const InkTwoShares *shares = &contrast->shares;

  ink_table_builder_number (builder, divide ((double) shares->x2, (double) shares->n2));
  ink_table_builder_number (builder, contrast->ratio);
  ink_table_builder_number (builder, contrast->range.low);
  ink_table_builder_number (builder, contrast->range.high);
  ink_table_builder_number (builder, contrast->q);
}

static void
add_goal (InkTableBuilder *builder,
          const InkPersonaComparison *comparison,
          const InkPersonaContrast *contrast)
{
  const InkDefinition *definition = comparison->asking->narrowing.scope->definition;
  const InkTwoShares *shares = &contrast->shares;
  double low, high;

  ink_wilson (shares->x1, shares->n1, &low, &high);
  ink_table_builder_text (builder, name_of (comparison, contrast->slot));
  ink_table_builder_text (builder, contrast->name);
  ink_table_builder_text (builder, definition->goals[contrast->goal]->kind == INK_GOAL_MACRO
                                       ? "macro"
                                       : "micro");
  ink_table_builder_number (builder, (double) shares->x1);
  ink_table_builder_number (builder, divide ((double) shares->x1, (double) shares->n1));
  ink_table_builder_number (builder, low);
  ink_table_builder_number (builder, high);
  add_ratio (builder, contrast);
  ink_table_builder_number (builder, contrast->defining);
}

static InkTable *
make_goals (const InkPersonaComparison *comparison,
            const GArray *contrasts)
{
  InkTableBuilder *builder = ink_table_builder_new ();

  ink_table_builder_add_text (builder, "persona", _ ("Persona"));
  ink_table_builder_add_text (builder, "goal", _ ("Goal"));
  ink_table_builder_add_text (builder, "kind", _ ("Kind"));
  ink_table_builder_add_number (builder, "people", _ ("People"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "share", _ ("Share"), INK_FORMAT_SHARE);
  ink_table_builder_add_number (builder, "low", _ ("At least"), INK_FORMAT_SHARE);
  ink_table_builder_add_number (builder, "high", _ ("At most"), INK_FORMAT_SHARE);
  declare_ratio (builder);
  ink_table_builder_add_number (builder, "defining", _ ("Part of its rule"), INK_FORMAT_PLAIN);
  for (guint i = 0; i < contrasts->len; i++)
    if (g_array_index (contrasts, InkPersonaContrast, i).goal >= 0)
      add_goal (builder, comparison, &g_array_index (contrasts, InkPersonaContrast, i));

  return ink_table_builder_end (builder);
}

/* ---- What they do more ---- */

static int
compare_contrasts (gconstpointer a,
                   gconstpointer b)
{
  const InkPersonaContrast *x = *(InkPersonaContrast *const *) a;
  const InkPersonaContrast *y = *(InkPersonaContrast *const *) b;

  if (x->ratio != y->ratio)
    return x->ratio < y->ratio ? 1 : -1;
  if (x->shares.x1 != y->shares.x1)
    return x->shares.x1 < y->shares.x1 ? 1 : -1;
  return strcmp (x->name, y->name);
}

static void
add_mark (InkTableBuilder *builder,
          const InkPersonaComparison *comparison,
          const InkPersonaContrast *contrast)
{
  const InkTwoShares *shares = &contrast->shares;

  ink_table_builder_text (builder, name_of (comparison, contrast->slot));
  ink_table_builder_text (builder, contrast->goal >= 0 ? "goal" : "event");
  ink_table_builder_text (builder, contrast->name);
  ink_table_builder_number (builder, (double) shares->x1);
  ink_table_builder_number (builder, divide ((double) shares->x1, (double) shares->n1));
  add_ratio (builder, contrast);
}

static void
add_marks (InkTableBuilder *builder,
           const InkPersonaComparison *comparison,
           const GArray *contrasts,
           guint slot)
{
  g_autoptr (GPtrArray) marks = g_ptr_array_new ();

  for (guint i = 0; i < contrasts->len; i++)
    {
      InkPersonaContrast *contrast = &g_array_index (contrasts, InkPersonaContrast, i);

      if (contrast->slot == slot && ink_persona_contrast_tells (contrast))
        g_ptr_array_add (marks, contrast);
    }
  g_ptr_array_sort (marks, compare_contrasts);
  for (guint i = 0; i < MIN (marks->len, INK_MOST_MARKS); i++)
    add_mark (builder, comparison, g_ptr_array_index (marks, i));
}

static InkTable *
make_more (const InkPersonaComparison *comparison,
           const GArray *contrasts)
{
  InkTableBuilder *builder = ink_table_builder_new ();

  ink_table_builder_add_text (builder, "persona", _ ("Persona"));
  ink_table_builder_add_text (builder, "what", _ ("Kind"));
  ink_table_builder_add_text (builder, "name", _ ("Does more"));
  ink_table_builder_add_number (builder, "people", _ ("People"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "share", _ ("Share"), INK_FORMAT_SHARE);
  declare_ratio (builder);
  for (guint slot = 0; slot < comparison->n; slot++)
    add_marks (builder, comparison, contrasts, slot);

  return ink_table_builder_end (builder);
}

/* ---- The query ---- */

static InkAnswer *
run (const InkQuery *query,
     InkEventStore *store,
     GCancellable *cancellable,
     InkProgress *progress,
     GError **error)
{
  g_auto (InkPersonaAsking) asking = { 0 };
  g_auto (InkPersonaComparison) comparison = { 0 };
  g_autoptr (GArray) contrasts = NULL;
  const char *const *names = (const char *const *) (void *) ((const CompareQuery *) query)->names;
  InkTable *values;
  InkAnswer *answer;

  if (!ink_persona_asking_begin (&asking, query, store, cancellable, error)
      || !ink_persona_comparison_init (&comparison, &asking, names, error))
    return NULL;
  contrasts = ink_persona_contrasts_new (&comparison);
  values = ink_persona_values_to_table (&comparison, error);
  if (values == NULL)
    return NULL;
  answer = ink_answer_new ();
  ink_answer_add_table (answer, "people", make_people (&comparison));
  ink_answer_add_table (answer, "goals", make_goals (&comparison, contrasts));
  ink_answer_add_table (answer, "more", make_more (&comparison, contrasts));
  ink_answer_add_table (answer, "values", values);

  return answer;
}

static gboolean
equal_lists (char **a,
             char **b)
{
  static char *none[] = { NULL };

  return g_strv_equal ((const char *const *) (void *) (a != NULL ? a : none),
                       (const char *const *) (void *) (b != NULL ? b : none));
}

static gboolean
equal (const InkQuery *x,
       const InkQuery *y)
{
  const CompareQuery *a = (const CompareQuery *) x, *b = (const CompareQuery *) y;
  g_autoptr (InkDependence) dependence = NULL;

  if (!equal_lists (a->names, b->names) || !ink_persona_asking_equal (x, y)
      || !equal_lists (a->narrowed.definition->hidden, b->narrowed.definition->hidden))
    return FALSE;
  dependence = ink_dependence_new (a->narrowed.definition, b->narrowed.definition);
  return ink_dependence_goals (dependence);
}

static guint
hash (const InkQuery *query)
{
  guint sum = ink_narrowed_query_hash (query);

  for (char **name = ((const CompareQuery *) query)->names; *name != NULL; name++)
    sum = 31 * sum + g_str_hash (*name);
  return sum;
}

static void
clear (InkQuery *query)
{
  g_strfreev (((CompareQuery *) query)->names);
  ink_narrowed_query_clear (query);
}

static const InkQueryKind compare_kind
    = { "personas-compare", sizeof (CompareQuery), equal, hash, run, clear };

/**
 * ink_personas_compare_query_new:
 * @definition: goals and personas
 * @names: (array zero-terminated=1): which to set side by side; each once
 * @filter: (nullable): who and which of their events count
 *
 * Returns: (transfer full): the question
 */
InkQuery *
ink_personas_compare_query_new (InkDefinition *definition,
                                const char *const *names,
                                const InkFilter *filter)
{
  CompareQuery *query;

  g_return_val_if_fail (definition != NULL, NULL);
  g_return_val_if_fail (names != NULL, NULL);

  query = ink_narrowed_query_alloc (&compare_kind, definition, filter);
  query->names = g_strdupv ((char **) (void *) names);
  return &query->narrowed.parent;
}
