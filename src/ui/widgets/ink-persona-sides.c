/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-persona-sides.h"

#include <math.h>

#include "definition/ink-persona-edit.h"
#include "plot/ink-numbers.h"
#include "ui/widgets/ink-persona-sides-table.h"
#include "ui/widgets/ink-side-grid.h"
#include "ui/widgets/ink-table-view.h"
#include "ui/widgets/ink-text-column.h"

#include <glib/gi18n-lib.h>

/* People, events and visits per person; then the goals, then the values. */
#define N_FACTS 3
#define MOST_MARKS_SAID 3

struct _InkPersonaSides
{
  GtkWidget parent_instance;

  GtkWidget *box;
  InkSideGrid *grid;
  InkTextColumn *marks;
  GtkToggleButton *expander;
  InkTableView *table_view;

  InkAnswer *answer; /* that is shown */
  InkTable *people;  /* of it */
  InkTable *goals;
  InkNumbers numbers;
};

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InkPersonaSides, ink_persona_sides, GTK_TYPE_WIDGET)

static double
get_number (const InkTable *table,
            const char *column,
            guint row)
{
  return ink_table_get_number (table, (guint) ink_table_find_column (table, column), row);
}

static guint
count_goals (InkPersonaSides *self)
{
  guint n_personas = ink_table_get_n_rows (self->people);

  return n_personas > 0 ? ink_table_get_n_rows (self->goals) / n_personas : 0;
}

static void
cell_cb (InkSideGrid *grid,
         guint row,
         guint column,
         InkPersonaSides *self)
{
  guint n_goals = count_goals (self);
  const char *name = ink_table_get_text (self->people, 0, column);
  const char *goal = row >= N_FACTS && row < N_FACTS + n_goals
                         ? ink_table_get_text (self->goals, 1, row - N_FACTS)
                         : NULL;

  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, name, goal);
}

/* ---- Facts ---- */

static void
show_people (InkPersonaSides *self,
             guint column)
{
  g_autofree char *people
      = ink_numbers_count (&self->numbers, get_number (self->people, "people", column));
  g_autofree char *share
      = ink_numbers_share (&self->numbers, get_number (self->people, "share", column));
  /* Translators: a persona, how many people, their share of all */
  g_autofree char *words = g_strdup_printf (_ ("%s: %s people, %s of all"),
                                            ink_table_get_text (self->people, 0, column), people,
                                            share);

  ink_side_grid_set_cell (self->grid, 0, column, people, words, FALSE);
}

static void
show_mean (InkPersonaSides *self,
           guint row,
           guint column,
           const char *name,
           const char *fact)
{
  g_autofree char *text
      = ink_numbers_decimal (&self->numbers, get_number (self->people, fact, column), 1);
  /* Translators: a persona, what is counted, a number */
  g_autofree char *words = g_strdup_printf (
      _ ("%s: %s %s"), ink_table_get_text (self->people, 0, column), name, text);

  ink_side_grid_set_cell (self->grid, row, column, text, words, FALSE);
}

static void
show_facts (InkPersonaSides *self)
{
  ink_side_grid_set_name (self->grid, 0, _ ("People"));
  ink_side_grid_set_name (self->grid, 1, _ ("Events per person"));
  ink_side_grid_set_name (self->grid, 2, _ ("Visits per person"));
  for (guint i = 0; i < ink_table_get_n_rows (self->people); i++)
    {
      show_people (self, i);
      show_mean (self, 1, i, _ ("Events per person"), "events_per_person");
      show_mean (self, 2, i, _ ("Visits per person"), "visits_per_person");
    }
}

/* ---- Goals ---- */

/* "Buyer, Template download: 279 of 2 843, 9.8 % (8.8 – 11.0 %). 3.1 times as often as all others (2.7
 * – 3.6)" */
static char *
say_goal (InkPersonaSides *self,
          guint row,
          guint persona)
{
  const InkNumbers *numbers = &self->numbers;
  g_autofree char *did = ink_numbers_count (numbers, get_number (self->goals, "people", row));
  g_autofree char *all = ink_numbers_count (numbers, get_number (self->people, "people", persona));
  g_autofree char *share = ink_numbers_share (numbers, get_number (self->goals, "share", row));
  g_autofree char *low = ink_numbers_share (numbers, get_number (self->goals, "low", row));
  g_autofree char *high = ink_numbers_share (numbers, get_number (self->goals, "high", row));
  g_autofree char *range = ink_numbers_range (low, high);
  g_autofree char *rest = ink_numbers_share (numbers, get_number (self->goals, "rest_share", row));

  /* Translators: a persona and a goal; how many of how many; their share, its range; the share of all
   * other people */
  return g_strdup_printf (_ ("%s, %s: %s of %s, %s (%s). All others: %s"),
                          ink_table_get_text (self->goals, 0, row),
                          ink_table_get_text (self->goals, 1, row), did, all, share, range, rest);
}

static void
show_goal (InkPersonaSides *self,
           guint goal,
           guint persona)
{
  guint row = persona * count_goals (self) + goal;
  g_autofree char *share
      = ink_numbers_share (&self->numbers, get_number (self->goals, "share", row));
  g_autofree char *words = say_goal (self, row, persona);
  gboolean strong = get_number (self->goals, "q", row) <= 0.05
                    && get_number (self->goals, "ratio", row) >= 1.25
                    && get_number (self->goals, "ratio_low", row) > 1;

  ink_side_grid_set_cell (self->grid, N_FACTS + goal, persona, share, words, strong);
}

static void
show_goals (InkPersonaSides *self)
{
  guint n_goals = count_goals (self);

  for (guint i = 0; i < n_goals; i++)
    {
      ink_side_grid_set_name (self->grid, N_FACTS + i, ink_table_get_text (self->goals, 1, i));
      for (guint j = 0; j < ink_table_get_n_rows (self->people); j++)
        show_goal (self, i, j);
    }
}

/* ---- Values ---- */

/* (element-type utf8): the properties of the table, each once, in its order. */
static GPtrArray *
find_properties (const InkTable *values)
{
  GPtrArray *properties = g_ptr_array_new ();

  for (guint row = 0; row < ink_table_get_n_rows (values); row++)
    {
      const char *property = ink_table_get_text (values, 1, row);

      if (!g_ptr_array_find_with_equal_func (properties, property, g_str_equal, NULL))
        g_ptr_array_add (properties, (gpointer) property);
    }

  return properties;
}

/* All values of @property that are told of @persona: the first as @text, all as @words. */
static void
show_values (InkPersonaSides *self,
             const InkTable *values,
             guint row,
             guint persona,
             const char *property)
{
  const char *name = ink_table_get_text (self->people, 0, persona);
  g_autofree char *text = NULL;
  g_autofree char *title = ink_persona_name_property (property);
  g_autoptr (GString) words = g_string_new (NULL);

  g_string_append_printf (words, "%s, %s", name, title);
  for (guint i = 0; i < ink_table_get_n_rows (values); i++)
    {
      g_autofree char *share = NULL;

      if (g_strcmp0 (ink_table_get_text (values, 0, i), name) != 0
          || g_strcmp0 (ink_table_get_text (values, 1, i), property) != 0)
        continue;
      share = ink_numbers_share (&self->numbers, ink_table_get_number (values, 4, i));
      g_string_append_printf (words, "%s %s %s", text == NULL ? ":" : ",",
                              ink_table_get_text (values, 2, i), share);
      if (text == NULL)
        text = g_strdup (ink_table_get_text (values, 2, i));
    }
  ink_side_grid_set_cell (self->grid, row, persona, text != NULL ? text : "–", words->str, FALSE);
}

static void
show_properties (InkPersonaSides *self,
                 const InkTable *values,
                 GPtrArray *properties)
{
  guint first = N_FACTS + count_goals (self);

  for (guint i = 0; i < properties->len; i++)
    {
      const char *property = g_ptr_array_index (properties, i);
      g_autofree char *name = ink_persona_name_property (property);

      ink_side_grid_set_name (self->grid, first + i, name);
      for (guint j = 0; j < ink_table_get_n_rows (self->people); j++)
        show_values (self, values, first + i, j, property);
    }
}

/* ---- What they do more ---- */

/* "ROI calculator 12× (9.8 – 15)" */
static void
append_mark (GString *text,
             InkPersonaSides *self,
             const InkTable *more,
             guint row,
             gboolean first)
{
  double ratio = get_number (more, "ratio", row), high = get_number (more, "ratio_high", row);
  g_autofree char *times = ink_numbers_ratio (&self->numbers, ratio);
  g_autofree char *from = ink_numbers_ratio (&self->numbers, get_number (more, "ratio_low", row));
  g_autofree char *to = ink_numbers_ratio (&self->numbers, high);
  g_autofree char *range = ink_numbers_range (from, to);
  g_autofree char *name
      = g_markup_escape_text (ink_table_get_text (more, 2, row), -1);

  g_string_append (text, first ? " " : ", ");
  if (!isfinite (ratio))
    /* Translators: the name of a goal or event that nobody else does */
    g_string_append_printf (text, _ ("%s, which nobody else does"), name);
  else if (!isfinite (high))
    g_string_append_printf (text, _ ("%s %s (%s or more)"), name, times, from);
  else
    /* Translators: the name of a goal or event, how many times as often, the range of that */
    g_string_append_printf (text, _ ("%s %s (%s)"), name, times, range);
}

static void
add_marks (InkPersonaSides *self,
           const InkTable *more,
           const char *persona,
           GPtrArray *texts)
{
  g_autofree char *title = g_markup_printf_escaped (
      /* Translators: the name of a persona; what it does more than others follows */
      _ ("<b>%s</b> more often than all others:"), persona);
  g_autoptr (GString) text = g_string_new (title);
  guint n = 0;

  for (guint row = 0; row < ink_table_get_n_rows (more) && n < MOST_MARKS_SAID; row++)
    if (g_strcmp0 (ink_table_get_text (more, 0, row), persona) == 0)
      append_mark (text, self, more, row, n++ == 0);
  if (n == 0)
    return;
  g_ptr_array_add (texts, g_strdup (text->str));
}

static void
show_marks (InkPersonaSides *self,
            const InkTable *more)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < ink_table_get_n_rows (self->people); i++)
    add_marks (self, more, ink_table_get_text (self->people, 0, i), texts);
  ink_text_column_say (self->marks, texts);
  gtk_widget_set_visible (GTK_WIDGET (self->marks), texts->len > 0);
}

/* ---- The widget ---- */

static void
expanded_cb (InkPersonaSides *self)
{
  gboolean expanded = gtk_toggle_button_get_active (self->expander);
  g_autoptr (InkTable) table = expanded && self->answer != NULL
                                   ? ink_persona_sides_table_new (self->answer)
                                   : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->table_view), expanded);
  ink_table_view_set_table (self->table_view, table, NULL);
}

static void
ink_persona_sides_dispose (GObject *object)
{
  InkPersonaSides *self = INK_PERSONA_SIDES (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->answer, ink_answer_unref);

  G_OBJECT_CLASS (ink_persona_sides_parent_class)->dispose (object);
}

static void
ink_persona_sides_class_init (InkPersonaSidesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_persona_sides_dispose;
  g_type_ensure (INK_TYPE_SIDE_GRID);
  g_type_ensure (INK_TYPE_TEXT_COLUMN);
  g_type_ensure (INK_TYPE_TABLE_VIEW);
  signals[SIGNAL_ACTIVATED]
      = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               INK_RESOURCE_BASE "/widgets/ink-persona-sides.ui");
  gtk_widget_class_bind_template_child (widget_class, InkPersonaSides, box);
  gtk_widget_class_bind_template_child (widget_class, InkPersonaSides, grid);
  gtk_widget_class_bind_template_child (widget_class, InkPersonaSides, marks);
  gtk_widget_class_bind_template_child (widget_class, InkPersonaSides, expander);
  gtk_widget_class_bind_template_child (widget_class, InkPersonaSides, table_view);
  gtk_widget_class_bind_template_callback (widget_class, cell_cb);
  gtk_widget_class_bind_template_callback (widget_class, expanded_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
ink_persona_sides_init (InkPersonaSides *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_widget_init_template (GTK_WIDGET (self));
  ink_table_view_set_title (self->table_view, _ ("Personas side by side"));
  self->numbers = ink_numbers_for_locale ();
}

static void
show_heads (InkPersonaSides *self,
            const InkDefinition *definition)
{
  for (guint i = 0; i < ink_table_get_n_rows (self->people); i++)
    {
      const char *name = ink_table_get_text (self->people, 0, i);
      const InkPersona *persona = ink_definition_find_persona (definition, name);
      int place = persona != NULL ? ink_persona_find_place (definition, persona->id) : -1;

      ink_side_grid_set_head (
          self->grid, i, name,
          ink_persona_colour_at (definition, place >= 0 ? (guint) place : G_MAXUINT));
    }
}

static void
take_tables (InkPersonaSides *self,
             InkAnswer *answer)
{
  ink_answer_ref (answer);
  g_clear_pointer (&self->answer, ink_answer_unref);
  self->answer = answer;
  self->people = ink_answer_get_table (answer, "people");
  self->goals = ink_answer_get_table (answer, "goals");
}

void
ink_persona_sides_set_answer (InkPersonaSides *self,
                              const InkDefinition *definition,
                              InkAnswer *answer)
{
  InkTable *values;
  g_autoptr (GPtrArray) properties = NULL;
  g_autoptr (GString) kinds = NULL;
  guint n_goals;

  g_return_if_fail (INK_IS_PERSONA_SIDES (self));
  g_return_if_fail (definition != NULL && answer != NULL);

  take_tables (self, answer);
  values = ink_answer_get_table (answer, "values");
  properties = find_properties (values);
  n_goals = count_goals (self);
  kinds = g_string_new ("btt");
  for (guint i = 0; i < n_goals; i++)
    g_string_append_c (kinds, INK_SIDE_BUTTON);
  for (guint i = 0; i < properties->len; i++)
    g_string_append_c (kinds, INK_SIDE_TEXT);
  ink_side_grid_set_shape (self->grid, ink_table_get_n_rows (self->people), kinds->str);
  show_heads (self, definition);
  show_facts (self);
  show_goals (self);
  show_properties (self, values, properties);
  show_marks (self, ink_answer_get_table (answer, "more"));
  expanded_cb (self);
}
