/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Goals and personas in the clipboard, as the text of a definition file: between projects, windows,
 * and whatever else takes text. */
#pragma once

#include <gtk/gtk.h>

#include "document/ink-document.h"

G_BEGIN_DECLS

/* @goals, @personas: ids, NULL-terminated, nullable. What their rules name goes along. */
void     ink_definition_clipboard_copy  (GtkWidget *widget, const InkDefinition *definition,
                                         const char *const *goals, const char *const *personas);
/* Copies, then removes them in one named step. Where something else in the project names one of
 * them, nothing is removed: FALSE, and @error says what does. */
gboolean ink_definition_clipboard_cut   (GtkWidget *widget, InkDocument *document,
                                         const char *const *goals, const char *const *personas,
                                         GError **error);

/* Called once. @goals, @personas: ids of what is new, NULL where nothing was pasted: then @error
 * says why, unless the document went away meanwhile. */
typedef void (*InkPastedFunc) (const char *const *goals, const char *const *personas,
                               const GError *error, gpointer data);

/* Pastes as one named step. @done (nullable): without it, an error is said by the window
 * ("win.say"). */
void     ink_definition_clipboard_paste (GtkWidget *widget, InkDocument *document,
                                         InkPastedFunc done, gpointer data);

G_END_DECLS
