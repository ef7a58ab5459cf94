/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-event-groups.h"

#include "definition/ink-board-edit.h"

#include <glib/gi18n-lib.h>

/* In a project of fewer people every event is worth a look. */
#define MANY_PEOPLE 1000
#define RARE_SHARE 0.0005

/* Words of a name, folded: "PageView" and "page_view" are "page" and "view". */
static char **
split (const char *name)
{
  g_autoptr (GString) words = g_string_new (NULL);
  gboolean was_lower = FALSE;

  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (!g_unichar_isalnum (letter) || (was_lower && g_unichar_isupper (letter)))
        g_string_append_c (words, ' ');
      if (g_unichar_isalnum (letter))
        g_string_append_unichar (words, g_unichar_tolower (letter));
      was_lower = g_unichar_islower (letter);
    }

  return g_strsplit (words->str, " ", -1);
}

static gboolean
has_any (char **words,
         const char *const *of)
{
  for (guint i = 0; of[i] != NULL; i++)
    if (g_strv_contains ((const char *const *) words, of[i]))
      return TRUE;

  return FALSE;
}

static gboolean
is_page (const char *event,
         char **words)
{
  static const char *const one[] = { "pageview", "pageviews", "screenview", NULL };
  static const char *const things[] = { "page", "screen", NULL };
  static const char *const seen[] = { "view",    "viewed", "views", "visit", "visited", "load",
                                      "loaded",  "seen",   "open",  "opened", NULL };

  return *event == '/' || g_str_has_prefix (event, "http") || has_any (words, one)
         || (has_any (words, things)
             && (has_any (words, seen) || g_strv_length (words) == 1));
}

/* Names that trackers give to what they do by themselves. */
static gboolean
is_automatic (const char *event)
{
  static const char *const names[]
      = { "session_start", "session_end",  "first_visit", "first_open", "user_engagement",
          "app_update",    "os_update",    "heartbeat",   "ping",       "identify",
          "$identify",     "$autocapture", "$pageleave",  "$opt_in",    "$set",
          "$groupidentify", "$feature_flag_called", "$web_vitals", NULL };

  return g_strv_contains (names, event);
}

InkEventGroup
ink_event_group_of (const InkDefinition *definition,
                    const char *event,
                    double people,
                    double all)
{
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (definition != NULL && event != NULL, INK_EVENTS_OWN);

  if (ink_board_is_hidden (definition, event))
    return INK_EVENTS_HIDDEN;
  if (is_automatic (event)
      || ink_board_is_passive (definition, event)
      || (all >= MANY_PEOPLE && people < all * RARE_SHARE))
    return INK_EVENTS_NOISE;
  words = split (event);

  return is_page (event, words) ? INK_EVENTS_PAGES : INK_EVENTS_OWN;
}

static gboolean
has_same_names (char **a,
                char **b)
{
  static char *none[] = { NULL };

  return g_strv_equal ((const char *const *) (void *) (a != NULL ? a : none),
                       (const char *const *) (void *) (b != NULL ? b : none));
}

static gboolean
has_same_labels (GHashTable *a,
                 GHashTable *b)
{
  GHashTableIter iter;
  gpointer name, label;

  if (g_hash_table_size (a) != g_hash_table_size (b))
    return FALSE;
  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &name, &label))
    if (g_strcmp0 (g_hash_table_lookup (b, name), label) != 0)
      return FALSE;
  return TRUE;
}

gboolean
ink_event_groups_are_same (const InkDefinition *a,
                           const InkDefinition *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return has_same_labels (a->labels, b->labels) && has_same_names (a->hidden, b->hidden)
         && has_same_names (a->passive, b->passive);
}

const char *
ink_event_group_get_title (InkEventGroup group)
{
  static const char *const titles[INK_N_EVENT_GROUPS] = {
    [INK_EVENTS_OWN] = N_ ("Events"),
    [INK_EVENTS_PAGES] = N_ ("Seen pages"),
    [INK_EVENTS_NOISE] = N_ ("Rare or automatic"),
    [INK_EVENTS_HIDDEN] = N_ ("Hidden"),
  };

  g_return_val_if_fail (group < INK_N_EVENT_GROUPS, "");

  return _ (titles[group]);
}
