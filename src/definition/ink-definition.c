/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The life of definitions: making, sharing, comparing and searching them. */
#include "definition/ink-definition.h"

#include "definition/ink-definition-private.h"

#include <string.h>

#define ITEM_FUNCTIONS(prefix, Type)                                                              \
  static gpointer prefix##_ref_item (gpointer value) { return ink_##prefix##_ref (value); }       \
  static void prefix##_unref_item (gpointer value) { ink_##prefix##_unref (value); }              \
  static gpointer prefix##_copy_item (gconstpointer value) { return ink_##prefix##_copy (value); } \
  static gboolean prefix##_equal_item (gconstpointer a, gconstpointer b)                          \
  {                                                                                               \
    return ink_##prefix##_equal ((const Type *) a, (const Type *) b);                             \
  }

ITEM_FUNCTIONS (goal, InkGoal)
ITEM_FUNCTIONS (persona, InkPersona)
ITEM_FUNCTIONS (funnel, InkFunnel)
ITEM_FUNCTIONS (follow_up, InkFollowUp)

#define ITEM_CLASS(list, kind, prefix, Type)                                                      \
  {                                                                                               \
    list, kind, offsetof (InkDefinition, prefix##s), offsetof (Type, id), offsetof (Type, name),  \
        prefix##_ref_item, prefix##_unref_item, prefix##_copy_item, prefix##_equal_item           \
  }

const InkItemClass ink_item_classes[INK_N_ITEMS] = {
  [INK_ITEM_GOAL] = ITEM_CLASS ("goals", "goal", goal, InkGoal),
  [INK_ITEM_PERSONA] = ITEM_CLASS ("personas", "persona", persona, InkPersona),
  [INK_ITEM_FUNNEL] = ITEM_CLASS ("funnels", "funnel", funnel, InkFunnel),
  [INK_ITEM_FOLLOW_UP] = ITEM_CLASS ("followups", "followup", follow_up, InkFollowUp),
};

static guint64
next_revision (void)
{
  static guint64 revision = 0;

  return __atomic_add_fetch (&revision, 1, __ATOMIC_RELAXED);
}

char *
ink_definition_make_id (void)
{
  return g_uuid_string_random ();
}

static void
free_items (const InkItemClass *class,
            gpointer *items)
{
  for (guint i = 0; items != NULL && items[i] != NULL; i++)
    class->unref (items[i]);
  g_free (items);
}

static void
clear_notes (InkDefinition *definition)
{
  for (guint i = 0; i < definition->n_notes; i++)
    {
      g_free (definition->notes[i].date);
      g_free (definition->notes[i].text);
    }
  g_clear_pointer (&definition->notes, g_free);
  definition->n_notes = 0;
}

static void
free_definition (InkDefinition *definition)
{
  for (guint i = 0; i < INK_N_ITEMS; i++)
    free_items (&ink_item_classes[i], ink_item_array (definition, &ink_item_classes[i]));
  clear_notes (definition);
  g_free (definition->time_zone);
  g_free (definition->export_time);
  g_free (definition->main_goal);
  g_strfreev (definition->stages);
  g_strfreev (definition->passive);
  g_strfreev (definition->hidden);
  g_strfreev (definition->slides);
  g_hash_table_unref (definition->labels);
  g_hash_table_unref (definition->settings);
  g_free (definition);
}

void
ink_definition_set_notes (InkDefinition *definition,
                          const InkNote *notes,
                          guint n_notes)
{
  InkNote *copy = n_notes > 0 ? g_new (InkNote, n_notes) : NULL;

  for (guint i = 0; i < n_notes; i++)
    copy[i] = (InkNote){ g_strdup (notes[i].date), g_strdup (notes[i].text) };
  clear_notes (definition);
  definition->notes = copy;
  definition->n_notes = n_notes;
}

void
ink_definition_take_items (InkDefinition *definition,
                           const InkItemClass *class,
                           gpointer *items)
{
  gpointer **place = G_STRUCT_MEMBER_P (definition, class->array_offset);

  free_items (class, *place);
  *place = items;
}

void
ink_item_set_id (const InkItemClass *class,
                 gpointer item,
                 const char *id)
{
  char **place = G_STRUCT_MEMBER_P (item, class->id_offset);
  char *old = *place;

  *place = g_strdup (id);
  g_free (old);
}

static gpointer *
ref_items (const InkItemClass *class,
           gpointer *items)
{
  gsize n = 0;
  gpointer *copy;

  while (items != NULL && items[n] != NULL)
    n++;
  copy = g_new0 (gpointer, n + 1);
  for (gsize i = 0; i < n; i++)
    copy[i] = class->ref (items[i]);

  return copy;
}

static GHashTable *
copy_texts (GHashTable *texts)
{
  GHashTable *copy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, texts);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (copy, g_strdup (key), g_strdup (value));

  return copy;
}

InkDefinition *
ink_definition_copy (const InkDefinition *definition)
{
  InkDefinition *copy = ink_definition_new_empty ();

  for (guint i = 0; i < INK_N_ITEMS; i++)
    {
      const InkItemClass *class = &ink_item_classes[i];

      ink_definition_take_items (copy, class,
                                 ref_items (class, ink_item_array (definition, class)));
    }
  copy->time_zone = g_strdup (definition->time_zone);
  copy->export_time = g_strdup (definition->export_time);
  copy->main_goal = g_strdup (definition->main_goal);
  g_strfreev (copy->stages);
  copy->stages = g_strdupv (definition->stages);
  g_strfreev (copy->passive);
  copy->passive = g_strdupv (definition->passive);
  g_strfreev (copy->hidden);
  copy->hidden = g_strdupv (definition->hidden);
  g_strfreev (copy->slides);
  copy->slides = g_strdupv (definition->slides);
  g_hash_table_unref (copy->labels);
  copy->labels = copy_texts (definition->labels);
  g_hash_table_unref (copy->settings);
  copy->settings = copy_texts (definition->settings);
  ink_definition_set_notes (copy, definition->notes, definition->n_notes);
  return copy;
}

/**
 * ink_definition_new_empty:
 *
 * Returns: (transfer full): a definition that says nothing
 */
InkDefinition *
ink_definition_new_empty (void)
{
  InkDefinition *definition = g_new0 (InkDefinition, 1);

  g_atomic_ref_count_init (&definition->ref_count);
  definition->revision = next_revision ();
  definition->stages = g_new0 (char *, 1);
  definition->passive = g_new0 (char *, 1);
  definition->hidden = g_new0 (char *, 1);
  definition->slides = g_new0 (char *, 1);
  definition->labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  definition->settings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < INK_N_ITEMS; i++)
    ink_definition_take_items (definition, &ink_item_classes[i], g_new0 (gpointer, 1));
  return definition;
}

/**
 * ink_definition_ref:
 *
 * Returns: (transfer full): @definition
 */
InkDefinition *
ink_definition_ref (InkDefinition *definition)
{
  g_return_val_if_fail (definition != NULL, NULL);

  g_atomic_ref_count_inc (&definition->ref_count);
  return definition;
}

/**
 * ink_definition_unref:
 *
 * Gives one reference back; the last frees the definition.
 */
void
ink_definition_unref (InkDefinition *definition)
{
  g_return_if_fail (definition != NULL);

  if (g_atomic_ref_count_dec (&definition->ref_count))
    free_definition (definition);
}

static gboolean
items_equal (const InkItemClass *class,
             gpointer *a,
             gpointer *b)
{
  gsize i;

  for (i = 0; a[i] != NULL && b[i] != NULL; i++)
    if (a[i] != b[i] && !class->equal (a[i], b[i]))
      return FALSE;

  return a[i] == b[i];
}

static gboolean
texts_equal (GHashTable *a,
             GHashTable *b)
{
  GHashTableIter iter;
  gpointer key, value;

  if (g_hash_table_size (a) != g_hash_table_size (b))
    return FALSE;

  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (g_strcmp0 (value, g_hash_table_lookup (b, key)) != 0)
      return FALSE;

  return TRUE;
}

static gboolean
notes_equal (const InkDefinition *a,
             const InkDefinition *b)
{
  if (a->n_notes != b->n_notes)
    return FALSE;

  for (guint i = 0; i < a->n_notes; i++)
    if (g_strcmp0 (a->notes[i].date, b->notes[i].date) != 0
        || g_strcmp0 (a->notes[i].text, b->notes[i].text) != 0)
      return FALSE;

  return TRUE;
}

static gboolean
options_equal (const InkDefinition *a,
               const InkDefinition *b)
{
  return g_strcmp0 (a->time_zone, b->time_zone) == 0
         && g_strcmp0 (a->export_time, b->export_time) == 0
         && g_strcmp0 (a->main_goal, b->main_goal) == 0 && ink_names_equal (a->stages, b->stages)
         && ink_names_equal (a->passive, b->passive) && ink_names_equal (a->hidden, b->hidden)
         && ink_names_equal (a->slides, b->slides) && texts_equal (a->labels, b->labels)
         && texts_equal (a->settings, b->settings) && notes_equal (a, b);
}

/**
 * ink_definition_equal:
 *
 * Returns: TRUE where both are written alike; ids and revisions are left out
 */
gboolean
ink_definition_equal (const InkDefinition *a,
                      const InkDefinition *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a == b)
    return TRUE;
  if (!options_equal (a, b))
    return FALSE;

  for (guint i = 0; i < INK_N_ITEMS; i++)
    {
      const InkItemClass *class = &ink_item_classes[i];

      if (!items_equal (class, ink_item_array (a, class), ink_item_array (b, class)))
        return FALSE;
    }
  return TRUE;
}

gpointer
ink_definition_find_item (const InkDefinition *definition,
                          const InkItemClass *class,
                          const char *name)
{
  gpointer *items = ink_item_array (definition, class);

  for (gsize i = 0; items[i] != NULL; i++)
    if (g_strcmp0 (ink_item_name (class, items[i]), name) == 0)
      return items[i];

  return NULL;
}

/**
 * ink_definition_find_goal:
 *
 * Returns: (transfer none) (nullable): the goal of that name
 */
InkGoal *
ink_definition_find_goal (const InkDefinition *definition,
                          const char *name)
{
  g_return_val_if_fail (definition != NULL, NULL);

  return ink_definition_find_item (definition, &ink_item_classes[INK_ITEM_GOAL], name);
}

/**
 * ink_definition_find_persona:
 *
 * Returns: (transfer none) (nullable): the persona of that name
 */
InkPersona *
ink_definition_find_persona (const InkDefinition *definition,
                             const char *name)
{
  g_return_val_if_fail (definition != NULL, NULL);

  return ink_definition_find_item (definition, &ink_item_classes[INK_ITEM_PERSONA], name);
}

/**
 * ink_definition_find_funnel:
 *
 * Returns: (transfer none) (nullable): the funnel of that name
 */
InkFunnel *
ink_definition_find_funnel (const InkDefinition *definition,
                            const char *name)
{
  g_return_val_if_fail (definition != NULL, NULL);

  return ink_definition_find_item (definition, &ink_item_classes[INK_ITEM_FUNNEL], name);
}

/**
 * ink_definition_find_follow_up:
 *
 * Returns: (transfer none) (nullable): the follow-up of that name
 */
InkFollowUp *
ink_definition_find_follow_up (const InkDefinition *definition,
                               const char *name)
{
  g_return_val_if_fail (definition != NULL, NULL);

  return ink_definition_find_item (definition, &ink_item_classes[INK_ITEM_FOLLOW_UP], name);
}

/**
 * ink_definition_get_stages:
 *
 * Returns: (transfer none) (array zero-terminated=1): the project's stages, else the usual four
 */
const char *const *
ink_definition_get_stages (const InkDefinition *definition)
{
  static const char *const usual[] = { "Discover", "Engage", "Evaluate", "Decide", NULL };

  g_return_val_if_fail (definition != NULL, NULL);

  return definition->stages[0] != NULL ? (const char *const *) definition->stages : usual;
}

/**
 * ink_definition_get_main_goal:
 *
 * Returns: (transfer none) (nullable): the named main goal, else the first macro goal
 */
InkGoal *
ink_definition_get_main_goal (const InkDefinition *definition)
{
  InkGoal *named;

  g_return_val_if_fail (definition != NULL, NULL);

  named = definition->main_goal != NULL
              ? ink_definition_find_goal (definition, definition->main_goal)
              : NULL;
  for (gsize i = 0; named == NULL && definition->goals[i] != NULL; i++)
    if (definition->goals[i]->kind == INK_GOAL_MACRO)
      named = definition->goals[i];

  return named;
}

/* GLib reads a zone's file again when nobody holds the zone any more; every question asks for one,
 * mostly the same. */
static GTimeZone *
find_zone (const char *identifier)
{
  static GMutex lock;
  static GTimeZone *last;
  GTimeZone *zone = g_time_zone_new_identifier (identifier);

  if (zone == NULL)
    return NULL;
  g_mutex_lock (&lock);
  if (zone != last)
    {
      g_clear_pointer (&last, g_time_zone_unref);
      last = g_time_zone_ref (zone);
    }
  g_mutex_unlock (&lock);

  return zone;
}

/**
 * ink_definition_get_zone:
 *
 * Returns: (transfer full): the project's time zone, else this computer's, else UTC
 */
GTimeZone *
ink_definition_get_zone (const InkDefinition *definition)
{
  GTimeZone *zone = NULL;

  g_return_val_if_fail (definition != NULL, NULL);

  if (definition->time_zone != NULL)
    zone = find_zone (definition->time_zone);
  if (zone == NULL)
    zone = definition->time_zone != NULL ? g_time_zone_new_utc () : g_time_zone_new_local ();
  return zone;
}

/**
 * ink_definition_get_export_time:
 * @last_event: the time of the last event of the data
 *
 * Returns: when the export ends, in microseconds; a bare date is the end of that day
 */
gint64
ink_definition_get_export_time (const InkDefinition *definition,
                                gint64 last_event)
{
  g_autoptr (GTimeZone) zone = NULL;
  const char *text;
  gint64 first, end;

  g_return_val_if_fail (definition != NULL, last_event);

  text = definition->export_time;
  if (text == NULL)
    return last_event;

  zone = ink_definition_get_zone (definition);
  if (ink_time_parse_date (text, strlen (text), zone, &first, &end)
      || ink_time_parse_iso (text, strlen (text), zone, &end))
    return end;
  return last_event;
}
