/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The people behind one rule, counted among those whom the header's filter leaves. */
#pragma once

#include "analysis/ink-narrowing.h"
#include "analysis/ink-rule-query.h"

G_BEGIN_DECLS

/**
 * InkRuleCount:
 * @completes: completions were counted; else whether the rule holds
 * @of: how many people the filter leaves; @n: how many of them are behind the rule
 * @people: (array length=n): ascending
 * @rows: (array length=n): the event of the first completion, INK_NO_ROW where none was counted
 * @n_moments: completions that count; @moments: (array length=n_moments) (nullable): their events
 * @series: (nullable): how many of these lie in each part, where parts were asked for
 */
typedef struct
{
  gboolean completes;
  guint32 of;
  guint32 n;
  guint32 *people;
  guint32 *rows;
  guint32 n_moments;
  const guint32 *moments;
  guint32 *series;
  InkRows *kept; /* private: what @moments are part of */
} InkRuleCount;

/* @parts: nullable */
gboolean ink_rule_count_init  (InkRuleCount *count, const InkNarrowing *narrowing,
                               const InkRule *rule, InkRuleAsk ask, const InkTimeParts *parts,
                               GError **error);
void     ink_rule_count_clear (InkRuleCount *count);
/* How many of @rows lie in each part; those without a time in none. */
guint32 *ink_rule_count_parts (const InkTimeParts *parts, const InkScope *scope,
                               const guint32 *rows, guint32 n) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (InkRuleCount, ink_rule_count_clear)

G_END_DECLS
