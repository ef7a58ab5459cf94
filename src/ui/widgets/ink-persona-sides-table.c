/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-persona-sides-table.h"

#include "plot/ink-numbers.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

char *
ink_persona_name_property (const char *property)
{
  g_return_val_if_fail (property != NULL, NULL);

  if (g_str_has_prefix (property, "first "))
    /* Translators: of the first visit; the name of a property, such as channel */
    return g_strdup_printf (_ ("First %s"), property + strlen ("first "));
  if (g_str_has_prefix (property, "last "))
    /* Translators: of the last visit; the name of a property, such as channel */
    return g_strdup_printf (_ ("Last %s"), property + strlen ("last "));
  if (g_str_equal (property, "device"))
    return g_strdup (_ ("Device"));
  if (g_str_equal (property, "language"))
    return g_strdup (_ ("Language"));
  if (g_str_equal (property, "country"))
    return g_strdup (_ ("Country"));

  return g_strdup (property);
}

static double
get_number (const InkTable *table,
            const char *column,
            guint row)
{
  int found = ink_table_find_column (table, column);

  return found >= 0 ? ink_table_get_number (table, (guint) found, row) : NAN;
}

/* What @from does not have is left empty. */
static void
put_row (InkTableBuilder *builder,
         const char *what,
         const char *value,
         const InkTable *from,
         guint row)
{
  static const char *const columns[] = { "people", "share", "low", "high", "rest_share" };

  ink_table_builder_text (builder, what);
  ink_table_builder_text (builder, ink_table_get_text (from, 0, row));
  ink_table_builder_text (builder, value);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    ink_table_builder_number (builder, get_number (from, columns[i], row));
}

static void
put_mean (InkTableBuilder *builder,
          const char *what,
          const InkTable *people,
          const char *column)
{
  InkNumbers numbers = ink_numbers_for_locale ();

  for (guint i = 0; i < ink_table_get_n_rows (people); i++)
    {
      g_autofree char *mean
          = ink_numbers_decimal (&numbers, get_number (people, column, i), 1);

      ink_table_builder_text (builder, what);
      ink_table_builder_text (builder, ink_table_get_text (people, 0, i));
      ink_table_builder_text (builder, mean);
      for (guint empty = 0; empty < 5; empty++)
        ink_table_builder_number (builder, NAN);
    }
}

/* The table has them persona by persona. */
static void
put_goals (InkTableBuilder *builder,
           const InkTable *goals,
           guint n_personas)
{
  guint n = n_personas > 0 ? ink_table_get_n_rows (goals) / n_personas : 0;

  for (guint goal = 0; goal < n; goal++)
    for (guint i = 0; i < n_personas; i++)
      put_row (builder, ink_table_get_text (goals, 1, i * n + goal), "", goals, i * n + goal);
}

static void
put_values (InkTableBuilder *builder,
            const InkTable *values)
{
  g_autoptr (GPtrArray) said = g_ptr_array_new ();

  for (guint row = 0; row < ink_table_get_n_rows (values); row++)
    {
      const char *property = ink_table_get_text (values, 1, row);
      g_autofree char *what = NULL;

      if (g_ptr_array_find_with_equal_func (said, property, g_str_equal, NULL))
        continue;
      g_ptr_array_add (said, (gpointer) property);
      what = ink_persona_name_property (property);
      for (guint i = row; i < ink_table_get_n_rows (values); i++)
        if (g_str_equal (ink_table_get_text (values, 1, i), property))
          put_row (builder, what, ink_table_get_text (values, 2, i), values, i);
    }
}

InkTable *
ink_persona_sides_table_new (const InkAnswer *answer)
{
  const InkTable *people;
  InkTableBuilder *builder;

  g_return_val_if_fail (answer != NULL, NULL);

  people = ink_answer_get_table (answer, "people");
  builder = ink_table_builder_new ();
  ink_table_builder_add_text (builder, "what", _ ("What"));
  ink_table_builder_add_text (builder, "persona", _ ("Persona"));
  ink_table_builder_add_text (builder, "value", _ ("Value"));
  ink_table_builder_add_number (builder, "people", _ ("People"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "share", _ ("Share"), INK_FORMAT_SHARE);
  ink_table_builder_add_number (builder, "low", _ ("At least"), INK_FORMAT_SHARE);
  ink_table_builder_add_number (builder, "high", _ ("At most"), INK_FORMAT_SHARE);
  ink_table_builder_add_number (builder, "rest_share", _ ("Share of all others"),
                                INK_FORMAT_SHARE);
  for (guint i = 0; i < ink_table_get_n_rows (people); i++)
    put_row (builder, _ ("People"), "", people, i);
  put_mean (builder, _ ("Events per person"), people, "events_per_person");
  put_mean (builder, _ ("Visits per person"), people, "visits_per_person");
  put_goals (builder, ink_answer_get_table (answer, "goals"), ink_table_get_n_rows (people));
  put_values (builder, ink_answer_get_table (answer, "values"));

  return ink_table_builder_end (builder);
}
