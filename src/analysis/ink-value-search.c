/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which values contain a text, without case: as rules compare them (ink-comparison.c). */
#include "analysis/ink-value-cells.h"

#include <string.h>

/* So many are looked through on one thread within a few milliseconds. */
#define VALUES_FOR_TWO_THREADS 100000

typedef struct
{
  const InkValueCells *cells;
  const char *search; /* folded */
  gsize length;
  const guint32 *among; /* nullable: all codes */
  guint32 first;
  guint32 end;
  guint32 *found;
  guint32 n_found;
} Pass;

/* --- One text --- */

/* ASCII is folded as it is read; only where that finds nothing and there are other letters, a
 * folded copy is made. */
static gboolean
contains (const char *text,
          const char *search,
          gsize length)
{
  guint8 first = (guint8) search[0], seen = 0;
  const char *p;

  for (p = text; *p != '\0'; p++)
    {
      gsize i = 1;

      seen |= (guint8) *p;
      if ((guint8) g_ascii_tolower (*p) != first)
        continue;
      while (i < length && g_ascii_tolower (p[i]) == search[i])
        i++;
      if (i == length)
        return TRUE;
    }
  if (seen >= 0x80)
    {
      g_autofree char *folded = g_utf8_casefold (text, -1);

      return strstr (folded, search) != NULL;
    }
  return FALSE;
}

static gboolean
matches (const Pass *pass,
         guint32 code)
{
  InkValue value = pass->cells->values[code];
  g_autofree char *text = NULL;

  if (value.kind == INK_KIND_TEXT)
    return contains (value.text, pass->search, pass->length);
  text = ink_value_to_text (value);
  return contains (text, pass->search, pass->length);
}

/* --- Many --- */

static gpointer
run_pass (gpointer data)
{
  Pass *pass = data;

  for (guint32 i = pass->first; i < pass->end; i++)
    {
      guint32 code = pass->among != NULL ? pass->among[i] : i;

      if (pass->cells->cells[code].rows > 0 && (pass->length == 0 || matches (pass, code)))
        pass->found[pass->n_found++] = code;
    }
  return NULL;
}

static void
run_in_two (Pass *whole)
{
  guint32 middle = whole->first + (whole->end - whole->first) / 2;
  Pass low = *whole, high = *whole;
  GThread *thread;

  low.end = high.first = middle;
  high.found = whole->found + (middle - whole->first);
  thread = g_thread_new ("ink-search", run_pass, &high);
  run_pass (&low);
  g_thread_join (thread);
  memmove (whole->found + low.n_found, high.found, high.n_found * sizeof *high.found);
  whole->n_found = low.n_found + high.n_found;
}

guint32 *
ink_value_cells_search (const InkValueCells *cells,
                        const char *search,
                        const guint32 *among,
                        guint32 n_among,
                        guint32 *n_found)
{
  g_autofree char *folded = g_utf8_casefold (search, -1);
  guint32 first = among != NULL ? 0 : 1;
  guint32 end = among != NULL ? n_among : MAX (cells->n_values, 1);
  Pass pass = { cells, folded, strlen (folded), among, first, end, NULL, 0 };

  pass.found = g_new (guint32, (gsize) (end - first) + 1);
  if (pass.length > 0 && end - first >= VALUES_FOR_TWO_THREADS && g_get_num_processors () > 1)
    run_in_two (&pass);
  else
    run_pass (&pass);
  *n_found = pass.n_found;
  return pass.found;
}
