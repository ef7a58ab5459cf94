/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/pages/ink-funnel-people.h"

#include "ui/dialogs/ink-people-dialog.h"

#include <glib/gi18n-lib.h>

static char *
name_people (const InkFunnel *funnel,
             guint step)
{
  g_autofree char *label = ink_step_to_label (&funnel->steps[step - 1]);

  /* Translators: both are followed by the name of a step. */
  return step == 1 ? g_strdup_printf (_ ("Entered at “%s”"), label)
                   : g_strdup_printf (_ ("Stopped before “%s”"), label);
}

void
ink_funnel_show_people (GtkWidget *from,
                        InkView *view,
                        const InkFunnel *funnel,
                        InkFunnelResult *result,
                        guint step)
{
  g_autoptr (GArray) people = NULL;
  g_autofree char *title = NULL;
  GtkRoot *root;
  GtkWidget *dialog;

  g_return_if_fail (GTK_IS_WIDGET (from) && INK_IS_VIEW (view));
  g_return_if_fail (funnel != NULL && result != NULL);

  if (step < 1 || step > funnel->n_steps)
    return;
  people = step == 1 ? ink_funnel_result_people_at (result, step)
                     : ink_funnel_result_dropped_before (result, step);
  title = name_people (funnel, step);
  root = gtk_widget_get_root (from);
  dialog = ink_people_dialog_new (root != NULL ? GTK_WINDOW (root) : NULL, view, title, people);
  ink_people_dialog_ask_about (INK_PEOPLE_DIALOG (dialog), INK_EXPLAIN_FUNNEL, funnel->name);
  gtk_window_present (GTK_WINDOW (dialog));
}
