/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* By libxml2's writer, into memory. */
#include "config.h"

#include "export/ink-xml.h"

#include <libxml/xmlwriter.h>

struct _InkXml
{
  xmlBufferPtr buffer;
  xmlTextWriterPtr writer;
};

static const xmlChar *
X (const char *text)
{
  return (const xmlChar *) text;
}

InkXml *
ink_xml_new (void)
{
  InkXml *xml = g_new0 (InkXml, 1);

  xml->buffer = xmlBufferCreate ();
  xml->writer = xmlNewTextWriterMemory (xml->buffer, 0);
  g_assert (xml->writer != NULL);
  xmlTextWriterStartDocument (xml->writer, NULL, "UTF-8", "yes");

  return xml;
}

static gboolean
is_allowed (gunichar c)
{
  return c == '\t' || c == '\n' || (c >= 0x20 && c != 0xfffe && c != 0xffff);
}

char *
ink_xml_clean (const char *text)
{
  g_autofree char *valid = NULL;
  GString *clean;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  clean = g_string_sized_new (strlen (valid));
  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    if (is_allowed (g_utf8_get_char (at)))
      g_string_append_unichar (clean, g_utf8_get_char (at));

  return g_string_free (clean, FALSE);
}

static void
put_attributes (InkXml *xml,
                va_list pairs)
{
  const char *name;

  while ((name = va_arg (pairs, const char *)) != NULL)
    {
      const char *value = va_arg (pairs, const char *);
      g_autofree char *clean = value != NULL ? ink_xml_clean (value) : NULL;

      if (clean != NULL)
        xmlTextWriterWriteAttribute (xml->writer, X (name), X (clean));
    }
}

void
ink_xml_open (InkXml *xml,
              const char *name,
              ...)
{
  va_list pairs;

  xmlTextWriterStartElement (xml->writer, X (name));
  va_start (pairs, name);
  put_attributes (xml, pairs);
  va_end (pairs);
}

void
ink_xml_close (InkXml *xml)
{
  xmlTextWriterEndElement (xml->writer);
}

void
ink_xml_leaf (InkXml *xml,
              const char *name,
              ...)
{
  va_list pairs;

  xmlTextWriterStartElement (xml->writer, X (name));
  va_start (pairs, name);
  put_attributes (xml, pairs);
  va_end (pairs);
  xmlTextWriterEndElement (xml->writer);
}

void
ink_xml_value (InkXml *xml,
               const char *name,
               const char *value)
{
  ink_xml_leaf (xml, name, "val", value, NULL);
}

void
ink_xml_count (InkXml *xml,
               const char *name,
               gint64 value)
{
  char text[32];

  g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT, value);
  ink_xml_value (xml, name, text);
}

void
ink_xml_text (InkXml *xml,
              const char *name,
              const char *text,
              ...)
{
  g_autofree char *clean = ink_xml_clean (text);
  va_list pairs;

  xmlTextWriterStartElement (xml->writer, X (name));
  va_start (pairs, text);
  put_attributes (xml, pairs);
  va_end (pairs);
  xmlTextWriterWriteString (xml->writer, X (clean));
  xmlTextWriterEndElement (xml->writer);
}

void
ink_xml_raw (InkXml *xml,
             const char *markup)
{
  xmlTextWriterWriteRaw (xml->writer, X (markup));
}

GBytes *
ink_xml_end (InkXml *xml)
{
  GBytes *bytes;

  g_return_val_if_fail (xml != NULL, NULL);

  xmlTextWriterEndDocument (xml->writer);
  xmlFreeTextWriter (xml->writer);
  bytes = g_bytes_new (xmlBufferContent (xml->buffer), (gsize) xmlBufferLength (xml->buffer));
  xmlBufferFree (xml->buffer);
  g_free (xml);

  return bytes;
}
