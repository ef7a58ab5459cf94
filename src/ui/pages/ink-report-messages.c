/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/pages/ink-report-messages.h"

#include "document/ink-slide-freeze.h"

struct _InkReportMessages
{
  InkDocument *document;
  GHashTable *known; /* key -> what was found */
};

InkReportMessages *
ink_report_messages_new (InkDocument *document)
{
  InkReportMessages *self;

  g_return_val_if_fail (INK_IS_DOCUMENT (document), NULL);

  self = g_new0 (InkReportMessages, 1);
  self->document = g_object_ref (document);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return self;
}

void
ink_report_messages_free (InkReportMessages *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->document);
  g_hash_table_unref (self->known);
  g_free (self);
}

/* Of what the slide asks, whatever its words are. */
static char *
make_key (const InkSlide *slide)
{
  g_autoptr (InkSlide) bare = ink_slide_new ();
  g_autofree char *json = NULL, *sum = NULL;

  bare->chart = g_strdup (slide->chart);
  bare->about = g_strdup (slide->about);
  bare->is_of_macro = slide->is_of_macro;
  bare->by_persona = slide->by_persona;
  bare->by_property = g_strdup (slide->by_property);
  bare->period = slide->period;
  bare->persona = g_strdup (slide->persona);
  bare->between.given = slide->between.given;
  bare->between.from = g_strdup (slide->between.from);
  bare->between.to = g_strdup (slide->between.to);
  json = ink_slide_to_json (bare);
  sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, json, -1);

  return g_strconcat ("slide-message/", sum, NULL);
}

/* What the document keeps is a slide with nothing but what it found. */
static char *
read_kept (InkReportMessages *self,
           const char *key)
{
  g_autofree char *json = ink_document_get_result (self->document, key, NULL);
  g_autoptr (InkSlide) kept = json != NULL ? ink_slide_from_json (json, NULL) : NULL;

  return kept != NULL ? g_steal_pointer (&kept->finding) : NULL;
}

static void
keep (InkReportMessages *self,
      const char *key,
      const char *finding)
{
  g_autoptr (InkSlide) kept = ink_slide_new ();
  g_autofree char *json = NULL;

  kept->finding = g_strdup (finding);
  json = ink_slide_to_json (kept);
  ink_document_put_result (self->document, key, json);
}

/* (nullable) (transfer none) */
static const char *
find_known (InkReportMessages *self,
            const char *key)
{
  if (!g_hash_table_contains (self->known, key))
    {
      char *kept = read_kept (self, key);

      if (kept != NULL)
        g_hash_table_insert (self->known, g_strdup (key), kept);
    }

  return g_hash_table_lookup (self->known, key);
}

const char *
ink_report_messages_see (InkReportMessages *self,
                         const InkSlideContent *content)
{
  g_autofree char *key = NULL;
  const char *known;

  g_return_val_if_fail (self != NULL && content != NULL, NULL);

  if (content->finding == NULL || !ink_slide_is_asking (content->slide))
    return NULL;
  if (content->slide->finding != NULL)
    return ink_slide_find_old_message (content, NULL);

  key = make_key (content->slide);
  known = find_known (self, key);
  if (known == NULL)
    {
      g_hash_table_insert (self->known, g_strdup (key), g_strdup (content->finding));
      keep (self, key, content->finding);
    }

  return ink_slide_find_old_message (content, known);
}
