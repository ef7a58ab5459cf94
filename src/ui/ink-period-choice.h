/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The periods that the header offers, counted back from the end of the data: an export is never of
 * today. */
#pragma once

#include "base/ink-time.h"

G_BEGIN_DECLS

/* A period: from @from to just before the end of the day of @to. */
typedef struct
{
  const char *name;  /* in the action's target; never changes */
  const char *title; /* untranslated */
} InkPeriodChoice;

#define INK_PERIOD_ALL "all"
#define INK_PERIOD_OWN "own" /* the user's own dates */

/* All but the user's own; the first is INK_PERIOD_ALL. @n (out): how many. */
const InkPeriodChoice *ink_period_choices_get (guint *n);

/* What @name means where the last event is at @end: whole days in @zone. Both INK_TIME_NONE for
 * INK_PERIOD_ALL, or where @end is INK_TIME_NONE. FALSE where there is no such choice. */
gboolean ink_period_choice_resolve (const char *name, gint64 end, GTimeZone *zone, gint64 *from,
                                    gint64 *to);

/* "1 Jul – 30 Sep", with years where they are not all that of @end. (transfer full) */
char    *ink_period_to_words (gint64 from, gint64 to, gint64 end, GTimeZone *zone)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
