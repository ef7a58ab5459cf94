/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Erasing a person: asked first, since it cannot be undone; done by a worker; said if it fails. */
#pragma once

#include <adwaita.h>

#include "document/ink-document.h"

G_BEGIN_DECLS

/* Called once, when the person is gone; never where the user thought better or it failed. */
typedef void (*InkErasedFunc) (const char *id, gpointer data);

/* @id: any id of the person. @owner: nothing is called once it is gone. */
void ink_erase_person (GtkWidget *widget, InkDocument *document, const char *id, GObject *owner,
                       InkErasedFunc done);

G_END_DECLS
