/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The projects that were used last, with what the welcome page says of each. */
#include "config.h"

#include "document/ink-recent.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "definition/ink-json-tree.h"
#include "document/ink-user-file.h"

/* Twelve projects with long names are a tenth of it. */
#define MAX_BYTES (256 * 1024)

/* A change is reading and writing, and two windows may change at once. */
static GMutex lock;

static gint64
edited_at (GFile *file)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_TIME_MODIFIED,
                                                  G_FILE_QUERY_INFO_NONE, NULL, NULL);

  return info != NULL ? (gint64) g_file_info_get_attribute_uint64 (
                          info, G_FILE_ATTRIBUTE_TIME_MODIFIED) * G_USEC_PER_SEC
                      : 0;
}

InkRecent *
ink_recent_new (GFile *file)
{
  InkRecent *recent = g_new0 (InkRecent, 1);

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  recent->uri = g_file_get_uri (file);
  recent->title = ink_user_file_title (file);
  recent->edited = edited_at (file);
  recent->used = g_get_real_time ();
  return recent;
}

void
ink_recent_free (InkRecent *recent)
{
  if (recent == NULL)
    return;
  g_free (recent->uri);
  g_free (recent->title);
  g_free (recent);
}

InkRecent *
ink_recent_copy (const InkRecent *recent)
{
  InkRecent *copy;

  g_return_val_if_fail (recent != NULL, NULL);

  copy = g_memdup2 (recent, sizeof *recent);
  copy->uri = g_strdup (recent->uri);
  copy->title = g_strdup (recent->title);
  return copy;
}

static char *
list_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "inkling", "recent.json", NULL);
}

/* ---- Reading ---- */

/* A whole number from 0 on; whatever else stands there is 0. */
static gint64
get_count (JsonObject *object,
           const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_INT64)
    return 0;
  return MAX (json_node_get_int (node), 0);
}

static char *
get_text (JsonObject *object,
          const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_dup_string (node) : NULL;
}

static void
read_shares (InkRecent  *recent,
             JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "shares");
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node)
                                                                  : NULL;
  guint n = array != NULL ? MIN (json_array_get_length (array), INK_RECENT_SHARES) : 0;

  for (guint i = 0; i < n; i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      double share = JSON_NODE_HOLDS_VALUE (element) ? json_node_get_double (element) : NAN;

      if (!isfinite (share))
        return;
      recent->shares[recent->n_shares++] = CLAMP (share, 0.0, 1.0);
    }
}

static InkRecent *
read_entry (JsonNode *node)
{
  g_autoptr (InkRecent) recent = g_new0 (InkRecent, 1);
  JsonObject *object;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return NULL;
  object = json_node_get_object (node);
  recent->uri = get_text (object, "uri");
  recent->title = get_text (object, "title");
  if (recent->uri == NULL || recent->title == NULL || !g_uri_is_valid (recent->uri, 0, NULL))
    return NULL;
  recent->events = (guint64) get_count (object, "events");
  recent->goals = (guint) MIN (get_count (object, "goals"), (gint64) G_MAXINT);
  recent->edited = get_count (object, "edited");
  recent->used = get_count (object, "used");
  read_shares (recent, object);
  return g_steal_pointer (&recent);
}

static int
find (GPtrArray  *list,
      const char *uri)
{
  for (guint i = 0; i < list->len; i++)
    if (g_str_equal (((InkRecent *) g_ptr_array_index (list, i))->uri, uri))
      return (int) i;
  return -1;
}

static void
read_list (GPtrArray *list,
           JsonNode  *root)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  JsonNode *node = object != NULL ? json_object_get_member (object, "projects") : NULL;
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node)
                                                                  : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      InkRecent *recent = read_entry (json_array_get_element (array, i));

      if (recent != NULL && list->len < INK_RECENT_MAX && find (list, recent->uri) < 0)
        g_ptr_array_add (list, recent);
      else
        ink_recent_free (recent);
    }
}

GPtrArray *
ink_recent_list (void)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) ink_recent_free);
  g_autofree char *path = list_path ();
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) root = NULL;
  GStatBuf stats;
  gsize length = 0;

  /* A folder, a pipe or something huge is no list. */
  if (g_stat (path, &stats) != 0 || !S_ISREG (stats.st_mode) || stats.st_size > MAX_BYTES ||
      !g_file_get_contents (path, &text, &length, NULL))
    return list;
  root = ink_json_tree_read (text, (gssize) length, "recent.json", NULL);
  if (root != NULL)
    read_list (list, root);
  return list;
}

/* ---- Writing ---- */

static JsonNode *
write_entry (const InkRecent *recent)
{
  JsonObject *object = json_object_new ();
  JsonArray *shares = json_array_new ();
  JsonNode *node = json_node_alloc ();

  for (guint i = 0; i < recent->n_shares; i++)
    json_array_add_double_element (shares, recent->shares[i]);
  json_object_set_string_member (object, "uri", recent->uri);
  json_object_set_string_member (object, "title", recent->title);
  json_object_set_int_member (object, "events", (gint64) recent->events);
  json_object_set_int_member (object, "goals", recent->goals);
  json_object_set_int_member (object, "edited", recent->edited);
  json_object_set_int_member (object, "used", recent->used);
  json_object_set_array_member (object, "shares", shares);
  json_node_init_object (node, object);
  json_object_unref (object);
  return node;
}

static char *
list_to_json (GPtrArray *list)
{
  JsonArray *array = json_array_new ();
  JsonObject *object = json_object_new ();
  g_autoptr (JsonNode) root = json_node_alloc ();

  for (guint i = 0; i < list->len; i++)
    json_array_add_element (array, write_entry (g_ptr_array_index (list, i)));
  json_object_set_array_member (object, "projects", array);
  json_node_init_object (root, object);
  json_object_unref (object);
  return json_to_string (root, TRUE);
}

static gboolean
write_list (GPtrArray  *list,
            GError    **error)
{
  g_autofree char *path = list_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *text = list_to_json (list);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
                   _("The list of recent projects cannot be kept (%s)."), g_strerror (errno));
      return FALSE;
    }
  return g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

static int
latest_first (gconstpointer a,
              gconstpointer b)
{
  const InkRecent *first = *(InkRecent *const *) a;
  const InkRecent *second = *(InkRecent *const *) b;

  return (first->used < second->used) - (first->used > second->used);
}

gboolean
ink_recent_note (const InkRecent  *recent,
                 GError          **error)
{
  g_autoptr (GPtrArray) list = NULL;
  InkRecent *copy;
  int before;
  gboolean good;

  g_return_val_if_fail (recent != NULL && recent->uri != NULL && recent->title != NULL, FALSE);
  g_return_val_if_fail (recent->n_shares <= INK_RECENT_SHARES, FALSE);

  g_mutex_lock (&lock);
  list = ink_recent_list ();
  copy = ink_recent_copy (recent);
  before = find (list, recent->uri);
  if (before >= 0)
    {
      const InkRecent *known = g_ptr_array_index (list, (guint) before);

      if (copy->n_shares == 0)
        {
          copy->n_shares = known->n_shares;
          memcpy (copy->shares, known->shares, sizeof copy->shares);
        }
      g_ptr_array_remove_index (list, (guint) before);
    }
  g_ptr_array_insert (list, 0, copy);
  g_ptr_array_sort (list, latest_first);
  g_ptr_array_set_size (list, (int) MIN (list->len, INK_RECENT_MAX));
  good = write_list (list, error);
  g_mutex_unlock (&lock);
  return good;
}

gboolean
ink_recent_forget (const char  *uri,
                   GError     **error)
{
  g_autoptr (GPtrArray) list = NULL;
  gboolean good = TRUE;
  int place;

  g_return_val_if_fail (uri != NULL, FALSE);

  g_mutex_lock (&lock);
  list = ink_recent_list ();
  place = find (list, uri);
  if (place >= 0)
    {
      g_ptr_array_remove_index (list, (guint) place);
      good = write_list (list, error);
    }
  g_mutex_unlock (&lock);
  return good;
}
