/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a picture of a chart is for: its size, light or dark, with a ground or without. */
#pragma once

#include "plot/ink-theme.h"

G_BEGIN_DECLS

/**
 * InkPictureSize:
 * @id: for programs
 * @title: for people, to be translated
 * @width, @height: in points
 * @is_small: letters and lines are those of print, so that a chart has room
 * @most_height: as high as it may be for a chart that has more to say; @height: it stays so
 */
typedef struct
{
  const char *id;
  const char *title;
  double width;
  double height;
  gboolean is_small;
  double most_height;
} InkPictureSize;

/* NULL-terminated: a slide, half of one, a square, a document's column. */
const InkPictureSize *const *ink_picture_sizes     (void);
const InkPictureSize        *ink_picture_size_find (const char *id); /* nullable */

/* @size: (nullable): as it is */
typedef struct
{
  const InkPictureSize *size;
  gboolean dark;
  gboolean transparent;
} InkPictureLook;

const InkTheme *ink_picture_look_get_theme (const InkPictureLook *look);

G_END_DECLS
