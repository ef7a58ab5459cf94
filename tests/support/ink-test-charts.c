/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A line of options, a line of columns, a line per row. */
#include "support/ink-test-charts.h"

#include "definition/ink-definition-json.h"
#include "support/ink-test.h"

#include <math.h>
#include <string.h>

void
ink_test_chart_free (gpointer data)
{
  InkTestChart *of = data;

  g_free (of->path);
  g_free (of->title);
  g_free (of->rule);
  g_clear_pointer (&of->definition, ink_definition_unref);
  ink_table_unref (of->table);
  g_free (of);
}

static double
parse_number (const char *text)
{
  return g_str_equal (text, "-") ? NAN : g_ascii_strtod (text, NULL);
}

/* @text: "Buyer:#2ec27e,Student:" */
static void
read_personas (InkTestChart *of,
               const char *text)
{
  g_auto (GStrv) personas = g_strsplit (text, ",", -1);
  g_autoptr (GString) json = g_string_new ("{\"inkling\": 1, \"personas\": [");

  for (guint i = 0; personas[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (personas[i], ":", 2);

      g_string_append_printf (json, "%s{\"name\": \"%s\", \"rule\": {\"does\": \"a\"}",
                              i > 0 ? ", " : "", parts[0]);
      if (*parts[1] != '\0')
        g_string_append_printf (json, ", \"colour\": \"%s\"", parts[1]);
      g_string_append_c (json, '}');
    }
  g_string_append (json, "]}");
  of->definition = ink_definition_from_json (json->str, -1, NULL, NULL, NULL, NULL);
  g_assert_nonnull (of->definition);
  of->options.personas = of->definition->personas;
}

/* @text: "2026-07-10:New_page,2026-08-01:Price" */
static void
read_notes (InkTestChart *of,
            const char *text)
{
  g_auto (GStrv) notes = g_strsplit (text, ",", -1);
  g_autoptr (GString) json = g_string_new ("{\"inkling\": 1, \"notes\": [");

  for (guint i = 0; notes[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (notes[i], ":", 2);

      g_string_append_printf (json, "%s{\"date\": \"%s\", \"text\": \"%s\"}", i > 0 ? ", " : "",
                              parts[0], g_strdelimit (parts[1], "_", ' '));
    }
  g_string_append (json, "]}");
  of->definition = ink_definition_from_json (json->str, -1, NULL, NULL, NULL, NULL);
  g_assert_nonnull (of->definition);
  of->options.definition = of->definition;
}

static void
read_option (InkTestChart *of,
             const char *option)
{
  g_auto (GStrv) parts = g_strsplit (option, "=", 2);
  const char *value = parts[0] != NULL && parts[1] != NULL ? parts[1] : "";

  if (g_str_equal (option, "rtl"))
    of->options.right_to_left = TRUE;
  else if (g_str_equal (option, "days"))
    of->only_days = TRUE;
  else if (g_str_has_prefix (option, "personas="))
    read_personas (of, value);
  else if (g_str_has_prefix (option, "notes="))
    read_notes (of, value);
  else if (g_str_has_prefix (option, "selected="))
    of->options.selected = (guint) parse_number (value);
  else if (g_str_has_prefix (option, "title="))
    of->options.title = of->title = g_strdelimit (g_strdup (value), "_", ' ');
  else if (g_str_has_prefix (option, "rule="))
    of->options.rule = of->rule = g_strdelimit (g_strdup (value), "_", ' ');
  else if (g_str_has_prefix (option, "theme="))
    of->options.theme = ink_theme_find (value);
  else if (g_str_has_prefix (option, "width="))
    of->options.width = parse_number (value);
  else if (g_str_has_prefix (option, "height="))
    of->options.height = parse_number (value);
  else if (g_str_has_prefix (option, "median="))
    of->options.median = parse_number (value);
  else if (g_str_has_prefix (option, "period="))
    of->options.period = g_str_equal (value, "month") ? INK_PERIOD_MONTH : INK_PERIOD_WEEK;
  else
    g_assert_cmpstr (option, ==, "#");
}

static gboolean
is_text (const char *name)
{
  static const char *const texts[] = { "group",    "step",    "micro", "verdict",
                                       "sentence", "persona", "title", "other",   NULL };

  return g_strv_contains (texts, name);
}

InkTable *
ink_test_charts_read_table (char **lines,
                            gboolean only_days)
{
  g_auto (GStrv) names = g_strsplit (lines[0], "|", -1);
  InkTableBuilder *builder = ink_table_builder_new ();
  guint n_columns = g_strv_length (names);

  for (guint i = 0; i < n_columns; i++)
    {
      if (is_text (names[i]))
        ink_table_builder_add_text (builder, names[i], NULL);
      else
        ink_table_builder_add_number (builder, names[i], NULL,
                                      only_days ? INK_FORMAT_DAYS : INK_FORMAT_PLAIN);
    }
  for (guint row = 1; lines[row] != NULL && *lines[row] != '\0'; row++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[row], "|", -1);

      g_assert_cmpuint (g_strv_length (cells), ==, n_columns);
      for (guint i = 0; i < n_columns; i++)
        {
          if (is_text (names[i]))
            ink_table_builder_text (builder, cells[i]);
          else
            ink_table_builder_number (builder, parse_number (cells[i]));
        }
    }

  return ink_table_builder_end (builder);
}

InkTestChart *
ink_test_chart_read (const InkChartKind *kind,
                     const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL, options = NULL;
  InkTestChart *of = g_new0 (InkTestChart, 1);

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  options = g_strsplit (lines[0], " ", -1);
  of->path = g_strdup (path);
  of->kind = kind;
  of->options.numbers = &ink_numbers_plain;
  for (guint i = 0; options[i] != NULL; i++)
    read_option (of, options[i]);
  of->table = ink_test_charts_read_table (lines + 1, of->only_days);

  return of;
}

static int
compare_cases (gconstpointer a,
               gconstpointer b)
{
  return strcmp ((*(InkTestChart *const *) a)->path, (*(InkTestChart *const *) b)->path);
}

GPtrArray *
ink_test_charts_read (void)
{
  GPtrArray *cases = g_ptr_array_new_with_free_func (ink_test_chart_free);

  for (guint i = 0; ink_chart_kinds ()[i] != NULL; i++)
    {
      const InkChartKind *kind = ink_chart_kinds ()[i];
      g_autofree char *folder = ink_test_data ("charts", kind->id, NULL);
      g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
      const char *name;

      g_assert_nonnull (dir);
      while ((name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *path = g_build_filename (folder, name, NULL);

          if (g_str_has_suffix (name, ".table"))
            g_ptr_array_add (cases, ink_test_chart_read (kind, path));
        }
    }
  g_ptr_array_sort (cases, compare_cases);
  g_assert_cmpuint (cases->len, >, 20);

  return cases;
}
