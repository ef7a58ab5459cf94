/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Writes the sample in order of time, with memory that does not grow with its events.
 *
 * People live one after another, but an export is in order of time. So everybody lives several
 * times: once to count the events of every day, then once for each stretch of days that fits in
 * memory. A life costs less than keeping it in a file. */
#include "config.h"

#include "sample/ink-sample.h"

#include <string.h>

#include "sample/ink-sample-person.h"
#include "sample/ink-sample-private.h"
#include "sample/ink-sample-resources.h"
#include "sample/ink-sample-row.h"

/* Events of one stretch (24 bytes each, twice while they are sorted). */
#define STRETCH_EVENTS 3000000u
#define BUFFER_SIZE (256 * 1024)
#define CANCEL_EVERY 4096u
#define RADIX_BITS 11

/* The days of a person's first and last event: nobody lives again for a stretch without any. */
typedef struct
{
  guint8 first;
  guint8 last;
} Span;

G_STATIC_ASSERT (INK_SAMPLE_DAYS <= G_MAXUINT8);

typedef struct
{
  GOutputStream *stream;
  GCancellable *cancellable;
  InkProgress *progress;
  guint64 seed;
  guint32 n_people;
  InkSamplePerson *people;
  Span *spans;
  guint stretch_events;
  gint64 total;
  gint64 rows;
  char *buffer;
  gsize used;
} Writer;

static void
writer_clear (Writer *writer)
{
  g_clear_pointer (&writer->people, g_free);
  g_clear_pointer (&writer->spans, g_free);
  g_clear_pointer (&writer->buffer, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writer, writer_clear)

static guint8
day_of (GArray *life,
        guint   i)
{
  return (guint8) (g_array_index (life, InkSampleEvent, i).time / INK_SAMPLE_DAY);
}

/* Lets everybody live and writes nothing: only counts, per day. Nobody's life is empty. */
static gboolean
count_days (Writer  *writer,
            guint64 *days,
            GError **error)
{
  g_autoptr (GArray) life = g_array_new (FALSE, FALSE, sizeof (InkSampleEvent));

  for (guint32 p = 0; p < writer->n_people; p++)
    {
      if (p % CANCEL_EVERY == 0 && g_cancellable_set_error_if_cancelled (writer->cancellable, error))
        return FALSE;
      g_array_set_size (life, 0);
      ink_sample_person_live (writer->seed, p, &writer->people[p], life);
      for (guint i = 0; i < life->len; i++)
        days[day_of (life, i)]++;
      g_assert (life->len > 0);
      writer->spans[p] = (Span){ day_of (life, 0), day_of (life, life->len - 1) };
      writer->total += life->len;
    }
  return TRUE;
}

/* The events of the days @from to before @to, in order of person and of each person's time. */
static GArray *
collect (Writer  *writer,
         guint    from,
         guint    to,
         gsize    n_events,
         GError **error)
{
  g_autoptr (GArray) events = g_array_sized_new (FALSE, FALSE, sizeof (InkSampleEvent), n_events);
  g_autoptr (GArray) life = g_array_new (FALSE, FALSE, sizeof (InkSampleEvent));
  gint64 low = from * INK_SAMPLE_DAY;
  gint64 high = to * INK_SAMPLE_DAY;

  for (guint32 p = 0; p < writer->n_people; p++)
    {
      const InkSampleEvent *rows;
      guint a = 0, b;

      if (p % CANCEL_EVERY == 0 && g_cancellable_set_error_if_cancelled (writer->cancellable, error))
        return NULL;
      if (writer->spans[p].first >= to || writer->spans[p].last < from)
        continue;
      g_array_set_size (life, 0);
      ink_sample_person_live (writer->seed, p, &writer->people[p], life);
      rows = (const InkSampleEvent *) (gconstpointer) life->data;
      while (a < life->len && rows[a].time < low)
        a++;
      for (b = a; b < life->len && rows[b].time < high;)
        b++;
      if (b > a)
        g_array_append_vals (events, rows + a, b - a);
    }
  return g_steal_pointer (&events);
}

/* One pass of a radix sort over the bits from @shift on: stable, so that people who do something
 * in the same millisecond keep their order. */
static void
sort_pass (const InkSampleEvent *from,
           InkSampleEvent       *to,
           gsize                 n,
           gint64                base,
           guint                 shift)
{
  guint32 starts[1 << RADIX_BITS] = { 0 };
  const guint64 mask = (1 << RADIX_BITS) - 1;
  guint32 sum = 0;

  for (gsize i = 0; i < n; i++)
    starts[((guint64) (from[i].time - base) >> shift) & mask]++;
  for (guint k = 0; k <= mask; k++)
    {
      guint32 count = starts[k];

      starts[k] = sum;
      sum += count;
    }
  for (gsize i = 0; i < n; i++)
    to[starts[((guint64) (from[i].time - base) >> shift) & mask]++] = from[i];
}

static void
sort_by_time (GArray *events,
              guint   from,
              guint   to)
{
  g_autofree InkSampleEvent *spare = g_new (InkSampleEvent, MAX (events->len, 1));
  InkSampleEvent *rows = (InkSampleEvent *) (gpointer) events->data;
  guint64 span = (to - from) * INK_SAMPLE_DAY;
  guint passes = 0;

  for (guint shift = 0; (span >> shift) > 0; shift += RADIX_BITS, passes++)
    sort_pass (passes % 2 == 0 ? rows : spare, passes % 2 == 0 ? spare : rows, events->len,
               from * INK_SAMPLE_DAY, shift);
  if (passes % 2 == 1 && events->len > 0)
    memcpy (rows, spare, events->len * sizeof (InkSampleEvent));
}

static gboolean
flush (Writer  *writer,
       GError **error)
{
  gsize used = writer->used;

  writer->used = 0;
  ink_progress_set (writer->progress, writer->rows, writer->total, writer->rows);
  return g_output_stream_write_all (writer->stream, writer->buffer, used, NULL,
                                    writer->cancellable, error);
}

static gboolean
write_rows (Writer  *writer,
            GArray  *events,
            GError **error)
{
  for (guint i = 0; i < events->len; i++)
    {
      const InkSampleEvent *event = &g_array_index (events, InkSampleEvent, i);
      char *end;

      if (writer->used + INK_SAMPLE_ROW_MAX > BUFFER_SIZE && !flush (writer, error))
        return FALSE;
      end = ink_sample_row_write (writer->buffer + writer->used, writer->seed, event,
                                  &writer->people[event->person]);
      writer->used = (gsize) (end - writer->buffer);
      writer->rows++;
    }
  return TRUE;
}

static gboolean
write_stretch (Writer  *writer,
               guint    from,
               guint    to,
               gsize    n_events,
               GError **error)
{
  g_autoptr (GArray) events = collect (writer, from, to, n_events, error);

  if (events == NULL)
    return FALSE;
  sort_by_time (events, from, to);
  return write_rows (writer, events, error);
}

static gboolean
write_all_days (Writer        *writer,
                const guint64 *days,
                GError       **error)
{
  guint from = 0;

  while (from < INK_SAMPLE_DAYS)
    {
      guint64 sum = days[from];
      guint to = from + 1;

      while (to < INK_SAMPLE_DAYS && sum + days[to] <= writer->stretch_events)
        sum += days[to++];
      if (!write_stretch (writer, from, to, sum, error))
        return FALSE;
      from = to;
    }
  return TRUE;
}

gboolean
ink_sample_write_stretched (GOutputStream *stream,
                            guint32        people,
                            guint64        seed,
                            guint          stretch_events,
                            GCancellable  *cancellable,
                            InkProgress   *progress,
                            GError       **error)
{
  g_auto (Writer) writer = {
    .stream = stream,
    .cancellable = cancellable,
    .progress = progress,
    .seed = seed,
    .n_people = people,
    .stretch_events = stretch_events,
  };
  guint64 days[INK_SAMPLE_DAYS] = { 0 };

  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);
  g_return_val_if_fail (people <= INK_SAMPLE_MAX_PEOPLE, FALSE);

  writer.people = g_new0 (InkSamplePerson, MAX (people, 1));
  writer.spans = g_new0 (Span, MAX (people, 1));
  writer.buffer = g_malloc (BUFFER_SIZE);
  writer.used = strlen (INK_SAMPLE_HEADER);
  memcpy (writer.buffer, INK_SAMPLE_HEADER, writer.used);
  return count_days (&writer, days, error) && write_all_days (&writer, days, error)
         && flush (&writer, error);
}

/**
 * ink_sample_write:
 * @stream: where the CSV goes; left open
 * @people: how many people the made-up site has had
 * @seed: another number is another world of the same kind
 * @cancellable: (nullable): stops it
 * @progress: (nullable): in events
 * @error: return location
 *
 * Writes the sample export. The bytes depend on @people and @seed alone.
 *
 * Returns: FALSE with @error where writing failed or was cancelled
 */
gboolean
ink_sample_write (GOutputStream *stream,
                  guint32        people,
                  guint64        seed,
                  GCancellable  *cancellable,
                  InkProgress   *progress,
                  GError       **error)
{
  return ink_sample_write_stretched (stream, people, seed, STRETCH_EVENTS, cancellable, progress,
                                     error);
}

/**
 * ink_sample_definition_json:
 *
 * Returns: (transfer full): the definition file that ships with the sample
 */
char *
ink_sample_definition_json (void)
{
  g_autoptr (GBytes) bytes
      = g_resource_lookup_data (ink_sample_get_resource (),
                                INK_RESOURCE_BASE "/sample/sample-definition.json",
                                G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize length = 0;
  const char *text;

  g_return_val_if_fail (bytes != NULL, NULL);
  text = g_bytes_get_data (bytes, &length);
  return g_strndup (text, length);
}
