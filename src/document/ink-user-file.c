/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The user's file: copied from as a stream, replaced as a whole, never opened by SQLite. */
#include "config.h"

#include "document/ink-user-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/ink-error.h"
#include "document/ink-descriptor.h"
#include "document/ink-document.h"
#include "document/ink-storage-schema.h"

#define BUFFER_SIZE (1024 * 1024)

char *
ink_user_file_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return g_filename_display_name (base != NULL ? base : "?");
}

char *
ink_user_file_title (GFile *file)
{
  char *name = ink_user_file_name (file);

  if (g_str_has_suffix (name, INK_DOCUMENT_SUFFIX) && strlen (name) > strlen (INK_DOCUMENT_SUFFIX))
    name[strlen (name) - strlen (INK_DOCUMENT_SUFFIX)] = '\0';
  return name;
}

static char *
mark_of_stat (const struct stat *info)
{
  return g_strdup_printf ("%lld.%09ld/%lld", (long long) info->st_mtim.tv_sec,
                          (long) info->st_mtim.tv_nsec, (long long) info->st_size);
}

static char *
mark_of_info (GFileInfo *info)
{
  const char *etag = g_file_info_get_etag (info);

  return g_strdup_printf ("%s/%" G_GOFFSET_FORMAT, etag != NULL ? etag : "",
                          g_file_info_get_size (info));
}

char *
ink_user_file_mark (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GFileInfo) info = NULL;
  struct stat stats;

  if (path != NULL)
    return stat (path, &stats) == 0 ? mark_of_stat (&stats) : NULL;
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_ETAG_VALUE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE, NULL, NULL);
  return info != NULL ? mark_of_info (info) : NULL;
}

/* What to say of a file that could not be read or written, by the reason. */
static void
fail (GError     **error,
      GFile       *file,
      int          number)
{
  g_autofree char *name = ink_user_file_name (file);

  switch (number)
    {
    case ENOENT:
    case ENOTDIR:
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("There is no file “%s”."), name);
      break;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                   _("“%s” was not saved: there is no room left on the disk. The file is as it "
                     "was; free some space or save to another place."), name);
      break;
    case EACCES:
    case EPERM:
    case EROFS:
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
                   _("“%s” cannot be read or written there: the folder or the file is protected. "
                     "Choose another place."), name);
      break;
    default:
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (number),
                   _("“%s” could not be read or written (%s)."), name, g_strerror (number));
      break;
    }
}

static gboolean
fail_plain (GError **error,
            GFile   *file)
{
  g_autofree char *name = ink_user_file_name (file);

  g_set_error (error, INK_ERROR, INK_ERROR_FORMAT,
               _("“%s” is a folder or a device, not an Inkling project."), name);
  return FALSE;
}

/* A pipe must not block the opening and a folder must not be read: O_NONBLOCK, then a look. */
static int
open_plain (GFile        *file,
            const char   *path,
            struct stat  *stats,
            GError      **error)
{
  int source = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);

  if (source < 0)
    {
      /* ENXIO is a socket or a device without a driver. */
      if (errno == ENXIO)
        fail_plain (error, file);
      else
        fail (error, file, errno);
      return -1;
    }
  if (fstat (source, stats) == 0 && S_ISREG (stats->st_mode))
    return source;
  fail_plain (error, file);
  close (source);
  return -1;
}

static gboolean
check_header (GFile   *file,
              int      source,
              GError **error)
{
  guint8 header[INK_STORAGE_HEADER_SIZE];
  gssize n = pread (source, header, sizeof header, 0);

  if (n < 0)
    {
      fail (error, file, errno);
      return FALSE;
    }
  return ink_storage_check_header (header, (gsize) n, error);
}

static gboolean
copy_local (GFile         *file,
            const char    *from,
            int            target,
            char         **mark,
            InkProgress   *progress,
            GCancellable  *cancellable,
            GError       **error)
{
  struct stat before, after;
  int source = open_plain (file, from, &before, error);
  gboolean good;

  if (source < 0)
    return FALSE;
  good = check_header (file, source, error);
  if (good && !ink_descriptor_copy (source, target, before.st_size, progress, cancellable))
    {
      good = FALSE;
      if (!g_cancellable_set_error_if_cancelled (cancellable, error))
        fail (error, file, errno);
    }
  *mark = good ? mark_of_stat (&before) : NULL;
  if (good && fstat (source, &after) == 0)
    {
      g_autofree char *now = mark_of_stat (&after);

      good = g_str_equal (now, *mark);
      if (!good)
        g_set_error_literal (error, INK_ERROR, INK_ERROR_CHANGED,
                             _("The file was being written while it was read. Try again."));
    }
  close (source);
  return good;
}

/* Through GIO: a file on a server. */
static gboolean
copy_remote (GFile         *file,
             int            target,
             char         **mark,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GFileInfo) info = NULL;
  g_autofree guint8 *buffer = g_malloc (BUFFER_SIZE);
  gboolean first = TRUE;
  gsize n = 0;

  if (stream == NULL)
    return FALSE;
  info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_ETAG_VALUE
                                         "," G_FILE_ATTRIBUTE_STANDARD_SIZE, cancellable, NULL);
  *mark = info != NULL ? mark_of_info (info) : g_strdup ("");
  do
    {
      if (!g_input_stream_read_all (G_INPUT_STREAM (stream), buffer, BUFFER_SIZE, &n, cancellable,
                                    error) ||
          (first && !ink_storage_check_header (buffer, n, error)))
        return FALSE;
      first = FALSE;
      if (!ink_descriptor_write (target, buffer, n))
        {
          fail (error, file, errno);
          return FALSE;
        }
    }
  while (n > 0);
  return TRUE;
}

gboolean
ink_user_file_copy_in (GFile         *file,
                       const char    *path,
                       char         **mark,
                       InkProgress   *progress,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autofree char *from = g_file_get_path (file);
  g_autofree char *found = NULL;
  gboolean good;
  int target = open (path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);

  if (target < 0)
    {
      fail (error, file, errno);
      return FALSE;
    }
  good = from != NULL ? copy_local (file, from, target, &found, progress, cancellable, error)
                      : copy_remote (file, target, &found, cancellable, error);
  close (target);
  if (good)
    *mark = g_steal_pointer (&found);
  else
    g_unlink (path);
  return good;
}

/* Where the bytes really go: a link stays a link, what it points to is replaced. */
static char *
resolve (const char *path)
{
  g_autofree char *real = g_new (char, PATH_MAX);

  return realpath (path, real) != NULL ? g_strdup (real) : g_strdup (path);
}

/* Siblings of saves that were killed; a running one holds the lock on its own. */
static void
sweep (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *prefix = g_strconcat (base, ".tmp-", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, prefix) && strlen (name) == strlen (prefix) + 6)
      {
        g_autofree char *full = g_build_filename (folder, name, NULL);
        int fd = open (full, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);

        if (fd >= 0 && flock (fd, LOCK_EX | LOCK_NB) == 0)
          g_unlink (full);
        if (fd >= 0)
          close (fd);
      }
}

static gboolean
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  gboolean good;

  if (fd < 0)
    return FALSE;
  good = fsync (fd) == 0;
  close (fd);
  return good;
}

/* A file keeps its rights; a new one has those that every new file of this user gets. Before a byte
 * is in it, so that nobody reads what they may not. */
static void
keep_rights (const char *path,
             int         fd)
{
  struct stat stats;

  if (stat (path, &stats) != 0)
    return;
  if (fchown (fd, stats.st_uid, stats.st_gid) != 0)
    errno = 0; /* only the owner may: then the file becomes ours */
  fchmod (fd, stats.st_mode & 0777);
}

gboolean
ink_user_file_check (GFile       *file,
                     const char  *expected,
                     GError     **error)
{
  g_autofree char *mark = expected != NULL ? ink_user_file_mark (file) : NULL;
  g_autofree char *name = NULL;

  /* Deleted meanwhile: there is nothing to overwrite. */
  if (mark == NULL || g_str_equal (mark, expected))
    return TRUE;
  name = ink_user_file_name (file);
  g_set_error (error, INK_ERROR, INK_ERROR_CHANGED,
               _("“%s” was changed by somebody else since it was opened here. Save a copy, or "
                 "replace what is there."), name);
  return FALSE;
}

typedef struct
{
  GFile *file;
  const char *path; /* of the private copy */
  const char *expected;
  InkUserFileNote note;
  gpointer data;
  InkProgress *progress;
  GCancellable *cancellable;
} Replacing;

static gboolean
fill_sibling (Replacing   *job,
              int          fd,
              GError     **error)
{
  struct stat stats;
  int source = open (job->path, O_RDONLY | O_CLOEXEC);
  gboolean good = source >= 0 && fstat (source, &stats) == 0 &&
                  ink_descriptor_copy (source, fd, stats.st_size, job->progress, job->cancellable);

  good = good && fsync (fd) == 0;
  if (!good && !g_cancellable_set_error_if_cancelled (job->cancellable, error))
    fail (error, job->file, errno);
  if (source >= 0)
    close (source);
  return good;
}

static gboolean
put_in_place (Replacing   *job,
              const char  *real,
              const char  *sibling,
              int          fd,
              GError     **error)
{
  g_autofree char *mark = NULL;
  struct stat stats;

  if (!ink_user_file_check (job->file, job->expected, error))
    return FALSE;
  if (fstat (fd, &stats) == 0)
    mark = mark_of_stat (&stats);
  if (job->note != NULL)
    job->note (mark, job->data);
  if (g_rename (sibling, real) != 0)
    {
      fail (error, job->file, errno);
      return FALSE;
    }
  sync_folder (real);
  return TRUE;
}

static gboolean
replace_local (Replacing   *job,
               const char  *path,
               GError     **error)
{
  g_autofree char *real = resolve (path);
  g_autofree char *sibling = g_strconcat (real, ".tmp-XXXXXX", NULL);
  struct stat stats;
  gboolean good;
  int fd;

  if (stat (real, &stats) == 0 && !S_ISREG (stats.st_mode))
    return fail_plain (error, job->file);
  sweep (real);
  /* A protected file is not replaced, although the folder would allow it. */
  fd = access (real, W_OK) == 0 || errno == ENOENT
           ? g_mkstemp_full (sibling, O_RDWR | O_CLOEXEC, 0666)
           : -1;
  if (fd < 0)
    {
      fail (error, job->file, errno);
      return FALSE;
    }
  flock (fd, LOCK_EX | LOCK_NB);
  keep_rights (real, fd);
  good = fill_sibling (job, fd, error) && put_in_place (job, real, sibling, fd, error);
  if (!good)
    g_unlink (sibling);
  close (fd);
  return good;
}

/* On a server, GIO's own way of replacing is the best that there is. */
static gboolean
replace_remote (Replacing  *job,
                GError    **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (job->path);
  g_autoptr (GFileInputStream) input = g_file_read (source, job->cancellable, error);
  g_autoptr (GFileOutputStream) output = NULL;
  g_autofree char *mark = NULL;

  if (input == NULL || !ink_user_file_check (job->file, job->expected, error))
    return FALSE;
  output = g_file_replace (job->file, NULL, FALSE, G_FILE_CREATE_NONE, job->cancellable, error);
  if (output == NULL ||
      g_output_stream_splice (G_OUTPUT_STREAM (output), G_INPUT_STREAM (input),
                              G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, job->cancellable, error) < 0)
    return FALSE;
  mark = ink_user_file_mark (job->file);
  if (job->note != NULL)
    job->note (mark, job->data);
  return TRUE;
}

gboolean
ink_user_file_replace (GFile            *file,
                       const char       *path,
                       const char       *expected,
                       InkUserFileNote   note,
                       gpointer          data,
                       InkProgress      *progress,
                       GCancellable     *cancellable,
                       GError          **error)
{
  Replacing job = { file, path, expected, note, data, progress, cancellable };
  g_autofree char *local = g_file_get_path (file);

  return local != NULL ? replace_local (&job, local, error) : replace_remote (&job, error);
}
