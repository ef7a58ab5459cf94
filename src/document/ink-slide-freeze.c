/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A frozen slide keeps the table of its chart, and the words that were made from more than that. */
#include "config.h"

#include "document/ink-slide-freeze.h"

#include "base/ink-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* No chart of ours comes near it; it bounds what a step of the history holds. */
#define MOST_CELLS 20000

static InkSlide *
copy_slide (const InkSlide *slide)
{
  g_autofree char *json = ink_slide_to_json (slide);

  return ink_slide_from_json (json, NULL);
}

/* --- Freezing --- */

static gboolean
can_be_frozen (const InkSlideContent *content,
               GError **error)
{
  if (content->kind == NULL || content->slide->frozen != NULL)
    g_set_error_literal (error, INK_ERROR, INK_ERROR_USAGE,
                         content->kind == NULL
                             ? _ ("This slide has no chart: new data do not change it.")
                             : _ ("This slide is frozen already."));
  else if (ink_table_get_n_rows (content->table) * ink_table_get_n_columns (content->table)
           > MOST_CELLS)
    g_set_error_literal (error, INK_ERROR, INK_ERROR_USAGE,
                         _ ("This slide shows more numbers than a slide can keep. Choose a shorter "
                            "period for it, or save the report as PDF to keep it as it is."));
  else
    return TRUE;

  return FALSE;
}

static char *
write_table (const InkSlideContent *content)
{
  g_autoptr (InkAnswer) answer = ink_answer_new ();

  ink_answer_add_table (answer, content->kind->table, ink_table_ref (content->table));
  return ink_answer_to_json (answer);
}

/* Without a funnel or goal that the slide names, it would mean another one one day. */
static void
name_subject (InkSlide *slide,
              const InkSlideContent *content)
{
  if (slide->about != NULL)
    return;
  slide->about = g_strdup (content->about);
  slide->is_of_macro = !ink_chart_is_of_funnel (content->kind);
}

InkSlide *
ink_slide_freeze (const InkSlideContent *content,
                  const char *date,
                  GError **error)
{
  InkSlide *slide;
  InkFrozen *frozen;

  g_return_val_if_fail (content != NULL && date != NULL, NULL);

  if (!can_be_frozen (content, error))
    return NULL;

  frozen = ink_frozen_new ();
  frozen->date = g_strdup (date);
  frozen->source = content->slide->source == NULL ? g_strdup (content->source) : NULL;
  frozen->rule = g_strdup (content->rule);
  frozen->count = content->count;
  frozen->has_personas = content->has_personas;
  frozen->median = content->median;
  frozen->table = write_table (content);
  slide = copy_slide (content->slide);
  slide->frozen = frozen;
  name_subject (slide, content);
  g_free (slide->finding);
  slide->finding = g_strdup (content->finding);

  return slide;
}

InkSlide *
ink_slide_thaw (const InkSlide *slide)
{
  InkSlide *live;

  g_return_val_if_fail (slide != NULL && !ink_slide_is_table (slide), NULL);

  live = copy_slide (slide);
  g_clear_pointer (&live->frozen, ink_frozen_free);

  return live;
}

/* --- What it keeps --- */

static InkTable *
read_table (const InkSlideContent *content)
{
  g_autoptr (InkAnswer) answer = ink_answer_from_json (content->slide->frozen->table, NULL);
  InkTable *table = answer != NULL ? ink_answer_get_table (answer, content->kind->table) : NULL;

  return table != NULL && ink_chart_is_sound (content->kind, table) ? ink_table_ref (table) : NULL;
}

/* NULL: none that we know. */
static const InkChartKind *
find_kind (const InkSlide *slide)
{
  if (ink_slide_is_table (slide))
    return &ink_chart_table;

  return slide->chart != NULL ? ink_chart_find (slide->chart) : NULL;
}

gboolean
ink_slide_content_take_frozen (InkSlideContent *content,
                               GError **error)
{
  const InkSlide *slide = content->slide;

  content->kind = find_kind (slide);
  content->table = content->kind != NULL ? read_table (content) : NULL;
  if (content->table == NULL)
    {
      g_set_error_literal (error, INK_ERROR, INK_ERROR_FORMAT,
                           ink_slide_is_table (slide)
                               ? _ ("The table that this slide keeps is damaged. Remove the slide, and "
                                    "add the table again.")
                               : _ ("The numbers that this slide keeps are damaged. Make it live "
                                    "again."));
      return FALSE;
    }

  content->about = g_strdup (slide->about != NULL ? slide->about : "");
  content->rule = g_strdup (slide->frozen->rule);
  content->count = slide->frozen->count;
  content->has_personas = slide->frozen->has_personas;
  content->median = slide->frozen->median;
  content->n_whole = slide->frozen->n_rows;

  return TRUE;
}

static char *
say_day (const InkFrozen *frozen,
         GTimeZone *zone,
         const InkNumbers *numbers)
{
  gint64 first, after;

  if (!ink_time_parse_date (frozen->date, strlen (frozen->date), zone, &first, &after))
    return g_strdup (frozen->date);

  return ink_numbers_date (numbers, first, INK_PERIOD_DAY, zone, TRUE);
}

/* Not said twice: somebody may have made their own line of the one that was proposed. */
char *
ink_frozen_say_source (const InkSlide *slide,
                       GTimeZone *zone,
                       const InkNumbers *numbers)
{
  const char *source = slide->source != NULL ? slide->source : slide->frozen->source;
  g_autofree char *day = say_day (slide->frozen, zone, numbers);

  if (source == NULL)
    return g_strdup_printf (_ ("As of %s"), day);
  if (g_str_has_suffix (source, day))
    return g_strdup (source);

  /* Translators: a line below a chart that keeps its numbers: a source, then a day. */
  return g_strdup_printf (_ ("%s · as of %s"), source, day);
}

/* --- The message --- */

const char *
ink_slide_find_old_message (const InkSlideContent *content,
                            const char *known)
{
  const char *was;

  g_return_val_if_fail (content != NULL, NULL);

  was = content->slide->finding != NULL ? content->slide->finding : known;
  if (was == NULL || content->finding == NULL || content->slide->frozen != NULL)
    return NULL;

  return g_str_equal (was, content->finding) ? NULL : was;
}

InkSlide *
ink_slide_accept (const InkSlideContent *content,
                  const char *old,
                  gboolean take_new)
{
  InkSlide *slide;

  g_return_val_if_fail (content != NULL, NULL);

  slide = copy_slide (content->slide);
  if (take_new)
    g_clear_pointer (&slide->title, g_free);
  else if (slide->title == NULL)
    slide->title = g_strdup (old);
  g_free (slide->finding);
  slide->finding = g_strdup (content->finding);

  return slide;
}
