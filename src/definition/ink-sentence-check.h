/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whether an edited rule says something that holds together. */
#pragma once

#include "definition/ink-definition.h"
#include "events/ink-schema.h"

G_BEGIN_DECLS

/* Where a rule stands, which says whether it needs moments. */
typedef enum
{
  INK_SENTENCE_GOAL,
  INK_SENTENCE_PERSONA, /* also follow-ups, lists of people */
  INK_SENTENCE_STEP,    /* also not_if */
} InkSentenceUse;

/* FALSE where a word is still to be chosen, or a rule of that use cannot be so; @error says which,
 * in a sentence. @definition and @schema: nullable. @owner: (nullable): the id of the goal or
 * persona that the rule is of, so that circles are found. An unfinished rule gives FALSE without
 * an error where nothing is wrong with it yet: see @unfinished (out, nullable). */
gboolean ink_sentence_check (InkRule *rule, InkDefinition *definition, const InkSchema *schema,
                             InkSentenceUse use, const char *owner, gboolean *unfinished,
                             GError **error);

G_END_DECLS
