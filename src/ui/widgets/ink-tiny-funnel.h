/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A funnel so small that only its shape is seen: bars that shrink, in the accent's colour. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define INK_TYPE_TINY_FUNNEL (ink_tiny_funnel_get_type ())
G_DECLARE_FINAL_TYPE (InkTinyFunnel, ink_tiny_funnel, INK, TINY_FUNNEL, GtkWidget)

/* @shares: 0 to 1, copied; none is drawn as a project without a funnel. */
GtkWidget *ink_tiny_funnel_new (const double *shares, guint n) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
