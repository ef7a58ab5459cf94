/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The order of numbers, equal ones as they come: every result that sorts depends on nothing else. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The places of @values from the smallest to the largest, stable. (transfer full); never NULL. */
gsize *ink_order (const double *values, gsize n) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
