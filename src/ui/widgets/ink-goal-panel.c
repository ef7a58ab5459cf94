/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-goal-panel.h"

#include "ui/compat/ink-compat-editable.h"
#include "ui/compat/ink-compat-name.h"

#include "ui/widgets/ink-goal-settings.h"
#include "ui/widgets/ink-rule-facts.h"
#include "ui/widgets/ink-scroll-bin.h"
#include "ui/widgets/ink-sentence-editor.h"

#include <glib/gi18n-lib.h>

/* The sentence scrolls beyond this height, so that the board stays. */
#define MOST_HEIGHT 250

struct _InkGoalPanel
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *back;
  GtkEditableLabel *name;
  GtkMenuButton *menu_button;
  GtkMenuButton *settings_button;
  InkGoalSettings *settings; /* NULL before they are first opened */
  InkScrollBin *scrolled;
  InkSentenceEditor *sentence;
  InkRuleFacts *facts;

  InkGoalMenuFunc make_menu; /* nullable */
  gpointer menu_data;
  InkView *view; /* nullable */
  InkGoal *goal; /* nullable */
  gboolean is_main;
  const InkSchema *schema; /* that the settings offer; only compared */
  gboolean filling;
};

enum
{
  SIGNAL_EDITED,
  SIGNAL_PEOPLE,
  SIGNAL_CLOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InkGoalPanel, ink_goal_panel, GTK_TYPE_WIDGET)

/* ---- The name ---- */

static void
renamed_cb (GtkEditableLabel *name,
            GParamSpec *pspec,
            InkGoalPanel *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (name))));
  g_autoptr (InkGoal) renamed = NULL;

  if (gtk_editable_label_get_editing (name) || self->filling || self->goal == NULL)
    return;
  if (*text == '\0' || g_str_equal (text, self->goal->name))
    {
      gtk_editable_set_text (GTK_EDITABLE (name), self->goal->name);
      return;
    }
  renamed = ink_goal_copy (self->goal);
  g_free (renamed->name);
  renamed->name = g_steal_pointer (&text);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0, renamed, NULL, NULL);
}

static void
stop_rename (InkGoalPanel *self)
{
  self->filling = TRUE;
  gtk_editable_label_stop_editing (self->name, FALSE);
  self->filling = FALSE;
}

void
ink_goal_panel_begin_rename (InkGoalPanel *self)
{
  g_return_if_fail (INK_IS_GOAL_PANEL (self));

  if (self->goal == NULL)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
  gtk_editable_label_start_editing (self->name);
}

void
ink_goal_panel_begin_words (InkGoalPanel *self)
{
  g_return_if_fail (INK_IS_GOAL_PANEL (self));

  gtk_widget_child_focus (GTK_WIDGET (self->sentence), GTK_DIR_TAB_FORWARD);
}

/* ---- The sentence ---- */

static void
sentence_edited_cb (InkSentenceEditor *sentence,
                    InkRule *rule,
                    const char *label,
                    const char *field,
                    InkGoalPanel *self)
{
  g_autoptr (InkGoal) edited = NULL;

  if (self->goal == NULL)
    return;
  edited = ink_goal_copy (self->goal);
  ink_rule_unref (edited->rule);
  edited->rule = ink_rule_ref (rule);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0, edited, label, field);
}

static void
settings_edited_cb (InkGoalSettings *settings,
                    InkGoal *goal,
                    const char *label,
                    const char *field,
                    InkGoalPanel *self)
{
  g_signal_emit (self, signals[SIGNAL_EDITED], 0, goal, label, field);
}

static void
people_cb (InkRuleFacts *facts,
           InkGoalPanel *self)
{
  g_signal_emit (self, signals[SIGNAL_PEOPLE], 0, INK_NO_PERSON);
}

static void
person_cb (InkRuleFacts *facts,
           guint person,
           InkGoalPanel *self)
{
  g_signal_emit (self, signals[SIGNAL_PEOPLE], 0, person);
}

/* ---- The menu ---- */

static void
create_menu_cb (GtkMenuButton *button,
                gpointer data)
{
  InkGoalPanel *self = data;
  g_autoptr (GMenuModel) menu
      = self->make_menu != NULL ? self->make_menu (self->menu_data) : NULL;

  gtk_menu_button_set_menu_model (button, menu);
}

void
ink_goal_panel_set_menu (InkGoalPanel *self,
                         InkGoalMenuFunc make,
                         gpointer data)
{
  g_return_if_fail (INK_IS_GOAL_PANEL (self));

  self->make_menu = make;
  self->menu_data = data;
}

/* ---- The goal ---- */

void
ink_goal_panel_set_view (InkGoalPanel *self,
                         InkView *view)
{
  g_return_if_fail (INK_IS_GOAL_PANEL (self));

  g_set_object (&self->view, view);
  ink_sentence_editor_set_view (self->sentence, view);
  ink_rule_facts_set_view (self->facts, view);
}

static void
show_settings (InkGoalPanel *self)
{
  const InkSchema *schema;

  if (self->settings == NULL || self->view == NULL || self->goal == NULL)
    return;
  schema = ink_event_store_get_schema (
      ink_document_get_store (ink_view_get_document (self->view)));
  if (schema != self->schema)
    ink_goal_settings_set_schema (self->settings, schema);
  self->schema = schema;
  ink_goal_settings_set_goal (self->settings, self->goal, self->is_main);
}

/* A dozen rows of choices and entries, which few open. */
static void
create_settings_cb (GtkMenuButton *button,
                    gpointer data)
{
  InkGoalPanel *self = data;
  GtkWidget *popover;

  if (self->settings != NULL)
    return;
  popover = gtk_popover_new ();
  self->settings = INK_GOAL_SETTINGS (ink_goal_settings_new ());
  gtk_widget_set_size_request (GTK_WIDGET (self->settings), 320, -1);
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->settings));
  g_signal_connect (self->settings, "edited", G_CALLBACK (settings_edited_cb), self);
  show_settings (self);
  gtk_menu_button_set_popover (button, popover);
}

void
ink_goal_panel_set_goal (InkGoalPanel *self,
                         InkGoal *goal,
                         gboolean is_main)
{
  g_return_if_fail (INK_IS_GOAL_PANEL (self));

  /* A name that was begun for one is not the other's. */
  if (gtk_editable_label_get_editing (self->name)
      && (goal == NULL || self->goal == NULL || !g_str_equal (goal->id, self->goal->id)))
    stop_rename (self);
  if (goal != NULL)
    ink_goal_ref (goal);
  g_clear_pointer (&self->goal, ink_goal_unref);
  self->goal = goal;
  self->is_main = is_main;
  if (goal == NULL)
    return;
  self->filling = TRUE;
  /* Setting the same anew would lay it out anew. */
  if (!gtk_editable_label_get_editing (self->name)
      && !g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->name)), goal->name))
    gtk_editable_set_text (GTK_EDITABLE (self->name), goal->name);
  self->filling = FALSE;
  ink_sentence_editor_set_owner (self->sentence, goal->id);
  ink_sentence_editor_set_rule (self->sentence, goal->rule, INK_SENTENCE_GOAL);
  show_settings (self);
}

void
ink_goal_panel_set_facts (InkGoalPanel *self,
                          InkAnswer *answer,
                          const char *failure)
{
  g_return_if_fail (INK_IS_GOAL_PANEL (self));

  ink_rule_facts_set_answer (self->facts, answer, failure);
}

void
ink_goal_panel_set_alone (InkGoalPanel *self,
                          gboolean alone)
{
  g_return_if_fail (INK_IS_GOAL_PANEL (self));

  gtk_widget_set_visible (self->back, alone);
  ink_scroll_bin_set_most (self->scrolled, alone ? -1 : MOST_HEIGHT);
  gtk_widget_set_vexpand (GTK_WIDGET (self->scrolled), alone);
}

/* ---- The widget ---- */

static void
back_cb (GtkButton *button,
         InkGoalPanel *self)
{
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant *arguments,
           gpointer data)
{
  g_signal_emit (widget, signals[SIGNAL_CLOSED], 0);

  return TRUE;
}

static void
ink_goal_panel_dispose (GObject *object)
{
  InkGoalPanel *self = INK_GOAL_PANEL (object);

  if (self->box != NULL)
    ink_compat_let_go (self->name);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->view);
  g_clear_pointer (&self->goal, ink_goal_unref);

  G_OBJECT_CLASS (ink_goal_panel_parent_class)->dispose (object);
}

static void
ink_goal_panel_class_init (InkGoalPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_goal_panel_dispose;
  signals[SIGNAL_EDITED]
      = g_signal_new ("edited", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                      G_TYPE_POINTER, G_TYPE_STRING, G_TYPE_STRING);
  signals[SIGNAL_PEOPLE] = g_signal_new ("people", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_CLOSED] = g_signal_new ("closed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "goalpanel");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static GtkWidget *
make_settings (InkGoalPanel *self)
{
  self->settings_button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_create_popup_func (self->settings_button, create_settings_cb, self, NULL);
  gtk_menu_button_set_icon_name (self->settings_button, "emblem-system-symbolic");
  ink_compat_set_hint (GTK_WIDGET (self->settings_button), _ ("Settings of the Goal"));
  gtk_widget_add_css_class (GTK_WIDGET (self->settings_button), "flat");

  return GTK_WIDGET (self->settings_button);
}

static GtkWidget *
make_words (InkGoalPanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->sentence = INK_SENTENCE_EDITOR (ink_sentence_editor_new ());
  self->facts = INK_RULE_FACTS (ink_rule_facts_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->sentence));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->facts));
  self->scrolled = INK_SCROLL_BIN (ink_scroll_bin_new (box));
  ink_scroll_bin_set_most (self->scrolled, MOST_HEIGHT);
  g_signal_connect (self->sentence, "edited", G_CALLBACK (sentence_edited_cb), self);
  g_signal_connect (self->facts, "people-activated", G_CALLBACK (people_cb), self);
  g_signal_connect (self->facts, "person-activated", G_CALLBACK (person_cb), self);

  return GTK_WIDGET (self->scrolled);
}

static GtkWidget *
make_head (InkGoalPanel *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->back = gtk_button_new_from_icon_name ("go-previous-symbolic");
  self->name = GTK_EDITABLE_LABEL (gtk_editable_label_new (""));
  self->menu_button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  ink_compat_set_hint (self->back, _ ("Back to the Board"));
  gtk_widget_add_css_class (self->back, "flat");
  gtk_widget_set_visible (self->back, FALSE);
  g_signal_connect (self->back, "clicked", G_CALLBACK (back_cb), self);
  gtk_widget_set_hexpand (GTK_WIDGET (self->name), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->name), "heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->name), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Name of the goal"), -1);
  ink_compat_let_cut (self->name);
  /* Where the keyboard goes is told late: the panel may be gone. */
  g_signal_connect_object (self->name, "notify::editing", G_CALLBACK (renamed_cb), self, 0);
  gtk_menu_button_set_icon_name (self->menu_button, "view-more-symbolic");
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu_cb, self, NULL);
  ink_compat_set_hint (GTK_WIDGET (self->menu_button), _ ("Menu of the Goal"));
  gtk_widget_add_css_class (GTK_WIDGET (self->menu_button), "flat");
  gtk_box_append (GTK_BOX (head), self->back);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (head), make_settings (self));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->menu_button));

  return head;
}

static void
ink_goal_panel_init (InkGoalPanel *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gtk_box_append (GTK_BOX (self->box), make_head (self));
  gtk_box_append (GTK_BOX (self->box), make_words (self));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The goal in words"), -1);
  ink_compat_name_menus (GTK_WIDGET (self));
}

GtkWidget *
ink_goal_panel_new (void)
{
  return g_object_new (INK_TYPE_GOAL_PANEL, NULL);
}
