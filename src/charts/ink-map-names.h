/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Names of dots: beside them where there is room, else where there is some, with a thin line to the
 * dot. Nothing lies across a range, a dot or another name. */
#pragma once

#include "plot/ink-mark.h"

G_BEGIN_DECLS

/* Y2 (the upper end of the dot's range) is bound, too. */
extern const InkMarkKind ink_map_names;

G_END_DECLS
