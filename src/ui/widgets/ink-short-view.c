/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-short-view.h"

#include "analysis/ink-indicator-words.h"
#include "ui/widgets/ink-slide-button.h"
#include "ui/widgets/ink-warning-card.h"
#include "ui/widgets/ink-width-layout.h"
#include "ui/widgets/ink-wrapped-label.h"

#include <glib/gi18n-lib.h>

struct _InkShortView
{
  GtkWidget parent_instance;

  GtkWidget *box;
  InkIndicators *indicators;
};

G_DEFINE_FINAL_TYPE (InkShortView, ink_short_view, GTK_TYPE_WIDGET)

/* Signs and colours of their own: none of these is a leading indicator, and none looks like one. */
static const struct
{
  const char *sign;
  const char *style;
} looks[INK_N_SHORT_VERDICTS] = {
  [INK_SHORT_NO_DATA] = { "–", "verdict-7" },
  [INK_SHORT_STEP_OF_BUYING] = { "→", "verdict-4" },
  [INK_SHORT_NOT_ENOUGH] = { "◆", "verdict-7" },
  [INK_SHORT_GOES_WITH_BUYING] = { "+", "verdict-0" },
  [INK_SHORT_RARER] = { "−", "verdict-5" },
  [INK_SHORT_LONG_VISITS] = { "■", "verdict-2" },
  [INK_SHORT_NO_DIFFERENCE] = { "=", "verdict-7" },
  [INK_SHORT_PROMISING] = { "◇", "verdict-7" },
};

/* What matters most first. */
static const InkShortVerdict order[]
    = { INK_SHORT_GOES_WITH_BUYING, INK_SHORT_RARER,       INK_SHORT_STEP_OF_BUYING,
        INK_SHORT_PROMISING,        INK_SHORT_LONG_VISITS, INK_SHORT_NO_DIFFERENCE,
        INK_SHORT_NOT_ENOUGH,       INK_SHORT_NO_DATA };

G_STATIC_ASSERT (G_N_ELEMENTS (order) == INK_N_SHORT_VERDICTS);

static void
add (GtkWidget *box,
     GtkWidget *child)
{
  gtk_box_append (GTK_BOX (box), child);
}

static void
add_micro (InkShortView *self,
           const InkShortIndicator *of)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *words = g_strdup_printf ("%s %s", looks[of->verdict].sign,
                                            ink_short_verdict_get_title (of->verdict));
  GtkWidget *verdict = ink_wrapped_label_new (words, "verdict");

  gtk_widget_add_css_class (verdict, looks[of->verdict].style);
  gtk_widget_set_halign (verdict, GTK_ALIGN_START);
  add (card, ink_wrapped_label_new (of->micro, "heading"));
  add (card, verdict);
  add (card, ink_wrapped_label_new (of->sentence, NULL));
  add (self->box, card);
}

static void
say_counts (InkShortView *self,
            const InkShortJourneys *journeys)
{
  g_autofree char *visits = ink_words_count ((double) journeys->visits);
  g_autofree char *buying = ink_words_count ((double) journeys->buying);
  g_autofree char *at_once = ink_words_count ((double) journeys->at_once);
  /* Translators: how many visits, how many of them end with the macro goal, the macro goal. */
  g_autofree char *words
      = g_strdup_printf (_ ("%s visits, %s of them end in “%s”."), visits, buying,
                         self->indicators->macro);
  g_autofree char *more
      /* Translators: the macro goal, how many visits. */
      = g_strdup_printf (_ ("%s “%s” at once, with nothing before it in the visit; these are "
                            "left out."),
                         at_once, self->indicators->macro);

  add (self->box, ink_wrapped_label_new (words, "dim-label"));
  if (journeys->at_once > 0)
    add (self->box, ink_wrapped_label_new (more, "dim-label"));
}

static void
show (InkShortView *self)
{
  const InkShortJourneys *journeys = self->indicators->short_journeys;
  g_autoptr (InkTable) micros = ink_short_journeys_to_table (journeys);
  GtkWidget *child, *banner = ink_warning_card_new (NULL, self->indicators->note);

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  add (self->box, banner);
  add (self->box, ink_slide_button_beside (
                      ink_wrapped_label_new (_ ("What goes with buying inside a visit"), "title-4"),
                      micros, _ ("What goes with buying inside a visit")));
  say_counts (self, journeys);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    for (guint j = 0; j < journeys->n; j++)
      if (journeys->indicators[j].verdict == order[i])
        add_micro (self, &journeys->indicators[j]);
  add (self->box,
       ink_wrapped_label_new (
           _ ("Visits are compared at the same depth, among people of the same persona and channel "
              "with as many visits before, and cut before the first step of buying. It all happens "
              "in one visit: it tells that someone is buying now and is no early sign. Associated "
              "with, not proof of cause."),
           "caption"));
}

void
ink_short_view_set_indicators (InkShortView *self,
                               InkIndicators *indicators)
{
  g_return_if_fail (INK_IS_SHORT_VIEW (self));
  g_return_if_fail (indicators != NULL && indicators->short_journeys != NULL);

  if (self->indicators == indicators)
    return;
  g_clear_pointer (&self->indicators, ink_indicators_unref);
  self->indicators = ink_indicators_ref (indicators);
  show (self);
}

static GtkSizeRequestMode
ink_short_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ink_short_view_dispose (GObject *object)
{
  InkShortView *self = INK_SHORT_VIEW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->indicators, ink_indicators_unref);

  G_OBJECT_CLASS (ink_short_view_parent_class)->dispose (object);
}

static void
ink_short_view_class_init (InkShortViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_short_view_dispose;
  widget_class->get_request_mode = ink_short_view_get_request_mode;
  gtk_widget_class_set_layout_manager_type (widget_class, INK_TYPE_WIDTH_LAYOUT);
}

static void
ink_short_view_init (InkShortView *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}
