/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Finds the goals' completions, and what of the data is everyday activity. */
#include "config.h"

#include "analysis/ink-indicator-frame.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "analysis/ink-labels.h"
#include "analysis/ink-slices.h"
#include "base/ink-error.h"
#include "definition/ink-definition-names.h"

/* ---- Background events ---- */

/* An event that is a goal just by happening is no everyday activity. Where a goal looks at some of
 * the events of a name only, or counts them, the others are activity like any other, and so these:
 * a visit to the pricing page is a visit, and people are compared by how many visits they made,
 * whatever they did in them. */
static gboolean
takes_whole_name (const InkRule *rule)
{
  const InkBounds *times = &rule->times.bounds;

  if (rule->kind != INK_RULE_DOES || rule->n_where > 0 || rule->total.given)
    return FALSE;
  return !rule->times.given
         || (!times->has_exactly && !times->has_at_most && times->at_least <= 1);
}

static void
take_names (InkIndicatorFrame *frame,
            const InkRule *rule)
{
  const InkDictionary *names = ink_event_store_get_name_dictionary (frame->scope->store);

  if (rule->kind == INK_RULE_ALL || rule->kind == INK_RULE_ANY)
    for (guint i = 0; i < rule->n_children; i++)
      take_names (frame, rule->children[i]);
  if (!takes_whole_name (rule))
    return;
  for (guint i = 0; rule->names[i] != NULL; i++)
    {
      guint32 code = ink_dictionary_find (names, rule->names[i], strlen (rule->names[i]));

      if (code < ink_dictionary_size (names))
        frame->background[code] = FALSE;
    }
}

static void
find_background (InkIndicatorFrame *frame)
{
  const InkScope *scope = frame->scope;
  const InkDefinition *definition = scope->definition;
  const InkDictionary *names = ink_event_store_get_name_dictionary (scope->store);
  const InkSchema *schema = ink_event_store_get_schema (scope->store);
  guint32 n = ink_dictionary_size (names);

  frame->background = g_malloc (n + 1);
  frame->passive = g_malloc0 (n + 1);
  for (guint i = 0; definition->passive != NULL && definition->passive[i] != NULL; i++)
    {
      guint32 code = ink_dictionary_find (names, definition->passive[i],
                                          strlen (definition->passive[i]));

      if (code < n)
        frame->passive[code] = TRUE;
    }
  for (guint32 code = 0; code < n; code++)
    frame->background[code] = !frame->passive[code];
  for (guint i = 0; definition->goals[i] != NULL; i++)
    take_names (frame, definition->goals[i]->rule);

  for (guint i = 0; i < schema->n_events; i++)
    {
      guint32 code = ink_dictionary_find (names, schema->events[i].name,
                                          strlen (schema->events[i].name));

      if (schema->events[i].people > 0 && frame->background[code])
        frame->has_background = TRUE;
    }
  if (!frame->has_background)
    memset (frame->background, TRUE, n + 1);
}

/* ---- Goals ---- */

static const InkRows *
find_rows (InkIndicatorFrame *frame,
           const InkGoal *goal,
           GError **error)
{
  InkProgram *program = ink_scope_goal (frame->scope, goal->name, error);

  if (program == NULL)
    return NULL;
  if (!ink_program_has_moments (program))
    {
      g_set_error (error, INK_ERROR, INK_ERROR_DEFINITION,
                   _ ("The goal '%s' has no moment at which it is reached, so nothing can come "
                      "before or after it."),
                   goal->name);
      return NULL;
    }
  return ink_program_get_moments (program);
}

static gboolean
find_micros (InkIndicatorFrame *frame,
             GError **error)
{
  InkGoal *const *goals = frame->scope->definition->goals;

  for (guint i = 0; goals[i] != NULL; i++)
    {
      if (goals[i]->kind != INK_GOAL_MICRO || goals[i] == frame->macro)
        continue;
      if (frame->n_micros == INK_INDICATOR_MAX_MICROS)
        {
          g_set_error (error, INK_ERROR, INK_ERROR_FAILED,
                       _ ("There are more than %d micro conversions; so many cannot be compared "
                          "with one another. Take the ones away that you do not need."),
                       INK_INDICATOR_MAX_MICROS);
          return FALSE;
        }
      frame->micros[frame->n_micros] = goals[i];
      frame->micro_rows[frame->n_micros] = find_rows (frame, goals[i], error);
      if (frame->micro_rows[frame->n_micros++] == NULL)
        return FALSE;
    }

  return TRUE;
}

/* ---- Channels ---- */

static gboolean
find_channels (InkIndicatorFrame *frame,
               GError **error)
{
  const char *const properties[] = { "channel", NULL };
  const InkScope *scope = frame->scope;
  g_autoptr (InkLabels) labels
      = ink_labels_new (frame->scope, properties, INK_LABELS_OF_EVENT, error);

  if (labels == NULL)
    return FALSE;
  frame->channels = g_new0 (guint32, scope->n_people + 1);
  for (guint32 person = 0; person < scope->n_people; person++)
    {
      guint32 row = scope->offsets[person], end = scope->offsets[person + 1];

      while (row < end && scope->times[row] == INK_TIME_NONE)
        row++;
      if (row < end)
        frame->channels[person] = ink_labels_find (labels, person, row);
    }

  return TRUE;
}

/* ---- The frame ---- */

static void
find_times (InkIndicatorFrame *frame,
            gint64 from,
            gint64 to)
{
  const InkScope *scope = frame->scope;

  frame->has_only_days = ink_scope_has_only_days (scope);
  frame->gap = frame->has_only_days ? 0 : frame->settings.session_gap;
  frame->export_time = scope->export_time;
  /* The last day is over when the export ends, unless the user says otherwise. */
  if (frame->has_only_days && scope->definition->export_time == NULL)
    frame->export_time = ink_time_later (scope->export_time, INK_DAY);
  frame->from = from != INK_TIME_NONE ? from : INK_TIME_NONE + 1;
  if (to != INK_TIME_NONE && to < frame->export_time)
    frame->export_time = to;
}

InkIndicatorFrame *
ink_indicator_frame_new (InkScope *scope,
                         const char *macro,
                         gint64 from,
                         gint64 to,
                         GError **error)
{
  g_autoptr (InkIndicatorFrame) frame = NULL;

  g_return_val_if_fail (scope != NULL && macro != NULL, NULL);

  frame = g_new0 (InkIndicatorFrame, 1);
  frame->scope = ink_scope_ref (scope);
  frame->settings = ink_indicator_settings_read (scope->definition);
  frame->macro = ink_definition_need_goal (scope->definition, macro, error);
  if (frame->macro == NULL)
    return NULL;
  frame->macro_rows = find_rows (frame, frame->macro, error);
  if (frame->macro_rows == NULL || !find_micros (frame, error) || !find_channels (frame, error))
    return NULL;
  find_background (frame);
  find_times (frame, from, to);

  return g_steal_pointer (&frame);
}

void
ink_indicator_frame_free (InkIndicatorFrame *frame)
{
  if (frame == NULL)
    return;
  g_free (frame->passive);
  g_free (frame->background);
  g_free (frame->channels);
  ink_scope_unref (frame->scope);
  g_free (frame);
}
