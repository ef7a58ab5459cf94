/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Definitions for the sample's events, that more than one benchmark asks for. */
#pragma once

#include "definition/ink-definition.h"

G_BEGIN_DECLS

/* The sample's own goals, personas and funnels. NULL after it said what is wrong. */
InkDefinition *bench_make_sample         (void) G_GNUC_WARN_UNUSED_RESULT;
/* The same with more of them, until these are 20 micro goals and 5 personas: what the speed of
 * leading indicators is promised for. NULL after it said what is wrong. */
InkDefinition *bench_make_twenty_by_five (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
