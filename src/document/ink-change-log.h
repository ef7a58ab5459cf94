/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The project's steps with what each of them changed, in words, for people to read and search. */
#pragma once

#include "document/ink-document.h"

G_BEGIN_DECLS

/**
 * InkLoggedChange: one thing that a step changed.
 * @kind: "goal", "persona", "funnel", "followup", "slide" or "project"
 * @id: of it: a renamed goal is still that goal
 * @words: such as "Pricing 2 min: 120 s → 90 s"
 */
typedef struct
{
  char *kind;
  char *id;
  char *words;
} InkLoggedChange;

/**
 * InkLoggedStep:
 * @step: its number, from 1; step n led to the state n
 * @label: what it is called in the undo menu
 * @time: when (microseconds, UTC), INK_TIME_NONE where it is not known
 * @changes: (element-type InkLoggedChange): none where it brought events, or where what was kept
 *   can no longer be read
 */
typedef struct
{
  gint64 step;
  char *label;
  gint64 time;
  GPtrArray *changes;
} InkLoggedStep;

void       ink_logged_step_free    (InkLoggedStep *step);
/* Did it change the thing of @kind with @id? */
gboolean   ink_logged_step_is_of   (const InkLoggedStep *step, const char *kind, const char *id);

/* Reads the latest @max of all steps in a worker, also those that were undone. */
void       ink_change_log_async    (InkDocument *document, guint max, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer user_data);
/* Newest first (element-type InkLoggedStep); NULL with @error where what was edited last cannot be
 * written, or the steps cannot be read. */
GPtrArray *ink_change_log_finish   (InkDocument *document, GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkLoggedStep, ink_logged_step_free)

G_END_DECLS
