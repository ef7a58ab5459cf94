/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whole files as bytes, from one descriptor to another: errno says why one failed. Private. */
#pragma once

#include <gio/gio.h>

#include "base/ink-progress.h"

G_BEGIN_DECLS

/* All of @data, however many calls that takes. */
gboolean ink_descriptor_write (int target, const guint8 *data, gsize size);
/* Everything up to the end of @source; @size: about how much that is, for @progress. ECANCELED when
 * stopped. */
gboolean ink_descriptor_copy  (int source, int target, gint64 size, InkProgress *progress,
                               GCancellable *cancellable);

G_END_DECLS
