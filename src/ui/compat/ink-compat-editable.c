/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/compat/ink-compat-editable.h"

#define LONGER_THAN_GTK_WAITS 200 /* milliseconds; GTK waits for 100 */

static void
let_labels_cut (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    gtk_label_set_ellipsize (GTK_LABEL (widget), PANGO_ELLIPSIZE_END);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    let_labels_cut (child);
}

void
ink_compat_let_cut (GtkEditableLabel *label)
{
  g_return_if_fail (GTK_IS_EDITABLE_LABEL (label));

  let_labels_cut (GTK_WIDGET (label));
}

static gboolean
done_cb (gpointer label)
{
  return G_SOURCE_REMOVE;
}

void
ink_compat_let_go (GtkEditableLabel *label)
{
  g_return_if_fail (GTK_IS_EDITABLE_LABEL (label));

  g_timeout_add_full (G_PRIORITY_DEFAULT, LONGER_THAN_GTK_WAITS, done_cb, g_object_ref (label),
                      g_object_unref);
}
