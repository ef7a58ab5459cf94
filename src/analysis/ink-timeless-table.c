/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Rows, strata, a fourfold table per stratum and micro, one ratio over them. */
#include "config.h"

#include "analysis/ink-timeless-table.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "analysis/ink-indicator-walk.h"
#include "analysis/ink-labels.h"
#include "analysis/ink-timeless-sentence.h"
#include "stats/ink-multiple.h"
#include "stats/ink-wilson.h"

static const char *const names[INK_N_TIMELESS_VERDICTS] = {
  [INK_TIMELESS_NO_DATA] = N_ ("No data"),
  [INK_TIMELESS_MORE] = N_ ("More often"),
  [INK_TIMELESS_LESS] = N_ ("Less often"),
  [INK_TIMELESS_NO_DIFFERENCE] = N_ ("No clear difference"),
};

typedef struct
{
  const InkIndicatorFrame *frame;
  InkTimelessTable *table;
  InkTimelessRows rows;
  guint32 *strata; /* by row */
  guint n_strata;
} Comparing;

const char *
ink_timeless_verdict_to_string (InkTimelessVerdict verdict)
{
  g_return_val_if_fail (verdict < INK_N_TIMELESS_VERDICTS, NULL);

  return names[verdict];
}

const char *
ink_timeless_verdict_get_title (InkTimelessVerdict verdict)
{
  g_return_val_if_fail (verdict < INK_N_TIMELESS_VERDICTS, NULL);

  return _ (names[verdict]);
}

gboolean
ink_timeless_applies (InkEventStore *store)
{
  g_return_val_if_fail (store != NULL, FALSE);

  return ink_event_store_get_n_people (store) > 0
         && ink_event_store_get_first (store) == INK_TIME_NONE
         && ink_event_store_get_last (store) == INK_TIME_NONE;
}

/* ---- Settings ---- */

static char *
read_text_setting (const InkDefinition *definition,
                   const char *name)
{
  const char *json = g_hash_table_lookup (definition->settings, name);
  g_autoptr (JsonNode) node = json != NULL ? json_from_string (json, NULL) : NULL;

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_dup_string (node) : NULL;
}

/* Whether the user said that @column was not filled in afterwards. */
static gboolean
is_trusted (const InkDefinition *definition,
            const char *column)
{
  const char *json = g_hash_table_lookup (definition->settings, "trusted_columns");
  g_autoptr (JsonNode) node = json != NULL ? json_from_string (json, NULL) : NULL;
  JsonArray *list
      = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      JsonNode *element = json_array_get_element (list, i);

      if (JSON_NODE_HOLDS_VALUE (element)
          && g_strcmp0 (json_node_get_string (element), column) == 0)
        return TRUE;
    }
  return FALSE;
}

/* ---- Rows ---- */

/* The yes/no column behind a goal: it is blank where nobody answered. */
static const char *
find_column (const Comparing *self,
             const InkRule *rule)
{
  const InkSchema *schema = ink_event_store_get_schema (self->frame->scope->store);

  if (rule->kind != INK_RULE_DOES || rule->names[0] == NULL || rule->names[1] != NULL
      || ink_schema_find_property (schema, rule->names[0], INK_ON_PERSON) == NULL)
    return NULL;
  return rule->names[0];
}

/* The property of people, which may not be there. */
static gboolean
load_column (const Comparing *self,
             const char *column,
             InkProperty **property,
             GError **error)
{
  g_autoptr (GError) failed = NULL;

  *property = NULL;
  if (column != NULL)
    *property = ink_event_store_load_property (self->frame->scope->store, column, INK_ON_PERSON,
                                               &failed);
  if (failed == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

/* Who answered: by person; everybody where no column stands behind the goal. */
static gboolean
find_answered (const Comparing *self,
               const InkRule *rule,
               guint8 **answered,
               GError **error)
{
  const InkScope *scope = self->frame->scope;
  const char *column = find_column (self, rule);
  g_autoptr (InkProperty) property = NULL;

  if (!load_column (self, column, &property, error))
    return FALSE;
  *answered = g_malloc (scope->n_people + 1);
  for (guint32 i = 0; i < scope->n_people; i++)
    (*answered)[i] = property == NULL || ink_property_get (property, i).kind != INK_KIND_ABSENT;
  return TRUE;
}

static guint8 *
mark_people (const InkScope *scope,
             const InkRows *moments)
{
  g_autofree guint32 *people = ink_scope_persons_of_rows (scope, moments->rows, moments->n);
  guint8 *marked = g_malloc0 (scope->n_people + 1);

  for (guint32 i = 0; i < moments->n; i++)
    marked[people[i]] = TRUE;
  return marked;
}

static gboolean
find_rows (Comparing *self,
           const guint8 *personas,
           int only,
           GError **error)
{
  const InkScope *scope = self->frame->scope;
  InkTimelessRows *rows = &self->rows;
  g_autofree guint8 *converted = mark_people (scope, self->frame->macro_rows);
  g_autofree guint8 *answered = NULL;

  if (!find_answered (self, self->frame->macro->rule, &answered, error))
    return FALSE;
  rows->people = g_new (guint32, scope->n_people + 1);
  rows->converted = g_malloc (scope->n_people + 1);
  for (guint32 person = 0; person < scope->n_people; person++)
    {
      gboolean is_asked = only == INK_INDICATOR_ALL_PERSONAS || personas[person] == only;

      self->table->left_out += is_asked && !answered[person];
      if (!is_asked || !answered[person])
        continue;
      rows->people[rows->n] = person;
      rows->converted[rows->n++] = converted[person];
      rows->n_converted += converted[person];
    }
  self->table->rows = rows->n;
  self->table->converted = rows->n_converted;
  return TRUE;
}

/* ---- Strata ---- */

/* By row, the fifth of the column that the user named as activity; nothing where there is none. */
static gboolean
find_activity (Comparing *self,
               guint8 *fifths,
               GError **error)
{
  g_autoptr (InkProperty) property = NULL;
  g_autofree double *values = NULL;
  g_autofree char *column
      = read_text_setting (self->frame->scope->definition, "activity_column");

  memset (fifths, 0, self->rows.n + 1);
  if (!load_column (self, column, &property, error))
    return FALSE;
  if (property == NULL || property->layout != INK_LAYOUT_NUMBERS)
    return TRUE;
  values = g_new (double, self->rows.n + 1);
  for (guint32 i = 0; i < self->rows.n; i++)
    values[i] = property->numbers[self->rows.people[i]];
  ink_timeless_fifths (values, self->rows.n, fifths);
  self->table->activity = g_steal_pointer (&column);
  return TRUE;
}

/* The column that says where people came from. */
static InkLabels *
find_channels (const Comparing *self,
               GError **error)
{
  static const char *const columns[] = { "channel", "source" };
  InkScope *scope = self->frame->scope;
  const InkSchema *schema = ink_event_store_get_schema (scope->store);
  guint i = 0;

  while (i + 1 < G_N_ELEMENTS (columns)
         && ink_schema_find_property (schema, columns[i], INK_ON_PERSON) == NULL)
    i++;
  return ink_labels_new (scope, (const char *const[]){ columns[i], NULL }, INK_LABELS_OF_PERSON,
                         error);
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  guint64 x = *(const guint64 *) a, y = *(const guint64 *) b;

  return (x > y) - (x < y);
}

/* Numbers the keys in their order, so that sums have one order. */
static void
number_keys (Comparing *self,
             const guint64 *keys)
{
  guint32 n = self->rows.n;
  g_autofree guint64 *sorted = g_memdup2 (keys, (n + 1) * sizeof *keys);

  qsort (sorted, n, sizeof *sorted, compare_keys);
  for (guint32 i = 0; i < n; i++)
    if (i == 0 || sorted[i] != sorted[self->n_strata - 1])
      sorted[self->n_strata++] = sorted[i];
  self->strata = g_new (guint32, n + 1);
  for (guint32 i = 0; i < n; i++)
    {
      const guint64 *found
          = bsearch (&keys[i], sorted, self->n_strata, sizeof *sorted, compare_keys);

      self->strata[i] = (guint32) (found - sorted);
    }
}

static gboolean
find_strata (Comparing *self,
             const guint8 *personas,
             GError **error)
{
  g_autoptr (InkLabels) channels = find_channels (self, error);
  g_autofree guint8 *fifths = g_malloc (self->rows.n + 1);
  g_autofree guint64 *keys = g_new0 (guint64, self->rows.n + 1);

  if (channels == NULL || !find_activity (self, fifths, error))
    return FALSE;
  for (guint32 i = 0; i < self->rows.n; i++)
    {
      guint32 person = self->rows.people[i];

      keys[i] = (guint64) personas[person] << 40
                | (guint64) ink_labels_find (channels, person, 0) << 8 | fifths[i];
    }
  number_keys (self, keys);
  self->table->strata = self->n_strata;
  return TRUE;
}

/* ---- Micros ---- */

static void
add_row (InkFourfold *table,
         gboolean with,
         gboolean converted)
{
  table->a += with && converted;
  table->b += with && !converted;
  table->c += !with && converted;
  table->d += !with && !converted;
}

static gboolean
fill_tables (Comparing *self,
             guint index,
             InkFourfold *strata,
             GError **error)
{
  InkTimelessMicro *micro = &self->table->micros[index];
  g_autofree guint8 *with = mark_people (self->frame->scope, self->frame->micro_rows[index]);
  g_autofree guint8 *answered = NULL;

  if (!find_answered (self, self->frame->micros[index]->rule, &answered, error))
    return FALSE;
  for (guint32 i = 0; i < self->rows.n; i++)
    {
      guint32 person = self->rows.people[i];

      if (!answered[person])
        {
          micro->left_out++;
          continue;
        }
      add_row (&micro->table, with[person], self->rows.converted[i]);
      add_row (&strata[self->strata[i]], with[person], self->rows.converted[i]);
    }
  return TRUE;
}

static gboolean
compare_micro (Comparing *self,
               guint index,
               GError **error)
{
  InkTimelessMicro *micro = &self->table->micros[index];
  g_autofree InkFourfold *strata = g_new0 (InkFourfold, self->n_strata + 1);

  micro->micro = g_strdup (self->frame->micros[index]->name);
  if (!fill_tables (self, index, strata, error))
    return FALSE;
  for (guint i = 0; i < self->n_strata; i++)
    micro->n_strata
        += strata[i].a + strata[i].b > 0 && strata[i].c + strata[i].d > 0;
  micro->with = ink_wilson_range (micro->table.a, micro->table.a + micro->table.b, 0.95);
  micro->without = ink_wilson_range (micro->table.c, micro->table.c + micro->table.d, 0.95);
  ink_mantel_haenszel (strata, self->n_strata, &micro->ratios);
  return TRUE;
}

static InkTimelessVerdict
judge (const InkTimelessMicro *micro,
       const InkIndicatorSettings *settings)
{
  const InkFourfold *table = &micro->table;
  InkInterval range = micro->ratios.risk_ratio_range;

  if (table->a + table->c == 0 || table->a + table->b == 0 || table->c + table->d == 0)
    return INK_TIMELESS_NO_DATA;
  if (micro->q <= settings->false_share && range.low > 1)
    return INK_TIMELESS_MORE;
  if (micro->q <= settings->false_share && range.high < 1)
    return INK_TIMELESS_LESS;
  return INK_TIMELESS_NO_DIFFERENCE;
}

static gboolean
compare_micros (Comparing *self,
                GError **error)
{
  InkTimelessTable *table = self->table;
  g_autofree double *p = NULL;

  table->n = self->frame->n_micros;
  table->micros = g_new0 (InkTimelessMicro, table->n + 1);
  p = g_new (double, table->n + 1);
  for (guint i = 0; i < table->n; i++)
    {
      if (!compare_micro (self, i, error))
        return FALSE;
      p[i] = table->micros[i].ratios.chi_square > 0 ? table->micros[i].ratios.p_value : 1;
    }
  ink_benjamini_hochberg (p, table->n, p);
  for (guint i = 0; i < table->n; i++)
    {
      table->micros[i].q = p[i];
      table->micros[i].verdict = judge (&table->micros[i], &self->frame->settings);
      table->micros[i].sentence = ink_timeless_sentence (table, i);
    }
  return TRUE;
}

/* ---- Columns ---- */

/* What almost gives the answer away comes last; else the order of the file. */
static void
put_suspects_last (InkTimelessTable *table,
                   GPtrArray *columns)
{
  table->columns = g_new0 (InkTimelessColumn *, columns->len + 1);
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < columns->len; i++)
      {
        InkTimelessColumn *column = g_ptr_array_index (columns, i);

        if (column->check == (pass == 1))
          table->columns[table->n_columns++] = column;
      }
  g_ptr_array_set_free_func (columns, NULL);
}

/* Every column of people but the outcome's own. */
static gboolean
compare_columns (Comparing *self,
                 GError **error)
{
  const InkScope *scope = self->frame->scope;
  const InkSchema *schema = ink_event_store_get_schema (scope->store);
  const char *outcome = find_column (self, self->frame->macro->rule);
  g_autoptr (GPtrArray) columns
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ink_timeless_column_free);

  for (guint i = 0; i < schema->n_properties; i++)
    {
      const InkPropertyInfo *info = &schema->properties[i];
      g_autoptr (GError) failed = NULL;
      InkTimelessColumn *column;

      if (info->on != INK_ON_PERSON || g_strcmp0 (info->name, outcome) == 0)
        continue;
      if (g_cancellable_set_error_if_cancelled (scope->cancellable, error))
        return FALSE;
      column = ink_timeless_column_new (scope->store, info->name, &self->rows,
                                        is_trusted (scope->definition, info->name), &failed);
      if (failed != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failed));
          return FALSE;
        }
      if (column != NULL)
        g_ptr_array_add (columns, column);
    }
  put_suspects_last (self->table, columns);
  return TRUE;
}

/* ---- All of it ---- */

static void
clear_comparing (Comparing *self)
{
  g_clear_pointer (&self->rows.people, g_free);
  g_clear_pointer (&self->rows.converted, g_free);
  g_clear_pointer (&self->strata, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Comparing, clear_comparing)

InkTimelessTable *
ink_timeless_table_new (const InkIndicatorFrame *frame,
                        int only,
                        GError **error)
{
  g_autofree guint8 *personas = NULL;
  g_autoptr (InkTimelessTable) table = NULL;
  g_auto (Comparing) self = { .frame = frame };

  g_return_val_if_fail (frame != NULL, NULL);

  personas = ink_scope_persona_bytes (frame->scope, error);
  if (personas == NULL)
    return NULL;
  table = g_new0 (InkTimelessTable, 1);
  table->outcome = g_strdup (frame->macro->name);
  self.table = table;
  if (!find_rows (&self, personas, only, error) || !find_strata (&self, personas, error)
      || !compare_micros (&self, error) || !compare_columns (&self, error))
    return NULL;
  table->banner = ink_timeless_banner (table);

  return g_steal_pointer (&table);
}

void
ink_timeless_table_free (InkTimelessTable *table)
{
  if (table == NULL)
    return;
  for (guint i = 0; i < table->n; i++)
    {
      g_free (table->micros[i].micro);
      g_free (table->micros[i].sentence);
    }
  for (guint i = 0; i < table->n_columns; i++)
    ink_timeless_column_free (table->columns[i]);
  g_free (table->micros);
  g_free (table->columns);
  g_free (table->outcome);
  g_free (table->activity);
  g_free (table->banner);
  g_free (table);
}
