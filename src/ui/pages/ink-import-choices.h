/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the user may say about a file as a whole: its format, the order of its dates, its time zone,
 * what becomes of personal data. What is clear is not asked. */
#pragma once

#include <adwaita.h>

#include "import/ink-import-preview.h"

G_BEGIN_DECLS

#define INK_TYPE_IMPORT_CHOICES (ink_import_choices_get_type ())
/* Signal "changed": the options that were given hold another choice. */
G_DECLARE_FINAL_TYPE (InkImportChoices, ink_import_choices, INK, IMPORT_CHOICES, GtkWidget)

/* @options: written by the widget, so it must outlive it or be taken away with NULL. */
void     ink_import_choices_set_options (InkImportChoices *self, InkImportOptions *options);
void     ink_import_choices_set_preview (InkImportChoices *self, const InkImportPreview *preview);
/* FALSE: a question without an answer stands in the way. */
gboolean ink_import_choices_is_answered (InkImportChoices *self);

G_END_DECLS
