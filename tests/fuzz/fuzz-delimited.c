/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Any file, imported by whatever format it is taken for: containers, encodings, delimited text,
 * JSON, roles, types, times, the store. Twice: the second time nothing may be added. */

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "import/ink-importer.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
import (const char *path)
{
  const char *files[] = { path, NULL };
  g_autoptr (InkImportOptions) options = ink_import_options_new ();
  g_autoptr (GPtrArray) reports = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (InkEventStore) store = NULL;
  g_autoptr (InkEventStore) same = NULL;
  g_autofree char *json = NULL;
  const InkImportReport *report;

  options->date_order = INK_DATE_ORDER_DMY;
  store = ink_importer_import (files, options, NULL, &reports, NULL, NULL, &error);
  g_assert ((store == NULL) == (error != NULL));
  if (store == NULL)
    return;
  report = g_ptr_array_index (reports, 0);
  g_assert (report->rows == report->imported + report->repeats + report->n_rejected);
  json = ink_import_report_to_json (report);
  same = ink_importer_import (files, options, store, &again, NULL, NULL, NULL);
  g_assert (same != NULL);
  g_assert (ink_event_store_get_n_events (same) == ink_event_store_get_n_events (store));
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize size)
{
  int fd = memfd_create ("fuzz", MFD_CLOEXEC);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", fd);

  if (fd < 0 || write (fd, data, size) != (gssize) size)
    g_error ("no memory file");
  import (path);
  close (fd);
  return 0;
}
