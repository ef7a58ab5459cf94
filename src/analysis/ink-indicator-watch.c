/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Goes through the personas' rules for everything that they look at. */
#include "analysis/ink-indicator-watch.h"

#include <string.h>

static gboolean watch_rule (InkIndicatorWatch *watch, InkScope *scope, const InkRule *rule,
                            GError **error);

static void
watch_names (InkIndicatorWatch *watch,
             const InkScope *scope,
             const InkRule *rule)
{
  const InkDictionary *names = ink_event_store_get_name_dictionary (scope->store);

  watch->any_name = TRUE;
  for (guint i = 0; rule->names[i] != NULL; i++)
    {
      guint32 code = ink_dictionary_find (names, rule->names[i], strlen (rule->names[i]));

      if (strcmp (rule->names[i], "*") == 0)
        watch->always = TRUE;
      if (code < ink_dictionary_size (names))
        watch->names[code] = TRUE;
    }
}

static gboolean
watch_property (InkIndicatorWatch *watch,
                InkScope *scope,
                const char *name,
                GError **error)
{
  GError *failure = NULL;
  InkProperty *column;

  /* 'first P' and 'last P' are derived; they are rare enough to be asked after always. */
  if (g_str_has_prefix (name, "first ") || g_str_has_prefix (name, "last "))
    watch->always = TRUE;
  column = ink_scope_event_property (scope, name, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  if (column != NULL && !g_ptr_array_find (watch->columns, column, NULL))
    g_ptr_array_add (watch->columns, column);

  return TRUE;
}

static gboolean
watch_goal (InkIndicatorWatch *watch,
            InkScope *scope,
            const char *name,
            GError **error)
{
  const InkGoal *goal = ink_definition_find_goal (scope->definition, name);

  return goal == NULL || watch_rule (watch, scope, goal->rule, error);
}

static gboolean
watch_rule (InkIndicatorWatch *watch,
            InkScope *scope,
            const InkRule *rule,
            GError **error)
{
  for (guint i = 0; i < rule->n_children; i++)
    if (!watch_rule (watch, scope, rule->children[i], error))
      return FALSE;
  for (guint i = 0; i < rule->n_where; i++)
    if ((rule->kind == INK_RULE_PERSON || rule->where[i].on_person)
        && !watch_property (watch, scope, rule->where[i].property, error))
      return FALSE;
  /* That something did not follow in time becomes true by the clock. */
  watch->always |= rule->after != NULL;
  if (rule->kind == INK_RULE_DOES)
    watch_names (watch, scope, rule);

  return (rule->after == NULL || watch_goal (watch, scope, rule->after, error))
         && (rule->kind != INK_RULE_GOAL || watch_goal (watch, scope, rule->name, error));
}

gboolean
ink_indicator_watch_init (InkIndicatorWatch *watch,
                          InkScope *scope,
                          GError **error)
{
  const InkDictionary *names;

  g_return_val_if_fail (watch != NULL && scope != NULL, FALSE);

  names = ink_event_store_get_name_dictionary (scope->store);
  *watch = (InkIndicatorWatch){ .columns = g_ptr_array_new () };
  watch->names = g_malloc0 (ink_dictionary_size (names) + 1);
  for (guint i = 0; i < scope->n_personas; i++)
    if (!watch_rule (watch, scope, scope->definition->personas[i]->rule, error))
      return FALSE;

  return TRUE;
}

void
ink_indicator_watch_clear (InkIndicatorWatch *watch)
{
  g_return_if_fail (watch != NULL);

  g_clear_pointer (&watch->names, g_free);
  g_clear_pointer (&watch->columns, g_ptr_array_unref);
}
