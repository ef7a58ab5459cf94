/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Memory of many megabytes: in large pages where the system has them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Like g_malloc, for arrays that are filled from end to end and read anywhere: large pages save a
 * fault per four kilobytes and most of the search for an address. Give it back with g_free. */
gpointer ink_pages_new (gsize n_bytes) G_GNUC_WARN_UNUSED_RESULT G_GNUC_MALLOC;

G_END_DECLS
