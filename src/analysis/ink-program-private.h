/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The nodes of a compiled rule, shared by the files that make, ask and time them. */
#pragma once

#include "analysis/ink-lookup.h"
#include "analysis/ink-program.h"

G_BEGIN_DECLS

/**
 * InkNodeKind:
 * @INK_NODE_LIST: has moments: @rows; holds from the first of them on
 * @INK_NODE_NEVER: holds until the first of @rows; no moments
 * @INK_NODE_PENDING: its child, not known to be false before @length passed since every completion
 */
typedef enum
{
  INK_NODE_LIST,
  INK_NODE_NEVER,
  INK_NODE_PENDING,
  INK_NODE_ALL,
  INK_NODE_ANY,
  INK_NODE_NOT,
  INK_NODE_PERSON,
  INK_NODE_PERSONA,
} InkNodeKind;

/* What is known of a rule at a moment: the third is neither held nor denied. */
typedef enum
{
  INK_TRUTH_NO,
  INK_TRUTH_PENDING,
  INK_TRUTH_YES,
} InkTruth;

struct _InkProgram
{
  InkScope *scope; /* not owned: the scope owns programs of goals */
  InkNodeKind kind;
  gboolean has_moments;

  InkRows *rows;   /* list, never, pending (completions) */
  guint32 hint;    /* near where rows were last looked for */
  gint64 length;   /* pending */

  InkProgram **children;
  guint n_children;
  InkLookup *lookup; /* person */
  guint persona;

  InkRows *moments; /* of all, any and pending, once asked for */
};

InkProgram *ink_program_node    (InkScope *scope, InkNodeKind kind) G_GNUC_WARN_UNUSED_RESULT;
/* Takes ownership of @child. */
void        ink_program_adopt   (InkProgram *program, InkProgram *child);
/* What a rule of kind does or goal compiles to. */
InkProgram *ink_program_new_leaf (InkScope *scope, const InkRule *rule, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
/* Compiles the persona @index, once. */
gboolean    ink_scope_compile_persona (InkScope *scope, guint index, GError **error);
InkTruth    ink_program_judge   (InkProgram *program, guint32 person, InkMoment moment);
/* all and any */
InkRows    *ink_program_find_moments (InkProgram *program) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
