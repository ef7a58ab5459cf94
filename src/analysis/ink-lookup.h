/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A condition over the columns of an evaluation: each value of a dictionary is compared once. */
#pragma once

#include "analysis/ink-scope.h"

G_BEGIN_DECLS

typedef struct _InkLookup InkLookup;

/* @on_person: look at the person, whatever the condition says (rules of kind `person`). */
InkLookup *ink_lookup_new    (InkScope *scope, const InkCondition *condition, gboolean on_person,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
void       ink_lookup_free   (InkLookup *lookup);
/* Those of @rows, which are events, that pass. */
InkRows   *ink_lookup_keep   (InkLookup *lookup, const InkRows *rows) G_GNUC_WARN_UNUSED_RESULT;
/* The same of a condition on numbers that nobody read yet, without reading all of them. NULL without
 * @error where it needs a lookup. */
InkRows   *ink_lookup_keep_few (InkScope *scope, const InkCondition *condition,
                                const InkRows *rows, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Whether @person passes, as known before the row @end. */
gboolean   ink_lookup_person (InkLookup *lookup, guint32 person, guint32 end);
/* Sets @passes (array length=n_people) to TRUE where the person passes at the export's end, else to
 * FALSE. FALSE with @error where the property could not be read. */
gboolean   ink_lookup_people (InkLookup *lookup, guint8 *passes, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkLookup, ink_lookup_free)

G_END_DECLS
