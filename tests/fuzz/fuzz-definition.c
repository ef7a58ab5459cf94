/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Definition files, funnels of --steps and kept changes: whatever is taken is written and read
 * again as the same, said in words, and taken apart and put together. */
#include "definition/ink-definition-check.h"
#include "definition/ink-definition-diff.h"
#include "definition/ink-definition-json.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static const InkEventInfo events[] = { { "A" }, { "B" } };
static const InkPropertyInfo properties[] = { { "p", INK_ON_EVENT }, { "r", INK_ON_PERSON } };
static const InkSchema schema = { events, 2, properties, 2 };

static void
say (const InkDefinition *definition)
{
  for (guint i = 0; definition->goals[i] != NULL; i++)
    g_free (ink_rule_to_words (definition->goals[i]->rule));
  for (guint i = 0; definition->personas[i] != NULL; i++)
    g_free (ink_rule_to_words (definition->personas[i]->rule));
  for (guint i = 0; definition->funnels[i] != NULL; i++)
    g_free (ink_funnel_to_words (definition->funnels[i]));
}

static void
check_diff (InkDefinition *definition)
{
  g_autoptr (InkDefinition) empty = ink_definition_new_empty ();
  g_autoptr (GPtrArray) changes = ink_definition_diff (empty, definition);
  g_autoptr (InkDefinition) there = ink_definition_apply (empty, changes, FALSE, NULL);
  g_autoptr (InkDefinition) back = NULL;

  g_assert_true (there != NULL && ink_definition_equal (there, definition));
  back = ink_definition_apply (there, changes, TRUE, NULL);
  g_assert_true (back != NULL && ink_definition_equal (back, empty));
  for (guint i = 0; i < changes->len; i++)
    g_free (ink_definition_change_to_words (g_ptr_array_index (changes, i)));
  g_free (ink_definition_changes_to_words (changes));
}

static void
read_file (const char *text,
           gssize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (InkDefinition) definition
      = ink_definition_from_json (text, length, "f.json", NULL, NULL, &error);
  g_autoptr (InkDefinition) again = NULL, merged = NULL;
  g_autofree char *json = NULL;

  g_assert_true ((definition == NULL) == (error != NULL));
  if (definition == NULL)
    return;

  json = ink_definition_to_json (definition);
  again = ink_definition_from_json (json, -1, NULL, NULL, NULL, NULL);
  g_assert_true (again != NULL && ink_definition_equal (definition, again));
  merged = ink_definition_merge (definition, again);
  g_assert_true (ink_definition_check (merged, NULL, NULL));
  ink_definition_check (definition, &schema, NULL);
  say (definition);
  check_diff (definition);
}

static void
read_changes (const char *text,
              gssize length)
{
  g_autoptr (InkDefinition) empty = ink_definition_new_empty ();
  g_autoptr (GPtrArray) changes = ink_definition_changes_from_json (text, length, NULL);
  g_autoptr (InkDefinition) result
      = changes != NULL ? ink_definition_apply (empty, changes, FALSE, NULL) : NULL;

  if (changes != NULL)
    g_free (ink_definition_changes_to_words (changes));
  if (result != NULL)
    say (result);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (InkFunnel) funnel
      = ink_funnel_from_json (text, (gssize) size, "steps.json", &schema, NULL, warnings, NULL);

  read_file (text, (gssize) size);
  read_changes (text, (gssize) size);
  return 0;
}
