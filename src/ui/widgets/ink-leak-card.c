/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-leak-card.h"

#include "analysis/ink-funnel-passing.h"
#include "charts/ink-funnel-rows.h"
#include "plot/ink-numbers.h"
#include "ui/widgets/ink-slide-button.h"
#include "ui/widgets/ink-wrapped-label.h"

#include <glib/gi18n-lib.h>

struct _InkLeakCard
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *where;
  GtkLabel *sentence;
  GtkLabel *personas;
  GtkLabel *method;
  GtkButton *button;
  GtkWidget *add;

  guint step; /* from 1; 0: nobody is lost */
};

enum
{
  SIGNAL_PEOPLE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InkLeakCard, ink_leak_card, GTK_TYPE_WIDGET)

static void
set_text (GtkLabel *label,
          const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

/* ---- Where ---- */

static char *
say_where (const InkFunnelGroup *whole,
           guint leak,
           gboolean mirrored)
{
  const InkFunnelRow *row = ink_funnel_group_row (whole, leak);
  guint before = leak - 1;

  /* An optional step is no place from where anybody is lost. */
  while (before > 0 && ink_funnel_group_row (whole, before)->people != row->before)
    before--;

  return g_strdup_printf (mirrored ? "%s ← %s" : "%s → %s",
                          ink_funnel_group_row (whole, before)->name, row->name);
}

static char *
say_how_many (const InkPassing *passing)
{
  InkNumbers numbers = ink_numbers_for_locale ();
  g_autofree char *stopped = ink_numbers_count (&numbers, passing->stopped);
  g_autofree char *came = ink_numbers_count (&numbers, passing->came);
  g_autofree char *under_way = ink_numbers_count (&numbers, passing->under_way);

  if (passing->under_way == 0)
    return g_strdup_printf (ngettext ("%s of %s person stops here.", "%s of %s people stop here.",
                                      passing->came),
                            stopped, came);

  /* Translators: the last number is of people whose time is not over yet. */
  return g_strdup_printf (ngettext ("%s of %s person stops here; %s is still under way and may yet go on.",
                                    "%s of %s people stop here; %s are still under way and may yet go on.",
                                    passing->came),
                          stopped, came, under_way);
}

static void
show_button (InkLeakCard *self,
             guint stopped)
{
  InkNumbers numbers = ink_numbers_for_locale ();
  g_autofree char *count = ink_numbers_count (&numbers, stopped);
  g_autofree char *label
      = g_strdup_printf (ngettext ("See the %s Person", "See the %s People", stopped), count);

  gtk_button_set_label (self->button, label);
}

static void
add_lines (GStrvBuilder *sentences,
           GtkLabel *label)
{
  g_auto (GStrv) lines = g_strsplit (gtk_label_get_text (label), "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      g_strv_builder_add (sentences, lines[i]);
}

/* What the card says, as a slide. */
static void
offer_slide (InkLeakCard *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) sentences = NULL;
  /* Translators: two steps, "Pricing → Demo". */
  g_autofree char *title
      = g_strdup_printf (_ ("Biggest leak: %s"), gtk_label_get_text (self->where));

  add_lines (builder, self->sentence);
  add_lines (builder, self->personas);
  add_lines (builder, self->method);
  sentences = g_strv_builder_end (builder);
  ink_slide_button_set_words (self->add, self->step > 0 ? title : NULL,
                              (const char *const *) sentences);
}

void
ink_leak_card_set_answer (InkLeakCard *self,
                          InkAnswer *answer)
{
  g_autoptr (GPtrArray) groups = NULL;
  g_autofree char *where = NULL;
  g_autofree char *sentence = NULL;
  int leak = -1;

  g_return_if_fail (INK_IS_LEAK_CARD (self));

  groups = ink_funnel_rows_read (ink_answer_get_table (answer, "steps"));
  leak = ink_funnel_rows_leak (g_ptr_array_index (groups, 0));
  self->step = leak > 0 ? (guint) leak + 1 : 0;
  if (self->step > 0)
    {
      g_autoptr (GArray) passing
          = ink_funnel_result_get_passing (ink_answer_get_funnel (answer), self->step);

      where = say_where (g_ptr_array_index (groups, 0), (guint) leak,
                         gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL);
      sentence = say_how_many (&g_array_index (passing, InkPassing, 0));
      show_button (self, g_array_index (passing, InkPassing, 0).stopped);
    }
  set_text (self->where, where);
  set_text (self->sentence, sentence != NULL ? sentence
                                             : _ ("Nobody is lost between these steps so far."));
  gtk_widget_set_visible (GTK_WIDGET (self->button), self->step > 0);
  if (self->step == 0)
    ink_leak_card_set_personas (self, NULL);
  else
    offer_slide (self);
}

/* ---- Who passes it ---- */

static char *
say_share (const InkPassing *passing)
{
  InkNumbers numbers = ink_numbers_for_locale ();
  g_autofree char *share = ink_numbers_share (&numbers, passing->share);
  g_autofree char *low = ink_numbers_share (&numbers, passing->low);
  g_autofree char *high = ink_numbers_share (&numbers, passing->high);
  g_autofree char *range = ink_numbers_range (low, high);

  /* Translators: a persona, the share of it that goes on, and its range. */
  return g_strdup_printf (_ ("%s: %s (%s)"), passing->name, share, range);
}

static char *
say_ratio (const InkPassing *most,
           const InkPassing *least,
           guint n_comparisons)
{
  InkNumbers numbers = ink_numbers_for_locale ();
  double ratio, low, high;
  g_autofree char *times = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *range = NULL;

  if (!ink_passing_compare (most, least, n_comparisons, &ratio, &low, &high) || low <= 1)
    return g_strdup (_ ("No persona passes it clearly more often than another."));

  times = ink_numbers_decimal (&numbers, ratio, 1);
  from = ink_numbers_decimal (&numbers, low, 1);
  to = ink_numbers_decimal (&numbers, high, 1);
  range = ink_numbers_range (from, to);
  /* Translators: two personas, and the range of the first number. */
  return g_strdup_printf (_ ("“%s” passes it %s times as often as “%s” (%s)."), most->name, times,
                          least->name, range);
}

static char *
say_personas (GArray *passing)
{
  const InkPassing *most = NULL, *least = NULL;
  g_autofree char *ratio = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  guint n = 0;

  for (guint i = 1; i < passing->len; i++)
    {
      const InkPassing *one = &g_array_index (passing, InkPassing, i);
      double nothing;

      /* Against itself: has it enough people to be spoken of? */
      if (!ink_passing_compare (one, one, 1, &nothing, &nothing, &nothing))
        continue;
      n++;
      if (most == NULL || one->share > most->share)
        most = one;
      if (least == NULL || one->share < least->share)
        least = one;
    }
  if (n < 2)
    return NULL;

  ratio = say_ratio (most, least, n * (n - 1) / 2);
  first = say_share (most);
  second = say_share (least);
  return g_strdup_printf ("%s\n%s\n%s", ratio, first, second);
}

void
ink_leak_card_set_personas (InkLeakCard *self,
                            InkAnswer *answer)
{
  g_autoptr (GArray) passing = NULL;
  g_autofree char *words = NULL;
  InkFunnelResult *result;

  g_return_if_fail (INK_IS_LEAK_CARD (self));

  result = answer != NULL ? ink_answer_get_funnel (answer) : NULL;
  if (result != NULL && self->step > 1)
    {
      passing = ink_funnel_result_get_passing (result, self->step);
      words = say_personas (passing);
    }
  set_text (self->personas, words);
  set_text (self->method,
            words == NULL ? NULL
            : g_array_index (passing, InkPassing, 0).settled
                ? _ ("Associated with the persona, which need not be why. Among those whose time is over.")
                : _ ("Associated with the persona, which need not be why."));
  offer_slide (self);
}

static void
clicked_cb (GtkButton *button,
            InkLeakCard *self)
{
  g_signal_emit (self, signals[SIGNAL_PEOPLE], 0, self->step);
}

static void
ink_leak_card_dispose (GObject *object)
{
  g_clear_pointer (&INK_LEAK_CARD (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (ink_leak_card_parent_class)->dispose (object);
}

static void
ink_leak_card_class_init (InkLeakCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_leak_card_dispose;
  signals[SIGNAL_PEOPLE] = g_signal_new ("people", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static GtkLabel *
add_label (InkLeakCard *self,
           const char *text,
           const char *css_class)
{
  GtkWidget *label = ink_wrapped_label_new (text, css_class);

  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_box_append (GTK_BOX (self->box), label);

  return GTK_LABEL (label);
}

static void
ink_leak_card_init (InkLeakCard *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->box, "card");
  gtk_widget_add_css_class (self->box, "chart-card");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  add_label (self, _ ("Biggest leak"), "heading");
  self->where = add_label (self, NULL, "leak-where");
  self->sentence = add_label (self, NULL, NULL);
  self->personas = add_label (self, NULL, NULL);
  self->method = add_label (self, NULL, "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->method), "dim-label");
  self->button = GTK_BUTTON (gtk_button_new_with_label (_ ("See the People")));
  gtk_widget_set_margin_top (GTK_WIDGET (self->button), 6);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->button));
  g_signal_connect (self->button, "clicked", G_CALLBACK (clicked_cb), self);
  self->add = ink_slide_button_new (FALSE);
  gtk_box_append (GTK_BOX (self->box), self->add);
}
