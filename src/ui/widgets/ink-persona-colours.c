/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-persona-colours.h"

#include "definition/ink-persona-edit.h"
#include "ui/widgets/ink-persona-look.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SPOT_SIZE 24
#define COLUMNS 4

struct _InkPersonaColours
{
  GtkWidget parent_instance;

  GtkFlowBox *offered;
  GtkEntry *own;
};

enum
{
  SIGNAL_PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InkPersonaColours, ink_persona_colours, GTK_TYPE_WIDGET)

static void
activated_cb (GtkFlowBox *offered,
              GtkFlowBoxChild *child,
              InkPersonaColours *self)
{
  guint index = (guint) gtk_flow_box_child_get_index (child);

  g_signal_emit (self, signals[SIGNAL_PICKED], 0, ink_persona_colour (index));
}

/* As it is written in a style guide: #2ec27e, or a name such as teal. */
static void
typed_cb (GtkEntry *entry,
          InkPersonaColours *self)
{
  GdkRGBA colour;
  g_autofree char *text = NULL;

  if (!gdk_rgba_parse (&colour, gtk_editable_get_text (GTK_EDITABLE (entry))))
    {
      gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  text = g_strdup_printf ("#%02x%02x%02x", (guint) lroundf (colour.red * 255),
                          (guint) lroundf (colour.green * 255),
                          (guint) lroundf (colour.blue * 255));
  g_signal_emit (self, signals[SIGNAL_PICKED], 0, text);
}

static void
add_colours (GtkFlowBox *offered)
{
  for (guint i = 0; i < INK_N_PERSONA_COLOURS; i++)
    {
      GtkWidget *child = gtk_flow_box_child_new ();
      GtkWidget *spot = ink_persona_spot_new ();

      ink_persona_spot_set_colour (spot, ink_persona_colour (i));
      gtk_widget_set_size_request (spot, SPOT_SIZE, SPOT_SIZE);
      gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), spot);
      gtk_widget_set_tooltip_text (child, ink_persona_colour_name (i));
      gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      ink_persona_colour_name (i), -1);
      gtk_flow_box_append (offered, child);
    }
}

void
ink_persona_colours_set_colour (InkPersonaColours *self,
                                const char *colour)
{
  g_return_if_fail (INK_IS_PERSONA_COLOURS (self));

  gtk_editable_set_text (GTK_EDITABLE (self->own), colour != NULL ? colour : "");
}

static void
ink_persona_colours_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ink_persona_colours_parent_class)->dispose (object);
}

static void
ink_persona_colours_class_init (InkPersonaColoursClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ink_persona_colours_dispose;
  signals[SIGNAL_PICKED]
      = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
ink_persona_colours_init (InkPersonaColours *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->offered = g_object_new (GTK_TYPE_FLOW_BOX, "min-children-per-line", COLUMNS,
                                "max-children-per-line", COLUMNS, "selection-mode",
                                GTK_SELECTION_NONE, "homogeneous", TRUE, NULL);
  add_colours (self->offered);
  g_signal_connect (self->offered, "child-activated", G_CALLBACK (activated_cb), self);
  self->own = g_object_new (GTK_TYPE_ENTRY, "width-chars", 9, "placeholder-text",
                            _ ("Or one of your own: #2ec27e"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->own), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Colour of your own"), -1);
  g_signal_connect (self->own, "activate", G_CALLBACK (typed_cb), self);
  gtk_widget_set_parent (GTK_WIDGET (self->offered), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->own), GTK_WIDGET (self));
}
