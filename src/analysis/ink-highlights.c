/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Choosing among what a search found; the sentences are those of the search wherever it has one. */
#include "config.h"

#include "analysis/ink-highlights.h"

#include "analysis/ink-indicator-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Personas that differ less than this may differ by chance. */
#define CHANCE 0.05

void
ink_highlight_clear (InkHighlight *highlight)
{
  g_clear_pointer (&highlight->subject, g_free);
  g_clear_pointer (&highlight->sentence, g_free);
}

const char *
ink_highlight_to_string (InkHighlightKind kind)
{
  static const char *const words[] = { "sign", "busywork", "leak", "personas", "lack" };

  g_return_val_if_fail ((guint) kind < INK_N_HIGHLIGHTS, NULL);

  return words[kind];
}

const char *
ink_highlight_get_title (InkHighlightKind kind)
{
  static const char *const titles[] = { N_ ("Strongest sign"), N_ ("Busywork"), N_ ("Biggest leak"),
                                        N_ ("Personas disagree"), N_ ("What the data lacks") };

  g_return_val_if_fail ((guint) kind < INK_N_HIGHLIGHTS, NULL);

  return _ (titles[kind]);
}

/* @subject is copied, @sentence taken. */
static void
fill (InkHighlight *highlight,
      InkHighlightKind kind,
      const char *page,
      const char *subject,
      char *sentence)
{
  ink_highlight_clear (highlight);
  highlight->kind = kind;
  highlight->page = page;
  highlight->subject = g_strdup (subject);
  highlight->sentence = sentence;
}

/* The micro of @verdict for which @score is the greatest; NULL where none has that verdict. */
static const InkIndicator *
pick (const InkIndicators *all,
      InkVerdict verdict,
      double (*score) (const InkIndicator *of))
{
  const InkIndicator *best = NULL;

  for (guint i = 0; i < all->n; i++)
    if (all->indicators[i].verdict == verdict
        && (best == NULL || score (&all->indicators[i]) > score (best)))
      best = &all->indicators[i];

  return best;
}

/* What is surely there counts, not what may be chance. */
static double
score_low (const InkIndicator *of)
{
  return of->rates->adjusted.range.low;
}

static double
score_people (const InkIndicator *of)
{
  return (double) of->counts->people;
}

/* The nearer it is to being settled, the more it is worth to know. */
static double
score_need (const InkIndicator *of)
{
  return of->more_people > 0 ? -of->more_people : -INFINITY;
}

static double
score_difference (const InkIndicator *of)
{
  return -MIN (of->rates->gail_simon_q, of->rates->cochran_q);
}

/* ---- Inside visits, and without times ---- */

static const InkShortIndicator *
pick_short (const InkIndicators *all,
            InkShortVerdict verdict)
{
  const InkShortJourneys *journeys = all->short_journeys;
  const InkShortIndicator *best = NULL;

  for (guint i = 0; journeys != NULL && journeys->is_comparable && i < journeys->n; i++)
    if (journeys->indicators[i].verdict == verdict
        && (best == NULL
            || journeys->indicators[i].within.risk_ratio_range.low
                   > best->within.risk_ratio_range.low))
      best = &journeys->indicators[i];

  return best;
}

static const InkTimelessMicro *
pick_timeless (const InkTimelessTable *table,
               InkTimelessVerdict verdict)
{
  const InkTimelessMicro *best = NULL;

  for (guint i = 0; i < table->n; i++)
    if (table->micros[i].verdict == verdict
        && (best == NULL
            || table->micros[i].ratios.risk_ratio_range.low > best->ratios.risk_ratio_range.low))
      best = &table->micros[i];

  return best;
}

/* TRUE where nothing else is to be said of it. */
static gboolean
find_without_times (const InkIndicators *all,
                    InkTimelessVerdict verdict,
                    InkHighlightKind kind,
                    InkHighlight *highlight)
{
  const InkTimelessMicro *best;

  if (all->timeless == NULL)
    return FALSE;
  best = pick_timeless (all->timeless, verdict);
  if (best != NULL)
    fill (highlight, kind, "indicators", best->micro, g_strdup (best->sentence));
  return TRUE;
}

static gboolean
find_inside_visits (const InkIndicators *all,
                    InkShortVerdict verdict,
                    InkHighlightKind kind,
                    InkHighlight *highlight)
{
  const InkShortIndicator *best = pick_short (all, verdict);

  if (best == NULL)
    return FALSE;
  fill (highlight, kind, "indicators", best->micro, g_strdup (best->sentence));
  return TRUE;
}

/* ---- The sentences ---- */

static char *
say_lead (const InkIndicators *all,
          const InkIndicator *of)
{
  g_autofree char *times = ink_words_times (of->rates->adjusted.ratio);
  g_autofree char *range = ink_words_range (of->rates->adjusted.range);

  /* Translators: two goals, "3.1 times", and its range. */
  return g_strdup_printf (_ ("People who do “%s” go on to “%s” %s as often as comparable people who "
                             "have not (%s). Associated with, not proof of cause."),
                          of->micro, all->macro, times, range);
}

void
ink_highlight_find_sign (const InkIndicators *indicators,
                         InkHighlight *highlight)
{
  const InkIndicator *best;

  g_return_if_fail (indicators != NULL && highlight != NULL);

  if (find_without_times (indicators, INK_TIMELESS_MORE, INK_HIGHLIGHT_SIGN, highlight))
    return;
  best = pick (indicators, INK_VERDICT_LEADING, score_low);
  if (best != NULL && isfinite (best->rates->adjusted.ratio))
    fill (highlight, INK_HIGHLIGHT_SIGN, "indicators", best->micro, say_lead (indicators, best));
  else if (best != NULL)
    fill (highlight, INK_HIGHLIGHT_SIGN, "indicators", best->micro, g_strdup (best->sentence));
  else if (!find_inside_visits (indicators, INK_SHORT_GOES_WITH_BUYING, INK_HIGHLIGHT_SIGN,
                                highlight)
           && indicators->n > 0 && indicators->counts->conversions > 0)
    fill (highlight, INK_HIGHLIGHT_SIGN, "indicators", NULL,
          g_strdup_printf (_ ("No micro goal is a leading indicator of “%s” so far."),
                           indicators->macro));
}

void
ink_highlight_find_busy (const InkIndicators *indicators,
                         InkHighlight *highlight)
{
  const InkIndicator *best;

  g_return_if_fail (indicators != NULL && highlight != NULL);

  if (find_without_times (indicators, INK_TIMELESS_NO_DIFFERENCE, INK_HIGHLIGHT_BUSY, highlight))
    return;
  best = pick (indicators, INK_VERDICT_BUSYWORK, score_people);
  if (best == NULL)
    best = pick (indicators, INK_VERDICT_CROWD, score_people);
  if (best != NULL)
    fill (highlight, INK_HIGHLIGHT_BUSY, "indicators", best->micro, g_strdup (best->sentence));
  else if (!find_inside_visits (indicators, INK_SHORT_LONG_VISITS, INK_HIGHLIGHT_BUSY, highlight))
    find_inside_visits (indicators, INK_SHORT_NO_DIFFERENCE, INK_HIGHLIGHT_BUSY, highlight);
}

/* ---- Personas ---- */

static guint
count_present (const InkIndicators *all)
{
  guint n = 0;

  for (guint i = 0; i < all->counts->n_personas; i++)
    n += all->present[i] ? 1 : 0;
  return n;
}

/* The one that differs most surely; NULL where none does by more than chance. */
static const InkIndicator *
pick_different (const InkIndicators *all)
{
  const InkIndicator *best = pick (all, INK_VERDICT_DEPENDS, score_difference);

  if (best != NULL)
    return best;
  for (guint i = 0; i < all->n; i++)
    if (-score_difference (&all->indicators[i]) <= CHANCE
        && (best == NULL || score_difference (&all->indicators[i]) > score_difference (best)))
      best = &all->indicators[i];

  return best;
}

/* The personas with the greatest and the least ratio. */
static char *
say_personas (const InkIndicators *all,
              const InkIndicator *of)
{
  int most = -1, least = -1;

  for (guint i = 0; i < all->counts->n_personas; i++)
    {
      const InkRateRatio *rates = of->rates->personas;

      if (!all->present[i] || !isfinite (rates[i].se) || !isfinite (rates[i].ratio))
        continue;
      if (most < 0 || rates[i].ratio > rates[most].ratio)
        most = (int) i;
      if (least < 0 || rates[i].ratio < rates[least].ratio)
        least = (int) i;
    }
  if (most < 0 || most == least)
    return g_strdup (of->sentence);
  {
    g_autofree char *high = ink_words_ratio (of->rates->personas[most].ratio);
    g_autofree char *high_range = ink_words_range (of->rates->personas[most].range);
    g_autofree char *low = ink_words_ratio (of->rates->personas[least].ratio);
    g_autofree char *low_range = ink_words_range (of->rates->personas[least].range);

    /* Translators: twice a persona, its ratio, and its range. */
    return g_strdup_printf (of->verdict == INK_VERDICT_DEPENDS
                                ? _ ("%s %s (%s), %s %s (%s). The average describes nobody.")
                                : _ ("%s %s (%s), %s %s (%s): more than chance makes."),
                            all->personas[most], high, high_range, all->personas[least], low,
                            low_range);
  }
}

void
ink_highlight_find_personas (const InkIndicators *indicators,
                             InkHighlight *highlight)
{
  const InkIndicator *best;

  g_return_if_fail (indicators != NULL && highlight != NULL);

  best = pick_different (indicators);
  if (best != NULL)
    fill (highlight, INK_HIGHLIGHT_PERSONAS, "indicators", best->micro,
          say_personas (indicators, best));
  else if (indicators->personas[0] == NULL || indicators->personas[1] == NULL)
    fill (highlight, INK_HIGHLIGHT_PERSONAS, "personas", NULL,
          g_strdup (_ ("There are no personas yet, and an average may describe nobody. Make personas "
                       "of the groups that you know.")));
  else if (count_present (indicators) > 1 && indicators->n > 0)
    fill (highlight, INK_HIGHLIGHT_PERSONAS, "indicators", NULL,
          g_strdup (_ ("There is no proof that personas disagree on any micro goal.")));
}

/* ---- What is missing ---- */

static gboolean
find_open (const InkIndicators *all,
           InkVerdict verdict,
           InkHighlight *highlight)
{
  const InkIndicator *best = pick (all, verdict, score_need);

  if (best == NULL || !isfinite (score_need (best)))
    return FALSE;
  fill (highlight, INK_HIGHLIGHT_LACK, "indicators", best->micro, g_strdup (best->sentence));
  return TRUE;
}

void
ink_highlight_find_lack (const InkIndicators *indicators,
                         InkHighlight *highlight)
{
  const InkIndicator *unknown;

  g_return_if_fail (indicators != NULL && highlight != NULL);

  unknown = pick (indicators, INK_VERDICT_ACTIVITY_UNKNOWN, score_people);
  if (indicators->note != NULL)
    fill (highlight, INK_HIGHLIGHT_LACK, "indicators", NULL, g_strdup (indicators->note));
  else if (indicators->n == 0)
    fill (highlight, INK_HIGHLIGHT_LACK, "journey", NULL,
          g_strdup (_ ("There are no micro goals yet. Make goals of the small steps that you suspect "
                       "of leading on.")));
  else if (indicators->counts->conversions == 0)
    fill (highlight, INK_HIGHLIGHT_LACK, "data", NULL,
          g_strdup_printf (_ ("Nobody who could be followed reached “%s”."), indicators->macro));
  else if (unknown != NULL)
    fill (highlight, INK_HIGHLIGHT_LACK, "data", unknown->micro, g_strdup (unknown->sentence));
  else if (!find_open (indicators, INK_VERDICT_PROMISING, highlight)
           && !find_open (indicators, INK_VERDICT_NOT_ENOUGH, highlight))
    fill (highlight, INK_HIGHLIGHT_LACK, "data", NULL,
          g_strdup (_ ("Nothing that would change a verdict: every micro goal has one.")));
}
