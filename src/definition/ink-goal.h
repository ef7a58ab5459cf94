/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A goal: a rule with a name, a kind and a stage. Immutable, reference-counted. */
#pragma once

#include "definition/ink-rule.h"

G_BEGIN_DECLS

typedef enum
{
  INK_GOAL_MICRO,
  INK_GOAL_MACRO,
} InkGoalKind;

typedef struct _InkGoal InkGoal;
struct _InkGoal
{
  gatomicrefcount ref_count; /* private */
  char *id;                  /* stable through renames; not part of the JSON file */
  char *name;
  InkGoalKind kind;
  char *stage; /* nullable */
  InkRule *rule;
  gboolean has_fixed_value;
  double fixed_value;
  char *value_property; /* nullable: the value is this property of the completing event */
  char *note;           /* nullable */
  char *colour;         /* nullable */
  char *icon;           /* nullable */
};

InkGoal *ink_goal_ref   (InkGoal *goal);
void     ink_goal_unref (InkGoal *goal);
gboolean ink_goal_equal (const InkGoal *a, const InkGoal *b);

/* A new one with a fresh id, and a copy that keeps the id. The only reference may write the fields
 * until it hands the value to anybody else. Equality leaves ids out. */
InkGoal *ink_goal_new  (const char *name, InkRule *rule) G_GNUC_WARN_UNUSED_RESULT;
InkGoal *ink_goal_copy (const InkGoal *goal) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkGoal, ink_goal_unref)

G_END_DECLS
