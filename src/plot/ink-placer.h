/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Keeps texts apart: each takes its place, and one that finds none moves or is left out. */
#pragma once

#include "plot/ink-scene.h"

G_BEGIN_DECLS

typedef struct _InkPlacer InkPlacer;

InkPlacer *ink_placer_new   (InkRect bounds) G_GNUC_WARN_UNUSED_RESULT;
void       ink_placer_free  (InkPlacer *placer);

/* Takes @box, moved sideways into the bounds and up by as much as @lift where that is needed. FALSE
 * where it would still touch another or leave the bounds. */
gboolean   ink_placer_place (InkPlacer *placer, InkRect *box, double lift);
/* Nothing else may lie here. */
void       ink_placer_block (InkPlacer *placer, InkRect box);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkPlacer, ink_placer_free)

G_END_DECLS
