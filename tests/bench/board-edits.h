/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the benchmarks of the journey board edit, with a window and without. */
#pragma once

#include "definition/ink-definition.h"
#include "events/ink-event-store.h"

G_BEGIN_DECLS

/**
 * BenchEdit: one of
 * @goal_rule, @persona_rule: what another rule says, as for bench_make_rule()
 * @edit: a new definition
 */
typedef struct
{
  const char *name;
  const char *goal_rule;
  const char *persona_rule;
  InkDefinition *(*edit) (InkDefinition *definition, guint serial);
} BenchEdit;

/* @format: a rule with ' for ", and # where @serial goes. */
InkRule         *bench_make_rule       (const char *format, guint serial,
                                        InkDefinition *definition) G_GNUC_WARN_UNUSED_RESULT;
/* Another definition for each @serial, so that no answer is there already. */
InkDefinition   *bench_edit_make       (const BenchEdit *edit, InkDefinition *definition,
                                        guint serial) G_GNUC_WARN_UNUSED_RESULT;
/* Ended by one without a name. */
const BenchEdit *bench_board_edits     (void);
const BenchEdit *bench_persona_edits   (void);
/* So many goals over the events of @store, each asked for in some way. */
InkDefinition   *bench_board_make_many (InkEventStore *store, guint n) G_GNUC_WARN_UNUSED_RESULT;
/* NULL after it said what is wrong. */
InkDefinition   *bench_board_parse     (const char *json) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
