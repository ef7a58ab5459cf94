/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/pages/ink-report-save.h"

#include "document/ink-report.h"
#include "export/ink-slide-paint.h"
#include "ui/compat/ink-compat-dialog.h"
#include "ui/compat/ink-compat-file.h"
#include "ui/ink-company-template.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define COPY_SCALE 2.0

/* What was asked for, as the project stood then. */
typedef struct
{
  GWeakRef page;
  GFile *file;
  char *title;
  gboolean as_pdf;
  char *template_; /* nullable: a path */
  GPtrArray *slides;
  InkDefinition *definition;
  InkEventStore *store;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_weak_ref_clear (&saving->page);
  g_clear_object (&saving->file);
  g_free (saving->title);
  g_free (saving->template_);
  g_clear_pointer (&saving->slides, g_ptr_array_unref);
  ink_definition_unref (saving->definition);
  ink_event_store_unref (saving->store);
  g_free (saving);
}

static void
complain (GtkWidget *page,
          const char *sentence)
{
  GtkRoot *root = gtk_widget_get_root (page);
  GtkWidget *dialog
      = ink_compat_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                       _ ("The Report Could Not Be Saved"), sentence);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The company's look, where one was chosen. */
static gboolean
read_template (const Saving *saving,
               InkDeckTemplate **template_,
               GError **error)
{
  if (saving->template_ == NULL || saving->as_pdf)
    return TRUE;

  *template_ = ink_deck_template_load (saving->template_, error);
  if (*template_ == NULL)
    g_prefix_error_literal (error, _ ("The company template cannot be read any more. Choose it again, "
                                      "or remove it. "));

  return *template_ != NULL;
}

static GBytes *
make_report (const Saving *saving,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (InkDeckTemplate) template_ = NULL;
  InkReportOptions options = { .title = saving->title };

  if (!read_template (saving, &template_, error))
    return NULL;
  options.template_ = template_;

  return saving->as_pdf ? ink_report_to_pdf (saving->slides, saving->definition, saving->store,
                                             &options, cancellable, NULL, error)
                        : ink_report_to_pptx (saving->slides, saving->definition, saving->store,
                                              &options, cancellable, NULL, error);
}

static void
write_report (GTask *task,
              gpointer source,
              gpointer data,
              GCancellable *cancellable)
{
  Saving *saving = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = make_report (saving, cancellable, &error);

  if (bytes != NULL
      && g_file_replace_contents (saving->file, g_bytes_get_data (bytes, NULL),
                                  g_bytes_get_size (bytes), NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                  cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
written_cb (GObject *source,
            GAsyncResult *result,
            gpointer data)
{
  Saving *saving = g_task_get_task_data (G_TASK (result));
  g_autoptr (GtkWidget) page = g_weak_ref_get (&saving->page);
  g_autoptr (GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  if (page == NULL)
    return;
  if (done)
    gtk_widget_activate_action (page, "win.toast", "s", _ ("Report saved"));
  else
    complain (page, error->message);
}

/* (transfer full) */
static void
start (Saving *saving,
       GFile *file)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, written_cb, NULL);

  saving->file = g_object_ref (file);
  g_task_set_task_data (task, saving, saving_free);
  g_task_run_in_thread (task, write_report);
}

static void
file_chosen_cb (GListModel *files,
                gpointer data)
{
  g_autoptr (GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;

  if (file != NULL)
    start (data, file);
  else
    saving_free (data);
}

/* NULL: why not was said. */
static Saving *
prepare (GtkWidget *page,
         InkDocument *document,
         const char *ending)
{
  InkDefinition *definition = ink_document_get_definition (document);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) slides = ink_report_get_slides (definition, &error);
  Saving *saving;

  if (slides == NULL)
    {
      complain (page, error->message);
      return NULL;
    }

  saving = g_new0 (Saving, 1);
  g_weak_ref_init (&saving->page, page);
  saving->title = g_strdup (ink_document_get_title (document));
  saving->as_pdf = g_str_equal (ending, "pdf");
  saving->template_ = ink_company_template_get_path ();
  saving->slides = g_steal_pointer (&slides);
  saving->definition = ink_definition_ref (definition);
  saving->store = ink_event_store_ref (ink_document_get_store (document));

  return saving;
}

void
ink_report_save_to (GtkWidget *page,
                    InkDocument *document,
                    const char *ending,
                    GFile *file)
{
  Saving *saving = prepare (page, document, ending);

  if (saving != NULL)
    start (saving, file);
}

void
ink_report_save (GtkWidget *page,
                 InkDocument *document,
                 const char *ending)
{
  g_autofree char *name = g_strdup_printf ("%s.%s", ink_document_get_title (document), ending);
  g_autofree char *pattern = g_strconcat ("*.", ending, NULL);
  Saving *saving = prepare (page, document, ending);

  if (saving == NULL)
    return;
  g_strdelimit (name, G_DIR_SEPARATOR_S, '-');
  ink_compat_save_file (GTK_WINDOW (gtk_widget_get_root (page)), _ ("Save Report"), name,
                        saving->as_pdf ? _ ("PDF") : _ ("PowerPoint presentation"), pattern,
                        file_chosen_cb, saving);
}

/* ---- The clipboard ---- */

static GdkTexture *
paint_slide (InkSlideView *slide)
{
  double width, height;
  cairo_surface_t *surface;
  GdkTexture *texture;
  g_autoptr (GBytes) bytes = NULL;
  cairo_t *cr;
  int stride;

  ink_slide_get_size (INK_DECK_WIDE, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) (width * COPY_SCALE),
                                        (int) (height * COPY_SCALE));
  cr = cairo_create (surface);
  cairo_scale (cr, COPY_SCALE, COPY_SCALE);
  ink_slide_view_paint (slide, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  stride = cairo_image_surface_get_stride (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface),
                       (gsize) stride * (gsize) cairo_image_surface_get_height (surface));
  texture = gdk_memory_texture_new (cairo_image_surface_get_width (surface),
                                    cairo_image_surface_get_height (surface), GDK_MEMORY_DEFAULT,
                                    bytes, (gsize) stride);
  cairo_surface_destroy (surface);

  return texture;
}

void
ink_report_copy_slide (InkSlideView *slide)
{
  g_autoptr (GdkTexture) texture = NULL;

  g_return_if_fail (INK_IS_SLIDE_VIEW (slide));

  texture = paint_slide (slide);
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (GTK_WIDGET (slide)), texture);
  gtk_widget_activate_action (GTK_WIDGET (slide), "win.toast", "s", _ ("Slide copied"));
}
