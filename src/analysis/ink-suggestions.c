/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Proposals are collected, counted, sorted and cut; what is known already is left out. */
#include "config.h"

#include "analysis/ink-suggestions.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "analysis/ink-suggestion-private.h"
#include "definition/ink-definition-json.h"
#include "definition/ink-json-text.h"
#include "definition/ink-json-tree.h"

#define DECLINED "declined_suggestions"

/* What so many do tells nobody from anybody. */
#define EVERYBODY 0.95
/* What so few do says nothing on the way. */
#define FEWEST_PEOPLE 2
#define NOBODY 0.0002

void
ink_suggestion_free (InkSuggestion *suggestion)
{
  g_clear_pointer (&suggestion->goal, ink_goal_unref);
  g_free (suggestion->reason);
  g_free (suggestion);
}

/* ---- What was declined ---- */

/* (element-type InkRule); what somebody else wrote there and is no rule is left out. */
static GPtrArray *
read_declined (const InkDefinition *definition)
{
  GPtrArray *rules = g_ptr_array_new_with_free_func ((GDestroyNotify) ink_rule_unref);
  const char *json = g_hash_table_lookup (definition->settings, DECLINED);
  g_autoptr (JsonNode) node = json != NULL ? ink_json_tree_read (json, -1, NULL, NULL) : NULL;
  JsonArray *list = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      g_autofree char *text = ink_json_node_to_text (json_array_get_element (list, i));
      InkRule *rule = ink_rule_from_json (text, -1, NULL, NULL, NULL, NULL);

      if (rule != NULL)
        g_ptr_array_add (rules, rule);
    }
  return rules;
}

static gboolean
is_among (GPtrArray *rules,
          const InkRule *rule)
{
  for (guint i = 0; i < rules->len; i++)
    if (ink_rule_equal (g_ptr_array_index (rules, i), rule))
      return TRUE;
  return FALSE;
}

gboolean
ink_suggestions_is_declined (const InkDefinition *definition,
                             const InkRule *rule)
{
  g_autoptr (GPtrArray) rules = NULL;

  g_return_val_if_fail (definition != NULL && rule != NULL, FALSE);

  rules = read_declined (definition);
  return is_among (rules, rule);
}

guint
ink_suggestions_n_declined (const InkDefinition *definition)
{
  g_autoptr (GPtrArray) rules = NULL;

  g_return_val_if_fail (definition != NULL, 0);

  rules = read_declined (definition);
  return rules->len;
}

InkDefinition *
ink_suggestions_decline (InkDefinition *definition,
                         const InkRule *rule)
{
  g_autoptr (GPtrArray) rules = NULL;
  g_autoptr (GString) json = g_string_new ("[");

  g_return_val_if_fail (definition != NULL && rule != NULL, NULL);

  rules = read_declined (definition);
  if (is_among (rules, rule))
    return ink_definition_ref (definition);
  g_ptr_array_add (rules, ink_rule_ref ((InkRule *) rule));
  for (guint i = 0; i < rules->len; i++)
    {
      g_autofree char *one = ink_rule_to_json (g_ptr_array_index (rules, i));

      g_string_append_printf (json, "%s%s", i > 0 ? ", " : "", one);
    }
  g_string_append_c (json, ']');
  return ink_definition_with_setting (definition, DECLINED, json->str);
}

InkDefinition *
ink_suggestions_allow_all (InkDefinition *definition)
{
  g_return_val_if_fail (definition != NULL, NULL);

  return ink_definition_with_setting (definition, DECLINED, NULL);
}

/* ---- What is said already ---- */

static gboolean
is_about_one (const InkRule *rule,
              const char *name)
{
  return rule->kind == INK_RULE_DOES && rule->names[0] != NULL && rule->names[1] == NULL
         && g_str_equal (rule->names[0], name);
}

/* The same property; of pages those that speak of the same. */
static gboolean
is_same_condition (const InkCondition *a,
                   const InkCondition *b)
{
  const InkTopic *topic;

  if (!g_str_equal (a->property, b->property) || a->on_person != b->on_person)
    return FALSE;
  if (!g_str_equal (a->property, "page") || a->n_values == 0 || b->n_values == 0
      || a->values[0].kind != INK_KIND_TEXT || b->values[0].kind != INK_KIND_TEXT)
    return TRUE;
  topic = ink_topic_of_page (a->values[0].text);
  return g_str_equal (a->values[0].text, b->values[0].text)
         || (topic != NULL && topic == ink_topic_of_page (b->values[0].text));
}

/* Rules that differ in a threshold only: 60 seconds on a page, 120 seconds on a page. */
static gboolean
is_same_but_for_numbers (const InkRule *a,
                         const InkRule *b)
{
  if (a->kind != INK_RULE_DOES || b->kind != INK_RULE_DOES
      || !g_strv_equal ((const char *const *) a->names, (const char *const *) b->names)
      || a->n_where != b->n_where || a->times.given != b->times.given
      || a->times.within.kind != b->times.within.kind || a->total.given || b->total.given)
    return FALSE;
  for (guint i = 0; i < a->n_where; i++)
    if (!is_same_condition (&a->where[i], &b->where[i]))
      return FALSE;
  return TRUE;
}

gboolean
ink_suggestions_is_said (const InkDefinition *definition,
                         const InkRule *rule)
{
  g_return_val_if_fail (definition != NULL && rule != NULL, FALSE);

  for (guint i = 0; definition->goals[i] != NULL; i++)
    if (ink_rule_equal (definition->goals[i]->rule, rule)
        || is_same_but_for_numbers (definition->goals[i]->rule, rule))
      return TRUE;
  return FALSE;
}

static gboolean
is_said (const InkDefinition *definition,
         const InkProposal *proposal)
{
  for (guint i = 0; proposal->fact != NULL && definition->goals[i] != NULL; i++)
    if (is_about_one (definition->goals[i]->rule, proposal->fact->name))
      return TRUE;
  return ink_suggestions_is_said (definition, proposal->goal->rule);
}

/* ---- From proposals to suggestions ---- */

static gboolean
is_worth_it (const InkProposal *proposal,
             const InkFacts *facts)
{
  double share = ink_facts_share (facts, proposal->people);

  if (proposal->people == 0 || share >= EVERYBODY)
    return FALSE;
  return proposal->goal->kind == INK_GOAL_MACRO
         || (proposal->people >= FEWEST_PEOPLE && share >= NOBODY);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const InkProposal *x = *(InkProposal *const *) a, *y = *(InkProposal *const *) b;

  if (x->goal->kind != y->goal->kind)
    return x->goal->kind == INK_GOAL_MACRO ? -1 : 1;
  if (x->score != y->score)
    return x->score > y->score ? -1 : 1;
  return strcmp (x->goal->name, y->goal->name);
}

static gboolean
keep_worthy (GPtrArray *proposals,
             const InkFacts *facts,
             GError **error)
{
  const InkDefinition *definition = facts->scope->definition;
  g_autoptr (GPtrArray) declined = read_declined (definition);

  for (guint i = proposals->len; i > 0; i--)
    {
      InkProposal *proposal = g_ptr_array_index (proposals, i - 1);

      if (is_said (definition, proposal) || is_among (declined, proposal->goal->rule))
        {
          g_ptr_array_remove_index (proposals, i - 1);
          continue;
        }
      if (!ink_suggestion_count_people (facts->scope, proposal->goal->rule, &proposal->people,
                                        error))
        return FALSE;
      if (!is_worth_it (proposal, facts))
        g_ptr_array_remove_index (proposals, i - 1);
    }
  g_ptr_array_sort (proposals, compare);
  return TRUE;
}

static gboolean
is_taken (const InkDefinition *definition,
          GPtrArray *suggestions,
          const char *name)
{
  if (ink_definition_find_goal (definition, name) != NULL)
    return TRUE;
  for (guint i = 0; i < suggestions->len; i++)
    if (g_str_equal (((InkSuggestion *) g_ptr_array_index (suggestions, i))->goal->name, name))
      return TRUE;
  return FALSE;
}

static void
make_unique (InkGoal *goal,
             const InkDefinition *definition,
             GPtrArray *suggestions)
{
  g_autofree char *name = g_strdup (goal->name);

  for (guint i = 2; is_taken (definition, suggestions, goal->name); i++)
    {
      g_free (goal->name);
      goal->name = g_strdup_printf ("%s %u", name, i);
    }
}

static InkSuggestion *
make_suggestion (InkProposal *proposal,
                 const InkFacts *facts)
{
  InkSuggestion *suggestion = g_new0 (InkSuggestion, 1);

  suggestion->reason = ink_proposal_to_words (proposal, facts);
  suggestion->topic = proposal->topic != NULL ? proposal->topic->id : NULL;
  suggestion->people = proposal->people;
  suggestion->share = ink_facts_share (facts, proposal->people);
  suggestion->goal = g_steal_pointer (&proposal->goal);
  return suggestion;
}

static GPtrArray *
take_best (GPtrArray *proposals,
           const InkFacts *facts,
           gboolean all)
{
  GPtrArray *suggestions
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ink_suggestion_free);
  guint left[] = { [INK_GOAL_MICRO] = INK_MOST_MICRO_SUGGESTIONS,
                   [INK_GOAL_MACRO] = INK_MOST_MACRO_SUGGESTIONS };

  for (guint i = 0; i < proposals->len; i++)
    {
      InkProposal *proposal = g_ptr_array_index (proposals, i);

      if (!all && left[proposal->goal->kind]-- == 0)
        {
          left[proposal->goal->kind] = 0;
          continue;
        }
      make_unique (proposal->goal, facts->scope->definition, suggestions);
      g_ptr_array_add (suggestions, make_suggestion (proposal, facts));
    }
  return suggestions;
}

static GPtrArray *
find (InkEventStore *store,
      InkDefinition *definition,
      gboolean all,
      GCancellable *cancellable,
      GError **error)
{
  g_autoptr (GPtrArray) proposals
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ink_proposal_free);
  g_auto (InkFacts) facts = { 0 };

  if (!ink_facts_init (&facts, store, definition, cancellable, error)
      || !ink_suggest_from_events (&facts, proposals, error)
      || !ink_suggest_from_pages (&facts, proposals, error)
      || !ink_suggest_from_visits (&facts, proposals, error)
      || !keep_worthy (proposals, &facts, error))
    return NULL;
  return take_best (proposals, &facts, all);
}

GPtrArray *
ink_suggestions_find (InkEventStore *store,
                      InkDefinition *definition,
                      GCancellable *cancellable,
                      GError **error)
{
  g_return_val_if_fail (store != NULL && definition != NULL, NULL);

  return find (store, definition, FALSE, cancellable, error);
}

GPtrArray *
ink_suggestions_find_all (InkEventStore *store,
                          InkDefinition *definition,
                          GCancellable *cancellable,
                          GError **error)
{
  g_return_val_if_fail (store != NULL && definition != NULL, NULL);

  return find (store, definition, TRUE, cancellable, error);
}
