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
/* A file is being imported right now. */
gboolean ink_import_page_get_running (InkImportPage *self);
/* Ends, as Cancel does; a file that is being imported is stopped first. @ended is called at once or
 * when it has stopped; not at all where nothing was begun. */
void     ink_import_page_leave       (InkImportPage *self);

G_END_DECLS
