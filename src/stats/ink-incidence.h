/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Two ways out: converting, and leaving for good. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * InkWayOut:
 * @INK_WAY_OUT_NONE: was seen last, may still do either
 * @INK_WAY_OUT_CONVERTED: converted
 * @INK_WAY_OUT_LEFT: left for good (unsubscribed) and cannot convert any more
 */
typedef enum
{
  INK_WAY_OUT_NONE,
  INK_WAY_OUT_CONVERTED,
  INK_WAY_OUT_LEFT,
} InkWayOut;

/**
 * InkIncidenceRow:
 * @time: in the unit of the times given
 * @converted: share of all that has converted by then
 * @left: share of all that has left by then
 */
typedef struct
{
  double time;
  double converted;
  double left;
} InkIncidenceRow;

/* The cumulative incidence of both ways (O. Aalen & S. Johansen, 1978). @times, @ways:
 * (array length=n), ways an InkWayOut each; @rows: room for @n rows. Returns how many rows: one for
 * each distinct time, rising. */
gsize ink_incidence_estimate (const double *times, const guint8 *ways, gsize n,
                              InkIncidenceRow *rows);

G_END_DECLS
