/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/widgets/ink-event-catalogue.h"

struct _InkEventCatalogue
{
  GPtrArray *items; /* InkEventItem */
  gboolean open[INK_N_EVENT_GROUPS];
  InkAnswer *answer;         /* nullable: what the items were read from */
  InkDefinition *definition; /* likewise */
};

InkEventCatalogue *
ink_event_catalogue_new (void)
{
  InkEventCatalogue *self = g_new0 (InkEventCatalogue, 1);

  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->open[INK_EVENTS_OWN] = self->open[INK_EVENTS_PAGES] = TRUE;

  return self;
}

void
ink_event_catalogue_free (InkEventCatalogue *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->items);
  g_clear_pointer (&self->answer, ink_answer_unref);
  g_clear_pointer (&self->definition, ink_definition_unref);
  g_free (self);
}

/* ---- Reading ---- */

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const InkEventItem *x = *(InkEventItem *const *) a, *y = *(InkEventItem *const *) b;

  if (x->group != y->group)
    return (int) x->group - (int) y->group;

  return (x->events < y->events) - (x->events > y->events);
}

static void
read_series (InkEventItem *item,
             const InkTable *series,
             guint row)
{
  item->n_series = series != NULL ? ink_table_get_n_columns (series) : 0;
  item->series = g_new (double, item->n_series + 1);
  for (guint i = 0; i < item->n_series; i++)
    item->series[i] = ink_table_get_number (series, i, row);
}

/* The columns are those of ink_events_query_new(). */
static InkEventItem *
read_item (InkEventCatalogue *self,
           guint row)
{
  const InkTable *events = ink_answer_get_table (self->answer, "events");
  double all = ink_table_get_number (ink_answer_get_table (self->answer, "totals"), 1, 0);
  const char *name = ink_table_get_text (events, 0, row);
  const char *label = g_hash_table_lookup (self->definition->labels, name);
  double people = ink_table_get_number (events, 2, row);
  InkEventGroup group = ink_event_group_of (self->definition, name, people, all);
  InkEventItem *item = ink_event_item_new (name, label != NULL ? label : name, group);

  item->events = ink_table_get_number (events, 1, row);
  item->people = people;
  read_series (item, ink_answer_get_table (self->answer, "series"), row);

  return item;
}

static void
remember (InkEventCatalogue *self,
          InkAnswer *answer,
          InkDefinition *definition)
{
  ink_answer_ref (answer);
  g_clear_pointer (&self->answer, ink_answer_unref);
  self->answer = answer;
  ink_definition_ref (definition);
  g_clear_pointer (&self->definition, ink_definition_unref);
  self->definition = definition;
}

gboolean
ink_event_catalogue_read (InkEventCatalogue *self,
                          InkAnswer *answer,
                          InkDefinition *definition)
{
  guint n;

  g_return_val_if_fail (self != NULL && answer != NULL && definition != NULL, FALSE);

  if (self->answer == answer && ink_event_groups_are_same (self->definition, definition))
    return FALSE;
  remember (self, answer, definition);
  n = ink_table_get_n_rows (ink_answer_get_table (answer, "events"));
  g_ptr_array_set_size (self->items, 0);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->items, read_item (self, i));
  g_ptr_array_sort (self->items, compare_items);

  return TRUE;
}

/* ---- Listing ---- */

static char **
split_words (const char *search)
{
  g_autofree char *folded = g_utf8_casefold (search, -1);
  g_auto (GStrv) words = g_strsplit_set (g_strstrip (folded), " \t", -1);
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_strv_builder_add (kept, words[i]);

  return g_strv_builder_end (kept);
}

static void
append_group (InkEventCatalogue *self,
              GPtrArray *shown,
              InkEventGroup group,
              char *const *words)
{
  gboolean searching = words[0] != NULL;
  gboolean open = searching || self->open[group];
  InkEventItem *heading = ink_event_item_new (NULL, ink_event_group_get_title (group), group);
  guint at = shown->len;

  heading->is_open = open;
  g_ptr_array_add (shown, heading);
  for (guint i = 0; i < self->items->len; i++)
    {
      InkEventItem *item = g_ptr_array_index (self->items, i);

      if (item->group != group || !ink_event_item_matches (item, words))
        continue;
      heading->n_events++;
      if (open)
        g_ptr_array_add (shown, g_object_ref (item));
    }
  if (heading->n_events == 0)
    g_ptr_array_remove_index (shown, at);
}

GPtrArray *
ink_event_catalogue_list (InkEventCatalogue *self,
                          const char *search)
{
  GPtrArray *shown;
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (self != NULL && search != NULL, NULL);

  shown = g_ptr_array_new_with_free_func (g_object_unref);
  words = split_words (search);
  for (InkEventGroup group = 0; group < INK_N_EVENT_GROUPS; group++)
    append_group (self, shown, group, words);

  return shown;
}

InkEventItem *
ink_event_catalogue_find (InkEventCatalogue *self,
                          const char *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  for (guint i = 0; i < self->items->len; i++)
    {
      InkEventItem *item = g_ptr_array_index (self->items, i);

      if (g_strcmp0 (item->name, name) == 0)
        return item;
    }

  return NULL;
}

void
ink_event_catalogue_toggle (InkEventCatalogue *self,
                            InkEventGroup group)
{
  g_return_if_fail (self != NULL && group < INK_N_EVENT_GROUPS);

  self->open[group] = !self->open[group];
}
