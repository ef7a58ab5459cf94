/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Words that several charts need. */

#include "config.h"

#include "charts/ink-chart-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Within fewer days no date comes twice. */
#define MOST_DAYS 330

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

const char *
ink_chart_words_share_by_period (const InkChartOptions *options)
{
  switch (options->period)
    {
    case INK_PERIOD_DAY:
      return _("share that finished, by day of entry");
    case INK_PERIOD_MONTH:
      return _("share that finished, by month of entry");
    case INK_PERIOD_WEEK:
      break;
    }

  return _("share that finished, by week of entry");
}

char *
ink_chart_words_axis_date (const InkChartOptions *options,
                           InkPeriod period,
                           double time,
                           double first,
                           double last)
{
  gboolean with_year = period == INK_PERIOD_MONTH || !(last - first < MOST_DAYS * (double) INK_DAY);
  g_autofree char *date
      = ink_numbers_date (options->numbers, isfinite (time) ? (gint64) time : INK_TIME_NONE,
                          period, options->zone, with_year);
  g_autoptr (GString) whole = g_string_new (date);

  g_string_replace (whole, " ", "\302\240", 0);

  return g_string_free (g_steal_pointer (&whole), FALSE);
}
