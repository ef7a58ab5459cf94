/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A persona: a rule over people with a name and a colour. Immutable, reference-counted. */
#pragma once

#include "definition/ink-rule.h"

G_BEGIN_DECLS

/* Those who fit no persona; {"persona": "Everyone else"} is a rule like any other. */
#define INK_EVERYONE_ELSE "Everyone else"

typedef struct _InkPersona InkPersona;
struct _InkPersona
{
  gatomicrefcount ref_count; /* private */
  char *id;                  /* stable through renames; not part of the JSON file */
  char *name;
  char *colour; /* nullable */
  char *note;   /* nullable */
  InkRule *rule;
};

InkPersona *ink_persona_ref   (InkPersona *persona);
void        ink_persona_unref (InkPersona *persona);
gboolean    ink_persona_equal (const InkPersona *a, const InkPersona *b);

/* A new one with a fresh id, and a copy that keeps the id. The only reference may write the fields
 * until it hands the value to anybody else. Equality leaves ids out. */
InkPersona *ink_persona_new  (const char *name, InkRule *rule) G_GNUC_WARN_UNUSED_RESULT;
InkPersona *ink_persona_copy (const InkPersona *persona) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkPersona, ink_persona_unref)

G_END_DECLS
