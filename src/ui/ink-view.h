/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How one window looks at its project: the filter of the header, which narrows every page. It is no
 * part of the definition, cannot be undone, and goes with the window. */
#pragma once

#include "analysis/ink-funnel-result.h"
#include "document/ink-document.h"

G_BEGIN_DECLS

#define INK_TYPE_VIEW (ink_view_get_type ())
/* Signal "filter-changed": the persona or the period is another one. */
G_DECLARE_FINAL_TYPE (InkView, ink_view, INK, VIEW, GObject)

InkView     *ink_view_new          (InkDocument *document) G_GNUC_WARN_UNUSED_RESULT;
InkDocument *ink_view_get_document (InkView *self); /* (transfer none) */

/* @name: of a persona, INK_EVERYONE_ELSE, or NULL for all people. A persona that is renamed stays
 * the filter; one that is removed gives way to all people. */
void         ink_view_set_persona  (InkView *self, const char *name);
const char  *ink_view_get_persona  (InkView *self); /* nullable, (transfer none) */

/* Both in microseconds, INK_TIME_NONE: open; @to is still in it. */
void         ink_view_set_period   (InkView *self, gint64 from, gint64 to);
void         ink_view_get_period   (InkView *self, gint64 *from, gint64 *to);

/* All of it, for a query; valid until the view changes. */
InkFilter    ink_view_get_filter   (InkView *self);
/* (transfer full): the JSON of a slide with that chart of a funnel or macro goal, seen so. */
char        *ink_view_make_slide   (InkView *self, const char *chart, const char *about,
                                    gboolean is_of_macro) G_GNUC_WARN_UNUSED_RESULT;
gboolean     ink_view_is_filtered  (InkView *self);

G_END_DECLS
