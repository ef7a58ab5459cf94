/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the project holds at a glance, in plain tables that any SQLite tool can read. */
#include "config.h"

#include "base/ink-time.h"
#include "document/ink-storage-private.h"

static char *
time_or_null (gint64 time)
{
  return time != INK_TIME_NONE ? ink_time_to_iso (time) : NULL;
}

static gboolean
write_names (sqlite3          *db,
             const InkSchema  *schema,
             GError          **error)
{
  for (guint i = 0; i < schema->n_events; i++)
    {
      const InkEventInfo *info = &schema->events[i];
      g_autofree char *first = time_or_null (info->first);
      g_autofree char *last = time_or_null (info->last);

      if (!ink_sql_run (db, error, "INSERT OR REPLACE INTO event_name VALUES (?, ?, ?, ?, ?)",
                        "tiitt", info->name, (gint64) info->events, (gint64) info->people, first,
                        last))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_properties (sqlite3          *db,
                  const InkSchema  *schema,
                  GError          **error)
{
  for (guint i = 0; i < schema->n_properties; i++)
    {
      const InkPropertyInfo *info = &schema->properties[i];

      if (!ink_sql_run (db, error, "INSERT OR REPLACE INTO property VALUES (?, ?, ?, ?, ?)",
                        "tttii", info->name, info->on == INK_ON_PERSON ? "person" : "event",
                        ink_kind_to_string (info->kind), (gint64) info->distinct,
                        (gint64) info->filled))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_number (sqlite3     *db,
              const char  *what,
              gint64       value,
              GError     **error)
{
  return ink_sql_run (db, error, "INSERT INTO summary VALUES (?, ?)", "ti", what, value);
}

static gboolean
write_time (sqlite3     *db,
            const char  *what,
            gint64       value,
            GError     **error)
{
  g_autofree char *text = time_or_null (value);

  return ink_sql_run (db, error, "INSERT INTO summary VALUES (?, ?)", "tt", what, text);
}

gboolean
ink_storage_write_summaries (InkStorage     *self,
                             InkEventStore  *store,
                             GError        **error)
{
  sqlite3 *db = self->writer;
  const InkSchema *schema = ink_event_store_get_schema (store);

  return ink_sql_exec (db, "DELETE FROM summary; DELETE FROM event_name; DELETE FROM property;",
                       error) &&
         write_number (db, "events", ink_event_store_get_n_events (store), error) &&
         write_number (db, "people", ink_event_store_get_n_people (store), error) &&
         write_time (db, "first", ink_event_store_get_first (store), error) &&
         write_time (db, "last", ink_event_store_get_last (store), error) &&
         write_names (db, schema, error) && write_properties (db, schema, error);
}
