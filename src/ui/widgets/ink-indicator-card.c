/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-indicator-card.h"

#include "analysis/ink-indicator-payoff.h"
#include "charts/ink-verdict-look.h"
#include "plot/ink-numbers.h"
#include "ui/widgets/ink-chart-view.h"
#include "ui/widgets/ink-fact-grid.h"
#include "ui/widgets/ink-idea-button.h"
#include "ui/widgets/ink-ideas.h"
#include "ui/widgets/ink-later.h"
#include "ui/widgets/ink-lead-box.h"
#include "ui/widgets/ink-slide-button.h"
#include "ui/widgets/ink-wrapped-label.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Personas that differ less than this may differ by chance. */
#define CHANCE 0.05
#define SECONDS_A_DAY 86400

struct _InkIndicatorCard
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *add;
  GtkLabel *name;
  GtkLabel *verdict;
  InkIdeaButton *meaning; /* of the verdict */
  GtkLabel *sentence;
  InkFactGrid *facts;
  GtkWidget *personas_card;
  InkFactGrid *personas;
  GtkLabel *difference;
  GtkWidget *payoff_card;
  InkChartView *payoff;
  GtkLabel *median;

  InkNumbers numbers;
  guint series; /* of the verdict's colour that is shown */
};

G_DEFINE_FINAL_TYPE (InkIndicatorCard, ink_indicator_card, GTK_TYPE_WIDGET)

static guint people_signal;

/* ---- Words ---- */

/* The shape of the verdict in charts, as a letter. */
static const char *
get_shape (InkVerdict verdict)
{
  static const char *const letters[INK_N_SHAPES] = {
    [INK_SHAPE_CIRCLE] = "●", [INK_SHAPE_SQUARE] = "■", [INK_SHAPE_DIAMOND] = "◆",
    [INK_SHAPE_UP] = "▲",     [INK_SHAPE_DOWN] = "▼",   [INK_SHAPE_AHEAD] = "▶",
    [INK_SHAPE_BEHIND] = "◀", [INK_SHAPE_BAR] = "▮",    [INK_SHAPE_CROSS] = "✕",
    [INK_SHAPE_TICK] = "|",
  };

  return letters[ink_verdict_get_look (verdict)->shape];
}

static char *
say_range (InkIndicatorCard *self,
           const InkInterval *range)
{
  g_autofree char *low = ink_numbers_ratio (&self->numbers, range->low);
  g_autofree char *high = ink_numbers_ratio (&self->numbers, range->high);

  if (!(range->low > 0) && !isfinite (range->high))
    return g_strdup (_ ("cannot be said"));
  if (!isfinite (range->high))
    return g_strdup_printf (_ ("%s or more"), low);

  return ink_numbers_range (low, high);
}

static char *
say_ratio (InkIndicatorCard *self,
           double ratio)
{
  return isinf (ratio) ? g_strdup (_ ("many times")) : ink_numbers_ratio (&self->numbers, ratio);
}

static char *
say_people (InkIndicatorCard *self,
            const InkIndicator *of)
{
  g_autofree char *count = ink_numbers_count (&self->numbers, (double) of->counts->people);
  g_autofree char *share = ink_numbers_share (&self->numbers, of->reach);

  /* Translators: how many people, and their share of all. */
  return g_strdup_printf (_ ("%s (%s)"), count, share);
}

static char *
say_conversions (InkIndicatorCard *self,
                 const InkRateRatio *rate)
{
  g_autofree char *observed = ink_numbers_count (&self->numbers, rate->observed);
  g_autofree char *expected = ink_numbers_decimal (&self->numbers, rate->expected,
                                                   rate->expected < 10 ? 1 : 0);

  /* Translators: how many people converted, and how many were expected to. */
  return g_strdup_printf (_ ("%s, expected %s"), observed, expected);
}

/* ---- The numbers ---- */

static void
add_ratios (InkIndicatorCard *self,
            const InkIndicator *of)
{
  const InkRateRatio *rate = &of->rates->adjusted;
  g_autofree char *lift = say_ratio (self, rate->ratio);
  g_autofree char *range = say_range (self, &rate->range);
  g_autofree char *naive = say_ratio (self, of->naive);
  g_autofree char *crude = say_ratio (self, of->rates->crude.ratio);

  ink_fact_grid_add (self->facts, _ ("Among comparable people"), lift, "comparable");
  ink_fact_grid_add (self->facts, _ ("95\342\200\257% range"), range, "range");
  ink_fact_grid_add (self->facts, _ ("Not comparing like with like"), crude, "crude");
  ink_fact_grid_add (self->facts, _ ("Simple comparison"), naive, "simple");
}

static void
add_counts (InkIndicatorCard *self,
            const InkIndicator *of)
{
  const InkRateRatio *rate = &of->rates->adjusted;
  g_autofree char *people = say_people (self, of);
  g_autofree char *conversions = say_conversions (self, rate);
  g_autofree char *support = ink_numbers_share (&self->numbers, rate->support);
  g_autofree char *days = ink_numbers_seconds (&self->numbers, of->median_days * SECONDS_A_DAY);

  ink_fact_grid_add (self->facts, _ ("People who did it"), people, "reach");
  if (rate->variance > 0)
    {
      ink_fact_grid_add (self->facts, _ ("Conversions after it"), conversions, "conversions");
      ink_fact_grid_add (self->facts, _ ("Time with somebody similar"), support, "support");
    }
  if (isfinite (of->median_days))
    ink_fact_grid_add (self->facts, _ ("Half of them within"), days, "lag");
}

/* What is open and how many people would settle it. */
static void
add_need (InkIndicatorCard *self,
          const InkIndicator *of)
{
  g_autofree char *count = NULL;
  g_autofree char *more = NULL;

  if ((of->verdict != INK_VERDICT_PROMISING && of->verdict != INK_VERDICT_NOT_ENOUGH)
      || of->more_people == 0)
    return;
  count = ink_numbers_count (&self->numbers, of->more_people);
  /* Translators: a number of people that are still missing. */
  more = isfinite (of->more_people) ? g_strdup_printf (_ ("about %s"), count)
                                    : g_strdup (_ ("cannot be said"));
  ink_fact_grid_add (self->facts, _ ("More people that would settle it"), more, "need");
}

/* ---- Personas ---- */

static void
add_persona (InkIndicatorCard *self,
             const InkIndicators *all,
             const InkIndicator *of,
             guint persona)
{
  const InkRateRatio *rate = &of->rates->personas[persona];
  InkVerdict verdict = of->personas[persona];
  g_autofree char *ratio = say_ratio (self, rate->ratio);
  g_autofree char *range = say_range (self, &rate->range);
  g_autofree char *words = NULL;

  if (rate->variance > 0)
    /* Translators: "2.6×", "1.9× – 3.4×", a verdict after its sign. */
    words = g_strdup_printf (_ ("%s (%s)\n%s %s"), ratio, range, get_shape (verdict),
                             ink_verdict_get_title (verdict));
  else
    words = g_strdup_printf ("%s %s", get_shape (verdict), ink_verdict_get_title (verdict));
  ink_fact_grid_add (self->personas, all->personas[persona], words, NULL);
}

static void
show_personas (InkIndicatorCard *self,
               const InkIndicators *all,
               const InkIndicator *of)
{
  gboolean differ
      = of->rates->cochran_q <= CHANCE || of->rates->gail_simon_q <= CHANCE;
  guint n = 0;

  ink_fact_grid_clear (self->personas);
  for (guint i = 0; i < all->counts->n_personas; i++)
    if (all->present[i])
      {
        add_persona (self, all, of, i);
        n++;
      }
  gtk_widget_set_visible (self->personas_card, n > 1);
  gtk_label_set_label (self->difference,
                       differ ? _ ("Personas differ by more than chance.")
                              : _ ("No proof that personas differ."));
}

/* ---- When it pays off ---- */

static void
show_payoff (InkIndicatorCard *self,
             const InkIndicators *all,
             guint index)
{
  const InkIndicator *of = &all->indicators[index];
  gboolean has = ink_indicator_has_payoff (of);
  g_autoptr (InkAnswer) answer = NULL;
  g_autofree char *days = NULL;
  g_autofree char *words = NULL;

  gtk_widget_set_visible (self->payoff_card, has);
  if (!has)
    return;
  answer = ink_answer_new ();
  ink_answer_add_table (answer, "payoff", ink_indicators_to_payoff (all, (int) index));
  ink_chart_view_set_answer (self->payoff, "payoff", answer);
  days = ink_numbers_plain_number (&self->numbers, of->median_days);
  /* Those who may still convert are not in it, so it is too short. */
  words = g_strdup_printf (
      _ ("Half of those who have converted so far did so within %s\302\240days."), days);
  gtk_label_set_label (self->median, words);
  gtk_widget_set_visible (GTK_WIDGET (self->median), isfinite (of->median_days));
}

/* ---- The people ---- */

static void
people_cb (GtkButton *button,
           InkIndicatorCard *self)
{
  g_signal_emit (self, people_signal, 0,
                 g_object_get_data (G_OBJECT (button), "went-on") != NULL);
}

static void
add_people_button (InkIndicatorCard *self,
                   GtkWidget *card,
                   const char *label,
                   gboolean went_on)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_object_set_data (G_OBJECT (button), "went-on", GINT_TO_POINTER (went_on));
  g_signal_connect (button, "clicked", G_CALLBACK (people_cb), self);
  gtk_box_append (GTK_BOX (card), button);
}

/* ---- The card ---- */

static void
show_verdict (InkIndicatorCard *self,
              InkVerdict verdict)
{
  guint series = ink_verdict_get_look (verdict)->series;
  g_autofree char *words
      = g_strdup_printf ("%s %s", get_shape (verdict), ink_verdict_get_title (verdict));
  g_autofree char *old = g_strdup_printf ("verdict-%u", self->series);
  g_autofree char *new = g_strdup_printf ("verdict-%u", series);

  gtk_label_set_label (self->verdict, words);
  gtk_widget_remove_css_class (GTK_WIDGET (self->verdict), old);
  gtk_widget_add_css_class (GTK_WIDGET (self->verdict), new);
  self->series = series;
  ink_idea_button_set_idea (self->meaning, ink_idea_of_verdict (verdict));
}

/* The finding in words, as a slide. */
static void
offer_slide (InkIndicatorCard *self,
             const InkIndicator *of)
{
  const char *sentences[]
      = { of->sentence, _ ("Associated with, not proof of cause."), NULL };
  /* Translators: a micro goal, a verdict. */
  g_autofree char *title
      = g_strdup_printf (_ ("“%s”: %s"), of->micro, ink_verdict_get_title (of->verdict));

  ink_slide_button_set_words (self->add, title, sentences);
}

void
ink_indicator_card_set_indicator (InkIndicatorCard *self,
                                  const InkIndicators *indicators,
                                  guint index)
{
  const InkIndicator *of;

  g_return_if_fail (INK_IS_INDICATOR_CARD (self));
  g_return_if_fail (indicators != NULL && index < indicators->n);

  of = &indicators->indicators[index];
  gtk_label_set_label (self->name, of->micro);
  show_verdict (self, of->verdict);
  gtk_label_set_label (self->sentence, of->sentence);
  offer_slide (self, of);
  ink_fact_grid_clear (self->facts);
  add_ratios (self, of);
  add_counts (self, of);
  add_need (self, of);
  show_personas (self, indicators, of);
  show_payoff (self, indicators, index);
}

static void
ink_indicator_card_dispose (GObject *object)
{
  g_clear_pointer (&INK_INDICATOR_CARD (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (ink_indicator_card_parent_class)->dispose (object);
}

static void
ink_indicator_card_class_init (InkIndicatorCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_indicator_card_dispose;
  people_signal = g_signal_new ("people", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
add_card (InkIndicatorCard *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "chart-card");
  gtk_box_append (GTK_BOX (self->box), ink_later_new (card));

  return card;
}

static GtkLabel *
add_label (GtkWidget *card,
           const char *text,
           const char *css_class)
{
  GtkWidget *label = ink_wrapped_label_new (text, css_class);

  gtk_box_append (GTK_BOX (card), label);

  return GTK_LABEL (label);
}

/* A heading with the question mark of its idea. */
static void
add_heading (GtkWidget *card,
             const char *text,
             const char *idea)
{
  gtk_box_append (GTK_BOX (card),
                  ink_idea_button_beside (ink_wrapped_label_new (text, "heading"), idea));
}

static InkFactGrid *
add_facts (GtkWidget *card)
{
  GtkWidget *facts = ink_fact_grid_new ();

  gtk_box_append (GTK_BOX (card), facts);

  return INK_FACT_GRID (facts);
}

static void
add_verdict (InkIndicatorCard *self,
             GtkWidget *card)
{
  GtkWidget *line = ink_lead_box_new (3);

  self->verdict = GTK_LABEL (ink_wrapped_label_new (NULL, "verdict"));
  self->meaning = INK_IDEA_BUTTON (ink_idea_button_new (NULL));
  ink_lead_box_append_words (INK_LEAD_BOX (line), GTK_WIDGET (self->verdict));
  ink_lead_box_append (INK_LEAD_BOX (line), GTK_WIDGET (self->meaning));
  gtk_box_append (GTK_BOX (card), line);
}

static void
add_method (GtkWidget *card)
{
  GtkWidget *method = ink_wrapped_label_new (
      _ ("Compared with people of the same persona and channel who have been known as long, have "
         "visited as often and as recently, and have not done it. Associated with, not proof of "
         "cause."),
      "caption");

  gtk_widget_add_css_class (method, "dim-label");
  gtk_widget_set_hexpand (method, TRUE);
  gtk_box_append (GTK_BOX (card), ink_idea_button_beside (method, "adjusted"));
}

static void
make_detail (InkIndicatorCard *self)
{
  GtkWidget *detail = add_card (self);

  self->name = add_label (detail, NULL, "heading");
  add_verdict (self, detail);
  self->sentence = add_label (detail, NULL, NULL);
  gtk_label_set_selectable (self->sentence, TRUE);
  self->facts = add_facts (detail);
  add_method (detail);
  add_people_button (self, detail, _ ("See Who Went On"), TRUE);
  add_people_button (self, detail, _ ("See Who Has Not Yet"), FALSE);
  self->add = ink_slide_button_new (FALSE);
  gtk_box_append (GTK_BOX (detail), self->add);
}

static void
make_personas (InkIndicatorCard *self)
{
  self->personas_card = add_card (self);
  add_heading (self->personas_card, _ ("By persona"), "personas");
  self->personas = add_facts (self->personas_card);
  self->difference = add_label (self->personas_card, NULL, "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->difference), "dim-label");
}

static void
make_payoff (InkIndicatorCard *self)
{
  self->payoff_card = add_card (self);
  self->payoff = g_object_new (INK_TYPE_CHART_VIEW, "heading", _ ("When it pays off"), "idea",
                               "payoff", NULL);
  gtk_box_append (GTK_BOX (self->payoff_card), GTK_WIDGET (self->payoff));
  self->median = add_label (self->payoff_card, NULL, "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->median), "dim-label");
}

static void
ink_indicator_card_init (InkIndicatorCard *self)
{
  self->numbers = ink_numbers_for_locale ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  make_detail (self);
  make_personas (self);
  make_payoff (self);
}
