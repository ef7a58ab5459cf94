/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The truth that was planted, as JSON beside the sample: what a method is held against. */
#include "sample/ink-sample.h"

#include <json-glib/json-glib.h>

#include "sample/ink-sample-world.h"

static void
add_personas (JsonBuilder *builder)
{
  json_builder_set_member_name (builder, "personas");
  json_builder_begin_object (builder);
  for (guint i = 0; i < INK_SAMPLE_N_PERSONAS; i++)
    {
      json_builder_set_member_name (builder, ink_sample_personas[i].name);
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "share");
      json_builder_add_double_value (builder, ink_sample_persona_shares[i] / 100.0);
      json_builder_set_member_name (builder, "hazard_multiplier");
      json_builder_add_double_value (builder, ink_sample_personas[i].hazard / 100.0);
      json_builder_set_member_name (builder, "roles");
      json_builder_add_string_value (builder, ink_sample_personas[i].roles);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
}

static void
add_channels (JsonBuilder *builder)
{
  json_builder_set_member_name (builder, "channel_hazard_multiplier");
  json_builder_begin_object (builder);
  for (guint i = 0; i < INK_SAMPLE_N_CHANNELS; i++)
    {
      json_builder_set_member_name (builder, ink_sample_channels[i].name);
      json_builder_add_double_value (builder, ink_sample_channels[i].hazard / 100.0);
    }
  json_builder_end_object (builder);
}

/* One ratio where all personas share it, else one for each; none for what comes after the sale. */
static void
add_hazard (JsonBuilder          *builder,
            const InkSampleMicro *micro)
{
  const guint16 *hazard = micro->hazard;

  if (hazard[0] == hazard[1] && hazard[1] == hazard[2])
    {
      json_builder_set_member_name (builder, "hazard_ratio");
      if (hazard[0] == 0)
        json_builder_add_null_value (builder);
      else
        json_builder_add_double_value (builder, hazard[0] / 100.0);
      return;
    }
  json_builder_set_member_name (builder, "hazard_ratio_by_persona");
  json_builder_begin_object (builder);
  for (guint i = 0; i < INK_SAMPLE_N_PERSONAS; i++)
    {
      json_builder_set_member_name (builder, ink_sample_personas[i].name);
      json_builder_add_double_value (builder, hazard[i] / 100.0);
    }
  json_builder_end_object (builder);
}

static void
add_micros (JsonBuilder *builder)
{
  json_builder_set_member_name (builder, "micros");
  json_builder_begin_object (builder);
  for (guint i = 0; i < INK_SAMPLE_N_MICROS; i++)
    {
      json_builder_set_member_name (builder, ink_sample_micros[i].goal);
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "truth");
      json_builder_add_string_value (builder, ink_sample_micros[i].truth);
      add_hazard (builder, &ink_sample_micros[i]);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
}

/**
 * ink_sample_truth_json:
 * @people: as for ink_sample_write()
 * @seed: as for ink_sample_write()
 *
 * Returns: (transfer full): what is planted: for every micro goal of the shipped definition its
 *   kind and its ratio of hazards for deciding, from the first completion on, and the multipliers of
 *   personas and channels
 */
char *
ink_sample_truth_json (guint32 people,
                       guint64 seed)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  /* As text where it does not fit JSON's signed numbers. */
  g_autofree char *seed_text = g_strdup_printf ("%" G_GUINT64_FORMAT, seed);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "generator");
  json_builder_add_string_value (builder, "inkling sample 3");
  json_builder_set_member_name (builder, "people");
  json_builder_add_int_value (builder, people);
  json_builder_set_member_name (builder, "seed");
  if (seed <= G_MAXINT64)
    json_builder_add_int_value (builder, (gint64) seed);
  else
    json_builder_add_string_value (builder, seed_text);
  json_builder_set_member_name (builder, "start");
  json_builder_add_string_value (builder, INK_SAMPLE_START "T00:00:00Z");
  json_builder_set_member_name (builder, "export_time");
  json_builder_add_string_value (builder, INK_SAMPLE_END "T00:00:00Z");
  json_builder_set_member_name (builder, "macro");
  json_builder_add_string_value (builder, "Demo booked");
  json_builder_set_member_name (builder, "mean_delay_days");
  json_builder_add_int_value (builder, INK_SAMPLE_DELAY_DAYS);
  add_personas (builder);
  add_channels (builder);
  add_micros (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, TRUE);
}
