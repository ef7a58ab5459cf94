/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the files of sentences share. Private. */
#pragma once

#include "definition/ink-sentence.h"

G_BEGIN_DECLS

/* Where the words of a part are put, and what they may name. */
typedef struct
{
  GPtrArray *words;
  const InkDefinition *definition; /* nullable */
  const InkSchema *schema;         /* nullable: or empty: unchecked */
} InkWording;

/* The words of a part that is no group; @first: the sentence begins with it. */
void ink_wording_put_part  (InkWording *self, const InkRule *rule, gboolean negated,
                            gboolean first);
void ink_wording_put_group (InkWording *self, const InkRule *rule, gboolean negated,
                            gboolean first);
/* first time, dates, after, times, total and windows */
void ink_wording_put_options (InkWording *self, const InkRule *rule);
void ink_wording_put_text    (InkWording *self, const char *text);
/* An empty word of that kind, at the end; the caller fills it. */
InkWord *ink_wording_put     (InkWording *self, InkWordKind kind, InkClause clause,
                              const char *hint);
void ink_wording_put_name    (InkWording *self, InkWordKind kind, InkClause clause,
                              const char *name, const char *hint, const char *to_choose);
void ink_wording_put_property (InkWording *self, InkClause clause, guint index,
                               const char *property, gboolean on_person);

/* A copy of the part at @path, to be changed; NULL where there is none. */
InkRule *ink_sentence_copy_part (const InkRule *rule, const InkPartPath *path)
    G_GNUC_WARN_UNUSED_RESULT;
/* @rule with @part at @path. Takes @part. */
InkRule *ink_sentence_put_back  (InkRule *rule, const InkPartPath *path, InkRule *part)
    G_GNUC_WARN_UNUSED_RESULT;
void     ink_sentence_set_text  (char **text, const char *other);
/* @rule with @text as the @member (its offset in InkRule) of the part at @path. */
InkRule *ink_sentence_put_text  (InkRule *rule, const InkPartPath *path, gsize member,
                                 const char *text) G_GNUC_WARN_UNUSED_RESULT;

InkValue ink_value_keep (InkValue value); /* its text copied */

G_END_DECLS
