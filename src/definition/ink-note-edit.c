/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "definition/ink-note-edit.h"

#include <glib/gi18n-lib.h>

/* ISO dates sort as texts; a stable order for those of one day. */
static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer data)
{
  return g_strcmp0 (((const InkNote *) a)->date, ((const InkNote *) b)->date);
}

/* The notes of @definition, borrowed, without the one at @skip. */
static GArray *
copy_but (const InkDefinition *definition,
          guint skip)
{
  GArray *notes = g_array_new (FALSE, FALSE, sizeof (InkNote));

  for (guint i = 0; i < definition->n_notes; i++)
    if (i != skip)
      g_array_append_val (notes, definition->notes[i]);
  return notes;
}

static InkDefinition *
with (InkDefinition *definition,
      guint skip,
      const char *date,
      const char *text)
{
  g_autoptr (GArray) notes = copy_but (definition, skip);
  InkNote note = { (char *) date, (char *) text };

  g_array_append_val (notes, note);
  g_array_sort_with_data (notes, compare, NULL);
  return ink_definition_with_notes (definition, (const InkNote *) (gpointer) notes->data,
                                    notes->len);
}

InkDefinition *
ink_notes_added (InkDefinition *definition,
                 const char *date,
                 const char *text,
                 char **label)
{
  g_return_val_if_fail (definition != NULL && date != NULL && text != NULL && label != NULL, NULL);

  *label = g_strdup_printf (_ ("Added remark “%s”"), text);
  return with (definition, G_MAXUINT, date, text);
}

InkDefinition *
ink_notes_changed (InkDefinition *definition,
                   guint index,
                   const char *date,
                   const char *text,
                   char **label)
{
  g_return_val_if_fail (definition != NULL && index < definition->n_notes, NULL);
  g_return_val_if_fail (date != NULL && text != NULL && label != NULL, NULL);

  *label = g_strdup_printf (_ ("Changed remark “%s”"), text);
  return with (definition, index, date, text);
}

InkDefinition *
ink_notes_removed (InkDefinition *definition,
                   guint index,
                   char **label)
{
  g_autoptr (GArray) notes = NULL;

  g_return_val_if_fail (definition != NULL && index < definition->n_notes, NULL);
  g_return_val_if_fail (label != NULL, NULL);

  *label = g_strdup_printf (_ ("Removed remark “%s”"), definition->notes[index].text);
  notes = copy_but (definition, index);
  return ink_definition_with_notes (definition, (const InkNote *) (gpointer) notes->data,
                                    notes->len);
}
