/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Changes as words: only what differs, with the two words before it. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "definition/ink-definition-diff.h"
#include "definition/ink-definition-json.h"
#include "definition/ink-definition-private.h"

/* Words of what stayed that are repeated, so that "120 → 90" says of what. */
#define CONTEXT 2

/* Longer sides are cut. */
#define MAX_SIDE 100

/* --- What differs in two sentences --- */

static char *
cut_words (char **words,
           guint from,
           guint to)
{
  g_autoptr (GString) side = g_string_new (NULL);

  for (guint i = from; i < to; i++)
    g_string_append_printf (side, "%s%s", i > from ? " " : "", words[i]);
  if (g_utf8_strlen (side->str, -1) > MAX_SIDE)
    {
      g_string_truncate (side, (gsize) (g_utf8_offset_to_pointer (side->str, MAX_SIDE)
                                        - side->str));
      g_string_append (side, "…");
    }

  return g_strdup (side->len > 0 ? side->str : _("nothing"));
}

/* "at least 120 → at least 90" */
static char *
contrast (const char *before,
          const char *after)
{
  g_auto (GStrv) old = g_strsplit (before, " ", -1);
  g_auto (GStrv) new = g_strsplit (after, " ", -1);
  g_autofree char *was = NULL;
  g_autofree char *is = NULL;
  guint n_old = g_strv_length (old), n_new = g_strv_length (new), same = 0;

  while (same < n_old && same < n_new && g_str_equal (old[same], new[same]))
    same++;
  while (n_old > same && n_new > same && g_str_equal (old[n_old - 1], new[n_new - 1]))
    {
      n_old--;
      n_new--;
    }
  same -= MIN (same, CONTEXT);
  was = cut_words (old, same, n_old);
  is = cut_words (new, same, n_new);
  /* Translators: what it was and what it is now. */
  return g_strdup_printf (_("%s → %s"), was, is);
}

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

  difference = contrast (before != NULL ? before : "", after != NULL ? after : "");
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

static char *
item_to_words (guint item_class,
               gpointer before,
               gpointer after)
{
  const InkItemClass *class = &ink_item_classes[item_class];
  const char *was = ink_item_name (class, before), *is = ink_item_name (class, after);
  g_autoptr (GString) words = g_string_new (NULL);

  if (g_strcmp0 (was, is) != 0)
    g_string_append_printf (words, _("was called “%s”"), was);
  if (item_class == INK_ITEM_GOAL)
    put_goals (words, before, after);
  else if (item_class == INK_ITEM_PERSONA)
    put_personas (words, before, after);
  else if (item_class == INK_ITEM_FUNNEL)
    put_funnels (words, before, after);
  else
    put_follow_ups (words, before, after);

  /* Such as an event in a list of one: written otherwise, meant alike. */
  if (words->len == 0)
    g_string_append (words, _("changed"));
  return g_strdup_printf (_("%s: %s"), is, words->str);
}

/* The one value of a definition made of @json alone; its name where it cannot be read. */
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
    [INK_ITEM_GOAL] = N_("Goal “%s” added"),
    [INK_ITEM_PERSONA] = N_("Persona “%s” added"),
    [INK_ITEM_FUNNEL] = N_("Funnel “%s” added"),
    [INK_ITEM_FOLLOW_UP] = N_("Follow-up “%s” added"),
  };
  g_auto (GStrv) around = g_strsplit (_(formats[item_class]), "%s", 2);

  return g_strconcat (around[0], name, around[1], NULL);
}

static char *
removed_to_words (guint item_class,
                  const char *name)
{
  static const char *const formats[INK_N_ITEMS] = {
    [INK_ITEM_GOAL] = N_("Goal “%s” removed"),
    [INK_ITEM_PERSONA] = N_("Persona “%s” removed"),
    [INK_ITEM_FUNNEL] = N_("Funnel “%s” removed"),
    [INK_ITEM_FOLLOW_UP] = N_("Follow-up “%s” removed"),
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
order_to_words (const char *list)
{
  if (g_str_equal (list, "goals"))
    return g_strdup (_("Order of goals changed"));
  if (g_str_equal (list, "personas"))
    return g_strdup (_("Order of personas changed"));
  if (g_str_equal (list, "funnels"))
    return g_strdup (_("Order of funnels changed"));
  return g_strdup (_("Order of follow-ups changed"));
}

/* Without the quotation marks of a lone text, which are JSON's. */
static char *
strip_quotes (const char *json)
{
  gsize length = strlen (json);

  if (length < 2 || json[0] != '"' || memchr (json, '\\', length) != NULL)
    return g_strdup (json);
  return g_strndup (json + 1, length - 2);
}

/**
 * ink_definition_change_to_words:
 * @kind: "goal", "persona", "funnel", "followup", "order" or "project"; others are named only
 * @id: the item's id, or the key in the file
 * @before: (nullable): its JSON before
 * @after: (nullable): its JSON after
 *
 * Returns: (transfer full): a line for the change log
 */
char *
ink_definition_change_to_words (const char *kind,
                                const char *id,
                                const char *before,
                                const char *after)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *was = before != NULL ? strip_quotes (before) : NULL;
  g_autofree char *is = after != NULL ? strip_quotes (after) : NULL;

  g_return_val_if_fail (kind != NULL && id != NULL, NULL);

  for (guint i = 0; i < INK_N_ITEMS; i++)
    if (g_str_equal (kind, ink_item_classes[i].kind))
      return item_change_to_words (i, before, after);
  if (g_str_equal (kind, "order"))
    return order_to_words (id);
  if (!g_str_equal (kind, "project"))
    return g_strdup_printf (_("%s: %s"), id, _("changed"));

  put_field (words, NULL, was, is);
  return g_strdup_printf (_("%s: %s"), name_of_project (id), words->str);
}
