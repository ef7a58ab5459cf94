/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "document/ink-slide-words.h"

#include "charts/ink-funnel-rows.h"
#include "document/ink-slide-freeze.h"

#include <glib/gi18n-lib.h>

/* --- What it is of --- */

/* "1 Jul 2026 – 30 Sep 2026" */
static char *
say_period (InkDefinition *definition,
            InkEventStore *store,
            const InkFilter *filter,
            const InkNumbers *numbers)
{
  g_autoptr (GTimeZone) zone = ink_definition_get_zone (definition);
  gint64 from = filter->from, to = filter->to;
  g_autofree char *first = NULL, *last = NULL;

  if (from == INK_TIME_NONE)
    from = ink_event_store_get_first (store);
  if (to == INK_TIME_NONE)
    to = ink_definition_get_export_time (definition, ink_event_store_get_last (store)) - 1;
  if (from == INK_TIME_NONE || to == INK_TIME_NONE)
    return NULL;

  first = ink_numbers_date (numbers, from, INK_PERIOD_DAY, zone, TRUE);
  last = ink_numbers_date (numbers, to, INK_PERIOD_DAY, zone, TRUE);
  return g_strdup_printf ("%s – %s", first, last);
}

char *
ink_slide_words_data (InkDefinition *definition,
                      InkEventStore *store,
                      const InkFilter *filter,
                      const InkNumbers *numbers)
{
  g_autoptr (GString) source = NULL;
  g_autofree char *count = NULL, *period = NULL;
  guint32 people;

  g_return_val_if_fail (definition != NULL && store != NULL, NULL);
  g_return_val_if_fail (filter != NULL && numbers != NULL, NULL);

  people = ink_event_store_get_n_people (store);
  count = ink_numbers_count (numbers, people);
  period = say_period (definition, store, filter, numbers);
  source = g_string_new (NULL);
  g_string_append_printf (source,
                          g_dngettext (GETTEXT_PACKAGE, "Source: export with %s person",
                                       "Source: export with %s people", people),
                          count);
  if (period != NULL)
    g_string_append_printf (source, " · %s", period);
  if (filter->persona != NULL)
    g_string_append_printf (source, _ (" · only %s"), filter->persona);

  return g_string_free (g_steal_pointer (&source), FALSE);
}

/* --- How it is counted --- */

/* Compared with people of the same activity, with ranges. */
static gboolean
is_adjusted (const InkChartKind *kind)
{
  static const char *const tables[] = { "indicators", "personas", "payoff", NULL };

  return g_strv_contains (tables, kind->table);
}

static const char *
say_method (const InkChartKind *kind)
{
  if (is_adjusted (kind))
    return _ ("\nHow it is counted: each day of each person at risk of converting is "
              "compared with days of people of the same activity, tenure and time who "
              "have not done it (Mantel-Haenszel rate ratios, 95\342\200\257% ranges, corrected "
              "for looking at many goals)."
              "\nAssociated with, not proof of cause: somebody who intends to buy does "
              "both.");
  if (ink_chart_is_of_funnel (kind))
    return _ ("\nRanges of shares are Wilson's, 95\342\200\257%. People whose window is still "
              "open are never counted as lost.");
  if (kind == &ink_chart_events)
    return _ ("\nHow it is counted: every completion of the goal, on the day on which it happened. "
              "One person may complete it several times.");
  if (kind == &ink_chart_overlap)
    return _ ("\nHow it is counted: the correlation (phi) of who completed the one goal with who "
              "completed the other, over all people. Not adjusted for activity.");

  return NULL;
}

/* What bars of groups are shares of. */
static void
say_whole (const InkSlideContent *content,
           GString *source)
{
  g_autoptr (GPtrArray) groups
      = content->kind == &ink_chart_groups ? ink_funnel_rows_read (content->table) : NULL;
  const InkFunnelGroup *whole = groups != NULL ? g_ptr_array_index (groups, 0) : NULL;

  if (whole != NULL && whole->rows->len > 0)
    g_string_append_printf (source, _ (" · shares of who came to “%s”"),
                            ink_funnel_group_row (whole, 0)->name);
}

/* --- The words --- */

char *
ink_slide_words_title (const InkSlideContent *content)
{
  g_return_val_if_fail (content != NULL, NULL);

  if (content->slide->title != NULL)
    return g_strdup (content->slide->title);
  if (content->kind == NULL)
    return g_strdup (_ ("Slide"));
  if (ink_slide_is_table (content->slide))
    return g_strdup (_ ("Table"));

  return g_strdup (content->finding != NULL ? content->finding : content->about);
}

char *
ink_slide_words_source (const InkSlideContent *content,
                        const InkFilter *filter,
                        InkEventStore *store,
                        const InkNumbers *numbers)
{
  g_autofree char *data = NULL;
  g_autoptr (GString) source = NULL;

  g_return_val_if_fail (content != NULL, NULL);

  if (content->slide->frozen != NULL)
    return ink_frozen_say_source (content->slide, content->zone, numbers);
  if (content->slide->source != NULL)
    return g_strdup (content->slide->source);
  if (content->kind == NULL)
    return NULL;

  data = ink_slide_words_data (content->definition, store, filter, numbers);
  source = g_string_new (data);
  say_whole (content, source);
  if (is_adjusted (content->kind))
    g_string_append (source, _ (" · adjusted for activity and time; 95\342\200\257% ranges"));

  return g_string_free (g_steal_pointer (&source), FALSE);
}

char *
ink_slide_words_notes (const InkSlideContent *content)
{
  g_autoptr (GString) notes = NULL;
  const char *method;

  g_return_val_if_fail (content != NULL, NULL);

  if (content->slide->notes != NULL)
    return g_strdup (content->slide->notes);
  if (content->kind == NULL)
    return NULL;

  notes = g_string_new (content->description);
  method = say_method (content->kind);
  if (content->rule != NULL)
    g_string_append_printf (notes, _ ("\nHow it is counted: %s."), content->rule);
  if (method != NULL)
    g_string_append (notes, method);

  return g_string_free (g_steal_pointer (&notes), FALSE);
}
