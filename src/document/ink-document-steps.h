/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The project's whole life as a list, and going to any place in it. */
#pragma once

#include "document/ink-document.h"

G_BEGIN_DECLS

/**
 * InkHistoryStep:
 * @step: its number, from 1
 * @label: what it did; step n led to the state n
 * @time: when (microseconds, UTC), INK_TIME_NONE where it is not known
 */
typedef struct
{
  gint64 step;
  char *label;
  gint64 time;
} InkHistoryStep;

void       ink_history_step_free     (InkHistoryStep *step);

/* The latest @max of all steps, also those that were undone, newest first (element-type InkHistoryStep).
 * NULL with @error where what was edited last cannot be written. */
GPtrArray *ink_document_get_steps    (InkDocument *self, guint max, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* The state where the project stands: 0 is the empty project. */
gint64     ink_document_get_position (InkDocument *self);

/* Undoes or makes again until the project stands at @position. Where a step in between cannot be
 * read it stays there, with an error. Finish with ink_document_move_finish. */
void       ink_document_go_async     (InkDocument *self, gint64 position,
                                      GAsyncReadyCallback callback, gpointer user_data);

G_END_DECLS
