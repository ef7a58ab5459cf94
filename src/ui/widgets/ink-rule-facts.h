/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a rule comes to, while it is being written: how many people, when, and three of them.
 *
 * Asks only while it is shown, unless it is given what to show; the old answer stays until the new one is there. */
#pragma once

#include <gtk/gtk.h>

#include "analysis/ink-rule-query.h"
#include "ui/ink-view.h"

G_BEGIN_DECLS

#define INK_TYPE_RULE_FACTS (ink_rule_facts_get_type ())
/* Signals:
 * "person-activated" (uint): the person of that number is to be shown
 * "people-activated": all of them are (ink_rule_people_query_new())
 * "answered" (InkAnswer *, pointer): the one that is shown now */
G_DECLARE_FINAL_TYPE (InkRuleFacts, ink_rule_facts, INK, RULE_FACTS, GtkWidget)

GtkWidget *ink_rule_facts_new      (void) G_GNUC_WARN_UNUSED_RESULT;
void       ink_rule_facts_set_view (InkRuleFacts *self, InkView *view);
/* @rule: (nullable): nothing to ask yet; shows nothing. */
void       ink_rule_facts_set_rule (InkRuleFacts *self, InkRule *rule, InkRuleAsk ask);
/* For who knows already: shows @answer (nullable), which is like that of ink_rule_query_new(), or the
 * sentence @failure (nullable), and asks nothing itself from then on. */
void       ink_rule_facts_set_answer (InkRuleFacts *self, InkAnswer *answer, const char *failure);
InkRule   *ink_rule_facts_get_rule (InkRuleFacts *self); /* nullable, (transfer none) */

G_END_DECLS
