/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Random people whose answers can be counted by hand: the same in a list and in a store. */
#pragma once

#include "analysis/ink-cases.h"
#include "analysis/ink-persona-queries.h"

#define INK_CROWD_PEOPLE 150
#define INK_CROWD_EVENTS 12
#define INK_CROWD_NAMES 5 /* A to E; E is the main goal's */

typedef struct
{
  guint n;
  char names[INK_CROWD_EVENTS];
  int times[INK_CROWD_EVENTS]; /* ascending */
  int role;                    /* 0: none, 1: "r1", 2: "r2" */
} InkCrowdPerson;

typedef struct
{
  InkCrowdPerson people[INK_CROWD_PEOPLE];
  InkEventStore *store;
} InkCrowd;

/* @backwards: the same people, the last first. */
static inline InkEventStore *
ink_crowd_store (const InkCrowd *crowd,
                 gboolean backwards)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < INK_CROWD_PEOPLE; i++)
    {
      guint index = backwards ? INK_CROWD_PEOPLE - 1 - i : i;
      const InkCrowdPerson *person = &crowd->people[index];

      g_string_append_printf (text, "%sp%u:", i > 0 ? "; " : "", index);
      for (guint j = 0; j < person->n; j++)
        g_string_append_printf (text, " %c@%d{channel=c%d}", person->names[j], person->times[j],
                                person->times[j] % 3);
      if (person->role > 0)
        g_string_append_printf (text, " !role=r%d", person->role);
    }
  return ink_cases_store (text->str);
}

static inline void
ink_crowd_init (InkCrowd *crowd,
                guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  for (guint i = 0; i < INK_CROWD_PEOPLE; i++)
    {
      InkCrowdPerson *person = &crowd->people[i];
      int time = g_rand_int_range (random, 0, 1000);

      person->n = (guint) g_rand_int_range (random, 1, INK_CROWD_EVENTS);
      person->role = g_rand_int_range (random, 0, 3);
      for (guint j = 0; j < person->n; j++)
        {
          person->names[j] = (char) ('A' + g_rand_int_range (random, 0, INK_CROWD_NAMES));
          person->times[j] = time;
          time += g_rand_int_range (random, 1, 5000);
        }
    }
  crowd->store = ink_crowd_store (crowd, FALSE);
}

/* How often @person did @name in its first @n events. */
static inline guint
ink_crowd_count (const InkCrowdPerson *person,
                 guint n,
                 char name)
{
  guint count = 0;

  for (guint i = 0; i < MIN (n, person->n); i++)
    count += person->names[i] == name;
  return count;
}
