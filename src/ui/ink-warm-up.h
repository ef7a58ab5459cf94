/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What every program does once for each kind of widget and each size of letters, done while nobody
 * waits: else the first click on a page would wait for it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Begins once the program has nothing else to do, a few milliseconds at a time. Only the first call
 * in a program does something. */
void ink_warm_up_begin (void);

G_END_DECLS
