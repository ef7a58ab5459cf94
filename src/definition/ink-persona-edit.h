/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Edits of personas, as new definitions with what the edit is called. Pure: no data, no window. */
#pragma once

#include "definition/ink-definition.h"

G_BEGIN_DECLS

/* Colours that are told apart, also by people who see fewer of them. */
#define INK_N_PERSONA_COLOURS 8

/* "#rrggbb", and its name in the reader's language. */
const char    *ink_persona_colour           (guint index);
const char    *ink_persona_colour_name      (guint index);
/* What the persona at @position (everyone else: their number) is drawn in; (transfer none). */
const char    *ink_persona_colour_at        (const InkDefinition *definition, guint position);

/* @wanted, or with a number after it where another persona (not @self; nullable) has that name. */
char          *ink_persona_free_name        (const InkDefinition *definition, const char *wanted,
                                             const InkPersona *self) G_GNUC_WARN_UNUSED_RESULT;
/* Its place, or -1. */
int            ink_persona_find_place       (const InkDefinition *definition, const char *id);
/* How many there are. */
guint          ink_personas_count           (const InkDefinition *definition);

/* A new one at the end, in a colour of its own. */
InkDefinition *ink_personas_with_new        (InkDefinition *definition, const char *name,
                                             InkRule *rule, char **label)
    G_GNUC_WARN_UNUSED_RESULT;
/* A copy of the persona @id right after it. All below: the same definition where there is none of
 * that id, or nothing changes; @label (out) is always set. */
InkDefinition *ink_personas_with_copy       (InkDefinition *definition, const char *id,
                                             char **label) G_GNUC_WARN_UNUSED_RESULT;
InkDefinition *ink_personas_without         (InkDefinition *definition, const char *id,
                                             char **label) G_GNUC_WARN_UNUSED_RESULT;
InkDefinition *ink_personas_with_name       (InkDefinition *definition, const char *id,
                                             const char *name, char **label)
    G_GNUC_WARN_UNUSED_RESULT;
InkDefinition *ink_personas_with_colour     (InkDefinition *definition, const char *id,
                                             const char *colour, char **label)
    G_GNUC_WARN_UNUSED_RESULT;
/* @note: "" for none. */
InkDefinition *ink_personas_with_note       (InkDefinition *definition, const char *id,
                                             const char *note, char **label)
    G_GNUC_WARN_UNUSED_RESULT;
InkDefinition *ink_personas_with_rule       (InkDefinition *definition, const char *id,
                                             InkRule *rule) G_GNUC_WARN_UNUSED_RESULT;
InkDefinition *ink_personas_moved           (InkDefinition *definition, const char *id,
                                             guint position, char **label)
    G_GNUC_WARN_UNUSED_RESULT;
/* What stands in the way of @after, the personas of @before in another order: a sentence where one
 * looks at another that would now be tried after it, which was not so before; else NULL. */
char          *ink_personas_say_circle      (const InkDefinition *before,
                                             const InkDefinition *after)
    G_GNUC_WARN_UNUSED_RESULT;
/* The names of what looks at the persona @name in its rule, joined: "“Learner”, “Calculator, no
 * demo”"; NULL where nothing does. */
char          *ink_persona_named_by         (const InkDefinition *definition, const char *name)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
