/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Texts and their numbers, in order of first appearance. Append-only; a frozen one is immutable. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define INK_NO_CODE G_MAXUINT32

typedef struct _InkDictionary InkDictionary;

InkDictionary *ink_dictionary_new    (void) G_GNUC_WARN_UNUSED_RESULT;
InkDictionary *ink_dictionary_ref    (InkDictionary *dictionary);
void           ink_dictionary_unref  (InkDictionary *dictionary);
guint32        ink_dictionary_size   (const InkDictionary *dictionary);
guint32        ink_dictionary_intern (InkDictionary *dictionary, const char *text, gsize length);
guint32        ink_dictionary_find   (const InkDictionary *dictionary, const char *text,
                                      gsize length);
/* NUL-terminated; lives as long as the dictionary. */
const char    *ink_dictionary_get    (const InkDictionary *dictionary, guint32 code);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkDictionary, ink_dictionary_unref)

G_END_DECLS
