/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-persona-list.h"

#include <math.h>
#include <string.h>

#include "definition/ink-persona-edit.h"
#include "ui/widgets/ink-persona-words.h"
#include "ui/widgets/ink-reorder.h"

#include <glib/gi18n-lib.h>

#define NO_PLACE G_MAXUINT

struct _InkPersonaList
{
  GtkWidget parent_instance;

  GPtrArray *cards; /* InkPersonaCard, in order */
  InkDefinition *definition;
  InkView *view; /* not owned: the page's */
  char *focus_after; /* id of the persona to which the keyboard goes once the edit is there */
  InkReorder *reorder;
};

enum
{
  SIGNAL_EDITED,
  SIGNAL_REMOVED,
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InkPersonaList, ink_persona_list, GTK_TYPE_WIDGET)

static InkPersonaCard *
get_card (InkPersonaList *self,
          guint position)
{
  return g_ptr_array_index (self->cards, position);
}

/* ---- Edits ---- */

static void
move_persona (InkPersonaList *self,
              guint from,
              guint to)
{
  const InkPersona *persona = self->definition->personas[from];
  g_autofree char *label = NULL;
  g_autofree char *key = g_strconcat (persona->id, "/order", NULL);
  g_autoptr (InkDefinition) edited
      = ink_personas_moved (self->definition, persona->id, to, &label);

  if (from == to)
    return;
  g_free (self->focus_after);
  self->focus_after = g_strdup (persona->id);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0, edited, label, key);
}

static void
edited_cb (InkPersonaCard *card,
           InkDefinition *edited,
           const char *label,
           const char *field,
           InkPersonaList *self)
{
  g_autofree char *key
      = field != NULL
            ? g_strdup_printf ("%s/%s", ink_persona_card_get_persona (card)->id, field)
            : NULL;

  g_signal_emit (self, signals[SIGNAL_EDITED], 0, edited, label, key);
}

static void
moved_cb (InkPersonaCard *card,
          int by,
          InkPersonaList *self)
{
  guint from;

  if (g_ptr_array_find (self->cards, card, &from) && from + (guint) by < self->cards->len)
    move_persona (self, from, from + (guint) by);
}

static void
reordered_cb (GtkWidget *list,
              guint from,
              guint to)
{
  move_persona (INK_PERSONA_LIST (list), from, to);
}

/* What looks at it says so by itself; that it does is said here. */
static void
removed_cb (InkPersonaCard *card,
            InkPersonaList *self)
{
  g_autoptr (InkPersona) persona = ink_persona_ref (ink_persona_card_get_persona (card));
  g_autofree char *named_by = ink_persona_named_by (self->definition, persona->name);
  g_autofree char *label = NULL;
  g_autoptr (InkDefinition) edited = ink_personas_without (self->definition, persona->id, &label);
  int place = ink_persona_find_place (self->definition, persona->id);
  g_autofree char *sentence
      = named_by != NULL
            /* Translators: the name of a persona, then the names of what uses it */
            ? g_strdup_printf (_ ("“%s” removed, but it is used by %s"), persona->name, named_by)
            : g_strdup_printf (_ ("“%s” removed"), persona->name);

  g_clear_pointer (&self->focus_after, g_free);
  if (edited->personas[0] != NULL)
    self->focus_after = g_strdup (
        edited->personas[MIN ((guint) place, ink_personas_count (edited) - 1)]->id);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0, edited, label, NULL);
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0, sentence);
}

static void
activated_cb (InkPersonaCard *card,
              InkPersonaList *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, ink_persona_card_get_persona (card)->name);
}

/* One at a time, so that the others can be overlooked. */
static void
opened_cb (InkPersonaCard *card,
           InkPersonaList *self)
{
  for (guint i = 0; i < self->cards->len; i++)
    ink_persona_card_set_open (get_card (self, i), get_card (self, i) == card);
}

/* ---- Cards ---- */

static void
add_card (InkPersonaList *self)
{
  InkPersonaCard *card = INK_PERSONA_CARD (ink_persona_card_new ());

  ink_persona_card_set_view (card, self->view);
  g_signal_connect (card, "edited", G_CALLBACK (edited_cb), self);
  g_signal_connect (card, "moved", G_CALLBACK (moved_cb), self);
  g_signal_connect (card, "removed", G_CALLBACK (removed_cb), self);
  g_signal_connect (card, "activated", G_CALLBACK (activated_cb), self);
  g_signal_connect (card, "opened", G_CALLBACK (opened_cb), self);
  ink_reorder_add_part (self->reorder, GTK_WIDGET (card), ink_persona_card_get_handle (card));
  gtk_widget_set_parent (GTK_WIDGET (card), GTK_WIDGET (self));
  g_ptr_array_add (self->cards, card);
}

static void
drop_card (InkPersonaList *self,
           guint position)
{
  GtkWidget *card = GTK_WIDGET (get_card (self, position));

  g_signal_handlers_disconnect_by_data (card, self);
  gtk_widget_unparent (card);
  g_ptr_array_remove_index (self->cards, position);
}

/* The card of the persona at @position in @definition; NO_PLACE. */
static guint
find_card (InkPersonaList *self,
           const char *id)
{
  for (guint i = 0; i < self->cards->len; i++)
    {
      const InkPersona *persona = ink_persona_card_get_persona (get_card (self, i));

      if (persona != NULL && strcmp (persona->id, id) == 0)
        return i;
    }

  return NO_PLACE;
}

/* Cards go with their personas, so that what is being edited stays so when the order changes. */
static void
put_card (InkPersonaList *self,
          const char *id,
          guint position)
{
  guint found = find_card (self, id);
  InkPersonaCard *card;

  if (found == NO_PLACE)
    {
      add_card (self);
      found = self->cards->len - 1;
    }
  if (found == position)
    return;
  card = get_card (self, found);
  g_ptr_array_remove_index (self->cards, found);
  g_ptr_array_insert (self->cards, (int) position, card);
  gtk_widget_insert_after (GTK_WIDGET (card), GTK_WIDGET (self),
                           position > 0 ? GTK_WIDGET (get_card (self, position - 1)) : NULL);
}

static void
drop_gone (InkPersonaList *self)
{
  for (guint i = self->cards->len; i-- > 0;)
    if (ink_persona_find_place (self->definition,
                                ink_persona_card_get_persona (get_card (self, i))->id)
        < 0)
      drop_card (self, i);
}

static void
restore_focus (InkPersonaList *self)
{
  guint place = self->focus_after != NULL ? find_card (self, self->focus_after) : NO_PLACE;

  if (place == NO_PLACE)
    return;
  /* What had the keyboard in the card keeps it. */
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != GTK_WIDGET (get_card (self, place)))
    gtk_widget_grab_focus (GTK_WIDGET (get_card (self, place)));
  g_clear_pointer (&self->focus_after, g_free);
}

/* ---- The widget ---- */

static void
ink_persona_list_dispose (GObject *object)
{
  InkPersonaList *self = INK_PERSONA_LIST (object);

  g_clear_pointer (&self->reorder, ink_reorder_free);
  while (self->cards != NULL && self->cards->len > 0)
    drop_card (self, self->cards->len - 1);
  g_clear_pointer (&self->cards, g_ptr_array_unref);
  g_clear_pointer (&self->definition, ink_definition_unref);
  g_clear_pointer (&self->focus_after, g_free);

  G_OBJECT_CLASS (ink_persona_list_parent_class)->dispose (object);
}

static void
ink_persona_list_class_init (InkPersonaListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_persona_list_dispose;
  signals[SIGNAL_EDITED]
      = g_signal_new ("edited", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                      G_TYPE_POINTER, G_TYPE_STRING, G_TYPE_STRING);
  signals[SIGNAL_REMOVED] = g_signal_new ("removed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                            NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
ink_persona_list_init (InkPersonaList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  self->cards = g_ptr_array_new ();
  self->reorder = ink_reorder_new (GTK_WIDGET (self), self->cards, GTK_ORIENTATION_VERTICAL,
                                   reordered_cb);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Personas in order"), -1);
}

void
ink_persona_list_set_view (InkPersonaList *self,
                           InkView *view)
{
  g_return_if_fail (INK_IS_PERSONA_LIST (self));

  self->view = view;
}

void
ink_persona_list_set_definition (InkPersonaList *self,
                                 InkDefinition *definition)
{
  guint n;

  g_return_if_fail (INK_IS_PERSONA_LIST (self));
  g_return_if_fail (definition != NULL);

  ink_definition_ref (definition);
  g_clear_pointer (&self->definition, ink_definition_unref);
  self->definition = definition;
  drop_gone (self);
  n = ink_personas_count (definition);
  for (guint i = 0; i < n; i++)
    {
      put_card (self, definition->personas[i]->id, i);
      ink_persona_card_set_persona (get_card (self, i), definition, i);
      gtk_widget_action_set_enabled (GTK_WIDGET (get_card (self, i)), "persona.move", n > 1);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  restore_focus (self);
}

/* The persona's row; -1 where the answer is to an older question. */
static int
find_row (const InkTable *personas,
          const char *name)
{
  guint n = personas != NULL ? ink_table_get_n_rows (personas) : 0;

  for (guint row = 0; row < n; row++)
    if (g_strcmp0 (ink_table_get_text (personas, 0, row), name) == 0)
      return (int) row;

  return -1;
}

void
ink_persona_list_set_tables (InkPersonaList *self,
                             const InkTable *personas,
                             const InkTable *warnings)
{
  g_return_if_fail (INK_IS_PERSONA_LIST (self));

  for (guint i = 0; i < self->cards->len; i++)
    {
      const char *name = ink_persona_card_get_persona (get_card (self, i))->name;
      int row = find_row (personas, name);
      g_autoptr (GPtrArray) sentences = ink_persona_words_of_warnings (warnings, name);

      ink_persona_card_set_numbers (
          get_card (self, i), row >= 0 ? ink_table_get_number (personas, 1, (guint) row) : NAN,
          row >= 0 ? ink_table_get_number (personas, 2, (guint) row) : NAN, sentences);
    }
}

void
ink_persona_list_begin_with (InkPersonaList *self,
                             const char *id)
{
  guint place;

  g_return_if_fail (INK_IS_PERSONA_LIST (self));
  g_return_if_fail (id != NULL);

  place = find_card (self, id);
  if (place == NO_PLACE)
    return;
  opened_cb (get_card (self, place), self);
  ink_persona_card_edit_name (get_card (self, place));
}

char *
ink_persona_list_get_focused (InkPersonaList *self)
{
  GtkRoot *root;
  GtkWidget *focus;

  g_return_val_if_fail (INK_IS_PERSONA_LIST (self), NULL);

  root = gtk_widget_get_root (GTK_WIDGET (self));
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  for (guint i = 0; focus != NULL && i < self->cards->len; i++)
    if (focus == GTK_WIDGET (get_card (self, i))
        || gtk_widget_is_ancestor (focus, GTK_WIDGET (get_card (self, i))))
      return g_strdup (ink_persona_card_get_persona (get_card (self, i))->id);

  return NULL;
}
