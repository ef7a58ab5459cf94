/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The themes. Sizes are in points; on a screen one point is one logical pixel. */

#include "plot/ink-theme.h"

#include <math.h>
#include <string.h>

/* One interface font after the other: the platform's own, Debian's GNOME, whatever is there. */
#define SCREEN "Adwaita Sans,Cantarell,Inter,sans-serif"
/* What a slide's theme fonts measure like (Carlito is Calibri's metrics). */
#define SLIDE "Carlito,Calibri,Adwaita Sans,Cantarell,sans-serif"

#define FONTS(family_, base) \
  { \
    [INK_FONT_TITLE] = { family_, (base) *1.45, TRUE }, \
    [INK_FONT_SUBTITLE] = { family_, (base) *1.0, FALSE }, \
    [INK_FONT_CAPTION] = { family_, (base) *0.85, FALSE }, \
    [INK_FONT_LABEL] = { family_, (base) *1.0, TRUE }, \
    [INK_FONT_FIGURE] = { family_, (base) *1.12, TRUE }, \
    [INK_FONT_BODY] = { family_, (base) *1.0, FALSE }, \
    [INK_FONT_SMALL] = { family_, (base) *0.9, FALSE }, \
    [INK_FONT_STRONG] = { family_, (base) *0.9, TRUE }, \
  }

/* Okabe and Ito's hues around our indigo, moved in lightness until each stands 3:1 on its ground and
 * people who see fewer colours tell them apart: CIE76 distances of 18 between the first six and of
 * 10 between all eight, in every simulation (tests/plot/test-palette.c). */
#define SERIES_LIGHT \
  { 0x3d3a99ff, 0x047d54ff, 0xc38548ff, 0xbf4f91ff, 0x2f93d8ff, 0x92330fff, 0x6f8a1bff, 0x727071ff }
#define SERIES_DARK \
  { 0x928fefff, 0x4acfa2ff, 0xe7ac31ff, 0xc96ea6ff, 0x80b3e2ff, 0xeb864fff, 0xccc65bff, 0xa9a9b2ff }

const InkTheme ink_theme_screen_light = {
  .id = "screen-light",
  .short_id = "light",
  .colours = {
    [INK_COLOUR_BACKGROUND] = 0xffffffff,
    [INK_COLOUR_TEXT] = 0x2e2e33ff,
    [INK_COLOUR_DIM] = 0x696971ff,
    [INK_COLOUR_ACCENT] = 0x3d3a99ff,
    [INK_COLOUR_GHOST] = 0xe4e4f1ff,
    [INK_COLOUR_GHOST_LINE] = 0x00000000,
    [INK_COLOUR_WAITING] = 0xb4b2ddff,
    [INK_COLOUR_LOSS] = 0xa51d2dff,
    [INK_COLOUR_RANGE] = 0x3d3a9926,
    [INK_COLOUR_GRID] = 0xebebeeff,
    [INK_COLOUR_AXIS] = 0xd3d3d9ff,
    [INK_COLOUR_ON_ACCENT] = 0xffffffff,
  },
  .series = SERIES_LIGHT,
  .fonts = FONTS (SCREEN, 13.5),
  .margin = 22,
  .radius = 3,
  .line = 2.25,
  .hair = 1,
};

const InkTheme ink_theme_screen_dark = {
  .id = "screen-dark",
  .short_id = "dark",
  .colours = {
    [INK_COLOUR_BACKGROUND] = 0x2e2e32ff,
    [INK_COLOUR_TEXT] = 0xf2f2f4ff,
    [INK_COLOUR_DIM] = 0xb2b2baff,
    [INK_COLOUR_ACCENT] = 0x928fefff,
    [INK_COLOUR_GHOST] = 0x434351ff,
    [INK_COLOUR_GHOST_LINE] = 0x00000000,
    [INK_COLOUR_WAITING] = 0x656299ff,
    [INK_COLOUR_LOSS] = 0xff938cff,
    [INK_COLOUR_RANGE] = 0x928fef33,
    [INK_COLOUR_GRID] = 0x3d3d42ff,
    [INK_COLOUR_AXIS] = 0x5a5a61ff,
    [INK_COLOUR_ON_ACCENT] = 0x1e1e22ff,
  },
  .series = SERIES_DARK,
  .fonts = FONTS (SCREEN, 13.5),
  .margin = 22,
  .radius = 3,
  .line = 2.25,
  .hair = 1,
};

const InkTheme ink_theme_high_contrast = {
  .id = "high-contrast",
  .short_id = "contrast",
  .colours = {
    [INK_COLOUR_BACKGROUND] = 0xffffffff,
    [INK_COLOUR_TEXT] = 0x000000ff,
    [INK_COLOUR_DIM] = 0x2b2b2fff,
    [INK_COLOUR_ACCENT] = 0x1d1a73ff,
    [INK_COLOUR_GHOST] = 0xffffffff,
    [INK_COLOUR_GHOST_LINE] = 0x000000ff,
    [INK_COLOUR_WAITING] = 0x8785b3ff,
    [INK_COLOUR_LOSS] = 0x7a0014ff,
    [INK_COLOUR_RANGE] = 0x1d1a7350,
    [INK_COLOUR_GRID] = 0x8a8a90ff,
    [INK_COLOUR_AXIS] = 0x000000ff,
    [INK_COLOUR_ON_ACCENT] = 0xffffffff,
  },
  .series = { 0x1d1a73ff, 0x096237ff, 0x96650fff, 0xa01865ff, 0x1273bdff, 0x5c1d00ff, 0x4d5a00ff,
              0x423f3fff },
  .fonts = FONTS (SCREEN, 13.5),
  .margin = 22,
  .radius = 0,
  .line = 3,
  .hair = 1.5,
};

const InkTheme ink_theme_high_contrast_dark = {
  .id = "high-contrast-dark",
  .short_id = "contrast-dark",
  .colours = {
    [INK_COLOUR_BACKGROUND] = 0x000000ff,
    [INK_COLOUR_TEXT] = 0xffffffff,
    [INK_COLOUR_DIM] = 0xdededeff,
    [INK_COLOUR_ACCENT] = 0xbdbbffff,
    [INK_COLOUR_GHOST] = 0x000000ff,
    [INK_COLOUR_GHOST_LINE] = 0xffffffff,
    [INK_COLOUR_WAITING] = 0x6c6aa8ff,
    [INK_COLOUR_LOSS] = 0xffb3adff,
    [INK_COLOUR_RANGE] = 0xbdbbff60,
    [INK_COLOUR_GRID] = 0x85858aff,
    [INK_COLOUR_AXIS] = 0xffffffff,
    [INK_COLOUR_ON_ACCENT] = 0x000000ff,
  },
  .series = { 0xbdbbffff, 0x73e8bcff, 0xffd472ff, 0xdc99c2ff, 0xbbe6ffff, 0xee9c71ff, 0xeae790ff,
              0xd0cfd5ff },
  .fonts = FONTS (SCREEN, 13.5),
  .margin = 22,
  .radius = 0,
  .line = 3,
  .hair = 1.5,
};

const InkTheme ink_theme_slide = {
  .id = "slide",
  .short_id = "slide",
  .colours = {
    [INK_COLOUR_BACKGROUND] = 0xffffffff,
    [INK_COLOUR_TEXT] = 0x26262bff,
    [INK_COLOUR_DIM] = 0x5f5f68ff,
    [INK_COLOUR_ACCENT] = 0x3d3a99ff,
    [INK_COLOUR_GHOST] = 0xe2e2f0ff,
    [INK_COLOUR_GHOST_LINE] = 0x00000000,
    [INK_COLOUR_WAITING] = 0xaeabdaff,
    [INK_COLOUR_LOSS] = 0xa51d2dff,
    [INK_COLOUR_RANGE] = 0x3d3a9926,
    [INK_COLOUR_GRID] = 0xe6e6eaff,
    [INK_COLOUR_AXIS] = 0xbfbfc7ff,
    [INK_COLOUR_ON_ACCENT] = 0xffffffff,
  },
  .series = SERIES_LIGHT,
  .fonts = FONTS (SLIDE, 17),
  .margin = 40,
  .radius = 3,
  .line = 3,
  .hair = 1,
};

const InkTheme ink_theme_print = {
  .id = "print",
  .short_id = "print",
  .colours = {
    [INK_COLOUR_BACKGROUND] = 0xffffffff,
    [INK_COLOUR_TEXT] = 0x000000ff,
    [INK_COLOUR_DIM] = 0x4d4d54ff,
    [INK_COLOUR_ACCENT] = 0x34317fff,
    [INK_COLOUR_GHOST] = 0xf1f1f6ff,
    [INK_COLOUR_GHOST_LINE] = 0xb5b5c9ff,
    [INK_COLOUR_WAITING] = 0xb9b7d6ff,
    [INK_COLOUR_LOSS] = 0x8c1523ff,
    [INK_COLOUR_RANGE] = 0x34317f26,
    [INK_COLOUR_GRID] = 0xdcdce0ff,
    [INK_COLOUR_AXIS] = 0x8a8a92ff,
    [INK_COLOUR_ON_ACCENT] = 0xffffffff,
  },
  .series = SERIES_LIGHT,
  .fonts = FONTS (SCREEN, 10.5),
  .margin = 16,
  .radius = 0,
  .line = 1.5,
  .hair = 0.5,
};

/* What a bar needs in order to be seen (WCAG 2, 1.4.11), and in how many steps it is looked for. */
#define FIT_CONTRAST 3.0
#define FIT_STEPS 40

static const InkTheme *const themes[] = {
  &ink_theme_screen_light,       &ink_theme_screen_dark, &ink_theme_high_contrast,
  &ink_theme_high_contrast_dark, &ink_theme_slide,       &ink_theme_print,
  NULL,
};

static double
linear_light (guint32 byte)
{
  double c = byte / 255.0;

  return c <= 0.03928 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

static double
luminance (InkColour colour)
{
  return 0.2126 * linear_light (colour >> 24) + 0.7152 * linear_light (colour >> 16 & 0xff) +
         0.0722 * linear_light (colour >> 8 & 0xff);
}

/**
 * ink_themes:
 *
 * Returns: all themes, %NULL-terminated
 */
const InkTheme *const *
ink_themes (void)
{
  return themes;
}

/**
 * ink_theme_find:
 * @id: "screen-light", or as on the command line "light"
 *
 * Returns: (nullable): the theme
 */
const InkTheme *
ink_theme_find (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; themes[i] != NULL; i++)
    if (strcmp (themes[i]->id, id) == 0 || strcmp (themes[i]->short_id, id) == 0)
      return themes[i];

  return NULL;
}

/**
 * ink_theme_get_colour:
 * @series: which of the palette, for %INK_COLOUR_SERIES; begins anew after the last
 */
InkColour
ink_theme_get_colour (const InkTheme *theme,
                      InkColourRole role,
                      guint series)
{
  g_return_val_if_fail (theme != NULL, 0);

  if (role == INK_COLOUR_SERIES)
    return theme->series[series % INK_N_SERIES];
  g_return_val_if_fail (role < INK_N_COLOURS, 0);

  return theme->colours[role];
}

InkFont
ink_theme_get_font (const InkTheme *theme,
                    InkFontRole role)
{
  g_return_val_if_fail (theme != NULL && role < INK_N_FONTS,
                        ((InkFont){ .family = "sans-serif", .size = 10 }));

  return theme->fonts[role];
}

/**
 * ink_colour_contrast:
 *
 * Returns: the contrast of WCAG 2 between two opaque colours, 1 to 21
 */
double
ink_colour_contrast (InkColour a,
                     InkColour b)
{
  double la = luminance (a), lb = luminance (b);

  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}

/**
 * ink_colour_parse:
 * @text: (nullable): "#3d3a9b"
 * @colour: (out): opaque
 */
gboolean
ink_colour_parse (const char *text,
                  InkColour *colour)
{
  guint32 rgb = 0;

  g_return_val_if_fail (colour != NULL, FALSE);

  if (text == NULL || text[0] != '#' || strlen (text) != 7)
    return FALSE;
  for (guint i = 1; i < 7; i++)
    {
      if (!g_ascii_isxdigit (text[i]))
        return FALSE;
      rgb = rgb << 4 | (guint32) g_ascii_xdigit_value (text[i]);
    }
  *colour = rgb << 8 | 0xff;

  return TRUE;
}

/* @part of the way from one colour to another. */
static InkColour
mix (InkColour from,
     InkColour to,
     double part)
{
  InkColour mixed = 0xff;

  for (guint shift = 8; shift < 32; shift += 8)
    {
      double a = from >> shift & 0xff, b = to >> shift & 0xff;

      mixed |= (InkColour) lround (a + (b - a) * part) << shift;
    }

  return mixed;
}

/**
 * ink_theme_fit_colour:
 * @colour: chosen by the user, without a thought of other themes
 */
InkColour
ink_theme_fit_colour (const InkTheme *theme,
                      InkColour colour)
{
  InkColour background, away, fitting;
  guint step = 0;

  g_return_val_if_fail (theme != NULL, colour);

  background = theme->colours[INK_COLOUR_BACKGROUND];
  away = luminance (background) > 0.18 ? 0x000000ff : 0xffffffff;
  fitting = colour;
  while (ink_colour_contrast (fitting, background) < FIT_CONTRAST && step++ < FIT_STEPS)
    fitting = mix (colour, away, (double) step / FIT_STEPS);

  return fitting;
}

void
ink_theme_adapt (const InkTheme *theme,
                 const char *family,
                 double font_scale,
                 InkColour accent,
                 InkTheme *into)
{
  g_return_if_fail (theme != NULL && into != NULL);

  *into = *theme;
  for (guint i = 0; i < INK_N_FONTS; i++)
    {
      if (family != NULL)
        into->fonts[i].family = family;
      if (font_scale > 0)
        into->fonts[i].size *= CLAMP (font_scale, 0.25, 8.0);
    }
  if (accent != 0)
    {
      into->colours[INK_COLOUR_ACCENT] = accent;
      into->series[0] = accent;
      into->colours[INK_COLOUR_RANGE] = (accent & 0xffffff00) | 0x2c;
    }
}
