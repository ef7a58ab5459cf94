/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One evaluation: the events and definitions that it reads, and what its rules share.
 *
 * Steps, exclusions and groups that name the same goal compile it once. Belongs to one thread while
 * rules are compiled; afterwards the columns may be read from several. */
#pragma once

#include "analysis/ink-rows.h"
#include "definition/ink-definition.h"
#include "events/ink-event-store.h"

G_BEGIN_DECLS

typedef struct _InkScope InkScope;
typedef struct _InkProgram InkProgram;

/**
 * InkMoment:
 * @end: the row after the last that is read
 * @time: the clock at that moment
 */
typedef struct
{
  guint32 end;
  gint64 time;
} InkMoment;

/**
 * InkScope:
 * @store: with the definition's passive events
 * @export_time: when the export ends
 *
 * Public to read within this folder.
 */
struct _InkScope
{
  gatomicrefcount ref_count; /* private */
  InkEventStore *store;
  InkDefinition *definition;
  GTimeZone *zone;
  gint64 export_time;
  gboolean cut; /* there are events after it: they are as if they were not there */
  gboolean keeps; /* uses and leaves what ink-kept.h keeps */

  guint32 n_people;
  guint32 n_rows; /* of people: events of nobody are never read */
  const guint32 *offsets;
  InkPersonIndex persons;
  const gint64 *times;
  InkCodes names;

  const guint32 *sessions; /* after ink_scope_need_sessions */
  guint32 n_sessions;

  GHashTable *goals;     /* private: name -> InkProgram, NULL while it is being compiled */
  GHashTable *scanned;   /* private: name code -> InkRows, where they were looked for together */
  GHashTable *columns;   /* private: name -> InkProperty of events */
  guint n_personas;
  InkProgram **personas; /* private */
  guint8 *persona_state; /* private */
  guint8 *persona_memo;  /* private: what each is at the moment last asked for */
  guint32 memo_person;
  InkMoment memo_moment;
  GCancellable *cancellable; /* private */
};

InkScope    *ink_scope_new   (InkEventStore *store, InkDefinition *definition,
                              GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;
InkScope    *ink_scope_ref   (InkScope *scope);
void         ink_scope_unref (InkScope *scope);
/* Frees what only compiling needs; nothing can be compiled or judged in it afterwards. */
void         ink_scope_finish (InkScope *scope);

const guint32 *ink_scope_need_sessions (InkScope *scope);
/* (transfer none) NULL without @error where no event carries it. */
InkProperty *ink_scope_event_property (InkScope *scope, const char *name, GError **error);

/* The person of @row. */
static inline guint32
ink_scope_person_of_row (const InkScope *scope,
                         guint32 row)
{
  return ink_person_index_find (scope->persons, row);
}

/* The person of each of @rows, to be freed. */
guint32     *ink_scope_persons_of_rows (const InkScope *scope, const guint32 *rows, guint32 n)
    G_GNUC_WARN_UNUSED_RESULT;

/* A definition's date or time as a moment: @last: the last moment that it covers. */
gboolean     ink_scope_parse_time (const InkScope *scope, const char *text, gboolean last,
                                   gint64 *time);
/* Open ends become the least and greatest moment. */
gboolean     ink_scope_parse_dates (const InkScope *scope, const InkDates *dates, gint64 *from,
                                    gint64 *to, GError **error);

/* Whether the export gives only days: every event stands at midnight, there or in the project's
 * time zone. */
gboolean     ink_scope_has_only_days (const InkScope *scope);

/* The row after the last of @person that is not after the export's end. */
guint32      ink_scope_end_of_person (const InkScope *scope, guint32 person);
/* The moment of the event @row, and the export's end for @person. */
InkMoment    ink_scope_moment_of_row (const InkScope *scope, guint32 row);
InkMoment    ink_scope_moment_of_end (const InkScope *scope, guint32 person);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkScope, ink_scope_unref)

G_END_DECLS
