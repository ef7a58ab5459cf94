/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/ink-row-columns.h"

#include <string.h>

void
ink_row_columns_clear (InkRowColumns *columns)
{
  g_array_unref (columns->who);
  g_array_unref (columns->event);
  g_array_unref (columns->time);
  g_array_unref (columns->flags);
  g_array_unref (columns->flag_names);
  g_array_unref (columns->on_event);
  g_array_unref (columns->on_person);
}

void
ink_row_columns_init (InkRowColumns *columns)
{
  *columns = (InkRowColumns){ .n_known = G_MAXUINT };
  columns->who = g_array_new (FALSE, FALSE, sizeof (guint));
  columns->event = g_array_new (FALSE, FALSE, sizeof (guint));
  columns->time = g_array_new (FALSE, FALSE, sizeof (guint));
  columns->flags = g_array_new (FALSE, FALSE, sizeof (guint));
  columns->flag_names = g_array_new (FALSE, FALSE, sizeof (guint32));
  columns->on_event = g_array_new (FALSE, FALSE, sizeof (InkCellWriter));
  columns->on_person = g_array_new (FALSE, FALSE, sizeof (InkCellWriter));
}

static int
compare_rank (gconstpointer a,
              gconstpointer b,
              gpointer data)
{
  InkImportPlan *plan = data;
  const InkPlanColumn *x = ink_import_plan_column (plan, *(const guint *) a);
  const InkPlanColumn *y = ink_import_plan_column (plan, *(const guint *) b);

  /* Second ids after the first ones. */
  if (x->role != y->role)
    return x->role < y->role ? -1 : 1;
  return x->rank < y->rank ? -1 : x->rank > y->rank;
}

static void
add_cells (InkRowColumns *columns,
           InkImportPlan *plan,
           InkEventStoreBuilder *builder,
           guint i)
{
  const InkPlanColumn *column = ink_import_plan_column (plan, i);
  gboolean person = column->role == INK_ROLE_PERSON || plan->people;
  InkCellWriter cells = { .column = i, .url = G_MAXUINT, .time = column->time };

  if (column->property == NULL)
    return;
  cells.property = ink_event_store_builder_property (builder, column->property,
                                                     person ? INK_ON_PERSON : INK_ON_EVENT);
  cells.page = column->role == INK_ROLE_PAGE;
  g_array_append_val (*(person ? &columns->on_person : &columns->on_event), cells);
}

/* Pages give the url, too, where no column of its own does. */
static void
add_urls (InkImportPlan *plan,
          InkEventStoreBuilder *builder,
          GArray *writers,
          InkOn on)
{
  for (guint i = 0; i < plan->columns->len; i++)
    if (g_strcmp0 (ink_import_plan_column (plan, i)->property, "url") == 0)
      return;
  for (guint k = 0; k < writers->len; k++)
    {
      InkCellWriter *cells = &g_array_index (writers, InkCellWriter, k);

      if (cells->page)
        cells->url = ink_event_store_builder_property (builder, "url", on);
    }
}

static void
add_flag (InkRowColumns *columns,
          InkEventStoreBuilder *builder,
          const InkPlanColumn *column,
          guint i)
{
  guint32 name = ink_event_store_builder_name (builder, column->name, strlen (column->name));

  g_array_append_val (columns->flags, i);
  g_array_append_val (columns->flag_names, name);
}

static void
add_column (InkRowColumns *columns,
            InkImportPlan *plan,
            InkEventStoreBuilder *builder,
            guint i)
{
  const InkPlanColumn *column = ink_import_plan_column (plan, i);

  if (column->role == INK_ROLE_WHO || column->role == INK_ROLE_ALSO)
    g_array_append_val (columns->who, i);
  else if (column->role == INK_ROLE_TIME)
    g_array_append_val (columns->time, i);
  else if (column->role == INK_ROLE_EVENT && !column->flag)
    g_array_append_val (columns->event, i);
  if (column->flag && column->role != INK_ROLE_LEAVE_OUT)
    add_flag (columns, builder, column, i);
  add_cells (columns, plan, builder, i);
}

static guint32
make_name (InkEventStoreBuilder *builder,
           const char *name)
{
  return name != NULL ? ink_event_store_builder_name (builder, name, strlen (name)) : 0;
}

void
ink_row_columns_follow (InkRowColumns *columns,
                        InkImportPlan *plan,
                        InkEventStoreBuilder *builder)
{
  g_return_if_fail (columns != NULL && plan != NULL && builder != NULL);

  if (G_LIKELY (columns->n_known == plan->columns->len))
    return;
  ink_row_columns_clear (columns);
  ink_row_columns_init (columns);
  for (guint i = 0; i < plan->columns->len; i++)
    add_column (columns, plan, builder, i);
  add_urls (plan, builder, columns->on_event, INK_ON_EVENT);
  add_urls (plan, builder, columns->on_person, INK_ON_PERSON);
  g_array_sort_with_data (columns->who, compare_rank, plan);
  g_array_sort_with_data (columns->time, compare_rank, plan);
  columns->fixed_name = make_name (builder, plan->event_name);
  columns->row_name = make_name (builder, plan->row_name);
  columns->n_known = plan->columns->len;
}
