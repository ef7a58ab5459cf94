/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The slides that a project could have, as a menu: charts of its funnels and macro goals, words. */
#pragma once

#include <gio/gio.h>

#include "definition/ink-definition.h"

G_BEGIN_DECLS

/* @action: takes the JSON of a slide ("report.add"). */
GMenuModel *ink_slide_menu_new (const InkDefinition *definition, const char *action)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
