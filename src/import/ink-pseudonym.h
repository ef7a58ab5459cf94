/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Ids that say nothing about a person, yet are the same at every import. */
#pragma once

#include "events/ink-event-store.h"

G_BEGIN_DECLS

/* @secret: (nullable): the key of InkImportOptions. "p-" and 20 hexadecimal digits. */
char    *ink_pseudonym_new    (const char *id, const char *secret) G_GNUC_WARN_UNUSED_RESULT;
/* Whether @id names a person by itself (an e-mail address), so that importing replaces it. */
gboolean ink_pseudonym_wanted (const char *id, gsize length);
/* The person with this id of the source, or this pseudonym; INK_NO_PERSON if there is none. What
 * `explain` and `forget` look people up with. */
guint32  ink_pseudonym_find_person (const InkEventStore *store, const char *id,
                                    const char *secret);

G_END_DECLS
