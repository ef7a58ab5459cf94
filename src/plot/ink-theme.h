/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Colours, fonts and widths by role: what makes one chart look at home on a screen, a slide or
 * paper. Themes are constants; a chart names roles only. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* 0xRRGGBBAA; alpha 00 is invisible. */
typedef guint32 InkColour;

/**
 * InkColourRole:
 * @INK_COLOUR_NONE: not painted, but still found by ink_scene_pick()
 * @INK_COLOUR_SERIES: the palette's colour of the datum's series (channel SERIES)
 *
 * The others are what their names say: GHOST is where people were at the step before, WAITING those
 * still under way, LOSS what was lost, RANGE an uncertainty.
 */
typedef enum
{
  INK_COLOUR_NONE,
  INK_COLOUR_BACKGROUND,
  INK_COLOUR_TEXT,
  INK_COLOUR_DIM,
  INK_COLOUR_ACCENT,
  INK_COLOUR_GHOST,
  INK_COLOUR_GHOST_LINE,
  INK_COLOUR_WAITING,
  INK_COLOUR_LOSS,
  INK_COLOUR_RANGE,
  INK_COLOUR_GRID,
  INK_COLOUR_AXIS,
  INK_COLOUR_ON_ACCENT,
  INK_N_COLOURS,
  INK_COLOUR_SERIES = 100,
} InkColourRole;

typedef enum
{
  INK_FONT_TITLE,
  INK_FONT_SUBTITLE,
  INK_FONT_CAPTION,
  INK_FONT_LABEL,  /* names of steps and groups */
  INK_FONT_FIGURE, /* the numbers that matter most */
  INK_FONT_BODY,   /* counts */
  INK_FONT_SMALL,  /* ticks and remarks */
  INK_FONT_STRONG, /* a remark that stands out */
  INK_N_FONTS,
} InkFontRole;

#define INK_N_SERIES 8

/**
 * InkFont:
 * @family: a list of families for Pango
 * @size: in points
 * @bold: whether it is bold
 */
typedef struct
{
  const char *family;
  double size;
  gboolean bold;
} InkFont;

/**
 * InkTheme:
 * @id: for programs ("screen-light")
 * @short_id: as on the command line ("light")
 * @colours: by role
 * @series: told apart by people who see fewer colours, and each 3:1 against the background
 * @fonts: by role
 * @margin: around everything, in points
 * @radius: of bars, in points
 * @line: width of data lines, in points
 * @hair: width of axes and grids, in points
 */
typedef struct
{
  const char *id;
  const char *short_id;
  InkColour colours[INK_N_COLOURS];
  InkColour series[INK_N_SERIES];
  InkFont fonts[INK_N_FONTS];
  double margin;
  double radius;
  double line;
  double hair;
} InkTheme;

extern const InkTheme ink_theme_screen_light;
extern const InkTheme ink_theme_screen_dark;
extern const InkTheme ink_theme_high_contrast;
extern const InkTheme ink_theme_high_contrast_dark;
extern const InkTheme ink_theme_slide;
extern const InkTheme ink_theme_print;

const InkTheme *const *ink_themes            (void);
const InkTheme        *ink_theme_find        (const char *id);
InkColour              ink_theme_get_colour  (const InkTheme *theme, InkColourRole role,
                                              guint series);
InkFont                ink_theme_get_font    (const InkTheme *theme, InkFontRole role);
double                 ink_colour_contrast   (InkColour a, InkColour b);
/* "#rrggbb" as people choose it; FALSE where @text is something else. */
gboolean               ink_colour_parse      (const char *text, InkColour *colour);
/* @colour where it stands out against the theme's background by 3:1, else the nearest darker or
 * lighter one that does. */
InkColour              ink_theme_fit_colour  (const InkTheme *theme, InkColour colour);

/* A theme of the caller's own: another font (nullable) and size, and another accent (0: the same).
 * @into borrows @family. */
void                   ink_theme_adapt       (const InkTheme *theme, const char *family,
                                              double font_scale, InkColour accent,
                                              InkTheme *into);

G_END_DECLS
