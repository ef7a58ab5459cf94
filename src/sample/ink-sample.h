/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The sample: a made-up export whose truth is known, and the definition that fits it. */
#pragma once

#include <gio/gio.h>

#include "base/ink-progress.h"

G_BEGIN_DECLS

#define INK_SAMPLE_DEFAULT_PEOPLE 20000u
#define INK_SAMPLE_DEFAULT_SEED 1u
/* Every device of a person has an id of 32 bits. */
#define INK_SAMPLE_MAX_PEOPLE 100000000u

/* About how many events a person has: to choose the people for a number of events. */
#define INK_SAMPLE_EVENTS_PER_PERSON 29

gboolean ink_sample_write           (GOutputStream *stream, guint32 people, guint64 seed,
                                     GCancellable *cancellable, InkProgress *progress,
                                     GError **error);
char    *ink_sample_truth_json      (guint32 people, guint64 seed) G_GNUC_WARN_UNUSED_RESULT;
char    *ink_sample_definition_json (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
