/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* An Office Open Packaging file (.pptx, .xlsx): parts, the relations between them, and what type
 * each is. Relations are made with the parts, so none can dangle; the same parts give the same
 * bytes. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Relations of ISO 29500-1, without what all of them begin with. */
#define INK_RELATION_OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

typedef struct _InkPackage InkPackage;

InkPackage *ink_package_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void        ink_package_free (InkPackage *package);

/* A part that all parts of its ending are like: "png", "image/png". */
void        ink_package_add_default (InkPackage *package, const char *ending,
                                     const char *content_type);
/* @name: "ppt/slides/slide1.xml"; once only. @content_type: nullable: as its ending has it.
 * @content: kept. */
void        ink_package_add  (InkPackage *package, const char *name, const char *content_type,
                              GBytes *content);
gboolean    ink_package_has  (const InkPackage *package, const char *name);
/* A relation from the part @from ("": the package) to the part @to, both by name, which may be
 * added later. @type: after INK_RELATION_OFFICE, or a whole address. (transfer none): its id,
 * "rId1", unique among those of @from; the same where it is already there. */
const char *ink_package_relate (InkPackage *package, const char *from, const char *type,
                                const char *to);
/* One that was made elsewhere: with its own id, and perhaps to an address outside the file. */
void        ink_package_relate_as (InkPackage *package, const char *from, const char *id,
                                   const char *type, const char *to, gboolean is_external);
/* "ppt/slides/slide1.xml" → "ppt/slides/_rels/slide1.xml.rels"; "" → "_rels/.rels" */
char       *ink_package_get_relations_name (const char *part) G_GNUC_WARN_UNUSED_RESULT;

/* The file: a zip archive. INK_ERROR_FAILED where it cannot be made. */
GBytes     *ink_package_write (const InkPackage *package, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkPackage, ink_package_free)

G_END_DECLS
