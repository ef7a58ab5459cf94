/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The palettes as people see them who lack one kind of cone: each colour stays another one, and
 * stands out from the card that it is drawn on. */
#include <glib.h>
#include <math.h>

#include "plot/ink-theme.h"

/* Machado, Oliveira and Fernandes 2009, severity 1, on linear light. */
static const struct
{
  const char *name;
  double matrix[9];
} eyes[] = {
  { "all cones", { 1, 0, 0, 0, 1, 0, 0, 0, 1 } },
  { "protanopia",
    { 0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116,
      1.051998 } },
  { "deuteranopia",
    { 0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940,
      0.968881 } },
  { "tritanopia",
    { 1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367,
      0.303900 } },
};

/* sRGB to CIE XYZ, each divided by the white of D65. */
static const double xyz[9] = {
  0.4124564 / 0.95047, 0.3575761 / 0.95047, 0.1804375 / 0.95047,
  0.2126729,           0.7151522,           0.0721750,
  0.0193339 / 1.08883, 0.1191920 / 1.08883, 0.9503041 / 1.08883,
};

typedef struct
{
  double v[3];
} Triple;

static Triple
multiply (const double *matrix,
          Triple        t)
{
  Triple out;

  for (guint row = 0; row < 3; row++)
    {
      double sum = 0;

      for (guint i = 0; i < 3; i++)
        sum += matrix[row * 3 + i] * t.v[i];
      out.v[row] = CLAMP (sum, 0.0, 1.0);
    }
  return out;
}

static Triple
linear (InkColour colour)
{
  Triple t;

  for (guint i = 0; i < 3; i++)
    {
      double c = (colour >> (24 - 8 * i) & 0xff) / 255.0;

      t.v[i] = c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
    }
  return t;
}

static Triple
to_lab (Triple light)
{
  Triple t = multiply (xyz, light);

  for (guint i = 0; i < 3; i++)
    t.v[i] = t.v[i] > 0.008856 ? cbrt (t.v[i]) : 7.787 * t.v[i] + 16.0 / 116;
  return (Triple){ { 116 * t.v[1] - 16, 500 * (t.v[0] - t.v[1]), 200 * (t.v[1] - t.v[2]) } };
}

/* CIE76 as these eyes see it. */
static double
distance (const double *eye,
          InkColour     a,
          InkColour     b)
{
  Triple first = to_lab (multiply (eye, linear (a)));
  Triple second = to_lab (multiply (eye, linear (b)));

  return sqrt (pow (first.v[0] - second.v[0], 2) + pow (first.v[1] - second.v[1], 2) +
               pow (first.v[2] - second.v[2], 2));
}

static void
check_distances (const InkTheme *theme,
                 guint           eye,
                 guint           n,
                 double          least)
{
  for (guint a = 0; a < n; a++)
    for (guint b = a + 1; b < n; b++)
      {
        double between = distance (eyes[eye].matrix, theme->series[a], theme->series[b]);

        if (between < least)
          g_error ("%s, %s: colours %u and %u are %.1f apart, not %.0f", theme->id,
                   eyes[eye].name, a + 1, b + 1, between, least);
      }
}

static void
test_distances (void)
{
  for (guint i = 0; ink_themes ()[i] != NULL; i++)
    for (guint eye = 0; eye < G_N_ELEMENTS (eyes); eye++)
      {
        check_distances (ink_themes ()[i], eye, 6, 18);
        check_distances (ink_themes ()[i], eye, INK_N_SERIES, 10);
      }
}

/* The window's cards are lighter than its dark ground. */
static void
test_cards (void)
{
  static const struct
  {
    const InkTheme *theme;
    InkColour card;
  } cases[] = {
    { &ink_theme_screen_light, 0xffffffff },
    { &ink_theme_screen_dark, 0x363636ff },
    { &ink_theme_screen_dark, 0x242424ff },
    { &ink_theme_high_contrast, 0xffffffff },
    { &ink_theme_high_contrast_dark, 0x363636ff },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint s = 0; s < INK_N_SERIES; s++)
      {
        double contrast = ink_colour_contrast (cases[i].theme->series[s], cases[i].card);

        if (contrast < 3)
          g_error ("%s: colour %u has a contrast of %.2f", cases[i].theme->id, s + 1, contrast);
      }
}

/* The measure itself: known distances, and what protanopia takes away. */
static void
test_measure (void)
{
  g_assert_cmpfloat_with_epsilon (distance (eyes[0].matrix, 0x000000ff, 0xffffffff), 100, 0.1);
  g_assert_cmpfloat_with_epsilon (distance (eyes[0].matrix, 0xff0000ff, 0x00ff00ff), 170.6, 0.5);
  g_assert_cmpfloat (distance (eyes[2].matrix, 0xb97a00ff, 0xcf5410ff), <, 5);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/palette/measure", test_measure);
  g_test_add_func ("/palette/distances", test_distances);
  g_test_add_func ("/palette/cards", test_cards);
  return g_test_run ();
}
