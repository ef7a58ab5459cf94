/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Importing: what was recognised, what each column means, progress with Stop, the report. */
#pragma once

#include <adwaita.h>

#include "document/ink-document.h"

G_BEGIN_DECLS

#define INK_TYPE_IMPORT_PAGE (ink_import_page_get_type ())
G_DECLARE_FINAL_TYPE (InkImportPage, ink_import_page, INK, IMPORT_PAGE, GtkWidget)

/* @kept: at least one file is now part of @document */
typedef void (*InkImportEndedFunc) (InkDocument *document, gboolean kept, gpointer data);

/* Looks at @files one after the other and imports them into @document as the user says. @ended is
 * called once, when the user is done or has cancelled. */
void ink_import_page_begin (InkImportPage *self, InkDocument *document, GFile **files,
                            int n_files, InkImportEndedFunc ended, gpointer data);

G_END_DECLS
