/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A list of people: who is behind a number. */
#pragma once

#include <adwaita.h>

#include "events/ink-event-store.h"

G_BEGIN_DECLS

#define INK_TYPE_PEOPLE_DIALOG (ink_people_dialog_get_type ())
G_DECLARE_FINAL_TYPE (InkPeopleDialog, ink_people_dialog, INK, PEOPLE_DIALOG, AdwWindow)

/* @title: who they are. @people: of guint32, person numbers of @store; kept. */
GtkWidget *ink_people_dialog_new (GtkWindow *parent, const char *title, InkEventStore *store,
                                  GArray *people) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
