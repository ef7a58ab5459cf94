/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A number to be typed; a length of time has a unit beside it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define INK_TYPE_NUMBER_ENTRY (ink_number_entry_get_type ())
/* Signal "edited" (double): the user made it another number; NaN: there is none any more. */
G_DECLARE_FINAL_TYPE (InkNumberEntry, ink_number_entry, INK, NUMBER_ENTRY, GtkWidget)

/* @label: what a screen reader calls it. @seconds: it is a length of time. */
GtkWidget *ink_number_entry_new        (const char *label, gboolean seconds) G_GNUC_WARN_UNUSED_RESULT;
void       ink_number_entry_set_seconds (InkNumberEntry *self, gboolean seconds);
/* NaN: empty. A length of time gets the largest unit in which it is a whole number. */
void       ink_number_entry_set_number (InkNumberEntry *self, double number);
double     ink_number_entry_get_number (InkNumberEntry *self);

/* As people type it: with the locale's decimal sign or a point, with or without groups. FALSE where
 * it is no number. */
gboolean   ink_number_entry_read       (const char *text, double *number);

G_END_DECLS
