/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Controls that a screen reader stops at have to say what they are. */
#pragma once

#include "ui-fixture.h"

#include "ui/widgets/ink-chart-canvas.h"

static inline gboolean
ui_wants_name (GtkWidget *widget)
{
  return gtk_widget_get_focusable (widget)
         && (GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget) || GTK_IS_EDITABLE (widget)
             || GTK_IS_DROP_DOWN (widget) || GTK_IS_SWITCH (widget) || GTK_IS_CALENDAR (widget)
             || GTK_IS_LIST_VIEW (widget) || GTK_IS_COLUMN_VIEW (widget)
             || GTK_IS_LIST_BOX (widget) || INK_IS_CHART_CANVAS (widget));
}

/* What GTK and libadwaita make inside their own widgets is named by them, or not at all. */
static inline gboolean
ui_is_of_toolkit (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  for (GtkWidget *one = parent; one != NULL; one = gtk_widget_get_parent (one))
    if (GTK_IS_DROP_DOWN (one) || ADW_IS_COMBO_ROW (one) || ADW_IS_ENTRY_ROW (one)
        || ADW_IS_VIEW_SWITCHER (one) || GTK_IS_WINDOW_CONTROLS (one) || GTK_IS_CALENDAR (one)
        || GTK_IS_SPIN_BUTTON (one) || GTK_IS_POPOVER_MENU (one)
        || GTK_IS_SHORTCUTS_WINDOW (one)
        || g_str_equal (G_OBJECT_TYPE_NAME (one), "AdwToastWidget"))
      return TRUE;

  return GTK_IS_TEXT (widget) || ADW_IS_PREFERENCES_ROW (widget)
         || (GTK_IS_LIST_BOX (widget)
             && (ADW_IS_EXPANDER_ROW (gtk_widget_get_ancestor (widget, ADW_TYPE_EXPANDER_ROW))
                 || ADW_IS_PREFERENCES_GROUP (
                     gtk_widget_get_ancestor (widget, ADW_TYPE_PREFERENCES_GROUP))))
         || GTK_IS_COLUMN_VIEW (parent);
}

/* A tooltip does not count: GTK 4.8 does not take it for a name. */
static inline gboolean
ui_is_named (GtkWidget *widget)
{
  return gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget),
                                           GTK_ACCESSIBLE_PROPERTY_LABEL)
         || gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget),
                                              GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

static inline void
ui_assert_labelled (GtkWidget *widget)
{
  if (ui_wants_name (widget) && !ui_is_of_toolkit (widget) && !ui_is_named (widget))
    {
      g_autoptr (GString) place = g_string_new (NULL);

      for (GtkWidget *one = widget; one != NULL; one = gtk_widget_get_parent (one))
        g_string_append_printf (place, " in %s", G_OBJECT_TYPE_NAME (one));
      g_test_message ("No label (%s):%s", gtk_widget_get_tooltip_text (widget), place->str);
      g_test_fail ();
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    ui_assert_labelled (child);
}
