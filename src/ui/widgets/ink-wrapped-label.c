/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/widgets/ink-wrapped-label.h"

/* To find the least width of a text that may break anywhere, GTK lays it out a letter a line. A long
 * one is never shown that narrow; a short one may have to be, beside others. */
#define LONG_CHARS 24
#define LEAST_CHARS 12

static void
label_changed_cb (GtkLabel *label)
{
  gboolean is_long = g_utf8_strlen (gtk_label_get_label (label), -1) > LONG_CHARS;
  int given = gtk_label_get_width_chars (label);

  /* Who gave it another width knows what it stands in. */
  if (given >= 0 && given != LEAST_CHARS)
    return;
  gtk_label_set_width_chars (label, is_long ? LEAST_CHARS : -1);
}

GtkWidget *
ink_wrapped_label_new (const char *text,
                       const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  label_changed_cb (GTK_LABEL (label));
  g_signal_connect (label, "notify::label", G_CALLBACK (label_changed_cb), NULL);

  return label;
}
