/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A table without times as tables, for the terminal and CSV. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "analysis/ink-indicators.h"
#include "analysis/ink-timeless-sentence.h"

static void
put_number (InkTableBuilder *builder,
            double number)
{
  ink_table_builder_number (builder, isfinite (number) ? number : NAN);
}

static void
put_micro (InkTableBuilder *builder,
           const InkTimelessMicro *micro)
{
  const InkFourfold *table = &micro->table;

  ink_table_builder_text (builder, micro->micro);
  put_number (builder, (double) (table->a + table->b));
  put_number (builder, (double) table->a / (double) (table->a + table->b));
  put_number (builder, (double) table->c / (double) (table->c + table->d));
  put_number (builder, micro->ratios.risk_ratio);
  put_number (builder, micro->ratios.risk_ratio_range.low);
  put_number (builder, micro->ratios.risk_ratio_range.high);
  put_number (builder, micro->ratios.odds_ratio);
  put_number (builder, micro->q);
  ink_table_builder_text (builder, ink_timeless_verdict_to_string (micro->verdict));
  ink_table_builder_text (builder, ink_timeless_verdict_get_title (micro->verdict));
  ink_table_builder_text (builder, micro->sentence);
}

InkTable *
ink_timeless_to_table (const InkTimelessTable *table)
{
  InkTableBuilder *builder;

  g_return_val_if_fail (table != NULL, NULL);

  builder = ink_table_builder_new ();
  ink_table_builder_add_text (builder, "micro", _ ("Micro conversion"));
  ink_table_builder_add_number (builder, "people", _ ("Rows with it"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "share_with", _ ("Share with it"), INK_FORMAT_SHARE);
  ink_table_builder_add_number (builder, "share_without", _ ("Share without"), INK_FORMAT_SHARE);
  ink_table_builder_add_number (builder, "risk_ratio", _ ("Times as often"), INK_FORMAT_RATIO);
  ink_table_builder_add_number (builder, "low", _ ("At least"), INK_FORMAT_RATIO);
  ink_table_builder_add_number (builder, "high", _ ("At most"), INK_FORMAT_RATIO);
  ink_table_builder_add_number (builder, "odds_ratio", _ ("Ratio of odds"), INK_FORMAT_RATIO);
  ink_table_builder_add_number (builder, "q", _ ("q"), INK_FORMAT_PLAIN);
  ink_table_builder_add_text (builder, "verdict", _ ("Verdict (name)"));
  ink_table_builder_add_text (builder, "title", _ ("Verdict"));
  ink_table_builder_add_text (builder, "sentence", _ ("In words"));
  for (guint i = 0; i < table->n; i++)
    put_micro (builder, &table->micros[i]);

  return ink_table_builder_end (builder);
}

static void
put_level (InkTableBuilder *builder,
           const InkTimelessColumn *column,
           guint index)
{
  const InkTimelessLevel *level = &column->levels[index];
  g_autofree char *words = ink_timeless_level (column, index);
  g_autofree char *warning = ink_timeless_warning (column);

  ink_table_builder_text (builder, column->column);
  ink_table_builder_text (builder, words);
  put_number (builder, (double) level->people);
  put_number (builder, (double) level->converted);
  put_number (builder, (double) level->converted / (double) level->people);
  put_number (builder, level->range.low);
  put_number (builder, level->range.high);
  ink_table_builder_text (builder, warning);
}

InkTable *
ink_timeless_to_levels (const InkTimelessTable *table)
{
  InkTableBuilder *builder;

  g_return_val_if_fail (table != NULL, NULL);

  builder = ink_table_builder_new ();
  ink_table_builder_add_text (builder, "column", _ ("Column"));
  ink_table_builder_add_text (builder, "level", _ ("Value"));
  ink_table_builder_add_number (builder, "people", _ ("Rows"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "converted", _ ("Converted"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "share", _ ("Share"), INK_FORMAT_SHARE);
  ink_table_builder_add_number (builder, "low", _ ("At least"), INK_FORMAT_SHARE);
  ink_table_builder_add_number (builder, "high", _ ("At most"), INK_FORMAT_SHARE);
  ink_table_builder_add_text (builder, "check", _ ("Check this column"));
  for (guint i = 0; i < table->n_columns; i++)
    for (guint k = 0; k < table->columns[i]->n_levels; k++)
      put_level (builder, table->columns[i], k);

  return ink_table_builder_end (builder);
}
