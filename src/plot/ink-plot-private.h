/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a plot holds. */
#pragma once

#include "plot/ink-plot.h"

G_BEGIN_DECLS

struct _InkPlot
{
  char *title;
  char *subtitle;
  char *caption;
  char *description;
  char *message;
  GPtrArray *labels; /* of char *, by datum */
  GPtrArray *marks;  /* of InkMark */
  GArray *series;    /* of InkColour; empty: the theme's */
  InkScale scales[INK_N_SCALES];
  guint nice[INK_N_SCALES];
  InkSides insets;
  double strip_height;
  double strip_gap;
};

G_END_DECLS
