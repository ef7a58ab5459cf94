/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The format "json": events as JSON objects of whatever names. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "import/ink-import-formats-private.h"
#include "import/ink-json-rows.h"

static int
sniff (const InkImportHead *head,
       char **reason)
{
  g_autoptr (InkImportSample) sample = ink_json_rows_sample (head);
  const char *p = head->text;

  while (g_ascii_isspace (*p))
    p++;
  if (sample == NULL)
    {
      *reason = g_strdup (_("It begins like JSON."));
      return *p == '{' || *p == '[' ? 20 : 0;
    }
  *reason = g_strdup_printf (_("JSON objects with %u names."), sample->columns->len);
  return 60;
}

static const char *const extensions[] = { "json", "jsonl", "ndjson", NULL };
static const char *const mime_types[] = { "application/json", "application/x-ndjson", NULL };

const InkImportFormat ink_import_json = {
  .id = "json",
  .title = N_("JSON"),
  .extensions = extensions,
  .mime_types = mime_types,
  .sniff = sniff,
  .read = ink_json_rows_read,
  .typed = TRUE,
};
