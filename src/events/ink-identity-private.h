/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which ids are one person: union-find over the links that the sources state. */
#pragma once

#include "events/ink-event-store-builder.h"

G_BEGIN_DECLS

typedef struct
{
  guint32 shown;
  guint32 other;
  guint32 kind; /* InkLink */
} InkIdentityLink;

typedef struct _InkIdentity InkIdentity;

InkIdentity *ink_identity_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void         ink_identity_free (InkIdentity *identity);
/* The id that is shown for the person of @id. */
guint32      ink_identity_find (InkIdentity *identity, guint32 id);
/* TRUE where the link changed anything; @merged where two persons became one. */
gboolean     ink_identity_link (InkIdentity *identity, InkIdentityLink link, gboolean *merged);
gboolean     ink_identity_is_trivial (const InkIdentity *identity);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkIdentity, ink_identity_free)

G_END_DECLS
