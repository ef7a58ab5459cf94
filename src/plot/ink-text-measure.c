/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Measuring by Pango on a private font map, hinting off. */

#include "plot/ink-text-measure.h"

#include <string.h>

/* Longer names are cut before they are measured: nobody reads more, and Pango is not linear. */
#define MAX_CHARS 300
#define BREAK "\u200b"

/* So many set texts are kept; a window's charts have fewer. When there are more, all go. */
#define MAX_KEPT 2000
#define MAX_FONTS 32

/* A font that was asked for, with what is known of it. */
typedef struct
{
  char *family;
  double size;
  gboolean bold;
  PangoFontDescription *description;
  double ascent; /* negative: not known yet */
  double descent;
  GHashTable *layouts; /* text -> PangoLayout: measured several times, then drawn */
} Font;

struct _InkTextMeasure
{
  PangoFontMap *map;
  PangoContext *context;
  PangoLayout *layout; /* for what is not kept */
  GPtrArray *fonts;    /* Font */
  guint n_kept;
};

/* ---- What is kept ---- */

static void
font_free (gpointer data)
{
  Font *font = data;

  g_free (font->family);
  pango_font_description_free (font->description);
  g_hash_table_unref (font->layouts);
  g_free (font);
}

static Font *
font_new (const InkFont *wanted)
{
  Font *font = g_new0 (Font, 1);

  font->family = g_strdup (wanted->family);
  font->size = wanted->size;
  font->bold = wanted->bold;
  font->ascent = -1;
  font->layouts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  font->description = pango_font_description_new ();
  pango_font_description_set_family (font->description, font->family);
  pango_font_description_set_absolute_size (font->description, font->size * PANGO_SCALE);
  pango_font_description_set_weight (font->description,
                                     font->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);

  return font;
}

static Font *
find_font (InkTextMeasure *measure,
           const InkFont *wanted)
{
  Font *font;

  for (guint i = 0; i < measure->fonts->len; i++)
    {
      font = g_ptr_array_index (measure->fonts, i);
      if (font->size == wanted->size && font->bold == wanted->bold
          && g_strcmp0 (font->family, wanted->family) == 0)
        return font;
    }
  if (measure->fonts->len == MAX_FONTS)
    {
      g_ptr_array_set_size (measure->fonts, 0);
      measure->n_kept = 0;
    }
  font = font_new (wanted);
  g_ptr_array_add (measure->fonts, font);

  return font;
}

static void
forget_layouts (InkTextMeasure *measure)
{
  for (guint i = 0; i < measure->fonts->len; i++)
    g_hash_table_remove_all (((Font *) g_ptr_array_index (measure->fonts, i))->layouts);
  measure->n_kept = 0;
}

/* One line, set as it is drawn; kept, since a chart asks for it several times. */
static PangoLayout *
find_layout (InkTextMeasure *measure,
             const InkFont *wanted,
             const char *text)
{
  Font *font = find_font (measure, wanted);
  PangoLayout *layout = g_hash_table_lookup (font->layouts, text);

  if (layout != NULL)
    return layout;
  if (measure->n_kept == MAX_KEPT)
    forget_layouts (measure);
  layout = pango_layout_new (measure->context);
  pango_layout_set_font_description (layout, font->description);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, -1);
  g_hash_table_insert (font->layouts, g_strdup (text), layout);
  measure->n_kept++;

  return layout;
}

/* ---- What is not ---- */

static void
set_text (InkTextMeasure *measure,
          const InkFont *font,
          const char *text,
          int length)
{
  pango_layout_set_font_description (measure->layout, find_font (measure, font)->description);
  pango_layout_set_width (measure->layout, -1);
  pango_layout_set_single_paragraph_mode (measure->layout, TRUE);
  pango_layout_set_text (measure->layout, text, length);
}

static double
layout_width (PangoLayout *layout)
{
  int width, height;

  pango_layout_get_size (layout, &width, &height);
  return (double) width / PANGO_SCALE;
}

static double
prefix_width (InkTextMeasure *measure,
              const InkFont *font,
              const char *text,
              gsize length)
{
  g_autoptr (GString) part = g_string_new_len (text, (gssize) length);

  g_string_append (part, "…");
  set_text (measure, font, part->str, (int) part->len);
  return layout_width (measure->layout);
}

/* Where a text may be cut: before grapheme @index, without the space that stands there. */
static gsize
cut_at (const char *text,
        glong index)
{
  const char *end = g_utf8_offset_to_pointer (text, index);

  while (end > text && end[-1] == ' ')
    end--;
  return (gsize) (end - text);
}

static void
free_private (gpointer data)
{
  ink_text_measure_free (data);
}

/**
 * ink_text_measure_new:
 *
 * Returns: (transfer full): a measure with a font map of its own
 */
InkTextMeasure *
ink_text_measure_new (void)
{
  InkTextMeasure *measure = g_new0 (InkTextMeasure, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  measure->map = pango_cairo_font_map_new ();
  /* Sizes are absolute; the resolution only matters to nobody. */
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (measure->map), 72);
  measure->context = pango_font_map_create_context (measure->map);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (measure->context, options);
  pango_context_set_round_glyph_positions (measure->context, FALSE);
  cairo_font_options_destroy (options);
  measure->layout = pango_layout_new (measure->context);
  measure->fonts = g_ptr_array_new_with_free_func (font_free);

  return measure;
}

void
ink_text_measure_free (InkTextMeasure *measure)
{
  g_return_if_fail (measure != NULL);

  g_clear_pointer (&measure->fonts, g_ptr_array_unref);
  g_clear_object (&measure->layout);
  g_clear_object (&measure->context);
  g_clear_object (&measure->map);
  g_free (measure);
}

InkTextMeasure *
ink_text_measure_get_default (void)
{
  static GPrivate key = G_PRIVATE_INIT (free_private);
  InkTextMeasure *measure = g_private_get (&key);

  if (measure == NULL)
    {
      measure = ink_text_measure_new ();
      g_private_set (&key, measure);
    }

  return measure;
}

double
ink_text_measure_width (InkTextMeasure *measure,
                        const InkFont *font,
                        const char *text)
{
  g_return_val_if_fail (measure != NULL && font != NULL && text != NULL, 0);

  return layout_width (find_layout (measure, font, text));
}

static const Font *
find_measured (InkTextMeasure *measure,
               const InkFont *wanted)
{
  Font *font = find_font (measure, wanted);
  int width, height, baseline;

  if (font->ascent < 0)
    {
      set_text (measure, wanted, "0", 1);
      pango_layout_get_size (measure->layout, &width, &height);
      baseline = pango_layout_get_baseline (measure->layout);
      font->ascent = (double) baseline / PANGO_SCALE;
      font->descent = (double) (height - baseline) / PANGO_SCALE;
    }

  return font;
}

double
ink_text_measure_ascent (InkTextMeasure *measure,
                         const InkFont *font)
{
  g_return_val_if_fail (measure != NULL && font != NULL, 0);

  return find_measured (measure, font)->ascent;
}

double
ink_text_measure_descent (InkTextMeasure *measure,
                          const InkFont *font)
{
  g_return_val_if_fail (measure != NULL && font != NULL, 0);

  return find_measured (measure, font)->descent;
}

/**
 * ink_text_measure_line:
 *
 * Returns: from one baseline to the next
 */
double
ink_text_measure_line (InkTextMeasure *measure,
                       const InkFont *font)
{
  return ink_text_measure_ascent (measure, font) + ink_text_measure_descent (measure, font);
}

/**
 * ink_text_measure_ellipsise:
 * @width: at most so wide, in points
 *
 * Returns: (transfer full): @text, or as much of it as fits before an ellipsis; the empty text
 * where not even one character fits
 */
char *
ink_text_measure_ellipsise (InkTextMeasure *measure,
                            const InkFont *font,
                            const char *text,
                            double width)
{
  const PangoLogAttr *attrs;
  g_autofree glong *cuts = NULL;
  int n_attrs;
  guint n_cuts = 0, low = 0, high;

  g_return_val_if_fail (measure != NULL && font != NULL && text != NULL, NULL);

  if (ink_text_measure_width (measure, font, text) <= width)
    return g_strdup (text);

  attrs = pango_layout_get_log_attrs_readonly (find_layout (measure, font, text), &n_attrs);
  cuts = g_new0 (glong, n_attrs);
  for (int i = 1; i < n_attrs; i++)
    if (attrs[i].is_cursor_position)
      cuts[n_cuts++] = i;

  /* The longest prefix that fits: cuts[low - 1]; nothing fits: 0. */
  high = n_cuts;
  while (low < high)
    {
      guint middle = (low + high + 1) / 2;

      if (prefix_width (measure, font, text, cut_at (text, cuts[middle - 1])) <= width)
        low = middle;
      else
        high = middle - 1;
    }
  if (low == 0)
    return g_strdup ("");

  return g_strdup_printf ("%.*s…", (int) cut_at (text, cuts[low - 1]), text);
}

/* The marks that names of events and pages join their words with may end a line: a space without
 * width says so, until the lines are known. Not within numbers. */
static char *
allow_breaks (const char *text)
{
  GString *breakable = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c++)
    {
      g_string_append_c (breakable, *c);
      if (c > text && strchr ("_/-.", *c) != NULL && g_ascii_isalpha (c[1])
          && !g_ascii_isspace (c[-1]))
        g_string_append (breakable, BREAK);
    }

  return g_string_free (breakable, FALSE);
}

static void
drop_breaks (char *line)
{
  for (char *at = strstr (line, BREAK); at != NULL; at = strstr (at, BREAK))
    memmove (at, at + strlen (BREAK), strlen (at + strlen (BREAK)) + 1);
}

/**
 * ink_text_measure_wrap:
 * @width: of a line, in points
 * @max_lines: the last one is ellipsised where more would be needed
 *
 * Returns: (transfer full): %NULL-terminated lines, broken between words, or else in a long name
 * after a _, /, - or ., where that is possible; none for an empty text
 */
char **
ink_text_measure_wrap (InkTextMeasure *measure,
                       const InkFont *font,
                       const char *text,
                       double width,
                       guint max_lines)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (int));
  g_autofree char *breakable = NULL;
  int n_lines;

  g_return_val_if_fail (measure != NULL && font != NULL && text != NULL, NULL);

  /* Most need no second line, and how long they are is known. */
  if (*text != '\0' && max_lines > 0 && ink_text_measure_width (measure, font, text) <= width)
    {
      g_ptr_array_add (lines, g_strstrip (g_strdup (text)));
      g_ptr_array_add (lines, NULL);
      return (char **) g_ptr_array_free (g_steal_pointer (&lines), FALSE);
    }

  breakable = allow_breaks (text);
  text = breakable;
  set_text (measure, font, text, -1);
  pango_layout_set_wrap (measure->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (measure->layout, (int) (MAX (width, 1) * PANGO_SCALE));
  n_lines = *text == '\0' ? 0 : MIN (pango_layout_get_line_count (measure->layout), 1000);
  for (int i = 0; i < n_lines; i++)
    {
      int start = pango_layout_get_line_readonly (measure->layout, i)->start_index;

      g_array_append_val (starts, start);
    }

  for (int i = 0; i < n_lines && i < (int) max_lines; i++)
    {
      const char *from = text + g_array_index (starts, int, i);
      gboolean last = i + 1 == n_lines || i + 1 == (int) max_lines;
      g_autofree char *line = last ? g_strdup (from)
                                   : g_strndup (from, (gsize) (g_array_index (starts, int, i + 1) -
                                                               g_array_index (starts, int, i)));

      drop_breaks (line);
      g_strstrip (line);
      g_ptr_array_add (lines, ink_text_measure_ellipsise (measure, font, line, width));
    }
  g_ptr_array_add (lines, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&lines), FALSE);
}

char *
ink_text_clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autoptr (GString) clean = g_string_new (NULL);
  guint n_chars = 0;

  for (const char *c = valid; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar u = g_utf8_get_char (c);

      if (n_chars++ == MAX_CHARS)
        {
          g_string_append (clean, "…");
          break;
        }
      /* Line ends, and what would turn the direction of all that follows. */
      if (g_unichar_iscntrl (u) || u == 0x2028 || u == 0x2029)
        g_string_append_c (clean, ' ');
      else if (!((u >= 0x202a && u <= 0x202e) || (u >= 0x2066 && u <= 0x2069)))
        g_string_append_unichar (clean, u);
    }
  g_strstrip (clean->str);

  return g_string_free (g_steal_pointer (&clean), FALSE);
}

void
ink_text_measure_show (InkTextMeasure *measure,
                       cairo_t *cr,
                       const InkFont *font,
                       const char *text,
                       double x,
                       double y)
{
  g_return_if_fail (measure != NULL && cr != NULL && font != NULL && text != NULL);

  cairo_move_to (cr, x, y);
  pango_cairo_show_layout_line (
      cr, pango_layout_get_line_readonly (find_layout (measure, font, text), 0));
}
