/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One property of all events, or of all persons: a named, typed, immutable column. */
#pragma once

#include "base/ink-value.h"
#include "events/ink-codes.h"

G_BEGIN_DECLS

typedef enum
{
  INK_ON_EVENT,
  INK_ON_PERSON,
} InkOn;

/**
 * InkPropertyLayout:
 * @INK_LAYOUT_CODES: a code per row into @values; code 0 is absent. Texts, booleans and whatever
 *   mixes kinds. A rule looks at each value once, then only at codes.
 * @INK_LAYOUT_NUMBERS: a double per row, NaN is absent
 * @INK_LAYOUT_TIMES: microseconds per row, INK_TIME_NONE is absent
 */
typedef enum
{
  INK_LAYOUT_CODES,
  INK_LAYOUT_NUMBERS,
  INK_LAYOUT_TIMES,
} InkPropertyLayout;

/**
 * InkProperty:
 *
 * The fields are public to read and never to be written: kernels run over them.
 */
typedef struct
{
  const char *name;
  InkOn on;
  InkPropertyLayout layout;
  guint32 n_rows;

  /* INK_LAYOUT_CODES; values[0] is absent */
  InkCodes codes;
  const InkValue *values;
  guint32 n_values;

  const double *numbers; /* INK_LAYOUT_NUMBERS */
  const gint64 *times;   /* INK_LAYOUT_TIMES */
} InkProperty;

InkProperty *ink_property_ref   (InkProperty *property);
void         ink_property_unref (InkProperty *property);
InkValue     ink_property_get   (const InkProperty *property, guint32 row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkProperty, ink_property_unref)

G_END_DECLS
