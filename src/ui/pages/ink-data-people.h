/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* People of the Data page: all of them, made on demand; one opens as a timeline. */
#pragma once

#include "ui/pages/ink-data-part.h"

G_BEGIN_DECLS

#define INK_TYPE_DATA_PEOPLE (ink_data_people_get_type ())
/* Signal "opened" (const char *id). */
G_DECLARE_FINAL_TYPE (InkDataPeople, ink_data_people, INK, DATA_PEOPLE, InkDataPart)

G_END_DECLS
