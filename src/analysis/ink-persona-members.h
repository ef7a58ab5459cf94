/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Who matches which persona's rule at the export's end, whatever stands before it, and as whom each
 * person counts. What an edit left alone is taken from ink-kept.h. */
#pragma once

#include "analysis/ink-scope.h"

G_BEGIN_DECLS

/**
 * InkPersonaMembers:
 * @n: how many personas there are
 * @n_words: words of 64 people
 * @matching: (array length=n): per persona a bit per person
 * @personas: by person the index of the first that matches, @n for everyone else
 */
typedef struct
{
  guint n;
  gsize n_words;
  guint64 **matching;
  guint8 *personas;
} InkPersonaMembers;

/* FALSE with @error where a rule is refused, or when cancelled. */
gboolean ink_persona_members_init  (InkPersonaMembers *members, InkScope *scope, GError **error);
void     ink_persona_members_clear (InkPersonaMembers *members);

/* (transfer full) A bit per person for whom @rule holds at the export's end. */
guint64 *ink_people_who_match (InkScope *scope, const InkRule *rule, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

static inline gsize
ink_people_words (const InkScope *scope)
{
  return (gsize) scope->n_people / 64 + 1;
}

static inline gboolean
ink_people_has (const guint64 *people,
                guint32 person)
{
  return people[person / 64] >> person % 64 & 1;
}

/* How many are in both. */
static inline guint32
ink_people_count_both (const guint64 *a,
                       const guint64 *b,
                       gsize n_words)
{
  guint64 sum = 0;

  for (gsize i = 0; i < n_words; i++)
    sum += (guint64) __builtin_popcountll (a[i] & b[i]);
  return (guint32) sum;
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (InkPersonaMembers, ink_persona_members_clear)

G_END_DECLS
