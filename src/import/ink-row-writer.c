/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Turns rows of cells into events and properties of persons.
 *
 * The plan is compiled to lists of columns by what is done with them, so that a row costs no more
 * than its cells. A batch of rows goes through it in three steps, so that nothing waits for memory:
 * whom the rows are about, the events, then the properties of events column by column, which
 * another thread may do. */

#include "config.h"

#include "import/ink-row-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "import/ink-cell-writer.h"
#include "import/ink-pseudonym.h"

#define MEMO_SIZE 40
/* Ids of a batch that are looked up together. */
#define IDS_AT_ONCE 64

/* A text and its number in the builder. */
typedef struct
{
  guint32 length; /* 0: none */
  guint32 handle;
  char text[MEMO_SIZE];
} Memo;

struct _InkRowWriter
{
  InkImportPlan *plan;
  const char *secret;
  InkEventStoreBuilder *builder;
  guint compiled; /* columns of the plan that the lists below know */
  GArray *who;    /* guint */
  GArray *event;
  GArray *time;
  GArray *flags;
  GArray *flag_names; /* guint32, beside flags */
  GArray *on_event;   /* InkCellWriter */
  GArray *on_person;
  guint32 fixed_name;
  guint32 row_name;
  Memo persons[4];
  guint person_columns[4]; /* whose text the memo of the same place holds */
  GHashTable *links; /* of guint64: (shown, other) that are done */
  GString *key;
  GString *joined;
  guint64 row;
  gint64 latest; /* later times are in the future */
  InkRowCounts counts;
};

static void
free_arrays (InkRowWriter *writer)
{
  g_array_unref (writer->who);
  g_array_unref (writer->event);
  g_array_unref (writer->time);
  g_array_unref (writer->flags);
  g_array_unref (writer->flag_names);
  g_array_unref (writer->on_event);
  g_array_unref (writer->on_person);
}

static void
new_arrays (InkRowWriter *writer)
{
  writer->who = g_array_new (FALSE, FALSE, sizeof (guint));
  writer->event = g_array_new (FALSE, FALSE, sizeof (guint));
  writer->time = g_array_new (FALSE, FALSE, sizeof (guint));
  writer->flags = g_array_new (FALSE, FALSE, sizeof (guint));
  writer->flag_names = g_array_new (FALSE, FALSE, sizeof (guint32));
  writer->on_event = g_array_new (FALSE, FALSE, sizeof (InkCellWriter));
  writer->on_person = g_array_new (FALSE, FALSE, sizeof (InkCellWriter));
}

static int
compare_rank (gconstpointer a,
              gconstpointer b,
              gpointer data)
{
  InkImportPlan *plan = data;
  const InkPlanColumn *x = ink_import_plan_column (plan, *(const guint *) a);
  const InkPlanColumn *y = ink_import_plan_column (plan, *(const guint *) b);

  /* Second ids after the first ones. */
  if (x->role != y->role)
    return x->role < y->role ? -1 : 1;
  return x->rank < y->rank ? -1 : x->rank > y->rank;
}

static void
compile_set (InkRowWriter *writer,
             guint i)
{
  const InkPlanColumn *column = ink_import_plan_column (writer->plan, i);
  gboolean person = column->role == INK_ROLE_PERSON || writer->plan->people;
  InkCellWriter cells = { .column = i, .url = G_MAXUINT, .time = column->time };

  if (column->property == NULL)
    return;
  cells.property = ink_event_store_builder_property (writer->builder, column->property,
                                                     person ? INK_ON_PERSON : INK_ON_EVENT);
  cells.page = column->role == INK_ROLE_PAGE;
  g_array_append_val (*(person ? &writer->on_person : &writer->on_event), cells);
}

/* Pages give the url, too, where no column of its own does. */
static void
compile_urls (InkRowWriter *writer,
              GArray *writers,
              InkOn on)
{
  for (guint i = 0; i < writer->plan->columns->len; i++)
    if (g_strcmp0 (ink_import_plan_column (writer->plan, i)->property, "url") == 0)
      return;
  for (guint k = 0; k < writers->len; k++)
    {
      InkCellWriter *cells = &g_array_index (writers, InkCellWriter, k);

      if (cells->page)
        cells->url = ink_event_store_builder_property (writer->builder, "url", on);
    }
}

static void
compile (InkRowWriter *writer)
{
  free_arrays (writer);
  new_arrays (writer);
  for (guint i = 0; i < writer->plan->columns->len; i++)
    {
      const InkPlanColumn *column = ink_import_plan_column (writer->plan, i);

      if (column->role == INK_ROLE_WHO || column->role == INK_ROLE_ALSO)
        g_array_append_val (writer->who, i);
      else if (column->role == INK_ROLE_TIME)
        g_array_append_val (writer->time, i);
      else if (column->role == INK_ROLE_EVENT && !column->flag)
        g_array_append_val (writer->event, i);
      if (column->flag && column->role != INK_ROLE_LEAVE_OUT)
        {
          guint32 name = ink_event_store_builder_name (writer->builder, column->name,
                                                       strlen (column->name));

          g_array_append_val (writer->flags, i);
          g_array_append_val (writer->flag_names, name);
        }
      compile_set (writer, i);
    }
  compile_urls (writer, writer->on_event, INK_ON_EVENT);
  compile_urls (writer, writer->on_person, INK_ON_PERSON);
  g_array_sort_with_data (writer->who, compare_rank, writer->plan);
  g_array_sort_with_data (writer->time, compare_rank, writer->plan);
  if (writer->plan->event_name != NULL)
    writer->fixed_name = ink_event_store_builder_name (writer->builder, writer->plan->event_name,
                                                       strlen (writer->plan->event_name));
  if (writer->plan->row_name != NULL)
    writer->row_name = ink_event_store_builder_name (writer->builder, writer->plan->row_name,
                                                     strlen (writer->plan->row_name));
  writer->compiled = writer->plan->columns->len;
}

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
  writer->compiled = G_MAXUINT;
  new_arrays (writer);
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
  free_arrays (writer);
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
memo_has (const Memo *memo,
          const char *text,
          gsize length)
{
  return memo->length == length && memcmp (memo->text, text, length) == 0;
}

static inline void
memo_keep (Memo *memo,
           const char *text,
           gsize length,
           guint32 handle)
{
  memo->length = 0;
  if (length > MEMO_SIZE)
    return;
  memcpy (memo->text, text, length);
  memo->length = (guint32) length;
  memo->handle = handle;
}

static inline void
trim (const char **text,
      gsize *length)
{
  while (*length > 0 && (guint8) (*text)[*length - 1] <= ' ')
    (*length)--;
  while (*length > 0 && (guint8) **text <= ' ')
    (*text)++, (*length)--;
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
  Memo *memo = &writer->persons[i & 3];
  guint32 person;

  if (column->guarded)
    {
      guint32 n = (guint32) length;

      ink_cell_unguard (&id, &n);
      length = n;
    }
  trim (&id, &length);
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

/* The first id that is there; the others of the row belong to the same person. */
static guint32
read_person (InkRowWriter *writer,
             const InkCell *cells,
             guint n_cells)
{
  guint32 person = INK_NO_PERSON;

  for (guint k = 0; k < writer->who->len; k++)
    {
      guint i = g_array_index (writer->who, guint, k);
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
    return writer->fixed_name;
  for (guint k = 0; k < writer->event->len; k++)
    {
      const InkCell *cell = get_cell (cells, n_cells, g_array_index (writer->event, guint, k));
      const char *part;
      gsize n;

      if (cell == NULL)
        continue;
      part = cell->text;
      n = cell->length;
      trim (&part, &n);
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
  for (guint k = 0; k < writer->time->len; k++)
    {
      guint i = g_array_index (writer->time, guint, k);
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

static void
write_person (InkRowWriter *writer,
              guint32 person,
              const InkCell *cells,
              guint n_cells,
              guint64 line)
{
  guint32 row;

  if (person == INK_NO_PERSON || !has_any (writer->on_person, cells, n_cells))
    return;
  row = ink_event_store_builder_person_row (writer->builder, person);
  set_all (writer, writer->on_person, cells, n_cells, row, line);
}

static void
write_flags (InkRowWriter *writer,
             guint32 person,
             const InkCell *cells,
             guint n_cells)
{
  for (guint k = 0; k < writer->flags->len; k++)
    {
      guint i = g_array_index (writer->flags, guint, k);
      const InkCell *cell = get_cell (cells, n_cells, i);
      InkPlanColumn *column = ink_import_plan_column (writer->plan, i);
      gint64 time = INK_TIME_NONE;

      if (cell == NULL)
        continue;
      if (column->kind == INK_KIND_TIME
              ? ink_time_style_parse (&column->time, cell->text, cell->length, &time)
              : ink_cell_get_flag (cell->text, cell->length) == 1)
        ink_event_store_builder_event (writer->builder, person,
                                       g_array_index (writer->flag_names, guint32, k), time);
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
  write_person (writer, person, cells, n_cells, line);
  if (time != INK_TIME_NONE)
    ink_event_store_builder_person_time (writer->builder, person, time);
  if (writer->plan->row_name != NULL)
    ink_event_store_builder_event (writer->builder, person, writer->row_name, time);
  write_flags (writer, person, cells, n_cells);
  return NULL;
}

/* The event of a row, without its properties. @row: INK_NO_ROW where it is none, which may be right:
 * some rows only say something of a person. */
static const char *
begin_event (InkRowWriter *writer,
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
      && has_any (writer->on_person, cells, n_cells))
    return NULL;
  if (name == INK_NO_CODE)
    return N_("The row does not say what happened");
  if (!read_time (writer, cells, n_cells, line, &time, bad))
    return N_("The time cannot be read");
  if (time == INK_TIME_NONE && writer->time->len > 0)
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
  const char *reason = begin_event (writer, person, cells, n_cells, line, &row, bad);

  if (row != INK_NO_ROW)
    set_all (writer, writer->on_event, cells, n_cells, row, line);
  if (reason == NULL && writer->on_person->len > 0)
    write_person (writer, person, cells, n_cells, line);
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
  if (G_UNLIKELY (writer->compiled != writer->plan->columns->len))
    compile (writer);
  writer->row++;
  person = read_person (writer, cells, n_cells);
  if (writer->plan->people)
    reason = write_row_of_person (writer, person, cells, n_cells, line, bad);
  else
    reason = write_row_of_event (writer, person, cells, n_cells, line, bad);
  writer->key->len = 0;
  writer->counts.made += reason == NULL;
  return reason;
}

/* --- Batches --- */

/* Ids of one column, of which none has to be changed first, are looked up by tens. */
static gboolean
are_ids_plain (const InkRowWriter *writer)
{
  const InkPlanColumn *column;

  if (writer->who->len != 1)
    return FALSE;
  column = ink_import_plan_column (writer->plan, g_array_index (writer->who, guint, 0));
  return !column->pseudonyms && !column->guarded;
}

static inline gboolean
same_id (InkRowText a,
         InkRowText b)
{
  return a.length == b.length && a.text[a.length - 1] == b.text[b.length - 1]
         && memcmp (a.text, b.text, a.length) == 0;
}

static void
find_plain_persons (InkRowWriter *writer,
                    InkRowBatch *batch,
                    guint from,
                    guint to)
{
  guint column = g_array_index (writer->who, guint, 0);
  InkRowText ids[IDS_AT_ONCE] = { { NULL } };
  guint32 persons[IDS_AT_ONCE];
  guint n = 0;

  for (guint i = from; i < to; i++)
    {
      const InkCell *cell = ink_row_batch_get_cell (batch, i, column);
      const char *id = cell != NULL ? cell->text : "";
      gsize length = cell != NULL ? cell->length : 0;
      InkRowText text;

      trim (&id, &length);
      text = (InkRowText){ id, (guint32) length, i };
      /* The place among the ids; those of a file that is sorted by person come only once. */
      batch->persons[i] = INK_NO_PERSON;
      if (length == 0 || ink_cell_says_missing (id, length))
        continue;
      if (n == 0 || !same_id (ids[n - 1], text))
        ids[n++] = text;
      batch->persons[i] = n - 1;
    }
  ink_event_store_builder_persons (writer->builder, ids, n, persons);
  for (guint i = from; i < to; i++)
    if (batch->persons[i] != INK_NO_PERSON)
      batch->persons[i] = persons[batch->persons[i]];
}

void
ink_row_writer_find_persons (InkRowWriter *writer,
                             InkRowBatch *batch)
{
  g_return_if_fail (writer != NULL && batch != NULL && !writer->plan->people);

  if (G_UNLIKELY (writer->compiled != writer->plan->columns->len))
    compile (writer);
  if (are_ids_plain (writer))
    for (guint i = 0; i < batch->n; i += IDS_AT_ONCE)
      find_plain_persons (writer, batch, i, MIN (batch->n, i + IDS_AT_ONCE));
  else
    for (guint i = 0; i < batch->n; i++)
      batch->persons[i] = read_person (writer, ink_row_batch_get (batch, i), batch->n_cells[i]);
}

const char *
ink_row_writer_begin_event (InkRowWriter *writer,
                            InkRowBatch *batch,
                            guint i,
                            InkCell *bad)
{
  const InkCell *cells = ink_row_batch_get (batch, i);
  const char *reason;

  g_return_val_if_fail (writer != NULL && i < batch->n && bad != NULL, NULL);

  *bad = (InkCell){ NULL, 0, INK_CELL_EMPTY };
  reason = begin_event (writer, batch->persons[i], cells, batch->n_cells[i], batch->lines[i],
                        &batch->rows[i], bad);
  if (reason == NULL && writer->on_person->len > 0)
    write_person (writer, batch->persons[i], cells, batch->n_cells[i], batch->lines[i]);
  writer->counts.made += reason == NULL;
  return reason;
}

void
ink_row_writer_put_properties (InkRowWriter *writer,
                               const InkRowBatch *batch)
{
  g_return_if_fail (writer != NULL && batch != NULL);

  for (guint k = 0; k < writer->on_event->len; k++)
    ink_cell_writer_batch (&g_array_index (writer->on_event, InkCellWriter, k), writer->plan,
                           writer->builder, batch, &writer->counts.batch_cells);
}
