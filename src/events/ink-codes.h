/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A column of small numbers, one, two or four bytes wide: whichever is the narrowest that fits. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint width; /* 1, 2 or 4 */
  union
  {
    const void *data;
    const guint8 *u8;
    const guint16 *u16;
    const guint32 *u32;
  };
} InkCodes;

static inline guint32
ink_codes_get (InkCodes codes, gsize row)
{
  switch (codes.width)
    {
    case 1:
      return codes.u8[row];
    case 2:
      return codes.u16[row];
    default:
      return codes.u32[row];
    }
}

G_END_DECLS
