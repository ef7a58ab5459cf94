/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-word-button.h"

#include "ui/compat/ink-compat-name.h"
#include "ui/widgets/ink-sentence-editor-private.h"

#include <glib/gi18n-lib.h>

/* Longer words are cut; the tooltip has them whole. */
#define MAX_CHARS 42

struct _InkWordButton
{
  GtkWidget parent_instance;

  GtkMenuButton *button;
  GtkLabel *label;

  InkWord *word;
  InkPartPath path;
};

G_DEFINE_FINAL_TYPE (InkWordButton, ink_word_button, GTK_TYPE_WIDGET)

/* --- Keys --- */

static gboolean
remove_cb (GtkWidget *widget,
           GVariant *arguments,
           gpointer data)
{
  InkWordPlace place;
  InkRule *edited;

  if (!ink_word_place_find (widget, &place))
    return FALSE;

  edited = ink_sentence_remove_word (place.rule, &place.path, place.word);
  if (edited == NULL)
    edited = ink_sentence_new_part (INK_RULE_DOES);
  ink_sentence_editor_apply (place.editor, edited, _ ("Remove from the Sentence"), NULL);
  ink_sentence_editor_stay_at (place.editor, &place.path, NULL);
  return TRUE;
}

static gboolean
move_cb (GtkWidget *widget,
         GVariant *arguments,
         gpointer data)
{
  InkWordPlace place;
  InkPartPath moved;
  InkRule *edited;
  g_autoptr (InkWord) word = NULL;
  int by = g_variant_get_int32 (arguments);

  if (!ink_word_place_find (widget, &place)
      || !ink_sentence_can_move_part (place.rule, &place.path, by))
    return FALSE;

  word = ink_word_ref (place.word);
  edited = ink_sentence_move_part (place.rule, &place.path, by, &moved);
  ink_sentence_editor_apply (place.editor, edited, _ ("Move in the Sentence"), NULL);
  ink_sentence_editor_take_to (place.editor, &moved, word);
  return TRUE;
}

/* --- Looks --- */

static gboolean
is_plain (InkWordKind kind)
{
  return kind == INK_WORD_VERB || kind == INK_WORD_OP || kind == INK_WORD_BOUND
         || kind == INK_WORD_GROUP || kind == INK_WORD_WINDOW || kind == INK_WORD_FIRST_TIME;
}

static void
set_class (InkWordButton *self,
           const char *name,
           gboolean on)
{
  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (self->button), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->button), name);
}

static void
create_cb (GtkMenuButton *button,
           gpointer data)
{
  InkWordButton *self = data;

  gtk_menu_button_set_popover (button, ink_word_popover_new (self));
}

static gboolean
ink_word_button_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (INK_WORD_BUTTON (widget)->button));
}

static void
ink_word_button_dispose (GObject *object)
{
  InkWordButton *self = INK_WORD_BUTTON (object);

  if (self->button != NULL)
    {
      gtk_menu_button_set_create_popup_func (self->button, NULL, NULL, NULL);
      gtk_widget_unparent (GTK_WIDGET (self->button));
    }
  self->button = NULL;
  g_clear_pointer (&self->word, ink_word_unref);

  G_OBJECT_CLASS (ink_word_button_parent_class)->dispose (object);
}

static void
ink_word_button_class_init (InkWordButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_word_button_dispose;
  widget_class->grab_focus = ink_word_button_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "word");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, remove_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, move_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, move_cb, "i", 1);
}

static void
ink_word_button_init (InkWordButton *self)
{
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (self->label, MAX_CHARS);
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_child (self->button, GTK_WIDGET (self->label));
  gtk_menu_button_set_always_show_arrow (self->button, TRUE);
  gtk_menu_button_set_create_popup_func (self->button, create_cb, self, NULL);
  ink_compat_hush_menu (GTK_WIDGET (self->button));
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "word");
  gtk_widget_set_parent (GTK_WIDGET (self->button), GTK_WIDGET (self));
}

GtkWidget *
ink_word_button_new (void)
{
  return g_object_new (INK_TYPE_WORD_BUTTON, NULL);
}

/* Both the button and what takes the keyboard in it. */
static void
set_said (InkWordButton *self,
          const char *said)
{
  GtkWidget *inner = gtk_widget_get_first_child (GTK_WIDGET (self->button));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  said, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (inner), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
}

void
ink_word_button_set (InkWordButton *self,
                     InkWord *word,
                     const InkPartPath *path,
                     const char *said)
{
  g_return_if_fail (INK_IS_WORD_BUTTON (self));
  g_return_if_fail (word != NULL && path != NULL && said != NULL);

  ink_word_ref (word);
  g_clear_pointer (&self->word, ink_word_unref);
  self->word = word;
  self->path = *path;
  gtk_label_set_label (self->label, word->text);
  ink_compat_set_tooltip (GTK_WIDGET (self->button),
                          g_utf8_strlen (word->text, -1) > MAX_CHARS ? word->text
                                                                     : word->hint);
  set_said (self, said);
  set_class (self, "plain", is_plain (word->kind));
  set_class (self, "unfinished", word->unfinished);
  set_class (self, "unknown", word->unknown);
}

InkWord *
ink_word_button_get_word (InkWordButton *self)
{
  g_return_val_if_fail (INK_IS_WORD_BUTTON (self), NULL);

  return self->word;
}

const InkPartPath *
ink_word_button_get_path (InkWordButton *self)
{
  g_return_val_if_fail (INK_IS_WORD_BUTTON (self), NULL);

  return &self->path;
}

void
ink_word_button_open (InkWordButton *self)
{
  g_return_if_fail (INK_IS_WORD_BUTTON (self));

  gtk_menu_button_popup (self->button);
}

void
ink_word_button_close (InkWordButton *self)
{
  g_return_if_fail (INK_IS_WORD_BUTTON (self));

  gtk_menu_button_popdown (self->button);
}

GtkWidget *
ink_word_button_get_content (InkWordButton *self)
{
  GtkPopover *popover;

  g_return_val_if_fail (INK_IS_WORD_BUTTON (self), NULL);

  popover = gtk_menu_button_get_popover (self->button);
  return popover != NULL ? gtk_popover_get_child (popover) : NULL;
}
