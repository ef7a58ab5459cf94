/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The words of what events and completions of goals may both carry: first time, dates, after, times,
 * total and windows. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "definition/ink-sentence-private.h"

static void
put_first_time (InkWording *self,
                InkFirstTime first_time)
{
  InkWord *word
      = ink_wording_put (self, INK_WORD_FIRST_TIME, INK_CLAUSE_FIRST_TIME, NULL);

  word->choice = (int) first_time;
  word->text = g_strdup (ink_first_time_to_words (first_time));
}

static void
put_date (InkWording *self,
          const char *date,
          guint item)
{
  InkWord *word = ink_wording_put (self, INK_WORD_DATE, INK_CLAUSE_DATES, _("Date"));

  word->item = item;
  word->name = g_strdup (date);
  if (date != NULL)
    word->text = g_strdup (date);
  else
    word->text = g_strdup (item == 0 ? _("the beginning") : _("the end"));
}

static void
put_window (InkWording *self,
            InkSpan span,
            InkClause clause)
{
  InkWord *word = ink_wording_put (self, INK_WORD_WINDOW, clause, NULL);

  word->span = span;
  word->text
      = ink_window_to_words (span, clause == INK_CLAUSE_WITHIN ? INK_CLAUSE_TIMES : clause);
}

static void
put_after (InkWording *self,
           const InkRule *rule)
{
  ink_wording_put_text (self, _("after"));
  ink_wording_put_name (self, INK_WORD_AFTER, INK_CLAUSE_AFTER, *rule->after != '\0' ? rule->after
                                                                                   : NULL,
                        _("Goal"), _("a goal…"));
  put_window (self, rule->within, INK_CLAUSE_AFTER);
}

/* --- Times and totals --- */

static void
put_amount (InkWording *self,
            const InkTally *tally,
            InkBound bound,
            double amount)
{
  gboolean total = tally->property != NULL;
  InkWord *word = ink_wording_put (self, INK_WORD_AMOUNT,
                                   total ? INK_CLAUSE_TOTAL : INK_CLAUSE_TIMES, _("Number"));

  word->choice = (int) bound;
  word->amount = amount;
  word->text = ink_property_value_to_words (tally->property, ink_value_number (amount));
}

static void
put_bound (InkWording *self,
           const InkTally *tally,
           InkBound bound,
           gboolean given,
           double amount,
           gboolean *first)
{
  InkWord *word;

  if (!given)
    return;
  if (!*first)
    ink_wording_put_text (self, _("and"));
  word = ink_wording_put (self, INK_WORD_BOUND,
                          tally->property != NULL ? INK_CLAUSE_TOTAL : INK_CLAUSE_TIMES, NULL);
  word->choice = (int) bound;
  word->text = g_strdup (ink_bound_to_words (bound));
  put_amount (self, tally, bound, amount);
  *first = FALSE;
}

static void
put_bounds (InkWording *self,
            const InkTally *tally)
{
  const InkBounds *bounds = &tally->bounds;
  gboolean first = TRUE;

  put_bound (self, tally, INK_BOUND_AT_LEAST, bounds->has_at_least, bounds->at_least, &first);
  put_bound (self, tally, INK_BOUND_AT_MOST, bounds->has_at_most, bounds->at_most, &first);
  put_bound (self, tally, INK_BOUND_EXACTLY, bounds->has_exactly, bounds->exactly, &first);
}

static gboolean
is_once (const InkBounds *bounds)
{
  return (bounds->has_exactly && bounds->exactly == 1)
         || (!bounds->has_exactly && bounds->has_at_most && bounds->at_most == 1)
         || (!bounds->has_exactly && !bounds->has_at_most && bounds->at_least == 1);
}

static void
put_times (InkWording *self,
           const InkTally *times)
{
  put_bounds (self, times);
  /* Translators: "at least [2] times" */
  ink_wording_put_text (self, ngettext ("time", "times", is_once (&times->bounds) ? 1 : 2));
}

/* A length of time is spent, every other sum is had. */
static void
put_total (InkWording *self,
           const InkTally *total)
{
  gboolean seconds = ink_property_is_seconds (total->property);

  /* Translators: "for [at least] [2 min]"; "with [at least] [99] of [value]" */
  ink_wording_put_text (self, seconds ? _("for") : _("with"));
  put_bounds (self, total);
  /* Translators: "[at least] [99] of [value]" */
  ink_wording_put_text (self, _("of"));
  ink_wording_put_property (self, INK_CLAUSE_TOTAL, 0,
                            *total->property != '\0' ? total->property : NULL, FALSE);
}

/* A window beside stands where it is read: behind the one tally that it binds, or behind both. */
static void
put_tallies (InkWording *self,
             const InkRule *rule)
{
  gboolean beside = rule->within.kind != INK_SPAN_NONE && rule->after == NULL;
  gboolean times_open = rule->times.given && rule->times.within.kind == INK_SPAN_NONE;
  gboolean total_open = rule->total.given && rule->total.within.kind == INK_SPAN_NONE;
  gboolean one = beside && times_open != total_open;

  if (rule->times.given)
    {
      put_times (self, &rule->times);
      if (one && times_open)
        put_window (self, rule->within, INK_CLAUSE_WITHIN);
      else if (!(beside && times_open))
        put_window (self, rule->times.within, INK_CLAUSE_TIMES);
    }
  if (rule->total.given)
    {
      put_total (self, &rule->total);
      if (one && total_open)
        put_window (self, rule->within, INK_CLAUSE_WITHIN);
      else if (!(beside && total_open))
        put_window (self, rule->total.within, INK_CLAUSE_TOTAL);
    }
  if (!beside || one)
    return;
  if (times_open && total_open)
    /* Translators: "…, each [in one visit]" */
    ink_wording_put_text (self, _("each"));
  else if (rule->times.given || rule->total.given)
    /* Translators: of a window that nothing uses, since all have their own: "else [in one visit]" */
    ink_wording_put_text (self, _("else"));
  put_window (self, rule->within, INK_CLAUSE_WITHIN);
}

void
ink_wording_put_options (InkWording *self,
                         const InkRule *rule)
{
  if (rule->first_time != INK_FIRST_TIME_NO)
    put_first_time (self, rule->first_time);
  if (rule->between.given)
    {
      /* Translators: "from [2026-07-01] to [2026-07-31]" */
      ink_wording_put_text (self, _("from"));
      put_date (self, rule->between.from, 0);
      ink_wording_put_text (self, _("to"));
      put_date (self, rule->between.to, 1);
    }
  if (rule->after != NULL)
    put_after (self, rule);
  put_tallies (self, rule);
}
