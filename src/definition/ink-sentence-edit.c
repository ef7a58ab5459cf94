/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Edits within one part: events, conditions, values. */
#include "definition/ink-sentence-edit.h"

#include "definition/ink-definition-private.h"
#include "definition/ink-sentence-private.h"

InkRule *
ink_sentence_copy_part (const InkRule *rule,
                        const InkPartPath *path)
{
  const InkRule *part = ink_part_path_find (path, rule);

  return part != NULL ? ink_rule_copy (part) : NULL;
}

InkRule *
ink_sentence_put_back (InkRule *rule,
                       const InkPartPath *path,
                       InkRule *part)
{
  InkRule *edited = ink_sentence_replace_part (rule, path, part);

  ink_rule_unref (part);
  return edited;
}

void
ink_sentence_set_text (char **text,
                       const char *other)
{
  char *copy = g_strdup (other);

  g_free (*text);
  *text = copy;
}

InkRule *
ink_sentence_put_text (InkRule *rule,
                       const InkPartPath *path,
                       gsize member,
                       const char *text)
{
  InkRule *part = ink_sentence_copy_part (rule, path);

  g_return_val_if_fail (part != NULL && text != NULL, ink_rule_ref (rule));

  ink_sentence_set_text (G_STRUCT_MEMBER_P (part, member), text);
  return ink_sentence_put_back (rule, path, part);
}

/* --- Events and names --- */

InkRule *
ink_sentence_set_events (InkRule *rule,
                         const InkPartPath *path,
                         const char *const *names,
                         gboolean list)
{
  InkRule *part = ink_sentence_copy_part (rule, path);

  g_return_val_if_fail (part != NULL && names != NULL, ink_rule_ref (rule));

  g_strfreev (part->names);
  part->names = g_strdupv ((char **) names);
  part->one_name = !list && names[0] != NULL && names[1] == NULL;
  if (g_strv_contains (names, "*"))
    {
      g_strfreev (part->names);
      part->names = g_new0 (char *, 2);
      part->names[0] = g_strdup ("*");
      part->one_name = !list;
    }
  return ink_sentence_put_back (rule, path, part);
}

InkRule *
ink_sentence_set_name (InkRule *rule,
                       const InkPartPath *path,
                       const char *name)
{
  return ink_sentence_put_text (rule, path, G_STRUCT_OFFSET (InkRule, name), name);
}

/* --- Conditions --- */

InkRule *
ink_sentence_add_condition (InkRule *rule,
                            const InkPartPath *path,
                            gboolean on_person)
{
  InkRule *part = ink_sentence_copy_part (rule, path);

  g_return_val_if_fail (part != NULL && part->kind == INK_RULE_DOES, ink_rule_ref (rule));

  part->where = g_renew (InkCondition, part->where, part->n_where + 1);
  part->where[part->n_where] = (InkCondition){ .on_person = on_person };
  part->n_where++;
  return ink_sentence_put_back (rule, path, part);
}

InkRule *
ink_sentence_remove_condition (InkRule *rule,
                               const InkPartPath *path,
                               guint index)
{
  InkRule *part = ink_sentence_copy_part (rule, path);

  g_return_val_if_fail (part != NULL && part->kind == INK_RULE_DOES && index < part->n_where,
                        ink_rule_ref (rule));

  ink_condition_clear (&part->where[index]);
  for (guint i = index + 1; i < part->n_where; i++)
    part->where[i - 1] = part->where[i];
  part->n_where--;
  return ink_sentence_put_back (rule, path, part);
}

/* A copy of the part, to be changed, by its condition at @index; NULL where it has none. */
static InkCondition *
copy_condition (const InkRule *rule,
                const InkPartPath *path,
                guint index,
                InkRule **part)
{
  *part = ink_sentence_copy_part (rule, path);
  if (*part != NULL && index < (*part)->n_where)
    return &(*part)->where[index];
  g_clear_pointer (part, ink_rule_unref);

  return NULL;
}

static void
clear_values (InkCondition *condition)
{
  for (guint i = 0; i < condition->n_values; i++)
    if (condition->values[i].kind == INK_KIND_TEXT)
      g_free ((char *) condition->values[i].text);
  g_clear_pointer (&condition->values, g_free);
  condition->n_values = 0;
}

InkRule *
ink_sentence_set_property (InkRule *rule,
                           const InkPartPath *path,
                           guint index,
                           const char *property,
                           gboolean on_person)
{
  InkRule *part;
  InkCondition *condition = copy_condition (rule, path, index, &part);

  g_return_val_if_fail (condition != NULL, ink_rule_ref (rule));

  if (g_strcmp0 (condition->property, property) != 0)
    clear_values (condition);
  ink_sentence_set_text (&condition->property, property);
  condition->on_person = on_person || part->kind == INK_RULE_PERSON;
  return ink_sentence_put_back (rule, path, part);
}

static gboolean
takes_list (InkOp op)
{
  return op == INK_OP_IN || op == INK_OP_NOT_IN;
}

static guint
max_values (InkOp op)
{
  if (op == INK_OP_IS_SET || op == INK_OP_IS_NOT_SET)
    return 0;
  if (takes_list (op))
    return G_MAXUINT;
  return op == INK_OP_BETWEEN ? 2 : 1;
}

static void
cut_values (InkCondition *condition,
            guint max)
{
  while (condition->n_values > max)
    {
      InkValue *last = &condition->values[--condition->n_values];

      if (last->kind == INK_KIND_TEXT)
        g_free ((char *) last->text);
    }
}

/* A list holds no gaps. */
static void
drop_gaps (InkCondition *condition)
{
  guint n = 0;

  for (guint i = 0; i < condition->n_values; i++)
    if (condition->values[i].kind != INK_KIND_ABSENT)
      condition->values[n++] = condition->values[i];
  condition->n_values = n;
}

/* Comparisons that only numbers and times take. */
static gboolean
is_of_numbers (InkOp op)
{
  return op == INK_OP_GREATER || op == INK_OP_AT_LEAST || op == INK_OP_LESS || op == INK_OP_AT_MOST
         || op == INK_OP_BETWEEN;
}

InkRule *
ink_sentence_pick_property (InkRule *rule,
                            const InkPartPath *path,
                            guint index,
                            const char *property,
                            gboolean on_person,
                            gboolean is_number)
{
  const InkRule *part = ink_part_path_find (path, rule);
  g_autoptr (InkRule) with = NULL;
  InkOp op;

  g_return_val_if_fail (part != NULL && index < part->n_where, ink_rule_ref (rule));

  op = part->where[index].op;
  with = ink_sentence_set_property (rule, path, index, property, on_person);
  if (g_strcmp0 (part->where[index].property, property) == 0)
    return g_steal_pointer (&with);
  if (is_number && op == INK_OP_IS)
    return ink_sentence_set_op (with, path, index, INK_OP_AT_LEAST);
  if (!is_number && is_of_numbers (op))
    return ink_sentence_set_op (with, path, index, INK_OP_IS);

  return g_steal_pointer (&with);
}

InkRule *
ink_sentence_set_op (InkRule *rule,
                     const InkPartPath *path,
                     guint index,
                     InkOp op)
{
  InkRule *part;
  InkCondition *condition = copy_condition (rule, path, index, &part);

  g_return_val_if_fail (condition != NULL && op < INK_N_OPS, ink_rule_ref (rule));

  condition->op = op;
  cut_values (condition, max_values (op));
  if (takes_list (op))
    drop_gaps (condition);
  return ink_sentence_put_back (rule, path, part);
}

InkRule *
ink_sentence_set_case (InkRule *rule,
                       const InkPartPath *path,
                       guint index,
                       gboolean match_case)
{
  InkRule *part;
  InkCondition *condition = copy_condition (rule, path, index, &part);

  g_return_val_if_fail (condition != NULL, ink_rule_ref (rule));

  condition->match_case = match_case;
  return ink_sentence_put_back (rule, path, part);
}

InkRule *
ink_sentence_set_values (InkRule *rule,
                         const InkPartPath *path,
                         guint index,
                         const InkValue *values,
                         guint n_values)
{
  InkRule *part;
  InkCondition *condition = copy_condition (rule, path, index, &part);

  g_return_val_if_fail (condition != NULL, ink_rule_ref (rule));

  clear_values (condition);
  condition->values = g_new0 (InkValue, MAX (n_values, 1));
  for (guint i = 0; i < n_values; i++)
    condition->values[i] = ink_value_keep (values[i]);
  condition->n_values = n_values;
  cut_values (condition, max_values (condition->op));
  return ink_sentence_put_back (rule, path, part);
}

InkRule *
ink_sentence_set_value (InkRule *rule,
                        const InkPartPath *path,
                        guint index,
                        guint item,
                        InkValue value)
{
  const InkRule *part = ink_part_path_find (path, rule);
  g_autofree InkValue *values = NULL;
  const InkCondition *condition;
  guint n;

  g_return_val_if_fail (part != NULL && index < part->n_where, ink_rule_ref (rule));
  condition = &part->where[index];
  g_return_val_if_fail (item < max_values (condition->op), ink_rule_ref (rule));

  n = MAX (condition->n_values, item + 1);
  values = g_new0 (InkValue, n);
  for (guint i = 0; i < condition->n_values; i++)
    values[i] = condition->values[i];
  values[item] = value;
  return ink_sentence_set_values (rule, path, index, values, n);
}
