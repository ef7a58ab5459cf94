/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-event-item.h"

#include <string.h>

G_DEFINE_FINAL_TYPE (InkEventItem, ink_event_item, G_TYPE_OBJECT)

static void
ink_event_item_finalize (GObject *object)
{
  InkEventItem *self = INK_EVENT_ITEM (object);

  g_free (self->name);
  g_free (self->label);
  g_free (self->series);

  G_OBJECT_CLASS (ink_event_item_parent_class)->finalize (object);
}

static void
ink_event_item_class_init (InkEventItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ink_event_item_finalize;
}

static void
ink_event_item_init (InkEventItem *self)
{
}

InkEventItem *
ink_event_item_new (const char *name,
                    const char *label,
                    InkEventGroup group)
{
  InkEventItem *self;

  g_return_val_if_fail (label != NULL, NULL);

  self = g_object_new (INK_TYPE_EVENT_ITEM, NULL);
  self->name = g_strdup (name);
  self->label = g_strdup (label);
  self->group = group;

  return self;
}

gboolean
ink_event_item_matches (InkEventItem *self,
                        char *const *words)
{
  g_autofree char *both = NULL;
  g_autofree char *folded = NULL;

  g_return_val_if_fail (INK_IS_EVENT_ITEM (self), FALSE);

  if (words == NULL || words[0] == NULL)
    return TRUE;
  both = g_strconcat (self->name, "\n", self->label, NULL);
  folded = g_utf8_casefold (both, -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;

  return TRUE;
}
