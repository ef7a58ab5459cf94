/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-sentence-editor.h"

#include "ui/widgets/ink-sentence-editor-private.h"
#include "ui/widgets/ink-sentence-part.h"

#include <glib/gi18n-lib.h>

struct _InkSentenceEditor
{
  GtkWidget parent_instance;

  InkSentencePart *part;
  GtkLabel *problem;

  InkView *view; /* nullable */
  InkSentenceUse use;
  char *owner;    /* nullable */
  InkRule *given; /* nullable: what was set or said last */
  InkRule *draft;

  InkPartPath next;   /* where to go on */
  InkWord *next_like; /* nullable */
  gboolean next_opens;
  guint next_id; /* source */
};

enum
{
  SIGNAL_EDITED,
  SIGNAL_DRAFT_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InkSentenceEditor, ink_sentence_editor, GTK_TYPE_WIDGET)

/* --- Showing --- */

static void
set_problem (InkSentenceEditor *self,
             const char *problem)
{
  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
}

/* TRUE where the draft holds together. */
static gboolean
check (InkSentenceEditor *self)
{
  g_autoptr (GError) error = NULL;
  gboolean good = ink_sentence_check (self->draft, ink_sentence_editor_get_definition (self),
                                      ink_sentence_editor_get_schema (self), self->use,
                                      self->owner, NULL, &error);

  set_problem (self, error != NULL ? error->message : NULL);
  return good;
}

static void
show_draft (InkSentenceEditor *self)
{
  g_autoptr (InkSentence) sentence
      = ink_sentence_new (self->draft, ink_sentence_editor_get_definition (self),
                          ink_sentence_editor_get_schema (self));
  g_autofree char *words = ink_sentence_is_unfinished (sentence)
                               ? ink_sentence_to_text (sentence, FALSE)
                               : ink_rule_to_words (self->draft);

  ink_sentence_part_set (self->part, sentence, self->draft, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words, -1);
}

static void
take_draft (InkSentenceEditor *self,
            InkRule *rule)
{
  if (self->draft != NULL)
    ink_rule_unref (self->draft);
  self->draft = rule;
}

static void
take_given (InkSentenceEditor *self,
            InkRule *rule)
{
  if (self->given != NULL)
    ink_rule_unref (self->given);
  self->given = rule;
}

/* --- Edits --- */

void
ink_sentence_editor_apply (InkSentenceEditor *self,
                           InkRule *edited,
                           const char *label,
                           const char *field)
{
  g_autoptr (InkRule) rule = NULL;
  gboolean good;

  take_draft (self, edited);
  rule = ink_rule_ref (edited);
  show_draft (self);
  good = check (self);
  g_signal_emit (self, signals[SIGNAL_DRAFT_CHANGED], 0);
  if (!good || ink_rule_equal (rule, self->given))
    return;
  take_given (self, ink_rule_ref (rule));
  g_signal_emit (self, signals[SIGNAL_EDITED], 0, rule, label, field);
}

/* Does a word, or what is open below it, have the keyboard? */
static gboolean
has_focus (InkSentenceEditor *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

static gboolean
go_on (gpointer data)
{
  InkSentenceEditor *self = data;
  InkSentencePart *part = ink_sentence_part_find (self->part, &self->next);
  GtkWidget *word;

  self->next_id = 0;
  if (part == NULL)
    part = self->part;
  word = self->next_opens ? ink_sentence_part_find_unfinished (part) : NULL;
  if (word != NULL)
    {
      gtk_widget_grab_focus (word);
      ink_word_button_open (INK_WORD_BUTTON (word));
    }
  else if (!has_focus (self))
    ink_sentence_part_focus (part, self->next_like);
  return G_SOURCE_REMOVE;
}

static void
forget_next (InkSentenceEditor *self)
{
  g_clear_handle_id (&self->next_id, g_source_remove);
  g_clear_pointer (&self->next_like, ink_word_unref);
}

/* Once the menu that was picked from is gone: only one can be open. */
static void
go_on_later (InkSentenceEditor *self,
             const InkPartPath *path,
             InkWord *like,
             gboolean open)
{
  InkWord *kept = like != NULL ? ink_word_ref (like) : NULL;

  forget_next (self);
  self->next = *path;
  self->next_like = kept;
  self->next_opens = open;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->next_id = g_idle_add_full (G_PRIORITY_LOW, go_on, self, NULL);
}

void
ink_sentence_editor_go_on_at (InkSentenceEditor *self,
                              const InkPartPath *path,
                              InkWord *like)
{
  go_on_later (self, path, like, TRUE);
}

void
ink_sentence_editor_stay_at (InkSentenceEditor *self,
                             const InkPartPath *path,
                             InkWord *like)
{
  go_on_later (self, path, like, FALSE);
}

void
ink_sentence_editor_take_to (InkSentenceEditor *self,
                             const InkPartPath *path,
                             const InkWord *like)
{
  InkSentencePart *part = ink_sentence_part_find (self->part, path);

  if (part != NULL)
    ink_sentence_part_focus (part, like);
}

/* --- Life --- */

static void
ink_sentence_editor_unmap (GtkWidget *widget)
{
  InkSentenceEditor *self = INK_SENTENCE_EDITOR (widget);

  forget_next (self);
  GTK_WIDGET_CLASS (ink_sentence_editor_parent_class)->unmap (widget);
}

static void
ink_sentence_editor_dispose (GObject *object)
{
  InkSentenceEditor *self = INK_SENTENCE_EDITOR (object);
  GtkWidget *child;

  forget_next (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->view);
  g_clear_pointer (&self->owner, g_free);
  g_clear_pointer (&self->given, ink_rule_unref);
  g_clear_pointer (&self->draft, ink_rule_unref);

  G_OBJECT_CLASS (ink_sentence_editor_parent_class)->dispose (object);
}

static void
ink_sentence_editor_class_init (InkSentenceEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_sentence_editor_dispose;
  widget_class->unmap = ink_sentence_editor_unmap;
  signals[SIGNAL_EDITED] = g_signal_new ("edited", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 3, G_TYPE_POINTER, G_TYPE_STRING,
                                         G_TYPE_STRING);
  signals[SIGNAL_DRAFT_CHANGED] = g_signal_new ("draft-changed", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                                NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "sentenceeditor");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ink_sentence_editor_init (InkSentenceEditor *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 9);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Sentence"), -1);
  self->part = INK_SENTENCE_PART (ink_sentence_part_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->part), GTK_WIDGET (self));
  self->problem = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->problem, TRUE);
  gtk_label_set_xalign (self->problem, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "sentence-problem");
  gtk_widget_set_parent (GTK_WIDGET (self->problem), GTK_WIDGET (self));
  self->draft = ink_sentence_new_part (INK_RULE_DOES);
  show_draft (self);
  set_problem (self, NULL);
}

GtkWidget *
ink_sentence_editor_new (void)
{
  return g_object_new (INK_TYPE_SENTENCE_EDITOR, NULL);
}

void
ink_sentence_editor_set_view (InkSentenceEditor *self,
                              InkView *view)
{
  g_return_if_fail (INK_IS_SENTENCE_EDITOR (self));
  g_return_if_fail (view == NULL || INK_IS_VIEW (view));

  if (!g_set_object (&self->view, view))
    return;
  show_draft (self);
}

/* Also where the rule stays: names in the definition may be others now. */
void
ink_sentence_editor_set_rule (InkSentenceEditor *self,
                              InkRule *rule,
                              InkSentenceUse use)
{
  gboolean same;

  g_return_if_fail (INK_IS_SENTENCE_EDITOR (self));

  same = rule != NULL && self->given != NULL && ink_rule_equal (rule, self->given);
  self->use = use;
  if (!same)
    {
      take_given (self, rule != NULL ? ink_rule_ref (rule) : NULL);
      take_draft (self,
                  rule != NULL ? ink_rule_ref (rule) : ink_sentence_new_part (INK_RULE_DOES));
    }
  show_draft (self);
  check (self);
  if (!same)
    g_signal_emit (self, signals[SIGNAL_DRAFT_CHANGED], 0);
}

void
ink_sentence_editor_set_owner (InkSentenceEditor *self,
                               const char *id)
{
  char *owner;

  g_return_if_fail (INK_IS_SENTENCE_EDITOR (self));

  owner = g_strdup (id);
  /* What was begun for one is not the other's. */
  if (g_strcmp0 (self->owner, owner) != 0)
    {
      forget_next (self);
      g_clear_pointer (&self->given, ink_rule_unref);
    }
  g_free (self->owner);
  self->owner = owner;
}

InkRule *
ink_sentence_editor_get_draft (InkSentenceEditor *self)
{
  g_return_val_if_fail (INK_IS_SENTENCE_EDITOR (self), NULL);

  return self->draft;
}

gboolean
ink_sentence_editor_is_unfinished (InkSentenceEditor *self)
{
  g_autoptr (InkSentence) sentence = NULL;

  g_return_val_if_fail (INK_IS_SENTENCE_EDITOR (self), FALSE);

  sentence = ink_sentence_new (self->draft, NULL, NULL);
  return ink_sentence_is_unfinished (sentence);
}

InkRule *
ink_sentence_editor_read (InkSentenceEditor *self)
{
  g_return_val_if_fail (INK_IS_SENTENCE_EDITOR (self), NULL);

  return ink_sentence_part_read (self->part);
}

/* --- For the words --- */

InkView *
ink_sentence_editor_get_view (InkSentenceEditor *self)
{
  return self->view;
}

InkDefinition *
ink_sentence_editor_get_definition (InkSentenceEditor *self)
{
  return self->view != NULL ? ink_document_get_definition (ink_view_get_document (self->view))
                            : NULL;
}

const InkSchema *
ink_sentence_editor_get_schema (InkSentenceEditor *self)
{
  return self->view != NULL ? ink_event_store_get_schema (ink_document_get_store (
                                  ink_view_get_document (self->view)))
                            : NULL;
}

InkSentenceUse
ink_sentence_editor_get_use (InkSentenceEditor *self)
{
  return self->use;
}

const char *
ink_sentence_editor_get_owner (InkSentenceEditor *self)
{
  return self->owner;
}
