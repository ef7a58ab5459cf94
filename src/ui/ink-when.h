/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Moments as people speak of them: "edited yesterday". */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Both in local time. A moment that is not over yet is today's: clocks differ. */
char *ink_when_edited (GDateTime *edited, GDateTime *now) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
