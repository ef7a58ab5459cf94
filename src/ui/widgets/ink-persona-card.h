/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One persona: its colour, name and sentence, how many people it is, and what is wrong with it. */
#pragma once

#include <gtk/gtk.h>

#include "definition/ink-definition.h"
#include "ui/ink-view.h"

G_BEGIN_DECLS

#define INK_TYPE_PERSONA_CARD (ink_persona_card_get_type ())
/* Signals: "edited" (InkDefinition *, label, field: pointer, two strings): the project with this
 * persona otherwise, what was done, and which part of it was edited (nullable); "moved" (int: by how
 * many places), "removed", "activated": the people are asked for; "opened": by the user, to change
 * the sentence. */
G_DECLARE_FINAL_TYPE (InkPersonaCard, ink_persona_card, INK, PERSONA_CARD, GtkWidget)

GtkWidget  *ink_persona_card_new          (void) G_GNUC_WARN_UNUSED_RESULT;
/* Once, before the persona; for the values that its sentence offers. */
void        ink_persona_card_set_view     (InkPersonaCard *self, InkView *view);
void        ink_persona_card_set_persona  (InkPersonaCard *self, InkDefinition *definition,
                                           guint position);
/* Open: the sentence is shown as words to be changed; else as a plain text. */
void        ink_persona_card_set_open     (InkPersonaCard *self, gboolean open);
/* (transfer none) (nullable) */
InkPersona *ink_persona_card_get_persona  (InkPersonaCard *self);
/* @people: NaN where they are not known. @warnings: (element-type utf8): sentences. */
void        ink_persona_card_set_numbers  (InkPersonaCard *self, double people, double share,
                                           GPtrArray *warnings);
/* Begins to change the name. */
void        ink_persona_card_edit_name    (InkPersonaCard *self);
/* Where a drag begins. */
GtkWidget  *ink_persona_card_get_handle   (InkPersonaCard *self);

G_END_DECLS
