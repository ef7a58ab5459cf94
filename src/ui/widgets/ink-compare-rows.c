/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-compare-rows.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* As many groups as the palette tells apart, and the rest. */
#define DEFAULT_LIMIT 6
#define MOST_GROUPS 50

typedef enum
{
  NOTHING,
  PERSONAS,
  PERSON,
  FIRST,
  LAST,
  STEP,
  EACH,
  PERIOD,
} Way;

static const struct
{
  Way way;
  InkCompare compare;
  InkTake take;
  const char *title;
} ways[] = {
  { NOTHING, INK_COMPARE_NONE, INK_TAKE_FIRST, N_ ("Nothing") },
  { PERSONAS, INK_COMPARE_PERSONA, INK_TAKE_FIRST, N_ ("Personas") },
  { FIRST, INK_COMPARE_PROPERTY, INK_TAKE_FIRST, N_ ("A property, as it was first") },
  { LAST, INK_COMPARE_PROPERTY, INK_TAKE_LAST, N_ ("A property, as it was last") },
  { STEP, INK_COMPARE_PROPERTY, INK_TAKE_STEP, N_ ("A property of one step") },
  { EACH, INK_COMPARE_PROPERTY, INK_TAKE_EACH, N_ ("A property, the same on every step") },
  { PERSON, INK_COMPARE_PERSON, INK_TAKE_FIRST, N_ ("A property of people") },
  { PERIOD, INK_COMPARE_PERIOD, INK_TAKE_FIRST, N_ ("The period before") },
};

struct _InkCompareRows
{
  GtkWidget parent_instance;

  GtkWidget *content;
  AdwComboRow *way;
  AdwComboRow *property;
  AdwComboRow *step;
  GtkWidget *limit_row;
  GtkSpinButton *limit;

  GtkStringList *way_names;
  GArray *way_indices; /* into ways[], of those on offer */
  GtkStringList *property_names;
  GtkStringList *step_names;

  InkFunnel *funnel;
  gboolean has_personas;
  char **event_properties;
  char **person_properties;
  gboolean filling;
};

enum
{
  SIGNAL_EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InkCompareRows, ink_compare_rows, GTK_TYPE_WIDGET)

static guint
find_way (const InkFunnel *funnel)
{
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (ways[i].compare == funnel->compare
        && (funnel->compare != INK_COMPARE_PROPERTY || ways[i].take == funnel->take))
      return i;

  return 0;
}

static guint
get_way (InkCompareRows *self)
{
  guint selected = adw_combo_row_get_selected (self->way);

  return selected < self->way_indices->len ? g_array_index (self->way_indices, guint, selected)
                                           : 0;
}

static char **
get_properties (InkCompareRows *self,
                guint way)
{
  if (ways[way].compare == INK_COMPARE_PROPERTY)
    return self->event_properties;

  return ways[way].compare == INK_COMPARE_PERSON ? self->person_properties : NULL;
}

/* ---- Edits ---- */

static char *
make_label (guint way,
            const char *property)
{
  if (ways[way].way == NOTHING)
    return g_strdup (_ ("Compare Nothing"));
  if (property == NULL)
    return g_strdup_printf (_ ("Compare %s"), _ (ways[way].title));

  /* Translators: a step of undo; the name of a property. */
  return g_strdup_printf (_ ("Compare by “%s”"), property);
}

static void
emit (InkCompareRows *self,
      guint way,
      const char *property,
      guint step,
      guint limit)
{
  const char *properties[] = { property, NULL };
  g_autofree char *label = make_label (way, property);
  g_autoptr (InkFunnel) funnel
      = ink_funnel_copy_with_compare (self->funnel, ways[way].compare,
                                      property != NULL ? properties : NULL, ways[way].take, step,
                                      property != NULL ? limit : 0);

  g_signal_emit (self, signals[SIGNAL_EDITED], 0, funnel, label, "compare");
}

static const char *
get_property (InkCompareRows *self)
{
  guint selected = adw_combo_row_get_selected (self->property);

  return selected < g_list_model_get_n_items (G_LIST_MODEL (self->property_names))
             ? gtk_string_list_get_string (self->property_names, selected)
             : NULL;
}

static void
way_cb (AdwComboRow *row,
        GParamSpec *pspec,
        InkCompareRows *self)
{
  guint way;
  char **properties;
  const char *property;

  if (self->filling || self->funnel == NULL)
    return;
  way = get_way (self);
  properties = get_properties (self, way);
  property = properties == NULL ? NULL
             : self->funnel->compare_properties != NULL
                     && g_strv_contains ((const char *const *) properties,
                                         self->funnel->compare_properties[0])
                 ? self->funnel->compare_properties[0]
                 : properties[0];
  emit (self, way, property, 1, self->funnel->limit > 0 ? self->funnel->limit : DEFAULT_LIMIT);
}

static void
detail_cb (GObject *row,
           GParamSpec *pspec,
           InkCompareRows *self)
{
  if (self->filling || self->funnel == NULL)
    return;
  emit (self, get_way (self), get_property (self), adw_combo_row_get_selected (self->step) + 1,
        (guint) gtk_spin_button_get_value_as_int (self->limit));
}

/* ---- Showing ---- */

static gboolean
has_names (GtkStringList *list,
           const char *const *names)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (gtk_string_list_get_string (list, i), names[i]) != 0)
      return FALSE;

  return names[n] == NULL;
}

/* A list that is being chosen from stays as it is: the edit comes back while it is still open. */
static void
set_names (GtkStringList *list,
           const char *const *names)
{
  if (has_names (list, names))
    return;
  gtk_string_list_splice (list, 0, g_list_model_get_n_items (G_LIST_MODEL (list)), names);
}

static gboolean
is_offered (InkCompareRows *self,
            guint way)
{
  switch (ways[way].way)
    {
    case PERSONAS:
      return self->has_personas;
    case PERSON:
      return self->person_properties != NULL && self->person_properties[0] != NULL;
    case PERIOD:
      return self->funnel->between.given && self->funnel->between.from != NULL;
    case FIRST:
    case LAST:
    case STEP:
    case EACH:
      return self->event_properties != NULL && self->event_properties[0] != NULL;
    case NOTHING:
    default:
      return TRUE;
    }
}

static void
show_way (InkCompareRows *self)
{
  guint current = find_way (self->funnel);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;
  guint selected = 0;

  g_array_set_size (self->way_indices, 0);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (i == current || is_offered (self, i))
      {
        if (i == current)
          selected = self->way_indices->len;
        g_array_append_val (self->way_indices, i);
        g_strv_builder_add (names, _ (ways[i].title));
      }
  texts = g_strv_builder_end (names);
  set_names (self->way_names, (const char *const *) texts);
  adw_combo_row_set_selected (self->way, selected);
}

static void
show_property (InkCompareRows *self)
{
  char **properties = get_properties (self, find_way (self->funnel));
  char *current = self->funnel->compare_properties != NULL ? self->funnel->compare_properties[0]
                                                           : NULL;
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;
  guint selected = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; properties != NULL && properties[i] != NULL; i++)
    {
      if (g_strcmp0 (properties[i], current) == 0)
        selected = i;
      g_strv_builder_add (names, properties[i]);
    }
  if (current != NULL && selected == GTK_INVALID_LIST_POSITION)
    {
      selected = properties != NULL ? g_strv_length (properties) : 0;
      g_strv_builder_add (names, current);
    }
  texts = g_strv_builder_end (names);
  set_names (self->property_names, (const char *const *) texts);
  adw_combo_row_set_selected (self->property, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->property), current != NULL);
  gtk_widget_set_visible (self->limit_row, current != NULL);
  gtk_spin_button_set_value (self->limit, self->funnel->limit);
}

static void
show_step (InkCompareRows *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;
  gboolean wanted
      = self->funnel->compare == INK_COMPARE_PROPERTY && self->funnel->take == INK_TAKE_STEP;

  for (guint i = 0; i < self->funnel->n_steps; i++)
    {
      g_autofree char *label = ink_step_to_label (&self->funnel->steps[i]);

      g_strv_builder_add (names, label);
    }
  texts = g_strv_builder_end (names);
  set_names (self->step_names, (const char *const *) texts);
  gtk_widget_set_visible (GTK_WIDGET (self->step), wanted);
  if (wanted)
    adw_combo_row_set_selected (self->step, self->funnel->take_step - 1);
}

static void
show_funnel (InkCompareRows *self)
{
  if (self->funnel == NULL)
    return;
  self->filling = TRUE;
  show_way (self);
  show_property (self);
  show_step (self);
  self->filling = FALSE;
}

void
ink_compare_rows_set_funnel (InkCompareRows *self,
                             InkFunnel *funnel)
{
  g_return_if_fail (INK_IS_COMPARE_ROWS (self));

  if (funnel != NULL)
    ink_funnel_ref (funnel);
  g_clear_pointer (&self->funnel, ink_funnel_unref);
  self->funnel = funnel;
  show_funnel (self);
}

/* Those that most carry first; numbers of which each is another are no groups. */
static int
compare_fill (gconstpointer a,
              gconstpointer b)
{
  const InkPropertyInfo *x = *(const InkPropertyInfo *const *) a;
  const InkPropertyInfo *y = *(const InkPropertyInfo *const *) b;

  return x->filled != y->filled ? (x->filled < y->filled ? 1 : -1) : g_strcmp0 (x->name, y->name);
}

static char **
list_properties (const InkSchema *schema,
                 InkOn on)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < schema->n_properties; i++)
    {
      const InkPropertyInfo *property = &schema->properties[i];

      if (property->on == on && property->filled > 0
          && (property->kind == INK_KIND_TEXT || property->kind == INK_KIND_BOOLEAN
              || property->distinct <= MOST_GROUPS))
        g_ptr_array_add (found, (gpointer) property);
    }
  g_ptr_array_sort (found, compare_fill);
  for (guint i = 0; i < found->len; i++)
    g_strv_builder_add (names, ((const InkPropertyInfo *) g_ptr_array_index (found, i))->name);

  return g_strv_builder_end (names);
}

void
ink_compare_rows_set_choice (InkCompareRows *self,
                             const InkDefinition *definition,
                             const InkSchema *schema)
{
  g_return_if_fail (INK_IS_COMPARE_ROWS (self));

  self->has_personas = definition->personas[0] != NULL;
  g_strfreev (self->event_properties);
  g_strfreev (self->person_properties);
  self->event_properties = list_properties (schema, INK_ON_EVENT);
  self->person_properties = list_properties (schema, INK_ON_PERSON);
  show_funnel (self);
}

static void
ink_compare_rows_dispose (GObject *object)
{
  InkCompareRows *self = INK_COMPARE_ROWS (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->funnel, ink_funnel_unref);
  g_clear_pointer (&self->way_indices, g_array_unref);
  g_clear_pointer (&self->event_properties, g_strfreev);
  g_clear_pointer (&self->person_properties, g_strfreev);

  G_OBJECT_CLASS (ink_compare_rows_parent_class)->dispose (object);
}

static void
ink_compare_rows_class_init (InkCompareRowsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_compare_rows_dispose;
  signals[SIGNAL_EDITED]
      = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 3, G_TYPE_POINTER, G_TYPE_STRING, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static AdwComboRow *
add_combo (InkCompareRows *self,
           AdwPreferencesGroup *group,
           const char *title,
           GtkStringList **names,
           GCallback callback)
{
  AdwComboRow *row = ADW_COMBO_ROW (adw_combo_row_new ());

  *names = gtk_string_list_new (NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (row, G_LIST_MODEL (*names));
  g_object_unref (*names);
  adw_preferences_group_add (group, GTK_WIDGET (row));
  g_signal_connect (row, "notify::selected", callback, self);

  return row;
}

static void
add_limit (InkCompareRows *self,
           AdwPreferencesGroup *group)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (0, MOST_GROUPS, 1);

  self->limit_row = adw_action_row_new ();
  self->limit = GTK_SPIN_BUTTON (spin);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->limit_row), _ ("Largest groups"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->limit_row), _ ("0 shows all of them"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->limit_row), spin);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self->limit_row), spin);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Largest groups"), -1);
  adw_preferences_group_add (group, self->limit_row);
  g_signal_connect (spin, "notify::value", G_CALLBACK (detail_cb), self);
}

static void
ink_compare_rows_init (InkCompareRows *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  self->filling = TRUE;
  self->way_indices = g_array_new (FALSE, FALSE, sizeof (guint));
  self->content = GTK_WIDGET (group);
  adw_preferences_group_set_title (group, _ ("Compare"));
  self->way = add_combo (self, group, _ ("By"), &self->way_names, G_CALLBACK (way_cb));
  self->property
      = add_combo (self, group, _ ("Property"), &self->property_names, G_CALLBACK (detail_cb));
  self->step = add_combo (self, group, _ ("At"), &self->step_names, G_CALLBACK (detail_cb));
  add_limit (self, group);
  gtk_widget_set_visible (GTK_WIDGET (self->property), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->step), FALSE);
  gtk_widget_set_visible (self->limit_row, FALSE);
  gtk_widget_set_parent (self->content, GTK_WIDGET (self));
  self->filling = FALSE;
}
