/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One pass over each column of codes. What hardly anybody ever changes (a role, a country) says who
 * somebody is: that is what personas are for, and it can come before nothing. */
#include "analysis/ink-candidate-values.h"

#include <string.h>

#include "analysis/ink-slices.h"

#define MOST_VALUES 200
#define MOST_OF_A_PROPERTY 40
/* Fewer people with the property on two events say nothing of whether it changes. */
#define LEAST_TWICE 20
#define HARDLY_ANYBODY 0.02

#define NO_NAME G_MAXUINT32
#define MANY_NAMES (G_MAXUINT32 - 1)

/* Places, amounts and ids; what another property says better; and machines: that somebody is known on
 * two of them is known only of those who signed in, so it would seem to lead wherever signing in
 * does. */
static const char *const left_out[] = { "session", "url", "title", "duration", "value", "currency",
                                        "country", "language", "referrer", "variant", "device", "browser",
                                        "os", "platform", "screen", NULL };

typedef struct
{
  guint32 people;
  guint32 name;
} ValueCount;

/* One property being counted. */
typedef struct
{
  const InkIndicatorFrame *frame;
  const InkProperty *property;
  ValueCount *counts;
  guint32 *seen;  /* by code: the last person, and 1 more */
  guint32 twice;  /* people with it on two events or more */
  guint32 varied; /* of them with different values */
} Counting;

static void
count_row (Counting *self,
           guint32 code,
           guint32 row,
           guint32 person)
{
  ValueCount *count = &self->counts[code];
  guint32 name = ink_codes_get (self->frame->scope->names, row);

  if (count->name == NO_NAME)
    count->name = name;
  else if (count->name != name)
    count->name = MANY_NAMES;
  if (self->seen[code] == person + 1)
    return;
  self->seen[code] = person + 1;
  count->people++;
}

static void
count_person (Counting *self,
              guint32 person)
{
  const InkScope *scope = self->frame->scope;
  guint32 first = 0, n = 0;
  gboolean varies = FALSE;

  for (guint32 row = scope->offsets[person]; row < scope->offsets[person + 1]; row++)
    {
      guint32 code = ink_codes_get (self->property->codes, row);

      if (code == 0 || scope->times[row] == INK_TIME_NONE
          || scope->times[row] > self->frame->export_time)
        continue;
      count_row (self, code, row, person);
      varies = varies || (n > 0 && code != first);
      first = n++ == 0 ? code : first;
    }
  self->twice += n > 1 ? 1 : 0;
  self->varied += varies ? 1 : 0;
}

static gboolean
is_trait (const Counting *self)
{
  return self->twice >= LEAST_TWICE && self->varied < HARDLY_ANYBODY * self->twice;
}

static int
compare_values (gconstpointer a,
                gconstpointer b)
{
  const InkCandidateValue *x = a, *y = b;
  int order = x->people != y->people ? (x->people > y->people ? -1 : 1)
                                     : strcmp (x->property, y->property);

  if (order != 0 || x->value.kind != INK_KIND_TEXT || y->value.kind != INK_KIND_TEXT)
    return order;
  return strcmp (x->value.text, y->value.text);
}

static void
sort_and_cut (GArray *values,
              guint most)
{
  g_array_sort (values, compare_values);
  if (values->len > most)
    g_array_set_size (values, most);
}

/* Texts that differ by case only are the same to a rule. */
static gboolean
is_repeated (GHashTable *folded,
             InkValue value)
{
  return value.kind == INK_KIND_TEXT
         && !g_hash_table_add (folded, g_utf8_casefold (value.text, -1));
}

static void
take_values (const Counting *self,
             GArray *values)
{
  const InkDictionary *names = ink_event_store_get_name_dictionary (self->frame->scope->store);
  g_autoptr (GHashTable) folded
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (InkCandidateValue));

  for (guint32 code = 1; code < self->property->n_values; code++)
    {
      const ValueCount *count = &self->counts[code];
      InkCandidateValue value = { self->property->name, self->property->values[code], NULL,
                                  count->people };

      if (count->people < self->frame->settings.least_people
          || (value.value.kind != INK_KIND_TEXT && value.value.kind != INK_KIND_BOOLEAN)
          || is_repeated (folded, value.value))
        continue;
      if (count->name < MANY_NAMES)
        value.event = ink_dictionary_get (names, count->name);
      g_array_append_val (own, value);
    }
  sort_and_cut (own, MOST_OF_A_PROPERTY);
  g_array_append_vals (values, own->data, own->len);
}

static void
count_property (const InkIndicatorFrame *frame,
                const InkProperty *property,
                GArray *values)
{
  g_autofree ValueCount *counts = g_new0 (ValueCount, property->n_values + 1);
  g_autofree guint32 *seen = g_new0 (guint32, property->n_values + 1);
  Counting self = { .frame = frame, .property = property, .counts = counts, .seen = seen };

  for (guint32 code = 0; code < property->n_values; code++)
    counts[code].name = NO_NAME;
  for (guint32 person = 0; person < frame->scope->n_people; person++)
    {
      if (person % 4096 == 0 && g_cancellable_is_cancelled (frame->scope->cancellable))
        return;
      count_person (&self, person);
    }
  if (!is_trait (&self))
    take_values (&self, values);
}

GArray *
ink_candidate_values_new (const InkIndicatorFrame *frame,
                          GError **error)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (InkCandidateValue));
  const InkSchema *schema;

  g_return_val_if_fail (frame != NULL, NULL);

  schema = ink_event_store_get_schema (frame->scope->store);
  for (guint i = 0; i < schema->n_properties; i++)
    {
      const InkPropertyInfo *info = &schema->properties[i];
      GError *failure = NULL;
      InkProperty *property;

      if (info->on != INK_ON_EVENT || g_strv_contains (left_out, info->name))
        continue;
      property = ink_scope_event_property (frame->scope, info->name, &failure);
      if (failure != NULL)
        {
          g_propagate_error (error, failure);
          return NULL;
        }
      if (property != NULL && property->layout == INK_LAYOUT_CODES)
        count_property (frame, property, values);
    }
  sort_and_cut (values, MOST_VALUES);
  if (g_cancellable_set_error_if_cancelled (frame->scope->cancellable, error))
    return NULL;

  return g_steal_pointer (&values);
}
