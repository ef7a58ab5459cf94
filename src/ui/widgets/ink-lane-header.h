/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The head of a lane: its name, written over where it stands, how many goals are in it, a menu. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define INK_TYPE_LANE_HEADER (ink_lane_header_get_type ())
/* Signal "renamed" (const char *name). It takes the keyboard. */
G_DECLARE_FINAL_TYPE (InkLaneHeader, ink_lane_header, INK, LANE_HEADER, GtkWidget)

GtkWidget *ink_lane_header_new          (void) G_GNUC_WARN_UNUSED_RESULT;
/* @menu: (nullable): what can be done with the lane. */
void       ink_lane_header_set_lane     (InkLaneHeader *self, const char *name, guint n_goals,
                                         GMenuModel *menu);
/* It is the lane in which new goals go. */
void       ink_lane_header_set_chosen   (InkLaneHeader *self, gboolean chosen);
void       ink_lane_header_begin_rename (InkLaneHeader *self);
gboolean   ink_lane_header_is_renaming  (InkLaneHeader *self);
void       ink_lane_header_open_menu    (InkLaneHeader *self);

G_END_DECLS
