/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One window and one story: what a child process of the window's benchmark does and says. */
#pragma once

/* @story: "start", "open" (with @file), "into" (the same, in a window that stands there), "keep" (and
 * saves it with its last numbers), "data" or "import". @started: when, as of g_get_monotonic_time().
 * Prints lines of "NAME WALL CPU" in ms, and ends the process. */
int window_story_tell (const char *story, const char *started, const char *file);
