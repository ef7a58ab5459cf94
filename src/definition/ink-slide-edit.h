/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Edits of the report's slides. Each gives a new definition; places count from 0. */
#pragma once

#include "definition/ink-definition.h"
#include "definition/ink-slide.h"

G_BEGIN_DECLS

guint          ink_definition_get_n_slides (const InkDefinition *definition);
/* Beyond the end is the end. */
InkDefinition *ink_definition_insert_slide (InkDefinition *definition, guint place,
                                            const InkSlide *slide) G_GNUC_WARN_UNUSED_RESULT;
InkDefinition *ink_definition_replace_slide (InkDefinition *definition, guint place,
                                             const InkSlide *slide) G_GNUC_WARN_UNUSED_RESULT;
InkDefinition *ink_definition_without_slide (InkDefinition *definition, guint place)
    G_GNUC_WARN_UNUSED_RESULT;
InkDefinition *ink_definition_move_slide   (InkDefinition *definition, guint from, guint to)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
