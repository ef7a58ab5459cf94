/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* All events and people of a store as a stream. */

#include "config.h"

#include "import/ink-events-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FLUSH_SIZE (256 * 1024)

typedef struct
{
  InkEventStore *store;
  GOutputStream *stream;
  GCancellable *cancellable;
  InkProgress *progress;
  GString *out;
  GPtrArray *on_event;  /* InkProperty, by the schema's order */
  GPtrArray *on_person;
} Writer;

static void
clear_writer (Writer *writer)
{
  if (writer->out != NULL)
    g_string_free (writer->out, TRUE);
  g_clear_pointer (&writer->on_event, g_ptr_array_unref);
  g_clear_pointer (&writer->on_person, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writer, clear_writer)

/* The properties that the source gave: what is derived from events is derived again. */
static gboolean
load_properties (Writer *writer,
                 InkOn on,
                 GPtrArray **properties,
                 GError **error)
{
  const InkSchema *schema = ink_event_store_get_schema (writer->store);

  *properties = g_ptr_array_new_with_free_func ((GDestroyNotify) ink_property_unref);
  for (guint i = 0; i < schema->n_properties; i++)
    {
      const InkPropertyInfo *info = &schema->properties[i];
      GError *local = NULL;
      InkProperty *property;

      if (info->on != on)
        continue;
      property = ink_event_store_load_source_property (writer->store, info->name, on, &local);
      if (local != NULL)
        {
          g_propagate_error (error, local);
          return FALSE;
        }
      if (property != NULL)
        g_ptr_array_add (*properties, property);
    }
  return TRUE;
}

static gboolean
start (Writer *writer,
       GError **error)
{
  writer->out = g_string_sized_new (FLUSH_SIZE + 64 * 1024);
  return load_properties (writer, INK_ON_EVENT, &writer->on_event, error)
         && load_properties (writer, INK_ON_PERSON, &writer->on_person, error);
}

static gboolean
flush (Writer *writer,
       gsize above,
       guint32 done,
       GError **error)
{
  if (writer->out->len <= above)
    return TRUE;
  if (writer->progress != NULL)
    ink_progress_set (writer->progress, done, ink_event_store_get_n_events (writer->store), done);
  if (!g_output_stream_write_all (writer->stream, writer->out->str, writer->out->len, NULL,
                                  writer->cancellable, error))
    return FALSE;
  g_string_truncate (writer->out, 0);
  return TRUE;
}

static void
put_json_text (GString *out,
               const char *text)
{
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        {
          g_string_append_c (out, '\\');
          g_string_append_c (out, *p);
        }
      else if ((guint8) *p < 0x20)
        g_string_append_printf (out, "\\u%04x", (guint) *p);
      else
        g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

static void
put_json_value (GString *out,
                InkValue value)
{
  g_autofree char *text = NULL;

  switch (value.kind)
    {
    case INK_KIND_TEXT:
      put_json_text (out, value.text);
      break;
    case INK_KIND_NUMBER:
      text = ink_number_to_text (value.number);
      g_string_append (out, text);
      break;
    case INK_KIND_BOOLEAN:
      g_string_append (out, value.boolean ? "true" : "false");
      break;
    case INK_KIND_TIME:
      text = ink_time_to_iso (value.time);
      put_json_text (out, text);
      break;
    case INK_KIND_ABSENT:
    default:
      g_string_append (out, "null");
    }
}

/* , "properties": {…}, or nothing where none is there. */
static void
put_properties (GString *out,
                const char *name,
                const GPtrArray *properties,
                guint32 row)
{
  gboolean first = TRUE;

  for (guint i = 0; i < properties->len; i++)
    {
      const InkProperty *property = g_ptr_array_index (properties, i);
      InkValue value = ink_property_get (property, row);

      if (value.kind == INK_KIND_ABSENT)
        continue;
      if (first)
        g_string_append_printf (out, ", \"%s\": {", name);
      else
        g_string_append (out, ", ");
      first = FALSE;
      put_json_text (out, property->name);
      g_string_append (out, ": ");
      put_json_value (out, value);
    }
  if (!first)
    g_string_append_c (out, '}');
}

static void
put_person (GString *out,
            const char *id)
{
  g_string_append (out, "{\"person\": ");
  if (id != NULL)
    put_json_text (out, id);
  else
    g_string_append (out, "null");
}

/* Merged ids and properties of the persons, before any event of theirs. */
static gboolean
write_persons (Writer *writer,
               GError **error)
{
  guint32 n = ink_event_store_get_n_persons (writer->store);

  for (guint32 person = 0; person < n; person++)
    {
      g_auto (GStrv) ids = ink_event_store_get_person_ids (writer->store, person);
      gsize before = writer->out->len;
      gsize begun;

      for (guint i = 1; ids[0] != NULL && ids[i] != NULL; i++)
        {
          put_person (writer->out, ids[0]);
          g_string_append (writer->out, ", \"same_as\": ");
          put_json_text (writer->out, ids[i]);
          g_string_append (writer->out, "}\n");
        }
      before = writer->out->len;
      put_person (writer->out, ink_event_store_get_person_id (writer->store, person));
      begun = writer->out->len;
      put_properties (writer->out, "person_properties", writer->on_person, person);
      if (writer->out->len > begun)
        g_string_append (writer->out, "}\n");
      else
        g_string_truncate (writer->out, before);
      if (!flush (writer, FLUSH_SIZE, 0, error))
        return FALSE;
    }
  return TRUE;
}

/* The person of each row, by walking along: NULL for the events of nobody at the end. */
static const char *
get_person_id (Writer *writer,
               guint32 row,
               guint32 *person)
{
  const guint32 *offsets = ink_event_store_get_offsets (writer->store);
  guint32 n = ink_event_store_get_n_people (writer->store);

  while (*person < n && offsets[*person + 1] <= row)
    (*person)++;
  return *person < n ? ink_event_store_get_person_id (writer->store, *person) : NULL;
}

/* An event on its way out. */
typedef struct
{
  guint32 row;
  const char *person; /* (nullable) */
  const char *event;
  const char *time; /* (nullable) */
} Line;

static gboolean
write_events (Writer *writer,
              void (*put_line) (Writer *writer, const Line *line),
              GError **error)
{
  const gint64 *times = ink_event_store_get_times (writer->store);
  InkCodes names = ink_event_store_get_names (writer->store);
  const InkDictionary *dictionary = ink_event_store_get_name_dictionary (writer->store);
  guint32 n = ink_event_store_get_n_events (writer->store);
  guint32 person = 0;

  for (guint32 row = 0; row < n; row++)
    {
      g_autofree char *time = times[row] != INK_TIME_NONE ? ink_time_to_iso (times[row]) : NULL;
      Line line = { row, get_person_id (writer, row, &person),
                    ink_dictionary_get (dictionary, ink_codes_get (names, row)), time };

      put_line (writer, &line);
      if (!flush (writer, FLUSH_SIZE, row, error))
        return FALSE;
    }
  return flush (writer, 0, n, error);
}

/* ---- JSON ---- */

static void
put_json_line (Writer *writer,
               const Line *line)
{
  put_person (writer->out, line->person);
  g_string_append (writer->out, ", \"event\": ");
  put_json_text (writer->out, line->event);
  if (line->time != NULL)
    g_string_append_printf (writer->out, ", \"time\": \"%s\"", line->time);
  put_properties (writer->out, "properties", writer->on_event, line->row);
  g_string_append (writer->out, "}\n");
}

gboolean
ink_events_writer_write_ndjson (InkEventStore *store,
                                GOutputStream *stream,
                                GCancellable *cancellable,
                                InkProgress *progress,
                                GError **error)
{
  g_auto (Writer) writer = { store, stream, cancellable, progress, NULL, NULL, NULL };

  g_return_val_if_fail (store != NULL && G_IS_OUTPUT_STREAM (stream), FALSE);

  return start (&writer, error) && write_persons (&writer, error)
         && write_events (&writer, put_json_line, error);
}

/* ---- CSV ---- */

static void
put_csv_text (GString *out,
              const char *text)
{
  if (strpbrk (text, ",\"\r\n") == NULL && *text != ' ')
    {
      g_string_append (out, text);
      return;
    }
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

static void
put_csv_header (Writer *writer)
{
  g_string_append (writer->out, "person,event,time");
  for (guint i = 0; i < writer->on_event->len; i++)
    {
      const InkProperty *property = g_ptr_array_index (writer->on_event, i);

      g_string_append_c (writer->out, ',');
      put_csv_text (writer->out, property->name);
    }
  g_string_append_c (writer->out, '\n');
}

static void
put_csv_line (Writer *writer,
              const Line *line)
{
  put_csv_text (writer->out, line->person != NULL ? line->person : "");
  g_string_append_c (writer->out, ',');
  put_csv_text (writer->out, line->event);
  g_string_append_c (writer->out, ',');
  g_string_append (writer->out, line->time != NULL ? line->time : "");
  for (guint i = 0; i < writer->on_event->len; i++)
    {
      g_autofree char *text = ink_value_to_text (
          ink_property_get (g_ptr_array_index (writer->on_event, i), line->row));

      g_string_append_c (writer->out, ',');
      put_csv_text (writer->out, text);
    }
  g_string_append_c (writer->out, '\n');
}

gboolean
ink_events_writer_write_csv (InkEventStore *store,
                             GOutputStream *stream,
                             GCancellable *cancellable,
                             InkProgress *progress,
                             GError **error)
{
  g_auto (Writer) writer = { store, stream, cancellable, progress, NULL, NULL, NULL };

  g_return_val_if_fail (store != NULL && G_IS_OUTPUT_STREAM (stream), FALSE);

  if (!start (&writer, error))
    return FALSE;
  put_csv_header (&writer);
  return write_events (&writer, put_csv_line, error);
}
