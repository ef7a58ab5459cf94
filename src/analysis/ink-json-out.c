/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Numbers, times and texts as JSON, with null for what is not there. */
#include "analysis/ink-json-out.h"

#include <math.h>

#include "base/ink-time.h"

void
ink_json_out_number (JsonBuilder *json,
                     double number)
{
  g_return_if_fail (json != NULL);

  if (isfinite (number))
    json_builder_add_double_value (json, number);
  else
    json_builder_add_null_value (json);
}

void
ink_json_out_time (JsonBuilder *json,
                   gint64 time)
{
  g_autofree char *text = NULL;

  g_return_if_fail (json != NULL);

  if (time != INK_TIME_NONE)
    text = ink_time_to_iso (time);
  ink_json_out_text (json, text);
}

void
ink_json_out_text (JsonBuilder *json,
                   const char *text)
{
  g_return_if_fail (json != NULL);

  if (text != NULL)
    json_builder_add_string_value (json, text);
  else
    json_builder_add_null_value (json);
}

void
ink_json_out_put_number (JsonBuilder *json,
                         const char *name,
                         double number)
{
  json_builder_set_member_name (json, name);
  ink_json_out_number (json, number);
}

void
ink_json_out_put_count (JsonBuilder *json,
                        const char *name,
                        guint64 count)
{
  json_builder_set_member_name (json, name);
  json_builder_add_int_value (json, (gint64) count);
}

void
ink_json_out_put_text (JsonBuilder *json,
                       const char *name,
                       const char *text)
{
  json_builder_set_member_name (json, name);
  ink_json_out_text (json, text);
}

void
ink_json_out_put_flag (JsonBuilder *json,
                       const char *name,
                       gboolean flag)
{
  json_builder_set_member_name (json, name);
  json_builder_add_boolean_value (json, flag);
}

void
ink_json_out_put_range (JsonBuilder *json,
                        const char *name,
                        double low,
                        double high)
{
  json_builder_set_member_name (json, name);
  json_builder_begin_array (json);
  ink_json_out_number (json, low);
  ink_json_out_number (json, high);
  json_builder_end_array (json);
}

char *
ink_json_out_end (JsonBuilder *json)
{
  g_autoptr (JsonGenerator) generator = NULL;
  g_autoptr (JsonNode) root = NULL;

  g_return_val_if_fail (json != NULL, NULL);

  generator = json_generator_new ();
  root = json_builder_get_root (json);
  json_generator_set_root (generator, root);

  return json_generator_to_data (generator, NULL);
}
