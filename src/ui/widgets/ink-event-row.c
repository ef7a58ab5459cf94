/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-event-row.h"

#include "plot/ink-numbers.h"
#include "ui/compat/ink-compat-name.h"
#include "ui/widgets/ink-sparkline.h"

#include <glib/gi18n-lib.h>

struct _InkEventRow
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *event; /* one of these two is visible */
  GtkLabel *name;
  InkSparkline *series;
  GtkLabel *count;
  GtkButton *heading;
  GtkLabel *heading_words;
  GtkImage *arrow;
  GtkPopover *popover; /* nullable */
  GtkEntry *entry;

  InkEventItem *item; /* nullable */
};

enum
{
  SIGNAL_RENAMED,
  SIGNAL_TOGGLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InkEventRow, ink_event_row, GTK_TYPE_WIDGET)

static void
show_heading (InkEventRow *self)
{
  g_autofree char *words
      = g_strdup_printf ("%s · %u", self->item->label, self->item->n_events);

  gtk_label_set_label (self->heading_words, words);
  gtk_image_set_from_icon_name (self->arrow, self->item->is_open ? "pan-down-symbolic"
                                                                 : "pan-end-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->heading), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
  gtk_widget_set_visible (self->event, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->heading), TRUE);
}

static void
show_event (InkEventRow *self)
{
  InkNumbers numbers = ink_numbers_for_locale ();
  g_autofree char *events = ink_numbers_count (&numbers, self->item->events);
  g_autofree char *people = ink_numbers_count (&numbers, self->item->people);
  /* Translators: an event's name, how often it happened, how many people did it. */
  g_autofree char *spoken
      = g_strdup_printf (_ ("%s, %s times, %s people"), self->item->label, events, people);

  gtk_label_set_label (self->name, self->item->label);
  gtk_label_set_label (self->count, events);
  ink_compat_set_tooltip (GTK_WIDGET (self->name), self->item->name);
  ink_sparkline_set_values (self->series, self->item->series, self->item->n_series,
                            _ ("Over time"));
  gtk_widget_set_visible (GTK_WIDGET (self->series), self->item->n_series > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  if (self->item->group >= INK_EVENTS_NOISE)
    gtk_widget_add_css_class (GTK_WIDGET (self), "quiet");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "quiet");
  gtk_widget_set_visible (GTK_WIDGET (self->heading), FALSE);
  gtk_widget_set_visible (self->event, TRUE);
}

void
ink_event_row_set_item (InkEventRow *self,
                        InkEventItem *item)
{
  g_return_if_fail (INK_IS_EVENT_ROW (self));
  g_return_if_fail (INK_IS_EVENT_ITEM (item));

  g_set_object (&self->item, item);
  if (item->name == NULL)
    show_heading (self);
  else
    show_event (self);
}

InkEventItem *
ink_event_row_get_item (InkEventRow *self)
{
  g_return_val_if_fail (INK_IS_EVENT_ROW (self), NULL);

  return self->item;
}

/* ---- Renaming ---- */

static void
activated_cb (GtkEntry *entry,
              InkEventRow *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));

  gtk_popover_popdown (self->popover);
  g_signal_emit (self, signals[SIGNAL_RENAMED], 0, text);
}

static void
make_popover (InkEventRow *self)
{
  self->popover = GTK_POPOVER (gtk_popover_new ());
  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Readable name of the event"), -1);
  g_signal_connect (self->entry, "activate", G_CALLBACK (activated_cb), self);
  gtk_popover_set_child (self->popover, GTK_WIDGET (self->entry));
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));
}

void
ink_event_row_begin_rename (InkEventRow *self)
{
  g_return_if_fail (INK_IS_EVENT_ROW (self));

  if (self->item == NULL || self->item->name == NULL)
    return;
  if (self->popover == NULL)
    make_popover (self);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), self->item->label);
  g_object_set (self->entry, "placeholder-text", self->item->name, NULL);
  gtk_popover_popup (self->popover);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/* ---- The widget ---- */

static void
clicked_cb (GtkButton *button,
            InkEventRow *self)
{
  g_signal_emit (self, signals[SIGNAL_TOGGLED], 0);
}

static void
ink_event_row_size_allocate (GtkWidget *widget,
                             int width,
                             int height,
                             int baseline)
{
  InkEventRow *self = INK_EVENT_ROW (widget);

  gtk_widget_allocate (self->box, width, height, baseline, NULL);
  if (self->popover != NULL)
    gtk_popover_present (self->popover);
}

/* Names take two lines where there is no room. */
static GtkSizeRequestMode
ink_event_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ink_event_row_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  gtk_widget_measure (INK_EVENT_ROW (widget)->box, orientation, for_size, minimum,
                      natural, minimum_baseline, natural_baseline);
}

static void
ink_event_row_dispose (GObject *object)
{
  InkEventRow *self = INK_EVENT_ROW (object);

  if (self->popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->popover));
  self->popover = NULL;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (ink_event_row_parent_class)->dispose (object);
}

static void
ink_event_row_class_init (InkEventRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_event_row_dispose;
  widget_class->get_request_mode = ink_event_row_get_request_mode;
  widget_class->measure = ink_event_row_measure;
  widget_class->size_allocate = ink_event_row_size_allocate;
  signals[SIGNAL_RENAMED] = g_signal_new ("renamed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_TOGGLED] = g_signal_new ("toggled", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "eventrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
make_event (InkEventRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *numbers = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");

  self->name = GTK_LABEL (gtk_label_new (NULL));
  self->series = INK_SPARKLINE (ink_sparkline_new ());
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (handle, "handle");
  gtk_label_set_xalign (self->name, 0);
  gtk_label_set_ellipsize (self->name, PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (self->name, TRUE);
  gtk_label_set_wrap_mode (self->name, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (self->name, 2);
  gtk_widget_set_hexpand (GTK_WIDGET (self->name), TRUE);
  gtk_widget_set_valign (numbers, GTK_ALIGN_CENTER);
  ink_sparkline_set_plain (self->series, TRUE);
  ink_sparkline_set_tiny (self->series, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->series), "dim-label");
  gtk_label_set_xalign (self->count, 1);
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "caption");
  gtk_box_append (GTK_BOX (box), handle);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (numbers), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (numbers), GTK_WIDGET (self->series));
  gtk_box_append (GTK_BOX (box), numbers);

  return box;
}

static GtkWidget *
make_heading (InkEventRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  self->heading = GTK_BUTTON (gtk_button_new ());
  self->heading_words = GTK_LABEL (gtk_label_new (NULL));
  self->arrow = GTK_IMAGE (gtk_image_new ());
  gtk_label_set_xalign (self->heading_words, 0);
  gtk_label_set_ellipsize (self->heading_words, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->heading_words), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->heading), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self->heading), "event-heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->heading), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Group of events"), -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->heading_words));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->arrow));
  gtk_button_set_child (self->heading, box);
  g_signal_connect (self->heading, "clicked", G_CALLBACK (clicked_cb), self);

  return GTK_WIDGET (self->heading);
}

static void
ink_event_row_init (InkEventRow *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->event = make_event (self);
  gtk_widget_add_css_class (self->event, "event");
  gtk_box_append (GTK_BOX (self->box), self->event);
  gtk_box_append (GTK_BOX (self->box), make_heading (self));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
ink_event_row_new (void)
{
  return g_object_new (INK_TYPE_EVENT_ROW, NULL);
}
