/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The widgets one by one: what they show, and what they say when somebody edits. */
#include "ui-fixture.h"

#include "support/ink-test-store.h"
#include "ui/widgets/ink-adaptive-box.h"
#include "ui/widgets/ink-funnel-settings.h"
#include "ui/widgets/ink-name-picker.h"
#include "ui/widgets/ink-step-list.h"

static const char *const rows[] = {
  "ann view 10", "ann cart 20", "ann buy 30", "bob view 10", "bob cart 20", "cleo view 10", NULL,
};

static InkFunnel *
make_funnel (void)
{
  g_autoptr (InkFunnel) empty = ink_funnel_new ("Purchase");
  g_autoptr (InkRule) view = ink_rule_new_does ("view");
  g_autoptr (InkRule) cart = ink_rule_new_does ("cart");
  InkStep steps[] = { { .rule = view }, { .rule = cart } };

  return ink_funnel_copy_with_steps (empty, steps, G_N_ELEMENTS (steps));
}

static void
keep_funnel_cb (GtkWidget *widget,
                InkFunnel *funnel,
                const char *what,
                InkFunnel **kept)
{
  g_clear_pointer (kept, ink_funnel_unref);
  *kept = ink_funnel_ref (funnel);
}

static void
assert_steps (const InkFunnel *funnel,
              const char *wanted)
{
  g_autoptr (GString) labels = g_string_new (NULL);

  for (guint i = 0; i < funnel->n_steps; i++)
    {
      g_autofree char *label = ink_step_to_label (&funnel->steps[i]);

      g_string_append_printf (labels, "%s%s", i > 0 ? " " : "", label);
    }
  g_assert_cmpstr (labels->str, ==, wanted);
}

static void
test_step_list (void)
{
  g_autoptr (GtkWidget) list = g_object_ref_sink (g_object_new (INK_TYPE_STEP_LIST, NULL));
  g_autoptr (InkFunnel) funnel = make_funnel ();
  g_autoptr (InkFunnel) edited = NULL;
  g_autoptr (InkEventStore) store = ink_test_import (NULL, rows, NULL);
  g_autoptr (InkDefinition) definition = ink_definition_new_empty ();
  GtkWidget *picker = ui_find_type (list, INK_TYPE_NAME_PICKER);
  GtkWidget *down, *remove;

  g_signal_connect (list, "edited", G_CALLBACK (keep_funnel_cb), &edited);
  ink_step_list_set_choice (INK_STEP_LIST (list), definition, ink_event_store_get_schema (store));
  ink_step_list_set_funnel (INK_STEP_LIST (list), funnel);

  down = ui_find (list, ui_has_tooltip, "Move this step down");
  g_signal_emit_by_name (down, "clicked");
  assert_steps (edited, "cart view");
  assert_steps (funnel, "view cart"); /* the old one is as it was */

  remove = ui_find (list, ui_has_tooltip, "Remove this step");
  g_signal_emit_by_name (remove, "clicked");
  assert_steps (edited, "cart");

  for (guint i = 0; i < ink_event_store_get_schema (store)->n_events; i++)
    if (g_str_equal (ink_event_store_get_schema (store)->events[i].name, "buy"))
      g_signal_emit_by_name (picker, "picked", i);
  assert_steps (edited, "view cart buy");
}

static void
keep_index_cb (InkNamePicker *picker,
               guint index,
               guint *kept)
{
  *kept = index;
}

static void
test_name_picker (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *picker = g_object_new (INK_TYPE_NAME_PICKER, "label", "Add", NULL);
  const char *const names[] = { "view", "add to cart", "Cart emptied", NULL };
  guint picked = G_MAXUINT;
  GtkWidget *search;

  gtk_window_set_child (GTK_WINDOW (window), picker);
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect (picker, "picked", G_CALLBACK (keep_index_cb), &picked);
  ink_name_picker_set_names (INK_NAME_PICKER (picker), names);

  search = ui_find_type (picker, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (search), "cart e");
  g_signal_emit_by_name (search, "activate");
  g_assert_cmpuint (picked, ==, 2);

  picked = G_MAXUINT;
  gtk_editable_set_text (GTK_EDITABLE (search), "no such name");
  g_signal_emit_by_name (search, "activate");
  g_assert_cmpuint (picked, ==, G_MAXUINT);

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_settings (void)
{
  g_autoptr (GtkWidget) settings = g_object_ref_sink (g_object_new (INK_TYPE_FUNNEL_SETTINGS, NULL));
  g_autoptr (InkFunnel) plain = make_funnel ();
  InkSpan own = { .kind = INK_SPAN_LENGTH, .unit = INK_UNIT_DAYS, .amount = 45 };
  g_autoptr (InkFunnel) funnel = ink_funnel_copy_with_within (plain, own);
  g_autoptr (InkFunnel) edited = NULL;
  AdwComboRow *order = ADW_COMBO_ROW (ui_find (settings, ui_is_combo, "Order"));
  AdwComboRow *within = ADW_COMBO_ROW (ui_find (settings, ui_is_combo, "Within"));
  GListModel *windows = adw_combo_row_get_model (within);

  g_signal_connect (settings, "edited", G_CALLBACK (keep_funnel_cb), &edited);

  /* A window that is none of those offered stands last, and goes when it is no longer needed. */
  ink_funnel_settings_set_funnel (INK_FUNNEL_SETTINGS (settings), funnel);
  g_assert_null (edited);
  g_assert_cmpuint (adw_combo_row_get_selected (within), ==, 7);
  g_assert_cmpstr (gtk_string_list_get_string (GTK_STRING_LIST (windows), 7), ==, "45 days");
  ink_funnel_settings_set_funnel (INK_FUNNEL_SETTINGS (settings), plain);
  g_assert_cmpuint (adw_combo_row_get_selected (within), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, 7);
  g_assert_null (edited);

  adw_combo_row_set_selected (within, 5);
  g_assert_nonnull (edited);
  g_assert_cmpfloat (edited->within.amount, ==, 30);
  adw_combo_row_set_selected (order, INK_ORDER_ANY);
  g_assert_cmpint (edited->order, ==, INK_ORDER_ANY);
}

static void
test_adaptive_box (void)
{
  static const struct
  {
    int width;
    gboolean side_by_side;
  } cases[] = { { 360, FALSE }, { 759, FALSE }, { 760, TRUE }, { 1200, TRUE } };
  g_autoptr (GtkWidget) box = g_object_ref_sink (g_object_new (INK_TYPE_ADAPTIVE_BOX, NULL));
  GtkWidget *content = gtk_label_new ("main");
  GtkWidget *side = gtk_label_new ("side");

  gtk_widget_set_parent (content, box);
  gtk_widget_set_parent (side, box);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      graphene_rect_t first, second;
      int height;

      gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, cases[i].width, &height, NULL, NULL, NULL);
      gtk_widget_size_allocate (box, &(GtkAllocation){ 0, 0, cases[i].width, height }, -1);
      g_assert_true (gtk_widget_compute_bounds (content, box, &first));
      g_assert_true (gtk_widget_compute_bounds (side, box, &second));
      g_assert_cmpint (second.origin.y > first.origin.y, ==, !cases[i].side_by_side);
      g_assert_cmpint (second.origin.x > first.origin.x, ==, cases[i].side_by_side);
      g_assert_cmpfloat (second.origin.x + second.size.width, <=, cases[i].width);
      g_assert_cmpfloat (second.origin.y + second.size.height, <=, height);
    }
}

int
main (int argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/widgets/step-list", test_step_list);
  g_test_add_func ("/ui/widgets/name-picker", test_name_picker);
  g_test_add_func ("/ui/widgets/settings", test_settings);
  g_test_add_func ("/ui/widgets/adaptive-box", test_adaptive_box);

  return g_test_run ();
}
