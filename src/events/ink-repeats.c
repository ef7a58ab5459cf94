/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Rows that repeat: the same person, time and name, and the same key where both have one, else
 * every property the same.
 *
 * Only rows that share person, time and name with another are looked at closer. Their properties
 * are hashed column by column, with a secret seed: equal hashes are taken for equal rows. */
#include "events/ink-event-store-builder-private.h"

#include "events/ink-distinct-private.h"

/* Up to here each row of a tie is compared with each by name; above, all are looked at closer. */
#define SMALL_TIE 16
#define OF_BASE 0x80000000u

typedef struct
{
  InkEventStoreBuilder *builder;
  const guint32 *rows;
  const gint64 *times;
  const guint32 *offsets;
  const guint32 *group_ids;
  guint32 n_groups;
  const gint64 *date_of_id;

  /* Persons of the base by shown id: a list, since links may have merged several. */
  guint32 *first_person; /* plus one */
  guint32 *next_person;
  InkProperty *base_dates;

  GArray *candidates; /* guint32: place in @rows, or row of the base with OF_BASE */
  GArray *ties;       /* guint32: number of the tie, by candidate */
  guint32 n_ties;
  guint64 *hashes; /* by candidate: tie and name; then every property too */
  guint64 *keys;   /* by candidate; 0: none */
  guint64 secret;
} Search;

static inline guint64
mix (guint64 a,
     guint64 b)
{
  unsigned __int128 product
      = (unsigned __int128) (a ^ G_GUINT64_CONSTANT (0x9e3779b97f4a7c15))
        * (b ^ G_GUINT64_CONSTANT (0xe7037ed1a0b428db));

  return (guint64) product ^ (guint64) (product >> 64);
}

/* --- Which rows to look at --- */

static void
list_base_persons (Search *search)
{
  const InkEventData *base = search->builder->base;
  guint32 n_ids = ink_dictionary_size (search->builder->ids);

  if (base == NULL)
    return;
  search->first_person = g_new0 (guint32, (gsize) n_ids + 1);
  search->next_person = g_new0 (guint32, (gsize) base->n_people + 1);
  for (guint32 person = base->n_people; person-- > 0;)
    {
      guint32 id = ink_identity_find (search->builder->identity, base->person_ids[person]);

      search->next_person[person] = search->first_person[id];
      search->first_person[id] = person + 1;
    }
}

static void
add_base_rows_at (Search *search,
                  guint32 start,
                  guint32 end,
                  gint64 time,
                  GArray *tie)
{
  const gint64 *times = search->builder->base->times;
  guint32 low = start, high = end;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (times[middle] < time)
        low = middle + 1;
      else
        high = middle;
    }
  for (; low < end && times[low] == time; low++)
    {
      guint32 candidate = low | OF_BASE;

      g_array_append_val (tie, candidate);
    }
}

static void
add_base_rows (Search *search,
               guint32 group,
               gint64 time,
               GArray *tie)
{
  const InkEventData *base = search->builder->base;
  guint32 id;

  if (base == NULL)
    return;
  if (group == search->n_groups)
    {
      add_base_rows_at (search, base->offsets[base->n_people], base->n_rows, time, tie);
      return;
    }
  id = search->group_ids[group];
  for (guint32 next = search->first_person[id]; next != 0; next = search->next_person[next - 1])
    {
      guint32 person = next - 1, start = base->offsets[person], end = base->offsets[person + 1];
      gint64 date = search->base_dates != NULL ? search->base_dates->times[person] : INK_TIME_NONE;

      add_base_rows_at (search, start, end, time, tie);
      /* What has no time of its own is at the person's date now, wherever it stood before. */
      if (search->date_of_id == NULL || time == INK_TIME_NONE || time != search->date_of_id[id])
        continue;
      add_base_rows_at (search, start, end, INK_TIME_NONE, tie);
      if (date != INK_TIME_NONE && date != time)
        add_base_rows_at (search, start, end, date, tie);
    }
}

static guint32
name_of (const Search *search,
         guint32 candidate)
{
  const InkEventData *base = search->builder->base;

  if (candidate & OF_BASE)
    return ink_codes_get ((InkCodes){ .width = base->name_width, .data = base->name_codes },
                          candidate & ~OF_BASE);
  return ink_column_get_code (search->builder->name_codes, search->rows[candidate]);
}

static gboolean
has_namesake (const Search *search,
              const GArray *tie,
              guint i)
{
  guint32 name = name_of (search, g_array_index (tie, guint32, i));

  for (guint k = 0; k < tie->len; k++)
    if (k != i && name_of (search, g_array_index (tie, guint32, k)) == name)
      return TRUE;
  return FALSE;
}

static void
look_at_tie (Search *search,
             const GArray *tie)
{
  gboolean any = FALSE;

  if (tie->len < 2)
    return;
  for (guint i = 0; i < tie->len; i++)
    if (tie->len > SMALL_TIE || has_namesake (search, tie, i))
      {
        g_array_append_val (search->candidates, g_array_index (tie, guint32, i));
        g_array_append_val (search->ties, search->n_ties);
        any = TRUE;
      }
  search->n_ties += any;
}

static void
collect_candidates (Search *search)
{
  g_autoptr (GArray) tie = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 g = 0; g <= search->n_groups; g++)
    {
      guint32 end = search->offsets[g + 1];
      gboolean alone = search->builder->base == NULL
                       || (g < search->n_groups
                           && search->first_person[search->group_ids[g]] == 0);

      for (guint32 i = search->offsets[g], next; i < end; i = next)
        {
          for (next = i + 1; next < end && search->times[next] == search->times[i];)
            next++;
          if (alone && next == i + 1)
            continue;
          g_array_set_size (tie, 0);
          if (!alone)
            add_base_rows (search, g, search->times[i], tie);
          for (guint32 k = i; k < next; k++)
            g_array_append_val (tie, k);
          look_at_tie (search, tie);
        }
    }
}

/* --- What they are --- */

static guint64
hash_of_value (InkValue value,
               guint32 code)
{
  guint64 word = 0;

  switch (value.kind)
    {
    case INK_KIND_TEXT: /* codes are those of the document: the same in every run */
      word = code;
      break;
    case INK_KIND_NUMBER:
      memcpy (&word, &value.number, 8);
      break;
    case INK_KIND_BOOLEAN:
      word = !!value.boolean;
      break;
    case INK_KIND_TIME:
      word = (guint64) value.time;
      break;
    case INK_KIND_ABSENT:
    default:
      break;
    }
  return mix (word, (guint64) value.kind);
}

static void
add_value (Search *search,
           guint i,
           guint64 seed,
           InkValue value,
           guint32 code)
{
  if (value.kind != INK_KIND_ABSENT)
    search->hashes[i] += mix (hash_of_value (value, code), seed);
}

static void
add_new_column (Search *search,
                const InkColumn *column,
                guint64 seed)
{
  for (guint i = 0; i < search->candidates->len; i++)
    {
      guint32 candidate = g_array_index (search->candidates, guint32, i), row;

      if (candidate & OF_BASE)
        continue;
      row = search->rows[candidate];
      add_value (search, i, seed, ink_column_get (column, row),
                 column->form == INK_FORM_CODES && row < column->n
                     ? ink_column_get_code (column, row)
                     : 0);
    }
}

static gboolean
add_base_column (Search *search,
                 const char *name,
                 guint64 seed,
                 GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (InkProperty) property
      = ink_event_data_load (search->builder->base, name, INK_ON_EVENT, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  for (guint i = 0; property != NULL && i < search->candidates->len; i++)
    {
      guint32 candidate = g_array_index (search->candidates, guint32, i);
      guint32 row = candidate & ~OF_BASE;

      if (candidate & OF_BASE)
        add_value (search, i, seed, ink_property_get (property, row),
                   property->layout == INK_LAYOUT_CODES ? ink_codes_get (property->codes, row)
                                                        : 0);
    }
  return TRUE;
}

/* Every property of events, of the import and of the base, once. */
static gboolean
add_columns (Search *search,
             gboolean with_base,
             GError **error)
{
  InkEventStoreBuilder *builder = search->builder;
  g_autoptr (GHashTable) seeds = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = 0;

  for (guint i = 0; i < builder->columns->len; i++)
    {
      const InkColumn *column = g_ptr_array_index (builder->columns, i);

      if (column->on != INK_ON_EVENT)
        continue;
      g_hash_table_insert (seeds, column->name, GUINT_TO_POINTER (++n));
      add_new_column (search, column, mix (search->secret, n));
      if (with_base && !add_base_column (search, column->name, mix (search->secret, n), error))
        return FALSE;
    }
  for (guint r = 0; with_base && r < builder->base->runs->len; r++)
    {
      const InkRun *run = g_ptr_array_index (builder->base->runs, r);

      for (guint i = 0; i < run->columns->len; i++)
        {
          const InkRunColumn *column = &g_array_index (run->columns, InkRunColumn, i);

          if (column->on != INK_ON_EVENT || g_hash_table_contains (seeds, column->name))
            continue;
          g_hash_table_insert (seeds, column->name, GUINT_TO_POINTER (++n));
          if (!add_base_column (search, column->name, mix (search->secret, n), error))
            return FALSE;
        }
    }
  return TRUE;
}

static gboolean
add_keys (Search *search,
          gboolean with_base,
          GError **error)
{
  InkEventStoreBuilder *builder = search->builder;
  g_autoptr (GError) local = NULL;
  g_autofree guint64 *base_keys
      = with_base ? ink_event_data_load_keys (builder->base, &local) : NULL;

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  for (guint i = 0; i < search->candidates->len; i++)
    {
      guint32 candidate = g_array_index (search->candidates, guint32, i);

      if (candidate & OF_BASE)
        search->keys[i] = base_keys != NULL ? base_keys[candidate & ~OF_BASE] : 0;
      else if (builder->keys != NULL && search->rows[candidate] < builder->keys->len)
        search->keys[i] = g_array_index (builder->keys, guint64, search->rows[candidate]);
    }
  return TRUE;
}

/* --- Which of them repeat --- */

typedef struct
{
  InkDistinct keyed;   /* person, time, name and key of rows that are kept */
  InkDistinct all;     /* all fields of rows that are kept */
  InkDistinct unkeyed; /* of those without a key */
} Kept;

static gboolean
is_repeat (const Kept *kept,
           guint64 key,
           guint64 fields)
{
  if (key != 0)
    return ink_distinct_contains (&kept->keyed, key)
           || ink_distinct_contains (&kept->unkeyed, fields);
  return ink_distinct_contains (&kept->all, fields);
}

static guint32
mark_repeats (Search *search,
              const guint64 *ties,
              guint8 *repeats)
{
  Kept kept = { INK_DISTINCT_INIT, INK_DISTINCT_INIT, INK_DISTINCT_INIT };
  guint32 n_repeats = 0;

  for (guint i = 0; i < search->candidates->len; i++)
    {
      guint32 candidate = g_array_index (search->candidates, guint32, i);
      guint64 key = search->keys[i] == 0 ? 0 : mix (search->keys[i], ties[i]) | 1;

      if (!(candidate & OF_BASE) && is_repeat (&kept, key, search->hashes[i]))
        {
          repeats[candidate] = TRUE;
          n_repeats++;
          continue;
        }
      ink_distinct_add (&kept.all, search->hashes[i]);
      if (key != 0)
        ink_distinct_add (&kept.keyed, key);
      else
        ink_distinct_add (&kept.unkeyed, search->hashes[i]);
    }
  ink_distinct_clear (&kept.keyed);
  ink_distinct_clear (&kept.all);
  ink_distinct_clear (&kept.unkeyed);
  return n_repeats;
}

static gboolean
find_repeats (Search *search,
              guint8 *repeats,
              guint32 *n_repeats,
              GError **error)
{
  guint n;
  gboolean with_base = FALSE;
  g_autofree guint64 *ties = NULL;

  list_base_persons (search);
  collect_candidates (search);
  n = search->candidates->len;
  if (n == 0)
    return TRUE;

  ties = g_new (guint64, n);
  search->hashes = g_new (guint64, n);
  search->keys = g_new0 (guint64, n);
  search->secret = ((guint64) g_random_int () << 32) | g_random_int ();
  for (guint i = 0; i < n; i++)
    {
      guint32 candidate = g_array_index (search->candidates, guint32, i);

      with_base |= (candidate & OF_BASE) != 0;
      ties[i] = search->hashes[i]
          = mix (search->secret ^ g_array_index (search->ties, guint32, i),
                 name_of (search, candidate));
    }
  if (!add_keys (search, with_base, error) || !add_columns (search, with_base, error))
    return FALSE;
  *n_repeats = mark_repeats (search, ties, repeats);
  return TRUE;
}

guint8 *
ink_repeats_find (InkEventStoreBuilder *builder,
                  const guint32 *rows,
                  const gint64 *times,
                  const guint32 *offsets,
                  const guint32 *group_ids,
                  guint32 n_groups,
                  const gint64 *date_of_id,
                  guint32 *n_repeats,
                  GError **error)
{
  Search search = { .builder = builder, .rows = rows, .times = times, .offsets = offsets,
                    .group_ids = group_ids, .n_groups = n_groups, .date_of_id = date_of_id };
  g_autofree guint8 *repeats = g_malloc0 ((gsize) offsets[n_groups + 1] + 1);
  gboolean ok;

  *n_repeats = 0;
  search.candidates = g_array_new (FALSE, FALSE, sizeof (guint32));
  search.ties = g_array_new (FALSE, FALSE, sizeof (guint32));
  if (date_of_id != NULL && builder->base != NULL)
    search.base_dates = ink_event_data_load (builder->base, INK_OWN_DATE, INK_ON_PERSON, NULL);
  ok = find_repeats (&search, repeats, n_repeats, error);

  g_array_unref (search.candidates);
  g_array_unref (search.ties);
  g_clear_pointer (&search.base_dates, ink_property_unref);
  g_free (search.first_person);
  g_free (search.next_person);
  g_free (search.hashes);
  g_free (search.keys);
  return ok ? g_steal_pointer (&repeats) : NULL;
}
