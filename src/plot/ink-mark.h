/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One layer of a chart: a kind of mark, the table it shows, which column goes where, its look. */
#pragma once

#include "plot/ink-numbers.h"
#include "plot/ink-placer.h"
#include "plot/ink-scale.h"
#include "plot/ink-scene-builder.h"
#include "plot/ink-shape.h"
#include "plot/ink-theme.h"

G_BEGIN_DECLS

/**
 * InkScaleName: the scales that the marks of a plot share
 * @INK_SCALE_X: along the frame, or along each cell of FX
 * @INK_SCALE_Y: up the frame, or up each cell of FY
 * @INK_SCALE_FX: cells side by side
 * @INK_SCALE_FY: cells below one another
 * @INK_SCALE_STRIP: up the strip under the frame
 */
typedef enum
{
  INK_SCALE_X,
  INK_SCALE_Y,
  INK_SCALE_FX,
  INK_SCALE_FY,
  INK_SCALE_STRIP,
  INK_N_SCALES,
} InkScaleName;

/**
 * InkChannel: what a column may mean to a mark
 * @INK_CHANNEL_X2: the other end of a bar, an area or a rule
 * @INK_CHANNEL_SERIES: the number of a colour of the palette; lines break where it changes
 * @INK_CHANNEL_TEXT: what a text or an axis says
 * @INK_CHANNEL_SHORT: what it says where that is too long; for an axis: a second line
 * @INK_CHANNEL_SHAPE: which InkShape a symbol or a chip has; a circle without it
 * @INK_CHANNEL_DATUM: the row of the chart's first table; without it the row itself
 */
typedef enum
{
  INK_CHANNEL_X,
  INK_CHANNEL_X2,
  INK_CHANNEL_Y,
  INK_CHANNEL_Y2,
  INK_CHANNEL_FX,
  INK_CHANNEL_FY,
  INK_CHANNEL_SERIES,
  INK_CHANNEL_TEXT,
  INK_CHANNEL_SHORT,
  INK_CHANNEL_SHAPE,
  INK_CHANNEL_DATUM,
  INK_N_CHANNELS,
} InkChannel;

typedef struct _InkMarkKind InkMarkKind;

/**
 * InkMark:
 * @columns: the column of each channel; -1: none
 * @y_scale: where Y goes: %INK_SCALE_Y or %INK_SCALE_STRIP
 * @axis: for axes and grids: of which scale
 * @width: of lines in points, 0: the theme's; of dots and symbols the diameter
 * @part_x: where a mark without X stands: 0 the cell's begin, 1 its end
 * @part_y: the same without Y: 0 the top
 * @align_x: which part of a text stands there: 0 its begin, 1 its end
 * @align_y: 0 its top, 1 its bottom
 * @dx: points to move by
 * @offset: into a band, in points: where a bar begins in it
 * @thickness: of a bar in its band, in points; 0: all of it
 * @max_width: of a text, in points; 0: no limit
 * @max_lines: a name may break into so many lines
 * @must_fit: a text that is too wide is left out instead of shortened
 * @lift: how far a text may move up to find room
 * @blocks: of lines and symbols: no text that comes after them may lie across them
 */
typedef struct
{
  const InkMarkKind *kind;
  InkTable *table;
  int columns[INK_N_CHANNELS];
  InkScaleName y_scale;
  InkScaleName axis;
  InkColourRole fill;
  InkColourRole stroke;
  InkFontRole font;
  InkFormat format;
  char *title;
  double width;
  double dash;
  double radius;
  double part_x;
  double part_y;
  double align_x;
  double align_y;
  double dx;
  double dy;
  double offset;
  double thickness;
  double max_width;
  guint max_lines;
  gboolean must_fit;
  double lift;
  gboolean blocks;
  gboolean no_datum;
} InkMark;

typedef struct
{
  double left, right, top, bottom;
} InkSides;

/* What a mark sees while it measures and draws. */
typedef struct
{
  const InkMark *mark;
  const InkScale *scales; /* INK_N_SCALES of them */
  InkRect frame;
  InkRect strip;
  const InkTheme *theme;
  const InkColour *series; /* (array length=n_series): where there are any, not the theme's */
  guint n_series;
  const InkNumbers *numbers;
  InkTextMeasure *measure;
  InkPlacer *placer;
  InkScene *scene;
} InkMarkState;

/**
 * InkMarkKind:
 * @name: for programs
 * @margins: (nullable): widens @sides by what the mark needs outside the frame; called first for
 * left and right, then, with the frame's width known, for top and bottom
 * @emit: puts the mark into the scene
 *
 * A row of ink_mark_kinds().
 */
struct _InkMarkKind
{
  const char *name;
  void (*margins) (const InkMarkState *state, gboolean vertical, InkSides *sides);
  void (*emit)    (const InkMarkState *state);
};

extern const InkMarkKind ink_mark_bar;
extern const InkMarkKind ink_mark_line;
extern const InkMarkKind ink_mark_area;
extern const InkMarkKind ink_mark_dot;
extern const InkMarkKind ink_mark_rule;
extern const InkMarkKind ink_mark_text;
extern const InkMarkKind ink_mark_axis;
extern const InkMarkKind ink_mark_grid;
extern const InkMarkKind ink_mark_symbol;
extern const InkMarkKind ink_mark_chip;

const InkMarkKind *const *ink_mark_kinds (void);

InkMark *ink_mark_new  (const InkMarkKind *kind, InkTable *table) G_GNUC_WARN_UNUSED_RESULT;
void     ink_mark_free (InkMark *mark);
/* @column is a name in the mark's table. */
void     ink_mark_bind (InkMark *mark, InkChannel channel, const char *column);

/* For kinds: rows, cells, and places in points. */
gboolean    ink_mark_has        (const InkMark *mark, InkChannel channel);
guint       ink_mark_n_rows     (const InkMark *mark);
double      ink_mark_number     (const InkMark *mark, InkChannel channel, guint row);
const char *ink_mark_text_at    (const InkMark *mark, InkChannel channel, guint row);
guint       ink_mark_datum      (const InkMark *mark, guint row);
guint       ink_mark_series     (const InkMark *mark, guint row);
InkShape    ink_mark_shape      (const InkMark *mark, guint row);
InkRect     ink_mark_state_cell (const InkMarkState *state, guint row);
/* Where a value lies; in a band its middle. NaN where it cannot be shown. */
double      ink_mark_state_x    (const InkMarkState *state, InkChannel channel, guint row);
double      ink_mark_state_y    (const InkMarkState *state, InkChannel channel, guint row);
/* From where to where a bar reaches; a band is reached across. FALSE where it cannot be shown. */
gboolean    ink_mark_state_span_x (const InkMarkState *state, guint row, double *from, double *to);
gboolean    ink_mark_state_span_y (const InkMarkState *state, guint row, double *from, double *to);
InkColour   ink_mark_state_colour (const InkMarkState *state, InkColourRole role, guint row);
/* One line of text at a point; FALSE where there was no room. */
gboolean    ink_mark_state_say  (const InkMarkState *state, double x, double y, const char *text,
                                 InkFontRole font, InkColour colour, guint datum);

/* How wide a chip around @text is. */
double      ink_mark_chip_width (InkTextMeasure *measure, const InkFont *font, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkMark, ink_mark_free)

G_END_DECLS
