/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whether a compiled rule holds at the export's end, for all people at once: node by node over
 * arrays, instead of person by person over nodes. */
#pragma once

#include "analysis/ink-program.h"

G_BEGIN_DECLS

/* Per person whether @program holds for them: what ink_program_holds_at_end() says of each. */
guint8 *ink_everybody_holds    (InkProgram *program, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Per person the first of the personas of @scope, all of which are compiled, that holds. */
guint8 *ink_everybody_personas (InkScope *scope, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
