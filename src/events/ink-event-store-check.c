/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Looking for damage in what is read only when somebody asks for it. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/ink-error.h"
#include "events/ink-block.h"
#include "events/ink-event-data-private.h"

static void
take_error (GPtrArray *findings,
            GError *error)
{
  g_autoptr (GError) owned = error;

  if (owned != NULL)
    g_ptr_array_add (findings, g_strdup (owned->message));
}

/* Who is in there twice is two people under one name: only one of them is ever found. */
static void
check_once (const InkDictionary *texts,
            const char *sentence,
            GPtrArray *findings)
{
  for (guint32 i = 0; texts != NULL && i < ink_dictionary_size (texts); i++)
    if (ink_dictionary_find (texts, ink_dictionary_get (texts, i),
                             ink_dictionary_get_length (texts, i)) != i)
      {
        g_ptr_array_add (findings, g_strdup (sentence));
        return;
      }
}

static void
check_property (InkEventData *data,
                const InkPropertyInfo *info,
                GPtrArray *findings)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (InkProperty) property = ink_event_data_load (data, info->name, info->on, &error);

  if (property == NULL && error != NULL)
    g_ptr_array_add (findings, g_strdup_printf (_("The property “%s” is damaged. %s"), info->name,
                                                error->message));
}

void
ink_event_store_check (InkEventStore *store,
                       GPtrArray *findings)
{
  InkEventData *data;
  const InkSchema *schema;
  g_autofree guint64 *keys = NULL;
  InkDictionary *ids;
  GError *error = NULL;

  g_return_if_fail (store != NULL);
  g_return_if_fail (findings != NULL);

  data = ink_event_store_get_data (store);
  ids = ink_event_data_get_ids (data, &error);
  take_error (findings, g_steal_pointer (&error));
  keys = ink_event_data_load_keys_in_runs (data, &error);
  take_error (findings, g_steal_pointer (&error));
  check_once (ids, _("The project is damaged: two people have the same id."), findings);
  check_once (data->names, _("The project is damaged: two kinds of event have the same name."),
              findings);
  schema = ink_event_store_get_schema (store);
  for (guint i = 0; i < schema->n_properties; i++)
    check_property (data, &schema->properties[i], findings);
}
