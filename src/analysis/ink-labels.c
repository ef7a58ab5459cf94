/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Numbers the values that group events or people; a dictionary's value is turned to text once. */
#include "analysis/ink-labels.h"

#include <string.h>

#include "analysis/ink-person-value.h"
#include "analysis/ink-program.h"

#define UNKNOWN G_MAXUINT32

/* One property: its columns, and for those with codes the label of each code. */
typedef struct
{
  const InkProperty *column; /* nullable */
  InkPersonValue *person;    /* nullable */
  const InkProperty *memo_column;
  guint32 *memo;
} Source;

struct _InkLabels
{
  InkScope *scope;
  Source *sources;
  guint n_sources;
  InkDictionary *names; /* its number 0 is a name of nobody */
  char *missing;        /* what that is called */
};

/* A dictionary may not hold the empty text, so the missing one is a text that no value can be. */
#define MISSING_NAME "\x01"

static gboolean
open_source (Source *source,
             InkScope *scope,
             const char *property,
             InkLabelsOf of,
             GError **error)
{
  GError *failure = NULL;

  if (of != INK_LABELS_OF_PERSON)
    source->column = ink_scope_event_property (scope, property, &failure);
  if (of != INK_LABELS_OF_EVENT && failure == NULL)
    source->person = ink_person_value_new (scope, property, &failure);
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, failure);
  return FALSE;
}

/* "" for one property, ["",""] for two. */
static char *
name_missing (guint n)
{
  GString *name = g_string_new (n > 1 ? "[\"\"" : "");

  for (guint i = 1; i < n; i++)
    g_string_append (name, ",\"\"");
  if (n > 1)
    g_string_append_c (name, ']');
  return g_string_free (name, FALSE);
}

/**
 * ink_labels_new:
 * @scope: the evaluation
 * @properties: (array zero-terminated=1): one, or several that together name a group
 * @of: whose they are
 * @error: set where a column could not be read
 */
InkLabels *
ink_labels_new (InkScope *scope,
                const char *const *properties,
                InkLabelsOf of,
                GError **error)
{
  g_autoptr (InkLabels) labels = NULL;

  g_return_val_if_fail (scope != NULL, NULL);
  g_return_val_if_fail (properties != NULL, NULL);

  labels = g_new0 (InkLabels, 1);
  labels->scope = ink_scope_ref (scope);
  labels->names = ink_dictionary_new ();
  ink_dictionary_intern (labels->names, MISSING_NAME, strlen (MISSING_NAME));
  labels->n_sources = g_strv_length ((char **) properties);
  labels->sources = g_new0 (Source, labels->n_sources + 1);
  labels->missing = name_missing (labels->n_sources);
  for (guint i = 0; i < labels->n_sources; i++)
    if (!open_source (&labels->sources[i], scope, properties[i], of, error))
      return NULL;

  return g_steal_pointer (&labels);
}

void
ink_labels_free (InkLabels *labels)
{
  if (labels == NULL)
    return;
  for (guint i = 0; i < labels->n_sources; i++)
    {
      g_clear_pointer (&labels->sources[i].person, ink_person_value_free);
      g_free (labels->sources[i].memo);
    }
  g_free (labels->sources);
  g_free (labels->missing);
  ink_dictionary_unref (labels->names);
  ink_scope_unref (labels->scope);
  g_free (labels);
}

static InkValuePlace
find_place (const InkLabels *labels,
            const Source *source,
            guint32 person,
            guint32 row)
{
  if (source->column != NULL && ink_property_has (source->column, row))
    return (InkValuePlace){ source->column, row };
  if (source->person != NULL && person < labels->scope->n_people)
    return ink_person_value_find (source->person, person,
                                  ink_scope_moment_of_end (labels->scope, person).end);
  return (InkValuePlace){ NULL, 0 };
}

static guint32
intern_value (InkLabels *labels,
              InkValue value)
{
  g_autofree char *text = ink_value_to_text (value);

  return *text == '\0' ? INK_LABEL_MISSING
                       : ink_dictionary_intern (labels->names, text, strlen (text));
}

static guint32
label_place (InkLabels *labels,
             Source *source,
             InkValuePlace place)
{
  guint32 code;

  if (place.column == NULL)
    return INK_LABEL_MISSING;
  if (place.column->layout != INK_LAYOUT_CODES)
    return intern_value (labels, ink_property_get (place.column, place.row));

  if (source->memo_column != place.column)
    {
      g_free (source->memo);
      source->memo = g_new (guint32, place.column->n_values);
      memset (source->memo, 0xff, place.column->n_values * sizeof *source->memo);
      source->memo_column = place.column;
    }
  code = ink_codes_get (place.column->codes, place.row);
  if (source->memo[code] == UNKNOWN)
    source->memo[code] = intern_value (labels, place.column->values[code]);

  return source->memo[code];
}

static void
append_json_text (GString *json,
                  const char *text)
{
  g_string_append_c (json, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_c (json, '\\');
      if ((guint8) *p < 0x20)
        g_string_append_printf (json, *p == '\n' ? "\\n" : *p == '\t' ? "\\t" : "\\u%04x", *p);
      else
        g_string_append_c (json, *p);
    }
  g_string_append_c (json, '"');
}

static guint32
label_list (InkLabels *labels,
            guint32 person,
            guint32 row)
{
  g_autoptr (GString) json = g_string_new ("[");
  gboolean any = FALSE;

  for (guint i = 0; i < labels->n_sources; i++)
    {
      InkValuePlace place = find_place (labels, &labels->sources[i], person, row);
      g_autofree char *text = place.column == NULL
                                  ? g_strdup ("")
                                  : ink_value_to_text (ink_property_get (place.column, place.row));

      any = any || *text != '\0';
      if (i > 0)
        g_string_append_c (json, ',');
      append_json_text (json, text);
    }
  g_string_append_c (json, ']');

  return any ? ink_dictionary_intern (labels->names, json->str, json->len) : INK_LABEL_MISSING;
}

guint32
ink_labels_find (InkLabels *labels,
                 guint32 person,
                 guint32 row)
{
  g_return_val_if_fail (labels != NULL, INK_LABEL_MISSING);

  if (labels->n_sources != 1)
    return label_list (labels, person, row);
  return label_place (labels, &labels->sources[0],
                      find_place (labels, &labels->sources[0], person, row));
}

guint32
ink_labels_size (const InkLabels *labels)
{
  g_return_val_if_fail (labels != NULL, 0);

  return ink_dictionary_size (labels->names);
}

const char *
ink_labels_get_name (const InkLabels *labels,
                     guint32 label)
{
  g_return_val_if_fail (labels != NULL, NULL);

  return label == INK_LABEL_MISSING ? labels->missing : ink_dictionary_get (labels->names, label);
}
