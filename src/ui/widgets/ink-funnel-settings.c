/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-funnel-settings.h"

#include "ui/compat/ink-compat-name.h"
#include "ui/widgets/ink-compare-rows.h"
#include "ui/widgets/ink-exclusion-rows.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _InkFunnelSettings
{
  GtkWidget parent_instance;

  GtkWidget *content;
  AdwComboRow *order;
  AdwComboRow *within;
  GtkStringList *windows;
  GtkWidget *length_row;
  GtkSpinButton *amount;
  GtkDropDown *unit;
  AdwComboRow *count;
  AdwComboRow *grouping;
  GtkStringList *grouping_names;
  InkCompareRows *compare;
  InkExclusionRows *not_if;

  InkFunnel *funnel;
  char **groupings; /* names of properties that people may be counted by */
  gboolean filling; /* widgets are being set, not the user's doing */
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

/* Its place in the menu: after those on offer. */
#define OWN_WINDOW G_N_ELEMENTS (windows)

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
      const char *label,
      const char *field)
{
  g_signal_emit (self, signals[SIGNAL_EDITED], 0, funnel, label, field);
  ink_funnel_unref (funnel);
}

static void
order_cb (AdwComboRow *row,
          GParamSpec *pspec,
          InkFunnelSettings *self)
{
  if (!self->filling && self->funnel != NULL)
    emit (self, ink_funnel_copy_with_order (self->funnel, adw_combo_row_get_selected (row)),
          _ ("Change Order"), "order");
}

static void
set_span (InkFunnelSettings *self,
          InkSpan span)
{
  g_autofree char *words = span.kind == INK_SPAN_NONE ? g_strdup (_ ("No Limit"))
                                                      : window_to_words (span);
  /* Translators: a step of undo; a length of time. */
  g_autofree char *label = g_strdup_printf (_ ("Change Window to %s"), words);

  emit (self, ink_funnel_copy_with_within (self->funnel, span), label, "within");
}

static void
within_cb (AdwComboRow *row,
           GParamSpec *pspec,
           InkFunnelSettings *self)
{
  guint selected = adw_combo_row_get_selected (row);

  if (self->filling || self->funnel == NULL)
    return;
  gtk_widget_set_visible (self->length_row, selected == OWN_WINDOW);
  if (selected < OWN_WINDOW)
    set_span (self, windows[selected]);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->amount));
}

static void
length_cb (GObject *object,
           GParamSpec *pspec,
           InkFunnelSettings *self)
{
  if (self->filling || self->funnel == NULL)
    return;
  set_span (self, (InkSpan){ .kind = INK_SPAN_LENGTH,
                             .unit = gtk_drop_down_get_selected (self->unit),
                             .amount = gtk_spin_button_get_value (self->amount) });
}

static void
count_cb (AdwComboRow *row,
          GParamSpec *pspec,
          InkFunnelSettings *self)
{
  guint count = adw_combo_row_get_selected (self->count);
  const char *property = NULL;

  if (self->filling || self->funnel == NULL)
    return;
  if (count == INK_COUNT_PROPERTY && self->groupings[0] != NULL)
    property = self->groupings[MIN (adw_combo_row_get_selected (self->grouping),
                                    g_strv_length (self->groupings) - 1)];
  if (count != INK_COUNT_PROPERTY || property != NULL)
    emit (self, ink_funnel_copy_with_count (self->funnel, count, property), _ ("Change Counting"),
          "count");
}

/* What the rows below say goes on as ours. */
static void
forward_cb (GtkWidget *rows,
            InkFunnel *funnel,
            const char *label,
            const char *field,
            InkFunnelSettings *self)
{
  g_signal_emit (self, signals[SIGNAL_EDITED], 0, funnel, label, field);
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

  adw_combo_row_set_selected (self->within, found);
  gtk_widget_set_visible (self->length_row, found == OWN_WINDOW);
  if (span.kind != INK_SPAN_LENGTH)
    return;
  gtk_drop_down_set_selected (self->unit, span.unit);
  gtk_spin_button_set_value (self->amount, span.amount);
}

static void
show_count (InkFunnelSettings *self)
{
  guint selected = 0;

  for (guint i = 0; self->groupings[i] != NULL; i++)
    if (g_strcmp0 (self->groupings[i], self->funnel->count_property) == 0)
      selected = i;
  adw_combo_row_set_selected (self->count, self->funnel->count);
  adw_combo_row_set_selected (self->grouping, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->grouping), self->funnel->count == INK_COUNT_PROPERTY);
}

static void
show_funnel (InkFunnelSettings *self)
{
  if (self->funnel == NULL)
    return;
  self->filling = TRUE;
  adw_combo_row_set_selected (self->order, self->funnel->order);
  show_window (self, self->funnel->within);
  show_count (self);
  self->filling = FALSE;
}

void
ink_funnel_settings_set_funnel (InkFunnelSettings *self,
                                InkFunnel *funnel)
{
  g_return_if_fail (INK_IS_FUNNEL_SETTINGS (self));

  if (funnel != NULL)
    ink_funnel_ref (funnel);
  g_clear_pointer (&self->funnel, ink_funnel_unref);
  self->funnel = funnel;
  show_funnel (self);
  ink_compare_rows_set_funnel (self->compare, funnel);
  ink_exclusion_rows_set_funnel (self->not_if, funnel);
}

/* Texts that group people, such as their company: of them, or of their events. */
static char **
list_groupings (const InkSchema *schema)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < schema->n_properties; i++)
      {
        const InkPropertyInfo *property = &schema->properties[i];

        if (property->on == (pass == 0 ? INK_ON_PERSON : INK_ON_EVENT)
            && property->kind == INK_KIND_TEXT && property->filled > 0
            && (pass == 0 || ink_schema_find_property (schema, property->name, INK_ON_PERSON) == NULL))
          g_strv_builder_add (names, property->name);
      }

  return g_strv_builder_end (names);
}

void
ink_funnel_settings_set_view (InkFunnelSettings *self,
                              InkView *view)
{
  g_return_if_fail (INK_IS_FUNNEL_SETTINGS (self));

  ink_exclusion_rows_set_view (self->not_if, view);
}

void
ink_funnel_settings_set_choice (InkFunnelSettings *self,
                                const InkDefinition *definition,
                                const InkSchema *schema)
{
  g_return_if_fail (INK_IS_FUNNEL_SETTINGS (self));

  g_strfreev (self->groupings);
  self->groupings = list_groupings (schema);
  self->filling = TRUE;
  gtk_string_list_splice (self->grouping_names, 0,
                          g_list_model_get_n_items (G_LIST_MODEL (self->grouping_names)),
                          (const char *const *) self->groupings);
  self->filling = FALSE;
  show_funnel (self);
  ink_compare_rows_set_choice (self->compare, definition, schema);
  ink_exclusion_rows_set_choice (self->not_if, definition, schema);
}

static void
ink_funnel_settings_dispose (GObject *object)
{
  InkFunnelSettings *self = INK_FUNNEL_SETTINGS (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->funnel, ink_funnel_unref);
  g_clear_pointer (&self->groupings, g_strfreev);

  G_OBJECT_CLASS (ink_funnel_settings_parent_class)->dispose (object);
}

static void
ink_funnel_settings_class_init (InkFunnelSettingsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_funnel_settings_dispose;
  g_type_ensure (INK_TYPE_COMPARE_ROWS);
  g_type_ensure (INK_TYPE_EXCLUSION_ROWS);
  signals[SIGNAL_EDITED]
      = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 3, G_TYPE_POINTER, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
      widget_class, INK_RESOURCE_BASE "/widgets/ink-funnel-settings.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, InkFunnelSettings, content);
  gtk_widget_class_bind_template_child (widget_class, InkFunnelSettings, order);
  gtk_widget_class_bind_template_child (widget_class, InkFunnelSettings, within);
  gtk_widget_class_bind_template_child (widget_class, InkFunnelSettings, windows);
  gtk_widget_class_bind_template_child (widget_class, InkFunnelSettings, length_row);
  gtk_widget_class_bind_template_child (widget_class, InkFunnelSettings, amount);
  gtk_widget_class_bind_template_child (widget_class, InkFunnelSettings, unit);
  gtk_widget_class_bind_template_child (widget_class, InkFunnelSettings, count);
  gtk_widget_class_bind_template_child (widget_class, InkFunnelSettings, grouping);
  gtk_widget_class_bind_template_child (widget_class, InkFunnelSettings, grouping_names);
  gtk_widget_class_bind_template_child (widget_class, InkFunnelSettings, compare);
  gtk_widget_class_bind_template_child (widget_class, InkFunnelSettings, not_if);
  gtk_widget_class_bind_template_callback (widget_class, order_cb);
  gtk_widget_class_bind_template_callback (widget_class, within_cb);
  gtk_widget_class_bind_template_callback (widget_class, length_cb);
  gtk_widget_class_bind_template_callback (widget_class, count_cb);
  gtk_widget_class_bind_template_callback (widget_class, forward_cb);
}

static void
ink_funnel_settings_init (InkFunnelSettings *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->filling = TRUE;
  ink_compat_name_choice (self->unit, _ ("Unit of the window"));
  gtk_string_list_append (self->windows, _ ("No limit"));
  for (guint i = 1; i < G_N_ELEMENTS (windows); i++)
    gtk_string_list_take (self->windows, window_to_words (windows[i]));
  gtk_string_list_append (self->windows, _ ("Another length"));
  self->groupings = g_new0 (char *, 1);
  self->filling = FALSE;
}
