/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/ink-view.h"

#include "definition/ink-slide.h"

#include <string.h>

struct _InkView
{
  GObject parent_instance;

  InkDocument *document;
  char *persona;    /* nullable */
  char *persona_id; /* nullable: what a rename leaves alone */
  gint64 from;
  gint64 to;
};

enum
{
  SIGNAL_FILTER_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InkView, ink_view, G_TYPE_OBJECT)

static const InkPersona *
find_persona (const InkDefinition *definition,
              const char *id)
{
  for (guint i = 0; id != NULL && definition->personas[i] != NULL; i++)
    if (g_str_equal (definition->personas[i]->id, id))
      return definition->personas[i];

  return NULL;
}

/* A rename or a removal of the persona that is the filter. */
static void
definition_changed_cb (InkDocument *document,
                       GParamSpec *pspec,
                       InkView *self)
{
  const InkDefinition *definition = ink_document_get_definition (document);
  const InkPersona *persona = find_persona (definition, self->persona_id);

  if (self->persona == NULL)
    return;
  if (self->persona_id == NULL)
    {
      if (definition->personas[0] == NULL)
        ink_view_set_persona (self, NULL);
    }
  else
    {
      ink_view_set_persona (self, persona != NULL ? persona->name : NULL);
    }
}

static void
ink_view_finalize (GObject *object)
{
  InkView *self = INK_VIEW (object);

  g_clear_object (&self->document);
  g_free (self->persona);
  g_free (self->persona_id);

  G_OBJECT_CLASS (ink_view_parent_class)->finalize (object);
}

static void
ink_view_class_init (InkViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ink_view_finalize;
  signals[SIGNAL_FILTER_CHANGED]
      = g_signal_new ("filter-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 0);
}

static void
ink_view_init (InkView *self)
{
  self->from = INK_TIME_NONE;
  self->to = INK_TIME_NONE;
}

InkView *
ink_view_new (InkDocument *document)
{
  InkView *self;

  g_return_val_if_fail (INK_IS_DOCUMENT (document), NULL);

  self = g_object_new (INK_TYPE_VIEW, NULL);
  self->document = g_object_ref (document);
  g_signal_connect_object (document, "notify::definition", G_CALLBACK (definition_changed_cb),
                           self, 0);
  return self;
}

InkDocument *
ink_view_get_document (InkView *self)
{
  g_return_val_if_fail (INK_IS_VIEW (self), NULL);

  return self->document;
}

void
ink_view_set_persona (InkView *self,
                      const char *name)
{
  const InkPersona *persona;
  g_autofree char *taken = g_strdup (name);

  g_return_if_fail (INK_IS_VIEW (self));

  if (g_strcmp0 (self->persona, taken) == 0)
    return;
  persona = taken != NULL
                ? ink_definition_find_persona (ink_document_get_definition (self->document), taken)
                : NULL;
  g_free (self->persona);
  g_free (self->persona_id);
  self->persona = g_steal_pointer (&taken);
  self->persona_id = persona != NULL ? g_strdup (persona->id) : NULL;
  g_signal_emit (self, signals[SIGNAL_FILTER_CHANGED], 0);
}

const char *
ink_view_get_persona (InkView *self)
{
  g_return_val_if_fail (INK_IS_VIEW (self), NULL);

  return self->persona;
}

void
ink_view_set_period (InkView *self,
                     gint64 from,
                     gint64 to)
{
  g_return_if_fail (INK_IS_VIEW (self));

  if (self->from == from && self->to == to)
    return;
  self->from = from;
  self->to = to;
  g_signal_emit (self, signals[SIGNAL_FILTER_CHANGED], 0);
}

void
ink_view_get_period (InkView *self,
                     gint64 *from,
                     gint64 *to)
{
  g_return_if_fail (INK_IS_VIEW (self));

  *from = self->from;
  *to = self->to;
}

InkFilter
ink_view_get_filter (InkView *self)
{
  g_return_val_if_fail (INK_IS_VIEW (self), (InkFilter){ 0 });

  return (InkFilter){ .persona = self->persona, .from = self->from, .to = self->to };
}

/* A bare date where the bound is that of a whole day: shorter, and true in another zone, too. */
static char *
write_bound (gint64 time,
             GTimeZone *zone,
             gboolean last)
{
  g_autofree char *date = NULL;
  gint64 first, after;

  if (time == INK_TIME_NONE)
    return NULL;
  date = ink_time_to_date (time, zone);
  if (date != NULL && ink_time_parse_date (date, strlen (date), zone, &first, &after)
      && time == (last ? after - 1 : first))
    return g_steal_pointer (&date);

  return ink_time_to_iso (time);
}

char *
ink_view_make_slide (InkView *self,
                     const char *chart,
                     const char *about,
                     gboolean is_of_macro)
{
  g_autoptr (InkSlide) slide = ink_slide_new ();
  g_autoptr (GTimeZone) zone = NULL;

  g_return_val_if_fail (INK_IS_VIEW (self) && chart != NULL, NULL);

  zone = ink_definition_get_zone (ink_document_get_definition (self->document));
  slide->chart = g_strdup (chart);
  slide->about = g_strdup (about);
  slide->is_of_macro = is_of_macro;
  slide->persona = g_strdup (self->persona);
  slide->between.from = write_bound (self->from, zone, FALSE);
  slide->between.to = write_bound (self->to, zone, TRUE);
  slide->between.given = slide->between.from != NULL || slide->between.to != NULL;

  return ink_slide_to_json (slide);
}

gboolean
ink_view_is_filtered (InkView *self)
{
  g_return_val_if_fail (INK_IS_VIEW (self), FALSE);

  return self->persona != NULL || self->from != INK_TIME_NONE || self->to != INK_TIME_NONE;
}
