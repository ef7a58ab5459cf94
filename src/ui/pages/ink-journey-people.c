/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The people behind the numbers of the journey page. */

#include "config.h"

#include "ui/pages/ink-journey-private.h"

#include "ui/dialogs/ink-people-dialog.h"

#include <glib/gi18n-lib.h>

static GtkWidget *
make_dialog (InkJourneyPage *self,
             const char *title,
             InkRule *rule)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return ink_people_dialog_new_for_rule (GTK_WINDOW (root), ink_page_get_view (INK_PAGE (self)),
                                         title, rule);
}

void
_ink_journey_page_show_people (InkJourneyPage *self,
                               guint32 person)
{
  InkGoal *goal = _ink_journey_page_get_goal (self);
  InkEventStore *store;
  g_autoptr (InkRule) rule = NULL;
  GtkWidget *dialog;

  if (goal == NULL || self->document == NULL)
    return;
  store = ink_document_get_store (self->document);
  rule = ink_rule_new_goal (goal->name);
  dialog = make_dialog (self, goal->name, rule);
  if (person < ink_event_store_get_n_persons (store))
    ink_people_dialog_show_person (INK_PEOPLE_DIALOG (dialog),
                                   ink_event_store_get_person_id (store, person));
  gtk_window_present (GTK_WINDOW (dialog));
}

void
_ink_journey_page_show_way (InkJourneyPage *self,
                            const char *from,
                            const char *to)
{
  g_autoptr (InkRule) rule = ink_rule_new_goal (to);
  /* Translators: who completed one goal and later another. */
  g_autofree char *title = g_strdup_printf (_ ("“%s”, then “%s”"), from, to);

  rule->after = g_strdup (from);
  gtk_window_present (GTK_WINDOW (make_dialog (self, title, rule)));
}
