/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "document/ink-document-sample.h"

#include "definition/ink-definition-json.h"
#include "document/ink-document-private.h"
#include "document/ink-document-steps.h"
#include "import/ink-importer.h"
#include "sample/ink-sample.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define SHOWN_NAME "sample-events.csv"

typedef struct
{
  guint32 people;
  guint64 seed;
} Sample;

static gboolean
write_sample (const Sample *sample,
              GFile *file,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GFileOutputStream) stream
      = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_PRIVATE, cancellable, error);

  return stream != NULL
         && ink_sample_write (G_OUTPUT_STREAM (stream), sample->people, sample->seed, cancellable,
                              NULL, error)
         && g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error);
}

static InkImportRecord *
make_record (InkImportReport *report)
{
  g_autofree char *json = NULL;
  InkImportRecord *record;

  g_free (report->file);
  report->file = g_strdup (SHOWN_NAME);
  json = ink_import_report_to_json (report);
  record = ink_import_record_new (report->file, report->format, json);
  record->rows = report->rows;
  record->imported = report->imported;
  record->repeats = report->repeats;

  return record;
}

static InkEventStore *
import_file (const char *path,
             InkEventStore *base,
             InkImportOutcome *outcome,
             InkProgress *progress,
             GCancellable *cancellable,
             GError **error)
{
  const char *const files[] = { path, NULL };
  g_autoptr (InkImportOptions) options = ink_import_options_new ();
  g_autoptr (GPtrArray) reports = NULL;
  g_autoptr (InkEventStore) store = NULL;
  g_autofree char *json = ink_sample_definition_json ();

  store = ink_importer_import (files, options, base, &reports, cancellable, progress, error);
  if (store == NULL)
    return NULL;
  /* Without the schema: of few people nobody may do one of the things that it names. */
  outcome->definition
      = ink_definition_from_json (json, -1, "sample-definition.json", NULL, NULL, error);
  if (outcome->definition == NULL)
    return NULL;
  g_ptr_array_add (outcome->records, make_record (g_ptr_array_index (reports, 0)));

  return g_steal_pointer (&store);
}

/* The sample goes the way of every export, through a file: what it shows is what an import does. */
static InkEventStore *
import_sample (InkEventStore *base,
               InkDefinition *definition,
               InkImportOutcome *outcome,
               gpointer data,
               InkProgress *progress,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile) file = g_file_new_tmp ("inkling-sample-XXXXXX.csv", &stream, error);
  InkEventStore *store = NULL;

  if (file == NULL)
    return NULL;
  if (write_sample (data, file, cancellable, error))
    store = import_file (g_file_peek_path (file), base, outcome, progress, cancellable, error);
  g_unlink (g_file_peek_path (file));

  return store;
}

/* Only in a project of its own the sample is all that there is. */
static void
note_sample (InkDocument *self)
{
  if (ink_document_get_position (self) == 0)
    ink_storage_get_copy (self->storage)->made_step = 1;
  ink_document_set_title (self, _ ("Sample"));
}

gboolean
ink_document_make_sample (InkDocument *self,
                          guint32 people,
                          guint64 seed,
                          InkProgress *progress,
                          GCancellable *cancellable,
                          GError **error)
{
  Sample sample = { people, seed };

  g_return_val_if_fail (INK_IS_DOCUMENT (self), FALSE);

  note_sample (self);
  return ink_document_import (self, _ ("Open the Sample"), import_sample, &sample, progress,
                              cancellable, error);
}

void
ink_document_make_sample_async (InkDocument *self,
                                guint32 people,
                                guint64 seed,
                                InkProgress *progress,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  Sample *sample = g_new0 (Sample, 1);

  g_return_if_fail (INK_IS_DOCUMENT (self));

  sample->people = people;
  sample->seed = seed;
  note_sample (self);
  ink_document_import_async (self, _ ("Open the Sample"), import_sample, sample, g_free, progress,
                             cancellable, callback, user_data);
}
