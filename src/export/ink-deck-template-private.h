/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What was found in a template, for the files that read and use it. Lengths are in English Metric
 * Units. */
#pragma once

#include "export/ink-deck-template.h"
#include "export/ink-package-reader.h"
#include "export/ink-package.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 x;
  gint64 y;
  gint64 width;
  gint64 height; /* 0: not known */
} InkDeckPlace;

/**
 * InkDeckLayout: what a layout of slides offers.
 * @part: (nullable): none
 * @type: (nullable): as it calls itself: "title", "titleOnly", "obj"
 * @title: (nullable): "title" or "ctrTitle": what its title is
 * @subtitle_index, @number_index: (nullable): of these placeholders
 * @subtitle: (nullable): "subTitle" or "body"
 * @n_others: how many placeholders it has beside the title, the date, the footer and the number
 * @title_place, @body_place: where they are said to be
 */
typedef struct
{
  char *part;
  char *type;
  char *title;
  char *subtitle;
  char *subtitle_index;
  gboolean has_number;
  char *number_index;
  guint n_others;
  InkDeckPlace title_place;
  InkDeckPlace body_place;
} InkDeckLayout;

typedef struct
{
  char *id; /* in the list of masters */
  char *part;
} InkDeckMaster;

/**
 * InkDeckTemplate:
 * @parts: of char: names of all that is copied, masters first
 * @masters: of InkDeckMaster, in its order
 * @opening, @body: its layouts for title slides and for all others
 */
struct _InkDeckTemplate
{
  gatomicrefcount ref_count;
  InkPackageReader *reader;
  GPtrArray *parts;
  GPtrArray *masters;
  InkDeckLayout opening;
  InkDeckLayout body;
  char *theme; /* of the first master */
  gint64 width;
  gint64 height;
};

/* Reads a layout or master. INK_ERROR_FORMAT. */
gboolean ink_deck_layout_read  (InkDeckLayout *layout, InkPackageReader *reader, const char *part,
                                GError **error);
void     ink_deck_layout_clear (InkDeckLayout *layout);
/* How well it suits as a title slide, or as one with a title and nothing else; 0: not at all. */
guint    ink_deck_layout_rate  (const InkDeckLayout *layout, gboolean is_opening);

/* All that is copied, first of all into @package. */
void     ink_deck_template_put (const InkDeckTemplate *template_, InkPackage *package);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (InkDeckLayout, ink_deck_layout_clear)

G_END_DECLS
