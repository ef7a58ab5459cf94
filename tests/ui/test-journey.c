/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The journey page over a real document: every gesture is a named step, by pointer and by keys. */
#include "ui-fixture.h"
#include "ui-funnel.h"
#include "ui-labels.h"

#include "ui/dialogs/ink-people-dialog.h"
#include "ui/pages/ink-journey-page.h"
#include "ui/widgets/ink-board.h"
#include "ui/widgets/ink-board-canvas.h"
#include "ui/widgets/ink-board-map.h"
#include "ui/widgets/ink-board-paths.h"
#include "ui/widgets/ink-board-slide.h"
#include "ui/widgets/ink-event-groups.h"
#include "ui/widgets/ink-event-list.h"
#include "ui/widgets/ink-goal-panel.h"
#include "ui/widgets/ink-rule-facts.h"
#include "ui/widgets/ink-suggestion-list.h"

typedef struct
{
  GtkWidget *window;
  GtkWidget *page;
  InkBoard *board;
  InkBoardCanvas *canvas;
  InkEventList *events;
  InkDocument *document;
  InkView *view;
} Fixture;

static InkEventStore *
import_rows (InkEventStore *base,
             InkDefinition *definition,
             InkImportOutcome *outcome,
             gpointer data,
             InkProgress *progress,
             GCancellable *cancellable,
             GError **error)
{
  InkEventStore *store = ink_test_import (base, ui_funnel_rows, NULL);

  g_ptr_array_add (outcome->records, ink_import_record_new ("rows", "inkling", "{}"));

  return store;
}

static gboolean
has_events (gpointer data)
{
  return ink_event_list_count (((Fixture *) data)->events) > 0;
}

static void
show (Fixture *fixture,
      int width,
      int height)
{
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, height);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->page);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_wait_for (has_events, fixture);
  ui_frame (fixture->window);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->document = ink_document_new (&error);
  g_assert_no_error (error);
  ink_document_import (fixture->document, "Import", import_rows, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->view = ink_view_new (fixture->document);
  fixture->page = g_object_new (INK_TYPE_JOURNEY_PAGE, "view", fixture->view, NULL);
  fixture->board = INK_BOARD (ui_find_type (fixture->page, INK_TYPE_BOARD));
  fixture->canvas = INK_BOARD_CANVAS (ui_find_type (fixture->page, INK_TYPE_BOARD_CANVAS));
  fixture->events = INK_EVENT_LIST (ui_find_type (fixture->page, INK_TYPE_EVENT_LIST));
  show (fixture, GPOINTER_TO_INT (data) > 0 ? GPOINTER_TO_INT (data) : 1100, 760);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_let_pass (250); /* what GTK does soon after the keyboard left, happens here */
  g_clear_object (&fixture->view);
  g_assert_finalize_object (fixture->document);
}

static InkDefinition *
get_definition (Fixture *fixture)
{
  return ink_document_get_definition (fixture->document);
}

/* "Discover: view cart | Engage: …", names of goals by lane. */
static void
assert_board (Fixture *fixture,
              const char *expected)
{
  const char *const *stages = ink_definition_get_stages (get_definition (fixture));
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; stages[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) goals = ink_board_list_goals (get_definition (fixture), i);

      g_string_append_printf (text, "%s%s:", i > 0 ? " | " : "", stages[i]);
      for (guint j = 0; j < goals->len; j++)
        g_string_append_printf (text, " %s", ((InkGoal *) g_ptr_array_index (goals, j))->name);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
assert_step (Fixture *fixture,
             const char *label)
{
  g_assert_cmpstr (ink_document_get_undo_label (fixture->document), ==, label);
}

static GtkWidget *
find_card (Fixture *fixture,
           const char *name)
{
  for (guint i = 0; i < ink_board_canvas_count_lanes (fixture->canvas); i++)
    {
      InkBoardLane *lane = ink_board_canvas_get_lane (fixture->canvas, i);

      for (guint j = 0; j < ink_board_lane_count_cards (lane); j++)
        if (g_str_equal (ink_goal_card_get_goal (ink_board_lane_get_card (lane, j))->name, name))
          return GTK_WIDGET (ink_board_lane_get_card (lane, j));
    }

  return NULL;
}

static GtkEventController *
find_drop_target (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return controller;
    }

  return NULL;
}

/* What GTK does when the pointer lets go: the value, at a point of the canvas. */
static void
drop (Fixture *fixture,
      GValue *value,
      double x,
      double y)
{
  gboolean taken = FALSE;

  g_signal_emit_by_name (find_drop_target (GTK_WIDGET (fixture->canvas)), "drop", value, x, y,
                         &taken);
  g_assert_true (taken);
  ui_frame (fixture->window);
}

static void
drop_events (Fixture *fixture,
             const char *const *events,
             GtkWidget *on,
             double part)
{
  g_auto (GValue) value = G_VALUE_INIT;
  graphene_rect_t box;

  g_value_init (&value, INK_TYPE_EVENT_NAMES);
  g_value_set_boxed (&value, events);
  g_assert_true (ink_board_canvas_get_box (fixture->canvas, on, &box));
  drop (fixture, &value, box.origin.x + box.size.width / 2,
        box.origin.y + box.size.height * part);
}

static GtkWidget *
get_lane (Fixture *fixture,
          guint position)
{
  return GTK_WIDGET (ink_board_canvas_get_lane (fixture->canvas, position));
}

static void
drop_card (Fixture *fixture,
           const char *name,
           GtkWidget *on,
           double part)
{
  g_auto (GValue) value = G_VALUE_INIT;
  graphene_rect_t box;

  g_value_init (&value, INK_TYPE_GOAL_CARD);
  g_value_set_object (&value, find_card (fixture, name));
  g_assert_true (ink_board_canvas_get_box (fixture->canvas, on, &box));
  drop (fixture, &value, box.origin.x + box.size.width / 2,
        box.origin.y + box.size.height * part);
}

static const char *const view[] = { "view", NULL };
static const char *const cart[] = { "cart", NULL };
static const char *const buy[] = { "buy", NULL };

static void
make_three (Fixture *fixture)
{
  drop_events (fixture, view, get_lane (fixture, 0), 0.9);
  drop_events (fixture, cart, get_lane (fixture, 0), 0.9);
  drop_events (fixture, buy, get_lane (fixture, 3), 0.9);
}

/* ---- The pointer ---- */

static void
test_drop (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  make_three (fixture);
  assert_board (fixture, "Discover: View Cart | Engage: | Evaluate: | Decide: Buy");
  assert_step (fixture, "Added goal “Buy” to Decide");
  /* Where the journey ends is what counts in the end. */
  g_assert_cmpint (ink_definition_find_goal (get_definition (fixture), "Buy")->kind, ==,
                   INK_GOAL_MACRO);
  g_assert_cmpint (ink_definition_find_goal (get_definition (fixture), "View")->kind, ==,
                   INK_GOAL_MICRO);

  /* On the middle of a card: any of them. */
  drop_events (fixture, buy, find_card (fixture, "View"), 0.5);
  assert_step (fixture, "Added “Buy” to goal “View”");
  g_assert_cmpstr (ink_definition_find_goal (get_definition (fixture), "View or Buy")
                       ->rule->names[1], ==, "buy");
  g_assert_true (ink_document_undo (fixture->document, &error));

  /* On its upper edge: before it. */
  drop_events (fixture, buy, find_card (fixture, "Cart"), 0.1);
  assert_board (fixture, "Discover: View Buy 2 Cart | Engage: | Evaluate: | Decide: Buy");
}

static void
test_drop_card (Fixture *fixture,
                gconstpointer data)
{
  make_three (fixture);
  drop_card (fixture, "View", get_lane (fixture, 1), 0.9);
  assert_board (fixture, "Discover: Cart | Engage: View | Evaluate: | Decide: Buy");
  assert_step (fixture, "Moved goal “View” to Engage");
  drop_card (fixture, "View", find_card (fixture, "Cart"), 0.2);
  assert_board (fixture, "Discover: View Cart | Engage: | Evaluate: | Decide: Buy");
  /* Moving never changes what kind it is. */
  drop_card (fixture, "View", get_lane (fixture, 3), 0.9);
  assert_board (fixture, "Discover: Cart | Engage: | Evaluate: | Decide: Buy View");
  g_assert_cmpint (ink_definition_find_goal (get_definition (fixture), "View")->kind, ==,
                   INK_GOAL_MICRO);
}

/* ---- Keys ---- */

static void
press (Fixture *fixture,
       guint key,
       GdkModifierType modifiers)
{
  ui_press (GTK_WIDGET (fixture->board), key, modifiers);
  ui_frame (fixture->window);
}

static void
assert_focus (Fixture *fixture,
              GtkWidget *widget)
{
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == widget);
}

static void
test_keys (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  make_three (fixture);
  gtk_widget_grab_focus (find_card (fixture, "View"));
  press (fixture, GDK_KEY_Down, 0);
  assert_focus (fixture, find_card (fixture, "Cart"));
  g_assert_cmpstr (ink_board_get_selected (fixture->board), ==,
                   ink_definition_find_goal (get_definition (fixture), "Cart")->id);
  press (fixture, GDK_KEY_Up, 0);
  press (fixture, GDK_KEY_Up, 0);
  assert_focus (fixture, GTK_WIDGET (ink_board_lane_get_header (
                             ink_board_canvas_get_lane (fixture->canvas, 0))));
  press (fixture, GDK_KEY_Right, 0);
  assert_focus (fixture, GTK_WIDGET (ink_board_lane_get_header (
                             ink_board_canvas_get_lane (fixture->canvas, 1))));
  press (fixture, GDK_KEY_Right, GDK_ALT_MASK);
  assert_board (fixture, "Discover: View Cart | Evaluate: | Engage: | Decide: Buy");
  assert_step (fixture, "Moved stage “Engage”");
  g_assert_true (ink_document_undo (fixture->document, &error));

  gtk_widget_grab_focus (find_card (fixture, "View"));
  press (fixture, GDK_KEY_Down, GDK_ALT_MASK);
  assert_board (fixture, "Discover: Cart View | Engage: | Evaluate: | Decide: Buy");
  assert_step (fixture, "Moved goal “View”");
  assert_focus (fixture, find_card (fixture, "View"));
  press (fixture, GDK_KEY_Right, GDK_ALT_MASK);
  assert_board (fixture, "Discover: Cart | Engage: View | Evaluate: | Decide: Buy");
  assert_focus (fixture, find_card (fixture, "View"));
  press (fixture, GDK_KEY_Delete, 0);
  assert_board (fixture, "Discover: Cart | Engage: | Evaluate: | Decide: Buy");
  assert_step (fixture, "Removed goal “View”");
  g_assert_true (ink_document_undo (fixture->document, &error));
  assert_board (fixture, "Discover: Cart | Engage: View | Evaluate: | Decide: Buy");
}

/* From the list of events by a key, in the lane that the board is in. */
static void
test_add_by_key (Fixture *fixture,
                 gconstpointer data)
{
  GtkWidget *search = ui_find_type (GTK_WIDGET (fixture->events), GTK_TYPE_SEARCH_ENTRY);

  gtk_widget_grab_focus (GTK_WIDGET (ink_board_lane_get_header (
      ink_board_canvas_get_lane (fixture->canvas, 2))));
  ui_turn ();
  g_assert_cmpstr (ink_board_get_chosen_stage (fixture->board), ==, "Evaluate");
  gtk_editable_set_text (GTK_EDITABLE (search), "car");
  g_signal_emit_by_name (search, "activate");
  ui_frame (fixture->window);
  assert_board (fixture, "Discover: | Engage: | Evaluate: Cart | Decide:");
  g_assert_cmpuint (ink_event_list_count (fixture->events), ==, 1);
}

/* As by dropping them on the card. */
static void
test_join (Fixture *fixture,
           gconstpointer data)
{
  const char *const more[] = { "gone", "page_view", NULL };
  const InkGoal *goal;

  gtk_widget_activate_action (GTK_WIDGET (fixture->events), "board.join-events", "^as", more);
  g_assert_null (get_definition (fixture)->goals[0]);
  make_three (fixture);
  ink_board_select (fixture->board,
                    ink_definition_find_goal (get_definition (fixture), "Cart")->id);
  gtk_widget_activate_action (GTK_WIDGET (fixture->events), "board.join-events", "^as", more);
  goal = ink_board_find_goal (get_definition (fixture), ink_board_get_selected (fixture->board));
  g_assert_cmpuint (g_strv_length (goal->rule->names), ==, 3);
  g_assert_cmpstr (goal->rule->names[1], ==, "gone");
}

/* ---- Names, kinds, lanes ---- */

static void
test_rename (Fixture *fixture,
             gconstpointer data)
{
  GtkWidget *panel = ui_find_type (fixture->page, INK_TYPE_GOAL_PANEL);
  GtkEditableLabel *name
      = GTK_EDITABLE_LABEL (ui_find_type (panel, GTK_TYPE_EDITABLE_LABEL));

  make_three (fixture);
  gtk_widget_grab_focus (find_card (fixture, "Buy"));
  press (fixture, GDK_KEY_F2, 0);
  g_assert_true (gtk_editable_label_get_editing (name));
  gtk_editable_set_text (GTK_EDITABLE (name), "Cart");
  gtk_editable_label_stop_editing (name, TRUE);
  ui_frame (fixture->window);
  assert_board (fixture, "Discover: View Cart | Engage: | Evaluate: | Decide: Cart 2");
}

static void
test_kinds (Fixture *fixture,
            gconstpointer data)
{
  make_three (fixture);
  ink_board_select (fixture->board,
                    ink_definition_find_goal (get_definition (fixture), "Cart")->id);
  g_assert_true (gtk_widget_activate_action (fixture->page, "board.make-macro", NULL));
  assert_step (fixture, "Made “Cart” a macro goal");
  gtk_widget_grab_focus (find_card (fixture, "Cart"));
  press (fixture, GDK_KEY_m, 0);
  assert_step (fixture, "Made “Cart” a micro goal");
  gtk_widget_grab_focus (find_card (fixture, "Cart"));
  press (fixture, GDK_KEY_m, 0);
  assert_step (fixture, "Made “Cart” a macro goal");
  /* The first macro goal is the main goal already; now by name. */
  g_assert_true (gtk_widget_activate_action (fixture->page, "board.set-main", NULL));
  g_assert_cmpstr (get_definition (fixture)->main_goal, ==, "Cart");
  ink_board_select (fixture->board,
                    ink_definition_find_goal (get_definition (fixture), "Buy")->id);
  g_assert_true (gtk_widget_activate_action (fixture->page, "board.set-main", NULL));
  g_assert_cmpstr (get_definition (fixture)->main_goal, ==, "Buy");
  g_assert_true (gtk_widget_activate_action (fixture->page, "board.duplicate", NULL));
  assert_board (fixture, "Discover: View Cart | Engage: | Evaluate: | Decide: Buy Buy 2");
  g_assert_true (gtk_widget_activate_action (fixture->page, "board.move-to", "u", 1));
  assert_board (fixture, "Discover: View Cart | Engage: Buy 2 | Evaluate: | Decide: Buy");
}

static void
test_lanes (Fixture *fixture,
            gconstpointer data)
{
  InkLaneHeader *header;
  GtkWidget *entry;

  make_three (fixture);
  g_assert_true (gtk_widget_activate_action (fixture->page, "board.add-lane", "u", 1));
  ui_frame (fixture->window);
  header = ink_board_lane_get_header (ink_board_canvas_get_lane (fixture->canvas, 1));
  g_assert_true (ink_lane_header_is_renaming (header));
  entry = ui_find_type (GTK_WIDGET (header), GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Look");
  g_signal_emit_by_name (entry, "activate");
  assert_step (fixture, "Renamed stage “New stage” to “Look”");
  assert_board (fixture,
                "Discover: View Cart | Look: | Engage: | Evaluate: | Decide: Buy");
  g_assert_true (gtk_widget_activate_action (fixture->page, "board.remove-lane", "u", 0));
  assert_board (fixture, "Look: View Cart | Engage: | Evaluate: | Decide: Buy");
  assert_step (fixture, "Removed stage “Discover”");
}

/* ---- Sizes ---- */

static void
make_many (Fixture *fixture,
           guint n)
{
  g_autoptr (InkDefinition) definition = ink_definition_ref (get_definition (fixture));

  for (guint i = 0; i < n; i++)
    {
      InkDefinition *next = ink_board_add_goal (definition, i % 2 > 0 ? view : cart,
                                                INK_GOAL_MICRO, (int) (i % 4), INK_LAST_PLACE,
                                                NULL);

      ink_definition_unref (definition);
      definition = next;
    }
  ink_document_edit (fixture->document, "Many", NULL, definition);
}

static void
test_sixty (Fixture *fixture,
            gconstpointer data)
{
  double width, height;

  make_many (fixture, 60);
  ui_frame (fixture->window);
  g_assert_cmpuint (
      ink_board_lane_count_cards (ink_board_canvas_get_lane (fixture->canvas, 3)), ==, 15);
  ink_board_canvas_get_natural (fixture->canvas, &width, &height);
  g_assert_cmpfloat (height, >, gtk_widget_get_height (GTK_WIDGET (fixture->board)));
  g_assert_true (gtk_widget_activate_action (fixture->page, "board.zoom-fit", NULL));
  ui_frame (fixture->window);
  g_assert_cmpfloat (ink_board_get_zoom (fixture->board), <, 1);
  g_assert_true (gtk_widget_activate_action (fixture->page, "board.zoom-reset", NULL));
  g_assert_cmpfloat_with_epsilon (ink_board_get_zoom (fixture->board), 1, 1e-9);
}

static GtkAdjustment *
get_down (Fixture *fixture)
{
  return gtk_scrolled_window_get_vadjustment (
      GTK_SCROLLED_WINDOW (ui_find_type (GTK_WIDGET (fixture->board), GTK_TYPE_SCROLLED_WINDOW)));
}

static gboolean
has_map (gpointer data)
{
  return gtk_widget_get_mapped (ui_find_type (data, INK_TYPE_BOARD_MAP));
}

static gboolean
has_no_map (gpointer data)
{
  return !has_map (data);
}

static GtkEventController *
find_controller (GtkWidget *widget,
                 GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (g_type_is_a (G_OBJECT_TYPE (controller), type))
        return controller;
    }

  return NULL;
}

/* Only where there is more than can be seen; a press in it moves the view. */
static void
test_map (Fixture *fixture,
          gconstpointer data)
{
  GtkWidget *board = GTK_WIDGET (fixture->board);
  GtkWidget *map = ui_find_type (board, INK_TYPE_BOARD_MAP);
  GtkAdjustment *down = get_down (fixture);
  double last;

  make_three (fixture);
  g_assert_true (has_no_map (board));
  make_many (fixture, 60);
  ui_wait_for (has_map, board);
  ui_frame (fixture->window);
  g_signal_emit_by_name (find_controller (map, GTK_TYPE_GESTURE_DRAG), "drag-begin", 10.0,
                         (double) gtk_widget_get_height (map));
  last = gtk_adjustment_get_upper (down) - gtk_adjustment_get_page_size (down);
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (down), last, 1);
  g_signal_emit_by_name (find_controller (map, GTK_TYPE_GESTURE_DRAG), "drag-begin", 10.0, 0.0);
  g_assert_cmpfloat (gtk_adjustment_get_value (down), <, 1);
  /* A place for the last cards that is not under it. */
  g_assert_cmpint (gtk_widget_get_margin_bottom (GTK_WIDGET (fixture->canvas)), >,
                   gtk_widget_get_height (map));
  {
    g_autoptr (InkDefinition) none = ink_definition_new_empty ();

    ink_document_edit (fixture->document, "None", NULL, none);
  }
  ui_wait_for (has_no_map, board);
}

/* ---- Who is behind it ---- */

static gboolean
has_dialog (gpointer data)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());
  GtkWidget **found = data;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (INK_IS_PEOPLE_DIALOG (window))
        *found = window;
    }

  return *found != NULL;
}

static void
assert_dialog (const char *title)
{
  GtkWidget *dialog = NULL;

  ui_wait_for (has_dialog, &dialog);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (dialog)), ==, title);
  ui_frame (dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
  ui_turn ();
}

static gboolean
has_lines (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *card = find_card (fixture, "View");
  graphene_rect_t box;
  InkGoalWay way;

  if (!ink_board_canvas_get_box (fixture->canvas, card, &box))
    return FALSE;

  return ink_board_canvas_find_way (fixture->canvas, box.origin.x + box.size.width + 1,
                                    box.origin.y + box.size.height / 2, &way);
}

/* A line is pressed, or found in the card's menu: the people who go on that way. */
static void
test_ways (Fixture *fixture,
           gconstpointer data)
{
  GtkWidget *view_card, *chip;
  graphene_rect_t box;
  InkGoalWay way;
  g_autoptr (GMenuModel) menu = NULL;
  g_autoptr (GMenuModel) first = NULL;
  g_autoptr (GMenuModel) ways = NULL;

  make_three (fixture);
  drop_card (fixture, "Cart", get_lane (fixture, 1), 0.9);
  ui_wait_for (has_lines, fixture);
  view_card = find_card (fixture, "View");
  g_assert_true (ink_board_canvas_get_box (fixture->canvas, view_card, &box));
  g_assert_true (ink_board_canvas_find_way (fixture->canvas, box.origin.x + box.size.width + 1,
                                            box.origin.y + box.size.height / 2, &way));
  g_assert_cmpstr (way.from, ==, "View");
  g_assert_cmpstr (way.to, ==, "Cart");
  g_assert_cmpfloat (way.people, >, 0);
  g_assert_false (ink_board_canvas_find_way (fixture->canvas, box.origin.x + box.size.width + 1,
                                             box.origin.y + box.size.height + 60, &way));

  ink_board_select (fixture->board,
                    ink_definition_find_goal (get_definition (fixture), "View")->id);
  menu = ink_board_make_goal_menu (fixture->board);
  first = g_menu_model_get_item_link (menu, 0, G_MENU_LINK_SECTION);
  for (int i = 0; ways == NULL && i < g_menu_model_get_n_items (first); i++)
    ways = g_menu_model_get_item_link (first, i, G_MENU_LINK_SUBMENU);
  g_assert_nonnull (ways);
  g_assert_cmpint (g_menu_model_get_n_items (ways), >, 0);
  g_assert_true (gtk_widget_activate_action (fixture->page, "board.follow", "(ss)", "View", "Cart"));
  assert_dialog ("“View”, then “Cart”");

  chip = ui_find_type (fixture->page, INK_TYPE_RULE_FACTS);
  g_signal_emit_by_name (chip, "person-activated", 0);
  assert_dialog ("View");
}

static gboolean
is_seen (Fixture *fixture,
         GType type)
{
  return gtk_widget_get_mapped (ui_find_type (fixture->page, type));
}

/* What is shown without being asked for stays quiet; who turns to a card gets its sentence. */
static void
test_picking (Fixture *fixture,
              gconstpointer data)
{
  g_assert_true (is_seen (fixture, INK_TYPE_SUGGESTION_LIST));
  make_many (fixture, 2);
  ui_frame (fixture->window);
  g_assert_nonnull (ink_board_get_selected (fixture->board));
  g_assert_false (ink_board_is_picked (fixture->board));
  g_assert_true (is_seen (fixture, INK_TYPE_SUGGESTION_LIST));
  ink_board_select (fixture->board, ink_board_get_selected (fixture->board));
  ui_frame (fixture->window);
  g_assert_true (ink_board_is_picked (fixture->board));
  g_assert_false (is_seen (fixture, INK_TYPE_SUGGESTION_LIST));
  g_assert_true (is_seen (fixture, INK_TYPE_GOAL_PANEL));
  g_assert_true (gtk_widget_activate_action (fixture->page, "board.suggest", NULL));
  ui_frame (fixture->window);
  g_assert_true (is_seen (fixture, INK_TYPE_SUGGESTION_LIST));
}

/* One goal that is taken leaves the others to be taken; who takes all of them wants to see the
 * board. */
static void
test_accepting (Fixture *fixture,
                gconstpointer data)
{
  GtkWidget *list = ui_find_type (fixture->page, INK_TYPE_SUGGESTION_LIST);

  make_many (fixture, 2);
  ui_frame (fixture->window);
  g_signal_emit_by_name (list, "accepted", ink_board_get_selected (fixture->board));
  ui_frame (fixture->window);
  g_assert_true (is_seen (fixture, INK_TYPE_SUGGESTION_LIST));
  g_signal_emit_by_name (list, "accepted", NULL);
  ui_frame (fixture->window);
  g_assert_false (is_seen (fixture, INK_TYPE_SUGGESTION_LIST));
  g_assert_true (is_seen (fixture, INK_TYPE_GOAL_PANEL));
}

static void
test_narrow (Fixture *fixture,
             gconstpointer data)
{
  GtkWidget *panel = ui_find_type (fixture->page, INK_TYPE_GOAL_PANEL);

  g_assert_true (ink_board_canvas_get_narrow (fixture->canvas));
  make_many (fixture, 8);
  ui_frame (fixture->window);
  g_assert_cmpint (gtk_widget_get_width (fixture->page), <=, 360);
  g_assert_false (gtk_widget_get_mapped (panel));
  gtk_widget_grab_focus (find_card (fixture, "Cart"));
  press (fixture, GDK_KEY_Return, 0);
  g_assert_true (gtk_widget_get_mapped (panel));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fixture->board)));
  ui_press (panel, GDK_KEY_Escape, 0);
  ui_frame (fixture->window);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->board)));
}

static void
test_names (Fixture *fixture,
            gconstpointer data)
{
  make_three (fixture);
  ui_assert_labelled (fixture->page);
  gtk_test_accessible_assert_property (find_card (fixture, "Buy"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Buy");
}

/* ---- The list of events ---- */

static void
test_groups (void)
{
  static const struct
  {
    const char *event;
    double people;
    InkEventGroup group;
  } cases[] = {
    { "Viewed Page", 900, INK_EVENTS_PAGES },      { "page_view", 900, INK_EVENTS_PAGES },
    { "$pageview", 900, INK_EVENTS_PAGES },        { "ScreenView", 900, INK_EVENTS_PAGES },
    { "/pricing", 900, INK_EVENTS_PAGES },         { "Viewed Pricing", 900, INK_EVENTS_OWN },
    { "add_to_cart", 900, INK_EVENTS_OWN },        { "session_start", 900, INK_EVENTS_NOISE },
    { "$identify", 900, INK_EVENTS_NOISE },        { "rare", 0.2, INK_EVENTS_NOISE },
    { "mail", 900, INK_EVENTS_NOISE },             { "gone", 900, INK_EVENTS_HIDDEN },
    { "product_detail_view", 900, INK_EVENTS_OWN },
  };
  static const char *const passive[] = { "mail", NULL };
  g_autoptr (InkDefinition) empty = ink_definition_new_empty ();
  g_autoptr (InkDefinition) hidden = ink_board_hide_event (empty, "gone", TRUE);
  g_autoptr (InkDefinition) definition = ink_definition_with_passive (hidden, passive);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].event);
      g_assert_cmpint (ink_event_group_of (definition, cases[i].event, cases[i].people, 2000), ==,
                       cases[i].group);
    }
}

int
main (int argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    int width;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/ui/journey/drop", 0, test_drop },
    { "/ui/journey/drop-card", 0, test_drop_card },
    { "/ui/journey/keys", 0, test_keys },
    { "/ui/journey/add-by-key", 0, test_add_by_key },
    { "/ui/journey/join", 0, test_join },
    { "/ui/journey/rename", 0, test_rename },
    { "/ui/journey/kinds", 0, test_kinds },
    { "/ui/journey/lanes", 0, test_lanes },
    { "/ui/journey/sixty", 0, test_sixty },
    { "/ui/journey/map", 0, test_map },
    { "/ui/journey/ways", 0, test_ways },
    { "/ui/journey/picking", 0, test_picking },
    { "/ui/journey/accepting", 0, test_accepting },
    { "/ui/journey/narrow", 360, test_narrow },
    { "/ui/journey/names", 0, test_names },
  };

  ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/journey/groups", test_groups);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, GINT_TO_POINTER (tests[i].width), set_up, tests[i].test,
                tear_down);

  return g_test_run ();
}
