/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The constants of the search for leading indicators: the method's defaults, or what the project's
 * "settings" say instead. */
#pragma once

#include "definition/ink-definition.h"

G_BEGIN_DECLS

/**
 * InkIndicatorSettings:
 * @session_gap: "session_gap" (seconds in the definition, 1800): a longer pause ends a session
 * @last_step: "last_step_days" (1): this near to the sale is too late to act on
 * @worthwhile: "worthwhile_lift" (1.25): a smaller lift is a trifle, however sure it is
 * @harmful: "negative_lift" (0.8): the same for what goes with fewer conversions
 * @ruled_out: "ruled_out_lift" (1.5): what must lie outside of the range for busywork
 * @false_share: "q" (0.05): the share of false findings that is accepted
 * @least_people: "least_people" (20): fewer who did it are too few to say anything
 * @least_conversions: "least_conversions" (5): of max (observed, expected)
 * @least_compared: "least_compared" (10): conversions on both sides; observed ones for a lead
 * @landmark: "landmark_days" (14): of the table that anybody can recount
 * @landmark_window: "landmark_window_days" (60)
 * @risk_window: "risk_days" (30): "14 % convert within 30 days"
 * @joint_lambda: "joint_lambda" (1): the prior of the model with all micros at once
 */
typedef struct
{
  gint64 session_gap; /* these times are microseconds */
  gint64 last_step;
  double worthwhile;
  double harmful;
  double ruled_out;
  double false_share;
  double least_people;
  double least_conversions;
  double least_compared;
  gint64 landmark;
  gint64 landmark_window;
  gint64 risk_window;
  double joint_lambda;
} InkIndicatorSettings;

/* What is no number above 0 in the definition is left at its default. */
InkIndicatorSettings ink_indicator_settings_read (const InkDefinition *definition);
/* Whether two definitions ask for the same. */
gboolean ink_indicator_settings_equal (const InkIndicatorSettings *a,
                                       const InkIndicatorSettings *b);

G_END_DECLS
