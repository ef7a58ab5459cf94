/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A sentence for the verdict, and the plain counts after it. */
#include "config.h"

#include "analysis/ink-short-sentence.h"

#include <glib/gi18n-lib.h>

#include "analysis/ink-indicator-sentence.h"

static char *
say_counts (const InkShortJourneys *journeys,
            const InkShortIndicator *of)
{
  return g_strdup_printf (_ ("%" G_GUINT64_FORMAT " of the %" G_GUINT64_FORMAT " visits with it, "
                             "%" G_GUINT64_FORMAT " of the %" G_GUINT64_FORMAT " without."),
                          of->buying, of->visits, journeys->buying - of->buying,
                          journeys->visits - of->visits);
}

static char *
say_long_visits (const InkShortIndicator *of,
                 const char *macro,
                 const char *ratio,
                 const char *range)
{
  g_autofree char *crude = ink_indicator_ratio_words (of->crude.risk_ratio);

  return g_strdup_printf (_ ("Visits with “%s” end in “%s” %s as often, but they are simply longer. "
                             "At the same depth: %s (%s)."),
                          of->micro, macro, crude, ratio, range);
}

static char *
say_verdict (const InkShortJourneys *journeys,
             const InkShortIndicator *of,
             const char *macro)
{
  g_autofree char *ratio = ink_indicator_ratio_words (of->within.risk_ratio);
  g_autofree char *range = ink_indicator_range_words (of->within.risk_ratio_range);

  switch (of->verdict)
    {
    case INK_SHORT_NO_DATA:
      return g_strdup (_ ("No visit shows this."));
    case INK_SHORT_STEP_OF_BUYING:
      return g_strdup_printf (_ ("%" G_GUINT64_FORMAT " of %" G_GUINT64_FORMAT " buying visits went "
                                 "through this: it is part of buying."),
                              of->buying, journeys->buying);
    case INK_SHORT_GOES_WITH_BUYING:
      return g_strdup_printf (_ ("At the same depth of a visit, visits with “%s” end in “%s” %s as "
                                 "often (%s). Same visit, so a sign that someone is buying now, not "
                                 "an early one."),
                              of->micro, macro, ratio, range);
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
                 ? g_strdup_printf (_ ("Only %.0f sales to compare (%.1f expected)."),
                                    of->within.observed, of->within.expected)
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
