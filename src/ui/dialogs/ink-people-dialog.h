/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Who is behind a number: a list that can be searched and sorted, and each person's timeline beside
 * it, or in its place where there is no room. */
#pragma once

#include <adwaita.h>

#include "analysis/ink-explain-query.h"
#include "analysis/ink-rule-query.h"
#include "ui/ink-view.h"

G_BEGIN_DECLS

#define INK_TYPE_PEOPLE_DIALOG (ink_people_dialog_get_type ())
G_DECLARE_FINAL_TYPE (InkPeopleDialog, ink_people_dialog, INK, PEOPLE_DIALOG, AdwWindow)

/* @title: who they are. @people: of guint32, person numbers of the document's store, already
 * narrowed by the filter. */
GtkWidget *ink_people_dialog_new          (GtkWindow *parent, InkView *view, const char *title,
                                           GArray *people) G_GNUC_WARN_UNUSED_RESULT;
/* The people behind @rule, narrowed by the view's filter: those who completed it, or for whom it
 * holds where it has no moments. Live: it follows the document. */
GtkWidget *ink_people_dialog_new_for_rule (GtkWindow *parent, InkView *view, const char *title,
                                           InkRule *rule) G_GNUC_WARN_UNUSED_RESULT;
/* The same, asked as the number was: INK_ASK_HOLDS for personas and what goes with them. */
GtkWidget *ink_people_dialog_new_for_ask  (GtkWindow *parent, InkView *view, const char *title,
                                           InkRule *rule, InkRuleAsk ask)
    G_GNUC_WARN_UNUSED_RESULT;
/* What "why is this person here?" is about before the user picks something. */
void       ink_people_dialog_ask_about    (InkPeopleDialog *self, InkExplainKind kind,
                                           const char *name);
/* Opens the timeline of one of them. @id: any id of the person. */
void       ink_people_dialog_show_person  (InkPeopleDialog *self, const char *id);

G_END_DECLS
