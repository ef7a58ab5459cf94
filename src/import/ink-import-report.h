/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What became of one file: rows, repeats, what could not be read and why. Immutable once made. */
#pragma once

#include <glib.h>

#include "base/ink-time.h"
#include "import/ink-import-options.h"

G_BEGIN_DECLS

/* All unreadable rows are counted; this many are kept with line and reason. */
#define INK_IMPORT_MAX_REJECTED 1000

typedef struct
{
  guint64 line; /* from 1, in the (unpacked) file */
  char *reason;
} InkRejectedRow;

typedef struct
{
  char *finding; /* a sentence */
  guint64 count;
  char *example; /* nullable */
} InkQualityFinding;

typedef struct
{
  char *column;
  char *kind; /* "e-mail", "phone", "ip" */
  char *done; /* "left out", "pseudonyms", "kept" */
} InkPersonalData;

typedef struct
{
  char *column; /* or "@NAME" */
  InkRole role;
  char *property; /* nullable: its name in the project, where it has one */
} InkColumnRole;

typedef struct _InkImportReport InkImportReport;
struct _InkImportReport
{
  gatomicrefcount ref_count; /* private */
  char *file;                /* its name, without the folder */
  guint64 size;              /* bytes as it lies on the disk */
  char *format;              /* id of the format */
  char *format_reason;
  char *time_zone;           /* nullable: the zone that was taken for times without one */

  guint64 rows;
  guint64 imported;
  guint64 repeats;
  guint64 n_rejected; /* all of them */
  guint32 ids_merged;
  guint64 events; /* that this file added */
  guint32 people;
  guint32 new_people;
  guint64 of_nobody;
  gint64 first; /* INK_TIME_NONE where no event has a time */
  gint64 last;

  GArray *rejected; /* InkRejectedRow */
  GArray *roles;    /* InkColumnRole, in the file's order */
  GArray *quality;  /* InkQualityFinding */
  GArray *personal; /* InkPersonalData */
};

InkImportReport *ink_import_report_new   (void) G_GNUC_WARN_UNUSED_RESULT;
InkImportReport *ink_import_report_ref   (InkImportReport *report);
void             ink_import_report_unref (InkImportReport *report);

/* The object of `import --json`; `describe` shows the same under `sources`. */
char            *ink_import_report_to_json   (const InkImportReport *report)
    G_GNUC_WARN_UNUSED_RESULT;
InkImportReport *ink_import_report_from_json (const char *text, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* For those who make one. */
void ink_import_report_reject       (InkImportReport *report, guint64 line, const char *reason);
void ink_import_report_add_quality  (InkImportReport *report, const char *finding, guint64 count,
                                     const char *example);
void ink_import_report_add_personal (InkImportReport *report, const char *column,
                                     const char *kind, const char *done);
void ink_import_report_add_role     (InkImportReport *report, const char *column, InkRole role,
                                     const char *property);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkImportReport, ink_import_report_unref)

G_END_DECLS
