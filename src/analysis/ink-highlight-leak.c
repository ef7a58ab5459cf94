/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where most people are lost, of all funnels. */
#include "config.h"

#include "analysis/ink-highlights.h"

#include "analysis/ink-funnel-passing.h"
#include "analysis/ink-funnel-result-private.h"
#include "analysis/ink-indicator-words.h"

#include <glib/gi18n-lib.h>

/**
 * Leak:
 * @result: of the funnel
 * @step: before which they stop, from 1; 0: nobody does
 * @from, @to: the steps' names
 */
typedef struct
{
  InkFunnelResult *result;
  guint step;
  double stopped;
  char *from;
  char *to;
} Leak;

static void
leak_clear (Leak *leak)
{
  g_clear_pointer (&leak->result, ink_funnel_result_unref);
  g_clear_pointer (&leak->from, g_free);
  g_clear_pointer (&leak->to, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Leak, leak_clear)

static double
cell (InkTable *steps,
      const char *name,
      guint row)
{
  return ink_table_get_number (steps, (guint) ink_table_find_column (steps, name), row);
}

static char *
step_name (InkTable *steps,
           guint row)
{
  return g_strdup (
      ink_table_get_text (steps, (guint) ink_table_find_column (steps, "step"), row));
}

/* The step before which the greatest share stops; an optional step is no place where anybody is
 * lost. */
static void
find_worst (const InkFunnel *funnel,
            InkTable *steps,
            Leak *leak)
{
  double worst = 0;
  guint row = 0;

  for (guint i = 1; i < funnel->n_steps; i++)
    {
      double before = cell (steps, "before", i), dropped = cell (steps, "dropped", i);

      if (funnel->steps[i].optional || !(before > 0) || dropped / before <= worst)
        continue;
      worst = dropped / before;
      row = i;
      leak->stopped = dropped;
    }
  if (row == 0)
    return;
  leak->step = row + 1;
  leak->to = step_name (steps, row);
  for (row--; row > 0 && funnel->steps[row].optional; row--)
    ;
  leak->from = step_name (steps, row);
}

/* FALSE where it was cancelled. */
static gboolean
look_at (InkEventStore *store,
         InkDefinition *definition,
         const InkFunnel *funnel,
         const InkFilter *filter,
         GCancellable *cancellable,
         Leak *worst,
         GError **error)
{
  /* Of the whole: groups take time, and what they are made of is read for nothing. */
  g_autoptr (InkFunnel) whole
      = ink_funnel_copy_with_compare (funnel, INK_COMPARE_NONE, NULL, INK_TAKE_FIRST, 0, 0);
  g_autoptr (InkFunnelResult) result
      = ink_funnel_evaluate_again (store, definition, whole, filter, cancellable, NULL);
  g_autoptr (InkTable) steps = NULL;
  g_auto (Leak) leak = { 0 };

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (result == NULL || funnel->n_steps < 2)
    return TRUE;
  steps = ink_funnel_result_to_steps (result);
  find_worst (funnel, steps, &leak);
  if (leak.step > 0 && leak.stopped > worst->stopped)
    {
      Leak old = *worst;

      leak.result = g_steal_pointer (&result);
      *worst = leak;
      leak = old;
    }
  return TRUE;
}

/* ---- In words ---- */

static char *
say_how_many (const InkPassing *whole)
{
  g_autofree char *stopped
      = ink_words_count (whole->settled ? whole->of - whole->passed : whole->stopped);
  g_autofree char *came = ink_words_count (whole->settled ? whole->of : whole->came);
  g_autofree char *share = ink_words_share (1 - whole->share);
  g_autofree char *range
      = ink_words_share_range ((InkInterval){ 1 - whole->high, 1 - whole->low });

  if (whole->settled)
    /* Translators: two counts, a share and its range. */
    return g_strdup_printf (_ ("%s of %s people whose time is over stop here: %s (%s)."),
                            stopped, came, share, range);

  /* Translators: two counts, a share and its range. */
  return g_strdup_printf (_ ("%s of %s people stop here: %s (%s)."), stopped, came, share, range);
}

/* The clearest difference between two personas, if there is one. */
static char *
say_personas (GArray *passing)
{
  guint n = passing->len - 1;
  const InkPassing *best[2] = { NULL, NULL };
  double best_ratio = 0, best_low = 1, best_high = 0;

  for (guint i = 1; i < passing->len; i++)
    for (guint j = 1; j < passing->len; j++)
      {
        const InkPassing *a = &g_array_index (passing, InkPassing, i);
        const InkPassing *b = &g_array_index (passing, InkPassing, j);
        double ratio, low, high;

        if (i == j || !ink_passing_compare (a, b, n * (n - 1) / 2, &ratio, &low, &high)
            || low <= best_low)
          continue;
        best[0] = a;
        best[1] = b;
        best_ratio = ratio;
        best_low = low;
        best_high = high;
      }
  if (best[0] == NULL)
    return NULL;
  {
    g_autofree char *times = ink_words_times (best_ratio);
    g_autofree char *range = ink_words_range ((InkInterval){ best_low, best_high });

    /* Translators: a persona, "5.2 times", another persona, a range. */
    return g_strdup_printf (_ ("“%s” passes it %s as often as “%s” (%s)."), best[0]->name, times,
                            best[1]->name, range);
  }
}

/* Compared by persona, where there are any. NULL with @error where it was cancelled. */
static char *
say (InkDefinition *definition,
     const Leak *leak,
     const InkFilter *filter,
     GCancellable *cancellable,
     GError **error)
{
  gboolean by_persona = definition->personas[0] != NULL
                        && (filter == NULL || filter->persona == NULL);
  g_autoptr (GArray) passing = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *personas = NULL;

  if (by_persona && !ink_funnel_result_add_personas (leak->result, cancellable, error))
    return NULL;
  passing = ink_funnel_result_get_passing (leak->result, leak->step);
  whole = say_how_many (&g_array_index (passing, InkPassing, 0));
  personas = say_personas (passing);
  return personas != NULL ? g_strdup_printf ("%s %s", whole, personas) : g_steal_pointer (&whole);
}

gboolean
ink_highlight_find_leak (InkEventStore *store,
                         InkDefinition *definition,
                         const InkFilter *filter,
                         GCancellable *cancellable,
                         InkHighlight *highlight,
                         GError **error)
{
  g_auto (Leak) worst = { 0 };

  g_return_val_if_fail (store != NULL && definition != NULL && highlight != NULL, FALSE);

  for (guint i = 0; definition->funnels[i] != NULL; i++)
    if (!look_at (store, definition, definition->funnels[i], filter, cancellable, &worst, error))
      return FALSE;
  highlight->kind = INK_HIGHLIGHT_LEAK;
  highlight->page = "funnels";
  if (worst.step == 0)
    {
      highlight->sentence
          = g_strdup (definition->funnels[0] == NULL
                          ? _ ("There is no funnel yet. Make one to see where people stop.")
                          : _ ("Nobody is lost in any funnel so far."));
      return TRUE;
    }
  /* Translators: from one step to the next. */
  highlight->subject = g_strdup_printf (_ ("%s → %s"), worst.from, worst.to);
  highlight->sentence = say (definition, &worst, filter, cancellable, error);
  return highlight->sentence != NULL;
}
