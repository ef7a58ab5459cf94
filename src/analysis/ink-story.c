/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Collects what is said, and writes it as JSON. */
#include "config.h"

#include "analysis/ink-story.h"

#include <glib/gi18n-lib.h>

#include "analysis/ink-json-out.h"

typedef struct
{
  char *name;
  guint32 row;
} Step;

struct _InkStory
{
  InkScope *scope;
  guint32 person;
  GPtrArray *sentences;
  GArray *steps;
  char *stopped_by;
};

static void
clear_step (gpointer step)
{
  g_free (((Step *) step)->name);
}

InkStory *
ink_story_new (InkScope *scope,
               guint32 person)
{
  InkStory *story;

  g_return_val_if_fail (scope != NULL, NULL);

  story = g_new0 (InkStory, 1);
  story->scope = ink_scope_ref (scope);
  story->person = person;
  story->sentences = g_ptr_array_new_with_free_func (g_free);
  story->steps = g_array_new (FALSE, FALSE, sizeof (Step));
  g_array_set_clear_func (story->steps, clear_step);
  return story;
}

void
ink_story_free (InkStory *story)
{
  if (story == NULL)
    return;
  g_ptr_array_unref (story->sentences);
  g_array_unref (story->steps);
  g_free (story->stopped_by);
  ink_scope_unref (story->scope);
  g_free (story);
}

void
ink_story_say (InkStory *story,
               const char *format,
               ...)
{
  va_list args;

  g_return_if_fail (story != NULL);

  va_start (args, format);
  g_ptr_array_add (story->sentences, g_strdup_vprintf (format, args));
  va_end (args);
}

void
ink_story_add_step (InkStory *story,
                    const char *name,
                    guint32 row)
{
  Step step = { g_strdup (name), row };

  g_return_if_fail (story != NULL);

  g_array_append_val (story->steps, step);
}

void
ink_story_stop (InkStory *story,
                const char *what)
{
  g_return_if_fail (story != NULL);

  if (story->stopped_by == NULL)
    story->stopped_by = g_strdup (what);
}

const char *
ink_story_event (const InkScope *scope,
                 guint32 row)
{
  g_return_val_if_fail (scope != NULL, NULL);

  return ink_dictionary_get (ink_event_store_get_name_dictionary (scope->store),
                             ink_codes_get (scope->names, row));
}

char *
ink_story_time (const InkScope *scope,
                gint64 time)
{
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) local = NULL;

  g_return_val_if_fail (scope != NULL, NULL);

  if (time == INK_TIME_NONE)
    return g_strdup (_ ("an unknown time"));
  utc = g_date_time_new_from_unix_utc (time / INK_SECOND - (time % INK_SECOND < 0));
  if (utc != NULL)
    local = g_date_time_to_timezone (utc, scope->zone);
  if (local == NULL)
    return ink_time_to_iso (time);

  return g_date_time_format (local, "%Y-%m-%d %H:%M");
}

char *
ink_story_span (gint64 span)
{
  gint64 seconds = span / INK_SECOND, days = seconds / 86400, hours = seconds / 3600 % 24;
  gint64 minutes = seconds / 60 % 60;
  g_autofree char *day_text = g_strdup_printf (
      ngettext ("%d day", "%d days", (gulong) days), (int) MIN (days, G_MAXINT));
  g_autofree char *hour_text
      = g_strdup_printf (ngettext ("%d hour", "%d hours", (gulong) hours), (int) hours);
  g_autofree char *minute_text
      = g_strdup_printf (ngettext ("%d minute", "%d minutes", (gulong) minutes), (int) minutes);

  if (days > 0)
    return hours > 0 ? g_strdup_printf ("%s %s", day_text, hour_text) : g_strdup (day_text);
  if (hours > 0)
    return minutes > 0 ? g_strdup_printf ("%s %s", hour_text, minute_text) : g_strdup (hour_text);
  if (minutes > 0)
    return g_steal_pointer (&minute_text);
  return g_strdup_printf (ngettext ("%d second", "%d seconds", (gulong) seconds), (int) seconds);
}

static void
add_steps (JsonBuilder *json,
           const InkStory *story)
{
  json_builder_set_member_name (json, "steps");
  json_builder_begin_array (json);
  for (guint i = 0; i < story->steps->len; i++)
    {
      const Step *step = &g_array_index (story->steps, Step, i);

      json_builder_begin_object (json);
      json_builder_set_member_name (json, "name");
      json_builder_add_string_value (json, step->name);
      json_builder_set_member_name (json, "event");
      json_builder_add_string_value (json, ink_story_event (story->scope, step->row));
      json_builder_set_member_name (json, "time");
      ink_json_out_time (json, story->scope->times[step->row]);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

char *
ink_story_end (InkStory *story,
               gboolean answer)
{
  g_autoptr (JsonBuilder) json = NULL;

  g_return_val_if_fail (story != NULL, NULL);

  json = json_builder_new ();
  json_builder_begin_object (json);
  json_builder_set_member_name (json, "person");
  ink_json_out_text (json, ink_event_store_get_person_id (story->scope->store, story->person));
  json_builder_set_member_name (json, "answer");
  json_builder_add_boolean_value (json, answer);
  json_builder_set_member_name (json, "sentences");
  json_builder_begin_array (json);
  for (guint i = 0; i < story->sentences->len; i++)
    json_builder_add_string_value (json, g_ptr_array_index (story->sentences, i));
  json_builder_end_array (json);
  add_steps (json, story);
  json_builder_set_member_name (json, "stopped_by");
  ink_json_out_text (json, story->stopped_by);
  json_builder_end_object (json);

  return ink_json_out_end (json);
}
