/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-value-row.h"

#include "plot/ink-numbers.h"
#include "ui/compat/ink-compat-colour.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define BAR_ALPHA 0.1f
/* It lies below the padding, too. */
#define PADDING 9
#define BAR_MARGIN -3

struct _InkValueRow
{
  GtkListBoxRow parent_instance;

  GtkWidget *tick;  /* where several can hold */
  GtkWidget *check; /* where one holds */
  GtkLabel *title;
  GtkLabel *count;

  InkValue value;
  char *text;
  double share;
  gboolean chosen;
};

G_DEFINE_FINAL_TYPE (InkValueRow, ink_value_row, GTK_TYPE_LIST_BOX_ROW)

static void
name_row (InkValueRow *self)
{
  const char *title = gtk_label_get_label (self->title);
  const char *count = gtk_label_get_label (self->count);
  g_autofree char *counted = NULL;
  g_autofree char *name = NULL;

  /* Translators: a value, and how often it stands in the data. */
  counted = *count != '\0' ? g_strdup_printf (_ ("%s, %s times"), title, count) : g_strdup (title);
  /* Translators: a value in a list, which is chosen. */
  name = self->chosen ? g_strdup_printf (_ ("%s, chosen"), counted) : g_strdup (counted);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
ink_value_row_set (InkValueRow *self,
                   InkValue value,
                   const char *title,
                   double count,
                   double share)
{
  InkNumbers numbers = ink_numbers_for_locale ();
  g_autofree char *before = NULL;
  g_autofree char *digits = isnan (count) ? g_strdup ("") : ink_numbers_count (&numbers, count);

  g_return_if_fail (INK_IS_VALUE_ROW (self));

  before = g_steal_pointer (&self->text);
  self->value = value;
  if (value.kind == INK_KIND_TEXT)
    self->value.text = self->text = g_strdup (value.text);
  self->share = share;
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->count, digits);
  name_row (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

InkValue
ink_value_row_get (InkValueRow *self)
{
  g_return_val_if_fail (INK_IS_VALUE_ROW (self), INK_VALUE_ABSENT);

  return self->value;
}

void
ink_value_row_set_chosen (InkValueRow *self,
                          gboolean chosen,
                          gboolean ticks)
{
  g_return_if_fail (INK_IS_VALUE_ROW (self));

  self->chosen = chosen;
  gtk_widget_set_visible (self->tick, ticks);
  gtk_widget_set_visible (self->check, !ticks);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->tick), chosen);
  gtk_widget_set_opacity (self->check, chosen ? 1 : 0);
  name_row (self);
}

gboolean
ink_value_row_get_chosen (InkValueRow *self)
{
  g_return_val_if_fail (INK_IS_VALUE_ROW (self), FALSE);

  return self->chosen;
}

/* The bar grows from where lines begin. */
static void
ink_value_row_snapshot (GtkWidget *widget,
                        GtkSnapshot *snapshot)
{
  InkValueRow *self = INK_VALUE_ROW (widget);
  float width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget);
  float length = (width + 2 * PADDING) * (float) CLAMP (self->share, 0, 1);
  GdkRGBA colour;

  if (length >= 1)
    {
      gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

      ink_compat_get_colour (widget, "accent_color", &colour);
      colour.alpha = BAR_ALPHA;
      gtk_snapshot_append_color (snapshot, &colour,
                                 &GRAPHENE_RECT_INIT (
                                     mirrored ? width + PADDING - length : -PADDING, BAR_MARGIN,
                                     length, height - 2 * BAR_MARGIN));
    }
  GTK_WIDGET_CLASS (ink_value_row_parent_class)->snapshot (widget, snapshot);
}

static void
ink_value_row_finalize (GObject *object)
{
  g_free (INK_VALUE_ROW (object)->text);

  G_OBJECT_CLASS (ink_value_row_parent_class)->finalize (object);
}

static void
ink_value_row_class_init (InkValueRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ink_value_row_finalize;
  GTK_WIDGET_CLASS (klass)->snapshot = ink_value_row_snapshot;
}

static GtkLabel *
make_label (GtkWidget *box)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
ink_value_row_init (InkValueRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  gtk_widget_add_css_class (GTK_WIDGET (self), "value-row");
  /* The row is what is activated; the tick only shows. */
  self->tick = gtk_check_button_new ();
  gtk_widget_set_can_target (self->tick, FALSE);
  gtk_widget_set_focusable (self->tick, FALSE);
  gtk_box_append (GTK_BOX (box), self->tick);
  self->title = make_label (box);
  gtk_label_set_ellipsize (self->title, PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
  self->count = make_label (box);
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  self->check = gtk_image_new_from_icon_name ("object-select-symbolic");
  gtk_box_append (GTK_BOX (box), self->check);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  ink_value_row_set_chosen (self, FALSE, FALSE);
}

GtkWidget *
ink_value_row_new (void)
{
  return g_object_new (INK_TYPE_VALUE_ROW, NULL);
}
