/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-highlight-card.h"

#include "ui/widgets/ink-slide-button.h"
#include "ui/widgets/ink-wrapped-label.h"

#include <glib/gi18n-lib.h>

/* So wide that three stand side by side in a usual window. */
#define NATURAL_CHARS 36
/* Of what may be long. Without a least width a text is set once with a line for each letter, only to
 * say how narrow it could be: that takes longer than all else in a card. */
#define LEAST_CHARS 14

struct _InkHighlightCard
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *chip;
  GtkLabel *subject;
  GtkLabel *sentence;
  GtkButton *button;
  GtkWidget *add;

  char *kind; /* nullable */
  char *page;
  guint series; /* of the chip's colour that is shown */
};

G_DEFINE_FINAL_TYPE (InkHighlightCard, ink_highlight_card, GTK_TYPE_WIDGET)

static const char *
get_text (const InkTable *table,
          const char *name,
          guint row)
{
  int column = ink_table_find_column (table, name);

  return column >= 0 ? ink_table_get_text (table, (guint) column, row) : NULL;
}

/* The chip's colour among those of verdicts; its words say the same. */
static guint
find_series (const char *kind)
{
  static const guint series[INK_N_HIGHLIGHTS] = { 1, 7, 5, 0, 2 };

  for (guint i = 0; i < INK_N_HIGHLIGHTS; i++)
    if (g_strcmp0 (ink_highlight_to_string (i), kind) == 0)
      return series[i];

  return series[INK_HIGHLIGHT_BUSY];
}

static void
show_chip (InkHighlightCard *self,
           const char *kind,
           const char *title)
{
  g_autofree char *old = g_strdup_printf ("verdict-%u", self->series);
  g_autofree char *new = NULL;

  self->series = find_series (kind);
  new = g_strdup_printf ("verdict-%u", self->series);
  gtk_widget_remove_css_class (GTK_WIDGET (self->chip), old);
  gtk_widget_add_css_class (GTK_WIDGET (self->chip), new);
  gtk_label_set_label (self->chip, title != NULL ? title : "");
}

/* The finding in words, as a slide. */
static void
offer_slide (InkHighlightCard *self,
             const InkTable *table,
             guint row)
{
  const char *kind = get_text (table, "title", row);
  const char *subject = get_text (table, "subject", row);
  const char *sentences[] = { get_text (table, "sentence", row), NULL };
  /* Translators: what is found ("Strongest sign"), and of what. */
  g_autofree char *title = kind != NULL && subject != NULL
                               ? g_strdup_printf (_ ("%s: %s"), kind, subject)
                               : g_strdup (kind);

  ink_slide_button_set_words (self->add, title, sentences);
}

void
ink_highlight_card_set (InkHighlightCard *self,
                        const InkTable *table,
                        guint row,
                        const char *page_title)
{
  g_autofree char *link = NULL;
  const char *subject;

  g_return_if_fail (INK_IS_HIGHLIGHT_CARD (self));
  g_return_if_fail (table != NULL && row < ink_table_get_n_rows (table));

  subject = get_text (table, "subject", row);
  show_chip (self, get_text (table, "kind", row), get_text (table, "title", row));
  gtk_label_set_label (self->subject, subject != NULL ? subject : "");
  gtk_widget_set_visible (GTK_WIDGET (self->subject), subject != NULL);
  gtk_label_set_label (self->sentence, get_text (table, "sentence", row));
  offer_slide (self, table, row);
  g_free (self->kind);
  self->kind = g_strdup (get_text (table, "kind", row));
  g_free (self->page);
  self->page = g_strdup (get_text (table, "page", row));
  link = g_strdup_printf (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL
                              ? "%s ←"
                              : "%s →",
                          page_title);
  gtk_button_set_label (self->button, link);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  page_title, -1);
}

const char *
ink_highlight_card_get_kind (InkHighlightCard *self)
{
  g_return_val_if_fail (INK_IS_HIGHLIGHT_CARD (self), NULL);

  return self->kind;
}

const char *
ink_highlight_card_get_page (InkHighlightCard *self)
{
  g_return_val_if_fail (INK_IS_HIGHLIGHT_CARD (self), NULL);

  return self->page;
}

static void
clicked_cb (GtkButton *button,
            InkHighlightCard *self)
{
  const char *subject = gtk_label_get_text (self->subject);

  if (g_strcmp0 (self->page, "indicators") == 0 && *subject != '\0')
    gtk_widget_activate_action (GTK_WIDGET (self), "win.indicator", "s", subject);
  else if (self->page != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", self->page);
}

static void
ink_highlight_card_dispose (GObject *object)
{
  InkHighlightCard *self = INK_HIGHLIGHT_CARD (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->kind, g_free);
  g_clear_pointer (&self->page, g_free);

  G_OBJECT_CLASS (ink_highlight_card_parent_class)->dispose (object);
}

static void
ink_highlight_card_class_init (InkHighlightCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_highlight_card_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static GtkLabel *
add_label (InkHighlightCard *self,
           const char *css_class)
{
  GtkWidget *label = ink_wrapped_label_new (NULL, css_class);

  gtk_label_set_max_width_chars (GTK_LABEL (label), NATURAL_CHARS);
  gtk_box_append (GTK_BOX (self->box), label);
  return GTK_LABEL (label);
}

static GtkWidget *
make_buttons (InkHighlightCard *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->button = GTK_BUTTON (gtk_button_new_with_label (""));
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "card-link");
  gtk_widget_set_halign (GTK_WIDGET (self->button), GTK_ALIGN_START);
  gtk_widget_set_hexpand (GTK_WIDGET (self->button), TRUE);
  g_signal_connect (self->button, "clicked", G_CALLBACK (clicked_cb), self);
  self->add = ink_slide_button_new (TRUE);
  gtk_widget_set_visible (self->add, TRUE);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->button));
  gtk_box_append (GTK_BOX (row), self->add);

  return row;
}

static void
ink_highlight_card_init (InkHighlightCard *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gtk_widget_add_css_class (self->box, "card");
  gtk_widget_add_css_class (self->box, "chart-card");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->chip = add_label (self, "verdict");
  gtk_widget_set_halign (GTK_WIDGET (self->chip), GTK_ALIGN_START);
  self->subject = add_label (self, "heading");
  gtk_label_set_width_chars (self->subject, LEAST_CHARS);
  self->sentence = add_label (self, NULL);
  gtk_label_set_width_chars (self->sentence, LEAST_CHARS);
  gtk_label_set_selectable (self->sentence, TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->sentence), TRUE);
  /* Aligned as a widget it would be measured a dozen times over for its own width. */
  gtk_label_set_yalign (self->sentence, 0);
  gtk_box_append (GTK_BOX (self->box), make_buttons (self));
}

GtkWidget *
ink_highlight_card_new (void)
{
  return g_object_new (INK_TYPE_HIGHLIGHT_CARD, NULL);
}
