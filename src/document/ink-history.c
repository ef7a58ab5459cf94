/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where a document stands among its steps. */
#include "document/ink-history.h"

static void
state_free (InkState *state)
{
  g_free (state->label);
  g_free (state->merge_key);
  ink_definition_unref (state->definition);
  g_clear_pointer (&state->store, ink_event_store_unref);
  g_free (state);
}

static InkState *
state_new (gint64         step,
           InkDefinition *definition,
           InkEventStore *store)
{
  InkState *state = g_new0 (InkState, 1);

  state->step = step;
  state->definition = ink_definition_ref (definition);
  state->store = store != NULL ? ink_event_store_ref (store) : NULL;
  return state;
}

InkHistory *
ink_history_new (const InkStoragePlace *place,
                 InkDefinition         *definition,
                 InkEventStore         *store)
{
  InkHistory *self = g_new0 (InkHistory, 1);

  self->position = place->position;
  self->last = place->last;
  self->saved = place->saved;
  self->states = g_ptr_array_new_with_free_func ((GDestroyNotify) state_free);
  g_ptr_array_add (self->states, state_new (self->position, definition, store));
  return self;
}

void
ink_history_free (InkHistory *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->states);
  g_free (self);
}

InkState *
ink_history_find (InkHistory *self,
                  gint64      step)
{
  for (guint i = 0; i < self->states->len; i++)
    {
      InkState *state = g_ptr_array_index (self->states, i);

      if (state->step == step)
        return state;
    }
  return NULL;
}

InkState *
ink_history_current (InkHistory *self)
{
  InkState *state = ink_history_find (self, self->position);

  g_assert (state != NULL && state->store != NULL);
  return state;
}

/* The one farthest from where the document stands goes first. */
static void
trim (InkHistory *self)
{
  while (self->states->len > INK_HISTORY_STATES)
    {
      InkState *first = g_ptr_array_index (self->states, 0);
      InkState *last = g_ptr_array_index (self->states, self->states->len - 1);
      gboolean drop_first = self->position - first->step >= last->step - self->position;

      g_ptr_array_remove_index (self->states, drop_first ? 0 : self->states->len - 1);
    }
}

static void
drop_large_stores (InkHistory    *self,
                   InkEventStore *keep)
{
  for (guint i = 0; i < self->states->len; i++)
    {
      InkState *state = g_ptr_array_index (self->states, i);

      if (state->store != NULL && state->store != keep &&
          ink_event_store_get_n_events (state->store) > INK_HISTORY_STORE_EVENTS)
        g_clear_pointer (&state->store, ink_event_store_unref);
    }
}

static void
insert_state (InkHistory *self,
              InkState   *state)
{
  guint place = 0;

  while (place < self->states->len &&
         ((InkState *) g_ptr_array_index (self->states, place))->step < state->step)
    place++;
  g_ptr_array_insert (self->states, (int) place, state);
}

InkState *
ink_history_restore (InkHistory    *self,
                     gint64         step,
                     InkDefinition *definition,
                     InkEventStore *store)
{
  InkState *state = state_new (step, definition, store);

  insert_state (self, state);
  return state;
}

gboolean
ink_history_joins (InkHistory *self,
                   const char *merge_key,
                   gint64      time)
{
  InkState *top = ink_history_current (self);

  /* What the user's file holds stays a step of its own, so that undo can come back to it. */
  return merge_key != NULL && self->position > 0 && self->position == self->last &&
         self->position != self->saved && g_strcmp0 (top->merge_key, merge_key) == 0 &&
         time - top->time <= INK_HISTORY_MERGE_TIME &&
         ink_history_find (self, self->position - 1) != NULL;
}

static void
end_redo (InkHistory *self)
{
  guint n = self->states->len;

  while (n > 0 && ((InkState *) g_ptr_array_index (self->states, n - 1))->step > self->position)
    g_ptr_array_remove_index (self->states, --n);
  if (self->last > self->position)
    self->branch++;
  if (self->saved > self->position)
    self->saved = -1;
}

InkState *
ink_history_push (InkHistory    *self,
                  const char    *label,
                  const char    *merge_key,
                  gint64         time,
                  InkDefinition *definition,
                  InkEventStore *store)
{
  InkState *state;

  end_redo (self);
  state = state_new (self->position + 1, definition, store);
  state->label = g_strdup (label);
  state->merge_key = g_strdup (merge_key);
  state->time = time;
  g_ptr_array_add (self->states, state);
  self->position = self->last = state->step;
  drop_large_stores (self, store);
  trim (self);
  return state;
}

void
ink_history_join (InkHistory    *self,
                  const char    *label,
                  gint64         time,
                  InkDefinition *definition)
{
  InkState *top = ink_history_current (self);

  ink_definition_unref (top->definition);
  top->definition = ink_definition_ref (definition);
  g_free (top->label);
  top->label = g_strdup (label);
  top->time = time;
  self->branch++;
}

void
ink_history_reset (InkHistory    *self,
                   InkDefinition *definition,
                   InkEventStore *store)
{
  g_ptr_array_set_size (self->states, 0);
  g_ptr_array_add (self->states, state_new (self->position, definition, store));
  self->last = self->position;
  self->saved = -1;
  self->branch++;
}
