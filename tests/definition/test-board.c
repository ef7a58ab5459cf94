/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Every gesture of the journey board, as an edit of a definition. */
#include "definition/ink-board-edit.h"
#include "definition/ink-definition-json.h"

/* Boards are written as "Discover: a b | Engage: C | -: d": a goal's name is one letter, a capital
 * for a macro goal, "-" the goals without a lane; "!" follows the named main goal. */
static InkDefinition *
make_board (const char *text)
{
  g_auto (GStrv) lanes = g_strsplit (text, " | ", -1);
  g_autoptr (GString) json = g_string_new ("{\"inkling\": 1, \"stages\": [");
  g_autoptr (GString) goals = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  InkDefinition *definition;

  for (guint i = 0; lanes[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lanes[i], ":", 2);
      g_auto (GStrv) names = g_strsplit (g_strstrip (parts[1]), " ", -1);
      gboolean none = g_str_equal (parts[0], "-");

      if (!none)
        g_string_append_printf (json, "%s\"%s\"", i > 0 ? ", " : "", parts[0]);
      for (guint j = 0; names[j] != NULL; j++)
        if (*names[j] != '\0')
          g_string_append_printf (
              goals, "%s{\"name\": \"%c\", \"kind\": \"%s\", %s%s%s \"rule\": {\"does\": \"e%c\"}}",
              goals->len > 0 ? ", " : "", names[j][0],
              g_ascii_isupper (names[j][0]) ? "macro" : "micro", none ? "" : "\"stage\": \"",
              none ? "" : parts[0], none ? "" : "\",", names[j][0]);
    }
  g_string_append_printf (json, "], \"goals\": [%s]}", goals->str);
  definition = ink_definition_from_json (json->str, -1, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return definition;
}

static void
write_goals (GString *text,
             const InkDefinition *definition,
             int lane)
{
  g_autoptr (GPtrArray) goals = ink_board_list_goals (definition, lane);

  for (guint i = 0; i < goals->len; i++)
    {
      const InkGoal *goal = g_ptr_array_index (goals, i);

      g_string_append_printf (text, " %s%s", goal->name,
                              g_strcmp0 (definition->main_goal, goal->name) == 0 ? "!" : "");
    }
}

static void
assert_board (const InkDefinition *definition,
              const char *expected)
{
  const char *const *stages = ink_definition_get_stages (definition);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) loose = ink_board_list_goals (definition, INK_NO_LANE);

  for (int i = 0; stages[i] != NULL; i++)
    {
      g_string_append_printf (text, "%s%s:", i > 0 ? " | " : "", stages[i]);
      write_goals (text, definition, i);
    }
  if (loose->len > 0)
    {
      g_string_append (text, " | -:");
      write_goals (text, definition, INK_NO_LANE);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static const char *
find_id (const InkDefinition *definition,
         const char *name)
{
  return ink_definition_find_goal (definition, name)->id;
}

static void
test_add (void)
{
  static const struct
  {
    const char *before;
    const char *events[4];
    int lane;
    guint place;
    const char *after;
    const char *order; /* of the definition */
  } cases[] = {
    { "One: a b | Two: C", { "x" }, 0, 0, "One: X a b | Two: C", "XabC" },
    { "One: a b | Two: C", { "x" }, 0, 1, "One: a X b | Two: C", "aXbC" },
    { "One: a b | Two: C", { "x" }, 0, INK_LAST_PLACE, "One: a b X | Two: C", "abXC" },
    { "One: a b | Two: C", { "x" }, 1, 0, "One: a b | Two: X C", "abXC" },
    { "One: a | Two: | Three: C", { "x" }, 1, 0, "One: a | Two: X | Three: C", "aXC" },
    { "One: | Two: | Three: C", { "x" }, 0, 9, "One: X | Two: | Three: C", "XC" },
    { "One: a | -: b", { "x" }, INK_NO_LANE, 0, "One: a | -: X b", "aXb" },
    { "One: X", { "x" }, 0, 1, "One: X X 2", "XX 2" },
    { "One:", { "x", "y" }, 0, 0, "One: X or Y", "X or Y" },
    { "One:", { "x", "y", "z" }, 0, 0, "One: X or 2 others", "X or 2 others" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (InkDefinition) before = make_board (cases[i].before);
      g_autofree char *id = NULL;
      g_autoptr (InkDefinition) after
          = ink_board_add_goal (before, cases[i].events, INK_GOAL_MICRO, cases[i].lane,
                                cases[i].place, &id);
      g_autoptr (GString) order = g_string_new (NULL);

      assert_board (after, cases[i].after);
      for (guint j = 0; after->goals[j] != NULL; j++)
        g_string_append (order, after->goals[j]->name);
      g_assert_cmpstr (order->str, ==, cases[i].order);
      g_assert_cmpint (ink_board_find_goal (after, id)->kind, ==, INK_GOAL_MICRO);
      g_assert_cmpstr (ink_board_find_goal (after, id)->rule->names[0], ==, "x");
      g_assert_cmpint (ink_board_find_goal (after, id)->rule->one_name, ==,
                       cases[i].events[1] == NULL);
    }
}

/* The first goal of a new project writes down the stages that it names one of. */
static void
test_usual_stages (void)
{
  static const char *const events[] = { "Booked Demo", NULL };
  g_autoptr (InkDefinition) empty = ink_definition_new_empty ();
  g_autofree char *id = NULL;
  g_autoptr (InkDefinition) with
      = ink_board_add_goal (empty, events, INK_GOAL_MACRO, 3, INK_LAST_PLACE, &id);
  g_autoptr (InkDefinition) still = ink_board_move_goal (with, id, 3, 0);

  g_assert_cmpuint (ink_board_count_lanes (empty), ==, 4);
  g_assert_null (empty->stages[0]);
  assert_board (with, "Discover: | Engage: | Evaluate: | Decide: Booked Demo");
  g_assert_cmpuint (g_strv_length (with->stages), ==, 4);
  g_assert_cmpint (with->goals[0]->kind, ==, INK_GOAL_MACRO);
  g_assert_true (still == with);
}

static void
test_names (void)
{
  static const struct
  {
    const char *event;
    const char *name;
  } cases[] = {
    { "add_to_cart", "Add to cart" }, { "Viewed Page", "Viewed Page" },
    { "$pageview", "Pageview" },      { "Über_uns", "Über uns" },
    { "öffnen", "Öffnen" },           { "snake_case in words", "Snake_case in words" },
    { "___", "___" },                 { "*", "Any event" },
    { "labelled", "With a label" },
  };
  g_autoptr (InkDefinition) empty = ink_definition_new_empty ();
  g_autoptr (InkDefinition) definition
      = ink_board_label_event (empty, "labelled", " With a label ");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const events[] = { cases[i].event, NULL };
      g_autofree char *name = ink_board_name_events (definition, events);

      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

static void
test_move (void)
{
  static const struct
  {
    const char *before;
    const char *goal;
    int lane;
    guint place;
    const char *after;
  } cases[] = {
    { "One: a b c | Two: D", "a", 0, 0, NULL },
    { "One: a b c | Two: D", "a", 0, 1, "One: b a c | Two: D" },
    { "One: a b c | Two: D", "a", 0, INK_LAST_PLACE, "One: b c a | Two: D" },
    { "One: a b c | Two: D", "c", 0, INK_LAST_PLACE, NULL },
    { "One: a b c | Two: D", "c", 0, 0, "One: c a b | Two: D" },
    { "One: a b c | Two: D", "b", 1, 0, "One: a c | Two: b D" },
    { "One: a b c | Two: D", "b", 1, 1, "One: a c | Two: D b" },
    { "One: a | Two: D", "D", 0, 0, "One: D a | Two:" },
    { "One: a | Two: D", "a", INK_NO_LANE, 0, "One: | Two: D | -: a" },
    { "One: a | -: b", "b", 0, 0, "One: b a" },
    { "One: a | Two: | Three: b", "b", 1, 7, "One: a | Two: b | Three:" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (InkDefinition) before = make_board (cases[i].before);
      const InkGoal *goal = ink_definition_find_goal (before, cases[i].goal);
      g_autoptr (InkDefinition) after
          = ink_board_move_goal (before, goal->id, cases[i].lane, cases[i].place);

      assert_board (after, cases[i].after != NULL ? cases[i].after : cases[i].before);
      g_assert_true ((after == before) == (cases[i].after == NULL));
      g_assert_cmpint (ink_board_find_goal (after, goal->id)->kind, ==, goal->kind);
    }
}

static void
test_widen (void)
{
  static const struct
  {
    const char *rule;
    const char *events[3];
    const char *wider; /* NULL: the same */
  } cases[] = {
    { "{\"does\": \"a\"}", { "b" }, "{\"does\": [\"a\", \"b\"]}" },
    { "{\"does\": \"a\"}", { "a" }, NULL },
    { "{\"does\": [\"a\", \"b\"]}", { "b", "c" }, "{\"does\": [\"a\", \"b\", \"c\"]}" },
    { "{\"does\": \"*\"}", { "b" }, NULL },
    { "{\"does\": \"a\", \"times\": {\"at_least\": 2}}",
      { "b" },
      "{\"any\": [{\"does\": \"a\", \"times\": {\"at_least\": 2}}, {\"does\": \"b\"}]}" },
    { "{\"does\": \"a\", \"first_time\": true}",
      { "b", "c" },
      "{\"any\": [{\"does\": \"a\", \"first_time\": true}, {\"does\": [\"b\", \"c\"]}]}" },
    { "{\"any\": [{\"does\": \"a\", \"first_time\": true}, {\"does\": \"b\"}]}",
      { "c" },
      "{\"any\": [{\"does\": \"a\", \"first_time\": true}, {\"does\": [\"b\", \"c\"]}]}" },
    { "{\"any\": [{\"does\": \"a\", \"first_time\": true}, {\"does\": \"b\"}]}", { "b" }, NULL },
    { "{\"any\": [{\"does\": \"a\", \"first_time\": true}]}",
      { "c" },
      "{\"any\": [{\"does\": \"a\", \"first_time\": true}, {\"does\": \"c\"}]}" },
    { "{\"all\": [{\"does\": \"a\"}, {\"person\": \"role\", \"op\": \"is\", \"value\": \"x\"}]}",
      { "b" },
      "{\"any\": [{\"all\": [{\"does\": \"a\"}, {\"person\": \"role\", \"op\": \"is\", "
      "\"value\": \"x\"}]}, {\"does\": \"b\"}]}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json = g_strdup_printf (
          "{\"inkling\": 1, \"goals\": [{\"name\": \"G\", \"rule\": %s}]}", cases[i].rule);
      g_autoptr (InkDefinition) before
          = ink_definition_from_json (json, -1, NULL, NULL, NULL, NULL);
      g_autoptr (InkDefinition) after
          = ink_board_add_events (before, before->goals[0]->id, cases[i].events);
      g_autofree char *rule = ink_rule_to_json (after->goals[0]->rule);

      g_assert_cmpstr (g_strstrip (rule), ==,
                       cases[i].wider != NULL ? cases[i].wider : cases[i].rule);
      g_assert_true ((after == before) == (cases[i].wider == NULL));
      g_assert_cmpstr (after->goals[0]->name, ==, "G");
      g_assert_true (ink_rule_has_moments (after->goals[0]->rule));
    }
}

/* A name that said the events says all of them; a name of the user's own stays. */
static void
test_widen_name (void)
{
  static const char *const one[] = { "viewed_pricing", NULL };
  static const char *const more[] = { "saved_to_list", NULL };
  g_autoptr (InkDefinition) empty = ink_definition_new_empty ();
  g_autofree char *id = NULL;
  g_autoptr (InkDefinition) with
      = ink_board_add_goal (empty, one, INK_GOAL_MICRO, 0, 0, &id);
  g_autoptr (InkDefinition) wider = ink_board_add_events (with, id, more);

  g_assert_cmpstr (wider->goals[0]->name, ==, "Viewed pricing or Saved to list");
  g_assert_cmpstr (wider->goals[0]->id, ==, id);
}

static void
test_goal (void)
{
  g_autoptr (InkDefinition) before = make_board ("One: a | Two: B C");
  g_autoptr (InkDefinition) named = ink_board_set_main (before, find_id (before, "C"));
  g_autoptr (InkDefinition) renamed
      = ink_board_rename_goal (named, find_id (named, "C"), "  B ");
  g_autoptr (InkDefinition) same = ink_board_rename_goal (named, find_id (named, "C"), "  ");
  g_autoptr (InkDefinition) micro
      = ink_board_set_kind (named, find_id (named, "C"), INK_GOAL_MICRO);
  g_autoptr (InkDefinition) raised = ink_board_set_main (before, find_id (before, "a"));
  g_autoptr (InkDefinition) removed = ink_board_remove_goal (named, find_id (named, "C"));
  g_autoptr (InkDefinition) kept = ink_board_remove_goal (named, find_id (named, "B"));
  g_autoptr (InkDefinition) nobody = ink_board_remove_goal (named, "nobody");
  g_autofree char *id = NULL;
  g_autoptr (InkDefinition) twice
      = ink_board_duplicate_goal (named, find_id (named, "B"), &id);

  assert_board (named, "One: a | Two: B C!");
  assert_board (renamed, "One: a | Two: B B 2!");
  g_assert_true (same == named);
  assert_board (micro, "One: a | Two: B C");
  g_assert_cmpint (micro->goals[2]->kind, ==, INK_GOAL_MICRO);
  assert_board (raised, "One: a! | Two: B C");
  g_assert_cmpint (raised->goals[0]->kind, ==, INK_GOAL_MACRO);
  assert_board (removed, "One: a | Two: B");
  assert_board (kept, "One: a | Two: C!");
  g_assert_true (nobody == named);
  assert_board (twice, "One: a | Two: B B 2 C!");
  g_assert_cmpstr (ink_board_find_goal (twice, id)->name, ==, "B 2");
}

static void
test_uses (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (InkDefinition) definition = ink_definition_from_json (
      "{\"inkling\": 1, \"goals\": [{\"name\": \"G\", \"rule\": {\"does\": \"a\"}}, {\"name\": "
      "\"H\", \"rule\": {\"does\": \"b\", \"after\": \"G\"}}, {\"name\": \"I\", \"rule\": "
      "{\"does\": \"c\"}}], \"personas\": [{\"name\": \"P\", \"rule\": {\"not\": {\"goal\": "
      "\"G\"}}}], \"funnels\": [{\"name\": \"F\", \"steps\": [{\"goal\": \"I\"}, {\"goal\": "
      "\"G\"}]}], \"followups\": [{\"name\": \"L\", \"rule\": {\"goal\": \"H\"}}]}",
      -1, NULL, NULL, NULL, &error);
  static const struct
  {
    const char *goal;
    const char *uses;
  } cases[] = { { "G", "H P F" }, { "H", "L" }, { "I", "F" }, { "J", "" } };

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) uses = ink_board_find_uses (definition, cases[i].goal);
      g_autofree char *text = NULL;

      g_ptr_array_add (uses, NULL);
      text = g_strjoinv (" ", (char **) uses->pdata);
      g_assert_cmpstr (text, ==, cases[i].uses);
    }
}

static InkDefinition *
rename_first (InkDefinition *definition,
              guint lane,
              guint to)
{
  return ink_board_rename_lane (definition, lane, to == 0 ? " New " : to == 1 ? "Two" : " ");
}

static InkDefinition *
add_lane (InkDefinition *definition,
          guint lane,
          guint to)
{
  return ink_board_add_lane (definition, to == 0 ? "New" : "One", lane);
}

static InkDefinition *
remove_lane (InkDefinition *definition,
             guint lane,
             guint to)
{
  return ink_board_remove_lane (definition, lane);
}

static void
test_lanes (void)
{
  static const struct
  {
    InkDefinition *(*edit) (InkDefinition *definition, guint lane, guint to);
    const char *before;
    guint lane;
    guint to;
    const char *after; /* NULL: the same */
  } cases[] = {
    { rename_first, "One: a | Two: B", 0, 0, "New: a | Two: B" },
    { rename_first, "One: a | Two: B", 0, 1, "Two 2: a | Two: B" },
    { rename_first, "One: a | Two: B", 0, 2, NULL },
    { rename_first, "One: a | Two: B", 1, 1, NULL },
    { add_lane, "One: a | Two: B", 1, 0, "One: a | New: | Two: B" },
    { add_lane, "One: a | Two: B", 9, 1, "One: a | Two: B | One 2:" },
    { ink_board_move_lane, "One: a | Two: B | Three: c", 0, 2, "Two: B | Three: c | One: a" },
    { ink_board_move_lane, "One: a | Two: B | Three: c", 2, 0, "Three: c | One: a | Two: B" },
    { ink_board_move_lane, "One: a | Two: B | Three: c", 1, 1, NULL },
    { remove_lane, "One: a | Two: B d | Three: c", 1, 0, "One: a B d | Three: c" },
    { remove_lane, "One: a | Two: B d | Three: c", 0, 0, "Two: a B d | Three: c" },
    { remove_lane, "One: a", 0, 0, NULL },
    { remove_lane, "One: a | Two: | -: b", 1, 0, "One: a | -: b" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (InkDefinition) before = make_board (cases[i].before);
      g_autoptr (InkDefinition) after = cases[i].edit (before, cases[i].lane, cases[i].to);

      assert_board (after, cases[i].after != NULL ? cases[i].after : cases[i].before);
      g_assert_true ((after == before) == (cases[i].after == NULL));
    }
}

static void
test_events (void)
{
  g_autoptr (InkDefinition) empty = ink_definition_new_empty ();
  g_autoptr (InkDefinition) hidden = ink_board_hide_event (empty, "a", TRUE);
  g_autoptr (InkDefinition) both = ink_board_hide_event (hidden, "b", TRUE);
  g_autoptr (InkDefinition) again = ink_board_hide_event (both, "a", TRUE);
  g_autoptr (InkDefinition) one = ink_board_hide_event (both, "a", FALSE);
  g_autoptr (InkDefinition) mails = ink_board_set_passive (empty, "mail", TRUE);
  g_autoptr (InkDefinition) no_mails = ink_board_set_passive (mails, "mail", FALSE);
  g_autoptr (InkDefinition) same_mails = ink_board_set_passive (mails, "mail", TRUE);
  g_autoptr (InkDefinition) labelled = ink_board_label_event (empty, "a", "A page");
  g_autoptr (InkDefinition) same = ink_board_label_event (labelled, "a", " A page ");
  g_autoptr (InkDefinition) bare = ink_board_label_event (labelled, "a", "a");
  g_autoptr (InkDefinition) none = ink_board_label_event (empty, "a", "  ");

  g_assert_true (ink_board_is_hidden (both, "a") && ink_board_is_hidden (both, "b"));
  g_assert_true (again == both);
  g_assert_false (ink_board_is_hidden (one, "a"));
  g_assert_true (ink_board_is_hidden (one, "b"));
  g_assert_true (ink_board_is_passive (mails, "mail") && !ink_board_is_passive (mails, "a"));
  g_assert_false (ink_board_is_passive (no_mails, "mail"));
  g_assert_true (same_mails == mails);
  g_assert_cmpstr (g_hash_table_lookup (labelled->labels, "a"), ==, "A page");
  g_assert_true (same == labelled);
  g_assert_cmpuint (g_hash_table_size (bare->labels), ==, 0);
  g_assert_true (none == empty);
}

static void
test_kind (void)
{
  g_autoptr (InkDefinition) board = make_board ("One: | Two: | Three:");
  g_autoptr (InkDefinition) mails = ink_board_set_passive (board, "mail", TRUE);
  const char *const bought[] = { "bought", NULL };
  const char *const told[] = { "mail", NULL };
  const char *const both[] = { "bought", "mail", NULL };

  g_assert_cmpint (ink_board_choose_kind (mails, bought, 0), ==, INK_GOAL_MICRO);
  g_assert_cmpint (ink_board_choose_kind (mails, bought, 2), ==, INK_GOAL_MACRO);
  g_assert_cmpint (ink_board_choose_kind (mails, bought, INK_NO_LANE), ==, INK_GOAL_MICRO);
  g_assert_cmpint (ink_board_choose_kind (mails, told, 2), ==, INK_GOAL_MICRO);
  g_assert_cmpint (ink_board_choose_kind (mails, both, 2), ==, INK_GOAL_MICRO);
  g_assert_cmpint (ink_board_choose_kind (board, told, 2), ==, INK_GOAL_MACRO);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/definition/board/add", test_add);
  g_test_add_func ("/definition/board/kind", test_kind);
  g_test_add_func ("/definition/board/usual-stages", test_usual_stages);
  g_test_add_func ("/definition/board/names", test_names);
  g_test_add_func ("/definition/board/move", test_move);
  g_test_add_func ("/definition/board/widen", test_widen);
  g_test_add_func ("/definition/board/widen-name", test_widen_name);
  g_test_add_func ("/definition/board/goal", test_goal);
  g_test_add_func ("/definition/board/uses", test_uses);
  g_test_add_func ("/definition/board/lanes", test_lanes);
  g_test_add_func ("/definition/board/events", test_events);

  return g_test_run ();
}
