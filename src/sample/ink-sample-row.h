/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One event of the sample as a line of CSV. */
#pragma once

#include "sample/ink-sample-person.h"

G_BEGIN_DECLS

#define INK_SAMPLE_HEADER                                                                          \
  "user_id,anonymous_id,event,timestamp,page,title,duration,channel,campaign,device,country,"      \
  "language,role,company_size,item,step,percent,value,currency\n"

/* No line is longer. */
#define INK_SAMPLE_ROW_MAX 512

/* Writes the line at @to and returns its end; @seed makes the ids. */
char *ink_sample_row_write (char *to, guint64 seed, const InkSampleEvent *event,
                            const InkSamplePerson *person);

G_END_DECLS
