/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Asks what the picture of a chart is for, shows how it will be, and saves it. */
#pragma once

#include "ui/widgets/ink-chart-view.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define INK_TYPE_PICTURE_DIALOG (ink_picture_dialog_get_type ())
/* Action: picture.save. */
G_DECLARE_FINAL_TYPE (InkPictureDialog, ink_picture_dialog, INK, PICTURE_DIALOG, AdwWindow)

/* Over the chart's window; it begins with what was chosen the last time. */
void ink_picture_dialog_present (InkChartView *chart);

/* The file's content as it is chosen now. NULL with @error. */
GBytes     *ink_picture_dialog_write      (InkPictureDialog *self, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
const char *ink_picture_dialog_get_ending (InkPictureDialog *self); /* "svg", "png", "pdf" */

G_END_DECLS
