/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Edits of the board's lanes and of the list of events beside it. */
#include "definition/ink-board-edit.h"

#include "definition/ink-definition-private.h"

static GPtrArray *
copy_stages (const InkDefinition *definition)
{
  const char *const *stages = ink_definition_get_stages (definition);
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; stages[i] != NULL; i++)
    g_ptr_array_add (copy, g_strdup (stages[i]));

  return copy;
}

static InkDefinition *
with_stages (InkDefinition *definition,
             GPtrArray *stages)
{
  g_ptr_array_add (stages, NULL);

  return ink_definition_with_stages (definition, (const char *const *) stages->pdata);
}

/* @wanted, or with the first number that makes it one that no lane but @own has. */
static char *
make_name (const InkDefinition *definition,
           const char *wanted,
           int own)
{
  char *name = g_strdup (wanted);

  for (guint i = 2;; i++)
    {
      int other = ink_board_find_lane (definition, name);

      if (other == INK_NO_LANE || other == own)
        break;
      g_free (name);
      name = g_strdup_printf ("%s %u", wanted, i);
    }

  return name;
}

/* Every goal of the stage @from is one of the stage @to. */
static InkDefinition *
follow_stage (InkDefinition *definition,
              const char *from,
              const char *to)
{
  g_autoptr (InkDefinition) edited = ink_definition_ref (definition);

  for (guint i = 0; definition->goals[i] != NULL; i++)
    {
      g_autoptr (InkGoal) copy = NULL;
      InkDefinition *next;

      if (g_strcmp0 (definition->goals[i]->stage, from) != 0)
        continue;
      copy = ink_goal_copy (definition->goals[i]);
      g_free (copy->stage);
      copy->stage = g_strdup (to);
      next = ink_definition_with_goal (edited, copy);
      ink_definition_unref (edited);
      edited = next;
    }

  return g_steal_pointer (&edited);
}

InkDefinition *
ink_board_add_lane (InkDefinition *definition,
                    const char *name,
                    guint lane)
{
  g_autoptr (GPtrArray) stages = NULL;

  g_return_val_if_fail (definition != NULL && name != NULL, NULL);

  stages = copy_stages (definition);
  g_ptr_array_insert (stages, (int) MIN (lane, stages->len),
                      make_name (definition, name, INK_NO_LANE));

  return with_stages (definition, stages);
}

InkDefinition *
ink_board_rename_lane (InkDefinition *definition,
                       guint lane,
                       const char *name)
{
  g_autofree char *stripped = NULL;
  g_autofree char *own = NULL;
  g_autoptr (GPtrArray) stages = NULL;
  g_autoptr (InkDefinition) followed = NULL;
  char *old;

  g_return_val_if_fail (definition != NULL && name != NULL, NULL);
  g_return_val_if_fail (lane < ink_board_count_lanes (definition), NULL);

  stages = copy_stages (definition);
  stripped = g_strstrip (g_strdup (name));
  old = g_ptr_array_index (stages, lane);
  if (*stripped == '\0' || g_str_equal (stripped, old))
    return ink_definition_ref (definition);
  own = make_name (definition, stripped, (int) lane);
  followed = follow_stage (definition, old, own);
  g_free (old);
  stages->pdata[lane] = g_steal_pointer (&own);

  return with_stages (followed, stages);
}

InkDefinition *
ink_board_move_lane (InkDefinition *definition,
                     guint from,
                     guint to)
{
  g_autoptr (GPtrArray) stages = NULL;
  char *moved;

  g_return_val_if_fail (definition != NULL, NULL);
  g_return_val_if_fail (from < ink_board_count_lanes (definition), NULL);

  stages = copy_stages (definition);
  to = MIN (to, stages->len - 1);
  if (from == to)
    return ink_definition_ref (definition);
  moved = g_ptr_array_steal_index (stages, from);
  g_ptr_array_insert (stages, (int) to, moved);

  return with_stages (definition, stages);
}

InkDefinition *
ink_board_remove_lane (InkDefinition *definition,
                       guint lane)
{
  g_autoptr (GPtrArray) stages = NULL;
  g_autoptr (InkDefinition) followed = NULL;

  g_return_val_if_fail (definition != NULL, NULL);
  g_return_val_if_fail (lane < ink_board_count_lanes (definition), NULL);

  stages = copy_stages (definition);
  if (stages->len == 1)
    return ink_definition_ref (definition);
  followed = follow_stage (definition, g_ptr_array_index (stages, lane),
                           g_ptr_array_index (stages, lane > 0 ? lane - 1 : 1));
  g_ptr_array_remove_index (stages, lane);

  return with_stages (followed, stages);
}

/* ---- Events ---- */

InkDefinition *
ink_board_label_event (InkDefinition *definition,
                       const char *event,
                       const char *label)
{
  g_autofree char *stripped = NULL;
  const char *old;

  g_return_val_if_fail (definition != NULL && event != NULL, NULL);

  stripped = g_strstrip (g_strdup (label != NULL ? label : ""));
  if (*stripped == '\0' || g_str_equal (stripped, event))
    g_clear_pointer (&stripped, g_free);
  old = g_hash_table_lookup (definition->labels, event);
  if (g_strcmp0 (old, stripped) == 0)
    return ink_definition_ref (definition);

  return ink_definition_with_label (definition, event, stripped);
}

gboolean
ink_board_is_hidden (const InkDefinition *definition,
                     const char *event)
{
  g_return_val_if_fail (definition != NULL && event != NULL, FALSE);

  return g_strv_contains ((const char *const *) definition->hidden, event);
}

/* @names with @name as the last, or without it (element-type utf8, NULL-terminated). */
static GPtrArray *
join_name (char *const *names,
           const char *name,
           gboolean with)
{
  GPtrArray *joined = g_ptr_array_new ();

  for (guint i = 0; names[i] != NULL; i++)
    if (!g_str_equal (names[i], name))
      g_ptr_array_add (joined, names[i]);
  if (with)
    g_ptr_array_add (joined, (char *) name);
  g_ptr_array_add (joined, NULL);

  return joined;
}

InkDefinition *
ink_board_hide_event (InkDefinition *definition,
                      const char *event,
                      gboolean hidden)
{
  g_autoptr (GPtrArray) names = NULL;

  g_return_val_if_fail (definition != NULL && event != NULL, NULL);

  if (ink_board_is_hidden (definition, event) == !!hidden)
    return ink_definition_ref (definition);
  names = join_name (definition->hidden, event, hidden);

  return ink_definition_with_hidden (definition, (const char *const *) names->pdata);
}

gboolean
ink_board_is_passive (const InkDefinition *definition,
                      const char *event)
{
  g_return_val_if_fail (definition != NULL && event != NULL, FALSE);

  return g_strv_contains ((const char *const *) definition->passive, event);
}

InkDefinition *
ink_board_set_passive (InkDefinition *definition,
                       const char *event,
                       gboolean passive)
{
  g_autoptr (GPtrArray) names = NULL;

  g_return_val_if_fail (definition != NULL && event != NULL, NULL);

  if (ink_board_is_passive (definition, event) == !!passive)
    return ink_definition_ref (definition);
  names = join_name (definition->passive, event, passive);

  return ink_definition_with_passive (definition, (const char *const *) names->pdata);
}
