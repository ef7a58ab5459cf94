/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Wilson's 95 % range of a share. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The range of @successes of @trials; NaN for both ends where there are no trials. */
void ink_wilson (guint64 successes, guint64 trials, double *low, double *high);

G_END_DECLS
