/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Personas by name, and everybody's at the export's end. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "analysis/ink-everybody.h"
#include "analysis/ink-kept.h"
#include "analysis/ink-program-private.h"
#include "base/ink-error.h"

guint
ink_scope_n_personas (const InkScope *scope)
{
  g_return_val_if_fail (scope != NULL, 0);

  return scope->n_personas;
}

int
ink_scope_find_persona (const InkScope *scope,
                        const char *name)
{
  guint n;

  g_return_val_if_fail (scope != NULL, -1);
  g_return_val_if_fail (name != NULL, -1);

  n = ink_scope_n_personas (scope);
  for (guint i = 0; i < n; i++)
    if (strcmp (scope->definition->personas[i]->name, name) == 0)
      return (int) i;

  return strcmp (name, INK_EVERYONE_ELSE) == 0 ? (int) n : -1;
}

const char *
ink_scope_persona_name (const InkScope *scope,
                        guint persona)
{
  g_return_val_if_fail (scope != NULL, NULL);

  return persona < ink_scope_n_personas (scope) ? scope->definition->personas[persona]->name
                                                : INK_EVERYONE_ELSE;
}

gboolean
ink_scope_compile_personas (InkScope *scope,
                            GError **error)
{
  guint n;

  g_return_val_if_fail (scope != NULL, FALSE);

  n = ink_scope_n_personas (scope);
  if (n > G_MAXUINT8)
    {
      g_set_error (error, INK_ERROR, INK_ERROR_DEFINITION,
                   _ ("There are %u personas; at most %d can be told apart."), n, G_MAXUINT8);
      return FALSE;
    }
  for (guint i = 0; i < n; i++)
    if (!ink_scope_compile_persona (scope, i, error))
      return FALSE;

  return TRUE;
}

guint8 *
ink_scope_persona_bytes (InkScope *scope,
                         GError **error)
{
  g_autofree guint8 *bytes = NULL;

  g_return_val_if_fail (scope != NULL, NULL);

  bytes = ink_kept_find_personas (scope);
  if (bytes != NULL)
    return g_steal_pointer (&bytes);
  if (!ink_scope_compile_personas (scope, error))
    return NULL;
  bytes = ink_everybody_personas (scope, error);
  if (bytes == NULL)
    return NULL;
  ink_kept_add_personas (scope, bytes);

  return g_steal_pointer (&bytes);
}
