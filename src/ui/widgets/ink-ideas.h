/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The ideas behind the leading indicators, each in plain words. */
#pragma once

#include "analysis/ink-verdict.h"

G_BEGIN_DECLS

/**
 * InkIdea:
 * @id: such as "range"; never translated
 * @name: untranslated: as it is called on the page
 * @meaning: untranslated: a few sentences
 */
typedef struct
{
  const char *id;
  const char *name;
  const char *meaning;
} InkIdea;

/* NULL where there is none of that id. */
const InkIdea *ink_idea_find       (const char *id);
/* In the order of the page; ended by one without an id. */
const InkIdea *ink_ideas           (void);
/* Every verdict is an idea. */
const char    *ink_idea_of_verdict (InkVerdict verdict);

G_END_DECLS
