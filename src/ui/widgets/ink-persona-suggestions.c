/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-persona-suggestions.h"

#include <math.h>

#include "analysis/ink-persona-queries.h"
#include "definition/ink-definition-json.h"
#include "plot/ink-numbers.h"
#include "ui/compat/ink-compat-name.h"
#include "ui/widgets/ink-text-column.h"
#include "ui/widgets/ink-wrapped-label.h"

#include <glib/gi18n-lib.h>

struct _InkPersonaSuggestions
{
  GtkWidget parent_instance;

  GtkBox *box;
  GtkLabel *nothing;
  InkTextColumn *list;

  InkDefinition *definition;
  InkAnswer *answer;
  GHashTable *declined; /* rules as JSON */
};

enum
{
  SIGNAL_ACCEPTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InkPersonaSuggestions, ink_persona_suggestions, GTK_TYPE_WIDGET)

static void show_list (InkPersonaSuggestions *self);

/* ---- Answers to a suggestion ---- */

static const char *
get_json (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "rule");
}

static void
accept_cb (GtkWidget *button,
           InkPersonaSuggestions *self)
{
  g_autoptr (InkRule) rule = ink_rule_from_json (get_json (button), -1, "", NULL, self->definition,
                                                 NULL);
  g_autofree char *name = g_strdup (g_object_get_data (G_OBJECT (button), "name"));

  if (rule != NULL)
    g_signal_emit (self, signals[SIGNAL_ACCEPTED], 0, name, rule);
}

static void
decline_cb (GtkWidget *button,
            InkPersonaSuggestions *self)
{
  g_hash_table_add (self->declined, g_strdup (get_json (button)));
  show_list (self);
}

/* ---- Words ---- */

/* "4 438 people, 22.2 %. All of them do Copy code snippet (2.9 % of the others)." */
static char *
say_reason (InkPersonaSuggestions *self,
            guint row)
{
  InkTable *table = ink_answer_get_table (self->answer, "suggestions");
  InkTable *marks = ink_answer_get_table (self->answer, "marks");
  InkNumbers numbers = ink_numbers_for_locale ();
  g_autofree char *people = ink_numbers_count (&numbers, ink_table_get_number (table, 2, row));
  g_autofree char *share = ink_numbers_share (&numbers, ink_table_get_number (table, 3, row));
  GString *text = g_string_new (NULL);
  gboolean first = TRUE;

  /* Translators: how many people, their share of all; what they do follows */
  g_string_append_printf (text, _ ("%s people, %s of all."), people, share);
  for (guint i = 0; i < ink_table_get_n_rows (marks); i++)
    {
      g_autofree char *own = ink_numbers_share (&numbers, ink_table_get_number (marks, 2, i));
      g_autofree char *rest = ink_numbers_share (&numbers, ink_table_get_number (marks, 3, i));

      if ((guint) ink_table_get_number (marks, 0, i) != row)
        continue;
      /* Translators: the name of a goal or event, the share of a group that does it, that of the
       * others */
      g_string_append_printf (text, _ ("%s %s: %s (others %s)"), first ? "" : ",",
                              ink_table_get_text (marks, 1, i), own, rest);
      first = FALSE;
    }
  g_string_append_c (text, '.');

  return g_string_free (text, FALSE);
}

static char *
say_rule (InkPersonaSuggestions *self,
          guint row,
          const InkRule *rule)
{
  InkTable *table = ink_answer_get_table (self->answer, "suggestions");
  InkNumbers numbers = ink_numbers_for_locale ();
  g_autofree char *words = ink_rule_to_words (rule);
  g_autofree char *caught = ink_numbers_share (&numbers, ink_table_get_number (table, 5, row));
  g_autofree char *right = ink_numbers_share (&numbers, ink_table_get_number (table, 6, row));

  /* Translators: a rule in words; the share of a group that it catches, and the share of those
   * caught who are of the group */
  return g_strdup_printf (_ ("A person who %s. This catches %s of them; of those it catches, %s are "
                             "such people."),
                          words, caught, right);
}

/* ---- Rows ---- */

static GtkWidget *
make_button (InkPersonaSuggestions *self,
             const char *label,
             const char *name,
             const char *json,
             GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  /* Translators: what a button does, the name of a persona */
  g_autofree char *words = g_strdup_printf (_ ("%s “%s”"), label, name);

  g_object_set_data_full (G_OBJECT (button), "rule", g_strdup (json), g_free);
  g_object_set_data_full (G_OBJECT (button), "name", g_strdup (name), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  g_signal_connect (button, "clicked", callback, self);

  return button;
}

static GtkWidget *
make_row (InkPersonaSuggestions *self,
          guint row,
          const InkRule *rule)
{
  InkTable *table = ink_answer_get_table (self->answer, "suggestions");
  const char *name = ink_table_get_text (table, 0, row);
  const char *json = ink_table_get_text (table, 1, row);
  g_autofree char *reason = say_reason (self, row);
  g_autofree char *sentence = say_rule (self, row, rule);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *decline
      = make_button (self, _ ("Decline"), name, json, G_CALLBACK (decline_cb));

  gtk_widget_add_css_class (decline, "flat");
  gtk_box_append (GTK_BOX (box), ink_wrapped_label_new (name, "heading"));
  gtk_box_append (GTK_BOX (box), ink_wrapped_label_new (reason, NULL));
  gtk_box_append (GTK_BOX (box), ink_wrapped_label_new (sentence, "dim-label"));
  gtk_box_append (GTK_BOX (buttons),
                  make_button (self, _ ("Add"), name, json, G_CALLBACK (accept_cb)));
  gtk_box_append (GTK_BOX (buttons), decline);
  gtk_box_append (GTK_BOX (box), buttons);

  return box;
}

static gboolean
is_persona (InkPersonaSuggestions *self,
            const InkRule *rule)
{
  for (guint i = 0; self->definition->personas[i] != NULL; i++)
    if (ink_rule_equal (self->definition->personas[i]->rule, rule))
      return TRUE;
  return FALSE;
}

static void
add_row (InkPersonaSuggestions *self,
         guint row)
{
  const char *json
      = ink_table_get_text (ink_answer_get_table (self->answer, "suggestions"), 1, row);
  g_autoptr (InkRule) rule = ink_rule_from_json (json, -1, "", NULL, self->definition, NULL);

  if (rule == NULL || is_persona (self, rule) || g_hash_table_contains (self->declined, json))
    return;
  if (gtk_widget_get_first_child (GTK_WIDGET (self->list)) != NULL)
    ink_text_column_append (self->list, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  ink_text_column_append (self->list, make_row (self, row, rule));
}

static void
show_list (InkPersonaSuggestions *self)
{
  InkTable *table = ink_answer_get_table (self->answer, "suggestions");
  guint n = ink_table_get_n_rows (table);
  gboolean some;

  ink_text_column_clear (self->list);
  for (guint row = 0; row < n; row++)
    add_row (self, row);
  some = gtk_widget_get_first_child (GTK_WIDGET (self->list)) != NULL;
  gtk_widget_set_visible (GTK_WIDGET (self->list), some);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), !some);
  gtk_label_set_label (self->nothing,
                       n > 0 ? _ ("You have seen all that the data suggests.")
                             : _ ("What people do does not fall into groups that a rule could "
                                  "tell apart. More micro goals may help."));
}

/* ---- The widget ---- */

static void
ink_persona_suggestions_dispose (GObject *object)
{
  InkPersonaSuggestions *self = INK_PERSONA_SUGGESTIONS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->definition, ink_definition_unref);
  g_clear_pointer (&self->answer, ink_answer_unref);
  g_clear_pointer (&self->declined, g_hash_table_unref);

  G_OBJECT_CLASS (ink_persona_suggestions_parent_class)->dispose (object);
}

static void
ink_persona_suggestions_class_init (InkPersonaSuggestionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_persona_suggestions_dispose;
  signals[SIGNAL_ACCEPTED]
      = g_signal_new ("accepted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_POINTER);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
ink_persona_suggestions_init (InkPersonaSuggestions *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->declined = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  self->list = INK_TEXT_COLUMN (ink_text_column_new (12));
  self->nothing = GTK_LABEL (ink_wrapped_label_new (NULL, "dim-label"));
  gtk_box_append (self->box,
                  ink_wrapped_label_new (_ ("People with a like mix of goals"), "heading"));
  gtk_box_append (self->box, GTK_WIDGET (self->nothing));
  gtk_box_append (self->box, GTK_WIDGET (self->list));
  gtk_widget_set_parent (GTK_WIDGET (self->box), GTK_WIDGET (self));
}

void
ink_persona_suggestions_set_answer (InkPersonaSuggestions *self,
                                    InkDefinition *definition,
                                    InkAnswer *answer)
{
  g_return_if_fail (INK_IS_PERSONA_SUGGESTIONS (self));
  g_return_if_fail (definition != NULL && answer != NULL);

  ink_definition_ref (definition);
  ink_answer_ref (answer);
  g_clear_pointer (&self->definition, ink_definition_unref);
  g_clear_pointer (&self->answer, ink_answer_unref);
  self->definition = definition;
  self->answer = answer;
  show_list (self);
}
