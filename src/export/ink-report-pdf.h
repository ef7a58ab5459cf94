/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A report as a PDF: vectors and real text, a bookmark and a tagged heading a page. */
#pragma once

#include "export/ink-slide-paint.h"

G_BEGIN_DECLS

typedef struct _InkReportPdf InkReportPdf;

InkReportPdf *ink_report_pdf_new  (const char *title, const char *created, InkDeckShape shape)
    G_GNUC_WARN_UNUSED_RESULT;
void          ink_report_pdf_free (InkReportPdf *pdf);
void          ink_report_pdf_add  (InkReportPdf *pdf, const InkSlidePicture *slide);
/* The file; nothing can be added any more. */
GBytes       *ink_report_pdf_end  (InkReportPdf *pdf, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkReportPdf, ink_report_pdf_free)

G_END_DECLS
