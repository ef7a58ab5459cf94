/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The format "delimited": CSV and its relatives, of whatever columns. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "import/ink-delimited-reader.h"
#include "import/ink-import-formats-private.h"

static const char *
name_delimiter (const InkDialect *dialect)
{
  if (dialect->blanks)
    return _("blanks");
  switch (dialect->delimiter)
    {
    case ',':
      return _("commas");
    case ';':
      return _("semicolons");
    case '\t':
      return _("tabs");
    case '|':
      return _("vertical bars");
    default:
      return _("separators");
    }
}

/* A sentence, and how the columns are called where nothing names them. */
static char *
describe (const InkDialect *dialect)
{
  g_autofree char *table = g_strdup_printf (_("A table of text with %s between %u columns."),
                                            name_delimiter (dialect), dialect->n_fields);

  if (dialect->has_header || dialect->n_fields < 2)
    return g_steal_pointer (&table);
  return g_strdup_printf (_("%s Its first line holds values, not names: the columns are called "
                            "column_1 to column_%u. Say what they are for."),
                          table, dialect->n_fields);
}

static int
sniff (const InkImportHead *head,
       char **reason)
{
  InkDialect dialect;
  const char *p = head->text;

  while (g_ascii_isspace (*p))
    p++;
  if (*p == '{' || *p == '[' || *p == '<' || *p == '\0')
    return 0;
  ink_dialect_detect (&dialect, head);
  *reason = describe (&dialect);
  return dialect.n_fields > 1 ? 30 + (int) (dialect.consistency * 30) : 5;
}

static const char *const extensions[] = { "csv", "tsv", "tab", "txt", NULL };
static const char *const mime_types[] = { "text/csv", "text/tab-separated-values", "text/plain",
                                          NULL };

const InkImportFormat ink_import_delimited = {
  .id = "delimited",
  .title = N_("Table of text (CSV)"),
  .extensions = extensions,
  .mime_types = mime_types,
  .sniff = sniff,
  .read = ink_delimited_read,
};
