/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a JSON text or number looks like inside, for the reader: nothing here knows of its state. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The next place in [@at, @end) that ends plain text: a quote, a backslash, a control character;
 * @end where there is none. */
gsize    ink_json_find_special (const char *data, gsize at, gsize end);
/* Unescapes [@from, @end) in place. The new length, or -1 with the bad escape's place in @bad. */
gssize   ink_json_unescape  (char *from, const char *end, const char **bad);
/* Whether the whole NUL-terminated @p is a number as JSON writes them. */
gboolean ink_json_is_number (const char *p);

G_END_DECLS
