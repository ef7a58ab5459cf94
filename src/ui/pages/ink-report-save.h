/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The report on its way out of the window. */
#pragma once

#include <gtk/gtk.h>

#include "document/ink-document.h"
#include "ui/widgets/ink-slide-view.h"

G_BEGIN_DECLS

/* Asks for a file and writes the report there in a worker; says in @page's window how it went.
 * @ending: "pptx", in the look of the company's template where there is one, or "pdf". */
void ink_report_save    (GtkWidget *page, InkDocument *document, const char *ending);
/* The same into a file that is known. */
void ink_report_save_to (GtkWidget *page, InkDocument *document, const char *ending, GFile *file);
/* Puts the slide on the clipboard as a picture. */
void ink_report_copy_slide (InkSlideView *slide);

G_END_DECLS
