/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Definitions as JSON, in and out (definitions.md), with the place of every error. */
#pragma once

#include "definition/ink-definition.h"
#include "events/ink-schema.h"

G_BEGIN_DECLS

/* Reads a definition file. Everything is checked: syntax, types, rules without moments, circular
 * references, and names against @schema (unchecked where NULL or empty) and against @base, which
 * the file's goals and personas may refer to (nullable). @file_name is for the message, such as
 * "shop.json, line 4, column 12 (goals[2].rule.where[0].op): there is no operator 'equals'. Did
 * you mean 'is'?". Nothing is taken from a file with an error. */
InkDefinition *ink_definition_from_json (const char *text, gssize length, const char *file_name,
                                         const InkSchema *schema, InkDefinition *base,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* For what we wrote ourselves: forms and types are checked, names and circles are not, since an
 * editor may leave a rule that names a goal which is no longer there (ink_definition_check). */
InkDefinition *ink_definition_restore_json (const char *text, gssize length,
                                            const char *file_name, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
char          *ink_definition_to_json   (const InkDefinition *definition)
    G_GNUC_WARN_UNUSED_RESULT;

/* One funnel object (`--steps FILE`). Unknown events and properties only become sentences in
 * @warnings (element-type utf8): they never happen. */
InkFunnel     *ink_funnel_from_json     (const char *text, gssize length, const char *file_name,
                                         const InkSchema *schema, InkDefinition *base,
                                         GPtrArray *warnings, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
char          *ink_funnel_to_json       (const InkFunnel *funnel) G_GNUC_WARN_UNUSED_RESULT;
InkRule       *ink_rule_from_json       (const char *text, gssize length, const char *file_name,
                                         const InkSchema *schema, InkDefinition *base,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
char          *ink_rule_to_json         (const InkRule *rule) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
