/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Values that were picked, each once, in the order in which they were. */
#pragma once

#include "base/ink-value.h"

G_BEGIN_DECLS

/* (element-type InkValue): owns its texts. */
GArray  *ink_value_set_new  (void) G_GNUC_WARN_UNUSED_RESULT;
/* Copies the text of @value. */
void     ink_value_set_add  (GArray *values, InkValue value);
/* Its index; -1: it is not among them. */
int      ink_value_set_find (const GArray *values, InkValue value);
/* As rules compare: without case, and a number as its text. */
gboolean ink_value_is_same  (InkValue a, InkValue b);

G_END_DECLS
