/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One visit of a visitor of the made-up site: pages, and the micros at their chances. Private. */
#pragma once

#include "sample/ink-sample-person.h"

G_BEGIN_DECLS

#define INK_SAMPLE_NEVER G_MAXINT64

/**
 * InkSampleLife: a visitor while being made up.
 * @first: the first completion of each micro that has an effect
 * @terms: read in the visit under way, habits aside
 * @channel: of the visit under way, as are @campaign and @device
 */
typedef struct
{
  InkSampleRandom random;
  InkSamplePerson *person;
  GArray *events;
  guint32 number;
  guint64 activity; /* InkFixed */
  gint64 first_visit;
  gint64 first[INK_SAMPLE_N_EFFECTS];
  gint64 last_save;
  gint64 signed_up;
  gint64 sign_in;
  guint visits;
  guint terms;
  guint8 channel;
  guint8 campaign;
  guint8 device;
  gboolean reads_long;
  gboolean copies;
} InkSampleLife;

/* A visit that begins at @time; returns its end. */
gint64          ink_visit_run       (InkSampleLife *life, gint64 time, gboolean is_buying);

/* What a visit is made of, for what happens outside of ordinary ones. */
InkSampleEvent *ink_visit_add_event (InkSampleLife *life, gint64 time, InkSampleName name,
                                     guint page);
gint64          ink_visit_page      (InkSampleLife *life, gint64 time, guint page, gint64 spent,
                                     gboolean is_last);
void            ink_visit_sign_in   (InkSampleLife *life, gint64 time);

/* Lengths of time: milliseconds on a page, between @least and @least + @span seconds, and of mean
 * @mean between events that know nothing of one another. */
gint64          ink_visit_spend     (InkSampleLife *life);
gint64          ink_visit_seconds   (InkSampleLife *life, guint least, guint span);
gint64          ink_visit_wait      (InkSampleLife *life, gint64 mean);

G_END_DECLS
