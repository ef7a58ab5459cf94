/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* With AddressSanitizer only: GLib's first table of quarks stays in sight.
 *
 * When it is full, GLib makes a larger one and gives the first up without freeing it, as others may
 * still be reading it (quark_new in gquark.c says so). The table is made before main, by a function
 * without a name, so that no suppression could tell it from a leak of ours. */
#include <stddef.h>

#define QUARKS 2048 /* QUARK_BLOCK_SIZE */

extern const volatile void *volatile ink_test_quarks;
const volatile void *volatile ink_test_quarks;

void __sanitizer_malloc_hook (const volatile void *block, size_t size);

void
__sanitizer_malloc_hook (const volatile void *block,
                         size_t size)
{
  if (ink_test_quarks == NULL && size == QUARKS * sizeof (char *))
    ink_test_quarks = block;
}
