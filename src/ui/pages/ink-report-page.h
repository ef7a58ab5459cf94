/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The report: slides in a strip, the chosen one as it will be, its words, and the way out. */
#pragma once

#include "ui/pages/ink-page.h"

G_BEGIN_DECLS

#define INK_TYPE_REPORT_PAGE (ink_report_page_get_type ())
/* Actions: report.add (JSON of a slide), report.review, report.duplicate, report.remove,
 * report.move (int: by how many places), report.save ("pptx", "pdf"), report.copy. */
G_DECLARE_FINAL_TYPE (InkReportPage, ink_report_page, INK, REPORT_PAGE, InkPage)

G_END_DECLS
