/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "stats/ink-reference.h"

#include <math.h>
#include <string.h>

struct _InkReference
{
  JsonObject *kase;
  guint case_number;
  GHashTable *seen;
  GString *left;
  GString *wrong;
  double tolerance;
  gboolean relative;
  guint64 n_compared;
  guint n_wrong;
  double worst;
};

JsonObject *
ink_reference_case (InkReference *reference)
{
  return reference->kase;
}

JsonObject *
ink_reference_input (InkReference *reference)
{
  return json_object_get_object_member (reference->kase, "input");
}

/* A number as a file writes it: NA and NaN are undefined, and text holds what JSON cannot. */
static double
read_number (JsonNode *node)
{
  const char *text;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return NAN;
  if (json_node_get_value_type (node) != G_TYPE_STRING)
    return json_node_get_double (node);
  text = json_node_get_string (node);
  if (g_str_equal (text, "NA") || g_str_equal (text, "NaN"))
    return NAN;
  if (g_str_has_suffix (text, "Inf"))
    return text[0] == '-' ? -INFINITY : INFINITY;

  return g_ascii_strtod (text, NULL);
}

double *
ink_reference_numbers (InkReference *reference,
                       const char   *name,
                       gsize        *n)
{
  JsonArray *array = json_object_get_array_member (ink_reference_input (reference), name);
  double *numbers;

  *n = json_array_get_length (array);
  numbers = g_new (double, *n + 1);
  for (gsize i = 0; i < *n; i++)
    numbers[i] = read_number (json_array_get_element (array, (guint) i));

  return numbers;
}

double *
ink_reference_rows (InkReference *reference,
                    const char   *name,
                    gsize        *n_rows,
                    gsize        *n_columns)
{
  JsonArray *rows = json_object_get_array_member (ink_reference_input (reference), name);
  double *numbers;

  *n_rows = json_array_get_length (rows);
  *n_columns = *n_rows > 0 ? json_array_get_length (json_array_get_array_element (rows, 0)) : 0;
  numbers = g_new (double, *n_rows * *n_columns + 1);
  for (gsize i = 0; i < *n_rows; i++)
    {
      JsonArray *row = json_array_get_array_element (rows, (guint) i);

      g_assert_cmpuint (json_array_get_length (row), ==, *n_columns);
      for (gsize j = 0; j < *n_columns; j++)
        numbers[i * *n_columns + j] = read_number (json_array_get_element (row, (guint) j));
    }

  return numbers;
}

static JsonNode *
find_expected (InkReference *reference,
               const char   *name)
{
  JsonNode *expected = json_object_get_member (reference->kase, "expected");

  if (name == NULL || expected == NULL)
    return expected;

  return JSON_NODE_HOLDS_OBJECT (expected)
           ? json_object_get_member (json_node_get_object (expected), name)
           : NULL;
}

gboolean
ink_reference_expects_none (InkReference *reference,
                            const char   *name)
{
  JsonNode *node = find_expected (reference, name);

  return node != NULL && !JSON_NODE_HOLDS_ARRAY (node) && isnan (read_number (node));
}

gboolean
ink_reference_expects (InkReference *reference,
                       const char   *name)
{
  return find_expected (reference, name) != NULL;
}

static void
note_wrong (InkReference *reference,
            const char   *what,
            const char   *got,
            const char   *want)
{
  reference->n_wrong++;
  g_string_append_printf (reference->wrong, "  case %u, %s: %s instead of %s\n",
                          reference->case_number, what, got, want);
}

double
ink_reference_number (InkReference *reference,
                      const char   *name)
{
  JsonNode *node = json_object_get_member (ink_reference_input (reference), name);

  if (node == NULL)
    {
      note_wrong (reference, name, "no such input", "a number");
      return NAN;
    }
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return json_node_get_boolean (node);

  return read_number (node);
}

static void
compare (InkReference *reference,
         const char   *what,
         double        got,
         double        want)
{
  double error = fabs (got - want) / (reference->relative ? fabs (want) : MAX (1, fabs (want)));

  reference->n_compared++;
  if (got == want || (isnan (got) && isnan (want)))
    return;
  if (error <= reference->tolerance)
    reference->worst = MAX (reference->worst, error);
  else
    {
      char one[G_ASCII_DTOSTR_BUF_SIZE], other[G_ASCII_DTOSTR_BUF_SIZE];

      note_wrong (reference, what, g_ascii_dtostr (one, sizeof one, got),
                  g_ascii_dtostr (other, sizeof other, want));
    }
}

void
ink_reference_check_node (InkReference *reference,
                          const char   *what,
                          JsonNode     *want,
                          double        got)
{
  compare (reference, what, got, read_number (want));
}

static JsonNode *
take_expected (InkReference *reference,
               const char   *name)
{
  JsonNode *node = find_expected (reference, name);

  if (node != NULL && name != NULL)
    g_hash_table_add (reference->seen, g_strdup (name));

  return node;
}

void
ink_reference_check (InkReference *reference,
                     const char   *name,
                     double        got)
{
  JsonNode *node = take_expected (reference, name);

  if (node != NULL)
    compare (reference, name, got, read_number (node));
}

void
ink_reference_check_array (InkReference *reference,
                           const char   *name,
                           const double *got,
                           gsize         n)
{
  JsonNode *node = take_expected (reference, name);
  JsonArray *array;
  const char *what = name != NULL ? name : "expected";

  if (node == NULL)
    return;
  /* One value stands for an array of one. */
  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      compare (reference, what, n == 1 ? got[0] : NAN, read_number (node));
      return;
    }
  array = json_node_get_array (node);
  if (json_array_get_length (array) != n)
    note_wrong (reference, what, "an array of another length", "what is expected");
  else
    for (gsize i = 0; i < n; i++)
      compare (reference, what, got[i], read_number (json_array_get_element (array, (guint) i)));
}

void
ink_reference_check_text (InkReference *reference,
                          const char   *name,
                          const char   *got)
{
  JsonNode *node = take_expected (reference, name);

  if (node == NULL)
    return;
  reference->n_compared++;
  if (g_strcmp0 (json_node_get_string (node), got) != 0)
    note_wrong (reference, name, got, json_node_get_string (node));
}

void
ink_reference_mark (InkReference *reference,
                    const char   *name)
{
  g_hash_table_add (reference->seen, g_strdup (name));
}

void
ink_reference_leave (InkReference *reference,
                     const char   *what)
{
  g_hash_table_add (reference->seen, g_strdup (what));
  if (strstr (reference->left->str, what) == NULL)
    g_string_append_printf (reference->left, "%s%s", reference->left->len > 0 ? ", " : "", what);
}

/* What a file expects and nobody compared is a hole in the test, and counts as wrong. */
static void
note_unseen (InkReference *reference)
{
  JsonNode *expected = find_expected (reference, NULL);
  g_autoptr (GList) names = NULL;

  if (expected == NULL || !JSON_NODE_HOLDS_OBJECT (expected))
    return;
  names = json_object_get_members (json_node_get_object (expected));
  for (GList *l = names; l != NULL; l = l->next)
    if (!g_str_has_prefix (l->data, "check") && !g_hash_table_contains (reference->seen, l->data))
      note_wrong (reference, l->data, "nothing", "a comparison");
}

static gboolean
has_members (JsonNode   *node,
             const char *names)
{
  g_auto (GStrv) list = g_strsplit (names, " ", -1);

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  for (guint i = 0; list[i] != NULL; i++)
    if (!json_object_has_member (json_node_get_object (node), list[i]))
      return FALSE;

  return TRUE;
}

static gboolean
has_shape (const InkReferenceKind *kind,
           JsonObject             *kase)
{
  if (kind->expected == NULL)
    return json_object_has_member (kase, kind->input);

  return has_members (json_object_get_member (kase, "input"), kind->input)
         && has_members (json_object_get_member (kase, "expected"), kind->expected);
}

static const InkReferenceKind *
find_kind (const char *name,
           JsonArray  *cases)
{
  const InkReferenceKind *lists[] = { ink_reference_rates, ink_reference_models,
                                      ink_reference_times, ink_reference_scores,
                                      ink_reference_paths };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (const InkReferenceKind *kind = lists[i]; kind->name != NULL; kind++)
      if (g_strcmp0 (kind->name, name) == 0)
        return kind;
  if (json_array_get_length (cases) == 0)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (const InkReferenceKind *kind = lists[i]; kind->name != NULL; kind++)
      if (has_shape (kind, json_array_get_object_element (cases, 0)))
        return kind;

  return NULL;
}

static void
run_cases (InkReference           *reference,
           const InkReferenceKind *kind,
           JsonArray              *cases)
{
  for (guint i = 0; i < json_array_get_length (cases); i++)
    {
      reference->kase = json_array_get_object_element (cases, i);
      reference->case_number = i + 1;
      g_hash_table_remove_all (reference->seen);
      kind->run (reference);
      note_unseen (reference);
    }
}

static void
print_result (InkReference *reference,
              const char   *name,
              void (*print) (const char *line))
{
  g_autofree char *line = g_strdup_printf (
      "%-22s %5" G_GUINT64_FORMAT " values, largest error %.1e (tolerance %.0e)%s%s%s%s", name,
      reference->n_compared, reference->worst, reference->tolerance,
      reference->n_wrong > 0 ? ", WRONG:\n" : "", reference->wrong->str,
      reference->left->len > 0 ? "; not compared: " : "", reference->left->str);

  print (line);
}

static guint
run_file (JsonNode   *root,
          const char *fallback_name,
          void (*print) (const char *line),
          guint64    *n_compared)
{
  JsonObject *file = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root)
                                                                     : NULL;
  JsonArray *cases = file != NULL && json_object_has_member (file, "cases")
                       ? json_object_get_array_member (file, "cases") : NULL;
  const char *name = file != NULL
                       ? json_object_get_string_member_with_default (file, "name", fallback_name)
                       : fallback_name;
  const InkReferenceKind *kind = cases != NULL ? find_kind (name, cases) : NULL;
  InkReference reference = { 0 };

  if (kind == NULL)
    {
      g_autofree char *line = g_strdup_printf ("%-22s unknown here, nothing compared", name);

      print (line);
      return 0;
    }
  reference.seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reference.left = g_string_new (NULL);
  reference.wrong = g_string_new (NULL);
  reference.relative = kind->relative;
  reference.tolerance = json_object_get_double_member_with_default (file, "tolerance_relative", 1e-9);
  run_cases (&reference, kind, cases);
  print_result (&reference, name, print);
  *n_compared += reference.n_compared;
  g_hash_table_unref (reference.seen);
  g_string_free (reference.left, TRUE);
  g_string_free (reference.wrong, TRUE);

  return reference.n_wrong;
}

static int
compare_names (const void *a,
               const void *b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static GPtrArray *
list_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);

  return names;
}

guint
ink_reference_run_folder (const char *folder,
                          void (*print) (const char *line),
                          guint64    *n_compared)
{
  g_autoptr (GPtrArray) names = list_files (folder);
  guint n_wrong = 0;
  guint64 compared = 0;

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *stem = g_strndup (name, strlen (name) - strlen (".json"));
      g_autoptr (JsonParser) parser = json_parser_new ();
      g_autoptr (GError) error = NULL;

      if (json_parser_load_from_file (parser, path, &error))
        n_wrong += run_file (json_parser_get_root (parser), stem, print, &compared);
      else
        {
          print (error->message);
          n_wrong++;
        }
    }
  if (n_compared != NULL)
    *n_compared = compared;

  return n_wrong;
}
