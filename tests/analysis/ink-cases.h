/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Small event lists as text, for tables of cases.
 *
 *   "u: A@0 B@10{page=/x,value=3} C@-; v: A@5 !role=CMO; : A@7"
 *
 * A person, then events at seconds after (or, `@-5`, before)
 * 2026-07-01T00:00:00Z (`@-`: without a time), then the
 * person's own properties. Numbers are numbers, `true` and `false` booleans, all else texts. A
 * person without a name is nobody. Equal times keep the order of the text. */
#pragma once

#include <string.h>

#include "definition/ink-definition-json.h"
#include "events/ink-event-store-builder.h"

#define INK_CASES_START G_GINT64_CONSTANT (1782864000000000) /* 2026-07-01T00:00:00Z */

static inline void
ink_cases_set (InkEventStoreBuilder *builder, const char *pair, InkOn on)
{
  g_auto (GStrv) sides = g_strsplit (pair, "=", 2);
  guint property = ink_event_store_builder_property (builder, sides[0], on);
  double number;

  if (g_str_equal (sides[1], "true") || g_str_equal (sides[1], "false"))
    ink_event_store_builder_set_boolean (builder, property, g_str_equal (sides[1], "true"));
  else if (ink_number_parse (sides[1], strlen (sides[1]), &number))
    ink_event_store_builder_set_number (builder, property, number);
  else
    ink_event_store_builder_set_text (builder, property, sides[1], strlen (sides[1]));
}

static inline void
ink_cases_event (InkEventStoreBuilder *builder, guint32 person, const char *word)
{
  const char *at = strchr (word, '@'), *brace = strchr (word, '{');
  gint64 time = INK_TIME_NONE;

  if (at[1] != '-' || g_ascii_isdigit (at[2]))
    time = INK_CASES_START + (gint64)(g_ascii_strtod (at + 1, NULL) * INK_SECOND);
  ink_event_store_builder_event (
      builder, person, ink_event_store_builder_name (builder, word, (gsize)(at - word)), time);
  if (brace != NULL)
    {
      g_autofree char *inside = g_strndup (brace + 1, strlen (brace) - 2);
      g_auto (GStrv) pairs = g_strsplit (inside, ",", -1);

      for (guint i = 0; pairs[i] != NULL; i++)
        ink_cases_set (builder, pairs[i], INK_ON_EVENT);
    }
}

static inline void
ink_cases_person (InkEventStoreBuilder *builder, const char *text)
{
  g_auto (GStrv) sides = g_strsplit (text, ":", 2);
  g_auto (GStrv) words = g_strsplit (sides[1], " ", -1);
  const char *id = g_strstrip (sides[0]);
  guint32 person =
      *id == '\0' ? INK_NO_PERSON : ink_event_store_builder_person (builder, id, strlen (id));

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '!')
        {
          ink_event_store_builder_person_row (builder, person);
          ink_cases_set (builder, words[i] + 1, INK_ON_PERSON);
        }
      else if (*words[i] != '\0')
        {
          ink_cases_event (builder, person, words[i]);
        }
    }
}

static inline InkEventStore *
ink_cases_store (const char *text)
{
  g_autoptr (InkEventStoreBuilder) builder = ink_event_store_builder_new (NULL);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) people = g_strsplit (text, ";", -1);
  InkEventStore *store;

  for (guint i = 0; people[i] != NULL; i++)
    ink_cases_person (builder, people[i]);
  store = ink_event_store_builder_end (builder, NULL, NULL, &error);
  g_assert_no_error (error);
  return store;
}

/* A definition in UTC; @json: what stands in it besides, such as "\"goals\": […]", may be "". */
static inline InkDefinition *
ink_cases_definition (const char *json)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strdup_printf ("{\"inkling\": 1, \"time_zone\": \"UTC\"%s%s}",
                                           *json != '\0' ? ", " : "", json);
  InkDefinition *definition = ink_definition_from_json (text, -1, "case", NULL, NULL, &error);

  g_assert_no_error (error);
  return definition;
}

/* @json: the members of a funnel, with ' for ". Steps may be written as "A B C". */
static inline char *
ink_cases_quote (const char *json)
{
  char *text = g_strdup (json);

  g_strdelimit (text, "'", '"');
  return text;
}

static inline InkFunnel *
ink_cases_try_funnel (InkDefinition *definition,
                      const char *steps,
                      const char *members,
                      GError **error)
{
  g_autoptr (GString) json = g_string_new ("{\"name\": \"F\", \"steps\": [");

  if (strchr (steps, '{') != NULL)
    {
      g_autofree char *quoted = ink_cases_quote (steps);

      g_string_append (json, quoted);
    }
  else
    {
      g_auto (GStrv) names = g_strsplit (steps, " ", -1);

      for (guint i = 0; names[i] != NULL; i++)
        g_string_append_printf (json, "%s{\"does\": \"%s\"}", i > 0 ? ", " : "", names[i]);
    }
  g_string_append_c (json, ']');
  if (*members != '\0')
    {
      g_autofree char *quoted = ink_cases_quote (members);

      g_string_append_printf (json, ", %s", quoted);
    }
  g_string_append_c (json, '}');
  return ink_funnel_from_json (json->str, (gssize) json->len, "case", NULL, definition, NULL, error);
}

static inline InkFunnel *
ink_cases_funnel (InkDefinition *definition,
                  const char *steps,
                  const char *members)
{
  g_autoptr (GError) error = NULL;
  InkFunnel *funnel = ink_cases_try_funnel (definition, steps, members, &error);

  g_assert_no_error (error);
  return funnel;
}
