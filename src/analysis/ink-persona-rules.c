/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A greedy search over words of the form "did this so many times". */
#include "analysis/ink-persona-rules.h"

#include <string.h>

#include "analysis/ink-persona-members.h"

#define MOST_WORDS 4
/* What a word must add, and what the whole must reach, of the harmonic mean. */
#define LEAST_GAIN 0.015
#define LEAST_SCORE 0.45

static const guint times_tried[] = { 1, 2, 3, 5 };

typedef struct
{
  guint trait;
  guint times;
  guint64 *people;
} Word;

struct _InkPersonaWords
{
  const InkPersonaTraits *traits; /* borrowed */
  gsize n_words; /* of 64 people */
  GArray *words; /* Word */
};

/* ---- Words ---- */

static guint64 *
find_people (const InkPersonaTraits *traits,
             guint trait,
             guint times)
{
  guint64 *people = g_new0 (guint64, (gsize) traits->n_people / 64 + 1);
  const guint8 *counts = traits->traits[trait].counts;

  for (guint32 person = 0; person < traits->n_people; person++)
    people[person / 64] |= (guint64) (counts[person] >= times) << person % 64;
  return people;
}

InkPersonaWords *
ink_persona_words_new (const InkPersonaTraits *traits)
{
  InkPersonaWords *words;

  g_return_val_if_fail (traits != NULL, NULL);

  words = g_new0 (InkPersonaWords, 1);
  words->traits = traits;
  words->n_words = (gsize) traits->n_people / 64 + 1;
  words->words = g_array_new (FALSE, FALSE, sizeof (Word));
  for (guint i = 0; i < traits->n; i++)
    for (guint j = 0; j < G_N_ELEMENTS (times_tried); j++)
      {
        Word word = { i, times_tried[j], find_people (traits, i, times_tried[j]) };

        g_array_append_val (words->words, word);
      }

  return words;
}

void
ink_persona_words_free (InkPersonaWords *words)
{
  if (words == NULL)
    return;
  for (guint i = 0; i < words->words->len; i++)
    g_free (g_array_index (words->words, Word, i).people);
  g_array_unref (words->words);
  g_free (words);
}

/* ---- The search ---- */

typedef enum
{
  JOIN_ANY,   /* or this */
  JOIN_ALL,   /* and this */
  JOIN_NEVER, /* and never this */
  N_JOINS,
} Join;

/**
 * Search:
 * @joined: which word, and how, in the order in which they were added
 * @any: who did any of those joined so
 * @kept: who did all of the others, and never the last
 */
typedef struct
{
  const InkPersonaWords *words;
  const guint64 *group;
  guint32 n_group;
  guint n_joined;
  const Word *joined[MOST_WORDS];
  Join joins[MOST_WORDS];
  guint64 *any;
  guint64 *kept;
  double score;
} Search;

typedef struct
{
  guint32 matches;
  guint32 caught;
} Counts;

static Counts
count_with (const Search *search,
            const Word *word,
            Join join)
{
  Counts counts = { 0, 0 };

  for (gsize i = 0; i < search->words->n_words; i++)
    {
      guint64 people = word->people[i];
      guint64 both = join == JOIN_ANY   ? (search->any[i] | people) & search->kept[i]
                     : join == JOIN_ALL ? search->any[i] & search->kept[i] & people
                                        : search->any[i] & search->kept[i] & ~people;

      counts.matches += (guint32) __builtin_popcountll (both);
      counts.caught += (guint32) __builtin_popcountll (both & search->group[i]);
    }

  return counts;
}

/* The harmonic mean of the share caught and the share rightly caught. */
static double
score (const Search *search,
       Counts counts)
{
  return counts.matches + search->n_group > 0
             ? 2.0 * counts.caught / (counts.matches + search->n_group)
             : 0;
}

/* Twice the same goal says one thing at most, but for "once, yet not five times". */
static gboolean
fits (const Search *search,
      const Word *word,
      Join join)
{
  for (guint i = 0; i < search->n_joined; i++)
    if (search->joined[i]->trait == word->trait)
      return FALSE;
  if (search->n_joined == 0)
    return join == JOIN_ANY;

  return join != JOIN_NEVER || word->times == 1;
}

static void
join_word (Search *search,
           const Word *word,
           Join join)
{
  for (gsize i = 0; i < search->words->n_words; i++)
    {
      if (join == JOIN_ANY)
        search->any[i] |= word->people[i];
      else if (join == JOIN_ALL)
        search->kept[i] &= word->people[i];
      else
        search->kept[i] &= ~word->people[i];
    }
  search->joined[search->n_joined] = word;
  search->joins[search->n_joined++] = join;
}

/* Adds the word that gains most. Returns: whether one gained enough. */
static gboolean
add_best (Search *search)
{
  const GArray *words = search->words->words;
  double best = search->score + LEAST_GAIN;
  const Word *best_word = NULL;
  Join best_join = JOIN_ANY;

  for (guint i = 0; i < words->len; i++)
    for (Join join = JOIN_ANY; join < N_JOINS; join++)
      {
        const Word *word = &g_array_index (words, Word, i);
        double found;

        if (!fits (search, word, join))
          continue;
        found = score (search, count_with (search, word, join));
        if (found > best)
          {
            best = found;
            best_word = word;
            best_join = join;
          }
      }
  if (best_word == NULL)
    return FALSE;
  join_word (search, best_word, best_join);
  search->score = best;

  return TRUE;
}

/* ---- The rule ---- */

static InkRule *
make_word (const Search *search,
           const Word *word)
{
  const char *name = search->words->traits->traits[word->trait].name;
  InkRule *rule = search->words->traits->are_goals ? ink_rule_new_goal (name)
                                                   : ink_rule_new_does (name);

  if (word->times > 1)
    {
      rule->times.given = TRUE;
      rule->times.bounds.has_at_least = TRUE;
      rule->times.bounds.at_least = word->times;
    }
  return rule;
}

/* @children are taken; a lone one is the rule. */
static InkRule *
make_group (InkRuleKind kind,
            GPtrArray *children)
{
  InkRule *rule;

  if (children->len == 1)
    return ink_rule_ref (g_ptr_array_index (children, 0));
  rule = ink_rule_new (kind);
  ink_rule_set_children (rule, (InkRule **) children->pdata, children->len);
  return rule;
}

static InkRule *
make_not (InkRule *child)
{
  g_autoptr (InkRule) taken = child;
  InkRule *rule = ink_rule_new (INK_RULE_NOT);

  ink_rule_set_children (rule, &taken, 1);
  return rule;
}

static InkRule *
make_rule (const Search *search)
{
  g_autoptr (GPtrArray) any = g_ptr_array_new_with_free_func ((GDestroyNotify) ink_rule_unref);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) ink_rule_unref);

  for (guint i = 0; i < search->n_joined; i++)
    if (search->joins[i] == JOIN_ANY)
      g_ptr_array_add (any, make_word (search, search->joined[i]));
  g_ptr_array_add (all, make_group (INK_RULE_ANY, any));
  for (guint i = 0; i < search->n_joined; i++)
    if (search->joins[i] == JOIN_ALL)
      g_ptr_array_add (all, make_word (search, search->joined[i]));
    else if (search->joins[i] == JOIN_NEVER)
      g_ptr_array_add (all, make_not (make_word (search, search->joined[i])));

  return make_group (INK_RULE_ALL, all);
}

static void
keep (InkPersonaRule *rule,
      const Search *search)
{
  gsize n_words = search->words->n_words;

  rule->rule = make_rule (search);
  rule->people = g_new (guint64, n_words);
  for (gsize i = 0; i < n_words; i++)
    rule->people[i] = search->any[i] & search->kept[i];
  rule->matches = ink_people_count_both (rule->people, rule->people, n_words);
  rule->caught = ink_people_count_both (rule->people, search->group, n_words);
}

gboolean
ink_persona_rule_find (InkPersonaRule *rule,
                       const InkPersonaWords *words,
                       const guint64 *group,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autofree guint64 *any = NULL;
  g_autofree guint64 *kept = NULL;
  Search search = { .words = words, .group = group };

  g_return_val_if_fail (rule != NULL && words != NULL && group != NULL, FALSE);

  *rule = (InkPersonaRule){ 0 };
  any = search.any = g_new0 (guint64, words->n_words);
  kept = search.kept = g_malloc (words->n_words * sizeof *kept);
  memset (kept, 0xff, words->n_words * sizeof *kept);
  search.n_group = ink_people_count_both (group, group, words->n_words);
  while (search.n_joined < MOST_WORDS)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!add_best (&search))
        break;
    }
  if (search.score >= LEAST_SCORE)
    keep (rule, &search);

  return TRUE;
}

void
ink_persona_rule_clear (InkPersonaRule *rule)
{
  g_return_if_fail (rule != NULL);

  g_clear_pointer (&rule->rule, ink_rule_unref);
  g_clear_pointer (&rule->people, g_free);
}
