/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Numbers as people read them: they are made in base, so that sentences have them, too. */
#pragma once

#include "base/ink-numbers.h"
