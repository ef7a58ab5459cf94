/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-slide-view.h"

#include "document/ink-live.h"
#include "export/ink-slide-paint.h"

#include <glib/gi18n-lib.h>

#define LEAST_WIDTH 120

struct _InkSlideView
{
  GtkWidget parent_instance;

  InkDocument *document; /* nullable */
  char *json;            /* nullable */
  guint number;
  InkSlide *slide; /* nullable: none, or it cannot be read */
  InkLive *live;   /* nullable */
  InkSlideContent *content;
  InkScene *scene;
  char *failure; /* nullable: why there is no content */
  GskRenderNode *node;
  GtkWidget *mark; /* nullable: in the corner */
};

G_DEFINE_FINAL_TYPE (InkSlideView, ink_slide_view, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* ---- What it shows ---- */

static void
forget_node (InkSlideView *self)
{
  g_clear_pointer (&self->node, gsk_render_node_unref);
}

static void
forget_content (InkSlideView *self)
{
  g_clear_pointer (&self->content, ink_slide_content_free);
  g_clear_pointer (&self->scene, ink_scene_unref);
  g_clear_pointer (&self->failure, g_free);
  forget_node (self);
}

static void
make_scene (InkSlideView *self)
{
  InkChartOptions options = ink_slide_content_get_options (self->content);

  if (self->content->kind == NULL)
    return;

  options.theme = &ink_theme_slide;
  options.transparent = TRUE;
  options.right_to_left = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  ink_deck_get_body_size (INK_DECK_WIDE, &options.width, &options.height);
  self->scene = ink_chart_render (self->content->kind, self->content->table, &options);
}

static void
tell_accessibility (InkSlideView *self)
{
  const char *title = self->content != NULL ? self->content->title : self->failure;
  g_autofree char *label = g_strdup_printf (_ ("Slide %u: %s"), self->number,
                                            title != NULL ? title : "");
  const char *description = self->content != NULL ? self->content->description : NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description != NULL ? description : "", -1);
}

/* @answer: nullable: the slide has no chart. */
static void
show_content (InkSlideView *self,
              const InkAnswer *answer)
{
  g_autoptr (GError) error = NULL;

  forget_content (self);
  self->content = ink_slide_content_new_for_answer (
      self->slide, ink_document_get_definition (self->document),
      ink_document_get_store (self->document), answer, NULL, &error);
  if (self->content != NULL)
    make_scene (self);
  else
    self->failure = g_strdup (error->message);
}

static void
show_failure (InkSlideView *self,
              const char *sentence)
{
  forget_content (self);
  self->failure = g_strdup (sentence);
}

/* The answer to what the slide asks now; the live one may still be about the slide before. */
static InkAnswer *
get_answer (InkSlideView *self)
{
  InkQuery *asked = self->live != NULL ? ink_live_get_query (self->live) : NULL;
  g_autoptr (InkQuery) wanted
      = ink_slide_make_query (self->slide, ink_document_get_definition (self->document), NULL);

  if (asked == NULL || wanted == NULL || !ink_query_equal (asked, wanted)
      || ink_live_get_state (self->live) != INK_LIVE_IDLE)
    return NULL;

  return ink_live_get_answer (self->live);
}

static void
update (InkSlideView *self)
{
  InkAnswer *answer = self->slide != NULL ? get_answer (self) : NULL;
  const GError *error = self->live != NULL ? ink_live_get_error (self->live) : NULL;

  if (self->slide == NULL)
    return;
  if (!ink_slide_is_asking (self->slide))
    show_content (self, NULL);
  else if (answer != NULL)
    show_content (self, answer);
  else if (error != NULL)
    show_failure (self, error->message);
  else
    return;

  tell_accessibility (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

static InkQuery *
build_query (InkDocument *document,
             gpointer data,
             GError **error)
{
  InkSlideView *self = data;

  if (self->slide == NULL)
    return NULL;

  return ink_slide_make_query (self->slide, ink_document_get_definition (document), error);
}

static void
follow (InkSlideView *self,
        InkDocument *document)
{
  if (self->document == document)
    {
      ink_live_refresh (self->live);
      return;
    }

  g_set_object (&self->document, document);
  g_clear_object (&self->live);
  self->live = ink_live_new (document, NULL, build_query, self, NULL);
  g_signal_connect_object (self->live, "notify::state", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
}

void
ink_slide_view_set_slide (InkSlideView *self,
                          InkDocument *document,
                          const char *json,
                          guint number)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (INK_IS_SLIDE_VIEW (self));
  g_return_if_fail (json == NULL || INK_IS_DOCUMENT (document));

  if (g_strcmp0 (self->json, json) == 0 && self->number == number && self->document == document)
    return;

  /* An edit of a slide leaves it shown until the new one is there; another slide does not. */
  if (self->number != number)
    forget_content (self);
  g_free (self->json);
  self->json = g_strdup (json);
  self->number = number;
  g_clear_pointer (&self->slide, ink_slide_unref);
  if (json == NULL)
    {
      forget_content (self);
      gtk_widget_queue_draw (GTK_WIDGET (self));
      return;
    }

  self->slide = ink_slide_from_json (json, &error);
  if (self->slide == NULL)
    show_failure (self, error->message);
  follow (self, document);
  update (self);
}

const InkSlideContent *
ink_slide_view_get_content (InkSlideView *self)
{
  g_return_val_if_fail (INK_IS_SLIDE_VIEW (self), NULL);

  return self->content;
}

InkSlide *
ink_slide_view_get_slide (InkSlideView *self)
{
  g_return_val_if_fail (INK_IS_SLIDE_VIEW (self), NULL);

  return self->slide;
}

const char *
ink_slide_view_get_json (InkSlideView *self)
{
  g_return_val_if_fail (INK_IS_SLIDE_VIEW (self), NULL);

  return self->json;
}

/* ---- The mark ---- */

void
ink_slide_view_set_mark (InkSlideView *self,
                         const char *icon,
                         const char *words)
{
  g_return_if_fail (INK_IS_SLIDE_VIEW (self));
  g_return_if_fail ((icon == NULL) == (words == NULL));

  if (icon == NULL)
    {
      g_clear_pointer (&self->mark, gtk_widget_unparent);
      return;
    }
  if (self->mark == NULL)
    {
      self->mark = gtk_image_new ();
      gtk_widget_add_css_class (self->mark, "slide-mark");
      gtk_widget_set_parent (self->mark, GTK_WIDGET (self));
    }
  gtk_image_set_from_icon_name (GTK_IMAGE (self->mark), icon);
  gtk_widget_set_tooltip_text (self->mark, words);
}

const char *
ink_slide_view_get_mark (InkSlideView *self)
{
  g_return_val_if_fail (INK_IS_SLIDE_VIEW (self), NULL);

  return self->mark != NULL ? gtk_widget_get_tooltip_text (self->mark) : NULL;
}

/* In the lower corner at the end of the lines, where no title is. */
static void
allocate_mark (InkSlideView *self,
               int width,
               int height)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GtkRequisition size;

  if (self->mark == NULL)
    return;
  gtk_widget_get_preferred_size (self->mark, &size, NULL);
  gtk_widget_size_allocate (self->mark,
                            &(GtkAllocation){ mirrored ? 0 : MAX (width - size.width, 0),
                                              MAX (height - size.height, 0), size.width,
                                              size.height },
                            -1);
}

/* ---- The drawing ---- */

void
ink_slide_view_paint (InkSlideView *self,
                      cairo_t *cr)
{
  const char *failure[] = { self->failure, NULL };
  InkSlidePicture slide = { .title = _ ("This slide cannot be made"), .sentences = failure };

  g_return_if_fail (INK_IS_SLIDE_VIEW (self) && cr != NULL);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  if (self->content != NULL)
    slide = (InkSlidePicture){
      .title = self->content->title,
      .is_opening = self->content->slide->is_opening,
      .source = self->content->source,
      .scene = self->scene,
      .sentences = (const char *const *) self->content->slide->sentences,
    };
  else if (self->failure == NULL)
    return;
  ink_slide_paint (&slide, INK_DECK_WIDE, self->number, cr);
}

static void
draw (InkSlideView *self,
      GtkSnapshot *snapshot)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  double slide_width, slide_height;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  ink_slide_get_size (INK_DECK_WIDE, &slide_width, &slide_height);
  cairo_scale (cr, width / slide_width, height / slide_height);
  ink_slide_view_paint (self, cr);
  cairo_destroy (cr);
}

static void
ink_slide_view_snapshot (GtkWidget *widget,
                         GtkSnapshot *snapshot)
{
  InkSlideView *self = INK_SLIDE_VIEW (widget);

  if (self->node == NULL)
    {
      GtkSnapshot *own = gtk_snapshot_new ();

      draw (self, own);
      self->node = gtk_snapshot_free_to_node (own);
    }
  if (self->node != NULL)
    gtk_snapshot_append_node (snapshot, self->node);
  if (self->mark != NULL)
    gtk_widget_snapshot_child (widget, self->mark, snapshot);
}

static void
ink_slide_view_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  double width, height;

  ink_slide_get_size (INK_DECK_WIDE, &width, &height);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = (int) width;
    }
  else
    *minimum = *natural = (int) ((for_size > 0 ? for_size : LEAST_WIDTH) * height / width);
}

static GtkSizeRequestMode
ink_slide_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ink_slide_view_size_allocate (GtkWidget *widget,
                              int width,
                              int height,
                              int baseline)
{
  forget_node (INK_SLIDE_VIEW (widget));
  allocate_mark (INK_SLIDE_VIEW (widget), width, height);
}

static void
ink_slide_view_dispose (GObject *object)
{
  InkSlideView *self = INK_SLIDE_VIEW (object);

  g_clear_object (&self->live);
  g_clear_object (&self->document);
  g_clear_pointer (&self->mark, gtk_widget_unparent);

  G_OBJECT_CLASS (ink_slide_view_parent_class)->dispose (object);
}

static void
ink_slide_view_finalize (GObject *object)
{
  InkSlideView *self = INK_SLIDE_VIEW (object);

  forget_content (self);
  g_clear_pointer (&self->slide, ink_slide_unref);
  g_free (self->json);

  G_OBJECT_CLASS (ink_slide_view_parent_class)->finalize (object);
}

static void
ink_slide_view_class_init (InkSlideViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_slide_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = ink_slide_view_finalize;
  widget_class->snapshot = ink_slide_view_snapshot;
  widget_class->measure = ink_slide_view_measure;
  widget_class->get_request_mode = ink_slide_view_get_request_mode;
  widget_class->size_allocate = ink_slide_view_size_allocate;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "slide");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ink_slide_view_init (InkSlideView *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
ink_slide_view_new (void)
{
  return g_object_new (INK_TYPE_SLIDE_VIEW, NULL);
}
