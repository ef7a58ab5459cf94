/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The pages that there are, in the order of the sidebar. A new page is its file and a line here. */
#pragma once

#include "ui/pages/ink-page.h"

G_BEGIN_DECLS

/**
 * InkPageKind:
 * @name: in actions and settings; never changes
 * @title: untranslated; _() it
 * @icon: an icon name
 * @group: (nullable): untranslated heading above it in the sidebar; NULL: no heading
 * @get_type: of the page
 * @count: (nullable): the small text at the end of its row, or NULL (transfer full)
 */
typedef struct
{
  const char *name;
  const char *title;
  const char *icon;
  const char *group;
  GType (*get_type) (void);
  char *(*count) (InkDocument *document);
} InkPageKind;

/* @n (out): how many. */
const InkPageKind *ink_page_kinds_get  (guint *n);
/* NULL where there is no such page. */
const InkPageKind *ink_page_kinds_find (const char *name);

G_END_DECLS
