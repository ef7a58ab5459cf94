/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/dialogs/ink-history-dialog.h"

#include "document/ink-change-log.h"
#include "document/ink-document-steps.h"
#include "ui/widgets/ink-history-row.h"

#include <glib/gi18n-lib.h>

/* Years of work; older ones are reached by undo. */
#define MOST_STEPS 10000

struct _InkHistoryDialog
{
  AdwWindow parent_instance;

  GtkSearchEntry *search;
  GtkWidget *item_box;
  GtkLabel *item_label;
  GtkButton *all_button;
  GtkStack *stack;
  AdwStatusPage *status;
  GtkListView *list;
  GtkLabel *hint;
  GtkButton *go_button;

  InkDocument *document;
  GCancellable *reading; /* nullable */
  GPtrArray *steps;      /* nullable: of InkLoggedStep, newest first */
  GListStore *shown;     /* of InkHistoryItem */
  GtkSingleSelection *selection;
  char *kind; /* nullable, with @id: all things */
  char *id;
};

enum
{
  SIGNAL_GO,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InkHistoryDialog, ink_history_dialog, ADW_TYPE_WINDOW)

/* ---- Which is selected ---- */

static InkHistoryItem *
get_selected (InkHistoryDialog *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

static char *
describe_move (gint64 steps)
{
  unsigned long n = (unsigned long) ABS (steps);

  if (steps == 0)
    return g_strdup (_ ("The project stands here."));
  return g_strdup_printf (
      steps < 0 ? g_dngettext (GETTEXT_PACKAGE, "This takes back %lu step. Redo makes it again.",
                               "This takes back %lu steps. Redo makes them again.", n)
                : g_dngettext (GETTEXT_PACKAGE, "This makes %lu undone step again.",
                               "This makes %lu undone steps again.", n),
      n);
}

static void
update_move (InkHistoryDialog *self)
{
  InkHistoryItem *item = get_selected (self);
  gint64 current = ink_document_get_position (self->document);
  gint64 steps = item != NULL ? ink_history_item_get_position (item) - current : 0;
  g_autofree char *hint = item != NULL ? describe_move (steps) : g_strdup ("");

  gtk_label_set_label (self->hint, hint);
  gtk_button_set_label (self->go_button,
                        steps > 0 ? _ ("Go _Forward to Here") : _ ("Go _Back to Here"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->go_button), steps != 0);
}

static void
go_cb (InkHistoryDialog *self)
{
  InkHistoryItem *item = get_selected (self);

  if (item != NULL
      && ink_history_item_get_position (item) != ink_document_get_position (self->document))
    g_signal_emit (self, signals[SIGNAL_GO], 0, ink_history_item_get_position (item));
}

static void
activate_cb (InkHistoryDialog *self,
             guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  go_cb (self);
}

/* Where @wanted is, or else the step before it that is shown. */
static void
select_step (InkHistoryDialog *self,
             gint64 wanted)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->shown));
  guint found = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (InkHistoryItem) item = g_list_model_get_item (G_LIST_MODEL (self->shown), i);

      found = i;
      if (ink_history_item_get_position (item) <= wanted)
        break;
    }
  if (n == 0)
    return;
  gtk_single_selection_set_selected (self->selection, found);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", found);
}

/* ---- What is shown ---- */

static char **
get_words (InkHistoryDialog *self)
{
  g_autofree char *folded
      = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);

  return g_strsplit_set (g_strstrip (folded), " \t", -1);
}

static void
add_item (InkHistoryDialog *self,
          GPtrArray *items,
          const InkLoggedStep *step,
          char *const *words)
{
  g_autoptr (InkHistoryItem) item = NULL;

  if (self->id != NULL && (step == NULL || !ink_logged_step_is_of (step, self->kind, self->id)))
    return;
  item = ink_history_item_new (step, ink_document_get_position (self->document), self->kind,
                               self->id);
  if (ink_history_item_matches (item, words))
    g_ptr_array_add (items, g_steal_pointer (&item));
}

static void
show_steps (InkHistoryDialog *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) words = get_words (self);

  if (self->steps == NULL)
    return;
  for (guint i = 0; i < self->steps->len; i++)
    add_item (self, items, g_ptr_array_index (self->steps, i), words);
  if (self->steps->len < MOST_STEPS)
    add_item (self, items, NULL, words);
  g_list_store_splice (self->shown, 0, g_list_model_get_n_items (G_LIST_MODEL (self->shown)),
                       items->pdata, items->len);
  gtk_stack_set_visible_child_name (self->stack, items->len > 0 ? "steps" : "none");
  update_move (self);
}

/* The step that was looked at stays the one. */
static void
show_same (InkHistoryDialog *self)
{
  InkHistoryItem *item = get_selected (self);
  gint64 wanted = item != NULL ? ink_history_item_get_position (item)
                               : ink_document_get_position (self->document);

  show_steps (self);
  select_step (self, wanted);
}

static void
search_cb (InkHistoryDialog *self)
{
  show_same (self);
}

static void
stop_search_cb (InkHistoryDialog *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
show_all_cb (InkHistoryDialog *self)
{
  g_clear_pointer (&self->kind, g_free);
  g_clear_pointer (&self->id, g_free);
  gtk_widget_set_visible (self->item_box, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  show_same (self);
}

/* ---- Reading ---- */

static void
say_failure (InkHistoryDialog *self,
             const char *sentence)
{
  adw_status_page_set_icon_name (self->status, "dialog-warning-symbolic");
  adw_status_page_set_title (self->status, _ ("The Steps Cannot Be Read"));
  adw_status_page_set_description (self->status, sentence);
  gtk_stack_set_visible_child_name (self->stack, "none");
}

static void
read_cb (GObject *object,
         GAsyncResult *result,
         gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) steps
      = ink_change_log_finish (INK_DOCUMENT (object), result, &error);
  InkHistoryDialog *self = data; /* gone, where it was cancelled */

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->reading);
  if (steps == NULL)
    {
      say_failure (self, error->message);
      return;
    }
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  self->steps = g_steal_pointer (&steps);
  show_same (self);
}

static void
stop_reading (InkHistoryDialog *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
read_steps (InkHistoryDialog *self)
{
  stop_reading (self);
  self->reading = g_cancellable_new ();
  ink_change_log_async (self->document, MOST_STEPS, self->reading, read_cb, self);
}

/* ---- Rows ---- */

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem *item,
          gpointer data)
{
  gtk_list_item_set_child (item, g_object_new (INK_TYPE_HISTORY_ROW, NULL));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem *item,
         gpointer data)
{
  ink_history_row_set_item (INK_HISTORY_ROW (gtk_list_item_get_child (item)),
                            INK_HISTORY_ITEM (gtk_list_item_get_item (item)));
}

static void
make_list (InkHistoryDialog *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  self->shown = g_list_store_new (INK_TYPE_HISTORY_ITEM);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->shown)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  gtk_list_view_set_factory (self->list, factory);
  g_object_unref (factory);
}

/* ---- The object ---- */

static gboolean
escape_cb (GtkWidget *widget,
           GVariant *arguments,
           gpointer data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

static void
ink_history_dialog_dispose (GObject *object)
{
  InkHistoryDialog *self = INK_HISTORY_DIALOG (object);

  stop_reading (self);

  G_OBJECT_CLASS (ink_history_dialog_parent_class)->dispose (object);
}

static void
ink_history_dialog_finalize (GObject *object)
{
  InkHistoryDialog *self = INK_HISTORY_DIALOG (object);

  g_clear_object (&self->document);
  g_clear_object (&self->shown);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_free (self->kind);
  g_free (self->id);

  G_OBJECT_CLASS (ink_history_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, INK_RESOURCE_BASE "/dialogs/ink-history-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, InkHistoryDialog, search);
  gtk_widget_class_bind_template_child (widget_class, InkHistoryDialog, item_box);
  gtk_widget_class_bind_template_child (widget_class, InkHistoryDialog, item_label);
  gtk_widget_class_bind_template_child (widget_class, InkHistoryDialog, all_button);
  gtk_widget_class_bind_template_child (widget_class, InkHistoryDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, InkHistoryDialog, status);
  gtk_widget_class_bind_template_child (widget_class, InkHistoryDialog, list);
  gtk_widget_class_bind_template_child (widget_class, InkHistoryDialog, hint);
  gtk_widget_class_bind_template_child (widget_class, InkHistoryDialog, go_button);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
}

static void
ink_history_dialog_class_init (InkHistoryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_history_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = ink_history_dialog_finalize;
  bind_template (widget_class);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);

  signals[SIGNAL_GO] = g_signal_new ("go", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
ink_history_dialog_init (InkHistoryDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self));
  make_list (self);
}

GtkWidget *
ink_history_dialog_new (GtkWindow *parent,
                        InkDocument *document)
{
  InkHistoryDialog *self;

  g_return_val_if_fail (INK_IS_DOCUMENT (document), NULL);

  self = g_object_new (INK_TYPE_HISTORY_DIALOG, "transient-for", parent, NULL);
  self->document = g_object_ref (document);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (update_move),
                           self, G_CONNECT_SWAPPED);
  /* It is told with every step. */
  g_signal_connect_object (document, "notify::can-undo", G_CALLBACK (read_steps), self,
                           G_CONNECT_SWAPPED);
  update_move (self);
  read_steps (self);
  return GTK_WIDGET (self);
}

void
ink_history_dialog_set_item (InkHistoryDialog *self,
                             const char *kind,
                             const char *id,
                             const char *name)
{
  g_autofree char *text = NULL;

  g_return_if_fail (INK_IS_HISTORY_DIALOG (self));
  g_return_if_fail (kind != NULL && id != NULL && name != NULL);

  g_free (self->kind);
  self->kind = g_strdup (kind);
  g_free (self->id);
  self->id = g_strdup (id);
  /* Translators: the name of a goal or persona. */
  text = g_strdup_printf (_ ("Only what changed “%s”"), name);
  gtk_label_set_label (self->item_label, text);
  gtk_widget_set_visible (self->item_box, TRUE);
  show_same (self);
}
