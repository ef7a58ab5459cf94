/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The personas as cards in their order, which is changed by dragging, keys and menus. */
#pragma once

#include "ui/widgets/ink-persona-card.h"

#include "base/ink-table.h"

G_BEGIN_DECLS

#define INK_TYPE_PERSONA_LIST (ink_persona_list_get_type ())
/* Signals: "edited" (InkDefinition *, label, key: pointer, two strings): the project with other
 * personas, what was done, and what soon joins the same step (nullable); "removed" (string: what to
 * say of it), after "edited"; "activated" (string: the name of the persona whose people are asked
 * for). */
G_DECLARE_FINAL_TYPE (InkPersonaList, ink_persona_list, INK, PERSONA_LIST, GtkWidget)

void ink_persona_list_set_view       (InkPersonaList *self, InkView *view);
void ink_persona_list_set_definition (InkPersonaList *self, InkDefinition *definition);
/* The tables of ink_personas_overview_query_new; NULL where they are not known. */
void ink_persona_list_set_tables     (InkPersonaList *self, const InkTable *personas,
                                      const InkTable *warnings);
/* Shows the persona @id and begins to change its name, once it is there. */
void ink_persona_list_begin_with     (InkPersonaList *self, const char *id);

/* The id of the persona that the keyboard is in; nullable, to be freed. */
char *ink_persona_list_get_focused (InkPersonaList *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
