/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which events can make somebody another persona: the others need not be asked after. */
#pragma once

#include "analysis/ink-indicator-frame.h"

G_BEGIN_DECLS

/**
 * InkIndicatorWatch:
 * @always: the clock alone can, or what was said last: every session has to be asked after
 * @any_name: some event's name matters
 * @names: by code of event name
 * @columns: (element-type InkProperty): properties of events, of which the first that is known does
 */
typedef struct
{
  gboolean always;
  gboolean any_name;
  guint8 *names;
  GPtrArray *columns;
} InkIndicatorWatch;

gboolean ink_indicator_watch_init  (InkIndicatorWatch *watch, InkScope *scope, GError **error);
void     ink_indicator_watch_clear (InkIndicatorWatch *watch);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (InkIndicatorWatch, ink_indicator_watch_clear)

G_END_DECLS
