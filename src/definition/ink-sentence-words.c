/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The words of one part: its verb, events, conditions. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "definition/ink-persona.h"
#include "definition/ink-sentence-private.h"

/* Longer lists are cut on screen; the word keeps them whole. */
#define MAX_LISTED 3

/* --- Words --- */

InkValue
ink_value_keep (InkValue value)
{
  if (value.kind == INK_KIND_TEXT)
    value.text = g_strdup (value.text);
  return value;
}

InkWord *
ink_wording_put (InkWording *self,
                 InkWordKind kind,
                 InkClause clause,
                 const char *hint)
{
  InkWord *word = ink_word_new (kind, clause);

  word->hint = g_strdup (hint);
  g_ptr_array_add (self->words, word);
  return word;
}

void
ink_wording_put_text (InkWording *self,
                      const char *text)
{
  ink_wording_put (self, INK_WORD_TEXT, INK_CLAUSE_RULE, NULL)->text = g_strdup (text);
}

static gboolean
is_event (const InkSchema *schema,
          const char *name)
{
  return schema == NULL || schema->n_events == 0 || g_str_equal (name, "*")
         || ink_schema_find_event (schema, name) != NULL;
}

/* As the check of definitions has it: people also have the first and the last of what events have. */
static gboolean
is_property (const InkSchema *schema,
             const char *name,
             gboolean on_person)
{
  if (schema == NULL || (schema->n_events == 0 && schema->n_properties == 0))
    return TRUE;
  if (on_person && ink_schema_find_property (schema, name, INK_ON_PERSON) != NULL)
    return TRUE;
  if (on_person && g_str_has_prefix (name, "first "))
    name += strlen ("first ");
  else if (on_person && g_str_has_prefix (name, "last "))
    name += strlen ("last ");
  else if (on_person)
    return FALSE;

  return g_str_equal (name, "duration") || g_str_equal (name, "session")
         || ink_schema_find_property (schema, name, INK_ON_EVENT) != NULL;
}

static gboolean
is_named (const InkDefinition *definition,
          InkWordKind kind,
          const char *name)
{
  if (definition == NULL)
    return TRUE;
  if (kind == INK_WORD_PERSONA)
    return g_str_equal (name, INK_EVERYONE_ELSE)
           || ink_definition_find_persona (definition, name) != NULL;

  return ink_definition_find_goal (definition, name) != NULL;
}

void
ink_wording_put_name (InkWording *self,
                      InkWordKind kind,
                      InkClause clause,
                      const char *name,
                      const char *hint,
                      const char *to_choose)
{
  InkWord *word = ink_wording_put (self, kind, clause, hint);

  word->name = g_strdup (name);
  word->text = g_strdup (name != NULL ? name : to_choose);
  word->unfinished = name == NULL;
  word->unknown = name != NULL && !is_named (self->definition, kind, name);
}

void
ink_wording_put_property (InkWording *self,
                          InkClause clause,
                          guint index,
                          const char *property,
                          gboolean on_person)
{
  InkWord *word = ink_wording_put (self, INK_WORD_PROPERTY, clause, _("Property"));

  word->index = index;
  word->name = g_strdup (property);
  word->flag = on_person;
  word->unfinished = property == NULL;
  if (property == NULL)
    word->text = g_strdup (_("a property…"));
  else
    {
      word->text = g_strdup (property);
      word->unknown = !is_property (self->schema, property, on_person);
    }
}

/* --- Events --- */

static void
put_list (GString *words,
          GPtrArray *items)
{
  /* One more than would be cut is not worth cutting. */
  guint shown = items->len <= MAX_LISTED + 1 ? items->len : MAX_LISTED;

  for (guint i = 0; i < shown; i++)
    {
      if (i > 0)
        g_string_append (words, i + 1 == items->len ? _(" or ") : ", ");
      g_string_append (words, g_ptr_array_index (items, i));
    }
  if (shown < items->len)
    g_string_append_printf (
        words, ngettext (" or %u more", " or %u more", items->len - shown), items->len - shown);
}

char *
ink_event_names_to_words (char *const *names,
                          const InkDefinition *definition)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  GString *words = g_string_new (NULL);

  if (names != NULL && names[0] != NULL && g_str_equal (names[0], "*"))
    {
      g_string_append (words, _("anything"));
      return g_string_free (words, FALSE);
    }

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      const char *label
          = definition != NULL ? g_hash_table_lookup (definition->labels, names[i]) : NULL;

      g_ptr_array_add (items, (char *) (label != NULL ? label : names[i]));
    }
  put_list (words, items);
  return g_string_free (words, FALSE);
}

static void
put_events (InkWording *self,
            const InkRule *rule)
{
  InkWord *word = ink_wording_put (self, INK_WORD_EVENTS, INK_CLAUSE_RULE, _("Event"));

  word->names = g_strdupv (rule->names);
  word->flag = !rule->one_name;
  word->unfinished = rule->names == NULL || rule->names[0] == NULL;
  word->text = word->unfinished ? g_strdup (_("an event…"))
                                : ink_event_names_to_words (rule->names, self->definition);
  for (guint i = 0; rule->names != NULL && rule->names[i] != NULL; i++)
    word->unknown |= !is_event (self->schema, rule->names[i]);
}

/* --- Conditions --- */

static void
put_op (InkWording *self,
        const InkCondition *condition,
        guint index)
{
  InkWord *word = ink_wording_put (self, INK_WORD_OP, INK_CLAUSE_CONDITION, _("Comparison"));

  word->index = index;
  word->choice = (int) condition->op;
  word->flag = condition->match_case;
  word->text = condition->match_case
                   /* Translators: "is (same case)" */
                   ? g_strdup_printf (_("%s (same case)"), ink_op_to_words (condition->op))
                   : g_strdup (ink_op_to_words (condition->op));
}

static void
put_value (InkWording *self,
           const InkCondition *condition,
           guint index,
           guint item)
{
  InkWord *word = ink_wording_put (self, INK_WORD_VALUE, INK_CLAUSE_CONDITION, _("Value"));
  InkValue value = item < condition->n_values ? condition->values[item] : INK_VALUE_ABSENT;

  word->index = index;
  word->item = item;
  word->unfinished = value.kind == INK_KIND_ABSENT;
  word->text = word->unfinished ? g_strdup (_("a value…"))
                                : ink_property_value_to_words (condition->property, value);
  if (word->unfinished)
    return;
  word->values = g_new0 (InkValue, 1);
  word->values[0] = ink_value_keep (value);
  word->n_values = 1;
}

static void
put_values (InkWording *self,
            const InkCondition *condition,
            guint index)
{
  InkWord *word = ink_wording_put (self, INK_WORD_VALUES, INK_CLAUSE_CONDITION, _("Values"));
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) list = g_string_new (NULL);

  word->index = index;
  word->values = g_new0 (InkValue, MAX (condition->n_values, 1));
  word->n_values = condition->n_values;
  word->unfinished = condition->n_values == 0;
  for (guint i = 0; i < condition->n_values; i++)
    {
      word->values[i] = ink_value_keep (condition->values[i]);
      word->unfinished |= condition->values[i].kind == INK_KIND_ABSENT;
      g_ptr_array_add (items, ink_property_value_to_words (condition->property,
                                                           condition->values[i]));
    }
  put_list (list, items);
  word->text = g_strdup (word->unfinished ? _("values…") : list->str);
}

static void
put_comparison (InkWording *self,
                const InkCondition *condition,
                guint index)
{
  put_op (self, condition, index);
  switch ((int) condition->op)
    {
    case INK_OP_IS_SET:
    case INK_OP_IS_NOT_SET:
      return;
    case INK_OP_IN:
    case INK_OP_NOT_IN:
      put_values (self, condition, index);
      return;
    case INK_OP_BETWEEN:
      put_value (self, condition, index, 0);
      ink_wording_put_text (self, _("and"));
      put_value (self, condition, index, 1);
      return;
    default:
      put_value (self, condition, index, 0);
    }
}

static void
put_where (InkWording *self,
           const InkRule *rule)
{
  for (guint i = 0; i < rule->n_where; i++)
    {
      const InkCondition *condition = &rule->where[i];

      if (condition->on_person)
        ink_wording_put_text (self, i == 0 ? _("where the person's") : _("and the person's"));
      else
        ink_wording_put_text (self, i == 0 ? _("where") : _("and"));
      ink_wording_put_property (self, INK_CLAUSE_CONDITION, i, condition->property,
                                condition->on_person);
      put_comparison (self, condition, i);
    }
}

/* --- Parts --- */

static void
put_verb (InkWording *self,
          InkRuleKind kind,
          gboolean negated)
{
  InkWord *word = ink_wording_put (self, INK_WORD_VERB, INK_CLAUSE_RULE, NULL);

  word->choice = (int) kind;
  word->flag = negated;
  word->text = g_strdup (ink_verb_to_words (kind, negated));
}

void
ink_wording_put_part (InkWording *self,
                      const InkRule *rule,
                      gboolean negated,
                      gboolean first)
{
  if (first)
    ink_wording_put_text (self, _("A person"));
  put_verb (self, rule->kind, negated);
  switch ((int) rule->kind)
    {
    case INK_RULE_DOES:
      put_events (self, rule);
      put_where (self, rule);
      ink_wording_put_options (self, rule);
      return;
    case INK_RULE_GOAL:
      ink_wording_put_name (self, INK_WORD_GOAL, INK_CLAUSE_RULE, rule->name, _("Goal"),
                            _("a goal…"));
      ink_wording_put_options (self, rule);
      return;
    case INK_RULE_PERSON:
      ink_wording_put_property (self, INK_CLAUSE_CONDITION, 0, rule->where[0].property, TRUE);
      /* Translators: "has a [role] that [is] [CMO]" */
      ink_wording_put_text (self, _("that"));
      put_comparison (self, &rule->where[0], 0);
      return;
    case INK_RULE_PERSONA:
    default:
      ink_wording_put_name (self, INK_WORD_PERSONA, INK_CLAUSE_RULE, rule->name, _("Persona"),
                            _("a persona…"));
    }
}

void
ink_wording_put_group (InkWording *self,
                       const InkRule *rule,
                       gboolean negated,
                       gboolean first)
{
  InkWord *word;

  /* Translators: "A person fits [all of these]", and a list of sentences below it. */
  ink_wording_put_text (self, first ? _("A person fits") : _("fits"));
  word = ink_wording_put (self, INK_WORD_GROUP, INK_CLAUSE_RULE, NULL);
  word->choice = (int) rule->kind;
  word->flag = negated;
  word->text = g_strdup (ink_group_to_words (rule->kind, negated));
}
