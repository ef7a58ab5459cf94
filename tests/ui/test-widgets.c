/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The widgets one by one: what they show, and what they say when somebody edits. */
#include "ui-fixture.h"

#include "ui-funnel.h"
#include "ui/widgets/ink-adaptive-box.h"
#include "ui/widgets/ink-funnel-settings.h"
#include "ui/widgets/ink-letters.h"
#include "ui/widgets/ink-name-menu.h"
#include "ui/widgets/ink-name-picker.h"
#include "ui/widgets/ink-step-editor.h"
#include "ui/widgets/ink-step-strip.h"
#include "ui/widgets/ink-text-column.h"
#include "ui/widgets/ink-wrapped-label.h"

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
                const char *label,
                const char *field,
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

static guint
find_event (InkEventStore *store,
            const char *name)
{
  const InkSchema *schema = ink_event_store_get_schema (store);

  for (guint i = 0; i < schema->n_events; i++)
    if (g_str_equal (schema->events[i].name, name))
      return i;

  g_assert_not_reached ();
}

static GtkWidget *
find_chip (GtkWidget *strip,
           const char *label)
{
  GtkWidget *found = ui_find (strip, ui_is_label, label);

  g_assert_nonnull (found);

  return gtk_widget_get_ancestor (found, GTK_TYPE_BUTTON);
}

static gboolean
has_focus (GtkWidget *window,
           GtkWidget *widget)
{
  return gtk_root_get_focus (GTK_ROOT (window)) == widget;
}

typedef struct
{
  InkFunnel *funnel;
  char *label;
  GtkWidget *strip;
} Edits;

/* As a page does: what was edited is what is shown next. */
static void
keep_edit_cb (GtkWidget *widget,
              InkFunnel *funnel,
              const char *label,
              const char *field,
              Edits *edits)
{
  ink_funnel_ref (funnel);
  g_clear_pointer (&edits->funnel, ink_funnel_unref);
  g_free (edits->label);
  edits->funnel = funnel;
  edits->label = g_strdup (label);
  ink_step_strip_set_funnel (INK_STEP_STRIP (edits->strip), funnel);
}

/* Steps are moved and removed by keys, and the keyboard stays with them. */
static void
test_step_strip (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *strip = g_object_new (INK_TYPE_STEP_STRIP, NULL);
  g_autoptr (InkFunnel) funnel = make_funnel ();
  g_autoptr (InkEventStore) store = ink_test_import (NULL, rows, NULL);
  g_autoptr (InkDefinition) definition = ink_definition_new_empty ();
  GtkWidget *picker = ui_find_type (strip, INK_TYPE_NAME_PICKER);
  Edits edits = { .strip = strip };

  gtk_window_set_child (GTK_WINDOW (window), strip);
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect (strip, "edited", G_CALLBACK (keep_edit_cb), &edits);
  ink_step_strip_set_choice (INK_STEP_STRIP (strip), definition,
                             ink_event_store_get_schema (store));
  ink_step_strip_set_funnel (INK_STEP_STRIP (strip), funnel);

  gtk_widget_grab_focus (find_chip (strip, "view"));
  ui_press (strip, GDK_KEY_Right, GDK_ALT_MASK);
  assert_steps (edits.funnel, "cart view");
  g_assert_cmpstr (edits.label, ==, "Move Step “view”");
  assert_steps (funnel, "view cart"); /* the old one is as it was */
  g_assert_true (has_focus (window, find_chip (strip, "view")));
  ui_press (strip, GDK_KEY_Up, GDK_ALT_MASK);
  assert_steps (edits.funnel, "view cart");
  g_assert_true (has_focus (window, find_chip (strip, "view")));

  g_signal_emit_by_name (picker, "picked", find_event (store, "buy"));
  assert_steps (edits.funnel, "view cart buy");
  g_assert_cmpstr (edits.label, ==, "Add Step “buy”");

  ui_press (strip, GDK_KEY_Delete, 0);
  assert_steps (edits.funnel, "cart buy");
  g_assert_cmpstr (edits.label, ==, "Remove Step “view”");
  g_assert_true (has_focus (window, find_chip (strip, "cart")));

  /* Mirrored, left is on. */
  gtk_widget_set_direction (strip, GTK_TEXT_DIR_RTL);
  ui_press (strip, GDK_KEY_Left, GDK_ALT_MASK);
  assert_steps (edits.funnel, "buy cart");

  gtk_window_destroy (GTK_WINDOW (window));
  g_clear_pointer (&edits.funnel, ink_funnel_unref);
  g_free (edits.label);
}

/* Whether a step is optional, and that it counts once only, is said in its own place. */
static void
test_step_editor (void)
{
  g_autoptr (InkFunnel) funnel = make_funnel ();
  g_autoptr (InkFunnel) edited = NULL;
  g_autoptr (InkEventStore) store = ink_test_import (NULL, rows, NULL);
  g_autoptr (InkDefinition) definition = ink_definition_new_empty ();
  GtkWidget *window = gtk_window_new ();
  GtkWidget *strip = g_object_new (INK_TYPE_STEP_STRIP, NULL);
  GtkWidget *editor, *toggle;

  gtk_window_set_child (GTK_WINDOW (window), strip);
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect (strip, "edited", G_CALLBACK (keep_funnel_cb), &edited);
  ink_step_strip_set_choice (INK_STEP_STRIP (strip), definition,
                             ink_event_store_get_schema (store));
  ink_step_strip_set_funnel (INK_STEP_STRIP (strip), funnel);
  g_signal_emit_by_name (find_chip (strip, "cart"), "clicked");
  editor = ui_find_type (strip, INK_TYPE_STEP_EDITOR);
  toggle = ui_find_type (ui_find (editor, ui_is_row_titled, "Optional"), GTK_TYPE_SWITCH);
  gtk_switch_set_active (GTK_SWITCH (toggle), TRUE);
  g_assert_true (edited->steps[1].optional);
  toggle = ui_find_type (ui_find (editor, ui_is_row_titled, "First time only"), GTK_TYPE_SWITCH);
  gtk_switch_set_active (GTK_SWITCH (toggle), TRUE);
  g_assert_cmpint (edited->steps[1].rule->first_time, ==, INK_FIRST_TIME_EVER);
  gtk_window_destroy (GTK_WINDOW (window));
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
  static const struct
  {
    const char *title;
    double rank;
  } names[] = { { "view", 3 }, { "add to cart", 20 }, { "Cart emptied", 10 } };
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  guint picked = G_MAXUINT;
  GtkWidget *search;

  gtk_window_set_child (GTK_WINDOW (window), picker);
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect (picker, "picked", G_CALLBACK (keep_index_cb), &picked);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_ptr_array_add (items, ink_name_item_new (names[i].title, NULL, names[i].rank, i));
  ink_name_picker_set_items (INK_NAME_PICKER (picker), items);

  search = ui_find_type (picker, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (search), "cart e");
  g_signal_emit_by_name (search, "activate");
  g_assert_cmpuint (picked, ==, 2);

  /* In the middle of a name, and the one that happens most first. */
  gtk_editable_set_text (GTK_EDITABLE (search), "CART");
  g_signal_emit_by_name (search, "activate");
  g_assert_cmpuint (picked, ==, 1);

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
  AdwComboRow *by = ADW_COMBO_ROW (ui_find (settings, ui_is_combo, "By"));
  GtkWidget *amount = ui_find_type (settings, GTK_TYPE_SPIN_BUTTON);
  g_autoptr (InkEventStore) store = ink_test_import (NULL, ui_funnel_rows, NULL);
  g_autoptr (InkDefinition) definition = ink_definition_new_empty ();
  GtkWidget *picker = ui_find_type (settings, INK_TYPE_NAME_PICKER);

  g_signal_connect (settings, "edited", G_CALLBACK (keep_funnel_cb), &edited);

  /* A window that is none of those offered is the last, with its length below. */
  ink_funnel_settings_set_choice (INK_FUNNEL_SETTINGS (settings), definition,
                                  ink_event_store_get_schema (store));
  ink_funnel_settings_set_funnel (INK_FUNNEL_SETTINGS (settings), funnel);
  g_assert_null (edited);
  g_assert_cmpuint (adw_combo_row_get_selected (within), ==, 7);
  g_assert_cmpfloat (gtk_spin_button_get_value (GTK_SPIN_BUTTON (amount)), ==, 45);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (amount), 44);
  g_assert_cmpfloat (edited->within.amount, ==, 44);
  ink_funnel_settings_set_funnel (INK_FUNNEL_SETTINGS (settings), plain);
  g_assert_cmpuint (adw_combo_row_get_selected (within), ==, 0);

  adw_combo_row_set_selected (within, 5);
  g_assert_nonnull (edited);
  g_assert_cmpfloat (edited->within.amount, ==, 30);
  adw_combo_row_set_selected (order, INK_ORDER_ANY);
  g_assert_cmpint (edited->order, ==, INK_ORDER_ANY);

  /* A comparison takes the property that most events carry, and the largest groups. */
  adw_combo_row_set_selected (by, 1);
  g_assert_cmpint (edited->compare, ==, INK_COMPARE_PROPERTY);
  g_assert_cmpstr (edited->compare_properties[0], ==, "device");
  g_assert_cmpuint (edited->limit, >, 0);

  g_signal_emit_by_name (picker, "picked", find_event (store, "buy"));
  g_assert_cmpuint (edited->n_not_if, ==, 1);
  g_assert_cmpuint (edited->not_if[0].from, ==, 1);
  g_assert_cmpuint (edited->not_if[0].to, ==, 2);
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

/* An event's name is shown as it is: an underscore is no key. */
static void
test_name_menu (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autofree char *label = NULL;
  g_autofree char *target = NULL;

  ink_name_menu_append (menu, "add_to_cart", "funnel.show", "id_1");
  g_menu_model_get_item_attribute (G_MENU_MODEL (menu), 0, "label", "s", &label);
  g_menu_model_get_item_attribute (G_MENU_MODEL (menu), 0, "target", "s", &target);
  g_assert_cmpstr (label, ==, "add__to__cart");
  g_assert_cmpstr (target, ==, "id_1");
}

static void
say (InkTextColumn *column,
     const char *const *texts)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new ();

  for (; *texts != NULL; texts++)
    g_ptr_array_add (list, (gpointer) *texts);
  ink_text_column_say (column, list);
}

/* What is said again stays the label that it was; what is said no more goes. */
static void
test_text_column (void)
{
  GtkWidget *column = g_object_ref_sink (ink_text_column_new (6)), *first, *second;

  say (INK_TEXT_COLUMN (column), (const char *const[]){ "A &amp; B", "one", "gone", NULL });
  first = gtk_widget_get_first_child (column);
  second = gtk_widget_get_next_sibling (first);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (first)), ==, "A & B");
  say (INK_TEXT_COLUMN (column), (const char *const[]){ "A &amp; B", "two", NULL });
  g_assert_true (gtk_widget_get_first_child (column) == first);
  g_assert_true (gtk_widget_get_last_child (column) == second);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (second)), ==, "two");
  say (INK_TEXT_COLUMN (column), (const char *const[]){ NULL });
  g_assert_null (gtk_widget_get_first_child (column));
  g_object_unref (column);
}

static void
append_label (GtkWidget *box,
              const char *text,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
}

/* One of each font, whatever the labels say and whether anybody sees them; figures are in all. */
static void
test_letters (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (GPtrArray) letters = NULL;

  append_label (box, "one", NULL);
  append_label (box, "", NULL);
  append_label (box, "three", "title-1");
  append_label (box, "", "title-1");
  gtk_widget_set_visible (box, FALSE);
  gtk_window_set_child (GTK_WINDOW (window), box);
  letters = ink_letters_collect (window);
  g_assert_cmpuint (letters->len, ==, 2);
  for (guint i = 0; i < letters->len; i++)
    {
      PangoLayout *layout = g_ptr_array_index (letters, i);

      g_assert_nonnull (strstr (pango_layout_get_text (layout), "0123456789"));
      ink_letters_draw (layout, 1);
      ink_letters_draw (layout, 2);
    }
  g_assert_false (pango_font_description_equal (
      pango_layout_get_font_description (g_ptr_array_index (letters, 0)),
      pango_layout_get_font_description (g_ptr_array_index (letters, 1))));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Long words have a least width, short ones none, and who gives one keeps it. */
static void
test_wrapped_label (void)
{
  g_autoptr (GtkWidget) widget = g_object_ref_sink (ink_wrapped_label_new ("Short", NULL));
  GtkLabel *label = GTK_LABEL (widget);

  g_assert_cmpint (gtk_label_get_width_chars (label), ==, -1);
  gtk_label_set_label (label, "A sentence that goes on for more than a line");
  g_assert_cmpint (gtk_label_get_width_chars (label), >, 0);
  gtk_label_set_label (label, "Short again");
  g_assert_cmpint (gtk_label_get_width_chars (label), ==, -1);

  gtk_label_set_width_chars (label, 14);
  gtk_label_set_label (label, "A sentence that goes on for more than a line");
  g_assert_cmpint (gtk_label_get_width_chars (label), ==, 14);
  gtk_label_set_label (label, "Short");
  g_assert_cmpint (gtk_label_get_width_chars (label), ==, 14);
}

int
main (int argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/widgets/name-menu", test_name_menu);
  g_test_add_func ("/ui/widgets/text-column", test_text_column);
  g_test_add_func ("/ui/widgets/step-strip", test_step_strip);
  g_test_add_func ("/ui/widgets/step-editor", test_step_editor);
  g_test_add_func ("/ui/widgets/name-picker", test_name_picker);
  g_test_add_func ("/ui/widgets/settings", test_settings);
  g_test_add_func ("/ui/widgets/adaptive-box", test_adaptive_box);
  g_test_add_func ("/ui/widgets/letters", test_letters);
  g_test_add_func ("/ui/widgets/wrapped-label", test_wrapped_label);

  return g_test_run ();
}
