/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "definition/ink-part-path.h"

InkPartPath
ink_part_path_child (const InkPartPath *path,
                     guint index)
{
  InkPartPath child = *path;

  g_return_val_if_fail (path->depth < INK_PART_PATH_MAX, *path);

  child.steps[child.depth++] = index;
  return child;
}

gboolean
ink_part_path_parent (const InkPartPath *path,
                      InkPartPath *parent,
                      guint *index)
{
  if (path->depth == 0)
    return FALSE;

  if (index != NULL)
    *index = path->steps[path->depth - 1];
  *parent = *path;
  parent->depth--;
  return TRUE;
}

gboolean
ink_part_path_equal (const InkPartPath *a,
                     const InkPartPath *b)
{
  if (a->depth != b->depth)
    return FALSE;

  for (guint i = 0; i < a->depth; i++)
    if (a->steps[i] != b->steps[i])
      return FALSE;

  return TRUE;
}

const InkRule *
ink_part_path_find (const InkPartPath *path,
                    const InkRule *root)
{
  const InkRule *rule = root;

  for (guint i = 0; i < path->depth; i++)
    {
      if (path->steps[i] >= rule->n_children)
        return NULL;
      rule = rule->children[path->steps[i]];
    }

  return rule;
}

InkPartPath
ink_part_path_outer (const InkPartPath *path,
                     const InkRule *root)
{
  const InkRule *rule = ink_part_path_find (path, root);
  InkPartPath parent;

  if (rule == NULL || rule->kind == INK_RULE_NOT || !ink_part_path_parent (path, &parent, NULL)
      || ink_part_path_find (&parent, root)->kind != INK_RULE_NOT)
    return *path;

  return parent;
}
