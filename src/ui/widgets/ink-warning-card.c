/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-warning-card.h"

#include "ui/widgets/ink-lead-box.h"
#include "ui/widgets/ink-slide-button.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* To find a text's least width, GTK would lay it out a letter a line. */
#define LEAST_CHARS 12

static GtkWidget *
make_label (const char *finding,
            const char *sentence)
{
  g_autofree char *markup = finding != NULL
                                ? g_markup_printf_escaped ("<b>%s</b> %s", finding, sentence)
                                : g_markup_escape_text (sentence, -1);
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_markup (label, markup);
  gtk_label_set_xalign (label, 0);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (label, LEAST_CHARS);
  gtk_widget_set_hexpand (GTK_WIDGET (label), TRUE);

  return GTK_WIDGET (label);
}

/* A slide's title has no full stop. */
static char *
make_title (const char *finding)
{
  char *title = g_strdup (finding != NULL ? finding : _ ("Before anything else."));
  gsize length = strlen (title);

  if (length > 0 && title[length - 1] == '.')
    title[length - 1] = '\0';

  return title;
}

GtkWidget *
ink_warning_card_new (const char *finding,
                      const char *sentence)
{
  GtkWidget *card, *words, *add;
  g_autofree char *title = make_title (finding);
  const char *const sentences[] = { sentence, NULL };

  g_return_val_if_fail (sentence != NULL, NULL);

  card = ink_lead_box_new (6);
  words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  add = ink_slide_button_new (TRUE);
  gtk_widget_set_valign (add, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (words), make_label (finding, sentence));
  ink_lead_box_append_words (INK_LEAD_BOX (card), words);
  ink_lead_box_append (INK_LEAD_BOX (card), add);
  ink_slide_button_set_words (add, title, sentences);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "warning-card");

  return card;
}

void
ink_warning_card_add_button (GtkWidget *card,
                             GtkWidget *button)
{
  g_return_if_fail (INK_IS_LEAD_BOX (card) && GTK_IS_BUTTON (button));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (gtk_widget_get_first_child (card)), button);
}
