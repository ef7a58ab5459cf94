/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-table-save.h"

#include "document/ink-slide-table.h"
#include "export/ink-exporter.h"
#include "ui/compat/ink-compat-dialog.h"
#include "ui/compat/ink-compat-name.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

static const struct
{
  const char *ending;
  const char *label;
  const char *kind;
} ways[] = {
  { "csv", N_ ("Save Table as _CSV…"), N_ ("CSV table") },
  { "xlsx", N_ ("Save Table as E_xcel Workbook…"), N_ ("Excel workbook") },
};

/* What is written where; all but the table nullable. */
typedef struct
{
  GtkWidget *widget;
  InkTable *table;
  GTimeZone *zone;
  char *title;
  char *ending;
  GFile *file;
} Saving;

static Saving *
saving_new (GtkWidget *widget,
            InkTable *table,
            GTimeZone *zone,
            const char *title,
            const char *ending)
{
  Saving *saving = g_new0 (Saving, 1);

  g_set_object (&saving->widget, widget);
  saving->table = ink_table_ref (table);
  saving->zone = zone != NULL ? g_time_zone_ref (zone) : NULL;
  saving->title = g_strdup (title);
  saving->ending = g_strdup (ending);

  return saving;
}

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_clear_object (&saving->widget);
  ink_table_unref (saving->table);
  g_clear_pointer (&saving->zone, g_time_zone_unref);
  g_free (saving->title);
  g_free (saving->ending);
  g_clear_object (&saving->file);
  g_free (saving);
}

/* ---- The file ---- */

static void
write_thread (GTask *task,
              gpointer source,
              gpointer data,
              GCancellable *cancellable)
{
  const Saving *saving = data;
  InkExportOptions options = { .title = saving->title, .zone = saving->zone };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) content = ink_export_to_bytes (ink_exporter_find (saving->ending), NULL,
                                                    saving->table, &options, &error);

  if (content != NULL
      && g_file_replace_contents (saving->file, g_bytes_get_data (content, NULL),
                                  g_bytes_get_size (content), NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                  cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
ink_table_write_async (InkTable *table,
                       GTimeZone *zone,
                       const char *title,
                       const char *ending,
                       GFile *file,
                       GCancellable *cancellable,
                       GAsyncReadyCallback done,
                       gpointer data)
{
  g_autoptr (GTask) task = NULL;
  Saving *saving;

  g_return_if_fail (table != NULL && ending != NULL && G_IS_FILE (file));

  saving = saving_new (NULL, table, zone, title, ending);
  saving->file = g_object_ref (file);
  task = g_task_new (NULL, cancellable, done, data);
  g_task_set_task_data (task, saving, saving_free);
  g_task_run_in_thread (task, write_thread);
}

gboolean
ink_table_write_finish (GAsyncResult *result,
                        GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
ink_table_write_say (GtkWidget *widget,
                     const GError *error)
{
  GtkRoot *root;
  GtkWidget *dialog;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (error == NULL)
    {
      gtk_widget_activate_action (widget, "win.toast", "s", _ ("Table saved"));
      return;
    }
  root = gtk_widget_get_root (widget);
  dialog = ink_compat_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                          _ ("The Table Could Not Be Saved"), error->message);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ---- The question ---- */

void
ink_table_ask_file (GtkWidget *widget,
                    const char *title,
                    const char *ending,
                    InkFilesFunc done,
                    gpointer data)
{
  guint way = g_strcmp0 (ending, ways[1].ending) == 0 ? 1 : 0;
  g_autofree char *name
      = g_strdup_printf ("%s.%s", title != NULL ? title : _ ("Table"), ways[way].ending);
  g_autofree char *pattern = g_strconcat ("*.", ways[way].ending, NULL);

  g_return_if_fail (GTK_IS_WIDGET (widget));

  g_strdelimit (name, G_DIR_SEPARATOR_S, '-');
  ink_compat_save_file (GTK_WINDOW (gtk_widget_get_root (widget)), _ ("Save Table"), name,
                        _ (ways[way].kind), pattern, done, data);
}

static void
written_cb (GObject *source,
            GAsyncResult *result,
            gpointer data)
{
  Saving *saving = data;
  g_autoptr (GError) error = NULL;
  gboolean done = ink_table_write_finish (result, &error);

  ink_table_write_say (saving->widget, done ? NULL : error);
  saving_free (saving);
}

static void
file_chosen_cb (GListModel *files,
                gpointer data)
{
  Saving *saving = data;
  g_autoptr (GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;

  if (file != NULL)
    ink_table_write_async (saving->table, saving->zone, saving->title, saving->ending, file, NULL,
                           written_cb, saving);
  else
    saving_free (saving);
}

/* ---- The ways ---- */

void
ink_table_add_slide (GtkWidget *widget,
                     const InkTable *table,
                     guint n_rows,
                     GTimeZone *zone,
                     const char *title)
{
  g_autoptr (GDateTime) now
      = zone != NULL ? g_date_time_new_now (zone) : g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autoptr (InkSlide) slide = NULL;
  g_autofree char *json = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget) && table != NULL);

  slide = ink_slide_new_for_table (table, n_rows, title != NULL ? title : _ ("Table"), today);
  json = ink_slide_to_json (slide);
  gtk_widget_activate_action (widget, "win.add-slide", "s", json);
}

void
ink_table_save (GtkWidget *widget,
                InkTable *table,
                GTimeZone *zone,
                const char *title,
                const char *way)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && table != NULL && way != NULL);

  if (g_str_equal (way, INK_TABLE_SLIDE))
    ink_table_add_slide (widget, table, ink_table_get_n_rows (table), zone, title);
  else
    ink_table_ask_file (widget, title, way, file_chosen_cb,
                        saving_new (widget, table, zone, title, way));
}

static void
append (GMenu *menu,
        const char *label,
        const char *action,
        const char *way)
{
  g_autofree char *detailed = g_strdup_printf ("%s::%s", action, way);

  g_menu_append (menu, label, detailed);
}

GMenuModel *
ink_table_save_menu_new (const char *action)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) report = g_menu_new (), files = g_menu_new ();

  g_return_val_if_fail (action != NULL, NULL);

  append (report, _ ("_Add to Report"), action, INK_TABLE_SLIDE);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    append (files, _ (ways[i].label), action, ways[i].ending);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (report));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (files));

  return G_MENU_MODEL (menu);
}

/* A menu is many widgets, and is seldom opened. */
static void
create_popup_cb (GtkMenuButton *button,
                 gpointer action)
{
  g_autoptr (GMenuModel) menu = NULL;

  if (gtk_menu_button_get_menu_model (button) != NULL)
    return;
  menu = ink_table_save_menu_new (action);
  gtk_menu_button_set_menu_model (button, menu);
}

GtkWidget *
ink_table_save_button_new (const char *action)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create_popup_cb,
                                         g_strdup (action), g_free);
  gtk_widget_add_css_class (button, "flat");
  ink_compat_set_hint (button, _ ("Table Menu"));
  ink_compat_name_menus (button);

  return button;
}
