/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/pages/ink-timeline-facts.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Columns of the query's tables. */
enum
{
  EVENTS_SESSION = 2,
  PROPERTIES_EVENT = 0,
  PROPERTIES_NAME = 1,
  PROPERTIES_VALUE = 2,
};

/* Between what is said of one thing. */
#define BETWEEN " · "

struct _InkTimelineFacts
{
  const InkTable *properties;
  guint n_events;
  guint *starts;         /* the first event of each event's visit */
  guint *sizes;          /* how many events it has, by its first event; 0: it is no visit */
  guint *offsets;        /* n_events + 1: into rows */
  guint *rows;           /* of the properties, by event */
  gboolean *by_visit;    /* by row of the properties: the visit says it */
  const char **channels; /* by the first event of the visit; nullable */
  const char *channel;   /* of all the person's events; nullable */
  GPtrArray *goals;      /* GPtrArray by event; NULL: none */
};

/* ---- Visits ---- */

/* The events of a session stand together, for a session has no events of other sessions between. */
static void
find_visits (InkTimelineFacts *self,
             const InkTable *events)
{
  double before = NAN;

  for (guint i = 0; i < self->n_events; i++)
    {
      double session = ink_table_get_number (events, EVENTS_SESSION, i);

      self->starts[i] = session == before ? self->starts[i - 1] : i;
      self->sizes[self->starts[i]] += !isnan (session);
      before = session;
    }
}

/* ---- What events carry ---- */

static guint
get_event (const InkTable *properties,
           guint row)
{
  return (guint) ink_table_get_number (properties, PROPERTIES_EVENT, row);
}

static const char *
get_name (const InkTimelineFacts *self,
          guint row)
{
  return ink_table_get_text (self->properties, PROPERTIES_NAME, row);
}

static const char *
get_value (const InkTimelineFacts *self,
           guint row)
{
  return ink_table_get_text (self->properties, PROPERTIES_VALUE, row);
}

/* Rows by event, in the order of the table. */
static void
sort_rows (InkTimelineFacts *self)
{
  guint n = ink_table_get_n_rows (self->properties);
  g_autofree guint *next = g_new0 (guint, self->n_events + 1);

  self->rows = g_new (guint, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    self->offsets[get_event (self->properties, i) + 1]++;
  for (guint i = 0; i < self->n_events; i++)
    self->offsets[i + 1] += self->offsets[i];
  memcpy (next, self->offsets, self->n_events * sizeof (guint));
  for (guint i = 0; i < n; i++)
    self->rows[next[get_event (self->properties, i)]++] = i;
}

/* ---- Who says what ---- */

/* What tells of a visit rather than of what was done in it. */
static gboolean
is_of_visits (const char *name)
{
  static const char *const names[]
      = { "source", "medium", "campaign", "term",     "content",
          "referrer", "device", "country",  "language", NULL };

  return g_strv_contains (names, name);
}

/* The rows from @from on that give the same property to the same visit, for they come property by
 * property. @alike (out): with the same value. */
static guint
find_end (const InkTimelineFacts *self,
          guint from,
          gboolean *alike)
{
  guint n = ink_table_get_n_rows (self->properties), end = from + 1;
  guint start = self->starts[get_event (self->properties, from)];

  *alike = TRUE;
  while (end < n && self->starts[get_event (self->properties, end)] == start
         && g_str_equal (get_name (self, end), get_name (self, from)))
    {
      *alike &= g_strcmp0 (get_value (self, end), get_value (self, from)) == 0;
      end++;
    }

  return end;
}

/* The visit came from the first channel that it has. */
static void
take_channel (InkTimelineFacts *self,
              guint from,
              guint end)
{
  guint start = self->starts[get_event (self->properties, from)];

  self->channels[start] = get_value (self, from);
  for (guint i = from; i < end; i++)
    self->by_visit[i] = g_strcmp0 (get_value (self, i), self->channels[start]) == 0;
}

/* What each event says and all say alike is the visit's, where there are others to say it to. */
static void
share_out (InkTimelineFacts *self)
{
  guint n = ink_table_get_n_rows (self->properties);

  for (guint from = 0, end; from < n; from = end)
    {
      guint size = self->sizes[self->starts[get_event (self->properties, from)]];
      const char *name = get_name (self, from);
      gboolean alike;

      end = find_end (self, from, &alike);
      if (size > 0 && g_str_equal (name, "channel"))
        take_channel (self, from, end);
      else if (size > 1 && alike && end - from == size && is_of_visits (name))
        for (guint i = from; i < end; i++)
          self->by_visit[i] = TRUE;
    }
}

static void
find_known_channel (InkTimelineFacts *self,
                    const InkTable *known)
{
  for (guint i = 0; i < ink_table_get_n_rows (known); i++)
    if (g_str_equal (ink_table_get_text (known, 0, i), "channel"))
      self->channel = ink_table_get_text (known, 1, i);
}

/* ---- Goals ---- */

static void
free_names (gpointer names)
{
  if (names != NULL)
    g_ptr_array_unref (names);
}

static void
read_goals (InkTimelineFacts *self,
            const InkTable *goals)
{
  self->goals = g_ptr_array_new_with_free_func (free_names);
  g_ptr_array_set_size (self->goals, (int) self->n_events);
  for (guint i = 0; i < ink_table_get_n_rows (goals); i++)
    {
      guint event = (guint) ink_table_get_number (goals, 0, i);
      GPtrArray *names = g_ptr_array_index (self->goals, event);

      if (names == NULL)
        names = g_ptr_array_index (self->goals, event) = g_ptr_array_new ();
      g_ptr_array_add (names, (gpointer) ink_table_get_text (goals, 1, i));
    }
}

/* ---- In words ---- */

static void
add_text (const InkTimelineFacts *self,
          GString *text,
          guint row)
{
  if (text->len > 0)
    g_string_append (text, BETWEEN);
  /* Translators: a property and its value */
  g_string_append_printf (text, _ ("%s: %s"), get_name (self, row), get_value (self, row));
}

/* The channel has words of its own. */
static char *
write_rows (const InkTimelineFacts *self,
            guint event,
            gboolean by_visit)
{
  GString *text = g_string_new (NULL);

  for (guint i = self->offsets[event]; i < self->offsets[event + 1]; i++)
    {
      guint row = self->rows[i];

      if (self->by_visit[row] == by_visit
          && !(by_visit && g_str_equal (get_name (self, row), "channel")))
        add_text (self, text, row);
    }

  return g_string_free (text, FALSE);
}

/* ---- For others ---- */

InkTimelineFacts *
ink_timeline_facts_new (const InkAnswer *answer)
{
  InkTimelineFacts *self;
  const InkTable *events;

  g_return_val_if_fail (answer != NULL, NULL);

  self = g_new0 (InkTimelineFacts, 1);
  events = ink_answer_get_table (answer, "events");
  self->properties = ink_answer_get_table (answer, "properties");
  self->n_events = ink_table_get_n_rows (events);
  self->starts = g_new0 (guint, MAX (self->n_events, 1));
  self->sizes = g_new0 (guint, MAX (self->n_events, 1));
  self->offsets = g_new0 (guint, self->n_events + 1);
  self->channels = g_new0 (const char *, MAX (self->n_events, 1));
  find_visits (self, events);
  sort_rows (self);
  self->by_visit = g_new0 (gboolean, MAX (ink_table_get_n_rows (self->properties), 1));
  share_out (self);
  find_known_channel (self, ink_answer_get_table (answer, "known"));
  read_goals (self, ink_answer_get_table (answer, "goals"));

  return self;
}

void
ink_timeline_facts_free (InkTimelineFacts *self)
{
  if (self == NULL)
    return;
  g_free (self->starts);
  g_free (self->sizes);
  g_free (self->offsets);
  g_free (self->rows);
  g_free (self->by_visit);
  g_free (self->channels);
  g_clear_pointer (&self->goals, g_ptr_array_unref);
  g_free (self);
}

guint
ink_timeline_facts_get_visit_start (const InkTimelineFacts *self,
                                    guint event)
{
  g_return_val_if_fail (self != NULL && event < self->n_events, 0);

  return self->starts[event];
}

const char *
ink_timeline_facts_get_channel (const InkTimelineFacts *self,
                                guint event)
{
  const char *own;

  g_return_val_if_fail (self != NULL && event < self->n_events, NULL);

  own = self->channels[self->starts[event]];
  return own != NULL ? own : self->channel;
}

char *
ink_timeline_facts_write_visit (const InkTimelineFacts *self,
                                guint event)
{
  g_return_val_if_fail (self != NULL && event < self->n_events, NULL);

  return write_rows (self, self->starts[event], TRUE);
}

char *
ink_timeline_facts_write_event (const InkTimelineFacts *self,
                                guint event)
{
  g_return_val_if_fail (self != NULL && event < self->n_events, NULL);

  return write_rows (self, event, FALSE);
}

const GPtrArray *
ink_timeline_facts_get_goals (const InkTimelineFacts *self,
                              guint event)
{
  g_return_val_if_fail (self != NULL && event < self->n_events, NULL);

  return g_ptr_array_index (self->goals, event);
}
