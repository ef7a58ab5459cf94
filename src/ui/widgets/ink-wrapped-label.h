/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A label of running words: it begins at the reader's side and breaks wherever it must. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @text, @css_class: nullable. */
GtkWidget *ink_wrapped_label_new (const char *text, const char *css_class);

G_END_DECLS
