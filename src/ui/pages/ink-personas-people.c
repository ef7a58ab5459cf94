/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/pages/ink-personas-people.h"

#include "ui/dialogs/ink-people-dialog.h"

#include <glib/gi18n-lib.h>

/* @rule is taken. */
static void
list_people (GtkWidget *from,
             InkView *view,
             const char *title,
             InkRule *rule)
{
  g_autoptr (InkRule) taken = rule;
  GtkRoot *root = gtk_widget_get_root (from);

  if (root != NULL)
    gtk_window_present (GTK_WINDOW (ink_people_dialog_new_for_ask (GTK_WINDOW (root), view, title,
                                                                   taken, INK_ASK_HOLDS)));
}

static InkRule *
make_both (InkRule *first,
           InkRule *second)
{
  InkRule *both = ink_rule_new (INK_RULE_ALL);

  ink_rule_set_children (both, (InkRule *[]){ first, second }, 2);
  return both;
}

void
ink_personas_show_people (GtkWidget *from,
                          InkView *view,
                          const char *persona,
                          const char *goal)
{
  g_autoptr (InkRule) who = NULL;
  g_autoptr (InkRule) did = NULL;
  g_autofree char *title = NULL;

  g_return_if_fail (GTK_IS_WIDGET (from) && INK_IS_VIEW (view));
  g_return_if_fail (persona != NULL);

  who = ink_rule_new (INK_RULE_PERSONA);
  who->name = g_strdup (persona);
  if (goal == NULL)
    {
      list_people (from, view, persona, g_steal_pointer (&who));
      return;
    }
  did = ink_rule_new_goal (goal);
  /* Translators: the name of a persona, the name of a goal */
  title = g_strdup_printf (_ ("%s: %s"), persona, goal);
  list_people (from, view, title, make_both (who, did));
}

void
ink_personas_show_both (GtkWidget *from,
                        InkView *view,
                        const char *first,
                        const char *second)
{
  const InkDefinition *definition;
  const InkPersona *a, *b;
  g_autofree char *title = NULL;

  g_return_if_fail (GTK_IS_WIDGET (from) && INK_IS_VIEW (view));
  g_return_if_fail (first != NULL && second != NULL);

  definition = ink_document_get_definition (ink_view_get_document (view));
  a = ink_definition_find_persona (definition, first);
  b = ink_definition_find_persona (definition, second);
  if (a == NULL || b == NULL)
    return;
  /* Translators: the names of two personas */
  title = g_strdup_printf (_ ("%s and %s"), first, second);
  list_people (from, view, title, make_both (a->rule, b->rule));
}
