/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-notice-bar.h"

#include <glib/gi18n-lib.h>

struct _InkNoticeBar
{
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  GtkBox *box;
  GtkImage *icon;
  GtkLabel *sentence;
  GtkBox *buttons;
  char *id;
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (InkNoticeBar, ink_notice_bar, GTK_TYPE_WIDGET)

static void
hide (InkNoticeBar *self)
{
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  g_clear_pointer (&self->id, g_free);
}

static void
close_cb (GtkButton *button,
          InkNoticeBar *self)
{
  hide (self);
}

/* First hidden, then done: what the action says must not be hidden with the rest. */
static void
button_cb (GtkButton *button,
           InkNoticeBar *self)
{
  const char *action = g_object_get_data (G_OBJECT (button), "action");
  g_autoptr (GVariant) target = NULL;
  g_autofree char *name = NULL;

  hide (self);
  if (g_action_parse_detailed_name (action, &name, &target, NULL))
    gtk_widget_activate_action_variant (GTK_WIDGET (self), name, target);
}

static void
add_button (InkNoticeBar *self,
            const char *label,
            const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_object_set_data_full (G_OBJECT (button), "action", g_strdup (action), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (button_cb), self);
  gtk_box_append (self->buttons, button);
}

/* Two buttons stand beside each other wherever the window can be; three need some room. */
static void
arrange (InkNoticeBar *self)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->buttons));
  GtkWidget *second = first != NULL ? gtk_widget_get_next_sibling (first) : NULL;
  gboolean many = second != NULL && gtk_widget_get_next_sibling (second) != NULL;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box),
                                  self->narrow ? GTK_ORIENTATION_VERTICAL
                                               : GTK_ORIENTATION_HORIZONTAL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->buttons),
                                  self->narrow && many ? GTK_ORIENTATION_VERTICAL
                                                       : GTK_ORIENTATION_HORIZONTAL);
}

void
ink_notice_bar_say (InkNoticeBar *self,
                    const InkNotice *notice)
{
  GtkWidget *button;
  guint n = 0;

  g_return_if_fail (INK_IS_NOTICE_BAR (self));
  g_return_if_fail (notice != NULL && notice->sentence != NULL);

  g_free (self->id);
  self->id = g_strdup (notice->id);
  gtk_label_set_label (self->sentence, notice->sentence);
  gtk_image_set_from_icon_name (self->icon, notice->calm ? "dialog-information-symbolic"
                                                         : "dialog-warning-symbolic");
  if (notice->calm)
    gtk_widget_add_css_class (GTK_WIDGET (self), "calm");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "calm");
  while ((button = gtk_widget_get_first_child (GTK_WIDGET (self->buttons))) != NULL)
    gtk_box_remove (self->buttons, button);
  for (; n < INK_NOTICE_ACTIONS && notice->actions[n].label != NULL; n++)
    add_button (self, notice->actions[n].label, notice->actions[n].action);
  gtk_widget_set_visible (GTK_WIDGET (self->buttons), n > 0);
  arrange (self);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

void
ink_notice_bar_take_back (InkNoticeBar *self,
                          const char *id)
{
  g_return_if_fail (INK_IS_NOTICE_BAR (self));

  if (id == NULL || g_strcmp0 (self->id, id) == 0)
    hide (self);
}

const char *
ink_notice_bar_get_shown (InkNoticeBar *self)
{
  g_return_val_if_fail (INK_IS_NOTICE_BAR (self), NULL);

  return gtk_revealer_get_reveal_child (self->revealer) ? gtk_label_get_label (self->sentence)
                                                        : NULL;
}

gboolean
ink_notice_bar_says (InkNoticeBar *self,
                     const char *id)
{
  g_return_val_if_fail (INK_IS_NOTICE_BAR (self), FALSE);

  return g_strcmp0 (self->id, id) == 0;
}

void
ink_notice_bar_set_narrow (InkNoticeBar *self,
                           gboolean narrow)
{
  g_return_if_fail (INK_IS_NOTICE_BAR (self));

  self->narrow = narrow;
  arrange (self);
}

static void
ink_notice_bar_dispose (GObject *object)
{
  InkNoticeBar *self = INK_NOTICE_BAR (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_pointer (&self->id, g_free);

  G_OBJECT_CLASS (ink_notice_bar_parent_class)->dispose (object);
}

static void
ink_notice_bar_class_init (InkNoticeBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_notice_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               INK_RESOURCE_BASE "/widgets/ink-notice-bar.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "noticebar");
  gtk_widget_class_bind_template_child (widget_class, InkNoticeBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, InkNoticeBar, box);
  gtk_widget_class_bind_template_child (widget_class, InkNoticeBar, icon);
  gtk_widget_class_bind_template_child (widget_class, InkNoticeBar, sentence);
  gtk_widget_class_bind_template_child (widget_class, InkNoticeBar, buttons);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
ink_notice_bar_init (InkNoticeBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
