/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The shortest rule that tells a group of people from all others. */
#pragma once

#include "analysis/ink-persona-traits.h"

G_BEGIN_DECLS

/**
 * InkPersonaRule:
 * @rule: any of some goals or events so many times, and some others, and never some; NULL where none
 *   is good enough
 * @people: (array): a bit per person who matches
 * @matches: how many
 * @caught: of the group, how many match
 */
typedef struct
{
  InkRule *rule;
  guint64 *people;
  guint32 matches;
  guint32 caught;
} InkPersonaRule;

typedef struct _InkPersonaWords InkPersonaWords;

/* What rules can be made of. */
InkPersonaWords *ink_persona_words_new  (const InkPersonaTraits *traits)
    G_GNUC_WARN_UNUSED_RESULT;
void             ink_persona_words_free (InkPersonaWords *words);

/* @group: a bit per person. Adds word after word as long as both shares, those caught and those
 * rightly caught, gain by it together (their harmonic mean). FALSE with @error when cancelled. */
gboolean ink_persona_rule_find  (InkPersonaRule *rule, const InkPersonaWords *words,
                                 const guint64 *group, GCancellable *cancellable, GError **error);
void     ink_persona_rule_clear (InkPersonaRule *rule);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkPersonaWords, ink_persona_words_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (InkPersonaRule, ink_persona_rule_clear)

G_END_DECLS
