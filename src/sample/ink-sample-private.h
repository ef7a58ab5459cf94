/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The sample's writer with its memory as a parameter: for the test that it changes no byte. */
#pragma once

#include "sample/ink-sample.h"

G_BEGIN_DECLS

/* As ink_sample_write(), holding at most @stretch_events events, or one day's, at once. */
gboolean ink_sample_write_stretched (GOutputStream *stream, guint32 people, guint64 seed,
                                     guint stretch_events, GCancellable *cancellable,
                                     InkProgress *progress, GError **error);

G_END_DECLS
