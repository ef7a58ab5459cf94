/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the name of a column says about its role. */

#include "config.h"

#include "import/ink-role-guess.h"

#include <string.h>

typedef struct
{
  const char *name; /* normalised; the order within a role is the rank */
  InkRole role;
  const char *property;
  guint anonymous : 1;
  guint weak : 1;
  double scale;
} Known;

static const Known known[] = {
  { "user_id", INK_ROLE_WHO },
  { "userid", INK_ROLE_WHO },
  { "uid", INK_ROLE_WHO },
  { "customer_id", INK_ROLE_WHO },
  { "customerid", INK_ROLE_WHO },
  { "person", INK_ROLE_WHO },
  { "person_id", INK_ROLE_WHO },
  { "contact_id", INK_ROLE_WHO },
  { "lead_id", INK_ROLE_WHO },
  { "prospect_id", INK_ROLE_WHO },
  { "member_id", INK_ROLE_WHO },
  { "subscriber_id", INK_ROLE_WHO },
  { "client_id", INK_ROLE_WHO, NULL, 1 },
  { "record_id", INK_ROLE_WHO },
  { "profile_id", INK_ROLE_WHO },
  { "who", INK_ROLE_WHO },
  { "user", INK_ROLE_WHO },
  { "customer", INK_ROLE_WHO },
  { "contact", INK_ROLE_WHO },
  { "visitor", INK_ROLE_WHO, NULL, 1 },
  { "anonymous_id", INK_ROLE_WHO, NULL, 1 },
  { "anonymousid", INK_ROLE_WHO, NULL, 1 },
  { "distinct_id", INK_ROLE_WHO, NULL, 1 },
  { "visitor_id", INK_ROLE_WHO, NULL, 1 },
  { "visitorid", INK_ROLE_WHO, NULL, 1 },
  { "full_visitor_id", INK_ROLE_WHO, NULL, 1 },
  { "fullvisitorid", INK_ROLE_WHO, NULL, 1 },
  { "user_pseudo_id", INK_ROLE_WHO, NULL, 1 },
  { "domain_userid", INK_ROLE_WHO, NULL, 1 },
  { "device_id", INK_ROLE_WHO, NULL, 1 },
  { "cookie_id", INK_ROLE_WHO, NULL, 1 },
  { "cookie", INK_ROLE_WHO, NULL, 1 },
  { "email", INK_ROLE_WHO },
  { "e_mail", INK_ROLE_WHO },
  { "email_address", INK_ROLE_WHO },
  { "customer_email", INK_ROLE_WHO },
  { "user_email", INK_ROLE_WHO },
  { "lead_number", INK_ROLE_WHO, NULL, 0, 1 },
  { "id", INK_ROLE_WHO, NULL, 0, 1 },

  { "event", INK_ROLE_EVENT },
  { "event_name", INK_ROLE_EVENT },
  { "event_type", INK_ROLE_EVENT },
  { "eventname", INK_ROLE_EVENT },
  { "action", INK_ROLE_EVENT, NULL, 0, 1 },
  { "activity", INK_ROLE_EVENT, NULL, 0, 1 },
  { "action_name", INK_ROLE_EVENT, NULL, 0, 1 },
  { "activity_type", INK_ROLE_EVENT, NULL, 0, 1 },
  { "what", INK_ROLE_EVENT, NULL, 0, 1 },
  { "name", INK_ROLE_EVENT, NULL, 0, 1 },
  { "type", INK_ROLE_EVENT, NULL, 0, 1 },

  { "timestamp", INK_ROLE_TIME },
  { "time", INK_ROLE_TIME },
  { "event_time", INK_ROLE_TIME },
  { "event_timestamp", INK_ROLE_TIME },
  { "timestamp_ms", INK_ROLE_TIME },
  { "timestamp_us", INK_ROLE_TIME },
  { "timestamp_utc", INK_ROLE_TIME },
  { "time_utc", INK_ROLE_TIME },
  { "ts", INK_ROLE_TIME },
  { "when", INK_ROLE_TIME },
  { "datetime", INK_ROLE_TIME },
  { "date_time", INK_ROLE_TIME },
  { "occurred_at", INK_ROLE_TIME },
  { "created_at", INK_ROLE_TIME },
  { "created", INK_ROLE_TIME },
  { "create_date", INK_ROLE_TIME },
  { "received_at", INK_ROLE_TIME },
  { "date", INK_ROLE_TIME },
  { "day", INK_ROLE_TIME },
  { "event_date", INK_ROLE_TIME },

  { "session_id", INK_ROLE_SESSION, "session" },
  { "session", INK_ROLE_SESSION, "session" },
  { "sessionid", INK_ROLE_SESSION, "session" },
  { "visit_id", INK_ROLE_SESSION, "session" },
  { "visitid", INK_ROLE_SESSION, "session" },
  { "ga_session_id", INK_ROLE_SESSION, "session" },
  { "domain_sessionid", INK_ROLE_SESSION, "session" },

  { "page", INK_ROLE_PAGE, "page" },
  { "page_path", INK_ROLE_PAGE, "page" },
  { "pagepath", INK_ROLE_PAGE, "page" },
  { "url_path", INK_ROLE_PAGE, "page" },
  { "path", INK_ROLE_PAGE, "page" },
  { "page_url", INK_ROLE_PAGE, "page" },
  { "page_location", INK_ROLE_PAGE, "page" },
  { "current_url", INK_ROLE_PAGE, "page" },
  { "url", INK_ROLE_KEEP, "url" },

  { "duration", INK_ROLE_DURATION, "duration" },
  { "duration_s", INK_ROLE_DURATION, "duration" },
  { "duration_sec", INK_ROLE_DURATION, "duration" },
  { "duration_seconds", INK_ROLE_DURATION, "duration" },
  { "time_on_page", INK_ROLE_DURATION, "duration" },
  { "time_spent", INK_ROLE_DURATION, "duration" },
  { "seconds", INK_ROLE_DURATION, "duration" },
  { "duration_ms", INK_ROLE_DURATION, "duration", 0, 0, 0.001 },
  { "engagement_time_msec", INK_ROLE_DURATION, "duration", 0, 0, 0.001 },

  { "value", INK_ROLE_VALUE, "value" },
  { "revenue", INK_ROLE_VALUE, "value" },
  { "amount", INK_ROLE_VALUE, "value" },
  { "revenue_usd", INK_ROLE_VALUE, "value" },
  { "revenue_eur", INK_ROLE_VALUE, "value" },
  { "purchase_revenue", INK_ROLE_VALUE, "value" },
  { "order_value", INK_ROLE_VALUE, "value" },
  { "event_value", INK_ROLE_VALUE, "value" },
  { "total", INK_ROLE_VALUE, "value" },
  { "price", INK_ROLE_VALUE, "value" },

  { "currency", INK_ROLE_CURRENCY, "currency" },
  { "currency_code", INK_ROLE_CURRENCY, "currency" },
  { "channel", INK_ROLE_CHANNEL, "channel" },
  { "channel_grouping", INK_ROLE_CHANNEL, "channel" },
  { "channelgrouping", INK_ROLE_CHANNEL, "channel" },
  { "default_channel_group", INK_ROLE_CHANNEL, "channel" },
  { "marketing_channel", INK_ROLE_CHANNEL, "channel" },
  { "source", INK_ROLE_SOURCE, "source" },
  { "utm_source", INK_ROLE_SOURCE, "source" },
  { "traffic_source", INK_ROLE_SOURCE, "source" },
  { "medium", INK_ROLE_MEDIUM, "medium" },
  { "utm_medium", INK_ROLE_MEDIUM, "medium" },
  { "campaign", INK_ROLE_CAMPAIGN, "campaign" },
  { "utm_campaign", INK_ROLE_CAMPAIGN, "campaign" },
  { "campaign_name", INK_ROLE_CAMPAIGN, "campaign" },

  { "utm_term", INK_ROLE_KEEP, "term" },
  { "utm_content", INK_ROLE_KEEP, "content" },
  { "referrer", INK_ROLE_KEEP, "referrer" },
  { "referer", INK_ROLE_KEEP, "referrer" },
  { "page_referrer", INK_ROLE_KEEP, "referrer" },
  { "page_title", INK_ROLE_KEEP, "title" },
  { "title", INK_ROLE_KEEP, "title" },
  { "device", INK_ROLE_KEEP, "device" },
  { "device_category", INK_ROLE_KEEP, "device" },
  { "device_type", INK_ROLE_KEEP, "device" },
  { "country", INK_ROLE_KEEP, "country" },
  { "geo_country", INK_ROLE_KEEP, "country" },
  { "country_code", INK_ROLE_KEEP, "country" },
  { "language", INK_ROLE_KEEP, "language" },
  { "locale", INK_ROLE_KEEP, "language" },
  { "lang", INK_ROLE_KEEP, "language" },
  { "variant", INK_ROLE_KEEP, "variant" },
  { "experiment_variant", INK_ROLE_KEEP, "variant" },
};

char *
ink_role_guess_normalise (const char *column)
{
  GString *out = g_string_new (NULL);
  gboolean lower = FALSE;

  g_return_val_if_fail (column != NULL, NULL);

  for (const char *p = column; *p != '\0'; p++)
    {
      if (g_ascii_isupper (*p) && lower)
        g_string_append_c (out, '_');
      if (g_ascii_isalnum (*p) || (guint8) *p >= 0x80)
        g_string_append_c (out, g_ascii_tolower (*p));
      else if (out->len > 0 && out->str[out->len - 1] != '_')
        g_string_append_c (out, '_');
      lower = g_ascii_islower (*p) || g_ascii_isdigit (*p);
    }
  while (out->len > 0 && out->str[out->len - 1] == '_')
    g_string_truncate (out, out->len - 1);
  return g_string_free (out, FALSE);
}

/* What wraps the properties of events in nested exports says nothing about them. */
static const char *
skip_wrapper (const char *name)
{
  static const char *const wrappers[] = { "event_properties_", "properties_", "context_", "param_" };

  for (guint i = 0; i < G_N_ELEMENTS (wrappers); i++)
    if (g_str_has_prefix (name, wrappers[i]))
      return name + strlen (wrappers[i]);
  return name;
}

gboolean
ink_role_guess (const char *column,
                InkRoleGuess *guess)
{
  g_autofree char *normal = NULL;
  const char *name;

  g_return_val_if_fail (column != NULL && guess != NULL, FALSE);

  normal = ink_role_guess_normalise (column);
  name = skip_wrapper (normal);
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (strcmp (name, known[i].name) == 0)
      {
        /* Inside a wrapper only properties are meant, never the event's own person or time. */
        if (name != normal && known[i].property == NULL)
          return FALSE;
        *guess = (InkRoleGuess){ known[i].role,           i + (name != normal ? 1000 : 0),
                                 known[i].anonymous != 0, known[i].weak != 0,
                                 known[i].property,       known[i].scale };
        return TRUE;
      }
  return FALSE;
}

const char *
ink_role_get_property (InkRole role)
{
  switch (role)
    {
    case INK_ROLE_SESSION:
    case INK_ROLE_PAGE:
    case INK_ROLE_DURATION:
    case INK_ROLE_VALUE:
    case INK_ROLE_CURRENCY:
    case INK_ROLE_CHANNEL:
    case INK_ROLE_SOURCE:
    case INK_ROLE_MEDIUM:
    case INK_ROLE_CAMPAIGN:
      return ink_role_to_string (role);
    case INK_ROLE_WHO:
    case INK_ROLE_ALSO:
    case INK_ROLE_EVENT:
    case INK_ROLE_TIME:
    case INK_ROLE_KEEP:
    case INK_ROLE_PERSON:
    case INK_ROLE_LEAVE_OUT:
    case INK_N_ROLES:
    default:
      return NULL;
    }
}

gboolean
ink_role_guess_is_id (const char *column)
{
  static const char *const endings[] = { "_id", "_code", "_number", "_zip", "_uuid", "_key" };
  g_autofree char *name = NULL;

  g_return_val_if_fail (column != NULL, FALSE);

  name = ink_role_guess_normalise (column);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (name, endings[i]) || strcmp (name, endings[i] + 1) == 0)
      return TRUE;
  return FALSE;
}

gboolean
ink_role_guess_is_outcome (const char *column)
{
  static const char *const names[]
      = { "converted", "conversion", "response", "responded", "churn",   "churned", "y",
          "revenue",   "purchased",  "purchase", "won",       "is_won",  "outcome", "target",
          "subscribed", "bought",    "buy",      "signed_up", "deposit", "label",   NULL };
  g_autofree char *name = NULL;

  g_return_val_if_fail (column != NULL, FALSE);

  name = ink_role_guess_normalise (column);
  return g_strv_contains (names, name);
}
