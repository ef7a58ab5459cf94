/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Real exports that nobody in this project wrote, and what their READMEs say about them. */

#include <math.h>
#include <string.h>

#include "events/ink-block.h"
#include "import/ink-importer.h"
#include "support/ink-test.h"

typedef struct
{
  const char *event;
  guint64 events;
  guint32 people; /* 0: not known */
} Count;

/* NULL after marking the test as skipped where the data is not here. */
static InkEventStore *
import (GPtrArray **reports,
        const char *first,
        ...)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (InkImportOptions) options = ink_import_options_new ();
  g_autoptr (GError) error = NULL;
  InkEventStore *store;
  const char *name;
  va_list names;

  va_start (names, first);
  for (name = first; name != NULL; name = va_arg (names, const char *))
    {
      char *path = ink_test_shared (name);

      if (path == NULL)
        {
          va_end (names);
          return NULL;
        }
      g_ptr_array_add (paths, path);
    }
  va_end (names);
  g_ptr_array_add (paths, NULL);
  store = ink_importer_import ((const char *const *) paths->pdata, options, NULL, reports, NULL,
                               NULL, &error);
  g_assert_no_error (error);
  return store;
}

static void
check_counts (InkEventStore *store,
              const Count *counts)
{
  const InkSchema *schema = ink_event_store_get_schema (store);

  for (; counts->event != NULL; counts++)
    {
      const InkEventInfo *info = ink_schema_find_event (schema, counts->event);

      g_test_message ("%s", counts->event);
      g_assert_nonnull (info);
      g_assert_cmpuint (info->events, ==, counts->events);
      if (counts->people > 0)
        g_assert_cmpuint (info->people, ==, counts->people);
    }
}

static void
check_role (const InkImportReport *report,
            const char *column,
            InkRole role,
            const char *property)
{
  for (guint i = 0; i < report->roles->len; i++)
    {
      const InkColumnRole *found = &g_array_index (report->roles, InkColumnRole, i);

      if (strcmp (found->column, column) != 0)
        continue;
      g_assert_cmpstr (ink_role_to_string (found->role), ==, ink_role_to_string (role));
      g_assert_cmpstr (found->property, ==, property);
      return;
    }
  g_assert_not_reached ();
}

static double
add_up (InkEventStore *store,
        const char *name,
        InkOn on)
{
  g_autoptr (InkProperty) property = ink_event_store_load_source_property (store, name, on, NULL);
  double sum = 0;

  g_assert_nonnull (property);
  for (guint32 row = 0; row < property->n_rows; row++)
    {
      double number;

      if (ink_value_as_number (ink_property_get (property, row), &number))
        sum += number;
    }
  return sum;
}

/* Rows of events (or persons) whose property is this text. */
static guint
count_text (InkEventStore *store,
            const char *name,
            InkOn on,
            const char *text)
{
  g_autoptr (InkProperty) property = ink_event_store_load_source_property (store, name, on, NULL);
  guint n = 0;

  g_assert_nonnull (property);
  for (guint32 row = 0; row < property->n_rows; row++)
    {
      g_autofree char *value = ink_value_to_text (ink_property_get (property, row));

      n += strcmp (value, text) == 0;
    }
  return n;
}

static void
test_hits_flat (void)
{
  static const Count counts[] = {
    { "add_to_cart", 494, 158 }, { "product_list_click", 1676, 395 },
    { "remove_from_cart", 75, 38 }, { "checkout", 330, 91 },
    { "product_detail_view", 1267, 394 }, { "purchase", 92, 42 },
    { "pageview", 9250, 0 }, { NULL },
  };
  g_autoptr (GPtrArray) reports = NULL;
  g_autoptr (InkEventStore) store
      = import (&reports, "data/ga360-sessions/hits_flat.csv.gz", NULL);
  const InkImportReport *report;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  guint32 n_sessions;

  if (store == NULL)
    return;
  report = g_ptr_array_index (reports, 0);
  check_role (report, "visitor_id", INK_ROLE_WHO, NULL);
  check_role (report, "session_id", INK_ROLE_SESSION, "session");
  check_role (report, "timestamp_ms", INK_ROLE_TIME, NULL);
  check_role (report, "event", INK_ROLE_EVENT, NULL);
  check_role (report, "page", INK_ROLE_PAGE, "page");
  check_role (report, "page_title", INK_ROLE_KEEP, "title");
  check_role (report, "channel", INK_ROLE_CHANNEL, "channel");
  check_role (report, "transaction_id", INK_ROLE_KEEP, "transaction_id");
  check_role (report, "revenue_usd", INK_ROLE_VALUE, "value");
  g_assert_cmpuint (report->rows, ==, 13233);
  g_assert_cmpuint (report->imported, ==, 13233);
  g_assert_cmpuint (report->n_rejected, ==, 0);
  g_assert_cmpuint (ink_event_store_get_n_events (store), ==, 13233);
  g_assert_cmpuint (ink_event_store_get_n_people (store), ==, 2293);
  check_counts (store, counts);
  first = ink_time_to_iso (ink_event_store_get_first (store));
  last = ink_time_to_iso (ink_event_store_get_last (store));
  g_assert_cmpstr (first, ==, "2017-08-01T07:00:40.000Z");
  g_assert_cmpstr (last, ==, "2017-08-02T06:59:53.000Z");
  ink_event_store_get_sessions (store, &n_sessions);
  g_assert_cmpuint (n_sessions, ==, 2556);
  /* 19 digits, and one with a leading zero, stay as they are. */
  g_assert_cmpuint (ink_event_store_find_person (store, "2248281639583218707"), !=, INK_NO_PERSON);
  g_assert_cmpuint (ink_event_store_find_person (store, "0750846065342433129"), !=, INK_NO_PERSON);
}

static void
test_ga4 (void)
{
  static const Count counts[] = {
    { "page_view", 5161, 4709 }, { "user_engagement", 4454, 4016 }, { "scroll", 1946, 1864 },
    { "view_item", 1655, 1530 }, { "session_start", 1317, 1313 }, { "first_visit", 899, 899 },
    { "view_promotion", 767, 762 }, { "purchase", 510, 490 }, { "add_to_cart", 213, 205 },
    { "begin_checkout", 138, 137 }, { "view_search_results", 99, 96 }, { "select_item", 97, 96 },
    { "add_shipping_info", 95, 95 }, { "add_payment_info", 50, 50 }, { "select_promotion", 43, 43 },
    { "click", 8, 8 }, { "view_item_list", 1, 1 }, { NULL },
  };
  g_autoptr (GPtrArray) reports = NULL;
  g_autoptr (InkEventStore) store
      = import (&reports, "data/ga4-bigquery/events_20201101_20201231.ndjson.gz", NULL);
  const InkImportReport *report;

  if (store == NULL)
    return;
  report = g_ptr_array_index (reports, 0);
  g_assert_cmpstr (report->format, ==, "ga4");
  g_assert_cmpuint (report->rows, ==, 17453);
  g_assert_cmpuint (report->imported, ==, 17453);
  g_assert_cmpuint (ink_event_store_get_n_people (store), ==, 13526);
  g_assert_cmpint (ink_event_store_get_first (store), ==, G_GINT64_CONSTANT (1604188995199688));
  g_assert_cmpint (ink_event_store_get_last (store), ==, G_GINT64_CONSTANT (1609457910124219));
  check_counts (store, counts);
  g_assert_cmpfloat_with_epsilon (add_up (store, "duration", INK_ON_EVENT), 112374.999, 0.01);
  g_assert_cmpfloat (add_up (store, "ecommerce.purchase_revenue_in_usd", INK_ON_EVENT), ==, 36184);
  g_assert_cmpuint (count_text (store, "device", INK_ON_EVENT, "desktop"), ==, 10044);
  g_assert_cmpuint (count_text (store, "device", INK_ON_EVENT, "tablet"), ==, 386);
  g_assert_cmpuint (count_text (store, "country", INK_ON_EVENT, "Germany"), ==, 302);
  g_assert_cmpuint (count_text (store, "medium", INK_ON_EVENT, "organic"), ==, 5782);
  g_assert_cmpuint (count_text (store, "medium", INK_ON_EVENT, "(none)"), ==, 4040);
  g_assert_cmpuint (count_text (store, "source", INK_ON_EVENT, "google"), ==, 6027);
}

/* People of @value in the property who did @event. */
static guint
count_people (InkEventStore *store,
              const char *event,
              const char *name,
              const char *value)
{
  g_autoptr (InkProperty) property
      = ink_event_store_load_source_property (store, name, INK_ON_PERSON, NULL);
  const guint32 *offsets = ink_event_store_get_offsets (store);
  InkCodes names = ink_event_store_get_names (store);
  guint32 code = ink_dictionary_find (ink_event_store_get_name_dictionary (store), event,
                                      strlen (event));
  guint n = 0;

  for (guint32 person = 0; person < ink_event_store_get_n_people (store); person++)
    {
      g_autofree char *text = ink_value_to_text (ink_property_get (property, person));
      gboolean did = FALSE;

      for (guint32 row = offsets[person]; row < offsets[person + 1]; row++)
        did = did || ink_codes_get (names, row) == code;
      n += did && strcmp (text, value) == 0;
    }
  return n;
}

static void
test_ecommerce (void)
{
  static const Count counts[] = {
    { "home_page", 90400, 90400 }, { "search_page", 45200, 45200 },
    { "payment_page", 6030, 6030 }, { "payment_confirmation_page", 452, 452 }, { NULL },
  };
  g_autoptr (GPtrArray) reports = NULL;
  g_autoptr (InkEventStore) store
      = import (&reports, "data/ecommerce-funnel/home_page_table.csv.gz",
                "data/ecommerce-funnel/search_page_table.csv.gz",
                "data/ecommerce-funnel/payment_page_table.csv.gz",
                "data/ecommerce-funnel/payment_confirmation_table.csv.gz",
                "data/ecommerce-funnel/user_table.csv.gz", NULL);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (store == NULL)
    return;
  g_assert_cmpuint (reports->len, ==, 5);
  g_assert_cmpuint (ink_event_store_get_n_runs (store), ==, 5);
  g_assert_cmpuint (ink_event_store_get_n_people (store), ==, 90400);
  check_counts (store, counts);
  g_assert_cmpuint (count_people (store, "home_page", "device", "Desktop"), ==, 60200);
  g_assert_cmpuint (count_people (store, "payment_confirmation_page", "device", "Desktop"), ==, 150);
  g_assert_cmpuint (count_people (store, "payment_confirmation_page", "device", "Mobile"), ==, 302);
  g_assert_cmpuint (count_people (store, "payment_page", "sex", "Female"), ==, 3100);
  /* The dates of the fifth file reach the events of the first four. */
  first = ink_time_to_iso (ink_event_store_get_first (store));
  last = ink_time_to_iso (ink_event_store_get_last (store));
  g_assert_cmpstr (first, ==, "2015-01-01T00:00:00.000Z");
  g_assert_cmpstr (last, ==, "2015-04-30T00:00:00.000Z");
  g_assert_true (ink_event_store_has_only_days (store));
}

static void
test_online_shoppers (void)
{
  static const Count counts[] = { { "Revenue", 1908, 1908 }, { "Row", 12330, 12330 }, { NULL } };
  g_autoptr (GPtrArray) reports = NULL;
  g_autoptr (InkEventStore) store
      = import (&reports, "data/online-shoppers/online_shoppers_intention.csv.gz", NULL);
  const InkImportReport *report;

  if (store == NULL)
    return;
  report = g_ptr_array_index (reports, 0);
  g_assert_cmpuint (report->rows, ==, 12330);
  g_assert_cmpuint (report->imported, ==, 12330);
  g_assert_cmpuint (ink_event_store_get_n_persons (store), ==, 12330);
  g_assert_cmpuint (ink_event_store_get_n_people (store), ==, 12330);
  check_counts (store, counts);
  g_assert_cmpuint (count_text (store, "VisitorType", INK_ON_PERSON, "New_Visitor"), ==, 1694);
  g_assert_cmpuint (count_text (store, "Month", INK_ON_PERSON, "May"), ==, 3364);
  g_assert_cmpuint (count_text (store, "TrafficType", INK_ON_PERSON, "2"), ==, 3913);
  /* A semicolon file whose decimals are points. */
  g_assert_cmpfloat_with_epsilon (add_up (store, "ProductRelated_Duration", INK_ON_PERSON),
                                  14731220.892, 0.01);
}

static void
test_leads (void)
{
  static const Count counts[] = { { "Converted", 3561, 3561 }, { "Prospect", 9240, 9240 }, { NULL } };
  g_autoptr (GPtrArray) reports = NULL;
  g_autoptr (InkEventStore) store
      = import (&reports, "data/leads-x-education/Lead_Scoring.csv.gz", NULL);
  const InkImportReport *report;
  const InkQualityFinding *finding;

  if (store == NULL)
    return;
  report = g_ptr_array_index (reports, 0);
  check_role (report, "Prospect ID", INK_ROLE_WHO, NULL);
  g_assert_cmpuint (report->rows, ==, 9240);
  g_assert_cmpuint (report->imported, ==, 9240);
  g_assert_cmpuint (report->quality->len, ==, 2);
  finding = &g_array_index (report->quality, InkQualityFinding, 0);
  g_assert_cmpuint (finding->count, ==, 338);
  /* Shares are of all leads, those without a yes included. */
  g_assert_cmpuint (ink_event_store_get_n_people (store), ==, 9240);
  g_assert_cmpuint (ink_event_store_get_n_persons (store), ==, 9240);
  check_counts (store, counts);
  g_assert_cmpuint (count_text (store, "Lead Source", INK_ON_PERSON, "Olark Chat"), ==, 1755);
  g_assert_cmpuint (count_text (store, "TotalVisits", INK_ON_PERSON, ""), ==, 137);
  g_assert_cmpuint (count_text (store, "Last Activity", INK_ON_PERSON, "SMS Sent"), ==, 2745);
  g_assert_cmpfloat (add_up (store, "Total Time Spent on Website", INK_ON_PERSON), ==, 4506332);
}

/* Between blanks, without a header, days as 19970101. Of the 6,919 published lines 21 say the same
 * as another one (`sort -u` leaves 6,898). */
static void
test_cdnow (void)
{
  static const Count counts[] = { { "Purchase", 6898, 2357 }, { NULL } };
  static const char *const roles[]
      = { "who=Column 1", "time=Column 3", "event=@Purchase", "value=Column 5" };
  g_autofree char *path = ink_test_shared ("data/cdnow/CDNOW_sample.txt");
  const char *const paths[] = { path, NULL };
  g_autoptr (InkImportOptions) options = ink_import_options_new ();
  g_autoptr (GPtrArray) reports = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (InkEventStore) store = NULL;
  const InkImportReport *report;

  if (path == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    g_assert_true (ink_import_options_parse_role (options, roles[i], NULL));
  store = ink_importer_import (paths, options, NULL, &reports, NULL, NULL, &error);
  g_assert_no_error (error);
  report = g_ptr_array_index (reports, 0);
  g_assert_cmpuint (report->rows, ==, 6919);
  g_assert_cmpuint (report->imported, ==, 6898);
  g_assert_cmpuint (report->repeats, ==, 21);
  g_assert_cmpuint (ink_event_store_get_n_people (store), ==, 2357);
  check_counts (store, counts);
  g_assert_true (ink_event_store_has_only_days (store));
}

/* Small files in the layouts of warehouses: read with the generic guesses. */
static void
test_seeds (void)
{
  static const struct
  {
    const char *file;
    guint64 rows;
    const char *who;
  } files[] = {
    { "data/product-analytics-seeds/amplitude_event_data.csv", 10, "user_id" },
    { "data/product-analytics-seeds/ga4_event_data.csv", 6, "user_id" },
    { "data/product-analytics-seeds/mixpanel_event.csv", 5, "distinct_id" },
    { "data/product-analytics-seeds/segment_pages.csv", 1, "user_id" },
    { "data/product-analytics-seeds/jitsu_page.json", 1, "userId" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GPtrArray) reports = NULL;
      g_autoptr (InkEventStore) store = import (&reports, files[i].file, NULL);
      const InkImportReport *report;

      if (store == NULL)
        return;
      g_test_message ("%s", files[i].file);
      report = g_ptr_array_index (reports, 0);
      g_assert_cmpuint (report->rows, ==, files[i].rows);
      g_assert_cmpuint (report->n_rejected, ==, 0);
      check_role (report, files[i].who, INK_ROLE_WHO, NULL);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/data/hits-flat", test_hits_flat);
  g_test_add_func ("/import/data/ga4", test_ga4);
  g_test_add_func ("/import/data/ecommerce", test_ecommerce);
  g_test_add_func ("/import/data/online-shoppers", test_online_shoppers);
  g_test_add_func ("/import/data/leads", test_leads);
  g_test_add_func ("/import/data/cdnow", test_cdnow);
  g_test_add_func ("/import/data/seeds", test_seeds);
  return g_test_run ();
}
