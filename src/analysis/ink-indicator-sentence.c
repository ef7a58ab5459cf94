/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One function a verdict; what several have to add stands in functions of its own. */
#include "config.h"

#include "analysis/ink-indicator-sentence.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "analysis/ink-indicator-words.h"
#include "base/ink-numbers.h"

/* Below this share of its time being comparable, the sentence says so. */
#define LITTLE_SUPPORT 0.5

typedef struct
{
  const InkIndicators *all;
  const InkIndicator *of;
  GString *text;
} Writing;

static void
say (Writing *writing,
     const char *format,
     ...) G_GNUC_PRINTF (2, 3);

static void
say (Writing *writing,
     const char *format,
     ...)
{
  va_list arguments;

  if (writing->text->len > 0)
    g_string_append_c (writing->text, ' ');
  va_start (arguments, format);
  g_string_append_vprintf (writing->text, format, arguments);
  va_end (arguments);
}

/* What would be expected is no whole number. */
static char *
write_expected (double expected)
{
  InkNumbers numbers = ink_numbers_for_locale ();

  return ink_numbers_decimal (&numbers, expected, 1);
}

/* ---- What several verdicts add ---- */

static void
say_support (Writing *writing)
{
  double support = writing->of->rates->adjusted.support;

  g_autofree char *share = ink_words_share (support);

  if (support < LITTLE_SUPPORT && support > 0)
    say (writing, _ ("Only for the %s of their time that could be compared; for the rest there was "
                     "nobody similar."),
         share);
  if (writing->of->is_partly_measured)
    say (writing, _ ("Activity is only partly measured here."));
}

static void
say_more_people (Writing *writing)
{
  double more = writing->of->more_people;
  g_autofree char *words = NULL;

  if (more == 0 || !isfinite (more))
    return;
  words = ink_words_count (more);
  say (writing, _ ("About %s more people are needed to tell."), words);
}

/* Where a persona's own verdict is clearer than that of all, or another one. */
static void
say_personas (Writing *writing)
{
  for (guint i = 0; i < writing->all->counts->n_personas; i++)
    {
      InkVerdict verdict = writing->of->personas[i];

      if (!writing->all->present[i] || verdict == writing->of->verdict
          || (verdict != INK_VERDICT_LEADING && verdict != INK_VERDICT_NEGATIVE)
          || (verdict == INK_VERDICT_LEADING && writing->of->verdict == INK_VERDICT_FADING))
        continue;
      say (writing, _ ("But %s among “%s”."), ink_verdict_get_title (verdict),
           writing->all->personas[i]);
    }
}

static void
say_risk (Writing *writing)
{
  const InkIndicatorRisk *risk = &writing->of->risk;
  g_autofree char *share = ink_words_share (risk->share);
  g_autofree char *range = ink_words_share_range (risk->range);
  g_autofree char *without = ink_words_share (risk->without);

  if (isnan (risk->share) || isnan (risk->range.low) || isnan (risk->without))
    return;
  say (writing, _ ("Of those who do it, %s reach “%s” within %.0f days (%s), against about %s "
                   "expected without."),
       share, writing->all->macro,
       (double) writing->all->settings.risk_window / (double) INK_DAY, range, without);
}

static void
say_overlap (Writing *writing)
{
  if (writing->of->overlaps_with >= 0)
    say (writing, _ ("Overlaps with “%s”: the two are hardly told apart."),
         writing->all->indicators[writing->of->overlaps_with].micro);
}

/* ---- The verdicts ---- */

static void
say_no_data (Writing *writing)
{
  if (writing->all->note != NULL)
    say (writing, "%s", writing->all->note);
  else if (writing->all->counts->conversions == 0)
    say (writing, _ ("Nobody who could be followed reached “%s”."), writing->all->macro);
  else
    say (writing, _ ("Nobody did this."));
}

static void
say_trails (Writing *writing)
{
  const InkIndicatorMicroTally *counts = writing->of->counts;
  g_autofree char *after = ink_words_count ((double) counts->after);
  g_autofree char *all = ink_words_count ((double) (counts->after + counts->before));

  say (writing, _ ("%s of %s buyers did this only after buying. A result of the sale, not a sign of "
                   "it."),
       after, all);
}

static void
say_last_step (Writing *writing)
{
  g_autofree char *late = ink_words_count ((double) writing->of->counts->too_late);
  g_autofree char *all = ink_words_count ((double) writing->of->counts->before_known);

  say (writing, _ ("%s of %s buyers did this only in the visit or on the day they bought. Too late "
                   "to act on."),
       late, all);
}

static void
say_short_journey (Writing *writing)
{
  const InkIndicatorMicroTally *counts = writing->of->counts;
  g_autofree char *at_once = ink_words_count ((double) (counts->before - counts->before_known));
  g_autofree char *before = ink_words_count ((double) counts->before);

  say (writing,
       writing->all->has_only_days
           ? _ ("%s of the %s buyers who did this met us and bought within a day. The file has no "
                "times of day, so nothing is known of what came first in it.")
           : _ ("%s of the %s buyers who did this met us and bought in one visit or within a day. "
                "What happens inside a visit is on its own page."),
       at_once, before);
}

static void
say_unknown (Writing *writing)
{
  g_autofree char *ratio = ink_words_ratio (writing->of->rates->crude.ratio);

  say (writing, _ ("Looks like %s, but the file has no everyday activity (page views, logins), so "
                   "busy people cannot be told from convinced ones. Add it to get a verdict."),
       ratio);
}

static void
say_depends (Writing *writing)
{
  g_autofree char *average = ink_words_ratio (writing->of->rates->adjusted.ratio);
  g_autoptr (GString) personas = g_string_new (NULL);

  for (guint i = 0; i < writing->all->counts->n_personas; i++)
    {
      const InkRateRatio *rate = &writing->of->rates->personas[i];
      g_autofree char *ratio = ink_words_ratio (rate->ratio);
      g_autofree char *range = ink_words_range (rate->range);

      if (!writing->all->present[i] || !isfinite (rate->se))
        continue;
      if (personas->len > 0)
        g_string_append (personas, "; ");
      /* Translators: a persona, its ratio and its range: "Founders 2.7× (2.0 – 3.6)". */
      g_string_append_printf (personas, _ ("%s %s (%s)"), writing->all->personas[i], ratio, range);
    }
  say (writing, _ ("%s. The average (%s) describes nobody."), personas->str, average);
}

static void
say_ratio (Writing *writing)
{
  const InkRateRatio *rate = &writing->of->rates->adjusted;
  g_autofree char *times = ink_words_times (rate->ratio);
  g_autofree char *range = ink_words_range (rate->range);
  g_autofree char *observed = ink_words_count (rate->observed);
  g_autofree char *expected = write_expected (rate->expected);

  if (isinf (rate->ratio))
    say (writing, _ ("All %s conversions that can be compared are of people who did “%s”, where %s "
                     "were expected (the ratio is %s). Associated with, not proof of cause."),
         observed, writing->of->micro, expected, range);
  else
    say (writing, _ ("People who do “%s” go on to “%s” %s as often as comparable people who have "
                     "not (%s). Associated with, not proof of cause."),
         writing->of->micro, writing->all->macro, times, range);
}

static void
say_fading (Writing *writing)
{
  g_autofree char *early = ink_words_ratio (writing->of->rates->early.ratio);
  g_autofree char *late = ink_words_ratio (writing->of->rates->late.ratio);
  g_autofree char *date = ink_time_to_date (writing->all->cut, writing->all->zone);

  say (writing, _ ("Was %s before %s, %s since."), early, date, late);
}

static void
say_crowd (Writing *writing)
{
  g_autofree char *crude = ink_words_ratio (writing->of->rates->crude.ratio);
  g_autofree char *ratio = ink_words_ratio (writing->of->rates->adjusted.ratio);
  g_autofree char *range = ink_words_range (writing->of->rates->adjusted.range);

  say (writing, _ ("Looks like %s, but people who do “%s” are simply more active. Among equally "
                   "active people: %s (%s)."),
       crude, writing->of->micro, ratio, range);
}

static void
say_busywork (Writing *writing)
{
  g_autofree char *people = ink_words_count ((double) writing->of->counts->people);
  g_autofree char *ratio = ink_words_ratio (writing->of->rates->adjusted.ratio);
  g_autofree char *range = ink_words_range (writing->of->rates->adjusted.range);

  g_autofree char *ruled_out = ink_words_ratio (writing->all->settings.ruled_out);

  say (writing, _ ("%s people did it; it makes no visible difference to “%s”: %s (%s). A lift above "
                   "%s is ruled out."),
       people, writing->all->macro, ratio, range, ruled_out);
}

/* Where a range leaves out 1 and it is open all the same, that is for all that was looked at beside:
 * ranges know nothing of it. */
static void
say_so_far (Writing *writing)
{
  InkInterval limits = writing->of->rates->adjusted.range;
  g_autofree char *ratio = ink_words_ratio (writing->of->rates->adjusted.ratio);
  g_autofree char *range = ink_words_range (limits);

  if (limits.low > 1 || limits.high < 1)
    say (writing, _ ("%s so far (%s), but with so much looked at, this may be chance."), ratio,
         range);
  else
    say (writing, _ ("%s so far, but the range is %s."), ratio, range);
}

/* Few conversions are said as a count, many as a range that is too wide. */
static void
say_not_enough (Writing *writing)
{
  const InkRateRatio *rate = &writing->of->rates->adjusted;
  g_autofree char *people = ink_words_count ((double) writing->of->counts->people);
  g_autofree char *observed = ink_words_count (rate->observed);
  g_autofree char *expected = write_expected (rate->expected);

  if (rate->variance == 0)
    say (writing, _ ("Cannot be compared: there was nobody similar to the %s people who did it."),
         people);
  else if (isfinite (rate->se)
           && rate->observed + rate->other >= writing->all->settings.least_compared)
    say_so_far (writing);
  else
    say (writing, _ ("Only %s conversions to compare (%s expected)."), observed, expected);
}

static void
say_verdict (Writing *writing)
{
  switch (writing->of->verdict)
    {
    case INK_VERDICT_NO_DATA:
      say_no_data (writing);
      return;
    case INK_VERDICT_TRAILS:
      say_trails (writing);
      return;
    case INK_VERDICT_LAST_STEP:
      say_last_step (writing);
      return;
    case INK_VERDICT_SHORT_JOURNEY:
      say_short_journey (writing);
      return;
    case INK_VERDICT_ACTIVITY_UNKNOWN:
      say_unknown (writing);
      return;
    case INK_VERDICT_DEPENDS:
      say_depends (writing);
      break;
    case INK_VERDICT_LEADING:
      say_ratio (writing);
      say_risk (writing);
      say_overlap (writing);
      break;
    case INK_VERDICT_FADING:
      say_fading (writing);
      break;
    case INK_VERDICT_NEGATIVE:
      say_ratio (writing);
      break;
    case INK_VERDICT_CROWD:
      say_crowd (writing);
      break;
    case INK_VERDICT_BUSYWORK:
      say_busywork (writing);
      break;
    case INK_VERDICT_PROMISING:
      say_so_far (writing);
      say_more_people (writing);
      break;
    case INK_VERDICT_NOT_ENOUGH:
      say_not_enough (writing);
      say_more_people (writing);
      break;
    case INK_N_VERDICTS:
    default:
      g_assert_not_reached ();
    }
  if (writing->of->verdict != INK_VERDICT_DEPENDS)
    say_personas (writing);
  say_support (writing);
}

char *
ink_indicator_sentence (const InkIndicators *indicators,
                        guint index)
{
  Writing writing = { .all = indicators };

  g_return_val_if_fail (indicators != NULL && index < indicators->n, NULL);

  writing.of = &indicators->indicators[index];
  writing.text = g_string_new (NULL);
  say_verdict (&writing);
  return g_string_free (writing.text, FALSE);
}

char *
ink_indicators_note (const InkIndicators *indicators)
{
  const InkIndicatorTally *counts;
  g_autofree char *buyers = NULL;
  g_autofree char *at_once = NULL;

  g_return_val_if_fail (indicators != NULL, NULL);

  counts = indicators->counts;
  buyers = ink_words_count ((double) counts->buyers);
  at_once = ink_words_count ((double) counts->short_buyers);
  if (counts->buyers > 0 && counts->conversions == 0)
    return g_strdup_printf (_ ("All %s “%s” fall on the person’s first event or first day: nothing "
                               "comes before them. Look at rates and funnels."),
                            buyers, indicators->macro);
  if (indicators->is_short)
    return g_strdup_printf (
        indicators->has_only_days
            ? _ ("%s of %s buyers bought on their first day. Nothing can lead what is over so fast, "
                 "and without times of day nothing is known of the inside of a visit. Look at rates "
                 "and funnels.")
            : _ ("%s of %s buyers bought in their first visit or on their first day. Nothing can "
                 "lead what is over so fast. Look at what goes with buying inside a visit."),
        at_once, buyers);
  return NULL;
}
