/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "analysis/ink-messages.h"

#include <string.h>

#include "analysis/ink-suggestion-words.h"

/* What is sent to people, and what then happens to it without their doing. Opening a mail is little
 * more than its being seen, and programs do it, too; who taps a notification comes to the app. */
static const struct
{
  const char *carriers;
  const char *acts;
} messages[] = {
  { "mail mails email emails newsletter newsletters courriel correo",
    "sent send delivered deliver delivery received receive opened open bounced bounce deferred dropped "
    "processed spam zugestellt versendet versandt gesendet verschickt erhalten geöffnet envoyé livré "
    "reçu ouvert enviado entregado recibido abierto" },
  { "push sms notification notifications whatsapp",
    "sent send delivered deliver delivery received receive bounced bounce dropped shown zugestellt "
    "versendet gesendet verschickt erhalten envoyé livré reçu enviado entregado recibido" },
};

/* With these a name speaks of something that a person does. */
static const char deeds[]
    = "click clicked clicks clic geklickt link settings preferences preference address form page "
      "subscribe subscribed subscription unsubscribe unsubscribed sign signup signed reply replied "
      "confirm confirmed verify verified verification share shared contact support permission "
      "prompt enable enabled einstellungen adresse anmeldung abgemeldet bestätigt";

static gboolean
has_any (char *const *words,
         const char *list)
{
  g_auto (GStrv) wanted = g_strsplit (list, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_strv_contains ((const char *const *) wanted, words[i]))
      return TRUE;
  return FALSE;
}

gboolean
ink_message_looks_like (const char *event)
{
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (event != NULL, FALSE);

  words = ink_topic_words (event);
  if (has_any (words, deeds))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (messages); i++)
    if (has_any (words, messages[i].carriers) && has_any (words, messages[i].acts))
      return TRUE;
  return FALSE;
}

static gboolean
is_activity (const InkIndicatorFrame *frame,
             const InkEventInfo *event)
{
  const InkDictionary *names = ink_event_store_get_name_dictionary (frame->scope->store);
  guint32 code = ink_dictionary_find (names, event->name, strlen (event->name));

  return event->people > 0 && code < ink_dictionary_size (names) && frame->background[code];
}

char **
ink_messages_in_activity (const InkIndicatorFrame *frame)
{
  g_autoptr (GStrvBuilder) found = g_strv_builder_new ();
  const InkSchema *schema;

  g_return_val_if_fail (frame != NULL, NULL);

  schema = ink_event_store_get_schema (frame->scope->store);
  for (guint i = 0; frame->has_background && i < schema->n_events; i++)
    if (is_activity (frame, &schema->events[i])
        && ink_message_looks_like (schema->events[i].name))
      g_strv_builder_add (found, schema->events[i].name);
  return g_strv_builder_end (found);
}
