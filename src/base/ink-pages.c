/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Asks for large pages; without them everything works as well, only slower. */
#include "base/ink-pages.h"

#include <stdlib.h>
#include <sys/mman.h>

#define LARGE_PAGE ((gsize) 2 << 20)
/* Below this little is gained, and up to a page is lost. */
#define WORTH_IT (2 * LARGE_PAGE)

gpointer
ink_pages_new (gsize n_bytes)
{
  void *memory = NULL;

  if (n_bytes < WORTH_IT || posix_memalign (&memory, LARGE_PAGE, n_bytes) != 0)
    return g_malloc (n_bytes);
#ifdef MADV_HUGEPAGE
  madvise (memory, n_bytes / LARGE_PAGE * LARGE_PAGE, MADV_HUGEPAGE);
#endif
  return memory;
}
