/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The bytes of a file, unpacked by content: gzip, zstd, bzip2, zip, tar, and those in one another. */
#pragma once

#include <gio/gio.h>

#include "base/ink-progress.h"

G_BEGIN_DECLS

typedef struct _InkByteSource InkByteSource;

/* Stands before the first part. @progress (nullable) counts the bytes taken from the disk. */
InkByteSource *ink_byte_source_open (const char *path, InkProgress *progress,
                                     GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
void           ink_byte_source_free (InkByteSource *source);

/* The next part: the file itself, or the next member of a zip or tar file. FALSE where there is no
 * further one, and with @error. */
gboolean       ink_byte_source_next (InkByteSource *source, GError **error);
/* Of the current part: how many bytes were read, 0 at its end, -1 with @error. */
gssize         ink_byte_source_read (InkByteSource *source, char *buffer, gsize size,
                                     GError **error);
/* Looks at the next bytes of the part, at most 64 KiB. -1 with @error. */
gssize         ink_byte_source_peek (InkByteSource *source, const guint8 **bytes, GError **error);
/* NULL where the file has no members. */
const char    *ink_byte_source_get_member (const InkByteSource *source);
gint64         ink_byte_source_get_size   (const InkByteSource *source);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkByteSource, ink_byte_source_free)

G_END_DECLS
