/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The life of follow-ups: making, sharing, copying and comparing them. */
#include "definition/ink-follow-up.h"

#include "definition/ink-definition-private.h"

static void
free_follow_up (InkFollowUp *follow_up)
{
  g_clear_pointer (&follow_up->rule, ink_rule_unref);
  g_free (follow_up->id);
  g_free (follow_up->name);
  g_free (follow_up->note);
  g_free (follow_up);
}

/**
 * ink_follow_up_ref:
 *
 * Returns: (transfer full): @follow_up
 */
InkFollowUp *
ink_follow_up_ref (InkFollowUp *follow_up)
{
  g_return_val_if_fail (follow_up != NULL, NULL);

  g_atomic_ref_count_inc (&follow_up->ref_count);
  return follow_up;
}

/**
 * ink_follow_up_unref:
 *
 * Gives one reference back; the last frees the follow-up.
 */
void
ink_follow_up_unref (InkFollowUp *follow_up)
{
  g_return_if_fail (follow_up != NULL);

  if (g_atomic_ref_count_dec (&follow_up->ref_count))
    free_follow_up (follow_up);
}

/**
 * ink_follow_up_equal:
 *
 * Returns: TRUE where both are written alike; ids are left out
 */
gboolean
ink_follow_up_equal (const InkFollowUp *a,
                     const InkFollowUp *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a == b
         || (g_strcmp0 (a->name, b->name) == 0
             && g_strcmp0 (a->note, b->note) == 0
             && ink_rule_equal (a->rule, b->rule));
}

/**
 * ink_follow_up_new:
 * @rule: the rule; a reference is taken
 *
 * Returns: (transfer full): a follow-up with an id of its own, to be filled before it is shared
 */
InkFollowUp *
ink_follow_up_new (const char *name,
                   InkRule *rule)
{
  InkFollowUp *follow_up;

  g_return_val_if_fail (name != NULL && rule != NULL, NULL);

  follow_up = g_new0 (InkFollowUp, 1);
  g_atomic_ref_count_init (&follow_up->ref_count);
  follow_up->id = ink_definition_make_id ();
  follow_up->name = g_strdup (name);
  follow_up->rule = ink_rule_ref (rule);
  return follow_up;
}

/**
 * ink_follow_up_copy:
 *
 * Returns: (transfer full): the same follow-up with the same id, to be changed before it is shared
 */
InkFollowUp *
ink_follow_up_copy (const InkFollowUp *follow_up)
{
  InkFollowUp *copy;

  g_return_val_if_fail (follow_up != NULL, NULL);

  copy = g_memdup2 (follow_up, sizeof *follow_up);
  g_atomic_ref_count_init (&copy->ref_count);
  copy->id = g_strdup (follow_up->id);
  copy->name = g_strdup (follow_up->name);
  copy->note = g_strdup (follow_up->note);
  copy->rule = ink_rule_ref (follow_up->rule);
  return copy;
}
