/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where a part stands in a rule: which child of which child. A plain value. */
#pragma once

#include "definition/ink-rule.h"

G_BEGIN_DECLS

/* Deeper than any file may be nested (INK_JSON_TREE_MAX_DEPTH). */
#define INK_PART_PATH_MAX 120

typedef struct
{
  guint depth; /* 0: the whole rule */
  guint steps[INK_PART_PATH_MAX];
} InkPartPath;

#define INK_PART_PATH_ROOT ((InkPartPath){ .depth = 0 })

InkPartPath    ink_part_path_child  (const InkPartPath *path, guint index);
/* FALSE where @path is the whole rule. @index (out, nullable): its place in its parent. */
gboolean       ink_part_path_parent (const InkPartPath *path, InkPartPath *parent, guint *index);
gboolean       ink_part_path_equal  (const InkPartPath *a, const InkPartPath *b);
/* NULL where @root has no such part. */
const InkRule *ink_part_path_find   (const InkPartPath *path, const InkRule *root);
/* The part with the 'not' that its own words say: that of {"not": X} for X, unless X is a 'not'
 * itself. */
InkPartPath    ink_part_path_outer  (const InkPartPath *path, const InkRule *root);

G_END_DECLS
