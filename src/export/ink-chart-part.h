/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A slide's own chart as a part of a package, with the workbook behind it. */
#pragma once

#include "charts/ink-native-chart.h"
#include "export/ink-package.h"

G_BEGIN_DECLS

/* Adds ppt/charts/chart@number.xml and its workbook, whose second sheet holds @numbers (nullable);
 * @zone: of times in it. @language: of its texts ("en-GB").
 * @width, @height: on the slide, in points. (transfer full): the part's name; NULL
 * with @error where the workbook cannot be made. */
char *ink_chart_part_add (InkPackage *package, guint number, const InkNativeChart *chart,
                          const InkTable *numbers, GTimeZone *zone, const char *language,
                          double width, double height, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
