/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What every run has, read and held against the others: a damaged file is told here. */
#include "events/ink-event-merge-private.h"

#include "base/ink-pages.h"
#include "events/ink-property-private.h"

/* So many ids without rows need little room. */
#define UNSEEN_IDS (1 << 20)

static gboolean
check_directories (InkEventData *data,
                   GError **error)
{
  guint64 n_rows = 0, n_ids = 0, n_names = 0;

  for (guint i = 0; i < data->runs->len; i++)
    {
      const InkRun *run = ink_event_data_run (data, i);

      if (run->first_id != n_ids || run->first_name != n_names)
        return ink_block_damaged (INK_RUN_DIRECTORY, 0, error);
      n_rows += run->n_rows;
      n_ids += run->n_ids;
      n_names += run->n_names;
      data->n_of_nobody += run->n_of_nobody;
    }
  if (n_rows > G_MAXINT32 || n_ids > G_MAXINT32 || n_names > G_MAXINT32)
    return ink_block_damaged (INK_RUN_DIRECTORY, 0, error);

  data->n_rows = (guint32) n_rows;
  data->n_ids = (guint32) n_ids;
  data->name_width = n_names == 0 ? 1 : ink_codes_width_for ((guint32) n_names - 1);
  return TRUE;
}

static gboolean
read_names (InkEventData *data,
            GError **error)
{
  if (data->names != NULL)
    return TRUE;
  data->names = ink_dictionary_new ();
  for (guint i = 0; i < data->runs->len; i++)
    {
      InkRun *run = ink_event_data_run (data, i);

      if (!ink_run_read_texts (run, INK_RUN_NAMES, run->n_names, FALSE, data->names, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_links (InkEventMerge *merge,
            GError **error)
{
  for (guint i = 0; i < merge->data->runs->len; i++)
    {
      InkRun *run = ink_event_data_run (merge->data, i);
      g_autofree guint32 *links
          = ink_run_read_integers (run, INK_RUN_LINKS, run->n_links * 3, error);

      if (links == NULL)
        return FALSE;
      for (guint32 k = 0; k < run->n_links; k++)
        {
          InkIdentityLink link = { links[3 * k], links[3 * k + 1], links[3 * k + 2] };
          gboolean merged;

          if (link.shown >= merge->data->n_ids || link.other >= merge->data->n_ids
              || link.kind > INK_LINK_ANONYMOUS)
            return ink_block_damaged (INK_RUN_LINKS, 0, error);
          ink_identity_link (merge->identity, link, &merged);
        }
    }
  return TRUE;
}

static gboolean
read_groups (InkEventMerge *merge,
             guint i,
             GError **error)
{
  InkRun *run = ink_event_data_run (merge->data, i);
  guint64 n = run->n_of_nobody;
  guint32 *groups;

  groups = merge->groups[i]
      = ink_run_read_integers (run, INK_RUN_GROUPS, run->n_groups * 2, error);
  if (groups == NULL)
    return FALSE;
  for (guint32 g = 0; g < run->n_groups; g++)
    {
      if (groups[2 * g] >= merge->data->n_ids || groups[2 * g + 1] == 0)
        return ink_block_damaged (INK_RUN_GROUPS, 0, error);
      n += groups[2 * g + 1];
    }
  if (n != run->n_rows)
    return ink_block_damaged (INK_RUN_GROUPS, 0, error);
  return TRUE;
}

static gboolean
read_person_rows (InkEventMerge *merge,
                  guint i,
                  GError **error)
{
  InkRun *run = ink_event_data_run (merge->data, i);
  guint32 *rows;

  rows = merge->person_rows[i]
      = ink_run_read_integers (run, INK_RUN_PERSON_ROWS, run->n_person_rows, error);
  if (rows == NULL)
    return FALSE;
  for (guint32 k = 0; k < run->n_person_rows; k++)
    if (rows[k] >= merge->data->n_ids)
      return ink_block_damaged (INK_RUN_PERSON_ROWS, 0, error);
  merge->have_dates |= ink_run_find_column (run, INK_OWN_DATE, INK_ON_PERSON) != NULL;
  return TRUE;
}

/* A directory may say that there are more ids than anybody has: lists by id are made only where their
 * texts prove it. Few ids are without rows; of persons that were forgotten, or that links alone name. */
static gboolean
prove_ids (InkEventMerge *merge,
           GError **error)
{
  InkEventData *data = merge->data;
  guint64 n_seen = 0;

  for (guint i = 0; i < data->runs->len; i++)
    {
      const InkRun *run = ink_event_data_run (data, i);

      n_seen += (guint64) run->n_groups + run->n_person_rows;
    }
  return data->n_ids <= UNSEEN_IDS + 4 * n_seen || ink_event_data_get_ids (data, error) != NULL;
}

static gboolean
read_times (InkEventMerge *merge,
            InkRun *run,
            gint64 *times,
            GError **error)
{
  gboolean whole;

  if (merge->data->runs->len == 1)
    merge->facts.back = g_new0 (guint64, (gsize) run->n_rows / 64 + 1);
  if (!ink_run_read_times_and_facts (run, INK_RUN_TIME, run->n_rows, times, &merge->facts, &whole,
                                     error))
    return FALSE;
  if (!whole)
    g_clear_pointer (&merge->facts.back, g_free);
  return TRUE;
}

/* Rows that were just written need not be read back. */
static void
take_known_rows (InkEventMerge *merge)
{
  InkEventData *data = merge->data;
  const gint64 *times = data->times = g_steal_pointer (&merge->known_times);

  data->name_codes = g_steal_pointer (&merge->known_codes);
  for (guint32 row = 0; row < data->n_rows; row++)
    {
      merge->facts.least
          = MIN (merge->facts.least, times[row] != INK_TIME_NONE ? times[row] : G_MAXINT64);
      merge->facts.greatest = MAX (merge->facts.greatest, times[row]);
    }
}

gboolean
ink_event_merge_read_rows (InkEventMerge *merge,
                           GError **error)
{
  InkEventData *data = merge->data;
  guint32 n_names = ink_dictionary_size (data->names), done = 0;
  guint width = data->name_width;

  if (merge->known_times != NULL)
    {
      take_known_rows (merge);
      return TRUE;
    }
  if (data->runs->len == 1)
    {
      data->name_codes = ink_run_read_new_codes (ink_event_data_run (data, 0), INK_RUN_NAME,
                                                 data->n_rows, n_names, width, error);
      if (data->name_codes == NULL)
        return FALSE;
    }
  else
    {
      GByteArray *all = g_byte_array_new ();

      for (guint i = 0; i < data->runs->len; i++)
        {
          InkRun *run = ink_event_data_run (data, i);
          g_autofree void *codes
              = ink_run_read_new_codes (run, INK_RUN_NAME, run->n_rows, n_names, width, error);

          if (codes == NULL)
            {
              g_byte_array_unref (all);
              return FALSE;
            }
          g_byte_array_append (all, codes, run->n_rows * width);
        }
      g_byte_array_set_size (all, all->len + INK_ROW_SLACK);
      data->name_codes = g_byte_array_free (all, FALSE);
    }

  data->times = ink_pages_new (((gsize) data->n_rows + INK_ROW_SLACK) * sizeof (gint64));
  for (guint i = 0; i < data->runs->len; i++)
    {
      InkRun *run = ink_event_data_run (data, i);

      if (!read_times (merge, run, data->times + done, error))
        return FALSE;
      done += run->n_rows;
    }
  return TRUE;
}

gboolean
ink_event_merge_read (InkEventMerge *merge,
                      GError **error)
{
  InkEventData *data = merge->data;

  if (!check_directories (data, error) || !read_names (data, error))
    return FALSE;
  for (guint i = 0; i < data->runs->len; i++)
    if (!read_groups (merge, i, error) || !read_person_rows (merge, i, error))
      return FALSE;

  return prove_ids (merge, error) && read_links (merge, error)
         && !g_cancellable_set_error_if_cancelled (merge->cancellable, error);
}
