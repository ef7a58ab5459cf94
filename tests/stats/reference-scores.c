/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "stats/ink-reference.h"

const InkReferenceKind ink_reference_scores[] = {
  { NULL },
};
