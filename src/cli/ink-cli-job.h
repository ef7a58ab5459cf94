/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A slow piece of work on the command line: progress on standard error, Ctrl+C stops it cleanly. */
#pragma once

#include "base/ink-progress.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _InkCliJob InkCliJob;

/* @what: what is being done, such as "Reading hits.csv" */
InkCliJob    *ink_cli_job_start           (const char *what) G_GNUC_WARN_UNUSED_RESULT;
/* Ends the line of progress. Frees the job. */
void          ink_cli_job_end             (InkCliJob *job);
InkProgress  *ink_cli_job_get_progress    (InkCliJob *job);
GCancellable *ink_cli_job_get_cancellable (InkCliJob *job);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkCliJob, ink_cli_job_end)

G_END_DECLS
