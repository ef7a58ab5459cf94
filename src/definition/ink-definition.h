/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* All goals, personas, funnels, follow-ups and slides of a project. Immutable: an edit is a new
 * definition that shares what it does not change, and undo is the pointer before. */
#pragma once

#include "definition/ink-follow-up.h"
#include "definition/ink-funnel.h"
#include "definition/ink-goal.h"
#include "definition/ink-persona.h"

G_BEGIN_DECLS

typedef struct
{
  char *date; /* ISO date */
  char *text;
} InkNote;

typedef struct _InkDefinition InkDefinition;
struct _InkDefinition
{
  gatomicrefcount ref_count; /* private */
  guint64 revision;          /* of this process; differs between any two definitions */

  char *time_zone;   /* nullable: the computer's */
  char *export_time; /* nullable: the last event's time */
  char *main_goal;   /* nullable: the first macro goal */
  char **stages;     /* NULL-terminated; empty: see ink_definition_get_stages */
  char **passive;    /* NULL-terminated */
  char **hidden;     /* NULL-terminated */
  GHashTable *labels;   /* event name -> readable name */
  GHashTable *settings; /* constant of method.md -> JSON text of its value */
  InkNote *notes;
  guint n_notes;

  /* Each a NULL-terminated array of values, in the user's order. */
  InkGoal **goals;
  InkPersona **personas;
  InkFunnel **funnels;
  InkFollowUp **follow_ups;
  char **slides; /* JSON texts, kept whole until the report gives them a type */
};

InkDefinition *ink_definition_new_empty (void) G_GNUC_WARN_UNUSED_RESULT;
InkDefinition *ink_definition_ref       (InkDefinition *definition);
void           ink_definition_unref     (InkDefinition *definition);
/* The same content; ids and revisions are left out. */
gboolean       ink_definition_equal     (const InkDefinition *a, const InkDefinition *b);

InkGoal     *ink_definition_find_goal      (const InkDefinition *definition, const char *name);
InkPersona  *ink_definition_find_persona   (const InkDefinition *definition, const char *name);
InkFunnel   *ink_definition_find_funnel    (const InkDefinition *definition, const char *name);
InkFollowUp *ink_definition_find_follow_up (const InkDefinition *definition, const char *name);

/* New definitions; what has the same id is replaced, else appended. Where the replaced one had
 * another name, every rule (and the main goal) that names it follows. */
InkDefinition *ink_definition_with_goal       (InkDefinition *definition, InkGoal *goal)
    G_GNUC_WARN_UNUSED_RESULT;
InkDefinition *ink_definition_with_persona    (InkDefinition *definition, InkPersona *persona)
    G_GNUC_WARN_UNUSED_RESULT;
InkDefinition *ink_definition_with_funnel     (InkDefinition *definition, InkFunnel *funnel)
    G_GNUC_WARN_UNUSED_RESULT;
InkDefinition *ink_definition_with_follow_up  (InkDefinition *definition, InkFollowUp *follow_up)
    G_GNUC_WARN_UNUSED_RESULT;

/* Without the one of that id (the same definition where there is none). What names a removed goal
 * or persona is left as it is: ask ink_definition_check of ink-definition-check.h first. */
InkDefinition *ink_definition_without_goal      (InkDefinition *definition, const char *id)
    G_GNUC_WARN_UNUSED_RESULT;
InkDefinition *ink_definition_without_persona   (InkDefinition *definition, const char *id)
    G_GNUC_WARN_UNUSED_RESULT;
InkDefinition *ink_definition_without_funnel    (InkDefinition *definition, const char *id)
    G_GNUC_WARN_UNUSED_RESULT;
InkDefinition *ink_definition_without_follow_up (InkDefinition *definition, const char *id)
    G_GNUC_WARN_UNUSED_RESULT;

/* With the one of that id at @position among its kind (from 0; beyond the end is the end). */
InkDefinition *ink_definition_move_goal      (InkDefinition *definition, const char *id,
                                              guint position) G_GNUC_WARN_UNUSED_RESULT;
InkDefinition *ink_definition_move_persona   (InkDefinition *definition, const char *id,
                                              guint position) G_GNUC_WARN_UNUSED_RESULT;
InkDefinition *ink_definition_move_funnel    (InkDefinition *definition, const char *id,
                                              guint position) G_GNUC_WARN_UNUSED_RESULT;
InkDefinition *ink_definition_move_follow_up (InkDefinition *definition, const char *id,
                                              guint position) G_GNUC_WARN_UNUSED_RESULT;

/* With other options; NULL takes the option out. */
InkDefinition *ink_definition_with_time_zone   (InkDefinition *definition, const char *time_zone)
    G_GNUC_WARN_UNUSED_RESULT;
InkDefinition *ink_definition_with_export_time (InkDefinition *definition, const char *time)
    G_GNUC_WARN_UNUSED_RESULT;
InkDefinition *ink_definition_with_main_goal   (InkDefinition *definition, const char *name)
    G_GNUC_WARN_UNUSED_RESULT;
InkDefinition *ink_definition_with_stages      (InkDefinition *definition,
                                                const char *const *stages)
    G_GNUC_WARN_UNUSED_RESULT;
InkDefinition *ink_definition_with_passive     (InkDefinition *definition,
                                                const char *const *names)
    G_GNUC_WARN_UNUSED_RESULT;
InkDefinition *ink_definition_with_hidden      (InkDefinition *definition,
                                                const char *const *names)
    G_GNUC_WARN_UNUSED_RESULT;
InkDefinition *ink_definition_with_label       (InkDefinition *definition, const char *event,
                                                const char *label) G_GNUC_WARN_UNUSED_RESULT;
/* @json: the JSON text of the constant's value. */
InkDefinition *ink_definition_with_setting     (InkDefinition *definition, const char *name,
                                                const char *json) G_GNUC_WARN_UNUSED_RESULT;
InkDefinition *ink_definition_with_notes       (InkDefinition *definition, const InkNote *notes,
                                                guint n_notes) G_GNUC_WARN_UNUSED_RESULT;
/* @slides: JSON texts of the slides. */
InkDefinition *ink_definition_with_slides      (InkDefinition *definition,
                                                const char *const *slides)
    G_GNUC_WARN_UNUSED_RESULT;

/* `define` without --replace: @added replaces what has the same name (and takes over its id), adds
 * what is new and keeps the rest. Lists of names are joined, @added's stages first. */
InkDefinition *ink_definition_merge (InkDefinition *definition, InkDefinition *added)
    G_GNUC_WARN_UNUSED_RESULT;
/* `define --replace`: @replacement, but with the ids of what had the same name. */
InkDefinition *ink_definition_replace (InkDefinition *definition, InkDefinition *replacement)
    G_GNUC_WARN_UNUSED_RESULT;

/* The stages as the board shows them: the project's, else the four that product.md names. */
const char *const *ink_definition_get_stages (const InkDefinition *definition);
/* The main goal: the named one, else the first macro goal, else NULL. */
InkGoal   *ink_definition_get_main_goal   (const InkDefinition *definition);
/* The project's zone (never NULL) and the moment at which the export ends. */
GTimeZone *ink_definition_get_zone        (const InkDefinition *definition)
    G_GNUC_WARN_UNUSED_RESULT;
gint64     ink_definition_get_export_time (const InkDefinition *definition, gint64 last_event);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkDefinition, ink_definition_unref)

G_END_DECLS
