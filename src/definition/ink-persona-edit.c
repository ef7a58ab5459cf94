/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "definition/ink-persona-edit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The charts' series (ink-theme.c), without the grey of everyone else. */
static const struct
{
  const char *colour;
  const char *name;
} palette[INK_N_PERSONA_COLOURS] = {
  { "#3d3a99", N_ ("Indigo") }, { "#047d54", N_ ("Green") }, { "#c38548", N_ ("Amber") },
  { "#bf4f91", N_ ("Pink") },   { "#2f93d8", N_ ("Blue") },  { "#92330f", N_ ("Rust") },
  { "#6f8a1b", N_ ("Olive") },  { "#0b7285", N_ ("Teal") },
};

/* Those who fit no persona: no colour. */
#define ELSE_COLOUR "#a9a7b2"

const char *
ink_persona_colour (guint index)
{
  return palette[index % INK_N_PERSONA_COLOURS].colour;
}

const char *
ink_persona_colour_name (guint index)
{
  return _ (palette[index % INK_N_PERSONA_COLOURS].name);
}

guint
ink_personas_count (const InkDefinition *definition)
{
  g_return_val_if_fail (definition != NULL, 0);

  return g_strv_length ((char **) (void *) definition->personas);
}

const char *
ink_persona_colour_at (const InkDefinition *definition,
                       guint position)
{
  g_return_val_if_fail (definition != NULL, NULL);

  if (position >= ink_personas_count (definition))
    return ELSE_COLOUR;
  return definition->personas[position]->colour != NULL ? definition->personas[position]->colour
                                                        : ink_persona_colour (position);
}

/* ---- Finding ---- */

int
ink_persona_find_place (const InkDefinition *definition,
                        const char *id)
{
  g_return_val_if_fail (definition != NULL, -1);

  for (guint i = 0; definition->personas[i] != NULL; i++)
    if (g_strcmp0 (definition->personas[i]->id, id) == 0)
      return (int) i;

  return -1;
}

static InkPersona *
find (const InkDefinition *definition,
      const char *id)
{
  int place = ink_persona_find_place (definition, id);

  return place >= 0 ? definition->personas[place] : NULL;
}

static gboolean
is_taken (const InkDefinition *definition,
          const char *name,
          const InkPersona *self)
{
  const InkPersona *other = ink_definition_find_persona (definition, name);

  return strcmp (name, INK_EVERYONE_ELSE) == 0
         || (other != NULL && (self == NULL || strcmp (other->id, self->id) != 0));
}

char *
ink_persona_free_name (const InkDefinition *definition,
                       const char *wanted,
                       const InkPersona *self)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (definition != NULL, NULL);
  g_return_val_if_fail (wanted != NULL, NULL);

  name = g_strdup (wanted);
  for (guint i = 2; is_taken (definition, name, self); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s %u", wanted, i);
    }

  return g_steal_pointer (&name);
}

/* The first of the palette that nobody wears; else the next in turn. */
static const char *
find_free_colour (const InkDefinition *definition)
{
  guint n = ink_personas_count (definition);

  for (guint i = 0; i < INK_N_PERSONA_COLOURS; i++)
    {
      gboolean taken = FALSE;

      for (guint j = 0; j < n && !taken; j++)
        taken = g_ascii_strcasecmp (ink_persona_colour_at (definition, j), palette[i].colour) == 0;
      if (!taken)
        return palette[i].colour;
    }

  return ink_persona_colour (n);
}

/* ---- Edits ---- */

/* @persona is taken. */
static InkDefinition *
with_taken (InkDefinition *definition,
            InkPersona *persona)
{
  g_autoptr (InkPersona) taken = persona;

  return ink_definition_with_persona (definition, taken);
}

InkDefinition *
ink_personas_with_new (InkDefinition *definition,
                       const char *name,
                       InkRule *rule,
                       char **label)
{
  g_autofree char *own = NULL;
  InkPersona *persona;

  g_return_val_if_fail (definition != NULL && name != NULL, NULL);
  g_return_val_if_fail (rule != NULL && label != NULL, NULL);

  own = ink_persona_free_name (definition, name, NULL);
  persona = ink_persona_new (own, rule);
  persona->colour = g_strdup (find_free_colour (definition));
  /* Translators: a step of undo; the name of a persona. */
  *label = g_strdup_printf (_ ("Add Persona “%s”"), own);

  return with_taken (definition, persona);
}

InkDefinition *
ink_personas_with_copy (InkDefinition *definition,
                        const char *id,
                        char **label)
{
  const InkPersona *persona;
  g_autofree char *own = NULL;
  InkPersona *copy;
  g_autoptr (InkDefinition) added = NULL;
  InkDefinition *moved;

  g_return_val_if_fail (definition != NULL && label != NULL, NULL);

  persona = find (definition, id);
  /* Translators: a step of undo; the name of a persona. */
  *label = g_strdup_printf (_ ("Duplicate Persona “%s”"), persona != NULL ? persona->name : "");
  if (persona == NULL)
    return ink_definition_ref (definition);
  own = ink_persona_free_name (definition, persona->name, NULL);
  copy = ink_persona_new (own, persona->rule);
  copy->colour = g_strdup (find_free_colour (definition));
  copy->note = g_strdup (persona->note);
  added = ink_definition_with_persona (definition, copy);
  moved = ink_definition_move_persona (added, copy->id,
                                       (guint) ink_persona_find_place (definition, id) + 1);
  ink_persona_unref (copy);

  return moved;
}

InkDefinition *
ink_personas_without (InkDefinition *definition,
                      const char *id,
                      char **label)
{
  const InkPersona *persona;

  g_return_val_if_fail (definition != NULL && label != NULL, NULL);

  persona = find (definition, id);
  /* Translators: a step of undo; the name of a persona. */
  *label = g_strdup_printf (_ ("Remove Persona “%s”"), persona != NULL ? persona->name : "");

  return ink_definition_without_persona (definition, id);
}

InkDefinition *
ink_personas_with_name (InkDefinition *definition,
                        const char *id,
                        const char *name,
                        char **label)
{
  const InkPersona *persona;
  g_autofree char *text = NULL;
  InkPersona *renamed;

  g_return_val_if_fail (definition != NULL && name != NULL, NULL);
  g_return_val_if_fail (label != NULL, NULL);

  persona = find (definition, id);
  text = g_strstrip (g_strdup (name));
  if (persona == NULL || *text == '\0')
    {
      *label = g_strdup (_ ("Rename Persona"));
      return ink_definition_ref (definition);
    }
  renamed = ink_persona_copy (persona);
  g_free (renamed->name);
  renamed->name = ink_persona_free_name (definition, text, persona);
  /* Translators: a step of undo; two names of a persona, old and new. */
  *label = g_strdup_printf (_ ("Rename Persona “%s” to “%s”"), persona->name, renamed->name);

  return with_taken (definition, renamed);
}

InkDefinition *
ink_personas_with_colour (InkDefinition *definition,
                          const char *id,
                          const char *colour,
                          char **label)
{
  const InkPersona *persona;
  InkPersona *painted;

  g_return_val_if_fail (definition != NULL && label != NULL, NULL);

  persona = find (definition, id);
  /* Translators: a step of undo; the name of a persona. */
  *label = g_strdup_printf (_ ("Colour Persona “%s”"), persona != NULL ? persona->name : "");
  if (persona == NULL)
    return ink_definition_ref (definition);
  painted = ink_persona_copy (persona);
  g_free (painted->colour);
  painted->colour = g_strdup (colour);

  return with_taken (definition, painted);
}

InkDefinition *
ink_personas_with_note (InkDefinition *definition,
                        const char *id,
                        const char *note,
                        char **label)
{
  const InkPersona *persona;
  InkPersona *noted;

  g_return_val_if_fail (definition != NULL && note != NULL, NULL);
  g_return_val_if_fail (label != NULL, NULL);

  persona = find (definition, id);
  /* Translators: a step of undo; the name of a persona. */
  *label = g_strdup_printf (_ ("Note on Persona “%s”"), persona != NULL ? persona->name : "");
  if (persona == NULL)
    return ink_definition_ref (definition);
  noted = ink_persona_copy (persona);
  g_free (noted->note);
  noted->note = *note != '\0' ? g_strdup (note) : NULL;

  return with_taken (definition, noted);
}

InkDefinition *
ink_personas_with_rule (InkDefinition *definition,
                        const char *id,
                        InkRule *rule)
{
  const InkPersona *persona;
  InkPersona *ruled;

  g_return_val_if_fail (definition != NULL && rule != NULL, NULL);

  persona = find (definition, id);
  if (persona == NULL)
    return ink_definition_ref (definition);
  ruled = ink_persona_copy (persona);
  ink_rule_unref (ruled->rule);
  ruled->rule = ink_rule_ref (rule);

  return with_taken (definition, ruled);
}

InkDefinition *
ink_personas_moved (InkDefinition *definition,
                    const char *id,
                    guint position,
                    char **label)
{
  const InkPersona *persona;

  g_return_val_if_fail (definition != NULL && label != NULL, NULL);

  persona = find (definition, id);
  /* Translators: a step of undo; the name of a persona. */
  *label = g_strdup_printf (_ ("Move Persona “%s”"), persona != NULL ? persona->name : "");
  if (persona == NULL || ink_persona_find_place (definition, id) == (int) position)
    return ink_definition_ref (definition);

  return ink_definition_move_persona (definition, id, position);
}

/* ---- Who names it ---- */

static gboolean
names_persona (const InkRule *rule,
               const char *name)
{
  for (guint i = 0; i < rule->n_children; i++)
    if (names_persona (rule->children[i], name))
      return TRUE;

  return rule->kind == INK_RULE_PERSONA && strcmp (rule->name, name) == 0;
}

static void
add_if (GPtrArray *names,
        const InkRule *rule,
        const char *persona,
        const char *name)
{
  if (rule != NULL && names_persona (rule, persona))
    /* Translators: a name in quotes, one of a list */
    g_ptr_array_add (names, g_strdup_printf (_ ("“%s”"), name));
}

static void
add_funnel (GPtrArray *names,
            const InkFunnel *funnel,
            const char *persona)
{
  gboolean found = funnel->people != NULL && names_persona (funnel->people, persona);

  for (guint i = 0; i < funnel->n_steps && !found; i++)
    found = names_persona (funnel->steps[i].rule, persona);
  for (guint i = 0; i < funnel->n_not_if && !found; i++)
    found = names_persona (funnel->not_if[i].rule, persona);
  if (found)
    g_ptr_array_add (names, g_strdup_printf (_ ("“%s”"), funnel->name));
}

char *
ink_persona_named_by (const InkDefinition *definition,
                      const char *name)
{
  g_autoptr (GPtrArray) names = NULL;

  g_return_val_if_fail (definition != NULL && name != NULL, NULL);

  names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; definition->goals[i] != NULL; i++)
    add_if (names, definition->goals[i]->rule, name, definition->goals[i]->name);
  for (guint i = 0; definition->personas[i] != NULL; i++)
    add_if (names, definition->personas[i]->rule, name, definition->personas[i]->name);
  for (guint i = 0; definition->funnels[i] != NULL; i++)
    add_funnel (names, definition->funnels[i], name);
  for (guint i = 0; definition->follow_ups[i] != NULL; i++)
    add_if (names, definition->follow_ups[i]->rule, name, definition->follow_ups[i]->name);
  if (names->len == 0)
    return NULL;
  g_ptr_array_add (names, NULL);

  return g_strjoinv (", ", (char **) names->pdata);
}

/* ---- Circles ---- */

/* Goals that look at goals go deeper; a definition that is read has no circles of them. */
#define MOST_GOALS_DEEP 32

static gboolean
needs_persona (const InkDefinition *definition,
               const InkRule *rule,
               const char *name,
               guint depth)
{
  const InkGoal *goal = rule->kind == INK_RULE_GOAL
                            ? ink_definition_find_goal (definition, rule->name)
                            : NULL;
  const InkGoal *after
      = rule->after != NULL ? ink_definition_find_goal (definition, rule->after) : NULL;

  for (guint i = 0; i < rule->n_children; i++)
    if (needs_persona (definition, rule->children[i], name, depth))
      return TRUE;
  if (depth > 0
      && ((goal != NULL && needs_persona (definition, goal->rule, name, depth - 1))
          || (after != NULL && needs_persona (definition, after->rule, name, depth - 1))))
    return TRUE;

  return rule->kind == INK_RULE_PERSONA && strcmp (rule->name, name) == 0;
}

/* The persona @other is tried after @persona. */
static gboolean
is_after (const InkDefinition *definition,
          const InkPersona *other,
          const InkPersona *persona)
{
  return ink_persona_find_place (definition, other->id)
         > ink_persona_find_place (definition, persona->id);
}

char *
ink_personas_say_circle (const InkDefinition *before,
                         const InkDefinition *after)
{
  guint n;

  g_return_val_if_fail (before != NULL && after != NULL, NULL);

  n = ink_personas_count (after);
  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      if (!is_after (before, after->personas[j], after->personas[i])
          && needs_persona (after, after->personas[i]->rule, after->personas[j]->name,
                            MOST_GOALS_DEEP))
        /* Translators: the names of two personas; the second is given again at the end */
        return g_strdup_printf (_ ("“%1$s” looks at “%2$s”, so it has to stay below “%2$s”"),
                                after->personas[i]->name, after->personas[j]->name);

  return NULL;
}
