/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Writing XML parts: elements that close themselves in the right order, and texts that no reader
 * of XML 1.0 refuses, whatever an export file held. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _InkXml InkXml;

/* A document, standalone and in UTF-8. */
InkXml *ink_xml_new   (void) G_GNUC_WARN_UNUSED_RESULT;
/* Attributes: names and values in turn, NULL at the end; one whose value is NULL is left out. */
void    ink_xml_open  (InkXml *xml, const char *name, ...) G_GNUC_NULL_TERMINATED;
void    ink_xml_close (InkXml *xml);
/* An element without content. */
void    ink_xml_leaf  (InkXml *xml, const char *name, ...) G_GNUC_NULL_TERMINATED;
/* <name val="value"/>, which is half of what charts are made of. */
void    ink_xml_value (InkXml *xml, const char *name, const char *value);
void    ink_xml_count (InkXml *xml, const char *name, gint64 value);
/* An element with nothing but @text. */
void    ink_xml_text  (InkXml *xml, const char *name, const char *text, ...) G_GNUC_NULL_TERMINATED;
/* XML that is whole in itself, as it stands. */
void    ink_xml_raw   (InkXml *xml, const char *markup);
/* Closes what is open, frees @xml. */
GBytes *ink_xml_end   (InkXml *xml) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full): valid UTF-8 without the characters that XML 1.0 has no way to write. */
char   *ink_xml_clean (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
