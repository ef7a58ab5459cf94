/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Who is who: personas in order, what they share, and how they differ. */
#pragma once

#include "ui/pages/ink-page.h"

G_BEGIN_DECLS

#define INK_TYPE_PERSONAS_PAGE (ink_personas_page_get_type ())
G_DECLARE_FINAL_TYPE (InkPersonasPage, ink_personas_page, INK, PERSONAS_PAGE, InkPage)

G_END_DECLS
