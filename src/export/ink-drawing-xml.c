/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Only colours and fonts of the theme, so that a company's template restyles everything. */
#include "config.h"

#include "export/ink-drawing-xml.h"

typedef struct
{
  const char *scheme;
  const char *modulate; /* nullable */
  const char *offset;   /* nullable */
} Ink;

static const Ink inks[] = {
  [INK_NATIVE_ACCENT_1] = { "accent1", NULL, NULL },
  [INK_NATIVE_ACCENT_2] = { "accent2", NULL, NULL },
  [INK_NATIVE_ACCENT_3] = { "accent3", NULL, NULL },
  [INK_NATIVE_ACCENT_4] = { "accent4", NULL, NULL },
  [INK_NATIVE_ACCENT_5] = { "accent5", NULL, NULL },
  [INK_NATIVE_ACCENT_6] = { "accent6", NULL, NULL },
  [INK_NATIVE_DEEP_2] = { "accent2", "60000", NULL },
  [INK_NATIVE_GREY] = { "tx1", "55000", "45000" },
  [INK_NATIVE_FAINT] = { "tx1", "15000", "85000" },
  [INK_NATIVE_NO_INK] = { "tx1", NULL, NULL },
};

static void
put_colour (InkXml *xml,
            InkNativeInk ink)
{
  ink_xml_open (xml, "a:solidFill", NULL);
  ink_xml_open (xml, "a:schemeClr", "val", inks[ink].scheme, NULL);
  if (inks[ink].modulate != NULL)
    ink_xml_value (xml, "a:lumMod", inks[ink].modulate);
  if (inks[ink].offset != NULL)
    ink_xml_value (xml, "a:lumOff", inks[ink].offset);
  ink_xml_close (xml);
  ink_xml_close (xml);
}

void
ink_drawing_fill (InkXml *xml,
                  InkNativeInk ink)
{
  if (ink == INK_NATIVE_NO_INK)
    ink_xml_leaf (xml, "a:noFill", NULL);
  else
    put_colour (xml, ink);
}

void
ink_drawing_line (InkXml *xml,
                  InkNativeInk ink,
                  double width,
                  gboolean dashed)
{
  g_autofree char *emu = g_strdup_printf ("%d", (int) (width * INK_EMU_PER_POINT));

  ink_xml_open (xml, "a:ln", "w", emu, "cap", "rnd", NULL);
  ink_drawing_fill (xml, ink);
  if (dashed && ink != INK_NATIVE_NO_INK)
    ink_xml_value (xml, "a:prstDash", "dash");
  if (ink != INK_NATIVE_NO_INK)
    ink_xml_leaf (xml, "a:round", NULL);
  ink_xml_close (xml);
}

void
ink_drawing_font (InkXml *xml,
                  const char *element,
                  double size,
                  gboolean bold,
                  InkNativeInk ink,
                  const char *language)
{
  g_autofree char *hundredths = size > 0 ? g_strdup_printf ("%d", (int) (size * 100)) : NULL;

  ink_xml_open (xml, element, "lang", language, "sz", hundredths, "b", bold ? "1" : "0", NULL);
  put_colour (xml, ink);
  ink_xml_leaf (xml, "a:latin", "typeface", "+mn-lt", NULL);
  ink_xml_close (xml);
}

void
ink_drawing_text_properties (InkXml *xml,
                             const char *element,
                             double size,
                             InkNativeInk ink,
                             const char *language)
{
  ink_xml_open (xml, element, NULL);
  ink_xml_leaf (xml, "a:bodyPr", NULL);
  ink_xml_leaf (xml, "a:lstStyle", NULL);
  ink_xml_open (xml, "a:p", NULL);
  ink_xml_open (xml, "a:pPr", NULL);
  ink_drawing_font (xml, "a:defRPr", size, FALSE, ink, NULL);
  ink_xml_close (xml);
  ink_xml_leaf (xml, "a:endParaRPr", "lang", language, NULL);
  ink_xml_close (xml);
  ink_xml_close (xml);
}

gboolean
ink_drawing_is_right_to_left (const char *text)
{
  static const GUnicodeScript turned[]
      = { G_UNICODE_SCRIPT_ARABIC, G_UNICODE_SCRIPT_HEBREW,    G_UNICODE_SCRIPT_SYRIAC,
          G_UNICODE_SCRIPT_THAANA, G_UNICODE_SCRIPT_NKO,       G_UNICODE_SCRIPT_SAMARITAN,
          G_UNICODE_SCRIPT_ADLAM,  G_UNICODE_SCRIPT_MANDAIC };
  g_autofree char *valid = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  /* The first letter says it. */
  valid = g_utf8_make_valid (text, -1);
  for (const char *c = valid; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_isalpha (g_utf8_get_char (c)))
      {
        GUnicodeScript script = g_unichar_get_script (g_utf8_get_char (c));

        for (guint i = 0; i < G_N_ELEMENTS (turned); i++)
          if (script == turned[i])
            return TRUE;
        return FALSE;
      }

  return FALSE;
}
