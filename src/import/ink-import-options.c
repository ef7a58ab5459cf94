/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the user says about a file, and the names of the roles. */

#include "config.h"

#include "import/ink-import-options.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/ink-error.h"

static const struct
{
  const char *name;
  const char *title;
} roles[INK_N_ROLES] = {
  [INK_ROLE_WHO] = { "who", N_("Who") },
  [INK_ROLE_ALSO] = { "also", N_("Second id") },
  [INK_ROLE_EVENT] = { "event", N_("What happened") },
  [INK_ROLE_TIME] = { "time", N_("When") },
  [INK_ROLE_SESSION] = { "session", N_("Visit") },
  [INK_ROLE_PAGE] = { "page", N_("Page") },
  [INK_ROLE_DURATION] = { "duration", N_("Duration in seconds") },
  [INK_ROLE_VALUE] = { "value", N_("Value in money") },
  [INK_ROLE_CURRENCY] = { "currency", N_("Currency") },
  [INK_ROLE_CHANNEL] = { "channel", N_("Channel") },
  [INK_ROLE_SOURCE] = { "source", N_("Source") },
  [INK_ROLE_MEDIUM] = { "medium", N_("Medium") },
  [INK_ROLE_CAMPAIGN] = { "campaign", N_("Campaign") },
  [INK_ROLE_KEEP] = { "keep", N_("Keep with the event") },
  [INK_ROLE_PERSON] = { "person", N_("Keep with the person") },
  [INK_ROLE_LEAVE_OUT] = { "leave-out", N_("Leave out") },
};

const char *
ink_role_to_string (InkRole role)
{
  g_return_val_if_fail ((guint) role < INK_N_ROLES, NULL);

  return roles[role].name;
}

const char *
ink_role_get_title (InkRole role)
{
  g_return_val_if_fail ((guint) role < INK_N_ROLES, NULL);

  return _(roles[role].title);
}

gboolean
ink_role_from_string (const char *text,
                      InkRole *role)
{
  g_return_val_if_fail (text != NULL && role != NULL, FALSE);

  for (guint i = 0; i < INK_N_ROLES; i++)
    if (strcmp (text, roles[i].name) == 0)
      {
        *role = (InkRole) i;
        return TRUE;
      }
  return FALSE;
}

static void
clear_choice (gpointer data)
{
  InkRoleChoice *choice = data;

  g_free (choice->column);
}

InkImportOptions *
ink_import_options_new (void)
{
  InkImportOptions *options = g_new0 (InkImportOptions, 1);

  options->choices = g_array_new (FALSE, FALSE, sizeof (InkRoleChoice));
  g_array_set_clear_func (options->choices, clear_choice);
  return options;
}

InkImportOptions *
ink_import_options_copy (const InkImportOptions *options)
{
  InkImportOptions *copy;

  g_return_val_if_fail (options != NULL, NULL);

  copy = ink_import_options_new ();
  copy->source = g_strdup (options->source);
  copy->time_zone = g_strdup (options->time_zone);
  copy->date_order = options->date_order;
  copy->privacy = options->privacy;
  copy->secret = g_strdup (options->secret);
  copy->threads = options->threads;
  for (guint i = 0; i < options->choices->len; i++)
    {
      const InkRoleChoice *choice = &g_array_index (options->choices, InkRoleChoice, i);

      ink_import_options_set_role (copy, choice->role, choice->column);
    }
  return copy;
}

void
ink_import_options_free (InkImportOptions *options)
{
  if (options == NULL)
    return;
  g_free (options->source);
  g_free (options->time_zone);
  g_free (options->secret);
  g_array_unref (options->choices);
  g_free (options);
}

void
ink_import_options_set_source (InkImportOptions *options,
                               const char *source)
{
  g_return_if_fail (options != NULL);

  g_free (options->source);
  options->source = g_strdup (source);
}

gboolean
ink_import_options_set_time_zone (InkImportOptions *options,
                                  const char *zone,
                                  GError **error)
{
  g_autoptr (GTimeZone) found = NULL;

  g_return_val_if_fail (options != NULL && zone != NULL, FALSE);

  found = g_time_zone_new_identifier (zone);
  if (found == NULL)
    {
      g_set_error (error, INK_ERROR, INK_ERROR_USAGE,
                   _("There is no time zone '%s'. Use a name such as Europe/Berlin or UTC."), zone);
      return FALSE;
    }
  g_free (options->time_zone);
  options->time_zone = g_strdup (zone);
  return TRUE;
}

void
ink_import_options_set_role (InkImportOptions *options,
                             InkRole role,
                             const char *column)
{
  InkRoleChoice added = { role, NULL };

  g_return_if_fail (options != NULL && column != NULL);

  for (guint i = options->choices->len; i > 0; i--)
    if (strcmp (g_array_index (options->choices, InkRoleChoice, i - 1).column, column) == 0)
      g_array_remove_index (options->choices, i - 1);
  added.column = g_strdup (column);
  g_array_append_val (options->choices, added);
}

/**
 * ink_import_options_parse_role:
 * @text: "ROLE=COLUMN", as `--map` takes it
 *
 * Returns: %FALSE with %INK_ERROR_USAGE where it is not one
 */
gboolean
ink_import_options_parse_role (InkImportOptions *options,
                               const char *text,
                               GError **error)
{
  const char *equals;
  g_autofree char *name = NULL;
  InkRole role;

  g_return_val_if_fail (options != NULL && text != NULL, FALSE);

  equals = strchr (text, '=');
  if (equals == NULL || equals == text || equals[1] == '\0')
    {
      g_set_error (error, INK_ERROR, INK_ERROR_USAGE,
                   _("'%s' is not of the form ROLE=COLUMN, such as who=customer_id."), text);
      return FALSE;
    }
  name = g_strndup (text, (gsize) (equals - text));
  if (!ink_role_from_string (name, &role))
    {
      g_set_error (error, INK_ERROR, INK_ERROR_USAGE,
                   _("There is no role '%s'. Roles are who, also, event, time, session, page, "
                     "duration, value, currency, channel, source, medium, campaign, keep, person "
                     "and leave-out."),
                   name);
      return FALSE;
    }
  if (equals[1] == '@' && role != INK_ROLE_EVENT)
    {
      g_set_error (error, INK_ERROR, INK_ERROR_USAGE,
                   _("'%s': only the role event takes a fixed name after '@'."), text);
      return FALSE;
    }
  ink_import_options_set_role (options, role, equals + 1);
  return TRUE;
}
