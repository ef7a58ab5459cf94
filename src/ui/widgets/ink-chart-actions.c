/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A chart on its way out of its view: into the report, the clipboard, files. */
#include "config.h"

#include "ui/widgets/ink-chart-view-private.h"

#include "charts/ink-chart-numbers.h"
#include "ui/compat/ink-compat-dialog.h"
#include "ui/dialogs/ink-picture-dialog.h"
#include "ui/ink-print.h"
#include "ui/widgets/ink-chart-clipboard.h"
#include "ui/widgets/ink-table-save.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* ---- The menu ---- */

GMenuModel *
_ink_chart_view_make_menu (void)
{
  static const struct
  {
    const char *label;
    const char *action;
  } items[] = {
    { N_ ("_Add to Report"), "chart.add-slide" },
    { NULL, NULL },
    { N_ ("_Copy Chart"), "chart.copy" },
    { N_ ("Copy as _Table"), "chart.copy-table" },
    { NULL, NULL },
    { N_ ("_Save Picture…"), "chart.save" },
    { N_ ("Save Table as CS_V…"), "chart.save-table::csv" },
    { N_ ("Save Table as E_xcel Workbook…"), "chart.save-table::xlsx" },
    { N_ ("_Print…"), "chart.print" },
    { NULL, NULL },
    { N_ ("Show _Data Table"), "chart.show-table" },
  };
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    if (items[i].label != NULL)
      {
        g_menu_append (section, _ (items[i].label), items[i].action);
      }
    else
      {
        g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
        g_object_unref (section);
        section = g_menu_new ();
      }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));

  return G_MENU_MODEL (menu);
}

static void
menu_closed_cb (InkChartView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

void
_ink_chart_view_show_menu (InkChartView *self,
                           double x,
                           double y)
{
  graphene_point_t at;

  if (self->table == NULL
      || !gtk_widget_compute_point (GTK_WIDGET (self->canvas), GTK_WIDGET (self),
                                    &GRAPHENE_POINT_INIT ((float) x, (float) y), &at))
    return;
  if (self->menu == NULL)
    {
      g_autoptr (GMenuModel) model = _ink_chart_view_make_menu ();

      self->menu = GTK_POPOVER_MENU (gtk_popover_menu_new_from_model (model));
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (GTK_WIDGET (self->menu), GTK_ALIGN_START);
      gtk_widget_set_parent (GTK_WIDGET (self->menu), GTK_WIDGET (self));
      g_signal_connect_swapped (self->menu, "closed", G_CALLBACK (menu_closed_cb), self);
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle){ (int) at.x, (int) at.y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* ---- Taking it elsewhere ---- */

/* As large as it is here. */
static InkChartOptions
get_options (InkChartView *self)
{
  InkChartOptions options = self->options;

  options.width = gtk_widget_get_width (GTK_WIDGET (self->canvas));
  options.height = gtk_widget_get_height (GTK_WIDGET (self->canvas));
  options.right_to_left = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  return options;
}

static void
complain (InkChartView *self,
          const GError *error)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog = ink_compat_message_dialog_new (root != NULL ? GTK_WINDOW (root) : NULL,
                                                     _ ("The Chart Could Not Be Copied"),
                                                     error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
add_slide_action (GtkWidget *widget,
                  const char *name,
                  GVariant *parameter)
{
  InkChartView *self = INK_CHART_VIEW (widget);

  if (self->slide != NULL)
    gtk_widget_activate_action (widget, "win.add-slide", "s", self->slide);
}

static void
copy_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  InkChartView *self = INK_CHART_VIEW (widget);
  InkChartOptions options = get_options (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkContentProvider) pictures = NULL;

  if (self->table == NULL)
    return;
  pictures = ink_chart_to_pictures (self->kind, self->table, &options, &error);
  if (pictures == NULL)
    {
      complain (self, error);
      return;
    }
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), pictures);
  gtk_widget_activate_action (widget, "win.toast", "s", _ ("Chart copied"));
}

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source,
                 double x,
                 double y,
                 InkChartView *self)
{
  InkChartOptions options = get_options (self);

  return self->table != NULL ? ink_chart_to_pictures (self->kind, self->table, &options, NULL)
                             : NULL;
}

static void
drag_begin_cb (GtkDragSource *source,
               GdkDrag *drag,
               InkChartView *self)
{
  g_autoptr (GdkPaintable) live = gtk_widget_paintable_new (GTK_WIDGET (self->canvas));
  g_autoptr (GdkPaintable) image = gdk_paintable_get_current_image (live);

  gtk_drag_source_set_icon (source, image, 0, 0);
}

static void
copy_table_action (GtkWidget *widget,
                   const char *name,
                   GVariant *parameter)
{
  InkChartView *self = INK_CHART_VIEW (widget);
  InkChartOptions options = get_options (self);
  g_autoptr (GdkContentProvider) texts = NULL;

  if (self->table == NULL)
    return;
  texts = ink_chart_to_texts (self->kind, self->table, &options);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), texts);
  gtk_widget_activate_action (widget, "win.toast", "s", _ ("Table copied"));
}

static void
save_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  InkChartView *self = INK_CHART_VIEW (widget);

  if (self->table != NULL)
    ink_picture_dialog_present (self);
}

static void
print_action (GtkWidget *widget,
              const char *action,
              GVariant *parameter)
{
  InkChartView *self = INK_CHART_VIEW (widget);
  g_autoptr (GtkPrintOperation) operation
      = self->table != NULL ? ink_print_new_for_chart (self) : NULL;

  if (operation != NULL)
    ink_print_run (operation, widget);
}

static void
save_table_action (GtkWidget *widget,
                   const char *action,
                   GVariant *parameter)
{
  InkChartView *self = INK_CHART_VIEW (widget);
  g_autoptr (InkTable) shown = NULL;

  if (self->table == NULL)
    return;
  shown = ink_chart_to_numbers (self->kind, self->table);
  ink_table_save (widget, shown, self->zone, self->title, g_variant_get_string (parameter, NULL));
}

/* As it is now, in that look. */
static InkChartOptions
look_like (InkChartView *self,
           const InkPictureLook *look)
{
  InkChartOptions options = get_options (self);

  options.theme = ink_picture_look_get_theme (look);
  options.transparent = look->transparent;
  if (look->size != NULL)
    {
      options.width = look->size->width;
      options.right_to_left = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
    }
  options.height = ink_chart_get_natural_height (self->kind, self->table, &options);
  if (look->size != NULL)
    options.height = CLAMP (options.height, look->size->height, look->size->most_height);
  else
    options.height = MAX (options.height, gtk_widget_get_height (GTK_WIDGET (self->canvas)));

  return options;
}

InkScene *
ink_chart_view_render (InkChartView *self,
                       const InkPictureLook *look)
{
  InkChartOptions options;

  g_return_val_if_fail (INK_IS_CHART_VIEW (self) && look != NULL, NULL);

  if (self->table == NULL)
    return NULL;
  options = look_like (self, look);

  return ink_chart_render (self->kind, self->table, &options);
}

const char *
ink_chart_view_get_title (InkChartView *self)
{
  g_return_val_if_fail (INK_IS_CHART_VIEW (self), NULL);

  return self->title;
}

/* ---- All of them ---- */

void
_ink_chart_view_let_drag (InkChartView *self)
{
  GtkDragSource *source = gtk_drag_source_new ();

  g_signal_connect (source, "prepare", G_CALLBACK (drag_prepare_cb), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->canvas), GTK_EVENT_CONTROLLER (source));
}

void
_ink_chart_view_add_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "chart.add-slide", NULL, add_slide_action);
  gtk_widget_class_install_action (widget_class, "chart.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "chart.copy-table", NULL, copy_table_action);
  gtk_widget_class_install_action (widget_class, "chart.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "chart.save-table", "s", save_table_action);
  gtk_widget_class_install_action (widget_class, "chart.print", NULL, print_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "chart.print",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "chart.copy",
                                       NULL);
}
