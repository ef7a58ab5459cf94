/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Slides that new data do not change, and what changed in those that they do. */
#pragma once

#include "document/ink-slide-content.h"

G_BEGIN_DECLS

/* The slide of @content with its numbers as they are; @date: an ISO day. INK_ERROR_USAGE where it
 * has no chart, is frozen already, or has more numbers than a slide may keep. */
InkSlide *ink_slide_freeze (const InkSlideContent *content, const char *date, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
/* Live again: what it found when it was frozen is what its message is compared with. @slide: no
 * table. */
InkSlide *ink_slide_thaw   (const InkSlide *slide) G_GNUC_WARN_UNUSED_RESULT;

/* What the slide said before, where that is not what it would say now; @known (nullable): what it
 * found when it was last looked at, for a slide that does not say. NULL: nothing to be told.
 * (transfer none), of @content or @known. */
const char *ink_slide_find_old_message (const InkSlideContent *content, const char *known);
/* The slide that says yes to what is found now: with the title that is proposed, or with the one
 * that it has (@old: the message before). */
InkSlide   *ink_slide_accept (const InkSlideContent *content, const char *old, gboolean take_new)
    G_GNUC_WARN_UNUSED_RESULT;

/* For ink-slide-content.c: */
/* The source line with its "as of". @slide: frozen. */
char     *ink_frozen_say_source (const InkSlide *slide, GTimeZone *zone,
                                 const InkNumbers *numbers) G_GNUC_WARN_UNUSED_RESULT;
gboolean  ink_slide_content_take_frozen (InkSlideContent *content, GError **error);

G_END_DECLS
