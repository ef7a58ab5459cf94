/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* First what is a step of buying, from whole visits; then what goes with buying, from the visits up
 * to their first step of buying. */
#include "config.h"

#include "analysis/ink-short-journeys.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "analysis/ink-short-sentence.h"
#include "analysis/ink-visit-steps.h"
#include "stats/ink-multiple.h"
#include "stats/ink-quantile.h"
#include "stats/ink-wilson.h"

/* Events so near to the first of a step belong to it: a page view and a click fired together. */
#define STEP_LENGTH (2 * INK_SECOND)
#define LAST_EVENTS 2
#define MOST 0.5
#define NEARLY_ALL 0.8
#define MANY_EARLIER_VISITS 2
/* Depths below it are strata of their own. */
#define FIRST_BAND 8

/* A visit, as the question of steps of buying needs it. */
typedef struct
{
  guint n;
  gboolean is_buying;
  guint64 done;
  guint64 among_last; /* bits of those that first came as one of the last events */
} Outline;

typedef struct
{
  const InkIndicatorFrame *frame;
  const InkIndicatorPersonas *personas;
  int only;
  InkShortJourneys *journeys;
  GArray *outlines; /* Outline */
  guint64 steps_of_buying;
  InkIndicatorCells *cells; /* rows are counted where time is, a row as a microsecond */
} Comparing;

static const char *const names[INK_N_SHORT_VERDICTS] = {
  [INK_SHORT_NO_DATA] = N_ ("No data"),
  [INK_SHORT_STEP_OF_BUYING] = N_ ("Step of buying"),
  [INK_SHORT_NOT_ENOUGH] = N_ ("Not enough data"),
  [INK_SHORT_GOES_WITH_BUYING] = N_ ("Goes with buying"),
  [INK_SHORT_RARER] = N_ ("Rarer in buying visits"),
  [INK_SHORT_LONG_VISITS] = N_ ("Comes with long visits"),
  [INK_SHORT_NO_DIFFERENCE] = N_ ("No difference"),
  [INK_SHORT_PROMISING] = N_ ("Promising"),
};

const char *
ink_short_verdict_to_string (InkShortVerdict verdict)
{
  g_return_val_if_fail (verdict < INK_N_SHORT_VERDICTS, NULL);

  return names[verdict];
}

const char *
ink_short_verdict_get_title (InkShortVerdict verdict)
{
  g_return_val_if_fail (verdict < INK_N_SHORT_VERDICTS, NULL);

  return _ (names[verdict]);
}

/* ---- Steps of buying ---- */

/* As of the end of the session before: what the visit itself shows comes too late. */
static guint
persona_of (const Comparing *self,
            const InkVisit *visit)
{
  return ink_indicator_personas_at (self->personas, visit->person, visit->start - 1);
}

static gboolean
is_wanted (const Comparing *self,
           const InkVisit *visit)
{
  return self->only < 0 || persona_of (self, visit) == (guint) self->only;
}

static void
outline_visit (const InkVisit *visit,
               gpointer data)
{
  Comparing *self = data;
  Outline outline = { .n = visit->n, .is_buying = visit->is_buying };

  if (!is_wanted (self, visit))
    return;
  if (visit->n == 0)
    {
      self->journeys->at_once++;
      return;
    }
  for (guint i = 0; i < visit->n; i++)
    {
      guint64 news = visit->events[i].marks & ~outline.done;

      outline.done |= news;
      if (i + LAST_EVENTS >= visit->n)
        outline.among_last |= news;
    }
  g_array_append_val (self->outlines, outline);
}

static guint64
find_middle (const Comparing *self)
{
  g_autoptr (GArray) lengths = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->outlines->len; i++)
    {
      const Outline *outline = &g_array_index (self->outlines, Outline, i);
      gint64 n = outline->n;

      if (outline->is_buying)
        g_array_append_val (lengths, n);
    }

  return lengths->len > 0
             ? (guint64) ink_lower_median ((gint64 *) (void *) lengths->data, lengths->len)
             : 0;
}

static void
count_bits (const Comparing *self,
            const Outline *outline)
{
  InkShortJourneys *journeys = self->journeys;
  gboolean is_deep = !outline->is_buying && outline->n >= journeys->middle;

  journeys->visits++;
  journeys->buying += outline->is_buying ? 1 : 0;
  journeys->deep += is_deep ? 1 : 0;
  for (guint64 rest = outline->done; rest != 0; rest &= rest - 1)
    {
      guint index = (guint) __builtin_ctzll (rest);
      InkShortIndicator *micro = &journeys->indicators[index];

      micro->visits++;
      micro->buying += outline->is_buying ? 1 : 0;
      micro->among_last += outline->is_buying && (outline->among_last >> index & 1) ? 1 : 0;
      micro->deep += is_deep ? 1 : 0;
    }
}

static gboolean
is_step_of_buying (const Comparing *self,
                   const InkShortIndicator *micro)
{
  const InkShortJourneys *journeys = self->journeys;
  double least = self->frame->settings.least_compared;
  double buying = (double) micro->buying / (double) journeys->buying;

  if ((double) micro->buying < least)
    return FALSE;
  if (ink_wilson_range (micro->among_last, micro->buying, 0.95).low > MOST)
    return TRUE;
  return ink_wilson_range (micro->buying, journeys->buying, 0.95).low > NEARLY_ALL
         && (double) journeys->deep >= least
         && (double) micro->deep / (double) journeys->deep <= buying / 2;
}

static void
find_steps_of_buying (Comparing *self)
{
  guint longer = 0;

  self->journeys->middle = find_middle (self);
  for (guint i = 0; i < self->outlines->len; i++)
    {
      const Outline *outline = &g_array_index (self->outlines, Outline, i);

      count_bits (self, outline);
      longer += outline->is_buying && outline->n >= 2 ? 1 : 0;
    }
  self->journeys->is_comparable = !self->frame->has_only_days && self->frame->has_background
                                  && 2 * (guint64) longer >= self->journeys->buying;
  for (guint i = 0; i < self->journeys->n; i++)
    {
      InkShortIndicator *micro = &self->journeys->indicators[i];

      micro->is_step = self->journeys->is_comparable && is_step_of_buying (self, micro);
      if (micro->is_step)
        self->steps_of_buying |= G_GUINT64_CONSTANT (1) << i;
    }
}

/* ---- Steps of a visit ---- */

static InkIndicatorStratum
stratum_of (const Comparing *self,
            const InkVisit *visit,
            guint depth)
{
  guint band = depth < FIRST_BAND ? depth : FIRST_BAND + ink_indicator_visit_band (depth);

  return ink_indicator_stratum (persona_of (self, visit), self->frame->channels[visit->person], 0,
                                band, MIN (visit->earlier, MANY_EARLIER_VISITS));
}

static guint
find_cut (const Comparing *self,
          const InkVisit *visit)
{
  for (guint i = 0; i < visit->n; i++)
    if (visit->events[i].marks & self->steps_of_buying)
      return i;

  return visit->n;
}

static void
compare_visit (const InkVisit *visit,
               gpointer data)
{
  Comparing *self = data;
  guint end, depth = 0;
  guint64 done = 0;
  InkIndicatorCell *cell;

  if (visit->n == 0 || !is_wanted (self, visit))
    return;
  end = find_cut (self, visit);
  if (end == 0)
    self->journeys->starts += visit->is_buying ? 1 : 0;
  for (guint i = 0; i < end; depth++)
    {
      gint64 start = visit->events[i].time;

      for (; i < end && visit->events[i].time - start <= STEP_LENGTH; i++)
        done |= visit->events[i].marks;
      cell = ink_indicator_cells_find (self->cells, stratum_of (self, visit, depth + 1), done);
      ink_time_sum_add (&cell->time[0], 1);
      self->journeys->steps++;
      if (i == end && visit->is_buying)
        cell->events[0]++;
    }
}

/* ---- Estimates ---- */

static void
add_to_table (InkFourfold *table,
              const InkIndicatorCell *cell,
              gboolean done)
{
  guint64 others = cell->time[0].low - cell->events[0];

  *(done ? &table->a : &table->c) += cell->events[0];
  *(done ? &table->b : &table->d) += others;
}

static guint
fill_tables (const GArray *cells,
             guint micro,
             InkFourfold *tables,
             InkFourfold *all)
{
  guint n = 0;

  *all = (InkFourfold){ 0 };
  for (guint i = 0; i < cells->len; i++)
    {
      const InkIndicatorCell *cell = &g_array_index ((GArray *) cells, InkIndicatorCell, i);

      if (i == 0 || cell->stratum != (cell - 1)->stratum)
        tables[n++] = (InkFourfold){ 0 };
      add_to_table (&tables[n - 1], cell, cell->done >> micro & 1);
      add_to_table (all, cell, cell->done >> micro & 1);
    }

  return n;
}

static void
estimate (Comparing *self)
{
  InkShortJourneys *journeys = self->journeys;
  g_autoptr (GArray) cells = ink_indicator_cells_steal_sorted (self->cells);
  g_autofree InkFourfold *tables = g_new (InkFourfold, cells->len + 1);
  g_autofree double *p = g_new (double, journeys->n + 1);
  guint n = 0;

  for (guint i = 0; i < journeys->n; i++)
    {
      InkShortIndicator *micro = &journeys->indicators[i];
      InkFourfold all;

      if (micro->is_step)
        continue;
      journeys->strata = fill_tables (cells, i, tables, &all);
      ink_mantel_haenszel (tables, journeys->strata, &micro->within);
      ink_mantel_haenszel (&all, 1, &micro->crude);
      p[n++] = micro->within.p_value;
    }
  ink_benjamini_hochberg (p, n, p);
  n = 0;
  for (guint i = 0; i < journeys->n; i++)
    journeys->indicators[i].q = journeys->indicators[i].is_step ? NAN : p[n++];
}

/* ---- Verdicts ---- */

static InkShortVerdict
judge_ratio (const InkIndicatorSettings *settings,
             const InkShortIndicator *micro)
{
  const InkCommonRatios *rate = &micro->within, *crude = &micro->crude;
  gboolean is_sure = micro->q <= settings->false_share;
  InkInterval range = rate->risk_ratio_range;

  if (is_sure && rate->risk_ratio >= settings->worthwhile && range.low > 1
      && rate->observed >= settings->least_compared)
    return INK_SHORT_GOES_WITH_BUYING;
  if (is_sure && rate->risk_ratio <= settings->harmful && range.high < 1)
    return INK_SHORT_RARER;
  if (crude->risk_ratio_range.low > settings->worthwhile
      && rate->risk_ratio < settings->worthwhile
      && range.high < fmax (settings->ruled_out, crude->risk_ratio))
    return INK_SHORT_LONG_VISITS;
  if (range.high < settings->ruled_out && range.low > 1 / settings->ruled_out)
    return INK_SHORT_NO_DIFFERENCE;
  return rate->risk_ratio >= settings->worthwhile ? INK_SHORT_PROMISING : INK_SHORT_NOT_ENOUGH;
}

static InkShortVerdict
judge (const InkIndicatorSettings *settings,
       const InkShortIndicator *micro)
{
  if (micro->visits == 0)
    return INK_SHORT_NO_DATA;
  if (micro->is_step)
    return INK_SHORT_STEP_OF_BUYING;
  if ((double) micro->visits < settings->least_people
      || fmax (micro->within.observed, micro->within.expected) < settings->least_conversions
      || micro->within.observed + micro->within.other < settings->least_compared
      || isnan (micro->within.risk_ratio))
    return INK_SHORT_NOT_ENOUGH;
  return judge_ratio (settings, micro);
}

/* ---- All of it ---- */

void
ink_short_journeys_free (InkShortJourneys *journeys)
{
  if (journeys == NULL)
    return;
  for (guint i = 0; i < journeys->n; i++)
    {
      g_free (journeys->indicators[i].micro);
      g_free (journeys->indicators[i].sentence);
    }
  g_free (journeys->indicators);
  g_free (journeys);
}

static InkShortJourneys *
make_journeys (const InkIndicatorFrame *frame)
{
  InkShortJourneys *journeys = g_new0 (InkShortJourneys, 1);

  journeys->n = frame->n_micros;
  journeys->indicators = g_new0 (InkShortIndicator, journeys->n + 1);
  for (guint i = 0; i < journeys->n; i++)
    journeys->indicators[i].micro = g_strdup (frame->micros[i]->name);

  return journeys;
}

InkShortJourneys *
ink_short_journeys_new (const InkIndicatorFrame *frame,
                        const InkIndicatorPersonas *personas,
                        int only,
                        GError **error)
{
  g_autoptr (InkShortJourneys) journeys = NULL;
  g_autoptr (GArray) outlines = g_array_new (FALSE, FALSE, sizeof (Outline));
  g_autoptr (InkIndicatorCells) cells = ink_indicator_cells_new ();
  Comparing self = { .frame = frame, .personas = personas, .only = only, .outlines = outlines,
                     .cells = cells };

  g_return_val_if_fail (frame != NULL && personas != NULL, NULL);

  self.journeys = journeys = make_journeys (frame);
  if (!ink_visit_steps_each (frame, outline_visit, &self, error))
    return NULL;
  find_steps_of_buying (&self);
  if (journeys->is_comparable && !ink_visit_steps_each (frame, compare_visit, &self, error))
    return NULL;
  estimate (&self);
  for (guint i = 0; i < journeys->n; i++)
    {
      journeys->indicators[i].verdict = judge (&frame->settings, &journeys->indicators[i]);
      journeys->indicators[i].sentence
          = ink_short_sentence (journeys, &journeys->indicators[i], frame->macro->name);
    }

  return g_steal_pointer (&journeys);
}
