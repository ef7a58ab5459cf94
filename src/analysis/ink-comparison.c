/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Operators over values: text without case, numbers as text, times and whole days. */
#include "analysis/ink-comparison.h"

#include <string.h>

/* One side of the comparison that stands in the definition, in every form that it may take. */
typedef struct
{
  InkKind kind;
  char *text;
  gboolean is_number;
  double number;
  gboolean is_time;
  gint64 first; /* a bare date covers a day */
  gint64 last;
} Operand;

struct _InkComparison
{
  InkOp op; /* without its 'not' */
  gboolean negated;
  gboolean match_case;
  Operand *operands;
  guint n_operands;
  GString *buffer;
};

static InkOp
without_not (InkOp op)
{
  switch ((int) op)
    {
    case INK_OP_IS_NOT:
      return INK_OP_IS;
    case INK_OP_NOT_IN:
      return INK_OP_IN;
    case INK_OP_NOT_CONTAINS:
      return INK_OP_CONTAINS;
    case INK_OP_IS_NOT_SET:
      return INK_OP_IS_SET;
    default:
      return op;
    }
}

static char *
fold (const char *text,
      gboolean match_case)
{
  return match_case ? g_strdup (text) : g_utf8_casefold (text, -1);
}

static void
operand_init (Operand *operand,
              const InkScope *scope,
              InkValue value,
              gboolean match_case)
{
  g_autofree char *text = ink_value_to_text (value);

  operand->kind = value.kind;
  operand->text = fold (text, match_case);
  operand->is_number = ink_value_as_number (value, &operand->number);
  if (value.kind == INK_KIND_TIME)
    {
      operand->is_time = TRUE;
      operand->first = operand->last = value.time;
    }
  else if (value.kind == INK_KIND_TEXT)
    {
      operand->is_time = ink_scope_parse_time (scope, value.text, FALSE, &operand->first)
                         && ink_scope_parse_time (scope, value.text, TRUE, &operand->last);
    }
}

/**
 * ink_comparison_new:
 * @scope: gives the time zone of bare dates
 * @condition: what is asked; need not outlive the comparison
 *
 * Returns: (transfer full): the comparison
 */
InkComparison *
ink_comparison_new (const InkScope *scope,
                    const InkCondition *condition)
{
  InkComparison *comparison;

  g_return_val_if_fail (scope != NULL, NULL);
  g_return_val_if_fail (condition != NULL, NULL);

  comparison = g_new0 (InkComparison, 1);
  comparison->op = without_not (condition->op);
  comparison->negated = comparison->op != condition->op;
  comparison->match_case = condition->match_case;
  comparison->n_operands = condition->n_values;
  comparison->operands = g_new0 (Operand, condition->n_values + 1);
  for (guint i = 0; i < condition->n_values; i++)
    operand_init (&comparison->operands[i], scope, condition->values[i], condition->match_case);
  comparison->buffer = g_string_new (NULL);

  return comparison;
}

void
ink_comparison_free (InkComparison *comparison)
{
  if (comparison == NULL)
    return;
  for (guint i = 0; i < comparison->n_operands; i++)
    g_free (comparison->operands[i].text);
  g_free (comparison->operands);
  g_string_free (comparison->buffer, TRUE);
  g_free (comparison);
}

/* The text of @value as operands have theirs. Plain ASCII, which most values are, is folded without
 * taking memory. */
static const char *
read_text (InkComparison *comparison,
           InkValue value)
{
  g_autofree char *owned = NULL;
  const char *text = value.text;
  gsize length, i;

  if (value.kind != INK_KIND_TEXT)
    text = owned = ink_value_to_text (value);
  if (comparison->match_case)
    {
      g_string_assign (comparison->buffer, text);
      return comparison->buffer->str;
    }

  length = strlen (text);
  g_string_set_size (comparison->buffer, length);
  for (i = 0; i < length && (guint8) text[i] < 0x80; i++)
    comparison->buffer->str[i] = g_ascii_tolower (text[i]);
  if (i < length)
    {
      g_autofree char *folded = g_utf8_casefold (text, -1);

      g_string_assign (comparison->buffer, folded);
    }
  return comparison->buffer->str;
}

/* Never looks past the end, whatever the bytes. */
static const char *
next_character (const char *text)
{
  for (text++; ((guint8) *text & 0xc0) == 0x80; text++)
    ;
  return text;
}

/* A glob over the whole text: '*' any text, '?' any one character, '\' takes the next as it is.
 * Falls back to the last star only, so the work is at most the product of the lengths. */
static gboolean
matches_glob (const char *glob,
              const char *text)
{
  const char *star = NULL, *retry = NULL;

  while (*text != '\0')
    {
      const char *literal = *glob == '\\' && glob[1] != '\0' ? glob + 1 : glob;

      if (*glob == '*')
        {
          star = ++glob;
          retry = text;
        }
      else if (*glob == '?')
        {
          glob++;
          text = next_character (text);
        }
      else if (*glob != '\0' && *literal == *text)
        {
          glob = literal + 1;
          text++;
        }
      else if (star != NULL)
        {
          glob = star;
          text = retry = next_character (retry);
        }
      else
        {
          return FALSE;
        }
    }
  while (*glob == '*')
    glob++;

  return *glob == '\0';
}

/* Numbers where one side is a number and the other reads as one; times with times; else texts. */
static gboolean
is_equal (InkComparison *comparison,
          InkValue value,
          const Operand *operand)
{
  double number;

  if ((value.kind == INK_KIND_NUMBER || operand->kind == INK_KIND_NUMBER) && operand->is_number
      && ink_value_as_number (value, &number))
    return number == operand->number;
  if (value.kind == INK_KIND_TIME && operand->is_time)
    return value.time >= operand->first && value.time <= operand->last;

  return strcmp (read_text (comparison, value), operand->text) == 0;
}

static gboolean
compare_order (InkOp op,
               InkValue value,
               const Operand *operand)
{
  double number;

  if (value.kind == INK_KIND_TIME)
    {
      if (!operand->is_time)
        return FALSE;
      return op == INK_OP_GREATER    ? value.time > operand->last
             : op == INK_OP_AT_LEAST ? value.time >= operand->first
             : op == INK_OP_LESS     ? value.time < operand->first
                                     : value.time <= operand->last;
    }
  if (!operand->is_number || !ink_value_as_number (value, &number))
    return FALSE;

  return op == INK_OP_GREATER    ? number > operand->number
         : op == INK_OP_AT_LEAST ? number >= operand->number
         : op == INK_OP_LESS     ? number < operand->number
                                 : number <= operand->number;
}

/* null leaves an end open. */
static gboolean
is_between (const InkComparison *comparison,
            InkValue value)
{
  const Operand *low = &comparison->operands[0], *high = &comparison->operands[1];
  double number;

  if (comparison->n_operands < 2
      || (value.kind != INK_KIND_TIME && !ink_value_as_number (value, &number)))
    return FALSE;

  return (low->kind == INK_KIND_ABSENT || compare_order (INK_OP_AT_LEAST, value, low))
         && (high->kind == INK_KIND_ABSENT || compare_order (INK_OP_AT_MOST, value, high));
}

static gboolean
compare_text (InkComparison *comparison,
              InkValue value,
              const Operand *operand)
{
  const char *text = read_text (comparison, value);

  switch ((int) comparison->op)
    {
    case INK_OP_CONTAINS:
      return strstr (text, operand->text) != NULL;
    case INK_OP_STARTS_WITH:
      return g_str_has_prefix (text, operand->text);
    case INK_OP_ENDS_WITH:
      return g_str_has_suffix (text, operand->text);
    default:
      return matches_glob (operand->text, text);
    }
}

static gboolean
pass_present (InkComparison *comparison,
              InkValue value)
{
  switch ((int) comparison->op)
    {
    case INK_OP_IS_SET:
      return TRUE;
    case INK_OP_IS:
    case INK_OP_IN:
      for (guint i = 0; i < comparison->n_operands; i++)
        if (is_equal (comparison, value, &comparison->operands[i]))
          return TRUE;
      return FALSE;
    case INK_OP_BETWEEN:
      return is_between (comparison, value);
    case INK_OP_GREATER:
    case INK_OP_AT_LEAST:
    case INK_OP_LESS:
    case INK_OP_AT_MOST:
      return comparison->n_operands > 0
             && compare_order (comparison->op, value, &comparison->operands[0]);
    default:
      return comparison->n_operands > 0
             && compare_text (comparison, value, &comparison->operands[0]);
    }
}

/**
 * ink_comparison_pass:
 * @comparison: what is asked
 * @value: the property's value; a missing one passes the operators that deny, and no other
 */
gboolean
ink_comparison_pass (InkComparison *comparison,
                     InkValue value)
{
  g_return_val_if_fail (comparison != NULL, FALSE);

  if (value.kind == INK_KIND_ABSENT)
    return comparison->negated;
  return pass_present (comparison, value) != comparison->negated;
}

/* --- Columns of numbers --- */

/* An absent number is greater or less than nothing and equals nothing, so it passes what is
 * negated only, as it must. */
#define KEEP_WHERE(test)                                                                           \
  for (guint32 i = 0; i < n; i++)                                                                  \
    {                                                                                              \
      double number = numbers[rows[i]];                                                            \
                                                                                                   \
      kept[found] = rows[i];                                                                       \
      found += (guint32) (test) ^ negated;                                                         \
    }

static gboolean
can_keep_numbers (const InkComparison *comparison)
{
  switch ((int) comparison->op)
    {
    case INK_OP_IS_SET:
      return TRUE;
    case INK_OP_IS:
    case INK_OP_IN:
    case INK_OP_GREATER:
    case INK_OP_AT_LEAST:
    case INK_OP_LESS:
    case INK_OP_AT_MOST:
      return comparison->n_operands == 1 && comparison->operands[0].is_number;
    default:
      return FALSE;
    }
}

gboolean
ink_comparison_keep_numbers (const InkComparison *comparison,
                             const double *numbers,
                             const guint32 *rows,
                             guint32 n,
                             guint32 *kept,
                             guint32 *n_kept)
{
  guint32 found = 0, negated;
  double bound;

  g_return_val_if_fail (comparison != NULL, FALSE);

  if (!can_keep_numbers (comparison))
    return FALSE;
  negated = comparison->negated ? 1 : 0;
  bound = comparison->operands[0].number;
  if (comparison->op == INK_OP_IS_SET)
    KEEP_WHERE (number == number)
  else if (comparison->op == INK_OP_GREATER)
    KEEP_WHERE (number > bound)
  else if (comparison->op == INK_OP_AT_LEAST)
    KEEP_WHERE (number >= bound)
  else if (comparison->op == INK_OP_LESS)
    KEEP_WHERE (number < bound)
  else if (comparison->op == INK_OP_AT_MOST)
    KEEP_WHERE (number <= bound)
  else
    KEEP_WHERE (number == bound)
  *n_kept = found;

  return TRUE;
}
