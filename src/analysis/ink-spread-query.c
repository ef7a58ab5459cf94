/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How the numbers of a property are spread, and from when to when its times are. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "analysis/ink-number-bins.h"
#include "analysis/ink-values-of.h"

typedef struct
{
  double *numbers;
  guint32 *persons;
  guint32 n;
  guint32 people;
} Spread;

/* --- Reading --- */

/* Every value of a dictionary as a number; NaN where it is none. */
static double *
read_dictionary (const InkProperty *property)
{
  double *numbers = g_new (double, (gsize) property->n_values + 1);

  for (guint32 code = 0; code < property->n_values; code++)
    if (!ink_value_as_number (property->values[code], &numbers[code]))
      numbers[code] = NAN;
  return numbers;
}

static inline double
read_number (const InkProperty *property,
             const double *dictionary,
             guint32 row)
{
  switch (property->layout)
    {
    case INK_LAYOUT_NUMBERS:
      return property->numbers[row];
    case INK_LAYOUT_TIMES:
      return property->times[row] == INK_TIME_NONE ? NAN : (double) property->times[row];
    case INK_LAYOUT_CODES:
    default:
      return dictionary[ink_codes_get (property->codes, row)];
    }
}

static void
fill (Spread *spread,
      const InkValueRows *rows)
{
  const InkProperty *property = rows->property;
  g_autofree double *dictionary
      = property->layout == INK_LAYOUT_CODES ? read_dictionary (property) : NULL;
  guint32 last = INK_NO_PERSON;

  spread->numbers = g_new (double, (gsize) rows->n + 1);
  spread->persons = g_new (guint32, (gsize) rows->n + 1);
  for (guint32 i = 0; i < rows->n; i++)
    {
      guint32 row = ink_value_rows_get (rows, i), person;
      double number;

      /* Rows beyond a column that an import cut short carry nothing. */
      if (row >= property->n_rows)
        break;
      number = read_number (property, dictionary, row);
      person = ink_value_rows_person (rows, row);
      if (!isfinite (number))
        continue;
      spread->numbers[spread->n] = number;
      spread->persons[spread->n++] = person;
      spread->people += person != last;
      last = person;
    }
}

static void
spread_clear (Spread *spread)
{
  g_free (spread->numbers);
  g_free (spread->persons);
}

/* --- The tables --- */

static InkTable *
make_summary (const Spread *spread,
              const InkValueRows *rows,
              const InkNumberBins *bins,
              InkFormat format)
{
  InkTableBuilder *builder = ink_table_builder_new ();

  ink_table_builder_add_number (builder, "rows", _ ("Of"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "filled", _ ("Filled"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "people", _ ("People"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "least", _ ("Least"), format);
  ink_table_builder_add_number (builder, "median", _ ("Median"), format);
  ink_table_builder_add_number (builder, "greatest", _ ("Greatest"), format);
  ink_table_builder_number (builder, rows->n);
  ink_table_builder_number (builder, spread->n);
  ink_table_builder_number (builder, spread->people);
  ink_table_builder_number (builder, bins->least);
  ink_table_builder_number (builder, bins->median);
  ink_table_builder_number (builder, bins->greatest);
  return ink_table_builder_end (builder);
}

static InkTable *
make_histogram (const Spread *spread,
                const InkNumberBins *bins,
                InkFormat format)
{
  InkTableBuilder *builder = ink_table_builder_new ();
  guint32 rows[INK_MAX_BINS] = { 0 }, people[INK_MAX_BINS] = { 0 }, last[INK_MAX_BINS];

  memset (last, 0xff, sizeof last);
  for (guint32 i = 0; i < spread->n; i++)
    {
      guint bin = ink_number_bins_find (bins, spread->numbers[i]);

      rows[bin]++;
      people[bin] += last[bin] != spread->persons[i];
      last[bin] = spread->persons[i];
    }
  ink_table_builder_add_number (builder, "from", _ ("From"), format);
  ink_table_builder_add_number (builder, "to", _ ("To"), format);
  ink_table_builder_add_number (builder, "rows", _ ("Count"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "people", _ ("People"), INK_FORMAT_COUNT);
  for (guint bin = 0; bin < bins->n; bin++)
    {
      ink_table_builder_number (builder, bins->edges[bin]);
      ink_table_builder_number (builder, bins->edges[bin + 1]);
      ink_table_builder_number (builder, rows[bin]);
      ink_table_builder_number (builder, people[bin]);
    }
  return ink_table_builder_end (builder);
}

static InkAnswer *
run (const InkQuery *query,
     InkEventStore *store,
     GCancellable *cancellable,
     InkProgress *progress,
     GError **error)
{
  const InkValuesQuery *self = (const InkValuesQuery *) query;
  gboolean seconds = !self->on_person && strcmp (self->property, "duration") == 0, times;
  g_auto (InkNarrowing) narrowing = { 0 };
  g_auto (InkValueRows) rows = { 0 };
  g_auto (InkNumberBins) bins = { 0 };
  Spread spread = { 0 };
  InkFormat format;
  InkAnswer *answer;

  if (!ink_narrowed_query_begin (&self->narrowed, &narrowing, store, cancellable, error)
      || !ink_values_query_begin (self, &rows, &narrowing, error))
    return NULL;
  if (rows.property != NULL)
    fill (&spread, &rows);
  times = rows.property != NULL && rows.property->layout == INK_LAYOUT_TIMES;
  format = times ? INK_FORMAT_TIME : seconds ? INK_FORMAT_SECONDS : INK_FORMAT_PLAIN;
  ink_number_bins_init (&bins, spread.numbers, spread.n, seconds);
  answer = ink_answer_new ();
  ink_answer_add_table (answer, "summary", make_summary (&spread, &rows, &bins, format));
  if (!times)
    ink_answer_add_table (answer, "histogram", make_histogram (&spread, &bins, format));
  spread_clear (&spread);
  return answer;
}

static const InkQueryKind spread_kind
    = { "spread", sizeof (InkValuesQuery), ink_values_query_equal, ink_values_query_hash, run,
        ink_values_query_clear };

InkQuery *
ink_spread_query_new (InkDefinition *definition,
                      const InkValuesOf *of,
                      const InkFilter *filter)
{
  InkValuesQuery *query;

  g_return_val_if_fail (definition != NULL, NULL);
  g_return_val_if_fail (of != NULL && of->property != NULL, NULL);

  query = ink_values_query_alloc (&spread_kind, definition, of, filter);
  return &query->narrowed.parent;
}
