/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "definition/ink-sentence-private.h"

#include <glib/gi18n-lib.h>

/* --- Rule to words --- */

static gboolean
is_group (const InkRule *rule)
{
  return rule->kind == INK_RULE_ALL || rule->kind == INK_RULE_ANY || rule->kind == INK_RULE_NOT;
}

static InkSentence *
make (const InkRule *rule,
      const InkPartPath *path,
      const InkDefinition *definition,
      const InkSchema *schema)
{
  InkSentence *self = g_new0 (InkSentence, 1);
  InkWording wording;
  gboolean first = path->depth == 0;

  self->path = *path;
  if (rule->kind == INK_RULE_NOT && rule->children[0]->kind != INK_RULE_NOT)
    {
      self->path = ink_part_path_child (path, 0);
      self->negated = TRUE;
      rule = rule->children[0];
    }
  self->kind = rule->kind;
  self->words = g_ptr_array_new_with_free_func ((GDestroyNotify) ink_word_unref);
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) ink_sentence_free);
  wording = (InkWording){ self->words, definition, schema };
  if (!is_group (rule))
    {
      ink_wording_put_part (&wording, rule, self->negated, first);
      return self;
    }

  ink_wording_put_group (&wording, rule, self->negated, first);
  for (guint i = 0; i < rule->n_children; i++)
    {
      InkPartPath at = ink_part_path_child (&self->path, i);

      g_ptr_array_add (self->parts, make (rule->children[i], &at, definition, schema));
    }
  return self;
}

InkSentence *
ink_sentence_new (const InkRule *rule,
                  const InkDefinition *definition,
                  const InkSchema *schema)
{
  InkPartPath root = INK_PART_PATH_ROOT;

  g_return_val_if_fail (rule != NULL, NULL);

  return make (rule, &root, definition, schema);
}

void
ink_sentence_free (InkSentence *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->words);
  g_ptr_array_unref (self->parts);
  g_free (self);
}

gboolean
ink_sentence_is_unfinished (const InkSentence *self)
{
  for (guint i = 0; i < self->words->len; i++)
    if (((const InkWord *) g_ptr_array_index (self->words, i))->unfinished)
      return TRUE;
  for (guint i = 0; i < self->parts->len; i++)
    if (ink_sentence_is_unfinished (g_ptr_array_index (self->parts, i)))
      return TRUE;

  return FALSE;
}

/* --- As a text --- */

static void
put_words (GString *text,
           GPtrArray *words,
           gboolean brackets)
{
  for (guint i = 0; i < words->len; i++)
    {
      const InkWord *word = g_ptr_array_index (words, i);
      gboolean fixed = word->kind == INK_WORD_TEXT || !brackets;

      if (text->len > 0 && text->str[text->len - 1] != '(')
        g_string_append_c (text, ' ');
      g_string_append_printf (text, fixed ? "%s" : "[%s]", word->text);
    }
}

static void
put_sentence (GString *text,
              const InkSentence *self,
              gboolean brackets)
{
  put_words (text, self->words, brackets);
  for (guint i = 0; i < self->parts->len; i++)
    {
      g_string_append (text, i == 0 ? " (" : ",");
      put_sentence (text, g_ptr_array_index (self->parts, i), brackets);
    }
  if (self->parts->len > 0)
    g_string_append_c (text, ')');
}

char *
ink_sentence_to_text (const InkSentence *self,
                      gboolean brackets)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  put_sentence (text, self, brackets);
  return g_string_free (text, FALSE);
}

char *
ink_sentence_part_to_text (const InkSentence *self,
                           gboolean brackets)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  put_words (text, self->words, brackets);
  return g_string_free (text, FALSE);
}
