/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* People of the Data page: all of them, made on demand; one opens as a timeline. */
#pragma once

#include "analysis/ink-rule-query.h"
#include "ui/pages/ink-data-part.h"

G_BEGIN_DECLS

#define INK_TYPE_DATA_PEOPLE (ink_data_people_get_type ())
/* Signal "opened" (const char *id). */
G_DECLARE_FINAL_TYPE (InkDataPeople, ink_data_people, INK, DATA_PEOPLE, InkDataPart)

/* Only the people behind @rule, narrowed by the view's filter. */
void   ink_data_people_set_rule   (InkDataPeople *self, InkRule *rule, InkRuleAsk ask);
/* Only these (of guint32), whatever the filter: it was narrowed when they were counted. */
void   ink_data_people_set_people (InkDataPeople *self, GArray *people);
/* How many there are, before anything is searched for; G_MAXUINT before the answer. */
guint  ink_data_people_get_n      (InkDataPeople *self);
/* The ids of all that are listed, a line each. */
char  *ink_data_people_to_text    (InkDataPeople *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
