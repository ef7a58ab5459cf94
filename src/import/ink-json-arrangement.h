/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How the records of a JSON file are arranged, by its head. */
#pragma once

#include "base/ink-json-reader.h"
#include "import/ink-import-input.h"

G_BEGIN_DECLS

typedef enum
{
  INK_JSON_ARRANGEMENT_LINES,   /* an object a line */
  INK_JSON_ARRANGEMENT_MANY,    /* objects one after the other */
  INK_JSON_ARRANGEMENT_ARRAY,   /* in one array */
  INK_JSON_ARRANGEMENT_WRAPPED, /* in an array inside one object */
} InkJsonArrangement;

InkJsonArrangement ink_json_arrangement_find       (const InkImportHead *head);
InkJsonForm        ink_json_arrangement_get_form   (InkJsonArrangement arrangement);
/* Whether the array of records stands under this name inside one object. */
gboolean           ink_json_arrangement_is_wrapper (const char *key);

G_END_DECLS
