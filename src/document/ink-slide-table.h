/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A slide with a table that the window shows. */
#pragma once

#include "base/ink-table.h"
#include "definition/ink-slide.h"

G_BEGIN_DECLS

/* Keeps as many of the first rows as a slide has room for, and how many there were: @n_rows, of which
 * @table need have no more than the first. @date: an ISO day: the table is as of then. */
InkSlide *ink_slide_new_for_table (const InkTable *table, guint n_rows, const char *title,
                                   const char *date) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
