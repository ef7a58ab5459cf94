/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A funnel's result as the object of `funnel --json`. */
#include <json-glib/json-glib.h>
#include <math.h>

#include "analysis/ink-funnel-result-private.h"
#include "analysis/ink-json-out.h"

static void
add_number (JsonBuilder *json,
            const char *name,
            double number)
{
  json_builder_set_member_name (json, name);
  ink_json_out_number (json, number);
}

static void
add_count (JsonBuilder *json,
           const char *name,
           gint64 count)
{
  json_builder_set_member_name (json, name);
  json_builder_add_int_value (json, count);
}

static void
add_range (JsonBuilder *json,
           const char *name,
           InkShare share,
           gboolean first)
{
  json_builder_set_member_name (json, name);
  if (first || isnan (share.low))
    {
      json_builder_add_null_value (json);
      return;
    }
  json_builder_begin_array (json);
  ink_json_out_number (json, share.low);
  ink_json_out_number (json, share.high);
  json_builder_end_array (json);
}

static void
add_people (JsonBuilder *json,
            const InkFunnelResult *result,
            const char *name,
            GArray *people)
{
  json_builder_set_member_name (json, name);
  json_builder_begin_array (json);
  for (guint i = 0; i < people->len; i++)
    json_builder_add_string_value (
        json, ink_event_store_get_person_id (result->scope->store,
                                             g_array_index (people, guint32, i)));
  json_builder_end_array (json);
  g_array_unref (people);
}

static void
add_step (JsonBuilder *json,
          const InkFunnelResult *result,
          const InkFunnelStats *stats,
          guint index,
          gboolean with_people)
{
  const InkStepStats *step = &stats->steps[index];
  InkShare of_first = ink_share_of (step->people, stats->entered);
  InkShare of_previous = ink_share_of (step->people, step->before);

  json_builder_begin_object (json);
  json_builder_set_member_name (json, "name");
  json_builder_add_string_value (json, result->labels[index]);
  if (result->shape.optional[index])
    {
      json_builder_set_member_name (json, "optional");
      json_builder_add_boolean_value (json, TRUE);
    }
  add_count (json, "people", step->people);
  add_number (json, "of_first", of_first.share);
  add_range (json, "of_first_range", of_first, index == 0);
  add_number (json, "of_previous", of_previous.share);
  add_range (json, "of_previous_range", of_previous, index == 0);
  add_number (json, "median_seconds", step->median);
  add_number (json, "mean_seconds", step->mean);
  add_count (json, "dropped", step->dropped);
  if (with_people)
    {
      add_people (json, result, "people_at", ink_funnel_stats_people_at (stats, index));
      add_people (json, result, "dropped_before",
                  ink_funnel_stats_dropped_before (stats, &result->shape, index));
    }
  json_builder_end_object (json);
}

static void
add_under_way (JsonBuilder *json,
               const InkFunnelStats *stats)
{
  json_builder_set_member_name (json, "still_under_way");
  json_builder_begin_array (json);
  for (guint i = 0; i < stats->n_steps; i++)
    json_builder_add_int_value (json, stats->steps[i].under_way);
  json_builder_end_array (json);
}

static void
add_settled (JsonBuilder *json,
             const InkFunnelStats *stats)
{
  json_builder_set_member_name (json, "settled");
  if (!ink_funnel_stats_need_settled (stats))
    {
      json_builder_add_null_value (json);
      return;
    }
  json_builder_begin_object (json);
  add_count (json, "entered", stats->settled);
  json_builder_set_member_name (json, "steps");
  json_builder_begin_array (json);
  for (guint i = 0; i < stats->n_steps; i++)
    {
      InkShare share = ink_share_of (stats->steps[i].settled, stats->settled);

      json_builder_begin_object (json);
      add_count (json, "people", stats->steps[i].settled);
      add_number (json, "of_first", share.share);
      add_range (json, "of_first_range", share, i == 0);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  json_builder_end_object (json);
}

/* What the whole and each group have alike. */
static void
add_stats (JsonBuilder *json,
           const InkFunnelResult *result,
           const InkFunnelStats *stats,
           gboolean with_people)
{
  add_count (json, "entered", stats->entered);
  json_builder_set_member_name (json, "steps");
  json_builder_begin_array (json);
  for (guint i = 0; i < stats->n_steps; i++)
    add_step (json, result, stats, i, with_people);
  json_builder_end_array (json);
  add_under_way (json, stats);
  add_settled (json, stats);
}

static void
add_histogram (JsonBuilder *json,
               const InkFunnelResult *result)
{
  InkHistogram histogram;

  json_builder_set_member_name (json, "histogram");
  if (!ink_funnel_result_find_histogram (result, &histogram))
    {
      json_builder_add_null_value (json);
      return;
    }
  json_builder_begin_object (json);
  add_number (json, "from", histogram.from);
  add_count (json, "width", histogram.width);
  json_builder_set_member_name (json, "people");
  json_builder_begin_array (json);
  for (guint i = 0; i < histogram.n; i++)
    json_builder_add_int_value (json, histogram.people[i]);
  json_builder_end_array (json);
  json_builder_end_object (json);
}

static void
add_groups (JsonBuilder *json,
            const InkFunnelResult *result,
            gboolean with_people)
{
  json_builder_set_member_name (json, "groups");
  json_builder_begin_object (json);
  for (guint i = 0; i < result->groups->len; i++)
    {
      const InkFunnelStats *stats = g_ptr_array_index (result->groups, i);

      json_builder_set_member_name (json, stats->name);
      json_builder_begin_object (json);
      add_stats (json, result, stats, with_people);
      json_builder_end_object (json);
    }
  json_builder_end_object (json);
}

/**
 * ink_funnel_result_to_json:
 * @result: what came out
 * @with_people: also who stands at and dropped before each step
 *
 * Returns: (transfer full): one JSON object
 */
char *
ink_funnel_result_to_json (const InkFunnelResult *result,
                           gboolean with_people)
{
  g_autoptr (JsonBuilder) json = NULL;

  g_return_val_if_fail (result != NULL, NULL);

  json = json_builder_new ();
  json_builder_begin_object (json);
  json_builder_set_member_name (json, "funnel");
  json_builder_add_string_value (json, result->funnel->name != NULL ? result->funnel->name : "");
  add_stats (json, result, result->whole, with_people);
  add_histogram (json, result);
  add_groups (json, result, with_people);
  json_builder_end_object (json);

  return ink_json_out_end (json);
}
