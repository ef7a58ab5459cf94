/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where a format's rows go: into a sample, into guesses of dates, or by a plan into a store. */
#pragma once

#include "events/ink-event-store-builder.h"
#include "base/ink-progress.h"
#include "import/ink-import-plan.h"

G_BEGIN_DECLS

/* The three uses. All that is given must outlive the sink. */
InkImportSink *ink_import_sink_new_sample (InkImportSample *sample) G_GNUC_WARN_UNUSED_RESULT;
/* @guesses: one for each question of the plan */
InkImportSink *ink_import_sink_new_dates  (InkImportPlan *plan, InkTimeGuess *guesses)
    G_GNUC_WARN_UNUSED_RESULT;
InkImportSink *ink_import_sink_new_import (InkImportPlan *plan, const InkImportFormat *format,
                                           const InkImportOptions *options,
                                           InkEventStoreBuilder *builder,
                                           InkImportReport *report, InkProgress *progress)
    G_GNUC_WARN_UNUSED_RESULT;
void           ink_import_sink_free       (InkImportSink *sink);
/* Puts what was counted on the way into the report. */
void           ink_import_sink_finish     (InkImportSink *sink);

/* For the readers of formats. Rows are arrays of cells by column number. */
guint    ink_import_sink_column (InkImportSink *sink, const char *name, gsize length);
/* The same, but never made; G_MAXUINT where there is none. */
guint    ink_import_sink_find   (const InkImportSink *sink, const char *name);
/* FALSE: that is enough, stop reading. */
gboolean ink_import_sink_row    (InkImportSink *sink, guint64 line, InkCell *cells,
                                 guint n_cells);
/* For readers whose cells' texts stay as they are for a while: rows are then worked on together, and
 * by two threads. All rows so far go on their way with ink_import_sink_send(); their texts have to
 * last until ink_import_sink_wait() for the number that it returned. */
void     ink_import_sink_set_lasting (InkImportSink *sink, gboolean lasting);
guint64  ink_import_sink_send   (InkImportSink *sink);
void     ink_import_sink_wait   (InkImportSink *sink, guint64 ticket);
/* An unreadable row. */
void     ink_import_sink_reject (InkImportSink *sink, guint64 line, const char *reason);
/* Something odd that was put right or left out; counted by @finding, which is translated. */
void     ink_import_sink_note   (InkImportSink *sink, const char *finding, const char *example);

/* For a format's own look at rows, while importing. */
InkEventStoreBuilder *ink_import_sink_get_builder (InkImportSink *sink);
guint64  ink_import_sink_get_line   (const InkImportSink *sink);
/* The person with this id (a pseudonym where @column asks for it). */
guint32  ink_import_sink_person     (InkImportSink *sink, guint column, const char *id,
                                     gsize length);
void     ink_import_sink_link       (InkImportSink *sink, guint32 shown, guint32 other,
                                     InkLink link);
/* The event of the row that is being made gets this key. */
void     ink_import_sink_set_key    (InkImportSink *sink, const char *key, gsize length);
/* A row for which the format did all that was to be done. */
void     ink_import_sink_count_imported (InkImportSink *sink);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkImportSink, ink_import_sink_free)

G_END_DECLS
