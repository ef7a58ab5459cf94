/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Taking a data table elsewhere: as a file, or onto a slide. */

#include "config.h"

#include "ui/widgets/ink-data-table-private.h"

#include "charts/ink-table-grid.h"
#include "ui/widgets/ink-data-export.h"
#include "ui/widgets/ink-table-save.h"

static void
add_slide (InkDataTable *self)
{
  g_autoptr (InkDataExport) export
      = ink_data_export_new (self->source, self->source_data, self->rows, INK_TABLE_GRID_ROWS);
  g_autoptr (InkTable) table = NULL;

  ink_data_export_read (export, INK_TABLE_GRID_ROWS);
  table = ink_data_export_end (g_steal_pointer (&export));
  ink_table_add_slide (GTK_WIDGET (self), table, ink_row_list_get_n (self->rows), self->zone,
                       self->saved_as);
}

typedef struct
{
  InkDataTable *table;
  char *ending;
} Question;

static void
file_chosen_cb (GListModel *files,
                gpointer data)
{
  g_autofree Question *question = data;
  g_autoptr (InkDataTable) self = question->table;
  g_autofree char *ending = question->ending;
  g_autoptr (GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;

  if (file != NULL && self->content != NULL)
    ink_table_work_start (self->work, self->source, self->source_data, self->rows, self->zone,
                          self->saved_as, ending, file);
}

static void
save_cb (GSimpleAction *action,
         GVariant *parameter,
         gpointer data)
{
  InkDataTable *self = data;
  const char *way = g_variant_get_string (parameter, NULL);
  Question *question;

  if (self->saved_as == NULL)
    return;
  if (g_str_equal (way, INK_TABLE_SLIDE))
    {
      add_slide (self);
      return;
    }
  question = g_new (Question, 1);
  *question = (Question){ g_object_ref (self), g_strdup (way) };
  ink_table_ask_file (GTK_WIDGET (self), self->saved_as, way, file_chosen_cb, question);
}

void
ink_data_table_set_saved_as (InkDataTable *self,
                             const char *title,
                             GTimeZone *zone)
{
  const GActionEntry entry = { "save", save_cb, "s", NULL, NULL, { 0 } };

  g_return_if_fail (INK_IS_DATA_TABLE (self) && title != NULL);
  g_return_if_fail (self->source != NULL && self->source->number != NULL);

  g_free (self->saved_as);
  self->saved_as = g_strdup (title);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  self->zone = zone != NULL ? g_time_zone_ref (zone) : NULL;
  if (self->save_button != NULL)
    return;
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), &entry, 1, self);
  self->save_button = ink_table_save_button_new ("table.save");
  self->work = INK_TABLE_WORK (ink_table_work_new ());
  gtk_box_insert_child_after (GTK_BOX (self->content), GTK_WIDGET (self->work),
                              gtk_widget_get_first_child (self->content));
  ink_data_table_add_tool (self, self->save_button);
}
