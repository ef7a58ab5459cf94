/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Parts in the order in which they came, behind the list of their types. */
#include "config.h"

#include "export/ink-package.h"

#include "base/ink-error.h"
#include "export/ink-xml.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define TYPES "http://schemas.openxmlformats.org/package/2006/content-types"
#define RELATIONS "http://schemas.openxmlformats.org/package/2006/relationships"
#define RELATIONS_TYPE "application/vnd.openxmlformats-package.relationships+xml"
/* Noon of 1 January 1980 (UTC): the first day that a zip archive can name, in every time zone. */
#define WRITTEN 315576000

typedef struct
{
  char *name;
  char *content_type; /* nullable */
  GBytes *content;
} Part;

typedef struct
{
  char *from;
  char *type;
  char *to;
  char *id;
  gboolean is_external;
} Relation;

struct _InkPackage
{
  GPtrArray *parts;     /* of Part */
  GPtrArray *relations; /* of Relation */
  GPtrArray *endings;   /* of char: ending, type, ending, type */
};

static void
part_free (gpointer data)
{
  Part *part = data;

  g_free (part->name);
  g_free (part->content_type);
  g_bytes_unref (part->content);
  g_free (part);
}

static void
relation_free (gpointer data)
{
  Relation *relation = data;

  g_free (relation->from);
  g_free (relation->type);
  g_free (relation->to);
  g_free (relation->id);
  g_free (relation);
}

InkPackage *
ink_package_new (void)
{
  InkPackage *package = g_new0 (InkPackage, 1);

  package->parts = g_ptr_array_new_with_free_func (part_free);
  package->relations = g_ptr_array_new_with_free_func (relation_free);
  package->endings = g_ptr_array_new_with_free_func (g_free);
  ink_package_add_default (package, "rels", RELATIONS_TYPE);
  ink_package_add_default (package, "xml", "application/xml");

  return package;
}

void
ink_package_free (InkPackage *package)
{
  if (package == NULL)
    return;

  g_ptr_array_unref (package->parts);
  g_ptr_array_unref (package->relations);
  g_ptr_array_unref (package->endings);
  g_free (package);
}

void
ink_package_add_default (InkPackage *package,
                         const char *ending,
                         const char *content_type)
{
  g_return_if_fail (package != NULL && ending != NULL && content_type != NULL);

  for (guint i = 0; i < package->endings->len; i += 2)
    if (g_ascii_strcasecmp (g_ptr_array_index (package->endings, i), ending) == 0)
      return;

  g_ptr_array_add (package->endings, g_strdup (ending));
  g_ptr_array_add (package->endings, g_strdup (content_type));
}

gboolean
ink_package_has (const InkPackage *package,
                 const char *name)
{
  g_return_val_if_fail (package != NULL && name != NULL, FALSE);

  /* Part names differ in more than case: ISO 29500-2, 6.2.2.3. */
  for (guint i = 0; i < package->parts->len; i++)
    if (g_ascii_strcasecmp (((Part *) g_ptr_array_index (package->parts, i))->name, name) == 0)
      return TRUE;

  return FALSE;
}

void
ink_package_add (InkPackage *package,
                 const char *name,
                 const char *content_type,
                 GBytes *content)
{
  Part *part;

  g_return_if_fail (package != NULL && name != NULL && content != NULL);
  g_return_if_fail (!ink_package_has (package, name));

  part = g_new0 (Part, 1);
  part->name = g_strdup (name);
  part->content_type = g_strdup (content_type);
  part->content = g_bytes_ref (content);
  g_ptr_array_add (package->parts, part);
}

const char *
ink_package_relate (InkPackage *package,
                    const char *from,
                    const char *type,
                    const char *to)
{
  Relation *relation;
  guint n = 1;

  g_return_val_if_fail (package != NULL && from != NULL && type != NULL && to != NULL, NULL);

  for (guint i = 0; i < package->relations->len; i++)
    {
      relation = g_ptr_array_index (package->relations, i);
      if (!g_str_equal (relation->from, from))
        continue;
      n++;
      if (g_str_equal (relation->to, to) && g_str_has_suffix (relation->type, type))
        return relation->id;
    }

  relation = g_new0 (Relation, 1);
  relation->from = g_strdup (from);
  relation->type = strstr (type, "://") != NULL ? g_strdup (type)
                                                : g_strconcat (INK_RELATION_OFFICE, type, NULL);
  relation->to = g_strdup (to);
  relation->id = g_strdup_printf ("rId%u", n);
  g_ptr_array_add (package->relations, relation);

  return relation->id;
}

void
ink_package_relate_as (InkPackage *package,
                       const char *from,
                       const char *id,
                       const char *type,
                       const char *to,
                       gboolean is_external)
{
  Relation *relation;

  g_return_if_fail (package != NULL && from != NULL && id != NULL && type != NULL && to != NULL);

  relation = g_new0 (Relation, 1);
  relation->from = g_strdup (from);
  relation->id = g_strdup (id);
  relation->type = strstr (type, "://") != NULL ? g_strdup (type)
                                                : g_strconcat (INK_RELATION_OFFICE, type, NULL);
  relation->to = g_strdup (to);
  relation->is_external = is_external;
  g_ptr_array_add (package->relations, relation);
}

/* --- The parts that every package has --- */

static GBytes *
write_types (const InkPackage *package)
{
  InkXml *xml = ink_xml_new ();

  ink_xml_open (xml, "Types", "xmlns", TYPES, NULL);
  for (guint i = 0; i < package->endings->len; i += 2)
    ink_xml_leaf (xml, "Default", "Extension", g_ptr_array_index (package->endings, i),
                  "ContentType", g_ptr_array_index (package->endings, i + 1), NULL);
  for (guint i = 0; i < package->parts->len; i++)
    {
      const Part *part = g_ptr_array_index (package->parts, i);
      g_autofree char *name = g_strconcat ("/", part->name, NULL);

      if (part->content_type != NULL)
        ink_xml_leaf (xml, "Override", "PartName", name, "ContentType", part->content_type, NULL);
    }

  return ink_xml_end (xml);
}

char *
ink_package_get_relations_name (const char *part)
{
  const char *slash = part != NULL ? strrchr (part, '/') : NULL;
  const char *file = slash != NULL ? slash + 1 : part;
  g_autofree char *folder = NULL;

  g_return_val_if_fail (part != NULL, NULL);

  folder = g_strndup (part, (gsize) (file - part));
  return g_strdup_printf ("%s_rels/%s.rels", folder, file);
}

static GBytes *
write_relations (const InkPackage *package,
                 const char *from)
{
  InkXml *xml = ink_xml_new ();

  ink_xml_open (xml, "Relationships", "xmlns", RELATIONS, NULL);
  for (guint i = 0; i < package->relations->len; i++)
    {
      const Relation *relation = g_ptr_array_index (package->relations, i);
      g_autofree char *target = relation->is_external ? g_strdup (relation->to)
                                                      : g_strconcat ("/", relation->to, NULL);

      if (g_str_equal (relation->from, from))
        ink_xml_leaf (xml, "Relationship", "Id", relation->id, "Type", relation->type, "Target",
                      target, "TargetMode", relation->is_external ? "External" : NULL, NULL);
    }

  return ink_xml_end (xml);
}

/* --- The archive --- */

static la_ssize_t
take_bytes (struct archive *archive,
            void *data,
            const void *bytes,
            size_t length)
{
  (void) archive;
  g_byte_array_append (data, bytes, (guint) length);
  return (la_ssize_t) length;
}

static gboolean
put_entry (struct archive *archive,
           const char *name,
           GBytes *content)
{
  struct archive_entry *entry = archive_entry_new ();
  gsize size = g_bytes_get_size (content);
  gboolean done;

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, (la_int64_t) size);
  archive_entry_set_mtime (entry, WRITTEN, 0);
  done = archive_write_header (archive, entry) == ARCHIVE_OK
         && archive_write_data (archive, g_bytes_get_data (content, NULL), size)
                == (la_ssize_t) size;
  archive_entry_free (entry);

  return done;
}

static gboolean
put_relations (struct archive *archive,
               const InkPackage *package,
               const char *from)
{
  g_autofree char *name = NULL;
  g_autoptr (GBytes) content = NULL;
  gboolean any = FALSE;

  for (guint i = 0; i < package->relations->len; i++)
    any |= g_str_equal (((Relation *) g_ptr_array_index (package->relations, i))->from, from);
  if (!any)
    return TRUE;

  name = ink_package_get_relations_name (from);
  content = write_relations (package, from);
  return put_entry (archive, name, content);
}

static gboolean
put_parts (struct archive *archive,
           const InkPackage *package)
{
  g_autoptr (GBytes) types = write_types (package);

  if (!put_entry (archive, "[Content_Types].xml", types) || !put_relations (archive, package, ""))
    return FALSE;
  for (guint i = 0; i < package->parts->len; i++)
    {
      const Part *part = g_ptr_array_index (package->parts, i);

      if (!put_entry (archive, part->name, part->content)
          || !put_relations (archive, package, part->name))
        return FALSE;
    }

  return TRUE;
}

GBytes *
ink_package_write (const InkPackage *package,
                   GError **error)
{
  g_autoptr (GByteArray) bytes = NULL;
  struct archive *archive;
  gboolean done;

  g_return_val_if_fail (package != NULL, NULL);

  bytes = g_byte_array_new ();
  archive = archive_write_new ();
  done = archive_write_set_format_zip (archive) == ARCHIVE_OK
         && archive_write_set_options (archive, "zip:compression=deflate") == ARCHIVE_OK
         && archive_write_set_bytes_in_last_block (archive, 1) == ARCHIVE_OK
         && archive_write_open (archive, bytes, NULL, take_bytes, NULL) == ARCHIVE_OK
         && put_parts (archive, package) && archive_write_close (archive) == ARCHIVE_OK;
  if (!done)
    g_set_error (error, INK_ERROR, INK_ERROR_FAILED, _ ("The file could not be packed: %s."),
                 archive_error_string (archive));
  archive_write_free (archive);

  return done ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}
