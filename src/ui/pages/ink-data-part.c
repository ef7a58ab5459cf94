/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/pages/ink-data-part.h"

#include "ui/widgets/ink-live-bin.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  InkView *view;
  InkLive *live; /* while it is shown */
  InkAnswer *answer;
  char *summary;
  guint tick; /* the first frame since it is shown */

  InkLiveBin *bin;    /* nullable */
  GtkWidget *content; /* of a part without a question */
} InkDataPartPrivate;

enum
{
  PROP_0,
  PROP_SUMMARY,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (InkDataPart, ink_data_part, GTK_TYPE_WIDGET)

static InkDataPartPrivate *
get_private (InkDataPart *self)
{
  return ink_data_part_get_instance_private (self);
}

static void
answered_cb (InkLiveBin *bin,
             InkAnswer *answer,
             InkDataPart *self)
{
  InkDataPartPrivate *private = get_private (self);
  InkAnswer *before = private->answer;

  if (before == answer)
    return;
  private->answer = answer != NULL ? ink_answer_ref (answer) : NULL;
  INK_DATA_PART_GET_CLASS (self)->answered (self, answer);
  g_clear_pointer (&before, ink_answer_unref);
}

static void
state_changed_cb (InkDataPart *self)
{
  if (ink_live_get_state (get_private (self)->live) == INK_LIVE_FAILED)
    ink_data_part_set_summary (self, NULL);
}

static InkQuery *
build (InkDocument *document,
       gpointer data,
       GError **error)
{
  return INK_DATA_PART_GET_CLASS (data)->build (data, document, error);
}

/* The frame after this one shows what is already there: to make the page and its rows at once takes
 * longer than a hand should wait. */
static gboolean
first_frame_cb (GtkWidget *widget,
                GdkFrameClock *clock,
                gpointer data)
{
  InkDataPartPrivate *private = get_private (INK_DATA_PART (widget));

  private->tick = 0;
  ink_live_bin_set_live (private->bin, private->live);

  return G_SOURCE_REMOVE;
}

static void
begin_asking (InkDataPart *self)
{
  InkDataPartPrivate *private = get_private (self);

  if (private->view == NULL || private->live != NULL
      || INK_DATA_PART_GET_CLASS (self)->build == NULL)
    return;
  private->live = ink_live_new (ink_data_part_get_document (self), NULL, build, self, NULL);
  g_signal_connect_object (private->live, "notify::state", G_CALLBACK (state_changed_cb), self,
                           G_CONNECT_SWAPPED);
  private->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), first_frame_cb, NULL, NULL);
}

static void
stop_asking (InkDataPart *self)
{
  InkDataPartPrivate *private = get_private (self);

  if (private->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), private->tick);
  private->tick = 0;
  if (private->bin != NULL)
    ink_live_bin_set_live (private->bin, NULL);
  g_clear_object (&private->live);
}

static void
ink_data_part_map (GtkWidget *widget)
{
  InkDataPart *self = INK_DATA_PART (widget);

  if (INK_DATA_PART_GET_CLASS (self)->shown != NULL)
    INK_DATA_PART_GET_CLASS (self)->shown (self);
  begin_asking (self);
  GTK_WIDGET_CLASS (ink_data_part_parent_class)->map (widget);
}

static void
ink_data_part_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ink_data_part_parent_class)->unmap (widget);
  stop_asking (INK_DATA_PART (widget));
}

static void
ink_data_part_get_property (GObject *object,
                            guint id,
                            GValue *value,
                            GParamSpec *pspec)
{
  if (id == PROP_SUMMARY)
    g_value_set_string (value, ink_data_part_get_summary (INK_DATA_PART (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ink_data_part_dispose (GObject *object)
{
  InkDataPartPrivate *private = get_private (INK_DATA_PART (object));

  stop_asking (INK_DATA_PART (object));
  if (private->bin != NULL)
    gtk_widget_unparent (GTK_WIDGET (private->bin));
  private->bin = NULL;
  g_clear_pointer (&private->content, gtk_widget_unparent);
  g_clear_object (&private->view);

  G_OBJECT_CLASS (ink_data_part_parent_class)->dispose (object);
}

static void
ink_data_part_finalize (GObject *object)
{
  InkDataPartPrivate *private = get_private (INK_DATA_PART (object));

  g_clear_pointer (&private->answer, ink_answer_unref);
  g_free (private->summary);

  G_OBJECT_CLASS (ink_data_part_parent_class)->finalize (object);
}

static void
ink_data_part_class_init (InkDataPartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ink_data_part_get_property;
  object_class->dispose = ink_data_part_dispose;
  object_class->finalize = ink_data_part_finalize;
  widget_class->map = ink_data_part_map;
  widget_class->unmap = ink_data_part_unmap;

  props[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL,
                                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY
                                                 | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ink_data_part_init (InkDataPart *self)
{
  InkDataPartPrivate *private = get_private (self);

  private->bin = g_object_new (INK_TYPE_LIVE_BIN, "failure-title", _ ("This cannot be counted"),
                               NULL);
  g_signal_connect_object (private->bin, "answered", G_CALLBACK (answered_cb), self, 0);
  gtk_widget_set_parent (GTK_WIDGET (private->bin), GTK_WIDGET (self));
}

void
ink_data_part_set_view (InkDataPart *self,
                        InkView *view)
{
  InkDataPartPrivate *private;

  g_return_if_fail (INK_IS_DATA_PART (self));

  private = get_private (self);
  g_return_if_fail (private->view == NULL);
  if (view == NULL)
    return;
  private->view = g_object_ref (view);
  g_signal_connect_object (view, "filter-changed", G_CALLBACK (ink_data_part_refresh), self,
                           G_CONNECT_SWAPPED);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    begin_asking (self);
}

InkView *
ink_data_part_get_view (InkDataPart *self)
{
  g_return_val_if_fail (INK_IS_DATA_PART (self), NULL);

  return get_private (self)->view;
}

InkDocument *
ink_data_part_get_document (InkDataPart *self)
{
  InkView *view = ink_data_part_get_view (self);

  return view != NULL ? ink_view_get_document (view) : NULL;
}

void
ink_data_part_set_content (InkDataPart *self,
                           GtkWidget *content)
{
  InkDataPartPrivate *private;
  GtkBuildable *bin;

  g_return_if_fail (INK_IS_DATA_PART (self));

  private = get_private (self);
  if (INK_DATA_PART_GET_CLASS (self)->build == NULL)
    {
      /* Nothing to wait for. */
      gtk_widget_unparent (GTK_WIDGET (private->bin));
      private->bin = NULL;
      private->content = content;
      gtk_widget_set_parent (content, GTK_WIDGET (self));
      return;
    }
  bin = GTK_BUILDABLE (private->bin);
  GTK_BUILDABLE_GET_IFACE (bin)->add_child (bin, NULL, G_OBJECT (content), NULL);
}

void
ink_data_part_refresh (InkDataPart *self)
{
  g_return_if_fail (INK_IS_DATA_PART (self));

  if (get_private (self)->live != NULL)
    ink_live_refresh (get_private (self)->live);
}

InkAnswer *
ink_data_part_get_answer (InkDataPart *self)
{
  g_return_val_if_fail (INK_IS_DATA_PART (self), NULL);

  return get_private (self)->answer;
}

const char *
ink_data_part_get_summary (InkDataPart *self)
{
  g_return_val_if_fail (INK_IS_DATA_PART (self), NULL);

  return get_private (self)->summary;
}

void
ink_data_part_set_summary (InkDataPart *self,
                           const char *summary)
{
  InkDataPartPrivate *private;
  char *copy;

  g_return_if_fail (INK_IS_DATA_PART (self));

  private = get_private (self);
  if (g_strcmp0 (private->summary, summary) == 0)
    return;
  copy = g_strdup (summary);
  g_free (private->summary);
  private->summary = copy;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SUMMARY]);
}
