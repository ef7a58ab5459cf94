/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The questions, each as a definition for Inkling and, for the sample, as SQL over plain rows. The
 * kit's questions are asked of DuckDB by its own script, whose answers must be these. */
#include "bench.h"

static const BenchQuestion kit_questions[] = {
  { "funnel", 'F',
    "{\"inkling\": 1, \"funnels\": [{\"name\": \"q\", \"steps\": [{\"does\": \"view_pricing\"},"
    " {\"does\": \"signup_started\"}, {\"does\": \"signup_completed\"}, {\"does\": \"purchase\"}],"
    " \"within\": {\"days\": 14}}]}",
    NULL },
  { "funnel strict", 'F',
    "{\"inkling\": 1, \"funnels\": [{\"name\": \"q\", \"steps\": [{\"does\": \"view_pricing\"},"
    " {\"does\": \"signup_started\"}, {\"does\": \"signup_completed\"}, {\"does\": \"purchase\"}],"
    " \"order\": \"strict\", \"within\": {\"days\": 14}}]}",
    NULL },
  { "funnel any", 'F',
    "{\"inkling\": 1, \"funnels\": [{\"name\": \"q\", \"steps\": [{\"does\": \"view_pricing\"},"
    " {\"does\": \"signup_started\"}, {\"does\": \"signup_completed\"}, {\"does\": \"purchase\"}],"
    " \"order\": \"any\", \"within\": {\"days\": 14}}]}",
    NULL },
  { "goal", 'G',
    "{\"inkling\": 1, \"goals\": [{\"name\": \"q\", \"kind\": \"macro\","
    " \"rule\": {\"does\": \"purchase\"}}]}",
    NULL },
  { "goal prop", 'G',
    "{\"inkling\": 1, \"goals\": [{\"name\": \"q\", \"kind\": \"macro\", \"rule\": {\"does\":"
    " \"purchase\", \"where\": [{\"prop\": \"value\", \"op\": \">=\", \"value\": 100},"
    " {\"prop\": \"country\", \"op\": \"is\", \"value\": \"DE\"}]}}]}",
    NULL },
  { "goal count>=3", 'P',
    "{\"inkling\": 1, \"goals\": [{\"name\": \"q\", \"kind\": \"macro\", \"rule\": {\"does\":"
    " \"view_pricing\", \"times\": {\"at_least\": 3}}}]}",
    NULL },
  { NULL },
};

/* The funnel by window functions: for every step the latest start of a try that has reached it. */
#define SQL_FUNNEL(one, two, three, four, window)                                                  \
  "with e as (select person u, t, case when " one " then 1 when " two " then 2 when " three        \
  " then 3 else 4 end s from ev where (" one ") or (" two ") or (" three ") or (" four ")),"       \
  " a as (select *, max(case when s = 1 then t end) over (partition by u order by t) l1 from e),"  \
  " b as (select *, max(case when s = 2 and t <= l1 + " window " then l1 end)"                     \
  " over (partition by u order by t) l2 from a),"                                                  \
  " d as (select *, max(case when s = 3 and t <= l2 + " window " then l2 end)"                     \
  " over (partition by u order by t) l3 from b),"                                                  \
  " f as (select u, max(case when s = 1 then 1 when s = 2 and t <= l1 + " window " then 2"         \
  " when s = 3 and t <= l2 + " window " then 3 when s = 4 and t <= l3 + " window " then 4"         \
  " else 0 end) m from d group by u)"                                                              \
  " select sum(m >= 1), sum(m >= 2), sum(m >= 3), sum(m >= 4) from f"

static const BenchQuestion sample_questions[] = {
  { "funnel pricing", 'F',
    "{\"inkling\": 1, \"funnels\": [{\"name\": \"q\", \"steps\": [{\"does\": \"Viewed Pricing\"},"
    " {\"does\": \"Used ROI Calculator\"}, {\"does\": \"Booked Demo\"},"
    " {\"does\": \"Signed Contract\"}], \"within\": {\"days\": 60}}]}",
    SQL_FUNNEL ("event = 'Viewed Pricing'", "event = 'Used ROI Calculator'",
                "event = 'Booked Demo'", "event = 'Signed Contract'", "5184000000") },
  { "funnel reading", 'F',
    "{\"inkling\": 1, \"funnels\": [{\"name\": \"q\", \"steps\": [{\"does\": \"Viewed Page\","
    " \"where\": [{\"prop\": \"page\", \"op\": \"starts_with\", \"value\": \"/glossary/\"}]},"
    " {\"does\": \"Saved to List\"}, {\"does\": \"Downloaded Template\"},"
    " {\"does\": \"Booked Demo\"}], \"within\": {\"days\": 30}}]}",
    SQL_FUNNEL ("event = 'Viewed Page' and substr(page, 1, 10) = '/glossary/'",
                "event = 'Saved to List'", "event = 'Downloaded Template'",
                "event = 'Booked Demo'", "2592000000") },
  { "funnel any", 'F',
    "{\"inkling\": 1, \"funnels\": [{\"name\": \"q\", \"steps\": [{\"does\": \"Viewed Page\","
    " \"where\": [{\"prop\": \"page\", \"op\": \"starts_with\", \"value\": \"/glossary/\"}],"
    " \"times\": {\"at_least\": 3, \"within\": {\"session\": true}}},"
    " {\"does\": \"Searched Glossary\"}, {\"does\": \"Viewed Pricing\"},"
    " {\"does\": \"Booked Demo\"}], \"order\": \"any\", \"within\": {\"days\": 30}}]}",
    NULL },
  { "goal", 'G',
    "{\"inkling\": 1, \"goals\": [{\"name\": \"q\", \"kind\": \"macro\","
    " \"rule\": {\"does\": \"Booked Demo\"}}]}",
    "select count(*), count(distinct person) from ev where event = 'Booked Demo'" },
  { "goal prop", 'G',
    "{\"inkling\": 1, \"goals\": [{\"name\": \"q\", \"kind\": \"macro\", \"rule\": {\"does\":"
    " \"Watched Video\", \"where\": [{\"prop\": \"percent\", \"op\": \">=\", \"value\": 50},"
    " {\"prop\": \"country\", \"op\": \"is\", \"value\": \"DE\"}]}}]}",
    "select count(*), count(distinct person) from ev where event = 'Watched Video'"
    " and percent >= 50 and country = 'DE'" },
  { "goal count>=3", 'P',
    "{\"inkling\": 1, \"goals\": [{\"name\": \"q\", \"kind\": \"macro\", \"rule\": {\"does\":"
    " \"Viewed Pricing\", \"times\": {\"at_least\": 3}}}]}",
    "select count(*) from (select person from ev where event = 'Viewed Pricing' group by 1"
    " having count(*) >= 3)" },
  { "goal in a session", 'G',
    "{\"inkling\": 1, \"goals\": [{\"name\": \"q\", \"kind\": \"micro\", \"rule\": {\"does\":"
    " \"Viewed Page\", \"where\": [{\"prop\": \"page\", \"op\": \"starts_with\","
    " \"value\": \"/glossary/\"}], \"times\": {\"at_least\": 3, \"within\": {\"session\": true}}}}]}",
    NULL },
  { NULL },
};

const BenchQuestion *
bench_questions (gboolean of_kit)
{
  return of_kit ? kit_questions : sample_questions;
}
