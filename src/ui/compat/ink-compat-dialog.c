/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/compat/ink-compat-dialog.h"

/* A newer libadwaita has two headings, a large one of one line and a small one that wraps, and
 * measures the large one at the least width of either. */
#define LARGE_CLASS "title-2"
#define SMALL_CLASS "title-4"
/* What both ask for then, which every dialog is wider than, in pixels. */
#define LEAST_WIDTH 120

static void
let_headings_wrap (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget)
      && (gtk_widget_has_css_class (widget, LARGE_CLASS)
          || gtk_widget_has_css_class (widget, SMALL_CLASS)))
    {
      gtk_label_set_wrap (GTK_LABEL (widget), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (widget), PANGO_WRAP_WORD_CHAR);
      gtk_widget_set_size_request (widget, LEAST_WIDTH, -1);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    let_headings_wrap (child);
}

void
ink_compat_wrap_heading (AdwMessageDialog *dialog)
{
  g_return_if_fail (ADW_IS_MESSAGE_DIALOG (dialog));

  let_headings_wrap (GTK_WIDGET (dialog));
}

GtkWidget *
ink_compat_message_dialog_new (GtkWindow *parent,
                               const char *heading,
                               const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, body);

  ink_compat_wrap_heading (ADW_MESSAGE_DIALOG (dialog));

  return dialog;
}
