/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the tests of leading indicators share: a file of events, a definition, and numbers that must
 * agree with a reference. */
#pragma once

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "definition/ink-definition-json.h"
#include "import/ink-importer.h"
#include "support/ink-test.h"

static inline InkEventStore *
ink_indicator_import (const char *path)
{
  const char *const files[] = { path, NULL };
  g_autoptr (InkImportOptions) options = ink_import_options_new ();
  g_autoptr (GPtrArray) reports = NULL;
  g_autoptr (GError) error = NULL;
  InkEventStore *store;

  options->privacy = INK_PRIVACY_OFF;
  store = ink_importer_import (files, options, NULL, &reports, NULL, NULL, &error);
  g_assert_no_error (error);
  return store;
}

static inline JsonNode *
ink_indicator_json (const char *path)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  return json_parser_steal_root (parser);
}

/* @micros and @passive: names of events, each a goal; @personas: values of @property. */
static inline InkDefinition *
ink_indicator_definition (const char *macro,
                          const char *const *micros,
                          const char *property,
                          const char *const *personas,
                          const char *export_time,
                          const char *passive)
{
  g_autoptr (GString) json = g_string_new ("{\"inkling\": 1, \"time_zone\": \"UTC\"");
  g_autoptr (GError) error = NULL;
  InkDefinition *definition;

  if (export_time != NULL)
    g_string_append_printf (json, ", \"export_time\": \"%s\"", export_time);
  if (passive != NULL)
    g_string_append_printf (json, ", \"passive\": [\"%s\"]", passive);
  g_string_append_printf (json, ", \"goals\": [{\"name\": \"%s\", \"kind\": \"macro\", "
                                "\"rule\": {\"does\": \"%s\"}}",
                          macro, macro);
  for (guint i = 0; micros[i] != NULL; i++)
    g_string_append_printf (json, ", {\"name\": \"%s\", \"kind\": \"micro\", "
                                  "\"rule\": {\"does\": \"%s\"}}",
                            micros[i], micros[i]);
  g_string_append (json, "], \"personas\": [");
  for (guint i = 0; personas != NULL && personas[i] != NULL; i++)
    g_string_append_printf (json, "%s{\"name\": \"%s\", \"rule\": {\"person\": \"%s\", "
                                  "\"op\": \"is\", \"value\": \"%s\"}}",
                            i > 0 ? ", " : "", personas[i], property, personas[i]);
  g_string_append (json, "]}");
  definition = ink_definition_from_json (json->str, -1, "case", NULL, NULL, &error);
  g_assert_no_error (error);
  return definition;
}

/* The largest relative difference so far, which a test says at its end. */
static double ink_indicator_worst;

/* @want: a number, or null where there must be none. */
static inline void
ink_indicator_agree (const char *what,
                     double got,
                     JsonNode *want,
                     double tolerance)
{
  double number, error;

  g_assert_nonnull (want);
  if (json_node_is_null (want))
    {
      if (isfinite (got))
        g_error ("%s: %.17g, where there should be nothing", what, got);
      return;
    }
  number = json_node_get_double (want);
  error = fabs (got - number) / fmax (1, fabs (number));
  ink_indicator_worst = fmax (ink_indicator_worst, error);
  if (!(error <= tolerance))
    g_error ("%s: %.17g, not %.17g", what, got, number);
}

/* Nothing is compared where @object has no such member. */
static inline void
ink_indicator_agree_member (const char *what,
                            double got,
                            JsonObject *object,
                            const char *member,
                            double tolerance)
{
  g_autofree char *name = g_strdup_printf ("%s: %s", what, member);

  if (json_object_has_member (object, member))
    ink_indicator_agree (name, got, json_object_get_member (object, member), tolerance);
}

/* The keys of an object of the reference, in its order. */
static inline char **
ink_indicator_keys (JsonObject *object)
{
  GPtrArray *keys = g_ptr_array_new ();
  GList *members = json_object_get_members (object);

  for (GList *l = members; l != NULL; l = l->next)
    g_ptr_array_add (keys, g_strdup (l->data));
  g_ptr_array_add (keys, NULL);
  g_list_free (members);
  return (char **) g_ptr_array_free (keys, FALSE);
}
