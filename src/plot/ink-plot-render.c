/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* From plan to scene: words, scales, margins, ranges, marks; each a step that reads the one before.
 */

#include "plot/ink-plot-private.h"

#include <math.h>

#define SUBTITLE_GAP 3.0
#define BODY_GAP 16.0
#define CAPTION_GAP 14.0
#define LEAST_BODY 8.0
#define MESSAGE_LINES 6
/* Lower than so many lines, the chart needs the room more than subtitle and caption do. */
#define LOW_LINES 12

/* What is being put together. */
typedef struct
{
  const InkPlot *plot;
  const InkPlotRender *render;
  InkTextMeasure *measure;
  InkScene *scene;
  InkPlacer *placer;
  InkRect body;
  InkScale scales[INK_N_SCALES];
  InkMarkState state;
} Work;

typedef struct
{
  const char *text;
  InkFontRole font;
  InkColourRole colour;
  guint max_lines;
} Words;

static double
line_of (const Work *work,
         InkFontRole role)
{
  InkFont font = ink_theme_get_font (work->render->theme, role);

  return ink_text_measure_line (work->measure, &font);
}

/* Lines of words from @y down; returns how high they are. Only measures without a scene. */
static double
lay_words (const Work *work,
           const Words *words,
           double y,
           gboolean emit)
{
  InkFont font = ink_theme_get_font (work->render->theme, words->font);
  double margin = work->render->theme->margin;
  double line = ink_text_measure_line (work->measure, &font);
  double ascent = ink_text_measure_ascent (work->measure, &font);
  g_auto (GStrv) lines = NULL;
  guint n_lines;

  if (words->text == NULL || *words->text == '\0')
    return 0;

  lines = ink_text_measure_wrap (work->measure, &font, words->text,
                                 work->render->width - 2 * margin, words->max_lines);
  n_lines = g_strv_length (lines);
  for (guint i = 0; emit && i < n_lines; i++)
    {
      InkRect box = { margin, y + i * line,
                      ink_text_measure_width (work->measure, &font, lines[i]), line };

      /* Too low for words: what is in reach is shown, nothing is cut. */
      if (ink_placer_place (work->placer, &box, 0))
        ink_scene_add_text (work->scene, box, box.y + ascent, lines[i], &font,
                            ink_theme_get_colour (work->render->theme, words->colour, 0),
                            INK_NO_DATUM);
    }

  return n_lines * line;
}

/* Lays title, subtitle and caption; returns what they leave in the middle. */
static InkRect
lay_all_words (const Work *work,
               gboolean emit)
{
  const InkPlot *plot = work->plot;
  double margin = work->render->theme->margin;
  Words title = { plot->title, INK_FONT_TITLE, INK_COLOUR_TEXT, 2 };
  Words subtitle = { plot->subtitle, INK_FONT_SUBTITLE, INK_COLOUR_DIM, 3 };
  Words caption = { plot->caption, INK_FONT_CAPTION, INK_COLOUR_DIM, 4 };
  double top = margin, bottom = work->render->height - margin, height;

  if (work->render->height < LOW_LINES * line_of (work, INK_FONT_BODY))
    subtitle.text = caption.text = NULL;

  height = lay_words (work, &title, top, emit);
  top += height;
  if (height > 0 && subtitle.text != NULL)
    top += SUBTITLE_GAP;
  top += lay_words (work, &subtitle, top, emit);
  if (top > margin)
    top += BODY_GAP;

  height = lay_words (work, &caption, 0, FALSE);
  if (height > 0)
    {
      lay_words (work, &caption, bottom - height, emit);
      bottom -= height + CAPTION_GAP;
    }

  return (InkRect){ margin, top, work->render->width - 2 * margin, bottom - top };
}

static void
emit_background (const Work *work)
{
  InkPaint paint = { .fill = ink_theme_get_colour (work->render->theme, INK_COLOUR_BACKGROUND, 0) };

  if (!work->render->transparent)
    ink_scene_add_rect (work->scene, (InkRect){ 0, 0, work->render->width, work->render->height },
                        &paint, INK_NO_DATUM);
}

static void
emit_message (const Work *work)
{
  InkFont font = ink_theme_get_font (work->render->theme, INK_FONT_BODY);
  double line = line_of (work, INK_FONT_BODY);
  double width = MIN (work->body.width, font.size * 32);
  guint room = (guint) CLAMP (work->body.height / line, 1, MESSAGE_LINES);
  g_autofree char *message = ink_text_clean (work->plot->message);
  g_auto (GStrv) lines = ink_text_measure_wrap (work->measure, &font, message, width, room);
  double y = work->body.y + (work->body.height - g_strv_length (lines) * line) / 2;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      double w = ink_text_measure_width (work->measure, &font, lines[i]);
      InkRect box = { work->body.x + (work->body.width - w) / 2, y + i * line, w, line };

      if (ink_placer_place (work->placer, &box, 0))
        ink_scene_add_text (work->scene, box,
                            box.y + ink_text_measure_ascent (work->measure, &font), lines[i], &font,
                            ink_theme_get_colour (work->render->theme, INK_COLOUR_DIM, 0),
                            INK_NO_DATUM);
    }
}

static void
train_channel (Work *work,
               const InkMark *mark,
               InkChannel channel,
               InkScaleName name)
{
  if (ink_mark_has (mark, channel))
    ink_scale_train_column (&work->scales[name], mark->table, (guint) mark->columns[channel]);
}

static void
train_scales (Work *work)
{
  for (guint i = 0; i < INK_N_SCALES; i++)
    work->scales[i] = work->plot->scales[i];

  for (guint i = 0; i < work->plot->marks->len; i++)
    {
      const InkMark *mark = g_ptr_array_index (work->plot->marks, i);

      train_channel (work, mark, INK_CHANNEL_X, INK_SCALE_X);
      train_channel (work, mark, INK_CHANNEL_X2, INK_SCALE_X);
      train_channel (work, mark, INK_CHANNEL_Y, mark->y_scale);
      train_channel (work, mark, INK_CHANNEL_Y2, mark->y_scale);
      train_channel (work, mark, INK_CHANNEL_FX, INK_SCALE_FX);
      train_channel (work, mark, INK_CHANNEL_FY, INK_SCALE_FY);
    }
  for (guint i = 0; i < INK_N_SCALES; i++)
    if (work->plot->nice[i] > 0)
      ink_scale_nice (&work->scales[i], work->plot->nice[i]);
}

/* Gives every scale its points, relative to its cell. */
static void
set_ranges (Work *work)
{
  InkRect *frame = &work->state.frame;
  InkScale *fx = &work->scales[INK_SCALE_FX], *fy = &work->scales[INK_SCALE_FY];
  InkScale *y = &work->scales[INK_SCALE_Y];
  double width = frame->width, height = frame->height;

  ink_scale_set_range (fx, 0, width);
  ink_scale_set_range (fy, 0, height);
  if (ink_scale_get_n_bands (fx) > 0)
    width = ink_scale_get_band (fx);
  if (ink_scale_get_n_bands (fy) > 0)
    height = ink_scale_get_band (fy);
  ink_scale_set_range (&work->scales[INK_SCALE_X], 0, width);
  /* Values grow upwards, lists read downwards. */
  if (y->kind == &ink_scale_band)
    ink_scale_set_range (y, 0, height);
  else
    ink_scale_set_range (y, height, 0);
  ink_scale_set_range (&work->scales[INK_SCALE_STRIP], work->state.strip.height, 0);
}

/* The frame is what the body leaves inside the margins that marks ask for. */
static void
set_frame (Work *work,
           const InkSides *sides)
{
  const InkPlot *plot = work->plot;
  const InkRect *body = &work->body;
  double left = sides->left + plot->insets.left, right = sides->right + plot->insets.right;
  double top = sides->top + plot->insets.top, bottom = sides->bottom + plot->insets.bottom;
  double strip = plot->strip_height > 0 ? plot->strip_height + plot->strip_gap : 0;

  work->state.frame = (InkRect){ body->x + left, body->y + top,
                                 MAX (body->width - left - right, LEAST_BODY),
                                 MAX (body->height - top - bottom - strip, LEAST_BODY) };
  work->state.strip = (InkRect){ work->state.frame.x,
                                 work->state.frame.y + work->state.frame.height + plot->strip_gap,
                                 work->state.frame.width, plot->strip_height };
  set_ranges (work);
}

static void
measure_margins (Work *work)
{
  InkSides sides = { 0 };

  for (guint vertical = 0; vertical < 2; vertical++)
    {
      set_frame (work, &sides);
      for (guint i = 0; i < work->plot->marks->len; i++)
        {
          work->state.mark = g_ptr_array_index (work->plot->marks, i);
          if (work->state.mark->kind->margins != NULL)
            work->state.mark->kind->margins (&work->state, vertical, &sides);
        }
    }
  set_frame (work, &sides);
}

static void
emit_marks (Work *work)
{
  for (guint i = 0; i < work->plot->marks->len; i++)
    {
      work->state.mark = g_ptr_array_index (work->plot->marks, i);
      ink_scene_begin_group (work->scene, work->state.mark->kind->name);
      work->state.mark->kind->emit (&work->state);
      ink_scene_end_group (work->scene);
    }
}

static void
copy_labels (const Work *work)
{
  for (guint i = 0; i < work->plot->labels->len; i++)
    if (g_ptr_array_index (work->plot->labels, i) != NULL)
      ink_scene_set_datum_label (work->scene, i, g_ptr_array_index (work->plot->labels, i));
}

static void
begin_work (Work *work,
            const InkPlot *plot,
            const InkPlotRender *render)
{
  *work = (Work){ .plot = plot, .render = render };
  work->measure = render->measure != NULL ? render->measure : ink_text_measure_get_default ();
}

double
ink_plot_get_frame_height (const InkPlot *plot,
                           const InkPlotRender *render)
{
  Work work;

  g_return_val_if_fail (plot != NULL && render != NULL, 0);

  begin_work (&work, plot, render);
  return render->height - lay_all_words (&work, FALSE).height;
}

/**
 * ink_plot_render:
 *
 * Returns: (transfer full): the scene, in which no text touches another or leaves the picture
 */
InkScene *
ink_plot_render (const InkPlot *plot,
                 const InkPlotRender *render)
{
  g_autoptr (InkPlacer) placer = NULL;
  Work work;

  g_return_val_if_fail (plot != NULL && render != NULL && render->theme != NULL, NULL);
  g_return_val_if_fail (render->width > 0 && render->height > 0 && render->numbers != NULL, NULL);

  begin_work (&work, plot, render);
  placer = ink_placer_new ((InkRect){ 2, 2, render->width - 4, render->height - 4 });
  work.placer = placer;
  work.scene = ink_scene_new (render->width, render->height, render->mirrored);
  ink_scene_set_description (work.scene, plot->description);
  emit_background (&work);
  work.body = lay_all_words (&work, TRUE);

  if (plot->message != NULL)
    {
      emit_message (&work);
      return work.scene;
    }
  if (work.body.height < LEAST_BODY || work.body.width < LEAST_BODY)
    return work.scene;

  work.state = (InkMarkState){ .scales = work.scales, .theme = render->theme,
                               .series = (const InkColour *) (gpointer) plot->series->data,
                               .n_series = plot->series->len,
                               .numbers = render->numbers, .measure = work.measure,
                               .placer = placer, .scene = work.scene };
  train_scales (&work);
  measure_margins (&work);
  emit_marks (&work);
  copy_labels (&work);

  return work.scene;
}
