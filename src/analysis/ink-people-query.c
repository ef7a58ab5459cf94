/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Who is in the list of people, in which order. */
#include "config.h"

#include "analysis/ink-data-queries.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/ink-dependence.h"
#include "analysis/ink-narrowing.h"
#include "analysis/ink-program.h"

typedef struct
{
  InkNarrowedQuery narrowed;
  InkPeopleOrder order;
  gboolean descending;
  char *search;
  InkRule *rule; /* nullable: only the people behind it */
  InkRuleAsk ask;
  guint32 *people; /* nullable: only these */
  guint n_people;
} PeopleQuery;

/* A person with what it is sorted by. */
typedef struct
{
  guint64 key;
  guint32 person;
} Entry;

static gboolean
is_among_same (const PeopleQuery *a,
               const PeopleQuery *b)
{
  g_autoptr (InkDependence) dependence = NULL;

  if ((a->rule == NULL) != (b->rule == NULL) || a->ask != b->ask || a->n_people != b->n_people
      || (a->people == NULL) != (b->people == NULL)
      || (a->n_people > 0
          && memcmp (a->people, b->people, a->n_people * sizeof *a->people) != 0))
    return FALSE;
  if (a->rule == NULL)
    return TRUE;
  if (!ink_rule_equal (a->rule, b->rule))
    return FALSE;
  dependence = ink_dependence_new (a->narrowed.definition, b->narrowed.definition);
  return ink_dependence_rule (dependence, a->rule);
}

static gboolean
equal (const InkQuery *x,
       const InkQuery *y)
{
  const PeopleQuery *a = (const PeopleQuery *) x, *b = (const PeopleQuery *) y;
  g_autoptr (InkDependence) dependence = NULL;

  if (!is_among_same (a, b))
    return FALSE;
  if (a->order != b->order || a->descending != b->descending
      || strcmp (a->search, b->search) != 0 || !ink_narrowed_query_equal (x, y))
    return FALSE;
  if (a->order != INK_PEOPLE_BY_PERSONA)
    return TRUE;
  dependence = ink_dependence_new (a->narrowed.definition, b->narrowed.definition);
  return ink_dependence_personas (dependence);
}

static guint
hash (const InkQuery *query)
{
  const PeopleQuery *self = (const PeopleQuery *) query;

  return ink_narrowed_query_hash (query) + 31 * (guint) self->order + 37 * (guint) self->descending
         + g_str_hash (self->search);
}

/* ---- Searching ---- */

/* Ids are compared as bytes but for the 26 letters: they are codes, not words. */
static gboolean
contains (const char *id,
          const char *search)
{
  gsize length = strlen (search);
  char first = g_ascii_tolower (*search);

  for (; *id != '\0'; id++)
    if (g_ascii_tolower (*id) == first && g_ascii_strncasecmp (id, search, length) == 0)
      return TRUE;
  return FALSE;
}

/* ---- Sorting ---- */

/* Times begin below 0, and none at all is the least. */
static guint64
time_key (gint64 time)
{
  return (guint64) time ^ G_GUINT64_CONSTANT (0x8000000000000000);
}

/* The first bytes as a number that is in the order of the texts. */
static guint64
id_key (const char *id)
{
  guint64 key = 0;

  for (guint i = 0; i < 8; i++)
    {
      key = key << 8 | (guchar) g_ascii_tolower (*id);
      id += *id != '\0';
    }
  return key;
}

static guint64
get_key (const PeopleQuery *self,
         const InkScope *scope,
         const guint8 *personas,
         guint32 person,
         InkRowSpan span)
{
  switch (self->order)
    {
    case INK_PEOPLE_BY_ID:
      return id_key (ink_event_store_get_person_id (scope->store, person));
    case INK_PEOPLE_BY_FIRST:
      return time_key (scope->times[span.first]);
    case INK_PEOPLE_BY_LAST:
      return time_key (scope->times[span.end - 1]);
    case INK_PEOPLE_BY_PERSONA:
      return personas[person];
    case INK_PEOPLE_BY_EVENTS:
    default:
      return span.end - span.first;
    }
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const Entry *x = a, *y = b;

  if (x->key != y->key)
    return x->key < y->key ? -1 : 1;
  return (x->person > y->person) - (x->person < y->person);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b,
             gpointer store)
{
  const Entry *x = a, *y = b;
  int order;

  if (x->key != y->key)
    return x->key < y->key ? -1 : 1;
  order = g_ascii_strcasecmp (ink_event_store_get_person_id (store, x->person),
                              ink_event_store_get_person_id (store, y->person));
  return order != 0 ? order : (x->person > y->person) - (x->person < y->person);
}

static void
sort (const PeopleQuery *self,
      InkEventStore *store,
      GArray *entries)
{
  if (self->order == INK_PEOPLE_BY_ID)
    g_array_sort_with_data (entries, compare_ids, store);
  else if (entries->len > 0)
    qsort (entries->data, entries->len, sizeof (Entry), compare);
}

/* ---- The answer ---- */

static guint8 *
mark (guint32 n,
      const guint32 *people,
      guint n_marked)
{
  guint8 *marks = g_new0 (guint8, (gsize) n + 1);

  for (guint i = 0; i < n_marked; i++)
    if (people[i] < n)
      marks[people[i]] = TRUE;
  return marks;
}

/* By person whether the list is of them; NULL with @error where the rule cannot be judged. */
static guint8 *
mark_people (const PeopleQuery *self,
             InkEventStore *store,
             GCancellable *cancellable,
             GError **error)
{
  const InkNarrowedQuery *narrowed = &self->narrowed;
  InkFilter filter = { narrowed->persona, narrowed->from, narrowed->to };
  guint32 n = ink_event_store_get_n_people (store);
  g_autoptr (InkQuery) query = NULL;
  g_autoptr (InkAnswer) answer = NULL;
  InkTable *table;
  guint8 *marks;

  if (self->people != NULL)
    return mark (n, self->people, self->n_people);
  query = ink_rule_people_query_new (narrowed->definition, self->rule, self->ask, &filter);
  answer = ink_query_run (query, store, cancellable, NULL, error);
  if (answer == NULL)
    return NULL;
  table = ink_answer_get_table (answer, "people");
  marks = mark (n, NULL, 0);
  for (guint i = 0; i < ink_table_get_n_rows (table); i++)
    marks[(guint32) ink_table_get_number (table, 0, i)] = TRUE;
  return marks;
}

static gboolean
collect (const PeopleQuery *self,
         const InkNarrowing *narrowing,
         InkEventStore *store,
         GArray *entries,
         GError **error)
{
  const InkScope *scope = narrowing->scope;
  g_autofree guint8 *personas = NULL;
  g_autofree guint8 *marks = NULL;
  guint32 exact = *self->search != '\0' ? ink_event_store_find_person (store, self->search)
                                        : INK_NO_PERSON;

  if (self->order == INK_PEOPLE_BY_PERSONA)
    {
      personas = ink_scope_persona_bytes (narrowing->scope, error);
      if (personas == NULL)
        return FALSE;
    }
  if (self->rule != NULL || self->people != NULL)
    {
      marks = mark_people (self, store, scope->cancellable, error);
      if (marks == NULL)
        return FALSE;
    }
  for (guint32 person = 0; person < scope->n_people; person++)
    {
      InkRowSpan span = ink_narrowing_rows (narrowing, person);
      Entry entry = { 0, person };

      if (ink_narrowing_is_cancelled (narrowing, person, error))
        return FALSE;
      if (span.end <= span.first || (marks != NULL && !marks[person])
          || (*self->search != '\0' && person != exact
              && !contains (ink_event_store_get_person_id (store, person), self->search)))
        continue;
      entry.key = get_key (self, scope, personas, person, span);
      g_array_append_val (entries, entry);
    }
  return TRUE;
}

static InkTable *
make_table (const GArray *entries,
            gboolean descending)
{
  InkTableBuilder *builder = ink_table_builder_new ();

  ink_table_builder_add_number (builder, "person", _ ("Person"), INK_FORMAT_PLAIN);
  for (guint i = 0; i < entries->len; i++)
    ink_table_builder_number (
        builder,
        g_array_index (entries, Entry, descending ? entries->len - 1 - i : i).person);
  return ink_table_builder_end (builder);
}

static InkAnswer *
run (const InkQuery *query,
     InkEventStore *store,
     GCancellable *cancellable,
     InkProgress *progress,
     GError **error)
{
  const PeopleQuery *self = (const PeopleQuery *) query;
  g_auto (InkNarrowing) narrowing = { 0 };
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  InkAnswer *answer;

  if (!ink_narrowed_query_begin (&self->narrowed, &narrowing, store, cancellable, error)
      || !collect (self, &narrowing, store, entries, error))
    return NULL;
  sort (self, store, entries);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  answer = ink_answer_new ();
  ink_answer_add_table (answer, "people", make_table (entries, self->descending));
  return answer;
}

static void
clear (InkQuery *query)
{
  PeopleQuery *self = (PeopleQuery *) query;

  g_free (self->search);
  g_clear_pointer (&self->rule, ink_rule_unref);
  g_free (self->people);
  ink_narrowed_query_clear (query);
}

static const InkQueryKind people_kind = { "people", sizeof (PeopleQuery), equal, hash, run, clear };

InkQuery *
ink_people_query_new (InkDefinition *definition,
                      const InkFilter *filter,
                      InkPeopleOrder order,
                      gboolean descending,
                      const char *search)
{
  PeopleQuery *query;

  g_return_val_if_fail (definition != NULL, NULL);
  g_return_val_if_fail (search != NULL, NULL);

  query = ink_narrowed_query_alloc (&people_kind, definition, filter);
  query->order = order;
  query->descending = descending;
  query->search = g_strdup (search);
  return &query->narrowed.parent;
}

InkQuery *
ink_people_among_query_new (InkDefinition *definition,
                            const InkFilter *filter,
                            InkPeopleOrder order,
                            gboolean descending,
                            const char *search,
                            const InkRule *rule,
                            InkRuleAsk ask,
                            const GArray *people)
{
  InkQuery *query = ink_people_query_new (definition, filter, order, descending, search);
  PeopleQuery *self = (PeopleQuery *) query;

  g_return_val_if_fail (query != NULL, NULL);

  if (rule != NULL)
    self->rule = ink_rule_ref ((InkRule *) rule);
  self->ask = ask;
  if (people != NULL)
    {
      self->n_people = people->len;
      self->people = g_new (guint32, (gsize) people->len + 1);
      memcpy (self->people, people->data, people->len * sizeof (guint32));
    }
  return query;
}

/* ---- Everybody's persona ---- */

static gboolean
equal_personas (const InkQuery *a,
                const InkQuery *b)
{
  g_autoptr (InkDependence) dependence
      = ink_dependence_new (((const InkNarrowedQuery *) a)->definition,
                            ((const InkNarrowedQuery *) b)->definition);

  return ink_dependence_personas (dependence);
}

static InkAnswer *
run_personas (const InkQuery *query,
              InkEventStore *store,
              GCancellable *cancellable,
              InkProgress *progress,
              GError **error)
{
  g_autoptr (InkScope) scope
      = ink_scope_new (store, ((const InkNarrowedQuery *) query)->definition, cancellable);
  g_autofree guint8 *personas = ink_scope_persona_bytes (scope, error);
  InkTableBuilder *builder;
  InkAnswer *answer;

  if (personas == NULL)
    return NULL;
  builder = ink_table_builder_new ();
  ink_table_builder_add_number (builder, "persona", _ ("Persona"), INK_FORMAT_PLAIN);
  for (guint32 person = 0; person < scope->n_people; person++)
    ink_table_builder_number (builder, personas[person]);
  answer = ink_answer_new ();
  ink_answer_add_table (answer, "personas", ink_table_builder_end (builder));
  return answer;
}

static const InkQueryKind personas_kind
    = { "people-personas", sizeof (InkNarrowedQuery), equal_personas, ink_narrowed_query_hash,
        run_personas, ink_narrowed_query_clear };

InkQuery *
ink_people_personas_query_new (InkDefinition *definition)
{
  g_return_val_if_fail (definition != NULL, NULL);

  return ink_narrowed_query_alloc (&personas_kind, definition, NULL);
}
