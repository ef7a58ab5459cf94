/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the parts of inkling-bench share: clocks, measured children, and the questions. */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "events/ink-schema.h"

G_BEGIN_DECLS

/* Seconds. On a busy machine wall time lies; the processor's lies less. */
typedef struct
{
  double wall;
  double cpu;
} BenchTime;

BenchTime bench_now   (void);
BenchTime bench_since (BenchTime start);
double    bench_peak_mib (void);
double    bench_load  (void);
double    bench_median (GArray *values); /* of doubles; sorts them */
gint64    bench_file_size (const char *path);

/* One JSON object a line on standard output, as the kit's duck.mjs does. */
typedef struct
{
  JsonBuilder *builder;
} BenchLine;

BenchLine bench_line_begin  (const char *command, const char *by);
void      bench_line_number (BenchLine *line, const char *key, double value);
void      bench_line_text   (BenchLine *line, const char *key, const char *value);
void      bench_line_end    (BenchLine *line);

/* Runs this program again with @argv, in a process of its own, and collects its lines (element-type
 * JsonObject). NULL where it failed. */
GPtrArray *bench_run (const char *const *argv);

/**
 * BenchQuestion:
 * @kind: 'F': the funnel's people per step; 'G': a goal's completions and people; 'P': its people
 * @json: a definition file that holds this one goal or funnel
 * @sql: the same asked of plain rows; NULL where that is not asked
 */
typedef struct
{
  const char *name;
  char kind;
  const char *json;
  const char *sql;
} BenchQuestion;

/* The questions for the kit's file, or for the sample, ended by one without a name. */
const BenchQuestion *bench_questions (gboolean of_kit);

int bench_sample (int argc, char **argv);
int bench_import (int argc, char **argv);
int bench_append (int argc, char **argv);
int bench_query  (int argc, char **argv);
int bench_board  (int argc, char **argv);
int bench_indicators (int argc, char **argv);
int bench_edits  (int argc, char **argv);
int bench_report (int argc, char **argv);
int bench_rows   (int argc, char **argv);
int bench_all    (int argc, char **argv);

G_END_DECLS
