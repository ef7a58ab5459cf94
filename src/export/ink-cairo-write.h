/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the exporters by cairo share: writing to memory, and errors as sentences. */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* A cairo_write_func_t; @closure is a GByteArray. */
cairo_status_t ink_cairo_write (void *closure, const unsigned char *data, unsigned int length);
/* FALSE with @error set where @status is one. */
gboolean       ink_cairo_check (cairo_status_t status, GError **error);

G_END_DECLS
