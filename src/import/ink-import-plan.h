/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is done with every column of a file: decided from its first rows, its format and the user. */
#pragma once

#include "base/ink-value.h"
#include "import/ink-column-stats.h"
#include "import/ink-import-format.h"
#include "import/ink-import-preview.h"
#include "import/ink-import-report.h"

G_BEGIN_DECLS

/**
 * InkPlanColumn:
 * @kind: text, number, boolean or time: what texts are read as; what does not read stays text
 * @flag: each row that says yes (or, with a time, any row) is an event named like the column
 * @chosen: the user gave the role
 */
typedef struct
{
  char *name;
  InkRole role;
  char *property;
  InkKind kind;
  InkNumberStyle number;
  InkTimeStyle time;
  double scale;
  guint rank; /* among columns of one role, the lowest comes first */
  gboolean guarded;
  gboolean loose;  /* the property is what a hint's '*' stood for: it makes room */
  gboolean marked; /* texts that are exactly times as Inkling writes them are times */
  gboolean flag;
  gboolean chosen;
  const char *personal; /* nullable: "e-mail", "phone", "ip" */
  gboolean pseudonyms;  /* ids of this column that are e-mail addresses are replaced */
  InkColumnStats stats;
} InkPlanColumn;

typedef struct
{
  GArray *columns; /* InkPlanColumn */
  char *event_name; /* nullable: of every row */
  char *row_name;   /* nullable: of people, the event that every row is */
  char *stem;       /* of the file */
  gboolean people;  /* a row is a person, and its flags are the person's events */
  gboolean numbered; /* … and no column says who: "stem#row" is */
  GTimeZone *zone;
  char *zone_name;
  gboolean zone_taken; /* some times said none */
  gboolean zone_shown; /* the rows themselves showed whose clock they are by */
  gboolean ambiguous;  /* day and month cannot be told apart in at least one column */
  GArray *questions;   /* InkImportQuestion */
} InkImportPlan;

InkImportPlan *ink_import_plan_new  (const InkImportSample *sample, const InkImportFormat *format,
                                     const InkImportOptions *options, const char *stem,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
void           ink_import_plan_free (InkImportPlan *plan);

/* A column that the sample did not have: kept under its name, or as the hints say. */
guint          ink_import_plan_add_column (InkImportPlan *plan, const InkImportFormat *format,
                                           const char *name);
/* Decides the ambiguous columns by what was seen of the whole file (one guess a column, in order).
 * FALSE with a sentence where it does not say either. */
gboolean       ink_import_plan_settle_dates (InkImportPlan *plan, const InkTimeGuess *guesses,
                                             GError **error);
/* FALSE with a sentence where nothing can be imported like this: nobody, or nothing happens. */
gboolean       ink_import_plan_check (const InkImportPlan *plan, const char *file,
                                      GError **error);
void           ink_import_plan_report (const InkImportPlan *plan, InkImportReport *report);

#define ink_import_plan_column(plan, i) (&g_array_index ((plan)->columns, InkPlanColumn, i))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkImportPlan, ink_import_plan_free)

G_END_DECLS
