/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-filter-bar.h"

#include "ui/compat/ink-compat-name.h"
#include "ui/ink-period-choice.h"
#include "ui/widgets/ink-dates-dialog.h"
#include "ui/widgets/ink-name-menu.h"

#include <glib/gi18n-lib.h>

struct _InkFilterBar
{
  GtkWidget parent_instance;

  GtkMenuButton *persona_button;
  GtkMenuButton *period_button;
  GtkMenuButton *both_button;
  GMenu *personas;
  GMenuModel *periods;
  GMenuModel *both; /* for the one button of a narrow header */

  InkView *view;
  GSignalGroup *view_signals;
  GSignalGroup *document_signals;
  GSimpleActionGroup *actions;
  char *period; /* the choice that was made; a name of ink-period-choice.h */
  gboolean compact;
};

enum
{
  PROP_0,
  PROP_COMPACT,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (InkFilterBar, ink_filter_bar, GTK_TYPE_WIDGET)

static gint64
get_end (InkFilterBar *self)
{
  InkDocument *document = ink_view_get_document (self->view);

  return ink_definition_get_export_time (
      ink_document_get_definition (document),
      ink_event_store_get_last (ink_document_get_store (document)));
}

static GTimeZone *
get_zone (InkFilterBar *self)
{
  return ink_definition_get_zone (
      ink_document_get_definition (ink_view_get_document (self->view)));
}

static void
mark_active (GtkMenuButton *button,
             gboolean active)
{
  if (active)
    gtk_widget_add_css_class (GTK_WIDGET (button), "filter-active");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (button), "filter-active");
}

static void
show_words (InkFilterBar *self,
            const char *persona,
            const char *period)
{
  g_autofree char *all = g_strdup_printf (_ ("%s, %s"), persona, period);

  gtk_menu_button_set_label (self->persona_button, persona);
  gtk_menu_button_set_label (self->period_button, period);
  ink_compat_set_hint (GTK_WIDGET (self->both_button), all);
}

static const char *
persona_to_words (const char *persona)
{
  if (persona == NULL)
    return _ ("All people");

  return g_str_equal (persona, INK_EVERYONE_ELSE) ? _ ("Everyone else") : persona;
}

static void
show_filter (InkFilterBar *self)
{
  g_autoptr (GTimeZone) zone = NULL;
  g_autofree char *period = NULL;
  const char *persona;
  gint64 from, to;

  if (self->view == NULL)
    return;
  zone = get_zone (self);
  persona = ink_view_get_persona (self->view);
  ink_view_get_period (self->view, &from, &to);
  period = ink_period_to_words (from, to, get_end (self), zone);
  show_words (self, persona_to_words (persona), period);
  mark_active (self->persona_button, persona != NULL);
  mark_active (self->period_button, from != INK_TIME_NONE || to != INK_TIME_NONE);
  mark_active (self->both_button, ink_view_is_filtered (self->view));

  g_simple_action_set_state (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "persona")),
      g_variant_new_string (persona != NULL ? persona : ""));
  g_simple_action_set_state (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "period")),
      g_variant_new_string (self->period));
}

/* Two buttons with words, or one with an icon; no choice of people where there is but one. */
static void
show_buttons (InkFilterBar *self)
{
  gboolean any_persona = g_menu_model_get_n_items (G_MENU_MODEL (self->personas)) > 1;

  gtk_widget_set_visible (GTK_WIDGET (self->persona_button), !self->compact && any_persona);
  gtk_widget_set_visible (GTK_WIDGET (self->period_button), !self->compact);
  gtk_widget_set_visible (GTK_WIDGET (self->both_button), self->compact);
}

static void
append_persona (GMenu *menu,
                const char *name)
{
  ink_name_menu_append (menu, persona_to_words (name), "filter.persona",
                        name != NULL ? name : "");
}

static void
update_personas (InkFilterBar *self)
{
  const InkDefinition *definition;

  if (self->view == NULL)
    return;
  definition = ink_document_get_definition (ink_view_get_document (self->view));
  g_menu_remove_all (self->personas);
  append_persona (self->personas, NULL);
  for (guint i = 0; definition->personas[i] != NULL; i++)
    append_persona (self->personas, definition->personas[i]->name);
  if (definition->personas[0] != NULL)
    append_persona (self->personas, INK_EVERYONE_ELSE);
  show_buttons (self);
  show_filter (self);
}

/* The data reach further: "last 30 days" mean other days now. */
static void
store_changed_cb (InkFilterBar *self)
{
  g_autoptr (GTimeZone) zone = get_zone (self);
  gint64 from, to;

  if (!g_str_equal (self->period, INK_PERIOD_OWN)
      && ink_period_choice_resolve (self->period, get_end (self), zone, &from, &to))
    ink_view_set_period (self->view, from, to);
  show_filter (self);
}

static void
persona_cb (GSimpleAction *action,
            GVariant *target,
            gpointer data)
{
  InkFilterBar *self = data;
  const char *name = g_variant_get_string (target, NULL);

  if (self->view != NULL)
    ink_view_set_persona (self->view, *name != '\0' ? name : NULL);
}

static void
set_period_name (InkFilterBar *self,
                 const char *name)
{
  char *old = self->period;

  self->period = g_strdup (name);
  g_free (old);
}

static void
period_cb (GSimpleAction *action,
           GVariant *target,
           gpointer data)
{
  InkFilterBar *self = data;
  const char *name = g_variant_get_string (target, NULL);
  g_autoptr (GTimeZone) zone = NULL;
  gint64 from, to;

  if (self->view == NULL)
    return;
  zone = get_zone (self);
  if (!ink_period_choice_resolve (name, get_end (self), zone, &from, &to))
    return;
  set_period_name (self, name);
  ink_view_set_period (self->view, from, to);
  show_filter (self);
}

static void
dates_picked_cb (InkDatesDialog *dialog,
                 gint64 from,
                 gint64 to,
                 InkFilterBar *self)
{
  set_period_name (self, INK_PERIOD_OWN);
  ink_view_set_period (self->view, from, to);
  show_filter (self);
}

static void
dates_cb (GSimpleAction *action,
          GVariant *target,
          gpointer data)
{
  InkFilterBar *self = data;
  g_autoptr (GTimeZone) zone = NULL;
  InkEventStore *store;
  InkDatesDialog *dialog;
  gint64 from, to;

  if (self->view == NULL)
    return;
  zone = get_zone (self);
  store = ink_document_get_store (ink_view_get_document (self->view));
  ink_view_get_period (self->view, &from, &to);
  dialog = ink_dates_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                 from != INK_TIME_NONE ? from : ink_event_store_get_first (store),
                                 to != INK_TIME_NONE ? to : get_end (self), zone);
  g_signal_connect_object (dialog, "picked", G_CALLBACK (dates_picked_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static GMenuModel *
make_period_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) presets = g_menu_new ();
  g_autoptr (GMenu) own = g_menu_new ();
  guint n;
  const InkPeriodChoice *choices = ink_period_choices_get (&n);

  for (guint i = 0; i < n; i++)
    ink_name_menu_append (presets, _ (choices[i].title), "filter.period", choices[i].name);
  g_menu_append (own, _ ("Choose _Dates…"), "filter.dates");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (presets));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (own));
  return G_MENU_MODEL (menu);
}

static GMenuModel *
make_both_menu (InkFilterBar *self)
{
  GMenu *menu = g_menu_new ();

  g_menu_append_section (menu, NULL, G_MENU_MODEL (self->personas));
  g_menu_append_submenu (menu, _ ("Period"), self->periods);
  return G_MENU_MODEL (menu);
}

static void
make_actions (InkFilterBar *self)
{
  static const GActionEntry entries[] = {
    { .name = "persona", .activate = persona_cb, .parameter_type = "s", .state = "''" },
    { .name = "period", .activate = period_cb, .parameter_type = "s", .state = "'all'" },
    { .name = "dates", .activate = dates_cb },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "filter", G_ACTION_GROUP (self->actions));
}

static GtkMenuButton *
make_button (InkFilterBar *self,
             GMenuModel *menu)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  return GTK_MENU_BUTTON (button);
}

static void
ink_filter_bar_set_property (GObject *object,
                             guint id,
                             const GValue *value,
                             GParamSpec *pspec)
{
  InkFilterBar *self = INK_FILTER_BAR (object);

  switch (id)
    {
    case PROP_COMPACT:
      self->compact = g_value_get_boolean (value);
      show_buttons (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ink_filter_bar_dispose (GObject *object)
{
  InkFilterBar *self = INK_FILTER_BAR (object);
  GtkWidget *child;

  g_clear_object (&self->view_signals);
  g_clear_object (&self->document_signals);
  g_clear_object (&self->view);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->both);
  g_clear_object (&self->periods);
  g_clear_object (&self->personas);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->period, g_free);

  G_OBJECT_CLASS (ink_filter_bar_parent_class)->dispose (object);
}

static void
ink_filter_bar_class_init (InkFilterBarClass *klass)
{
  G_OBJECT_CLASS (klass)->set_property = ink_filter_bar_set_property;
  G_OBJECT_CLASS (klass)->dispose = ink_filter_bar_dispose;

  props[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE,
                                              G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
ink_filter_bar_init (InkFilterBar *self)
{
  gtk_box_layout_set_spacing (
      GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 6);
  self->period = g_strdup (INK_PERIOD_ALL);
  self->personas = g_menu_new ();
  self->periods = make_period_menu ();
  self->both = make_both_menu (self);
  make_actions (self);
  self->persona_button = make_button (self, G_MENU_MODEL (self->personas));
  self->period_button = make_button (self, self->periods);
  self->both_button = make_button (self, self->both);
  gtk_menu_button_set_icon_name (self->both_button, "ink-filter-symbolic");
  show_buttons (self);
  ink_compat_name_menus (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->persona_button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _ ("Which people"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->period_button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _ ("Which period"), -1);

  self->view_signals = g_signal_group_new (INK_TYPE_VIEW);
  g_signal_group_connect_swapped (self->view_signals, "filter-changed", G_CALLBACK (show_filter),
                                  self);
  self->document_signals = g_signal_group_new (INK_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (self->document_signals, "notify::definition",
                                  G_CALLBACK (update_personas), self);
  g_signal_group_connect_swapped (self->document_signals, "notify::store",
                                  G_CALLBACK (store_changed_cb), self);
}

void
ink_filter_bar_set_view (InkFilterBar *self,
                         InkView *view)
{
  g_return_if_fail (INK_IS_FILTER_BAR (self));

  if (!g_set_object (&self->view, view))
    return;
  set_period_name (self, INK_PERIOD_ALL);
  g_signal_group_set_target (self->view_signals, view);
  g_signal_group_set_target (self->document_signals,
                             view != NULL ? ink_view_get_document (view) : NULL);
  update_personas (self);
}
