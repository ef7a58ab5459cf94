/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Boards for kinds of business, matched onto what the data has: stages, goals, and what is missing.
 */
#pragma once

#include "analysis/ink-query.h"

G_BEGIN_DECLS

#define INK_TEMPLATE_STAGES 4

/**
 * InkGoalTemplate:
 * @id: such as "shop"; never changes
 * @title, @summary: untranslated; _() them
 * @stages: NULL-terminated, untranslated
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *summary;
  const char *stages[INK_TEMPLATE_STAGES + 1];
} InkGoalTemplate;

/* @n (out): how many. */
const InkGoalTemplate *ink_goal_templates_get  (guint *n);
/* NULL where there is none of that id. */
const InkGoalTemplate *ink_goal_templates_find (const char *id);

/* The stages in the reader's language, NULL-terminated. */
char     **ink_goal_template_get_stages (const InkGoalTemplate *template)
    G_GNUC_WARN_UNUSED_RESULT;

/* @definition with @proposed. A board without goals takes over the template's lanes; on another one
 * the goal goes to the lane that lies as far along. @template: (nullable): it is the data's. */
InkDefinition *ink_goal_template_add    (const InkGoalTemplate *template, InkDefinition *definition,
                                         InkGoal *proposed) G_GNUC_WARN_UNUSED_RESULT;

/* The template @id over the data. Table "suggestions" as ink_suggestions_query_new()'s, in the
 * template's order, without what the definition says already. Where the data has nothing of the
 * kind, rule is NULL, people NaN, and the reason says what is missing. */
InkQuery  *ink_goal_template_query_new  (InkDefinition *definition, const char *id)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
