/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A column while rows arrive, in the order of the file: it begins as small as can be and widens
 * with what comes. */
#pragma once

#include "events/ink-block-private.h"
#include "events/ink-event-store-builder.h"
#include "events/ink-property.h"
#include "events/ink-short-texts-private.h"

G_BEGIN_DECLS

/* Longer texts are cut: no block could hold them. */
#define INK_TEXT_MAX_BYTES (256 * 1024)

typedef enum
{
  INK_FORM_EMPTY,
  INK_FORM_CODES,
  INK_FORM_HUNDREDTHS, /* four bytes; G_MININT32 is absent */
  INK_FORM_DOUBLES,
  INK_FORM_TIMES,
} InkColumnForm;

typedef struct _InkPendingTexts InkPendingTexts;

typedef struct
{
  char *name;
  InkOn on;
  gboolean always_codes;

  InkColumnForm form;
  guint width; /* of codes: 1, 2 or 4 */
  union
  {
    void *data;
    guint8 *u8;
    guint16 *u16;
    guint32 *u32;
    gint32 *hundredths;
    double *doubles;
    gint64 *times;
  };
  guint32 n; /* rows written; those behind are absent */
  guint32 n_allocated;

  InkDictionary *values;
  guint32 n_base_values; /* of earlier runs */
  InkPendingTexts *pending;
  InkShortTexts *short_texts; /* nullable */
} InkColumn;

/* @values: (nullable) (transfer full): of earlier runs, a copy that may grow */
InkColumn *ink_column_new         (const char *name, InkOn on, InkDictionary *values)
    G_GNUC_WARN_UNUSED_RESULT;
void       ink_column_free        (InkColumn *column);
void       ink_column_set_text    (InkColumn *column, guint32 row, const char *text, gsize length);
/* Many at once, in order of their rows; faster. Texts need not last. */
void       ink_column_set_texts   (InkColumn *column, const InkRowText *texts, guint n);
void       ink_column_set_number  (InkColumn *column, guint32 row, double number);
void       ink_column_set_numbers (InkColumn *column, const guint32 *rows, const double *numbers,
                                   guint n);
/* A code of a dictionary that the caller keeps. */
void       ink_column_set_code    (InkColumn *column, guint32 row, guint32 code);
void       ink_column_set_boolean (InkColumn *column, guint32 row, gboolean boolean);
void       ink_column_set_time    (InkColumn *column, guint32 row, gint64 time);
/* Call before reading: texts may still wait for their codes. All @n_rows are there then. */
void       ink_column_finish      (InkColumn *column, guint32 n_rows);
void       ink_column_free_data   (InkColumn *column);
InkValue   ink_column_get         (const InkColumn *column, guint32 row);
InkPropertyLayout ink_column_layout (const InkColumn *column);

static inline guint32
ink_column_get_code (const InkColumn *column,
                     guint32 row)
{
  switch (column->width)
    {
    case 1:
      return column->u8[row];
    case 2:
      return column->u16[row];
    default:
      return column->u32[row];
    }
}

/* What the encoding of the blocks of a column counts. */
typedef struct
{
  guint64 filled;
  guint64 kinds[5];
  guint64 distinct;
} InkColumnCounts;

/* Makes the blocks of the column, its rows in the order of @rows (nullable: as they stand). */
GPtrArray *ink_column_encode      (InkColumn *column, const char *block_column,
                                   const guint32 *rows, guint32 n_rows, InkColumnCounts *counts,
                                   GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkColumn, ink_column_free)

G_END_DECLS
