/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The question behind the overview. */
#include "config.h"

#include "analysis/ink-highlights.h"

#include "analysis/ink-macro-query.h"
#include "analysis/ink-rule-query.h"
#include "stats/ink-poisson-exact.h"

#include <glib/gi18n-lib.h>

/* Funnels, goals, personas and settings: all of a definition but its looks. */
static gboolean
equal (const InkQuery *a,
       const InkQuery *b)
{
  return ink_macro_query_equal (a, b, ink_macro_query_same_definition);
}

/* ---- The sentences ---- */

static void
put (InkTableBuilder *builder,
     const InkHighlight *highlight)
{
  if (highlight->sentence == NULL)
    return;
  ink_table_builder_text (builder, ink_highlight_to_string (highlight->kind));
  ink_table_builder_text (builder, ink_highlight_get_title (highlight->kind));
  ink_table_builder_text (builder, highlight->subject);
  ink_table_builder_text (builder, highlight->sentence);
  ink_table_builder_text (builder, highlight->page);
}

static InkTableBuilder *
begin (void)
{
  static const char *const names[] = { "kind", "title", "subject", "sentence", "page" };
  InkTableBuilder *builder = ink_table_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    ink_table_builder_add_text (builder, names[i], NULL);
  return builder;
}

static void
put_found (InkTableBuilder *builder,
           const InkIndicators *indicators,
           void (*find) (const InkIndicators *indicators, InkHighlight *highlight))
{
  g_auto (InkHighlight) highlight = { 0 };

  find (indicators, &highlight);
  put (builder, &highlight);
}

/* @indicators: nullable */
static InkTable *
make_highlights (const InkIndicators *indicators,
                 const InkHighlight *leak)
{
  InkTableBuilder *builder = begin ();

  if (indicators != NULL)
    {
      put_found (builder, indicators, ink_highlight_find_sign);
      put_found (builder, indicators, ink_highlight_find_busy);
    }
  put (builder, leak);
  if (indicators != NULL)
    {
      put_found (builder, indicators, ink_highlight_find_personas);
      put_found (builder, indicators, ink_highlight_find_lack);
    }
  return ink_table_builder_end (builder);
}

/* ---- The macro goal over time ---- */

static InkAnswer *
ask_goal (const InkMacroQuery *self,
          InkEventStore *store,
          const InkFilter *filter,
          GCancellable *cancellable,
          GError **error)
{
  g_autoptr (InkRule) rule = ink_rule_new_goal (self->macro);
  g_autoptr (InkQuery) query
      = ink_rule_query_new (self->parent.definition, rule, INK_ASK_COMPLETED, filter);

  return ink_query_run (query, store, cancellable, NULL, error);
}

static double
get_people (InkAnswer *answer)
{
  return ink_table_get_number (ink_answer_get_table (answer, "summary"), 0, 0);
}

/* The equally long time before the period, where the data reaches back to its start. */
static gboolean
find_before (const InkMacroQuery *self,
             InkEventStore *store,
             InkFilter *before,
             double *days_before,
             double *days)
{
  gint64 from = self->parent.from, to = self->parent.to;
  gint64 first = ink_event_store_get_first (store), last = ink_event_store_get_last (store);

  if (from == INK_TIME_NONE || first == INK_TIME_NONE)
    return FALSE;
  /* What is not over yet is compared with as much of the time before. */
  to = to == INK_TIME_NONE ? last : MIN (to, last);
  if (to <= from || from - first < to - from)
    return FALSE;
  *before = (InkFilter){ self->parent.persona, from - (to - from), from - 1 };
  *days = *days_before = (double) (to - from) / (double) INK_DAY;
  return TRUE;
}

static gboolean
add_before (const InkMacroQuery *self,
            InkEventStore *store,
            InkAnswer *answer,
            GCancellable *cancellable,
            GError **error)
{
  InkTableBuilder *builder = ink_table_builder_new ();
  InkTwoRates rates = { 0 };
  InkFilter before;

  ink_table_builder_add_number (builder, "people", _ ("People"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "ratio", _ ("Times as many"), INK_FORMAT_RATIO);
  ink_table_builder_add_number (builder, "low", _ ("From"), INK_FORMAT_RATIO);
  ink_table_builder_add_number (builder, "high", _ ("To"), INK_FORMAT_RATIO);
  if (find_before (self, store, &before, &rates.y0, &rates.y1))
    {
      g_autoptr (InkAnswer) then = ask_goal (self, store, &before, cancellable, error);
      InkInterval range;

      if (then == NULL)
        {
          ink_table_unref (ink_table_builder_end (builder));
          return FALSE;
        }
      rates.d1 = (guint64) get_people (answer);
      rates.d0 = (guint64) get_people (then);
      range = ink_two_rates_range (&rates);
      ink_table_builder_number (builder, (double) rates.d0);
      ink_table_builder_number (builder, (double) rates.d1 / (double) rates.d0);
      ink_table_builder_number (builder, range.low);
      ink_table_builder_number (builder, range.high);
    }
  ink_answer_add_table (answer, "before", ink_table_builder_end (builder));
  return TRUE;
}

/* ---- All of it ---- */

static gboolean
add_series (const InkMacroQuery *self,
            InkEventStore *store,
            const InkFilter *filter,
            InkAnswer *answer,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (InkAnswer) goal = ask_goal (self, store, filter, cancellable, error);

  if (goal == NULL)
    return FALSE;
  ink_answer_add_table (answer, "summary",
                        ink_table_ref (ink_answer_get_table (goal, "summary")));
  ink_answer_add_table (answer, "series", ink_table_ref (ink_answer_get_table (goal, "series")));
  return add_before (self, store, answer, cancellable, error);
}

/* Where people are lost, and the goal over time: scans of what the funnels and the goal name. */
static gboolean
add_early (const InkMacroQuery *self,
           InkEventStore *store,
           const InkIndicators *indicators,
           InkAnswer *answer,
           GCancellable *cancellable,
           GError **error)
{
  InkFilter filter = ink_macro_query_filter (self);
  g_auto (InkHighlight) leak = { 0 };

  if (!ink_highlight_find_leak (store, self->parent.definition, &filter, cancellable, &leak, error))
    return FALSE;
  ink_answer_add_table (answer, "highlights", make_highlights (indicators, &leak));
  return self->macro == NULL || add_series (self, store, &filter, answer, cancellable, error);
}

static InkAnswer *
run_early (const InkQuery *query,
           InkEventStore *store,
           GCancellable *cancellable,
           InkProgress *progress,
           GError **error)
{
  const InkMacroQuery *self = (const InkMacroQuery *) query;
  g_autoptr (InkAnswer) answer = ink_answer_new ();

  if (!add_early (self, store, NULL, answer, cancellable, error))
    return NULL;

  return g_steal_pointer (&answer);
}

static InkAnswer *
run (const InkQuery *query,
     InkEventStore *store,
     GCancellable *cancellable,
     InkProgress *progress,
     GError **error)
{
  const InkMacroQuery *self = (const InkMacroQuery *) query;
  InkFilter filter = ink_macro_query_filter (self);
  g_autoptr (InkIndicators) indicators = NULL;
  g_autoptr (InkAnswer) answer = ink_answer_new ();

  if (self->macro != NULL)
    {
      indicators = ink_indicators_evaluate (store, self->parent.definition, self->macro, &filter,
                                            cancellable, error);
      if (indicators == NULL)
        return NULL;
    }
  if (!add_early (self, store, indicators, answer, cancellable, error))
    return NULL;

  return g_steal_pointer (&answer);
}

static const InkQueryKind kind
    = { "highlights", sizeof (InkMacroQuery), equal, ink_macro_query_hash, run,
        ink_macro_query_clear };
static const InkQueryKind early_kind
    = { "highlights-early", sizeof (InkMacroQuery), equal, ink_macro_query_hash, run_early,
        ink_macro_query_clear };

InkQuery *
ink_highlights_query_new (InkDefinition *definition,
                          const char *macro,
                          const InkFilter *filter)
{
  g_return_val_if_fail (definition != NULL, NULL);

  return ink_macro_query_new (&kind, definition, macro, filter);
}

InkQuery *
ink_highlights_early_query_new (InkDefinition *definition,
                                const char *macro,
                                const InkFilter *filter)
{
  g_return_val_if_fail (definition != NULL, NULL);

  return ink_macro_query_new (&early_kind, definition, macro, filter);
}
