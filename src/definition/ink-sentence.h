/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A rule as a sentence whose words can be picked one by one: a tree of parts, each a line of words,
 * groups with the parts in them. Nothing of the rule is left out: the words give it back. */
#pragma once

#include "definition/ink-definition.h"
#include "definition/ink-word.h"
#include "events/ink-schema.h"

G_BEGIN_DECLS

typedef struct _InkSentence InkSentence;
struct _InkSentence
{
  InkPartPath path; /* of what the words say; a 'not' around it is in the words already */
  InkRuleKind kind;
  gboolean negated;
  GPtrArray *words; /* InkWord */
  GPtrArray *parts; /* InkSentence: those of a group */
};

/* @definition: readable names of events, the goals and personas that there are; @schema: the events
 * and properties. Words that name others are `unknown`. Both nullable. The rule may be unfinished:
 * names, properties and values that are NULL are words to be chosen. */
InkSentence *ink_sentence_new  (const InkRule *rule, const InkDefinition *definition,
                                const InkSchema *schema) G_GNUC_WARN_UNUSED_RESULT;
void         ink_sentence_free (InkSentence *self);

/* What the words show, as a rule; equal to the one that the sentence was made of. */
InkRule     *ink_sentence_to_rule (const InkSentence *self) G_GNUC_WARN_UNUSED_RESULT;
/* The same for one part of a group and the parts in it, whose words were found elsewhere: on
 * screen. @parts: InkRule. */
InkRule     *ink_sentence_read_part (GPtrArray *words, GPtrArray *parts)
    G_GNUC_WARN_UNUSED_RESULT;

/* "A person [does] [Viewed Page] where [page] [is] [/a]", for tests and screen readers:
 * @brackets marks the words that can be picked. Groups stand in (…). */
char        *ink_sentence_to_text  (const InkSentence *self, gboolean brackets)
    G_GNUC_WARN_UNUSED_RESULT;
/* Those of the part alone. */
char        *ink_sentence_part_to_text (const InkSentence *self, gboolean brackets)
    G_GNUC_WARN_UNUSED_RESULT;

/* Is a word still to be chosen? */
gboolean     ink_sentence_is_unfinished (const InkSentence *self);

/* How events are called: "Viewed Page", "A, B or 2 more", "anything". @definition: nullable. */
char        *ink_event_names_to_words (char *const *names, const InkDefinition *definition)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkSentence, ink_sentence_free)

G_END_DECLS
