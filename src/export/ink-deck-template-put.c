/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a template brings along, copied into a presentation. */
#include "config.h"

#include "export/ink-deck-template-private.h"

#include "export/ink-package.h"

#include <string.h>

/* Pictures by their ending, as offices have them; all else by name. */
static void
put_part (const InkDeckTemplate *self,
          InkPackage *package,
          const char *name)
{
  const char *type = ink_package_reader_get_type (self->reader, name);
  const char *ending = strrchr (name, '.');
  gboolean is_picture = ending != NULL && g_str_has_prefix (type, "image/");

  if (is_picture)
    ink_package_add_default (package, ending + 1, type);
  ink_package_add (package, name, is_picture ? NULL : type,
                   ink_package_reader_get_part (self->reader, name));
}

static void
put_links (const InkDeckTemplate *self,
           InkPackage *package,
           const char *name)
{
  /* It was read before. */
  g_autoptr (GPtrArray) links = ink_package_reader_get_links (self->reader, name, NULL);

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      const InkPackageLink *link = g_ptr_array_index (links, i);
      gboolean is_slide = !link->is_external && g_str_equal (link->type, "slide");

      ink_package_relate_as (package, name, link->id, link->type,
                             is_slide ? "ppt/slides/slide1.xml" : link->target,
                             link->is_external);
    }
}

void
ink_deck_template_put (const InkDeckTemplate *self,
                       InkPackage *package)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      put_part (self, package, g_ptr_array_index (self->parts, i));
      put_links (self, package, g_ptr_array_index (self->parts, i));
    }
}
