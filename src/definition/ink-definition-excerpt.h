/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A few goals and personas as a definition of their own, and put into another one: copy and paste
 * between projects. */
#pragma once

#include "definition/ink-definition.h"
#include "events/ink-schema.h"

G_BEGIN_DECLS

/* The JSON of those goals and personas, and of every goal and persona that their rules name, with
 * the stages that they stand in. @goals, @personas: ids, NULL-terminated, nullable. */
char          *ink_definition_excerpt (const InkDefinition *definition, const char *const *goals,
                                       const char *const *personas) G_GNUC_WARN_UNUSED_RESULT;

/**
 * InkPasted: what became of an excerpt.
 * @definition: with everything that was pasted
 * @goals, @personas: ids of what is new, NULL-terminated
 */
typedef struct
{
  InkDefinition *definition;
  char **goals;
  char **personas;
} InkPasted;

void           ink_pasted_free (InkPasted *pasted);
/* @definition and what @json holds. A name that is taken becomes another ("Demo booked 2"), and the
 * pasted rules follow; what only helps the others and is there already is not there twice. A stage
 * that is not there becomes the one that lies as far along. INK_ERROR_FORMAT with a sentence where
 * the text is no definition, holds neither goals nor personas, or names what @schema has not. */
InkPasted     *ink_definition_paste (InkDefinition *definition, const char *json,
                                     const InkSchema *schema, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
/* "Pasted goal “Demo booked”", "Pasted 2 goals and 1 persona". */
char          *ink_pasted_to_words (const InkPasted *pasted) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkPasted, ink_pasted_free)

G_END_DECLS
