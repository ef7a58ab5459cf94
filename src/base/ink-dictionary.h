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

guint32        ink_dictionary_get_length (const InkDictionary *dictionary, guint32 code);

/* A dictionary that begins as this one and may grow apart from it; shares the texts. While copies
 * grow, the original is read by other threads: it must not be interned into any more. */
InkDictionary *ink_dictionary_copy   (InkDictionary *dictionary) G_GNUC_WARN_UNUSED_RESULT;

/* Appends without looking whether the text is there (reading back what was written). The index is
 * made at the first find or intern, under a lock. */
guint32        ink_dictionary_append (InkDictionary *dictionary, const char *text, gsize length);

/* In two steps, for batches: hash some texts ahead (which fetches their slots into the cache), then
 * intern them. The hash is of this dictionary only, and of no use after the process. */
guint32        ink_dictionary_hash   (const InkDictionary *dictionary, const char *text,
                                      gsize length);
void           ink_dictionary_fetch  (const InkDictionary *dictionary, guint32 hash);
guint32        ink_dictionary_intern_hashed (InkDictionary *dictionary, guint32 hash,
                                             const char *text, gsize length);
gsize          ink_dictionary_get_bytes (const InkDictionary *dictionary);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkDictionary, ink_dictionary_unref)

G_END_DECLS
