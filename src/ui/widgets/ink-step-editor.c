/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-step-editor.h"

#include "ui/widgets/ink-scroll-bin.h"
#include "ui/widgets/ink-sentence-editor.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* A longer sentence is scrolled, so that the buttons below it stay. */
#define MOST_HEIGHT 220

struct _InkStepEditor
{
  GtkPopover parent_instance;

  AdwEntryRow *name;
  AdwActionRow *optional_row;
  GtkSwitch *optional;
  AdwActionRow *first_time_row;
  GtkSwitch *first_time;
  InkNamePicker *picker;
  GtkWidget *earlier;
  GtkWidget *later;
  AdwBin *sentence_place;
  InkSentenceEditor *sentence;

  const InkStepChoice *choice; /* the owner's */
  InkStep step;                /* a copy, owned */
  gboolean filling;
};

enum
{
  SIGNAL_EDITED,
  SIGNAL_MOVED,
  SIGNAL_REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InkStepEditor, ink_step_editor, GTK_TYPE_POPOVER)

static void
emit (InkStepEditor *self,
      const InkStep *step,
      const char *label,
      const char *field)
{
  g_signal_emit (self, signals[SIGNAL_EDITED], 0, step, label, field);
}

static void
name_cb (AdwEntryRow *row,
         InkStepEditor *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));
  InkStep step = self->step;
  g_autofree char *label = ink_step_to_label (&self->step);
  g_autofree char *name = *text != '\0' && !g_str_equal (text, label) ? g_strdup (text) : NULL;

  if (self->filling || g_str_equal (text, label))
    return;
  step.name = name;
  emit (self, &step, _ ("Rename Step"), "name");
}

static void
optional_cb (GtkSwitch *toggle,
             GParamSpec *pspec,
             InkStepEditor *self)
{
  InkStep step = self->step;

  if (self->filling)
    return;
  step.optional = gtk_switch_get_active (toggle);
  emit (self, &step, step.optional ? _ ("Make Step Optional") : _ ("Make Step Required"),
        "optional");
}

static void
first_time_cb (GtkSwitch *toggle,
               GParamSpec *pspec,
               InkStepEditor *self)
{
  InkStep step = self->step;
  g_autoptr (InkRule) rule = NULL;

  if (self->filling)
    return;
  rule = ink_rule_copy (self->step.rule);
  rule->first_time = gtk_switch_get_active (toggle) ? INK_FIRST_TIME_EVER : INK_FIRST_TIME_NO;
  step.rule = rule;
  emit (self, &step,
        rule->first_time != INK_FIRST_TIME_NO ? _ ("Count the First Time Only")
                                              : _ ("Count Every Time"),
        "first-time");
}

static void
picked_cb (InkNamePicker *picker,
           guint index,
           InkStepEditor *self)
{
  g_autoptr (InkRule) rule = ink_step_choice_get_rule (self->choice, index);
  InkStep step = { .rule = rule, .optional = self->step.optional };

  gtk_popover_popdown (GTK_POPOVER (self));
  emit (self, &step, _ ("Replace Step"), "rule");
}

static void
sentence_edited_cb (InkSentenceEditor *sentence,
                    InkRule *rule,
                    const char *label,
                    const char *field,
                    InkStepEditor *self)
{
  InkStep step = self->step;

  step.rule = rule;
  emit (self, &step, label, field);
}

static void
earlier_cb (GtkButton *button,
            InkStepEditor *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_MOVED], 0, -1);
}

static void
later_cb (GtkButton *button,
          InkStepEditor *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_MOVED], 0, 1);
}

static void
remove_cb (GtkButton *button,
           InkStepEditor *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0);
}

static void
keep_step (InkStepEditor *self,
           const InkStep *step)
{
  g_clear_pointer (&self->step.rule, ink_rule_unref);
  g_clear_pointer (&self->step.name, g_free);
  if (step == NULL)
    return;
  self->step = (InkStep){ .rule = ink_rule_ref (step->rule),
                          .name = g_strdup (step->name),
                          .optional = step->optional };
}

static gboolean
has_first_time (const InkRule *rule)
{
  return rule->kind == INK_RULE_DOES || rule->kind == INK_RULE_GOAL;
}

void
ink_step_editor_set_step (InkStepEditor *self,
                          const InkFunnel *funnel,
                          guint position,
                          const InkStepChoice *choice)
{
  g_autofree char *label = NULL;

  g_return_if_fail (INK_IS_STEP_EDITOR (self));
  g_return_if_fail (funnel != NULL && position < funnel->n_steps && choice != NULL);

  keep_step (self, &funnel->steps[position]);
  self->choice = choice;
  self->filling = TRUE;
  label = ink_step_to_label (&self->step);
  gtk_editable_set_text (GTK_EDITABLE (self->name), label);
  gtk_switch_set_active (self->optional, self->step.optional);
  gtk_widget_set_visible (GTK_WIDGET (self->optional_row),
                          funnel->order == INK_ORDER_AS_LISTED && position > 0);
  gtk_switch_set_active (self->first_time, self->step.rule->first_time != INK_FIRST_TIME_NO);
  gtk_widget_set_visible (GTK_WIDGET (self->first_time_row), has_first_time (self->step.rule));
  gtk_widget_set_sensitive (self->earlier, position > 0);
  gtk_widget_set_sensitive (self->later, position + 1 < funnel->n_steps);
  ink_step_choice_offer (choice, self->picker);
  ink_sentence_editor_set_rule (self->sentence, self->step.rule, INK_SENTENCE_STEP);
  self->filling = FALSE;
}

void
ink_step_editor_set_view (InkStepEditor *self,
                          InkView *view)
{
  g_return_if_fail (INK_IS_STEP_EDITOR (self));

  ink_sentence_editor_set_view (self->sentence, view);
  gtk_widget_set_visible (GTK_WIDGET (self->sentence_place), view != NULL);
}

static void
ink_step_editor_dispose (GObject *object)
{
  keep_step (INK_STEP_EDITOR (object), NULL);

  G_OBJECT_CLASS (ink_step_editor_parent_class)->dispose (object);
}

static void
ink_step_editor_class_init (InkStepEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_step_editor_dispose;
  g_type_ensure (INK_TYPE_NAME_PICKER);
  signals[SIGNAL_EDITED] = g_signal_new ("edited", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 3, G_TYPE_POINTER, G_TYPE_STRING,
                                         G_TYPE_STRING);
  signals[SIGNAL_MOVED] = g_signal_new ("moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_REMOVED] = g_signal_new ("removed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               INK_RESOURCE_BASE "/widgets/ink-step-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, InkStepEditor, name);
  gtk_widget_class_bind_template_child (widget_class, InkStepEditor, optional_row);
  gtk_widget_class_bind_template_child (widget_class, InkStepEditor, optional);
  gtk_widget_class_bind_template_child (widget_class, InkStepEditor, first_time_row);
  gtk_widget_class_bind_template_child (widget_class, InkStepEditor, first_time);
  gtk_widget_class_bind_template_child (widget_class, InkStepEditor, picker);
  gtk_widget_class_bind_template_child (widget_class, InkStepEditor, earlier);
  gtk_widget_class_bind_template_child (widget_class, InkStepEditor, later);
  gtk_widget_class_bind_template_child (widget_class, InkStepEditor, sentence_place);
  gtk_widget_class_bind_template_callback (widget_class, name_cb);
  gtk_widget_class_bind_template_callback (widget_class, optional_cb);
  gtk_widget_class_bind_template_callback (widget_class, first_time_cb);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, earlier_cb);
  gtk_widget_class_bind_template_callback (widget_class, later_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
ink_step_editor_init (InkStepEditor *self)
{
  GtkWidget *scrolled;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->sentence = INK_SENTENCE_EDITOR (ink_sentence_editor_new ());
  scrolled = ink_scroll_bin_new (GTK_WIDGET (self->sentence));
  ink_scroll_bin_set_most (INK_SCROLL_BIN (scrolled), MOST_HEIGHT);
  adw_bin_set_child (self->sentence_place, scrolled);
  gtk_widget_set_visible (GTK_WIDGET (self->sentence_place), FALSE);
  g_signal_connect (self->sentence, "edited", G_CALLBACK (sentence_edited_cb), self);
}
