/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A rule over a person's events, as a tree: definitions.md's "Rule". Immutable, reference-counted.
 *
 * The fields are public to read and never to be written (but see ink_rule_copy); the JSON reader
 * of ink-definition-json.h makes rules, analysis compiles them. */
#pragma once

#include "base/ink-time.h"
#include "base/ink-value.h"

G_BEGIN_DECLS

typedef enum
{
  INK_RULE_ALL,
  INK_RULE_ANY,
  INK_RULE_NOT,
  INK_RULE_DOES,
  INK_RULE_PERSON,
  INK_RULE_GOAL,
  INK_RULE_PERSONA,
} InkRuleKind;

typedef enum
{
  INK_OP_IS,
  INK_OP_IS_NOT,
  INK_OP_IN,
  INK_OP_NOT_IN,
  INK_OP_CONTAINS,
  INK_OP_NOT_CONTAINS,
  INK_OP_STARTS_WITH,
  INK_OP_ENDS_WITH,
  INK_OP_MATCHES,
  INK_OP_IS_SET,
  INK_OP_IS_NOT_SET,
  INK_OP_GREATER,
  INK_OP_AT_LEAST,
  INK_OP_LESS,
  INK_OP_AT_MOST,
  INK_OP_BETWEEN,
  INK_N_OPS,
} InkOp;

const char *ink_op_to_string   (InkOp op); /* "is", "not_in", ">=" … */
gboolean    ink_op_from_string (const char *text, InkOp *op);

/* A condition on one property; @values: none, one, two (between) or any number (in, not_in). */
typedef struct
{
  char *property;
  InkOp op;
  gboolean on_person;
  gboolean match_case;
  InkValue *values; /* texts owned by the condition */
  guint n_values;
} InkCondition;

typedef enum
{
  INK_SPAN_NONE,
  INK_SPAN_LENGTH,     /* sliding, or from each completion of `after` */
  INK_SPAN_SESSION,
  INK_SPAN_FIRST_DAYS, /* from the person's first event */
} InkSpanKind;

typedef enum
{
  INK_UNIT_SECONDS,
  INK_UNIT_MINUTES,
  INK_UNIT_HOURS,
  INK_UNIT_DAYS,
} InkUnit;

/* A length of time or a window. The unit is kept, so that what was written is what is written. */
typedef struct
{
  InkSpanKind kind;
  InkUnit unit;
  double amount;
} InkSpan;

gint64 ink_span_length (InkSpan span); /* microseconds; 0 for none and session */

/* Which of the three bounds are given, and their values. */
typedef struct
{
  gboolean has_at_least;
  gboolean has_at_most;
  gboolean has_exactly;
  double at_least;
  double at_most;
  double exactly;
} InkBounds;

typedef struct
{
  gboolean given;
  InkBounds bounds;
  InkSpan within; /* binds this one alone */
  char *property; /* of a total; NULL for times */
} InkTally;

typedef enum
{
  INK_FIRST_TIME_NO,
  INK_FIRST_TIME_EVER,     /* true */
  INK_FIRST_TIME_MATCHING, /* "matching" */
} InkFirstTime;

/* Two dates or times as they were written, NULL for an open end. */
typedef struct
{
  gboolean given;
  char *from;
  char *to;
} InkDates;

typedef struct _InkRule InkRule;
struct _InkRule
{
  gatomicrefcount ref_count; /* private */
  InkRuleKind kind;

  /* all, any, not (one child) */
  InkRule **children;
  guint n_children;

  /* does; a lone "*" is any event. @one_name: written as a text, not as a list */
  char **names; /* NULL-terminated */
  gboolean one_name;
  InkCondition *where;
  guint n_where;

  /* person: one condition in @where; goal, persona: the name */
  char *name;

  /* does and goal */
  InkFirstTime first_time;
  InkDates between;
  char *after;
  InkSpan within;
  InkTally times;
  InkTally total; /* does only */
};

InkRule *ink_rule_ref   (InkRule *rule);
void     ink_rule_unref (InkRule *rule);
gboolean ink_rule_equal (const InkRule *a, const InkRule *b);

/* Makers of new rules: an empty one, or a copy (children are shared). The only reference may write
 * its fields until it hands the rule to anybody else. */
InkRule *ink_rule_new   (InkRuleKind kind) G_GNUC_WARN_UNUSED_RESULT;
InkRule *ink_rule_copy  (const InkRule *rule) G_GNUC_WARN_UNUSED_RESULT;
void     ink_rule_set_children (InkRule *rule, InkRule *const *children, guint n_children);

/* TRUE where the rule becomes true at moments, as a goal, step or not_if must. 'not', 'person',
 * 'persona' and bounds that zero meets (a lone at_most, exactly 0) only hold or do not; 'all'
 * needs one part with moments, 'any' needs all of its parts to have them. */
gboolean ink_rule_has_moments (const InkRule *rule);
/* TRUE where the bounds demand that something happened: nothing at all does not meet them. */
gboolean ink_bounds_have_moments (const InkBounds *bounds);

/* What the rule says, as a sentence in the reader's language. */
char    *ink_rule_to_words (const InkRule *rule) G_GNUC_WARN_UNUSED_RESULT;

/* "14 days"; "one visit" for a session. */
char    *ink_span_to_words (InkSpan span) G_GNUC_WARN_UNUSED_RESULT;

/* { "does": NAME }, the rule behind a picked event. */
InkRule *ink_rule_new_does (const char *name) G_GNUC_WARN_UNUSED_RESULT;
/* { "goal": NAME } */
InkRule *ink_rule_new_goal (const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkRule, ink_rule_unref)

G_END_DECLS
