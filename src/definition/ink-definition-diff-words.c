/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Changes as words: only what differs. */
#include "config.h"

#include "definition/ink-definition-diff.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "definition/ink-contrast.h"
#include "definition/ink-definition-json.h"
#include "definition/ink-definition-private.h"
#include "definition/ink-json-tree.h"

/* Characters of a list in the project, such as its stages. */
#define MAX_PROJECT_SIDE 160

/* --- Fields --- */

/* Appends "; LABEL was → is" where they differ. @label: (nullable) */
static void
put_field (GString *words,
           const char *label,
           const char *before,
           const char *after)
{
  g_autofree char *difference = NULL;

  if (g_strcmp0 (before, after) == 0)
    return;

  difference = ink_contrast (before != NULL ? before : "", after != NULL ? after : "");
  if (words->len > 0)
    g_string_append (words, "; ");
  if (label != NULL)
    g_string_append_printf (words, "%s ", label);
  g_string_append (words, difference);
}

static void
put_rules (GString *words,
           const char *label,
           const InkRule *before,
           const InkRule *after)
{
  g_autofree char *was = before != NULL ? ink_rule_to_words (before) : NULL;
  g_autofree char *is = after != NULL ? ink_rule_to_words (after) : NULL;

  put_field (words, label, was, is);
}

/* --- Kinds --- */

static char *
value_to_words (const InkGoal *goal)
{
  g_autofree char *fixed = NULL;

  if (goal->value_property != NULL)
    return g_strdup (goal->value_property);
  if (!goal->has_fixed_value)
    return NULL;

  fixed = ink_number_to_text (goal->fixed_value);
  return g_steal_pointer (&fixed);
}

static void
put_goals (GString *words,
           const InkGoal *before,
           const InkGoal *after)
{
  g_autofree char *was = value_to_words (before);
  g_autofree char *is = value_to_words (after);

  put_rules (words, NULL, before->rule, after->rule);
  put_field (words, _("kind"), before->kind == INK_GOAL_MACRO ? _("macro") : _("micro"),
             after->kind == INK_GOAL_MACRO ? _("macro") : _("micro"));
  put_field (words, _("stage"), before->stage, after->stage);
  put_field (words, _("value"), was, is);
  put_field (words, _("colour"), before->colour, after->colour);
  put_field (words, _("icon"), before->icon, after->icon);
  put_field (words, _("note"), before->note, after->note);
}

static void
put_personas (GString *words,
              const InkPersona *before,
              const InkPersona *after)
{
  put_rules (words, NULL, before->rule, after->rule);
  put_field (words, _("colour"), before->colour, after->colour);
  put_field (words, _("note"), before->note, after->note);
}

static void
put_follow_ups (GString *words,
                const InkFollowUp *before,
                const InkFollowUp *after)
{
  put_rules (words, NULL, before->rule, after->rule);
  put_field (words, _("note"), before->note, after->note);
}

static char *
steps_to_words (const InkFunnel *funnel)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < funnel->n_steps; i++)
    {
      g_autofree char *label = ink_step_to_label (&funnel->steps[i]);

      g_string_append_printf (words, "%s%s%s", i > 0 ? ", " : "", label,
                              funnel->steps[i].optional ? _(" (optional)") : "");
    }
  return g_strdup (words->str);
}

static char *
comparison_to_words (const InkFunnel *funnel)
{
  static const char *const by[] = {
    [INK_COMPARE_NONE] = N_("nothing"),      [INK_COMPARE_PERSONA] = N_("persona"),
    [INK_COMPARE_PERSON] = N_("people's"),   [INK_COMPARE_PERIOD] = N_("the period before"),
    [INK_COMPARE_PROPERTY] = N_("events'"),
  };
  g_autofree char *properties
      = funnel->compare_properties != NULL ? g_strjoinv (", ", funnel->compare_properties) : NULL;
  g_autoptr (GString) words = g_string_new (_(by[funnel->compare]));

  if (properties != NULL)
    g_string_append_printf (words, " %s", properties);
  if (funnel->take == INK_TAKE_LAST)
    g_string_append (words, _(" (last)"));
  else if (funnel->take == INK_TAKE_STEP)
    g_string_append_printf (words, _(" (step %u)"), funnel->take_step);
  else if (funnel->take == INK_TAKE_EACH)
    g_string_append (words, _(" (each)"));
  if (funnel->limit > 0)
    g_string_append_printf (words, _(", up to %u groups"), funnel->limit);
  return g_strdup (words->str);
}

static void
put_funnels (GString *words,
             const InkFunnel *before,
             const InkFunnel *after)
{
  g_autofree char *old_steps = steps_to_words (before);
  g_autofree char *new_steps = steps_to_words (after);
  g_autofree char *old_words = ink_funnel_to_words (before);
  g_autofree char *new_words = ink_funnel_to_words (after);
  g_autofree char *old_comparison = comparison_to_words (before);
  g_autofree char *new_comparison = comparison_to_words (after);

  put_field (words, _("steps"), old_steps, new_steps);
  put_field (words, NULL, old_words, new_words);
  put_field (words, _("compared by"), old_comparison, new_comparison);
  put_field (words, _("note"), before->note, after->note);
}

static const char *
renamed_format (guint item_class)
{
  static const char *const formats[INK_N_ITEMS] = {
    [INK_ITEM_GOAL] = N_("Renamed goal “%s” to “%s”"),
    [INK_ITEM_PERSONA] = N_("Renamed persona “%s” to “%s”"),
    [INK_ITEM_FUNNEL] = N_("Renamed funnel “%s” to “%s”"),
    [INK_ITEM_FOLLOW_UP] = N_("Renamed follow-up “%s” to “%s”"),
  };

  return _(formats[item_class]);
}

/* Puts the two names into a translated format, whatever else that holds. */
static char *
rename_to_words (guint item_class,
                 const char *was,
                 const char *is)
{
  g_auto (GStrv) around = g_strsplit (renamed_format (item_class), "%s", 3);

  if (g_strv_length (around) != 3)
    return g_strdup (is);
  return g_strconcat (around[0], was, around[1], is, around[2], NULL);
}

static char *
item_to_words (guint item_class,
               gpointer before,
               gpointer after)
{
  const InkItemClass *class = &ink_item_classes[item_class];
  const char *was = ink_item_name (class, before), *is = ink_item_name (class, after);
  gboolean renamed = g_strcmp0 (was, is) != 0;
  g_autoptr (GString) words = g_string_new (NULL);

  if (item_class == INK_ITEM_GOAL)
    put_goals (words, before, after);
  else if (item_class == INK_ITEM_PERSONA)
    put_personas (words, before, after);
  else if (item_class == INK_ITEM_FUNNEL)
    put_funnels (words, before, after);
  else
    put_follow_ups (words, before, after);

  if (renamed && words->len == 0)
    return rename_to_words (item_class, was, is);
  if (renamed)
    g_string_append_printf (words, _("; was called “%s”"), was);
  /* Such as an event in a list of one: written otherwise, meant alike. */
  if (words->len == 0)
    g_string_append (words, _("changed"));
  return g_strdup_printf (_("%s: %s"), is, words->str);
}

/* A definition with the one value @json; NULL where it cannot be read. */
static InkDefinition *
read_item (const InkItemClass *class,
           const char *json)
{
  g_autofree char *text
      = g_strdup_printf ("{\"inkling\": 1, \"%s\": [%s]}", class->list, json);
  g_autoptr (InkDefinition) definition = ink_definition_restore_json (text, -1, NULL, NULL);

  if (definition == NULL || ink_item_array (definition, class)[0] == NULL)
    return NULL;
  return g_steal_pointer (&definition);
}

static char *
added_to_words (guint item_class,
                const char *name)
{
  static const char *const formats[INK_N_ITEMS] = {
    [INK_ITEM_GOAL] = N_("Added goal “%s”"),
    [INK_ITEM_PERSONA] = N_("Added persona “%s”"),
    [INK_ITEM_FUNNEL] = N_("Added funnel “%s”"),
    [INK_ITEM_FOLLOW_UP] = N_("Added follow-up “%s”"),
  };
  g_auto (GStrv) around = g_strsplit (_(formats[item_class]), "%s", 2);

  return g_strconcat (around[0], name, around[1], NULL);
}

static char *
removed_to_words (guint item_class,
                  const char *name)
{
  static const char *const formats[INK_N_ITEMS] = {
    [INK_ITEM_GOAL] = N_("Removed goal “%s”"),
    [INK_ITEM_PERSONA] = N_("Removed persona “%s”"),
    [INK_ITEM_FUNNEL] = N_("Removed funnel “%s”"),
    [INK_ITEM_FOLLOW_UP] = N_("Removed follow-up “%s”"),
  };
  g_auto (GStrv) around = g_strsplit (_(formats[item_class]), "%s", 2);

  return g_strconcat (around[0], name, around[1], NULL);
}

static char *
item_change_to_words (guint item_class,
                      const char *before,
                      const char *after)
{
  const InkItemClass *class = &ink_item_classes[item_class];
  g_autoptr (InkDefinition) old = before != NULL ? read_item (class, before) : NULL;
  g_autoptr (InkDefinition) new = after != NULL ? read_item (class, after) : NULL;
  gpointer was = old != NULL ? ink_item_array (old, class)[0] : NULL;
  gpointer is = new != NULL ? ink_item_array (new, class)[0] : NULL;

  if (was != NULL && is != NULL)
    return item_to_words (item_class, was, is);
  if (is != NULL)
    return added_to_words (item_class, ink_item_name (class, is));
  if (was != NULL)
    return removed_to_words (item_class, ink_item_name (class, was));
  return g_strdup (_("Changed"));
}

/* --- What stands beside them --- */

static const struct
{
  const char *id;
  const char *name;
} project_names[] = {
  { "time_zone", N_("Time zone") },
  { "export_time", N_("End of the export") },
  { "stages", N_("Stages") },
  { "main", N_("Main goal") },
  { "passive", N_("Passive events") },
  { "hidden", N_("Hidden events") },
  { "labels", N_("Readable names") },
  { "settings", N_("Settings") },
  { "notes", N_("Notes") },
  { "report", N_("Report") },
};

static const char *
name_of_project (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (project_names); i++)
    if (g_str_equal (id, project_names[i].id))
      return _(project_names[i].name);

  return id;
}

static char *
order_to_words (const char *kind)
{
  if (g_str_equal (kind, "goal"))
    return g_strdup (_("Order of goals changed"));
  if (g_str_equal (kind, "persona"))
    return g_strdup (_("Order of personas changed"));
  if (g_str_equal (kind, "funnel"))
    return g_strdup (_("Order of funnels changed"));
  if (g_str_equal (kind, "followup"))
    return g_strdup (_("Order of follow-ups changed"));
  return g_strdup (_("Order changed"));
}

/* NULL where it is a list or an object. */
static char *
scalar_to_words (JsonNode *node)
{
  if (!JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_dup_string (node);
  return json_to_string (node, FALSE);
}

static char *
list_to_words (JsonArray *array)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *item = scalar_to_words (json_array_get_element (array, i));

      if (item == NULL)
        return NULL;
      g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", item);
    }
  return g_strdup (words->str);
}

/* Such as names that people can read, by those in the data. */
static char *
members_to_words (JsonObject *object)
{
  g_autoptr (GString) words = g_string_new (NULL);
  JsonObjectIter iter;
  const char *key;
  JsonNode *value;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &key, &value))
    {
      g_autofree char *is = scalar_to_words (value);

      if (is == NULL)
        return NULL;
      g_string_append_printf (words, "%s%s “%s”", words->len > 0 ? ", " : "", key, is);
    }
  return g_strdup (words->str);
}

/* Without JSON's quotation marks and brackets; NULL where it holds more than people can read. */
static char *
json_to_words (const char *json)
{
  g_autoptr (JsonNode) root = ink_json_tree_read (json, -1, NULL, NULL);

  if (root == NULL)
    return g_strdup (json);
  if (JSON_NODE_HOLDS_ARRAY (root))
    return list_to_words (json_node_get_array (root));
  if (JSON_NODE_HOLDS_OBJECT (root))
    return members_to_words (json_node_get_object (root));
  return scalar_to_words (root);
}

/* Lists are told whole, as far as a line goes: what stayed says where the new one is. */
static char *
cut (const char *words)
{
  g_autofree char *start = NULL;

  if (words == NULL || *words == '\0')
    return g_strdup (_("nothing"));
  if (g_utf8_strlen (words, -1) <= MAX_PROJECT_SIDE)
    return g_strdup (words);
  start = g_utf8_substring (words, 0, MAX_PROJECT_SIDE - 1);
  return g_strconcat (start, "…", NULL);
}

static char *
project_to_words (const InkDefinitionChange *change)
{
  const InkItem *item = change->after != NULL ? change->after : change->before;
  g_autofree char *was = change->before != NULL ? json_to_words (change->before->json) : NULL;
  g_autofree char *is = change->after != NULL ? json_to_words (change->after->json) : NULL;
  g_autofree char *old = cut (was), *new = cut (is);

  if ((change->before != NULL && was == NULL) || (change->after != NULL && is == NULL))
    return g_strdup_printf (_("%s: %s"), name_of_project (item->id), _("changed"));
  /* Translators: a setting of the project, what it was, what it is. */
  return g_strdup_printf (_("%s: %s → %s"), name_of_project (item->id), old, new);
}

static char *
slide_to_words (const InkDefinitionChange *change)
{
  const InkItem *item = change->after != NULL ? change->after : change->before;
  int number = item->position + 1;

  if (change->before == NULL)
    return g_strdup_printf (_("Added slide %d"), number);
  if (change->after == NULL)
    return g_strdup_printf (_("Removed slide %d"), number);
  return g_strdup_printf (_("Slide %d: %s"), number, _("changed"));
}

/**
 * ink_definition_change_to_words:
 * @change: of ink_definition_diff(), or as it was kept
 *
 * Returns: (transfer full): a line for the change log; where a kept change can no longer be read,
 *   that something changed
 */
char *
ink_definition_change_to_words (const InkDefinitionChange *change)
{
  const InkItem *item;

  g_return_val_if_fail (change != NULL, NULL);
  g_return_val_if_fail (change->before != NULL || change->after != NULL, NULL);

  item = change->after != NULL ? change->after : change->before;
  if (ink_definition_change_is_move (change))
    return order_to_words (item->kind);
  for (guint i = 0; i < INK_N_ITEMS; i++)
    if (g_str_equal (item->kind, ink_item_classes[i].kind))
      return item_change_to_words (i, change->before != NULL ? change->before->json : NULL,
                                   change->after != NULL ? change->after->json : NULL);
  return g_str_equal (item->kind, "slide") ? slide_to_words (change) : project_to_words (change);
}
