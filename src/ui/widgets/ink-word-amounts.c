/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What opens below numbers and windows. */
#include "config.h"

#include "ui/compat/ink-compat-name.h"
#include "ui/widgets/ink-sentence-editor-private.h"
#include "ui/widgets/ink-word-choices.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MAX_TIMES 1000000
#define MAX_LENGTH 1000000

static GtkWidget *
make_box (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  gtk_widget_add_css_class (box, "word-form");
  return box;
}

static void
name_widget (GtkWidget *widget,
             const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

/* --- Amounts --- */

static void
set_amount (GtkWidget *widget,
            double amount,
            gboolean close)
{
  InkWordPlace place;

  if (!ink_word_place_find (widget, &place) || (amount == place.word->amount && !close))
    return;
  ink_word_place_apply (&place,
                        ink_sentence_set_bound (place.rule, &place.path, place.word->clause,
                                                (InkBound) place.word->choice, amount),
                        _ ("Change Number"), close);
}

static void
spun_cb (GtkSpinButton *spin,
         gpointer data)
{
  set_amount (GTK_WIDGET (spin), gtk_spin_button_get_value (spin), FALSE);
}

/* The floor's spin buttons do not say that Return was pressed; the text in them does. */
static void
spin_activated_cb (GtkEditable *text,
                   GtkSpinButton *spin)
{
  gtk_spin_button_update (spin);
  set_amount (GTK_WIDGET (spin), gtk_spin_button_get_value (spin), TRUE);
}

static gboolean
parse_amount (GtkWidget *entry,
              double *amount)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  gboolean seconds = g_object_get_data (G_OBJECT (entry), "ink-seconds") != NULL;
  g_autofree char *trimmed = g_strstrip (g_strdup (text));

  g_strdelimit (trimmed, ",", '.');
  return seconds ? ink_seconds_parse (text, amount)
                 : ink_number_parse (trimmed, strlen (trimmed), amount);
}

static void
typed_cb (GtkEditable *entry,
          gpointer data)
{
  double amount;
  gboolean good = parse_amount (GTK_WIDGET (entry), &amount);

  if (good)
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  if (good)
    set_amount (GTK_WIDGET (entry), amount, FALSE);
}

static void
entry_activated_cb (GtkEntry *entry,
                    gpointer data)
{
  double amount;

  if (parse_amount (GTK_WIDGET (entry), &amount))
    set_amount (GTK_WIDGET (entry), amount, TRUE);
}

static GtkWidget *
make_times (const InkWordPlace *place)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (0, MAX_TIMES, 1);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), place->word->amount);
  name_widget (spin, _ ("How many times"));
  g_signal_connect (spin, "value-changed", G_CALLBACK (spun_cb), NULL);
  g_signal_connect (gtk_editable_get_delegate (GTK_EDITABLE (spin)), "activate",
                    G_CALLBACK (spin_activated_cb), spin);
  return spin;
}

static GtkWidget *
make_total (const InkWordPlace *place,
            gboolean seconds)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), place->word->text);
  g_object_set_data (G_OBJECT (entry), "ink-seconds", GINT_TO_POINTER (seconds));
  name_widget (entry, seconds ? _ ("Length of time") : _ ("Sum"));
  g_signal_connect (entry, "changed", G_CALLBACK (typed_cb), NULL);
  g_signal_connect (entry, "activate", G_CALLBACK (entry_activated_cb), NULL);
  return entry;
}

GtkWidget *
ink_word_popover_new_amount (const InkWordPlace *place)
{
  const InkRule *part = ink_word_place_get_part (place);
  gboolean total = place->word->clause == INK_CLAUSE_TOTAL;
  gboolean seconds = total && ink_property_is_seconds (part->total.property);
  GtkWidget *box = make_box (), *hint;

  gtk_box_append (GTK_BOX (box), total ? make_total (place, seconds) : make_times (place));
  if (seconds)
    {
      hint = gtk_label_new (_ ("Such as 2 min, 90 s or 1 h 30 min"));
      gtk_widget_add_css_class (hint, "dim-label");
      gtk_widget_add_css_class (hint, "caption");
      gtk_box_append (GTK_BOX (box), hint);
    }
  return box;
}

/* --- Windows --- */

static InkSpan
usual_span (InkSpanKind kind)
{
  InkSpan span = { .kind = kind, .unit = INK_UNIT_DAYS,
                   .amount = kind == INK_SPAN_LENGTH || kind == INK_SPAN_FIRST_DAYS ? 7 : 0 };

  return span;
}

static void
set_span (GtkWidget *widget,
          InkSpan span,
          gboolean close)
{
  InkWordPlace place;

  if (ink_word_place_find (widget, &place))
    ink_word_place_apply (
        &place, ink_sentence_set_window (place.rule, &place.path, place.word->clause, span),
        _ ("Change Window"), close);
}

/* A length wants its number next; the others are done. */
static void
window_cb (InkWordChoices *choices,
           int id,
           GtkWidget *length)
{
  InkSpan span = usual_span ((InkSpanKind) id);
  gboolean long_one = span.amount > 0;
  InkWordPlace place;

  if (!ink_word_place_find (GTK_WIDGET (choices), &place))
    return;
  if (place.word->span.kind == span.kind)
    span = place.word->span;
  gtk_widget_set_visible (length, long_one);
  gtk_widget_set_sensitive (gtk_widget_get_last_child (length), id == INK_SPAN_LENGTH);
  set_span (GTK_WIDGET (choices), span, !long_one);
  if (long_one)
    gtk_widget_grab_focus (gtk_widget_get_first_child (length));
}

static void
length_cb (GtkWidget *length)
{
  GtkWidget *spin = gtk_widget_get_first_child (length);
  GtkWidget *unit = gtk_widget_get_last_child (length);
  InkWordPlace place;
  InkSpan span;

  if (!ink_word_place_find (length, &place))
    return;
  span = place.word->span;
  if (span.kind != INK_SPAN_LENGTH && span.kind != INK_SPAN_FIRST_DAYS)
    return;
  span.amount = gtk_spin_button_get_value (GTK_SPIN_BUTTON (spin));
  span.unit = span.kind == INK_SPAN_FIRST_DAYS
                  ? INK_UNIT_DAYS
                  : (InkUnit) gtk_drop_down_get_selected (GTK_DROP_DOWN (unit));
  if (span.amount != place.word->span.amount || span.unit != place.word->span.unit)
    set_span (length, span, FALSE);
}

static void
length_activated_cb (GtkEditable *text,
                     GtkWidget *length)
{
  InkWordPlace place;

  gtk_spin_button_update (GTK_SPIN_BUTTON (gtk_widget_get_first_child (length)));
  length_cb (length);
  if (ink_word_place_find (length, &place))
    ink_word_button_close (place.button);
}

static GtkWidget *
make_length (const InkWordPlace *place)
{
  const char *const units[]
      = { _ ("seconds"), _ ("minutes"), _ ("hours"), _ ("days"), NULL };
  InkSpan span = place->word->span;
  gboolean given = span.kind == INK_SPAN_LENGTH || span.kind == INK_SPAN_FIRST_DAYS;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *spin = gtk_spin_button_new_with_range (0, MAX_LENGTH, 1);
  GtkWidget *unit = gtk_drop_down_new_from_strings (units);

  if (!given)
    span = usual_span (INK_SPAN_LENGTH);
  if (floor (span.amount) != span.amount)
    gtk_spin_button_set_digits (GTK_SPIN_BUTTON (spin), 3);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), span.amount);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (unit), (guint) span.unit);
  name_widget (spin, _ ("Length"));
  ink_compat_name_choice (GTK_DROP_DOWN (unit), _ ("Unit"));
  gtk_widget_set_hexpand (spin, TRUE);
  gtk_widget_set_visible (box, given);
  gtk_widget_set_sensitive (unit, span.kind == INK_SPAN_LENGTH);
  g_signal_connect_swapped (spin, "value-changed", G_CALLBACK (length_cb), box);
  g_signal_connect (gtk_editable_get_delegate (GTK_EDITABLE (spin)), "activate",
                    G_CALLBACK (length_activated_cb), box);
  g_signal_connect_swapped (unit, "notify::selected", G_CALLBACK (length_cb), box);
  gtk_box_append (GTK_BOX (box), spin);
  gtk_box_append (GTK_BOX (box), unit);
  return box;
}

/* What each kind of window is called before its length is known. */
static char *
name_window (InkSpanKind kind,
             InkClause clause)
{
  if (kind == INK_SPAN_LENGTH)
    return g_strdup (clause == INK_CLAUSE_AFTER ? _ ("within a length of time…")
                                                : _ ("in any length of time…"));
  if (kind == INK_SPAN_FIRST_DAYS)
    return g_strdup (_ ("in their first days…"));

  return ink_window_to_words (usual_span (kind), clause);
}

/* A window beside nothing can only be that of the first days. */
static gboolean
fits (const InkWordPlace *place,
      InkSpanKind kind)
{
  const InkRule *part = ink_word_place_get_part (place);

  return place->word->clause != INK_CLAUSE_WITHIN || part->times.given || part->total.given
         || kind == INK_SPAN_NONE || kind == INK_SPAN_FIRST_DAYS;
}

GtkWidget *
ink_word_popover_new_window (const InkWordPlace *place)
{
  static const InkSpanKind kinds[]
      = { INK_SPAN_NONE, INK_SPAN_SESSION, INK_SPAN_LENGTH, INK_SPAN_FIRST_DAYS };
  InkClause clause = place->word->clause;
  GtkWidget *box = make_box ();
  GtkWidget *choices = ink_word_choices_new ();
  GtkWidget *length = make_length (place);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *name = name_window (kinds[i], clause);

      if (fits (place, kinds[i]))
        ink_word_choices_add (INK_WORD_CHOICES (choices), (int) kinds[i], name,
                              place->word->span.kind == kinds[i]);
    }
  g_signal_connect (choices, "chosen", G_CALLBACK (window_cb), length);
  gtk_box_append (GTK_BOX (box), choices);
  gtk_box_append (GTK_BOX (box), length);
  return box;
}
