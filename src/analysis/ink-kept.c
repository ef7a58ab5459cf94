/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A short list, the most recently used first: a funnel has at most some dozen rules. */
#include "analysis/ink-kept.h"

#include "analysis/ink-dependence.h"

#define LONG_BYTES (1024 * 1024)

typedef enum
{
  KEPT_MOMENTS,  /* rows */
  KEPT_PERSONAS, /* personas; no rule */
  KEPT_PEOPLE,   /* people */
} Kept;

typedef struct
{
  Kept kind;
  guint64 revision; /* of the store */
  InkDefinition *definition;
  InkRule *rule;    /* NULL: everybody's persona */
  InkRows *rows;
  guint8 *personas;
  guint64 *people;
  gsize bytes;
} Entry;

static GMutex lock; /* both below */
static GQueue entries = G_QUEUE_INIT;
static gsize n_bytes;

static void
entry_free (Entry *entry)
{
  ink_definition_unref (entry->definition);
  g_clear_pointer (&entry->rule, ink_rule_unref);
  g_clear_pointer (&entry->rows, ink_rows_unref);
  g_free (entry->personas);
  g_free (entry->people);
  g_free (entry);
}

/* The same events, the same question, and everything that it names says the same. */
static gboolean
answers (const Entry *entry,
         Kept kind,
         const InkScope *scope,
         const InkRule *rule)
{
  g_autoptr (InkDependence) dependence = NULL;

  if (entry->kind != kind || entry->revision != ink_event_store_get_revision (scope->store)
      || (rule != NULL && !ink_rule_equal (entry->rule, rule)))
    return FALSE;
  dependence = ink_dependence_new (entry->definition, scope->definition);

  return rule != NULL ? ink_dependence_rule (dependence, rule)
                      : ink_dependence_personas (dependence);
}

/* With the lock held. */
static Entry *
find (Kept kind,
      const InkScope *scope,
      const InkRule *rule)
{
  for (GList *link = entries.head; link != NULL; link = link->next)
    if (answers (link->data, kind, scope, rule))
      {
        g_queue_unlink (&entries, link);
        g_queue_push_head_link (&entries, link);
        return link->data;
      }

  return NULL;
}

/* The longest unused of at least @least bytes. NULL where there is none. */
static GList *
find_oldest (gsize least)
{
  GList *link = entries.tail;

  while (link != NULL && ((Entry *) link->data)->bytes < least)
    link = link->prev;

  return link;
}

/* With the lock held. Long lists first: the bits of a persona are little, and much to find again. */
static void
make_room (gsize room)
{
  while (n_bytes > room)
    {
      GList *link = find_oldest (LONG_BYTES);
      Entry *entry;

      if (link == NULL)
        link = entries.tail;
      entry = link->data;
      n_bytes -= entry->bytes;
      entry_free (entry);
      g_queue_delete_link (&entries, link);
    }
}

static void
add (Entry *entry,
     Kept kind,
     const InkScope *scope,
     const InkRule *rule)
{
  entry->kind = kind;
  entry->revision = ink_event_store_get_revision (scope->store);
  entry->definition = ink_definition_ref (scope->definition);
  entry->rule = rule != NULL ? ink_rule_ref ((InkRule *) rule) : NULL;
  g_mutex_lock (&lock);
  if (find (kind, scope, rule) == NULL)
    {
      n_bytes += entry->bytes;
      g_queue_push_head (&entries, g_steal_pointer (&entry));
    }
  make_room (INK_KEPT_BYTES + (gsize) scope->n_rows * INK_KEPT_BYTES_PER_EVENT);
  g_mutex_unlock (&lock);
  g_clear_pointer (&entry, entry_free);
}

InkRows *
ink_kept_find_moments (const InkScope *scope,
                       const InkRule *rule)
{
  InkRows *rows = NULL;
  Entry *entry;

  g_return_val_if_fail (scope != NULL && rule != NULL, NULL);

  if (!scope->keeps)
    return NULL;
  g_mutex_lock (&lock);
  entry = find (KEPT_MOMENTS, scope, rule);
  if (entry != NULL)
    rows = ink_rows_ref (entry->rows);
  g_mutex_unlock (&lock);

  return rows;
}

void
ink_kept_add_moments (const InkScope *scope,
                      const InkRule *rule,
                      InkRows *rows)
{
  Entry *entry;

  g_return_if_fail (scope != NULL && rule != NULL && rows != NULL);

  if (!scope->keeps)
    return;
  entry = g_new0 (Entry, 1);
  entry->rows = ink_rows_ref (rows);
  entry->bytes = sizeof *entry + rows->size * sizeof (guint32);
  add (entry, KEPT_MOMENTS, scope, rule);
}

guint8 *
ink_kept_find_personas (const InkScope *scope)
{
  guint8 *personas = NULL;
  Entry *entry;

  g_return_val_if_fail (scope != NULL, NULL);

  if (!scope->keeps)
    return NULL;
  g_mutex_lock (&lock);
  entry = find (KEPT_PERSONAS, scope, NULL);
  if (entry != NULL)
    personas = g_memdup2 (entry->personas, (gsize) scope->n_people + 1);
  g_mutex_unlock (&lock);

  return personas;
}

void
ink_kept_add_personas (const InkScope *scope,
                       const guint8 *personas)
{
  Entry *entry;

  g_return_if_fail (scope != NULL && personas != NULL);

  if (!scope->keeps)
    return;
  entry = g_new0 (Entry, 1);
  entry->personas = g_memdup2 (personas, (gsize) scope->n_people + 1);
  entry->bytes = sizeof *entry + scope->n_people + 1;
  add (entry, KEPT_PERSONAS, scope, NULL);
}

static gsize
get_words (const InkScope *scope)
{
  return (gsize) scope->n_people / 64 + 1;
}

guint64 *
ink_kept_find_people (const InkScope *scope,
                      const InkRule *rule)
{
  guint64 *people = NULL;
  Entry *entry;

  g_return_val_if_fail (scope != NULL && rule != NULL, NULL);

  if (!scope->keeps)
    return NULL;
  g_mutex_lock (&lock);
  entry = find (KEPT_PEOPLE, scope, rule);
  if (entry != NULL)
    people = g_memdup2 (entry->people, get_words (scope) * sizeof *people);
  g_mutex_unlock (&lock);

  return people;
}

void
ink_kept_add_people (const InkScope *scope,
                     const InkRule *rule,
                     const guint64 *people)
{
  Entry *entry;

  g_return_if_fail (scope != NULL && rule != NULL && people != NULL);

  if (!scope->keeps)
    return;
  entry = g_new0 (Entry, 1);
  entry->people = g_memdup2 (people, get_words (scope) * sizeof *people);
  entry->bytes = sizeof *entry + get_words (scope) * sizeof *people;
  add (entry, KEPT_PEOPLE, scope, rule);
}
