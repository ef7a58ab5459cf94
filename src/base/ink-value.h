/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One value of a property: text, number, boolean, time, or absent. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * InkKind:
 * @INK_KIND_ABSENT: no value; empty text is absent too
 * @INK_KIND_TEXT: UTF-8 text
 * @INK_KIND_NUMBER: a finite double
 * @INK_KIND_BOOLEAN: true or false
 * @INK_KIND_TIME: microseconds since 1970, UTC
 */
typedef enum
{
  INK_KIND_ABSENT,
  INK_KIND_TEXT,
  INK_KIND_NUMBER,
  INK_KIND_BOOLEAN,
  INK_KIND_TIME,
} InkKind;

/**
 * InkValue:
 *
 * Passed by value. The text is borrowed: it lives as long as whatever handed the value out.
 */
typedef struct
{
  InkKind kind;
  union
  {
    const char *text;
    double number;
    gboolean boolean;
    gint64 time;
  };
} InkValue;

#define INK_VALUE_ABSENT ((InkValue){ .kind = INK_KIND_ABSENT })

static inline InkValue
ink_value_text (const char *text)
{
  return (text == NULL || *text == '\0') ? INK_VALUE_ABSENT
                                         : (InkValue){ .kind = INK_KIND_TEXT, .text = text };
}

static inline InkValue
ink_value_number (double number)
{
  return (InkValue){ .kind = INK_KIND_NUMBER, .number = number };
}

static inline InkValue
ink_value_boolean (gboolean boolean)
{
  return (InkValue){ .kind = INK_KIND_BOOLEAN, .boolean = !!boolean };
}

static inline InkValue
ink_value_time (gint64 time)
{
  return (InkValue){ .kind = INK_KIND_TIME, .time = time };
}

/* Of one kind and the same. */
gboolean ink_value_equal     (InkValue a, InkValue b);
/* A number, or a text that reads as one. */
gboolean ink_value_as_number (InkValue value, double *number);
/* As people read it: empty where absent, ISO for times, true and false. */
char    *ink_value_to_text   (InkValue value) G_GNUC_WARN_UNUSED_RESULT;
const char *ink_kind_to_string (InkKind kind);

/* Numbers as text and back, in the C locale, bounded by length (never strtod on a file buffer).
 * Digits with at most one point, a sign and an exponent; no blanks, no hex, nothing infinite. The
 * text is the shortest that reads back as the same number. */
gboolean ink_number_parse    (const char *text, gsize length, double *number);
char    *ink_number_to_text  (double number) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
