/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The menus of a part as a whole: what can be added to it, beside it, and done with it. */
#include "config.h"

#include "ui/widgets/ink-sentence-editor-private.h"
#include "ui/widgets/ink-word-choices.h"

#include <glib/gi18n-lib.h>

/* Rows of the part's menu; clauses are themselves. */
enum
{
  CHOICE_NOT = 100,
  CHOICE_AND,
  CHOICE_OR,
  CHOICE_GROUP_ALL,
  CHOICE_GROUP_ANY,
  CHOICE_UNGROUP,
  CHOICE_UP,
  CHOICE_DOWN,
  CHOICE_REMOVE,
  CHOICE_PERSONS, /* a condition on the person */
};

/* What a menu is about; it lives as long as the menu. */
typedef struct
{
  InkSentenceEditor *editor;
  InkPartPath path;
  InkRuleKind kind; /* how the added part is bound */
  GtkMenuButton *button;
} About;

static void
open_menu (GtkMenuButton *button,
           InkWordChoices *choices,
           const About *about,
           GCallback callback)
{
  About *kept = g_memdup2 (about, sizeof *about);

  g_object_set_data_full (G_OBJECT (choices), "ink-about", kept, g_free);
  g_signal_connect (choices, "chosen", callback, kept);
  gtk_menu_button_set_popover (button, ink_word_popover_wrap (GTK_WIDGET (choices)));
}

/* --- Adding a part --- */

static void
added_cb (InkWordChoices *choices,
          int id,
          About *about)
{
  About kept = *about; /* the menu may go */
  g_autoptr (InkRule) part = ink_sentence_new_part ((InkRuleKind) id);
  InkPartPath added;
  InkRule *edited;

  gtk_menu_button_popdown (about->button);
  edited = ink_sentence_add_part (ink_sentence_editor_get_draft (kept.editor), &kept.path,
                                  kept.kind, part, &added);
  ink_sentence_editor_apply (kept.editor, edited, _ ("Add to the Sentence"), NULL);
  ink_sentence_editor_go_on_at (kept.editor, &added, NULL);
}

void
ink_part_add_menu_open (InkSentenceEditor *editor,
                        const InkPartPath *path,
                        InkRuleKind kind,
                        GtkMenuButton *button)
{
  static const InkRuleKind kinds[]
      = { INK_RULE_DOES, INK_RULE_GOAL, INK_RULE_PERSON, INK_RULE_PERSONA };
  const char *const titles[] = { _ ("does an event…"), _ ("completes a goal…"),
                                 _ ("has a property that is…"), _ ("is of a persona…") };
  InkWordChoices *choices = INK_WORD_CHOICES (ink_word_choices_new ());
  About about = { editor, *path, kind, button };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    ink_word_choices_add (choices, (int) kinds[i], titles[i], FALSE);
  open_menu (button, choices, &about, G_CALLBACK (added_cb));
}

/* --- The part itself --- */

static InkRule *
add_beside (const About *about,
            InkRule *rule,
            InkRuleKind kind,
            InkPartPath *added)
{
  g_autoptr (InkRule) part = ink_sentence_new_part (INK_RULE_DOES);

  return ink_sentence_add_part (rule, &about->path, kind, part, added);
}

static InkRule *
turn_not (const About *about,
          InkRule *rule)
{
  const InkRule *part = ink_part_path_find (&about->path, rule);
  InkPartPath outer = ink_part_path_outer (&about->path, rule);
  gboolean negated = !ink_part_path_equal (&outer, &about->path);

  return part->n_children > 0
             ? ink_sentence_set_group (rule, &about->path, part->kind, !negated)
             : ink_sentence_set_verb (rule, &about->path, part->kind, !negated);
}

static InkRule *
edit_part (const About *about,
           int id,
           InkRule *rule,
           InkPartPath *path)
{
  InkRule *left;

  switch (id)
    {
    case CHOICE_NOT:
      return turn_not (about, rule);
    case CHOICE_AND:
      return add_beside (about, rule, INK_RULE_ALL, path);
    case CHOICE_OR:
      return add_beside (about, rule, INK_RULE_ANY, path);
    case CHOICE_GROUP_ALL:
      return ink_sentence_group_part (rule, path, INK_RULE_ALL);
    case CHOICE_GROUP_ANY:
      return ink_sentence_group_part (rule, path, INK_RULE_ANY);
    case CHOICE_UNGROUP:
      return ink_sentence_ungroup (rule, path);
    case CHOICE_UP:
      return ink_sentence_move_part (rule, &about->path, -1, path);
    case CHOICE_DOWN:
      return ink_sentence_move_part (rule, &about->path, 1, path);
    case CHOICE_REMOVE:
      left = ink_sentence_remove_part (rule, path);
      return left != NULL ? left : ink_sentence_new_part (INK_RULE_DOES);
    case CHOICE_PERSONS:
      return ink_sentence_add_condition (rule, path, TRUE);
    default:
      return ink_sentence_add_clause (rule, path, (InkClause) id);
    }
}

static const char *
name_edit (int id)
{
  switch (id)
    {
    case CHOICE_NOT:
      return _ ("Turn Part Round");
    case CHOICE_UP:
    case CHOICE_DOWN:
      return _ ("Move in the Sentence");
    case CHOICE_REMOVE:
      return _ ("Remove from the Sentence");
    case CHOICE_GROUP_ALL:
    case CHOICE_GROUP_ANY:
    case CHOICE_UNGROUP:
      return _ ("Change How Parts Go Together");
    default:
      return _ ("Add to the Sentence");
    }
}

static void
chosen_cb (InkWordChoices *choices,
           int id,
           About *about)
{
  About kept = *about;
  InkPartPath path = about->path;
  InkRule *edited;

  gtk_menu_button_popdown (about->button);
  edited = edit_part (&kept, id, ink_sentence_editor_get_draft (kept.editor), &path);
  ink_sentence_editor_apply (kept.editor, edited, name_edit (id), NULL);
  ink_sentence_editor_go_on_at (kept.editor, &path, NULL);
}

static void
put_clauses (InkWordChoices *choices,
             const InkRule *rule,
             const InkPartPath *path)
{
  const struct
  {
    InkClause clause;
    const char *title;
  } clauses[] = {
    { INK_CLAUSE_TIMES, _ ("at least so many times…") },
    { INK_CLAUSE_TOTAL, _ ("for so long, or with so much…") },
    { INK_CLAUSE_DATES, _ ("from one date to another…") },
    { INK_CLAUSE_AFTER, _ ("after a goal…") },
    { INK_CLAUSE_FIRST_TIME, _ ("for the first time only") },
    { INK_CLAUSE_WITHIN, _ ("in their first days…") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (clauses); i++)
    if (ink_sentence_can_add_clause (rule, path, clauses[i].clause))
      ink_word_choices_add (choices, (int) clauses[i].clause, clauses[i].title, FALSE);
  if (ink_sentence_can_add_clause (rule, path, INK_CLAUSE_CONDITION))
    ink_word_choices_add (choices, CHOICE_PERSONS, _ ("where the person's property is…"), FALSE);
  ink_word_choices_add_line (choices);
}

static void
put_grouping (InkWordChoices *choices,
              const InkRule *rule,
              const InkPartPath *path)
{
  const InkRule *part = ink_part_path_find (path, rule);

  if (part->kind != INK_RULE_NOT)
    ink_word_choices_add (choices, CHOICE_NOT, _ ("Turn round (not)"), FALSE);
  ink_word_choices_add (choices, CHOICE_AND, _ ("And something else…"), FALSE);
  ink_word_choices_add (choices, CHOICE_OR, _ ("Or something else…"), FALSE);
  if (ink_sentence_can_ungroup (rule, path))
    ink_word_choices_add (choices, CHOICE_UNGROUP, _ ("Take the group apart"), FALSE);
  else if (part->n_children > 0)
    ink_word_choices_add (choices, CHOICE_GROUP_ALL, _ ("Put into a group"), FALSE);
  ink_word_choices_add_line (choices);
}

void
ink_part_menu_open (InkSentenceEditor *editor,
                    const InkPartPath *path,
                    GtkMenuButton *button)
{
  InkRule *rule = ink_sentence_editor_get_draft (editor);
  InkWordChoices *choices = INK_WORD_CHOICES (ink_word_choices_new ());
  About about = { editor, *path, INK_RULE_ALL, button };

  put_clauses (choices, rule, path);
  put_grouping (choices, rule, path);
  if (ink_sentence_can_move_part (rule, path, -1))
    ink_word_choices_add (choices, CHOICE_UP, _ ("Move up"), FALSE);
  if (ink_sentence_can_move_part (rule, path, 1))
    ink_word_choices_add (choices, CHOICE_DOWN, _ ("Move down"), FALSE);
  ink_word_choices_add (choices, CHOICE_REMOVE, _ ("Remove"), FALSE);
  open_menu (button, choices, &about, G_CALLBACK (chosen_cb));
}
