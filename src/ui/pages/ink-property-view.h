/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One property: its values, its range, and which events carry it. */
#pragma once

#include "ui/pages/ink-data-part.h"

G_BEGIN_DECLS

#define INK_TYPE_PROPERTY_VIEW (ink_property_view_get_type ())
G_DECLARE_FINAL_TYPE (InkPropertyView, ink_property_view, INK, PROPERTY_VIEW, InkDataPart)

/* @on: an InkOn. */
void ink_property_view_set_property (InkPropertyView *self, const char *name, guint on);

G_END_DECLS
