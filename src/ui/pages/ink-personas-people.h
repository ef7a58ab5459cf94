/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Who is behind a number of the page of personas. */
#pragma once

#include <gtk/gtk.h>

#include "ui/ink-view.h"

G_BEGIN_DECLS

/* The people of a persona ("Everyone else" too); with @goal (nullable), those of them who completed it.
 * @from: a widget in the window over which the list opens. */
void ink_personas_show_people (GtkWidget *from, InkView *view, const char *persona,
                               const char *goal);
/* Whoever matches both, whatever they count as. */
void ink_personas_show_both   (GtkWidget *from, InkView *view, const char *first,
                               const char *second);

G_END_DECLS
