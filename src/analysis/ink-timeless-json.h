/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A table without times as a member of the search's JSON. */
#pragma once

#include "analysis/ink-json-out.h"
#include "analysis/ink-timeless-table.h"

G_BEGIN_DECLS

/* The member "table_without_times" of the object that is being built. */
void ink_timeless_table_put_json (const InkTimelessTable *table, JsonBuilder *json);

G_END_DECLS
