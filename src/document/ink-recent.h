/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The projects that were used last, with what the welcome page says of each.
 *
 * A list of our own: GtkRecentManager's is private to a sandbox and knows no numbers. It lies in
 * the user's data folder as JSON, is written as a whole, and holds no data of people: titles,
 * counts, and the shares of one funnel. A list that is damaged is an empty one. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define INK_RECENT_MAX 12
#define INK_RECENT_SHARES 8

/**
 * InkRecent:
 * @uri: where the project lies
 * @title: what it is called
 * @events: how many it holds
 * @goals: how many are defined
 * @edited: when its file was last written (microseconds, UTC), 0 where that is unknown
 * @used: when it was last opened or saved (microseconds, UTC)
 * @shares: of the first funnel's people at each of its first steps, 0 to 1
 */
typedef struct
{
  char *uri;
  char *title;
  guint64 events;
  guint goals;
  gint64 edited;
  gint64 used;
  guint n_shares;
  double shares[INK_RECENT_SHARES];
} InkRecent;

/* For the project at @file, used now. */
InkRecent *ink_recent_new    (GFile *file) G_GNUC_WARN_UNUSED_RESULT;
InkRecent *ink_recent_copy   (const InkRecent *recent) G_GNUC_WARN_UNUSED_RESULT;
void       ink_recent_free   (InkRecent *recent);

/* The latest first (element-type InkRecent). */
GPtrArray *ink_recent_list   (void) G_GNUC_WARN_UNUSED_RESULT;

/* Puts it where @used belongs, in place of what the list knew of that file; without @shares those
 * that were known stay. The oldest beyond INK_RECENT_MAX goes. Any thread. FALSE with @error: no
 * room, no right. */
gboolean   ink_recent_note   (const InkRecent *recent, GError **error);

/* Takes it from the list; the file stays. Any thread. No error where it is not in it. */
gboolean   ink_recent_forget (const char *uri, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkRecent, ink_recent_free)

G_END_DECLS
