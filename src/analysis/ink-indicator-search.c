/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Candidates are looked at in batches, since what is done is a bit of one number. The project's own
 * goals are no candidates, and everyday activity stays what it is without the candidates. */
#include "config.h"

#include "analysis/ink-indicator-search.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "analysis/ink-indicators-private.h"
#include "analysis/ink-slices.h"

/* People who did it, in both halves together: fewer are too few in either. */
#define LEAST_HALVES 2
/* A deadline that nearly everybody keeps is none. */
#define THE_SAME 0.95
/* What goes together like this is one thing with two names. */
#define ONE_THING 0.9
/* Of one property several values may be found, of one event or goal one frequency. */
#define MOST_VALUES_OF_ONE 3

enum
{
  SEARCHED,
  JUDGED,
  N_HALVES,
};

/* What is kept of a candidate in either half. */
typedef struct
{
  const InkCandidate *candidate;
  InkIndicatorRates rates[N_HALVES];
  InkIndicatorMicroTally counts; /* of the half that is searched; without its lists */
  gboolean stands_out;
} Tried;

typedef struct
{
  InkIndicatorFrame *frame;
  InkIndicatorPersonas *personas;
  int only;
  GPtrArray *candidates;
  guint32 *people; /* by candidate */
  GArray *tried;   /* Tried */
  guint n_personas;
  gboolean *present;
  guint8 *halves;
  guint64 searched_people;
  guint64 searched_conversions;
  InkProgress *progress;
} Searching;

/* ---- Halves ---- */

/* The half of somebody is the same whatever else is imported, and on every computer. */
static guint8
find_half (const char *id)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (const char *p = id; *p != '\0'; p++)
    hash = (hash ^ (guint8) *p) * G_GUINT64_CONSTANT (0x100000001b3);
  hash = (hash ^ hash >> 32) * G_GUINT64_CONSTANT (0xd6e8feb86659fd93);
  return (hash ^ hash >> 32) & 1;
}

static guint8 *
find_halves (const InkScope *scope)
{
  guint8 *halves = g_new (guint8, scope->n_people + 1);

  for (guint32 person = 0; person < scope->n_people; person++)
    halves[person] = find_half (ink_event_store_get_person_id (scope->store, person));
  return halves;
}

/* ---- Batches ---- */

static void
clear_rates (InkIndicatorRates *rates)
{
  g_clear_pointer (&rates->personas, g_free);
  g_clear_pointer (&rates->persona_q, g_free);
}

static void
clear_tried (gpointer data)
{
  Tried *tried = data;

  for (guint half = 0; half < N_HALVES; half++)
    clear_rates (&tried->rates[half]);
}

static void
take_rates (Searching *self,
            InkIndicatorEstimates *estimates,
            guint first,
            guint half)
{
  for (guint i = 0; i < estimates->n_micros; i++)
    {
      Tried *tried = &g_array_index (self->tried, Tried, first + i);

      tried->rates[half] = estimates->micros[i];
      estimates->micros[i].personas = NULL;
      estimates->micros[i].persona_q = NULL;
    }
  self->n_personas = estimates->n_personas;
  if (half != JUDGED)
    return;
  g_free (self->present);
  self->present = g_steal_pointer (&estimates->present);
}

static void
take_counts (Searching *self,
             const InkIndicatorTally *tally,
             guint first)
{
  self->searched_people = tally->people;
  self->searched_conversions = tally->conversions;
  for (guint i = 0; i < tally->n_micros; i++)
    {
      InkIndicatorMicroTally *counts = &g_array_index (self->tried, Tried, first + i).counts;

      *counts = tally->micros[i];
      counts->lags = counts->risk_events = counts->risk_ends = NULL;
    }
}

static gboolean
look_at_half (Searching *self,
              InkIndicatorFrame *batch,
              guint first,
              guint half,
              GError **error)
{
  g_autoptr (InkIndicatorSums) sums = NULL;
  g_autoptr (InkIndicatorEstimates) estimates = NULL;

  batch->half = (guint8) half;
  sums = ink_indicator_sums_new (batch, self->personas, self->only, 0, error);
  if (sums == NULL)
    return FALSE;
  estimates = ink_indicator_estimates_new_apart (batch, sums, error);
  if (estimates == NULL)
    return FALSE;
  take_rates (self, estimates, first, half);
  if (half == SEARCHED)
    take_counts (self, sums->tally, first);

  return TRUE;
}

/* A frame of other micros, which shares all else and is not freed. */
static InkIndicatorFrame
make_batch (const Searching *self)
{
  InkIndicatorFrame batch = *self->frame;

  batch.n_micros = 0;
  batch.halves = self->halves;
  return batch;
}

static void
drop_rows (InkIndicatorFrame *batch,
           guint first)
{
  for (guint i = first; i < batch->n_micros; i++)
    ink_rows_unref ((InkRows *) batch->micro_rows[i]);
  batch->n_micros = first;
}

static gboolean
look_at_batch (Searching *self,
               InkIndicatorFrame *batch,
               GError **error)
{
  guint first = self->tried->len - batch->n_micros;
  gboolean done = TRUE;

  for (guint half = 0; half < N_HALVES && done && batch->n_micros > 0; half++)
    done = look_at_half (self, batch, first, half, error);
  drop_rows (batch, 0);
  return done;
}

/* Only who did it is asked, never what came of it: leaving out is no looking. */
static gboolean
is_worth_it (const Searching *self,
             guint index,
             guint32 people)
{
  const InkCandidate *candidate = g_ptr_array_index (self->candidates, index);

  return people >= LEAST_HALVES * self->frame->settings.least_people
         && (candidate->looser == 0
             || people < THE_SAME * self->people[candidate->looser - 1]);
}

static void
add_to_batch (Searching *self,
              InkIndicatorFrame *batch,
              const InkCandidate *candidate,
              InkRows *rows)
{
  Tried tried = { .candidate = candidate };

  batch->micros[batch->n_micros] = candidate->goal;
  batch->micro_rows[batch->n_micros++] = rows;
  g_array_append_val (self->tried, tried);
}

static gboolean
look_at_all (Searching *self,
             GError **error)
{
  InkIndicatorFrame batch = make_batch (self);

  for (guint i = 0; i < self->candidates->len; i++)
    {
      const InkCandidate *candidate = g_ptr_array_index (self->candidates, i);
      InkRows *rows = ink_indicator_candidate_rows (self->frame, candidate, error);

      if (rows == NULL)
        {
          drop_rows (&batch, 0);
          return FALSE;
        }
      ink_progress_set (self->progress, i, (gint64) self->candidates->len + 1, 0);
      self->people[i] = rows->n;
      if (is_worth_it (self, i, rows->n))
        add_to_batch (self, &batch, candidate, rows);
      else
        ink_rows_unref (rows);
      if (batch.n_micros == INK_INDICATOR_MAX_MICROS && !look_at_batch (self, &batch, error))
        return FALSE;
    }

  return look_at_batch (self, &batch, error);
}

/* ---- What stands out in one half ---- */

/* Not adjusted for how many there are: the other half will be. */
static gboolean
stands_out (const Searching *self,
            const Tried *tried)
{
  InkIndicatorRates rates = tried->rates[SEARCHED];
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
  const Tried *x = *(const Tried *const *) a, *y = *(const Tried *const *) b;
  double low_x = x->rates[SEARCHED].adjusted.range.low;
  double low_y = y->rates[SEARCHED].adjusted.range.low;

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
      const Tried *other = g_ptr_array_index ((GPtrArray *) chosen, i);

      if ((other->candidate->kind == INK_CANDIDATE_VALUE)
              == (candidate->kind == INK_CANDIDATE_VALUE)
          && g_str_equal (other->candidate->base, candidate->base))
        n++;
    }
  return n >= most;
}

/* (element-type Tried): the surest first, of each base a few only. */
static GPtrArray *
choose (Searching *self)
{
  g_autoptr (GPtrArray) standing = g_ptr_array_new ();
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; i < self->tried->len; i++)
    {
      Tried *tried = &g_array_index (self->tried, Tried, i);

      if (stands_out (self, tried))
        g_ptr_array_add (standing, tried);
    }
  g_ptr_array_sort (standing, compare_tried);
  for (guint i = 0; i < standing->len && chosen->len < INK_MOST_FOUND; i++)
    {
      Tried *tried = g_ptr_array_index (standing, i);

      if (!has_enough_of_base (chosen, tried->candidate))
        g_ptr_array_add (chosen, tried);
    }

  return chosen;
}

/* ---- The verdict, in the other half ---- */

/* Writes into the estimates of @chosen, from micro @n_own on, what it costs that so many more were
 * tried: their q is among all of them. */
static void
adjust_for_all (Searching *self,
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
    all[i] = g_array_index (self->tried, Tried, i).rates[JUDGED];
  ink_indicator_estimates_adjust (&family);
  for (guint i = 0; i < chosen->len; i++)
    {
      const Tried *tried = g_ptr_array_index (chosen, i);
      const InkIndicatorRates *from
          = &all[tried - &g_array_index (self->tried, Tried, 0)];
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
fill_last_batch (Searching *self,
                 InkIndicatorFrame *batch,
                 GPtrArray *chosen,
                 GError **error)
{
  guint own = MIN (self->frame->n_micros, INK_INDICATOR_MAX_MICROS - INK_MOST_FOUND);

  batch->half = JUDGED;
  batch->n_micros = own;
  for (guint i = 0; i < chosen->len; i++)
    {
      const Tried *tried = g_ptr_array_index (chosen, i);
      InkRows *rows = ink_indicator_candidate_rows (self->frame, tried->candidate, error);

      if (rows == NULL)
        {
          drop_rows (batch, own);
          return FALSE;
        }
      batch->micros[batch->n_micros] = tried->candidate->goal;
      batch->micro_rows[batch->n_micros++] = rows;
    }

  return TRUE;
}

static InkIndicators *
judge (Searching *self,
       GPtrArray *chosen,
       GError **error)
{
  InkIndicatorFrame batch = make_batch (self);
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
  drop_rows (&batch, own);

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
      const Tried *tried = g_ptr_array_index (chosen, i);
      InkFound *found = &search->found[search->n];

      if (is_known (search->verdicts, own + i, own, taken))
        continue;
      taken[i] = TRUE;
      found->kind = tried->candidate->kind;
      found->goal = ink_goal_ref (tried->candidate->goal);
      found->searched = tried->rates[SEARCHED].adjusted;
      found->indicator = &search->verdicts->indicators[own + i];
      search->n++;
    }
  qsort (search->found, search->n, sizeof (InkFound), compare_found);
  for (guint i = 0; i < search->n; i++)
    search->found[i].says = ink_found_to_words (&search->found[i]);
}

/* Why nothing can be said, or NULL. */
static char *
make_note (const Searching *self,
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
      Searching *self,
      GError **error)
{
  g_autoptr (GPtrArray) chosen = NULL;

  if (self->frame->has_background && !ink_timeless_applies (self->frame->scope->store)
      && !look_at_all (self, error))
    return FALSE;
  for (guint i = 0; i < self->tried->len; i++)
    search->n_searched[g_array_index (self->tried, Tried, i).candidate->kind]++;
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

static void
clear_searching (Searching *self)
{
  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  g_clear_pointer (&self->tried, g_array_unref);
  g_clear_pointer (&self->personas, ink_indicator_personas_unref);
  g_free (self->people);
  g_free (self->present);
  g_free (self->halves);
}

static gboolean
begin (Searching *self,
       GError **error)
{
  self->personas = ink_indicator_personas_new (self->frame, error);
  if (self->personas == NULL)
    return FALSE;
  /* Hundreds of rules that are asked once would drive out what the next question needs. */
  self->frame->scope->keeps = FALSE;
  self->candidates = ink_indicator_candidates_new (self->frame, error);
  if (self->candidates == NULL)
    return FALSE;
  self->people = g_new0 (guint32, self->candidates->len + 1);
  self->tried = g_array_new (FALSE, TRUE, sizeof (Tried));
  g_array_set_clear_func (self->tried, clear_tried);
  self->halves = find_halves (self->frame->scope);

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
  Searching self = { .progress = progress };
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
  done = begin (&self, error) && find (search, &self, error);
  clear_searching (&self);

  return done ? g_steal_pointer (&search) : NULL;
}
