/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "support/ink-store-dump.h"

#include <string.h>

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp ((*(InkProperty *const *) a)->name, (*(InkProperty *const *) b)->name);
}

/* Sorted by name, so that the order of columns does not matter. */
static GPtrArray *
load (InkEventStore *store,
      InkOn on)
{
  const InkSchema *schema = ink_event_store_get_schema (store);
  GPtrArray *properties = g_ptr_array_new_with_free_func ((GDestroyNotify) ink_property_unref);

  for (guint i = 0; i < schema->n_properties; i++)
    {
      const char *name = schema->properties[i].name;
      InkProperty *property;

      if (schema->properties[i].on != on)
        continue;
      property = ink_event_store_load_source_property (store, name, on, NULL);
      if (property != NULL)
        g_ptr_array_add (properties, property);
    }
  g_ptr_array_sort (properties, compare_names);
  return properties;
}

static void
put_values (GString *out,
            const GPtrArray *properties,
            guint32 row)
{
  for (guint i = 0; i < properties->len; i++)
    {
      const InkProperty *property = g_ptr_array_index (properties, i);
      InkValue value = ink_property_get (property, row);
      g_autofree char *text = ink_value_to_text (value);
      g_autofree char *escaped = g_strescape (text, "\"");

      if (value.kind == INK_KIND_ABSENT)
        continue;
      if (value.kind == INK_KIND_TEXT)
        g_string_append_printf (out, " %s='%s'", property->name, text);
      else
        g_string_append_printf (out, " %s=%s", property->name, escaped);
    }
  g_string_append_c (out, '\n');
}

static void
put_event (GString *out,
           InkEventStore *store,
           const GPtrArray *properties,
           guint32 row)
{
  gint64 time = ink_event_store_get_times (store)[row];
  g_autofree char *text = time == INK_TIME_NONE ? g_strdup ("-") : ink_time_to_iso (time);
  guint32 code = ink_codes_get (ink_event_store_get_names (store), row);

  g_string_append_printf (out, "  %s %s", text,
                          ink_dictionary_get (ink_event_store_get_name_dictionary (store), code));
  put_values (out, properties, row);
}

char *
ink_test_dump_store (InkEventStore *store)
{
  GString *out = g_string_new (NULL);
  g_autoptr (GPtrArray) on_event = load (store, INK_ON_EVENT);
  g_autoptr (GPtrArray) on_person = load (store, INK_ON_PERSON);
  const guint32 *offsets = ink_event_store_get_offsets (store);
  guint32 n_people = ink_event_store_get_n_people (store);
  guint32 n_events = ink_event_store_get_n_events (store);

  for (guint32 person = 0; person < ink_event_store_get_n_persons (store); person++)
    {
      g_auto (GStrv) ids = ink_event_store_get_person_ids (store, person);
      g_autofree char *joined = g_strjoinv (" = ", ids);

      g_string_append (out, joined);
      put_values (out, on_person, person);
      for (guint32 row = person < n_people ? offsets[person] : 0;
           person < n_people && row < offsets[person + 1]; row++)
        put_event (out, store, on_event, row);
    }
  if (ink_event_store_get_n_of_nobody (store) > 0)
    g_string_append (out, "nobody\n");
  for (guint32 row = n_events - ink_event_store_get_n_of_nobody (store); row < n_events; row++)
    put_event (out, store, on_event, row);
  return g_string_free (out, FALSE);
}
