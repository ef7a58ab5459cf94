/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-persona-shares.h"

#include "definition/ink-persona.h"
#include "plot/ink-numbers.h"
#include "ui/widgets/ink-persona-bar.h"
#include "ui/widgets/ink-table-view.h"

#include <glib/gi18n-lib.h>

struct _InkPersonaShares
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *rest; /* the button of those who are left over */
  GtkToggleButton *expander;
  InkPersonaBar *bar;
  InkTableView *table_view;

  InkTable *personas; /* that are shown */
};

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InkPersonaShares, ink_persona_shares, GTK_TYPE_WIDGET)

static void
show_everyone_else (InkPersonaShares *self)
{
  InkNumbers numbers = ink_numbers_for_locale ();
  guint last = ink_table_get_n_rows (self->personas) - 1;
  g_autofree char *share
      = ink_numbers_share (&numbers, ink_table_get_number (self->personas, 2, last));
  /* Translators: the share of people who are no persona */
  g_autofree char *text = g_strdup_printf (_ ("Everyone else %s"), share);

  gtk_label_set_label (self->rest, text);
}

static void
expanded_cb (InkPersonaShares *self)
{
  gboolean expanded = gtk_toggle_button_get_active (self->expander);

  gtk_widget_set_visible (GTK_WIDGET (self->table_view), expanded);
  ink_table_view_set_table (self->table_view, expanded ? self->personas : NULL, NULL);
}

static void
activated_cb (GtkWidget *bar,
              const char *name,
              InkPersonaShares *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, name);
}

static void
everyone_else_cb (InkPersonaShares *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, INK_EVERYONE_ELSE);
}

static void
ink_persona_shares_dispose (GObject *object)
{
  InkPersonaShares *self = INK_PERSONA_SHARES (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->personas, ink_table_unref);

  G_OBJECT_CLASS (ink_persona_shares_parent_class)->dispose (object);
}

static void
ink_persona_shares_class_init (InkPersonaSharesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_persona_shares_dispose;
  g_type_ensure (INK_TYPE_PERSONA_BAR);
  g_type_ensure (INK_TYPE_TABLE_VIEW);
  signals[SIGNAL_ACTIVATED]
      = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (
      widget_class, INK_RESOURCE_BASE "/widgets/ink-persona-shares.ui");
  gtk_widget_class_bind_template_child (widget_class, InkPersonaShares, box);
  gtk_widget_class_bind_template_child (widget_class, InkPersonaShares, rest);
  gtk_widget_class_bind_template_child (widget_class, InkPersonaShares, expander);
  gtk_widget_class_bind_template_child (widget_class, InkPersonaShares, bar);
  gtk_widget_class_bind_template_child (widget_class, InkPersonaShares, table_view);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, everyone_else_cb);
  gtk_widget_class_bind_template_callback (widget_class, expanded_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ink_persona_shares_init (InkPersonaShares *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ink_table_view_set_title (self->table_view, _ ("Personas"));
}

void
ink_persona_shares_set_table (InkPersonaShares *self,
                              const InkDefinition *definition,
                              InkTable *personas)
{
  g_return_if_fail (INK_IS_PERSONA_SHARES (self));
  g_return_if_fail (definition != NULL && personas != NULL);

  ink_table_ref (personas);
  g_clear_pointer (&self->personas, ink_table_unref);
  self->personas = personas;
  ink_persona_bar_set_table (self->bar, definition, personas);
  show_everyone_else (self);
  expanded_cb (self);
}
