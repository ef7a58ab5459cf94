/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Properties of the Data page: what events and people carry, and how completely. */
#pragma once

#include "ui/pages/ink-data-part.h"

G_BEGIN_DECLS

#define INK_TYPE_DATA_PROPERTIES (ink_data_properties_get_type ())
/* Signal "opened" (const char *name, InkOn as uint): the user wants to see one closely. */
G_DECLARE_FINAL_TYPE (InkDataProperties, ink_data_properties, INK, DATA_PROPERTIES, InkDataPart)

G_END_DECLS
