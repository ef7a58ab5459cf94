/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "definition/ink-definition-excerpt.h"

#include <glib/gi18n-lib.h>

#include "base/ink-error.h"
#include "definition/ink-definition-json.h"

/* ---- Copying ---- */

/* The names that rules mention: of goals and of personas. */
typedef struct
{
  GHashTable *goals;
  GHashTable *personas;
} Names;

static Names
names_new (void)
{
  return (Names){ g_hash_table_new (g_str_hash, g_str_equal),
                  g_hash_table_new (g_str_hash, g_str_equal) };
}

static void
names_clear (Names *names)
{
  g_clear_pointer (&names->goals, g_hash_table_unref);
  g_clear_pointer (&names->personas, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Names, names_clear)

static void
add_names (Names *names,
           const InkRule *rule)
{
  if (rule->kind == INK_RULE_GOAL)
    g_hash_table_add (names->goals, rule->name);
  else if (rule->kind == INK_RULE_PERSONA)
    g_hash_table_add (names->personas, rule->name);
  if (rule->after != NULL)
    g_hash_table_add (names->goals, rule->after);
  for (guint i = 0; i < rule->n_children; i++)
    add_names (names, rule->children[i]);
}

static gboolean
is_among (const char *const *ids,
          const char *id)
{
  return ids != NULL && g_strv_contains (ids, id);
}

/* What is wanted, then what that needs, until nothing is added any more. */
static void
take_needed (const InkDefinition *definition,
             Names *taken)
{
  guint before;

  do
    {
      before = g_hash_table_size (taken->goals) + g_hash_table_size (taken->personas);
      for (guint i = 0; definition->goals[i] != NULL; i++)
        if (g_hash_table_contains (taken->goals, definition->goals[i]->name))
          add_names (taken, definition->goals[i]->rule);
      for (guint i = 0; definition->personas[i] != NULL; i++)
        if (g_hash_table_contains (taken->personas, definition->personas[i]->name))
          add_names (taken, definition->personas[i]->rule);
    }
  while (g_hash_table_size (taken->goals) + g_hash_table_size (taken->personas) > before);
}

static void
replace (InkDefinition **definition,
         InkDefinition *next)
{
  ink_definition_unref (*definition);
  *definition = next;
}

char *
ink_definition_excerpt (const InkDefinition *definition,
                        const char *const *goals,
                        const char *const *personas)
{
  g_auto (Names) taken = names_new ();
  g_autoptr (InkDefinition) excerpt = ink_definition_new_empty ();

  g_return_val_if_fail (definition != NULL, NULL);

  for (guint i = 0; definition->goals[i] != NULL; i++)
    if (is_among (goals, definition->goals[i]->id))
      g_hash_table_add (taken.goals, definition->goals[i]->name);
  for (guint i = 0; definition->personas[i] != NULL; i++)
    if (is_among (personas, definition->personas[i]->id))
      g_hash_table_add (taken.personas, definition->personas[i]->name);
  take_needed (definition, &taken);
  if (g_hash_table_size (taken.goals) > 0)
    replace (&excerpt, ink_definition_with_stages (excerpt, ink_definition_get_stages (definition)));
  for (guint i = 0; definition->goals[i] != NULL; i++)
    if (g_hash_table_contains (taken.goals, definition->goals[i]->name))
      replace (&excerpt, ink_definition_with_goal (excerpt, definition->goals[i]));
  for (guint i = 0; definition->personas[i] != NULL; i++)
    if (g_hash_table_contains (taken.personas, definition->personas[i]->name))
      replace (&excerpt, ink_definition_with_persona (excerpt, definition->personas[i]));
  return ink_definition_to_json (excerpt);
}

/* ---- Pasting ---- */

void
ink_pasted_free (InkPasted *pasted)
{
  g_clear_pointer (&pasted->definition, ink_definition_unref);
  g_strfreev (pasted->goals);
  g_strfreev (pasted->personas);
  g_free (pasted);
}

/* @name, or with the first number that nobody of both has. */
static char *
find_name (const InkDefinition *a,
           const InkDefinition *b,
           const char *name,
           gpointer (*find) (const InkDefinition *definition, const char *name))
{
  char *free_name = g_strdup (name);

  for (guint i = 2; find (a, free_name) != NULL || (i > 2 && find (b, free_name) != NULL); i++)
    {
      g_free (free_name);
      free_name = g_strdup_printf ("%s %u", name, i);
    }
  return free_name;
}

static gpointer
find_goal (const InkDefinition *definition,
           const char *name)
{
  return ink_definition_find_goal (definition, name);
}

static gpointer
find_persona (const InkDefinition *definition,
              const char *name)
{
  return ink_definition_find_persona (definition, name);
}

/* As far along a board with other lanes. */
static const char *
fit_stage (const InkDefinition *definition,
           const InkDefinition *source,
           const char *stage)
{
  const char *const *own = ink_definition_get_stages (definition);
  const char *const *stages = ink_definition_get_stages (source);
  guint n_own = g_strv_length ((char **) own), n = g_strv_length ((char **) stages), place = 0;

  if (stage == NULL || n_own == 0 || g_strv_contains (own, stage))
    return stage;
  while (place < n && !g_str_equal (stages[place], stage))
    place++;
  return own[place >= n || n < 2 ? n_own - 1 : (place * (n_own - 1) + (n - 1) / 2) / (n - 1)];
}

/* Leaves out what is there word for word and only helps others, and gives new names to the rest;
 * a change of name goes through all rules of @added. */
static InkDefinition *
fit_goals (InkDefinition *added,
           const InkDefinition *definition,
           const Names *named)
{
  InkDefinition *result = ink_definition_ref (added);

  for (guint i = 0; added->goals[i] != NULL; i++)
    {
      /* Renames before may have changed the rule. */
      InkGoal *now = result->goals[i - (g_strv_length ((char **) added->goals)
                                        - g_strv_length ((char **) result->goals))];
      g_autoptr (InkGoal) goal = ink_goal_copy (now);
      InkGoal *there = ink_definition_find_goal (definition, goal->name);

      g_free (goal->stage);
      goal->stage = g_strdup (fit_stage (definition, added, now->stage));
      if (there != NULL && g_hash_table_contains (named->goals, there->name)
          && ink_goal_equal (there, goal))
        {
          replace (&result, ink_definition_without_goal (result, goal->id));
          continue;
        }
      g_free (goal->name);
      goal->name = find_name (definition, result, now->name, find_goal);
      replace (&result, ink_definition_with_goal (result, goal));
    }
  return result;
}

static InkDefinition *
fit_personas (InkDefinition *added,
              const InkDefinition *definition,
              const Names *named)
{
  InkDefinition *result = ink_definition_ref (added);

  for (guint i = 0; added->personas[i] != NULL; i++)
    {
      InkPersona *now = result->personas[i - (g_strv_length ((char **) added->personas)
                                              - g_strv_length ((char **) result->personas))];
      g_autoptr (InkPersona) persona = ink_persona_copy (now);
      InkPersona *there = ink_definition_find_persona (definition, persona->name);

      if (there != NULL && g_hash_table_contains (named->personas, there->name)
          && ink_persona_equal (there, persona))
        {
          replace (&result, ink_definition_without_persona (result, persona->id));
          continue;
        }
      g_free (persona->name);
      persona->name = find_name (definition, result, now->name, find_persona);
      replace (&result, ink_definition_with_persona (result, persona));
    }
  return result;
}

/* Names that rules of @definition mention. */
static Names
read_names (const InkDefinition *definition)
{
  Names names = names_new ();

  for (guint i = 0; definition->goals[i] != NULL; i++)
    add_names (&names, definition->goals[i]->rule);
  for (guint i = 0; definition->personas[i] != NULL; i++)
    add_names (&names, definition->personas[i]->rule);
  return names;
}

static InkPasted *
join (InkDefinition *definition,
      const InkDefinition *added)
{
  InkPasted *pasted = g_new0 (InkPasted, 1);
  g_autoptr (GPtrArray) goals = g_ptr_array_new ();
  g_autoptr (GPtrArray) personas = g_ptr_array_new ();

  pasted->definition = ink_definition_ref (definition);
  for (guint i = 0; added->goals[i] != NULL; i++)
    {
      replace (&pasted->definition,
               ink_definition_with_goal (pasted->definition, added->goals[i]));
      g_ptr_array_add (goals, g_strdup (added->goals[i]->id));
    }
  for (guint i = 0; added->personas[i] != NULL; i++)
    {
      replace (&pasted->definition,
               ink_definition_with_persona (pasted->definition, added->personas[i]));
      g_ptr_array_add (personas, g_strdup (added->personas[i]->id));
    }
  g_ptr_array_add (goals, NULL);
  g_ptr_array_add (personas, NULL);
  pasted->goals = (char **) g_ptr_array_steal (goals, NULL);
  pasted->personas = (char **) g_ptr_array_steal (personas, NULL);
  return pasted;
}

InkPasted *
ink_definition_paste (InkDefinition *definition,
                      const char *json,
                      const InkSchema *schema,
                      GError **error)
{
  g_autoptr (InkDefinition) added = NULL;
  g_autoptr (InkDefinition) with_goals = NULL;
  g_autoptr (InkDefinition) fitted = NULL;
  g_auto (Names) named = { NULL, NULL };

  g_return_val_if_fail (definition != NULL && json != NULL, NULL);

  added = ink_definition_from_json (json, -1, NULL, schema, NULL, error);
  if (added == NULL)
    return NULL;
  if (added->goals[0] == NULL && added->personas[0] == NULL)
    {
      g_set_error_literal (error, INK_ERROR, INK_ERROR_FORMAT,
                           _ ("There are no goals or personas to paste."));
      return NULL;
    }
  named = read_names (added);
  with_goals = fit_goals (added, definition, &named);
  fitted = fit_personas (with_goals, definition, &named);
  return join (definition, fitted);
}

char *
ink_pasted_to_words (const InkPasted *pasted)
{
  guint n_goals, n_personas;
  g_autofree char *goals = NULL;
  g_autofree char *personas = NULL;
  const InkDefinition *definition;

  g_return_val_if_fail (pasted != NULL, NULL);

  definition = pasted->definition;
  n_goals = g_strv_length (pasted->goals);
  n_personas = g_strv_length (pasted->personas);
  goals = g_strdup_printf (ngettext ("%u goal", "%u goals", n_goals), n_goals);
  personas = g_strdup_printf (ngettext ("%u persona", "%u personas", n_personas), n_personas);
  if (n_goals == 1 && n_personas == 0)
    return g_strdup_printf (
        _ ("Pasted goal “%s”"),
        definition->goals[g_strv_length ((char **) definition->goals) - 1]->name);
  if (n_goals == 0 && n_personas == 1)
    return g_strdup_printf (
        _ ("Pasted persona “%s”"),
        definition->personas[g_strv_length ((char **) definition->personas) - 1]->name);
  if (n_personas == 0)
    return g_strdup_printf (_ ("Pasted %s"), goals);
  if (n_goals == 0)
    return g_strdup_printf (_ ("Pasted %s"), personas);
  /* Translators: "3 goals" and "1 persona" */
  return g_strdup_printf (_ ("Pasted %s and %s"), goals, personas);
}
