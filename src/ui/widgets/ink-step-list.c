/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-step-list.h"

#include "ui/widgets/ink-name-picker.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _InkStepList
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkListBox *list;
  InkNamePicker *picker;

  InkFunnel *funnel;
  char **goals;
  char **events;
};

enum
{
  SIGNAL_EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InkStepList, ink_step_list, GTK_TYPE_WIDGET)

static void
emit_steps (InkStepList *self,
            const InkStep *steps,
            guint n_steps,
            const char *what)
{
  g_autoptr (InkFunnel) funnel = ink_funnel_copy_with_steps (self->funnel, steps, n_steps);

  g_signal_emit (self, signals[SIGNAL_EDITED], 0, funnel, what);
}

static guint
get_position (GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);

  return gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
}

static void
move_step (InkStepList *self,
           guint from,
           guint to)
{
  g_autofree InkStep *steps = g_memdup2 (self->funnel->steps,
                                         self->funnel->n_steps * sizeof (InkStep));
  InkStep moved = steps[from];

  steps[from] = steps[to];
  steps[to] = moved;
  emit_steps (self, steps, self->funnel->n_steps, _ ("Move Step"));
}

static void
up_cb (GtkButton *button,
       InkStepList *self)
{
  guint position = get_position (GTK_WIDGET (button));

  move_step (self, position, position - 1);
}

static void
down_cb (GtkButton *button,
         InkStepList *self)
{
  guint position = get_position (GTK_WIDGET (button));

  move_step (self, position, position + 1);
}

static void
remove_cb (GtkButton *button,
           InkStepList *self)
{
  guint position = get_position (GTK_WIDGET (button));
  guint n_steps = self->funnel->n_steps;
  g_autofree InkStep *steps = g_memdup2 (self->funnel->steps, n_steps * sizeof (InkStep));

  memmove (steps + position, steps + position + 1, (n_steps - position - 1) * sizeof (InkStep));
  emit_steps (self, steps, n_steps - 1, _ ("Remove Step"));
}

static void
picked_cb (InkNamePicker *picker,
           guint index,
           InkStepList *self)
{
  guint n_goals = g_strv_length (self->goals);
  guint n_steps = self->funnel->n_steps;
  g_autofree InkStep *steps = g_new0 (InkStep, n_steps + 1);
  g_autoptr (InkRule) rule = index < n_goals ? ink_rule_new_goal (self->goals[index])
                                             : ink_rule_new_does (self->events[index - n_goals]);

  if (n_steps > 0)
    memcpy (steps, self->funnel->steps, n_steps * sizeof (InkStep));
  steps[n_steps].rule = rule;
  emit_steps (self, steps, n_steps + 1, _ ("Add Step"));
}

static void
add_button (InkStepList *self,
            GtkWidget *row,
            const char *icon,
            const char *tooltip,
            GCallback clicked,
            gboolean sensitive)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_sensitive (button, sensitive);
  g_signal_connect (button, "clicked", clicked, self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static GtkWidget *
make_row (InkStepList *self,
          guint position)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *label = ink_step_to_label (&self->funnel->steps[position]);
  g_autofree char *number = g_strdup_printf ("%u", position + 1);
  GtkWidget *prefix = gtk_label_new (number);

  gtk_widget_add_css_class (prefix, "dim-label");
  gtk_widget_add_css_class (prefix, "numeric");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), prefix);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  add_button (self, row, "go-up-symbolic", _ ("Move this step up"), G_CALLBACK (up_cb),
              position > 0);
  add_button (self, row, "go-down-symbolic", _ ("Move this step down"), G_CALLBACK (down_cb),
              position + 1 < self->funnel->n_steps);
  add_button (self, row, "list-remove-symbolic", _ ("Remove this step"), G_CALLBACK (remove_cb),
              TRUE);

  return row;
}

void
ink_step_list_set_funnel (InkStepList *self,
                          InkFunnel *funnel)
{
  GtkWidget *row;

  g_return_if_fail (INK_IS_STEP_LIST (self));

  if (self->funnel != NULL && funnel != NULL && ink_funnel_equal (self->funnel, funnel))
    return;
  g_clear_pointer (&self->funnel, ink_funnel_unref);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  if (funnel == NULL)
    return;

  self->funnel = ink_funnel_ref (funnel);
  for (guint i = 0; i < funnel->n_steps; i++)
    gtk_list_box_append (self->list, make_row (self, i));
  gtk_widget_set_visible (GTK_WIDGET (self->list), funnel->n_steps > 0);
}

void
ink_step_list_set_choice (InkStepList *self,
                          InkDefinition *definition,
                          const InkSchema *schema)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GStrvBuilder) goals = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) events = g_strv_builder_new ();

  g_return_if_fail (INK_IS_STEP_LIST (self));

  for (guint i = 0; definition->goals[i] != NULL; i++)
    {
      g_strv_builder_add (goals, definition->goals[i]->name);
      g_ptr_array_add (names, g_strdup_printf (_ ("Goal: %s"), definition->goals[i]->name));
    }
  for (guint i = 0; i < schema->n_events; i++)
    {
      g_strv_builder_add (events, schema->events[i].name);
      g_ptr_array_add (names, g_strdup (schema->events[i].name));
    }
  g_ptr_array_add (names, NULL);

  g_strfreev (self->goals);
  g_strfreev (self->events);
  self->goals = g_strv_builder_end (goals);
  self->events = g_strv_builder_end (events);
  ink_name_picker_set_names (self->picker, (const char *const *) names->pdata);
}

static void
ink_step_list_dispose (GObject *object)
{
  InkStepList *self = INK_STEP_LIST (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->funnel, ink_funnel_unref);
  g_clear_pointer (&self->goals, g_strfreev);
  g_clear_pointer (&self->events, g_strfreev);

  G_OBJECT_CLASS (ink_step_list_parent_class)->dispose (object);
}

static void
ink_step_list_class_init (InkStepListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_step_list_dispose;
  g_type_ensure (INK_TYPE_NAME_PICKER);
  signals[SIGNAL_EDITED]
      = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               INK_RESOURCE_BASE "/widgets/ink-step-list.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, InkStepList, content);
  gtk_widget_class_bind_template_child (widget_class, InkStepList, list);
  gtk_widget_class_bind_template_child (widget_class, InkStepList, picker);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
}

static void
ink_step_list_init (InkStepList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
