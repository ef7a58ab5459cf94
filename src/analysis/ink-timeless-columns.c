/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Levels are counted, ranked and scored; no model. */
#include "analysis/ink-timeless-columns.h"

#include <math.h>
#include <string.h>

#include "stats/ink-auc.h"
#include "stats/ink-wilson.h"

/* A number column with no more different values than this is one of levels. */
#define FEW_NUMBERS 12
/* More levels than this are names rather than groups. */
#define MOST_LEVELS 200
#define FIFTHS 5
#define SMALL_LEVEL 50
#define SUSPICIOUS_AUC 0.85
#define NEARLY_ALL 0.9

typedef struct
{
  const InkTimelessRows *rows;
  InkTimelessColumn *column;
  double base; /* the share that converted */
} Filling;

/* ---- Values ---- */

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* @values without NaN, ascending. */
static double *
sort_values (const double *values,
             guint32 n,
             guint32 *n_sorted)
{
  double *sorted = g_new (double, n + 1);

  *n_sorted = 0;
  for (guint32 i = 0; i < n; i++)
    if (!isnan (values[i]))
      sorted[(*n_sorted)++] = values[i];
  qsort (sorted, *n_sorted, sizeof *sorted, compare_doubles);
  return sorted;
}

/* The first index of @sorted that is not below @value, or with @after above it. */
static guint32
seek (const double *sorted,
      guint32 n,
      double value,
      gboolean after)
{
  guint32 low = 0, high = n;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (sorted[middle] < value || (after && sorted[middle] == value))
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

void
ink_timeless_fifths (const double *values,
                     guint32 n,
                     guint8 *fifths)
{
  guint32 n_sorted;
  g_autofree double *sorted = sort_values (values, n, &n_sorted);

  for (guint32 i = 0; i < n; i++)
    {
      double middle;

      fifths[i] = FIFTHS;
      if (isnan (values[i]))
        continue;
      middle = (seek (sorted, n_sorted, values[i], FALSE) + seek (sorted, n_sorted, values[i], TRUE))
               / 2.0;
      fifths[i] = (guint8) MIN (FIFTHS - 1, FIFTHS * middle / n_sorted);
    }
}

static guint32
count_distinct (const double *values,
                guint32 n)
{
  guint32 n_sorted, distinct = 0;
  g_autofree double *sorted = sort_values (values, n, &n_sorted);

  for (guint32 i = 0; i < n_sorted; i++)
    distinct += i == 0 || sorted[i] != sorted[i - 1];
  return distinct;
}

/* ---- Levels ---- */

static void
judge_level (const Filling *filling,
             InkTimelessLevel *level)
{
  level->range = ink_wilson_range (level->converted, level->people, 0.95);
  level->is_extreme = !filling->column->is_number && level->people >= SMALL_LEVEL
                      && (level->range.low > fmax (NEARLY_ALL, (1 + filling->base) / 2)
                          || level->range.high < filling->base / 10);
}

/* Takes the levels that anybody has. */
static void
take_levels (const Filling *filling,
             InkTimelessLevel *levels,
             guint n)
{
  InkTimelessColumn *column = filling->column;

  column->levels = levels;
  for (guint i = 0; i < n; i++)
    {
      if (levels[i].people == 0)
        {
          g_free (levels[i].level);
          continue;
        }
      judge_level (filling, &levels[i]);
      levels[column->n_levels++] = levels[i];
    }
}

/* ---- Numbers ---- */

static void
fill_fifths (const Filling *filling,
             const double *values)
{
  const InkTimelessRows *rows = filling->rows;
  g_autofree guint8 *fifths = g_malloc (rows->n + 1);
  InkTimelessLevel *levels = g_new0 (InkTimelessLevel, FIFTHS);

  ink_timeless_fifths (values, rows->n, fifths);
  for (guint32 i = 0; i < rows->n; i++)
    {
      InkTimelessLevel *level = &levels[fifths[i] % FIFTHS];

      if (fifths[i] == FIFTHS)
        continue;
      level->from = level->people == 0 ? values[i] : fmin (level->from, values[i]);
      level->to = level->people == 0 ? values[i] : fmax (level->to, values[i]);
      level->people++;
      level->converted += rows->converted[i];
    }
  take_levels (filling, levels, FIFTHS);
}

static double
find_auc (const double *scores,
          const guint8 *converted,
          guint32 n)
{
  g_autofree double *known = g_new (double, n + 1);
  g_autofree guint8 *outcomes = g_malloc (n + 1);
  InkAuc auc;
  guint32 n_known = 0;

  for (guint32 i = 0; i < n; i++)
    if (!isnan (scores[i]))
      {
        known[n_known] = scores[i];
        outcomes[n_known++] = converted[i];
      }
  ink_auc_estimate (known, outcomes, n_known, &auc);
  return fmax (auc.auc, 1 - auc.auc);
}

/* ---- Texts ---- */

typedef struct
{
  char *level;
  guint code;
} Name;

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const Name *x = a, *y = b;
  const char *one = x->level != NULL ? x->level : "(none)";
  const char *other = y->level != NULL ? y->level : "(none)";

  return strcmp (one, other);
}

/* Each row's score is the share of its level; small levels are one. */
static double
find_levels_auc (const Filling *filling,
                 const guint32 *codes,
                 const InkTimelessLevel *levels,
                 guint n_levels)
{
  const InkTimelessRows *rows = filling->rows;
  g_autofree double *scores = g_new (double, rows->n + 1);
  guint64 people = 0, converted = 0;

  for (guint i = 0; i < n_levels; i++)
    if (levels[i].people < SMALL_LEVEL)
      {
        people += levels[i].people;
        converted += levels[i].converted;
      }
  for (guint32 i = 0; i < rows->n; i++)
    {
      const InkTimelessLevel *level = &levels[codes[i]];

      scores[i] = level->people < SMALL_LEVEL ? (double) converted / (double) people
                                              : (double) level->converted / (double) level->people;
    }
  return find_auc (scores, rows->converted, rows->n);
}

/* @codes: by row, into @names; takes the names. */
static void
fill_levels (const Filling *filling,
             const guint32 *codes,
             char **names,
             guint n_names)
{
  const InkTimelessRows *rows = filling->rows;
  g_autofree InkTimelessLevel *by_code = g_new0 (InkTimelessLevel, n_names + 1);
  g_autofree Name *order = g_new (Name, n_names + 1);
  InkTimelessLevel *levels = g_new0 (InkTimelessLevel, n_names + 1);

  for (guint i = 0; i < n_names; i++)
    order[i] = (Name){ names[i], i };
  for (guint32 i = 0; i < rows->n; i++)
    {
      by_code[codes[i]].people++;
      by_code[codes[i]].converted += rows->converted[i];
    }
  filling->column->auc = find_levels_auc (filling, codes, by_code, n_names);
  qsort (order, n_names, sizeof *order, compare_names);
  for (guint i = 0; i < n_names; i++)
    {
      levels[i] = by_code[order[i].code];
      levels[i].level = order[i].level;
    }
  take_levels (filling, levels, n_names);
}

/* ---- Columns ---- */

static double *
read_numbers (const InkProperty *property,
              const InkTimelessRows *rows)
{
  double *values = g_new (double, rows->n + 1);

  for (guint32 i = 0; i < rows->n; i++)
    {
      InkValue value = ink_property_get (property, rows->people[i]);

      values[i] = value.kind == INK_KIND_NUMBER ? value.number : NAN;
    }
  return values;
}

/* Numbers the different values of the rows, up to one too many; 0 is blank. */
static guint32 *
read_codes (const InkProperty *property,
            const InkTimelessRows *rows,
            GPtrArray *names)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  guint32 *codes = g_new0 (guint32, rows->n + 1);

  g_ptr_array_add (names, NULL);
  for (guint32 i = 0; i < rows->n && names->len <= MOST_LEVELS + 1; i++)
    {
      InkValue value = ink_property_get (property, rows->people[i]);
      g_autofree char *text = NULL;
      gpointer code;

      if (value.kind == INK_KIND_ABSENT)
        continue;
      text = ink_value_to_text (value);
      if (!g_hash_table_lookup_extended (known, text, NULL, &code))
        {
          code = GUINT_TO_POINTER (names->len);
          g_hash_table_insert (known, text, code);
          g_ptr_array_add (names, g_steal_pointer (&text));
        }
      codes[i] = GPOINTER_TO_UINT (code);
    }
  return codes;
}

static gboolean
fill_texts (const Filling *filling,
            const InkProperty *property)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree guint32 *codes = read_codes (property, filling->rows, names);

  if (names->len > MOST_LEVELS + 1)
    return FALSE;
  g_ptr_array_set_free_func (names, NULL);
  fill_levels (filling, codes, (char **) names->pdata, names->len);
  return TRUE;
}

static gboolean
fill_numbers (const Filling *filling,
              const InkProperty *property)
{
  g_autofree double *values = read_numbers (property, filling->rows);

  if (count_distinct (values, filling->rows->n) <= FEW_NUMBERS)
    return fill_texts (filling, property);
  filling->column->is_number = TRUE;
  filling->column->auc = find_auc (values, filling->rows->converted, filling->rows->n);
  fill_fifths (filling, values);
  return TRUE;
}

static void
judge_column (InkTimelessColumn *column)
{
  column->check = column->auc >= SUSPICIOUS_AUC;
  for (guint i = 0; i < column->n_levels; i++)
    column->check = column->check || column->levels[i].is_extreme;
  column->check = column->check && !column->is_trusted;
}

InkTimelessColumn *
ink_timeless_column_new (InkEventStore *store,
                         const char *name,
                         const InkTimelessRows *rows,
                         gboolean is_trusted,
                         GError **error)
{
  g_autoptr (InkProperty) property
      = ink_event_store_load_property (store, name, INK_ON_PERSON, error);
  g_autoptr (InkTimelessColumn) column = NULL;
  Filling filling = { .rows = rows };
  gboolean is_filled;

  if (property == NULL || property->layout == INK_LAYOUT_TIMES || rows->n == 0)
    return NULL;
  column = g_new0 (InkTimelessColumn, 1);
  column->column = g_strdup (name);
  column->is_trusted = is_trusted;
  filling.column = column;
  filling.base = (double) rows->n_converted / rows->n;
  is_filled = property->layout == INK_LAYOUT_NUMBERS ? fill_numbers (&filling, property)
                                                     : fill_texts (&filling, property);
  if (!is_filled)
    return NULL;
  judge_column (column);
  return g_steal_pointer (&column);
}

void
ink_timeless_column_free (InkTimelessColumn *column)
{
  if (column == NULL)
    return;
  for (guint i = 0; i < column->n_levels; i++)
    g_free (column->levels[i].level);
  g_free (column->levels);
  g_free (column->column);
  g_free (column);
}
