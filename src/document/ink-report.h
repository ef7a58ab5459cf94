/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The report of a project as files: a presentation whose charts stay editable, and a PDF. */
#pragma once

#include "base/ink-progress.h"
#include "definition/ink-definition.h"
#include "definition/ink-slide.h"
#include "events/ink-event-store.h"
#include "export/ink-deck.h"

G_BEGIN_DECLS

/**
 * InkReportOptions:
 * @title: of the whole report
 * @template_: (nullable): a company's own, for a presentation
 * @numbers: (nullable): as the locale writes them
 * @created: (nullable): ISO-8601, for the same bytes each time
 */
typedef struct
{
  const char *title;
  InkDeckShape shape;
  InkDeckTemplate *template_;
  const InkNumbers *numbers;
  const char *created;
} InkReportOptions;

/* The report's slides, in order (element-type InkSlide). INK_ERROR_DEFINITION where one is none: its
 * number is said. */
GPtrArray *ink_report_get_slides (const InkDefinition *definition, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* Both are slow: call them from a worker. @slides: of InkSlide, at least one. An error names the
 * slide that cannot be made. */
GBytes    *ink_report_to_pptx (GPtrArray *slides, InkDefinition *definition, InkEventStore *store,
                               const InkReportOptions *options, GCancellable *cancellable,
                               InkProgress *progress, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes    *ink_report_to_pdf  (GPtrArray *slides, InkDefinition *definition, InkEventStore *store,
                               const InkReportOptions *options, GCancellable *cancellable,
                               InkProgress *progress, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
