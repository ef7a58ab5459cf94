/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Values as names of groups, numbered: of one property, or of several as a JSON list. */
#pragma once

#include "analysis/ink-scope.h"

G_BEGIN_DECLS

/* The number of the group that is named "": nothing is known. */
#define INK_LABEL_MISSING 0

typedef enum
{
  INK_LABELS_OF_EVENT,
  INK_LABELS_OF_PERSON, /* as known at the export's end */
  INK_LABELS_OF_EITHER, /* the event's, else the person's */
} InkLabelsOf;

typedef struct _InkLabels InkLabels;

InkLabels  *ink_labels_new      (InkScope *scope, const char *const *properties, InkLabelsOf of,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
void        ink_labels_free     (InkLabels *labels);
/* The group of the event @row of @person (@row is not read for labels of persons). */
guint32     ink_labels_find     (InkLabels *labels, guint32 person, guint32 row);
guint32     ink_labels_size     (const InkLabels *labels);
const char *ink_labels_get_name (const InkLabels *labels, guint32 label);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkLabels, ink_labels_free)

G_END_DECLS
