/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Named tables, and a funnel's result where there is one. */
#include "analysis/ink-answer.h"

#include <string.h>

struct _InkAnswer
{
  gatomicrefcount ref_count;
  GPtrArray *names;
  GPtrArray *tables;
  InkFunnelResult *funnel;   /* nullable */
  InkIndicators *indicators; /* nullable */
};

static void
unref_table (gpointer table)
{
  ink_table_unref (table);
}

InkAnswer *
ink_answer_new (void)
{
  InkAnswer *answer = g_new0 (InkAnswer, 1);

  g_atomic_ref_count_init (&answer->ref_count);
  answer->names = g_ptr_array_new_with_free_func (g_free);
  answer->tables = g_ptr_array_new_with_free_func (unref_table);
  return answer;
}

InkAnswer *
ink_answer_ref (InkAnswer *answer)
{
  g_return_val_if_fail (answer != NULL, NULL);

  g_atomic_ref_count_inc (&answer->ref_count);
  return answer;
}

void
ink_answer_unref (InkAnswer *answer)
{
  g_return_if_fail (answer != NULL);

  if (!g_atomic_ref_count_dec (&answer->ref_count))
    return;
  g_ptr_array_unref (answer->names);
  g_ptr_array_unref (answer->tables);
  g_clear_pointer (&answer->funnel, ink_funnel_result_unref);
  g_clear_pointer (&answer->indicators, ink_indicators_unref);
  g_free (answer);
}

/**
 * ink_answer_add_table:
 * @answer: an answer that nobody else holds yet
 * @name: such as "steps"
 * @table: (transfer full): the table
 */
void
ink_answer_add_table (InkAnswer *answer,
                      const char *name,
                      InkTable *table)
{
  g_return_if_fail (answer != NULL);
  g_return_if_fail (name != NULL && table != NULL);

  g_ptr_array_add (answer->names, g_strdup (name));
  g_ptr_array_add (answer->tables, table);
}

void
ink_answer_set_funnel (InkAnswer *answer,
                       InkFunnelResult *result)
{
  g_return_if_fail (answer != NULL);

  g_clear_pointer (&answer->funnel, ink_funnel_result_unref);
  answer->funnel = result;
}

void
ink_answer_set_indicators (InkAnswer *answer,
                           InkIndicators *indicators)
{
  g_return_if_fail (answer != NULL);

  g_clear_pointer (&answer->indicators, ink_indicators_unref);
  answer->indicators = indicators;
}

InkTable *
ink_answer_get_table (const InkAnswer *answer,
                      const char *name)
{
  g_return_val_if_fail (answer != NULL, NULL);

  for (guint i = 0; i < answer->names->len; i++)
    if (name == NULL || strcmp (g_ptr_array_index (answer->names, i), name) == 0)
      return g_ptr_array_index (answer->tables, i);
  return NULL;
}

guint
ink_answer_get_n_tables (const InkAnswer *answer)
{
  g_return_val_if_fail (answer != NULL, 0);

  return answer->names->len;
}

const char *
ink_answer_get_table_name (const InkAnswer *answer,
                           guint index)
{
  g_return_val_if_fail (answer != NULL, NULL);
  g_return_val_if_fail (index < answer->names->len, NULL);

  return g_ptr_array_index (answer->names, index);
}

InkFunnelResult *
ink_answer_get_funnel (const InkAnswer *answer)
{
  g_return_val_if_fail (answer != NULL, NULL);

  return answer->funnel;
}

InkIndicators *
ink_answer_get_indicators (const InkAnswer *answer)
{
  g_return_val_if_fail (answer != NULL, NULL);

  return answer->indicators;
}

gsize
ink_answer_get_bytes (const InkAnswer *answer)
{
  gsize bytes = sizeof *answer;

  g_return_val_if_fail (answer != NULL, 0);

  for (guint i = 0; i < answer->tables->len; i++)
    {
      const InkTable *table = g_ptr_array_index (answer->tables, i);

      bytes += 512 + (gsize) ink_table_get_n_rows (table) * ink_table_get_n_columns (table) * 16;
    }
  if (answer->funnel != NULL)
    bytes += ink_funnel_result_get_bytes (answer->funnel);
  if (answer->indicators != NULL)
    bytes += ink_indicators_get_bytes (answer->indicators);

  return bytes;
}
