/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The bytes of a file, unpacked.
 *
 * A stack of layers: the file at the bottom, then one layer for each packing that is found by its
 * first bytes. A plain file is read straight into the caller's buffer. */

#include "config.h"

#include "import/ink-byte-source.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "base/ink-error.h"

#define MAX_LAYERS 4
#define PEEK_SIZE (64 * 1024)
#define BLOCK_SIZE (256 * 1024)

typedef struct
{
  InkByteSource *source;
  guint below; /* index of the layer that the archive reads from */
  struct archive *archive; /* NULL: the file */
  gboolean many;
  char *block;
  guint8 *peek;
  gsize peek_length;
  gsize peek_pos;
} Layer;

struct _InkByteSource
{
  char *name; /* for messages */
  int fd;
  gint64 size;
  gint64 done;
  InkProgress *progress;
  GCancellable *cancellable;
  Layer layers[MAX_LAYERS];
  guint n_layers;
  int many_layer; /* the layer with members; -1: none */
  gboolean started;
  char *member;
  GError *failure; /* of a read inside a libarchive callback */
};

typedef enum
{
  PACKING_NONE,
  PACKING_STREAM, /* gzip, zstd, bzip2, xz */
  PACKING_MEMBERS,
} Packing;

static gssize
read_file (InkByteSource *source,
           void *buffer,
           gsize size,
           GError **error)
{
  gssize n;

  if (g_cancellable_set_error_if_cancelled (source->cancellable, error))
    return -1;
  do
    n = read (source->fd, buffer, size);
  while (n < 0 && errno == EINTR);
  if (n < 0)
    {
      g_set_error (error, INK_ERROR, INK_ERROR_FAILED, _("%s could not be read: %s"), source->name,
                   g_strerror (errno));
      return -1;
    }
  source->done += n;
  if (source->progress != NULL)
    __atomic_store_n (&source->progress->done, source->done, __ATOMIC_RELAXED);
  return n;
}

/* The error of @archive, or the one that its reading below met. */
static void
take_archive_error (Layer *layer,
                    GError **error)
{
  InkByteSource *source = layer->source;
  const char *why = archive_error_string (layer->archive);

  if (source->failure != NULL)
    g_propagate_error (error, g_steal_pointer (&source->failure));
  else if (archive_read_has_encrypted_entries (layer->archive) > 0)
    g_set_error (error, INK_ERROR, INK_ERROR_FORMAT,
                 _("%s is protected by a password. Unpack it first and import what is inside."),
                 source->name);
  else
    g_set_error (error, INK_ERROR, INK_ERROR_FORMAT,
                 _("%s is damaged or not complete (%s). Download or export it again."),
                 source->name, why != NULL ? why : "?");
}

/* Not through the peeked bytes. */
static gssize
read_through (Layer *layer,
              void *buffer,
              gsize size,
              GError **error)
{
  la_ssize_t n;

  if (layer->archive == NULL)
    return read_file (layer->source, buffer, size, error);
  n = archive_read_data (layer->archive, buffer, size);
  if (n < 0)
    {
      take_archive_error (layer, error);
      return -1;
    }
  return n;
}

static gssize
read_layer (Layer *layer,
            void *buffer,
            gsize size,
            GError **error)
{
  gsize n = MIN (size, layer->peek_length - layer->peek_pos);

  if (n == 0)
    return read_through (layer, buffer, size, error);
  memcpy (buffer, layer->peek + layer->peek_pos, n);
  layer->peek_pos += n;
  return (gssize) n;
}

static gboolean
peek_layer (Layer *layer,
            gsize wanted,
            GError **error)
{
  gsize rest = layer->peek_length - layer->peek_pos;

  if (layer->peek == NULL)
    layer->peek = g_malloc (PEEK_SIZE);
  if (layer->peek_pos > 0)
    memmove (layer->peek, layer->peek + layer->peek_pos, rest);
  layer->peek_pos = 0;
  layer->peek_length = rest;
  while (layer->peek_length < wanted)
    {
      gssize n = read_through (layer, layer->peek + layer->peek_length,
                               wanted - layer->peek_length, error);

      if (n < 0)
        return FALSE;
      if (n == 0)
        break;
      layer->peek_length += (gsize) n;
    }
  return TRUE;
}

static la_ssize_t
read_cb (struct archive *archive,
         void *data,
         const void **buffer)
{
  Layer *layer = data;
  InkByteSource *source = layer->source;
  gssize n;

  if (source->failure != NULL)
    return -1;
  n = read_layer (&source->layers[layer->below], layer->block, BLOCK_SIZE, &source->failure);
  *buffer = layer->block;
  if (n < 0)
    archive_set_error (archive, EIO, "read failed");
  return n;
}

/* Only the file itself can seek, and only it is asked to: a zip file's list stands at its end. */
static la_int64_t
seek_cb (struct archive *archive,
         void *data,
         la_int64_t offset,
         int whence)
{
  Layer *layer = data;
  Layer *below = &layer->source->layers[layer->below];

  below->peek_pos = below->peek_length = 0;
  return lseek (layer->source->fd, offset, whence);
}

static Packing
find_packing (const guint8 *b,
              gsize n)
{
  static const struct
  {
    Packing packing;
    gsize at;
    gsize length;
    const char *magic;
  } magics[] = {
    { PACKING_STREAM, 0, 2, "\x1f\x8b" },
    { PACKING_STREAM, 0, 4, "\x28\xb5\x2f\xfd" },
    { PACKING_STREAM, 0, 3, "BZh" },
    { PACKING_STREAM, 0, 6, "\xfd" "7zXZ" },
    { PACKING_MEMBERS, 0, 4, "PK\x03\x04" },
    { PACKING_MEMBERS, 0, 4, "PK\x05\x06" },
    { PACKING_MEMBERS, 257, 5, "ustar" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (magics); i++)
    if (n >= magics[i].at + magics[i].length
        && memcmp (b + magics[i].at, magics[i].magic, magics[i].length) == 0)
      return magics[i].packing;
  return PACKING_NONE;
}

/* What is known and not read: one sentence each, with the way out. */
static gboolean
refuse_foreign (InkByteSource *source,
                const guint8 *b,
                gsize n,
                GError **error)
{
  static const struct
  {
    gsize length;
    const char *magic;
    const char *sentence;
  } foreign[] = {
    { 4, "PAR1", N_("%s is a Parquet file, which Inkling does not read. Export the data as CSV or "
                    "as JSON instead; it may be packed as gzip, zip or zstd.") },
    { 4, "Obj\x01", N_("%s is an Avro file, which Inkling does not read. Export the data as CSV "
                       "or as JSON instead.") },
    { 3, "ORC", N_("%s is an ORC file, which Inkling does not read. Export the data as CSV or as "
                   "JSON instead.") },
    { 8, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
      N_("%s is an old Excel workbook. Open it in a spreadsheet and save it as CSV.") },
    { 15, "SQLite format 3", N_("%s is a database, not an export. If it is an Inkling project, "
                                "open it instead.") },
    { 4, "%PDF", N_("%s is a PDF document. Export the data behind it as CSV.") },
    { 6, "7z\xbc\xaf\x27\x1c", N_("%s is a 7z file. Unpack it first, or pack it as zip.") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (foreign); i++)
    if (n >= foreign[i].length && memcmp (b, foreign[i].magic, foreign[i].length) == 0)
      {
        g_autofree char *sentence = g_strdup (_(foreign[i].sentence));
        char *place = strstr (sentence, "%s");

        g_assert (place != NULL);
        *place = '\0';
        g_set_error (error, INK_ERROR, INK_ERROR_FORMAT, "%s%s%s", sentence, source->name,
                     place + 2);
        return TRUE;
      }
  return FALSE;
}

static void
drop_layers (InkByteSource *source,
             guint keep)
{
  while (source->n_layers > keep)
    {
      Layer *layer = &source->layers[--source->n_layers];

      if (layer->archive != NULL)
        archive_read_free (layer->archive);
      g_free (layer->block);
      g_free (layer->peek);
      memset (layer, 0, sizeof *layer);
    }
}

static gboolean
push_layer (InkByteSource *source,
            Packing packing,
            GError **error)
{
  Layer *layer = &source->layers[source->n_layers];

  layer->source = source;
  layer->below = source->n_layers - 1;
  layer->many = packing == PACKING_MEMBERS;
  layer->block = g_malloc (BLOCK_SIZE);
  layer->archive = archive_read_new ();
  source->n_layers++;
  if (packing == PACKING_STREAM)
    {
      archive_read_support_filter_all (layer->archive);
      archive_read_support_format_raw (layer->archive);
    }
  else
    {
      archive_read_support_format_zip (layer->archive);
      archive_read_support_format_tar (layer->archive);
      if (layer->below == 0)
        archive_read_set_seek_callback (layer->archive, seek_cb);
    }
  archive_read_set_read_callback (layer->archive, read_cb);
  archive_read_set_callback_data (layer->archive, layer);
  if (archive_read_open1 (layer->archive) != ARCHIVE_OK)
    {
      take_archive_error (layer, error);
      return FALSE;
    }
  return TRUE;
}

/* The next member that can hold data. FALSE at the end and with @error. */
static gboolean
next_member (InkByteSource *source,
             Layer *layer,
             GError **error)
{
  struct archive_entry *entry;
  int status;

  while ((status = archive_read_next_header (layer->archive, &entry)) == ARCHIVE_OK
         || status == ARCHIVE_WARN)
    {
      const char *path = archive_entry_pathname_utf8 (entry);
      g_autofree char *base = path != NULL ? g_path_get_basename (path) : g_strdup ("?");

      layer->peek_pos = layer->peek_length = 0;
      if (!layer->many)
        return TRUE;
      if (path != NULL && (strcmp (path, "[Content_Types].xml") == 0
                           || g_str_has_prefix (path, "xl/") || strcmp (path, "mimetype") == 0))
        {
          g_set_error (error, INK_ERROR, INK_ERROR_FORMAT,
                       _("%s is a spreadsheet or document, not a text file. Save the sheet as CSV "
                         "and import that."),
                       source->name);
          return FALSE;
        }
      if (archive_entry_filetype (entry) != AE_IFREG || base[0] == '.'
          || (path != NULL && g_str_has_prefix (path, "__MACOSX/")))
        continue;
      g_free (source->member);
      source->member = g_steal_pointer (&base);
      return TRUE;
    }
  if (status != ARCHIVE_EOF)
    take_archive_error (layer, error);
  return FALSE;
}

/* Adds layers until what comes is not packed. FALSE at the end of the members (without @error: only
 * for the layer that has them) and with @error. */
static gboolean
unpack (InkByteSource *source,
        GError **error)
{
  for (;;)
    {
      Layer *top = &source->layers[source->n_layers - 1];
      Packing packing;
      GError *local = NULL;

      if (!peek_layer (top, 512, error))
        return FALSE;
      packing = find_packing (top->peek, top->peek_length);
      if (packing == PACKING_NONE)
        return !refuse_foreign (source, top->peek, top->peek_length, error);
      if (source->n_layers == MAX_LAYERS || (packing == PACKING_MEMBERS && source->many_layer >= 0))
        {
          g_set_error (error, INK_ERROR, INK_ERROR_FORMAT,
                       _("%s is packed too many times. Unpack it first."), source->name);
          return FALSE;
        }
      if (!push_layer (source, packing, error))
        return FALSE;
      if (packing == PACKING_MEMBERS)
        source->many_layer = (int) source->n_layers - 1;
      if (!next_member (source, &source->layers[source->n_layers - 1], &local))
        {
          if (local == NULL)
            g_set_error (&local, INK_ERROR, INK_ERROR_FORMAT, _("%s holds no file."),
                         source->name);
          g_propagate_error (error, local);
          return FALSE;
        }
      /* It begins like a packed file, but nothing could unpack it. */
      top = &source->layers[source->n_layers - 1];
      if (packing == PACKING_STREAM && archive_filter_count (top->archive) < 2)
        {
          g_set_error (error, INK_ERROR, INK_ERROR_FORMAT,
                       _("%s is damaged or not complete. Download or export it again."),
                       source->name);
          return FALSE;
        }
    }
}

InkByteSource *
ink_byte_source_open (const char *path,
                      InkProgress *progress,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (InkByteSource) source = NULL;
  struct stat about;

  g_return_val_if_fail (path != NULL, NULL);

  source = g_new0 (InkByteSource, 1);
  source->name = g_filename_display_basename (path);
  source->many_layer = -1;
  source->progress = progress;
  source->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  source->fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  if (source->fd < 0 || fstat (source->fd, &about) != 0 || S_ISDIR (about.st_mode))
    {
      int why = source->fd < 0 ? errno : EISDIR;

      g_set_error (error, INK_ERROR, INK_ERROR_FAILED, _("%s could not be opened: %s"),
                   source->name, g_strerror (why));
      return NULL;
    }
  source->size = about.st_size;
  if (progress != NULL)
    __atomic_store_n (&progress->total, source->size, __ATOMIC_RELAXED);
  source->layers[0].source = source;
  source->n_layers = 1;
  return g_steal_pointer (&source);
}

void
ink_byte_source_free (InkByteSource *source)
{
  if (source == NULL)
    return;
  drop_layers (source, 0);
  if (source->fd >= 0)
    g_close (source->fd, NULL);
  g_clear_object (&source->cancellable);
  g_clear_error (&source->failure);
  g_free (source->member);
  g_free (source->name);
  g_free (source);
}

gboolean
ink_byte_source_next (InkByteSource *source,
                      GError **error)
{
  g_return_val_if_fail (source != NULL, FALSE);

  if (!source->started)
    {
      source->started = TRUE;
      return unpack (source, error);
    }
  if (source->many_layer < 0)
    return FALSE;
  drop_layers (source, (guint) source->many_layer + 1);
  return next_member (source, &source->layers[source->many_layer], error)
         && unpack (source, error);
}

gssize
ink_byte_source_read (InkByteSource *source,
                      char *buffer,
                      gsize size,
                      GError **error)
{
  g_return_val_if_fail (source != NULL && source->started, -1);

  if (g_cancellable_set_error_if_cancelled (source->cancellable, error))
    return -1;
  return read_layer (&source->layers[source->n_layers - 1], buffer, size, error);
}

gssize
ink_byte_source_peek (InkByteSource *source,
                      const guint8 **bytes,
                      GError **error)
{
  Layer *top;

  g_return_val_if_fail (source != NULL && source->started, -1);

  top = &source->layers[source->n_layers - 1];
  if (!peek_layer (top, PEEK_SIZE, error))
    return -1;
  *bytes = top->peek;
  return (gssize) top->peek_length;
}

const char *
ink_byte_source_get_member (const InkByteSource *source)
{
  g_return_val_if_fail (source != NULL, NULL);

  return source->member;
}

gint64
ink_byte_source_get_size (const InkByteSource *source)
{
  g_return_val_if_fail (source != NULL, 0);

  return source->size;
}
