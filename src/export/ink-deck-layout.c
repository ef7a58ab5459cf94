/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The placeholders of a layout. */
#include "config.h"

#include "export/ink-deck-template-private.h"

#include <string.h>

#define DRAWING "http://schemas.openxmlformats.org/drawingml/2006/main"

void
ink_deck_layout_clear (InkDeckLayout *layout)
{
  g_free (layout->part);
  g_free (layout->type);
  g_free (layout->title);
  g_free (layout->subtitle);
  g_free (layout->subtitle_index);
  g_free (layout->number_index);
  *layout = (InkDeckLayout){ 0 };
}

/* --- XML --- */

static xmlNodePtr
find_child (xmlNodePtr node,
            const char *name)
{
  for (xmlNodePtr child = node != NULL ? node->children : NULL; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE && g_str_equal ((const char *) child->name, name))
      return child;

  return NULL;
}

static xmlNodePtr
find_path (xmlNodePtr node,
           const char *const *path)
{
  for (; node != NULL && *path != NULL; path++)
    node = find_child (node, *path);

  return node;
}

static char *
get_attribute (xmlNodePtr node,
               const char *name)
{
  xmlChar *value = node != NULL ? xmlGetNoNsProp (node, BAD_CAST name) : NULL;
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy;
}

static gint64
get_length (xmlNodePtr node,
            const char *name)
{
  g_autofree char *value = get_attribute (node, name);

  return value != NULL ? g_ascii_strtoll (value, NULL, 10) : 0;
}

static InkDeckPlace
get_place (xmlNodePtr shape)
{
  static const char *const to_frame[] = { "spPr", "xfrm", NULL };
  xmlNodePtr frame = find_path (shape, to_frame);
  xmlNodePtr offset = find_child (frame, "off"), extent = find_child (frame, "ext");

  return (InkDeckPlace){ get_length (offset, "x"), get_length (offset, "y"),
                         get_length (extent, "cx"), get_length (extent, "cy") };
}

/* --- Placeholders --- */

static void
set_once (char **text,
          const char *value)
{
  if (*text == NULL)
    *text = g_strdup (value);
}

static void
take_holder (InkDeckLayout *layout,
             xmlNodePtr shape,
             xmlNodePtr holder)
{
  g_autofree char *said = get_attribute (holder, "type");
  g_autofree char *index = get_attribute (holder, "idx");
  const char *type = said != NULL ? said : "obj";

  if (g_str_equal (type, "title") || g_str_equal (type, "ctrTitle"))
    {
      if (layout->title == NULL)
        layout->title_place = get_place (shape);
      set_once (&layout->title, type);
    }
  else if (g_str_equal (type, "sldNum"))
    {
      layout->has_number = TRUE;
      set_once (&layout->number_index, index);
    }
  else if (!g_str_equal (type, "dt") && !g_str_equal (type, "ftr"))
    {
      layout->n_others++;
      if (layout->body_place.height == 0)
        layout->body_place = get_place (shape);
      if (g_str_equal (type, "subTitle") || g_str_equal (type, "body"))
        {
          if (layout->subtitle == NULL)
            set_once (&layout->subtitle_index, index);
          set_once (&layout->subtitle, type);
        }
    }
}

static void
take_shapes (InkDeckLayout *layout,
             xmlNodePtr tree)
{
  static const char *const to_holder[] = { "nvSpPr", "nvPr", "ph", NULL };

  for (xmlNodePtr shape = tree != NULL ? tree->children : NULL; shape != NULL; shape = shape->next)
    {
      xmlNodePtr holder = shape->type == XML_ELEMENT_NODE ? find_path (shape, to_holder) : NULL;

      if (holder != NULL)
        take_holder (layout, shape, holder);
    }
}

gboolean
ink_deck_layout_read (InkDeckLayout *layout,
                      InkPackageReader *reader,
                      const char *part,
                      GError **error)
{
  static const char *const to_tree[] = { "cSld", "spTree", NULL };
  g_autoptr (xmlDoc) document = ink_package_reader_get_xml (reader, part, error);
  xmlNodePtr root;

  *layout = (InkDeckLayout){ 0 };
  if (document == NULL)
    return FALSE;

  root = xmlDocGetRootElement (document);
  layout->part = g_strdup (part);
  layout->type = get_attribute (root, "type");
  take_shapes (layout, find_path (root, to_tree));

  return TRUE;
}

guint
ink_deck_layout_rate (const InkDeckLayout *layout,
                      gboolean is_opening)
{
  guint others = MIN (layout->n_others, 50);

  if (layout->title == NULL)
    return 0;
  if (g_strcmp0 (layout->type, is_opening ? "title" : "titleOnly") == 0)
    return 1000;
  if (is_opening)
    return (g_str_equal (layout->title, "ctrTitle") ? 300 : 0)
           + (layout->subtitle != NULL ? 100 : 0) + 51 - others;

  return (g_str_equal (layout->title, "title") ? 300 : 0)
         + (others == 0 ? 200 : g_strcmp0 (layout->type, "obj") == 0 ? 100 : 0) + 51 - others;
}
