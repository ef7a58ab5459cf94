/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a search for leading indicators warns of, in sentences. */
#pragma once

#include "analysis/ink-indicators.h"
#include "definition/ink-definition.h"

G_BEGIN_DECLS

/**
 * InkIndicatorWarning:
 * @finding: in a few words
 * @sentence: what it means, with the goals' names
 * @passive: (nullable) (array zero-terminated=1): names of events that should perhaps be marked
 *   passive: this is what the user can do about it
 * @page: (nullable): the page that tells more
 */
typedef struct
{
  char *finding;
  char *sentence;
  char **passive;
  const char *page;
} InkIndicatorWarning;

/* @definition: for the readable names of events.
 * Returns: (transfer full): of InkIndicatorWarning, the most important first */
GPtrArray *ink_indicator_warnings (const InkIndicators *indicators, const InkDefinition *definition)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
