/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bench-definitions.h"

#include "board-edits.h"
#include "definition/ink-definition-json.h"
#include "sample/ink-sample.h"

/* Each asked for twice, beside what the sample's own goals ask. */
static const char *const more_micros[] = {
  "Viewed Page", "Viewed Pricing", "Copied Snippet", "Expanded Section",
  "Watched Video", "Saved to List", "Downloaded Checklist", "Downloaded Template",
  "Used ROI Calculator", "Signed Up", "Searched Glossary", NULL,
};

static const struct
{
  const char *name;
  const char *event;
  guint times;
} more_personas[] = { { "Watches videos", "Watched Video", 2 }, { "Reads", "Viewed Page", 8 } };

InkDefinition *
bench_make_sample (void)
{
  g_autofree char *json = ink_sample_definition_json ();

  return bench_board_parse (json);
}

static InkRule *
make_rule (const char *event,
           guint times)
{
  g_autofree char *json = g_strdup_printf (
      "{\"does\": \"%s\", \"times\": {\"at_least\": %u}}", event, times);

  return ink_rule_from_json (json, -1, "bench", NULL, NULL, NULL);
}

/* Takes @definition. */
static InkDefinition *
add_micro (InkDefinition *definition,
           const char *event)
{
  g_autoptr (InkDefinition) before = definition;
  g_autoptr (InkRule) rule = make_rule (event, 2);
  g_autofree char *name = g_strdup_printf ("%s, twice", event);
  g_autoptr (InkGoal) goal = ink_goal_new (name, rule);

  return ink_definition_with_goal (before, goal);
}

/* Takes @definition. */
static InkDefinition *
add_persona (InkDefinition *definition,
             const char *name,
             const char *event,
             guint times)
{
  g_autoptr (InkDefinition) before = definition;
  g_autoptr (InkRule) rule = make_rule (event, times);
  g_autoptr (InkPersona) persona = ink_persona_new (name, rule);

  return ink_definition_with_persona (before, persona);
}

InkDefinition *
bench_make_twenty_by_five (void)
{
  InkDefinition *definition = bench_make_sample ();

  for (guint i = 0; definition != NULL && more_micros[i] != NULL; i++)
    definition = add_micro (definition, more_micros[i]);
  for (guint i = 0; definition != NULL && i < G_N_ELEMENTS (more_personas); i++)
    definition = add_persona (definition, more_personas[i].name, more_personas[i].event,
                              more_personas[i].times);

  return definition;
}
