/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The format "mixpanel": the raw export, one {"event", "properties"} a line. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "import/ink-import-formats-private.h"
#include "import/ink-json-rows.h"

static int
sniff (const InkImportHead *head,
       char **reason)
{
  g_autoptr (InkImportSample) sample = ink_json_rows_sample (head);

  if (sample == NULL || ink_json_rows_has (sample, "person", NULL)
      || !ink_json_rows_has (sample, "event", "properties.time", NULL)
      || (!ink_json_rows_has (sample, "properties.distinct_id", NULL)
          && !ink_json_rows_has (sample, "properties.$insert_id", NULL)))
    return 0;
  *reason = g_strdup (_("Lines with event and properties, among them time and distinct_id."));
  return 90;
}

static InkCell *
find_cell (InkImportSink *sink,
           const char *name,
           InkCell *cells,
           guint n_cells)
{
  guint column = ink_import_sink_find (sink, name);

  return column < n_cells && cells[column].kind != INK_CELL_EMPTY ? &cells[column] : NULL;
}

/* "$device:UUID" is the anonymous id UUID. */
static void
strip_device (InkCell *cell)
{
  static const char mark[] = "$device:";

  if (cell == NULL || cell->length < sizeof mark || memcmp (cell->text, mark, sizeof mark - 1) != 0)
    return;
  cell->text += sizeof mark - 1;
  cell->length -= sizeof mark - 1;
}

static guint32
find_person (InkImportSink *sink,
             InkCell *cell)
{
  guint column = ink_import_sink_find (sink, "properties.distinct_id");

  if (cell == NULL || column == G_MAXUINT)
    return INK_NO_PERSON;
  strip_device (cell);
  return ink_import_sink_person (sink, column, cell->text, cell->length);
}

static void
link_pair (InkImportSink *sink,
           InkCell *shown,
           InkCell *other,
           InkLink link)
{
  guint32 a = find_person (sink, shown);
  guint32 b = find_person (sink, other);

  if (a != INK_NO_PERSON && b != INK_NO_PERSON)
    ink_import_sink_link (sink, a, b, link);
}

/* $merge: {"$distinct_ids": [a, b]}, which the reader joined as "a, b". */
static void
link_list (InkImportSink *sink,
           const InkCell *list)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) ids = NULL;

  if (list == NULL)
    return;
  text = g_strndup (list->text, list->length);
  ids = g_strsplit (text, ", ", -1);
  for (guint i = 1; ids[0] != NULL && ids[i] != NULL; i++)
    {
      InkCell first = { ids[0], (guint32) strlen (ids[0]), INK_CELL_TEXT };
      InkCell other = { ids[i], (guint32) strlen (ids[i]), INK_CELL_TEXT };

      link_pair (sink, &first, &other, INK_LINK_SAME);
    }
}

static gboolean
is_named (const InkCell *cell,
          const char *name)
{
  return cell != NULL && cell->length == strlen (name)
         && memcmp (cell->text, name, cell->length) == 0;
}

/* The events by which Mixpanel merges ids are no events of anybody. */
static InkRowAction
row (InkImportSink *sink,
     InkCell *cells,
     guint n_cells)
{
  const InkCell *event = find_cell (sink, "event", cells, n_cells);
  InkCell *id = find_cell (sink, "properties.distinct_id", cells, n_cells);
  const InkCell *key = find_cell (sink, "properties.$insert_id", cells, n_cells);

  strip_device (id);
  if (is_named (event, "$identify"))
    link_pair (sink, find_cell (sink, "properties.$identified_id", cells, n_cells),
               find_cell (sink, "properties.$anon_id", cells, n_cells), INK_LINK_ANONYMOUS);
  else if (is_named (event, "$create_alias"))
    link_pair (sink, id, find_cell (sink, "properties.alias", cells, n_cells), INK_LINK_SAME);
  else if (is_named (event, "$merge"))
    link_list (sink, find_cell (sink, "properties.$distinct_ids", cells, n_cells));
  else
    {
      if (key != NULL)
        ink_import_sink_set_key (sink, key->text, key->length);
      return INK_ROW_EVENT;
    }
  ink_import_sink_count_imported (sink);
  return INK_ROW_DONE;
}

/* --- Whose clock the seconds are --- */

#define HALF_HOUR 1800
/* Events reach Mixpanel within minutes; so much from the half hour is still the same offset. */
#define TOLERANCE 300
/* Offsets that there are: UTC-12 to UTC+14. */
#define LEAST_OFFSET (-24)
#define MOST_OFFSET 28

/* A number of seconds or, with 13 digits, of milliseconds. */
static gboolean
read_seconds (const InkCell *cell,
              gint64 *seconds)
{
  g_autofree char *text = NULL;

  if (cell->kind != INK_CELL_NUMBER || cell->length < 10 || cell->length > 13)
    return FALSE;
  text = g_strndup (cell->text, cell->length);
  if (!g_ascii_string_to_signed (text, 10, 0, G_MAXINT64, seconds, NULL))
    return FALSE;
  if (*seconds > G_GINT64_CONSTANT (100000000000))
    *seconds /= 1000;
  return TRUE;
}

/* By how many half hours the clock of a row is ahead of UTC: it was written down soon after it was
 * seen, and when that was is known in UTC. */
static gboolean
find_offset (const InkImportSample *sample,
             guint row,
             guint time_column,
             guint processed_column,
             int *offset)
{
  InkCell time = ink_import_sample_get (sample, row, time_column);
  InkCell processed = ink_import_sample_get (sample, row, processed_column);
  gint64 local, utc, ahead;

  if (!read_seconds (&time, &local) || !read_seconds (&processed, &utc))
    return FALSE;
  ahead = local - utc + HALF_HOUR / 2;
  *offset = (int) CLAMP (ahead >= 0 ? ahead / HALF_HOUR : -((-ahead + HALF_HOUR - 1) / HALF_HOUR),
                         G_MININT16, G_MAXINT16);
  return *offset >= LEAST_OFFSET && *offset <= MOST_OFFSET
         && ABS (local - utc - (gint64) *offset * HALF_HOUR) <= TOLERANCE;
}

static char *
name_offset (int offset)
{
  int minutes = ABS (offset) * HALF_HOUR / 60;

  if (offset == 0)
    return g_strdup ("UTC");
  return g_strdup_printf ("%c%02d:%02d", offset < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

static guint
find_sampled (const InkImportSample *sample,
              const char *name)
{
  for (guint i = 0; i < sample->columns->len; i++)
    if (g_str_equal (g_ptr_array_index (sample->columns, i), name))
      return i;

  return G_MAXUINT;
}

/* Projects made before 2023 write the clock of their own zone as if it were UTC. Rows that were
 * imported long after they happened say nothing; most of the others must agree. An hour behind may
 * be a delay as well. */
static char *
guess_zone (const InkImportSample *sample)
{
  guint time = find_sampled (sample, "properties.time");
  guint processed = find_sampled (sample, "properties.mp_processing_time_ms");
  guint votes[MOST_OFFSET - LEAST_OFFSET + 1] = { 0 }, n = 0;
  int best = 0, offset;

  if (time == G_MAXUINT || processed == G_MAXUINT)
    return NULL;

  for (guint row = 0; row < sample->rows->len; row++)
    {
      if (ink_import_sample_get (sample, row, processed).kind == INK_CELL_EMPTY)
        continue;
      n++;
      if (find_offset (sample, row, time, processed, &offset))
        votes[offset - LEAST_OFFSET]++;
    }
  for (offset = LEAST_OFFSET; offset <= MOST_OFFSET; offset++)
    if (votes[offset - LEAST_OFFSET] > votes[best - LEAST_OFFSET])
      best = offset;
  if (votes[best - LEAST_OFFSET] * 4 < n * 3 || n == 0 || best == -1 || best == -2)
    return NULL;
  return name_offset (best);
}

static const InkColumnHint hints[] = {
  { "event", INK_ROLE_EVENT },
  { "properties.time", INK_ROLE_TIME },
  { "properties.$user_id", INK_ROLE_WHO },
  { "properties.distinct_id", INK_ROLE_WHO },
  { "properties.$device_id", INK_ROLE_ALSO },
  { "properties.$insert_id", INK_ROLE_LEAVE_OUT },
  { "properties.mp_processing_time_ms", INK_ROLE_LEAVE_OUT },
  { "properties.$mp_api_endpoint", INK_ROLE_LEAVE_OUT },
  { "properties.$mp_api_timestamp_ms", INK_ROLE_LEAVE_OUT },
  { "properties.mp_lib", INK_ROLE_LEAVE_OUT },
  { "properties.$lib_version", INK_ROLE_LEAVE_OUT },
  { "properties.$identified_id", INK_ROLE_LEAVE_OUT },
  { "properties.$anon_id", INK_ROLE_LEAVE_OUT },
  { "properties.$distinct_ids", INK_ROLE_LEAVE_OUT },
  { "properties.alias", INK_ROLE_LEAVE_OUT },
  { "properties.$had_persisted_distinct_id", INK_ROLE_LEAVE_OUT },
  { "properties.distinct_id_before_identity", INK_ROLE_LEAVE_OUT },
  { "properties.$session_id", INK_ROLE_SESSION },
  { "properties.$current_url", INK_ROLE_PAGE },
  { "properties.duration", INK_ROLE_DURATION },
  { "properties.$duration", INK_ROLE_KEEP, "duration" },
  { "properties.revenue", INK_ROLE_VALUE },
  { "properties.amount", INK_ROLE_KEEP },
  { "properties.currency", INK_ROLE_CURRENCY },
  { "properties.channel", INK_ROLE_CHANNEL },
  { "properties.utm_source", INK_ROLE_SOURCE },
  { "properties.utm_medium", INK_ROLE_MEDIUM },
  { "properties.utm_campaign", INK_ROLE_CAMPAIGN },
  { "properties.utm_term", INK_ROLE_KEEP, "term" },
  { "properties.utm_content", INK_ROLE_KEEP, "content" },
  { "properties.$referrer", INK_ROLE_KEEP, "referrer" },
  { "properties.$device", INK_ROLE_KEEP, "device" },
  { "properties.mp_country_code", INK_ROLE_KEEP, "country" },
  { "properties.current_page_title", INK_ROLE_KEEP, "title" },
  { "properties.*", INK_ROLE_KEEP },
  { NULL },
};

static const char *const extensions[] = { "json", "jsonl", "ndjson", NULL };
static const char *const mime_types[] = { "application/json", "application/x-ndjson", NULL };

/* Known even where no line at the beginning has it. */
static gboolean
read_rows (InkImportInput *input,
           InkImportSink *sink,
           GError **error)
{
  static const char *const needed[] = { "event", "properties.time", "properties.distinct_id" };

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    ink_import_sink_column (sink, needed[i], strlen (needed[i]));
  return ink_json_rows_read (input, sink, error);
}

const InkImportFormat ink_import_mixpanel = {
  .id = "mixpanel",
  .title = N_("Mixpanel raw export"),
  .extensions = extensions,
  .mime_types = mime_types,
  .sniff = sniff,
  .read = read_rows,
  .typed = TRUE,
  .wall_clocks = TRUE,
  .guess_zone = guess_zone,
  .hints = hints,
  .row = row,
};
