/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the exporters by cairo share. */

#include "config.h"

#include "base/ink-error.h"
#include "export/ink-cairo-write.h"

#include <glib/gi18n-lib.h>

cairo_status_t
ink_cairo_write (void *closure,
                 const unsigned char *data,
                 unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

gboolean
ink_cairo_check (cairo_status_t status,
                 GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;

  g_set_error (error, INK_ERROR, INK_ERROR_FAILED, _("The chart could not be drawn: %s."),
               cairo_status_to_string (status));
  return FALSE;
}
