/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the name of a column says about its role. */
#pragma once

#include "import/ink-import-options.h"

G_BEGIN_DECLS

/**
 * InkRoleGuess:
 * @rank: among columns of the same role the lowest wins
 * @anonymous: an id of a device or a cookie, not of somebody known
 * @weak: a name that says little (name, type, id): only where the rest of the file agrees
 * @property: the well-known property, NULL where the column keeps its own name
 * @scale: numbers are multiplied by it (milliseconds to seconds); 0: as they are
 */
typedef struct
{
  InkRole role;
  guint rank;
  gboolean anonymous;
  gboolean weak;
  const char *property;
  double scale;
} InkRoleGuess;

gboolean ink_role_guess (const char *column, InkRoleGuess *guess);
/* "createdAt", "Created At", "created-at" → "created_at" */
char    *ink_role_guess_normalise (const char *column) G_GNUC_WARN_UNUSED_RESULT;
/* The property that a role gives to its column; NULL for who, also, event, time, leave-out, and
 * for keep and person, which keep the column's name. */
const char *ink_role_get_property (InkRole role);
/* The name says that it is an id or a code, which stays text whatever its digits. */
gboolean ink_role_guess_is_id (const char *column);
/* The name says that a true value is the outcome that people look for. */
gboolean ink_role_guess_is_outcome (const char *column);

G_END_DECLS
