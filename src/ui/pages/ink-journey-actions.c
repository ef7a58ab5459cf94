/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What else can be done on the journey page, as actions of its board. */

#include "config.h"

#include "ui/pages/ink-journey-private.h"

#include "ui/widgets/ink-definition-clipboard.h"

/* ---- The clipboard ---- */

static void
copy_action (GSimpleAction *action,
             GVariant *parameter,
             gpointer data)
{
  InkJourneyPage *self = data;
  InkGoal *goal = _ink_journey_page_get_goal (self);

  if (goal != NULL)
    ink_definition_clipboard_copy (GTK_WIDGET (self), ink_document_get_definition (self->document),
                                   (const char *[]){ goal->id, NULL }, NULL);
}

static void
cut_action (GSimpleAction *action,
            GVariant *parameter,
            gpointer data)
{
  InkJourneyPage *self = data;
  InkGoal *goal = _ink_journey_page_get_goal (self);
  g_autofree char *id = goal != NULL ? g_strdup (goal->id) : NULL;
  g_autoptr (GError) error = NULL;

  if (goal != NULL
      && !ink_definition_clipboard_cut (GTK_WIDGET (self), self->document,
                                        (const char *[]){ id, NULL }, NULL, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s", error->message);
}

static void
pasted_cb (const char *const *goals,
           const char *const *personas,
           const GError *error,
           gpointer data)
{
  g_autoptr (InkJourneyPage) self = data;

  if (goals != NULL && goals[0] != NULL)
    {
      ink_board_select (self->board, goals[0]);
      ink_board_focus_selected (self->board);
    }
  else if (error != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s", error->message);
}

static void
paste_action (GSimpleAction *action,
              GVariant *parameter,
              gpointer data)
{
  InkJourneyPage *self = data;

  ink_definition_clipboard_paste (GTK_WIDGET (self), self->document, pasted_cb,
                                  g_object_ref (self));
}

/* ---- All of them ---- */

static void
suggest_action (GSimpleAction *action,
                GVariant *parameter,
                gpointer data)
{
  _ink_journey_page_set_suggesting (data, TRUE);
}

void
_ink_journey_page_add_actions (InkJourneyPage *self)
{
  static const GActionEntry entries[] = {
    { "copy", copy_action, NULL, NULL, NULL, { 0 } },
    { "cut", cut_action, NULL, NULL, NULL, { 0 } },
    { "paste", paste_action, NULL, NULL, NULL, { 0 } },
    { "suggest", suggest_action, NULL, NULL, NULL, { 0 } },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (ink_board_get_actions (self->board)), entries,
                                   G_N_ELEMENTS (entries), self);
}

void
_ink_journey_page_remove_actions (InkJourneyPage *self)
{
  static const char *const names[] = { "copy", "cut", "paste", "suggest" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_action_map_remove_action (G_ACTION_MAP (ink_board_get_actions (self->board)), names[i]);
}
