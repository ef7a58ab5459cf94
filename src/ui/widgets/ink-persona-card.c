/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-persona-card.h"

#include "definition/ink-persona-edit.h"
#include "plot/ink-numbers.h"
#include "ui/compat/ink-compat-editable.h"
#include "ui/compat/ink-compat-name.h"
#include "ui/widgets/ink-persona-colours.h"
#include "ui/widgets/ink-persona-look.h"
#include "ui/widgets/ink-sentence-editor.h"
#include "ui/widgets/ink-warning-column.h"
#include "ui/widgets/ink-wrap-box.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _InkPersonaCard
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *handle;
  GtkMenuButton *colour_button;
  GtkWidget *spot;
  InkPersonaColours *colours; /* NULL before they are first opened */
  GtkEditableLabel *name;
  GtkButton *people;
  GtkLabel *people_label;
  GtkMenuButton *menu_button;
  GMenuModel *menu;
  GtkWidget *words_button;
  GtkLabel *words;
  InkSentenceEditor *sentence;
  GtkEditableLabel *note;
  InkTextColumn *warnings;

  InkDefinition *definition; /* of which the persona is */
  InkPersona *persona;
  gboolean filling;
  gboolean open; /* the sentence is being changed */
};

enum
{
  SIGNAL_EDITED,
  SIGNAL_MOVED,
  SIGNAL_REMOVED,
  SIGNAL_ACTIVATED,
  SIGNAL_OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InkPersonaCard, ink_persona_card, GTK_TYPE_WIDGET)

/* ---- Edits ---- */

/* @edited and @label are taken. */
static void
emit_edited (InkPersonaCard *self,
             InkDefinition *edited,
             char *label,
             const char *field)
{
  g_autoptr (InkDefinition) taken = edited;
  g_autofree char *taken_label = label;

  g_signal_emit (self, signals[SIGNAL_EDITED], 0, taken, taken_label, field);
}

static void
renamed_cb (GtkEditableLabel *name,
            GParamSpec *pspec,
            InkPersonaCard *self)
{
  char *label;
  InkDefinition *edited;

  if (self->filling || self->persona == NULL || gtk_editable_label_get_editing (name))
    return;
  edited = ink_personas_with_name (self->definition, self->persona->id,
                                   gtk_editable_get_text (GTK_EDITABLE (name)), &label);
  emit_edited (self, edited, label, "name");
}

static void
noted_cb (GtkEditableLabel *note,
          GParamSpec *pspec,
          InkPersonaCard *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (note))));
  char *label;
  InkDefinition *edited;

  if (self->filling || self->persona == NULL || gtk_editable_label_get_editing (note))
    return;
  gtk_widget_set_visible (GTK_WIDGET (note), *text != '\0');
  edited = ink_personas_with_note (self->definition, self->persona->id, text, &label);
  emit_edited (self, edited, label, "note");
}

static void
colour_picked_cb (InkPersonaColours *colours,
                  const char *colour,
                  InkPersonaCard *self)
{
  char *label;
  InkDefinition *edited;

  gtk_menu_button_popdown (self->colour_button);
  edited = ink_personas_with_colour (self->definition, self->persona->id, colour, &label);
  emit_edited (self, edited, label, "colour");
}

/* Every persona has two menus, which are many widgets, and few are opened. */
static void
create_colours_cb (GtkMenuButton *button,
                   gpointer data)
{
  InkPersonaCard *self = data;
  GtkWidget *popover;

  if (self->colours != NULL)
    return;
  popover = gtk_popover_new ();
  self->colours = g_object_new (INK_TYPE_PERSONA_COLOURS, NULL);
  if (self->persona != NULL)
    ink_persona_colours_set_colour (self->colours, self->persona->colour);
  g_signal_connect (self->colours, "picked", G_CALLBACK (colour_picked_cb), self);
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->colours));
  gtk_menu_button_set_popover (button, popover);
}

static void
create_menu_cb (GtkMenuButton *button,
                gpointer data)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, INK_PERSONA_CARD (data)->menu);
}

static void
ruled_cb (InkSentenceEditor *sentence,
          InkRule *rule,
          const char *label,
          const char *field,
          InkPersonaCard *self)
{
  if (!self->filling && self->persona != NULL)
    emit_edited (self, ink_personas_with_rule (self->definition, self->persona->id, rule),
                 g_strdup (label), field);
}

static void
words_cb (GtkWidget *button,
          InkPersonaCard *self)
{
  ink_persona_card_set_open (self, TRUE);
  gtk_widget_child_focus (GTK_WIDGET (self->sentence), GTK_DIR_TAB_FORWARD);
  g_signal_emit (self, signals[SIGNAL_OPENED], 0);
}

static void
people_cb (GtkWidget *widget,
           InkPersonaCard *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
}

/* ---- Actions ---- */

static void
move_action (GtkWidget *widget,
             const char *name,
             GVariant *by)
{
  g_signal_emit (widget, signals[SIGNAL_MOVED], 0, g_variant_get_int32 (by));
}

static void
remove_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_REMOVED], 0);
}

static void
duplicate_action (GtkWidget *widget,
                  const char *name,
                  GVariant *parameter)
{
  InkPersonaCard *self = INK_PERSONA_CARD (widget);
  char *label;
  InkDefinition *edited = ink_personas_with_copy (self->definition, self->persona->id, &label);

  emit_edited (self, edited, label, NULL);
}

static void
rename_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  ink_persona_card_edit_name (INK_PERSONA_CARD (widget));
}

static void
note_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  InkPersonaCard *self = INK_PERSONA_CARD (widget);

  gtk_widget_set_visible (GTK_WIDGET (self->note), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->note));
  gtk_editable_label_start_editing (self->note);
}

static gboolean
move_cb (GtkWidget *widget,
         GVariant *arguments,
         gpointer data)
{
  g_signal_emit (widget, signals[SIGNAL_MOVED], 0, g_variant_get_int32 (arguments));
  return TRUE;
}

/* Only where the card itself has the keyboard: in a text, Delete is about letters. */
static gboolean
remove_cb (GtkWidget *widget,
           GVariant *arguments,
           gpointer data)
{
  if (!gtk_widget_is_focus (widget))
    return FALSE;
  g_signal_emit (widget, signals[SIGNAL_REMOVED], 0);
  return TRUE;
}

static gboolean
rename_cb (GtkWidget *widget,
           GVariant *arguments,
           gpointer data)
{
  ink_persona_card_edit_name (INK_PERSONA_CARD (widget));
  return TRUE;
}

/* ---- The widget ---- */

static void
ink_persona_card_dispose (GObject *object)
{
  InkPersonaCard *self = INK_PERSONA_CARD (object);

  self->filling = TRUE;
  if (self->box != NULL)
    {
      ink_compat_let_go (self->name);
      ink_compat_let_go (self->note);
    }
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->definition, ink_definition_unref);
  g_clear_pointer (&self->persona, ink_persona_unref);

  G_OBJECT_CLASS (ink_persona_card_parent_class)->dispose (object);
}

static void
add_signals (InkPersonaCardClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  signals[SIGNAL_EDITED]
      = g_signal_new ("edited", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                      G_TYPE_POINTER, G_TYPE_STRING, G_TYPE_STRING);
  signals[SIGNAL_MOVED] = g_signal_new ("moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_REMOVED]
      = g_signal_new ("removed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ACTIVATED]
      = g_signal_new ("activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_OPENED]
      = g_signal_new ("opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, move_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, move_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F2, 0, rename_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, remove_cb, NULL);
  gtk_widget_class_install_action (widget_class, "persona.move", "i", move_action);
  gtk_widget_class_install_action (widget_class, "persona.rename", NULL, rename_action);
  gtk_widget_class_install_action (widget_class, "persona.note", NULL, note_action);
  gtk_widget_class_install_action (widget_class, "persona.duplicate", NULL, duplicate_action);
  gtk_widget_class_install_action (widget_class, "persona.remove", NULL, remove_action);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               INK_RESOURCE_BASE "/widgets/ink-persona-card.ui");
  gtk_widget_class_bind_template_child (widget_class, InkPersonaCard, box);
  gtk_widget_class_bind_template_child (widget_class, InkPersonaCard, handle);
  gtk_widget_class_bind_template_child (widget_class, InkPersonaCard, colour_button);
  gtk_widget_class_bind_template_child (widget_class, InkPersonaCard, name);
  gtk_widget_class_bind_template_child (widget_class, InkPersonaCard, people);
  gtk_widget_class_bind_template_child (widget_class, InkPersonaCard, people_label);
  gtk_widget_class_bind_template_child (widget_class, InkPersonaCard, menu_button);
  gtk_widget_class_bind_template_child (widget_class, InkPersonaCard, menu);
  gtk_widget_class_bind_template_child (widget_class, InkPersonaCard, words_button);
  gtk_widget_class_bind_template_child (widget_class, InkPersonaCard, words);
  gtk_widget_class_bind_template_child (widget_class, InkPersonaCard, sentence);
  gtk_widget_class_bind_template_child (widget_class, InkPersonaCard, note);
  gtk_widget_class_bind_template_child (widget_class, InkPersonaCard, warnings);
  gtk_widget_class_bind_template_callback (widget_class, renamed_cb);
  gtk_widget_class_bind_template_callback (widget_class, noted_cb);
  gtk_widget_class_bind_template_callback (widget_class, people_cb);
  gtk_widget_class_bind_template_callback (widget_class, ruled_cb);
  gtk_widget_class_bind_template_callback (widget_class, words_cb);
}

static void
ink_persona_card_class_init (InkPersonaCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_persona_card_dispose;
  g_type_ensure (INK_TYPE_TEXT_COLUMN);
  g_type_ensure (INK_TYPE_WRAP_BOX);
  g_type_ensure (INK_TYPE_SENTENCE_EDITOR);
  add_signals (klass);
  add_keys (widget_class);
  bind_template (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "personacard");
}

static void
ink_persona_card_init (InkPersonaCard *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->spot = ink_persona_spot_new ();
  gtk_menu_button_set_child (self->colour_button, self->spot);
  gtk_menu_button_set_create_popup_func (self->colour_button, create_colours_cb, self, NULL);
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu_cb, self, NULL);
  ink_compat_let_cut (self->name);
  ink_compat_let_cut (self->note);
  ink_compat_name_menus (GTK_WIDGET (self));
}

GtkWidget *
ink_persona_card_new (void)
{
  return g_object_new (INK_TYPE_PERSONA_CARD, NULL);
}

void
ink_persona_card_set_view (InkPersonaCard *self,
                           InkView *view)
{
  g_return_if_fail (INK_IS_PERSONA_CARD (self));
  g_return_if_fail (view == NULL || INK_IS_VIEW (view));

  ink_sentence_editor_set_view (self->sentence, view);
}

static void
set_text (GtkEditableLabel *label,
          const char *text)
{
  if (!gtk_editable_label_get_editing (label)
      && g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (label)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (label), text);
}

/* The editor's widgets are made for whom wants to change something. */
static void
show_rule (InkPersonaCard *self)
{
  g_autofree char *words = ink_rule_to_words (self->persona->rule);
  /* Translators: what a persona is about: what somebody is or does, in words */
  g_autofree char *sentence = g_strdup_printf (_ ("A person who %s"), words);

  if (g_strcmp0 (gtk_label_get_label (self->words), sentence) != 0)
    gtk_label_set_label (self->words, sentence);
  if (!self->open)
    return;
  ink_sentence_editor_set_owner (self->sentence, self->persona->id);
  ink_sentence_editor_set_rule (self->sentence, self->persona->rule, INK_SENTENCE_PERSONA);
}

static void
show_persona (InkPersonaCard *self,
              guint position)
{
  const InkPersona *persona = self->persona;
  gboolean noted = persona->note != NULL && *persona->note != '\0';

  self->filling = TRUE;
  set_text (self->name, persona->name);
  set_text (self->note, noted ? persona->note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note),
                          noted || gtk_editable_label_get_editing (self->note));
  ink_persona_spot_set_colour (self->spot, ink_persona_colour_at (self->definition, position));
  if (self->colours != NULL)
    ink_persona_colours_set_colour (self->colours, persona->colour);
  show_rule (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  persona->name, -1);
  self->filling = FALSE;
}

void
ink_persona_card_set_persona (InkPersonaCard *self,
                              InkDefinition *definition,
                              guint position)
{
  g_autoptr (InkDefinition) taken = NULL;

  g_return_if_fail (INK_IS_PERSONA_CARD (self));
  g_return_if_fail (definition != NULL);
  g_return_if_fail (position < ink_personas_count (definition));

  taken = ink_definition_ref (definition);
  g_clear_pointer (&self->persona, ink_persona_unref);
  g_clear_pointer (&self->definition, ink_definition_unref);
  self->persona = ink_persona_ref (definition->personas[position]);
  self->definition = g_steal_pointer (&taken);
  show_persona (self, position);
}

void
ink_persona_card_set_open (InkPersonaCard *self,
                           gboolean open)
{
  gboolean was_open;

  g_return_if_fail (INK_IS_PERSONA_CARD (self));

  was_open = self->open;
  self->open = open;
  gtk_widget_set_visible (self->words_button, !open);
  gtk_widget_set_visible (GTK_WIDGET (self->sentence), open);
  if (open)
    gtk_widget_add_css_class (GTK_WIDGET (self), "open");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "open");
  if (open && !was_open && self->persona != NULL)
    show_rule (self);
}

InkPersona *
ink_persona_card_get_persona (InkPersonaCard *self)
{
  g_return_val_if_fail (INK_IS_PERSONA_CARD (self), NULL);

  return self->persona;
}

void
ink_persona_card_set_numbers (InkPersonaCard *self,
                              double people,
                              double share,
                              GPtrArray *warnings)
{
  InkNumbers numbers = ink_numbers_for_locale ();
  g_autofree char *count = ink_numbers_count (&numbers, people);
  g_autofree char *part = ink_numbers_share (&numbers, share);
  g_autofree char *text = NULL;

  g_return_if_fail (INK_IS_PERSONA_CARD (self));
  g_return_if_fail (warnings != NULL);

  gtk_widget_set_visible (GTK_WIDGET (self->people), !isnan (people));
  ink_warning_column_show (self->warnings, warnings);
  if (isnan (people))
    return;
  /* Translators: how many people, and their share of all */
  text = g_strdup_printf (ngettext ("%s person · %s", "%s people · %s", (gulong) people), count,
                          part);
  if (g_strcmp0 (gtk_label_get_label (self->people_label), text) != 0)
    gtk_label_set_label (self->people_label, text);
}

void
ink_persona_card_edit_name (InkPersonaCard *self)
{
  g_return_if_fail (INK_IS_PERSONA_CARD (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->name));
  gtk_editable_label_start_editing (self->name);
  gtk_editable_select_region (GTK_EDITABLE (self->name), 0, -1);
}

GtkWidget *
ink_persona_card_get_handle (InkPersonaCard *self)
{
  g_return_val_if_fail (INK_IS_PERSONA_CARD (self), NULL);

  return self->handle;
}
