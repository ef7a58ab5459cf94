/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Properties from the inside: what keeps their arrays alive. */
#pragma once

#include "base/ink-dictionary.h"
#include "events/ink-property.h"

G_BEGIN_DECLS

/* An empty property with room for nothing; the makers below fill the public fields. */
InkProperty *ink_property_new         (const char *name, InkOn on, guint32 n_rows)
    G_GNUC_WARN_UNUSED_RESULT;
/* @data: (transfer full): the array of codes, numbers or times */
void         ink_property_take_codes  (InkProperty *property, void *data, guint width,
                                       InkValue *values, guint32 n_values);
void         ink_property_take_numbers (InkProperty *property, double *numbers);
void         ink_property_take_times  (InkProperty *property, gint64 *times);
/* (transfer full): its numbers, where it has some and the caller holds the only reference; else
 * NULL. Nothing is left in it. */
double      *ink_property_steal_numbers (InkProperty *property) G_GNUC_WARN_UNUSED_RESULT;
/* What texts of values live in. */
void         ink_property_keep_dictionary (InkProperty *property, InkDictionary *dictionary);
void         ink_property_keep_property   (InkProperty *property, InkProperty *other);

/* One property out of two of the same rows: @second's value where @first has none. */
InkProperty *ink_property_combine     (InkProperty *first, InkProperty *second)
    G_GNUC_WARN_UNUSED_RESULT;
/* The same values as codes. */
InkProperty *ink_property_as_codes    (InkProperty *property) G_GNUC_WARN_UNUSED_RESULT;
/* A property of other rows: row i has the value of @rows[i], none where that is G_MAXUINT32. */
InkProperty *ink_property_pick        (InkProperty *property, const char *name, InkOn on,
                                       const guint32 *rows, guint32 n_rows)
    G_GNUC_WARN_UNUSED_RESULT;

static inline guint
ink_codes_width_for (guint32 greatest)
{
  return greatest <= G_MAXUINT8 ? 1 : greatest <= G_MAXUINT16 ? 2 : 4;
}

static inline void
ink_codes_put (void *codes,
               guint width,
               gsize row,
               guint32 code)
{
  if (width == 1)
    ((guint8 *) codes)[row] = (guint8) code;
  else if (width == 2)
    ((guint16 *) codes)[row] = (guint16) code;
  else
    ((guint32 *) codes)[row] = code;
}

G_END_DECLS
