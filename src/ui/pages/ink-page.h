/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A page of a project: what all of them have. A page is made when it is first shown, with the view
 * of its window, and lives as long as the project is shown; its view and document never change. A page
 * that shows last numbers while the project is opened gets its view after that. */
#pragma once

#include <adwaita.h>

#include "ui/ink-view.h"

G_BEGIN_DECLS

#define INK_TYPE_PAGE (ink_page_get_type ())
/* Properties: "view" (InkView, NULL until the project is open, and in tests of templates), "subtitle"
 * (nullable, shown below the page's title in the header), "slide" (nullable: what the header adds to
 * the report, as the JSON of a slide). */
G_DECLARE_DERIVABLE_TYPE (InkPage, ink_page, INK, PAGE, GtkWidget)

struct _InkPageClass
{
  GtkWidgetClass parent_class;

  /* It has its view now: while it is constructed, or later. Nullable. */
  void (*viewed)         (InkPage *self);
  /* The header's filter changed: ask anew what it narrows. */
  void (*filter_changed) (InkPage *self);
  /* The page is shown (again). Nullable. */
  void (*shown)          (InkPage *self);
};

InkView     *ink_page_get_view     (InkPage *self); /* (transfer none) */
InkDocument *ink_page_get_document (InkPage *self); /* (transfer none); NULL without a view */
const char  *ink_page_get_subtitle (InkPage *self); /* nullable, (transfer none) */
void         ink_page_set_subtitle (InkPage *self, const char *subtitle);
void         ink_page_set_slide    (InkPage *self, const char *json);
void         ink_page_shown        (InkPage *self);

G_END_DECLS
