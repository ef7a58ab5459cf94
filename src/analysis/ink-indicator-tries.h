/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Everything that a search tries, looked at in either half of the people. */
#pragma once

#include "analysis/ink-indicator-candidates.h"
#include "analysis/ink-indicators.h"
#include "base/ink-progress.h"

G_BEGIN_DECLS

typedef enum
{
  INK_HALF_SEARCHED,
  INK_HALF_JUDGED,
  INK_N_HALVES,
} InkHalf;

/**
 * InkTried: what is kept of a candidate
 * @rates: (array length=INK_N_HALVES): in either half
 * @counts: of the half that is searched; without its lists
 */
typedef struct
{
  const InkCandidate *candidate;
  InkIndicatorRates rates[INK_N_HALVES];
  InkIndicatorMicroTally counts;
} InkTried;

/**
 * InkTries:
 * @frame: borrowed, set by the caller with @only (a persona) and @progress
 * @people: (array): by candidate
 * @tried: (element-type InkTried): the candidates that enough people did
 * @halves: (array): by person
 * @searched_people, @searched_conversions: of the half that is searched
 */
typedef struct
{
  InkIndicatorFrame *frame;
  int only;
  InkProgress *progress;
  InkIndicatorPersonas *personas;
  GPtrArray *candidates;
  guint32 *people;
  GArray *tried;
  guint n_personas;
  gboolean *present;
  guint8 *halves;
  guint64 searched_people;
  guint64 searched_conversions;
} InkTries;

/* Lists the candidates. FALSE with @error when cancelled or where a rule cannot be read. */
gboolean          ink_tries_begin      (InkTries *self, GError **error);
/* Looks at all of them, in both halves. */
gboolean          ink_tries_look       (InkTries *self, GError **error);
void              ink_tries_clear      (InkTries *self);

/* A frame of other micros, which shares all else and is not freed; none yet. */
InkIndicatorFrame ink_tries_make_batch (const InkTries *self);
/* Takes its micros out, from number @first on, with their rows. */
void              ink_tries_drop_rows  (InkIndicatorFrame *batch, guint first);

G_END_DECLS
