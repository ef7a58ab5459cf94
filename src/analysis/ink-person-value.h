/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A property of the person as it was known at a moment.
 *
 * The source's value where there is one; else the value on the first of the person's events that
 * carries it; 'first P' and 'last P' from the first and last event that carries P. Events after the
 * moment are not read. */
#pragma once

#include "analysis/ink-scope.h"

G_BEGIN_DECLS

/**
 * InkValuePlace:
 * @column: where the value stands, NULL where there is none
 * @row: its row there
 */
typedef struct
{
  const InkProperty *column;
  guint32 row;
} InkValuePlace;

typedef struct _InkPersonValue InkPersonValue;

InkPersonValue *ink_person_value_new  (InkScope *scope, const char *name, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
void            ink_person_value_free (InkPersonValue *value);
InkValuePlace   ink_person_value_find (const InkPersonValue *value, guint32 person,
                                       guint32 end);
InkValue        ink_person_value_get  (const InkPersonValue *value, guint32 person, guint32 end);

gboolean        ink_property_has      (const InkProperty *property, guint32 row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkPersonValue, ink_person_value_free)

G_END_DECLS
