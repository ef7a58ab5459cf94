/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The values of events' properties that many people have at some time and not at others. */
#pragma once

#include "analysis/ink-indicator-frame.h"

G_BEGIN_DECLS

/**
 * InkCandidateValue:
 * @property: borrowed from the schema
 * @value: borrowed from the property, which the scope keeps
 * @event: (nullable): the only event that carries it
 * @people: who have it
 */
typedef struct
{
  const char *property;
  InkValue value;
  const char *event;
  guint32 people;
} InkCandidateValue;

/* (element-type InkCandidateValue): by people, then in the data's order. NULL with @error. */
GArray *ink_candidate_values_new (const InkIndicatorFrame *frame, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
