/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which funnel is shown: drafts, names, duplicates, removal, and the menu of them. */
#include "ui-fixture.h"
#include "ui-funnel.h"

#include "ui/pages/ink-funnel-choice.h"

typedef struct
{
  InkDocument *document;
  InkFunnelChoice *choice;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->document = ink_document_new (&error);
  g_assert_no_error (error);
  fixture->choice = ink_funnel_choice_new (fixture->document);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_object_unref (fixture->choice);
  ink_document_close (fixture->document, INK_CLOSE_DISCARD, NULL);
  g_object_unref (fixture->document);
}

static guint
count_funnels (Fixture *fixture)
{
  return g_strv_length ((char **) ink_document_get_definition (fixture->document)->funnels);
}

static const char *
get_name (Fixture *fixture)
{
  return ink_funnel_choice_get_funnel (fixture->choice)->name;
}

/* The shown funnel with one step more than it has: it is kept then. */
static void
add_steps (Fixture *fixture)
{
  static const char *const steps[] = { "view", "cart", NULL };
  g_autoptr (InkFunnel) model = ui_make_funnel (steps);
  g_autoptr (InkFunnel) longer
      = ink_funnel_copy_with_steps (ink_funnel_choice_get_funnel (fixture->choice), model->steps,
                                    model->n_steps);

  g_assert_true (ink_funnel_choice_keep (fixture->choice, longer, "Add Step", NULL));
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* It is nothing of the document until it has a step, and then the same funnel. */
static void
test_draft (Fixture *fixture,
            gconstpointer data)
{
  guint n = 0;
  g_autofree char *id = NULL;

  g_signal_connect_swapped (fixture->choice, "notify::id", G_CALLBACK (count_cb), &n);
  g_assert_null (ink_funnel_choice_get_funnel (fixture->choice));
  g_assert_nonnull (ink_funnel_choice_need_funnel (fixture->choice));
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (count_funnels (fixture), ==, 0);
  id = g_strdup (ink_funnel_choice_get_id (fixture->choice));
  add_steps (fixture);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (count_funnels (fixture), ==, 1);
  g_assert_cmpstr (ink_funnel_choice_get_funnel (fixture->choice)->id, ==, id);
  /* The same again is no step of undo. */
  g_assert_false (ink_funnel_choice_keep (
      fixture->choice, ink_funnel_choice_get_funnel (fixture->choice), "Nothing", NULL));
  /* Without steps it is a draft again. */
  {
    g_autoptr (InkFunnel) bare = ink_funnel_copy_with_steps (
        ink_funnel_choice_get_funnel (fixture->choice), NULL, 0);

    g_assert_true (ink_funnel_choice_keep (fixture->choice, bare, "Remove Steps", NULL));
  }
  g_assert_cmpuint (count_funnels (fixture), ==, 0);
  g_assert_cmpstr (ink_funnel_choice_get_funnel (fixture->choice)->id, ==, id);
}

static void
test_names (Fixture *fixture,
            gconstpointer data)
{
  ink_funnel_choice_begin (fixture->choice);
  add_steps (fixture);
  g_assert_true (ink_funnel_choice_rename (fixture->choice, "  Shop  "));
  g_assert_cmpstr (get_name (fixture), ==, "Shop");
  g_assert_false (ink_funnel_choice_rename (fixture->choice, " "));
  g_assert_false (ink_funnel_choice_rename (fixture->choice, "Shop"));

  ink_funnel_choice_duplicate (fixture->choice);
  g_assert_cmpuint (count_funnels (fixture), ==, 2);
  g_assert_cmpstr (get_name (fixture), ==, "Shop 2");
  g_assert_cmpuint (ink_funnel_choice_get_funnel (fixture->choice)->n_steps, ==, 2);
  ink_funnel_choice_duplicate (fixture->choice);
  g_assert_cmpstr (get_name (fixture), ==, "Shop 2 2");
  g_assert_true (ink_funnel_choice_rename (fixture->choice, "Shop"));
  g_assert_cmpstr (get_name (fixture), ==, "Shop 3");
}

static void
test_removing (Fixture *fixture,
               gconstpointer data)
{
  g_autofree char *sentence = NULL;

  ink_funnel_choice_begin (fixture->choice);
  add_steps (fixture);
  ink_funnel_choice_begin (fixture->choice);
  g_assert_null (ink_funnel_choice_remove (fixture->choice));
  g_assert_cmpuint (count_funnels (fixture), ==, 1);
  sentence = ink_funnel_choice_remove (fixture->choice);
  g_assert_cmpstr (sentence, ==, "“New funnel” removed");
  g_assert_cmpuint (count_funnels (fixture), ==, 0);
  g_assert_null (ink_funnel_choice_remove (fixture->choice));
}

static guint
count_names (GMenuModel *menu)
{
  g_autoptr (GMenuModel) names = g_menu_model_get_item_link (menu, 0, G_MENU_LINK_SECTION);

  return (guint) g_menu_model_get_n_items (names);
}

static void
test_menu (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (GMenuModel) first = NULL;
  g_autoptr (GMenuModel) second = NULL;

  ink_funnel_choice_begin (fixture->choice);
  first = ink_funnel_choice_make_menu (fixture->choice);
  g_assert_cmpuint (count_names (first), ==, 1);
  g_assert_null (ink_funnel_choice_make_menu (fixture->choice));
  add_steps (fixture);
  g_assert_null (ink_funnel_choice_make_menu (fixture->choice));
  ink_funnel_choice_duplicate (fixture->choice);
  second = ink_funnel_choice_make_menu (fixture->choice);
  g_assert_cmpuint (count_names (second), ==, 2);
}

int
main (int argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add ("/ui/funnel-choice/draft", Fixture, NULL, set_up, test_draft, tear_down);
  g_test_add ("/ui/funnel-choice/names", Fixture, NULL, set_up, test_names, tear_down);
  g_test_add ("/ui/funnel-choice/removing", Fixture, NULL, set_up, test_removing, tear_down);
  g_test_add ("/ui/funnel-choice/menu", Fixture, NULL, set_up, test_menu, tear_down);

  return g_test_run ();
}
