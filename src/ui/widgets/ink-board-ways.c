/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Who is behind the lines of the board: by pointing at a line, or from a card's menu. */

#include "config.h"

#include "ui/widgets/ink-board-private.h"

#include "plot/ink-numbers.h"
#include "ui/widgets/ink-name-menu.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A menu of more is a list that nobody reads. */
#define MOST_WAYS 12

/* ---- From a card ---- */

static int
compare_people (gconstpointer a,
                gconstpointer b)
{
  const InkGoalWay *x = *(const InkGoalWay *const *) a, *y = *(const InkGoalWay *const *) b;

  return (x->people < y->people) - (x->people > y->people);
}

/* The ways from @goal that most take first; (element-type InkGoalWay), the facts'. */
static GPtrArray *
list_ways (InkBoard *self,
           const InkGoal *goal)
{
  GPtrArray *found = g_ptr_array_new ();
  guint n = 0;
  const InkGoalWay *ways
      = self->facts != NULL ? ink_board_facts_get_ways (self->facts, &n) : NULL;

  for (guint i = 0; i < n; i++)
    if (ways[i].people > 0 && g_strcmp0 (ways[i].from, goal->name) == 0)
      g_ptr_array_add (found, (gpointer) &ways[i]);
  g_ptr_array_sort (found, compare_people);
  g_ptr_array_set_size (found, (int) MIN (found->len, MOST_WAYS));

  return found;
}

static char *
say_way (const InkGoalWay *way)
{
  InkNumbers numbers = ink_numbers_for_locale ();
  g_autofree char *count = ink_numbers_count (&numbers, way->people);

  /* Translators: in a menu: a goal, and how many people go on to it. */
  return g_strdup_printf (_ ("%s (%s)"), way->to, count);
}

GMenuModel *
_ink_board_make_ways_menu (InkBoard *self)
{
  const InkGoal *goal = _ink_board_get_goal (self);
  g_autoptr (GPtrArray) ways = goal != NULL ? list_ways (self, goal) : NULL;
  GMenu *menu;

  if (ways == NULL || ways->len == 0)
    return NULL;
  menu = g_menu_new ();
  for (guint i = 0; i < ways->len; i++)
    {
      const InkGoalWay *way = g_ptr_array_index (ways, i);
      g_autofree char *label = say_way (way);

      ink_name_menu_append_value (menu, label, "board.follow",
                                  g_variant_new ("(ss)", way->from, way->to));
    }

  return G_MENU_MODEL (menu);
}

/* ---- On the canvas ---- */

gboolean
_ink_board_follow_at (InkBoard *self,
                      double x,
                      double y)
{
  InkGoalWay way;

  if (!ink_board_canvas_find_way (self->canvas, x, y, &way))
    return FALSE;
  g_signal_emit_by_name (self, "followed", way.from, way.to);

  return TRUE;
}

static gboolean
query_tooltip_cb (GtkWidget *canvas,
                  int x,
                  int y,
                  gboolean keyboard,
                  GtkTooltip *tooltip,
                  InkBoard *self)
{
  InkNumbers numbers = ink_numbers_for_locale ();
  InkGoalWay way;
  g_autofree char *count = NULL;
  g_autofree char *share = NULL;
  g_autofree char *words = NULL;

  if (keyboard || ink_board_canvas_find_card (self->canvas, x, y) != NULL
      || !ink_board_canvas_find_way (self->canvas, x, y, &way))
    return FALSE;
  count = ink_numbers_count (&numbers, way.people);
  share = ink_numbers_share (&numbers, way.share);
  /* Translators: how many people, two goals, and the share of those who completed the first. */
  words = g_strdup_printf (ngettext ("%s person goes on from “%s” to “%s” (%s)",
                                     "%s people go on from “%s” to “%s” (%s)",
                                     (gulong) way.people),
                           count, way.from, way.to, share);
  gtk_tooltip_set_text (tooltip, words);

  return TRUE;
}

/* A line can be pressed: the pointer says so. */
static void
motion_cb (GtkEventControllerMotion *controller,
           double x,
           double y,
           InkBoard *self)
{
  InkGoalWay way;
  gboolean on_line = ink_board_canvas_find_card (self->canvas, x, y) == NULL
                     && ink_board_canvas_find_way (self->canvas, x, y, &way);

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->canvas), on_line ? "pointer" : NULL);
}

void
_ink_board_add_ways (InkBoard *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->canvas), motion);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self->canvas), TRUE);
  g_signal_connect (self->canvas, "query-tooltip", G_CALLBACK (query_tooltip_cb), self);
}
