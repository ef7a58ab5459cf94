/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The commands: one line each. */

#include "cli/ink-cli.h"

extern const InkCommand ink_command_import;
extern const InkCommand ink_command_describe;
extern const InkCommand ink_command_define;
extern const InkCommand ink_command_definitions;
extern const InkCommand ink_command_goals;
extern const InkCommand ink_command_personas;
extern const InkCommand ink_command_funnel;
extern const InkCommand ink_command_indicators;
extern const InkCommand ink_command_explain;
extern const InkCommand ink_command_chart;
extern const InkCommand ink_command_report;
extern const InkCommand ink_command_table;
extern const InkCommand ink_command_events;
extern const InkCommand ink_command_check;
extern const InkCommand ink_command_sample;
extern const InkCommand ink_command_forget;

const InkCommand *const ink_commands[] = {
  &ink_command_import,  &ink_command_describe, &ink_command_define, &ink_command_definitions,
  &ink_command_goals,   &ink_command_personas, &ink_command_funnel, &ink_command_indicators,
  &ink_command_explain, &ink_command_chart,    &ink_command_table,  &ink_command_report,
  &ink_command_events,  &ink_command_check,    &ink_command_sample, &ink_command_forget,
  NULL,
};
