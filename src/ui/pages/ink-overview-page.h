/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The few sentences that matter now, each with the way to its page, and the main goal over time. */
#pragma once

#include "analysis/ink-query.h"
#include "ui/pages/ink-page.h"

G_BEGIN_DECLS

#define INK_TYPE_OVERVIEW_PAGE (ink_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (InkOverviewPage, ink_overview_page, INK, OVERVIEW_PAGE, InkPage)

/* Instead of what the page has not asked yet: @last is what an "overview" of a project with
 * @definition was kept as. FALSE where that cannot be shown. */
gboolean ink_overview_page_show_last (InkOverviewPage *self, InkDefinition *definition,
                                      const char *last);
/* Makes another part of what the page will show, while nothing is known of it yet; FALSE: there is
 * nothing left to be made. */
gboolean ink_overview_page_prepare (InkOverviewPage *self);
/* What the page asks first, of everybody and all of the time; NULL: nothing. Any thread. */
InkQuery *ink_overview_page_make_first_query (InkDefinition *definition, InkEventStore *store)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
