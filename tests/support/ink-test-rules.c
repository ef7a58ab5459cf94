/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "support/ink-test-rules.h"

#include "definition/ink-definition-json.h"

static const char *const texts[]
    = { "A", "Viewed Page", "ü \"x\"", "a\\b", "漢字", "C, D", "12", "true", "_under", " x " };
static const char *const properties[] = { "page", "duration", "value", "first channel", "x_y" };
static const char *const goals[] = { "G", "Second", "Demo booked" };
static const char *const personas[] = { "P", "Buyer", INK_EVERYONE_ELSE };

#define ANY(list) (list[g_test_rand_int_range (0, G_N_ELEMENTS (list))])

InkDefinition *
ink_test_rules_base (void)
{
  g_autoptr (GError) error = NULL;
  InkDefinition *base = ink_definition_from_json (
      "{\"inkling\": 1, \"labels\": {\"A\": \"First thing\"}, \"goals\": ["
      "{\"name\": \"G\", \"rule\": {\"does\": \"X\"}}, "
      "{\"name\": \"Second\", \"rule\": {\"does\": \"Y\"}}, "
      "{\"name\": \"Demo booked\", \"kind\": \"macro\", \"rule\": {\"does\": \"Z\"}}], "
      "\"personas\": [{\"name\": \"P\", \"rule\": {\"does\": \"X\"}}, "
      "{\"name\": \"Buyer\", \"rule\": {\"does\": \"Y\"}}]}",
      -1, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return base;
}

static gboolean
chance (double p)
{
  return g_test_rand_double () < p;
}

static double
any_number (void)
{
  static const double scales[] = { 1, 1, 30, 60, 3600, 86400, 0.001, 1e-9, 1e12, -1 };

  return g_test_rand_int_range (0, 1000) * ANY (scales);
}

static InkSpan
any_span (void)
{
  InkSpan span = { .kind = (InkSpanKind) g_test_rand_int_range (INK_SPAN_LENGTH,
                                                                INK_SPAN_FIRST_DAYS + 1) };

  if (span.kind == INK_SPAN_SESSION)
    return span;
  span.unit = span.kind == INK_SPAN_LENGTH ? (InkUnit) g_test_rand_int_range (0, 4)
                                           : INK_UNIT_DAYS;
  span.amount = g_test_rand_int_range (1, 400) / (chance (0.2) ? 8.0 : 1.0);
  return span;
}

static InkValue
any_value (void)
{
  if (chance (0.5))
    return ink_value_text (g_strdup (ANY (texts)));

  return chance (0.7) ? ink_value_number (any_number ()) : ink_value_boolean (chance (0.5));
}

static void
make_condition (InkCondition *condition,
                gboolean on_person)
{
  guint n = 1;

  condition->property = g_strdup (ANY (properties));
  condition->on_person = on_person;
  condition->op = (InkOp) g_test_rand_int_range (0, INK_N_OPS);
  condition->match_case = chance (0.2);
  if (condition->op == INK_OP_IS_SET || condition->op == INK_OP_IS_NOT_SET)
    return;
  if (condition->op == INK_OP_BETWEEN)
    n = 2;
  else if (condition->op == INK_OP_IN || condition->op == INK_OP_NOT_IN)
    n = (guint) g_test_rand_int_range (1, 9);

  condition->values = g_new0 (InkValue, n);
  condition->n_values = n;
  for (guint i = 0; i < n; i++)
    condition->values[i] = any_value ();
}

static void
make_where (InkRule *rule,
            guint n,
            gboolean on_person)
{
  rule->where = g_new0 (InkCondition, n);
  rule->n_where = n;
  for (guint i = 0; i < n; i++)
    make_condition (&rule->where[i], on_person || chance (0.2));
}

static void
make_tally (InkTally *tally,
            const char *property,
            gboolean moments)
{
  gboolean whole = property == NULL;
  InkBounds *bounds = &tally->bounds;

  tally->given = TRUE;
  tally->property = g_strdup (property);
  bounds->has_at_least = moments || chance (0.5);
  bounds->has_at_most = chance (0.3);
  bounds->has_exactly = (!bounds->has_at_least && !bounds->has_at_most) || chance (0.1);
  if (bounds->has_at_least)
    bounds->at_least = g_test_rand_int_range (1, 300) / (whole ? 1.0 : 4.0);
  if (bounds->has_at_most)
    bounds->at_most = g_test_rand_int_range (0, 5);
  if (bounds->has_exactly)
    bounds->exactly = whole ? 1 : any_number ();
  if (chance (0.4))
    tally->within = any_span ();
}

static void
make_dates (InkDates *dates)
{
  static const char *const from[] = { "2026-01-05", "2026-01-05T09:00:00Z", NULL };
  static const char *const to[] = { "2026-03-05", "2026-03-05T09:00:00Z", NULL };

  dates->given = TRUE;
  dates->from = g_strdup (ANY (from));
  dates->to = g_strdup (ANY (to));
}

static void
make_options (InkRule *rule,
              gboolean moments)
{
  if (chance (0.2))
    rule->first_time = chance (0.5) ? INK_FIRST_TIME_EVER : INK_FIRST_TIME_MATCHING;
  if (chance (0.2))
    make_dates (&rule->between);
  if (chance (0.3))
    rule->after = g_strdup (ANY (goals));
  if (chance (0.4))
    make_tally (&rule->times, NULL, moments);
  if (rule->kind == INK_RULE_DOES && chance (0.3))
    make_tally (&rule->total, ANY (properties), moments);
  if (chance (0.5))
    rule->within = any_span ();
  if (rule->after == NULL && !rule->times.given && !rule->total.given
      && rule->within.kind != INK_SPAN_FIRST_DAYS)
    rule->within = (InkSpan){ .kind = INK_SPAN_NONE };
}

static void
make_names (InkRule *rule)
{
  guint start = (guint) g_test_rand_int_range (0, G_N_ELEMENTS (texts)), n;

  rule->one_name = chance (0.5);
  n = rule->one_name ? 1 : (guint) g_test_rand_int_range (1, 7);
  rule->names = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    rule->names[i] = g_strdup (texts[(start + i) % G_N_ELEMENTS (texts)]);
  if (n == 1 && chance (0.2))
    {
      g_free (rule->names[0]);
      rule->names[0] = g_strdup ("*");
    }
}

static InkRule *
make_leaf (gboolean moments)
{
  InkRuleKind kinds[]
      = { INK_RULE_DOES, INK_RULE_DOES, INK_RULE_GOAL, INK_RULE_PERSON, INK_RULE_PERSONA };
  InkRule *rule
      = ink_rule_new (kinds[g_test_rand_int_range (0, moments ? 3 : G_N_ELEMENTS (kinds))]);

  if (rule->kind == INK_RULE_PERSON)
    make_where (rule, 1, TRUE);
  else if (rule->kind != INK_RULE_DOES)
    rule->name = g_strdup (rule->kind == INK_RULE_GOAL ? ANY (goals) : ANY (personas));
  else
    {
      make_names (rule);
      if (chance (0.5))
        make_where (rule, (guint) g_test_rand_int_range (1, 4), FALSE);
    }
  if (rule->kind == INK_RULE_DOES || rule->kind == INK_RULE_GOAL)
    make_options (rule, moments);
  return rule;
}

InkRule *
ink_test_rules_make (guint depth,
                     gboolean moments)
{
  InkRule *children[4];
  InkRule *rule;
  guint n;

  if (depth == 0 || chance (0.4))
    return make_leaf (moments);

  rule = ink_rule_new (chance (0.5) ? INK_RULE_ALL : INK_RULE_ANY);
  if (!moments && chance (0.35))
    rule->kind = INK_RULE_NOT;
  n = rule->kind == INK_RULE_NOT ? 1 : (guint) g_test_rand_int_range (1, 5);
  for (guint i = 0; i < n; i++)
    children[i]
        = ink_test_rules_make (depth - 1, moments && (i == 0 || rule->kind == INK_RULE_ANY));
  ink_rule_set_children (rule, children, n);
  for (guint i = 0; i < n; i++)
    ink_rule_unref (children[i]);
  return rule;
}
