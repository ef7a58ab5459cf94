/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where the people of a persona came from, with what, and what is known of them. */
#pragma once

#include "analysis/ink-persona-compare.h"

G_BEGIN_DECLS

/* The table "values" of ink_personas_compare_query_new. NULL with @error where a property cannot be
 * read, or when cancelled. */
InkTable *ink_persona_values_to_table (const InkPersonaComparison *comparison, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
