/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which of a document's funnels is shown and edited, and what can be done with it as a whole.
 *
 * A funnel without steps cannot be kept in a definition: it is a draft here until its first step. */
#pragma once

#include <gio/gio.h>

#include "document/ink-document.h"

G_BEGIN_DECLS

#define INK_TYPE_FUNNEL_CHOICE (ink_funnel_choice_get_type ())
/* Property "id" (string, nullable, readable, with notify): of the shown funnel; NULL: the first. */
G_DECLARE_FINAL_TYPE (InkFunnelChoice, ink_funnel_choice, INK, FUNNEL_CHOICE, GObject)

InkFunnelChoice *ink_funnel_choice_new        (InkDocument *document) G_GNUC_WARN_UNUSED_RESULT;
const char      *ink_funnel_choice_get_id     (InkFunnelChoice *self); /* nullable */
void             ink_funnel_choice_set_id     (InkFunnelChoice *self, const char *id);
/* (transfer none) (nullable): the kept one of that id, the draft, else the first. */
InkFunnel       *ink_funnel_choice_get_funnel (InkFunnelChoice *self);
/* The same; where there is none, a draft is begun. Its id is the shown one then. */
InkFunnel       *ink_funnel_choice_need_funnel (InkFunnelChoice *self);
/* A new funnel, shown. */
void             ink_funnel_choice_begin      (InkFunnelChoice *self);
/* Shows @funnel and keeps it as the step of undo @label; edits of the same @field (nullable) soon
 * after one another are one step. FALSE where the definition stays as it was. */
gboolean         ink_funnel_choice_keep       (InkFunnelChoice *self, InkFunnel *funnel,
                                               const char *label, const char *field);
/* Under @name, or with a number where another funnel has it. FALSE where that changes nothing. */
gboolean         ink_funnel_choice_rename     (InkFunnelChoice *self, const char *name);
void             ink_funnel_choice_duplicate  (InkFunnelChoice *self);
/* What was removed, in a sentence (transfer full); NULL where it was only a draft. */
char            *ink_funnel_choice_remove     (InkFunnelChoice *self);
/* All of them, with the actions funnel.show, .new, .duplicate and .remove. NULL where it is as it
 * was when last asked: making a menu's widgets takes longer than all else of an edit. */
GMenuModel      *ink_funnel_choice_make_menu  (InkFunnelChoice *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
