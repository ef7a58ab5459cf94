/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What every way to lay out a funnel draws: its steps as places and texts. */

#include "config.h"

#include "charts/ink-chart-words.h"
#include "charts/ink-funnel-layout.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static InkTableBuilder *
begin_table (void)
{
  static const char *const texts[] = { "name", "count", "share", "left", "left_short", "leak",
                                       "leak_short", "waiting", "waiting_short" };
  InkTableBuilder *builder = ink_table_builder_new ();

  ink_table_builder_add_number (builder, "step", NULL, INK_FORMAT_PLAIN);
  ink_table_builder_add_number (builder, "people", NULL, INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "before", NULL, INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "upto", NULL, INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "datum", NULL, INK_FORMAT_PLAIN);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    ink_table_builder_add_text (builder, texts[i], NULL);

  return builder;
}

/* How many left, in full and short, in the columns of the leak or of the others. */
static void
add_left (InkTableBuilder *builder,
          const InkFunnelRow *row,
          gboolean wanted,
          const InkChartOptions *options)
{
  g_autofree char *count = ink_numbers_count (options->numbers, -row->dropped);
  /* Translators: a negative count of people who went no further. */
  g_autofree char *left = g_strdup_printf (_("%s left"), count);

  wanted = wanted && row->dropped > 0;
  ink_table_builder_text (builder, wanted ? left : NULL);
  ink_table_builder_text (builder, wanted ? count : NULL);
}

static void
add_waiting (InkTableBuilder *builder,
             const InkFunnelRow *row,
             const InkChartOptions *options)
{
  g_autofree char *count = ink_numbers_count (options->numbers, row->waiting);
  /* Translators: a count of people whose time has not run out. */
  g_autofree char *waiting = g_strdup_printf (_("%s still under way"), count);
  g_autofree char *shorter = g_strdup_printf (_("%s under way"), count);

  ink_table_builder_text (builder, row->waiting > 0 ? waiting : NULL);
  ink_table_builder_text (builder, row->waiting > 0 ? shorter : NULL);
}

InkTable *
ink_funnel_layout_table (const InkFunnelGroup *group,
                         const InkChartOptions *options)
{
  InkTableBuilder *builder = begin_table ();
  int leak = ink_funnel_rows_leak (group);

  for (guint i = 0; i < group->rows->len; i++)
    {
      const InkFunnelRow *row = ink_funnel_group_row (group, i);
      g_autofree char *count = ink_numbers_count (options->numbers, row->people);
      g_autofree char *share = ink_numbers_share (options->numbers, row->of_previous);

      ink_table_builder_number (builder, i);
      ink_table_builder_number (builder, row->people);
      ink_table_builder_number (builder, i > 0 ? row->before : NAN);
      ink_table_builder_number (builder, row->waiting > 0 ? row->people + row->waiting : NAN);
      ink_table_builder_number (builder, row->row);
      ink_table_builder_text (builder, row->name);
      ink_table_builder_text (builder, count);
      ink_table_builder_text (builder, i > 0 && isfinite (row->of_previous) ? share : NULL);
      add_left (builder, row, i > 0 && (int) i != leak, options);
      add_left (builder, row, i > 0 && (int) i == leak, options);
      add_waiting (builder, row, options);
    }

  return ink_table_builder_end (builder);
}

gboolean
ink_funnel_layout_has_waiting (const InkFunnelGroup *group)
{
  for (guint i = 0; i < group->rows->len; i++)
    if (ink_funnel_group_row (group, i)->waiting > 0)
      return TRUE;

  return FALSE;
}

double
ink_funnel_layout_widest (InkTable *table,
                          const char *column,
                          const InkChartOptions *options,
                          InkFontRole role)
{
  guint index = (guint) ink_table_find_column (table, column);
  double widest = 0;

  for (guint row = 0; row < ink_table_get_n_rows (table); row++)
    {
      g_autofree char *text = ink_text_clean (ink_table_get_text (table, index, row));

      widest = MAX (widest, ink_chart_words_width (options, role, text));
    }

  return widest;
}
