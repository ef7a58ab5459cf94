/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What opens below words that are short menus, and what all popovers of words share. */
#include "config.h"

#include "ui/widgets/ink-sentence-editor-private.h"
#include "ui/widgets/ink-word-choices.h"

#include <glib/gi18n-lib.h>

/* Rows that are no value of the word. */
enum
{
  CHOICE_REMOVE = -1,
  CHOICE_AND_AT_MOST = -2,
  CHOICE_CASE = -3,
};

/* Kind and 'not' of a part in one number. */
#define NEGATED 100

/* --- Places --- */

gboolean
ink_word_place_find (GtkWidget *widget,
                     InkWordPlace *place)
{
  GtkWidget *button = gtk_widget_get_ancestor (widget, INK_TYPE_WORD_BUTTON);
  GtkWidget *editor = gtk_widget_get_ancestor (widget, INK_TYPE_SENTENCE_EDITOR);

  if (button == NULL || editor == NULL)
    return FALSE;

  place->button = INK_WORD_BUTTON (button);
  place->editor = INK_SENTENCE_EDITOR (editor);
  place->word = ink_word_button_get_word (place->button);
  place->path = *ink_word_button_get_path (place->button);
  place->rule = ink_sentence_editor_get_draft (place->editor);
  return ink_part_path_find (&place->path, place->rule) != NULL;
}

const InkRule *
ink_word_place_get_part (const InkWordPlace *place)
{
  return ink_part_path_find (&place->path, place->rule);
}

/* So that one word's edits join one another, and no other's. */
static char *
name_field (const InkWordPlace *place)
{
  GString *field = g_string_new ("rule");

  for (guint i = 0; i < place->path.depth; i++)
    g_string_append_printf (field, "/%u", place->path.steps[i]);
  g_string_append_printf (field, "/%d.%d.%u.%u", (int) place->word->clause,
                          (int) place->word->kind, place->word->index, place->word->item);
  return g_string_free (field, FALSE);
}

void
ink_word_place_apply (const InkWordPlace *place,
                      InkRule *edited,
                      const char *label,
                      gboolean close)
{
  g_autofree char *field = name_field (place);
  g_autoptr (InkSentenceEditor) editor = g_object_ref (place->editor);
  g_autoptr (InkWordButton) button = g_object_ref (place->button);
  g_autoptr (InkWord) word = ink_word_ref (place->word);
  InkPartPath path = place->path;

  if (close)
    ink_word_button_close (button);
  ink_sentence_editor_apply (editor, edited, label, close ? NULL : field);
  if (close)
    ink_sentence_editor_go_on_at (editor, &path, word);
}

GtkWidget *
ink_word_popover_wrap (GtkWidget *child)
{
  GtkWidget *popover = gtk_popover_new ();

  gtk_widget_add_css_class (popover, "word-popover");
  gtk_popover_set_child (GTK_POPOVER (popover), child);
  return popover;
}

static void
take_away_cb (GtkButton *button,
           gpointer data)
{
  InkWordPlace place;
  InkRule *edited;

  if (!ink_word_place_find (GTK_WIDGET (button), &place))
    return;
  edited = ink_sentence_remove_word (place.rule, &place.path, place.word);
  ink_word_place_apply (&place, edited != NULL ? edited : ink_sentence_new_part (INK_RULE_DOES),
                        _ ("Remove from the Sentence"), TRUE);
}

GtkWidget *
ink_word_remove_button_new (const char *title)
{
  GtkWidget *button = gtk_button_new_with_label (title);

  gtk_widget_add_css_class (button, "flat");
  g_signal_connect (button, "clicked", G_CALLBACK (take_away_cb), NULL);
  return button;
}

/* --- Verbs and groups --- */

static void
verb_cb (InkWordChoices *choices,
         int id,
         gpointer data)
{
  InkWordPlace place;

  if (ink_word_place_find (GTK_WIDGET (choices), &place))
    ink_word_place_apply (&place,
                          ink_sentence_set_verb (place.rule, &place.path,
                                                 (InkRuleKind) (id % NEGATED), id >= NEGATED),
                          _ ("Change What a Person Does"), TRUE);
}

static GtkWidget *
make_verbs (const InkWordPlace *place)
{
  static const InkRuleKind kinds[]
      = { INK_RULE_DOES, INK_RULE_GOAL, INK_RULE_PERSON, INK_RULE_PERSONA };
  InkWordChoices *choices = INK_WORD_CHOICES (ink_word_choices_new ());

  for (int negated = 0; negated <= 1; negated++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
        ink_word_choices_add (choices, (int) kinds[i] + negated * NEGATED,
                              ink_verb_to_words (kinds[i], negated),
                              place->word->choice == (int) kinds[i]
                                  && place->word->flag == negated);
      ink_word_choices_add_line (choices);
    }
  g_signal_connect (choices, "chosen", G_CALLBACK (verb_cb), NULL);
  return GTK_WIDGET (choices);
}

static void
group_cb (InkWordChoices *choices,
          int id,
          gpointer data)
{
  InkWordPlace place;

  if (ink_word_place_find (GTK_WIDGET (choices), &place))
    ink_word_place_apply (&place,
                          ink_sentence_set_group (place.rule, &place.path,
                                                  (InkRuleKind) (id % NEGATED), id >= NEGATED),
                          _ ("Change How Parts Go Together"), TRUE);
}

static void
opposite_cb (InkWordChoices *choices,
             int id,
             gpointer data)
{
  InkWordPlace place;

  if (!ink_word_place_find (GTK_WIDGET (choices), &place))
    return;
  ink_word_place_apply (&place,
                        ink_sentence_replace_part (place.rule, &place.path,
                                                   ink_word_place_get_part (&place)->children[0]),
                        _ ("Take “Not” Away"), TRUE);
}

static GtkWidget *
make_groups (const InkWordPlace *place)
{
  static const InkRuleKind kinds[] = { INK_RULE_ALL, INK_RULE_ANY };
  InkWordChoices *choices = INK_WORD_CHOICES (ink_word_choices_new ());

  if (place->word->choice == INK_RULE_NOT)
    {
      ink_word_choices_add (choices, 0, _ ("Take “not” away"), FALSE);
      g_signal_connect (choices, "chosen", G_CALLBACK (opposite_cb), NULL);
      return GTK_WIDGET (choices);
    }

  for (int negated = 0; negated <= 1; negated++)
    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
      {
        InkRuleKind kind = kinds[negated ? 1 - i : i];

        ink_word_choices_add (choices, (int) kind + negated * NEGATED,
                              ink_group_to_words (kind, negated),
                              place->word->choice == (int) kind && place->word->flag == negated);
      }
  g_signal_connect (choices, "chosen", G_CALLBACK (group_cb), NULL);
  return GTK_WIDGET (choices);
}

/* --- Operators --- */

static void
op_cb (InkWordChoices *choices,
       int id,
       gpointer data)
{
  InkWordPlace place;
  InkRule *edited;

  if (!ink_word_place_find (GTK_WIDGET (choices), &place))
    return;
  if (id == CHOICE_CASE)
    edited = ink_sentence_set_case (place.rule, &place.path, place.word->index,
                                    !place.word->flag);
  else
    edited = ink_sentence_set_op (place.rule, &place.path, place.word->index, (InkOp) id);
  ink_word_place_apply (&place, edited, _ ("Change Comparison"), TRUE);
}

/* What kind of values a property holds; text where it is not known. */
static InkKind
get_kind (const InkWordPlace *place,
          const InkCondition *condition)
{
  const InkSchema *schema = ink_sentence_editor_get_schema (place->editor);
  const InkPropertyInfo *info;

  if (condition->property == NULL || ink_property_is_seconds (condition->property))
    return condition->property != NULL ? INK_KIND_NUMBER : INK_KIND_TEXT;
  if (schema == NULL)
    return INK_KIND_TEXT;

  info = ink_schema_find_property (schema, condition->property,
                                   condition->on_person ? INK_ON_PERSON : INK_ON_EVENT);
  return info != NULL ? info->kind : INK_KIND_TEXT;
}

static gboolean
fits_kind (InkOp op,
           InkKind kind)
{
  gboolean order = op == INK_OP_GREATER || op == INK_OP_AT_LEAST || op == INK_OP_LESS
                   || op == INK_OP_AT_MOST || op == INK_OP_BETWEEN;
  gboolean text = op >= INK_OP_CONTAINS && op <= INK_OP_MATCHES;
  gboolean list = op == INK_OP_IN || op == INK_OP_NOT_IN;

  if (kind == INK_KIND_BOOLEAN)
    return !order && !text && !list;
  if (kind == INK_KIND_NUMBER || kind == INK_KIND_TIME)
    return !text;

  return !order;
}

static void
put_ops (InkWordChoices *choices,
         const InkWordPlace *place,
         InkKind kind,
         gboolean fitting)
{
  for (int op = 0; op < INK_N_OPS; op++)
    if (fits_kind ((InkOp) op, kind) == fitting
        && (fitting || place->word->choice == op || kind == INK_KIND_TEXT))
      ink_word_choices_add (choices, op, ink_op_to_words ((InkOp) op),
                            place->word->choice == op);
}

static GtkWidget *
make_ops (const InkWordPlace *place)
{
  InkWordChoices *choices = INK_WORD_CHOICES (ink_word_choices_new ());
  const InkCondition *condition = &ink_word_place_get_part (place)->where[place->word->index];
  InkKind kind = get_kind (place, condition);

  put_ops (choices, place, kind, TRUE);
  ink_word_choices_add_line (choices);
  put_ops (choices, place, kind, FALSE);
  if (kind == INK_KIND_TEXT || place->word->flag)
    {
      ink_word_choices_add_line (choices);
      ink_word_choices_add (choices, CHOICE_CASE, _ ("only in the same case (A is not a)"),
                            place->word->flag);
    }
  g_signal_connect (choices, "chosen", G_CALLBACK (op_cb), NULL);
  return GTK_WIDGET (choices);
}

/* --- Bounds and first time --- */

static void
bound_cb (InkWordChoices *choices,
          int id,
          gpointer data)
{
  InkWordPlace place;
  InkRule *edited;
  InkBound bound;

  if (!ink_word_place_find (GTK_WIDGET (choices), &place))
    return;
  bound = (InkBound) place.word->choice;
  if (id == CHOICE_REMOVE)
    edited = ink_sentence_remove_bound (place.rule, &place.path, place.word->clause, bound);
  else if (id == CHOICE_AND_AT_MOST)
    edited = ink_sentence_set_bound (
        place.rule, &place.path, place.word->clause, INK_BOUND_AT_MOST,
        place.word->clause == INK_CLAUSE_TOTAL
            ? ink_word_place_get_part (&place)->total.bounds.at_least
            : ink_word_place_get_part (&place)->times.bounds.at_least);
  else
    edited = ink_sentence_change_bound (place.rule, &place.path, place.word->clause, bound,
                                        (InkBound) id);
  ink_word_place_apply (&place, edited, _ ("Change Number"), TRUE);
}

static gboolean
has_bound (const InkBounds *bounds,
           InkBound bound)
{
  const gboolean has[] = { bounds->has_at_least, bounds->has_at_most, bounds->has_exactly };

  return has[bound];
}

static GtkWidget *
make_bounds (const InkWordPlace *place)
{
  InkWordChoices *choices = INK_WORD_CHOICES (ink_word_choices_new ());
  const InkRule *part = ink_word_place_get_part (place);
  const InkBounds *bounds
      = place->word->clause == INK_CLAUSE_TOTAL ? &part->total.bounds : &part->times.bounds;

  for (int bound = 0; bound < INK_N_BOUNDS; bound++)
    if (bound == place->word->choice || !has_bound (bounds, (InkBound) bound))
      ink_word_choices_add (choices, bound, ink_bound_to_words ((InkBound) bound),
                            bound == place->word->choice);
  ink_word_choices_add_line (choices);
  if (bounds->has_at_least && !bounds->has_at_most)
    ink_word_choices_add (choices, CHOICE_AND_AT_MOST, _ ("and also at most…"), FALSE);
  ink_word_choices_add (choices, CHOICE_REMOVE, _ ("Remove"), FALSE);
  g_signal_connect (choices, "chosen", G_CALLBACK (bound_cb), NULL);
  return GTK_WIDGET (choices);
}

static void
first_time_cb (InkWordChoices *choices,
               int id,
               gpointer data)
{
  InkWordPlace place;

  if (ink_word_place_find (GTK_WIDGET (choices), &place))
    ink_word_place_apply (
        &place, ink_sentence_set_first_time (place.rule, &place.path, (InkFirstTime) id),
        _ ("Change First Time"), TRUE);
}

static GtkWidget *
make_first_times (const InkWordPlace *place)
{
  InkWordChoices *choices = INK_WORD_CHOICES (ink_word_choices_new ());

  for (int i = 0; i <= INK_FIRST_TIME_MATCHING; i++)
    ink_word_choices_add (choices, i, ink_first_time_to_words ((InkFirstTime) i),
                          place->word->choice == i);
  g_signal_connect (choices, "chosen", G_CALLBACK (first_time_cb), NULL);
  return GTK_WIDGET (choices);
}

/* --- Which for which --- */

static GtkWidget *
make_content (const InkWordPlace *place)
{
  switch (place->word->kind)
    {
    case INK_WORD_VERB:
      return make_verbs (place);
    case INK_WORD_GROUP:
      return make_groups (place);
    case INK_WORD_OP:
      return make_ops (place);
    case INK_WORD_BOUND:
      return make_bounds (place);
    case INK_WORD_FIRST_TIME:
      return make_first_times (place);
    case INK_WORD_EVENTS:
      return ink_word_popover_new_events (place);
    case INK_WORD_PROPERTY:
      return ink_word_popover_new_property (place);
    case INK_WORD_VALUE:
    case INK_WORD_VALUES:
      return ink_word_popover_new_value (place);
    case INK_WORD_DATE:
      return ink_word_popover_new_date (place);
    case INK_WORD_AMOUNT:
      return ink_word_popover_new_amount (place);
    case INK_WORD_WINDOW:
      return ink_word_popover_new_window (place);
    case INK_WORD_GOAL:
    case INK_WORD_PERSONA:
    case INK_WORD_AFTER:
    case INK_WORD_TEXT:
    default:
      return ink_word_popover_new_name (place);
    }
}

GtkWidget *
ink_word_popover_new (InkWordButton *button)
{
  InkWordPlace place;

  if (!ink_word_place_find (GTK_WIDGET (button), &place))
    return gtk_popover_new ();

  return ink_word_popover_wrap (make_content (&place));
}
