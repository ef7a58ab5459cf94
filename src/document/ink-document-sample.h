/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The sample project: its export imported like any other, and the definition that fits it. */
#pragma once

#include "document/ink-document.h"

G_BEGIN_DECLS

/* Takes the sample of so many people and this seed into @self, which must be empty, as one step. */
gboolean ink_document_make_sample        (InkDocument *self, guint32 people, guint64 seed,
                                          InkProgress *progress, GCancellable *cancellable,
                                          GError **error);
/* The same in a worker; finish with ink_document_import_finish(). */
void     ink_document_make_sample_async  (InkDocument *self, guint32 people, guint64 seed,
                                          InkProgress *progress, GCancellable *cancellable,
                                          GAsyncReadyCallback callback, gpointer user_data);

G_END_DECLS
