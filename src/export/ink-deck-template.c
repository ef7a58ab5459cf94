/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* From the list of its masters to all that they need. */
#include "config.h"

#include "export/ink-deck-template-private.h"

#include "base/ink-error.h"
#include "export/ink-package.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LARGEST_FILE (100 * 1024 * 1024)
/* ISO 29500-1, 19.7.10: a slide's sides. */
#define LEAST_SIDE 914400
#define MOST_SIDE 51206400
#define MOST_MASTERS 50
#define RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

static void
master_free (gpointer data)
{
  InkDeckMaster *master = data;

  g_free (master->id);
  g_free (master->part);
  g_free (master);
}

InkDeckTemplate *
ink_deck_template_ref (InkDeckTemplate *template_)
{
  g_return_val_if_fail (template_ != NULL, NULL);

  g_atomic_ref_count_inc (&template_->ref_count);
  return template_;
}

void
ink_deck_template_unref (InkDeckTemplate *template_)
{
  if (template_ == NULL || !g_atomic_ref_count_dec (&template_->ref_count))
    return;

  g_clear_pointer (&template_->reader, ink_package_reader_free);
  g_ptr_array_unref (template_->parts);
  g_ptr_array_unref (template_->masters);
  ink_deck_layout_clear (&template_->opening);
  ink_deck_layout_clear (&template_->body);
  g_free (template_->theme);
  g_free (template_);
}

static gboolean
refuse (GError **error,
        const char *sentence)
{
  g_set_error_literal (error, INK_ERROR, INK_ERROR_FORMAT, sentence);
  return FALSE;
}

/* --- Relations --- */

/* (transfer none) (nullable) */
static const InkPackageLink *
find_link (GPtrArray *links,
           const char *id,
           const char *type)
{
  for (guint i = 0; i < links->len; i++)
    {
      const InkPackageLink *link = g_ptr_array_index (links, i);

      if (!link->is_external && (id == NULL || g_str_equal (link->id, id))
          && (type == NULL || g_str_equal (link->type, type)))
        return link;
    }

  return NULL;
}

/* --- The presentation --- */

static xmlNodePtr
find_child (xmlNodePtr node,
            const char *name)
{
  for (xmlNodePtr child = node != NULL ? node->children : NULL; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE && g_str_equal ((const char *) child->name, name))
      return child;

  return NULL;
}

static gint64
get_side (xmlNodePtr size,
          const char *name)
{
  xmlChar *value = size != NULL ? xmlGetNoNsProp (size, BAD_CAST name) : NULL;
  gint64 side = value != NULL ? g_ascii_strtoll ((const char *) value, NULL, 10) : 0;

  xmlFree (value);
  return side;
}

static gboolean
take_size (InkDeckTemplate *self,
           xmlNodePtr root,
           GError **error)
{
  xmlNodePtr size = find_child (root, "sldSz");

  self->width = get_side (size, "cx");
  self->height = get_side (size, "cy");

  return (self->width >= LEAST_SIDE && self->width <= MOST_SIDE && self->height >= LEAST_SIDE
          && self->height <= MOST_SIDE)
         || refuse (error, _ ("The template does not say how large its slides are."));
}

static gboolean
take_master (InkDeckTemplate *self,
             xmlNodePtr node,
             GPtrArray *links)
{
  xmlChar *relation = xmlGetNsProp (node, BAD_CAST "id", BAD_CAST RELATIONS);
  xmlChar *id = xmlGetNoNsProp (node, BAD_CAST "id");
  const InkPackageLink *link
      = relation != NULL ? find_link (links, (const char *) relation, "slideMaster") : NULL;
  gboolean done = link != NULL && id != NULL && self->masters->len < MOST_MASTERS;

  if (done)
    {
      InkDeckMaster *master = g_new0 (InkDeckMaster, 1);

      master->id = g_strdup ((const char *) id);
      master->part = g_strdup (link->target);
      g_ptr_array_add (self->masters, master);
    }
  xmlFree (relation);
  xmlFree (id);

  return done;
}

static gboolean
take_masters (InkDeckTemplate *self,
              xmlNodePtr root,
              GPtrArray *links,
              GError **error)
{
  xmlNodePtr list = find_child (root, "sldMasterIdLst");

  for (xmlNodePtr node = list != NULL ? list->children : NULL; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE && !take_master (self, node, links))
      return refuse (error, _ ("The template is damaged: a master of its slides is missing."));

  return self->masters->len > 0
         || refuse (error, _ ("The template has no master of slides."));
}

static gboolean
read_presentation (InkDeckTemplate *self,
                   GError **error)
{
  g_autoptr (GPtrArray) top = ink_package_reader_get_links (self->reader, "", error);
  const InkPackageLink *main = top != NULL ? find_link (top, NULL, "officeDocument") : NULL;
  g_autoptr (GPtrArray) links = NULL;
  g_autoptr (xmlDoc) document = NULL;
  xmlNodePtr root;

  if (top == NULL)
    return FALSE;
  if (main == NULL)
    return refuse (error, _ ("The file is no presentation."));
  links = ink_package_reader_get_links (self->reader, main->target, error);
  document = links != NULL ? ink_package_reader_get_xml (self->reader, main->target, error) : NULL;
  if (document == NULL)
    return FALSE;

  root = xmlDocGetRootElement (document);
  if (!g_str_equal ((const char *) root->name, "presentation"))
    return refuse (error, _ ("The file is no presentation."));

  return take_size (self, root, error) && take_masters (self, root, links, error);
}

/* --- All that the masters need --- */

/* Where our own parts lie; a template has nothing there that its masters need. */
static gboolean
is_taken (const char *name)
{
  static const char *const ours[]
      = { "ppt/slides/", "ppt/notesslides/", "ppt/notesmasters/", "ppt/presentation.xml",
          "ppt/presprops.xml", "ppt/viewprops.xml", "ppt/tablestyles.xml", "docprops/", "_rels/",
          "[content_types].xml" };
  g_autofree char *small = g_ascii_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (ours); i++)
    if (g_str_has_prefix (small, ours[i]))
      return TRUE;

  return strstr (small, "/_rels/") != NULL;
}

static gboolean
check_part (InkDeckTemplate *self,
            const char *name,
            GError **error)
{
  const char *written = ink_package_reader_get_name (self->reader, name);

  if (written == NULL || g_strcmp0 (written, name) != 0)
    g_set_error (error, INK_ERROR, INK_ERROR_FORMAT,
                 _ ("The template is damaged: its part “%s” is missing."), name);
  else if (is_taken (name) || ink_package_reader_get_type (self->reader, name) == NULL)
    g_set_error (error, INK_ERROR, INK_ERROR_FORMAT,
                 _ ("The template has “%s” in a place where no template has it."), name);
  else
    return TRUE;

  return FALSE;
}

static gboolean
add_part (InkDeckTemplate *self,
          GHashTable *known,
          const char *name,
          GError **error)
{
  if (g_hash_table_contains (known, name))
    return TRUE;
  if (!check_part (self, name, error))
    return FALSE;

  g_ptr_array_add (self->parts, g_strdup (name));
  g_hash_table_add (known, g_strdup (name));
  return TRUE;
}

/* Slides are left out; what refers to one will refer to ours. */
static gboolean
follow_links (InkDeckTemplate *self,
              GHashTable *known,
              const char *name,
              GError **error)
{
  g_autoptr (GPtrArray) links = ink_package_reader_get_links (self->reader, name, error);

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      const InkPackageLink *link = g_ptr_array_index (links, i);

      if (!link->is_external && !g_str_equal (link->type, "slide")
          && !add_part (self, known, link->target, error))
        return FALSE;
    }

  return links != NULL;
}

static gboolean
collect_parts (InkDeckTemplate *self,
               GError **error)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->masters->len; i++)
    if (!add_part (self, known, ((InkDeckMaster *) g_ptr_array_index (self->masters, i))->part,
                   error))
      return FALSE;
  for (guint i = 0; i < self->parts->len; i++)
    if (!follow_links (self, known, g_ptr_array_index (self->parts, i), error))
      return FALSE;

  return TRUE;
}

/* --- Layouts --- */

static void
take_better (InkDeckLayout *best,
             InkDeckLayout *layout)
{
  ink_deck_layout_clear (best);
  *best = *layout;
  *layout = (InkDeckLayout){ 0 };
}

/* What a layout does not place itself is where its master has it. */
static void
inherit_places (InkDeckLayout *layout,
                const InkDeckLayout *master)
{
  if (layout->title_place.height == 0)
    layout->title_place = master->title_place;
  if (layout->body_place.height == 0 || layout->n_others > 1)
    layout->body_place = master->body_place;
}

static gboolean
consider_layout (InkDeckTemplate *self,
                 const InkDeckLayout *master,
                 const char *part,
                 gboolean is_opening,
                 GError **error)
{
  InkDeckLayout *best = is_opening ? &self->opening : &self->body;
  g_auto (InkDeckLayout) layout = { 0 };

  if (!ink_deck_layout_read (&layout, self->reader, part, error))
    return FALSE;
  inherit_places (&layout, master);
  if (ink_deck_layout_rate (&layout, is_opening) > ink_deck_layout_rate (best, is_opening))
    take_better (best, &layout);

  return TRUE;
}

static gboolean
consider_master (InkDeckTemplate *self,
                 const char *part,
                 GError **error)
{
  g_autoptr (GPtrArray) links = ink_package_reader_get_links (self->reader, part, error);
  g_auto (InkDeckLayout) master = { 0 };

  if (links == NULL || !ink_deck_layout_read (&master, self->reader, part, error))
    return FALSE;
  if (self->theme == NULL && find_link (links, NULL, "theme") != NULL)
    self->theme = g_strdup (find_link (links, NULL, "theme")->target);

  for (guint i = 0; i < links->len; i++)
    {
      const InkPackageLink *link = g_ptr_array_index (links, i);

      if (!link->is_external && g_str_equal (link->type, "slideLayout")
          && (!consider_layout (self, &master, link->target, TRUE, error)
              || !consider_layout (self, &master, link->target, FALSE, error)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
choose_layouts (InkDeckTemplate *self,
                GError **error)
{
  for (guint i = 0; i < self->masters->len; i++)
    if (!consider_master (self, ((InkDeckMaster *) g_ptr_array_index (self->masters, i))->part,
                          error))
      return FALSE;
  if (self->body.part == NULL)
    {
      g_set_error_literal (error, INK_ERROR, INK_ERROR_FAILED,
                           _ ("No layout of the template has a title."));
      return FALSE;
    }

  return self->theme != NULL || refuse (error, _ ("The template is damaged: it has no theme."));
}

InkDeckTemplate *
ink_deck_template_new (GBytes *file,
                       GError **error)
{
  g_autoptr (InkDeckTemplate) self = NULL;

  g_return_val_if_fail (file != NULL, NULL);

  self = g_new0 (InkDeckTemplate, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->parts = g_ptr_array_new_with_free_func (g_free);
  self->masters = g_ptr_array_new_with_free_func (master_free);
  self->reader = ink_package_reader_new (file, error);
  if (self->reader == NULL || !read_presentation (self, error) || !collect_parts (self, error)
      || !choose_layouts (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

InkDeckTemplate *
ink_deck_template_load (const char *path,
                        GError **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  file = g_file_new_for_path (path);
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                            G_FILE_QUERY_INFO_NONE, NULL, error);
  if (info != NULL
      && (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR
          || g_file_info_get_size (info) > LARGEST_FILE))
    refuse (error, _ ("it is no file, or larger than 100 MB."));
  else if (info != NULL)
    bytes = g_file_load_bytes (file, NULL, NULL, error);
  if (bytes == NULL)
    {
      g_prefix_error (error, _ ("The template could not be read: "));
      return NULL;
    }

  return ink_deck_template_new (bytes, error);
}
