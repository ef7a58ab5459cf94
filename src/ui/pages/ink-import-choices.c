/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/pages/ink-import-choices.h"

#include "import/ink-import-format.h"

#include <glib/gi18n-lib.h>

struct _InkImportChoices
{
  GtkWidget parent_instance;

  GtkWidget *content;
  AdwComboRow *format;
  AdwComboRow *date_order;
  AdwEntryRow *time_zone;
  GtkLabel *reason;
  GtkLabel *zone_error;
  GtkWidget *privacy_group;
  AdwActionRow *privacy_row;
  GtkSwitch *privacy;

  InkImportOptions *options; /* not ours */
  gboolean date_order_asked;
  gboolean filling; /* widgets are being set, not the user's doing */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InkImportChoices, ink_import_choices, GTK_TYPE_WIDGET)

static void
emit_changed (InkImportChoices *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
format_cb (AdwComboRow *row,
           GParamSpec *pspec,
           InkImportChoices *self)
{
  const InkImportFormat *const *formats = ink_import_formats_get_all ();
  guint selected = adw_combo_row_get_selected (row);

  if (self->filling || self->options == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;
  ink_import_options_set_source (self->options, formats[selected]->id);
  emit_changed (self);
}

static void
date_order_cb (AdwComboRow *row,
               GParamSpec *pspec,
               InkImportChoices *self)
{
  if (self->filling || self->options == NULL)
    return;
  self->options->date_order = adw_combo_row_get_selected (row);
  emit_changed (self);
}

static void
time_zone_cb (AdwEntryRow *row,
              InkImportChoices *self)
{
  g_autoptr (GError) error = NULL;
  gboolean known;

  if (self->options == NULL)
    return;
  known = ink_import_options_set_time_zone (self->options,
                                            gtk_editable_get_text (GTK_EDITABLE (row)), &error);
  gtk_widget_set_visible (GTK_WIDGET (self->zone_error), !known);
  if (known)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
      emit_changed (self);
      return;
    }
  gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  gtk_label_set_label (self->zone_error, error->message);
}

static void
privacy_cb (GtkSwitch *button,
            GParamSpec *pspec,
            InkImportChoices *self)
{
  if (self->filling || self->options == NULL)
    return;
  self->options->privacy = gtk_switch_get_active (button) ? INK_PRIVACY_AUTO : INK_PRIVACY_OFF;
  emit_changed (self);
}

static void
show_format (InkImportChoices *self,
             const InkImportPreview *preview)
{
  const InkImportFormat *const *formats = ink_import_formats_get_all ();

  for (guint i = 0; formats[i] != NULL; i++)
    if (g_str_equal (formats[i]->id, preview->format))
      adw_combo_row_set_selected (self->format, i);
  gtk_label_set_label (self->reason, preview->format_reason);
}

static void
show_zone (InkImportChoices *self,
           const InkImportQuestion *question)
{
  if (question->guess != NULL && self->options->time_zone == NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->time_zone), question->guess);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->time_zone), question->sentence);
}

/* What was asked stays, so that the answer can be changed. */
static void
show_questions (InkImportChoices *self,
                const InkImportPreview *preview)
{
  gboolean zone_asked = FALSE;

  self->date_order_asked = FALSE;
  for (guint i = 0; i < preview->n_questions; i++)
    if (preview->questions[i].kind == INK_QUESTION_DATE_ORDER)
      {
        self->date_order_asked = TRUE;
        gtk_widget_set_tooltip_text (GTK_WIDGET (self->date_order),
                                     preview->questions[i].sentence);
      }
    else
      {
        zone_asked = TRUE;
        show_zone (self, &preview->questions[i]);
      }
  gtk_widget_set_visible (GTK_WIDGET (self->date_order),
                          self->date_order_asked
                              || self->options->date_order != INK_DATE_ORDER_AUTO);
  gtk_widget_set_visible (GTK_WIDGET (self->time_zone),
                          zone_asked || self->options->time_zone != NULL);
}

static char *
list_personal (const InkImportPreview *preview)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < preview->n_columns; i++)
    if (preview->columns[i].personal != NULL)
      g_ptr_array_add (names, preview->columns[i].name);
  if (names->len == 0)
    return NULL;
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

static void
show_privacy (InkImportChoices *self,
              const InkImportPreview *preview)
{
  g_autofree char *columns = list_personal (preview);
  gboolean off = self->options->privacy == INK_PRIVACY_OFF;
  g_autofree char *text
      = columns == NULL ? g_strdup (_ ("None found in the first rows. What turns up later is left "
                                       "out, too"))
        : off ? g_strdup_printf (_ ("Kept as they are: %s"), columns)
              : g_strdup_printf (_ ("Left out, or replaced by pseudonyms where they say who: %s"),
                                 columns);

  adw_action_row_set_subtitle (self->privacy_row, text);
  gtk_switch_set_active (self->privacy, !off);
}

void
ink_import_choices_set_preview (InkImportChoices *self,
                                const InkImportPreview *preview)
{
  g_return_if_fail (INK_IS_IMPORT_CHOICES (self));
  g_return_if_fail (self->options != NULL);

  self->filling = TRUE;
  show_format (self, preview);
  show_questions (self, preview);
  show_privacy (self, preview);
  self->filling = FALSE;
}

void
ink_import_choices_set_options (InkImportChoices *self,
                                InkImportOptions *options)
{
  g_return_if_fail (INK_IS_IMPORT_CHOICES (self));

  self->options = options;
  if (options == NULL)
    return;
  self->filling = TRUE;
  adw_combo_row_set_selected (self->date_order, options->date_order);
  gtk_editable_set_text (GTK_EDITABLE (self->time_zone),
                         options->time_zone != NULL ? options->time_zone : "");
  gtk_widget_remove_css_class (GTK_WIDGET (self->time_zone), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->zone_error), FALSE);
  self->filling = FALSE;
}

gboolean
ink_import_choices_is_answered (InkImportChoices *self)
{
  g_return_val_if_fail (INK_IS_IMPORT_CHOICES (self), FALSE);

  return !self->date_order_asked
         || (self->options != NULL && self->options->date_order != INK_DATE_ORDER_AUTO);
}

static void
ink_import_choices_dispose (GObject *object)
{
  g_clear_pointer (&INK_IMPORT_CHOICES (object)->content, gtk_widget_unparent);

  G_OBJECT_CLASS (ink_import_choices_parent_class)->dispose (object);
}

static void
ink_import_choices_class_init (InkImportChoicesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_import_choices_dispose;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               INK_RESOURCE_BASE "/pages/ink-import-choices.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, InkImportChoices, content);
  gtk_widget_class_bind_template_child (widget_class, InkImportChoices, format);
  gtk_widget_class_bind_template_child (widget_class, InkImportChoices, date_order);
  gtk_widget_class_bind_template_child (widget_class, InkImportChoices, time_zone);
  gtk_widget_class_bind_template_child (widget_class, InkImportChoices, reason);
  gtk_widget_class_bind_template_child (widget_class, InkImportChoices, zone_error);
  gtk_widget_class_bind_template_child (widget_class, InkImportChoices, privacy_group);
  gtk_widget_class_bind_template_child (widget_class, InkImportChoices, privacy_row);
  gtk_widget_class_bind_template_child (widget_class, InkImportChoices, privacy);
  gtk_widget_class_bind_template_callback (widget_class, format_cb);
  gtk_widget_class_bind_template_callback (widget_class, date_order_cb);
  gtk_widget_class_bind_template_callback (widget_class, time_zone_cb);
  gtk_widget_class_bind_template_callback (widget_class, privacy_cb);
}

static void
ink_import_choices_init (InkImportChoices *self)
{
  GtkStringList *titles = gtk_string_list_new (NULL);
  const InkImportFormat *const *formats = ink_import_formats_get_all ();

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; formats[i] != NULL; i++)
    gtk_string_list_append (titles, _ (formats[i]->title));
  self->filling = TRUE;
  adw_combo_row_set_model (self->format, G_LIST_MODEL (titles));
  self->filling = FALSE;
  g_object_unref (titles);
}
