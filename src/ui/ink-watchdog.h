/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Measures how long the main loop does not turn: while it works, it neither draws nor listens.
 *
 * For developers: INK_WATCHDOG=32 prints every turn of 32 ms and more as it ends, with where it was
 * half-way, and the longest one at the end. Tests and benchmarks ask for the longest themselves. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * InkStall: one turn of the main loop.
 * @begun: µs of the monotonic clock, as of `perf record -k CLOCK_MONOTONIC`
 * @wall: µs from its beginning to its end
 * @cpu: µs that the main thread computed meanwhile; the rest it waited, also for other programs
 * @frames: return addresses of what it did when it had lasted the threshold, innermost first
 */
typedef struct
{
  gint64 begun;
  gint64 wall;
  gint64 cpu;
  int n_frames;
  void *frames[32];
} InkStall;

/* Watches the default main context from now on, for the rest of the program. @milliseconds: from
 * how long on a turn is a stall; @print: to stderr, each. Main thread only. */
void     ink_watchdog_start            (guint milliseconds, gboolean print);
/* As INK_WATCHDOG says: milliseconds; nothing where it is not set. */
void     ink_watchdog_start_from_environment (void);
/* The longest turn by @cpu since the last call, which ended before this one. */
InkStall ink_watchdog_take_longest     (void);
/* One line of time, then a line per frame that is known. */
void     ink_watchdog_print            (const char *what, const InkStall *stall);

G_END_DECLS
