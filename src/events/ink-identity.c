/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Union-find over ids. Two kinds of links: the same whatever else is known, and an anonymous id
 * that is given to the first known person who claims it. */
#include "events/ink-identity-private.h"

struct _InkIdentity
{
  guint32 *parent; /* ids beyond n are their own person */
  guint8 *known;   /* by shown id: somebody's own id is among the person's */
  guint32 n;
  gboolean merged;
};

InkIdentity *
ink_identity_new (void)
{
  return g_new0 (InkIdentity, 1);
}

void
ink_identity_free (InkIdentity *identity)
{
  g_free (identity->parent);
  g_free (identity->known);
  g_free (identity);
}

gboolean
ink_identity_is_trivial (const InkIdentity *identity)
{
  return !identity->merged;
}

static void
grow (InkIdentity *identity,
      guint32 id)
{
  guint32 n = MAX (64, MAX (id + 1, identity->n + identity->n / 2));

  if (id < identity->n)
    return;
  identity->parent = g_renew (guint32, identity->parent, n);
  identity->known = g_renew (guint8, identity->known, n);
  for (guint32 i = identity->n; i < n; i++)
    {
      identity->parent[i] = i;
      identity->known[i] = FALSE;
    }
  identity->n = n;
}

guint32
ink_identity_find (InkIdentity *identity,
                   guint32 id)
{
  guint32 *parent = identity->parent;

  if (id >= identity->n)
    return id;
  /* Halving the path keeps it short without a second walk. */
  while (parent[id] != id)
    id = parent[id] = parent[parent[id]];
  return id;
}

gboolean
ink_identity_link (InkIdentity *identity,
                   InkIdentityLink link,
                   gboolean *merged)
{
  guint32 shown, other;
  gboolean newly_known = FALSE;

  *merged = FALSE;
  grow (identity, MAX (link.shown, link.other));
  shown = ink_identity_find (identity, link.shown);
  other = ink_identity_find (identity, link.other);
  if (link.kind == INK_LINK_ANONYMOUS)
    {
      newly_known = !identity->known[shown];
      identity->known[shown] = TRUE;
    }
  if (shown == other)
    return newly_known;
  if (link.kind == INK_LINK_ANONYMOUS && identity->known[other])
    return newly_known;

  identity->parent[other] = shown;
  identity->known[shown] |= identity->known[other];
  identity->merged = *merged = TRUE;
  return TRUE;
}
