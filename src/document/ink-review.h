/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The quarterly review: eight slides from what a project has. */
#pragma once

#include "definition/ink-definition.h"
#include "definition/ink-slide.h"
#include "events/ink-event-store.h"

G_BEGIN_DECLS

/* What changed, the funnel, its leak, the indicators, busywork, personas, channels, what to do next:
 * those for which the project has goals, funnels, personas and data (element-type InkSlide). The
 * first is an opening slide with @title; the last names the goals concerned, so it asks what leads to
 * the main goal: some 0.1 s per million events. INK_ERROR_FAILED where there is nothing to review: no
 * macro goal and no funnel. */
GPtrArray *ink_review_new (const InkDefinition *definition, InkEventStore *store, const char *title,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
