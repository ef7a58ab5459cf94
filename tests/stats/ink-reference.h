/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Files of reference values: read, compared with what the library says, counted. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct _InkReference InkReference;

/**
 * InkReferenceKind:
 * @name: as the file says it
 * @input: names, separated by blanks, that the input of its first case has: the shape of a file
 *   whose name is not known
 * @expected: the same of what is expected; NULL where @input is a name in the case itself
 * @relative: tiny values are compared relatively to themselves, not to 1
 * @run: compares one case
 */
typedef struct
{
  const char *name;
  const char *input;
  const char *expected;
  gboolean relative;
  void (*run) (InkReference *reference);
} InkReferenceKind;

/* Ends with one without a name. */
extern const InkReferenceKind ink_reference_rates[];
extern const InkReferenceKind ink_reference_models[];
extern const InkReferenceKind ink_reference_times[];
extern const InkReferenceKind ink_reference_scores[];
extern const InkReferenceKind ink_reference_paths[];

/* Of the case at hand. Arrays are (transfer full); objects and nodes are the file's. */
JsonObject *ink_reference_case     (InkReference *reference);
JsonObject *ink_reference_input    (InkReference *reference);
double      ink_reference_number   (InkReference *reference, const char *name);
double     *ink_reference_numbers  (InkReference *reference, const char *name, gsize *n)
    G_GNUC_WARN_UNUSED_RESULT;
/* An array of arrays, row by row. */
double     *ink_reference_rows     (InkReference *reference, const char *name, gsize *n_rows,
                                    gsize *n_columns) G_GNUC_WARN_UNUSED_RESULT;
/* Whether a value of that name is expected. */
gboolean    ink_reference_expects  (InkReference *reference, const char *name);
/* Whether it is expected to be undefined. */
gboolean    ink_reference_expects_none (InkReference *reference, const char *name);

/* Compare with what is expected under @name (or with the array that is expected alone: NULL). */
void        ink_reference_check       (InkReference *reference, const char *name, double got);
void        ink_reference_check_array (InkReference *reference, const char *name,
                                       const double *got, gsize n);
void        ink_reference_check_text  (InkReference *reference, const char *name, const char *got);
/* The same, of a node deeper down. */
void        ink_reference_check_node  (InkReference *reference, const char *what, JsonNode *want,
                                       double got);
/* Says that @name is compared by ink_reference_check_node(). */
void        ink_reference_mark        (InkReference *reference, const char *name);
/* Says that something is not compared, once a file. */
void        ink_reference_leave       (InkReference *reference, const char *what);

/* Every *.json of the folder, in the order of its names; a line for each goes to @print. Returns how
 * many values were wrong or expected but never compared; @n_compared (nullable) how many were right
 * or wrong. */
guint       ink_reference_run_folder  (const char *folder, void (*print) (const char *line),
                                       guint64 *n_compared);

G_END_DECLS
