/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What somebody asks for by name, or a sentence that names the nearest there is. */
#pragma once

#include "definition/ink-definition.h"

G_BEGIN_DECLS

/* (transfer none): the one of that name; NULL with @error, such as "There is no goal 'Demo boked'.
 * Did you mean 'Demo booked'?" (INK_ERROR_FAILED). */
InkGoal   *ink_definition_need_goal    (const InkDefinition *definition, const char *name,
                                        GError **error);
InkFunnel *ink_definition_need_funnel  (const InkDefinition *definition, const char *name,
                                        GError **error);
/* Whether there is one; "Everyone else" is. */
gboolean   ink_definition_need_persona (const InkDefinition *definition, const char *name,
                                        GError **error);

G_END_DECLS
