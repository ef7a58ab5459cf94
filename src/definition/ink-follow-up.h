/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A follow-up: a saved list of people by rule. Immutable, reference-counted. */
#pragma once

#include "definition/ink-rule.h"

G_BEGIN_DECLS

typedef struct _InkFollowUp InkFollowUp;
struct _InkFollowUp
{
  gatomicrefcount ref_count; /* private */
  char *id;                  /* stable through renames; not part of the JSON file */
  char *name;
  char *note; /* nullable */
  InkRule *rule;
};

InkFollowUp *ink_follow_up_ref   (InkFollowUp *follow_up);
void         ink_follow_up_unref (InkFollowUp *follow_up);
gboolean     ink_follow_up_equal (const InkFollowUp *a, const InkFollowUp *b);

/* A new one with a fresh id, and a copy that keeps the id. The only reference may write the fields
 * until it hands the value to anybody else. Equality leaves ids out. */
InkFollowUp *ink_follow_up_new  (const char *name, InkRule *rule) G_GNUC_WARN_UNUSED_RESULT;
InkFollowUp *ink_follow_up_copy (const InkFollowUp *follow_up) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkFollowUp, ink_follow_up_unref)

G_END_DECLS
