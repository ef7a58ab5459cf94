/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "base/ink-error.h"

G_DEFINE_QUARK (ink-error-quark, ink_error)
