/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the sampled cells of one column say about it. */

#include "config.h"

#include "import/ink-column-stats.h"

#include <string.h>

#include "import/ink-pseudonym.h"

static gboolean
is_one_of (const char *text,
           gsize length,
           const char *const *words,
           gboolean match_case)
{
  for (; *words != NULL; words++)
    if (strlen (*words) == length
        && (match_case ? memcmp (text, *words, length) == 0
                       : g_ascii_strncasecmp (text, *words, length) == 0))
      return TRUE;
  return FALSE;
}

gboolean
ink_cell_is_missing (const char *text,
                     gsize length)
{
  static const char *const words[] = { "-",   "--",   "---",       "n/a",   "#n/a", "null", "\\n",
                                       "nan", "none", "(not set)", "<null>", NULL };

  /* Asked of every text of an import, of which hardly any begins like one of these. */
  static const guint8 may_begin[256]
      = { [' '] = 1, ['-'] = 1, ['n'] = 1, ['N'] = 1, ['#'] = 1, ['\\'] = 1, ['('] = 1, ['<'] = 1 };

  g_return_val_if_fail (text != NULL || length == 0, TRUE);

  if (length > 0 && !may_begin[(guint8) *text])
    return FALSE;
  while (length > 0 && *text == ' ')
    text++, length--;
  while (length > 0 && text[length - 1] == ' ')
    length--;
  if (length == 0)
    return TRUE;
  if (length > 9)
    return FALSE;
  return is_one_of (text, length, words, FALSE);
}

int
ink_cell_get_flag (const char *text,
                   gsize length)
{
  static const char *const yes[] = { "1", "yes", "true", "won", "y", "t", "ja", "oui", "si", NULL };
  static const char *const no[] = { "0", "no", "false", "lost", "n", "f", "nein", "non", NULL };

  g_return_val_if_fail (text != NULL || length == 0, -1);

  if (length == 0 || length > 5)
    return -1;
  if (is_one_of (text, length, yes, FALSE))
    return 1;
  return is_one_of (text, length, no, FALSE) ? 0 : -1;
}

void
ink_cell_unguard (const char **text,
                  guint32 *length)
{
  g_return_if_fail (text != NULL && length != NULL);

  if (*length >= 3 && (*text)[0] == '=' && (*text)[1] == '"' && (*text)[*length - 1] == '"')
    {
      *text += 2;
      *length -= 3;
    }
  else if (*length >= 2 && (*text)[0] == '\''
           && (g_ascii_isdigit ((*text)[1]) || strchr ("+-=@", (*text)[1]) != NULL))
    {
      *text += 1;
      *length -= 1;
    }
}

/* + and digits, or digits parted as people write them; never a bare number. */
static gboolean
is_phone (const char *text,
          gsize length)
{
  guint digits = 0;
  guint marks = 0;

  if (length < 8 || length > 22 || (text[0] != '+' && text[0] != '(' && !g_ascii_isdigit (text[0])))
    return FALSE;
  for (gsize i = text[0] == '+'; i < length; i++)
    {
      if (g_ascii_isdigit (text[i]))
        digits++;
      else if (strchr (" ()-/", text[i]) != NULL)
        marks++;
      else
        return FALSE;
    }
  return digits >= 7 && digits <= 15 && (text[0] == '+' || (marks > 0 && text[0] == '('));
}

static gboolean
is_ip (const char *text,
       gsize length)
{
  char copy[48];

  if (length < 7 || length >= sizeof copy)
    return FALSE;
  memcpy (copy, text, length);
  copy[length] = '\0';
  return g_hostname_is_ip_address (copy);
}

static void
read_text (InkColumnStats *stats,
           const char *text,
           guint32 length)
{
  int flag;

  if (length > 2 && (text[0] == '=' || text[0] == '\''))
    {
      guint32 before = length;

      ink_cell_unguard (&text, &length);
      stats->guarded += length != before;
    }
  flag = ink_cell_get_flag (text, length);
  stats->flags += flag >= 0;
  stats->yes += flag == 1;
  stats->booleans += (length == 4 && g_ascii_strncasecmp (text, "true", 4) == 0)
                     || (length == 5 && g_ascii_strncasecmp (text, "false", 5) == 0);
  stats->emails += ink_pseudonym_wanted (text, length);
  stats->phones += is_phone (text, length);
  stats->ips += is_ip (text, length);
  stats->urls += length > 8 && memchr (text, ':', MIN (length, 8)) != NULL
                 && g_strstr_len (text, MIN (length, 12), "://") != NULL;
  ink_number_guess_add (&stats->number, text, length);
  ink_time_guess_add (&stats->time, text, length);
}

static void
read_cell (InkColumnStats *stats,
           InkCell cell,
           GHashTable *seen)
{
  g_autofree char *copy = NULL;

  if (cell.kind == INK_CELL_EMPTY)
    return;
  if (cell.kind == INK_CELL_TEXT && ink_cell_is_missing (cell.text, cell.length))
    {
      stats->missing++;
      return;
    }
  stats->cells++;
  stats->texts += cell.kind == INK_CELL_TEXT;
  copy = g_strndup (cell.text, cell.length);
  if (g_hash_table_add (seen, g_steal_pointer (&copy)))
    stats->distinct++;
  read_text (stats, cell.text, cell.length);
}

void
ink_column_stats_read (InkColumnStats *stats,
                       const InkImportSample *sample,
                       guint column)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_return_if_fail (stats != NULL && sample != NULL);

  *stats = (InkColumnStats){ 0 };
  for (guint row = 0; row < sample->rows->len; row++)
    read_cell (stats, ink_import_sample_get (sample, row, column), seen);
  stats->number_style = ink_number_guess_end (&stats->number);
  for (guint row = 0; row < sample->rows->len; row++)
    {
      InkCell cell = ink_import_sample_get (sample, row, column);
      double number;

      if (cell.kind != INK_CELL_EMPTY && !ink_cell_is_missing (cell.text, cell.length))
        {
          if (stats->guarded > 0)
            ink_cell_unguard (&cell.text, &cell.length);
          stats->numbers += ink_number_style_parse (&stats->number_style, cell.text, cell.length,
                                                    &number);
        }
    }
}
