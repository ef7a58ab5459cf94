/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How one visitor lives: visits as a Poisson process that follows the person's activity, micros
 * inside visits (ink-sample-visit.c), and a hazard of deciding that only some of the micros raise.
 *
 * As in the worlds that the method was tested on: the more active do more of everything, and decide
 * sooner, so that what merely follows activity looks like a sign until like is compared with like.
 * Visits come in bursts, for everybody alike. Whoever has saved something is much likelier to take
 * a template in the weeks after, but not so much that saving would owe its ratio to templates.
 * The demo is recorded some days after the decision; what falls after the end is not there. */
#include "sample/ink-sample-person.h"

#include "sample/ink-sample-visit.h"

/* Mean days between bursts of visits of a person of activity 1. */
#define VISIT_DAYS 33
/* How many have the habit of copying snippets. */
#define COPIES_CHANCE 240000
/* Whether a visit is followed by another of the same burst, and after how many days on average. */
#define BURST_CHANCE 550000
#define BURST_DAYS 4
/* The least time between two visits: more than the gap that ends a session. */
#define PAUSE (35 * INK_SAMPLE_MINUTE)
/* Hazard of deciding per minute × 2^44 at 100 per cent of everything: about 1.08 in 10 000 a day. */
#define BASE_HAZARD G_GINT64_CONSTANT (2200000)
#define HAZARD_BITS 44
/* Weekends keep 3 of 10 visits; so the process runs faster by 7 / (5 + 2 × 0.3). */
#define WEEKEND_CHANCE 300000
#define WEEKDAY_SHARE 80 /* per cent of all, on average over a week */

static gboolean
is_weekend (gint64 time)
{
  /* The world starts on a Wednesday; Monday is 0. */
  return (time / INK_SAMPLE_DAY + 2) % 7 >= 5;
}

/* Moves an evenly spread time within its day to the hours at which people are awake. */
static gint64
to_waking_hours (gint64 time)
{
  static const guint8 weights[24] = { 4,  2,  1,  1,  1,  3,  10, 30, 62, 78, 80, 72,
                                      60, 68, 76, 72, 64, 50, 40, 42, 46, 40, 24, 10 };
  gint64 day = time / INK_SAMPLE_DAY * INK_SAMPLE_DAY;
  gint64 left = (time - day) * 936 / 24; /* 936: the sum of the weights; an hour is 936 / 24 */
  int hour = 0;

  while (hour < 23 && left >= weights[hour] * INK_SAMPLE_HOUR)
    left -= weights[hour++] * INK_SAMPLE_HOUR;
  return day + hour * INK_SAMPLE_HOUR + left / weights[hour];
}

/* The next time of a Poisson process that is quiet at weekends. */
static gint64
next_time (InkSampleLife *life,
           gint64 time,
           gint64 mean)
{
  do
    time += ink_visit_wait (life, mean / 100 * WEEKDAY_SHARE);
  while (time < INK_SAMPLE_LENGTH && is_weekend (time)
         && !ink_sample_random_chance (&life->random, WEEKEND_CHANCE));
  return time;
}

static void
make_person (InkSampleLife *life)
{
  InkSamplePerson *person = life->person;
  InkSampleRandom *random = &life->random;
  InkFixed spread = ink_sample_random_normal (random);

  person->persona = (guint8) ink_sample_random_pick (random, ink_sample_persona_shares,
                                                     INK_SAMPLE_N_PERSONAS);
  person->role = (guint8) (1 + 2 * person->persona);
  if (person->persona != INK_SAMPLE_STUDENT)
    person->role += ink_sample_random_below (random, 2);
  person->size = (guint8) ink_sample_random_pick (random, ink_sample_size_shares,
                                                  INK_SAMPLE_N_SIZES);
  person->place = (guint8) ink_sample_random_pick (random, ink_sample_place_shares,
                                                   INK_SAMPLE_N_PLACES);
  for (guint i = 0; i < 2; i++)
    person->devices[i] = (guint8) ink_sample_random_pick (random, ink_sample_device_shares[i],
                                                          INK_SAMPLE_N_DEVICES);
  person->channel = (guint8) ink_sample_random_pick (random, ink_sample_channel_shares,
                                                     INK_SAMPLE_N_CHANNELS);
  life->reads_long = ink_sample_random_chance (random, 500000);
  life->copies = ink_sample_random_chance (random, COPIES_CHANCE);
  person->says_role = ink_sample_random_chance (random, 640000);
  /* Log-normal with mean 1: deviation 0.9, less half its square. */
  life->activity = (guint64) ink_sample_exp (spread * 9 / 10 - INK_ONE * 405 / 1000);
}

static gint64
next_visit (InkSampleLife *life,
            gint64 time,
            gint64 mean)
{
  gboolean is_burst = ink_sample_random_chance (&life->random, BURST_CHANCE);

  return next_time (life, time, is_burst ? MIN (mean, BURST_DAYS * INK_SAMPLE_DAY) : mean);
}

/* All visits until the export ends, whatever is decided meanwhile. */
static void
visit_until_end (InkSampleLife *life)
{
  gint64 mean = (gint64) ((guint64) (VISIT_DAYS * INK_SAMPLE_DAY * INK_ONE) / life->activity);
  gint64 end = 0;

  for (gint64 time = life->first_visit; time < INK_SAMPLE_LENGTH;
       time = next_visit (life, time, mean))
    end = ink_visit_run (life, MAX (to_waking_hours (time), end), FALSE) + PAUSE;
}

/* Hazard per minute at the start, with all that is there from the start. */
static gint64
base_hazard (const InkSampleLife *life)
{
  gint64 hazard = BASE_HAZARD;

  hazard = hazard * (gint64) life->activity / INK_ONE;
  hazard = hazard * ink_sample_personas[life->person->persona].hazard / 100;
  return hazard * ink_sample_channels[life->person->channel].hazard / 100;
}

static gint64
hazard_at (const InkSampleLife *life,
           gint64 base,
           gint64 time)
{
  for (guint i = 0; i < INK_SAMPLE_N_EFFECTS; i++)
    if (life->first[i] <= time)
      base = base * ink_sample_micros[i].hazard[life->person->persona] / 100;
  return base;
}

/* When the hazard changes next after @time; INK_SAMPLE_NEVER where it stays. */
static gint64
next_change (const InkSampleLife *life,
             gint64 time)
{
  gint64 next = INK_SAMPLE_NEVER;

  for (guint i = 0; i < INK_SAMPLE_N_EFFECTS; i++)
    if (life->first[i] > time)
      next = MIN (next, life->first[i]);
  return next;
}

/* When the person decides: the time at which the hazard adds up to an exponential number. */
static gint64
decide (InkSampleLife *life)
{
  gint64 left = ink_sample_random_exponential (&life->random) << (HAZARD_BITS - 16);
  gint64 base = MAX (base_hazard (life), 1);
  gint64 time = life->first_visit;

  while (time < INK_SAMPLE_LENGTH)
    {
      gint64 until = MIN (next_change (life, time), INK_SAMPLE_LENGTH);
      gint64 minutes = (until - time) / INK_SAMPLE_MINUTE;
      gint64 hazard = MAX (hazard_at (life, base, time), 1);

      if (left <= hazard * minutes)
        return time + left / hazard * INK_SAMPLE_MINUTE;
      left -= hazard * minutes;
      time = until;
    }
  return INK_SAMPLE_NEVER;
}

/* A moment of the working week at or soon after @time. */
static gint64
to_working_week (InkSampleLife *life,
                 gint64 time)
{
  while (is_weekend (time) && ink_sample_random_chance (&life->random, 850000))
    time += INK_SAMPLE_DAY;
  return to_waking_hours (time);
}

/* The visit in which the demo is booked: a look at the price, mostly, and the form. */
static gint64
book_demo (InkSampleLife *life,
           gint64 time)
{
  time = ink_visit_run (life, to_working_week (life, time), TRUE);
  if (ink_sample_random_chance (&life->random, 700000))
    time = ink_visit_page (life, time, INK_SAMPLE_PAGE_PRICING, ink_visit_spend (life), FALSE);
  time += ink_visit_seconds (life, 30, 200);
  ink_visit_add_event (life, time, INK_SAMPLE_BOOKED_DEMO, INK_SAMPLE_PAGE_DEMO);
  ink_visit_sign_in (life, time);
  return time;
}

static void
sign_contract (InkSampleLife *life,
               gint64 demo)
{
  static const guint16 hundreds[INK_SAMPLE_N_SIZES] = { 24, 60, 150, 420 };
  gint64 time = to_working_week (life, demo + 5 * INK_SAMPLE_DAY
                                       + ink_visit_wait (life, 18 * INK_SAMPLE_DAY));
  guint32 value = hundreds[life->person->size];

  value = value / 2 + ink_sample_random_below (&life->random, value);
  ink_visit_add_event (life, time, INK_SAMPLE_SIGNED_CONTRACT, INK_SAMPLE_NO_PAGE)->detail
      = value * 100;
}

/* What only customers do: mails opened in the 60 days after the demo, a second demo, a contract. */
static void
live_on_after_demo (InkSampleLife *life,
                    gint64 demo)
{
  guint8 channel = life->channel;
  gint64 time = demo;

  if (ink_sample_random_chance (&life->random, 60000))
    book_demo (life, demo + INK_SAMPLE_DAY + ink_visit_wait (life, 20 * INK_SAMPLE_DAY));
  life->channel = channel;
  if (ink_sample_random_chance (&life->random, 300000))
    sign_contract (life, demo);
  life->channel = 3; /* the newsletter's */
  life->campaign = 0;
  while ((time += ink_visit_wait (life, 13 * INK_SAMPLE_DAY)) < demo + 60 * INK_SAMPLE_DAY)
    /* Hours are moved within their day: never to before the demo. */
    ink_visit_add_event (life, MAX (to_waking_hours (time), demo + INK_SAMPLE_MINUTE),
                         INK_SAMPLE_OPENED_MAIL, INK_SAMPLE_NO_PAGE);
}

static void
buy (InkSampleLife *life)
{
  gint64 decision = decide (life);
  gint64 demo;

  if (decision >= INK_SAMPLE_LENGTH)
    return;
  demo = decision + ink_visit_wait (life, INK_SAMPLE_DELAY_DAYS * INK_SAMPLE_DAY);
  if (demo >= INK_SAMPLE_LENGTH)
    return;
  live_on_after_demo (life, book_demo (life, demo));
}

/* Sorts by time, keeping the order of equals (the list is nearly sorted already), and leaves out
 * what the export does not show any more. */
static void
sort_and_cut (GArray *events,
              guint from)
{
  InkSampleEvent *rows = (InkSampleEvent *) (gpointer) events->data;

  for (guint i = from + 1; i < events->len; i++)
    {
      InkSampleEvent event = rows[i];
      guint k = i;

      for (; k > from && rows[k - 1].time > event.time; k--)
        rows[k] = rows[k - 1];
      rows[k] = event;
    }
  while (events->len > from && rows[events->len - 1].time >= INK_SAMPLE_LENGTH)
    g_array_set_size (events, events->len - 1);
}

/* Says on which rows the user id stands. The second device is only told from the first where the
 * person signs in on both: else one person would look like two. */
static void
mark_known (InkSampleLife *life,
            guint from)
{
  InkSampleEvent *rows = (InkSampleEvent *) (gpointer) life->events->data;
  guint8 tied = 0;

  for (guint i = from; i < life->events->len; i++)
    {
      rows[i].known = rows[i].time >= life->sign_in;
      if (rows[i].known)
        tied |= 1u << rows[i].device;
    }
  for (guint i = from; i < life->events->len; i++)
    {
      rows[i].device &= tied == 3;
    }
}

/* Any time but the last two weeks. */
static gint64
pick_first_visit (InkSampleLife *life)
{
  gint64 minutes = (INK_SAMPLE_LENGTH - 14 * INK_SAMPLE_DAY) / INK_SAMPLE_MINUTE;
  gint64 time = ink_sample_random_below (&life->random, (guint32) minutes) * INK_SAMPLE_MINUTE;

  return next_time (life, time, INK_SAMPLE_DAY / 4);
}

void
ink_sample_person_live (guint64 seed,
                        guint32 number,
                        InkSamplePerson *person,
                        GArray *events)
{
  InkSampleLife life = {
    .random = ink_sample_random_new (seed, number),
    .person = person,
    .events = events,
    .number = number,
    .last_save = INK_SAMPLE_NEVER,
    .signed_up = INK_SAMPLE_NEVER,
    .sign_in = INK_SAMPLE_NEVER,
  };
  guint from = events->len;

  for (guint i = 0; i < INK_SAMPLE_N_EFFECTS; i++)
    life.first[i] = INK_SAMPLE_NEVER;
  make_person (&life);
  life.first_visit = pick_first_visit (&life);
  visit_until_end (&life);
  buy (&life);
  sort_and_cut (events, from);
  mark_known (&life, from);
}
