/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Counts people by the values of some properties. */
#include "config.h"

#include "analysis/ink-persona-values.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "analysis/ink-persona-defining.h"
#include "analysis/ink-program.h"

/* Of the person's own properties only those that sort people into few kinds, and few of them. */
#define MOST_KINDS 50
#define MOST_OWN 4

/* Where a visit came from: the first of these that the data has. */
static const char *const touches[] = { "channel", "source", "referrer" };
static const char *const known[] = { "device", "language", "country" };

/* ---- Which properties ---- */

static void
add_name (GPtrArray *names,
          const char *name)
{
  if (!g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
    g_ptr_array_add (names, g_strdup (name));
}

static void
add_touches (GPtrArray *names,
             const InkSchema *schema)
{
  for (guint i = 0; i < G_N_ELEMENTS (touches); i++)
    if (ink_schema_find_property (schema, touches[i], INK_ON_EVENT) != NULL)
      {
        g_ptr_array_add (names, g_strconcat ("first ", touches[i], NULL));
        g_ptr_array_add (names, g_strconcat ("last ", touches[i], NULL));
        return;
      }
}

/* What personas are told by is worth a look, whoever carries it. */
static void
add_told_by (GPtrArray *names,
             const InkDefinition *definition,
             const InkSchema *schema,
             guint most)
{
  for (guint i = 0; i < schema->n_properties && names->len < most; i++)
    for (guint j = 0; definition->personas[j] != NULL && names->len < most; j++)
      {
        g_auto (InkDefining) defining = { 0 };

        ink_defining_init (&defining, definition, definition->personas[j]->rule);
        if (ink_defining_has_property (&defining, schema->properties[i].name)
            && schema->properties[i].distinct <= MOST_KINDS)
          add_name (names, schema->properties[i].name);
      }
}

static void
add_own (GPtrArray *names,
         const InkSchema *schema,
         guint most)
{
  for (guint i = 0; i < schema->n_properties && names->len < most; i++)
    {
      const InkPropertyInfo *info = &schema->properties[i];

      if (info->on == INK_ON_PERSON && info->distinct > 1 && info->distinct <= MOST_KINDS)
        add_name (names, info->name);
    }
}

static GPtrArray *
choose (const InkPersonaComparison *comparison)
{
  const InkScope *scope = comparison->asking->narrowing.scope;
  const InkSchema *schema = ink_event_store_get_schema (scope->store);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  guint most;

  add_touches (names, schema);
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (ink_schema_find_property (schema, known[i], INK_ON_EVENT) != NULL
        || ink_schema_find_property (schema, known[i], INK_ON_PERSON) != NULL)
      add_name (names, known[i]);
  most = names->len + MOST_OWN;
  add_told_by (names, scope->definition, schema, most);
  add_own (names, schema, most);

  return names;
}

/* ---- Counting ---- */

typedef struct
{
  guint32 code;
  guint32 people;
} Value;

static int
compare_values (gconstpointer a,
                gconstpointer b)
{
  const Value *x = a, *y = b;

  if (x->people != y->people)
    return x->people < y->people ? 1 : -1;
  return (x->code > y->code) - (x->code < y->code);
}

static void
add_value (InkTableBuilder *builder,
           const InkPersonaComparison *comparison,
           guint slot,
           const InkProperty *property,
           const Value *value,
           guint32 all)
{
  g_autofree char *text = ink_value_to_text (property->values[value->code]);

  ink_table_builder_text (builder, ink_scope_persona_name (comparison->asking->narrowing.scope,
                                                           comparison->personas[slot]));
  ink_table_builder_text (builder, property->name);
  ink_table_builder_text (builder, text);
  ink_table_builder_number (builder, value->people);
  ink_table_builder_number (builder, (double) value->people / all);
}

/* @counts: by value, how many of the slot's people have it. */
static void
add_top (InkTableBuilder *builder,
         const InkPersonaComparison *comparison,
         guint slot,
         const InkProperty *property,
         const guint32 *counts)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (Value));
  guint32 all = 0;

  for (guint32 code = 1; code < property->n_values; code++)
    {
      Value value = { code, counts[code] };

      all += counts[code];
      if (counts[code] > 0)
        g_array_append_val (values, value);
    }
  g_array_sort (values, compare_values);
  for (guint i = 0; i < MIN (values->len, INK_MOST_TOP_VALUES); i++)
    add_value (builder, comparison, slot, property, &g_array_index (values, Value, i), all);
}

static gboolean
count_property (InkTableBuilder *builder,
                const InkPersonaComparison *comparison,
                const InkProperty *property,
                GError **error)
{
  const InkPersonaAsking *asking = comparison->asking;
  g_autofree guint32 *counts
      = g_new0 (guint32, (gsize) property->n_values * (comparison->n + 1) + 1);
  guint32 n = MIN (property->n_rows, asking->narrowing.scope->n_people);

  for (guint32 person = 0; person < n; person++)
    {
      guint slot = ink_persona_comparison_slot (comparison, person);

      if (ink_narrowing_is_cancelled (&asking->narrowing, person, error))
        return FALSE;
      if (ink_people_has (asking->counted, person))
        counts[(gsize) slot * property->n_values + ink_codes_get (property->codes, person)]++;
    }
  for (guint slot = 0; slot < comparison->n; slot++)
    add_top (builder, comparison, slot, property, counts + (gsize) slot * property->n_values);

  return TRUE;
}

static gboolean
add_property (InkTableBuilder *builder,
              const InkPersonaComparison *comparison,
              const char *name,
              GError **error)
{
  GError *failure = NULL;
  g_autoptr (InkProperty) property = ink_event_store_load_property (
      comparison->asking->narrowing.scope->store, name, INK_ON_PERSON, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  if (property == NULL || property->layout != INK_LAYOUT_CODES)
    return TRUE;
  return count_property (builder, comparison, property, error);
}

InkTable *
ink_persona_values_to_table (const InkPersonaComparison *comparison,
                             GError **error)
{
  InkTableBuilder *builder;
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (InkTable) table = NULL;
  gboolean done = TRUE;

  g_return_val_if_fail (comparison != NULL, NULL);

  builder = ink_table_builder_new ();
  ink_table_builder_add_text (builder, "persona", _ ("Persona"));
  ink_table_builder_add_text (builder, "property", _ ("Property"));
  ink_table_builder_add_text (builder, "value", _ ("Value"));
  ink_table_builder_add_number (builder, "people", _ ("People"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "share", _ ("Share"), INK_FORMAT_SHARE);
  names = choose (comparison);
  for (guint i = 0; done && i < names->len; i++)
    done = add_property (builder, comparison, g_ptr_array_index (names, i), error);
  table = ink_table_builder_end (builder);

  return done ? g_steal_pointer (&table) : NULL;
}
