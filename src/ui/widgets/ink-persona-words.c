/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-persona-words.h"

#include "analysis/ink-persona-queries.h"
#include "plot/ink-numbers.h"

#include <glib/gi18n-lib.h>

static char *
say_late (const char *people,
          const char *of,
          const char *goal)
{
  /* Translators: two counts of people, then the name of a goal, twice */
  return g_strdup_printf (
      _ ("Describes what comes after “%3$s”: %1$s of the %2$s who completed it matched only then "
         "or later. Comparing who reaches “%3$s” by this persona would be circular."),
      people, of, goal);
}

static char *
say_names_goal (const char *goal)
{
  return g_strdup_printf (_ ("Its rule looks at “%s” itself, the main goal. Comparing who reaches "
                             "it by this persona would be circular."),
                          goal);
}

static char *
say_warning (const InkTable *table,
             guint row)
{
  InkNumbers numbers = ink_numbers_for_locale ();
  const char *kind = ink_table_get_text (table, 1, row);
  const char *other = ink_table_get_text (table, 4, row);
  g_autofree char *people = ink_numbers_count (&numbers, ink_table_get_number (table, 2, row));
  g_autofree char *of = ink_numbers_count (&numbers, ink_table_get_number (table, 3, row));

  if (g_str_equal (kind, INK_PERSONA_NOBODY))
    return g_strdup (_ ("Nobody matches."));
  if (g_str_equal (kind, INK_PERSONA_EVERYBODY))
    return g_strdup (_ ("Everybody matches: nobody is left for those after it."));
  if (g_str_equal (kind, INK_PERSONA_SAME))
    return g_strdup_printf (_ ("The same people as “%s”, which stands before it."), other);
  if (g_str_equal (kind, INK_PERSONA_SHADOWED))
    /* Translators: how many people; the name of a persona */
    return g_strdup_printf (_ ("All %s who match count as a persona before it, most as “%s”. Move "
                               "it up to count them here."),
                            people, other);
  if (g_str_equal (kind, INK_PERSONA_NAMES_GOAL))
    return say_names_goal (other);

  return say_late (people, of, other);
}

GPtrArray *
ink_persona_words_of_warnings (const InkTable *warnings,
                               const char *persona)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);
  guint n = warnings != NULL ? ink_table_get_n_rows (warnings) : 0;

  for (guint row = 0; row < n; row++)
    if (g_strcmp0 (ink_table_get_text (warnings, 0, row), persona) == 0)
      g_ptr_array_add (sentences, say_warning (warnings, row));

  return sentences;
}

char *
ink_persona_words_of_overlap (const InkTable *overlap,
                              guint row)
{
  InkNumbers numbers = ink_numbers_for_locale ();
  const char *first, *second;
  double both, as_first;
  g_autofree char *share = NULL;
  g_autofree char *count = NULL;

  g_return_val_if_fail (overlap != NULL, NULL);
  g_return_val_if_fail (row < ink_table_get_n_rows (overlap), NULL);

  first = ink_table_get_text (overlap, 0, row);
  second = ink_table_get_text (overlap, 1, row);
  both = ink_table_get_number (overlap, 2, row);
  as_first = ink_table_get_number (overlap, 6, row);
  share = ink_numbers_share (&numbers, ink_table_get_number (overlap, 4, row));
  if (as_first == both)
    /* Translators: a share, the persona that stands later, the one that stands first (twice) */
    return g_strdup_printf (_ ("%1$s of those who match “%2$s” also match “%3$s”. They count as "
                               "“%3$s”, which stands first."),
                            share, second, first);
  count = ink_numbers_count (&numbers, as_first);
  if (as_first == 0)
    return g_strdup_printf (_ ("%1$s of those who match “%2$s” also match “%3$s”. They count as a "
                               "persona that stands before both."),
                            share, second, first);

  /* Translators: as before; then how many people */
  return g_strdup_printf (_ ("%1$s of those who match “%2$s” also match “%3$s”. %4$s of them count "
                             "as “%3$s”, the others as a persona that stands before both."),
                          share, second, first, count);
}
