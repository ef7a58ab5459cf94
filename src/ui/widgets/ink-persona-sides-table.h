/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Personas side by side as one table that can be walked by row: everything that stands in the grid, with
 * how many people are behind it and how sure it is. */
#pragma once

#include "analysis/ink-answer.h"

G_BEGIN_DECLS

/* @answer: of ink_personas_compare_query_new(). Rows: a fact, goal or value after the other, each for
 * every persona. Columns: what, persona, value (text), people, share, low, high, rest_share. */
InkTable *ink_persona_sides_table_new (const InkAnswer *answer) G_GNUC_WARN_UNUSED_RESULT;
/* "First channel" for "first channel". */
char     *ink_persona_name_property   (const char *property) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
