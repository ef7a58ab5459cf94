/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/pages/ink-data-part.h"

#include <glib/gi18n-lib.h>

/* An old answer is dimmed only when the new one takes this long. */
#define DIM_AFTER_MILLISECONDS 200

typedef struct
{
  InkView *view;
  InkLive *live; /* while it is shown */
  InkAnswer *answer;
  char *summary;

  GtkStack *stack;
  GtkWidget *content;
  AdwStatusPage *failure;
  guint dim_source;
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

static gboolean
dim_cb (gpointer data)
{
  InkDataPartPrivate *private = get_private (data);

  gtk_widget_set_opacity (private->content, 0.5);
  private->dim_source = 0;
  return G_SOURCE_REMOVE;
}

static void
show_failure (InkDataPart *self,
              const GError *error)
{
  InkDataPartPrivate *private = get_private (self);
  g_autofree char *markup = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (private->failure, markup);
  gtk_stack_set_visible_child_name (private->stack, "failed");
  ink_data_part_set_summary (self, NULL);
}

static void
take_answer (InkDataPart *self,
             InkAnswer *answer)
{
  InkDataPartPrivate *private = get_private (self);
  InkAnswer *before = private->answer;

  gtk_stack_set_visible_child_name (private->stack, "content");
  if (before == answer)
    return;
  private->answer = answer != NULL ? ink_answer_ref (answer) : NULL;
  INK_DATA_PART_GET_CLASS (self)->answered (self, answer);
  g_clear_pointer (&before, ink_answer_unref);
}

static void
show_state (InkDataPart *self)
{
  InkDataPartPrivate *private = get_private (self);
  InkLiveState state = ink_live_get_state (private->live);

  if (state == INK_LIVE_STALE && private->dim_source == 0)
    private->dim_source = g_timeout_add (DIM_AFTER_MILLISECONDS, dim_cb, self);
  if (state == INK_LIVE_STALE || state == INK_LIVE_COMPUTING)
    return;
  g_clear_handle_id (&private->dim_source, g_source_remove);
  gtk_widget_set_opacity (private->content, 1);
  if (state == INK_LIVE_FAILED)
    show_failure (self, ink_live_get_error (private->live));
  else if (ink_live_get_query (private->live) != NULL)
    take_answer (self, ink_live_get_answer (private->live));
}

static InkQuery *
build (InkDocument *document,
       gpointer data,
       GError **error)
{
  return INK_DATA_PART_GET_CLASS (data)->build (data, document, error);
}

static void
begin_asking (InkDataPart *self)
{
  InkDataPartPrivate *private = get_private (self);

  if (private->view == NULL || private->live != NULL
      || INK_DATA_PART_GET_CLASS (self)->build == NULL)
    return;
  private->live = ink_live_new (ink_data_part_get_document (self), NULL, build, self, NULL);
  g_signal_connect_object (private->live, "notify::state", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (private->live, "notify::answer", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED);
}

static void
stop_asking (InkDataPart *self)
{
  InkDataPartPrivate *private = get_private (self);

  g_clear_handle_id (&private->dim_source, g_source_remove);
  if (private->live != NULL)
    g_signal_handlers_disconnect_by_data (private->live, self);
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
  if (private->stack != NULL)
    gtk_widget_unparent (GTK_WIDGET (private->stack));
  private->stack = NULL;
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

  private->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (private->stack, FALSE);
  gtk_stack_set_vhomogeneous (private->stack, FALSE);
  private->failure = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_status_page_set_icon_name (private->failure, "dialog-warning-symbolic");
  adw_status_page_set_title (private->failure, _ ("This cannot be counted"));
  gtk_stack_add_named (private->stack, GTK_WIDGET (private->failure), "failed");
  gtk_widget_set_parent (GTK_WIDGET (private->stack), GTK_WIDGET (self));
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

  g_return_if_fail (INK_IS_DATA_PART (self));

  private = get_private (self);
  private->content = content;
  gtk_stack_add_named (private->stack, content, "content");
  gtk_stack_set_visible_child (private->stack, content);
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
