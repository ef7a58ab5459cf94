/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A company's own presentation or template (.pptx, .potx) to write slides into: its theme, masters
 * and layouts with their pictures go through unchanged, its slides are left out. Immutable,
 * reference-counted. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _InkDeckTemplate InkDeckTemplate;

/* INK_ERROR_FORMAT: it is none, or damaged. INK_ERROR_FAILED: none of its layouts fits; whoever
 * says so may write slides without it. */
InkDeckTemplate *ink_deck_template_new   (GBytes *file, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
/* The same from a file; G_IO_ERROR where it cannot be read. */
InkDeckTemplate *ink_deck_template_load  (const char *path, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
InkDeckTemplate *ink_deck_template_ref   (InkDeckTemplate *template_);
void             ink_deck_template_unref (InkDeckTemplate *template_);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkDeckTemplate, ink_deck_template_unref)

G_END_DECLS
