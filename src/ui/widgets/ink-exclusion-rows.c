/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-exclusion-rows.h"

#include "ui/compat/ink-compat-name.h"
#include "ui/widgets/ink-name-picker.h"
#include "ui/widgets/ink-sentence-editor.h"
#include "ui/widgets/ink-step-choice.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* One exclusion, or, hidden, a place for one. */
typedef struct
{
  AdwExpanderRow *expander;
  GtkStringList *names; /* of the steps */
  InkSentenceEditor *sentence; /* this and what follows: nullable until the row is opened */
  AdwComboRow *from;
  AdwComboRow *to;
} Row;

struct _InkExclusionRows
{
  GtkWidget parent_instance;

  AdwPreferencesGroup *group;
  InkNamePicker *picker;
  GPtrArray *rows; /* Row: one for each exclusion, and hidden ones */

  InkView *view; /* nullable */
  InkFunnel *funnel;
  InkStepChoice *choice;
  gboolean filling; /* widgets are being set, not the user's doing */
};

enum
{
  SIGNAL_EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InkExclusionRows, ink_exclusion_rows, GTK_TYPE_WIDGET)

static void
row_free (gpointer data)
{
  Row *row = data;

  g_object_unref (row->names);
  g_free (row);
}

static char *
name_rule (InkRule *rule)
{
  InkStep step = { .rule = rule };

  return ink_step_to_label (&step);
}

static void
emit (InkExclusionRows *self,
      const InkExclusion *not_if,
      guint n_not_if,
      const char *label,
      const char *field)
{
  g_autoptr (InkFunnel) funnel = ink_funnel_copy_with_not_if (self->funnel, not_if, n_not_if);

  g_signal_emit (self, signals[SIGNAL_EDITED], 0, funnel, label, field);
}

/* The next step that an exclusion may begin or end at: optional ones are none. */
static guint
find_end (const InkFunnel *funnel,
          guint from,
          int by)
{
  for (guint i = from; i >= 1 && i <= funnel->n_steps; i += (guint) by)
    if (!funnel->steps[i - 1].optional)
      return i;

  return 0;
}

static void
picked_cb (InkNamePicker *picker,
           guint index,
           InkExclusionRows *self)
{
  guint n = self->funnel->n_not_if;
  g_autofree InkExclusion *not_if = g_new0 (InkExclusion, n + 1);
  g_autoptr (InkRule) rule = ink_step_choice_get_rule (self->choice, index);
  g_autofree char *name = name_rule (rule);
  /* Translators: a step of undo; the name of an event. */
  g_autofree char *label = g_strdup_printf (_ ("Exclude “%s”"), name);

  if (n > 0)
    memcpy (not_if, self->funnel->not_if, n * sizeof (InkExclusion));
  not_if[n] = (InkExclusion){ .rule = rule,
                              .from = find_end (self->funnel, 1, 1),
                              .to = find_end (self->funnel, self->funnel->n_steps, -1) };
  emit (self, not_if, n + 1, label, NULL);
}

static void show_parts (InkExclusionRows *self, Row *row, const InkExclusion *exclusion);

static guint
get_position (InkExclusionRows *self,
              GtkWidget *widget)
{
  GtkWidget *expander = gtk_widget_get_ancestor (widget, ADW_TYPE_EXPANDER_ROW);
  guint position = 0;

  while (position < self->rows->len
         && (GtkWidget *) ((Row *) g_ptr_array_index (self->rows, position))->expander != expander)
    position++;

  return position;
}

static void
remove_cb (GtkButton *button,
           InkExclusionRows *self)
{
  guint position = get_position (self, GTK_WIDGET (button));
  guint n = self->funnel->n_not_if;
  g_autofree InkExclusion *not_if = g_memdup2 (self->funnel->not_if, n * sizeof (InkExclusion));
  g_autofree char *name = name_rule (not_if[position].rule);
  /* Translators: a step of undo; the name of an event. */
  g_autofree char *label = g_strdup_printf (_ ("Allow “%s” Again"), name);

  memmove (not_if + position, not_if + position + 1, (n - position - 1) * sizeof (InkExclusion));
  emit (self, not_if, n - 1, label, NULL);
}

static void
ends_cb (AdwComboRow *row,
         GParamSpec *pspec,
         InkExclusionRows *self)
{
  guint position = get_position (self, GTK_WIDGET (row));
  gboolean is_from = g_object_get_data (G_OBJECT (row), "from") != NULL;
  guint step = adw_combo_row_get_selected (row) + 1;
  g_autofree InkExclusion *not_if = NULL;
  InkExclusion *edited;
  guint n;

  if (self->filling || position >= self->funnel->n_not_if)
    return;
  if (self->funnel->steps[step - 1].optional)
    {
      show_parts (self, g_ptr_array_index (self->rows, position), &self->funnel->not_if[position]);
      return;
    }
  n = self->funnel->n_not_if;
  not_if = g_memdup2 (self->funnel->not_if, n * sizeof (InkExclusion));
  edited = &not_if[position];
  if (is_from)
    edited->from = step;
  else
    edited->to = step;
  /* The other end gives way. */
  if (edited->to <= edited->from && is_from)
    edited->to = find_end (self->funnel, step + 1, 1);
  else if (edited->to <= edited->from)
    edited->from = step > 1 ? find_end (self->funnel, step - 1, -1) : 0;
  if (edited->from > 0 && edited->to > 0)
    emit (self, not_if, n, _ ("Change Where It Is Excluded"), "not-if");
}

static void
sentence_edited_cb (InkSentenceEditor *sentence,
                    InkRule *rule,
                    const char *label,
                    const char *field,
                    InkExclusionRows *self)
{
  guint position = get_position (self, GTK_WIDGET (sentence));
  guint n = self->funnel->n_not_if;
  g_autofree InkExclusion *not_if = g_memdup2 (self->funnel->not_if, n * sizeof (InkExclusion));
  g_autofree char *key
      = field != NULL ? g_strdup_printf ("not-if-%u/%s", position, field) : NULL;

  not_if[position].rule = rule;
  emit (self, not_if, n, label, key);
}

/* ---- Showing ---- */

static Row *
get_row (InkExclusionRows *self,
         guint position)
{
  return g_ptr_array_index (self->rows, position);
}

static InkSentenceEditor *
make_sentence (InkExclusionRows *self,
               Row *row)
{
  GtkWidget *line = adw_preferences_row_new ();
  GtkWidget *sentence = ink_sentence_editor_new ();

  ink_sentence_editor_set_view (INK_SENTENCE_EDITOR (sentence), self->view);
  g_signal_connect (sentence, "edited", G_CALLBACK (sentence_edited_cb), self);
  gtk_widget_add_css_class (sentence, "in-row");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (line), FALSE);
  gtk_widget_set_focusable (line, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (line), sentence);
  adw_expander_row_add_row (row->expander, line);

  return INK_SENTENCE_EDITOR (sentence);
}

static AdwComboRow *
make_end (InkExclusionRows *self,
          Row *row,
          gboolean is_from)
{
  AdwComboRow *end = ADW_COMBO_ROW (adw_combo_row_new ());

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (end),
                                 is_from ? _ ("After") : _ ("And before"));
  adw_combo_row_set_model (end, G_LIST_MODEL (row->names));
  g_object_set_data (G_OBJECT (end), "from", is_from ? self : NULL);
  g_signal_connect (end, "notify::selected", G_CALLBACK (ends_cb), self);
  adw_expander_row_add_row (row->expander, GTK_WIDGET (end));

  return end;
}

static void
show_names (Row *row,
            const InkFunnel *funnel)
{
  GListModel *old = G_LIST_MODEL (row->names);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  gboolean same = g_list_model_get_n_items (old) == funnel->n_steps;

  for (guint i = 0; i < funnel->n_steps; i++)
    {
      g_autofree char *name = ink_step_to_label (&funnel->steps[i]);

      same = same && g_str_equal (gtk_string_list_get_string (row->names, i), name);
      g_strv_builder_add (builder, name);
    }
  names = g_strv_builder_end (builder);
  if (!same)
    gtk_string_list_splice (row->names, 0, g_list_model_get_n_items (old),
                            (const char *const *) names);
}

/* Its sentence and two menus: made when the row is first opened, which few are. */
static void
show_parts (InkExclusionRows *self,
           Row *row,
           const InkExclusion *exclusion)
{
  if (row->from == NULL && !adw_expander_row_get_expanded (row->expander))
    return;
  self->filling = TRUE;
  show_names (row, self->funnel);
  if (row->from == NULL)
    {
      row->sentence = make_sentence (self, row);
      row->from = make_end (self, row, TRUE);
      row->to = make_end (self, row, FALSE);
    }
  ink_sentence_editor_set_rule (row->sentence, exclusion->rule, INK_SENTENCE_STEP);
  adw_combo_row_set_selected (row->from, exclusion->from - 1);
  adw_combo_row_set_selected (row->to, exclusion->to - 1);
  self->filling = FALSE;
}

static void
expanded_cb (AdwExpanderRow *expander,
             GParamSpec *pspec,
             InkExclusionRows *self)
{
  guint position = get_position (self, GTK_WIDGET (expander));

  if (self->funnel != NULL && position < self->funnel->n_not_if)
    show_parts (self, get_row (self, position), &self->funnel->not_if[position]);
}

static void
add_row (InkExclusionRows *self)
{
  Row *row = g_new0 (Row, 1);
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");

  row->expander = ADW_EXPANDER_ROW (adw_expander_row_new ());
  row->names = gtk_string_list_new (NULL);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row->expander), FALSE);
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (remove, "flat");
  ink_compat_set_hint (remove, _ ("Allow This Again"));
  g_signal_connect (remove, "clicked", G_CALLBACK (remove_cb), self);
  adw_expander_row_add_action (row->expander, remove);
  g_signal_connect (row->expander, "notify::expanded", G_CALLBACK (expanded_cb), self);
  adw_preferences_group_add (self->group, GTK_WIDGET (row->expander));
  g_ptr_array_add (self->rows, row);
}

static void
fill_row (InkExclusionRows *self,
          guint position)
{
  Row *row = get_row (self, position);
  const InkExclusion *exclusion = &self->funnel->not_if[position];
  g_autofree char *name = name_rule (exclusion->rule);
  g_autofree char *from = ink_step_to_label (&self->funnel->steps[exclusion->from - 1]);
  g_autofree char *to = ink_step_to_label (&self->funnel->steps[exclusion->to - 1]);
  /* Translators: between which two steps something must not happen. */
  g_autofree char *where = g_strdup_printf (_ ("between %s and %s"), from, to);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row->expander), name);
  adw_expander_row_set_subtitle (row->expander, where);
  show_parts (self, row, exclusion);
  gtk_widget_set_visible (GTK_WIDGET (row->expander), TRUE);
}

/* Rows are kept for the next exclusion: what they are made of costs more than the numbers. */
static void
hide_row (Row *row)
{
  gtk_widget_set_visible (GTK_WIDGET (row->expander), FALSE);
  adw_expander_row_set_expanded (row->expander, FALSE);
}

static void
show_rows (InkExclusionRows *self)
{
  guint n = self->funnel != NULL ? self->funnel->n_not_if : 0;

  while (self->rows->len < n)
    add_row (self);
  for (guint i = 0; i < self->rows->len; i++)
    if (i < n)
      fill_row (self, i);
    else
      hide_row (get_row (self, i));
}

static gboolean
is_shown (InkExclusionRows *self,
          const InkFunnel *funnel)
{
  if (self->funnel == NULL || funnel == NULL || self->funnel->n_not_if != funnel->n_not_if)
    return FALSE;
  if (funnel->n_not_if == 0)
    return TRUE;
  if (self->funnel->n_steps != funnel->n_steps)
    return FALSE;
  for (guint i = 0; i < funnel->n_not_if; i++)
    if (funnel->not_if[i].from != self->funnel->not_if[i].from
        || funnel->not_if[i].to != self->funnel->not_if[i].to
        || !ink_rule_equal (funnel->not_if[i].rule, self->funnel->not_if[i].rule))
      return FALSE;
  for (guint i = 0; i < funnel->n_steps; i++)
    if (!ink_rule_equal (funnel->steps[i].rule, self->funnel->steps[i].rule)
        || g_strcmp0 (funnel->steps[i].name, self->funnel->steps[i].name) != 0)
      return FALSE;

  return TRUE;
}

void
ink_exclusion_rows_set_funnel (InkExclusionRows *self,
                               InkFunnel *funnel)
{
  gboolean same;

  g_return_if_fail (INK_IS_EXCLUSION_ROWS (self));

  same = is_shown (self, funnel);
  if (funnel != NULL)
    ink_funnel_ref (funnel);
  g_clear_pointer (&self->funnel, ink_funnel_unref);
  self->funnel = funnel;
  gtk_widget_set_sensitive (GTK_WIDGET (self->picker), funnel != NULL && funnel->n_steps > 1);
  if (!same)
    show_rows (self);
}

void
ink_exclusion_rows_set_view (InkExclusionRows *self,
                             InkView *view)
{
  g_return_if_fail (INK_IS_EXCLUSION_ROWS (self));

  g_set_object (&self->view, view);
  for (guint i = 0; i < self->rows->len; i++)
    if (get_row (self, i)->sentence != NULL)
      ink_sentence_editor_set_view (get_row (self, i)->sentence, view);
}

void
ink_exclusion_rows_set_choice (InkExclusionRows *self,
                               const InkDefinition *definition,
                               const InkSchema *schema)
{
  g_return_if_fail (INK_IS_EXCLUSION_ROWS (self));

  g_clear_pointer (&self->choice, ink_step_choice_free);
  self->choice = ink_step_choice_new (definition, schema);
  ink_step_choice_offer (self->choice, self->picker);
}

static void
ink_exclusion_rows_dispose (GObject *object)
{
  InkExclusionRows *self = INK_EXCLUSION_ROWS (object);

  if (self->group != NULL)
    ink_exclusion_rows_set_view (self, NULL);
  if (self->group != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->group));
  self->group = NULL;
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->funnel, ink_funnel_unref);
  g_clear_pointer (&self->choice, ink_step_choice_free);

  G_OBJECT_CLASS (ink_exclusion_rows_parent_class)->dispose (object);
}

static void
ink_exclusion_rows_class_init (InkExclusionRowsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_exclusion_rows_dispose;
  signals[SIGNAL_EDITED]
      = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 3, G_TYPE_POINTER, G_TYPE_STRING, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ink_exclusion_rows_init (InkExclusionRows *self)
{
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->picker = g_object_new (INK_TYPE_NAME_PICKER, "icon-name", "list-add-symbolic", "tooltip",
                               _ ("Exclude an Event"), "valign", GTK_ALIGN_CENTER, NULL);
  adw_preferences_group_set_title (self->group, _ ("Not if"));
  adw_preferences_group_set_header_suffix (self->group, GTK_WIDGET (self->picker));
  gtk_widget_set_parent (GTK_WIDGET (self->group), GTK_WIDGET (self));
  g_signal_connect (self->picker, "picked", G_CALLBACK (picked_cb), self);
}
