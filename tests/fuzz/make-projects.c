/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The seeds of the fuzzer of documents: small projects that, together, hold every codec and every
 * kind of row. Made and not kept, so that they are always of this version.
 * usage: make-projects FOLDER DEFINITION.json */
#include <glib/gstdio.h>
#include <sqlite3.h>

#include "definition/ink-definition-json.h"
#include "document/ink-document.h"
#include "support/ink-test-store.h"

static const char *const everything[] = {
  "ann Viewed 1780000000 page=/a price=1.25 exact=0.1234567890123457 when=@1780000000 new=true",
  "ann Viewed 1780000060 page=/b price=3 exact=-3e-200 when=@1780086400 new=false",
  "ann Bought 1780000120 page=/a price=900000.5 exact=7e300 mixed=text",
  "bob Viewed - page=/long/text/that/is/no/short/one/at/all mixed=4 many=0.333333",
  "bob Signed - mixed=true many=12345678.9",
  "bob Bought 1780900000 session=s1 duration=12.5 mixed=@5",
  "c00kie Viewed 1779999000 #k1 page=/c",
  "c00kie Viewed 1779999001 #k2 page=/d",
  "- Ping 1780000500 page=/nobody",
  "- Ping -",
  "anonymous ann c00kie",
  "same bob robert",
  "person ann plan=free age=31 since=@1700000000 vip=true",
  "person bob plan=pro age=44.125 weight=0.1234567890123457",
  "person carla plan=pro",
  "date carla 1750000000",
  NULL,
};
static const char *const more[] = {
  "dora Viewed 1781000000 page=/a price=2 new=later",
  "ann Viewed 1781000060 page=/z price=cheap",
  "carla Signed -",
  "anonymous dora ann",
  "person dora plan=team age=old",
  NULL,
};

typedef enum
{
  SEED_PLAIN,
  SEED_EDITED = 1 << 0,   /* definitions, undone steps, a result */
  SEED_TWICE = 1 << 1,    /* a second import on the first */
  SEED_WIDE = 1 << 2,     /* codes of two bytes */
  SEED_NO_RUN = 1 << 3,   /* no directory: a finding once */
  SEED_FORGOTTEN = 1 << 4,
} Seed;

static const Seed seeds[] = {
  SEED_PLAIN,
  SEED_EDITED,
  SEED_TWICE,
  SEED_TWICE | SEED_EDITED,
  SEED_WIDE,
  SEED_NO_RUN,
  SEED_TWICE | SEED_FORGOTTEN,
};

static InkEventStore *
import_rows (InkEventStore *base,
             InkDefinition *definition,
             InkImportOutcome *outcome,
             gpointer data,
             InkProgress *progress,
             GCancellable *cancellable,
             GError **error)
{
  InkBuildReport report = { 0 };
  InkImportRecord *record =
    ink_import_record_new ("a.csv", "delimited", "{\"file\":\"a.csv\",\"rejected\":[]}");

  g_ptr_array_add (outcome->records, record);
  return ink_test_import (base, data, &report);
}

/* More than 255 names and pages, so that codes take two bytes. */
static char **
make_wide (void)
{
  g_autoptr (GStrvBuilder) rows = g_strv_builder_new ();

  for (guint i = 0; i < 258; i++)
    {
      g_autofree char *row = g_strdup_printf ("p%u N%u %u page=/%u", i % 40, i,
                                              1780000000 + i * i, i);

      g_strv_builder_add (rows, row);
    }
  return g_strv_builder_end (rows);
}

static gboolean
take (InkDocument *document,
      const char *const *rows,
      GError **error)
{
  return ink_document_import (document, "Import", import_rows, (gpointer) rows, NULL, NULL, error);
}

static gboolean
edit (InkDocument *document,
      const char *definition_file,
      GError **error)
{
  g_autofree char *json = NULL;
  g_autoptr (InkDefinition) definition = NULL;

  if (!g_file_get_contents (definition_file, &json, NULL, error))
    return FALSE;
  definition = ink_definition_from_json (json, -1, "seed", NULL, NULL, error);
  if (definition == NULL)
    return FALSE;
  ink_document_edit (document, "Define", NULL, definition);
  ink_document_put_result (document, "funnel", "{\"entered\":3}");
  return ink_document_undo (document, error) && ink_document_redo (document, error)
         && ink_document_undo (document, error);
}

static gboolean
fill (InkDocument *document,
      Seed seed,
      const char *definition_file,
      GError **error)
{
  g_auto (GStrv) wide = make_wide ();

  return take (document, (seed & SEED_WIDE) ? (const char *const *) wide : everything, error)
         && (!(seed & SEED_TWICE) || take (document, more, error))
         && (!(seed & SEED_EDITED) || edit (document, definition_file, error))
         && (!(seed & SEED_FORGOTTEN) || ink_document_forget (document, "ann", NULL, error));
}

/* Small pages, so that the fuzzer spends itself on what is in the file and not on the gaps. */
static gboolean
shrink (const char *path,
        Seed seed)
{
  sqlite3 *db = NULL;
  gboolean good = sqlite3_open (path, &db) == SQLITE_OK
                  && (!(seed & SEED_NO_RUN)
                      || sqlite3_exec (db, "DELETE FROM chunk WHERE col='run'", NULL, NULL, NULL)
                           == SQLITE_OK)
                  && sqlite3_exec (db, "PRAGMA page_size=512; VACUUM", NULL, NULL, NULL)
                       == SQLITE_OK;

  sqlite3_close (db);
  return good;
}

static gboolean
make (const char *path,
      Seed seed,
      const char *definition_file,
      GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (InkDocument) document = ink_document_new (error);
  gboolean good;

  g_unlink (path);
  if (document == NULL)
    return FALSE;
  good = fill (document, seed, definition_file, error)
         && ink_document_save (document, file, INK_SAVE_NORMAL, NULL, NULL, error);
  return ink_document_close (document, INK_CLOSE_DISCARD, NULL) && good && shrink (path, seed);
}

int
main (int argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;

  if (argc != 3)
    {
      g_printerr ("usage: make-projects FOLDER DEFINITION.json\n");
      return 2;
    }
  for (guint i = 0; i < G_N_ELEMENTS (seeds); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/seed-%u.inkling", argv[1], i);

      if (!make (path, seeds[i], argv[2], &error))
        {
          g_printerr ("%s: %s\n", path, error != NULL ? error->message : "SQLite refuses");
          return 1;
        }
    }
  return 0;
}
