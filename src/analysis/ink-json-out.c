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
