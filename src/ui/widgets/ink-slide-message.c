/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-slide-message.h"

#include "base/ink-time.h"
#include "ui/widgets/ink-slide-view.h"
#include "ui/widgets/ink-wrap-box.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _InkSlideMessage
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkImage *icon;
  GtkLabel *sentence;
  GtkWidget *buttons;
  GtkWidget *take;
  GtkWidget *keep;
  GtkWidget *thaw;
};

G_DEFINE_FINAL_TYPE (InkSlideMessage, ink_slide_message, GTK_TYPE_WIDGET)

static char *
say_frozen (const InkSlideContent *content)
{
  const char *date = content->slide->frozen->date;
  InkNumbers numbers = ink_numbers_for_locale ();
  g_autofree char *day = NULL;
  gint64 first, after;

  if (ink_time_parse_date (date, strlen (date), content->zone, &first, &after))
    day = ink_numbers_date (&numbers, first, INK_PERIOD_DAY, content->zone, TRUE);

  return g_strdup_printf (ink_slide_is_table (content->slide)
                              ? _ ("As of %s: new data do not change a table. Add it again to renew "
                                   "it.")
                              : _ ("Frozen on %s: new data do not change this slide."),
                          day != NULL ? day : date);
}

/* A title of one's own stays what it is: then what was found is said beside it. */
static char *
say_changed (const InkSlideContent *content,
             const char *old)
{
  return g_strdup_printf (_ ("The message changed: was “%s”, now “%s”."), old, content->finding);
}

/* A table was never live. */
static void
show (InkSlideMessage *self,
      const char *sentence,
      gboolean is_frozen,
      gboolean is_table)
{
  gtk_label_set_label (self->sentence, sentence);
  gtk_image_set_from_icon_name (self->icon,
                                is_frozen ? INK_SLIDE_FROZEN_ICON : INK_SLIDE_CHANGED_ICON);
  gtk_widget_set_visible (self->take, !is_frozen);
  gtk_widget_set_visible (self->keep, !is_frozen);
  gtk_widget_set_visible (self->thaw, is_frozen && !is_table);
  gtk_widget_set_visible (self->buttons, !is_table);
  if (is_frozen)
    gtk_widget_add_css_class (GTK_WIDGET (self), "calm");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "calm");
}

void
ink_slide_message_set (InkSlideMessage *self,
                       const InkSlideContent *content,
                       const char *old)
{
  gboolean is_frozen = content != NULL && content->slide->frozen != NULL;
  g_autofree char *sentence = NULL;

  g_return_if_fail (INK_IS_SLIDE_MESSAGE (self));

  gtk_widget_set_visible (GTK_WIDGET (self), is_frozen || (content != NULL && old != NULL));
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  sentence = is_frozen ? say_frozen (content) : say_changed (content, old);
  show (self, sentence, is_frozen, ink_slide_is_table (content->slide));
}

const char *
ink_slide_message_get_sentence (InkSlideMessage *self)
{
  g_return_val_if_fail (INK_IS_SLIDE_MESSAGE (self), NULL);

  return gtk_widget_get_visible (GTK_WIDGET (self)) ? gtk_label_get_label (self->sentence) : NULL;
}

/* ---- Life ---- */

static void
ink_slide_message_dispose (GObject *object)
{
  InkSlideMessage *self = INK_SLIDE_MESSAGE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (ink_slide_message_parent_class)->dispose (object);
}

static void
ink_slide_message_class_init (InkSlideMessageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ink_slide_message_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "slidemessage");
}

static GtkWidget *
add_button (GtkWidget *buttons,
            const char *label,
            const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  ink_wrap_box_insert_after (INK_WRAP_BOX (buttons), button,
                             gtk_widget_get_last_child (buttons));

  return button;
}

static GtkWidget *
make_words (InkSlideMessage *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->icon = GTK_IMAGE (g_object_new (GTK_TYPE_IMAGE, "accessible-role",
                                        GTK_ACCESSIBLE_ROLE_PRESENTATION, "valign",
                                        GTK_ALIGN_START, NULL));
  self->sentence = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->sentence, TRUE);
  gtk_label_set_wrap_mode (self->sentence, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->sentence, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->sentence), TRUE);
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->sentence));

  return words;
}

static void
ink_slide_message_init (InkSlideMessage *self)
{
  self->buttons = ink_wrap_box_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gtk_box_append (GTK_BOX (self->box), make_words (self));
  gtk_box_append (GTK_BOX (self->box), self->buttons);
  self->take = add_button (self->buttons, _ ("_Take the New Title"), "report.take-title");
  self->keep = add_button (self->buttons, _ ("_Keep Mine"), "report.keep-title");
  self->thaw = add_button (self->buttons, _ ("Make _Live Again"), "report.frozen");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
