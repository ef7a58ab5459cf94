/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Working copies that nobody uses any more but that hold what was never saved. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * InkRecovery:
 * @id: the working copy's name
 * @title: what the project was called
 * @file: (nullable): the file that it belongs to
 * @changed: when it was last written (microseconds, UTC)
 */
typedef struct
{
  char *id;
  char *title;
  GFile *file;
  gint64 changed;
} InkRecovery;

void       ink_recovery_free    (InkRecovery *recovery);

/* What a crash left and no running Inkling uses, newest first (element-type InkRecovery). Copies
 * without unsaved changes and untouched samples are deleted on the way, and what a crash left of opening and saving. */
GPtrArray *ink_recovery_list    (void) G_GNUC_WARN_UNUSED_RESULT;
/* Deletes it. FALSE with @error where it is in use by now. */
gboolean   ink_recovery_discard (const InkRecovery *recovery, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkRecovery, ink_recovery_free)

G_END_DECLS
