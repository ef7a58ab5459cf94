/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whole files as bytes, from one descriptor to another. */
#include "document/ink-descriptor.h"

#include <errno.h>
#include <unistd.h>

#define BUFFER_SIZE (1024 * 1024)
/* Between two looks at the cancellable, when the kernel copies. */
#define PIECE_SIZE (16 * 1024 * 1024)

gboolean
ink_descriptor_write (int           target,
                      const guint8 *data,
                      gsize         size)
{
  while (size > 0)
    {
      gssize n = write (target, data, size);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return FALSE;
      data += n;
      size -= (gsize) n;
    }
  return TRUE;
}

/* The next piece, inside the kernel where it can (some file systems share the blocks), else through
 * @buffer. Bytes, 0 at the end, -1 with errno. */
static gssize
copy_piece (int       source,
            int       target,
            guint8   *buffer,
            gboolean *by_kernel)
{
  gssize n;

  if (*by_kernel)
    {
      n = copy_file_range (source, NULL, target, NULL, PIECE_SIZE, 0);
      if (n > 0 || (n < 0 && (errno == EINTR || errno == ENOSPC || errno == EFBIG)))
        return n;
      /* Not between these two (or, some say, at the end of the file): by hand from here. */
      *by_kernel = FALSE;
    }
  n = read (source, buffer, BUFFER_SIZE);
  return n > 0 && !ink_descriptor_write (target, buffer, (gsize) n) ? -1 : n;
}

gboolean
ink_descriptor_copy (int           source,
                     int           target,
                     gint64        size,
                     InkProgress  *progress,
                     GCancellable *cancellable)
{
  g_autofree guint8 *buffer = g_malloc (BUFFER_SIZE);
  gboolean by_kernel = TRUE;
  gint64 done = 0;

  for (;;)
    {
      gssize n = copy_piece (source, target, buffer, &by_kernel);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return n == 0;
      done += n;
      ink_progress_set (progress, done, MAX (size, done), 0);
      if (g_cancellable_is_cancelled (cancellable))
        {
          errno = ECANCELED;
          return FALSE;
        }
    }
}
