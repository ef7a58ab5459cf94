/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The first 16 bits of a number, put in order, are sixteen steps an octave: one pass over them says
 * where each share of the numbers lies to a few percent, which is all that the choice of bins needs,
 * and in which of them to look for the exact median. */
#include "analysis/ink-number-bins.h"

#include <math.h>
#include <string.h>

#define N_KEYS 65536
#define WANTED_BINS 20
/* Fewer bins than this are refined. */
#define FEWEST_BINS 8
/* Whole numbers over no more than this many are a bin each. */
#define MOST_UNITS 30
/* The upper twentieth lies so many times as far out as the middle: then bins grow. */
#define SKEW 6

static const double ladder_coarse[] = { 1 };
static const double ladder_plain[] = { 1, 2, 5 };
static const double ladder_fine[] = { 1, 1.5, 2, 3, 4, 5, 6, 8 };
static const double ladder_seconds[]
    = { 1,   2,   5,    10,   15,   20,   30,   45,    60,    90,    120,  180,
        300, 600, 900,  1200, 1800, 2700, 3600, 5400,  7200,  10800, 21600, 43200,
        86400, 172800, 432000, 864000, 1728000, 4320000, 8640000, 31536000, 315360000 };

/* --- Order without sorting --- */

static inline guint
key_of (double number)
{
  guint64 bits;

  memcpy (&bits, &number, sizeof bits);
  bits ^= bits >> 63 ? G_MAXUINT64 : G_GUINT64_CONSTANT (1) << 63;
  return (guint) (bits >> 48);
}

/* The least number of a key. */
static double
start_of (guint key)
{
  guint64 bits = (guint64) key << 48;
  double number;

  bits ^= bits >> 63 ? G_GUINT64_CONSTANT (1) << 63 : G_MAXUINT64;
  memcpy (&number, &bits, sizeof number);
  return number;
}

typedef struct
{
  const double *numbers;
  guint32 n;
  guint32 *counts; /* by key */
  gboolean whole;
} Sample;

/* The key in which the number of rank @rank lies; @before: how many lie in those below. */
static guint
find_key (const Sample *sample,
          guint32 rank,
          guint32 *before)
{
  guint32 sum = 0;
  guint key = 0;

  while (key < N_KEYS - 1 && sum + sample->counts[key] <= rank)
    sum += sample->counts[key++];
  *before = sum;
  return key;
}

/* The element of rank @rank (quickselect). */
static double
select_rank (double *numbers,
             guint32 n,
             guint32 rank)
{
  gint64 low = 0, high = (gint64) n - 1;

  while (low < high)
    {
      double pivot = numbers[low + (high - low) / 2];
      gint64 i = low, j = high;

      while (i <= j)
        {
          while (numbers[i] < pivot)
            i++;
          while (numbers[j] > pivot)
            j--;
          if (i <= j)
            {
              double other = numbers[i];

              numbers[i++] = numbers[j];
              numbers[j--] = other;
            }
        }
      if ((gint64) rank <= j)
        high = j;
      else if ((gint64) rank >= i)
        low = i;
      else
        break;
    }
  return numbers[rank];
}

static double
find_exactly (const Sample *sample,
              guint32 rank)
{
  guint32 before, n = 0;
  guint key = find_key (sample, rank, &before);
  g_autofree double *same = g_new (double, (gsize) sample->counts[key] + 1);

  for (guint32 i = 0; i < sample->n; i++)
    if (key_of (sample->numbers[i]) == key)
      same[n++] = sample->numbers[i];
  return select_rank (same, n, rank - before);
}

static double
find_roughly (const Sample *sample,
              double share)
{
  guint32 before;

  return start_of (find_key (sample, (guint32) (share * (sample->n - 1)), &before));
}

/* --- Edges --- */

static void
add_edge (InkNumberBins *bins,
          double edge)
{
  if (bins->n <= INK_MAX_BINS && (bins->n == 0 || edge > bins->edges[bins->n - 1]))
    bins->edges[bins->n++] = edge;
}

/* Until now n counted edges. The ends hold whatever lies outside. */
static void
finish_edges (InkNumberBins *bins)
{
  if (bins->n < 2)
    {
      bins->edges[0] = bins->least;
      bins->edges[1] = bins->greatest;
      bins->n = 2;
    }
  bins->n--;
  bins->edges[0] = MIN (bins->edges[0], bins->least);
  bins->edges[bins->n] = MAX (bins->edges[bins->n], bins->greatest);
}

static double
choose_step (double range,
             gboolean seconds)
{
  double raw = range / WANTED_BINS, unit = pow (10, floor (log10 (raw)));

  for (guint i = 0; seconds && raw >= 1 && i < G_N_ELEMENTS (ladder_seconds); i++)
    if (ladder_seconds[i] >= raw)
      return ladder_seconds[i];
  return raw <= unit ? unit : raw <= 2 * unit ? 2 * unit : raw <= 5 * unit ? 5 * unit : 10 * unit;
}

static void
cut_evenly (InkNumberBins *bins,
            double low,
            double high,
            gboolean whole,
            gboolean seconds)
{
  double step = choose_step (high - low, seconds), first;

  if (whole)
    step = MAX (step, 1);
  first = floor (low / step);
  for (guint i = 0; i <= INK_MAX_BINS; i++)
    {
      add_edge (bins, (first + i) * step);
      if ((first + i) * step > high)
        break;
    }
}

/* The steps of one ladder that lie between; a ladder of times goes on by itself. */
static guint
climb (InkNumberBins *bins,
       const double *ladder,
       guint n,
       double low,
       double high)
{
  double unit = ladder == ladder_seconds ? 1 : pow (10, floor (log10 (low)));
  guint found = 0;

  for (;;)
    {
      for (guint i = 0; i < n; i++)
        {
          double edge = ladder[i] * unit;

          if (edge < low)
            continue;
          if (bins != NULL)
            add_edge (bins, edge);
          found++;
          if (edge > high || found > INK_MAX_BINS)
            return found;
        }
      if (ladder == ladder_seconds)
        return found;
      unit *= 10;
    }
}

static void
cut_growing (InkNumberBins *bins,
             double low,
             gboolean seconds)
{
  const double *ladder = ladder_plain;
  guint n = G_N_ELEMENTS (ladder_plain);

  if (seconds)
    {
      ladder = ladder_seconds;
      n = G_N_ELEMENTS (ladder_seconds);
    }
  else if (climb (NULL, ladder_plain, n, low, bins->greatest) < FEWEST_BINS)
    {
      ladder = ladder_fine;
      n = G_N_ELEMENTS (ladder_fine);
    }
  else if (climb (NULL, ladder_plain, n, low, bins->greatest) > INK_MAX_BINS / 2)
    {
      ladder = ladder_coarse;
      n = G_N_ELEMENTS (ladder_coarse);
    }
  if (bins->least < low)
    add_edge (bins, MIN (bins->least, 0));
  climb (bins, ladder, n, low, bins->greatest);
}

static void
cut (InkNumberBins *bins,
     const Sample *sample,
     gboolean seconds)
{
  double low = find_roughly (sample, 0.02), high = find_roughly (sample, 0.98);
  double range = bins->greatest - bins->least;
  double far = find_roughly (sample, 0.95);

  if (!(range > 0) || !isfinite (range))
    return;
  if (sample->whole && range <= MOST_UNITS)
    {
      for (guint i = 0; i <= (guint) range + 1; i++)
        add_edge (bins, bins->least + i);
      return;
    }
  if (bins->least >= 0 && bins->median > 0
      && (far > SKEW * bins->median || bins->greatest > SKEW * SKEW * bins->median))
    {
      double start = low > 0 ? low : bins->median / 16;

      if (seconds || sample->whole)
        start = MAX (start, 1);
      cut_growing (bins, start, seconds);
      return;
    }
  /* A few that lie far out do not make all others one bin. */
  low = low - bins->least > range / 2 ? low : bins->least;
  high = bins->greatest - high > range / 2 ? high : bins->greatest;
  cut_evenly (bins, low, MAX (high, low + range * 1e-9), sample->whole, seconds);
}

/* --- All --- */

static void
read_sample (InkNumberBins *bins,
             Sample *sample)
{
  for (guint32 i = 0; i < sample->n; i++)
    {
      double number = sample->numbers[i];

      sample->counts[key_of (number)]++;
      sample->whole = sample->whole && number == floor (number);
      bins->least = MIN (bins->least, number);
      bins->greatest = MAX (bins->greatest, number);
    }
  bins->median = find_exactly (sample, (sample->n - 1) / 2);
  if (sample->n % 2 == 0)
    bins->median = (bins->median + find_exactly (sample, sample->n / 2)) / 2;
}

/* For each key the bin of its least number: the right one is there or a little further. */
static void
make_hints (InkNumberBins *bins)
{
  guint first = key_of (bins->edges[0]), last = key_of (bins->edges[bins->n]), bin = 0;

  bins->hints = g_malloc0 (N_KEYS);
  for (guint key = first; key <= last; key++)
    {
      while (bin + 1 < bins->n && start_of (key) >= bins->edges[bin + 1])
        bin++;
      bins->hints[key] = (guint8) bin;
    }
}

void
ink_number_bins_init (InkNumberBins *bins,
                      const double *numbers,
                      guint32 n,
                      gboolean seconds)
{
  Sample sample = { numbers, n, NULL, TRUE };

  g_return_if_fail (bins != NULL);

  *bins = (InkNumberBins){ .least = NAN, .median = NAN, .greatest = NAN };
  if (n == 0)
    return;
  sample.counts = g_new0 (guint32, N_KEYS);
  bins->least = bins->greatest = numbers[0];
  read_sample (bins, &sample);
  cut (bins, &sample, seconds);
  finish_edges (bins);
  make_hints (bins);
  g_free (sample.counts);
}

void
ink_number_bins_clear (InkNumberBins *bins)
{
  g_clear_pointer (&bins->hints, g_free);
}

guint
ink_number_bins_find (const InkNumberBins *bins,
                      double number)
{
  guint bin = bins->hints[key_of (number)];

  while (bin + 1 < bins->n && number >= bins->edges[bin + 1])
    bin++;
  return bin;
}
