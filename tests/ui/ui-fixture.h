/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the tests of widgets share: a display or a skip, waiting, and a walk over a widget tree. */
#pragma once

#include <adwaita.h>
#include <string.h>

#include "support/ink-test.h"
#include "ui/widgets/ink-later.h"

#define UI_PATIENCE_SECONDS 60

/* The bus of tests starts nothing, so nobody takes notifications; GLib says so and goes on. GTK 4.8
 * asks where the pointer is for a tooltip whose window is gone by then, and goes on, too. */
static inline gboolean
ui_is_fatal (const char *domain,
             GLogLevelFlags level,
             const char *message,
             gpointer data)
{
  return strstr (message, "unable to send notifications") == NULL
         && strstr (message, "gdk_surface_get_device_position") == NULL;
}

/* Ends the program as skipped where there is no display. */
static inline void
ui_test_init (int *argc,
              char ***argv)
{
  g_test_init (argc, argv, NULL);
  g_test_log_set_fatal_handler (ui_is_fatal, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n"); /* how TAP says what an exit status of 77 does */
      exit (0);
    }
  adw_init ();
}

static inline void
ui_turn (void)
{
  for (guint i = 0; i < 200 && g_main_context_iteration (NULL, FALSE); i++)
    ;
}

/* Lets the main loop run for that long. */
static inline void
ui_let_pass (int milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * (G_USEC_PER_SEC / 1000);

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (2000);
}

/* Lets the main loop run until @condition holds. */
static inline void
ui_wait_for (gboolean (*condition) (gpointer data),
             gpointer data)
{
  gint64 end = g_get_monotonic_time () + UI_PATIENCE_SECONDS * G_USEC_PER_SEC;

  while (!condition (data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (2000);
    }
}

static inline gboolean
ui_is_gone (gpointer place)
{
  GtkWidget *widget = *(GtkWidget **) place;

  return widget == NULL || !gtk_widget_get_mapped (widget);
}

/* Lets the main loop run until @widget is no longer seen, and what follows from that is done. */
static inline void
ui_wait_until_gone (GtkWidget *widget)
{
  GtkWidget *place = NULL;

  g_set_weak_pointer (&place, widget);
  ui_wait_for (ui_is_gone, &place);
  g_clear_weak_pointer (&place);
  ui_turn ();
}

/* The first widget below @widget, in the order of the tree, for which @is holds. */
static inline GtkWidget *
ui_find (GtkWidget *widget,
         gboolean (*is) (GtkWidget *widget, gconstpointer data),
         gconstpointer data)
{
  if (is (widget, data))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ui_find (child, is, data);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static inline gboolean
ui_is_type (GtkWidget *widget,
            gconstpointer type)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), GPOINTER_TO_SIZE (type));
}

static inline GtkWidget *
ui_find_type (GtkWidget *widget,
              GType type)
{
  return ui_find (widget, ui_is_type, GSIZE_TO_POINTER (type));
}

static inline gboolean
ui_is_button (GtkWidget *widget,
              gconstpointer label)
{
  return GTK_IS_BUTTON (widget)
         && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

static inline gboolean
ui_has_tooltip (GtkWidget *widget,
                gconstpointer text)
{
  return GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) == 0;
}

static inline gboolean
ui_is_combo (GtkWidget *widget,
             gconstpointer title)
{
  return ADW_IS_COMBO_ROW (widget)
         && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0;
}

static inline gboolean
ui_is_row_titled (GtkWidget *widget,
                  gconstpointer title)
{
  return ADW_IS_PREFERENCES_ROW (widget)
         && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0;
}

static inline gboolean
ui_is_label (GtkWidget *widget,
             gconstpointer text)
{
  return GTK_IS_LABEL (widget)
         && g_strcmp0 (gtk_label_get_label (GTK_LABEL (widget)), text) == 0;
}

/* Whether it is seen and has @words among its text. */
static inline gboolean
ui_shows (GtkWidget *widget,
          gconstpointer words)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
         && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL;
}

/* Presses a key that a widget's class (or a controller of it) has a shortcut for. */
static inline void
ui_press (GtkWidget *widget,
          guint key,
          GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) one = g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (one);

          if (GTK_IS_KEYVAL_TRIGGER (trigger)
              && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key
              && gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == modifiers
              && gtk_shortcut_action_activate (gtk_shortcut_get_action (one), 0, widget,
                                               gtk_shortcut_get_arguments (one)))
            return;
        }
    }

  g_error ("nobody takes the key %s", gdk_keyval_name (key));
}

static inline void
ui_painted_cb (GdkFrameClock *clock,
               gboolean *painted)
{
  *painted = TRUE;
}

static inline gboolean
ui_is_true (gpointer data)
{
  return *(gboolean *) data;
}

static inline gboolean
ui_is_waiting (GtkWidget *widget,
               gconstpointer data)
{
  return INK_IS_LATER (widget) && ink_later_is_waiting (INK_LATER (widget));
}

static inline gboolean
ui_is_filled (gpointer window)
{
  return ui_find (window, ui_is_waiting, NULL) == NULL;
}

/* Lets the window draw one whole frame, and what comes some frames later. */
static inline void
ui_frame (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gboolean painted = FALSE;
  gulong id = g_signal_connect (clock, "after-paint", G_CALLBACK (ui_painted_cb), &painted);

  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
  ui_wait_for (ui_is_true, &painted);
  g_signal_handler_disconnect (clock, id);
  ui_wait_for (ui_is_filled, window);
}
