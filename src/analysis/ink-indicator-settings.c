/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The method's constants by name. */
#include "analysis/ink-indicator-settings.h"

#include <math.h>

/* Longer than any project; keeps sums of times far from their limits. */
#define MAX_DAYS 36500.0

static double
read_number (const InkDefinition *definition,
             const char *name,
             double otherwise)
{
  const char *text = g_hash_table_lookup (definition->settings, name);
  double number = text != NULL ? g_ascii_strtod (text, NULL) : otherwise;

  return isfinite (number) && number > 0 ? number : otherwise;
}

static gint64
read_time (const InkDefinition *definition,
           const char *name,
           double otherwise,
           gint64 unit)
{
  double number = read_number (definition, name, otherwise);

  return (gint64) fmin (number * (double) unit, MAX_DAYS * (double) INK_DAY);
}

InkIndicatorSettings
ink_indicator_settings_read (const InkDefinition *definition)
{
  g_return_val_if_fail (definition != NULL, (InkIndicatorSettings){ 0 });

  return (InkIndicatorSettings){
    .session_gap = read_time (definition, "session_gap", 1800, INK_SECOND),
    .last_step = read_time (definition, "last_step_days", 1, INK_DAY),
    .worthwhile = read_number (definition, "worthwhile_lift", 1.25),
    .harmful = read_number (definition, "negative_lift", 0.8),
    .ruled_out = read_number (definition, "ruled_out_lift", 1.5),
    .false_share = read_number (definition, "q", 0.05),
    .least_people = read_number (definition, "least_people", 20),
    .least_conversions = read_number (definition, "least_conversions", 5),
    .least_compared = read_number (definition, "least_compared", 10),
    .landmark = read_time (definition, "landmark_days", 14, INK_DAY),
    .landmark_window = read_time (definition, "landmark_window_days", 60, INK_DAY),
    .risk_window = read_time (definition, "risk_days", 30, INK_DAY),
    .joint_lambda = read_number (definition, "joint_lambda", 1),
  };
}

gboolean
ink_indicator_settings_equal (const InkIndicatorSettings *a,
                              const InkIndicatorSettings *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->session_gap == b->session_gap && a->last_step == b->last_step
         && a->worthwhile == b->worthwhile && a->harmful == b->harmful
         && a->ruled_out == b->ruled_out && a->false_share == b->false_share
         && a->least_people == b->least_people && a->least_conversions == b->least_conversions
         && a->least_compared == b->least_compared && a->landmark == b->landmark
         && a->landmark_window == b->landmark_window && a->risk_window == b->risk_window
         && a->joint_lambda == b->joint_lambda;
}
