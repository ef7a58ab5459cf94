/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Edit distance without case, in characters. */
#include "config.h"

#include "definition/ink-nearest.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Longer names are not compared, so that hostile ones cost nothing. */
#define MAX_LENGTH 128

/* TRUE and the lower-case characters of @text, which is short. */
static gboolean
fold (const char *text,
      gunichar *out,
      guint *length)
{
  guint n = 0;

  if (strlen (text) > MAX_LENGTH)
    return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    out[n++] = g_unichar_tolower (g_utf8_get_char (p));
  *length = n;
  return TRUE;
}

/* Changes, insertions, removals and swaps of neighbours (in one row, as one step) from a to b. */
static guint
count_edits (const gunichar *a,
             guint n_a,
             const gunichar *b,
             guint n_b)
{
  guint rows[3][MAX_LENGTH + 1];
  guint *before = rows[0], *above = rows[1], *row = rows[2];

  for (guint j = 0; j <= n_b; j++)
    above[j] = j;
  for (guint i = 1; i <= n_a; i++)
    {
      guint *next = before;

      row[0] = i;
      for (guint j = 1; j <= n_b; j++)
        {
          row[j] = MIN (above[j], row[j - 1]) + 1;
          row[j] = MIN (row[j], above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            row[j] = MIN (row[j], before[j - 2] + 1);
        }
      before = above;
      above = row;
      row = next;
    }
  return above[n_b];
}

/**
 * ink_nearest_start:
 * @wanted: the unknown name
 */
InkNearest
ink_nearest_start (const char *wanted)
{
  return (InkNearest){ .wanted = wanted, .best = NULL, .distance = G_MAXUINT };
}

/**
 * ink_nearest_offer:
 * @name: (nullable): a known name; borrowed as long as @nearest is asked
 *
 * Takes it where it is nearer than those before and near enough to be meant: up to a third of the
 * longer one's characters differ, or one begins with the other.
 */
void
ink_nearest_offer (InkNearest *nearest,
                   const char *name)
{
  gunichar a[MAX_LENGTH + 1], b[MAX_LENGTH + 1];
  guint n_a, n_b, distance;
  gboolean begins;

  if (name == NULL || *name == '\0' || !fold (nearest->wanted, a, &n_a) || !fold (name, b, &n_b))
    return;

  distance = count_edits (a, n_a, b, n_b);
  begins = MIN (n_a, n_b) >= 3 && memcmp (a, b, MIN (n_a, n_b) * sizeof *a) == 0;
  if (distance > MAX (MAX (n_a, n_b) / 3, 1) && !begins)
    return;
  if (distance < nearest->distance && (distance < MAX (n_a, n_b) || begins))
    {
      nearest->best = name;
      nearest->distance = distance;
    }
}

/**
 * ink_nearest_say:
 * @sentence: what is wrong
 * @best: (nullable): what was probably meant
 */
char *
ink_nearest_say (const char *sentence,
                 const char *best)
{
  g_autofree char *question = NULL;

  g_return_val_if_fail (sentence != NULL, NULL);

  if (best == NULL)
    return g_strdup (sentence);

  question = g_strdup_printf (_("Did you mean '%s'?"), best);
  return g_strdup_printf ("%s %s", sentence, question);
}
