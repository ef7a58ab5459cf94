/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-warning-list.h"

#include "analysis/ink-indicator-warnings.h"
#include "definition/ink-board-edit.h"
#include "ui/widgets/ink-later.h"
#include "ui/widgets/ink-text-column.h"
#include "ui/widgets/ink-warning-card.h"

#include <glib/gi18n-lib.h>

#define SPACING 12

struct _InkWarningList
{
  GtkWidget parent_instance;

  InkTextColumn *column;
  InkView *view;
  guint n;
};

G_DEFINE_FINAL_TYPE (InkWarningList, ink_warning_list, GTK_TYPE_WIDGET)

/* ---- What can be done ---- */

/* They make neither a visit nor a duration any more. */
static void
mark_cb (GtkButton *button,
         InkWarningList *self)
{
  char *const *events = g_object_get_data (G_OBJECT (button), "events");
  guint n = g_strv_length ((char **) events);
  InkDocument *document = ink_view_get_document (self->view);
  g_autoptr (InkDefinition) edited = ink_definition_ref (ink_document_get_definition (document));
  g_autofree char *label = NULL;
  g_autofree char *said = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (InkDefinition) before = g_steal_pointer (&edited);

      edited = ink_board_set_passive (before, events[i], TRUE);
    }
  /* Translators: a step of undo; how many events. */
  label = g_strdup_printf (ngettext ("%u event is not done by the person",
                                     "%u events are not done by the person", n),
                           n);
  said = g_strdup_printf (ngettext ("%u event now counts as something that happens to people",
                                    "%u events now count as something that happens to people", n),
                          n);
  /* The card with this button goes with the next answer, and may take it along at once. */
  gtk_widget_set_sensitive (GTK_WIDGET (button), FALSE);
  ink_document_edit (document, label, NULL, edited);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.say-removed", "s", said);
}

static GtkWidget *
make_mark_button (InkWarningList *self,
                  char *const *events)
{
  guint n = g_strv_length ((char **) events);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (ngettext ("People Do Not Do This", "People Do Not Do These", n));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_button_set_child (GTK_BUTTON (button), label);
  g_object_set_data_full (G_OBJECT (button), "events", g_strdupv ((char **) events),
                          (GDestroyNotify) g_strfreev);
  g_signal_connect (button, "clicked", G_CALLBACK (mark_cb), self);

  return button;
}

static GtkWidget *
make_page_button (const char *page)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Look at the _Funnels"));

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", page);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.page");

  return button;
}

/* ---- A card ---- */

static GtkWidget *
make_card (InkWarningList *self,
           const InkIndicatorWarning *warning)
{
  GtkWidget *card = ink_warning_card_new (warning->finding, warning->sentence);

  if (warning->passive != NULL)
    ink_warning_card_add_button (card, make_mark_button (self, warning->passive));
  if (warning->page != NULL)
    ink_warning_card_add_button (card, make_page_button (warning->page));

  return card;
}

/* ---- The list ---- */

void
ink_warning_list_set_view (InkWarningList *self,
                           InkView *view)
{
  g_return_if_fail (INK_IS_WARNING_LIST (self));
  g_return_if_fail (INK_IS_VIEW (view) && self->view == NULL);

  self->view = g_object_ref (view);
}

void
ink_warning_list_set_indicators (InkWarningList *self,
                                 const InkIndicators *indicators)
{
  g_autoptr (GPtrArray) warnings = NULL;

  g_return_if_fail (INK_IS_WARNING_LIST (self) && self->view != NULL);
  g_return_if_fail (indicators != NULL);

  warnings = ink_indicator_warnings (
      indicators, ink_document_get_definition (ink_view_get_document (self->view)));
  ink_text_column_clear (self->column);
  for (guint i = 0; i < warnings->len; i++)
    ink_text_column_append (self->column, make_card (self, g_ptr_array_index (warnings, i)));
  self->n = warnings->len;
}

gboolean
ink_warning_list_is_empty (InkWarningList *self)
{
  g_return_val_if_fail (INK_IS_WARNING_LIST (self), TRUE);

  return self->n == 0;
}

static GtkSizeRequestMode
ink_warning_list_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ink_warning_list_dispose (GObject *object)
{
  InkWarningList *self = INK_WARNING_LIST (object);

  g_clear_object (&self->view);
  if (self->column != NULL)
    gtk_widget_unparent (gtk_widget_get_parent (GTK_WIDGET (self->column)));
  self->column = NULL;

  G_OBJECT_CLASS (ink_warning_list_parent_class)->dispose (object);
}

static void
ink_warning_list_class_init (InkWarningListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_warning_list_dispose;
  widget_class->get_request_mode = ink_warning_list_get_request_mode;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ink_warning_list_init (InkWarningList *self)
{
  self->column = INK_TEXT_COLUMN (ink_text_column_new (SPACING));
  gtk_widget_set_parent (ink_later_new (GTK_WIDGET (self->column)), GTK_WIDGET (self));
}
