/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/pages/ink-event-item.h"

#include "base/ink-time.h"

#include <glib/gi18n-lib.h>

struct _InkEventItem
{
  GObject parent_instance;

  char *name;
  char *count;
  char *detail;
};

enum
{
  PROP_0,
  PROP_NAME,
  PROP_COUNT,
  PROP_DETAIL,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (InkEventItem, ink_event_item, G_TYPE_OBJECT)

static char *
format_day (gint64 time)
{
  g_autoptr (GDateTime) day = g_date_time_new_from_unix_utc (time / INK_SECOND);

  return day != NULL ? g_date_time_format (day, "%x") : g_strdup ("");
}

static char *
describe (const InkEventInfo *info)
{
  g_autofree char *people
      = g_strdup_printf (ngettext ("%'u person", "%'u people", info->people), info->people);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (info->first == INK_TIME_NONE)
    return g_strdup_printf (_ ("%s · no times"), people);

  first = format_day (info->first);
  last = format_day (info->last);
  return g_strdup_printf (_ ("%s · %s to %s"), people, first, last);
}

static void
ink_event_item_get_property (GObject *object,
                             guint id,
                             GValue *value,
                             GParamSpec *pspec)
{
  InkEventItem *self = INK_EVENT_ITEM (object);

  switch (id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_COUNT:
      g_value_set_string (value, self->count);
      break;
    case PROP_DETAIL:
      g_value_set_string (value, self->detail);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ink_event_item_finalize (GObject *object)
{
  InkEventItem *self = INK_EVENT_ITEM (object);

  g_free (self->name);
  g_free (self->count);
  g_free (self->detail);

  G_OBJECT_CLASS (ink_event_item_parent_class)->finalize (object);
}

static void
ink_event_item_class_init (InkEventItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ink_event_item_get_property;
  object_class->finalize = ink_event_item_finalize;

  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_COUNT] = g_param_spec_string ("count", NULL, NULL, NULL, flags);
  properties[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ink_event_item_init (InkEventItem *self)
{
}

InkEventItem *
ink_event_item_new (const InkEventInfo *info)
{
  InkEventItem *self = g_object_new (INK_TYPE_EVENT_ITEM, NULL);

  self->name = g_strdup (info->name);
  self->count = g_strdup_printf ("%'" G_GUINT64_FORMAT, info->events);
  self->detail = describe (info);

  return self;
}

const char *
ink_event_item_get_name (InkEventItem *self)
{
  return self->name;
}
