/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* All parts in memory, by name. */
#include "config.h"

#include "export/ink-package-reader.h"

#include "base/ink-error.h"
#include "export/ink-package.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <string.h>

/* Companies' templates have hundreds of parts and tens of megabytes. */
#define MOST_PARTS 5000
#define MOST_BYTES (256 * 1024 * 1024)
#define MOST_XML (24 * 1024 * 1024)
#define MOST_LINKS 2000
#define BLOCK 65536

typedef struct
{
  char *name;
  GBytes *content;
} Part;

struct _InkPackageReader
{
  GHashTable *parts;   /* name in small letters → Part */
  GHashTable *named;   /* part in small letters → its type */
  GHashTable *endings; /* ending in small letters → type of its parts */
};

static void
part_free (gpointer data)
{
  Part *part = data;

  g_free (part->name);
  g_bytes_unref (part->content);
  g_free (part);
}

static void
link_free (gpointer data)
{
  InkPackageLink *link = data;

  g_free (link->id);
  g_free (link->type);
  g_free (link->target);
  g_free (link);
}

void
ink_package_reader_free (InkPackageReader *reader)
{
  if (reader == NULL)
    return;

  g_hash_table_unref (reader->parts);
  g_hash_table_unref (reader->named);
  g_hash_table_unref (reader->endings);
  g_free (reader);
}

static gboolean
refuse (GError **error,
        const char *sentence)
{
  g_set_error_literal (error, INK_ERROR, INK_ERROR_FORMAT, sentence);
  return FALSE;
}

/* --- The archive --- */

static GBytes *
read_content (struct archive *archive,
              gsize *left,
              GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *block = g_malloc (BLOCK);
  la_ssize_t n;

  /* What an entry says of its size may be a lie. */
  while ((n = archive_read_data (archive, block, BLOCK)) > 0)
    {
      if ((gsize) n > *left)
        {
          refuse (error, _ ("The file holds too much to be a template."));
          return NULL;
        }
      *left -= (gsize) n;
      g_byte_array_append (bytes, block, (guint) n);
    }
  if (n < 0)
    {
      refuse (error, _ ("The file is damaged: a part of it cannot be unpacked."));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static gboolean
take_entry (InkPackageReader *reader,
            struct archive *archive,
            struct archive_entry *entry,
            gsize *left,
            GError **error)
{
  const char *name = archive_entry_pathname_utf8 (entry);
  g_autoptr (GBytes) content = NULL;
  Part *part;

  if (archive_entry_filetype (entry) == AE_IFDIR)
    return TRUE;
  if (name == NULL || *name == '\0' || !g_utf8_validate (name, -1, NULL)
      || archive_entry_filetype (entry) != AE_IFREG || archive_entry_is_encrypted (entry))
    return refuse (error, _ ("The file is damaged, or locked with a password."));
  if (g_hash_table_size (reader->parts) >= MOST_PARTS)
    return refuse (error, _ ("The file holds too much to be a template."));

  content = read_content (archive, left, error);
  if (content == NULL)
    return FALSE;

  part = g_new0 (Part, 1);
  part->name = g_strdup (name);
  part->content = g_steal_pointer (&content);
  g_hash_table_replace (reader->parts, g_ascii_strdown (name, -1), part);

  return TRUE;
}

static gboolean
read_entries (InkPackageReader *reader,
              struct archive *archive,
              GError **error)
{
  struct archive_entry *entry;
  gsize left = MOST_BYTES;
  int status;

  while ((status = archive_read_next_header (archive, &entry)) == ARCHIVE_OK
         || status == ARCHIVE_WARN)
    if (!take_entry (reader, archive, entry, &left, error))
      return FALSE;

  return status == ARCHIVE_EOF
         || refuse (error, _ ("The file is damaged: it ends too early, or is no presentation."));
}

static gboolean
unpack (InkPackageReader *reader,
        GBytes *file,
        GError **error)
{
  struct archive *archive = archive_read_new ();
  gsize size;
  const void *data = g_bytes_get_data (file, &size);
  gboolean done;

  archive_read_support_format_zip_seekable (archive);
  done = archive_read_open_memory (archive, data, size) == ARCHIVE_OK
             ? read_entries (reader, archive, error)
             : refuse (error, _ ("The file is no presentation: it cannot be unpacked."));
  archive_read_free (archive);

  return done;
}

/* --- XML --- */

static void
be_silent (void *context,
           const char *message,
           ...)
{
}

/* Not even looked at: what is no UTF-8, and what brings entities, for which no office has a use. */
static gboolean
is_plain (GBytes *content)
{
  gsize size;
  const char *data = g_bytes_get_data (content, &size);

  return size > 0 && size <= MOST_XML && memchr (data, '\0', size) == NULL
         && g_strstr_len (data, (gssize) size, "<!DOCTYPE") == NULL
         && g_strstr_len (data, (gssize) size, "<!ENTITY") == NULL;
}

static xmlDocPtr
parse (GBytes *content)
{
  xmlParserCtxtPtr parser = xmlNewParserCtxt ();
  gsize size;
  const char *data = g_bytes_get_data (content, &size);
  xmlDocPtr document;

  xmlSetGenericErrorFunc (parser, be_silent);
  document = xmlCtxtReadMemory (parser, data, (int) size, NULL, NULL,
                                XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  xmlSetGenericErrorFunc (NULL, NULL);
  xmlFreeParserCtxt (parser);

  return document;
}

xmlDocPtr
ink_package_reader_get_xml (InkPackageReader *reader,
                            const char *name,
                            GError **error)
{
  GBytes *content;
  g_autoptr (xmlDoc) document = NULL;

  g_return_val_if_fail (reader != NULL && name != NULL, NULL);

  content = ink_package_reader_get_part (reader, name);
  if (content != NULL && is_plain (content))
    document = parse (content);
  if (document != NULL && xmlDocGetRootElement (document) != NULL
      && document->intSubset == NULL)
    return g_steal_pointer (&document);

  g_set_error (error, INK_ERROR, INK_ERROR_FORMAT,
               _ ("The file is damaged: its part “%s” is missing or cannot be read."), name);
  return NULL;
}

static char *
get_attribute (xmlNodePtr node,
               const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, BAD_CAST name);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy;
}

/* --- Types --- */

static void
take_type (InkPackageReader *reader,
           xmlNodePtr node)
{
  g_autofree char *part = get_attribute (node, "PartName");
  g_autofree char *ending = get_attribute (node, "Extension");
  g_autofree char *type = get_attribute (node, "ContentType");

  if (type != NULL && part != NULL && part[0] == '/')
    g_hash_table_replace (reader->named, g_ascii_strdown (part + 1, -1), g_strdup (type));
  else if (type != NULL && ending != NULL)
    g_hash_table_replace (reader->endings, g_ascii_strdown (ending, -1), g_strdup (type));
}

static gboolean
read_types (InkPackageReader *reader,
            GError **error)
{
  g_autoptr (xmlDoc) document
      = ink_package_reader_get_xml (reader, "[Content_Types].xml", error);

  if (document == NULL)
    return FALSE;
  for (xmlNodePtr node = xmlDocGetRootElement (document)->children; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE)
      take_type (reader, node);

  return TRUE;
}

InkPackageReader *
ink_package_reader_new (GBytes *file,
                        GError **error)
{
  g_autoptr (InkPackageReader) reader = NULL;

  g_return_val_if_fail (file != NULL, NULL);

  reader = g_new0 (InkPackageReader, 1);
  reader->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, part_free);
  reader->named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  reader->endings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (!unpack (reader, file, error) || !read_types (reader, error))
    return NULL;

  return g_steal_pointer (&reader);
}

/* --- Parts --- */

static const Part *
find_part (InkPackageReader *reader,
           const char *name)
{
  g_autofree char *key = g_ascii_strdown (name, -1);

  return g_hash_table_lookup (reader->parts, key);
}

GBytes *
ink_package_reader_get_part (InkPackageReader *reader,
                             const char *name)
{
  const Part *part = find_part (reader, name);

  return part != NULL ? part->content : NULL;
}

const char *
ink_package_reader_get_name (InkPackageReader *reader,
                             const char *name)
{
  const Part *part = find_part (reader, name);

  return part != NULL ? part->name : NULL;
}

const char *
ink_package_reader_get_type (InkPackageReader *reader,
                             const char *name)
{
  g_autofree char *key = g_ascii_strdown (name, -1);
  const char *type = g_hash_table_lookup (reader->named, key);
  const char *dot = strrchr (key, '.');

  return type != NULL || dot == NULL ? type : g_hash_table_lookup (reader->endings, dot + 1);
}

/* --- Relations --- */

/* "../media/image1.png" of "ppt/slideMasters/slideMaster1.xml" → "ppt/media/image1.png"; NULL where
 * it leads out of the file. */
static char *
resolve (const char *from,
         const char *target)
{
  g_autofree char *plain = g_uri_unescape_string (target, "/");
  g_autoptr (GPtrArray) path = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = g_path_get_dirname (from);
  g_autofree char *all = NULL;
  g_auto (GStrv) names = NULL;

  if (plain == NULL)
    return NULL;
  all = plain[0] == '/' || strchr (from, '/') == NULL ? g_strdup (plain)
                                                      : g_strconcat (folder, "/", plain, NULL);
  names = g_strsplit (all, "/", -1);
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (g_str_equal (names[i], "..") && path->len == 0)
        return NULL;
      if (g_str_equal (names[i], ".."))
        g_ptr_array_set_size (path, (int) path->len - 1);
      else if (*names[i] != '\0' && !g_str_equal (names[i], "."))
        g_ptr_array_add (path, g_strdup (names[i]));
    }
  g_ptr_array_add (path, NULL);

  return g_strjoinv ("/", (char **) path->pdata);
}

static char *
shorten_type (const char *type)
{
  static const char *const beginnings[]
      = { INK_RELATION_OFFICE, "http://purl.oclc.org/ooxml/officeDocument/relationships/" };

  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (g_str_has_prefix (type, beginnings[i]))
      return g_strdup (type + strlen (beginnings[i]));

  return g_strdup (type);
}

static gboolean
add_link (GPtrArray *links,
          const char *from,
          xmlNodePtr node)
{
  g_autofree char *mode = get_attribute (node, "TargetMode");
  g_autofree char *type = get_attribute (node, "Type");
  g_autofree char *target = get_attribute (node, "Target");
  InkPackageLink *link = g_new0 (InkPackageLink, 1);

  g_ptr_array_add (links, link);
  link->id = get_attribute (node, "Id");
  link->is_external = g_strcmp0 (mode, "External") == 0;
  if (link->id == NULL || type == NULL || target == NULL)
    return FALSE;

  for (guint i = 0; i + 1 < links->len; i++)
    if (g_str_equal (((InkPackageLink *) g_ptr_array_index (links, i))->id, link->id))
      return FALSE;
  link->type = shorten_type (type);
  link->target = link->is_external ? g_steal_pointer (&target) : resolve (from, target);

  return link->target != NULL && links->len <= MOST_LINKS;
}

static gboolean
read_links (GPtrArray *links,
            const char *from,
            xmlDocPtr document)
{
  for (xmlNodePtr node = xmlDocGetRootElement (document)->children; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE && !add_link (links, from, node))
      return FALSE;

  return TRUE;
}

GPtrArray *
ink_package_reader_get_links (InkPackageReader *reader,
                              const char *name,
                              GError **error)
{
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func (link_free);
  g_autofree char *part = ink_package_get_relations_name (name);
  g_autoptr (xmlDoc) document = NULL;

  g_return_val_if_fail (reader != NULL && name != NULL, NULL);

  if (ink_package_reader_get_part (reader, part) == NULL)
    return g_steal_pointer (&links);
  document = ink_package_reader_get_xml (reader, part, error);
  if (document == NULL)
    return NULL;
  if (read_links (links, name, document))
    return g_steal_pointer (&links);

  g_set_error (error, INK_ERROR, INK_ERROR_FORMAT,
               _ ("The file is damaged: what “%s” refers to cannot be made out."), name);
  return NULL;
}
