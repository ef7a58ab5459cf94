/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/pages/ink-page.h"

typedef struct
{
  InkView *view;
  char *subtitle;
  char *slide;
  gboolean constructed;
} InkPagePrivate;

enum
{
  PROP_0,
  PROP_VIEW,
  PROP_SUBTITLE,
  PROP_SLIDE,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (InkPage, ink_page, GTK_TYPE_WIDGET)

static InkPagePrivate *
get_private (InkPage *self)
{
  return ink_page_get_instance_private (self);
}

static void
filter_changed_cb (InkView *view,
                   InkPage *self)
{
  if (INK_PAGE_GET_CLASS (self)->filter_changed != NULL)
    INK_PAGE_GET_CLASS (self)->filter_changed (self);
}

static void
tell_viewed (InkPage *self)
{
  InkPagePrivate *private = get_private (self);

  if (private->constructed && private->view != NULL && INK_PAGE_GET_CLASS (self)->viewed != NULL)
    INK_PAGE_GET_CLASS (self)->viewed (self);
}

static void
take_view (InkPage *self,
           InkView *view)
{
  g_return_if_fail (get_private (self)->view == NULL);

  get_private (self)->view = view;
  if (view != NULL)
    g_signal_connect_object (view, "filter-changed", G_CALLBACK (filter_changed_cb), self, 0);
  tell_viewed (self);
}

static void
ink_page_constructed (GObject *object)
{
  G_OBJECT_CLASS (ink_page_parent_class)->constructed (object);
  get_private (INK_PAGE (object))->constructed = TRUE;
  tell_viewed (INK_PAGE (object));
}

static void
ink_page_set_property (GObject *object,
                       guint id,
                       const GValue *value,
                       GParamSpec *pspec)
{
  InkPage *self = INK_PAGE (object);

  switch (id)
    {
    case PROP_VIEW:
      take_view (self, g_value_dup_object (value));
      break;
    case PROP_SUBTITLE:
      ink_page_set_subtitle (self, g_value_get_string (value));
      break;
    case PROP_SLIDE:
      ink_page_set_slide (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ink_page_get_property (GObject *object,
                       guint id,
                       GValue *value,
                       GParamSpec *pspec)
{
  InkPage *self = INK_PAGE (object);

  switch (id)
    {
    case PROP_VIEW:
      g_value_set_object (value, ink_page_get_view (self));
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, ink_page_get_subtitle (self));
      break;
    case PROP_SLIDE:
      g_value_set_string (value, get_private (self)->slide);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ink_page_finalize (GObject *object)
{
  InkPagePrivate *private = get_private (INK_PAGE (object));

  g_clear_object (&private->view);
  g_free (private->subtitle);
  g_free (private->slide);

  G_OBJECT_CLASS (ink_page_parent_class)->finalize (object);
}

static void
ink_page_class_init (InkPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = ink_page_constructed;
  object_class->set_property = ink_page_set_property;
  object_class->get_property = ink_page_get_property;
  object_class->finalize = ink_page_finalize;

  props[PROP_VIEW] = g_param_spec_object ("view", NULL, NULL, INK_TYPE_VIEW,
                                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT
                                              | G_PARAM_STATIC_STRINGS);
  props[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL,
                                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                  | G_PARAM_STATIC_STRINGS);
  props[PROP_SLIDE] = g_param_spec_string ("slide", NULL, NULL, NULL,
                                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                               | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
ink_page_init (InkPage *self)
{
}

InkView *
ink_page_get_view (InkPage *self)
{
  g_return_val_if_fail (INK_IS_PAGE (self), NULL);

  return get_private (self)->view;
}

InkDocument *
ink_page_get_document (InkPage *self)
{
  InkView *view = ink_page_get_view (self);

  return view != NULL ? ink_view_get_document (view) : NULL;
}

const char *
ink_page_get_subtitle (InkPage *self)
{
  g_return_val_if_fail (INK_IS_PAGE (self), NULL);

  return get_private (self)->subtitle;
}

void
ink_page_set_slide (InkPage *self,
                    const char *json)
{
  g_autofree char *taken = g_strdup (json);

  g_return_if_fail (INK_IS_PAGE (self));

  if (g_strcmp0 (get_private (self)->slide, taken) == 0)
    return;
  g_free (get_private (self)->slide);
  get_private (self)->slide = g_steal_pointer (&taken);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SLIDE]);
}

void
ink_page_set_subtitle (InkPage *self,
                       const char *subtitle)
{
  g_autofree char *taken = g_strdup (subtitle);

  g_return_if_fail (INK_IS_PAGE (self));

  if (g_strcmp0 (get_private (self)->subtitle, taken) == 0)
    return;
  g_free (get_private (self)->subtitle);
  get_private (self)->subtitle = g_steal_pointer (&taken);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SUBTITLE]);
}

void
ink_page_shown (InkPage *self)
{
  g_return_if_fail (INK_IS_PAGE (self));

  if (INK_PAGE_GET_CLASS (self)->shown != NULL)
    INK_PAGE_GET_CLASS (self)->shown (self);
}
