/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Words that several charts need. */

#include "config.h"

#include "charts/ink-chart-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

char *
ink_chart_words_count (const InkChartOptions *options,
                       double n)
{
  g_autofree char *count = ink_numbers_count (options->numbers, n);
  gulong plural = n >= 0 && n < G_MAXINT ? (gulong) n : 2;

  switch (options->count)
    {
    case INK_COUNT_SESSIONS:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s session", "%s sessions", plural),
                              count);
    case INK_COUNT_TRIES:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s try", "%s tries", plural), count);
    case INK_COUNT_PROPERTY:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s group", "%s groups", plural),
                              count);
    case INK_COUNT_PEOPLE:
      break;
    }

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s person", "%s people", plural), count);
}

/* What was said, then, after a dot, the next; nothing stays nothing. */
static char *
join (const char *first,
      const char *second)
{
  if (first == NULL || *first == '\0')
    return g_strdup (second);
  if (second == NULL || *second == '\0')
    return g_strdup (first);

  /* Translators: two parts of a line below a chart, such as "21 870 people" and "within 30 days".
   */
  return g_strdup_printf (C_ ("caption", "%s \302\267 %s"), first, second);
}

void
ink_chart_words_set (InkPlot *plot,
                     const InkChartOptions *options,
                     const char *finding,
                     double n,
                     const char *note)
{
  const char *subtitle = options->subtitle;
  g_autofree char *count = isfinite (n) ? ink_chart_words_count (options, n) : NULL;
  g_autofree char *basis = NULL, *caption = NULL;

  if (subtitle == NULL && options->title != NULL)
    subtitle = finding;
  if (options->rule != NULL)
    basis = join (count, options->rule);
  caption = join (basis, note);
  ink_plot_set_words (plot, options->title, subtitle, caption);
}

double
ink_chart_words_room (const InkPlot *plot,
                      const InkChartOptions *options)
{
  InkPlotRender render = { .width = options->width, .height = options->height,
                           .theme = options->theme, .numbers = options->numbers };

  return MAX (options->height - ink_plot_get_frame_height (plot, &render), 0);
}

double
ink_chart_words_width (const InkChartOptions *options,
                       InkFontRole role,
                       const char *text)
{
  InkFont font = ink_theme_get_font (options->theme, role);

  return ink_text_measure_width (ink_text_measure_get_default (), &font, text);
}

double
ink_chart_words_line (const InkChartOptions *options,
                      InkFontRole role)
{
  InkFont font = ink_theme_get_font (options->theme, role);

  return ink_text_measure_line (ink_text_measure_get_default (), &font);
}

char *
ink_chart_words_headline (const char *sentence)
{
  g_assert (sentence != NULL);

  return g_str_has_suffix (sentence, ".") ? g_strndup (sentence, strlen (sentence) - 1)
                                          : g_strdup (sentence);
}
