/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How one visitor lives: visits as a Poisson process that follows the person's activity, micros
 * inside visits, and a hazard of deciding that only some of the micros raise.
 *
 * As in the worlds that the method was tested on: the more active do more of everything, and decide
 * sooner, so that what merely follows activity looks like a sign until like is compared with like.
 * Long reads and copied snippets are habits: whoever has one shows it from the first visits on, be
 * it one visit or thirty, so that it says nothing about how active the person is.
 * Visits come in bursts, for everybody alike. Whoever has saved something is much likelier to take
 * a template in the weeks after, and a template hastens the decision for some weeks: so a path leads
 * from reading to a demo that takes days, not minutes, and is still no mere matter of activity.
 * The demo is recorded some days after the decision; what falls after the end is not there. */
#include "sample/ink-sample-person.h"

#define NEVER G_MAXINT64

/* Mean days between bursts of visits of a person of activity 1. */
#define VISIT_DAYS 33
/* Whether a visit is followed by another of the same burst, and after how many days on average. */
#define BURST_CHANCE 550000
#define BURST_DAYS 4
/* Times the chance of a template for this long after a save. */
#define SAVE_TO_TEMPLATE 70
#define SAVE_LASTS (30 * INK_SAMPLE_DAY)
/* The least time between two visits: more than the gap that ends a session. */
#define PAUSE (35 * INK_SAMPLE_MINUTE)
/* Hazard of deciding per minute × 2^44 at 100 per cent of everything: about 1.08 in 10 000 a day. */
#define BASE_HAZARD G_GINT64_CONSTANT (1320000)
#define HAZARD_BITS 44
/* Weekends keep 3 of 10 visits; so the process runs faster by 7 / (5 + 2 × 0.3). */
#define WEEKEND_CHANCE 300000
#define WEEKDAY_SHARE 80 /* per cent of all, on average over a week */

typedef struct
{
  InkSampleRandom random;
  InkSamplePerson *person;
  GArray *events;
  guint32 number;
  guint64 activity; /* InkFixed */
  gint64 first_visit;
  gint64 first[INK_SAMPLE_N_EFFECTS]; /* first completion of each micro that has an effect */
  gint64 last_save;
  gint64 signed_up;
  gint64 sign_in;
  guint visits;
  guint terms; /* read in the visit under way */
  guint8 channel; /* of the visit under way */
  guint8 campaign;
  guint8 device;
  gboolean reads_long;
  gboolean copies;
} Life;

static gint64
wait (Life  *life,
      gint64 mean)
{
  return (ink_sample_random_exponential (&life->random) * (mean >> 8)) >> 8;
}

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
next_time (Life  *life,
           gint64 time,
           gint64 mean)
{
  do
    time += wait (life, mean / 100 * WEEKDAY_SHARE);
  while (time < INK_SAMPLE_LENGTH && is_weekend (time)
         && !ink_sample_random_chance (&life->random, WEEKEND_CHANCE));
  return time;
}

static InkSampleEvent *
add_event (Life         *life,
           gint64        time,
           InkSampleName name,
           guint         page)
{
  InkSampleEvent event = {
    .time = time,
    .person = life->number,
    .page = (guint16) page,
    .name = (guint8) name,
    .channel = life->channel,
    .campaign = life->campaign,
    .device = life->device,
  };

  g_array_append_val (life->events, event);
  return &g_array_index (life->events, InkSampleEvent, life->events->len - 1);
}

static void
complete (Life           *life,
          InkSampleEffect effect,
          gint64          time)
{
  life->first[effect] = MIN (life->first[effect], time);
}

static void
sign_in (Life  *life,
         gint64 time)
{
  life->sign_in = MIN (life->sign_in, time);
}

static gint64
seconds (Life *life,
         guint least,
         guint span)
{
  return (gint64) (least * 1000 + ink_sample_random_below (&life->random, span * 1000));
}

/* A term, some much more often looked at than others. */
static guint
pick_term (Life *life)
{
  guint32 a = ink_sample_random_below (&life->random, 4096);
  guint32 b = ink_sample_random_below (&life->random, 4096);

  /* By a step that shares no factor with 64, so that the favourites are not the alphabet's first */
  return (a * b / (4096 * 4096 / INK_SAMPLE_N_TERMS) * 37 + 57) % INK_SAMPLE_N_TERMS;
}

static guint
pick_page (Life *life)
{
  guint32 u = ink_sample_random_below (&life->random, 100);

  if (u < 70)
    return pick_term (life);
  if (u < 84)
    return INK_SAMPLE_PAGE_GUIDE + (u & 1);
  return u < 94 ? INK_SAMPLE_PAGE_HOME : INK_SAMPLE_PAGE_TEMPLATES + (u & 1);
}

/* Where a visit ends: mostly no term, so that reading comes before what it leads to. */
static guint
pick_last_page (Life *life)
{
  guint32 u = ink_sample_random_below (&life->random, 100);

  if (u < 20)
    return pick_term (life);
  return u < 60 ? INK_SAMPLE_PAGE_HOME : INK_SAMPLE_PAGE_GUIDE + (u & 1);
}

/* One page: seen for some seconds, mostly known to the export, with what is done on it. */
static gint64
view_page (Life    *life,
           gint64   time,
           guint    page,
           gint64   spent,
           gboolean is_last)
{
  InkSampleEvent *view = add_event (life, time,
                                    page == INK_SAMPLE_PAGE_PRICING ? INK_SAMPLE_VIEWED_PRICING
                                                                    : INK_SAMPLE_VIEWED_PAGE,
                                    page);
  guint32 u = ink_sample_random_below (&life->random, 100);

  life->terms += page < INK_SAMPLE_N_TERMS;
  if (!is_last || u < 40)
    view->duration = (guint16) (spent / 1000);
  if (u % 10 == 9)
    add_event (life, time + spent / 6, INK_SAMPLE_SEARCHED, page);
  if (page < INK_SAMPLE_N_TERMS && u % 10 < 3)
    add_event (life, time + spent / 3, INK_SAMPLE_EXPANDED_SECTION, page)->item = u % 4;
  return time + spent;
}

static gint64
spend (Life *life)
{
  gint64 spent = 4000 + wait (life, 38000);

  /* Whoever has not the habit reads long once in a thousand pages. */
  if (ink_sample_random_chance (&life->random, 1000))
    return seconds (life, 120, 180);
  return MIN (spent, 118000);
}

static gint64
use_calculator (Life  *life,
                gint64 time)
{
  for (guint step = 0; step < 3; step++)
    {
      gint64 spent = step == 0 ? seconds (life, 5, 20) : seconds (life, 26, 90);
      InkSampleEvent *event = add_event (life, time, INK_SAMPLE_USED_CALCULATOR,
                                         INK_SAMPLE_PAGE_CALCULATOR);

      event->detail = step;
      event->duration = (guint16) (spent / 1000);
      if (step == 2 && event->duration >= 30)
        complete (life, INK_SAMPLE_EFFECT_CALCULATOR, time);
      time += spent;
      if (ink_sample_random_chance (&life->random, 180000))
        break;
    }
  return time;
}

static gint64
watch_video (Life  *life,
             gint64 time)
{
  static const guint8 shares[4] = { 22, 30, 26, 22 };
  guint quarter = ink_sample_random_pick (&life->random, shares, 4);
  InkSampleEvent *event = add_event (life, time, INK_SAMPLE_WATCHED_VIDEO,
                                     INK_SAMPLE_PAGE_VIDEOS);

  event->detail = 25 * (quarter + 1);
  event->item = ink_sample_random_below (&life->random, INK_SAMPLE_N_ITEMS);
  event->duration = (guint16) (75 * (quarter + 1));
  if (event->detail >= 50)
    complete (life, INK_SAMPLE_EFFECT_VIDEO, time);
  return time + event->duration * 1000;
}

static gint64
sign_up (Life  *life,
         gint64 time)
{
  if (life->signed_up != NEVER)
    return time;
  life->signed_up = time;
  sign_in (life, time);
  add_event (life, time, INK_SAMPLE_SIGNED_UP, INK_SAMPLE_PAGE_NEWSLETTER);
  return time + seconds (life, 5, 20);
}

static gint64
take_item (Life         *life,
           gint64        time,
           InkSampleName name,
           guint         page)
{
  add_event (life, time, name, page)->item
      = ink_sample_random_below (&life->random, INK_SAMPLE_N_ITEMS);
  return time + seconds (life, 4, 30);
}

/* The micros of a visit, each at its chance. */
static gint64
do_spot (Life         *life,
         InkSampleSpot spot,
         gint64        time)
{
  switch (spot)
    {
    case INK_SAMPLE_SPOT_PRICING:
      return view_page (life, time, INK_SAMPLE_PAGE_PRICING, spend (life), FALSE);
    case INK_SAMPLE_SPOT_SAVE:
      complete (life, INK_SAMPLE_EFFECT_SAVE, time);
      life->last_save = time;
      return take_item (life, time, INK_SAMPLE_SAVED_TO_LIST, pick_term (life));
    case INK_SAMPLE_SPOT_CHECKLIST:
      return take_item (life, time, INK_SAMPLE_DOWNLOADED_CHECKLIST, INK_SAMPLE_PAGE_CHECKLISTS);
    case INK_SAMPLE_SPOT_TEMPLATE:
      complete (life, INK_SAMPLE_EFFECT_TEMPLATE, time);
      sign_in (life, time);
      return take_item (life, time, INK_SAMPLE_DOWNLOADED_TEMPLATE, INK_SAMPLE_PAGE_TEMPLATES);
    case INK_SAMPLE_SPOT_CALCULATOR:
      return use_calculator (life, time);
    case INK_SAMPLE_SPOT_VIDEO:
      return watch_video (life, time);
    case INK_SAMPLE_SPOT_SIGN_UP:
      return sign_up (life, time);
    case INK_SAMPLE_N_SPOTS:
    default:
      g_assert_not_reached ();
    }
}

/* In a million. Who reads much in a visit saves somewhat more of it. */
static gint64
chance_of_spot (const Life   *life,
                InkSampleSpot spot,
                gint64        time)
{
  gint64 chance = ink_sample_personas[life->person->persona].spots[spot];

  if (spot == INK_SAMPLE_SPOT_SAVE)
    return chance * (life->terms >= 3 ? 165 : 72) / 100;
  if (spot == INK_SAMPLE_SPOT_TEMPLATE && life->last_save != NEVER
      && time - life->last_save < SAVE_LASTS)
    return chance * SAVE_TO_TEMPLATE;
  return chance;
}

static gint64
do_spots (Life  *life,
          gint64 time)
{
  for (guint spot = 0; spot < INK_SAMPLE_N_SPOTS; spot++)
    if (ink_sample_random_chance (&life->random,
                                  chance_of_spot (life, (InkSampleSpot) spot, time)))
      time = do_spot (life, (InkSampleSpot) spot, time + seconds (life, 3, 20));
  return time;
}

/* The first visit shows how the person came; later ones come that way or by another. */
static void
pick_source (Life *life)
{
  life->channel = life->person->channel;
  if (life->visits++ > 0 && ink_sample_random_chance (&life->random, 550000))
    life->channel = (guint8) ink_sample_random_pick (&life->random, ink_sample_returning_shares,
                                                     INK_SAMPLE_N_CHANNELS);
  life->campaign = ink_sample_random_below (&life->random, 2);
  life->device = life->visits > 1 && ink_sample_random_chance (&life->random, 220000);
}

/* Whether a person with a habit shows it in this visit. */
static gboolean
shows_habit (Life    *life,
             gboolean has_habit)
{
  return has_habit && ink_sample_random_chance (&life->random, life->visits == 1 ? 900000 : 300000);
}

static gint64
copy_snippet (Life  *life,
              gint64 time)
{
  guint term = pick_term (life);
  gint64 spent = seconds (life, 20, 70);

  life->terms++;
  add_event (life, time, INK_SAMPLE_VIEWED_PAGE, term)->duration = (guint16) (spent / 1000);
  add_event (life, time + spent / 2, INK_SAMPLE_COPIED_SNIPPET, term);
  return time + spent;
}

/* A visit that begins at @time; returns its end. The export does not know how long the last page
 * was looked at, unless something follows it. */
static gint64
visit (Life    *life,
       gint64   time,
       gboolean is_buying)
{
  guint pages = 1;

  life->terms = 0;
  pick_source (life);
  if (shows_habit (life, life->copies))
    time = copy_snippet (life, time);
  if (shows_habit (life, life->reads_long))
    time = view_page (life, time, pick_term (life), seconds (life, 122, 200), FALSE);
  while (pages++ < 12 && ink_sample_random_chance (&life->random, 430000))
    time = view_page (life, time, pick_page (life), spend (life), FALSE);
  time = do_spots (life, view_page (life, time, pick_page (life), spend (life), FALSE));
  return view_page (life, time, pick_last_page (life), spend (life), !is_buying);
}

static void
make_person (Life *life)
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
  life->copies = ink_sample_random_chance (random, ink_sample_personas[person->persona].copies);
  person->says_role = ink_sample_random_chance (random, 640000);
  /* Log-normal with mean 1: deviation 0.9, less half its square. */
  life->activity = (guint64) ink_sample_exp (spread * 9 / 10 - INK_ONE * 405 / 1000);
}

static gint64
next_visit (Life  *life,
            gint64 time,
            gint64 mean)
{
  gboolean is_burst = ink_sample_random_chance (&life->random, BURST_CHANCE);

  return next_time (life, time, is_burst ? MIN (mean, BURST_DAYS * INK_SAMPLE_DAY) : mean);
}

/* All visits until the export ends, whatever is decided meanwhile. */
static void
visit_until_end (Life *life)
{
  gint64 mean = (gint64) ((guint64) (VISIT_DAYS * INK_SAMPLE_DAY * INK_ONE) / life->activity);
  gint64 end = 0;

  for (gint64 time = life->first_visit; time < INK_SAMPLE_LENGTH;
       time = next_visit (life, time, mean))
    end = visit (life, MAX (to_waking_hours (time), end), FALSE) + PAUSE;
}

/* Hazard per minute at the start, with all that is there from the start. */
static gint64
base_hazard (const Life *life)
{
  gint64 hazard = BASE_HAZARD;

  hazard = hazard * (gint64) life->activity / INK_ONE;
  hazard = hazard * ink_sample_personas[life->person->persona].hazard / 100;
  return hazard * ink_sample_channels[life->person->channel].hazard / 100;
}

/* When the effect of a micro is over; NEVER where it lasts, or has not begun. */
static gint64
effect_end (const Life *life,
            guint       effect)
{
  guint days = ink_sample_micros[effect].days;

  if (days == 0 || life->first[effect] == NEVER)
    return NEVER;
  return life->first[effect] + days * INK_SAMPLE_DAY;
}

static gint64
hazard_at (const Life *life,
           gint64      base,
           gint64      time)
{
  for (guint i = 0; i < INK_SAMPLE_N_EFFECTS; i++)
    if (life->first[i] <= time && time < effect_end (life, i))
      base = base * ink_sample_micros[i].hazard[life->person->persona] / 100;
  return base;
}

/* When the hazard changes next after @time; NEVER where it stays. */
static gint64
next_change (const Life *life,
             gint64      time)
{
  gint64 next = NEVER;

  for (guint i = 0; i < INK_SAMPLE_N_EFFECTS; i++)
    {
      gint64 end = effect_end (life, i);

      if (life->first[i] > time)
        next = MIN (next, life->first[i]);
      if (end > time)
        next = MIN (next, end);
    }
  return next;
}

/* When the person decides: the time at which the hazard adds up to an exponential number. */
static gint64
decide (Life *life)
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
  return NEVER;
}

/* A moment of the working week at or soon after @time. */
static gint64
to_working_week (Life  *life,
                 gint64 time)
{
  while (is_weekend (time) && ink_sample_random_chance (&life->random, 850000))
    time += INK_SAMPLE_DAY;
  return to_waking_hours (time);
}

/* The visit in which the demo is booked: a look at the price, mostly, and the form. */
static gint64
book_demo (Life  *life,
           gint64 time)
{
  time = visit (life, to_working_week (life, time), TRUE);
  if (ink_sample_random_chance (&life->random, 700000))
    time = view_page (life, time, INK_SAMPLE_PAGE_PRICING, spend (life), FALSE);
  time += seconds (life, 30, 200);
  add_event (life, time, INK_SAMPLE_BOOKED_DEMO, INK_SAMPLE_PAGE_DEMO);
  sign_in (life, time);
  return time;
}

static void
sign_contract (Life  *life,
               gint64 demo)
{
  static const guint16 hundreds[INK_SAMPLE_N_SIZES] = { 24, 60, 150, 420 };
  gint64 time = to_working_week (life, demo + 5 * INK_SAMPLE_DAY
                                       + wait (life, 18 * INK_SAMPLE_DAY));
  guint32 value = hundreds[life->person->size];

  value = value / 2 + ink_sample_random_below (&life->random, value);
  add_event (life, time, INK_SAMPLE_SIGNED_CONTRACT, INK_SAMPLE_NO_PAGE)->detail = value * 100;
}

/* What only customers do: mails opened in the 60 days after the demo, a second demo, a contract. */
static void
live_on_after_demo (Life  *life,
                    gint64 demo)
{
  guint8 channel = life->channel;
  gint64 time = demo;

  if (ink_sample_random_chance (&life->random, 60000))
    book_demo (life, demo + INK_SAMPLE_DAY + wait (life, 20 * INK_SAMPLE_DAY));
  life->channel = channel;
  if (ink_sample_random_chance (&life->random, 300000))
    sign_contract (life, demo);
  life->channel = 3; /* the newsletter's */
  life->campaign = 0;
  while ((time += wait (life, 13 * INK_SAMPLE_DAY)) < demo + 60 * INK_SAMPLE_DAY)
    add_event (life, to_waking_hours (time), INK_SAMPLE_OPENED_MAIL, INK_SAMPLE_NO_PAGE);
}

static void
buy (Life *life)
{
  gint64 decision = decide (life);
  gint64 demo;

  if (decision >= INK_SAMPLE_LENGTH)
    return;
  demo = decision + wait (life, INK_SAMPLE_DELAY_DAYS * INK_SAMPLE_DAY);
  if (demo >= INK_SAMPLE_LENGTH)
    return;
  live_on_after_demo (life, book_demo (life, demo));
}

/* Sorts by time, keeping the order of equals (the list is nearly sorted already), and leaves out
 * what the export does not show any more. */
static void
sort_and_cut (GArray *events,
              guint   from)
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
mark_known (Life *life,
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
pick_first_visit (Life *life)
{
  gint64 minutes = (INK_SAMPLE_LENGTH - 14 * INK_SAMPLE_DAY) / INK_SAMPLE_MINUTE;
  gint64 time = ink_sample_random_below (&life->random, (guint32) minutes) * INK_SAMPLE_MINUTE;

  return next_time (life, time, INK_SAMPLE_DAY / 4);
}

void
ink_sample_person_live (guint64          seed,
                        guint32          number,
                        InkSamplePerson *person,
                        GArray          *events)
{
  Life life = {
    .random = ink_sample_random_new (seed, number),
    .person = person,
    .events = events,
    .number = number,
    .last_save = NEVER,
    .signed_up = NEVER,
    .sign_in = NEVER,
  };
  guint from = events->len;

  for (guint i = 0; i < INK_SAMPLE_N_EFFECTS; i++)
    life.first[i] = NEVER;
  make_person (&life);
  life.first_visit = pick_first_visit (&life);
  visit_until_end (&life);
  buy (&life);
  sort_and_cut (events, from);
  mark_known (&life, from);
}
