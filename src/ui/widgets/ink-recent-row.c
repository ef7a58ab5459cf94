/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-recent-row.h"

#include "plot/ink-numbers.h"
#include "ui/ink-when.h"
#include "ui/widgets/ink-tiny-funnel.h"

#include <glib/gi18n-lib.h>

struct _InkRecentRow
{
  AdwActionRow parent_instance;

  InkRecent *recent;
  GtkWidget *menu; /* nullable: made when it is first asked for */
};

enum
{
  SIGNAL_FORGET,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InkRecentRow, ink_recent_row, ADW_TYPE_ACTION_ROW)

/* "412 308 events · 9 goals · edited today" */
static char *
describe (const InkRecent *recent)
{
  InkNumbers numbers = ink_numbers_for_locale ();
  g_autofree char *count = ink_numbers_count (&numbers, (double) recent->events);
  g_autofree char *events = g_strdup_printf (
      ngettext ("%s event", "%s events", (gulong) recent->events), count);
  g_autofree char *goals
      = g_strdup_printf (ngettext ("%u goal", "%u goals", recent->goals), recent->goals);
  g_autoptr (GDateTime) edited
      = recent->edited > 0 ? g_date_time_new_from_unix_local (recent->edited / G_USEC_PER_SEC)
                           : NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *when = edited != NULL ? ink_when_edited (edited, now) : NULL;

  if (when == NULL)
    /* Translators: of a recent project: 412 308 events · 9 goals */
    return g_strdup_printf (_ ("%s · %s"), events, goals);
  /* Translators: of a recent project: 412 308 events · 9 goals · edited today */
  return g_strdup_printf (_ ("%s · %s · %s"), events, goals, when);
}

static void
forget_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_FORGET], 0);
}

static void
open_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  gtk_widget_activate_action (widget, "app.open-recent", "s", INK_RECENT_ROW (widget)->recent->uri);
}

static GtkWidget *
make_menu (InkRecentRow *self)
{
  g_autoptr (GMenu) model = g_menu_new ();
  GtkWidget *menu;

  g_menu_append (model, _ ("_Open"), "row.open");
  g_menu_append (model, _ ("_Remove From List"), "row.forget");
  menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (model));
  gtk_popover_set_has_arrow (GTK_POPOVER (menu), FALSE);
  gtk_widget_set_halign (menu, GTK_ALIGN_START);
  gtk_widget_set_parent (menu, GTK_WIDGET (self));
  return menu;
}

static void
show_menu (InkRecentRow *self,
           double x,
           double y)
{
  if (self->menu == NULL)
    self->menu = make_menu (self);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
pressed_cb (GtkGestureClick *gesture,
            int n,
            double x,
            double y,
            InkRecentRow *self)
{
  show_menu (self, x, y);
}

static void
held_cb (GtkGestureLongPress *gesture,
         double x,
         double y,
         InkRecentRow *self)
{
  show_menu (self, x, y);
}

static gboolean
menu_key_cb (GtkWidget *widget,
             GVariant *arguments,
             gpointer data)
{
  show_menu (INK_RECENT_ROW (widget), gtk_widget_get_width (widget) / 2.0,
             gtk_widget_get_height (widget) / 2.0);
  return TRUE;
}

static void
ink_recent_row_dispose (GObject *object)
{
  InkRecentRow *self = INK_RECENT_ROW (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);

  G_OBJECT_CLASS (ink_recent_row_parent_class)->dispose (object);
}

static void
ink_recent_row_finalize (GObject *object)
{
  ink_recent_free (INK_RECENT_ROW (object)->recent);

  G_OBJECT_CLASS (ink_recent_row_parent_class)->finalize (object);
}

static void
ink_recent_row_class_init (InkRecentRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_recent_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = ink_recent_row_finalize;

  signals[SIGNAL_FORGET] = g_signal_new ("forget", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "row.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "row.forget", NULL, forget_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "row.forget", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "row.forget", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
}

static void
ink_recent_row_init (InkRecentRow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *hold = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (hold), TRUE);
  g_signal_connect (hold, "pressed", G_CALLBACK (held_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (hold));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 1);
}

GtkWidget *
ink_recent_row_new (const InkRecent *recent)
{
  InkRecentRow *self = g_object_new (INK_TYPE_RECENT_ROW, NULL);
  g_autofree char *words = describe (recent);

  self->recent = ink_recent_copy (recent);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), recent->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), words);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self),
                             ink_tiny_funnel_new (recent->shares, recent->n_shares));
  return GTK_WIDGET (self);
}

const InkRecent *
ink_recent_row_get_recent (InkRecentRow *self)
{
  g_return_val_if_fail (INK_IS_RECENT_ROW (self), NULL);

  return self->recent;
}
