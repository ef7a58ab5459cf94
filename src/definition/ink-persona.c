/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The life of personas: making, sharing, copying and comparing them. */
#include "definition/ink-persona.h"

#include "definition/ink-definition-private.h"

static void
free_persona (InkPersona *persona)
{
  g_clear_pointer (&persona->rule, ink_rule_unref);
  g_free (persona->id);
  g_free (persona->name);
  g_free (persona->colour);
  g_free (persona->note);
  g_free (persona);
}

/**
 * ink_persona_ref:
 *
 * Returns: (transfer full): @persona
 */
InkPersona *
ink_persona_ref (InkPersona *persona)
{
  g_return_val_if_fail (persona != NULL, NULL);

  g_atomic_ref_count_inc (&persona->ref_count);
  return persona;
}

/**
 * ink_persona_unref:
 *
 * Gives one reference back; the last frees the persona.
 */
void
ink_persona_unref (InkPersona *persona)
{
  g_return_if_fail (persona != NULL);

  if (g_atomic_ref_count_dec (&persona->ref_count))
    free_persona (persona);
}

/**
 * ink_persona_equal:
 *
 * Returns: TRUE where both are written alike; ids are left out
 */
gboolean
ink_persona_equal (const InkPersona *a,
                   const InkPersona *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a == b
         || (g_strcmp0 (a->name, b->name) == 0
             && g_strcmp0 (a->colour, b->colour) == 0
             && g_strcmp0 (a->note, b->note) == 0
             && ink_rule_equal (a->rule, b->rule));
}

/**
 * ink_persona_new:
 * @rule: the rule; a reference is taken
 *
 * Returns: (transfer full): a persona with an id of its own, to be filled before it is shared
 */
InkPersona *
ink_persona_new (const char *name,
                 InkRule *rule)
{
  InkPersona *persona;

  g_return_val_if_fail (name != NULL && rule != NULL, NULL);

  persona = g_new0 (InkPersona, 1);
  g_atomic_ref_count_init (&persona->ref_count);
  persona->id = ink_definition_make_id ();
  persona->name = g_strdup (name);
  persona->rule = ink_rule_ref (rule);
  return persona;
}

/**
 * ink_persona_copy:
 *
 * Returns: (transfer full): the same persona with the same id, to be changed before it is shared
 */
InkPersona *
ink_persona_copy (const InkPersona *persona)
{
  InkPersona *copy;

  g_return_val_if_fail (persona != NULL, NULL);

  copy = g_memdup2 (persona, sizeof *persona);
  g_atomic_ref_count_init (&copy->ref_count);
  copy->id = g_strdup (persona->id);
  copy->name = g_strdup (persona->name);
  copy->colour = g_strdup (persona->colour);
  copy->note = g_strdup (persona->note);
  copy->rule = ink_rule_ref (persona->rule);
  return copy;
}
