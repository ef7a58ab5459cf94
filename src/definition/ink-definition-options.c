/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Edits of what a definition has besides goals, personas, funnels and follow-ups. */
#include "definition/ink-definition-private.h"

/* With another text, or none, where @offset is. */
static InkDefinition *
with_text (const InkDefinition *definition,
           gsize offset,
           const char *text)
{
  InkDefinition *copy = ink_definition_copy (definition);
  char **place = &G_STRUCT_MEMBER (char *, copy, offset);

  g_free (*place);
  *place = g_strdup (text);
  return copy;
}

/* With another list, or an empty one, where @offset is. */
static InkDefinition *
with_names (const InkDefinition *definition,
            gsize offset,
            const char *const *names)
{
  InkDefinition *copy = ink_definition_copy (definition);
  char ***place = &G_STRUCT_MEMBER (char **, copy, offset);

  g_strfreev (*place);
  *place = names != NULL ? g_strdupv ((char **) names) : g_new0 (char *, 1);
  return copy;
}

/* With another entry, or without it, in the table where @offset is. */
static InkDefinition *
with_entry (const InkDefinition *definition,
            gsize offset,
            const char *key,
            const char *text)
{
  InkDefinition *copy = ink_definition_copy (definition);
  GHashTable *texts = G_STRUCT_MEMBER (GHashTable *, copy, offset);

  if (text != NULL)
    g_hash_table_insert (texts, g_strdup (key), g_strdup (text));
  else
    g_hash_table_remove (texts, key);
  return copy;
}

/**
 * ink_definition_with_time_zone:
 * @time_zone: (nullable): such as "Europe/Berlin"
 *
 * Returns: (transfer full): the definition in that zone
 */
InkDefinition *
ink_definition_with_time_zone (InkDefinition *definition,
                               const char *time_zone)
{
  g_return_val_if_fail (definition != NULL, NULL);

  return with_text (definition, G_STRUCT_OFFSET (InkDefinition, time_zone), time_zone);
}

/**
 * ink_definition_with_export_time:
 * @time: (nullable): an ISO time or date
 *
 * Returns: (transfer full): the definition for an export that ends then
 */
InkDefinition *
ink_definition_with_export_time (InkDefinition *definition,
                                 const char *time)
{
  g_return_val_if_fail (definition != NULL, NULL);

  return with_text (definition, G_STRUCT_OFFSET (InkDefinition, export_time), time);
}

/**
 * ink_definition_with_main_goal:
 * @name: (nullable): the name of a goal
 *
 * Returns: (transfer full): the definition with that main goal
 */
InkDefinition *
ink_definition_with_main_goal (InkDefinition *definition,
                               const char *name)
{
  g_return_val_if_fail (definition != NULL, NULL);

  return with_text (definition, G_STRUCT_OFFSET (InkDefinition, main_goal), name);
}

/**
 * ink_definition_with_stages:
 * @stages: (nullable): the lanes of the board, in order
 *
 * Returns: (transfer full): the definition with those stages
 */
InkDefinition *
ink_definition_with_stages (InkDefinition *definition,
                            const char *const *stages)
{
  g_return_val_if_fail (definition != NULL, NULL);

  return with_names (definition, G_STRUCT_OFFSET (InkDefinition, stages), stages);
}

/**
 * ink_definition_with_passive:
 * @names: (nullable): events that the person does not do
 *
 * Returns: (transfer full): the definition with those passive events
 */
InkDefinition *
ink_definition_with_passive (InkDefinition *definition,
                             const char *const *names)
{
  g_return_val_if_fail (definition != NULL, NULL);

  return with_names (definition, G_STRUCT_OFFSET (InkDefinition, passive), names);
}

/**
 * ink_definition_with_hidden:
 * @names: (nullable): events left out of lists
 *
 * Returns: (transfer full): the definition with those hidden events
 */
InkDefinition *
ink_definition_with_hidden (InkDefinition *definition,
                            const char *const *names)
{
  g_return_val_if_fail (definition != NULL, NULL);

  return with_names (definition, G_STRUCT_OFFSET (InkDefinition, hidden), names);
}

/**
 * ink_definition_with_label:
 * @label: (nullable): the readable name of @event
 *
 * Returns: (transfer full): the definition with that label
 */
InkDefinition *
ink_definition_with_label (InkDefinition *definition,
                           const char *event,
                           const char *label)
{
  g_return_val_if_fail (definition != NULL && event != NULL, NULL);

  return with_entry (definition, G_STRUCT_OFFSET (InkDefinition, labels), event, label);
}

/**
 * ink_definition_with_setting:
 * @json: (nullable): the JSON text of the constant's value; NULL brings the default back
 *
 * Returns: (transfer full): the definition with that setting
 */
InkDefinition *
ink_definition_with_setting (InkDefinition *definition,
                             const char *name,
                             const char *json)
{
  g_return_val_if_fail (definition != NULL && name != NULL, NULL);

  return with_entry (definition, G_STRUCT_OFFSET (InkDefinition, settings), name, json);
}

/**
 * ink_definition_with_notes:
 * @notes: (array length=n_notes): dated remarks; copied
 *
 * Returns: (transfer full): the definition with those notes
 */
InkDefinition *
ink_definition_with_notes (InkDefinition *definition,
                           const InkNote *notes,
                           guint n_notes)
{
  InkDefinition *copy;

  g_return_val_if_fail (definition != NULL, NULL);

  copy = ink_definition_copy (definition);
  ink_definition_set_notes (copy, notes, n_notes);
  return copy;
}

/**
 * ink_definition_with_slides:
 * @slides: (nullable): JSON texts of slides, in order
 *
 * Returns: (transfer full): the definition with that report
 */
InkDefinition *
ink_definition_with_slides (InkDefinition *definition,
                            const char *const *slides)
{
  g_return_val_if_fail (definition != NULL, NULL);

  return with_names (definition, G_STRUCT_OFFSET (InkDefinition, slides), slides);
}
