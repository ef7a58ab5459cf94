/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The format "ga4": Google Analytics 4 as BigQuery exports it. */

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

  if (sample == NULL || !ink_json_rows_has (sample, "event_timestamp", "event_name", NULL)
      || !(ink_json_rows_has (sample, "user_pseudo_id", NULL)
           || ink_json_rows_has (sample, "event_params.*", NULL)
           || ink_json_rows_has (sample, "event_date", "event_bundle_sequence_id", NULL)))
    return 0;
  *reason = g_strdup (_("Rows with event_timestamp, event_name, event_params and user_pseudo_id."));
  return 95;
}

/* What copy_value() writes to must be there before the first row that has it. */
static gboolean
read_rows (InkImportInput *input,
           InkImportSink *sink,
           GError **error)
{
  static const char *const needed[] = { "event_name", "event_timestamp", "user_id",
                                        "user_pseudo_id", "ecommerce.purchase_revenue" };

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    ink_import_sink_column (sink, needed[i], strlen (needed[i]));
  return ink_json_rows_read (input, sink, error);
}

static InkCell *
find_cell (InkImportSink *sink,
           const char *name,
           InkCell *cells,
           guint n_cells)
{
  guint column = ink_import_sink_find (sink, name);

  return column < n_cells ? &cells[column] : NULL;
}

/* There is no event id: these tell an event that was sent twice from two events. */
static void
set_key (InkImportSink *sink,
         InkCell *cells,
         guint n_cells)
{
  static const char *const parts[] = { "event_bundle_sequence_id", "batch_page_id",
                                       "batch_ordering_id", "batch_event_index" };
  char key[256];
  gsize length = 0;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const InkCell *cell = find_cell (sink, parts[i], cells, n_cells);

      if (cell == NULL || cell->kind == INK_CELL_EMPTY || cell->length + length + 2 > sizeof key)
        continue;
      key[length++] = (char) ('a' + i);
      memcpy (key + length, cell->text, cell->length);
      length += cell->length;
    }
  if (length > 0)
    ink_import_sink_set_key (sink, key, length);
}

/* The value of an event that is no purchase stands among its parameters. */
static InkRowAction
row (InkImportSink *sink,
     InkCell *cells,
     guint n_cells)
{
  InkCell *revenue = find_cell (sink, "ecommerce.purchase_revenue", cells, n_cells);
  const InkCell *value = find_cell (sink, "event_params.value", cells, n_cells);

  if (revenue != NULL && value != NULL && revenue->kind == INK_CELL_EMPTY)
    *revenue = *value;
  set_key (sink, cells, n_cells);
  return INK_ROW_EVENT;
}

static const InkColumnHint hints[] = {
  { "event_name", INK_ROLE_EVENT },
  { "event_timestamp", INK_ROLE_TIME },
  { "user_id", INK_ROLE_WHO },
  { "user_pseudo_id", INK_ROLE_ALSO },
  { "event_params.ga_session_id", INK_ROLE_SESSION },
  { "event_params.page_location", INK_ROLE_PAGE },
  { "event_params.page_title", INK_ROLE_KEEP, "title" },
  { "event_params.page_referrer", INK_ROLE_KEEP, "referrer" },
  { "event_params.engagement_time_msec", INK_ROLE_DURATION, NULL, 0.001 },
  { "event_params.term", INK_ROLE_KEEP, "term" },
  { "event_params.content", INK_ROLE_KEEP, "content" },
  { "event_params.currency", INK_ROLE_CURRENCY },
  { "event_params.value", INK_ROLE_LEAVE_OUT },
  { "ecommerce.purchase_revenue", INK_ROLE_VALUE },
  { "traffic_source.source", INK_ROLE_SOURCE },
  { "traffic_source.medium", INK_ROLE_MEDIUM },
  { "traffic_source.name", INK_ROLE_CAMPAIGN },
  { "event_params.source", INK_ROLE_KEEP, "event_source" },
  { "event_params.medium", INK_ROLE_KEEP, "event_medium" },
  { "event_params.campaign", INK_ROLE_KEEP, "event_campaign" },
  { "device.category", INK_ROLE_KEEP, "device" },
  { "device.language", INK_ROLE_KEEP, "language" },
  { "geo.country", INK_ROLE_KEEP, "country" },
  { "user_properties.*", INK_ROLE_PERSON },
  { "event_date", INK_ROLE_LEAVE_OUT },
  { "event_bundle_sequence_id", INK_ROLE_LEAVE_OUT },
  { "batch_*", INK_ROLE_LEAVE_OUT },
  { "event_previous_timestamp", INK_ROLE_LEAVE_OUT },
  { "event_server_timestamp_offset", INK_ROLE_LEAVE_OUT },
  { "user_first_touch_timestamp", INK_ROLE_LEAVE_OUT },
  { "user_ltv.*", INK_ROLE_LEAVE_OUT },
  { "privacy_info.*", INK_ROLE_LEAVE_OUT },
  { "event_params.*", INK_ROLE_KEEP },
  { NULL },
};

static const char *const extensions[] = { "json", "jsonl", "ndjson", NULL };
static const char *const mime_types[] = { "application/json", "application/x-ndjson", NULL };

const InkImportFormat ink_import_ga4 = {
  .id = "ga4",
  .title = N_("Google Analytics 4 (BigQuery export)"),
  .extensions = extensions,
  .mime_types = mime_types,
  .sniff = sniff,
  .read = read_rows,
  .hints = hints,
  .row = row,
};
