/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a file holds, row by row: the report of an import, or of a look through the whole file before
 * it is imported. */
#pragma once

#include <adwaita.h>

#include "import/ink-import-report.h"

G_BEGIN_DECLS

#define INK_TYPE_IMPORT_FACTS (ink_import_facts_get_type ())
G_DECLARE_FINAL_TYPE (InkImportFacts, ink_import_facts, INK, IMPORT_FACTS, GtkWidget)

/* @zone: the project's (NULL: this computer's), for the days of its period. */
void ink_import_facts_set_report (InkImportFacts *self, const InkImportReport *report,
                                  GTimeZone *zone);
/* Instead of a report: why there is none (yet). */
void ink_import_facts_set_note   (InkImportFacts *self, const char *sentence);

G_END_DECLS
