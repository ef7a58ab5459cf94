/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-funnel-settings.h"

#include <glib/gi18n-lib.h>

struct _InkFunnelSettings
{
  GtkWidget parent_instance;

  GtkWidget *content;
  AdwComboRow *order;
  AdwComboRow *within;
  AdwComboRow *compare;
  GtkStringList *windows;

  InkFunnel *funnel;
  gboolean own_window; /* the funnel's window is none of those offered; it stands last */
  gboolean filling;    /* widgets are being set, not the user's doing */
};

enum
{
  SIGNAL_EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InkFunnelSettings, ink_funnel_settings, GTK_TYPE_WIDGET)

/* The windows on offer, in the order of the menu; the first is none. */
static const InkSpan windows[] = {
  { .kind = INK_SPAN_NONE },
  { .kind = INK_SPAN_LENGTH, .unit = INK_UNIT_HOURS, .amount = 1 },
  { .kind = INK_SPAN_LENGTH, .unit = INK_UNIT_DAYS, .amount = 1 },
  { .kind = INK_SPAN_LENGTH, .unit = INK_UNIT_DAYS, .amount = 7 },
  { .kind = INK_SPAN_LENGTH, .unit = INK_UNIT_DAYS, .amount = 14 },
  { .kind = INK_SPAN_LENGTH, .unit = INK_UNIT_DAYS, .amount = 30 },
  { .kind = INK_SPAN_LENGTH, .unit = INK_UNIT_DAYS, .amount = 90 },
};

static char *
window_to_words (InkSpan span)
{
  switch (span.unit)
    {
    case INK_UNIT_SECONDS:
      return g_strdup_printf (ngettext ("%g second", "%g seconds", (gulong) span.amount),
                              span.amount);
    case INK_UNIT_MINUTES:
      return g_strdup_printf (ngettext ("%g minute", "%g minutes", (gulong) span.amount),
                              span.amount);
    case INK_UNIT_HOURS:
      return g_strdup_printf (ngettext ("%g hour", "%g hours", (gulong) span.amount),
                              span.amount);
    case INK_UNIT_DAYS:
    default:
      return g_strdup_printf (ngettext ("%g day", "%g days", (gulong) span.amount), span.amount);
    }
}

static void
emit (InkFunnelSettings *self,
      InkFunnel *funnel,
      const char *what)
{
  g_signal_emit (self, signals[SIGNAL_EDITED], 0, funnel, what);
  ink_funnel_unref (funnel);
}

static void
order_cb (AdwComboRow *row,
          GParamSpec *pspec,
          InkFunnelSettings *self)
{
  if (!self->filling && self->funnel != NULL)
    emit (self, ink_funnel_copy_with_order (self->funnel, adw_combo_row_get_selected (row)),
          _ ("Change Order"));
}

static void
within_cb (AdwComboRow *row,
           GParamSpec *pspec,
           InkFunnelSettings *self)
{
  guint selected = adw_combo_row_get_selected (row);

  if (!self->filling && self->funnel != NULL && selected < G_N_ELEMENTS (windows))
    emit (self, ink_funnel_copy_with_within (self->funnel, windows[selected]),
          _ ("Change Window"));
}

static void
compare_cb (AdwComboRow *row,
            GParamSpec *pspec,
            InkFunnelSettings *self)
{
  InkCompare compare
      = adw_combo_row_get_selected (row) == 1 ? INK_COMPARE_PERSONA : INK_COMPARE_NONE;

  if (!self->filling && self->funnel != NULL)
    emit (self,
          ink_funnel_copy_with_compare (self->funnel, compare, NULL, INK_TAKE_FIRST, 0, 0),
          _ ("Change Comparison"));
}

static guint
find_window (InkSpan span)
{
  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    if (windows[i].kind == span.kind && ink_span_length (windows[i]) == ink_span_length (span))
      return i;

  return G_N_ELEMENTS (windows);
}

static void
show_window (InkFunnelSettings *self,
             InkSpan span)
{
  guint found = find_window (span);

  if (self->own_window)
    gtk_string_list_remove (self->windows, G_N_ELEMENTS (windows));
  self->own_window = found == G_N_ELEMENTS (windows);
  if (self->own_window)
    gtk_string_list_take (self->windows, window_to_words (span));
  adw_combo_row_set_selected (self->within, found);
}

void
ink_funnel_settings_set_funnel (InkFunnelSettings *self,
                                InkFunnel *funnel)
{
  g_return_if_fail (INK_IS_FUNNEL_SETTINGS (self));

  g_clear_pointer (&self->funnel, ink_funnel_unref);
  gtk_widget_set_sensitive (GTK_WIDGET (self), funnel != NULL);
  if (funnel == NULL)
    return;

  self->funnel = ink_funnel_ref (funnel);
  self->filling = TRUE;
  adw_combo_row_set_selected (self->order, funnel->order);
  show_window (self, funnel->within);
  adw_combo_row_set_selected (self->compare, funnel->compare == INK_COMPARE_PERSONA ? 1 : 0);
  self->filling = FALSE;
}

void
ink_funnel_settings_set_definition (InkFunnelSettings *self,
                                    const InkDefinition *definition)
{
  g_return_if_fail (INK_IS_FUNNEL_SETTINGS (self));

  gtk_widget_set_visible (GTK_WIDGET (self->compare), definition->personas[0] != NULL);
}

static void
ink_funnel_settings_dispose (GObject *object)
{
  InkFunnelSettings *self = INK_FUNNEL_SETTINGS (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->funnel, ink_funnel_unref);

  G_OBJECT_CLASS (ink_funnel_settings_parent_class)->dispose (object);
}

static void
ink_funnel_settings_class_init (InkFunnelSettingsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_funnel_settings_dispose;
  signals[SIGNAL_EDITED]
      = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
      widget_class, INK_RESOURCE_BASE "/widgets/ink-funnel-settings.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, InkFunnelSettings, content);
  gtk_widget_class_bind_template_child (widget_class, InkFunnelSettings, order);
  gtk_widget_class_bind_template_child (widget_class, InkFunnelSettings, within);
  gtk_widget_class_bind_template_child (widget_class, InkFunnelSettings, compare);
  gtk_widget_class_bind_template_child (widget_class, InkFunnelSettings, windows);
  gtk_widget_class_bind_template_callback (widget_class, order_cb);
  gtk_widget_class_bind_template_callback (widget_class, within_cb);
  gtk_widget_class_bind_template_callback (widget_class, compare_cb);
}

static void
ink_funnel_settings_init (InkFunnelSettings *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->filling = TRUE;
  gtk_string_list_append (self->windows, _ ("No limit"));
  for (guint i = 1; i < G_N_ELEMENTS (windows); i++)
    gtk_string_list_take (self->windows, window_to_words (windows[i]));
  self->filling = FALSE;
}
