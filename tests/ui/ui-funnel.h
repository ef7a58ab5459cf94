/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A small funnel and its answer, for tests of what shows it. */
#pragma once

#include "analysis/ink-query.h"
#include "support/ink-test-store.h"

static const char *const ui_funnel_rows[] = {
  "ann view 10 device=phone",  "ann cart 20 device=phone", "ann buy 30 device=phone",
  "bob view 10 device=laptop", "bob cart 20",              "cleo view 10 device=phone", NULL,
};

static inline InkFunnel *
ui_make_funnel (const char *const *names)
{
  g_autoptr (InkFunnel) empty = ink_funnel_new ("Purchase");
  g_autoptr (GArray) steps = g_array_new (FALSE, TRUE, sizeof (InkStep));
  InkFunnel *funnel;

  for (guint i = 0; names[i] != NULL; i++)
    {
      InkStep step = { .rule = ink_rule_new_does (names[i]) };

      g_array_append_val (steps, step);
    }
  funnel = ink_funnel_copy_with_steps (empty, (const InkStep *) (gpointer) steps->data,
                                       steps->len);
  for (guint i = 0; i < steps->len; i++)
    ink_rule_unref (g_array_index (steps, InkStep, i).rule);

  return funnel;
}

static inline InkAnswer *
ui_ask_funnel (InkFunnel *funnel)
{
  g_autoptr (InkEventStore) store = ink_test_import (NULL, ui_funnel_rows, NULL);
  g_autoptr (InkDefinition) empty = ink_definition_new_empty ();
  g_autoptr (InkDefinition) definition = ink_definition_with_funnel (empty, funnel);
  g_autoptr (InkQuery) query = ink_funnel_query_new (definition, funnel, NULL);
  g_autoptr (GError) error = NULL;
  InkAnswer *answer = ink_query_run (query, store, NULL, NULL, &error);

  g_assert_no_error (error);

  return answer;
}
