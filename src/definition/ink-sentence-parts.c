/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Edits of a rule's parts: adding, removing, moving, grouping. */
#include "definition/ink-definition-private.h"
#include "definition/ink-sentence-edit.h"

/* A file may be nested no deeper than INK_JSON_TREE_MAX_DEPTH, and a group takes two levels of it;
 * nobody reads what is deeper than this. */
#define MAX_DEPTH 30

static gboolean
is_group (const InkRule *rule)
{
  return rule->kind == INK_RULE_ALL || rule->kind == INK_RULE_ANY;
}

/* --- The tree --- */

static InkRule *
with_children (const InkRule *rule,
               GPtrArray *children)
{
  InkRule *copy = ink_rule_copy (rule);

  ink_rule_set_children (copy, (InkRule **) children->pdata, children->len);
  return copy;
}

static GPtrArray *
list_children (const InkRule *rule)
{
  GPtrArray *children = g_ptr_array_new_with_free_func ((GDestroyNotify) ink_rule_unref);

  for (guint i = 0; i < rule->n_children; i++)
    g_ptr_array_add (children, ink_rule_ref (rule->children[i]));

  return children;
}

static InkRule *
replace (InkRule *rule,
         const InkPartPath *path,
         guint level,
         InkRule *part)
{
  g_autoptr (GPtrArray) children = NULL;
  guint index;

  if (level == path->depth)
    return ink_rule_ref (part);

  children = list_children (rule);
  index = path->steps[level];
  g_ptr_array_insert (children, (int) index,
                      replace (rule->children[index], path, level + 1, part));
  g_ptr_array_remove_index (children, index + 1);
  return with_children (rule, children);
}

InkRule *
ink_sentence_replace_part (InkRule *rule,
                           const InkPartPath *path,
                           InkRule *part)
{
  g_return_val_if_fail (rule != NULL && part != NULL, NULL);
  g_return_val_if_fail (ink_part_path_find (path, rule) != NULL, ink_rule_ref (rule));

  return replace (rule, path, 0, part);
}

static InkRule *
make_group (InkRuleKind kind,
            InkRule *first,
            InkRule *second)
{
  InkRule *group = ink_rule_new (kind);
  InkRule *children[] = { first, second };

  ink_rule_set_children (group, children, second != NULL ? 2 : 1);
  return group;
}

static InkRule *
make_not (InkRule *part)
{
  return make_group (INK_RULE_NOT, part, NULL);
}

InkRule *
ink_sentence_new_part (InkRuleKind kind)
{
  InkRule *part = ink_rule_new (kind);

  part->one_name = kind == INK_RULE_DOES;
  if (kind == INK_RULE_PERSON)
    {
      part->where = g_new0 (InkCondition, 1);
      part->where[0].on_person = TRUE;
      part->n_where = 1;
    }
  return part;
}

/* --- Adding --- */

static InkRule *
append (InkRule *rule,
        const InkPartPath *path,
        guint position,
        InkRule *part,
        InkPartPath *added)
{
  const InkRule *group = ink_part_path_find (path, rule);
  g_autoptr (GPtrArray) children = list_children (group);
  g_autoptr (InkRule) wider = NULL;

  g_ptr_array_insert (children, (int) MIN (position, children->len), ink_rule_ref (part));
  if (added != NULL)
    *added = ink_part_path_child (path, MIN (position, group->n_children));
  wider = with_children (group, children);
  return ink_sentence_replace_part (rule, path, wider);
}

InkRule *
ink_sentence_add_part (InkRule *rule,
                       const InkPartPath *path,
                       InkRuleKind kind,
                       InkRule *part,
                       InkPartPath *added)
{
  const InkRule *at = ink_part_path_find (path, rule);
  InkPartPath outer, parent;
  g_autoptr (InkRule) group = NULL;
  guint index;

  g_return_val_if_fail (at != NULL && part != NULL, NULL);
  g_return_val_if_fail (kind == INK_RULE_ALL || kind == INK_RULE_ANY, NULL);

  outer = ink_part_path_outer (path, rule);
  if (at->kind == kind && ink_part_path_equal (&outer, path))
    return append (rule, path, G_MAXUINT, part, added);
  if (ink_part_path_parent (&outer, &parent, &index)
      && ink_part_path_find (&parent, rule)->kind == kind)
    return append (rule, &parent, index + 1, part, added);
  if (added != NULL)
    *added = *path;
  if (outer.depth >= MAX_DEPTH)
    return ink_rule_ref (rule);

  group = make_group (kind, (InkRule *) ink_part_path_find (&outer, rule), part);
  if (added != NULL)
    *added = ink_part_path_child (&outer, 1);
  return ink_sentence_replace_part (rule, &outer, group);
}

InkRule *
ink_sentence_group_part (InkRule *rule,
                         const InkPartPath *path,
                         InkRuleKind kind)
{
  InkPartPath outer = ink_part_path_outer (path, rule);
  g_autoptr (InkRule) group = NULL;

  g_return_val_if_fail (kind == INK_RULE_ALL || kind == INK_RULE_ANY, NULL);

  if (outer.depth >= MAX_DEPTH)
    return ink_rule_ref (rule);

  group = make_group (kind, (InkRule *) ink_part_path_find (&outer, rule), NULL);
  return ink_sentence_replace_part (rule, &outer, group);
}

/* --- Removing and moving --- */

InkRule *
ink_sentence_remove_part (InkRule *rule,
                          const InkPartPath *path)
{
  g_autoptr (GPtrArray) children = NULL;
  g_autoptr (InkRule) rest = NULL;
  const InkRule *group;
  InkPartPath outer, parent;
  guint index;

  g_return_val_if_fail (ink_part_path_find (path, rule) != NULL, ink_rule_ref (rule));

  outer = ink_part_path_outer (path, rule);
  if (!ink_part_path_parent (&outer, &parent, &index))
    return NULL;
  group = ink_part_path_find (&parent, rule);
  if (group->n_children == 1)
    return ink_sentence_remove_part (rule, &parent);

  children = list_children (group);
  g_ptr_array_remove_index (children, index);
  rest = children->len == 1 ? ink_rule_ref (g_ptr_array_index (children, 0))
                            : with_children (group, children);
  return ink_sentence_replace_part (rule, &parent, rest);
}

/* The group that the part stands in and its place there; FALSE where there is no such place. */
static gboolean
find_place (const InkRule *rule,
            const InkPartPath *path,
            int by,
            InkPartPath *parent,
            guint *index)
{
  InkPartPath outer = ink_part_path_outer (path, rule);
  gint64 place;

  if (!ink_part_path_parent (&outer, parent, index))
    return FALSE;

  place = (gint64) *index + by;
  return place >= 0 && place < ink_part_path_find (parent, rule)->n_children;
}

gboolean
ink_sentence_can_move_part (const InkRule *rule,
                            const InkPartPath *path,
                            int by)
{
  InkPartPath parent;
  guint index;

  return find_place (rule, path, by, &parent, &index);
}

InkRule *
ink_sentence_move_part (InkRule *rule,
                        const InkPartPath *path,
                        int by,
                        InkPartPath *moved)
{
  g_autoptr (GPtrArray) children = NULL;
  g_autoptr (InkRule) group = NULL;
  InkPartPath parent, outer = ink_part_path_outer (path, rule);
  guint index, place;

  if (moved != NULL)
    *moved = *path;
  if (!find_place (rule, path, by, &parent, &index))
    return ink_rule_ref (rule);

  place = (guint) ((int) index + by);
  children = list_children (ink_part_path_find (&parent, rule));
  g_ptr_array_insert (children, (int) place, g_ptr_array_steal_index (children, index));
  group = with_children (ink_part_path_find (&parent, rule), children);
  if (moved != NULL)
    moved->steps[outer.depth - 1] = place;
  return ink_sentence_replace_part (rule, &parent, group);
}

/* --- Ungrouping --- */

gboolean
ink_sentence_can_ungroup (const InkRule *rule,
                          const InkPartPath *path)
{
  const InkRule *group = ink_part_path_find (path, rule);
  InkPartPath outer = ink_part_path_outer (path, rule), parent;

  if (group == NULL || !is_group (group))
    return FALSE;
  if (group->n_children == 1)
    return TRUE;

  return ink_part_path_equal (&outer, path) && ink_part_path_parent (path, &parent, NULL)
         && ink_part_path_find (&parent, rule)->kind == group->kind;
}

InkRule *
ink_sentence_ungroup (InkRule *rule,
                      const InkPartPath *path)
{
  const InkRule *group = ink_part_path_find (path, rule);
  g_autoptr (GPtrArray) children = NULL;
  g_autoptr (InkRule) wider = NULL;
  InkPartPath parent;
  guint index = 0;

  if (!ink_sentence_can_ungroup (rule, path))
    return ink_rule_ref (rule);
  if (group->n_children == 1)
    return ink_sentence_replace_part (rule, path, group->children[0]);

  ink_part_path_parent (path, &parent, &index);
  children = list_children (ink_part_path_find (&parent, rule));
  g_ptr_array_remove_index (children, index);
  for (guint i = 0; i < group->n_children; i++)
    g_ptr_array_insert (children, (int) (index + i), ink_rule_ref (group->children[i]));
  wider = with_children (ink_part_path_find (&parent, rule), children);
  return ink_sentence_replace_part (rule, &parent, wider);
}

/* --- The words before a part --- */

/* @part in the place of the one at @path and its 'not'. */
static InkRule *
put_in_place (InkRule *rule,
              const InkPartPath *path,
              InkRule *part,
              gboolean negated)
{
  InkPartPath outer = ink_part_path_outer (path, rule);
  g_autoptr (InkRule) negation = negated ? make_not (part) : ink_rule_ref (part);

  return ink_sentence_replace_part (rule, &outer, negation);
}

InkRule *
ink_sentence_set_group (InkRule *rule,
                        const InkPartPath *path,
                        InkRuleKind kind,
                        gboolean negated)
{
  const InkRule *at = ink_part_path_find (path, rule);
  g_autoptr (InkRule) group = NULL;

  g_return_val_if_fail (at != NULL && at->n_children > 0, ink_rule_ref (rule));
  g_return_val_if_fail (kind == INK_RULE_ALL || kind == INK_RULE_ANY || kind == INK_RULE_NOT,
                        ink_rule_ref (rule));

  if (kind == INK_RULE_NOT)
    return ink_rule_ref (rule);

  group = ink_rule_copy (at);
  group->kind = kind;
  return put_in_place (rule, path, group, negated);
}

static gboolean
has_options (InkRuleKind kind)
{
  return kind == INK_RULE_DOES || kind == INK_RULE_GOAL;
}

/* What a goal carries, an event carries, too; the other way round all but where and total. */
static InkRule *
convert (const InkRule *from,
         InkRuleKind kind)
{
  InkRule *to;

  if (from->kind == kind)
    return ink_rule_copy (from);

  to = ink_sentence_new_part (kind);
  if (!has_options (from->kind) || !has_options (kind))
    return to;
  to->first_time = from->first_time;
  to->between = ink_dates_copy (&from->between);
  to->after = g_strdup (from->after);
  to->times = from->times;
  if (from->after != NULL || from->times.given || from->within.kind == INK_SPAN_FIRST_DAYS)
    to->within = from->within;
  return to;
}

InkRule *
ink_sentence_set_verb (InkRule *rule,
                       const InkPartPath *path,
                       InkRuleKind kind,
                       gboolean negated)
{
  const InkRule *at = ink_part_path_find (path, rule);
  g_autoptr (InkRule) part = NULL;

  g_return_val_if_fail (at != NULL && at->n_children == 0, ink_rule_ref (rule));

  part = convert (at, kind);
  return put_in_place (rule, path, part, negated);
}
