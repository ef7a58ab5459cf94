/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/pages/ink-data-properties.h"

#include "analysis/ink-data-queries.h"
#include "ui/pages/ink-data-words.h"
#include "ui/widgets/ink-data-table.h"

#include <glib/gi18n-lib.h>

enum
{
  COLUMN_NAME,
  COLUMN_ON,
  COLUMN_KIND,
  COLUMN_FILL,
  COLUMN_DISTINCT,
};

/* Columns of the query's table. */
enum
{
  CELL_NAME,
  CELL_ON,
  CELL_KIND,
  CELL_FILLED,
  CELL_ROWS,
  CELL_DISTINCT,
};

static const InkDataColumn columns[] = {
  [COLUMN_NAME] = { "name", N_ ("Property"), INK_DATA_TEXT, 0 },
  [COLUMN_ON] = { "on", N_ ("Of"), INK_DATA_TEXT, 8 },
  [COLUMN_KIND] = { "kind", N_ ("Type"), INK_DATA_TEXT, 9 },
  [COLUMN_FILL] = { "fill", N_ ("Filled"), INK_DATA_NUMBER, 8, FALSE, INK_FORMAT_SHARE },
  [COLUMN_DISTINCT] = { "distinct", N_ ("Different values"), INK_DATA_NUMBER, 9, FALSE,
                        INK_FORMAT_COUNT },
};

struct _InkDataProperties
{
  InkDataPart parent_instance;

  InkDataTable *table;
  InkRowList *rows;
  InkTable *properties; /* of the answer */
};

enum
{
  SIGNAL_OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InkDataProperties, ink_data_properties, INK_TYPE_DATA_PART)

static gboolean
is_of_person (InkDataProperties *self,
              guint number)
{
  return g_str_equal (ink_table_get_text (self->properties, CELL_ON, number), "person");
}

static double
get_fill (InkDataProperties *self,
          guint number)
{
  return ink_table_get_number (self->properties, CELL_FILLED, number)
         / MAX (ink_table_get_number (self->properties, CELL_ROWS, number), 1);
}

/* The names of ink_kind_to_string, as people say them. */
static const char *
get_kind (const char *kind)
{
  static const struct
  {
    const char *kind;
    const char *words;
  } kinds[] = {
    { "text", N_ ("Text") },
    { "number", N_ ("Number") },
    { "boolean", N_ ("Yes or no") },
    { "time", N_ ("Time") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].kind, kind))
      return _ (kinds[i].words);
  return kind;
}

static char *
get_text (gpointer data,
          guint number,
          guint column)
{
  InkDataProperties *self = data;
  InkNumbers numbers = ink_numbers_for_locale ();

  switch (column)
    {
    case COLUMN_NAME:
      return g_strdup (ink_table_get_text (self->properties, CELL_NAME, number));
    case COLUMN_ON:
      return g_strdup (is_of_person (self, number) ? _ ("People") : _ ("Events"));
    case COLUMN_KIND:
      return g_strdup (get_kind (ink_table_get_text (self->properties, CELL_KIND, number)));
    case COLUMN_FILL:
      return ink_numbers_share (&numbers, get_fill (self, number));
    default:
      return ink_data_count (ink_table_get_number (self->properties, CELL_DISTINCT, number));
    }
}

static double
get_number (gpointer data,
            guint number,
            guint column)
{
  InkDataProperties *self = data;

  return column == COLUMN_FILL
             ? get_fill (self, number)
             : ink_table_get_number (self->properties, CELL_DISTINCT, number);
}

static char *
get_detail (gpointer data,
            guint number)
{
  InkDataProperties *self = data;
  g_autofree char *kind = get_text (data, number, COLUMN_KIND);
  g_autofree char *fill = get_text (data, number, COLUMN_FILL);
  g_autofree char *distinct = get_text (data, number, COLUMN_DISTINCT);

  /* Translators: the type, a share, a count of values */
  return g_strdup_printf (is_of_person (self, number)
                              ? _ ("%s · on %s of people · %s different")
                              : _ ("%s · on %s of events · %s different"),
                          kind, fill, distinct);
}

static const InkDataSource source
    = { columns, G_N_ELEMENTS (columns), get_text, get_detail, NULL, NULL, get_number };

/* ---- Which rows, in which order ---- */

static int
compare_by (InkDataProperties *self,
            guint a,
            guint b,
            guint column)
{
  static const guint cells[] = { CELL_NAME, CELL_ON, CELL_KIND, CELL_FILLED, CELL_DISTINCT };
  double left, right;

  if (column <= COLUMN_KIND)
    return g_utf8_collate (ink_table_get_text (self->properties, cells[column], a),
                           ink_table_get_text (self->properties, cells[column], b));
  left = column == COLUMN_FILL ? get_fill (self, a)
                               : ink_table_get_number (self->properties, cells[column], a);
  right = column == COLUMN_FILL ? get_fill (self, b)
                                : ink_table_get_number (self->properties, cells[column], b);
  return (left > right) - (left < right);
}

static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer data)
{
  InkDataProperties *self = data;
  guint32 left = *(const guint32 *) a, right = *(const guint32 *) b;
  gboolean descending;
  guint column = ink_data_table_get_sort (self->table, &descending);
  int order = compare_by (self, left, right, column);

  if (order != 0)
    return descending ? -order : order;
  return (left > right) - (left < right);
}

static void
show_empty (InkDataProperties *self)
{
  if (*ink_data_table_get_search (self->table) != '\0')
    ink_data_table_set_empty (self->table, "system-search-symbolic", _ ("No property matches"),
                              _ ("Search for another part of the name."));
  else
    ink_data_table_set_empty (self->table, "ink-data-symbolic", _ ("No properties"),
                              _ ("What is imported here carries nothing but names and times. Keep "
                                 "more columns at the next import to compare by them."));
}

static void
show_rows (InkDataProperties *self)
{
  g_autofree char *search = ink_data_fold (ink_data_table_get_search (self->table));
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n;

  if (self->properties == NULL)
    return;
  for (guint32 i = 0; i < ink_table_get_n_rows (self->properties); i++)
    {
      g_autofree char *name = ink_data_fold (ink_table_get_text (self->properties, CELL_NAME, i));

      if (strstr (name, search) != NULL)
        g_array_append_val (order, i);
    }
  g_array_sort_with_data (order, compare, self);
  n = order->len;
  show_empty (self);
  ink_row_list_set (self->rows, n,
                    (guint32 *) (gpointer) g_array_free (g_steal_pointer (&order), FALSE));
}

static void
activated_cb (InkDataTable *table,
              guint number,
              InkDataProperties *self)
{
  g_signal_emit (self, signals[SIGNAL_OPENED], 0,
                 ink_table_get_text (self->properties, CELL_NAME, number),
                 is_of_person (self, number) ? INK_ON_PERSON : INK_ON_EVENT);
}

/* ---- As a part ---- */

static InkQuery *
ink_data_properties_build (InkDataPart *part,
                           InkDocument *document,
                           GError **error)
{
  InkFilter filter = ink_view_get_filter (ink_data_part_get_view (part));

  return ink_properties_query_new (ink_document_get_definition (document), &filter);
}

static void
ink_data_properties_answered (InkDataPart *part,
                              InkAnswer *answer)
{
  InkDataProperties *self = INK_DATA_PROPERTIES (part);
  InkTable *table = answer != NULL ? ink_answer_get_table (answer, "properties") : NULL;
  g_autofree char *count = NULL;
  g_autofree char *summary = NULL;
  guint n;

  if (table == NULL)
    return;
  n = ink_table_get_n_rows (table);
  ink_table_ref (table);
  g_clear_pointer (&self->properties, ink_table_unref);
  self->properties = table;
  show_rows (self);
  count = ink_data_count (n);
  summary = g_strdup_printf (ngettext ("%s property", "%s properties", n), count);
  ink_data_part_set_summary (part, summary);
}

static void
ink_data_properties_finalize (GObject *object)
{
  InkDataProperties *self = INK_DATA_PROPERTIES (object);

  g_clear_pointer (&self->properties, ink_table_unref);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (ink_data_properties_parent_class)->finalize (object);
}

static void
ink_data_properties_class_init (InkDataPropertiesClass *klass)
{
  InkDataPartClass *part_class = INK_DATA_PART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ink_data_properties_finalize;
  part_class->build = ink_data_properties_build;
  part_class->answered = ink_data_properties_answered;
  signals[SIGNAL_OPENED]
      = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);
}

static void
ink_data_properties_init (InkDataProperties *self)
{
  self->rows = ink_row_list_new ();
  self->table = g_object_new (INK_TYPE_DATA_TABLE, NULL);
  ink_data_table_set_source (self->table, &source, self, self->rows, _ ("Properties"),
                             _ ("Search properties"));
  ink_data_table_set_saved_as (self->table, _ ("Properties"), NULL);
  ink_data_table_set_activatable (self->table, TRUE);
  ink_data_table_set_sort (self->table, COLUMN_FILL, TRUE);
  g_signal_connect_object (self->table, "search-changed", G_CALLBACK (show_rows), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "sort-changed", G_CALLBACK (show_rows), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "activated", G_CALLBACK (activated_cb), self, 0);
  ink_data_part_set_content (INK_DATA_PART (self), GTK_WIDGET (self->table));
}
