/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the project holds: events, properties, people and imports. */
#pragma once

#include "ui/pages/ink-page.h"

G_BEGIN_DECLS

#define INK_TYPE_DATA_PAGE (ink_data_page_get_type ())
G_DECLARE_FINAL_TYPE (InkDataPage, ink_data_page, INK, DATA_PAGE, InkPage)

/* The parts' names are "events", "properties", "people" and "imports". */
void ink_data_page_show_part (InkDataPage *self, const char *name);

G_END_DECLS
