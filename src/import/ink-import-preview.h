/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A first look into a file: what it is taken for, its columns, its first rows, what is unclear. */
#pragma once

#include <glib.h>

#include "base/ink-value.h"
#include "import/ink-import-options.h"

G_BEGIN_DECLS

#define INK_PREVIEW_ROWS 200

typedef struct
{
  char *name;
  InkRole role;
  char *property; /* nullable: the name that it will have in the project */
  InkKind kind;   /* what most of its values are */
  char *personal; /* nullable: "e-mail", "phone", "ip" */
  char *note;     /* nullable: a sentence about this column */
} InkPreviewColumn;

/**
 * InkImportQuestion:
 * @INK_QUESTION_DATE_ORDER: day and month cannot be told apart; nothing is imported without an answer
 * @INK_QUESTION_TIME_ZONE: the times say no zone; @guess is taken without an answer
 */
typedef enum
{
  INK_QUESTION_DATE_ORDER,
  INK_QUESTION_TIME_ZONE,
} InkImportQuestionKind;

typedef struct
{
  InkImportQuestionKind kind;
  char *column;
  char *sentence;
  char *guess; /* nullable: "Europe/Berlin", "dmy" */
} InkImportQuestion;

typedef struct _InkImportPreview InkImportPreview;
struct _InkImportPreview
{
  gatomicrefcount ref_count; /* private */
  char *file;
  char *format;
  char *format_title;
  char *format_reason;
  gboolean people;   /* a table of people, not of events */
  char *event_name;  /* nullable: every row gets this name */
  InkPreviewColumn *columns;
  guint n_columns;
  char **cells;      /* n_rows * n_columns texts, row by row; "" where empty */
  guint n_rows;
  InkImportQuestion *questions;
  guint n_questions;
};

InkImportPreview *ink_import_preview_ref   (InkImportPreview *preview);
void              ink_import_preview_unref (InkImportPreview *preview);
const char       *ink_import_preview_get_cell (const InkImportPreview *preview, guint row,
                                               guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkImportPreview, ink_import_preview_unref)

G_END_DECLS
