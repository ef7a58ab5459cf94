/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a popover holds in which values are picked: those of the data with their counts, searched by
 * a part of the text, and whatever is typed.
 *
 * Asks only while it is shown. */
#pragma once

#include <gtk/gtk.h>

#include "analysis/ink-values-query.h"
#include "ui/ink-view.h"

G_BEGIN_DECLS

#define INK_TYPE_VALUE_PICKER (ink_value_picker_get_type ())
/* Signals:
 * "picked" (GArray of InkValue, pointer): these hold now: one, or all that are ticked. Its texts
 *   live as long as the call.
 * "done": nothing more is to be picked: close the popover. */
G_DECLARE_FINAL_TYPE (InkValuePicker, ink_value_picker, INK, VALUE_PICKER, GtkWidget)

GtkWidget *ink_value_picker_new        (void) G_GNUC_WARN_UNUSED_RESULT;
/* Whose values: @of is copied. */
void       ink_value_picker_set_source (InkValuePicker *self, InkView *view,
                                        const InkValuesOf *of);
/* @many: several can be ticked (in, not_in). @typed: what is typed comes before the values that
 * contain it (contains, starts_with …). */
void       ink_value_picker_set_mode   (InkValuePicker *self, gboolean many, gboolean typed);
/* What holds now: (array length=n), copied. */
void       ink_value_picker_set_values (InkValuePicker *self, const InkValue *values, guint n);

G_END_DECLS
