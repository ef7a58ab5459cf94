/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Codes of values: a dictionary of texts that holds the other kinds too. Code 0 is absent.
 *
 * A value that is no text is interned as a NUL, its kind and eight bytes; a text never begins with
 * a NUL. */
#pragma once

#include "base/ink-dictionary.h"
#include "base/ink-value.h"

G_BEGIN_DECLS

guint32   ink_value_codes_intern (InkDictionary *values, InkValue value);
/* Any code of @values from 1; texts live as long as @values. */
InkValue  ink_value_codes_get    (const InkDictionary *values, guint32 code);
/* FALSE where the bytes of the entry are none that intern makes. */
gboolean  ink_value_codes_valid  (const char *bytes, gsize length);
/* All of them by code, the first absent. */
InkValue *ink_value_codes_list   (const InkDictionary *values) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
