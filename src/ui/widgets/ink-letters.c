/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-letters.h"

#define MARKS "0123456789 .,:;%+-–—()/×·“”„‘’→←…"

/* Room for the sentence twice in a title's size: what is outside is not drawn. */
#define WIDTH 900
#define HEIGHT 160

/* Digits and signs are in all numbers; the sentence is the one that shows a font of that language. */
char *
ink_letters_get_text (void)
{
  const char *sentence = pango_language_get_sample_string (NULL);
  g_autofree char *capitals = g_utf8_strup (sentence, -1);

  return g_strconcat (MARKS, sentence, capitals, NULL);
}

static gboolean
has_font (GPtrArray *all,
          const PangoFontDescription *font)
{
  for (guint i = 0; i < all->len; i++)
    if (pango_font_description_equal (
            pango_layout_get_font_description (g_ptr_array_index (all, i)), font))
      return TRUE;

  return FALSE;
}

static void
collect (GtkWidget *widget,
         const char *text,
         GPtrArray *all)
{
  PangoContext *context = GTK_IS_LABEL (widget) ? gtk_widget_get_pango_context (widget) : NULL;
  const PangoFontDescription *font
      = context != NULL ? pango_context_get_font_description (context) : NULL;

  if (font != NULL && !has_font (all, font))
    {
      PangoLayout *layout = pango_layout_new (context);

      pango_layout_set_font_description (layout, font);
      pango_layout_set_width (layout, WIDTH * PANGO_SCALE);
      pango_layout_set_text (layout, text, -1);
      g_ptr_array_add (all, layout);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, text, all);
}

GPtrArray *
ink_letters_collect (GtkWidget *widget)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *text = NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), all);

  text = ink_letters_get_text ();
  collect (widget, text, all);

  return all;
}

cairo_t *
ink_letters_new_paper (int factor)
{
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH * factor, HEIGHT * factor);
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, factor, factor);
  cr = cairo_create (surface);
  cairo_surface_destroy (surface);

  return cr;
}

void
ink_letters_draw (PangoLayout *letters,
                  int factor)
{
  cairo_t *cr;

  g_return_if_fail (PANGO_IS_LAYOUT (letters) && factor > 0);

  cr = ink_letters_new_paper (factor);
  pango_cairo_show_layout (cr, letters);
  cairo_destroy (cr);
}
