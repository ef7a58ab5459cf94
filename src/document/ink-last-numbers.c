/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a living answer said the last time, kept with the document and found there again. */
#include "document/ink-last-numbers.h"

#include "document/ink-document-private.h"

/* So long an answer has to stay before it is kept: not every one of a drag. */
#define KEEP_AFTER 300

struct _InkLastNumbers
{
  InkDocument *document;
  InkLiveNameFunc name;
  gpointer data;

  char *key;         /* of the present question; nullable */
  gboolean looked;   /* for what was kept */
  InkAnswer *kept;   /* nullable: until there is an answer */
  InkAnswer *answer; /* nullable: to be kept */
  GSource *keeper;
};

InkLastNumbers *
ink_last_numbers_new (InkDocument     *document,
                      InkLiveNameFunc  name,
                      gpointer         data)
{
  InkLastNumbers *self = g_new0 (InkLastNumbers, 1);

  self->document = document;
  self->name = name;
  self->data = data;
  return self;
}

static void
stop_keeping (InkLastNumbers *self)
{
  if (self->keeper != NULL)
    g_source_destroy (self->keeper);
  g_clear_pointer (&self->keeper, g_source_unref);
  g_clear_pointer (&self->answer, ink_answer_unref);
}

void
ink_last_numbers_free (InkLastNumbers *self)
{
  if (self == NULL)
    return;
  stop_keeping (self);
  g_clear_pointer (&self->kept, ink_answer_unref);
  g_free (self->key);
  g_free (self);
}

void
ink_last_numbers_name (InkLastNumbers *self,
                       gboolean        is_asked)
{
  g_free (self->key);
  self->key = is_asked ? self->name (self->document, self->data) : NULL;
}

void
ink_last_numbers_look (InkLastNumbers *self)
{
  g_autofree char *json = NULL;

  if (self->looked || self->key == NULL)
    return;
  self->looked = TRUE;
  json = ink_document_get_result (self->document, self->key, NULL);
  if (json != NULL)
    self->kept = ink_answer_from_json (json, NULL);
}

InkAnswer *
ink_last_numbers_get (InkLastNumbers *self)
{
  return self->kept;
}

static gboolean
keep_cb (gpointer data)
{
  InkLastNumbers *self = data;
  g_autoptr (InkAnswer) answer = g_steal_pointer (&self->answer);
  g_autofree char *json = NULL;

  stop_keeping (self);
  if (self->key == NULL || self->document->closed)
    return G_SOURCE_REMOVE;
  json = ink_answer_to_json (answer);
  ink_document_put_result (self->document, self->key, json);

  return G_SOURCE_REMOVE;
}

void
ink_last_numbers_keep (InkLastNumbers *self,
                       InkAnswer      *answer,
                       GMainContext   *context)
{
  self->looked = TRUE;
  g_clear_pointer (&self->kept, ink_answer_unref);
  stop_keeping (self);
  if (answer == NULL || self->key == NULL)
    return;
  self->answer = ink_answer_ref (answer);
  self->keeper = g_timeout_source_new (KEEP_AFTER);
  g_source_set_callback (self->keeper, keep_cb, self, NULL);
  g_source_set_priority (self->keeper, G_PRIORITY_LOW);
  g_source_attach (self->keeper, context);
}
