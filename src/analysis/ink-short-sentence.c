/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A sentence for the verdict, and the plain counts after it. */
#include "config.h"

#include "analysis/ink-short-sentence.h"

#include <glib/gi18n-lib.h>

#include "analysis/ink-indicator-words.h"
#include "base/ink-numbers.h"

static char *
say_counts (const InkShortJourneys *journeys,
            const InkShortIndicator *of)
{
  g_autofree char *with = ink_words_count ((double) of->buying);
  g_autofree char *all_with = ink_words_count ((double) of->visits);
  g_autofree char *without = ink_words_count ((double) (journeys->buying - of->buying));
  g_autofree char *all_without = ink_words_count ((double) (journeys->visits - of->visits));

  return g_strdup_printf (_ ("%s of the %s visits with it, %s of the %s without."), with, all_with,
                          without, all_without);
}

static char *
say_long_visits (const InkShortIndicator *of,
                 const char *macro,
                 const char *ratio,
                 const char *range)
{
  g_autofree char *crude = ink_words_times (of->crude.risk_ratio);

  return g_strdup_printf (_ ("Visits with “%s” end in “%s” %s as often, but they are simply longer. "
                             "At the same depth: %s (%s)."),
                          of->micro, macro, crude, ratio, range);
}

static char *
say_verdict (const InkShortJourneys *journeys,
             const InkShortIndicator *of,
             const char *macro)
{
  InkNumbers numbers = ink_numbers_for_locale ();
  g_autofree char *ratio = ink_words_ratio (of->within.risk_ratio);
  g_autofree char *times = ink_words_times (of->within.risk_ratio);
  g_autofree char *range = ink_words_range (of->within.risk_ratio_range);
  g_autofree char *buying = ink_words_count ((double) of->buying);
  g_autofree char *all = ink_words_count ((double) journeys->buying);
  g_autofree char *observed = ink_words_count (of->within.observed);
  g_autofree char *expected = ink_numbers_decimal (&numbers, of->within.expected, 1);

  switch (of->verdict)
    {
    case INK_SHORT_NO_DATA:
      return g_strdup (_ ("No visit shows this."));
    case INK_SHORT_STEP_OF_BUYING:
      return g_strdup_printf (_ ("%s of %s buying visits went through this: it is part of "
                                 "buying."),
                              buying, all);
    case INK_SHORT_GOES_WITH_BUYING:
      return g_strdup_printf (_ ("At the same depth of a visit, visits with “%s” end in “%s” %s as "
                                 "often (%s). Same visit, so a sign that someone is buying now, not "
                                 "an early one."),
                              of->micro, macro, times, range);
    case INK_SHORT_RARER:
      return g_strdup_printf (_ ("%s (%s): buyers take another way; at equal depth one page seen is "
                                 "another not seen, so this does not mean harm."),
                              ratio, range);
    case INK_SHORT_LONG_VISITS:
      return say_long_visits (of, macro, ratio, range);
    case INK_SHORT_NO_DIFFERENCE:
      return g_strdup_printf (_ ("It makes no visible difference at the same depth of a visit: "
                                 "%s (%s)."),
                              ratio, range);
    case INK_SHORT_PROMISING:
      return g_strdup_printf (_ ("%s so far at the same depth of a visit, but the range is %s."),
                              ratio, range);
    case INK_SHORT_NOT_ENOUGH:
    case INK_N_SHORT_VERDICTS:
    default:
      return journeys->is_comparable
                 ? g_strdup_printf (_ ("Only %s sales to compare (%s expected)."), observed, expected)
                 : g_strdup (_ ("Cannot be compared inside visits."));
    }
}

char *
ink_short_sentence (const InkShortJourneys *journeys,
                    const InkShortIndicator *indicator,
                    const char *macro)
{
  g_autofree char *verdict = NULL;
  g_autofree char *counts = NULL;

  g_return_val_if_fail (journeys != NULL && indicator != NULL && macro != NULL, NULL);

  verdict = say_verdict (journeys, indicator, macro);
  if (indicator->verdict == INK_SHORT_NO_DATA || indicator->verdict == INK_SHORT_STEP_OF_BUYING)
    return g_steal_pointer (&verdict);
  counts = say_counts (journeys, indicator);
  return g_strdup_printf (_ ("%s %s"), verdict, counts);
}
