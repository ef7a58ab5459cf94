/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Goals that the data itself proposes: from names, properties, frequency and order, each with its
 * reason in words. The same data and definition always give the same list. */
#pragma once

#include "analysis/ink-query.h"

G_BEGIN_DECLS

/* At most so many are proposed at once: a list that nobody reads helps nobody. */
#define INK_MOST_MACRO_SUGGESTIONS 4
#define INK_MOST_MICRO_SUGGESTIONS 12

/**
 * InkSuggestion:
 * @goal: named unlike every goal of the definition, with kind, stage and rule
 * @topic: (nullable): what it is about, such as "purchase"
 * @reason: a sentence
 * @people: for whom it completes; @share: of all people
 */
typedef struct
{
  InkGoal *goal;
  const char *topic;
  char *reason;
  guint32 people;
  double share;
} InkSuggestion;

void       ink_suggestion_free   (InkSuggestion *suggestion);

/* (element-type InkSuggestion): macro goals first, each kind the best first. Nothing that a goal of
 * @definition says already, nothing that was declined, nothing hidden, passive, automated, or of
 * customers only. NULL with @error when cancelled or where the data cannot be read. */
GPtrArray *ink_suggestions_find  (InkEventStore *store, InkDefinition *definition,
                                  GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
/* As many as there are, also of what would be too much: templates choose among them. */
GPtrArray *ink_suggestions_find_all (InkEventStore *store, InkDefinition *definition,
                                     GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* Whether a goal of @definition says the same, perhaps with another number. */
gboolean   ink_suggestions_is_said  (const InkDefinition *definition, const InkRule *rule);

/* The same as a question. Table "suggestions": name, kind ("macro", "micro"), stage, rule (JSON),
 * value (the property that carries the goal's value; NULL: none), topic, reason, people, share. */
InkQuery  *ink_suggestions_query_new (InkDefinition *definition) G_GNUC_WARN_UNUSED_RESULT;
InkTable  *ink_suggestions_to_table  (GPtrArray *suggestions) G_GNUC_WARN_UNUSED_RESULT;
/* In parts, for who writes such a table: its columns, and one row. */
void       ink_suggestions_declare  (InkTableBuilder *builder);
void       ink_suggestions_add_row  (InkTableBuilder *builder, const InkSuggestion *suggestion);
/* The goal of a row of that table (of a template, too); NULL where its rule is missing. */
InkGoal   *ink_suggestions_get_goal  (const InkTable *table, guint row) G_GNUC_WARN_UNUSED_RESULT;

/* Declined rules are kept in the definition (the setting "declined_suggestions", a list of rules),
 * so that declining is an edit like any other. */
gboolean       ink_suggestions_is_declined (const InkDefinition *definition, const InkRule *rule);
guint          ink_suggestions_n_declined  (const InkDefinition *definition);
InkDefinition *ink_suggestions_decline     (InkDefinition *definition, const InkRule *rule)
    G_GNUC_WARN_UNUSED_RESULT;
/* Everything that was declined may be proposed again. */
InkDefinition *ink_suggestions_allow_all   (InkDefinition *definition) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkSuggestion, ink_suggestion_free)

G_END_DECLS
