/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reading an Office Open Packaging file that somebody else made: its parts, their types, the relations
 * between them. Nothing in it is trusted: sizes and counts are limited, entities are refused, nothing
 * outside the file is ever opened. */
#pragma once

#include <gio/gio.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/**
 * InkPackageLink: a relation.
 * @type: without what all relations of offices begin with
 * @target: a part's name, or an address where @is_external
 */
typedef struct
{
  char *id;
  char *type;
  char *target;
  gboolean is_external;
} InkPackageLink;

typedef struct _InkPackageReader InkPackageReader;

/* INK_ERROR_FORMAT: it is no such file, damaged, or too large. */
InkPackageReader *ink_package_reader_new  (GBytes *file, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
void              ink_package_reader_free (InkPackageReader *reader);

/* (transfer none) (nullable) */
GBytes     *ink_package_reader_get_part  (InkPackageReader *reader, const char *name);
/* (transfer none) (nullable): the name that a part has, whatever case it was looked for in */
const char *ink_package_reader_get_name  (InkPackageReader *reader, const char *name);
/* (transfer none) (nullable) */
const char *ink_package_reader_get_type  (InkPackageReader *reader, const char *name);
/* Of InkPackageLink; none: empty. INK_ERROR_FORMAT. */
GPtrArray  *ink_package_reader_get_links (InkPackageReader *reader, const char *name,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full): INK_ERROR_FORMAT where it is not there or no XML. */
xmlDocPtr   ink_package_reader_get_xml   (InkPackageReader *reader, const char *name,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkPackageReader, ink_package_reader_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

G_END_DECLS
