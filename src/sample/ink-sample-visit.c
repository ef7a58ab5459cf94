/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What happens in a visit. Long reads and copied snippets are habits: whoever has one shows it from
 * the first visits on, be it one visit or thirty, so that it says nothing about how active the
 * person is; nor does a habit lead to anything else. Whoever has saved something is much likelier
 * to take a template in the weeks after.
 *
 * Nothing that the export does not show may drive both a goal and the decision: so the goals of
 * people who do not say their role come at the same chance whatever they truly are. What they are
 * shows in what is no goal: prices looked at, checklists, formulas. */
#include "sample/ink-sample-visit.h"

/* Times the chance of a template for this long after a save. */
#define SAVE_TO_TEMPLATE 4
#define SAVE_LASTS (30 * INK_SAMPLE_DAY)

gint64
ink_visit_wait (InkSampleLife *life,
                gint64 mean)
{
  return (ink_sample_random_exponential (&life->random) * (mean >> 8)) >> 8;
}

InkSampleEvent *
ink_visit_add_event (InkSampleLife *life,
                     gint64 time,
                     InkSampleName name,
                     guint page)
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
complete (InkSampleLife *life,
          InkSampleEffect effect,
          gint64 time)
{
  life->first[effect] = MIN (life->first[effect], time);
}

void
ink_visit_sign_in (InkSampleLife *life,
                   gint64 time)
{
  life->sign_in = MIN (life->sign_in, time);
}

gint64
ink_visit_seconds (InkSampleLife *life,
                   guint least,
                   guint span)
{
  return (gint64) (least * 1000 + ink_sample_random_below (&life->random, span * 1000));
}

/* A term, some much more often looked at than others. */
static guint
pick_term (InkSampleLife *life)
{
  guint32 a = ink_sample_random_below (&life->random, 4096);
  guint32 b = ink_sample_random_below (&life->random, 4096);

  /* By a step that shares no factor with 64, so that the favourites are not the alphabet's first */
  return (a * b / (4096 * 4096 / INK_SAMPLE_N_TERMS) * 37 + 57) % INK_SAMPLE_N_TERMS;
}

static guint
pick_page (InkSampleLife *life)
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
pick_last_page (InkSampleLife *life)
{
  guint32 u = ink_sample_random_below (&life->random, 100);

  if (u < 20)
    return pick_term (life);
  return u < 60 ? INK_SAMPLE_PAGE_HOME : INK_SAMPLE_PAGE_GUIDE + (u & 1);
}

/* Practitioners look for the formula, others for what can be read without it. */
static guint
pick_section (InkSampleLife *life)
{
  gboolean likes_formulas = life->person->persona == INK_SAMPLE_PRACTITIONER;
  guint item = ink_sample_random_below (&life->random, INK_SAMPLE_N_ITEMS);

  if ((item == INK_SAMPLE_ITEM_FORMULA) != likes_formulas)
    item = ink_sample_random_below (&life->random, INK_SAMPLE_N_ITEMS);
  return item;
}

/* One page: seen for some seconds, mostly known to the export, with what is done on it. */
gint64
ink_visit_page (InkSampleLife *life,
                gint64 time,
                guint page,
                gint64 spent,
                gboolean is_last)
{
  InkSampleName name = page == INK_SAMPLE_PAGE_PRICING ? INK_SAMPLE_VIEWED_PRICING
                                                       : INK_SAMPLE_VIEWED_PAGE;
  InkSampleEvent *view = ink_visit_add_event (life, time, name, page);
  guint32 u = ink_sample_random_below (&life->random, 100);

  life->terms += page < INK_SAMPLE_N_TERMS;
  if (!is_last || u < 40)
    view->duration = (guint16) (spent / 1000);
  if (u % 10 == 9)
    ink_visit_add_event (life, time + spent / 6, INK_SAMPLE_SEARCHED, page);
  if (page < INK_SAMPLE_N_TERMS && u % 10 < 3)
    ink_visit_add_event (life, time + spent / 3, INK_SAMPLE_EXPANDED_SECTION, page)->item
        = pick_section (life);
  return time + spent;
}

gint64
ink_visit_spend (InkSampleLife *life)
{
  gint64 spent = 4000 + ink_visit_wait (life, 38000);

  /* Whoever has not the habit reads long once in a thousand pages. */
  if (ink_sample_random_chance (&life->random, 1000))
    return ink_visit_seconds (life, 120, 180);
  return MIN (spent, 118000);
}

static gint64
use_calculator (InkSampleLife *life,
                gint64 time)
{
  for (guint step = 0; step < 3; step++)
    {
      gint64 spent = step == 0 ? ink_visit_seconds (life, 5, 20) : ink_visit_seconds (life, 26, 90);
      InkSampleEvent *event = ink_visit_add_event (life, time, INK_SAMPLE_USED_CALCULATOR,
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
watch_video (InkSampleLife *life,
             gint64 time)
{
  static const guint8 shares[4] = { 22, 30, 26, 22 };
  guint quarter = ink_sample_random_pick (&life->random, shares, 4);
  InkSampleEvent *event = ink_visit_add_event (life, time, INK_SAMPLE_WATCHED_VIDEO,
                                     INK_SAMPLE_PAGE_VIDEOS);

  event->detail = 25 * (quarter + 1);
  event->item = ink_sample_random_below (&life->random, INK_SAMPLE_N_ITEMS);
  event->duration = (guint16) (75 * (quarter + 1));
  if (event->detail >= 50)
    complete (life, INK_SAMPLE_EFFECT_VIDEO, time);
  return time + event->duration * 1000;
}

static gint64
sign_up (InkSampleLife *life,
         gint64 time)
{
  if (life->signed_up != INK_SAMPLE_NEVER)
    return time;
  life->signed_up = time;
  ink_visit_sign_in (life, time);
  ink_visit_add_event (life, time, INK_SAMPLE_SIGNED_UP, INK_SAMPLE_PAGE_NEWSLETTER);
  return time + ink_visit_seconds (life, 5, 20);
}

static gint64
take_item (InkSampleLife *life,
           gint64 time,
           InkSampleName name,
           guint page)
{
  ink_visit_add_event (life, time, name, page)->item
      = ink_sample_random_below (&life->random, INK_SAMPLE_N_ITEMS);
  return time + ink_visit_seconds (life, 4, 30);
}

/* The micros of a visit, each at its chance. */
static gint64
do_spot (InkSampleLife *life,
         InkSampleSpot spot,
         gint64 time)
{
  switch (spot)
    {
    case INK_SAMPLE_SPOT_PRICING:
      return ink_visit_page (life, time, INK_SAMPLE_PAGE_PRICING, ink_visit_spend (life), FALSE);
    case INK_SAMPLE_SPOT_SAVE:
      complete (life, INK_SAMPLE_EFFECT_SAVE, time);
      life->last_save = time;
      return take_item (life, time, INK_SAMPLE_SAVED_TO_LIST, pick_term (life));
    case INK_SAMPLE_SPOT_CHECKLIST:
      return take_item (life, time, INK_SAMPLE_DOWNLOADED_CHECKLIST, INK_SAMPLE_PAGE_CHECKLISTS);
    case INK_SAMPLE_SPOT_TEMPLATE:
      complete (life, INK_SAMPLE_EFFECT_TEMPLATE, time);
      ink_visit_sign_in (life, time);
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

/* Whether a goal of the shipped definition asks for it. */
static gboolean
is_goal (InkSampleSpot spot)
{
  return spot != INK_SAMPLE_SPOT_PRICING && spot != INK_SAMPLE_SPOT_CHECKLIST;
}

/* In a million, of somebody of any persona. */
static gint64
average_chance (InkSampleSpot spot)
{
  gint64 sum = 0;

  for (guint i = 0; i < INK_SAMPLE_N_PERSONAS; i++)
    sum += ink_sample_persona_shares[i] * ink_sample_personas[i].spots[spot];
  return sum / 100;
}

/* In a million. Who reads much in a visit saves somewhat more of it. */
static gint64
chance_of_spot (const InkSampleLife *life,
                InkSampleSpot spot,
                gint64 time)
{
  gint64 chance = life->person->says_role || !is_goal (spot)
                      ? ink_sample_personas[life->person->persona].spots[spot]
                      : average_chance (spot);

  if (spot == INK_SAMPLE_SPOT_SAVE)
    return chance * (life->terms >= 3 ? 165 : 72) / 100;
  if (spot == INK_SAMPLE_SPOT_TEMPLATE && life->last_save != INK_SAMPLE_NEVER
      && time - life->last_save < SAVE_LASTS)
    return chance * SAVE_TO_TEMPLATE;
  return chance;
}

static gint64
do_spots (InkSampleLife *life,
          gint64 time)
{
  for (guint spot = 0; spot < INK_SAMPLE_N_SPOTS; spot++)
    if (ink_sample_random_chance (&life->random,
                                  chance_of_spot (life, (InkSampleSpot) spot, time)))
      time = do_spot (life, (InkSampleSpot) spot, time + ink_visit_seconds (life, 3, 20));
  return time;
}

/* The first visit shows how the person came; later ones come that way or by another. */
static void
pick_source (InkSampleLife *life)
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
shows_habit (InkSampleLife *life,
             gboolean has_habit)
{
  return has_habit && ink_sample_random_chance (&life->random, life->visits == 1 ? 900000 : 300000);
}

static gint64
copy_snippet (InkSampleLife *life,
              gint64 time)
{
  guint term = pick_term (life);
  gint64 spent = ink_visit_seconds (life, 20, 70);

  ink_visit_add_event (life, time, INK_SAMPLE_VIEWED_PAGE, term)->duration
      = (guint16) (spent / 1000);
  ink_visit_add_event (life, time + spent / 2, INK_SAMPLE_COPIED_SNIPPET, term);
  return time + spent;
}

/* A visit that begins at @time; returns its end. The export does not know how long the last page
 * was looked at, unless something follows it. */
gint64
ink_visit_run (InkSampleLife *life,
               gint64 time,
               gboolean is_buying)
{
  guint pages = 1;

  pick_source (life);
  if (shows_habit (life, life->copies))
    time = copy_snippet (life, time);
  if (shows_habit (life, life->reads_long))
    time = ink_visit_page (life, time, pick_term (life), ink_visit_seconds (life, 122, 200), FALSE);
  life->terms = 0;
  while (pages++ < 12 && ink_sample_random_chance (&life->random, 430000))
    time = ink_visit_page (life, time, pick_page (life), ink_visit_spend (life), FALSE);
  time = ink_visit_page (life, time, pick_page (life), ink_visit_spend (life), FALSE);
  time = do_spots (life, time);
  return ink_visit_page (life, time, pick_last_page (life), ink_visit_spend (life), !is_buying);
}
