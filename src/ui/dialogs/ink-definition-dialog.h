/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Before a definition file is taken over: what would change, in words, and whether what the file
 * does not have goes. */
#pragma once

#include <adwaita.h>

#include "document/ink-document.h"

G_BEGIN_DECLS

#define INK_TYPE_DEFINITION_DIALOG (ink_definition_dialog_get_type ())
G_DECLARE_FINAL_TYPE (InkDefinitionDialog, ink_definition_dialog, INK, DEFINITION_DIALOG,
                      AdwMessageDialog)

/* @added: as it was read from the file that users know as @file_name. With the response "import" it
 * has become a step of the document. */
GtkWidget *ink_definition_dialog_new (GtkWindow *parent, InkDocument *document,
                                      InkDefinition *added, const char *file_name)
    G_GNUC_WARN_UNUSED_RESULT;
/* What the file does not have goes, too. */
void       ink_definition_dialog_set_replace (InkDefinitionDialog *self, gboolean replace);

G_END_DECLS
