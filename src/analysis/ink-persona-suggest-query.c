/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Groups of people by what they do, each with a rule and a name. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "analysis/ink-dependence.h"
#include "analysis/ink-persona-clusters.h"
#include "analysis/ink-persona-members.h"
#include "analysis/ink-persona-queries.h"
#include "analysis/ink-persona-rules.h"
#include "analysis/ink-persona-warnings.h"
#include "definition/ink-definition-json.h"

/* More say the same, at more cost. */
#define MOST_IN_SAMPLE 2000
#define LEAST_IN_SAMPLE 40
#define LEAST_GROUPS 2
#define MOST_GROUPS 6
/* Below this the groups run into one another. */
#define LEAST_SILHOUETTE 0.12
/* Of those who are active; fewer are no persona. */
#define LEAST_SHARE 0.03
/* What marks a group: done by so many of it, and so much more often. */
#define LEAST_MARK_SHARE 0.25
#define LEAST_MARK_RATIO 1.3
#define MOST_MARKS 3

typedef struct
{
  InkQuery parent;
  InkDefinition *definition;
} SuggestQuery;

typedef struct
{
  double share;
  double rest;
  guint trait;
} Mark;

typedef struct
{
  guint64 *members;
  guint32 people;
  InkPersonaRule rule;
  InkLateness lateness;
  Mark marks[MOST_MARKS];
  guint n_marks;
  char *name;
} Group;

typedef struct
{
  InkScope *scope;
  InkPersonaTraits traits;
  InkClusters clusters;
  Group groups[MOST_GROUPS];
  guint n_groups;
} Suggesting;

static void
suggesting_clear (Suggesting *self)
{
  for (guint i = 0; i < self->n_groups; i++)
    {
      g_free (self->groups[i].members);
      g_free (self->groups[i].name);
      ink_persona_rule_clear (&self->groups[i].rule);
    }
  ink_clusters_clear (&self->clusters);
  ink_persona_traits_clear (&self->traits);
  g_clear_pointer (&self->scope, ink_scope_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Suggesting, suggesting_clear)

/* ---- Groups ---- */

static gboolean
find_clusters (Suggesting *self,
               GError **error)
{
  g_autoptr (GArray) sample
      = ink_persona_traits_sample (&self->traits, self->scope, MOST_IN_SAMPLE);
  g_autofree float *points = g_new0 (float, (gsize) sample->len * self->traits.n + 1);

  if (sample->len < LEAST_IN_SAMPLE || self->traits.n < 2)
    return TRUE;
  for (guint i = 0; i < sample->len; i++)
    ink_persona_traits_point (&self->traits, g_array_index (sample, guint32, i),
                              points + (gsize) i * self->traits.n);

  return ink_clusters_find (&self->clusters, points, sample->len, self->traits.n, LEAST_GROUPS,
                            MOST_GROUPS, self->scope->cancellable, error);
}

static gboolean
assign (Suggesting *self,
        GError **error)
{
  float point[INK_MOST_TRAITS];

  self->n_groups = self->clusters.silhouette >= LEAST_SILHOUETTE ? self->clusters.k : 0;
  for (guint i = 0; i < self->n_groups; i++)
    self->groups[i].members = g_new0 (guint64, ink_people_words (self->scope));
  for (guint32 person = 0; person < self->traits.n_people && self->n_groups > 0; person++)
    {
      Group *group;

      if (person % 4096 == 0
          && g_cancellable_set_error_if_cancelled (self->scope->cancellable, error))
        return FALSE;
      if (!ink_persona_traits_point (&self->traits, person, point))
        continue;
      group = &self->groups[ink_clusters_nearest (&self->clusters, point)];
      group->people++;
      group->members[person / 64] |= G_GUINT64_CONSTANT (1) << person % 64;
    }

  return TRUE;
}

/* ---- What marks them ---- */

static double
ratio_of (const Mark *mark)
{
  return mark->rest > 0 ? mark->share / mark->rest : INFINITY;
}

static Mark
measure (const Suggesting *self,
         const Group *group,
         guint trait)
{
  const InkPersonaTrait *counted = &self->traits.traits[trait];
  guint32 did = 0, others = self->traits.n_active - group->people;

  for (guint32 person = 0; person < self->traits.n_people; person++)
    did += counted->counts[person] > 0 && ink_people_has (group->members, person);

  return (Mark){ .share = (double) did / group->people,
                 .rest = others > 0 ? (double) (counted->people - did) / others : 0,
                 .trait = trait };
}

/* Keeps the marks in order: what most of them do, and hardly anybody else. */
static void
add_mark (Group *group,
          Mark mark)
{
  guint at = group->n_marks;

  while (at > 0
         && mark.share - mark.rest > group->marks[at - 1].share - group->marks[at - 1].rest)
    at--;
  if (at == MOST_MARKS)
    return;
  group->n_marks = MIN (group->n_marks + 1, MOST_MARKS);
  memmove (group->marks + at + 1, group->marks + at,
           (group->n_marks - at - 1) * sizeof (Mark));
  group->marks[at] = mark;
}

static void
find_marks (Suggesting *self,
            Group *group)
{
  for (guint i = 0; i < self->traits.n; i++)
    {
      Mark mark = measure (self, group, i);

      if (mark.share >= LEAST_MARK_SHARE && ratio_of (&mark) >= LEAST_MARK_RATIO)
        add_mark (group, mark);
    }
}

static const char *
label_of (const Suggesting *self,
          guint trait)
{
  const char *name = self->traits.traits[trait].name;
  const char *label = self->traits.are_goals
                          ? NULL
                          : g_hash_table_lookup (self->scope->definition->labels, name);

  return label != NULL ? label : name;
}

static gboolean
is_taken (const Suggesting *self,
          const Group *group)
{
  for (const Group *other = self->groups; other < group; other++)
    if (other->name != NULL && strcmp (other->name, group->name) == 0)
      return TRUE;
  return FALSE;
}

/* The first mark; a second and third where another group is called so, or where it marks as much. */
static void
name_group (const Suggesting *self,
            Group *group)
{
  const Mark *marks = group->marks;
  gboolean both = group->n_marks > 1
                  && marks[1].share - marks[1].rest > 0.8 * (marks[0].share - marks[0].rest);

  group->name = both
                    /* Translators: what marks a group of people: names of two goals or events */
                    ? g_strdup_printf (_ ("%s and %s"), label_of (self, marks[0].trait),
                                       label_of (self, marks[1].trait))
                    /* Translators: what marks a group of people: the name of a goal or event */
                    : g_strdup_printf (_ ("Mostly %s"), label_of (self, marks[0].trait));
  if (is_taken (self, group) && group->n_marks > 1)
    {
      g_free (group->name);
      group->name = g_strdup_printf (_ ("%s and %s"), label_of (self, marks[0].trait),
                                     label_of (self, marks[group->n_marks - 1].trait));
    }
}

/* ---- Which are worth to be suggested ---- */

static gboolean
study (Suggesting *self,
       Group *group,
       const InkPersonaWords *words,
       GError **error)
{
  const InkGoal *main_goal = ink_definition_get_main_goal (self->scope->definition);

  if (group->people < LEAST_SHARE * self->traits.n_active)
    return TRUE;
  find_marks (self, group);
  if (group->n_marks == 0)
    return TRUE;
  name_group (self, group);
  if (!ink_persona_rule_find (&group->rule, words, group->members, self->scope->cancellable,
                              error))
    return FALSE;

  return group->rule.rule == NULL || main_goal == NULL
         || ink_lateness_find (self->scope, group->rule.rule, group->rule.people, main_goal->name,
                               &group->lateness, error);
}

static gboolean
is_worth (const Group *group)
{
  return group->rule.rule != NULL && !ink_lateness_warns (&group->lateness);
}

static int
compare_groups (gconstpointer a,
                gconstpointer b)
{
  const Group *x = *(Group *const *) a, *y = *(Group *const *) b;

  if (x->people != y->people)
    return x->people < y->people ? 1 : -1;
  return g_strcmp0 (x->name, y->name);
}

/* (element-type Group): in the order of the answer. */
static GPtrArray *
rank (Suggesting *self)
{
  GPtrArray *ranked = g_ptr_array_new ();

  for (guint i = 0; i < self->n_groups; i++)
    if (is_worth (&self->groups[i]))
      g_ptr_array_add (ranked, &self->groups[i]);
  g_ptr_array_sort (ranked, compare_groups);

  return ranked;
}

/* ---- Tables ---- */

static void
add_group (InkTableBuilder *builder,
           const Suggesting *self,
           const Group *group)
{
  g_autofree char *json = ink_rule_to_json (group->rule.rule);

  ink_table_builder_text (builder, group->name);
  ink_table_builder_text (builder, json);
  ink_table_builder_number (builder, group->people);
  ink_table_builder_number (builder, (double) group->people / self->traits.n_people);
  ink_table_builder_number (builder, group->rule.matches);
  ink_table_builder_number (builder, (double) group->rule.caught / group->people);
  ink_table_builder_number (builder, (double) group->rule.caught / group->rule.matches);
  ink_table_builder_number (
      builder, group->lateness.of > 0 ? (double) group->lateness.late / group->lateness.of : NAN);
}

static InkTable *
make_suggestions (const Suggesting *self,
                  GPtrArray *ranked)
{
  InkTableBuilder *builder = ink_table_builder_new ();

  ink_table_builder_add_text (builder, "name", _ ("Persona"));
  ink_table_builder_add_text (builder, "rule", _ ("Rule"));
  ink_table_builder_add_number (builder, "people", _ ("People"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "share", _ ("Share"), INK_FORMAT_SHARE);
  ink_table_builder_add_number (builder, "matches", _ ("Match"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "caught", _ ("Caught"), INK_FORMAT_SHARE);
  ink_table_builder_add_number (builder, "right", _ ("Rightly caught"), INK_FORMAT_SHARE);
  ink_table_builder_add_number (builder, "late", _ ("After the main goal"), INK_FORMAT_SHARE);
  for (guint i = 0; i < ranked->len; i++)
    add_group (builder, self, g_ptr_array_index (ranked, i));

  return ink_table_builder_end (builder);
}

static InkTable *
make_marks (const Suggesting *self,
            GPtrArray *ranked)
{
  InkTableBuilder *builder = ink_table_builder_new ();

  ink_table_builder_add_number (builder, "suggestion", _ ("Suggestion"), INK_FORMAT_PLAIN);
  ink_table_builder_add_text (builder, "name", _ ("Does more"));
  ink_table_builder_add_number (builder, "share", _ ("Share"), INK_FORMAT_SHARE);
  ink_table_builder_add_number (builder, "rest_share", _ ("Share of all others"),
                                INK_FORMAT_SHARE);
  ink_table_builder_add_number (builder, "ratio", _ ("Times as often"), INK_FORMAT_RATIO);
  for (guint i = 0; i < ranked->len; i++)
    {
      const Group *group = g_ptr_array_index (ranked, i);

      for (guint j = 0; j < group->n_marks; j++)
        {
          ink_table_builder_number (builder, i);
          ink_table_builder_text (builder, label_of (self, group->marks[j].trait));
          ink_table_builder_number (builder, group->marks[j].share);
          ink_table_builder_number (builder, group->marks[j].rest);
          ink_table_builder_number (builder, ratio_of (&group->marks[j]));
        }
    }

  return ink_table_builder_end (builder);
}

static InkTable *
make_about (const Suggesting *self)
{
  InkTableBuilder *builder = ink_table_builder_new ();

  ink_table_builder_add_text (builder, "basis", _ ("By"));
  ink_table_builder_add_number (builder, "people", _ ("People"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "groups", _ ("Groups"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "silhouette", _ ("Silhouette"), INK_FORMAT_PLAIN);
  ink_table_builder_text (builder, self->traits.are_goals ? "goals" : "events");
  ink_table_builder_number (builder, self->traits.n_active);
  ink_table_builder_number (builder, self->n_groups);
  ink_table_builder_number (builder, self->clusters.silhouette);

  return ink_table_builder_end (builder);
}

/* ---- The query ---- */

static gboolean
find_groups (Suggesting *self,
             GError **error)
{
  g_autoptr (InkPersonaWords) words = NULL;

  if (!ink_persona_traits_init (&self->traits, self->scope, error)
      || !find_clusters (self, error) || !assign (self, error))
    return FALSE;
  words = ink_persona_words_new (&self->traits);
  for (guint i = 0; i < self->n_groups; i++)
    if (!study (self, &self->groups[i], words, error))
      return FALSE;

  return TRUE;
}

static InkAnswer *
run (const InkQuery *query,
     InkEventStore *store,
     GCancellable *cancellable,
     InkProgress *progress,
     GError **error)
{
  g_auto (Suggesting) self = { 0 };
  g_autoptr (GPtrArray) ranked = NULL;
  InkAnswer *answer;

  self.scope = ink_scope_new (store, ((const SuggestQuery *) query)->definition, cancellable);
  self.scope->keeps = TRUE;
  if (!find_groups (&self, error))
    return NULL;
  ranked = rank (&self);
  answer = ink_answer_new ();
  ink_answer_add_table (answer, "suggestions", make_suggestions (&self, ranked));
  ink_answer_add_table (answer, "marks", make_marks (&self, ranked));
  ink_answer_add_table (answer, "about", make_about (&self));

  return answer;
}

static gboolean
equal_hidden (const InkDefinition *a,
              const InkDefinition *b)
{
  static char *none[] = { NULL };

  return g_strv_equal ((const char *const *) (void *) (a->hidden != NULL ? a->hidden : none),
                       (const char *const *) (void *) (b->hidden != NULL ? b->hidden : none));
}

static gboolean
equal (const InkQuery *x,
       const InkQuery *y)
{
  const InkDefinition *a = ((const SuggestQuery *) x)->definition;
  const InkDefinition *b = ((const SuggestQuery *) y)->definition;
  const InkGoal *main_a = ink_definition_get_main_goal (a);
  const InkGoal *main_b = ink_definition_get_main_goal (b);
  g_autoptr (InkDependence) dependence = ink_dependence_new (a, b);

  return ink_dependence_goals (dependence) && equal_hidden (a, b)
         && g_strcmp0 (main_a != NULL ? main_a->name : NULL, main_b != NULL ? main_b->name : NULL)
                == 0;
}

static guint
hash (const InkQuery *query)
{
  return 0;
}

static void
clear (InkQuery *query)
{
  ink_definition_unref (((SuggestQuery *) query)->definition);
}

static const InkQueryKind suggest_kind
    = { "personas-suggest", sizeof (SuggestQuery), equal, hash, run, clear };

/**
 * ink_personas_suggest_query_new:
 * @definition: its goals; its personas do not matter
 *
 * Returns: (transfer full): the question
 */
InkQuery *
ink_personas_suggest_query_new (InkDefinition *definition)
{
  SuggestQuery *query;

  g_return_val_if_fail (definition != NULL, NULL);

  query = ink_query_alloc (&suggest_kind);
  query->definition = ink_definition_ref (definition);
  return &query->parent;
}
