/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* definitions.md's "table_without_times". */
#include "analysis/ink-timeless-json.h"

#include <math.h>

#include "analysis/ink-timeless-sentence.h"

static void
put_shares (JsonBuilder *json,
            const InkTimelessMicro *micro)
{
  const InkFourfold *table = &micro->table;

  json_builder_set_member_name (json, "table");
  json_builder_begin_array (json);
  json_builder_add_int_value (json, (gint64) table->a);
  json_builder_add_int_value (json, (gint64) table->b);
  json_builder_add_int_value (json, (gint64) table->c);
  json_builder_add_int_value (json, (gint64) table->d);
  json_builder_end_array (json);
  ink_json_out_put_number (json, "share_with", (double) table->a / (double) (table->a + table->b));
  ink_json_out_put_range (json, "share_with_range", micro->with.low, micro->with.high);
  ink_json_out_put_number (json, "share_without",
                           (double) table->c / (double) (table->c + table->d));
  ink_json_out_put_range (json, "share_without_range", micro->without.low, micro->without.high);
}

static void
put_micro (JsonBuilder *json,
           const InkTimelessMicro *micro)
{
  const InkCommonRatios *ratios = &micro->ratios;

  json_builder_begin_object (json);
  ink_json_out_put_text (json, "micro", micro->micro);
  put_shares (json, micro);
  ink_json_out_put_count (json, "left_out", micro->left_out);
  ink_json_out_put_count (json, "strata", micro->n_strata);
  ink_json_out_put_number (json, "risk_ratio", ratios->risk_ratio);
  ink_json_out_put_range (json, "range", ratios->risk_ratio_range.low,
                          ratios->risk_ratio_range.high);
  ink_json_out_put_number (json, "odds_ratio", ratios->odds_ratio);
  ink_json_out_put_range (json, "odds_range", ratios->odds_ratio_range.low,
                          ratios->odds_ratio_range.high);
  ink_json_out_put_number (json, "p", ratios->chi_square > 0 ? ratios->p_value : NAN);
  ink_json_out_put_number (json, "q", micro->q);
  ink_json_out_put_text (json, "verdict", ink_timeless_verdict_to_string (micro->verdict));
  ink_json_out_put_text (json, "sentence", micro->sentence);
  json_builder_end_object (json);
}

static void
put_level (JsonBuilder *json,
           const InkTimelessColumn *column,
           guint index)
{
  const InkTimelessLevel *level = &column->levels[index];

  json_builder_begin_object (json);
  if (column->is_number)
    {
      ink_json_out_put_number (json, "from", level->from);
      ink_json_out_put_number (json, "to", level->to);
    }
  else
    {
      ink_json_out_put_text (json, "level", level->level);
    }
  ink_json_out_put_count (json, "people", level->people);
  ink_json_out_put_count (json, "converted", level->converted);
  ink_json_out_put_number (json, "share", (double) level->converted / (double) level->people);
  ink_json_out_put_range (json, "range", level->range.low, level->range.high);
  ink_json_out_put_flag (json, "extreme", level->is_extreme);
  json_builder_end_object (json);
}

static void
put_column (JsonBuilder *json,
            const InkTimelessColumn *column)
{
  g_autofree char *warning = ink_timeless_warning (column);

  json_builder_begin_object (json);
  ink_json_out_put_text (json, "column", column->column);
  ink_json_out_put_text (json, "kind", column->is_number ? "number" : "text");
  ink_json_out_put_number (json, "auc", column->auc);
  ink_json_out_put_flag (json, "check_this_column", column->check);
  ink_json_out_put_flag (json, "trusted", column->is_trusted);
  ink_json_out_put_text (json, "sentence", warning);
  json_builder_set_member_name (json, "levels");
  json_builder_begin_array (json);
  for (guint i = 0; i < column->n_levels; i++)
    put_level (json, column, i);
  json_builder_end_array (json);
  json_builder_end_object (json);
}

void
ink_timeless_table_put_json (const InkTimelessTable *table,
                             JsonBuilder *json)
{
  g_return_if_fail (table != NULL && json != NULL);

  json_builder_set_member_name (json, "table_without_times");
  json_builder_begin_object (json);
  ink_json_out_put_text (json, "outcome", table->outcome);
  ink_json_out_put_count (json, "rows", table->rows);
  ink_json_out_put_count (json, "converted", table->converted);
  ink_json_out_put_count (json, "left_out", table->left_out);
  ink_json_out_put_text (json, "activity", table->activity);
  ink_json_out_put_text (json, "banner", table->banner);
  json_builder_set_member_name (json, "indicators");
  json_builder_begin_array (json);
  for (guint i = 0; i < table->n; i++)
    put_micro (json, &table->micros[i]);
  json_builder_end_array (json);
  json_builder_set_member_name (json, "columns");
  json_builder_begin_array (json);
  for (guint i = 0; i < table->n_columns; i++)
    put_column (json, table->columns[i]);
  json_builder_end_array (json);
  json_builder_end_object (json);
}
