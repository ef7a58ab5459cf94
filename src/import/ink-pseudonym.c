/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Ids that say nothing about a person, yet are the same at every import. */

#include "config.h"

#include "import/ink-pseudonym.h"

#include <string.h>

#define DIGITS 20

/**
 * ink_pseudonym_new:
 * @id: an id of the source; case and outer space make no difference
 * @secret: (nullable): whoever has it can test whether a known address is among the people
 *
 * Returns: (transfer full): the pseudonym of @id, the same at every call
 */
char *
ink_pseudonym_new (const char *id,
                   const char *secret)
{
  g_autofree char *plain = NULL;
  g_autofree char *hex = NULL;
  const char *key = secret != NULL && *secret != '\0' ? secret : "inkling";

  g_return_val_if_fail (id != NULL, NULL);

  plain = g_utf8_strdown (id, -1);
  g_strstrip (plain);
  hex = g_compute_hmac_for_string (G_CHECKSUM_SHA256, (const guchar *) key, strlen (key), plain, -1);
  return g_strdup_printf ("p-%.*s", DIGITS, hex);
}

/* Something@something.something, without space or further '@'. */
gboolean
ink_pseudonym_wanted (const char *id,
                      gsize length)
{
  const char *at;
  const char *dot = NULL;

  g_return_val_if_fail (id != NULL || length == 0, FALSE);

  if (length < 5 || length > 254 || (at = memchr (id, '@', length)) == NULL || at == id)
    return FALSE;
  for (const char *p = at + 1; p < id + length; p++)
    {
      if (*p == '@')
        return FALSE;
      if (*p == '.' && p > at + 1)
        dot = p;
    }
  for (const char *p = id; p < id + length; p++)
    if ((guint8) *p <= ' ' || *p == ',' || *p == ';' || *p == '/')
      return FALSE;
  return dot != NULL && dot + 1 < id + length;
}

guint32
ink_pseudonym_find_person (const InkEventStore *store,
                           const char *id,
                           const char *secret)
{
  g_autofree char *pseudonym = NULL;
  guint32 person;

  g_return_val_if_fail (store != NULL && id != NULL, INK_NO_PERSON);

  person = ink_event_store_find_person (store, id);
  if (person != INK_NO_PERSON || !ink_pseudonym_wanted (id, strlen (id)))
    return person;
  pseudonym = ink_pseudonym_new (id, secret);
  return ink_event_store_find_person (store, pseudonym);
}
