/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* An explanation while it is being told: sentences, steps, and what stopped the person. */
#pragma once

#include "analysis/ink-program.h"

G_BEGIN_DECLS

typedef struct _InkStory InkStory;

InkStory *ink_story_new      (InkScope *scope, guint32 person) G_GNUC_WARN_UNUSED_RESULT;
void      ink_story_free     (InkStory *story);
void      ink_story_say      (InkStory *story, const char *format, ...) G_GNUC_PRINTF (2, 3);
void      ink_story_add_step (InkStory *story, const char *name, guint32 row);
/* The first that is said stays. */
void      ink_story_stop     (InkStory *story, const char *what);
/* The finished object of definitions.md's `explain`. */
char     *ink_story_end      (InkStory *story, gboolean answer) G_GNUC_WARN_UNUSED_RESULT;

/* "2026-07-01 09:00" in the project's zone. */
char     *ink_story_time     (const InkScope *scope, gint64 time) G_GNUC_WARN_UNUSED_RESULT;
/* "3 days 4 hours" */
char     *ink_story_span     (gint64 span) G_GNUC_WARN_UNUSED_RESULT;
const char *ink_story_event  (const InkScope *scope, guint32 row);

/* Tells why @rule holds or does not for the story's person at the export's end, or why its moments
 * are what they are. FALSE with @error where it cannot be found out. */
gboolean  ink_story_tell_rule (InkStory *story, InkScope *scope, const InkRule *rule,
                               guint32 person, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkStory, ink_story_free)

G_END_DECLS
