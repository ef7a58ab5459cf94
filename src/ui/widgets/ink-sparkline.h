/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A word-sized line over time: its shape, without axes. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define INK_TYPE_SPARKLINE (ink_sparkline_get_type ())
G_DECLARE_FINAL_TYPE (InkSparkline, ink_sparkline, INK, SPARKLINE, GtkWidget)

GtkWidget *ink_sparkline_new        (void) G_GNUC_WARN_UNUSED_RESULT;
/* @values: (array length=n): not below 0, copied; the line stands on 0. @description: what a
 * screen reader says in its place. */
void       ink_sparkline_set_values (InkSparkline *self, const double *values, guint n,
                                     const char *description);
/* In the text's colour instead of the accent's: for dim lines, and on the accent itself. */
void       ink_sparkline_set_plain  (InkSparkline *self, gboolean plain);
/* As short as it can be. */
void       ink_sparkline_set_tiny   (InkSparkline *self, gboolean tiny);

G_END_DECLS
