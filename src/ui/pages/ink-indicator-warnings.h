/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a search for leading indicators warns of, in sentences. */
#pragma once

#include "analysis/ink-indicators.h"

G_BEGIN_DECLS

/**
 * InkIndicatorWarning:
 * @finding: in a few words
 * @sentence: what it means, with the goals' names
 */
typedef struct
{
  char *finding;
  char *sentence;
} InkIndicatorWarning;

/* Returns: (transfer full): of InkIndicatorWarning, the most important first */
GPtrArray *ink_indicator_warnings (const InkIndicators *indicators) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
