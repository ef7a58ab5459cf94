/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/pages/ink-overview-words.h"

#include "analysis/ink-indicator-words.h"
#include "plot/ink-numbers.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static double
get_number (InkAnswer *answer,
            const char *table,
            const char *name)
{
  InkTable *of = ink_answer_get_table (answer, table);
  int column = of != NULL ? ink_table_find_column (of, name) : -1;

  return column >= 0 && ink_table_get_n_rows (of) > 0
             ? ink_table_get_number (of, (guint) column, 0)
             : NAN;
}

/* "574 people · 1.2 times as many as in the time before (1.1 – 1.4)" */
char *
ink_overview_say_before (InkAnswer *answer)
{
  double people = get_number (answer, "summary", "people");
  double ratio = get_number (answer, "before", "ratio");
  InkInterval range = { get_number (answer, "before", "low"),
                        get_number (answer, "before", "high") };
  g_autofree char *count = ink_words_count (people);
  g_autofree char *times = NULL;
  g_autofree char *words = NULL;

  if (!isfinite (ratio))
    return g_strdup_printf (ngettext ("%s person", "%s people", (gulong) people), count);

  times = ink_words_times (ratio);
  words = ink_words_range (range);
  /* Translators: how many people, "1.2 times", and its 95 % range. */
  return g_strdup_printf (ngettext ("%s person · %s as many as in the equally long time before (%s)",
                                    "%s people · %s as many as in the equally long time before (%s)",
                                    (gulong) people),
                          count, times, words);
}

char *
ink_overview_say_data (InkDocument *document)
{
  InkEventStore *store = ink_document_get_store (document);
  InkNumbers numbers = ink_numbers_for_locale ();
  g_autoptr (GTimeZone) zone
      = ink_definition_get_zone (ink_document_get_definition (document));
  g_autofree char *people = ink_numbers_count (&numbers, ink_event_store_get_n_people (store));
  g_autofree char *events = ink_numbers_count (&numbers, ink_event_store_get_n_events (store));
  g_autofree char *from = ink_numbers_date (&numbers, ink_event_store_get_first (store),
                                            INK_PERIOD_DAY, zone, TRUE);
  g_autofree char *to = ink_numbers_date (&numbers, ink_event_store_get_last (store),
                                          INK_PERIOD_DAY, zone, TRUE);
  g_autofree char *counts = g_strdup_printf (_ ("%s people · %s events"), people, events);

  if (ink_event_store_get_n_events (store) == 0)
    return NULL;
  if (ink_event_store_get_first (store) == INK_TIME_NONE)
    return g_steal_pointer (&counts);

  /* Translators: "38 112 people · 412 308 events", the first day and the last. */
  return g_strdup_printf (_ ("%s · %s – %s"), counts, from, to);
}
