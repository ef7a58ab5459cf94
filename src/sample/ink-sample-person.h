/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One visitor of the made-up site: who it is, and everything that it does until the export ends. */
#pragma once

#include "sample/ink-sample-random.h"
#include "sample/ink-sample-world.h"

G_BEGIN_DECLS

/**
 * InkSampleEvent:
 * @time: milliseconds since the start of the world
 * @detail: percent, calculator step, or value of the contract
 * @page: InkSamplePageNumber
 * @duration: seconds; 0 is not known
 * @device: which of the person's two
 * @known: the row carries the user id, since the person is signed in on this device
 */
typedef struct
{
  gint64 time;
  guint32 person;
  guint32 detail;
  guint16 page;
  guint16 duration;
  guint8 name;
  guint8 channel;
  guint8 device : 1;
  guint8 known : 1;
  guint8 item : 2;
  guint8 campaign : 1;
} InkSampleEvent;

/**
 * InkSamplePerson:
 * @says_role: has answered at the first visit; whoever has not is known by behaviour only
 */
typedef struct
{
  guint8 persona;
  guint8 role;
  guint8 size;
  guint8 place;
  guint8 devices[2];
  guint8 channel;
  guint8 says_role;
} InkSamplePerson;

/* Appends what person @number does to @events (InkSampleEvent), in order of time, and fills
 * @person. The same for the same @seed and @number on every machine. */
void ink_sample_person_live (guint64 seed, guint32 number, InkSamplePerson *person,
                             GArray *events);

G_END_DECLS
