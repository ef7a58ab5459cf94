/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Counts always stand beside shares. */
#include "config.h"

#include "analysis/ink-timeless-sentence.h"

#include <glib/gi18n-lib.h>

#include "analysis/ink-indicator-words.h"
#include "base/ink-numbers.h"

char *
ink_timeless_banner (const InkTimelessTable *table)
{
  g_autofree char *banner = NULL;

  g_return_val_if_fail (table != NULL, NULL);

  banner = g_strdup_printf (_ ("No times in this file: what came first is unknown. A column may have "
                               "been filled in because of the “%s”. Compare, do not conclude."),
                            table->outcome);
  if (table->activity == NULL)
    return g_steal_pointer (&banner);
  /* Translators: a sentence, then a column's name. */
  return g_strdup_printf (_ ("%s Compared among equally active rows (“%s”)."), banner,
                          table->activity);
}

/* "50 % (149 of 298)" */
static char *
say_share (guint64 converted,
           guint64 people)
{
  g_autofree char *share = ink_words_share ((double) converted / (double) people);
  g_autofree char *part = ink_words_count ((double) converted);
  g_autofree char *all = ink_words_count ((double) people);

  /* Translators: a share, how many, and of how many: "50 % (149 of 298)". */
  return g_strdup_printf (_ ("%s (%s of %s)"), share, part, all);
}

static char *
say_ratio (const InkTimelessTable *table,
           const InkTimelessMicro *micro)
{
  g_autofree char *range = NULL;
  g_autofree char *times
      = ink_words_estimate (micro->ratios.risk_ratio, micro->ratios.risk_ratio_range, &range);

  if (micro->n_strata == 0)
    return g_strdup (_ ("They cannot be compared: nobody is similar."));
  if (table->strata == 1)
    return g_strdup_printf (_ ("That is %s as often (%s), not adjusted for anything."), times, range);
  return table->activity != NULL
             ? g_strdup_printf (_ ("Of the same persona, channel and activity: %s as often (%s)."),
                                times, range)
             : g_strdup_printf (_ ("Of the same persona and channel: %s as often (%s)."), times,
                                range);
}

char *
ink_timeless_sentence (const InkTimelessTable *table,
                       guint index)
{
  const InkTimelessMicro *micro;
  const InkFourfold *counts;
  g_autofree char *with = NULL;
  g_autofree char *without = NULL;
  g_autofree char *ratio = NULL;

  g_return_val_if_fail (table != NULL && index < table->n, NULL);

  micro = &table->micros[index];
  counts = &micro->table;
  if (micro->verdict == INK_TIMELESS_NO_DATA)
    return g_strdup (_ ("There is nothing to compare: all rows are alike."));
  with = say_share (counts->a, counts->a + counts->b);
  without = say_share (counts->c, counts->c + counts->d);
  ratio = say_ratio (table, micro);
  /* Translators: a micro goal, its share of the outcome, the outcome, the share without it, and a
   * sentence that compares the two. */
  return g_strdup_printf (_ ("With “%s”, %s have “%s”; without, %s. %s"), micro->micro, with,
                          table->outcome, without, ratio);
}

char *
ink_timeless_warning (const InkTimelessColumn *column)
{
  g_return_val_if_fail (column != NULL, NULL);

  return column->check ? g_strdup_printf (_ ("“%s” almost gives the answer away: filled in "
                                             "afterwards?"),
                                          column->column)
                       : NULL;
}

char *
ink_timeless_level (const InkTimelessColumn *column,
                    guint index)
{
  InkNumbers numbers = ink_numbers_for_locale ();
  const InkTimelessLevel *level;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  g_return_val_if_fail (column != NULL && index < column->n_levels, NULL);

  level = &column->levels[index];
  if (!column->is_number)
    return g_strdup (level->level != NULL ? level->level : _ ("(none)"));
  from = ink_numbers_plain_number (&numbers, level->from);
  to = ink_numbers_plain_number (&numbers, level->to);
  return level->from == level->to ? g_steal_pointer (&from)
                                  : ink_numbers_range (from, to);
}
