/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Sizes by where a picture goes. */
#include "config.h"

#include "plot/ink-picture-look.h"

#include <glib/gi18n-lib.h>

/* A slide of 16:9, and what is left of it beside a column of words; a post; the width between the
 * margins of A4, on whose page there is room below. */
static const InkPictureSize slide = { "slide", N_ ("Slide"), 960, 540, FALSE, 540 };
static const InkPictureSize half_slide = { "half-slide", N_ ("Half a slide"), 468, 440, TRUE, 440 };
static const InkPictureSize square = { "square", N_ ("Square"), 540, 540, TRUE, 540 };
static const InkPictureSize document = { "document", N_ ("Document"), 454, 300, TRUE, 680 };

static const InkPictureSize *const sizes[] = { &slide, &half_slide, &square, &document, NULL };

const InkPictureSize *const *
ink_picture_sizes (void)
{
  return sizes;
}

const InkPictureSize *
ink_picture_size_find (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; sizes[i] != NULL; i++)
    if (g_str_equal (sizes[i]->id, id))
      return sizes[i];

  return NULL;
}

const InkTheme *
ink_picture_look_get_theme (const InkPictureLook *look)
{
  g_return_val_if_fail (look != NULL, NULL);

  if (look->dark)
    return &ink_theme_screen_dark;
  if (look->size == NULL)
    return &ink_theme_screen_light;

  return look->size->is_small ? &ink_theme_print : &ink_theme_slide;
}
