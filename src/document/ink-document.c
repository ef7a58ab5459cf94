/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One project: what it holds now, where its file is, and every step that led here. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "document/ink-document-private.h"
#include "document/ink-user-file.h"

enum
{
  PROP_TITLE = 1,
  PROP_FILE,
  PROP_MODIFIED,
  PROP_DEFINITION,
  PROP_STORE,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_TROUBLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (InkDocument, ink_document, G_TYPE_OBJECT)
G_DEFINE_BOXED_TYPE (InkDefinition, ink_definition_value, ink_definition_ref, ink_definition_unref)
G_DEFINE_BOXED_TYPE (InkEventStore, ink_event_store_value, ink_event_store_ref,
                     ink_event_store_unref)

void
ink_document_set_trouble (InkDocument *self,
                          const char  *message)
{
  if (g_strcmp0 (self->trouble, message) == 0)
    return;
  g_free (self->trouble);
  self->trouble = g_strdup (message);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TROUBLE]);
}

static gboolean
same_names (char *const *a,
            char *const *b)
{
  static char *const none[] = { NULL };

  return g_strv_equal ((const char *const *) (a != NULL ? a : none),
                       (const char *const *) (b != NULL ? b : none));
}

/* The store that everybody sees knows the passive events; made anew only when they change. */
static gboolean
update_view (InkDocument   *self,
             InkDefinition *before)
{
  InkState *state = ink_history_current (self->history);
  const char *const *passive;

  if (self->view_of == state->store && before != NULL &&
      same_names (before->passive, state->definition->passive))
    return FALSE;
  g_clear_pointer (&self->view, ink_event_store_unref);
  g_clear_pointer (&self->view_of, ink_event_store_unref);
  self->view_of = ink_event_store_ref (state->store);
  passive = (const char *const *) state->definition->passive;
  self->view = same_names (state->definition->passive, NULL)
                   ? ink_event_store_ref (state->store)
                   : ink_event_store_with_passive (state->store, passive);
  return TRUE;
}

static char *
make_title (InkDocument *self)
{
  InkWorkingCopy *copy = ink_storage_get_copy (self->storage);

  if (copy->file != NULL)
    return ink_user_file_title (copy->file);
  return g_strdup (copy->title != NULL ? copy->title : _("New Project"));
}

static char *
label_of_step (InkDocument *self,
               gint64       step)
{
  InkState *state = ink_history_find (self->history, step);
  char *label = NULL;

  if (step < 1 || step > self->history->last)
    return NULL;
  if (state != NULL && state->label != NULL)
    return g_strdup (state->label);
  if (!ink_storage_read_step (self->storage, step, &label, NULL, NULL) || label == NULL)
    label = g_strdup (_("Change"));
  if (state != NULL)
    state->label = g_strdup (label);
  return label;
}

static void
update_label (InkDocument  *self,
              char        **slot,
              gint64        step,
              guint         property)
{
  g_autofree char *label = label_of_step (self, step);

  if (g_strcmp0 (*slot, label) == 0)
    return;
  g_free (*slot);
  *slot = g_steal_pointer (&label);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

void
ink_document_file_changed (InkDocument *self)
{
  GObject *object = G_OBJECT (self);

  g_free (self->title);
  self->title = make_title (self);
  g_object_notify_by_pspec (object, properties[PROP_TITLE]);
  g_object_notify_by_pspec (object, properties[PROP_FILE]);
}

void
ink_document_changed (InkDocument *self)
{
  static const guint always[] = { PROP_MODIFIED, PROP_CAN_UNDO, PROP_CAN_REDO };
  GObject *object = G_OBJECT (self);

  g_object_freeze_notify (object);
  update_label (self, &self->undo_label, self->history->position, PROP_UNDO_LABEL);
  update_label (self, &self->redo_label, self->history->position + 1, PROP_REDO_LABEL);
  for (guint i = 0; i < G_N_ELEMENTS (always); i++)
    g_object_notify_by_pspec (object, properties[always[i]]);
  g_object_thaw_notify (object);
}

void
ink_document_write_place (InkDocument            *self,
                          const InkDocumentWrite *write)
{
  InkState *state = ink_history_current (self->history);
  InkWriterStep *step = ink_writer_step_new ();
  GObject *object = G_OBJECT (self);
  gboolean definition_changed = write->previous != state->definition;

  step->step = write->step;
  step->label = g_strdup (write->label);
  step->time = g_get_real_time ();
  step->next = ink_definition_ref (state->definition);
  step->previous = ink_definition_ref (write->previous);
  step->before = ink_definition_ref (write->before != NULL ? write->before : state->definition);
  step->position = self->history->position;
  step->saved = self->history->saved;
  step->imports = write->imports != NULL ? g_array_ref (write->imports) : NULL;
  step->store = write->store != NULL ? ink_event_store_ref (write->store) : NULL;
  ink_writer_push (self->writer, step);

  g_object_freeze_notify (object);
  if (update_view (self, write->previous))
    g_object_notify_by_pspec (object, properties[PROP_STORE]);
  if (definition_changed)
    g_object_notify_by_pspec (object, properties[PROP_DEFINITION]);
  ink_document_changed (self);
  g_object_thaw_notify (object);
}

gboolean
ink_document_reload (InkDocument    *self,
                     InkEventStore  *store,
                     GError        **error)
{
  g_autoptr (GPtrArray) items = ink_storage_load_items (self->storage, error);
  g_autoptr (InkDefinition) definition = NULL;
  GObject *object = G_OBJECT (self);

  if (items == NULL)
    return FALSE;
  definition = ink_definition_from_items (items, error);
  if (definition == NULL)
    return FALSE;
  ink_history_reset (self->history, definition, store);
  g_object_freeze_notify (object);
  update_view (self, NULL);
  g_object_notify_by_pspec (object, properties[PROP_STORE]);
  g_object_notify_by_pspec (object, properties[PROP_DEFINITION]);
  ink_document_changed (self);
  g_object_thaw_notify (object);
  return TRUE;
}

static void
ink_document_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  InkDocument *self = INK_DOCUMENT (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, ink_document_get_title (self));
      break;
    case PROP_FILE:
      g_value_set_object (value, ink_document_get_file (self));
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, ink_document_get_modified (self));
      break;
    case PROP_DEFINITION:
      g_value_set_boxed (value, ink_document_get_definition (self));
      break;
    case PROP_STORE:
      g_value_set_boxed (value, self->view);
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, ink_document_get_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, ink_document_get_can_redo (self));
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, self->undo_label);
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, self->redo_label);
      break;
    case PROP_TROUBLE:
      g_value_set_string (value, self->trouble);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ink_document_dispose (GObject *object)
{
  InkDocument *self = INK_DOCUMENT (object);

  if (self->storage != NULL)
    ink_document_close (self, INK_CLOSE_KEEP, NULL);
  G_OBJECT_CLASS (ink_document_parent_class)->dispose (object);
}

static void
ink_document_finalize (GObject *object)
{
  InkDocument *self = INK_DOCUMENT (object);

  g_clear_pointer (&self->writer, ink_writer_free);
  g_clear_pointer (&self->history, ink_history_free);
  g_clear_pointer (&self->view, ink_event_store_unref);
  g_clear_pointer (&self->view_of, ink_event_store_unref);
  g_clear_pointer (&self->storage, ink_storage_unref);
  g_clear_pointer (&self->box, ink_trouble_box_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_object (&self->checking);
  g_free (self->title);
  g_free (self->secret);
  g_free (self->undo_label);
  g_free (self->redo_label);
  g_free (self->trouble);
  G_OBJECT_CLASS (ink_document_parent_class)->finalize (object);
}

static void
ink_document_class_init (InkDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags =
    G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ink_document_get_property;
  object_class->dispose = ink_document_dispose;
  object_class->finalize = ink_document_finalize;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  properties[PROP_DEFINITION] =
    g_param_spec_boxed ("definition", NULL, NULL, INK_TYPE_DEFINITION_VALUE, flags);
  properties[PROP_STORE] =
    g_param_spec_boxed ("store", NULL, NULL, INK_TYPE_EVENT_STORE_VALUE, flags);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  properties[PROP_TROUBLE] = g_param_spec_string ("trouble", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ink_document_init (InkDocument *self)
{
  self->context = g_main_context_ref_thread_default ();
  self->box = ink_trouble_box_new (self);
}

InkDocument *
ink_document_from_loaded (InkLoaded *loaded)
{
  InkDocument *self = g_object_new (INK_TYPE_DOCUMENT, NULL);

  self->storage = ink_storage_ref (loaded->storage);
  self->history = ink_history_new (&loaded->place, loaded->definition, loaded->store);
  self->writer = ink_writer_new (self->storage, ink_trouble_box_send, self->box);
  self->title = make_title (self);
  self->secret = ink_storage_get_secret (self->storage);
  update_view (self, NULL);
  ink_document_changed (self);
  if (ink_storage_get_copy (self->storage)->file != NULL)
    ink_document_check_in_background (self);
  ink_loaded_free (loaded);
  return self;
}

InkDocument *
ink_document_new (GError **error)
{
  InkLoaded *loaded = ink_loaded_new (error);

  return loaded != NULL ? ink_document_from_loaded (loaded) : NULL;
}

gboolean
ink_document_close (InkDocument  *self,
                    InkClose      what,
                    GError      **error)
{
  gboolean keep;

  g_return_val_if_fail (INK_IS_DOCUMENT (self), FALSE);

  if (self->closed)
    return TRUE;
  if (self->saving || self->importing)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PENDING,
                           _("Wait until the project is saved or the import has ended."));
      return FALSE;
    }
  g_cancellable_cancel (self->checking);
  if (!ink_writer_flush (self->writer, what == INK_CLOSE_KEEP ? error : NULL) &&
      what == INK_CLOSE_KEEP && error != NULL)
    return FALSE;
  self->closed = TRUE;
  keep = what == INK_CLOSE_KEEP && ink_document_get_modified (self);
  g_clear_pointer (&self->writer, ink_writer_free);
  ink_storage_release (self->storage, !keep);
  return TRUE;
}

const char *
ink_document_get_title (InkDocument *self)
{
  g_return_val_if_fail (INK_IS_DOCUMENT (self), NULL);

  return self->title;
}

void
ink_document_set_title (InkDocument *self,
                        const char  *title)
{
  InkWorkingCopy *copy;

  g_return_if_fail (INK_IS_DOCUMENT (self) && !self->closed);
  g_return_if_fail (title != NULL);

  copy = ink_storage_get_copy (self->storage);
  if (copy->file != NULL)
    return;
  g_free (copy->title);
  copy->title = g_strdup (title);
  ink_working_copy_note (copy);
  ink_document_file_changed (self);
}

GFile *
ink_document_get_file (InkDocument *self)
{
  g_return_val_if_fail (INK_IS_DOCUMENT (self), NULL);

  return self->storage != NULL ? ink_storage_get_copy (self->storage)->file : NULL;
}

gboolean
ink_document_get_modified (InkDocument *self)
{
  g_return_val_if_fail (INK_IS_DOCUMENT (self), FALSE);

  return self->history->position != self->history->saved;
}

InkDefinition *
ink_document_get_definition (InkDocument *self)
{
  g_return_val_if_fail (INK_IS_DOCUMENT (self), NULL);

  return ink_history_current (self->history)->definition;
}

InkEventStore *
ink_document_get_store (InkDocument *self)
{
  g_return_val_if_fail (INK_IS_DOCUMENT (self), NULL);

  return self->view;
}

const char *
ink_document_get_secret (InkDocument *self)
{
  g_return_val_if_fail (INK_IS_DOCUMENT (self), NULL);

  return self->secret;
}

const char *
ink_document_get_trouble (InkDocument *self)
{
  g_return_val_if_fail (INK_IS_DOCUMENT (self), NULL);

  return self->trouble;
}

const char *
ink_document_get_undo_label (InkDocument *self)
{
  g_return_val_if_fail (INK_IS_DOCUMENT (self), NULL);

  return self->undo_label;
}

const char *
ink_document_get_redo_label (InkDocument *self)
{
  g_return_val_if_fail (INK_IS_DOCUMENT (self), NULL);

  return self->redo_label;
}

gboolean
ink_document_get_can_undo (InkDocument *self)
{
  g_return_val_if_fail (INK_IS_DOCUMENT (self), FALSE);

  return self->history->position > 0;
}

gboolean
ink_document_get_can_redo (InkDocument *self)
{
  g_return_val_if_fail (INK_IS_DOCUMENT (self), FALSE);

  return self->history->position < self->history->last;
}

gboolean
ink_document_flush (InkDocument  *self,
                    GError      **error)
{
  g_return_val_if_fail (INK_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (!self->closed, FALSE);

  return ink_writer_flush (self->writer, error);
}
