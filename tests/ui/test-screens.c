/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Any definition that is valid, shown on the pages and read back from their words, is the same one,
 * and showing it edits nothing. */
#include "ui-fixture.h"

#include "definition/ink-definition-json.h"
#include "document/ink-document.h"
#include "support/ink-test-rules.h"
#include "ui/pages/ink-journey-page.h"
#include "ui/pages/ink-personas-page.h"
#include "ui/widgets/ink-board.h"
#include "ui/widgets/ink-goal-panel.h"
#include "ui/widgets/ink-persona-card.h"
#include "ui/widgets/ink-persona-list.h"
#include "ui/widgets/ink-sentence-editor.h"

#define N_ROUNDS 3
#define N_GOALS 7
#define N_PERSONAS 4

typedef struct
{
  InkDocument *document;
  InkView *view;
  GtkWidget *window;
} Fixture;

/* ---- A definition by chance ---- */

static const char *
choose (const char *const *from,
        guint n)
{
  return from[g_test_rand_int_range (0, (int) n)];
}

static InkGoal *
make_goal (guint number)
{
  static const char *const stages[] = { "Discover", "Engage", "A_b & c", "Decide", "Gone", NULL };
  static const char *const colours[] = { NULL, "#2ec27e", "#000000", "#FFffFF" };
  static const char *const notes[] = { NULL, "Why?", "Two\nlines, <b>not bold</b>" };
  static const char *const properties[] = { NULL, NULL, "value", "not in the data" };
  static const double values[] = { 0, 0.1, 400, -1e-9, 123456789012 };
  g_autofree char *name = g_strdup_printf ("Goal_%u <“é”>", number);
  g_autoptr (InkRule) rule = ink_test_rules_make (number % 4, TRUE);
  InkGoal *goal = ink_goal_new (name, rule);

  goal->kind = g_test_rand_int_range (0, 2) == 0 ? INK_GOAL_MICRO : INK_GOAL_MACRO;
  goal->stage = g_strdup (choose (stages, G_N_ELEMENTS (stages)));
  goal->colour = g_strdup (choose (colours, G_N_ELEMENTS (colours)));
  goal->note = g_strdup (choose (notes, G_N_ELEMENTS (notes)));
  goal->icon = g_strdup (number % 3 == 0 ? "🎯" : NULL);
  goal->value_property = g_strdup (choose (properties, G_N_ELEMENTS (properties)));
  goal->has_fixed_value = goal->value_property == NULL && g_test_rand_int_range (0, 2) == 0;
  if (goal->has_fixed_value)
    goal->fixed_value = values[g_test_rand_int_range (0, G_N_ELEMENTS (values))];

  return goal;
}

static InkPersona *
make_persona (guint number)
{
  static const char *const colours[] = { NULL, "#e5a50a", "#3d3a9b" };
  g_autofree char *name = g_strdup_printf ("Persona_%u <“é”>", number);
  g_autoptr (InkRule) rule = ink_test_rules_make (number % 4, FALSE);
  InkPersona *persona = ink_persona_new (name, rule);

  persona->colour = g_strdup (choose (colours, G_N_ELEMENTS (colours)));
  persona->note = g_strdup (number % 2 == 0 ? "Somebody, or other" : NULL);

  return persona;
}

static void
replace (InkDefinition **definition,
         InkDefinition *by)
{
  ink_definition_unref (*definition);
  *definition = by;
}

static InkDefinition *
make_definition (void)
{
  static const char *const stages[] = { "Discover", "Engage", "A_b & c", "Decide", NULL };
  static const char *const passive[] = { "A", NULL };
  InkDefinition *definition = ink_test_rules_base ();

  if (g_test_rand_int_range (0, 2) == 0)
    replace (&definition, ink_definition_with_stages (definition, stages));
  if (g_test_rand_int_range (0, 2) == 0)
    replace (&definition, ink_definition_with_passive (definition, passive));
  for (guint i = 0; i < N_GOALS; i++)
    {
      g_autoptr (InkGoal) goal = make_goal (i);

      replace (&definition, ink_definition_with_goal (definition, goal));
    }
  for (guint i = 0; i < N_PERSONAS; i++)
    {
      g_autoptr (InkPersona) persona = make_persona (i);

      replace (&definition, ink_definition_with_persona (definition, persona));
    }

  return definition;
}

/* ---- On screen ---- */

static GtkWidget *
show (Fixture *fixture,
      GType type)
{
  GtkWidget *page = g_object_new (type, "view", fixture->view, NULL);

  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1280, 800);
  gtk_window_set_child (GTK_WINDOW (fixture->window), page);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_frame (fixture->window);

  return page;
}

static void
hide (Fixture *fixture)
{
  ui_let_pass (100); /* what is only asked once it was drawn, is shown, too */
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_turn ();
}

/* The rule that the words below @widget say. */
static InkRule *
read_words (GtkWidget *widget)
{
  return ink_sentence_editor_read (
      INK_SENTENCE_EDITOR (ui_find_type (widget, INK_TYPE_SENTENCE_EDITOR)));
}

/* @definition with every goal as the page says it. */
static InkDefinition *
read_goals (Fixture *fixture,
            InkDefinition *definition)
{
  GtkWidget *page = show (fixture, INK_TYPE_JOURNEY_PAGE);
  InkBoard *board = INK_BOARD (ui_find_type (page, INK_TYPE_BOARD));
  GtkWidget *panel = ui_find_type (page, INK_TYPE_GOAL_PANEL);
  InkDefinition *read = ink_definition_ref (definition);

  for (guint i = 0; definition->goals[i] != NULL; i++)
    {
      g_autoptr (InkGoal) said = ink_goal_copy (definition->goals[i]);

      ink_board_select (board, definition->goals[i]->id);
      ui_turn ();
      ink_goal_panel_begin_rename (INK_GOAL_PANEL (panel));
      ui_turn ();
      ink_rule_unref (said->rule);
      said->rule = read_words (panel);
      replace (&read, ink_definition_with_goal (read, said));
    }
  hide (fixture);

  return read;
}

static InkDefinition *
read_personas (Fixture *fixture,
               InkDefinition *definition)
{
  GtkWidget *page = show (fixture, INK_TYPE_PERSONAS_PAGE);
  GtkWidget *card = gtk_widget_get_first_child (ui_find_type (page, INK_TYPE_PERSONA_LIST));
  InkDefinition *read = ink_definition_ref (definition);

  for (; card != NULL; card = gtk_widget_get_next_sibling (card))
    {
      g_autoptr (InkPersona) said
          = ink_persona_copy (ink_persona_card_get_persona (INK_PERSONA_CARD (card)));

      ink_persona_card_set_open (INK_PERSONA_CARD (card), TRUE);
      ui_turn ();
      ink_rule_unref (said->rule);
      said->rule = read_words (card);
      replace (&read, ink_definition_with_persona (read, said));
    }
  hide (fixture);

  return read;
}

static void
test_round_trip (void)
{
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (InkDefinition) definition = make_definition ();
      g_autoptr (InkDefinition) of_goals = NULL;
      g_autoptr (InkDefinition) read = NULL;
      g_autofree char *before = ink_definition_to_json (definition);
      g_autofree char *after = NULL;
      Fixture fixture = { ink_document_new (&error), NULL, NULL };

      g_assert_no_error (error);
      fixture.view = ink_view_new (fixture.document);
      ink_document_edit (fixture.document, "By chance", NULL, definition);
      of_goals = read_goals (&fixture, definition);
      read = read_personas (&fixture, of_goals);
      after = ink_definition_to_json (read);
      g_assert_cmpstr (after, ==, before);
      /* The very same: nothing was edited, not even into what is equal. */
      g_assert_true (ink_document_get_definition (fixture.document) == definition);
      g_assert_cmpstr (ink_document_get_undo_label (fixture.document), ==, "By chance");
      g_clear_object (&fixture.view);
      g_assert_finalize_object (fixture.document);
    }
}

int
main (int argc,
      char **argv)
{
  ui_test_init (&argc, &argv);

  g_test_add_func ("/ui/screens/round-trip", test_round_trip);

  return g_test_run ();
}
