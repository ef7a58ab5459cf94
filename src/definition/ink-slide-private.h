/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a frozen slide keeps, out of JSON and back; for the reader and writer of slides. */
#pragma once

#include "definition/ink-read.h"
#include "definition/ink-slide.h"

G_BEGIN_DECLS

/* The member "frozen" of the slide @object; *@frozen stays NULL where there is none. */
gboolean ink_frozen_read  (InkRead *read, const InkPlace *slide, JsonObject *object,
                           InkFrozen **frozen);
/* The member with its key. */
void     ink_frozen_write (GString *json, const InkFrozen *frozen);

G_END_DECLS
