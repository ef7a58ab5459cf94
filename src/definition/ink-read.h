/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reading typed values out of a JSON tree, with an error that names their place. Private. */
#pragma once

#include "definition/ink-definition.h"
#include "definition/ink-json-tree.h"
#include "definition/ink-nearest.h"

G_BEGIN_DECLS

/**
 * InkRead: one reading. Every function below returns FALSE once @error was set.
 */
typedef struct
{
  const char *file_name; /* nullable */
  const char *text;      /* nullable: no lines and columns */
  gsize length;
  GError *error;      /* the first */
  gboolean no_places; /* its reader knows where: only the sentence */
} InkRead;

/* The error at @place; always FALSE. @nearest: (nullable): for 'Did you mean'. */
gboolean ink_read_fail      (InkRead *read, const InkPlace *place, const char *nearest,
                             const char *format, ...) G_GNUC_PRINTF (4, 5);
/* The same, at the key instead of its value. */
gboolean ink_read_fail_key  (InkRead *read, const InkPlace *place, const char *nearest,
                             const char *format, ...) G_GNUC_PRINTF (4, 5);

/* @keys: NULL-terminated: those that an object may have. Also checks that it is an object. */
gboolean ink_read_object    (InkRead *read, const InkPlace *place, JsonNode *node,
                             const char *const *keys, JsonObject **object);
gboolean ink_read_array     (InkRead *read, const InkPlace *place, JsonNode *node,
                             JsonArray **array);
/* Not empty, unless @allow_empty. */
gboolean ink_read_text      (InkRead *read, const InkPlace *place, JsonNode *node,
                             gboolean allow_empty, char **text);
gboolean ink_read_number    (InkRead *read, const InkPlace *place, JsonNode *node,
                             double *number);
gboolean ink_read_boolean   (InkRead *read, const InkPlace *place, JsonNode *node,
                             gboolean *boolean);
/* A whole number in [low, high]. */
gboolean ink_read_count     (InkRead *read, const InkPlace *place, JsonNode *node, guint low,
                             guint high, guint *count);
/* A list of texts that are not empty; none twice. */
gboolean ink_read_names     (InkRead *read, const InkPlace *place, JsonNode *node, char ***names);
gboolean ink_read_colour    (InkRead *read, const InkPlace *place, JsonNode *node, char **colour);
/* [from, to], dates or times or null. */
gboolean ink_read_dates     (InkRead *read, const InkPlace *place, JsonNode *node,
                             InkDates *dates);
/* A date or time as ISO writes it. */
gboolean ink_read_date      (InkRead *read, const InkPlace *place, JsonNode *node, char **date);
/* @only_length: a funnel's window is no session. */
gboolean ink_read_span      (InkRead *read, const InkPlace *place, JsonNode *node,
                             gboolean only_length, InkSpan *span);
/* One of @words; @index is its place among them. */
gboolean ink_read_word      (InkRead *read, const InkPlace *place, JsonNode *node,
                             const char *const *words, guint *index);

/* Members of @object by key, where they are there; @done is not touched where they are not. */
gboolean ink_read_member_text (InkRead *read, const InkPlace *place, JsonObject *object,
                               const char *key, char **text);
/* The text must be there. */
gboolean ink_read_needed_text (InkRead *read, const InkPlace *place, JsonObject *object,
                               const char *key, char **text);

/* The list or object at @place, whose key is a member of @object; NULL where it is not there, or
 * is something else: then an error was set. */
JsonArray  *ink_read_member_list  (InkRead *read, const InkPlace *place, JsonObject *object);
JsonObject *ink_read_member_table (InkRead *read, const InkPlace *place, JsonObject *object);

/* The conditions of "where". */
gboolean ink_read_where      (InkRead *read, const InkPlace *place, JsonObject *object,
                              InkRule *rule);
/* One that stands in @object itself; @property_key: "prop" in where, "person" in a rule. */
gboolean ink_read_condition_parts (InkRead *read, const InkPlace *place, JsonObject *object,
                                   const char *property_key, InkCondition *condition);

/* NULL once an error was set. @extra_keys: (nullable): other keys that the object may have. */
InkRule   *ink_read_rule       (InkRead *read, const InkPlace *place, JsonNode *node,
                                const char *const *extra_keys);
InkFunnel *ink_read_funnel     (InkRead *read, const InkPlace *place, JsonNode *node,
                                const char *default_name);
/* The list of a class of ink_item_classes, where the file has it. */
gboolean   ink_read_items      (InkRead *read, const InkPlace *root, JsonObject *object,
                                guint item_class, InkDefinition *definition);
InkDefinition *ink_read_definition (InkRead *read, JsonNode *root);
/* Refuses a rule without moments. */
gboolean   ink_read_check_moments (InkRead *read, const InkPlace *place, const InkRule *rule,
                                   const char *sentence);

G_END_DECLS
