/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/ink-cli-names.h"

#include "cli/ink-cli-print.h"
#include "cli/ink-cli-project.h"
#include "cli/ink-cli.h"
#include "definition/ink-definition-json.h"
#include "definition/ink-definition-names.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static InkFunnel *
read_steps (InkDocument *document,
            const char *path,
            GError **error)
{
  const InkSchema *schema = ink_event_store_get_schema (ink_document_get_store (document));
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;
  InkFunnel *funnel;
  gsize length = 0;

  text = ink_cli_read_file (path, &length, error);
  if (text == NULL)
    return NULL;

  funnel = ink_funnel_from_json (text, length, path, schema,
                                 ink_document_get_definition (document), warnings, error);
  for (guint i = 0; i < warnings->len; i++)
    ink_cli_message ("%s", (const char *) g_ptr_array_index (warnings, i));

  return funnel;
}

InkFunnel *
ink_cli_find_funnel (InkDocument *document,
                     const char *name,
                     const char *steps_path,
                     GError **error)
{
  InkDefinition *definition = ink_document_get_definition (document);
  InkFunnel *funnel;

  if (steps_path != NULL)
    return read_steps (document, steps_path, error);
  if (definition->funnels[0] == NULL)
    {
      g_set_error_literal (error, INK_ERROR, INK_ERROR_FAILED,
                           _ ("The project has no funnels yet. 'inkling-cli define' adds some from "
                              "a file; --steps takes one for this once."));
      return NULL;
    }

  funnel = ink_definition_need_funnel (definition, name, error);
  return funnel != NULL ? ink_funnel_ref (funnel) : NULL;
}

const InkGoal *
ink_cli_find_goal (InkDocument *document,
                   const char *name,
                   GError **error)
{
  InkDefinition *definition = ink_document_get_definition (document);
  const InkGoal *goal;

  if (name != NULL)
    return ink_definition_need_goal (definition, name, error);
  goal = ink_definition_get_main_goal (definition);
  if (goal == NULL)
    g_set_error_literal (error, INK_ERROR, INK_ERROR_FAILED,
                         _ ("The project has no macro conversion yet. 'inkling-cli define' adds "
                            "goals from a file."));
  return goal;
}

static gboolean
read_bound (const char *text,
            GTimeZone *zone,
            gboolean end,
            gint64 *bound,
            GError **error)
{
  gint64 first, after_last;

  *bound = INK_TIME_NONE;
  if (text == NULL)
    return TRUE;
  if (ink_time_parse_date (text, strlen (text), zone, &first, &after_last))
    {
      *bound = end ? after_last - 1 : first;
      return TRUE;
    }
  if (ink_time_parse_iso (text, strlen (text), zone, bound))
    return TRUE;

  g_set_error (error, INK_ERROR, INK_ERROR_USAGE,
               _ ("'%s' is no date. Write it like 2026-07-01 or 2026-07-01T09:00:00Z."), text);
  return FALSE;
}

gboolean
ink_cli_read_filter (InkDocument *document,
                     const char *persona,
                     const char *from,
                     const char *to,
                     InkFilter *filter,
                     GError **error)
{
  InkDefinition *definition = ink_document_get_definition (document);
  g_autoptr (GTimeZone) zone = ink_definition_get_zone (definition);

  if (persona != NULL && !ink_definition_need_persona (definition, persona, error))
    return FALSE;
  filter->persona = persona;
  return read_bound (from, zone, FALSE, &filter->from, error)
         && read_bound (to, zone, TRUE, &filter->to, error);
}
