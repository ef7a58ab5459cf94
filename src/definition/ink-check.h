/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Checks of names and circles while a file is being read. Private. */
#pragma once

#include "definition/ink-read.h"
#include "events/ink-schema.h"

G_BEGIN_DECLS

/**
 * InkCheck: what is known. @all is the definition that the checked one becomes part of.
 */
typedef struct _InkCheck InkCheck;

InkCheck *ink_check_new  (InkRead *read, const InkSchema *schema, InkDefinition *all,
                          GPtrArray *warnings) G_GNUC_WARN_UNUSED_RESULT;
void      ink_check_free (InkCheck *check);

gboolean  ink_check_rule       (InkCheck *check, const InkPlace *place, const InkRule *rule);
gboolean  ink_check_funnel     (InkCheck *check, const InkPlace *place, const InkFunnel *funnel);
gboolean  ink_check_definition (InkCheck *check, const InkDefinition *definition);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkCheck, ink_check_free)

G_END_DECLS
