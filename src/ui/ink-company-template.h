/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The company's own look for presentations: chosen once, used by every report. The file is copied
 * to the user's data, for a sandbox may read what was chosen only once. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the chosen file was called; NULL: none is chosen. (transfer full) */
char    *ink_company_template_get_name    (void) G_GNUC_WARN_UNUSED_RESULT;
/* The copy; NULL: none is chosen. (transfer full) */
char    *ink_company_template_get_path    (void) G_GNUC_WARN_UNUSED_RESULT;
/* Reads @file, looks whether slides can be written into it and copies it; what was chosen before
 * stays where it cannot be used. */
void     ink_company_template_take_async  (GFile *file, GCancellable *cancellable,
                                           GAsyncReadyCallback callback, gpointer data);
/* Errors are sentences for whoever chose it. */
gboolean ink_company_template_take_finish (GAsyncResult *result, GError **error);
void     ink_company_template_remove      (void);

G_END_DECLS
