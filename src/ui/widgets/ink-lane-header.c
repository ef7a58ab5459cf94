/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-lane-header.h"

#include "ui/compat/ink-compat-name.h"

#include <glib/gi18n-lib.h>

struct _InkLaneHeader
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *title;
  GtkEntry *entry;
  GtkLabel *count;
  GtkMenuButton *menu_button;
  GMenuModel *menu; /* nullable */

  char *name;
};

enum
{
  SIGNAL_RENAMED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InkLaneHeader, ink_lane_header, GTK_TYPE_WIDGET)

/* ---- Renaming ---- */

static void
show_entry (InkLaneHeader *self,
            gboolean shown)
{
  gtk_widget_set_visible (GTK_WIDGET (self->entry), shown);
  gtk_widget_set_visible (GTK_WIDGET (self->title), !shown);
}

static void
end_rename (InkLaneHeader *self,
            gboolean keep)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  gboolean had_focus = gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (
      GTK_EDITABLE (self->entry))));

  if (!ink_lane_header_is_renaming (self))
    return;
  show_entry (self, FALSE);
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  if (keep)
    g_signal_emit (self, signals[SIGNAL_RENAMED], 0, text);
}

static void
activated_cb (GtkEntry *entry,
              InkLaneHeader *self)
{
  end_rename (self, TRUE);
}

static void
left_cb (GtkEventControllerFocus *controller,
         InkLaneHeader *self)
{
  end_rename (self, TRUE);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType modifiers,
        InkLaneHeader *self)
{
  if (key != GDK_KEY_Escape)
    return FALSE;
  end_rename (self, FALSE);

  return TRUE;
}

void
ink_lane_header_begin_rename (InkLaneHeader *self)
{
  g_return_if_fail (INK_IS_LANE_HEADER (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), self->name != NULL ? self->name : "");
  show_entry (self, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

gboolean
ink_lane_header_is_renaming (InkLaneHeader *self)
{
  g_return_val_if_fail (INK_IS_LANE_HEADER (self), FALSE);

  return gtk_widget_get_visible (GTK_WIDGET (self->entry));
}

void
ink_lane_header_open_menu (InkLaneHeader *self)
{
  g_return_if_fail (INK_IS_LANE_HEADER (self));

  gtk_menu_button_popup (self->menu_button);
}

/* ---- What it says ---- */

void
ink_lane_header_set_lane (InkLaneHeader *self,
                          const char *name,
                          guint n_goals,
                          GMenuModel *menu)
{
  g_autofree char *count = g_strdup_printf ("%u", n_goals);
  g_autofree char *spoken = NULL;
  g_autofree char *goals = NULL;
  g_autofree char *hint = NULL;

  g_return_if_fail (INK_IS_LANE_HEADER (self));
  g_return_if_fail (name != NULL);

  g_free (self->name);
  self->name = g_strdup (name);
  gtk_label_set_label (self->title, name);
  gtk_label_set_label (self->count, n_goals > 0 ? count : "");
  g_set_object (&self->menu, menu);
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), menu != NULL);
  goals = g_strdup_printf (ngettext ("%u goal", "%u goals", n_goals), n_goals);
  /* Translators: a stage of the journey and how many goals are in it. */
  spoken = g_strdup_printf (_ ("Stage %s, %s"), name, goals);
  hint = g_strdup_printf (_ ("Menu of the Stage “%s”"), name);
  ink_compat_set_hint (GTK_WIDGET (self->menu_button), hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
}

void
ink_lane_header_set_chosen (InkLaneHeader *self,
                            gboolean chosen)
{
  g_return_if_fail (INK_IS_LANE_HEADER (self));

  if (chosen)
    gtk_widget_add_css_class (GTK_WIDGET (self), "chosen");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "chosen");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, chosen, -1);
}

static void
ink_lane_header_dispose (GObject *object)
{
  InkLaneHeader *self = INK_LANE_HEADER (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->name, g_free);
  g_clear_object (&self->menu);

  G_OBJECT_CLASS (ink_lane_header_parent_class)->dispose (object);
}

static void
ink_lane_header_class_init (InkLaneHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_lane_header_dispose;
  signals[SIGNAL_RENAMED]
      = g_signal_new ("renamed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "laneheader");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_HEADING);
}

static void
make_name (InkLaneHeader *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->title = GTK_LABEL (gtk_label_new (NULL));
  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_label_set_xalign (self->title, 0);
  gtk_label_set_ellipsize (self->title, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Name of the stage"), -1);
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->entry), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->entry), FALSE);
  g_signal_connect (self->entry, "activate", G_CALLBACK (activated_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), focus);
}

/* A menu is only made when it is opened: every edit may bring another one. */
static void
open_menu_cb (GtkMenuButton *button,
              gpointer self)
{
  gtk_menu_button_set_menu_model (button, INK_LANE_HEADER (self)->menu);
}

static void
ink_lane_header_init (InkLaneHeader *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  make_name (self);
  self->count = GTK_LABEL (gtk_label_new (NULL));
  self->menu_button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  gtk_menu_button_set_icon_name (self->menu_button, "view-more-symbolic");
  gtk_menu_button_set_create_popup_func (self->menu_button, open_menu_cb, self, NULL);
  gtk_widget_set_valign (GTK_WIDGET (self->menu_button), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->menu_button), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self->menu_button), "circular");
  gtk_widget_add_css_class (GTK_WIDGET (self->menu_button), "lane-menu");
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->menu_button));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  ink_compat_name_menus (GTK_WIDGET (self));
}

GtkWidget *
ink_lane_header_new (void)
{
  return g_object_new (INK_TYPE_LANE_HEADER, NULL);
}
