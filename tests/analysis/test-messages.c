/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which events look like messages that were sent to people, which of them count as activity, and
 * what the warnings say of them and of the verdicts. */
#include "analysis/ink-cases.h"
#include "analysis/ink-indicator-warnings.h"
#include "analysis/ink-messages.h"
#include "definition/ink-board-edit.h"

static const struct
{
  const char *event;
  gboolean message;
} names[] = {
  { "Opened Onboarding Mail", TRUE },
  { "Email Delivered", TRUE },
  { "email_open", TRUE },
  { "E-Mail geöffnet", TRUE },
  { "EmailBounced", TRUE },
  { "Newsletter zugestellt", TRUE },
  { "notification_receive", TRUE },
  { "Push Notification Sent", TRUE },
  { "SMS Sent", TRUE },
  { "e-mail ouvert", TRUE },
  { "Correo entregado", TRUE },
  /* What people do themselves. */
  { "Clicked Link in Email", FALSE },
  { "email_click", FALSE },
  { "notification_open", FALSE },
  { "Opened Email Settings", FALSE },
  { "Newsletter sign-up", FALSE },
  { "Unsubscribed from Email", FALSE },
  { "Email address received", FALSE },
  { "Push permission shown", FALSE },
  /* No message at all. */
  { "Order Delivered", FALSE },
  { "Message Sent", FALSE },
  { "form_sent", FALSE },
  { "Opened Chat", FALSE },
  { "mail", FALSE },
  { "", FALSE },
};

static void
test_names (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (ink_message_looks_like (names[i].event) != names[i].message)
      g_error ("“%s” should %slook like a message", names[i].event,
               names[i].message ? "" : "not ");
}

/* ---- In activity ---- */

#define STORY \
  "a: view@0 email_open@5 email_sent@9 m@20 view@90000 buy@180000; " \
  "b: view@0 email_open@7 view@90000 buy@170000; c: view@0 email_sent@1"
#define START "'export_time': '2026-07-31T00:00:00Z', "
#define BUY "{'name': 'Buy', 'kind': 'macro', 'rule': {'does': 'buy'}}"
#define M "{'name': 'M', 'kind': 'micro', 'rule': {'does': 'm'}}"

static const struct
{
  const char *definition;
  const char *messages; /* separated by blanks */
} activity[] = {
  { START "'goals': [" BUY "," M "]", "email_open email_sent" },
  { START "'passive': ['email_sent'], 'goals': [" BUY "," M "]", "email_open" },
  { START "'passive': ['email_sent', 'email_open'], 'goals': [" BUY "," M "]", "" },
  /* What is a goal by just happening is no everyday activity. */
  { START "'goals': [" BUY ", {'name': 'O', 'kind': 'micro', 'rule': {'does': 'email_open'}}]",
    "email_sent" },
};

static InkIndicators *
search (InkDefinition *definition)
{
  g_autoptr (InkEventStore) store = ink_cases_store (STORY);
  g_autoptr (GError) error = NULL;
  InkIndicators *all = ink_indicators_evaluate (store, definition, "Buy", NULL, NULL, &error);

  g_assert_no_error (error);
  return all;
}

static InkDefinition *
read_definition (const char *text)
{
  g_autofree char *json = ink_cases_quote (text);

  return ink_cases_definition (json);
}

static void
test_activity (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (InkDefinition) definition = read_definition (activity[i].definition);
  g_autoptr (InkIndicators) all = search (definition);
  g_autofree char *joined = g_strjoinv (" ", all->messages);
  g_autofree char *json = ink_indicators_to_json (all);

  g_assert_cmpstr (joined, ==, activity[i].messages);
  g_assert_true ((strstr (json, "looks_like_messages") != NULL) == (*joined != '\0'));
}

/* ---- Warnings ---- */

static const InkIndicatorWarning *
find_warning (GPtrArray *warnings,
              const char *finding)
{
  for (guint i = 0; i < warnings->len; i++)
    {
      const InkIndicatorWarning *warning = g_ptr_array_index (warnings, i);

      if (strstr (warning->finding, finding) != NULL)
        return warning;
    }
  return NULL;
}

/* A label stands for the event's name; marking what is named takes the warning away. */
static void
test_warning (void)
{
  g_autoptr (InkDefinition) definition = read_definition (
      START "'passive': ['email_sent'], 'labels': {'email_open': 'Letter read'}, 'goals': [" BUY
            "," M "]");
  g_autoptr (InkIndicators) all = search (definition);
  g_autoptr (GPtrArray) warnings = ink_indicator_warnings (all, definition);
  const InkIndicatorWarning *warning = find_warning (warnings, "looks like a message");
  g_autoptr (InkDefinition) marked = NULL;
  g_autoptr (InkIndicators) again = NULL;
  g_autoptr (GPtrArray) left = NULL;

  g_assert_nonnull (warning);
  g_assert_nonnull (strstr (warning->sentence, "“Letter read”"));
  g_assert_cmpuint (g_strv_length (warning->passive), ==, 1);
  g_assert_cmpstr (warning->passive[0], ==, "email_open");
  marked = ink_board_set_passive (definition, warning->passive[0], TRUE);
  again = search (marked);
  left = ink_indicator_warnings (again, marked);
  g_assert_null (find_warning (left, "look"));
}

static const struct
{
  InkVerdict verdicts[5];
  guint n;
  const char *finding;
  const char *sentence;
} findings[] = {
  { { INK_VERDICT_BUSYWORK }, 1, "1 of your goals looks busy", "“G0”: people who do it go on" },
  { { INK_VERDICT_CROWD, INK_VERDICT_LEADING, INK_VERDICT_BUSYWORK }, 3,
    "2 of your goals look busy", "“G0”, “G2”: people who do these" },
  { { INK_VERDICT_CROWD, INK_VERDICT_CROWD, INK_VERDICT_CROWD, INK_VERDICT_CROWD,
      INK_VERDICT_CROWD },
    5, "5 of your goals", "“G0”, “G1”, “G2” and 2 more" },
  { { INK_VERDICT_DEPENDS }, 1, "1 goal means different things", "the average describes nobody" },
  { { INK_VERDICT_TRAILS, INK_VERDICT_LAST_STEP }, 2, "2 goals come too late", "“G0”, “G1”" },
  { { INK_VERDICT_LEADING, INK_VERDICT_PROMISING, INK_VERDICT_NOT_ENOUGH, INK_VERDICT_NEGATIVE }, 4,
    NULL, NULL },
};

static void
test_finding (gconstpointer data)
{
  guint number = GPOINTER_TO_UINT (data);
  char *none[] = { NULL };
  InkIndicator list[5] = { 0 };
  InkIndicators all
      = { .macro = (char *) "Buy", .n = findings[number].n, .indicators = list, .messages = none };
  g_autoptr (InkDefinition) definition = ink_definition_new_empty ();
  g_autoptr (GPtrArray) warnings = NULL;
  const InkIndicatorWarning *warning;

  for (guint i = 0; i < all.n; i++)
    {
      list[i].micro = (const char *[]){ "G0", "G1", "G2", "G3", "G4" }[i];
      list[i].verdict = findings[number].verdicts[i];
    }
  warnings = ink_indicator_warnings (&all, definition);
  g_assert_cmpuint (warnings->len, ==, findings[number].finding != NULL ? 1 : 0);
  if (warnings->len == 0)
    return;
  warning = g_ptr_array_index (warnings, 0);
  g_assert_true (g_str_has_prefix (warning->finding, findings[number].finding));
  g_assert_nonnull (strstr (warning->sentence, findings[number].sentence));
  g_assert_null (warning->passive);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/messages/names", test_names);
  for (guint i = 0; i < G_N_ELEMENTS (activity); i++)
    {
      g_autofree char *path = g_strdup_printf ("/messages/activity/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_activity);
    }
  g_test_add_func ("/messages/warning", test_warning);
  for (guint i = 0; i < G_N_ELEMENTS (findings); i++)
    {
      g_autofree char *path = g_strdup_printf ("/messages/finding/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_finding);
    }

  return g_test_run ();
}
