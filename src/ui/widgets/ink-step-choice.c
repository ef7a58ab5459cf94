/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-step-choice.h"

#include "plot/ink-numbers.h"

#include <glib/gi18n-lib.h>

/* Goals stand before every event, however often it happens. */
#define GOAL_RANK 1e18

struct _InkStepChoice
{
  GPtrArray *goals;  /* names */
  GPtrArray *events; /* names */
  GPtrArray *items;  /* InkNameItem; an event's index follows the goals' */
};

static void
add_goals (InkStepChoice *self,
           const InkDefinition *definition)
{
  for (guint i = 0; definition->goals[i] != NULL; i++)
    {
      const InkGoal *goal = definition->goals[i];

      g_ptr_array_add (self->goals, g_strdup (goal->name));
      g_ptr_array_add (self->items,
                       ink_name_item_new (goal->name,
                                          goal->kind == INK_GOAL_MACRO ? _ ("macro goal")
                                                                       : _ ("goal"),
                                          GOAL_RANK, i));
    }
}

static void
add_events (InkStepChoice *self,
            const InkDefinition *definition,
            const InkSchema *schema)
{
  InkNumbers numbers = ink_numbers_for_locale ();

  for (guint i = 0; i < schema->n_events; i++)
    {
      const InkEventInfo *event = &schema->events[i];
      const char *label = g_hash_table_lookup (definition->labels, event->name);
      g_autofree char *count = ink_numbers_count (&numbers, (double) event->events);

      if (g_strv_contains ((const char *const *) definition->hidden, event->name))
        continue;
      g_ptr_array_add (self->items, ink_name_item_new (label != NULL ? label : event->name, count,
                                                       (double) event->events,
                                                       self->goals->len + self->events->len));
      g_ptr_array_add (self->events, g_strdup (event->name));
    }
}

InkStepChoice *
ink_step_choice_new (const InkDefinition *definition,
                     const InkSchema *schema)
{
  InkStepChoice *self;

  g_return_val_if_fail (definition != NULL && schema != NULL, NULL);

  self = g_new0 (InkStepChoice, 1);
  self->goals = g_ptr_array_new_with_free_func (g_free);
  self->events = g_ptr_array_new_with_free_func (g_free);
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  add_goals (self, definition);
  add_events (self, definition, schema);

  return self;
}

void
ink_step_choice_free (InkStepChoice *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->goals);
  g_ptr_array_unref (self->events);
  g_ptr_array_unref (self->items);
  g_free (self);
}

void
ink_step_choice_offer (const InkStepChoice *self,
                       InkNamePicker *picker)
{
  g_return_if_fail (self != NULL);

  ink_name_picker_set_items (picker, self->items);
}

InkRule *
ink_step_choice_get_rule (const InkStepChoice *self,
                          guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->goals->len + self->events->len, NULL);

  if (index < self->goals->len)
    return ink_rule_new_goal (g_ptr_array_index (self->goals, index));

  return ink_rule_new_does (g_ptr_array_index (self->events, index - self->goals->len));
}
