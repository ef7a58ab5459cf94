/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Counts one person after the other. */
#include "analysis/ink-indicator-tally.h"

#include "analysis/ink-slices.h"

InkIndicatorTally *
ink_indicator_tally_new (guint n_micros,
                         guint n_personas)
{
  InkIndicatorTally *tally = g_new0 (InkIndicatorTally, 1);

  tally->n_micros = n_micros;
  tally->n_personas = n_personas;
  tally->people_of_persona = g_new0 (guint64, n_personas + 1);
  tally->done_by_persona = g_new0 (guint64, (gsize) n_micros * n_personas + 1);
  tally->together = g_new0 (guint64, (gsize) n_micros * n_micros + 1);
  tally->micros = g_new0 (InkIndicatorMicroTally, n_micros + 1);
  for (guint i = 0; i < n_micros; i++)
    {
      tally->micros[i].lags = g_array_new (FALSE, FALSE, sizeof (gint64));
      tally->micros[i].risk_events = g_array_new (FALSE, FALSE, sizeof (gint64));
      tally->micros[i].risk_ends = g_array_new (FALSE, FALSE, sizeof (gint64));
    }

  return tally;
}

void
ink_indicator_tally_free (InkIndicatorTally *tally)
{
  if (tally == NULL)
    return;
  for (guint i = 0; i < tally->n_micros; i++)
    {
      g_array_unref (tally->micros[i].lags);
      g_array_unref (tally->micros[i].risk_events);
      g_array_unref (tally->micros[i].risk_ends);
    }
  g_free (tally->micros);
  g_free (tally->people_of_persona);
  g_free (tally->done_by_persona);
  g_free (tally->together);
  g_free (tally);
}

static void
join_counts (guint64 *counts,
             const guint64 *others,
             gsize n)
{
  for (gsize i = 0; i < n; i++)
    counts[i] += others[i];
}

static void
join_table (InkFourfold *table,
            const InkFourfold *other)
{
  table->a += other->a;
  table->b += other->b;
  table->c += other->c;
  table->d += other->d;
}

static void
join_micro (InkIndicatorMicroTally *micro,
            const InkIndicatorMicroTally *other)
{
  micro->people += other->people;
  join_table (&micro->ever, &other->ever);
  micro->after += other->after;
  micro->before += other->before;
  micro->before_known += other->before_known;
  micro->too_late += other->too_late;
  micro->only_buying += other->only_buying;
  ink_time_sum_join (&micro->before_time, &other->before_time);
  ink_time_sum_join (&micro->after_time, &other->after_time);
  micro->sessions += other->sessions;
  micro->visits += other->visits;
  join_table (&micro->landmark, &other->landmark);
  g_array_append_vals (micro->lags, other->lags->data, other->lags->len);
  micro->risk_people += other->risk_people;
  g_array_append_vals (micro->risk_events, other->risk_events->data, other->risk_events->len);
  g_array_append_vals (micro->risk_ends, other->risk_ends->data, other->risk_ends->len);
}

void
ink_indicator_tally_join (InkIndicatorTally *tally,
                          const InkIndicatorTally *other)
{
  g_return_if_fail (tally != NULL && other != NULL);
  g_return_if_fail (tally->n_micros == other->n_micros && tally->n_personas == other->n_personas);

  tally->people += other->people;
  tally->conversions += other->conversions;
  join_counts (tally->fates, other->fates, INK_INDICATOR_N_FATES);
  tally->buyers += other->buyers;
  tally->short_buyers += other->short_buyers;
  ink_time_sum_join (&tally->time, &other->time);
  join_counts (tally->people_of_persona, other->people_of_persona, tally->n_personas);
  join_counts (tally->done_by_persona, other->done_by_persona,
               (gsize) tally->n_micros * tally->n_personas);
  join_counts (tally->together, other->together, (gsize) tally->n_micros * tally->n_micros);
  for (guint i = 0; i < tally->n_micros; i++)
    join_micro (&tally->micros[i], &other->micros[i]);
}

static void
count_in (InkFourfold *table,
          gboolean did,
          gboolean converted)
{
  table->a += did && converted;
  table->b += did && !converted;
  table->c += !did && converted;
  table->d += !did && !converted;
}

/* Of a buyer who first did it before the macro conversion; where only days are known, what was done
 * on the day of the sale counts as before it here, since nobody knows better. */
static void
count_last_step (InkIndicatorMicroTally *micro,
                 const InkIndicatorLife *life,
                 gint64 first,
                 gboolean only_buying)
{
  gint64 late = life->frame->settings.last_step;

  if (life->n_ended == 0 || life->macro - life->begin < late)
    return;
  micro->before_known++;
  micro->too_late += only_buying || life->macro - first <= late ? 1 : 0;
}

static void
count_buyer (InkIndicatorMicroTally *micro,
             const InkIndicatorLife *life,
             guint index)
{
  gboolean did = life->done >> index & 1;
  gint64 first = did ? life->first[index] : G_MAXINT64;
  gint64 lag = life->macro - MIN (first, life->macro);

  ink_time_sum_add (&micro->before_time, MIN (first, life->macro) - life->begin);
  if (first > life->macro)
    ink_time_sum_add (&micro->after_time, MIN (first, life->frame->export_time) - life->macro);
  if (!did)
    return;
  if (first > life->macro)
    {
      micro->after++;
    }
  else if (first < life->macro)
    {
      micro->before++;
      micro->only_buying += life->bought >> index & 1;
      g_array_append_val (micro->lags, lag);
      count_last_step (micro, life, first, life->bought >> index & 1);
    }
  else if (life->frame->has_only_days)
    {
      count_last_step (micro, life, first, TRUE);
    }
}

/* The clock starts when it is done. */
static void
count_risk (InkIndicatorMicroTally *micro,
            const InkIndicatorLife *life,
            guint index)
{
  gint64 time;

  if (!((life->ended | life->bought) >> index & 1))
    return;
  time = life->stop - life->first[index];
  micro->risk_people++;
  if (time > life->frame->settings.risk_window)
    return;
  if (life->macro != INK_TIME_NONE)
    g_array_append_val (micro->risk_events, time);
  else
    g_array_append_val (micro->risk_ends, time);
}

/* Whether the person is watched long enough for the landmark's table. */
static gboolean
has_landmark (const InkIndicatorLife *life,
              gint64 *landmark,
              gint64 *end)
{
  const InkIndicatorSettings *settings = &life->frame->settings;

  *landmark = ink_time_later (life->begin, settings->landmark);
  *end = ink_time_later (*landmark, settings->landmark_window);
  return *end <= life->frame->export_time && life->begin >= life->frame->from
         && (life->macro == INK_TIME_NONE || life->macro > *landmark);
}

static void
count_landmark (InkIndicatorTally *tally,
                const InkIndicatorLife *life)
{
  gint64 landmark, end;

  if (!has_landmark (life, &landmark, &end))
    return;
  for (guint i = 0; i < tally->n_micros; i++)
    count_in (&tally->micros[i].landmark,
              life->ended >> i & 1
                  && life->sessions.sessions[life->session[i]].end <= landmark,
              life->macro != INK_TIME_NONE && life->macro <= end);
}

/* In how many ended sessions it was done, and how many of these are visits: where few are, people's
 * activity is only partly measured. */
static void
count_sessions (InkIndicatorMicroTally *micro,
                const InkIndicatorLife *life,
                guint index)
{
  const InkRows *rows = life->frame->micro_rows[index];
  guint32 at = life->micro_at[index];
  guint session = life->session[index], last = G_MAXUINT;

  if (!(life->ended >> index & 1))
    return;
  for (; at < rows->n && rows->rows[at] < life->end_row; at++)
    {
      session = ink_indicator_sessions_seek (&life->sessions, session, rows->rows[at]);
      if (session >= life->n_ended
          || rows->rows[at] >= life->sessions.sessions[session].end_row)
        return;
      micro->sessions += session != last ? 1 : 0;
      micro->visits += session != last && life->sessions.sessions[session].is_visit ? 1 : 0;
      last = session;
    }
}

static void
count_together (InkIndicatorTally *tally,
                guint64 done)
{
  for (guint64 rest = done; rest != 0; rest &= rest - 1)
    {
      guint micro = (guint) __builtin_ctzll (rest);

      tally->micros[micro].people++;
      for (guint64 below = done & ((G_GUINT64_CONSTANT (1) << micro) - 1); below != 0;
           below &= below - 1)
        tally->together[micro * tally->n_micros + (guint) __builtin_ctzll (below)]++;
    }
}

void
ink_indicator_tally_add (InkIndicatorTally *tally,
                         const InkIndicatorLife *life,
                         guint64 done)
{
  gboolean converted;

  g_return_if_fail (tally != NULL && life != NULL);

  converted = life->macro != INK_TIME_NONE;
  tally->people++;
  tally->conversions += converted ? 1 : 0;
  count_together (tally, done);
  count_landmark (tally, life);
  for (guint i = 0; i < tally->n_micros; i++)
    {
      count_in (&tally->micros[i].ever, life->done >> i & 1, converted);
      if (converted)
        count_buyer (&tally->micros[i], life, i);
      count_risk (&tally->micros[i], life, i);
      count_sessions (&tally->micros[i], life, i);
    }
}
