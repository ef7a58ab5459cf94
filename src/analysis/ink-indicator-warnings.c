/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "analysis/ink-indicator-warnings.h"

#include <glib/gi18n-lib.h>

/* More names than these make no sentence. */
#define MOST_NAMES 3

static void
free_warning (gpointer data)
{
  InkIndicatorWarning *warning = data;

  g_free (warning->finding);
  g_free (warning->sentence);
  g_strfreev (warning->passive);
  g_free (warning);
}

/* Both are taken. */
static InkIndicatorWarning *
add (GPtrArray *warnings,
     char *finding,
     char *sentence)
{
  InkIndicatorWarning *warning = g_new0 (InkIndicatorWarning, 1);

  warning->finding = finding;
  warning->sentence = sentence;
  g_ptr_array_add (warnings, warning);

  return warning;
}

/* "“A”, “B” and 2 more": @n is how many names were there before @name. */
static void
append_name (GString *names,
             guint n,
             const char *name)
{
  if (n < MOST_NAMES)
    /* Translators: a goal's or an event's name in a list. */
    g_string_append_printf (names, _ ("%s“%s”"), n > 0 ? _ (", ") : "", name);
}

static void
append_more (GString *names,
             guint n)
{
  if (n > MOST_NAMES)
    g_string_append_printf (names, _ (" and %u more"), n - MOST_NAMES);
}

/* NULL with @n 0 where none has one of the verdicts. */
static char *
list_names (const InkIndicators *all,
            InkVerdict one,
            InkVerdict other,
            guint *n)
{
  g_autoptr (GString) names = g_string_new (NULL);

  *n = 0;
  for (guint i = 0; i < all->n; i++)
    {
      const InkIndicator *of = &all->indicators[i];

      if (of->verdict != one && of->verdict != other)
        continue;
      append_name (names, (*n)++, of->micro);
    }
  append_more (names, *n);

  return *n > 0 ? g_string_free (g_steal_pointer (&names), FALSE) : NULL;
}

static void
warn_of_busy (GPtrArray *warnings,
              const InkIndicators *all)
{
  guint n;
  g_autofree char *names = list_names (all, INK_VERDICT_BUSYWORK, INK_VERDICT_CROWD, &n);

  if (n == 0)
    return;
  add (warnings,
       g_strdup_printf (ngettext ("%u of your goals looks busy but says little.",
                                  "%u of your goals look busy but say little.", n),
                        n),
       /* Translators: goals' names, then the macro goal's. */
       g_strdup_printf (ngettext ("%s: people who do it go on to “%s” hardly more often than "
                                  "comparable people who have not.",
                                  "%s: people who do these go on to “%s” hardly more often than "
                                  "comparable people who have not.",
                                  n),
                        names, all->macro));
}

static void
warn_of_personas (GPtrArray *warnings,
                  const InkIndicators *all)
{
  guint n;
  g_autofree char *names = list_names (all, INK_VERDICT_DEPENDS, INK_VERDICT_DEPENDS, &n);

  if (n == 0)
    return;
  add (warnings,
       g_strdup_printf (ngettext ("%u goal means different things for different personas.",
                                  "%u goals mean different things for different personas.", n),
                        n),
       g_strdup_printf (_ ("%s: the average describes nobody. Look at each persona."), names));
}

static void
warn_of_late (GPtrArray *warnings,
              const InkIndicators *all)
{
  guint n;
  g_autofree char *names = list_names (all, INK_VERDICT_TRAILS, INK_VERDICT_LAST_STEP, &n);

  if (n == 0)
    return;
  add (warnings,
       g_strdup_printf (ngettext ("%u goal comes too late to be a sign.",
                                  "%u goals come too late to be a sign.", n),
                        n),
       /* Translators: goals' names, then the macro goal's. */
       g_strdup_printf (_ ("%s: done with “%s” or after it, not ahead of it."), names,
                        all->macro));
}

/* ---- Messages that were sent ---- */

static char *
list_events (char *const *events,
             const InkDefinition *definition)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = 0;

  for (; events[n] != NULL; n++)
    {
      const char *label = g_hash_table_lookup (definition->labels, events[n]);

      append_name (names, n, label != NULL ? label : events[n]);
    }
  append_more (names, n);

  return g_string_free (g_steal_pointer (&names), FALSE);
}

/* Names are all that is known, so this is a question rather than a finding. */
static void
warn_of_messages (GPtrArray *warnings,
                  const InkIndicators *all,
                  const InkDefinition *definition)
{
  guint n = g_strv_length (all->messages);
  g_autofree char *names = NULL;
  InkIndicatorWarning *warning;

  if (n == 0)
    return;
  names = list_events (all->messages, definition);
  warning = add (
      warnings,
      g_strdup_printf (ngettext ("%u event looks like a message that you sent.",
                                 "%u events look like messages that you sent.", n),
                       n),
      g_strdup_printf (ngettext ("%s counts as something that people do, so whoever gets many looks "
                                 "active, and every comparison here suffers. If it only happens to "
                                 "people, say so.",
                                 "%s count as something that people do, so whoever gets many looks "
                                 "active, and every comparison here suffers. If they only happen to "
                                 "people, say so.",
                                 n),
                       names));
  warning->passive = g_strdupv (all->messages);
}

/* Where nothing comes before the macro goal, the way there is all that can be looked at. */
static void
warn_of_note (GPtrArray *warnings,
              const InkIndicators *all)
{
  InkIndicatorWarning *warning
      = add (warnings, g_strdup (_ ("Before anything else.")), g_strdup (all->note));

  if (all->counts->conversions == 0)
    warning->page = "funnels";
}

GPtrArray *
ink_indicator_warnings (const InkIndicators *indicators,
                        const InkDefinition *definition)
{
  GPtrArray *warnings = g_ptr_array_new_with_free_func (free_warning);

  g_return_val_if_fail (indicators != NULL && definition != NULL, warnings);

  if (indicators->note != NULL)
    warn_of_note (warnings, indicators);
  warn_of_messages (warnings, indicators, definition);
  warn_of_personas (warnings, indicators);
  warn_of_busy (warnings, indicators);
  warn_of_late (warnings, indicators);

  return warnings;
}
