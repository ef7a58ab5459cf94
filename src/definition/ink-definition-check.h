/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whether every name that a definition uses is there, and nothing goes round in circles. */
#pragma once

#include "definition/ink-definition.h"
#include "events/ink-schema.h"

G_BEGIN_DECLS

/* For editors: @definition names only goals and personas that it has, and events and properties
 * that @schema has (unchecked where NULL or empty). @error says where by path. */
gboolean ink_definition_check (InkDefinition *definition, const InkSchema *schema,
                               GError **error);
/* The same goal by goal, for whoever shows the sentence at the goal: @sentences[i] (array of as many
 * as there are goals, to be freed) is what is wrong with the rule of goal i, NULL where nothing is, or where
 * @wanted[i] is FALSE. */
void     ink_definition_check_goals (InkDefinition *definition, const InkSchema *schema,
                                     const gboolean *wanted, char **sentences);

G_END_DECLS
