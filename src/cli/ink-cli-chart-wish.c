/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/ink-cli-chart-wish.h"

#include "base/ink-error.h"

#include <glib/gi18n-lib.h>

/* A slide's picture. */
#define DEFAULT_WIDTH 960
#define DEFAULT_HEIGHT 540
#define LARGEST_SIDE 10000

void
ink_cli_chart_wish_clear (InkCliChartWish *wish)
{
  g_free (wish->output);
  g_free (wish->steps);
  g_free (wish->theme);
  g_free (wish->persona);
  g_free (wish->from);
  g_free (wish->to);
  g_free (wish->period);
  g_free (wish->preset);
}

static gboolean
find_kind (InkCliChartWish *wish,
           const char *id,
           GError **error)
{
  g_autoptr (GString) known = g_string_new (NULL);

  wish->kind = ink_chart_find (id);
  if (wish->kind != NULL)
    return TRUE;

  for (guint i = 0; ink_chart_kinds ()[i] != NULL; i++)
    g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", ink_chart_kinds ()[i]->id);
  g_set_error (error, INK_ERROR, INK_ERROR_USAGE, _ ("There is no chart '%s'. There are: %s."), id,
               known->str);
  return FALSE;
}

/* What a picture is for says how large it is, unless the call does. */
static gboolean
find_size (InkCliChartWish *wish,
           GError **error)
{
  g_autoptr (GString) known = g_string_new (NULL);

  if (wish->preset == NULL)
    {
      wish->width = wish->width != 0 ? wish->width : DEFAULT_WIDTH;
      wish->height = wish->height != 0 ? wish->height : DEFAULT_HEIGHT;
      return TRUE;
    }

  wish->size = ink_picture_size_find (wish->preset);
  for (guint i = 0; ink_picture_sizes ()[i] != NULL; i++)
    g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", ink_picture_sizes ()[i]->id);
  if (wish->size == NULL)
    g_set_error (error, INK_ERROR, INK_ERROR_USAGE, _ ("%s takes one of: %s."), "--preset",
                 known->str);
  else if (wish->width != 0 || wish->height != 0)
    g_set_error_literal (error, INK_ERROR, INK_ERROR_USAGE,
                         _ ("Give a size with --preset, or with --width and --height, not both."));
  else
    {
      wish->width = (int) wish->size->width;
      wish->height = (int) wish->size->height;
      return TRUE;
    }

  return FALSE;
}

static gboolean
find_theme (InkCliChartWish *wish,
            GError **error)
{
  InkPictureLook look = { wish->size, wish->dark, wish->transparent };

  if (wish->dark && wish->theme != NULL)
    {
      g_set_error_literal (error, INK_ERROR, INK_ERROR_USAGE,
                           _ ("Give either --dark or --theme."));
      return FALSE;
    }
  if (wish->theme == NULL && (wish->dark || wish->size != NULL))
    wish->look = ink_picture_look_get_theme (&look);
  else
    wish->look = ink_theme_find (wish->theme != NULL ? wish->theme : "slide");
  if (wish->look != NULL)
    return TRUE;

  g_set_error (error, INK_ERROR, INK_ERROR_USAGE,
               _ ("There is no theme '%s'. There are: light, dark, contrast, slide, print."),
               wish->theme);
  return FALSE;
}

static gboolean
find_period (InkCliChartWish *wish,
             GError **error)
{
  static const char *const words[] = { "day", "week", "month" };

  wish->by = INK_PERIOD_WEEK;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (wish->period, words[i]) == 0)
      wish->by = i;
  if (wish->period == NULL || g_str_equal (words[wish->by], wish->period))
    return TRUE;

  g_set_error (error, INK_ERROR, INK_ERROR_USAGE, _ ("%s takes one of: %s."), "--period",
               "day, week, month");
  return FALSE;
}

static gboolean
check_sizes (const InkCliChartWish *wish,
             GError **error)
{
  if (wish->width >= 100 && wish->width <= LARGEST_SIDE && wish->height >= 100
      && wish->height <= LARGEST_SIDE && wish->scale >= 1 && wish->scale <= 4)
    return TRUE;

  g_set_error (error, INK_ERROR, INK_ERROR_USAGE,
               _ ("Width and height take points from 100 to %d, the scale a number from 1 to 4."),
               LARGEST_SIDE);
  return FALSE;
}

gboolean
ink_cli_chart_wish_check (InkCliChartWish *wish,
                          const char *kind,
                          GError **error)
{
  if (!find_kind (wish, kind, error) || !find_size (wish, error) || !find_theme (wish, error)
      || !find_period (wish, error) || !check_sizes (wish, error))
    return FALSE;

  wish->exporter = ink_exporter_find_for_path (wish->output, error);
  return wish->exporter != NULL;
}
