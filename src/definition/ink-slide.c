/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Slides out of JSON and back. */
#include "config.h"

#include "definition/ink-slide.h"

#include "definition/ink-definition-private.h"
#include "definition/ink-json-text.h"
#include "definition/ink-read.h"
#include "definition/ink-slide-private.h"
#include "definition/ink-write.h"

#include <glib/gi18n-lib.h>

static const char *const periods[] = { "day", "week", "month", NULL };

InkSlide *
ink_slide_new (void)
{
  InkSlide *slide = g_new0 (InkSlide, 1);

  g_atomic_ref_count_init (&slide->ref_count);
  slide->period = INK_PERIOD_WEEK;
  slide->sentences = g_new0 (char *, 1);

  return slide;
}

InkSlide *
ink_slide_ref (InkSlide *slide)
{
  g_return_val_if_fail (slide != NULL, NULL);

  g_atomic_ref_count_inc (&slide->ref_count);
  return slide;
}

void
ink_slide_unref (InkSlide *slide)
{
  g_return_if_fail (slide != NULL);

  if (!g_atomic_ref_count_dec (&slide->ref_count))
    return;

  g_free (slide->title);
  g_free (slide->notes);
  g_free (slide->source);
  g_free (slide->chart);
  g_free (slide->about);
  g_free (slide->by_property);
  g_free (slide->persona);
  g_free (slide->between.from);
  g_free (slide->between.to);
  g_strfreev (slide->sentences);
  g_free (slide->finding);
  g_clear_pointer (&slide->frozen, ink_frozen_free);
  g_free (slide);
}

gboolean
ink_slide_is_table (const InkSlide *slide)
{
  g_return_val_if_fail (slide != NULL, FALSE);

  return g_strcmp0 (slide->chart, INK_SLIDE_TABLE) == 0;
}

/* --- Reading --- */

static gboolean
read_by (InkRead *read,
         const InkPlace *place,
         JsonNode *node,
         InkSlide *slide)
{
  static const char *const keys[] = { "prop", NULL };
  static const char *const words[] = { "persona", NULL };
  JsonObject *object;
  guint index;

  if (JSON_NODE_HOLDS_OBJECT (node))
    return ink_read_object (read, place, node, keys, &object)
           && ink_read_needed_text (read, place, object, "prop", &slide->by_property);

  slide->by_persona = TRUE;
  return ink_read_word (read, place, node, words, &index);
}

static gboolean
read_period (InkRead *read,
             const InkPlace *place,
             JsonObject *object,
             InkSlide *slide)
{
  InkPlace at = INK_PLACE_KEY (place, "period");
  guint period = INK_PERIOD_WEEK;

  if (json_object_has_member (object, "period")
      && !ink_read_word (read, &at, json_object_get_member (object, "period"), periods, &period))
    return FALSE;

  slide->period = (InkPeriod) period;
  return TRUE;
}

static gboolean
read_chart (InkRead *read,
            const InkPlace *root,
            JsonObject *object,
            InkSlide *slide)
{
  static const char *const keys[] = { "kind", "funnel", "macro", "period", "by", NULL };
  InkPlace place = INK_PLACE_KEY (root, "chart");
  InkPlace by = INK_PLACE_KEY (&place, "by");
  JsonObject *chart;

  if (!json_object_has_member (object, "chart"))
    return TRUE;
  if (!ink_read_object (read, &place, json_object_get_member (object, "chart"), keys, &chart)
      || !ink_read_needed_text (read, &place, chart, "kind", &slide->chart))
    return FALSE;

  slide->is_of_macro = json_object_has_member (chart, "macro");
  return ink_read_member_text (read, &place, chart, slide->is_of_macro ? "macro" : "funnel",
                               &slide->about)
         && read_period (read, &place, chart, slide)
         && (!json_object_has_member (chart, "by")
             || read_by (read, &by, json_object_get_member (chart, "by"), slide));
}

static gboolean
read_sentences (InkRead *read,
                const InkPlace *root,
                JsonObject *object,
                InkSlide *slide)
{
  InkPlace place = INK_PLACE_KEY (root, "text");
  g_autoptr (GStrvBuilder) sentences = g_strv_builder_new ();
  JsonArray *array = ink_read_member_list (read, &place, object);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      InkPlace at = INK_PLACE_ELEMENT (&place, i);
      g_autofree char *sentence = NULL;

      if (!ink_read_text (read, &at, json_array_get_element (array, i), FALSE, &sentence))
        return FALSE;
      g_strv_builder_add (sentences, sentence);
    }
  g_strfreev (slide->sentences);
  slide->sentences = g_strv_builder_end (sentences);

  return read->error == NULL;
}

static gboolean
read_rest (InkRead *read,
           const InkPlace *root,
           JsonObject *object,
           InkSlide *slide)
{
  InkPlace between = INK_PLACE_KEY (root, "between"), opening = INK_PLACE_KEY (root, "opening");

  return (!json_object_has_member (object, "between")
          || ink_read_dates (read, &between, json_object_get_member (object, "between"),
                             &slide->between))
         && (!json_object_has_member (object, "opening")
             || ink_read_boolean (read, &opening, json_object_get_member (object, "opening"),
                                  &slide->is_opening));
}

/* Nothing can ask for a table again. */
static gboolean
read_frozen (InkRead *read,
             const InkPlace *root,
             JsonObject *object,
             InkSlide *slide)
{
  InkPlace chart = INK_PLACE_KEY (root, "chart");

  if (!ink_frozen_read (read, root, object, &slide->frozen))
    return FALSE;
  if (!ink_slide_is_table (slide) || slide->frozen != NULL)
    return TRUE;

  return ink_read_fail (read, &chart, NULL,
                        _ ("A slide with a table has to keep it: '%s' is missing."), "frozen");
}

static gboolean
read_slide (InkRead *read,
            JsonNode *node,
            InkSlide *slide)
{
  static const char *const keys[] = { "title",   "notes",   "source",  "chart",  "persona", "text",
                                      "between", "opening", "finding", "frozen", NULL };
  InkPlace root = INK_PLACE_ROOT;
  JsonObject *object;

  return ink_read_object (read, &root, node, keys, &object)
         && ink_read_member_text (read, &root, object, "title", &slide->title)
         && ink_read_member_text (read, &root, object, "notes", &slide->notes)
         && ink_read_member_text (read, &root, object, "source", &slide->source)
         && ink_read_member_text (read, &root, object, "persona", &slide->persona)
         && ink_read_member_text (read, &root, object, "finding", &slide->finding)
         && read_chart (read, &root, object, slide) && read_sentences (read, &root, object, slide)
         && read_rest (read, &root, object, slide)
         && read_frozen (read, &root, object, slide);
}

InkSlide *
ink_slide_from_json (const char *json,
                     GError **error)
{
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (InkSlide) slide = NULL;
  InkRead read = { .text = json };

  g_return_val_if_fail (json != NULL, NULL);

  node = ink_json_tree_read (json, -1, NULL, error);
  if (node == NULL)
    return NULL;

  read.length = strlen (json);
  slide = ink_slide_new ();
  if (read_slide (&read, node, slide))
    return g_steal_pointer (&slide);

  g_propagate_error (error, read.error);
  return NULL;
}

/* --- Writing --- */

static void
put_chart (GString *json,
           const InkSlide *slide)
{
  if (slide->chart == NULL)
    return;

  ink_json_put_key (json, "chart");
  g_string_append_c (json, '{');
  ink_json_put_member_text (json, "kind", slide->chart);
  ink_json_put_member_text (json, slide->is_of_macro ? "macro" : "funnel", slide->about);
  if (slide->period != INK_PERIOD_WEEK)
    ink_json_put_member_text (json, "period", periods[slide->period]);
  if (slide->by_persona)
    ink_json_put_member_text (json, "by", "persona");
  if (slide->by_property != NULL)
    {
      ink_json_put_key (json, "by");
      g_string_append_c (json, '{');
      ink_json_put_member_text (json, "prop", slide->by_property);
      g_string_append_c (json, '}');
    }
  g_string_append_c (json, '}');
}

char *
ink_slide_to_json (const InkSlide *slide)
{
  GString *json;

  g_return_val_if_fail (slide != NULL, NULL);

  json = g_string_new ("{");
  ink_json_put_member_text (json, "title", slide->title);
  if (slide->is_opening)
    {
      ink_json_put_key (json, "opening");
      ink_json_put_boolean (json, TRUE);
    }
  put_chart (json, slide);
  ink_json_put_member_text (json, "persona", slide->persona);
  ink_write_dates (json, &slide->between);
  if (slide->sentences[0] != NULL)
    {
      ink_json_put_key (json, "text");
      ink_json_put_names (json, slide->sentences);
    }
  ink_json_put_member_text (json, "source", slide->source);
  ink_json_put_member_text (json, "notes", slide->notes);
  ink_json_put_member_text (json, "finding", slide->finding);
  if (slide->frozen != NULL)
    ink_frozen_write (json, slide->frozen);
  g_string_append_c (json, '}');

  return g_string_free (json, FALSE);
}
