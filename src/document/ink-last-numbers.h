/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a living answer said the last time, kept with the document and found there again. */
#pragma once

#include "document/ink-live.h"

G_BEGIN_DECLS

typedef struct _InkLastNumbers InkLastNumbers;

/* @document outlives it. @data: of @name. */
InkLastNumbers *ink_last_numbers_new  (InkDocument *document, InkLiveNameFunc name, gpointer data)
    G_GNUC_WARN_UNUSED_RESULT;
void            ink_last_numbers_free (InkLastNumbers *self);

/* The question is another one; @is_asked: FALSE: there is none. */
void            ink_last_numbers_name (InkLastNumbers *self, gboolean is_asked);
/* Looks for what was kept; once, later there is an answer that is newer. */
void            ink_last_numbers_look (InkLastNumbers *self);
/* (nullable) (transfer none) */
InkAnswer      *ink_last_numbers_get  (InkLastNumbers *self);
/* @answer (nullable) is there: keeps it when it has stayed for a while, on @context. */
void            ink_last_numbers_keep (InkLastNumbers *self, InkAnswer *answer,
                                       GMainContext *context);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkLastNumbers, ink_last_numbers_free)

G_END_DECLS
