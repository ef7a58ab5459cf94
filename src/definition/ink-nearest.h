/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The known name that somebody probably meant. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * InkNearest: the best of the names that were offered so far. Start with ink_nearest_start().
 */
typedef struct
{
  const char *wanted; /* borrowed */
  const char *best;   /* borrowed; NULL where nothing is near enough */
  guint distance;
} InkNearest;

InkNearest ink_nearest_start (const char *wanted);
void       ink_nearest_offer (InkNearest *nearest, const char *name);
/* @sentence, and "Did you mean 'X'?" behind it where @best is one (nullable). */
char      *ink_nearest_say   (const char *sentence, const char *best) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
