/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A slide's kept numbers stay with it in the definition: so undo, the history, a definition's file
 * and the erasing of a person need nothing of their own for them. */
#include "config.h"

#include "definition/ink-slide-private.h"

#include "definition/ink-json-text.h"

#include <glib/gi18n-lib.h>

static const char *const counts[] = { "people", "sessions", "tries", "property", NULL };

InkFrozen *
ink_frozen_new (void)
{
  return g_new0 (InkFrozen, 1);
}

void
ink_frozen_free (InkFrozen *frozen)
{
  if (frozen == NULL)
    return;

  g_free (frozen->date);
  g_free (frozen->source);
  g_free (frozen->rule);
  g_free (frozen->table);
  g_free (frozen);
}

/* --- Reading --- */

static gboolean
read_facts (InkRead *read,
            const InkPlace *place,
            JsonObject *object,
            InkFrozen *frozen)
{
  InkPlace count = INK_PLACE_KEY (place, "count"), personas = INK_PLACE_KEY (place, "personas");
  InkPlace median = INK_PLACE_KEY (place, "median"), rows = INK_PLACE_KEY (place, "rows");
  guint index = INK_COUNT_PEOPLE;

  if ((json_object_has_member (object, "count")
       && !ink_read_word (read, &count, json_object_get_member (object, "count"), counts, &index))
      || (json_object_has_member (object, "personas")
          && !ink_read_boolean (read, &personas, json_object_get_member (object, "personas"),
                                &frozen->has_personas))
      || (json_object_has_member (object, "median")
          && !ink_read_number (read, &median, json_object_get_member (object, "median"),
                               &frozen->median))
      || (json_object_has_member (object, "rows")
          && !ink_read_count (read, &rows, json_object_get_member (object, "rows"), 1, G_MAXINT,
                              &frozen->n_rows)))
    return FALSE;

  frozen->count = (InkCount) index;
  return TRUE;
}

static gboolean
read_table (InkRead *read,
            const InkPlace *place,
            JsonObject *object,
            InkFrozen *frozen)
{
  InkPlace at = INK_PLACE_KEY (place, "table");

  if (!json_object_has_member (object, "table"))
    return ink_read_fail (read, place, NULL, _ ("'%s' is missing here."), "table");
  if (ink_read_member_list (read, &at, object) == NULL)
    return FALSE;

  frozen->table = ink_json_node_to_text (json_object_get_member (object, "table"));
  return TRUE;
}

gboolean
ink_frozen_read (InkRead *read,
                 const InkPlace *slide,
                 JsonObject *object,
                 InkFrozen **frozen)
{
  static const char *const keys[]
      = { "date", "source", "rule", "count", "personas", "median", "table", "rows", NULL };
  InkPlace place = INK_PLACE_KEY (slide, "frozen");
  InkPlace date = INK_PLACE_KEY (&place, "date");
  JsonObject *kept;
  g_autoptr (InkFrozen) made = NULL;

  if (!json_object_has_member (object, "frozen"))
    return TRUE;

  made = ink_frozen_new ();
  if (!ink_read_object (read, &place, json_object_get_member (object, "frozen"), keys, &kept)
      || !ink_read_needed_text (read, &place, kept, "date", &made->date)
      || !ink_read_date (read, &date, json_object_get_member (kept, "date"), &made->date)
      || !ink_read_member_text (read, &place, kept, "source", &made->source)
      || !ink_read_member_text (read, &place, kept, "rule", &made->rule)
      || !read_facts (read, &place, kept, made) || !read_table (read, &place, kept, made))
    return FALSE;

  *frozen = g_steal_pointer (&made);
  return TRUE;
}

/* --- Writing --- */

void
ink_frozen_write (GString *json,
                  const InkFrozen *frozen)
{
  ink_json_put_key (json, "frozen");
  g_string_append_c (json, '{');
  ink_json_put_member_text (json, "date", frozen->date);
  ink_json_put_member_text (json, "source", frozen->source);
  ink_json_put_member_text (json, "rule", frozen->rule);
  if (frozen->count != INK_COUNT_PEOPLE)
    ink_json_put_member_text (json, "count", counts[frozen->count]);
  if (frozen->has_personas)
    {
      ink_json_put_key (json, "personas");
      ink_json_put_boolean (json, TRUE);
    }
  if (frozen->median != 0)
    {
      ink_json_put_key (json, "median");
      ink_json_put_number (json, frozen->median);
    }
  ink_json_put_key (json, "table");
  g_string_append (json, frozen->table);
  if (frozen->n_rows > 0)
    {
      ink_json_put_key (json, "rows");
      ink_json_put_number (json, frozen->n_rows);
    }
  g_string_append_c (json, '}');
}
