/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Turns rows of cells into events and properties of persons, one row at a time. */

#include "config.h"

#include "import/ink-row-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "import/ink-pseudonym.h"
#include "import/ink-row-writer-private.h"

InkRowWriter *
ink_row_writer_new (InkImportPlan *plan,
                    const char *secret,
                    InkEventStoreBuilder *builder)
{
  InkRowWriter *writer;

  g_return_val_if_fail (plan != NULL && builder != NULL, NULL);

  writer = g_new0 (InkRowWriter, 1);
  writer->plan = plan;
  writer->secret = secret;
  writer->builder = builder;
  ink_row_columns_init (&writer->columns);
  writer->links = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  writer->key = g_string_new (NULL);
  writer->joined = g_string_new (NULL);
  writer->latest = g_get_real_time () + INK_DAY;
  return writer;
}

void
ink_row_writer_free (InkRowWriter *writer)
{
  if (writer == NULL)
    return;
  ink_row_columns_clear (&writer->columns);
  g_hash_table_unref (writer->links);
  g_string_free (writer->key, TRUE);
  g_string_free (writer->joined, TRUE);
  g_free (writer);
}

InkRowCounts *
ink_row_writer_get_counts (InkRowWriter *writer)
{
  g_return_val_if_fail (writer != NULL, NULL);

  return &writer->counts;
}

void
ink_row_writer_set_key (InkRowWriter *writer,
                        const char *key,
                        gsize length)
{
  g_return_if_fail (writer != NULL);

  g_string_truncate (writer->key, 0);
  g_string_append_len (writer->key, key, (gssize) length);
}

static inline gboolean
memo_has (const InkRowMemo *memo,
          const char *text,
          gsize length)
{
  return memo->length == length && memcmp (memo->text, text, length) == 0;
}

static inline void
memo_keep (InkRowMemo *memo,
           const char *text,
           gsize length,
           guint32 handle)
{
  memo->length = 0;
  if (length > INK_MEMO_SIZE)
    return;
  memcpy (memo->text, text, length);
  memo->length = (guint32) length;
  memo->handle = handle;
}

static guint32
find_person (InkRowWriter *writer,
             const InkPlanColumn *column,
             const char *id,
             gsize length)
{
  if (column->pseudonyms
      && (ink_pseudonym_wanted (id, length) || g_strcmp0 (column->personal, "e-mail") != 0))
    {
      g_autofree char *plain = g_strndup (id, length);
      g_autofree char *pseudonym = ink_pseudonym_new (plain, writer->secret);

      return ink_event_store_builder_person (writer->builder, pseudonym, strlen (pseudonym));
    }
  return ink_event_store_builder_person (writer->builder, id, length);
}

/* INK_NO_PERSON where the text is empty or says 'missing'. */
guint32
ink_row_writer_person (InkRowWriter *writer,
                       guint i,
                       const char *id,
                       gsize length)
{
  const InkPlanColumn *column = ink_import_plan_column (writer->plan, i);
  InkRowMemo *memo = &writer->persons[i & 3];
  guint32 person;

  if (column->guarded)
    {
      guint32 n = (guint32) length;

      ink_cell_unguard (&id, &n);
      length = n;
    }
  ink_row_trim (&id, &length);
  if (length == 0)
    return INK_NO_PERSON;
  if (memo_has (memo, id, length) && writer->person_columns[i & 3] == i)
    return memo->handle;
  if (ink_cell_says_missing (id, length))
    return INK_NO_PERSON;
  person = find_person (writer, column, id, length);
  memo_keep (memo, id, length, person);
  writer->person_columns[i & 3] = i;
  return person;
}

void
ink_row_writer_link (InkRowWriter *writer,
                     guint32 shown,
                     guint32 other,
                     InkLink link)
{
  gint64 pair = (gint64) shown << 32 | other;

  g_return_if_fail (writer != NULL);

  if (shown == other || g_hash_table_contains (writer->links, &pair))
    return;
  g_hash_table_add (writer->links, g_memdup2 (&pair, sizeof pair));
  ink_event_store_builder_link (writer->builder, shown, other, link);
}

static inline const InkCell *
get_cell (const InkCell *cells,
          guint n_cells,
          guint i)
{
  return i < n_cells && cells[i].kind != INK_CELL_EMPTY ? &cells[i] : NULL;
}

guint32
_ink_row_writer_read_person (InkRowWriter *writer,
                             const InkCell *cells,
                             guint n_cells)
{
  guint32 person = INK_NO_PERSON;

  for (guint k = 0; k < writer->columns.who->len; k++)
    {
      guint i = g_array_index (writer->columns.who, guint, k);
      const InkCell *cell = get_cell (cells, n_cells, i);
      guint32 found;

      if (cell == NULL)
        continue;
      found = ink_row_writer_person (writer, i, cell->text, cell->length);
      if (found == INK_NO_PERSON)
        continue;
      if (person == INK_NO_PERSON)
        person = found;
      else if (found != person)
        ink_row_writer_link (writer, person, found, INK_LINK_ANONYMOUS);
    }
  return person;
}

/* INK_NO_CODE where no column names the event. Several columns make one name, parted by " / ". */
static guint32
read_name (InkRowWriter *writer,
           const InkCell *cells,
           guint n_cells)
{
  const char *text = NULL;
  gsize length = 0;

  if (writer->plan->event_name != NULL)
    return writer->columns.fixed_name;
  for (guint k = 0; k < writer->columns.event->len; k++)
    {
      guint i = g_array_index (writer->columns.event, guint, k);
      const InkCell *cell = get_cell (cells, n_cells, i);
      const char *part;
      gsize n;

      if (cell == NULL)
        continue;
      part = cell->text;
      n = cell->length;
      ink_row_trim (&part, &n);
      if (n == 0 || ink_cell_says_missing (part, n))
        continue;
      if (length == 0)
        {
          text = part;
          length = n;
          continue;
        }
      if (text != writer->joined->str)
        {
          g_string_truncate (writer->joined, 0);
          g_string_append_len (writer->joined, text, (gssize) length);
        }
      g_string_append (writer->joined, " / ");
      g_string_append_len (writer->joined, part, (gssize) n);
      text = writer->joined->str;
      length = writer->joined->len;
    }
  return length > 0 ? ink_event_store_builder_name (writer->builder, text, length) : INK_NO_CODE;
}

/* FALSE with @bad where a time is there and cannot be read. */
static gboolean
read_time (InkRowWriter *writer,
           const InkCell *cells,
           guint n_cells,
           guint64 line,
           gint64 *time,
           InkCell *bad)
{
  *time = INK_TIME_NONE;
  for (guint k = 0; k < writer->columns.time->len; k++)
    {
      guint i = g_array_index (writer->columns.time, guint, k);
      const InkCell *cell = get_cell (cells, n_cells, i);
      InkPlanColumn *column = ink_import_plan_column (writer->plan, i);

      if (cell == NULL)
        continue;
      if (ink_time_style_parse (&column->time, cell->text, cell->length, time))
        {
          if (G_UNLIKELY (*time > writer->latest) && writer->counts.future++ == 0)
            writer->counts.first_future_line = line;
          return TRUE;
        }
      if (ink_cell_says_missing (cell->text, cell->length))
        continue;
      *bad = *cell;
      return FALSE;
    }
  return TRUE;
}

static void
set_all (InkRowWriter *writer,
         const GArray *writers,
         const InkCell *cells,
         guint n_cells,
         guint32 row,
         guint64 line)
{
  InkCellWriter *each = (InkCellWriter *) (void *) writers->data;

  for (guint k = 0; k < writers->len; k++, each++)
    {
      const InkCell *cell = get_cell (cells, n_cells, each->column);

      if (cell != NULL)
        ink_cell_writer_put (each, writer->plan, writer->builder, cell, row, line,
                             &writer->counts.cells);
    }
}

static gboolean
has_any (const GArray *writers,
         const InkCell *cells,
         guint n_cells)
{
  for (guint k = 0; k < writers->len; k++)
    if (get_cell (cells, n_cells, g_array_index (writers, InkCellWriter, k).column) != NULL)
      return TRUE;
  return FALSE;
}

void
_ink_row_writer_write_person (InkRowWriter *writer,
                              guint32 person,
                              const InkCell *cells,
                              guint n_cells,
                              guint64 line)
{
  guint32 row;

  if (person == INK_NO_PERSON || !has_any (writer->columns.on_person, cells, n_cells))
    return;
  row = ink_event_store_builder_person_row (writer->builder, person);
  set_all (writer, writer->columns.on_person, cells, n_cells, row, line);
}

static void
write_flags (InkRowWriter *writer,
             guint32 person,
             const InkCell *cells,
             guint n_cells)
{
  for (guint k = 0; k < writer->columns.flags->len; k++)
    {
      guint i = g_array_index (writer->columns.flags, guint, k);
      const InkCell *cell = get_cell (cells, n_cells, i);
      InkPlanColumn *column = ink_import_plan_column (writer->plan, i);
      gint64 time = INK_TIME_NONE;

      if (cell == NULL)
        continue;
      if (column->kind == INK_KIND_TIME
              ? ink_time_style_parse (&column->time, cell->text, cell->length, &time)
              : ink_cell_get_flag (cell->text, cell->length) == 1)
        ink_event_store_builder_event (writer->builder, person,
                                       g_array_index (writer->columns.flag_names, guint32, k),
                                       time);
    }
}

static const char *
write_row_of_person (InkRowWriter *writer,
                     guint32 person,
                     const InkCell *cells,
                     guint n_cells,
                     guint64 line,
                     InkCell *bad)
{
  gint64 time;

  if (writer->plan->numbered)
    {
      g_autofree char *id = g_strdup_printf ("%s#%" G_GUINT64_FORMAT, writer->plan->stem,
                                             writer->row);

      person = ink_event_store_builder_person (writer->builder, id, strlen (id));
    }
  if (person == INK_NO_PERSON)
    return N_("The row does not say which person it is about");
  if (!read_time (writer, cells, n_cells, line, &time, bad))
    return N_("The time cannot be read");
  _ink_row_writer_write_person (writer, person, cells, n_cells, line);
  if (time != INK_TIME_NONE)
    ink_event_store_builder_person_time (writer->builder, person, time);
  if (writer->plan->row_name != NULL)
    ink_event_store_builder_event (writer->builder, person, writer->columns.row_name, time);
  write_flags (writer, person, cells, n_cells);
  return NULL;
}

const char *
_ink_row_writer_begin (InkRowWriter *writer,
                       guint32 person,
                       const InkCell *cells,
                       guint n_cells,
                       guint64 line,
                       guint32 *row,
                       InkCell *bad)
{
  guint32 name = read_name (writer, cells, n_cells);
  gint64 time;

  *row = INK_NO_ROW;
  if (name == INK_NO_CODE && person != INK_NO_PERSON
      && has_any (writer->columns.on_person, cells, n_cells))
    return NULL;
  if (name == INK_NO_CODE)
    return N_("The row does not say what happened");
  if (!read_time (writer, cells, n_cells, line, &time, bad))
    return N_("The time cannot be read");
  if (time == INK_TIME_NONE && writer->columns.time->len > 0)
    writer->counts.no_time++;
  *row = ink_event_store_builder_event (writer->builder, person, name, time);
  if (writer->key->len > 0)
    ink_event_store_builder_set_key (writer->builder, writer->key->str, writer->key->len);
  return NULL;
}

static const char *
write_row_of_event (InkRowWriter *writer,
                    guint32 person,
                    const InkCell *cells,
                    guint n_cells,
                    guint64 line,
                    InkCell *bad)
{
  guint32 row;
  const char *reason = _ink_row_writer_begin (writer, person, cells, n_cells, line, &row, bad);

  if (row != INK_NO_ROW)
    set_all (writer, writer->columns.on_event, cells, n_cells, row, line);
  if (reason == NULL && writer->columns.on_person->len > 0)
    _ink_row_writer_write_person (writer, person, cells, n_cells, line);
  return reason;
}

const char *
ink_row_writer_row (InkRowWriter *writer,
                    guint64 line,
                    const InkCell *cells,
                    guint n_cells,
                    InkCell *bad)
{
  const char *reason;
  guint32 person;

  g_return_val_if_fail (writer != NULL && bad != NULL, NULL);

  *bad = (InkCell){ NULL, 0, INK_CELL_EMPTY };
  ink_row_columns_follow (&writer->columns, writer->plan, writer->builder);
  writer->row++;
  person = _ink_row_writer_read_person (writer, cells, n_cells);
  if (writer->plan->people)
    reason = write_row_of_person (writer, person, cells, n_cells, line, bad);
  else
    reason = write_row_of_event (writer, person, cells, n_cells, line, bad);
  writer->key->len = 0;
  writer->counts.made += reason == NULL;
  return reason;
}
