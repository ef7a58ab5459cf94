/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A compiled rule: at which events it completes, and whether it holds at a moment.
 *
 * Every list of events that the rule needs is found when it is compiled, for all people at once;
 * what is asked afterwards only looks into these lists. */
#pragma once

#include "analysis/ink-scope.h"

G_BEGIN_DECLS

/* Compiles @rule. Fails on goals and personas that do not exist, on circles, on dates that cannot
 * be read, and when cancelled. The program must not outlive @scope. */
InkProgram *ink_program_new         (InkScope *scope, const InkRule *rule, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
void        ink_program_free        (InkProgram *program);

/* Whether the rule has moments at all; a goal, a step or a not_if must. */
gboolean    ink_program_has_moments (const InkProgram *program);
/* (transfer none) The events at which the rule completes, over all people. */
InkRows    *ink_program_get_moments (InkProgram *program);
gboolean    ink_program_holds       (InkProgram *program, guint32 person, InkMoment moment);
gboolean    ink_program_holds_at_end (InkProgram *program, guint32 person);

/* (transfer none) The program of the goal @name, compiled once per evaluation. */
InkProgram *ink_scope_goal          (InkScope *scope, const char *name, GError **error);
/* The persona of @person at @moment: its index, or the number of personas for everyone else. Fails
 * where a persona's rule does not compile; ink_scope_compile_personas says so beforehand. */
gboolean    ink_scope_compile_personas (InkScope *scope, GError **error);
guint       ink_scope_persona_at    (InkScope *scope, guint32 person, InkMoment moment);
/* Per person the persona at the export's end. */
guint8     *ink_scope_persona_bytes (InkScope *scope, GError **error) G_GNUC_WARN_UNUSED_RESULT;
guint       ink_scope_n_personas    (const InkScope *scope);
/* The persona's index, also of "Everyone else"; -1 where there is none of that name. */
int         ink_scope_find_persona  (const InkScope *scope, const char *name);
const char *ink_scope_persona_name  (const InkScope *scope, guint persona);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkProgram, ink_program_free)

G_END_DECLS
