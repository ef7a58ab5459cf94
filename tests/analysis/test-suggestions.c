/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is proposed for small lists of events, for the sample, and for real exports. */
#include "analysis/ink-cases.h"

#include "analysis/ink-goal-templates.h"
#include "analysis/ink-suggestion-words.h"
#include "analysis/ink-suggestions.h"
#include "import/ink-importer.h"
#include "sample/ink-sample.h"
#include "support/ink-test.h"

/* ---- Names ---- */

static const struct
{
  const char *name;
  const char *topic; /* nullable */
} name_cases[] = {
  { "Booked Demo", "demo" },
  { "Watched Demo Video", "video" },
  { "purchase", "purchase" },
  { "ecommerce_purchase", "purchase" },
  { "Order Completed", "purchase" },
  { "Order Cancelled", "taken-back" },
  { "payment_confirmation_page", "purchase" },
  { "payment_page", "payment" },
  { "add_payment_info", "payment" },
  { "addToCart", "cart" },
  { "remove_from_cart", "taken-back" },
  { "begin_checkout", "checkout" },
  { "product_detail_view", "product" },
  { "view_item_list", "product" },
  { "page_view", "page" },
  { "$pageview", "page" },
  { "Loaded a Page", "page" },
  { "home_page", "page" },
  { "search_page", "search" },
  { "$pageleave", "pageleave" },
  { "page_ping", "automated" },
  { "session_start", "visit" },
  { "first_visit", "automated" },
  { "user_engagement", "automated" },
  { "event", "unnamed" },
  { "Signed Contract", "contract" },
  { "Signed Up", "sign-up" },
  { "Signed In", "log-in" },
  { "generate_lead", "lead" },
  { "Newsletter Signup", "newsletter" },
  { "file_download", "download" },
  { "Opened Onboarding Mail", "after-sale" },
  { "Mail Delivered", "automated" },
  { "Warenkorb", "cart" },
  { "Kauf abgeschlossen", "purchase" },
  { "Demotermin gebucht", "demo" },
  { "Formular abgeschickt", "lead" },
  { "Télécharger le guide", "download" },
  { "Ajout au panier", "cart" },
  { "Compra realizada", "purchase" },
  { "Expanded Section", NULL },
  { "", NULL },
  { "***", NULL },
};

static void
test_names (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (name_cases); i++)
    {
      const InkTopic *topic = ink_topic_of_event (name_cases[i].name);

      g_test_message ("%s", name_cases[i].name);
      g_assert_cmpstr (topic != NULL ? topic->id : NULL, ==, name_cases[i].topic);
    }
}

/* ---- Data ---- */

static char *
suggest (InkEventStore *store,
         InkDefinition *definition)
{
  g_autoptr (InkQuery) query = ink_suggestions_query_new (definition);
  g_autoptr (GError) error = NULL;
  g_autoptr (InkAnswer) answer = ink_query_run (query, store, NULL, NULL, &error);
  InkTable *table;
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  table = ink_answer_get_table (answer, NULL);
  for (guint i = 0; i < ink_table_get_n_rows (table); i++)
    {
      g_test_message ("%s %s [%s]: %s %s", ink_table_get_text (table, 1, i),
                      ink_table_get_text (table, 0, i), ink_table_get_text (table, 2, i),
                      ink_table_get_text (table, 6, i), ink_table_get_text (table, 3, i));
      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", ink_table_get_text (table, 0, i));
    }
  return g_string_free (text, FALSE);
}

static InkEventStore *
import (const char *first,
        ...)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (InkImportOptions) options = ink_import_options_new ();
  g_autoptr (GPtrArray) reports = NULL;
  g_autoptr (GError) error = NULL;
  InkEventStore *store;
  va_list arguments;

  va_start (arguments, first);
  for (const char *file = first; file != NULL; file = va_arg (arguments, const char *))
    {
      char *path = ink_test_shared (file);

      if (path == NULL)
        {
          va_end (arguments);
          return NULL;
        }
      g_ptr_array_add (files, path);
    }
  va_end (arguments);
  g_ptr_array_add (files, NULL);
  store = ink_importer_import ((const char *const *) files->pdata, options, NULL, &reports, NULL,
                               NULL, &error);
  g_assert_no_error (error);
  return store;
}

/* Every name of @wanted, separated by "; ", is in @found. */
static void
check_found (const char *found,
             const char *wanted)
{
  g_auto (GStrv) names = g_strsplit (wanted, "; ", -1);
  g_auto (GStrv) there = g_strsplit (found, "; ", -1);

  for (guint i = 0; names[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) there, names[i]))
      g_error ("“%s” is not among %s", names[i], found);
}

static void
test_ga360 (void)
{
  g_autoptr (InkDefinition) definition = ink_definition_new_empty ();
  g_autoptr (InkEventStore) store = import ("data/ga360-sessions/hits_flat.csv.gz", NULL);
  g_autofree char *found = NULL;

  if (store == NULL)
    return;
  found = suggest (store, definition);
  g_assert_true (g_str_has_prefix (found, "Purchase; "));
  check_found (found, "Add to cart; Checkout; Product detail view; Product list click");
  g_assert_null (strstr (found, "Remove"));
}

static void
test_ga4 (void)
{
  g_autoptr (InkDefinition) definition = ink_definition_new_empty ();
  g_autoptr (InkEventStore) store
      = import ("data/ga4-bigquery/events_20201101_20201231.ndjson.gz", NULL);
  g_autofree char *found = NULL;

  if (store == NULL)
    return;
  found = suggest (store, definition);
  g_assert_true (g_str_has_prefix (found, "Purchase; "));
  check_found (found, "Add to cart; Begin checkout; Add payment info; View item; Comes back");
  g_assert_null (strstr (found, "engagement"));
  g_assert_null (strstr (found, "First visit"));
}

static void
test_ecommerce (void)
{
  g_autoptr (InkDefinition) definition = ink_definition_new_empty ();
  g_autoptr (InkEventStore) store
      = import ("data/ecommerce-funnel/home_page_table.csv.gz",
                "data/ecommerce-funnel/search_page_table.csv.gz",
                "data/ecommerce-funnel/payment_page_table.csv.gz",
                "data/ecommerce-funnel/payment_confirmation_table.csv.gz",
                "data/ecommerce-funnel/user_table.csv.gz", NULL);
  g_autofree char *found = NULL;

  if (store == NULL)
    return;
  found = suggest (store, definition);
  g_assert_cmpstr (found, ==, "Payment confirmation page; Payment page; Search page");
}

/* ---- Cases ---- */

#define MANY_BUYERS                                                                                \
  "a: look@0 gadget@10 purchase@20 review@30; b: look@0 gadget@10 purchase@20 review@30; "           \
  "c: look@0 gadget@10 purchase@20 review@30; d: look@0 gadget@10 purchase@20 review@30; "           \
  "e: look@0 gadget@10 purchase@20 review@30; f: look@0; g: look@0; h: look@0"

static const struct
{
  const char *what;
  const char *events;
  const char *definition;
  const char *found;
} cases[] = {
  { "nothing is proposed where there is nothing", "", "", "" },
  { "an aim, what leads to it, nothing that everybody does, nothing that follows it", MANY_BUYERS,
    "", "Purchase; Gadget" },
  { "what a goal says is not proposed", MANY_BUYERS,
    "\"goals\": [{\"name\": \"Sold\", \"kind\": \"macro\", \"rule\": {\"does\": \"purchase\"}}]",
    "Gadget" },
  { "nor what only a number tells from it", MANY_BUYERS,
    "\"goals\": [{\"name\": \"Twice\", \"kind\": \"macro\", \"rule\": {\"does\": \"purchase\", "
    "\"times\": {\"at_least\": 2}}}]",
    "Gadget" },
  { "a name that is taken gets a number", MANY_BUYERS,
    "\"goals\": [{\"name\": \"Purchase\", \"kind\": \"micro\", \"rule\": {\"does\": \"look\"}}]",
    "Purchase 2; Gadget" },
  { "what is hidden or passive is no goal", MANY_BUYERS,
    "\"hidden\": [\"gadget\"], \"passive\": [\"purchase\"]", "Review" },
  { "labels are names", MANY_BUYERS, "\"labels\": {\"purchase\": \"Sale made\"}",
    "Sale made; Gadget" },
  { "what was declined stays away", MANY_BUYERS,
    "\"settings\": {\"declined_suggestions\": [{\"does\": \"gadget\"}]}", "Purchase" },
  { "a setting that is no list of rules declines nothing", MANY_BUYERS,
    "\"settings\": {\"declined_suggestions\": [7, {\"dose\": 1}]}", "Purchase; Gadget" },
  { "a sign-up is an aim where there is no larger one",
    "a: page@0 signup@9; b: page@0 signup@9; c: page@0", "", "Signup" },
  { "and on the way where there is",
    "a: page@0 signup@9 contract@12; b: page@0 signup@9; c: page@0", "", "Contract; Signup" },
  { "a name that says nothing is an aim where few do it last of all",
    "a: x@0 y@1 z@2; b: x@0 y@1 z@2; c: x@0 y@1 z@2; d: x@0 y@1 z@2; e: x@0 y@1 z@2; f: x@0; "
    "g: x@0; h: x@0; i: x@0; j: x@0; k: x@0; l: x@0; m: x@0; n: x@0; o: x@0; p: x@0; q: x@0; "
    "r: x@0; s: x@0; t: x@0; u: x@0; v: x@0; w: x@0; aa: x@0; bb: x@0; cc: x@0",
    "", "Z; Y" },
  { "pages whose address speaks of prices",
    "a: pageview@0{page=/} pageview@9{page=/pricing/eu}; b: pageview@0{page=/pricing/us}; "
    "c: pageview@0{page=/}; d: pageview@0{page=/}",
    "", "Pricing page" },
  { "a page of thanks is an aim where nothing else is",
    "a: pageview@0{page=/} pageview@9{page=/danke}; b: pageview@0{page=/}", "", "Thank-you page" },
  { "coming back by the number of the visit",
    "a: pageview@0{ga_session_number=1} pageview@9999{ga_session_number=2}; "
    "b: pageview@0{ga_session_number=1} pageview@9999{ga_session_number=2}; "
    "c: pageview@0{ga_session_number=1}",
    "", "Comes back" },
  { "how far a video was seen, where the data knows",
    "a: play@0{percent=10}; b: play@0{percent=90}; c: play@0{percent=70}; d: x@0", "", "Play" },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (InkDefinition) definition = ink_cases_definition (cases[i].definition);
      g_autoptr (InkEventStore) store = ink_cases_store (cases[i].events);
      g_autofree char *found = NULL;

      g_test_message ("%s", cases[i].what);
      found = suggest (store, definition);
      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

/* What is made of a suggestion is a goal that the definition takes, and then it is not proposed. */
static void
test_accept (void)
{
  g_autoptr (InkDefinition) definition = ink_definition_new_empty ();
  g_autoptr (InkEventStore) store = ink_cases_store (MANY_BUYERS " ; i: purchase@1{value=3}");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = ink_suggestions_find (store, definition, NULL, &error);
  g_autoptr (InkTable) table = NULL;
  g_autoptr (InkGoal) goal = NULL;
  g_autoptr (InkDefinition) accepted = NULL;
  g_autofree char *rest = NULL;

  g_assert_no_error (error);
  table = ink_suggestions_to_table (found);
  goal = ink_suggestions_get_goal (table, 0);
  g_assert_cmpstr (goal->name, ==, "Purchase");
  g_assert_cmpint (goal->kind, ==, INK_GOAL_MACRO);
  g_assert_cmpstr (goal->stage, ==, "Decide");
  accepted = ink_definition_with_goal (definition, goal);
  g_assert_nonnull (ink_definition_find_goal (accepted, "Purchase"));
  rest = suggest (store, accepted);
  g_assert_cmpstr (rest, ==, "Gadget; Look");
}

static void
test_decline (void)
{
  g_autoptr (InkDefinition) definition = ink_definition_new_empty ();
  g_autoptr (InkRule) one = ink_rule_new_does ("one");
  g_autoptr (InkRule) two = ink_rule_new_does ("two");
  g_autoptr (InkDefinition) first = ink_suggestions_decline (definition, one);
  g_autoptr (InkDefinition) both = ink_suggestions_decline (first, two);
  g_autoptr (InkDefinition) again = ink_suggestions_decline (both, one);
  g_autoptr (InkDefinition) none = ink_suggestions_allow_all (both);
  g_autofree char *json = ink_definition_to_json (both);
  g_autoptr (GError) error = NULL;
  g_autoptr (InkDefinition) read = ink_definition_from_json (json, -1, "x", NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (ink_suggestions_is_declined (first, one));
  g_assert_false (ink_suggestions_is_declined (first, two));
  g_assert_cmpuint (ink_suggestions_n_declined (read), ==, 2);
  g_assert_true (ink_suggestions_is_declined (read, two));
  g_assert_true (again == both);
  g_assert_true (ink_definition_equal (none, definition));
}

/* ---- Templates ---- */

static char *
fill_template (InkEventStore *store,
               InkDefinition *definition,
               const char *id)
{
  g_autoptr (InkQuery) query = ink_goal_template_query_new (definition, id);
  g_autoptr (GError) error = NULL;
  g_autoptr (InkAnswer) answer = ink_query_run (query, store, NULL, NULL, &error);
  InkTable *table;
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  table = ink_answer_get_table (answer, "suggestions");
  for (guint i = 0; i < ink_table_get_n_rows (table); i++)
    {
      g_autoptr (InkGoal) goal = ink_suggestions_get_goal (table, i);

      g_string_append_printf (text, "%s%s%s", i > 0 ? "; " : "", goal == NULL ? "no " : "",
                              ink_table_get_text (table, 0, i));
    }
  return g_string_free (text, FALSE);
}

static void
test_templates (void)
{
  g_autoptr (InkDefinition) definition = ink_definition_new_empty ();
  g_autoptr (InkEventStore) store
      = ink_cases_store ("a: search@0 add_to_cart@9 purchase@10; b: search@0; c: search@0 "
                         "add_to_cart@9; d: x@0");
  g_autofree char *shop = fill_template (store, definition, "shop");
  g_autoptr (InkDefinition) known = ink_cases_definition (
      "\"goals\": [{\"name\": \"Mine\", \"kind\": \"macro\", \"rule\": {\"does\": \"purchase\"}}]");
  g_autofree char *rest = fill_template (store, known, "shop");
  guint n;
  const InkGoalTemplate *templates = ink_goal_templates_get (&n);

  g_assert_cmpstr (shop, ==,
                   "Searches; no Sees a promotion; no Looks at a product; no Saves for later; "
                   "no Compares products; no Comes back; Puts into the cart; "
                   "no Begins the checkout; no Enters the payment; Buys");
  g_assert_true (g_str_has_suffix (rest, "no Enters the payment"));
  for (guint i = 0; i < n; i++)
    {
      g_auto (GStrv) stages = ink_goal_template_get_stages (&templates[i]);
      g_autofree char *all = fill_template (store, definition, templates[i].id);

      g_assert_cmpuint (g_strv_length (stages), ==, INK_TEMPLATE_STAGES);
      g_assert_cmpstr (all, !=, "");
    }
  g_assert_null (ink_goal_templates_find ("bakery"));
}

/* ---- The sample ---- */

static InkEventStore *
make_sample (guint people)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile) file = g_file_new_tmp ("ink-suggestions-XXXXXX.csv", &stream, &error);
  const char *files[] = { g_file_peek_path (file), NULL };
  g_autoptr (InkImportOptions) options = ink_import_options_new ();
  g_autoptr (GPtrArray) reports = NULL;
  InkEventStore *store;

  g_assert_no_error (error);
  ink_sample_write (g_io_stream_get_output_stream (G_IO_STREAM (stream)), people, 1, NULL, NULL,
                    &error);
  g_io_stream_close (G_IO_STREAM (stream), NULL, NULL);
  g_assert_no_error (error);
  store = ink_importer_import (files, options, NULL, &reports, NULL, NULL, &error);
  g_assert_no_error (error);
  g_file_delete (file, NULL, NULL);
  return store;
}

static void
test_sample (void)
{
  g_autoptr (InkDefinition) definition = ink_definition_new_empty ();
  g_autoptr (InkEventStore) store = make_sample (4000);
  g_autofree char *found = suggest (store, definition);
  g_autofree char *again = suggest (store, definition);
  g_autofree char *json = ink_sample_definition_json ();
  g_autoptr (GError) error = NULL;
  g_autoptr (InkDefinition) whole
      = ink_definition_from_json (json, -1, "sample", NULL, NULL, &error);
  g_autofree char *rest = suggest (store, whole);

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (found, "Signed Contract; Booked Demo; Viewed Pricing; "));
  check_found (found, "Downloaded Template; Used ROI Calculator; Saved to List; Watched Video; "
                      "Signed Up; 3 pages of /glossary/ in one visit");
  g_assert_null (strstr (found, "Onboarding"));
  g_assert_cmpstr (again, ==, found);
  check_found (rest, "Viewed Pricing; Downloaded Checklist");
  g_assert_null (strstr (rest, "Booked Demo"));
  g_assert_null (strstr (rest, "on one page"));
}

/* The reason is a sentence that holds what was found. */
static void
test_reasons (void)
{
  g_autoptr (InkDefinition) definition = ink_definition_new_empty ();
  g_autoptr (InkEventStore) store = make_sample (4000);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = ink_suggestions_find (store, definition, NULL, &error);
  const InkSuggestion *demo = g_ptr_array_index (found, 1);

  g_assert_no_error (error);
  g_assert_cmpstr (demo->reason, ==,
                   "“Booked Demo” is rare (3.4\342\200\257% of people), comes late and its name "
                   "speaks of a demo.");
  g_assert_cmpuint (demo->people, ==, 137);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/suggestions/names", test_names);
  g_test_add_func ("/suggestions/cases", test_cases);
  g_test_add_func ("/suggestions/accept", test_accept);
  g_test_add_func ("/suggestions/decline", test_decline);
  g_test_add_func ("/suggestions/templates", test_templates);
  g_test_add_func ("/suggestions/sample", test_sample);
  g_test_add_func ("/suggestions/reasons", test_reasons);
  g_test_add_func ("/suggestions/ga360", test_ga360);
  g_test_add_func ("/suggestions/ga4", test_ga4);
  g_test_add_func ("/suggestions/ecommerce", test_ecommerce);
  return g_test_run ();
}
