/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The project's own goals are no candidates, and everyday activity stays what it is without the
 * candidates. */
#include "config.h"

#include "analysis/ink-indicator-search.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "analysis/ink-indicator-tries.h"
#include "analysis/ink-indicators-private.h"

/* What goes together like this is one thing with two names. */
#define ONE_THING 0.9
/* Of one property several values may be found, of one event or goal one frequency. */
#define MOST_VALUES_OF_ONE 3

/* ---- What stands out in one half ---- */

/* Not adjusted for how many there are: the other half will be. */
static gboolean
stands_out (const InkTries *self,
            const InkTried *tried)
{
  InkIndicatorRates rates = tried->rates[INK_HALF_SEARCHED];
  InkVerdictCase of = {
    .settings = &self->frame->settings,
    .conversions = self->searched_conversions,
    .counts = &tried->counts,
    .rates = &rates,
    .has_background = TRUE,
  };
  InkVerdict verdict;

  rates.q = rates.adjusted.p_value;
  rates.cochran_q = 1;
  rates.gail_simon_q = rates.differences.gail_simon_p;
  verdict = ink_verdict_judge (&of);
  return verdict == INK_VERDICT_LEADING
         || (verdict == INK_VERDICT_DEPENDS && rates.adjusted.range.low > 1);
}

static int
compare_tried (gconstpointer a,
               gconstpointer b)
{
  const InkTried *x = *(const InkTried *const *) a, *y = *(const InkTried *const *) b;
  double low_x = x->rates[INK_HALF_SEARCHED].adjusted.range.low;
  double low_y = y->rates[INK_HALF_SEARCHED].adjusted.range.low;

  if (low_x != low_y)
    return low_x > low_y ? -1 : 1;
  return x < y ? -1 : x > y;
}

static gboolean
has_enough_of_base (const GPtrArray *chosen,
                    const InkCandidate *candidate)
{
  guint n = 0, most = candidate->kind == INK_CANDIDATE_VALUE ? MOST_VALUES_OF_ONE : 1;

  for (guint i = 0; i < chosen->len; i++)
    {
      const InkTried *other = g_ptr_array_index ((GPtrArray *) chosen, i);

      if ((other->candidate->kind == INK_CANDIDATE_VALUE)
              == (candidate->kind == INK_CANDIDATE_VALUE)
          && g_str_equal (other->candidate->base, candidate->base))
        n++;
    }
  return n >= most;
}

/* (element-type InkTried): the surest first, of each base a few only. */
static GPtrArray *
choose (InkTries *self)
{
  g_autoptr (GPtrArray) standing = g_ptr_array_new ();
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; i < self->tried->len; i++)
    {
      InkTried *tried = &g_array_index (self->tried, InkTried, i);

      if (stands_out (self, tried))
        g_ptr_array_add (standing, tried);
    }
  g_ptr_array_sort (standing, compare_tried);
  for (guint i = 0; i < standing->len && chosen->len < INK_MOST_FOUND; i++)
    {
      InkTried *tried = g_ptr_array_index (standing, i);

      if (!has_enough_of_base (chosen, tried->candidate))
        g_ptr_array_add (chosen, tried);
    }

  return chosen;
}

/* ---- The verdict, in the other half ---- */

/* Writes into the estimates of @chosen, from micro @n_own on, what it costs that so many more were
 * tried: their q is among all of them. */
static void
adjust_for_all (InkTries *self,
                GPtrArray *chosen,
                InkIndicatorEstimates *estimates,
                guint n_own)
{
  g_autofree InkIndicatorRates *all = g_new (InkIndicatorRates, self->tried->len + 1);
  InkIndicatorEstimates family = { .n_micros = self->tried->len,
                                   .n_personas = self->n_personas,
                                   .present = self->present,
                                   .micros = all };

  for (guint i = 0; i < self->tried->len; i++)
    all[i] = g_array_index (self->tried, InkTried, i).rates[INK_HALF_JUDGED];
  ink_indicator_estimates_adjust (&family);
  for (guint i = 0; i < chosen->len; i++)
    {
      const InkTried *tried = g_ptr_array_index (chosen, i);
      const InkIndicatorRates *from
          = &all[tried - &g_array_index (self->tried, InkTried, 0)];
      InkIndicatorRates *to = &estimates->micros[n_own + i];

      to->q = from->q;
      to->cochran_q = from->cochran_q;
      to->gail_simon_q = from->gail_simon_q;
      for (guint j = 0; j < self->n_personas; j++)
        to->persona_q[j] = from->persona_q[j];
    }
}

/* The project's goals, and what was chosen. */
static gboolean
fill_last_batch (InkTries *self,
                 InkIndicatorFrame *batch,
                 GPtrArray *chosen,
                 GError **error)
{
  guint own = MIN (self->frame->n_micros, INK_INDICATOR_MAX_MICROS - INK_MOST_FOUND);

  batch->half = INK_HALF_JUDGED;
  batch->n_micros = own;
  for (guint i = 0; i < chosen->len; i++)
    {
      const InkTried *tried = g_ptr_array_index (chosen, i);
      InkRows *rows = ink_indicator_candidate_rows (self->frame, tried->candidate, error);

      if (rows == NULL)
        {
          ink_tries_drop_rows (batch, own);
          return FALSE;
        }
      batch->micros[batch->n_micros] = tried->candidate->goal;
      batch->micro_rows[batch->n_micros++] = rows;
    }

  return TRUE;
}

static InkIndicators *
judge (InkTries *self,
       GPtrArray *chosen,
       GError **error)
{
  InkIndicatorFrame batch = ink_tries_make_batch (self);
  g_autoptr (InkIndicatorSums) sums = NULL;
  InkIndicatorEstimates *estimates = NULL;
  InkIndicators *verdicts = NULL;
  guint own;

  if (!fill_last_batch (self, &batch, chosen, error))
    return NULL;
  own = batch.n_micros - chosen->len;
  sums = ink_indicator_sums_new (&batch, self->personas, self->only, 0, error);
  if (sums != NULL)
    estimates = ink_indicator_estimates_new_apart (&batch, sums, error);
  if (estimates != NULL)
    {
      ink_indicator_estimates_adjust (estimates);
      ink_indicator_estimates_fit_next_to (estimates, &batch, sums, own);
      adjust_for_all (self, chosen, estimates, own);
      verdicts = ink_indicators_new (&batch, sums, estimates, own);
    }
  ink_tries_drop_rows (&batch, own);

  return verdicts;
}

/* ---- The result ---- */

gboolean
ink_found_holds (const InkFound *found)
{
  g_return_val_if_fail (found != NULL, FALSE);

  return found->indicator->verdict == INK_VERDICT_LEADING
         || (found->indicator->verdict == INK_VERDICT_DEPENDS
             && found->indicator->rates->adjusted.range.low > 1);
}

static int
compare_found (gconstpointer a,
               gconstpointer b)
{
  const InkFound *x = a, *y = b;
  double low_x = x->indicator->rates->adjusted.range.low;
  double low_y = y->indicator->rates->adjusted.range.low;

  if (ink_found_holds (x) != ink_found_holds (y))
    return ink_found_holds (x) ? -1 : 1;
  if (low_x != low_y)
    return low_x > low_y ? -1 : 1;
  return strcmp (x->goal->name, y->goal->name);
}

/* Whether it is one thing with @index, by another name. */
static gboolean
is_known (const InkIndicators *verdicts,
          guint index,
          guint own,
          const gboolean *taken)
{
  for (guint i = 0; i < index; i++)
    if ((i < own || taken[i - own])
        && ink_indicators_get_phi (verdicts, index, i) > ONE_THING)
      return TRUE;
  return FALSE;
}

static void
list_found (InkIndicatorSearch *search,
            GPtrArray *chosen)
{
  guint own = search->verdicts->n - chosen->len;
  gboolean taken[INK_MOST_FOUND] = { FALSE };

  search->found = g_new0 (InkFound, chosen->len + 1);
  for (guint i = 0; i < chosen->len; i++)
    {
      const InkTried *tried = g_ptr_array_index (chosen, i);
      InkFound *found = &search->found[search->n];

      if (is_known (search->verdicts, own + i, own, taken))
        continue;
      taken[i] = TRUE;
      found->kind = tried->candidate->kind;
      found->goal = ink_goal_ref (tried->candidate->goal);
      found->searched = tried->rates[INK_HALF_SEARCHED].adjusted;
      found->indicator = &search->verdicts->indicators[own + i];
      search->n++;
    }
  qsort (search->found, search->n, sizeof (InkFound), compare_found);
  for (guint i = 0; i < search->n; i++)
    search->found[i].says = ink_found_to_words (&search->found[i]);
}

/* Why nothing can be said, or NULL. */
static char *
make_note (const InkTries *self,
           const InkIndicatorSearch *search)
{
  const InkIndicatorSettings *settings = &self->frame->settings;

  if (ink_timeless_applies (self->frame->scope->store))
    return g_strdup (_ ("No event has a time, so nothing comes before anything. Nothing was "
                        "searched."));
  if (!self->frame->has_background)
    return g_strdup (_ ("The data have no everyday activity (page views, logins), so busy people "
                        "cannot be told from convinced ones. Nothing was searched."));
  if (self->tried->len == 0)
    return g_strdup (_ ("There is nothing to search: whatever enough people do is a goal already."));
  if (search->verdicts != NULL
      && ((double) self->searched_conversions < settings->least_compared
          || (double) search->verdicts->counts->conversions < settings->least_compared))
    return g_strdup_printf (_ ("There are too few “%s” to search in one half of the people and judge "
                               "in the other."),
                            self->frame->macro->name);
  if (search->verdicts != NULL && search->verdicts->is_short)
    return g_strdup (search->verdicts->note);
  return NULL;
}

static gboolean
find (InkIndicatorSearch *search,
      InkTries *self,
      GError **error)
{
  g_autoptr (GPtrArray) chosen = NULL;

  if (self->frame->has_background && !ink_timeless_applies (self->frame->scope->store)
      && !ink_tries_look (self, error))
    return FALSE;
  for (guint i = 0; i < self->tried->len; i++)
    search->n_searched[g_array_index (self->tried, InkTried, i).candidate->kind]++;
  chosen = choose (self);
  search->searched_people = self->searched_people;
  search->searched_conversions = self->searched_conversions;
  if (self->tried->len > 0)
    {
      search->verdicts = judge (self, chosen, error);
      if (search->verdicts == NULL)
        return FALSE;
      list_found (search, chosen);
    }
  search->note = make_note (self, search);

  return TRUE;
}

InkIndicatorSearch *
ink_indicator_search_run (InkEventStore *store,
                          InkDefinition *definition,
                          const char *macro,
                          const InkFilter *filter,
                          GCancellable *cancellable,
                          InkProgress *progress,
                          GError **error)
{
  g_autoptr (InkScope) scope = NULL;
  g_autoptr (InkIndicatorFrame) frame = NULL;
  g_autoptr (InkIndicatorSearch) search = NULL;
  InkFilter all = { NULL, INK_TIME_NONE, INK_TIME_NONE };
  InkTries self = { .progress = progress };
  gboolean done;

  g_return_val_if_fail (store != NULL && definition != NULL && macro != NULL, NULL);

  filter = filter != NULL ? filter : &all;
  scope = ink_scope_new (store, definition, cancellable);
  scope->keeps = TRUE;
  if (!ink_indicators_find_persona (scope, filter->persona, &self.only, error))
    return NULL;
  frame = ink_indicator_frame_new (scope, macro, filter->from, filter->to, error);
  if (frame == NULL)
    return NULL;
  self.frame = frame;
  search = g_new0 (InkIndicatorSearch, 1);
  g_atomic_ref_count_init (&search->ref_count);
  search->macro = g_strdup (macro);
  done = ink_tries_begin (&self, error) && find (search, &self, error);
  ink_tries_clear (&self);

  return done ? g_steal_pointer (&search) : NULL;
}
