/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A presentation (.pptx): slides whose charts and tables stay editable, in colours and fonts of its
 * theme only, with speaker notes and texts for who does not see the charts. The same slides give
 * the same bytes. */
#pragma once

#include "charts/ink-native-chart.h"
#include "export/ink-deck-grid.h"
#include "export/ink-deck-template.h"
#include "plot/ink-scene.h"

G_BEGIN_DECLS

typedef enum
{
  INK_DECK_WIDE,     /* 16:9 */
  INK_DECK_STANDARD, /* 4:3 */
} InkDeckShape;

/**
 * InkDeckOptions:
 * @template_: (nullable): whose masters, layouts and size it has; then @shape does not matter
 * @title: of the whole presentation
 * @created: (nullable): ISO-8601; a fixed one, so that the same slides give the same bytes
 * @language: (nullable): of its texts, "en-GB"
 * @zone: (nullable): of times in workbooks
 */
typedef struct
{
  InkDeckShape shape;
  InkDeckTemplate *template_;
  const char *title;
  const char *created;
  const char *language;
  GTimeZone *zone;
} InkDeckOptions;

/**
 * InkDeckSlide: what stands on one slide; texts are borrowed until it is added.
 * @title: what it found, in one sentence
 * @is_opening: a title slide; of the rest only @sentences' first is shown
 * @source: (nullable): the line below: how many people, which period
 * @notes: (nullable): for who speaks: method and caveats; a paragraph a line
 * @description: (nullable): the chart in words, for who does not see it
 * @chart: (nullable): a chart of its own, with @numbers (nullable) in its workbook
 * @picture: (nullable): where there is no such chart: the drawing
 * @grid: (nullable): a table
 * @sentences: (nullable): paragraphs
 *
 * One of the four last.
 */
typedef struct
{
  const char *title;
  gboolean is_opening;
  const char *source;
  const char *notes;
  const char *description;
  const InkNativeChart *chart;
  const InkTable *numbers;
  const InkScene *picture;
  const InkDeckGrid *grid;
  const char *const *sentences;
} InkDeckSlide;

typedef struct _InkDeck InkDeck;

InkDeck *ink_deck_new   (const InkDeckOptions *options) G_GNUC_WARN_UNUSED_RESULT;
void     ink_deck_free  (InkDeck *deck);
/* FALSE with @error where the chart or picture cannot be made. */
gboolean ink_deck_add   (InkDeck *deck, const InkDeckSlide *slide, GError **error);
/* The file. At least one slide. */
GBytes  *ink_deck_write (InkDeck *deck, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* How large a chart may be on a slide, in points: to draw its picture in ink_theme_slide, whose
 * margin is laid over that of the slide. */
void     ink_deck_get_body_size (InkDeckShape shape, double *width, double *height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkDeck, ink_deck_free)

G_END_DECLS
