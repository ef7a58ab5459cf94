/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-table-save.h"

#include "document/ink-slide-table.h"
#include "export/ink-exporter.h"
#include "ui/compat/ink-compat-file.h"
#include "ui/compat/ink-compat-name.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define SLIDE "slide"

static const struct
{
  const char *ending;
  const char *label;
  const char *kind;
} ways[] = {
  { "csv", N_ ("Save Table as _CSV…"), N_ ("CSV table") },
  { "xlsx", N_ ("Save Table as E_xcel Workbook…"), N_ ("Excel workbook") },
};

/* What the file dialog's answer finds: the table as it was when it was asked. */
typedef struct
{
  GtkWidget *widget;
  GBytes *content;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->widget);
  g_bytes_unref (saving->content);
  g_free (saving);
}

static void
complain (GtkWidget *widget,
          const GError *error)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                              _ ("The Table Could Not Be Saved"), error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
saved_cb (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  Saving *saving = data;
  g_autoptr (GError) error = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    complain (saving->widget, error);
  else
    gtk_widget_activate_action (saving->widget, "win.toast", "s", _ ("Table saved"));
  saving_free (saving);
}

static void
file_chosen_cb (GListModel *files,
                gpointer data)
{
  Saving *saving = data;
  g_autoptr (GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;

  if (file != NULL)
    g_file_replace_contents_bytes_async (file, saving->content, NULL, FALSE, G_FILE_CREATE_NONE,
                                         NULL, saved_cb, saving);
  else
    saving_free (saving);
}

static void
ask (GtkWidget *widget,
     GBytes *content,
     const char *title,
     guint way)
{
  g_autofree char *name
      = g_strdup_printf ("%s.%s", title != NULL ? title : _ ("Table"), ways[way].ending);
  g_autofree char *pattern = g_strconcat ("*.", ways[way].ending, NULL);
  Saving *saving = g_new0 (Saving, 1);

  saving->widget = g_object_ref (widget);
  saving->content = g_bytes_ref (content);
  g_strdelimit (name, G_DIR_SEPARATOR_S, '-');
  ink_compat_save_file (GTK_WINDOW (gtk_widget_get_root (widget)), _ ("Save Table"), name,
                        _ (ways[way].kind), pattern, file_chosen_cb, saving);
}

static void
add_slide (GtkWidget *widget,
           const InkTable *table,
           GTimeZone *zone,
           const char *title)
{
  g_autoptr (GDateTime) now
      = zone != NULL ? g_date_time_new_now (zone) : g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autoptr (InkSlide) slide
      = ink_slide_new_for_table (table, title != NULL ? title : _ ("Table"), today);
  g_autofree char *json = ink_slide_to_json (slide);

  gtk_widget_activate_action (widget, "win.add-slide", "s", json);
}

void
ink_table_save (GtkWidget *widget,
                InkTable *table,
                GTimeZone *zone,
                const char *title,
                const char *way)
{
  InkExportOptions options = { .title = title, .zone = zone };
  g_autoptr (GBytes) content = NULL;
  g_autoptr (GError) error = NULL;
  guint number = g_strcmp0 (way, ways[1].ending) == 0 ? 1 : 0;

  g_return_if_fail (GTK_IS_WIDGET (widget) && table != NULL);

  if (g_strcmp0 (way, SLIDE) == 0)
    {
      add_slide (widget, table, zone, title);
      return;
    }
  content
      = ink_export_to_bytes (ink_exporter_find (ways[number].ending), NULL, table, &options, &error);
  if (content != NULL)
    ask (widget, content, title, number);
  else
    complain (widget, error);
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

  append (report, _ ("_Add to Report"), action, SLIDE);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    append (files, _ (ways[i].label), action, ways[i].ending);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (report));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (files));

  return G_MENU_MODEL (menu);
}

GtkWidget *
ink_table_save_button_new (const char *action)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenuModel) menu = ink_table_save_menu_new (action);

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_add_css_class (button, "flat");
  ink_compat_set_hint (button, _ ("Table Menu"));
  ink_compat_name_menus (button);

  return button;
}
