/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/ink-warm-up.h"

#include <adwaita.h>

#include "ui/pages/ink-import-page.h"
#include "ui/pages/ink-page-kinds.h"
#include "ui/widgets/ink-chart-view.h"
#include "ui/widgets/ink-data-table.h"
#include "ui/widgets/ink-letters.h"

/* Then the program listens again. */
#define SLICE_MICROSECONDS 3000

/* Letters of a size and weight each; digits of one width are glyphs of their own. */
static const char *const styles[][2] = {
  { NULL, NULL },           { "numeric", NULL }, { "heading", NULL },   { "caption", NULL },
  { "caption", "numeric" }, { "title-2", NULL }, { "title-3", NULL },   { "title-4", NULL },
  { "caption-heading", NULL }, { "verdict", NULL },
};

typedef struct
{
  guint kind;  /* next of the pages' classes */
  guint style; /* next */
  guint made;  /* next */
} WarmUp;

static gboolean
is_unknown (GType type)
{
  return !G_TYPE_IS_ABSTRACT (type) && g_str_has_prefix (g_type_name (type), "Ink")
         && g_type_class_peek (type) == NULL;
}

/* A widget below @type whose template nobody has read yet; G_TYPE_INVALID where there is none. */
static GType
find_unknown (GType type)
{
  guint n;
  g_autofree GType *children = g_type_children (type, &n);
  GType found = G_TYPE_INVALID;

  for (guint i = 0; i < n && found == G_TYPE_INVALID; i++)
    found = is_unknown (children[i]) ? children[i] : find_unknown (children[i]);
  return found;
}

/* Static types never go away, and their classes neither. */
static gboolean
load_class (WarmUp *self)
{
  guint n;
  const InkPageKind *kinds = ink_page_kinds_get (&n);
  GType type = self->kind < n    ? kinds[self->kind].get_type ()
               : self->kind == n ? INK_TYPE_IMPORT_PAGE
                                 : find_unknown (GTK_TYPE_WIDGET);

  if (type == G_TYPE_INVALID)
    return FALSE;
  self->kind = MIN (self->kind + 1, n + 1);
  g_type_class_ref (type);
  return TRUE;
}

static void
measure_and_drop (GtkWidget *widget)
{
  int least, height;

  g_object_ref_sink (widget);
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, MAX (least, 900), &height, NULL, NULL,
                      NULL);
  g_object_unref (widget);
}

static gboolean
load_letters (WarmUp *self)
{
  g_autofree char *text = NULL;
  GtkWidget *label;

  if (self->style == G_N_ELEMENTS (styles))
    return FALSE;
  text = ink_letters_get_text ();
  label = gtk_label_new (text);
  for (guint i = 0; i < G_N_ELEMENTS (styles[0]) && styles[self->style][i] != NULL; i++)
    gtk_widget_add_css_class (label, styles[self->style][i]);
  measure_and_drop (label);
  self->style++;
  return TRUE;
}

/* The first of its kind looks up icons, styles and shortcuts. */
static gboolean
make_one (WarmUp *self)
{
  GType types[] = { INK_TYPE_DATA_TABLE, INK_TYPE_CHART_VIEW };

  if (self->made == G_N_ELEMENTS (types))
    return FALSE;
  measure_and_drop (g_object_new (types[self->made++], NULL));
  return TRUE;
}

static gboolean
warm_up_cb (gpointer data)
{
  gint64 until = g_get_monotonic_time () + SLICE_MICROSECONDS;
  gboolean more;

  do
    more = load_letters (data) || load_class (data) || make_one (data);
  while (more && g_get_monotonic_time () < until);

  return more ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

void
ink_warm_up_begin (void)
{
  static gboolean begun;

  if (begun)
    return;
  begun = TRUE;
  g_idle_add_full (G_PRIORITY_LOW, warm_up_cb, g_new0 (WarmUp, 1), g_free);
}
