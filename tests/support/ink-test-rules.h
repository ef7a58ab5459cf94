/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Rules by chance, of every form that definitions.md knows, and the definition that they fit. */
#pragma once

#include "definition/ink-definition.h"

G_BEGIN_DECLS

/* With the goals G, "Second" and "Demo booked" and the personas P and "Buyer". */
InkDefinition *ink_test_rules_base (void) G_GNUC_WARN_UNUSED_RESULT;
/* Valid in that definition; from g_test_rand_…. @depth: groups within groups at most; @moments: as
 * a goal needs. */
InkRule       *ink_test_rules_make (guint depth, gboolean moments) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
