/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What differs between two sentences, as "was → is". Private. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *ink_contrast (const char *before, const char *after) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
