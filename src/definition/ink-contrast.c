/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Two sentences against each other, word by word: the same words at both ends are left out, but
 * for what says of what it is: the unit behind a number, else the two words before. */
#include "config.h"

#include "definition/ink-contrast.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Words of what stayed that are repeated, so that "Home → Pricing" says of what. */
#define CONTEXT 2

/* Longer sides are cut. */
#define MAX_SIDE 100

/* A unit as rules in words have it, and as a menu has room for. */
static const struct
{
  const char *word;
  const char *brief;
} units[] = {
  { N_("second"), N_("s") },    { N_("seconds"), N_("s") }, { N_("minute"), N_("min") },
  { N_("minutes"), N_("min") }, { N_("hour"), N_("h") },    { N_("hours"), N_("h") },
};

/* The words of one side from @from up to, without, @to. */
typedef struct
{
  char **words;
  guint from;
  guint to;
} Side;

static gboolean
is_number (const char *word)
{
  return g_ascii_isdigit (*word) || (*word == '-' && g_ascii_isdigit (word[1]));
}

/* "·", "→" and other signs say nothing by themselves. */
static gboolean
is_sign (const char *word)
{
  for (const char *c = word; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_isalnum (g_utf8_get_char (c)))
      return FALSE;

  return TRUE;
}

static void
skip_same (Side *old,
           Side *new)
{
  while (old->from < old->to && new->from < new->to
         && g_str_equal (old->words[old->from], new->words[new->from]))
    {
      old->from++;
      new->from++;
    }
  while (old->from < old->to && new->from < new->to
         && g_str_equal (old->words[old->to - 1], new->words[new->to - 1]))
    {
      old->to--;
      new->to--;
    }
}

static gboolean
is_lone_number (const Side *side)
{
  return side->to == side->from + 1 && is_number (side->words[side->from]);
}

/* "2 times" */
static gboolean
is_amount (const Side *side)
{
  return side->to == side->from + 2 && is_number (side->words[side->from]);
}

/* Both numbers get the word behind them; what is no number gets the words before it. */
static void
add_context (Side *old,
             Side *new)
{
  guint context = MIN (old->from, CONTEXT);

  if (is_lone_number (old) && is_lone_number (new) && old->words[old->to] != NULL)
    {
      old->to++;
      new->to++;
    }
  if (is_amount (old) && is_amount (new))
    return;

  while (context > 0 && is_sign (old->words[old->from - context]))
    context--;
  old->from -= context;
  new->from -= context;
}

static const char *
shorten_unit (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_equal (word, _(units[i].word)))
      return _(units[i].brief);

  return word;
}

static void
drop_comma (GString *text)
{
  if (text->len > 0 && strchr (",;", text->str[text->len - 1]) != NULL)
    g_string_truncate (text, text->len - 1);
}

static char *
side_to_words (const Side *side)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean amount = is_amount (side);

  for (guint i = side->from; i < side->to; i++)
    {
      g_autoptr (GString) word = g_string_new (side->words[i]);

      if (i + 1 == side->to)
        drop_comma (word);
      g_string_append_printf (text, "%s%s", i > side->from ? " " : "",
                              amount ? shorten_unit (word->str) : word->str);
    }
  if (g_utf8_strlen (text->str, -1) > MAX_SIDE)
    {
      g_string_truncate (text, (gsize) (g_utf8_offset_to_pointer (text->str, MAX_SIDE)
                                        - text->str));
      g_string_append (text, "…");
    }
  return g_strdup (text->len > 0 ? text->str : _("nothing"));
}

/**
 * ink_contrast:
 * @before: a sentence, perhaps empty
 * @after: another
 *
 * Returns: (transfer full): what differs, such as "120 s → 90 s"
 */
char *
ink_contrast (const char *before,
              const char *after)
{
  g_auto (GStrv) old_words = g_strsplit (before, " ", -1);
  g_auto (GStrv) new_words = g_strsplit (after, " ", -1);
  Side old = { old_words, 0, g_strv_length (old_words) };
  Side new = { new_words, 0, g_strv_length (new_words) };
  g_autofree char *was = NULL;
  g_autofree char *is = NULL;

  skip_same (&old, &new);
  add_context (&old, &new);
  was = side_to_words (&old);
  is = side_to_words (&new);
  /* Translators: what it was and what it is now. */
  return g_strdup_printf (_("%s → %s"), was, is);
}
