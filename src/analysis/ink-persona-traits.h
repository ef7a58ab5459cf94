/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What people do, as numbers that can be compared: how often each completed each micro goal, or did
 * each event where there are few goals. */
#pragma once

#include "analysis/ink-scope.h"

G_BEGIN_DECLS

#define INK_MOST_TRAITS 24

/**
 * InkPersonaTrait:
 * @name: of a goal or event; borrowed from the definition or the store
 * @counts: by person, how often; 255 stands for more
 * @people: how many did it at all
 * @weight: the rarer, the more it tells
 */
typedef struct
{
  const char *name;
  guint8 *counts;
  guint32 people;
  double weight;
} InkPersonaTrait;

/**
 * InkPersonaTraits:
 * @are_goals: else events
 * @n_active: people who did any of it
 */
typedef struct
{
  guint n;
  InkPersonaTrait traits[INK_MOST_TRAITS];
  gboolean are_goals;
  guint32 n_people;
  guint32 n_active;
} InkPersonaTraits;

/* Leaves out what nearly everybody or hardly anybody does, and what is the main goal or follows
 * it. FALSE with @error where a goal cannot be found out, or when cancelled. */
gboolean ink_persona_traits_init   (InkPersonaTraits *traits, InkScope *scope, GError **error);
void     ink_persona_traits_clear  (InkPersonaTraits *traits);
/* Of length 1 into @point; FALSE for somebody who did nothing of it. */
gboolean ink_persona_traits_point  (const InkPersonaTraits *traits, guint32 person, float *point);
/* (element-type guint32): up to @most active people, picked by their ids and in an order of their own:
 * the same whatever the order in the data. */
GArray  *ink_persona_traits_sample (const InkPersonaTraits *traits, const InkScope *scope,
                                    guint most) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (InkPersonaTraits, ink_persona_traits_clear)

G_END_DECLS
