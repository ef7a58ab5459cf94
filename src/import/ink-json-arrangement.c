/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/ink-json-arrangement.h"

#include <string.h>

gboolean
ink_json_arrangement_is_wrapper (const char *key)
{
  static const char *const names[] = { "results", "data", "events", "items", "rows", NULL };

  return g_strv_contains (names, key);
}

/* How the records are arranged, by the first of them. */
static InkJsonArrangement
find_first_arrangement (const InkImportHead *head)
{
  g_autoptr (InkJsonReader) json
      = ink_json_reader_new_text (INK_JSON_MANY, head->text, (gssize) head->length);
  InkJsonToken token = ink_json_reader_next (json, NULL);
  gboolean wrapped = FALSE;

  if (token == INK_JSON_ARRAY)
    return INK_JSON_ARRANGEMENT_ARRAY;
  while ((token = ink_json_reader_next (json, NULL)) == INK_JSON_KEY)
    {
      gboolean wrapper = ink_json_arrangement_is_wrapper (ink_json_reader_get_text (json, NULL));

      if (!wrapper)
        {
          if (!ink_json_reader_skip (json, NULL))
            return INK_JSON_ARRANGEMENT_MANY;
          continue;
        }
      token = ink_json_reader_next (json, NULL);
      if (token == INK_JSON_ARRAY)
        {
          token = ink_json_reader_next (json, NULL);
          wrapped |= token == INK_JSON_OBJECT;
          /* The rest of the object may be megabytes, and says no more. */
          if (wrapped)
            break;
          if (token != INK_JSON_ARRAY_END)
            return INK_JSON_ARRANGEMENT_MANY;
        }
      else if (token == INK_JSON_OBJECT)
        {
          if (!ink_json_reader_skip (json, NULL))
            return INK_JSON_ARRANGEMENT_MANY;
        }
      else if (token == INK_JSON_ERROR)
        return INK_JSON_ARRANGEMENT_MANY;
    }
  if (wrapped)
    return INK_JSON_ARRANGEMENT_WRAPPED;
  return token == INK_JSON_OBJECT_END && ink_json_reader_get_line (json) <= 1
             ? INK_JSON_ARRANGEMENT_LINES
             : INK_JSON_ARRANGEMENT_MANY;
}

/* Several objects one after the other are records even where they have a list named "events". */
InkJsonArrangement
ink_json_arrangement_find (const InkImportHead *head)
{
  InkJsonArrangement arrangement = find_first_arrangement (head);
  const char *line_end = memchr (head->text, '\n', head->length);
  g_autoptr (InkJsonReader) json = NULL;
  InkJsonToken token;

  if (arrangement != INK_JSON_ARRANGEMENT_WRAPPED || line_end == NULL)
    return arrangement;
  json = ink_json_reader_new_text (INK_JSON_LINES, head->text, (gssize) head->length);
  token = ink_json_reader_next (json, NULL);
  if (token == INK_JSON_OBJECT && ink_json_reader_skip (json, NULL)
      && ink_json_reader_next (json, NULL) == INK_JSON_OBJECT)
    return INK_JSON_ARRANGEMENT_LINES;
  return arrangement;
}

InkJsonForm
ink_json_arrangement_get_form (InkJsonArrangement arrangement)
{
  if (arrangement == INK_JSON_ARRANGEMENT_LINES)
    return INK_JSON_LINES;
  return arrangement == INK_JSON_ARRANGEMENT_MANY ? INK_JSON_MANY : INK_JSON_ONE;
}
