/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* `rows`: the obvious way, one row of SQLite per event of the sample, asked in SQL. */
#include "bench.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#define N_COLUMNS 19
#define COLUMN_TIME 3

static gboolean
run_sql (sqlite3    *db,
         const char *sql)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  g_printerr ("%s: %s\n", sql, sqlite3_errmsg (db));
  return FALSE;
}

/* Milliseconds of "2026-04-01T06:05:05.446Z", as the sample writes all its times. */
static gint64
parse_time (const char *text)
{
  static const int before[] = { 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334 };
#define DIGITS(at) ((text[at] - '0') * 10 + text[(at) + 1] - '0')
  gint64 day = before[(DIGITS (5) - 1) % 12] + DIGITS (8);
  gint64 seconds = ((day * 24 + DIGITS (11)) * 60 + DIGITS (14)) * 60 + DIGITS (17);

  return seconds * 1000 + DIGITS (20) * 10 + text[22] - '0';
#undef DIGITS
}

static void
bind_cell (sqlite3_stmt *insert,
           int           column,
           const char   *text,
           int           length)
{
  if (column == COLUMN_TIME)
    sqlite3_bind_int64 (insert, column + 1, parse_time (text));
  else if (length == 0)
    sqlite3_bind_null (insert, column + 1);
  else
    sqlite3_bind_text (insert, column + 1, text, length, SQLITE_STATIC);
}

static gboolean
insert_line (sqlite3_stmt *insert,
             const char   *p)
{
  for (int column = 0; column < N_COLUMNS; column++)
    {
      gboolean quoted = *p == '"';
      const char *end = quoted ? strchr (p + 1, '"') + 1 : p + strcspn (p, ",\n");

      bind_cell (insert, column, p + quoted, (int) (end - p) - 2 * quoted);
      p = *end == ',' ? end + 1 : end;
    }
  return sqlite3_step (insert) == SQLITE_DONE && sqlite3_reset (insert) == SQLITE_OK;
}

static gboolean
insert_file (sqlite3    *db,
             const char *csv)
{
  FILE *file = fopen (csv, "r");
  sqlite3_stmt *insert = NULL;
  char *text = NULL;
  size_t size = 0;
  gboolean done;

  if (file == NULL)
    return FALSE;
  sqlite3_prepare_v2 (db, "insert into ev values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,null)", -1,
                      &insert, NULL);
  done = getline (&text, &size, file) > 0; /* the header */
  while (done && getline (&text, &size, file) > 0)
    done = insert_line (insert, text);
  sqlite3_finalize (insert);
  free (text);
  fclose (file);
  return done;
}

/* Rows, then one person per row: the user that an anonymous id became, then what is asked for most
 * as an index. */
static gboolean
import_rows (sqlite3    *db,
             const char *csv)
{
  return run_sql (db, "pragma page_size=16384") && run_sql (db, "pragma journal_mode=off")
         && run_sql (db, "pragma synchronous=off") && run_sql (db, "pragma cache_size=-400000")
         && run_sql (db, "create table ev(user_id text, anonymous_id text, event text, t integer,"
                         " page text, title text, duration real, channel text, campaign text,"
                         " device text, country text, language text, role text, company_size text,"
                         " item text, step text, percent real, value real, currency text,"
                         " person text)")
         && run_sql (db, "begin") && insert_file (db, csv)
         && run_sql (db, "create table same(anonymous_id text primary key, user_id text)"
                         " without rowid")
         && run_sql (db, "insert or ignore into same select anonymous_id, user_id from ev"
                         " where user_id is not null")
         && run_sql (db, "update ev set person = coalesce(user_id, (select user_id from same"
                         " where same.anonymous_id = ev.anonymous_id), anonymous_id)")
         && run_sql (db, "create index i1 on ev(event, person, t)") && run_sql (db, "commit")
         && run_sql (db, "analyze");
}

static char *
ask_sql (sqlite3    *db,
         const char *sql)
{
  GString *text = g_string_new ("[");
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK
      || sqlite3_step (statement) != SQLITE_ROW)
    g_printerr ("%s: %s\n", sql, sqlite3_errmsg (db));
  else
    for (int i = 0; i < sqlite3_column_count (statement); i++)
      g_string_append_printf (text, i > 0 ? ",%s" : "%s",
                              (const char *) sqlite3_column_text (statement, i));
  sqlite3_finalize (statement);
  return g_string_free (g_string_append_c (text, ']'), FALSE);
}

static void
measure (sqlite3             *db,
         const BenchQuestion *question,
         guint                reps)
{
  g_autoptr (GArray) wall = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) cpu = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree char *answer = NULL;
  BenchLine line;

  for (guint i = 0; i < reps; i++)
    {
      BenchTime start = bench_now (), took;

      g_clear_pointer (&answer, g_free);
      answer = ask_sql (db, question->sql);
      took = bench_since (start);
      took.wall *= 1e3;
      took.cpu *= 1e3;
      g_array_append_val (wall, took.wall);
      g_array_append_val (cpu, took.cpu);
    }
  line = bench_line_begin ("query", "rows");
  bench_line_text (&line, "q", question->name);
  bench_line_number (&line, "med_ms", bench_median (wall));
  bench_line_number (&line, "min_ms", g_array_index (wall, double, 0));
  bench_line_number (&line, "cpu_ms", bench_median (cpu));
  bench_line_text (&line, "res", answer);
  bench_line_end (&line);
}

static void
print_import (const char *csv,
              const char *path,
              BenchTime   took)
{
  BenchLine line = bench_line_begin ("import", "rows");
  double size = bench_file_size (path), of = bench_file_size (csv);

  bench_line_number (&line, "ms", took.wall * 1e3);
  bench_line_number (&line, "cpu_ms", took.cpu * 1e3);
  bench_line_number (&line, "db_mb", size / 1e6);
  bench_line_number (&line, "of_csv", size / of);
  bench_line_number (&line, "mb_per_s", of / 1e6 / took.wall);
  bench_line_number (&line, "peak_mib", bench_peak_mib ());
  bench_line_number (&line, "load", bench_load ());
  bench_line_end (&line);
}

int
bench_rows (int    argc,
            char **argv)
{
  guint reps = argc > 2 ? (guint) g_ascii_strtoull (argv[2], NULL, 10) : 3;
  BenchTime start = bench_now ();
  sqlite3 *db = NULL;
  gboolean done;

  g_unlink (argv[1]);
  done = sqlite3_open (argv[1], &db) == SQLITE_OK && import_rows (db, argv[0]);
  if (done)
    {
      print_import (argv[0], argv[1], bench_since (start));
      for (const BenchQuestion *q = bench_questions (FALSE); q->name != NULL; q++)
        if (q->sql != NULL)
          measure (db, q, MAX (reps, 1));
    }
  sqlite3_close (db);
  return done ? 0 : 1;
}
