/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-suggestion-card.h"

#include "analysis/ink-suggestions.h"
#include "plot/ink-numbers.h"
#include "ui/widgets/ink-wrapped-label.h"

#include <glib/gi18n-lib.h>

#define WIDEST_CHARS 34

struct _InkSuggestionCard
{
  GtkFlowBoxChild parent_instance;

  InkGoal *goal;
};

enum
{
  SIGNAL_ACCEPTED,
  SIGNAL_DECLINED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InkSuggestionCard, ink_suggestion_card, GTK_TYPE_FLOW_BOX_CHILD)

void
ink_suggestion_card_accept (InkSuggestionCard *self)
{
  g_return_if_fail (INK_IS_SUGGESTION_CARD (self));

  g_signal_emit (self, signals[SIGNAL_ACCEPTED], 0);
}

static void
decline (InkSuggestionCard *self)
{
  g_signal_emit (self, signals[SIGNAL_DECLINED], 0);
}

/* Delete on the card. */
static gboolean
decline_cb (GtkWidget *widget,
            GVariant *arguments,
            gpointer data)
{
  decline (INK_SUGGESTION_CARD (widget));
  return TRUE;
}

/* ---- What it says ---- */

static const char *
get_text (const InkTable *table,
          const char *column,
          guint row)
{
  return ink_table_get_text (table, (guint) ink_table_find_column (table, column), row);
}

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = ink_wrapped_label_new (text, style);

  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDEST_CHARS);
  return label;
}

static char *
say_people (const InkTable *table,
            guint row)
{
  InkNumbers numbers = ink_numbers_for_locale ();
  double people
      = ink_table_get_number (table, (guint) ink_table_find_column (table, "people"), row);
  g_autofree char *count = ink_numbers_count (&numbers, people);
  g_autofree char *share = ink_numbers_share (
      &numbers, ink_table_get_number (table, (guint) ink_table_find_column (table, "share"), row));

  /* Translators: a count of people and their share of all */
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s person · %s", "%s people · %s", (gulong) people), count,
      share);
}

static char *
say_rule (const InkGoal *goal)
{
  g_autofree char *words = ink_rule_to_words (goal->rule);

  /* Translators: what a person does, such as "does Booked Demo" */
  return g_strdup_printf (_ ("A person %s."), words);
}

static GtkWidget *
make_heading (const InkGoal *goal)
{
  gboolean macro = goal->kind == INK_GOAL_MACRO;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *kind = gtk_label_new (macro ? _ ("Macro goal") : _ ("Micro goal"));
  GtkWidget *stage = gtk_label_new (goal->stage);

  gtk_widget_add_css_class (kind, "goal-kind");
  gtk_widget_add_css_class (kind, macro ? "macro" : "micro");
  gtk_widget_add_css_class (stage, "dim-label");
  gtk_widget_add_css_class (stage, "caption");
  gtk_label_set_ellipsize (GTK_LABEL (stage), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), kind);
  gtk_box_append (GTK_BOX (box), stage);
  return box;
}

static GtkWidget *
make_button (InkSuggestionCard *self,
             const char *label,
             const char *name,
             void (*clicked) (InkSuggestionCard *self))
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_buttons (InkSuggestionCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *accept_name = g_strdup_printf (_ ("Accept “%s”"), self->goal->name);
  g_autofree char *decline_name = g_strdup_printf (_ ("Decline “%s”"), self->goal->name);
  GtkWidget *no = make_button (self, _ ("Decline"), decline_name, decline);
  GtkWidget *yes = make_button (self, _ ("Accept"), accept_name, ink_suggestion_card_accept);

  gtk_widget_add_css_class (no, "flat");
  gtk_widget_add_css_class (yes, "accent-tinted");
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_widget_set_valign (box, GTK_ALIGN_END);
  gtk_widget_set_vexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), no);
  gtk_box_append (GTK_BOX (box), yes);
  return box;
}

static void
name_card (InkSuggestionCard *self,
           const char *reason,
           const char *people)
{
  const char *kind = self->goal->kind == INK_GOAL_MACRO ? _ ("Macro goal") : _ ("Micro goal");
  /* Translators: the kind of a goal, its name, and how many people */
  g_autofree char *label
      = g_strdup_printf (_ ("%s “%s”, %s"), kind, self->goal->name, people);
  g_autofree char *description
      = g_strdup_printf (_ ("%s Enter accepts it, Delete declines it."), reason);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

static GtkWidget *
make_content (InkSuggestionCard *self,
              const InkTable *table,
              guint row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  const char *reason = get_text (table, "reason", row);
  g_autofree char *people = say_people (table, row);
  g_autofree char *sentence = say_rule (self->goal);
  GtkWidget *count = make_label (people, "numeric");

  gtk_widget_add_css_class (count, "accent-text");
  gtk_box_append (GTK_BOX (box), make_heading (self->goal));
  gtk_box_append (GTK_BOX (box), make_label (self->goal->name, "heading"));
  gtk_box_append (GTK_BOX (box), count);
  gtk_box_append (GTK_BOX (box), make_label (sentence, NULL));
  gtk_box_append (GTK_BOX (box), make_label (reason, "dim-label"));
  gtk_box_append (GTK_BOX (box), make_buttons (self));
  name_card (self, reason, people);
  return box;
}

/* ---- As a widget ---- */

static void
ink_suggestion_card_finalize (GObject *object)
{
  g_clear_pointer (&INK_SUGGESTION_CARD (object)->goal, ink_goal_unref);

  G_OBJECT_CLASS (ink_suggestion_card_parent_class)->finalize (object);
}

static void
ink_suggestion_card_class_init (InkSuggestionCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ink_suggestion_card_finalize;
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, decline_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_BackSpace, 0, decline_cb, NULL);

  signals[SIGNAL_ACCEPTED] = g_signal_new ("accepted", G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_DECLINED] = g_signal_new ("declined", G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ink_suggestion_card_init (InkSuggestionCard *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "suggestion-card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
}

GtkWidget *
ink_suggestion_card_new (const InkTable *table,
                         guint row)
{
  InkSuggestionCard *self;
  InkGoal *goal;

  g_return_val_if_fail (table != NULL && row < ink_table_get_n_rows (table), NULL);

  goal = ink_suggestions_get_goal (table, row);
  if (goal == NULL)
    return NULL;
  self = g_object_new (INK_TYPE_SUGGESTION_CARD, NULL);
  self->goal = goal;
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (self), make_content (self, table, row));
  return GTK_WIDGET (self);
}

InkGoal *
ink_suggestion_card_get_goal (InkSuggestionCard *self)
{
  g_return_val_if_fail (INK_IS_SUGGESTION_CARD (self), NULL);

  return self->goal;
}
