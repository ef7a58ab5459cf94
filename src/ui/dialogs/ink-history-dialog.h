/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The change log: every step of the project with what it changed and when, searched, and going to
 * any place in it. */
#pragma once

#include <adwaita.h>

#include "document/ink-document.h"

G_BEGIN_DECLS

#define INK_TYPE_HISTORY_DIALOG (ink_history_dialog_get_type ())
/* Signal "go" (int64: the state where the project shall stand). It follows the document. */
G_DECLARE_FINAL_TYPE (InkHistoryDialog, ink_history_dialog, INK, HISTORY_DIALOG, AdwWindow)

GtkWidget *ink_history_dialog_new      (GtkWindow *parent, InkDocument *document)
    G_GNUC_WARN_UNUSED_RESULT;
/* Only the steps that changed one thing: @kind ("goal", "persona" …) and @id say which, @name what
 * it is called now. Users can ask for all of them again. */
void       ink_history_dialog_set_item (InkHistoryDialog *self, const char *kind, const char *id,
                                        const char *name);

G_END_DECLS
