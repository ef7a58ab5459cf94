/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-step-chip.h"

#include "ui/compat/ink-compat-name.h"

#include <glib/gi18n-lib.h>

#define MOST_CHARS 32

struct _InkStepChip
{
  GtkButton parent_instance;

  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (InkStepChip, ink_step_chip, GTK_TYPE_BUTTON)

static char *
get_remark (const InkStep *step)
{
  gboolean first_time = step->rule->first_time != INK_FIRST_TIME_NO;

  if (step->optional && first_time)
    return g_strdup (_ ("optional, first time only"));
  if (step->optional)
    return g_strdup (_ ("optional"));

  return first_time ? g_strdup (_ ("first time only")) : NULL;
}

void
ink_step_chip_set_step (InkStepChip *self,
                        const InkFunnel *funnel,
                        guint position)
{
  const InkStep *step;
  g_autofree char *name = NULL;
  g_autofree char *remark = NULL;
  g_autofree char *words = NULL;
  g_autofree char *spoken = NULL;

  g_return_if_fail (INK_IS_STEP_CHIP (self));
  g_return_if_fail (funnel != NULL && position < funnel->n_steps);

  step = &funnel->steps[position];
  name = ink_step_to_label (step);
  remark = get_remark (step);
  words = remark != NULL ? g_strdup_printf ("%s, %s", name, remark) : g_strdup (name);
  /* Translators: "Step 2 of 4: Save to list, optional" */
  spoken = g_strdup_printf (_ ("Step %u of %u: %s"), position + 1, funnel->n_steps, words);
  gtk_label_set_label (self->label, name);
  ink_compat_set_tooltip (GTK_WIDGET (self), words);
  if (remark != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "step-remarkable");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "step-remarkable");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
}

static void
ink_step_chip_class_init (InkStepChipClass *klass)
{
}

static void
ink_step_chip_init (InkStepChip *self)
{
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (self->label, MOST_CHARS);
  gtk_button_set_child (GTK_BUTTON (self), GTK_WIDGET (self->label));
  gtk_widget_add_css_class (GTK_WIDGET (self), "step-chip");
}

GtkWidget *
ink_step_chip_new (void)
{
  return g_object_new (INK_TYPE_STEP_CHIP, NULL);
}
