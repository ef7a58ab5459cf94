/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One kind of file that can be imported: a row of the table in ink-import-formats.c.
 *
 * A format says how sure it is of a file (sniff), turns it into rows of named cells (read), and may
 * know what its columns are for (hints) and that some rows are not events (row). Roles, types,
 * privacy, previews and reports are the same for every format and are not its business. */
#pragma once

#include <gio/gio.h>

#include "import/ink-import-options.h"

G_BEGIN_DECLS

typedef struct _InkImportInput InkImportInput;
typedef struct _InkImportSink InkImportSink;

/* The beginning of a file, unpacked, as UTF-8. */
typedef struct
{
  const char *text; /* NUL-terminated */
  gsize length;
  gboolean whole; /* the file is not longer */
} InkImportHead;

/**
 * InkColumnHint: what a column of this name is, where the format knows.
 */
typedef struct
{
  const char *column; /* among several of role who the first has precedence; as the format names its cells; an ending '*' stands for any rest */
  InkRole role;
  const char *property; /* its name in the project; NULL: the column's name without what '*' had
                         * before it */
  double scale;         /* numbers are multiplied by it; 0: as they are */
} InkColumnHint;

struct _InkCell;
struct _InkImportSample;

/**
 * InkRowAction: what a format's own look at a row says.
 * @INK_ROW_EVENT: an event, or a row of properties, by the roles of its columns
 * @INK_ROW_DONE: not an event; the format has done what was to be done
 */
typedef enum
{
  INK_ROW_EVENT,
  INK_ROW_DONE,
} InkRowAction;

typedef struct
{
  const char *id;    /* "mixpanel": for --source */
  const char *title; /* N_("Mixpanel raw export") */
  const char *const *extensions; /* "csv", …; NULL-terminated */
  const char *const *mime_types;

  /* 0 (it is not) … 100 (it can be nothing else). @reason: a sentence, to be freed. */
  int (*sniff) (const InkImportHead *head, char **reason);
  /* Gives every row to the sink until that says stop. FALSE with @error. */
  gboolean (*read) (InkImportInput *input, InkImportSink *sink, GError **error);

  gboolean typed; /* cells say whether they are texts or numbers (JSON) */
  gboolean marked_times; /* times among the properties are as ink_time_to_iso() writes them */
  gboolean wall_clocks;  /* numbers of seconds are the wall clock of the zone that the user names */
  /* nullable, with @wall_clocks: the zone whose clock the first rows show ("UTC", "+02:00"), to be
   * freed; NULL where they do not say */
  char *(*guess_zone) (const struct _InkImportSample *sample);
  const InkColumnHint *hints; /* nullable; ends with a NULL column */
  /* nullable */
  InkRowAction (*row) (InkImportSink *sink, struct _InkCell *cells, guint n_cells);
} InkImportFormat;

/* The table; NULL-terminated. */
const InkImportFormat *const *ink_import_formats_get_all (void);
const InkImportFormat        *ink_import_formats_find    (const char *id);

G_END_DECLS
