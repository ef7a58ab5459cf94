/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/dialogs/ink-picture-dialog.h"

#include "export/ink-exporter.h"
#include "ui/compat/ink-compat-dialog.h"
#include "ui/compat/ink-compat-file.h"

#include <glib/gi18n-lib.h>

#define PNG_SCALE 2

struct _InkPictureDialog
{
  AdwWindow parent_instance;

  GtkDrawingArea *preview;
  AdwComboRow *size_row;
  AdwComboRow *kind_row;
  GtkSwitch *dark;
  GtkSwitch *transparent;

  InkChartView *chart; /* nullable: in tests of templates */
  InkScene *scene;     /* nullable: as it will be */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (InkPictureDialog, ink_picture_dialog, ADW_TYPE_WINDOW)

static const struct
{
  const char *id;
  const char *title;
} kinds[] = {
  { "svg", N_ ("SVG drawing") },
  { "png", N_ ("PNG picture") },
  { "pdf", N_ ("PDF page") },
};

/* What was chosen the last time, as long as the program runs. */
static struct
{
  guint size;
  guint kind;
  gboolean dark;
  gboolean transparent;
} last;

/* The first size is as the chart is shown. */
static InkPictureLook
get_look (InkPictureDialog *self)
{
  guint size = adw_combo_row_get_selected (self->size_row);

  return (InkPictureLook){
    .size = size > 0 && size != GTK_INVALID_LIST_POSITION ? ink_picture_sizes ()[size - 1] : NULL,
    .dark = gtk_switch_get_active (self->dark),
    .transparent = gtk_switch_get_active (self->transparent),
  };
}

const char *
ink_picture_dialog_get_ending (InkPictureDialog *self)
{
  g_return_val_if_fail (INK_IS_PICTURE_DIALOG (self), NULL);

  return kinds[MIN (adw_combo_row_get_selected (self->kind_row), G_N_ELEMENTS (kinds) - 1)].id;
}

GBytes *
ink_picture_dialog_write (InkPictureDialog *self,
                          GError **error)
{
  InkExportOptions options = { .scale = PNG_SCALE };

  g_return_val_if_fail (INK_IS_PICTURE_DIALOG (self) && self->scene != NULL, NULL);

  options.title = ink_chart_view_get_title (self->chart);

  return ink_export_to_bytes (ink_exporter_find (ink_picture_dialog_get_ending (self)), self->scene,
                              NULL, &options, error);
}

/* ---- The preview ---- */

/* Fitted into the middle, never larger than it is. */
static void
draw_cb (GtkDrawingArea *area,
         cairo_t *cr,
         int width,
         int height,
         gpointer data)
{
  InkPictureDialog *self = data;
  double scale, scene_width, scene_height;

  if (self->scene == NULL)
    return;
  scene_width = ink_scene_get_width (self->scene);
  scene_height = ink_scene_get_height (self->scene);
  scale = MIN (1, MIN (width / scene_width, height / scene_height));
  cairo_translate (cr, (width - scene_width * scale) / 2, (height - scene_height * scale) / 2);
  cairo_scale (cr, scale, scale);
  cairo_rectangle (cr, 0, 0, scene_width, scene_height);
  cairo_clip (cr);
  ink_scene_paint (self->scene, cr);
}

/* A picture without a ground stands on the one that it is meant for. */
static void
show_ground (InkPictureDialog *self,
             const InkPictureLook *look)
{
  if (look->dark)
    gtk_widget_add_css_class (GTK_WIDGET (self->preview), "dark-ground");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->preview), "dark-ground");
}

static void
changed_cb (InkPictureDialog *self)
{
  InkPictureLook look;

  if (self->filling || self->chart == NULL)
    return;
  look = get_look (self);
  g_clear_pointer (&self->scene, ink_scene_unref);
  self->scene = ink_chart_view_render (self->chart, &look);
  show_ground (self, &look);
  gtk_widget_queue_draw (GTK_WIDGET (self->preview));
  last.size = adw_combo_row_get_selected (self->size_row);
  last.kind = adw_combo_row_get_selected (self->kind_row);
  last.dark = look.dark;
  last.transparent = look.transparent;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "picture.save", self->scene != NULL);
}

/* ---- Saving ---- */

static void
complain (InkPictureDialog *self,
          const GError *error)
{
  GtkWidget *dialog = ink_compat_message_dialog_new (GTK_WINDOW (self),
                                                     _ ("The Chart Could Not Be Saved"),
                                                     error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
saved_cb (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  g_autoptr (InkPictureDialog) self = data;
  g_autoptr (GError) error = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    {
      complain (self, error);
      return;
    }
  gtk_widget_activate_action (GTK_WIDGET (self->chart), "win.toast", "s", _ ("Picture saved"));
  gtk_window_close (GTK_WINDOW (self));
}

static void
file_chosen_cb (GListModel *files,
                gpointer data)
{
  g_autoptr (InkPictureDialog) self = data;
  g_autoptr (GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) content = NULL;

  if (file == NULL || self->scene == NULL)
    return;
  content = ink_picture_dialog_write (self, &error);
  if (content != NULL)
    g_file_replace_contents_bytes_async (file, content, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                         saved_cb, g_object_ref (self));
  else
    complain (self, error);
}

static void
save_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  InkPictureDialog *self = INK_PICTURE_DIALOG (widget);
  const char *ending = ink_picture_dialog_get_ending (self);
  const char *title = ink_chart_view_get_title (self->chart);
  g_autofree char *name = g_strdup_printf ("%s.%s", title != NULL ? title : _ ("Chart"), ending);
  g_autofree char *pattern = g_strconcat ("*.", ending, NULL);
  g_autofree char *kind = g_ascii_strup (ending, -1);

  g_strdelimit (name, G_DIR_SEPARATOR_S, '-');
  ink_compat_save_file (GTK_WINDOW (self), _ ("Save Picture"), name, kind, pattern, file_chosen_cb,
                        g_object_ref (self));
}

/* ---- Life ---- */

static GtkStringList *
list_sizes (void)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, _ ("As it is here"));
  for (guint i = 0; ink_picture_sizes ()[i] != NULL; i++)
    {
      const InkPictureSize *size = ink_picture_sizes ()[i];

      gtk_string_list_append (list, _ (size->title));
    }

  return list;
}

static GtkStringList *
list_kinds (void)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_string_list_append (list, _ (kinds[i].title));

  return list;
}

static void
ink_picture_dialog_dispose (GObject *object)
{
  InkPictureDialog *self = INK_PICTURE_DIALOG (object);

  g_clear_object (&self->chart);
  g_clear_pointer (&self->scene, ink_scene_unref);

  G_OBJECT_CLASS (ink_picture_dialog_parent_class)->dispose (object);
}

static void
ink_picture_dialog_class_init (InkPictureDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_picture_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/inkling_app/Inkling/dialogs/ink-picture-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, InkPictureDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, InkPictureDialog, size_row);
  gtk_widget_class_bind_template_child (widget_class, InkPictureDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, InkPictureDialog, dark);
  gtk_widget_class_bind_template_child (widget_class, InkPictureDialog, transparent);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_install_action (widget_class, "picture.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ink_picture_dialog_init (InkPictureDialog *self)
{
  g_autoptr (GtkStringList) sizes = list_sizes (), files = list_kinds ();

  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drawing_area_set_draw_func (self->preview, draw_cb, self, NULL);
  adw_combo_row_set_model (self->size_row, G_LIST_MODEL (sizes));
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (files));
  adw_combo_row_set_selected (self->size_row, last.size);
  adw_combo_row_set_selected (self->kind_row, last.kind);
  gtk_switch_set_active (self->dark, last.dark);
  gtk_switch_set_active (self->transparent, last.transparent);
  self->filling = FALSE;
}

void
ink_picture_dialog_present (InkChartView *chart)
{
  InkPictureDialog *self;
  GtkRoot *root;

  g_return_if_fail (INK_IS_CHART_VIEW (chart));

  root = gtk_widget_get_root (GTK_WIDGET (chart));
  self = g_object_new (INK_TYPE_PICTURE_DIALOG, "transient-for",
                       GTK_IS_WINDOW (root) ? root : NULL, NULL);
  self->chart = g_object_ref (chart);
  changed_cb (self);
  gtk_window_present (GTK_WINDOW (self));
}
