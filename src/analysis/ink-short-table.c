/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What goes with buying inside a visit, as rows. */
#include "config.h"

#include "analysis/ink-short-journeys.h"

#include <glib/gi18n-lib.h>

InkTable *
ink_short_journeys_to_table (const InkShortJourneys *journeys)
{
  InkTableBuilder *builder;

  g_return_val_if_fail (journeys != NULL, NULL);

  builder = ink_table_builder_new ();
  ink_table_builder_add_text (builder, "micro", _ ("Micro conversion"));
  ink_table_builder_add_text (builder, "title", _ ("Verdict"));
  ink_table_builder_add_number (builder, "visits", _ ("Visits"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "buying", _ ("Buying visits"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "ratio", _ ("Among comparable visits"), INK_FORMAT_RATIO);
  ink_table_builder_add_number (builder, "low", _ ("At least"), INK_FORMAT_RATIO);
  ink_table_builder_add_number (builder, "high", _ ("At most"), INK_FORMAT_RATIO);
  for (guint i = 0; i < journeys->n; i++)
    {
      const InkShortIndicator *of = &journeys->indicators[i];

      ink_table_builder_text (builder, of->micro);
      ink_table_builder_text (builder, ink_short_verdict_get_title (of->verdict));
      ink_table_builder_number (builder, (double) of->visits);
      ink_table_builder_number (builder, (double) of->buying);
      ink_table_builder_number (builder, of->within.risk_ratio);
      ink_table_builder_number (builder, of->within.risk_ratio_range.low);
      ink_table_builder_number (builder, of->within.risk_ratio_range.high);
    }

  return ink_table_builder_end (builder);
}
