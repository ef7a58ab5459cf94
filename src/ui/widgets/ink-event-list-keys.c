/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What can be done with an event of the list, by keys and its menu. */

#include "config.h"

#include "ui/widgets/ink-event-list-private.h"

#include "ui/widgets/ink-event-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static InkEventRow *
find_row (InkEventList *self,
          InkEventItem *item)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = gtk_widget_get_first_child (child);

      if (row != NULL && INK_IS_EVENT_ROW (row)
          && ink_event_row_get_item (INK_EVENT_ROW (row)) == item)
        return INK_EVENT_ROW (row);
    }

  return NULL;
}

/* What dropping it on the selected card does, where there are cards. */
static void
join (InkEventList *self,
      InkEventItem *item)
{
  g_auto (GStrv) names = _ink_event_list_list_meant (self, item);

  gtk_widget_activate_action (GTK_WIDGET (self), "board.join-events", "^as", names);
}

static void
act (InkEventList *self,
     const char *what,
     InkEventItem *item)
{
  InkEventRow *row = find_row (self, item);

  if (g_str_equal (what, "add"))
    _ink_event_list_add (self, item);
  else if (g_str_equal (what, "join"))
    join (self, item);
  else if (g_str_equal (what, "hide"))
    _ink_event_list_hide (self, item);
  else if (g_str_equal (what, "passive"))
    _ink_event_list_set_passive (self, item);
  else if (row != NULL)
    ink_event_row_begin_rename (row);
}

static gboolean
key_cb (GtkWidget *widget,
        GVariant *arguments,
        gpointer data)
{
  InkEventList *self = INK_EVENT_LIST (widget);
  InkEventItem *item = _ink_event_list_get_focused (self);

  if (item == NULL || item->name == NULL)
    return FALSE;
  act (self, g_variant_get_string (arguments, NULL), item);

  return TRUE;
}

static void
event_action (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  InkEventList *self = INK_EVENT_LIST (widget);
  InkEventItem *item
      = ink_event_catalogue_find (self->catalogue, g_variant_get_string (parameter, NULL));

  if (item == NULL)
    return;
  /* It goes while its list is read anew. */
  g_object_ref (item);
  act (self, name + strlen ("event."), item);
  g_object_unref (item);
}

static void
append_join (GMenu *menu,
             InkEventList *self,
             InkEventItem *item)
{
  g_autoptr (GMenuItem) entry = g_menu_item_new (_ ("Add to the Selected _Goal"), NULL);
  g_auto (GStrv) names = _ink_event_list_list_meant (self, item);

  g_menu_item_set_action_and_target (entry, "board.join-events", "^as", names);
  g_menu_append_item (menu, entry);
}

static void
append_action (GMenu *menu,
               const char *label,
               const char *action,
               InkEventItem *item)
{
  g_autoptr (GMenuItem) entry = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (entry, action, "s", item->name);
  g_menu_append_item (menu, entry);
}

void
_ink_event_list_show_menu (InkEventList *self,
                           InkEventItem *item,
                           double x,
                           double y)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  append_action (menu, _ ("_Add as a Goal"), "event.add", item);
  append_join (menu, self, item);
  append_action (menu, _ ("_Rename"), "event.rename", item);
  append_action (menu,
                 _ink_event_list_is_passive (self, item) ? _ ("The _Person Does This")
                                                         : _ ("The _Person Does Not Do This"),
                 "event.passive", item);
  append_action (menu, item->group == INK_EVENTS_HIDDEN ? _ ("_Show Again") : _ ("_Hide"),
                 "event.hide", item);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static gboolean
menu_key_cb (GtkWidget *widget,
             GVariant *arguments,
             gpointer data)
{
  InkEventList *self = INK_EVENT_LIST (widget);
  InkEventItem *item = _ink_event_list_get_focused (self);
  InkEventRow *row = item != NULL ? find_row (self, item) : NULL;
  graphene_rect_t box;

  if (row == NULL || item->name == NULL
      || !gtk_widget_compute_bounds (GTK_WIDGET (row), widget, &box))
    return FALSE;
  _ink_event_list_show_menu (self, item, box.origin.x + box.size.width / 2, box.origin.y + box.size.height / 2);

  return TRUE;
}

void
_ink_event_list_add_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "event.add", "s", event_action);
  gtk_widget_class_install_action (widget_class, "event.rename", "s", event_action);
  gtk_widget_class_install_action (widget_class, "event.hide", "s", event_action);
  gtk_widget_class_install_action (widget_class, "event.passive", "s", event_action);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_a, 0, key_cb, "s", "add");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_j, 0, key_cb, "s", "join");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F2, 0, key_cb, "s", "rename");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, key_cb, "s", "hide");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
}
