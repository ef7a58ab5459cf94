/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which persona somebody is at each time, from nothing that happened later: as of the first event,
 * then as of the end of each session. */
#pragma once

#include "analysis/ink-indicator-life.h"

G_BEGIN_DECLS

/**
 * InkIndicatorChange:
 * @time: the end of the session that showed it
 * @persona: who the person is from then on
 */
typedef struct
{
  gint64 time;
  guint persona;
} InkIndicatorChange;

/**
 * InkIndicatorPersonas:
 * @n: personas, with everyone else, who is the last
 * @first: by person at risk or at first sight: the persona at the first event
 * @offsets: (nullable): by person, into @changes; NULL where nobody ever changes
 * @changes: (element-type InkIndicatorChange): in order of persons and time
 */
typedef struct
{
  gatomicrefcount ref_count; /* private */
  guint n;
  guint8 *first;
  guint32 *offsets;
  GArray *changes;
} InkIndicatorPersonas;

/* Fails where a persona's rule does not compile, and when cancelled. The last are kept, for frames
 * whose scope keeps: an edit of a micro goal changes nobody's persona. */
InkIndicatorPersonas *ink_indicator_personas_new   (const InkIndicatorFrame *frame, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
InkIndicatorPersonas *ink_indicator_personas_ref   (InkIndicatorPersonas *personas);
void                  ink_indicator_personas_unref (InkIndicatorPersonas *personas);
/* The changes of @person; NULL with @n 0 where there are none. */
const InkIndicatorChange *ink_indicator_personas_get_changes (const InkIndicatorPersonas *personas,
                                                              guint32 person, guint *n);
/* Just before @time, a moment after the first event: what ends exactly then counts. */
guint                 ink_indicator_personas_at   (const InkIndicatorPersonas *personas,
                                                   guint32 person, gint64 time);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkIndicatorPersonas, ink_indicator_personas_unref)

G_END_DECLS
