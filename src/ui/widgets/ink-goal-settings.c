/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-goal-settings.h"

#include "ui/compat/ink-compat-name.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Of the rows about the value. */
enum
{
  VALUE_NONE,
  VALUE_FIXED,
  VALUE_PROPERTY,
};

struct _InkGoalSettings
{
  GtkWidget parent_instance;

  GtkWidget *box;
  AdwComboRow *kind;
  AdwActionRow *main_row;
  GtkWidget *main_button;
  AdwComboRow *value;
  AdwEntryRow *amount;
  AdwComboRow *property;
  GtkStringList *properties;
  AdwEntryRow *note;
  AdwEntryRow *icon;
  GtkWidget *colour; /* a GtkColorButton */
  GtkWidget *no_colour;

  InkGoal *goal; /* nullable */
  gboolean filling;
};

enum
{
  SIGNAL_EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InkGoalSettings, ink_goal_settings, GTK_TYPE_WIDGET)

/* ---- Edits ---- */

/* Takes @goal. @format: of the step's name, with one %s for the goal's. */
static void
keep (InkGoalSettings *self,
      InkGoal *goal,
      const char *label,
      const char *field)
{
  g_autoptr (InkGoal) own = goal;

  if (!ink_goal_equal (own, self->goal))
    g_signal_emit (self, signals[SIGNAL_EDITED], 0, own, label, field);
}

static void
kind_cb (InkGoalSettings *self)
{
  gboolean macro = adw_combo_row_get_selected (self->kind) == 1;

  if (self->filling || self->goal == NULL || (self->goal->kind == INK_GOAL_MACRO) == macro)
    return;
  gtk_widget_activate_action (GTK_WIDGET (self), macro ? "board.make-macro" : "board.make-micro",
                              NULL);
}

static const char *
get_property (InkGoalSettings *self)
{
  guint at = adw_combo_row_get_selected (self->property);

  return at != GTK_INVALID_LIST_POSITION ? gtk_string_list_get_string (self->properties, at)
                                         : NULL;
}

/* As the reader writes numbers, or as files do; NaN where it is none. */
static double
read_amount (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  char *end;
  double amount = g_ascii_strtod (stripped, &end);

  if (*end == '\0' && *stripped != '\0' && isfinite (amount))
    return amount;
  amount = strtod (stripped, &end);

  return *end == '\0' && *stripped != '\0' && isfinite (amount) ? amount : NAN;
}

static void
value_cb (InkGoalSettings *self)
{
  guint kind = adw_combo_row_get_selected (self->value);
  double amount = read_amount (gtk_editable_get_text (GTK_EDITABLE (self->amount)));
  const char *property = get_property (self);
  InkGoal *edited;

  gtk_widget_set_visible (GTK_WIDGET (self->amount), kind == VALUE_FIXED);
  gtk_widget_set_visible (GTK_WIDGET (self->property), kind == VALUE_PROPERTY);
  /* Without its amount there is no value to keep yet. */
  if (self->filling || self->goal == NULL || (kind == VALUE_FIXED && isnan (amount))
      || (kind == VALUE_PROPERTY && property == NULL))
    return;
  edited = ink_goal_copy (self->goal);
  edited->has_fixed_value = kind == VALUE_FIXED;
  edited->fixed_value = kind == VALUE_FIXED ? amount : 0;
  g_free (edited->value_property);
  edited->value_property = g_strdup (kind == VALUE_PROPERTY ? property : NULL);
  keep (self, edited, NULL, "value");
}

static char *
get_text (AdwEntryRow *row)
{
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  if (*text == '\0')
    g_clear_pointer (&text, g_free);

  return text;
}

static void
note_cb (InkGoalSettings *self)
{
  InkGoal *edited;

  if (self->filling || self->goal == NULL)
    return;
  edited = ink_goal_copy (self->goal);
  g_free (edited->note);
  edited->note = get_text (self->note);
  keep (self, edited, NULL, "note");
}

static void
icon_cb (InkGoalSettings *self)
{
  InkGoal *edited;

  if (self->filling || self->goal == NULL)
    return;
  edited = ink_goal_copy (self->goal);
  g_free (edited->icon);
  edited->icon = get_text (self->icon);
  keep (self, edited, NULL, "icon");
}

/* @colour: nullable. */
static void
set_colour (InkGoalSettings *self,
            const GdkRGBA *colour)
{
  InkGoal *edited = ink_goal_copy (self->goal);

  g_free (edited->colour);
  edited->colour = NULL;
  if (colour != NULL)
    edited->colour = g_strdup_printf ("#%02x%02x%02x", (guint) lroundf (colour->red * 255),
                                      (guint) lroundf (colour->green * 255),
                                      (guint) lroundf (colour->blue * 255));
  keep (self, edited, NULL, "colour");
}

static void
colour_cb (InkGoalSettings *self)
{
  GdkRGBA colour;

  if (self->filling || self->goal == NULL)
    return;
  gtk_color_chooser_get_rgba (GTK_COLOR_CHOOSER (self->colour), &colour);
  set_colour (self, &colour);
}

static void
no_colour_cb (InkGoalSettings *self)
{
  if (self->goal != NULL)
    set_colour (self, NULL);
}

/* ---- Filling ---- */

void
ink_goal_settings_set_schema (InkGoalSettings *self,
                              const InkSchema *schema)
{
  g_return_if_fail (INK_IS_GOAL_SETTINGS (self));
  g_return_if_fail (schema != NULL);

  self->filling = TRUE;
  gtk_string_list_splice (self->properties, 0,
                          g_list_model_get_n_items (G_LIST_MODEL (self->properties)), NULL);
  for (guint i = 0; i < schema->n_properties; i++)
    if (schema->properties[i].on == INK_ON_EVENT
        && schema->properties[i].kind == INK_KIND_NUMBER)
      gtk_string_list_append (self->properties, schema->properties[i].name);
  self->filling = FALSE;
}

static guint
find_property (InkGoalSettings *self,
               const char *name)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->properties));

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (gtk_string_list_get_string (self->properties, i), name) == 0)
      return i;
  if (name == NULL)
    return n > 0 ? 0 : GTK_INVALID_LIST_POSITION;
  gtk_string_list_append (self->properties, name);

  return n;
}

static void
set_entry (AdwEntryRow *row,
           const char *text)
{
  if (text == NULL)
    text = "";
  /* What is being typed stays as it is typed. */
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (row)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
fill_value (InkGoalSettings *self,
            InkGoal *goal)
{
  char amount[G_ASCII_DTOSTR_BUF_SIZE];

  if (goal->has_fixed_value
      && fabs (read_amount (gtk_editable_get_text (GTK_EDITABLE (self->amount)))
               - goal->fixed_value)
             > 1e-12)
    gtk_editable_set_text (GTK_EDITABLE (self->amount),
                           g_ascii_formatd (amount, sizeof amount, "%.15g", goal->fixed_value));
  else if (!goal->has_fixed_value)
    set_entry (self->amount, NULL);
  adw_combo_row_set_selected (self->property, find_property (self, goal->value_property));
  adw_combo_row_set_selected (self->value, goal->has_fixed_value           ? VALUE_FIXED
                                           : goal->value_property != NULL ? VALUE_PROPERTY
                                                                          : VALUE_NONE);
}

static void
fill_colour (InkGoalSettings *self,
             InkGoal *goal)
{
  GdkRGBA colour;
  gboolean has = goal->colour != NULL && gdk_rgba_parse (&colour, goal->colour);

  if (!has)
    gdk_rgba_parse (&colour, "#3d3a99");
  gtk_color_chooser_set_rgba (GTK_COLOR_CHOOSER (self->colour), &colour);
  gtk_widget_set_sensitive (self->no_colour, has);
}

void
ink_goal_settings_set_goal (InkGoalSettings *self,
                            InkGoal *goal,
                            gboolean is_main)
{
  gboolean other;

  g_return_if_fail (INK_IS_GOAL_SETTINGS (self));
  g_return_if_fail (goal != NULL);

  other = self->goal == NULL || !g_str_equal (self->goal->id, goal->id);
  ink_goal_ref (goal);
  g_clear_pointer (&self->goal, ink_goal_unref);
  self->goal = goal;
  self->filling = TRUE;
  adw_combo_row_set_selected (self->kind, goal->kind == INK_GOAL_MACRO ? 1 : 0);
  gtk_widget_set_visible (GTK_WIDGET (self->main_row), goal->kind == INK_GOAL_MACRO);
  gtk_widget_set_visible (self->main_button, !is_main);
  adw_action_row_set_subtitle (self->main_row, is_main ? _ ("Verdicts are towards this goal") : "");
  /* A value that waits for its amount keeps waiting. */
  if (other || goal->has_fixed_value || goal->value_property != NULL
      || adw_combo_row_get_selected (self->value) != VALUE_FIXED)
    fill_value (self, goal);
  set_entry (self->note, goal->note);
  set_entry (self->icon, goal->icon);
  fill_colour (self, goal);
  value_cb (self);
  self->filling = FALSE;
}

/* ---- The widget ---- */

static void
ink_goal_settings_dispose (GObject *object)
{
  InkGoalSettings *self = INK_GOAL_SETTINGS (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->goal, ink_goal_unref);
  g_clear_object (&self->properties);

  G_OBJECT_CLASS (ink_goal_settings_parent_class)->dispose (object);
}

static void
ink_goal_settings_class_init (InkGoalSettingsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ink_goal_settings_dispose;
  signals[SIGNAL_EDITED]
      = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 3, G_TYPE_POINTER, G_TYPE_STRING, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static AdwComboRow *
add_combo (GtkWidget *list,
           const char *title,
           GListModel *model)
{
  AdwComboRow *row = ADW_COMBO_ROW (adw_combo_row_new ());

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (row, model);
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (row));

  return row;
}

static AdwComboRow *
add_choice (GtkWidget *list,
            const char *title,
            const char *const *choices)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (choices);

  return add_combo (list, title, G_LIST_MODEL (model));
}

static AdwEntryRow *
add_entry (GtkWidget *list,
           const char *title)
{
  AdwEntryRow *row = ADW_ENTRY_ROW (adw_entry_row_new ());

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (row));

  return row;
}

static void
add_main (InkGoalSettings *self,
          GtkWidget *list)
{
  self->main_row = ADW_ACTION_ROW (adw_action_row_new ());
  self->main_button = gtk_button_new_with_mnemonic (_ ("_Make It the Main Goal"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->main_row), _ ("Main goal"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->main_button), "board.set-main");
  gtk_widget_set_valign (self->main_button, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (self->main_row, self->main_button);
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (self->main_row));
}

static void
add_colour (InkGoalSettings *self,
            GtkWidget *list)
{
  GtkWidget *row = adw_action_row_new ();

  self->colour = gtk_color_button_new ();
  self->no_colour = gtk_button_new_from_icon_name ("edit-clear-symbolic");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Colour"));
  ink_compat_set_hint (self->colour, _ ("Colour of the goal"));
  ink_compat_set_hint (gtk_widget_get_first_child (self->colour), _ ("Colour of the goal"));
  ink_compat_set_hint (self->no_colour, _ ("No Colour"));
  gtk_widget_set_valign (self->colour, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->no_colour, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->no_colour, "flat");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->no_colour);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->colour);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

static void
connect_rows (InkGoalSettings *self)
{
  const struct
  {
    gpointer row;
    const char *signal;
    GCallback callback;
  } all[] = {
    { self->kind, "notify::selected", G_CALLBACK (kind_cb) },
    { self->value, "notify::selected", G_CALLBACK (value_cb) },
    { self->amount, "changed", G_CALLBACK (value_cb) },
    { self->property, "notify::selected", G_CALLBACK (value_cb) },
    { self->note, "changed", G_CALLBACK (note_cb) },
    { self->icon, "changed", G_CALLBACK (icon_cb) },
    { self->colour, "color-set", G_CALLBACK (colour_cb) },
    { self->no_colour, "clicked", G_CALLBACK (no_colour_cb) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    g_signal_connect_object (all[i].row, all[i].signal, all[i].callback, self,
                             G_CONNECT_SWAPPED);
}

static void
ink_goal_settings_init (InkGoalSettings *self)
{
  const char *kinds[] = { _ ("Micro goal"), _ ("Macro goal"), NULL };
  const char *values[] = { _ ("None"), _ ("A fixed amount"), _ ("From a property"), NULL };
  GtkWidget *list = gtk_list_box_new ();

  self->box = list;
  self->properties = gtk_string_list_new (NULL);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "goal-settings");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Settings of the goal"), -1);
  self->kind = add_choice (list, _ ("Kind"), kinds);
  add_main (self, list);
  self->value = add_choice (list, _ ("Value"), values);
  self->amount = add_entry (list, _ ("Amount"));
  self->property = add_combo (list, _ ("Property"), G_LIST_MODEL (self->properties));
  self->note = add_entry (list, _ ("Note"));
  self->icon = add_entry (list, _ ("Icon, an emoji"));
  g_object_set (self->icon, "enable-emoji-completion", TRUE, NULL);
  add_colour (self, list);
  gtk_widget_set_parent (list, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self->amount), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->property), FALSE);
  connect_rows (self);
}

GtkWidget *
ink_goal_settings_new (void)
{
  return g_object_new (INK_TYPE_GOAL_SETTINGS, NULL);
}
