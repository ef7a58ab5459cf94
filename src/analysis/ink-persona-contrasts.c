/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Ratios, their ranges, and q over all of them. */
#include "analysis/ink-persona-contrasts.h"

#include <math.h>

#include "analysis/ink-persona-defining.h"
#include "analysis/ink-program.h"
#include "stats/ink-fourfold.h"
#include "stats/ink-multiple.h"

/* The constants of method.md 4, for leading indicators, serve here too. */
#define LEAST_RATIO 1.25
#define MOST_Q 0.05
#define LEAST_PEOPLE 10

/* The counts of @slot against those of all other slots. */
static InkTwoShares
oppose (const InkPersonaComparison *comparison,
        guint slot,
        int goal,
        guint32 code)
{
  InkTwoShares shares = { 0 };

  for (guint i = 0; i <= comparison->n; i++)
    {
      const InkPersonaDeeds *deeds = &comparison->deeds[i];
      guint64 did = goal >= 0 ? deeds->by_goal[goal] : deeds->by_name[code];

      *(i == slot ? &shares.x1 : &shares.x2) += did;
      *(i == slot ? &shares.n1 : &shares.n2) += deeds->people;
    }

  return shares;
}

static void
add (GArray *contrasts,
     const InkPersonaComparison *comparison,
     InkPersonaContrast contrast,
     guint32 code)
{
  contrast.shares = oppose (comparison, contrast.slot, contrast.goal, code);
  contrast.ratio = ink_risk_ratio (&contrast.shares);
  contrast.range = ink_risk_ratio_range (&contrast.shares, INK_RISK_RATIO_MIETTINEN_NURMINEN);
  contrast.q = NAN;
  g_array_append_val (contrasts, contrast);
}

/* ---- Which events are looked at ---- */

/* A goal that is this event and nothing else says it already. */
static gboolean
is_goal (const InkDefinition *definition,
         const char *name)
{
  for (guint i = 0; definition->goals[i] != NULL; i++)
    {
      const InkRule *rule = definition->goals[i]->rule;

      if (rule->kind == INK_RULE_DOES && rule->n_where == 0
          && g_strv_contains ((const char *const *) (void *) rule->names, name))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_name (char **names,
          const char *name)
{
  return names != NULL && g_strv_contains ((const char *const *) (void *) names, name);
}

static gboolean
is_looked_at (const InkDefinition *definition,
              const char *name)
{
  return !has_name (definition->hidden, name) && !has_name (definition->passive, name)
         && !is_goal (definition, name);
}

/* ---- One persona ---- */

/* "Everyone else" is defined by what defines the others. */
static void
find_defining (const InkPersonaComparison *comparison,
               guint slot,
               InkDefining *defining)
{
  const InkDefinition *definition = comparison->asking->narrowing.scope->definition;
  guint persona = comparison->personas[slot];
  g_autoptr (InkRule) any = ink_rule_new (INK_RULE_ANY);
  g_autofree InkRule **rules = g_new0 (InkRule *, comparison->asking->members.n + 1);

  if (persona < comparison->asking->members.n)
    {
      ink_defining_init (defining, definition, definition->personas[persona]->rule);
      return;
    }
  for (guint i = 0; i < comparison->asking->members.n; i++)
    rules[i] = definition->personas[i]->rule;
  ink_rule_set_children (any, rules, comparison->asking->members.n);
  ink_defining_init (defining, definition, any);
}

static void
add_slot (GArray *contrasts,
          const InkPersonaComparison *comparison,
          guint slot)
{
  const InkScope *scope = comparison->asking->narrowing.scope;
  const InkDefinition *definition = scope->definition;
  const InkDictionary *names = ink_event_store_get_name_dictionary (scope->store);
  g_auto (InkDefining) defining = { 0 };

  find_defining (comparison, slot, &defining);
  for (guint i = 0; i < comparison->n_goals; i++)
    add (contrasts, comparison,
         (InkPersonaContrast){
             .slot = slot, .goal = (int) i, .name = definition->goals[i]->name,
             .defining = ink_defining_has_goal (&defining, definition, definition->goals[i]) },
         0);
  for (guint32 code = 0; code < comparison->n_names; code++)
    {
      const char *name = ink_dictionary_get (names, code);

      if (is_looked_at (definition, name))
        add (contrasts, comparison,
             (InkPersonaContrast){ .slot = slot, .goal = -1, .name = name,
                                   .defining = ink_defining_has_event (&defining, name) },
             code);
    }
}

/* ---- All of them ---- */

static double
find_p (const InkTwoShares *shares)
{
  InkFourfold table = { shares->x1, shares->n1 - shares->x1, shares->x2, shares->n2 - shares->x2 };
  InkFourfoldTests tests;

  ink_fourfold_test (&table, &tests);
  return tests.fisher;
}

/* Nobody on one side, or nobody who did it: nothing to be compared. */
static gboolean
is_compared (const InkPersonaContrast *contrast)
{
  return !contrast->defining && contrast->shares.n1 > 0 && contrast->shares.n2 > 0
         && contrast->shares.x1 + contrast->shares.x2 > 0;
}

static void
find_q (GArray *contrasts)
{
  g_autofree double *p = g_new (double, contrasts->len + 1);
  gsize n = 0;

  for (guint i = 0; i < contrasts->len; i++)
    {
      const InkPersonaContrast *contrast = &g_array_index (contrasts, InkPersonaContrast, i);

      if (is_compared (contrast))
        p[n++] = find_p (&contrast->shares);
    }
  ink_benjamini_hochberg (p, n, p);
  n = 0;
  for (guint i = 0; i < contrasts->len; i++)
    {
      InkPersonaContrast *contrast = &g_array_index (contrasts, InkPersonaContrast, i);

      if (is_compared (contrast))
        contrast->q = p[n++];
    }
}

GArray *
ink_persona_contrasts_new (const InkPersonaComparison *comparison)
{
  GArray *contrasts;

  g_return_val_if_fail (comparison != NULL, NULL);

  contrasts = g_array_new (FALSE, FALSE, sizeof (InkPersonaContrast));
  for (guint slot = 0; slot < comparison->n; slot++)
    add_slot (contrasts, comparison, slot);
  find_q (contrasts);

  return contrasts;
}

gboolean
ink_persona_contrast_tells (const InkPersonaContrast *contrast)
{
  g_return_val_if_fail (contrast != NULL, FALSE);

  return contrast->q <= MOST_Q && contrast->ratio >= LEAST_RATIO && contrast->range.low > 1
         && contrast->shares.x1 >= LEAST_PEOPLE;
}
