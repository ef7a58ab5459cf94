/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The format "inkling": the own interchange format (definitions.md, "Events"). */

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
  gboolean event;
  gboolean foreign = FALSE;

  if (sample == NULL)
    return 0;
  event = ink_json_rows_has (sample, "event", NULL);
  for (guint i = 0; i < sample->columns->len; i++)
    {
      const char *name = g_ptr_array_index (sample->columns, i);

      foreign |= strcmp (name, "person") != 0 && strcmp (name, "event") != 0
                 && strcmp (name, "time") != 0 && strcmp (name, "same_as") != 0
                 && !g_str_has_prefix (name, "properties.")
                 && !g_str_has_prefix (name, "person_properties.");
    }
  if (foreign || (!event && !ink_json_rows_has (sample, "person_properties.*", NULL)
                  && !ink_json_rows_has (sample, "same_as", NULL)))
    return 0;
  /* Mixpanel's lines have "event" and "properties" too, but no person beside them. */
  if (!ink_json_rows_has (sample, "person", NULL)
      && ink_json_rows_has (sample, "properties.distinct_id", NULL))
    return 0;
  *reason = g_strdup (_("Lines with person, event, time and properties: Inkling's own format."));
  return ink_json_rows_has (sample, "person", NULL) ? 95 : 50;
}

static gboolean
read_rows (InkImportInput *input,
           InkImportSink *sink,
           GError **error)
{
  /* Known even where no line at the beginning has them. */
  ink_import_sink_column (sink, "person", strlen ("person"));
  ink_import_sink_column (sink, "event", strlen ("event"));
  ink_import_sink_column (sink, "time", strlen ("time"));
  return ink_json_rows_read (input, sink, error);
}

static const InkCell *
find_cell (InkImportSink *sink,
           const char *name,
           const InkCell *cells,
           guint n_cells)
{
  guint column = ink_import_sink_find (sink, name);

  return column < n_cells && cells[column].kind != INK_CELL_EMPTY ? &cells[column] : NULL;
}

/* {"person": P, "same_as": Q} merges Q into P, beside whatever else the line says. */
static InkRowAction
row (InkImportSink *sink,
     InkCell *cells,
     guint n_cells)
{
  const InkCell *same = find_cell (sink, "same_as", cells, n_cells);
  const InkCell *person = find_cell (sink, "person", cells, n_cells);
  guint column = ink_import_sink_find (sink, "person");
  guint32 shown;
  guint32 other;

  if (same == NULL || person == NULL)
    return INK_ROW_EVENT;
  shown = ink_import_sink_person (sink, column, person->text, person->length);
  other = ink_import_sink_person (sink, column, same->text, same->length);
  if (shown != INK_NO_PERSON && other != INK_NO_PERSON)
    ink_import_sink_link (sink, shown, other, INK_LINK_SAME);
  if (find_cell (sink, "event", cells, n_cells) != NULL)
    return INK_ROW_EVENT;
  ink_import_sink_count_imported (sink);
  return INK_ROW_DONE;
}

static const InkColumnHint hints[] = {
  { "person", INK_ROLE_WHO },
  { "event", INK_ROLE_EVENT },
  { "time", INK_ROLE_TIME },
  { "same_as", INK_ROLE_LEAVE_OUT },
  { "properties.*", INK_ROLE_KEEP },
  { "person_properties.*", INK_ROLE_PERSON },
  { NULL },
};

static const char *const extensions[] = { "ndjson", "jsonl", NULL };
static const char *const mime_types[] = { "application/x-ndjson", NULL };

const InkImportFormat ink_import_inkling = {
  .id = "inkling",
  .title = N_("Inkling events (NDJSON)"),
  .extensions = extensions,
  .mime_types = mime_types,
  .sniff = sniff,
  .read = read_rows,
  .typed = TRUE,
  .marked_times = TRUE,
  .hints = hints,
  .row = row,
};
