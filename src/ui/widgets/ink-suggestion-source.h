/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where suggested goals come from, in words: the data, or a template. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A source is this, or the id of a template (ink-goal-templates.h). */
#define INK_SOURCE_DATA "data"

/* @action: a detailed one, whose target is the source. */
GMenuModel *ink_suggestion_source_make_menu  (const char *action) G_GNUC_WARN_UNUSED_RESULT;
char       *ink_suggestion_source_make_title (const char *source) G_GNUC_WARN_UNUSED_RESULT;
/* That there is nothing more to suggest. */
const char *ink_suggestion_source_say_none   (const char *source);

G_END_DECLS
