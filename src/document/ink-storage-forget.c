/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Takes a person out of everything that the working copy holds, in one transaction. */
#include "config.h"

#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "document/ink-storage-private.h"
#include "events/ink-block.h"

/* Shorter ids ("7", "true") also stand for other things in rules and reports. */
#define SHORTEST_ID 5
#define FORGOTTEN "forgotten"

/* The id as it stands inside a JSON text, @times deep, without the quotes around it. */
static char *
escape_in_json (const char *id,
                guint       times)
{
  char *text = g_strdup (id);

  for (guint i = 0; i < times; i++)
    {
      g_autoptr (JsonNode) node = json_node_init_string (json_node_alloc (), text);
      g_autofree char *quoted = json_to_string (node, FALSE);

      g_free (text);
      text = g_strndup (quoted + 1, strlen (quoted) - 2);
    }
  return text;
}

/* Of a longer word: letters and digits of any script, not the quotation marks of our sentences. */
static gboolean
is_word (gunichar c)
{
  return c >= 0x80 ? g_unichar_isalnum (c)
                   : g_ascii_isalnum ((char) c) || (c != 0 && strchr ("_-@.+", (int) c) != NULL);
}

static gboolean
is_whole_word (const char *text,
               const char *hit,
               gsize       length)
{
  const char *before = g_utf8_find_prev_char (text, hit);

  return (before == NULL || !is_word (g_utf8_get_char (before))) &&
         !is_word (g_utf8_get_char (hit + length));
}

/* Every occurrence that is not part of a longer word. */
static char *
replace_word (char       *text,
              const char *word)
{
  g_autoptr (GString) result = NULL;
  gsize length = strlen (word);
  const char *from = text;
  const char *hit = strstr (text, word);

  if (hit == NULL)
    return text;
  result = g_string_new (NULL);
  for (; hit != NULL; hit = strstr (hit + length, word))
    {
      if (!is_whole_word (text, hit, length))
        continue;
      g_string_append_len (result, from, hit - from);
      g_string_append (result, FORGOTTEN);
      from = hit + length;
    }
  g_string_append (result, from);
  g_free (text);
  return g_string_free (g_steal_pointer (&result), FALSE);
}

static char *
scrub (const char *text,
       char      **ids)
{
  char *result = g_strdup (text != NULL ? text : "");

  for (guint i = 0; ids[i] != NULL; i++)
    for (guint depth = 0; depth <= 2 && strlen (ids[i]) >= SHORTEST_ID; depth++)
      {
        g_autofree char *word = escape_in_json (ids[i], depth);

        result = replace_word (result, word);
      }
  return result;
}

/* @select gives a key and a text; @update takes the new text and the key. */
static gboolean
scrub_table (sqlite3     *db,
             const char  *select,
             const char  *update,
             char       **ids,
             GError     **error)
{
  g_autoptr (InkStatement) rows = ink_sql_prepare (db, select, error);
  g_autoptr (GError) local = NULL;
  gboolean good = rows != NULL;

  while (good && ink_sql_row (rows, &local))
    {
      g_autofree char *key = ink_sql_text (rows, 0);
      g_autofree char *was = ink_sql_text (rows, 1);
      g_autofree char *is = scrub (was, ids);

      if (was != NULL && !g_str_equal (was, is))
        good = ink_sql_run (db, error, update, "tt", is, key);
    }
  if (local == NULL)
    return good;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
scrub_all (sqlite3  *db,
           char    **ids,
           GError  **error)
{
  static const char *const tables[][2] = {
    { "SELECT id, report FROM import", "UPDATE import SET report=? WHERE id=?" },
    { "SELECT id, file FROM import", "UPDATE import SET file=? WHERE id=?" },
    { "SELECT step, changes FROM history", "UPDATE history SET changes=? WHERE step=?" },
    { "SELECT step, label FROM history", "UPDATE history SET label=? WHERE step=?" },
    { "SELECT kind || char(10) || id, json FROM definition",
      "UPDATE definition SET json=? WHERE kind || char(10) || id=?" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (!scrub_table (db, tables[i][0], tables[i][1], ids, error))
      return FALSE;
  return ink_sql_exec (db, "DELETE FROM result", error);
}

static GArray *
import_ids (sqlite3  *db,
            GError  **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (InkStatement) rows = ink_sql_prepare (db, "SELECT id FROM import ORDER BY run", error);
  g_autoptr (GError) local = NULL;

  if (rows == NULL)
    return NULL;
  while (ink_sql_row (rows, &local))
    {
      guint32 id = (guint32) sqlite3_column_int64 (rows, 0);

      g_array_append_val (ids, id);
    }
  if (local == NULL)
    return g_steal_pointer (&ids);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/* The runs keep their rows in `import`, in the same order, but get their blocks anew. */
static gboolean
replace_runs (InkStorage     *self,
              InkEventStore  *store,
              GCancellable   *cancellable,
              GError        **error)
{
  g_autoptr (GArray) ids = import_ids (self->writer, error);

  if (ids == NULL || !ink_sql_exec (self->writer, "DELETE FROM chunk", error))
    return FALSE;
  for (guint run = 0; run < ids->len && run < ink_event_store_get_n_runs (store); run++)
    {
      guint32 id = g_array_index (ids, guint32, run);

      if (!ink_sql_run (self->writer, error, "UPDATE import SET run=? WHERE id=?", "ii",
                        (gint64) ink_event_store_get_run_id (store, run), (gint64) id) ||
          !ink_storage_write_run (self, store, run, id, FALSE, cancellable, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
end_redo (InkStorage  *self,
          GError     **error)
{
  static const char position[] = "(SELECT value FROM meta WHERE key='position')";
  g_autofree char *later = g_strdup_printf ("step IS NULL OR step > %s", position);
  g_autofree char *steps = g_strdup_printf ("DELETE FROM history WHERE step > %s", position);

  return ink_storage_delete_imports (self, later, error) &&
         ink_sql_exec (self->writer, steps, error) &&
         ink_sql_exec (self->writer, "INSERT OR REPLACE INTO meta VALUES ('saved', -1)", error);
}

gboolean
ink_storage_forget (InkStorage     *self,
                    InkEventStore  *store,
                    char          **ids,
                    GCancellable   *cancellable,
                    GError        **error)
{
  gboolean good;

  /* Reads the blocks that are about to go, so it must come before the transaction. */
  ink_event_store_get_schema (store);
  if (!ink_storage_begin (self, TRUE, error))
    return FALSE;
  good = end_redo (self, error) && replace_runs (self, store, cancellable, error) &&
         scrub_all (self->writer, ids, error) && ink_storage_write_summaries (self, store, error);
  good = ink_storage_end (self, good, error);
  /* The log still holds the old pages until it is written back and cut. */
  if (good)
    ink_sql_exec (self->writer, "PRAGMA wal_checkpoint(TRUNCATE)", NULL);
  return good;
}

gboolean
ink_storage_scrub (InkStorage  *self,
                   char       **ids,
                   GError     **error)
{
  gboolean good;

  if (!ink_storage_begin (self, TRUE, error))
    return FALSE;
  good = ink_storage_end (self, scrub_all (self->writer, ids, error), error);
  if (good)
    ink_sql_exec (self->writer, "PRAGMA wal_checkpoint(TRUNCATE)", NULL);
  return good;
}
