/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What became of one file, and its JSON. */

#include "config.h"

#include "import/ink-import-report.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "base/ink-error.h"

static void
clear_rejected (gpointer data)
{
  g_free (((InkRejectedRow *) data)->reason);
}

static void
clear_quality (gpointer data)
{
  InkQualityFinding *finding = data;

  g_free (finding->finding);
  g_free (finding->example);
}

static void
clear_personal (gpointer data)
{
  InkPersonalData *personal = data;

  g_free (personal->column);
  g_free (personal->kind);
  g_free (personal->done);
}

static void
clear_role (gpointer data)
{
  InkColumnRole *role = data;

  g_free (role->column);
  g_free (role->property);
}

static GArray *
new_array (gsize size,
           GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, FALSE, (guint) size);

  g_array_set_clear_func (array, clear);
  return array;
}

InkImportReport *
ink_import_report_new (void)
{
  InkImportReport *report = g_new0 (InkImportReport, 1);

  g_atomic_ref_count_init (&report->ref_count);
  report->first = report->last = INK_TIME_NONE;
  report->rejected = new_array (sizeof (InkRejectedRow), clear_rejected);
  report->roles = new_array (sizeof (InkColumnRole), clear_role);
  report->quality = new_array (sizeof (InkQualityFinding), clear_quality);
  report->personal = new_array (sizeof (InkPersonalData), clear_personal);
  return report;
}

InkImportReport *
ink_import_report_ref (InkImportReport *report)
{
  g_return_val_if_fail (report != NULL, NULL);

  g_atomic_ref_count_inc (&report->ref_count);
  return report;
}

void
ink_import_report_unref (InkImportReport *report)
{
  if (report == NULL || !g_atomic_ref_count_dec (&report->ref_count))
    return;
  g_free (report->file);
  g_free (report->format);
  g_free (report->format_reason);
  g_free (report->time_zone);
  g_array_unref (report->rejected);
  g_array_unref (report->roles);
  g_array_unref (report->quality);
  g_array_unref (report->personal);
  g_free (report);
}

/**
 * ink_import_report_reject:
 * @line: where the row begins in the unpacked file, from 1
 * @reason: a sentence; copied
 *
 * Counts an unreadable row, and keeps it while there are not too many.
 */
void
ink_import_report_reject (InkImportReport *report,
                          guint64 line,
                          const char *reason)
{
  InkRejectedRow row = { line, NULL };

  g_return_if_fail (report != NULL && reason != NULL);

  if (report->n_rejected++ >= INK_IMPORT_MAX_REJECTED)
    return;
  row.reason = g_strdup (reason);
  g_array_append_val (report->rejected, row);
}

void
ink_import_report_add_quality (InkImportReport *report,
                               const char *finding,
                               guint64 count,
                               const char *example)
{
  InkQualityFinding added = { NULL, count, NULL };

  g_return_if_fail (report != NULL && finding != NULL);

  added.finding = g_strdup (finding);
  added.example = g_strdup (example);
  g_array_append_val (report->quality, added);
}

void
ink_import_report_add_personal (InkImportReport *report,
                                const char *column,
                                const char *kind,
                                const char *done)
{
  InkPersonalData added = { NULL, NULL, NULL };

  g_return_if_fail (report != NULL && column != NULL && kind != NULL && done != NULL);

  added.column = g_strdup (column);
  added.kind = g_strdup (kind);
  added.done = g_strdup (done);
  g_array_append_val (report->personal, added);
}

void
ink_import_report_add_role (InkImportReport *report,
                            const char *column,
                            InkRole role,
                            const char *property)
{
  InkColumnRole added = { NULL, role, NULL };

  g_return_if_fail (report != NULL && column != NULL);

  added.column = g_strdup (column);
  added.property = g_strdup (property);
  g_array_append_val (report->roles, added);
}

static void
set_text (JsonObject *object,
          const char *name,
          const char *text)
{
  if (text == NULL)
    json_object_set_null_member (object, name);
  else
    json_object_set_string_member (object, name, text);
}

static void
set_time (JsonObject *object,
          const char *name,
          gint64 time)
{
  g_autofree char *text = time == INK_TIME_NONE ? NULL : ink_time_to_iso (time);

  set_text (object, name, text);
}

static JsonArray *
rejected_to_json (const GArray *rows)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < rows->len; i++)
    {
      const InkRejectedRow *row = &g_array_index (rows, InkRejectedRow, i);
      JsonObject *object = json_object_new ();

      json_object_set_int_member (object, "line", (gint64) row->line);
      set_text (object, "reason", row->reason);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonArray *
quality_to_json (const GArray *findings)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < findings->len; i++)
    {
      const InkQualityFinding *finding = &g_array_index (findings, InkQualityFinding, i);
      JsonObject *object = json_object_new ();

      set_text (object, "finding", finding->finding);
      json_object_set_int_member (object, "count", (gint64) finding->count);
      set_text (object, "example", finding->example);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonArray *
personal_to_json (const GArray *personal)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < personal->len; i++)
    {
      const InkPersonalData *data = &g_array_index (personal, InkPersonalData, i);
      JsonObject *object = json_object_new ();

      set_text (object, "column", data->column);
      set_text (object, "kind", data->kind);
      set_text (object, "done", data->done);
      json_array_add_object_element (array, object);
    }
  return array;
}

/* {COLUMN: ROLE}, and {COLUMN: PROPERTY} beside it. */
static void
roles_to_json (const GArray *roles,
               JsonObject *root)
{
  JsonObject *names = json_object_new ();
  JsonObject *properties = json_object_new ();

  for (guint i = 0; i < roles->len; i++)
    {
      const InkColumnRole *role = &g_array_index (roles, InkColumnRole, i);

      json_object_set_string_member (names, role->column, ink_role_to_string (role->role));
      if (role->property != NULL)
        json_object_set_string_member (properties, role->column, role->property);
    }
  json_object_set_object_member (root, "roles", names);
  json_object_set_object_member (root, "properties", properties);
}

static void
counts_to_json (const InkImportReport *report,
                JsonObject *root)
{
  json_object_set_int_member (root, "rows", (gint64) report->rows);
  json_object_set_int_member (root, "imported", (gint64) report->imported);
  json_object_set_int_member (root, "repeats", (gint64) report->repeats);
  json_object_set_array_member (root, "rejected", rejected_to_json (report->rejected));
  json_object_set_int_member (root, "rejected_count", (gint64) report->n_rejected);
  json_object_set_int_member (root, "ids_merged", report->ids_merged);
  json_object_set_int_member (root, "events", (gint64) report->events);
  json_object_set_int_member (root, "people", report->people);
  json_object_set_int_member (root, "new_people", report->new_people);
  json_object_set_int_member (root, "of_nobody", (gint64) report->of_nobody);
}

/**
 * ink_import_report_to_json:
 *
 * Returns: (transfer full): the object of `import --json` (definitions.md)
 */
char *
ink_import_report_to_json (const InkImportReport *report)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *root = json_object_new ();

  g_return_val_if_fail (report != NULL, NULL);

  set_text (root, "file", report->file);
  json_object_set_int_member (root, "size", (gint64) report->size);
  set_text (root, "format", report->format);
  set_text (root, "format_reason", report->format_reason);
  counts_to_json (report, root);
  set_time (root, "first", report->first);
  set_time (root, "last", report->last);
  set_text (root, "time_zone", report->time_zone);
  roles_to_json (report->roles, root);
  json_object_set_array_member (root, "quality", quality_to_json (report->quality));
  json_object_set_array_member (root, "personal_data", personal_to_json (report->personal));
  json_node_take_object (node, root);
  return json_to_string (node, FALSE);
}

static const char *
get_text (JsonObject *object,
          const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

static gint64
get_count (JsonObject *object,
           const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_INT64
             ? MAX (json_node_get_int (node), 0)
             : 0;
}

static gint64
get_time (JsonObject *object,
          const char *name)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  const char *text = get_text (object, name);
  gint64 time;

  if (text == NULL || !ink_time_parse_iso (text, strlen (text), utc, &time))
    return INK_TIME_NONE;
  return time;
}

static JsonArray *
get_array (JsonObject *object,
           const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

/* The objects of an array; whatever else stands there is left out. */
static JsonObject *
get_item (JsonArray *array,
          guint i)
{
  JsonNode *node = json_array_get_element (array, i);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static void
lists_from_json (InkImportReport *report,
                 JsonObject *root)
{
  JsonArray *rejected = get_array (root, "rejected");
  JsonArray *quality = get_array (root, "quality");
  JsonArray *personal = get_array (root, "personal_data");
  JsonObject *item;

  for (guint i = 0; rejected != NULL && i < json_array_get_length (rejected); i++)
    if ((item = get_item (rejected, i)) != NULL && get_text (item, "reason") != NULL)
      ink_import_report_reject (report, (guint64) get_count (item, "line"),
                                get_text (item, "reason"));
  for (guint i = 0; quality != NULL && i < json_array_get_length (quality); i++)
    if ((item = get_item (quality, i)) != NULL && get_text (item, "finding") != NULL)
      ink_import_report_add_quality (report, get_text (item, "finding"),
                                     (guint64) get_count (item, "count"),
                                     get_text (item, "example"));
  for (guint i = 0; personal != NULL && i < json_array_get_length (personal); i++)
    if ((item = get_item (personal, i)) != NULL && get_text (item, "column") != NULL
        && get_text (item, "kind") != NULL && get_text (item, "done") != NULL)
      ink_import_report_add_personal (report, get_text (item, "column"), get_text (item, "kind"),
                                      get_text (item, "done"));
}

static void
roles_from_json (InkImportReport *report,
                 JsonObject *root)
{
  JsonNode *node = json_object_get_member (root, "roles");
  JsonNode *other = json_object_get_member (root, "properties");
  JsonObject *names;
  JsonObject *properties;
  g_autoptr (GList) columns = NULL;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return;
  names = json_node_get_object (node);
  properties = other != NULL && JSON_NODE_HOLDS_OBJECT (other) ? json_node_get_object (other) : NULL;
  columns = json_object_get_members (names);
  for (GList *l = columns; l != NULL; l = l->next)
    {
      const char *name = get_text (names, l->data);
      InkRole role;

      if (name != NULL && ink_role_from_string (name, &role))
        ink_import_report_add_role (report, l->data, role,
                                    properties != NULL ? get_text (properties, l->data) : NULL);
    }
}

/**
 * ink_import_report_from_json:
 * @text: what ink_import_report_to_json() gave
 *
 * Returns: (transfer full): the report, or %NULL with %INK_ERROR_FORMAT
 */
InkImportReport *
ink_import_report_from_json (const char *text,
                             GError **error)
{
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (InkImportReport) report = NULL;
  JsonObject *root;

  g_return_val_if_fail (text != NULL, NULL);

  node = json_from_string (text, NULL);
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error_literal (error, INK_ERROR, INK_ERROR_FORMAT,
                           _("The report of an import is damaged."));
      return NULL;
    }
  root = json_node_get_object (node);
  report = ink_import_report_new ();
  report->file = g_strdup (get_text (root, "file"));
  report->size = (guint64) get_count (root, "size");
  report->format = g_strdup (get_text (root, "format"));
  report->format_reason = g_strdup (get_text (root, "format_reason"));
  report->time_zone = g_strdup (get_text (root, "time_zone"));
  report->rows = (guint64) get_count (root, "rows");
  report->imported = (guint64) get_count (root, "imported");
  report->repeats = (guint64) get_count (root, "repeats");
  report->ids_merged = (guint32) get_count (root, "ids_merged");
  report->events = (guint64) get_count (root, "events");
  report->people = (guint32) get_count (root, "people");
  report->new_people = (guint32) get_count (root, "new_people");
  report->of_nobody = (guint64) get_count (root, "of_nobody");
  report->first = get_time (root, "first");
  report->last = get_time (root, "last");
  lists_from_json (report, root);
  roles_from_json (report, root);
  report->n_rejected = MAX (report->n_rejected, (guint64) get_count (root, "rejected_count"));
  return g_steal_pointer (&report);
}
