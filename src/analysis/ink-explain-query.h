/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Why somebody is among the people of a goal, persona, funnel or rule, or not, as a question. */
#pragma once

#include "analysis/ink-query.h"

G_BEGIN_DECLS

typedef enum
{
  INK_EXPLAIN_GOAL,
  INK_EXPLAIN_PERSONA,
  INK_EXPLAIN_FUNNEL,
} InkExplainKind;

/* Tables:
 *   "answer": one row: answer (1: yes, 0: no)
 *   "sentences": sentence
 * Fails where there is no @name of that kind, or its rule is refused. @person: a person's number. */
InkQuery *ink_explain_query_new      (InkDefinition *definition, InkExplainKind kind,
                                      const char *name, guint32 person)
    G_GNUC_WARN_UNUSED_RESULT;
/* The same for any rule; @title names it in the sentences. */
InkQuery *ink_explain_rule_query_new (InkDefinition *definition, const InkRule *rule,
                                      const char *title, guint32 person)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
