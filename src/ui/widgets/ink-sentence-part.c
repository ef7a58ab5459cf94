/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-sentence-part.h"

#include "ui/compat/ink-compat-name.h"
#include "ui/widgets/ink-sentence-editor-private.h"
#include "ui/widgets/ink-word-choices.h"
#include "ui/widgets/ink-wrap-box.h"

#include <glib/gi18n-lib.h>

struct _InkSentencePart
{
  GtkWidget parent_instance;

  InkWrapBox *line;
  GtkWidget *joint;   /* how it goes together with the part before it */
  GtkWidget *rail;    /* a column: the parts of a group, then the buttons that add to it */
  GtkWidget *footer;  /* in the rail */
  GPtrArray *words;   /* a widget for each word: InkWordButton or GtkLabel */
  GPtrArray *shown;   /* InkWord, as the widgets show them */
  GPtrArray *parts;   /* InkSentencePart */
  GtkWidget *where;   /* buttons behind the words */
  GtkWidget *more;
  GtkWidget *and_too;
  GtkWidget *or_else;
  GtkWidget *beside;  /* in the line below a group that is the whole sentence */

  InkPartPath path;
  InkRuleKind kind;
  InkRuleKind group; /* that it stands in; unless it is the root */
  gboolean root;
};

G_DEFINE_FINAL_TYPE (InkSentencePart, ink_sentence_part, GTK_TYPE_WIDGET)

static InkSentenceEditor *
get_editor (InkSentencePart *self)
{
  return INK_SENTENCE_EDITOR (
      gtk_widget_get_ancestor (GTK_WIDGET (self), INK_TYPE_SENTENCE_EDITOR));
}

/* --- The buttons behind the words --- */

static void
where_cb (GtkButton *button,
          InkSentencePart *self)
{
  g_autoptr (InkSentencePart) part = g_object_ref (self);
  InkSentenceEditor *editor = get_editor (self);

  ink_sentence_editor_apply (
      editor,
      ink_sentence_add_condition (ink_sentence_editor_get_draft (editor), &self->path, FALSE),
      _ ("Add Condition"), NULL);
  ink_sentence_editor_go_on_at (editor, &part->path, NULL);
}

static void
more_cb (GtkMenuButton *button,
         gpointer self)
{
  ink_part_menu_open (get_editor (self), &INK_SENTENCE_PART (self)->path, button);
}

static void
and_cb (GtkMenuButton *button,
        gpointer self)
{
  ink_part_add_menu_open (get_editor (self), &INK_SENTENCE_PART (self)->path, INK_RULE_ALL,
                          button);
}

static void
or_cb (GtkMenuButton *button,
       gpointer self)
{
  ink_part_add_menu_open (get_editor (self), &INK_SENTENCE_PART (self)->path, INK_RULE_ANY,
                          button);
}

static GtkWidget *
make_menu (InkSentencePart *self,
           const char *title,
           const char *said,
           GtkMenuButtonCreatePopupFunc create)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *inner = gtk_widget_get_first_child (button);

  if (title != NULL)
    gtk_menu_button_set_child (GTK_MENU_BUTTON (button), gtk_label_new (title));
  else
    gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create, self, NULL);
  gtk_widget_add_css_class (button, "word");
  gtk_widget_add_css_class (button, title != NULL ? "add" : "more");
  ink_compat_set_tooltip (button, said);
  ink_compat_hush_menu (button);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, said,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (inner), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  return button;
}

static GtkWidget *
make_where (InkSentencePart *self)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("+ where"));

  gtk_widget_add_css_class (button, "word-button");
  gtk_widget_add_css_class (button, "add");
  ink_compat_set_tooltip (button, _ ("Only Where a Property Is So"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Only where a property is so"), -1);
  g_signal_connect (button, "clicked", G_CALLBACK (where_cb), self);
  return button;
}

static gboolean
is_group (InkRuleKind kind)
{
  return kind == INK_RULE_ALL || kind == INK_RULE_ANY || kind == INK_RULE_NOT;
}

/* A lone part can be joined both ways. In a group the group's own way is in its footer, and the
 * other behind each part: 'or (this and that)'. */
static void
show_buttons (InkSentencePart *self)
{
  gboolean group = is_group (self->kind);
  gboolean lone = self->root && !group;
  gboolean in_all = !self->root && self->group == INK_RULE_ALL;
  gboolean in_any = !self->root && self->group == INK_RULE_ANY;

  gtk_widget_set_visible (self->where, self->kind == INK_RULE_DOES);
  gtk_widget_set_visible (self->footer, self->kind == INK_RULE_ALL || self->kind == INK_RULE_ANY);
  gtk_widget_set_visible (self->and_too, lone || self->kind == INK_RULE_ALL
                                             || (self->root && self->kind == INK_RULE_ANY)
                                             || (!group && in_any));
  gtk_widget_set_visible (self->or_else, lone || self->kind == INK_RULE_ANY
                                             || (self->root && self->kind == INK_RULE_ALL)
                                             || (!group && in_all));
}

/* Moves a button without losing it. */
static void
put_into (GtkWidget *button,
          GtkWidget *box)
{
  if (gtk_widget_get_parent (button) == box)
    return;
  g_object_ref (button);
  if (gtk_widget_get_parent (button) != NULL)
    gtk_widget_unparent (button);
  gtk_widget_insert_before (button, box, NULL);
  g_object_unref (button);
}

static void
place_buttons (InkSentencePart *self)
{
  GtkWidget *line = GTK_WIDGET (self->line);
  gboolean all = self->kind == INK_RULE_ALL, any = self->kind == INK_RULE_ANY;

  put_into (self->and_too, all ? self->footer : any ? self->beside : line);
  put_into (self->or_else, any ? self->footer : all ? self->beside : line);
  put_into (self->more, line);
  gtk_widget_insert_before (self->more, line, NULL);
  gtk_widget_set_visible (self->beside, self->root && (all || any));
}

/* --- Words --- */

static GtkWidget *
make_word (const InkWord *word)
{
  GtkWidget *label;

  if (word->kind != INK_WORD_TEXT)
    return ink_word_button_new ();

  label = gtk_label_new (NULL);
  gtk_widget_add_css_class (label, "word-text");
  return label;
}

static gboolean
is_same_line (InkSentencePart *self,
              const InkSentence *sentence)
{
  if (self->shown->len != sentence->words->len)
    return FALSE;

  for (guint i = 0; i < self->shown->len; i++)
    {
      const InkWord *old = g_ptr_array_index (self->shown, i);
      const InkWord *new = g_ptr_array_index (sentence->words, i);

      if (old->kind != new->kind || old->clause != new->clause || old->index != new->index)
        return FALSE;
    }

  return TRUE;
}

static void
make_words (InkSentencePart *self,
            const InkSentence *sentence)
{
  GtkWidget *last = NULL;

  for (guint i = 0; i < self->words->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->words, i));
  g_ptr_array_set_size (self->words, 0);
  for (guint i = 0; i < sentence->words->len; i++)
    {
      GtkWidget *widget = make_word (g_ptr_array_index (sentence->words, i));

      ink_wrap_box_insert_after (self->line, widget, last != NULL ? last : self->joint);
      g_ptr_array_add (self->words, widget);
      last = widget;
    }
}

static void
fill_words (InkSentencePart *self,
            const InkSentence *sentence)
{
  g_autoptr (GString) said = g_string_new (NULL);

  g_ptr_array_set_size (self->shown, 0);
  for (guint i = 0; i < sentence->words->len; i++)
    {
      InkWord *word = g_ptr_array_index (sentence->words, i);
      GtkWidget *widget = g_ptr_array_index (self->words, i);

      g_string_append_printf (said, "%s%s", said->len > 0 ? " " : "", word->text);
      if (word->kind == INK_WORD_TEXT)
        gtk_label_set_label (GTK_LABEL (widget), word->text);
      else
        {
          ink_word_button_set (INK_WORD_BUTTON (widget), word, &sentence->path, said->str);
          g_string_truncate (said, 0);
        }
      g_ptr_array_add (self->shown, ink_word_ref (word));
    }
}

/* --- Parts of a group --- */

static void
fill_parts (InkSentencePart *self,
            const InkSentence *sentence,
            const InkRule *rule)
{
  while (self->parts->len > sentence->parts->len)
    {
      gtk_box_remove (GTK_BOX (self->rail),
                      g_ptr_array_index (self->parts, self->parts->len - 1));
      g_ptr_array_set_size (self->parts, (int) self->parts->len - 1);
    }
  while (self->parts->len < sentence->parts->len)
    {
      GtkWidget *part = ink_sentence_part_new ();

      gtk_box_insert_child_after (
          GTK_BOX (self->rail), part,
          self->parts->len > 0 ? g_ptr_array_index (self->parts, self->parts->len - 1) : NULL);
      g_ptr_array_add (self->parts, part);
    }
  for (guint i = 0; i < self->parts->len; i++)
    {
      InkSentencePart *part = g_ptr_array_index (self->parts, i);

      part->group = sentence->kind;
      ink_sentence_part_set (part, g_ptr_array_index (sentence->parts, i), rule, FALSE);
      gtk_label_set_label (GTK_LABEL (part->joint),
                           sentence->kind == INK_RULE_ANY ? _ ("or") : _ ("and"));
      gtk_widget_set_visible (part->joint, i > 0);
    }
  gtk_widget_set_visible (self->rail, sentence->parts->len > 0);
}

/* --- Life --- */

static void
ink_sentence_part_dispose (GObject *object)
{
  InkSentencePart *self = INK_SENTENCE_PART (object);
  GtkWidget *child;

  g_clear_pointer (&self->words, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ink_sentence_part_parent_class)->dispose (object);
}

static void
ink_sentence_part_class_init (InkSentencePartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_sentence_part_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "sentencepart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
make_buttons (InkSentencePart *self)
{
  self->where = make_where (self);
  self->and_too = make_menu (self, _ ("+ and"), _ ("And also…"), and_cb);
  self->or_else = make_menu (self, _ ("+ or"), _ ("Or else…"), or_cb);
  self->more = make_menu (self, NULL, _ ("More about This Part"), more_cb);
  put_into (self->where, GTK_WIDGET (self->line));
}

static void
ink_sentence_part_init (InkSentencePart *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->words = g_ptr_array_new ();
  self->parts = g_ptr_array_new ();
  self->shown = g_ptr_array_new_with_free_func ((GDestroyNotify) ink_word_unref);
  self->line = INK_WRAP_BOX (ink_wrap_box_new ());
  self->joint = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->joint, "word-text");
  gtk_widget_add_css_class (self->joint, "dim-label");
  gtk_widget_set_visible (self->joint, FALSE);
  ink_wrap_box_insert_after (self->line, self->joint, NULL);
  self->rail = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  self->footer = ink_wrap_box_new ();
  self->beside = ink_wrap_box_new ();
  gtk_widget_add_css_class (self->rail, "sentence-rail");
  gtk_box_append (GTK_BOX (self->rail), self->footer);
  gtk_widget_set_parent (GTK_WIDGET (self->line), GTK_WIDGET (self));
  gtk_widget_set_parent (self->rail, GTK_WIDGET (self));
  gtk_widget_set_parent (self->beside, GTK_WIDGET (self));
  make_buttons (self);
}

GtkWidget *
ink_sentence_part_new (void)
{
  return g_object_new (INK_TYPE_SENTENCE_PART, NULL);
}

void
ink_sentence_part_set (InkSentencePart *self,
                       const InkSentence *sentence,
                       const InkRule *rule,
                       gboolean root)
{
  g_autofree char *said = NULL;

  g_return_if_fail (INK_IS_SENTENCE_PART (self));
  g_return_if_fail (sentence != NULL && rule != NULL);

  self->path = sentence->path;
  self->kind = sentence->kind;
  self->root = root;
  if (!is_same_line (self, sentence))
    make_words (self, sentence);
  fill_words (self, sentence);
  fill_parts (self, sentence, rule);
  place_buttons (self);
  show_buttons (self);
  said = ink_sentence_part_to_text (sentence, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
}

const InkPartPath *
ink_sentence_part_get_path (InkSentencePart *self)
{
  g_return_val_if_fail (INK_IS_SENTENCE_PART (self), NULL);

  return &self->path;
}

InkSentencePart *
ink_sentence_part_find (InkSentencePart *self,
                        const InkPartPath *path)
{
  g_return_val_if_fail (INK_IS_SENTENCE_PART (self), NULL);

  if (ink_part_path_equal (&self->path, path))
    return self;
  for (guint i = 0; i < self->parts->len; i++)
    {
      InkSentencePart *found
          = ink_sentence_part_find (g_ptr_array_index (self->parts, i), path);

      if (found != NULL)
        return found;
    }

  return NULL;
}

GtkWidget *
ink_sentence_part_find_unfinished (InkSentencePart *self)
{
  g_return_val_if_fail (INK_IS_SENTENCE_PART (self), NULL);

  for (guint i = 0; i < self->words->len; i++)
    {
      const InkWord *word = g_ptr_array_index (self->shown, i);

      if (word->unfinished)
        return g_ptr_array_index (self->words, i);
    }

  return NULL;
}

void
ink_sentence_part_focus (InkSentencePart *self,
                         const InkWord *like)
{
  GtkWidget *found = NULL;

  g_return_if_fail (INK_IS_SENTENCE_PART (self));

  for (guint i = 0; i < self->words->len; i++)
    {
      const InkWord *word = g_ptr_array_index (self->shown, i);
      gboolean same = like != NULL && word->kind == like->kind && word->clause == like->clause
                      && word->index == like->index && word->item == like->item;

      if (word->kind != INK_WORD_TEXT && (found == NULL || same))
        found = g_ptr_array_index (self->words, i);
    }
  if (found != NULL)
    gtk_widget_grab_focus (found);
}

InkRule *
ink_sentence_part_read (InkSentencePart *self)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) ink_rule_unref);

  g_return_val_if_fail (INK_IS_SENTENCE_PART (self), NULL);

  for (guint i = 0; i < self->words->len; i++)
    if (INK_IS_WORD_BUTTON (g_ptr_array_index (self->words, i)))
      g_ptr_array_add (words,
                       ink_word_button_get_word (g_ptr_array_index (self->words, i)));
  for (guint i = 0; i < self->parts->len; i++)
    g_ptr_array_add (parts, ink_sentence_part_read (g_ptr_array_index (self->parts, i)));

  return ink_sentence_read_part (words, parts);
}
