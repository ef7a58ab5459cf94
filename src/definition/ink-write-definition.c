/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Goals, personas, funnels, follow-ups and what stands beside them as JSON. */
#include "definition/ink-write.h"

#include <string.h>

/* --- Funnels --- */

static void
write_steps (GString *json,
             const InkFunnel *funnel)
{
  ink_json_put_key (json, "steps");
  g_string_append_c (json, '[');
  for (guint i = 0; i < funnel->n_steps; i++)
    {
      const InkStep *step = &funnel->steps[i];

      ink_json_put_comma (json);
      g_string_append_c (json, '{');
      ink_json_put_member_text (json, "name", step->name);
      ink_write_rule_members (json, step->rule);
      if (step->optional)
        {
          ink_json_put_key (json, "optional");
          ink_json_put_boolean (json, TRUE);
        }
      g_string_append_c (json, '}');
    }
  g_string_append_c (json, ']');
}

static void
write_not_if (GString *json,
              const InkFunnel *funnel)
{
  if (funnel->n_not_if == 0)
    return;

  ink_json_put_key (json, "not_if");
  g_string_append_c (json, '[');
  for (guint i = 0; i < funnel->n_not_if; i++)
    {
      const InkExclusion *not_if = &funnel->not_if[i];

      ink_json_put_comma (json);
      g_string_append (json, "{\"rule\": ");
      ink_write_rule (json, not_if->rule);
      g_string_append_printf (json, ", \"between\": [%u, %u]}", not_if->from, not_if->to);
    }
  g_string_append_c (json, ']');
}

static void
write_count (GString *json,
             const InkFunnel *funnel)
{
  switch (funnel->count)
    {
    case INK_COUNT_SESSIONS:
      ink_json_put_member_text (json, "count", "sessions");
      break;
    case INK_COUNT_TRIES:
      ink_json_put_member_text (json, "count", "tries");
      break;
    case INK_COUNT_PROPERTY:
      ink_json_put_key (json, "count");
      g_string_append_c (json, '{');
      ink_json_put_member_text (json, "prop", funnel->count_property);
      g_string_append_c (json, '}');
      break;
    case INK_COUNT_PEOPLE:
    default:
      break;
    }
}

static void
write_take (GString *json,
            const InkFunnel *funnel)
{
  g_autofree char *step = NULL;

  switch (funnel->take)
    {
    case INK_TAKE_LAST:
      ink_json_put_member_text (json, "take", "last");
      break;
    case INK_TAKE_STEP:
      step = g_strdup_printf ("step %u", funnel->take_step);
      ink_json_put_member_text (json, "take", step);
      break;
    case INK_TAKE_EACH:
      ink_json_put_member_text (json, "take", "each");
      break;
    case INK_TAKE_FIRST:
    default:
      break;
    }
}

static void
write_compare (GString *json,
               const InkFunnel *funnel)
{
  static const char *const by[] = {
    [INK_COMPARE_PERSONA] = "persona",
    [INK_COMPARE_PERSON] = "person",
    [INK_COMPARE_PERIOD] = "period",
    [INK_COMPARE_PROPERTY] = "property",
  };

  if (funnel->compare == INK_COMPARE_NONE)
    return;

  ink_json_put_key (json, "compare");
  g_string_append_c (json, '{');
  ink_json_put_member_text (json, "by", by[funnel->compare]);
  if (funnel->compare_properties != NULL)
    ink_json_put_key (json, "prop");
  if (funnel->compare_properties != NULL && funnel->compare_list)
    ink_json_put_names (json, funnel->compare_properties);
  else if (funnel->compare_properties != NULL)
    ink_json_put_text (json, funnel->compare_properties[0]);
  write_take (json, funnel);
  if (funnel->limit > 0)
    {
      ink_json_put_key (json, "limit");
      ink_json_put_number (json, funnel->limit);
    }
  g_string_append_c (json, '}');
}

void
ink_write_funnel (GString *json,
                  const InkFunnel *funnel)
{
  static const char *const orders[] = {
    [INK_ORDER_AS_LISTED] = "as_listed",
    [INK_ORDER_STRICT] = "strict",
    [INK_ORDER_ANY] = "any",
  };

  g_string_append_c (json, '{');
  ink_json_put_member_text (json, "name", funnel->name);
  write_steps (json, funnel);
  ink_json_put_member_text (json, "order", orders[funnel->order]);
  if (funnel->within.kind != INK_SPAN_NONE)
    {
      ink_json_put_key (json, "within");
      ink_write_span (json, funnel->within);
    }
  write_not_if (json, funnel);
  write_count (json, funnel);
  if (funnel->people != NULL)
    {
      ink_json_put_key (json, "people");
      ink_write_rule (json, funnel->people);
    }
  ink_write_dates (json, &funnel->between);
  write_compare (json, funnel);
  ink_json_put_member_text (json, "note", funnel->note);
  g_string_append_c (json, '}');
}

/* --- The others --- */

static void
write_rule_member (GString *json,
                   const InkRule *rule)
{
  ink_json_put_key (json, "rule");
  ink_write_rule (json, rule);
}

static void
write_goal (GString *json,
            const InkGoal *goal)
{
  ink_json_put_member_text (json, "name", goal->name);
  ink_json_put_member_text (json, "kind", goal->kind == INK_GOAL_MACRO ? "macro" : "micro");
  ink_json_put_member_text (json, "stage", goal->stage);
  write_rule_member (json, goal->rule);
  if (goal->has_fixed_value || goal->value_property != NULL)
    {
      ink_json_put_key (json, "value");
      g_string_append_c (json, '{');
      ink_json_put_member_text (json, "prop", goal->value_property);
      if (goal->has_fixed_value)
        {
          ink_json_put_key (json, "fixed");
          ink_json_put_number (json, goal->fixed_value);
        }
      g_string_append_c (json, '}');
    }
  ink_json_put_member_text (json, "colour", goal->colour);
  ink_json_put_member_text (json, "icon", goal->icon);
  ink_json_put_member_text (json, "note", goal->note);
}

static void
write_persona (GString *json,
               const InkPersona *persona)
{
  ink_json_put_member_text (json, "name", persona->name);
  ink_json_put_member_text (json, "colour", persona->colour);
  write_rule_member (json, persona->rule);
  ink_json_put_member_text (json, "note", persona->note);
}

static void
write_follow_up (GString *json,
                 const InkFollowUp *follow_up)
{
  ink_json_put_member_text (json, "name", follow_up->name);
  write_rule_member (json, follow_up->rule);
  ink_json_put_member_text (json, "note", follow_up->note);
}

void
ink_write_item (GString *json,
                guint item_class,
                gconstpointer item)
{
  if (item_class == INK_ITEM_FUNNEL)
    {
      ink_write_funnel (json, item);
      return;
    }

  g_string_append_c (json, '{');
  if (item_class == INK_ITEM_GOAL)
    write_goal (json, item);
  else if (item_class == INK_ITEM_PERSONA)
    write_persona (json, item);
  else
    write_follow_up (json, item);
  g_string_append_c (json, '}');
}

void
ink_write_note (GString *json,
                const InkNote *note)
{
  g_string_append_c (json, '{');
  ink_json_put_member_text (json, "date", note->date);
  ink_json_put_member_text (json, "text", note->text);
  g_string_append_c (json, '}');
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  return strcmp (a, b);
}

void
ink_write_texts (GString *json,
                 GHashTable *texts,
                 gboolean raw)
{
  g_autoptr (GList) keys = g_list_sort (g_hash_table_get_keys (texts), compare_keys);

  g_string_append_c (json, '{');
  for (GList *l = keys; l != NULL; l = l->next)
    {
      const char *text = g_hash_table_lookup (texts, l->data);

      ink_json_put_key (json, l->data);
      if (raw)
        g_string_append (json, text);
      else
        ink_json_put_text (json, text);
    }
  g_string_append_c (json, '}');
}
