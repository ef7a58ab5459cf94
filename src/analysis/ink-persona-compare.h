/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Counts what the people of some personas did, and what all others did. */
#pragma once

#include "analysis/ink-persona-asking.h"
#include "analysis/ink-persona-queries.h"

G_BEGIN_DECLS

/**
 * InkPersonaDeeds: what the people of one slot did
 * @events: all that they did, as often as they did it
 * @by_name: (array): by code of event name, how many of them did it
 * @by_goal: (array): by place in the definition, how many of them completed it
 */
typedef struct
{
  guint32 people;
  guint64 events;
  guint64 visits;
  guint32 *by_name;
  guint32 *by_goal;
} InkPersonaDeeds;

/**
 * InkPersonaComparison:
 * @n: how many personas are compared: their slots are 0 to @n - 1, all other people are in slot @n
 * @personas: (array length=n): index of each
 * @slots: by index of a persona, its slot
 */
typedef struct
{
  InkPersonaAsking *asking; /* borrowed */
  guint n;
  guint personas[INK_MOST_COMPARED];
  guint8 slots[G_MAXUINT8 + 1];
  guint n_names;
  guint n_goals;
  InkPersonaDeeds deeds[INK_MOST_COMPARED + 1];
} InkPersonaComparison;

gboolean ink_persona_comparison_init  (InkPersonaComparison *comparison, InkPersonaAsking *asking,
                                       const char *const *names, GError **error);
void     ink_persona_comparison_clear (InkPersonaComparison *comparison);

/* The slot of a person who counts. */
static inline guint
ink_persona_comparison_slot (const InkPersonaComparison *comparison,
                             guint32 person)
{
  return comparison->slots[comparison->asking->members.personas[person]];
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (InkPersonaComparison, ink_persona_comparison_clear)

G_END_DECLS
