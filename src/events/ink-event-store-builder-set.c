/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Properties of rows: of the row that was begun last, or a column at a time. */
#include "events/ink-event-store-builder-private.h"

/* The row that a setter of @column means; FALSE where there is none. A person's property while an
 * event is at hand is one of the event's person. */
static inline gboolean
row_to_set (InkEventStoreBuilder *builder,
            const InkColumn *column,
            guint32 *row)
{
  if (G_LIKELY (column->on == INK_ON_EVENT))
    {
      *row = builder->n_rows - 1;
      return builder->in_event;
    }
  if (builder->in_event)
    {
      guint32 person = builder->persons[builder->n_rows - 1];

      if (builder->current_person == INK_NO_PERSON && person != INK_NO_PERSON)
        {
          g_array_append_val (builder->person_rows, person);
          builder->current_person = person;
        }
    }
  *row = builder->person_rows->len - 1;
  return builder->current_person != INK_NO_PERSON;
}

void
ink_event_store_builder_set_text (InkEventStoreBuilder *builder,
                                  guint property,
                                  const char *text,
                                  gsize length)
{
  InkColumn *column = g_ptr_array_index (builder->columns, property);
  guint32 row;

  if (row_to_set (builder, column, &row))
    ink_column_set_text (column, row, text, length);
}

void
ink_event_store_builder_set_number (InkEventStoreBuilder *builder,
                                    guint property,
                                    double number)
{
  InkColumn *column = g_ptr_array_index (builder->columns, property);
  guint32 row;

  if (row_to_set (builder, column, &row))
    ink_column_set_number (column, row, number);
}

void
ink_event_store_builder_set_boolean (InkEventStoreBuilder *builder,
                                     guint property,
                                     gboolean boolean)
{
  InkColumn *column = g_ptr_array_index (builder->columns, property);
  guint32 row;

  if (row_to_set (builder, column, &row))
    ink_column_set_boolean (column, row, boolean);
}

void
ink_event_store_builder_set_time (InkEventStoreBuilder *builder,
                                  guint property,
                                  gint64 time)
{
  InkColumn *column = g_ptr_array_index (builder->columns, property);
  guint32 row;

  if (row_to_set (builder, column, &row))
    ink_column_set_time (column, row, time);
}

/* --- A column at a time --- */

void
ink_event_store_builder_put_texts (InkEventStoreBuilder *builder,
                                   guint property,
                                   const InkRowText *texts,
                                   guint n)
{
  ink_column_set_texts (g_ptr_array_index (builder->columns, property), texts, n);
}

void
ink_event_store_builder_put_numbers (InkEventStoreBuilder *builder,
                                     guint property,
                                     const guint32 *rows,
                                     const double *numbers,
                                     guint n)
{
  ink_column_set_numbers (g_ptr_array_index (builder->columns, property), rows, numbers, n);
}

void
ink_event_store_builder_put_boolean (InkEventStoreBuilder *builder,
                                     guint property,
                                     guint32 row,
                                     gboolean boolean)
{
  ink_column_set_boolean (g_ptr_array_index (builder->columns, property), row, boolean);
}

void
ink_event_store_builder_put_time (InkEventStoreBuilder *builder,
                                  guint property,
                                  guint32 row,
                                  gint64 time)
{
  ink_column_set_time (g_ptr_array_index (builder->columns, property), row, time);
}
