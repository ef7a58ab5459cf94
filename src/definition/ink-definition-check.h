/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whether every name that a definition uses is there, and nothing goes round in circles. */
#pragma once

#include "definition/ink-definition.h"
#include "events/ink-schema.h"

G_BEGIN_DECLS

/* For editors: @definition names only goals and personas that it has, and events and properties
 * that @schema has (unchecked where NULL or empty). @error says where by path. */
gboolean ink_definition_check (InkDefinition *definition, const InkSchema *schema,
                               GError **error);

G_END_DECLS
