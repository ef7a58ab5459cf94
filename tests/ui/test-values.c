/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a rule's popovers offer, and what is said when somebody picks. */
#include "ui-fixture.h"

#include <math.h>

#include "support/ink-test-store.h"
#include "ui/widgets/ink-date-pick.h"
#include "ui/widgets/ink-number-entry.h"
#include "ui/widgets/ink-rule-facts.h"
#include "ui/widgets/ink-threshold-plot.h"
#include "ui/widgets/ink-threshold.h"
#include "ui/widgets/ink-value-picker.h"
#include "ui/widgets/ink-value-row.h"

static const char *const rows[] = {
  "ann view 10 page=/a n=1",  "ann view 20 page=/b n=2", "ann buy 30 page=/a n=3",
  "bob view 10 page=/a n=4",  "bob view 20 page=/Ab n=5", "cleo view 10 page=/c n=60", NULL,
};

static InkEventStore *
import_cb (InkEventStore *base,
           InkDefinition *definition,
           InkImportOutcome *outcome,
           gpointer data,
           InkProgress *progress,
           GCancellable *cancellable,
           GError **error)
{
  return ink_test_import (base, rows, NULL);
}

typedef struct
{
  InkDocument *document;
  InkView *view;
  GtkWidget *window;
  GString *picked;
  guint done;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->document = ink_document_new (&error);
  g_assert_no_error (error);
  ink_document_import (fixture->document, "Import", import_cb, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->view = ink_view_new (fixture->document);
  fixture->window = gtk_window_new ();
  fixture->picked = g_string_new (NULL);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_turn ();
  g_object_unref (fixture->view);
  ink_document_close (fixture->document, INK_CLOSE_DISCARD, NULL);
  g_object_unref (fixture->document);
  g_string_free (fixture->picked, TRUE);
}

static void
picked_cb (GtkWidget *widget,
           GArray *values,
           Fixture *fixture)
{
  g_string_truncate (fixture->picked, 0);
  for (guint i = 0; i < values->len; i++)
    {
      g_autofree char *text = ink_value_to_text (g_array_index (values, InkValue, i));

      g_string_append_printf (fixture->picked, "[%s]", text);
    }
}

static void
done_cb (GtkWidget *widget,
         Fixture *fixture)
{
  fixture->done++;
}

static void
show (Fixture *fixture,
      GtkWidget *widget)
{
  gtk_window_set_child (GTK_WINDOW (fixture->window), widget);
  if (g_signal_lookup ("picked", G_OBJECT_TYPE (widget)) != 0 && !INK_IS_DATE_PICK (widget))
    g_signal_connect (widget, "picked", G_CALLBACK (picked_cb), fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

/* ---- Values ---- */

static gboolean
is_row (GtkWidget *widget,
        gconstpointer text)
{
  g_autofree char *value = NULL;

  if (!INK_IS_VALUE_ROW (widget) || !gtk_widget_get_visible (widget))
    return FALSE;
  value = ink_value_to_text (ink_value_row_get (INK_VALUE_ROW (widget)));
  return g_str_equal (value, text);
}

typedef struct
{
  GtkWidget *in;
  const char *text;
} Wanted;

static gboolean
is_there (gpointer data)
{
  const Wanted *wanted = data;

  return ui_find (wanted->in, is_row, wanted->text) != NULL;
}

static GtkWidget *
wait_for_row (GtkWidget *picker,
              const char *text)
{
  Wanted wanted = { picker, text };

  ui_wait_for (is_there, &wanted);
  return ui_find (picker, is_row, text);
}

static void
activate (GtkWidget *row)
{
  gtk_widget_activate (row);
  ui_turn ();
}

static GtkWidget *
make_picker (Fixture *fixture,
             gboolean many,
             gboolean typed)
{
  const char *const events[] = { "view", NULL };
  InkValuesOf of = { events, "page", FALSE };
  GtkWidget *picker = ink_value_picker_new ();

  ink_value_picker_set_source (INK_VALUE_PICKER (picker), fixture->view, &of);
  ink_value_picker_set_mode (INK_VALUE_PICKER (picker), many, typed);
  g_signal_connect (picker, "done", G_CALLBACK (done_cb), fixture);
  return picker;
}

static void
test_picker_one (Fixture *fixture,
                 gconstpointer data)
{
  GtkWidget *picker = make_picker (fixture, FALSE, FALSE);

  show (fixture, picker);
  wait_for_row (picker, "/c");
  activate (wait_for_row (picker, "/b"));
  g_assert_cmpstr (fixture->picked->str, ==, "[/b]");
  g_assert_cmpuint (fixture->done, ==, 1);
  g_assert_true (ink_value_row_get_chosen (INK_VALUE_ROW (wait_for_row (picker, "/b"))));
  g_assert_false (ink_value_row_get_chosen (INK_VALUE_ROW (wait_for_row (picker, "/a"))));
}

/* Several are ticked; those that hold stand first, also one that the data does not have. */
static void
test_picker_many (Fixture *fixture,
                  gconstpointer data)
{
  InkValue held[] = { ink_value_text ("/gone"), ink_value_text ("/C") };
  GtkWidget *picker = make_picker (fixture, TRUE, FALSE);

  ink_value_picker_set_values (INK_VALUE_PICKER (picker), held, G_N_ELEMENTS (held));
  show (fixture, picker);
  wait_for_row (picker, "/gone");
  activate (wait_for_row (picker, "/a"));
  g_assert_cmpstr (fixture->picked->str, ==, "[/gone][/C][/a]");
  activate (wait_for_row (picker, "/gone"));
  g_assert_cmpstr (fixture->picked->str, ==, "[/C][/a]");
  g_assert_cmpuint (fixture->done, ==, 0);
}

static void
test_picker_typed (Fixture *fixture,
                   gconstpointer data)
{
  GtkWidget *picker = make_picker (fixture, FALSE, TRUE);
  GtkWidget *search;

  show (fixture, picker);
  wait_for_row (picker, "/c");
  search = ui_find_type (picker, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (search), "/AB");
  wait_for_row (picker, "/Ab");
  /* It is there already, but for its case: nothing else to take. */
  gtk_editable_set_text (GTK_EDITABLE (search), "b");
  activate (wait_for_row (picker, "b"));
  g_assert_cmpstr (fixture->picked->str, ==, "[b]");
}

/* ---- Numbers ---- */

static void
test_reading (void)
{
  double number;

  g_assert_true (ink_number_entry_read ("1234.5", &number));
  g_assert_cmpfloat (number, ==, 1234.5);
  g_assert_true (ink_number_entry_read (" 12 ", &number));
  g_assert_cmpfloat (number, ==, 12);
  g_assert_false (ink_number_entry_read ("", &number));
  g_assert_false (ink_number_entry_read ("two", &number));
  g_assert_false (ink_number_entry_read ("1.2.3", &number));
}

static void
keep_number_cb (GtkWidget *widget,
                double number,
                double *kept)
{
  *kept = number;
}

static void
test_units (void)
{
  GtkWidget *entry = g_object_ref_sink (ink_number_entry_new ("Length", TRUE));
  GtkWidget *text = ui_find_type (entry, GTK_TYPE_ENTRY);
  GtkWidget *unit = ui_find_type (entry, GTK_TYPE_DROP_DOWN);
  double edited = NAN;

  g_signal_connect (entry, "edited", G_CALLBACK (keep_number_cb), &edited);
  ink_number_entry_set_number (INK_NUMBER_ENTRY (entry), 120);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (text)), ==, "2");
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (unit)), ==, 1);
  g_assert_true (isnan (edited));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (unit), 2);
  g_assert_cmpfloat (edited, ==, 7200);
  gtk_editable_set_text (GTK_EDITABLE (text), "x");
  g_assert_cmpfloat (edited, ==, 7200);
  g_assert_true (gtk_widget_has_css_class (text, "error"));
  gtk_editable_set_text (GTK_EDITABLE (text), "1.5");
  g_assert_cmpfloat (edited, ==, 5400);
  gtk_editable_set_text (GTK_EDITABLE (text), "");
  g_assert_cmpfloat (edited, ==, 5400);
  ui_turn ();
  g_assert_true (isnan (edited));
  g_object_unref (entry);
}

/* A screen reader hears what a menu is for, and then what is chosen in it. */
static void
test_unit_name (void)
{
  GtkWidget *entry = g_object_ref_sink (ink_number_entry_new ("Length", TRUE));
  GtkWidget *unit = ui_find_type (entry, GTK_TYPE_DROP_DOWN);
  GtkAccessible *inner = GTK_ACCESSIBLE (gtk_widget_get_first_child (unit));

  g_assert_false (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (unit),
                                                    GTK_ACCESSIBLE_RELATION_LABELLED_BY));
  gtk_test_accessible_assert_property (unit, GTK_ACCESSIBLE_PROPERTY_LABEL, "Unit");
  gtk_test_accessible_assert_property (unit, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "seconds");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (unit), 2);
  gtk_test_accessible_assert_property (unit, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "hours");
  gtk_test_accessible_assert_property (inner, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "hours");
  g_assert_false (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (unit),
                                                    GTK_ACCESSIBLE_RELATION_LABELLED_BY));
  g_object_unref (entry);
}

/* Each place has its number, and each number its place, nearly. */
static void
test_places (void)
{
  GtkWidget *plot = g_object_ref_sink (ink_threshold_plot_new ());
  InkTableBuilder *builder = ink_table_builder_new ();
  const double edges[] = { 0, 1, 10, 100, 1000 };
  g_autoptr (InkTable) table = NULL;

  ink_table_builder_add_number (builder, "from", "From", INK_FORMAT_PLAIN);
  ink_table_builder_add_number (builder, "to", "To", INK_FORMAT_PLAIN);
  ink_table_builder_add_number (builder, "rows", "Rows", INK_FORMAT_COUNT);
  for (guint i = 0; i < 4; i++)
    {
      ink_table_builder_number (builder, edges[i]);
      ink_table_builder_number (builder, edges[i + 1]);
      ink_table_builder_number (builder, i);
    }
  table = ink_table_builder_end (builder);
  ink_threshold_plot_set_bins (INK_THRESHOLD_PLOT (plot), table);
  for (guint i = 0; i < 4; i++)
    {
      g_assert_cmpfloat_with_epsilon (
          ink_threshold_plot_get_place (INK_THRESHOLD_PLOT (plot), edges[i]), i / 4.0, 1e-9);
      g_assert_cmpfloat_with_epsilon (
          ink_threshold_plot_get_number (INK_THRESHOLD_PLOT (plot), i / 4.0), edges[i], 1e-9);
    }
  g_assert_cmpfloat (ink_threshold_plot_get_number (INK_THRESHOLD_PLOT (plot), 7), ==, 1000);
  g_assert_cmpfloat (ink_threshold_plot_get_place (INK_THRESHOLD_PLOT (plot), -5), ==, 0);
  g_object_unref (plot);
}

static gboolean
is_counted (gpointer data)
{
  const Wanted *wanted = data;

  return ui_find (wanted->in, ui_is_label, wanted->text) != NULL;
}

static void
wait_for_label (GtkWidget *in,
                const char *text)
{
  Wanted wanted = { in, text };

  ui_wait_for (is_counted, &wanted);
}

static void
test_threshold (Fixture *fixture,
                gconstpointer data)
{
  const char *const events[] = { "view", NULL };
  InkValuesOf of = { events, "n", FALSE };
  InkValue values[] = { ink_value_number (4), ink_value_number (5) };
  GtkWidget *threshold = ink_threshold_new ();
  GtkWidget *plot = ui_find_type (threshold, INK_TYPE_THRESHOLD_PLOT);

  ink_threshold_set_source (INK_THRESHOLD (threshold), fixture->view, &of);
  ink_threshold_set_value (INK_THRESHOLD (threshold), INK_OP_AT_LEAST, values, 1);
  show (fixture, threshold);
  wait_for_label (threshold, "3 events, of 2 of 3 people");
  g_signal_emit_by_name (plot, "moved", 5.0, NAN);
  g_assert_cmpstr (fixture->picked->str, ==, "[5]");
  wait_for_label (threshold, "2 events, of 2 of 3 people");
  ink_threshold_set_value (INK_THRESHOLD (threshold), INK_OP_BETWEEN, values, 2);
  wait_for_label (threshold, "2 events, of 1 of 3 people");
  ink_threshold_set_value (INK_THRESHOLD (threshold), INK_OP_LESS, values, 1);
  g_signal_emit_by_name (plot, "moved", NAN, 2.0);
  g_assert_cmpstr (fixture->picked->str, ==, "[2]");
  wait_for_label (threshold, "1 event, of 1 of 3 people");
}

/* ---- Days ---- */

static void
dates_cb (InkDatePick *pick,
          const char *from,
          const char *to,
          Fixture *fixture)
{
  g_string_printf (fixture->picked, "%s %s", from != NULL ? from : "-", to != NULL ? to : "-");
}

static void
pick_day (GtkWidget *pick,
          int day)
{
  g_autoptr (GDateTime) date = g_date_time_new_utc (2026, 7, day, 0, 0, 0);

  gtk_calendar_select_day (GTK_CALENDAR (ui_find_type (pick, GTK_TYPE_CALENDAR)), date);
}

/* An activated button is clicked a moment later. */
static gboolean
is_to_the_end (gpointer fixture)
{
  return g_str_has_suffix (((Fixture *) fixture)->picked->str, " -");
}

static void
test_days (Fixture *fixture,
           gconstpointer data)
{
  GtkWidget *pick = ink_date_pick_new ();

  ink_date_pick_set_view (INK_DATE_PICK (pick), fixture->view);
  g_signal_connect (pick, "picked", G_CALLBACK (dates_cb), fixture);
  show (fixture, pick);
  ink_date_pick_set_dates (INK_DATE_PICK (pick), FALSE, "2026-07-05", NULL);
  g_assert_cmpstr (fixture->picked->str, ==, "");
  pick_day (pick, 9);
  g_assert_cmpstr (fixture->picked->str, ==, "2026-07-09 -");
  ink_date_pick_set_dates (INK_DATE_PICK (pick), TRUE, "2026-07-05", NULL);
  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (ui_find (pick, ui_is_button, "To the end")), TRUE);
  pick_day (pick, 20);
  g_assert_cmpstr (fixture->picked->str, ==, "2026-07-05 2026-07-20");
  /* Nothing is said of a period that ends before it begins. */
  pick_day (pick, 2);
  g_assert_cmpstr (fixture->picked->str, ==, "2026-07-05 2026-07-20");
  gtk_widget_activate (ui_find (pick, ui_is_button, "To the End"));
  ui_wait_for (is_to_the_end, fixture);
  g_assert_cmpstr (fixture->picked->str, ==, "2026-07-05 -");
}

/* ---- Facts ---- */

static gboolean
is_chip (GtkWidget *widget,
         gconstpointer text)
{
  const char *label = GTK_IS_BUTTON (widget) ? gtk_button_get_label (GTK_BUTTON (widget)) : NULL;

  return label != NULL && g_str_has_prefix (label, text);
}

static gboolean
has_chip (gpointer data)
{
  const Wanted *wanted = data;

  return ui_find (wanted->in, is_chip, wanted->text) != NULL;
}

static void
wait_for_chip (GtkWidget *facts,
               const char *text)
{
  Wanted wanted = { facts, text };

  ui_wait_for (has_chip, &wanted);
}

static void
keep_person_cb (GtkWidget *widget,
                guint person,
                guint *kept)
{
  *kept = person;
}

static gboolean
is_kept (gpointer person)
{
  return *(guint *) person != G_MAXUINT;
}

static void
test_facts (Fixture *fixture,
            gconstpointer data)
{
  GtkWidget *facts = ink_rule_facts_new ();
  g_autoptr (InkRule) buy = ink_rule_new_does ("buy");
  g_autoptr (InkRule) view = ink_rule_new_does ("view");
  g_autoptr (InkRule) nothing = ink_rule_new_does ("nothing");
  g_autoptr (InkRule) bad = ink_rule_new_goal ("nowhere");
  guint person = G_MAXUINT;

  ink_rule_facts_set_view (INK_RULE_FACTS (facts), fixture->view);
  ink_rule_facts_set_rule (INK_RULE_FACTS (facts), buy, INK_ASK_COMPLETED);
  g_signal_connect (facts, "person-activated", G_CALLBACK (keep_person_cb), &person);
  show (fixture, facts);
  wait_for_chip (facts, "1 person matches · 33");
  gtk_widget_activate (gtk_widget_get_ancestor (ui_find (facts, ui_is_label, "ann"),
                                                GTK_TYPE_BUTTON));
  ui_wait_for (is_kept, &person);
  g_assert_cmpstr (
      ink_event_store_get_person_id (ink_document_get_store (fixture->document), person), ==, "ann");
  ink_rule_facts_set_rule (INK_RULE_FACTS (facts), view, INK_ASK_COMPLETED);
  wait_for_chip (facts, "Everybody matches: 3 people");
  ink_rule_facts_set_rule (INK_RULE_FACTS (facts), nothing, INK_ASK_COMPLETED);
  wait_for_chip (facts, "Nobody matches");
  ink_rule_facts_set_rule (INK_RULE_FACTS (facts), bad, INK_ASK_COMPLETED);
  wait_for_label (facts, "There is no goal 'nowhere'.");
}

int
main (int argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add ("/ui/values/picker/one", Fixture, NULL, set_up, test_picker_one, tear_down);
  g_test_add ("/ui/values/picker/many", Fixture, NULL, set_up, test_picker_many, tear_down);
  g_test_add ("/ui/values/picker/typed", Fixture, NULL, set_up, test_picker_typed, tear_down);
  g_test_add_func ("/ui/values/number/reading", test_reading);
  g_test_add_func ("/ui/values/number/units", test_units);
  g_test_add_func ("/ui/values/number/unit-name", test_unit_name);
  g_test_add_func ("/ui/values/threshold/places", test_places);
  g_test_add ("/ui/values/threshold", Fixture, NULL, set_up, test_threshold, tear_down);
  g_test_add ("/ui/values/days", Fixture, NULL, set_up, test_days, tear_down);
  g_test_add ("/ui/values/facts", Fixture, NULL, set_up, test_facts, tear_down);
  return g_test_run ();
}
