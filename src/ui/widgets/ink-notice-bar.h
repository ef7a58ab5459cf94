/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One sentence at the window's foot that stays until it is dealt with, with what can be done. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define INK_TYPE_NOTICE_BAR (ink_notice_bar_get_type ())
G_DECLARE_FINAL_TYPE (InkNoticeBar, ink_notice_bar, INK, NOTICE_BAR, GtkWidget)

#define INK_NOTICE_ACTIONS 3

/**
 * InkNotice:
 * @id: who said it, for ink_notice_bar_take_back()
 * @sentence: what happened and what to do
 * @calm: something to know, no trouble
 * @actions: buttons, the suggested one last: mnemonic label and detailed action name
 */
typedef struct
{
  const char *id;
  const char *sentence;
  gboolean calm;
  struct
  {
    const char *label;
    const char *action;
  } actions[INK_NOTICE_ACTIONS];
} InkNotice;

/* Takes the place of what was said before. A button's action hides the bar, too. */
void        ink_notice_bar_say        (InkNoticeBar *self, const InkNotice *notice);
/* Hides what @id said (NULL: anybody). */
void        ink_notice_bar_take_back  (InkNoticeBar *self, const char *id);
/* The sentence that is shown, or NULL. */
const char *ink_notice_bar_get_shown  (InkNoticeBar *self);
/* Is what is shown said by @id? */
gboolean    ink_notice_bar_says       (InkNoticeBar *self, const char *id);
/* Buttons below the sentence instead of beside it. */
void        ink_notice_bar_set_narrow (InkNoticeBar *self, gboolean narrow);

G_END_DECLS
