/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Funnels out of JSON, with what a funnel may not combine. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "definition/ink-definition-private.h"
#include "definition/ink-read.h"

/* More would be neither drawn nor understood. */
#define MAX_STEPS 100

static const char *const orders[] = { "as_listed", "strict", "any", NULL };
static const char *const counts[] = { "people", "sessions", "tries", NULL };
static const char *const comparisons[] = { "persona", "person", "period", "property", NULL };

static gboolean
read_optional (InkRead *read,
               const InkPlace *place,
               JsonObject *object,
               const InkFunnel *funnel,
               guint index,
               gboolean *optional)
{
  InkPlace at = INK_PLACE_KEY (place, "optional");

  if (!json_object_has_member (object, "optional"))
    return TRUE;
  if (!ink_read_boolean (read, &at, json_object_get_member (object, "optional"), optional))
    return FALSE;
  if (*optional && index == 0)
    return ink_read_fail (read, &at, NULL, _("the first step cannot be optional."));
  if (*optional && funnel->order != INK_ORDER_AS_LISTED)
    return ink_read_fail (read, &at, NULL,
                          _("only a funnel in the order 'as_listed' can have optional steps."));

  return TRUE;
}

static gboolean
read_step (InkRead *read,
           const InkPlace *place,
           JsonNode *node,
           InkFunnel *funnel,
           guint index)
{
  static const char *const extra_keys[] = { "name", "optional", NULL };
  InkStep *step = &funnel->steps[index];
  JsonObject *object;

  step->rule = ink_read_rule (read, place, node, extra_keys);
  if (step->rule == NULL)
    return FALSE;

  funnel->n_steps = index + 1;
  object = json_node_get_object (node);
  return ink_read_member_text (read, place, object, "name", &step->name)
         && read_optional (read, place, object, funnel, index, &step->optional)
         && ink_read_check_moments (
             read, place, step->rule,
             _("a step needs an event that completes it; 'not', 'person', 'persona' and a lone "
               "'at_most' have none, and in 'any' no part may be without."));
}

static gboolean
read_steps (InkRead *read,
            const InkPlace *place,
            JsonObject *object,
            InkFunnel *funnel)
{
  InkPlace at = INK_PLACE_KEY (place, "steps");
  JsonArray *array;
  guint n;

  if (!json_object_has_member (object, "steps"))
    return ink_read_fail (read, place, NULL, _("'%s' is missing here."), "steps");
  if (!ink_read_array (read, &at, json_object_get_member (object, "steps"), &array))
    return FALSE;

  n = json_array_get_length (array);
  if (n == 0)
    return ink_read_fail (read, &at, NULL, _("a funnel needs at least one step."));
  if (n > MAX_STEPS)
    return ink_read_fail (read, &at, NULL, _("a funnel has at most %u steps."), MAX_STEPS);

  funnel->steps = g_new0 (InkStep, n);
  for (guint i = 0; i < n; i++)
    {
      InkPlace element = INK_PLACE_ELEMENT (&at, i);

      if (!read_step (read, &element, json_array_get_element (array, i), funnel, i))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_order (InkRead *read,
            const InkPlace *place,
            JsonObject *object,
            InkFunnel *funnel)
{
  InkPlace at = INK_PLACE_KEY (place, "order");
  guint order = 0;

  if (json_object_has_member (object, "order")
      && !ink_read_word (read, &at, json_object_get_member (object, "order"), orders, &order))
    return FALSE;

  funnel->order = (InkOrder) order;
  return TRUE;
}

/* --- Exclusions --- */

/* Without 'between' an exclusion is for the whole way, to the last step that is not optional. */
static guint
last_needed_step (const InkFunnel *funnel)
{
  guint last = funnel->n_steps;

  while (last > 1 && funnel->steps[last - 1].optional)
    last--;
  return last;
}

static gboolean
read_exclusion_end (InkRead *read,
                    const InkPlace *place,
                    JsonArray *array,
                    guint index,
                    const InkFunnel *funnel,
                    guint *step)
{
  InkPlace at = INK_PLACE_ELEMENT (place, index);

  if (!ink_read_count (read, &at, json_array_get_element (array, index), 1, funnel->n_steps, step))
    return FALSE;
  if (funnel->steps[*step - 1].optional)
    return ink_read_fail (read, &at, NULL,
                          _("step %u is optional; 'not_if' lies between steps that are not."),
                          *step);

  return TRUE;
}

static gboolean
read_exclusion_between (InkRead *read,
                        const InkPlace *place,
                        JsonObject *object,
                        const InkFunnel *funnel,
                        InkExclusion *not_if)
{
  InkPlace at = INK_PLACE_KEY (place, "between");
  JsonArray *array;

  if (!json_object_has_member (object, "between"))
    {
      not_if->from = 1;
      not_if->to = last_needed_step (funnel);
      return not_if->to > 1
             || ink_read_fail (read, place, NULL, _("'not_if' needs two steps to lie between."));
    }
  if (!ink_read_array (read, &at, json_object_get_member (object, "between"), &array))
    return FALSE;
  if (json_array_get_length (array) != 2)
    return ink_read_fail (read, &at, NULL,
                          _("the numbers of two steps are expected here, such as [1, 2]."));
  if (!read_exclusion_end (read, &at, array, 0, funnel, &not_if->from)
      || !read_exclusion_end (read, &at, array, 1, funnel, &not_if->to))
    return FALSE;
  if (not_if->from >= not_if->to)
    return ink_read_fail (read, &at, NULL, _("the first step has to come before the second."));

  return TRUE;
}

static gboolean
read_exclusion (InkRead *read,
                const InkPlace *place,
                JsonNode *node,
                InkFunnel *funnel)
{
  static const char *const keys[] = { "rule", "between", NULL };
  InkPlace at = INK_PLACE_KEY (place, "rule");
  InkExclusion *not_if = &funnel->not_if[funnel->n_not_if];
  JsonObject *object;

  if (!ink_read_object (read, place, node, keys, &object))
    return FALSE;
  if (!json_object_has_member (object, "rule"))
    return ink_read_fail (read, place, NULL, _("'%s' is missing here."), "rule");
  not_if->rule = ink_read_rule (read, &at, json_object_get_member (object, "rule"), NULL);
  if (not_if->rule == NULL)
    return FALSE;

  funnel->n_not_if++;
  return read_exclusion_between (read, place, object, funnel, not_if)
         && ink_read_check_moments (
             read, &at, not_if->rule,
             _("'not_if' needs an event that spoils the way; 'not', 'person', 'persona' and a "
               "lone 'at_most' have none, and in 'any' no part may be without."));
}

static gboolean
read_not_if (InkRead *read,
             const InkPlace *place,
             JsonObject *object,
             InkFunnel *funnel)
{
  InkPlace at = INK_PLACE_KEY (place, "not_if");
  JsonArray *array;
  guint n;

  if (!json_object_has_member (object, "not_if"))
    return TRUE;
  if (!ink_read_array (read, &at, json_object_get_member (object, "not_if"), &array))
    return FALSE;

  n = json_array_get_length (array);
  funnel->not_if = n > 0 ? g_new0 (InkExclusion, n) : NULL;
  for (guint i = 0; i < n; i++)
    {
      InkPlace element = INK_PLACE_ELEMENT (&at, i);

      if (!read_exclusion (read, &element, json_array_get_element (array, i), funnel))
        return FALSE;
    }
  return TRUE;
}

/* --- Counting and comparing --- */

static gboolean
read_count (InkRead *read,
            const InkPlace *place,
            JsonObject *object,
            InkFunnel *funnel)
{
  static const char *const keys[] = { "prop", NULL };
  InkPlace at = INK_PLACE_KEY (place, "count");
  JsonNode *node = json_object_get_member (object, "count");
  guint count = 0;

  if (node == NULL)
    return TRUE;
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      funnel->count = INK_COUNT_PROPERTY;
      return ink_read_object (read, &at, node, keys, &object)
             && ink_read_needed_text (read, &at, object, "prop", &funnel->count_property);
    }
  if (!ink_read_word (read, &at, node, counts, &count))
    return FALSE;

  funnel->count = (InkCount) count;
  if (funnel->count == INK_COUNT_TRIES && funnel->order == INK_ORDER_ANY)
    return ink_read_fail (read, &at, NULL,
                          _("tries cannot be counted in the order 'any', where one way has many."));
  return TRUE;
}

static gboolean
read_compare_properties (InkRead *read,
                         const InkPlace *place,
                         JsonObject *object,
                         InkFunnel *funnel)
{
  InkPlace at = INK_PLACE_KEY (place, "prop");
  JsonNode *node = json_object_get_member (object, "prop");

  if (node == NULL)
    return ink_read_fail (read, place, NULL, _("'%s' is missing here."), "prop");
  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      funnel->compare_properties = g_new0 (char *, 2);
      return ink_read_text (read, &at, node, FALSE, &funnel->compare_properties[0]);
    }

  funnel->compare_list = TRUE;
  if (!ink_read_names (read, &at, node, &funnel->compare_properties))
    return FALSE;
  return funnel->compare_properties[0] != NULL
         || ink_read_fail (read, &at, NULL, _("this list needs the name of a property."));
}

/* "step n" as its number; 0 for all else. */
static guint64
parse_step (const char *text)
{
  guint64 step = 0;

  if (!g_str_has_prefix (text, "step ")
      || !g_ascii_string_to_unsigned (text + strlen ("step "), 10, 1, G_MAXUINT, &step, NULL))
    return 0;

  return step;
}

static gboolean
read_take (InkRead *read,
           const InkPlace *place,
           JsonObject *object,
           InkFunnel *funnel)
{
  static const char *const words[] = { "first", "last", "step 1", "each", NULL };
  InkPlace at = INK_PLACE_KEY (place, "take");
  g_autofree char *text = NULL;
  guint64 step;
  guint take;

  if (!json_object_has_member (object, "take"))
    return TRUE;
  if (!ink_read_member_text (read, place, object, "take", &text))
    return FALSE;

  step = parse_step (text);
  if (step == 0)
    {
      if (!ink_read_word (read, &at, json_object_get_member (object, "take"), words, &take))
        return FALSE;
      funnel->take = (InkTake) take;
      return TRUE;
    }
  if (step > funnel->n_steps)
    return ink_read_fail (read, &at, NULL, _("this funnel has only %u steps."), funnel->n_steps);

  funnel->take = INK_TAKE_STEP;
  funnel->take_step = (guint) step;
  return TRUE;
}

static const char *const *
keys_of_comparison (InkCompare compare)
{
  static const char *const keys[] = { "by", "limit", NULL };
  static const char *const person_keys[] = { "by", "prop", "limit", NULL };
  static const char *const property_keys[] = { "by", "prop", "take", "limit", NULL };

  if (compare == INK_COMPARE_PERSON)
    return person_keys;
  return compare == INK_COMPARE_PROPERTY ? property_keys : keys;
}

static gboolean
read_comparison_parts (InkRead *read,
                       const InkPlace *place,
                       JsonObject *object,
                       InkFunnel *funnel)
{
  InkPlace at = INK_PLACE_KEY (place, "limit");

  if (json_object_has_member (object, "limit")
      && !ink_read_count (read, &at, json_object_get_member (object, "limit"), 1, G_MAXUINT,
                          &funnel->limit))
    return FALSE;
  if (funnel->compare == INK_COMPARE_PERIOD && funnel->between.from == NULL)
    return ink_read_fail (read, place, NULL,
                          _("a comparison with the period before needs the funnel's 'between' with "
                            "a date at which it starts."));
  if (funnel->compare != INK_COMPARE_PERSON && funnel->compare != INK_COMPARE_PROPERTY)
    return TRUE;

  return read_compare_properties (read, place, object, funnel)
         && (funnel->compare != INK_COMPARE_PROPERTY || read_take (read, place, object, funnel));
}

static gboolean
read_compare (InkRead *read,
              const InkPlace *place,
              JsonObject *object,
              InkFunnel *funnel)
{
  InkPlace at = INK_PLACE_KEY (place, "compare");
  InkPlace by = INK_PLACE_KEY (&at, "by");
  JsonNode *node = json_object_get_member (object, "compare");
  JsonObject *compare;
  guint index;

  if (node == NULL)
    return TRUE;
  if (!ink_read_object (read, &at, node, NULL, &compare))
    return FALSE;
  if (!json_object_has_member (compare, "by"))
    return ink_read_fail (read, &at, NULL, _("'%s' is missing here."), "by");
  if (!ink_read_word (read, &by, json_object_get_member (compare, "by"), comparisons, &index))
    return FALSE;

  funnel->compare = (InkCompare) (INK_COMPARE_PERSONA + index);
  return ink_read_object (read, &at, node, keys_of_comparison (funnel->compare), &compare)
         && read_comparison_parts (read, &at, compare, funnel);
}

/* --- The whole --- */

static gboolean
read_who_and_when (InkRead *read,
                   const InkPlace *place,
                   JsonObject *object,
                   InkFunnel *funnel)
{
  InkPlace people = INK_PLACE_KEY (place, "people");
  InkPlace between = INK_PLACE_KEY (place, "between");
  InkPlace within = INK_PLACE_KEY (place, "within");

  if (json_object_has_member (object, "people"))
    {
      funnel->people
          = ink_read_rule (read, &people, json_object_get_member (object, "people"), NULL);
      if (funnel->people == NULL)
        return FALSE;
    }

  return (!json_object_has_member (object, "between")
          || ink_read_dates (read, &between, json_object_get_member (object, "between"),
                             &funnel->between))
         && (!json_object_has_member (object, "within")
             || ink_read_span (read, &within, json_object_get_member (object, "within"), TRUE,
                               &funnel->within));
}

static gboolean
read_name (InkRead *read,
           const InkPlace *place,
           JsonObject *object,
           const char *default_name,
           InkFunnel *funnel)
{
  if (default_name != NULL && !json_object_has_member (object, "name"))
    return TRUE;

  return ink_read_needed_text (read, place, object, "name", &funnel->name);
}

/* Order first: what steps may be depends on it. */
InkFunnel *
ink_read_funnel (InkRead *read,
                 const InkPlace *place,
                 JsonNode *node,
                 const char *default_name)
{
  static const char *const keys[]
      = { "name",  "steps",  "order",   "within", "not_if", "count",
          "people", "between", "compare", "note",   NULL };
  g_autoptr (InkFunnel) funnel = NULL;
  JsonObject *object;

  if (!ink_read_object (read, place, node, keys, &object))
    return NULL;

  funnel = ink_funnel_new (default_name != NULL ? default_name : "");
  if (!read_name (read, place, object, default_name, funnel)
      || !read_order (read, place, object, funnel) || !read_steps (read, place, object, funnel)
      || !read_who_and_when (read, place, object, funnel)
      || !read_not_if (read, place, object, funnel) || !read_count (read, place, object, funnel)
      || !read_compare (read, place, object, funnel)
      || !ink_read_member_text (read, place, object, "note", &funnel->note))
    return NULL;

  return g_steal_pointer (&funnel);
}
