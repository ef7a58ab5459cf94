/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The table of formats: one line for each. */

#include "config.h"

#include <string.h>

#include "import/ink-import-formats-private.h"

static const InkImportFormat *const formats[] = {
  &ink_import_inkling,
  &ink_import_ga4,
  &ink_import_mixpanel,
  &ink_import_json,
  &ink_import_delimited,
  NULL,
};

const InkImportFormat *const *
ink_import_formats_get_all (void)
{
  return formats;
}

const InkImportFormat *
ink_import_formats_find (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; formats[i] != NULL; i++)
    if (strcmp (formats[i]->id, id) == 0)
      return formats[i];
  /* What people call it. */
  return strcmp (id, "csv") == 0 ? &ink_import_delimited : NULL;
}
