/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One word of a rule's sentence: what it shows, and which piece of the rule that is. Immutable,
 * reference-counted. */
#pragma once

#include "definition/ink-part-path.h"

G_BEGIN_DECLS

/* In brackets: the fields that hold what the word shows. */
typedef enum
{
  INK_WORD_TEXT,       /* fixed */
  INK_WORD_VERB,       /* does, completes, has a, is: the kind of a part (choice: InkRuleKind;
                          flag: not) */
  INK_WORD_GROUP,      /* all of these, none of these … (choice: InkRuleKind; flag: not) */
  INK_WORD_EVENTS,     /* (names: NULL where none was chosen; flag: a list) */
  INK_WORD_GOAL,       /* (name) */
  INK_WORD_PERSONA,    /* (name) */
  INK_WORD_PROPERTY,   /* of a condition or of the total (name; flag: the person's) */
  INK_WORD_OP,         /* (choice: InkOp; flag: in the same case) */
  INK_WORD_VALUE,      /* one value; item is its place (values) */
  INK_WORD_VALUES,     /* all of a list (values) */
  INK_WORD_FIRST_TIME, /* (choice: InkFirstTime) */
  INK_WORD_DATE,       /* an end of a period; item 0 or 1 (name: NULL where open) */
  INK_WORD_AFTER,      /* a goal (name) */
  INK_WORD_BOUND,      /* at least, at most, exactly (choice: InkBound) */
  INK_WORD_AMOUNT,     /* of the bound `choice` (amount) */
  INK_WORD_WINDOW,     /* (span) */
} InkWordKind;

/* What part of a rule a word belongs to. */
typedef enum
{
  INK_CLAUSE_RULE,
  INK_CLAUSE_CONDITION, /* index is its place in `where` */
  INK_CLAUSE_FIRST_TIME,
  INK_CLAUSE_DATES,
  INK_CLAUSE_AFTER, /* and its window, which stands beside it */
  INK_CLAUSE_TIMES,
  INK_CLAUSE_TOTAL,
  INK_CLAUSE_WITHIN, /* the window beside times and total */
} InkClause;

typedef enum
{
  INK_BOUND_AT_LEAST,
  INK_BOUND_AT_MOST,
  INK_BOUND_EXACTLY,
  INK_N_BOUNDS,
} InkBound;

typedef struct _InkWord InkWord;
struct _InkWord
{
  gatomicrefcount ref_count; /* private */
  InkWordKind kind;
  InkClause clause;
  guint index; /* of the condition */
  guint item;  /* of the value, or which end of the period */
  char *text;  /* as shown, in the reader's language */
  char *hint;  /* nullable: what it is, for who hears it alone: "Event" */
  gboolean unfinished; /* something has to be chosen first */
  gboolean unknown;    /* it names what is not there */

  char **names;
  char *name;
  InkValue *values; /* texts owned */
  guint n_values;
  int choice;
  gboolean flag;
  double amount;
  InkSpan span;
};

InkWord *ink_word_new   (InkWordKind kind, InkClause clause) G_GNUC_WARN_UNUSED_RESULT;
InkWord *ink_word_ref   (InkWord *word);
void     ink_word_unref (InkWord *word);

/* --- What menus offer, in the reader's language --- */

/* "starts with" */
const char *ink_op_to_words         (InkOp op);
/* "at least" */
const char *ink_bound_to_words      (InkBound bound);
/* "the first time ever"; every time for INK_FIRST_TIME_NO. */
const char *ink_first_time_to_words (InkFirstTime first_time);
/* "all of these", "not all of these" … */
const char *ink_group_to_words      (InkRuleKind kind, gboolean negated);
/* "does", "does not do" … */
const char *ink_verb_to_words       (InkRuleKind kind, gboolean negated);
/* As the window of that clause reads: "in one visit", "within 7 days", "in all". */
char       *ink_window_to_words     (InkSpan span, InkClause clause) G_GNUC_WARN_UNUSED_RESULT;
/* A value of a property, seconds as a length of time; a text that would read as a number or as true
 * or false stands in quotation marks. */
char       *ink_property_value_to_words (const char *property, InkValue value)
    G_GNUC_WARN_UNUSED_RESULT;

/* "2 min", "1 min 30 s", "1 h" of seconds, exactly. */
char    *ink_seconds_to_words (double seconds) G_GNUC_WARN_UNUSED_RESULT;
/* The same back, and what people type: "90", "1.5 min", "2 hours". FALSE where it is neither. */
gboolean ink_seconds_parse    (const char *text, double *seconds);
/* Is the number of seconds what this property holds? */
gboolean ink_property_is_seconds (const char *property);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkWord, ink_word_unref)

G_END_DECLS
