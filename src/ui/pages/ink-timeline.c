/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/pages/ink-timeline.h"

#include "ui/pages/ink-data-words.h"
#include "ui/pages/ink-timeline-facts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Events that are put in per turn of the main loop, and until the user asks for more. */
#define EVENTS_PER_TURN 8
#define EVENTS_AT_FIRST 200
#define EVENTS_MORE 400

/* Columns of the query's table "events". */
enum
{
  CELL_NAME,
  CELL_TIME,
  CELL_SESSION,
  CELL_DURATION,
};

struct _InkTimeline
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkListBox *list;
  GtkWidget *more;

  InkAnswer *answer;
  InkDefinition *definition;
  GTimeZone *zone;
  InkTable *events; /* of the answer */
  InkTimelineFacts *facts;
  guint next;       /* events that are not in the list yet: 0 … next - 1 */
  guint until;      /* the event at which the user is asked */
  guint n_rows;
  guint source;
};

G_DEFINE_FINAL_TYPE (InkTimeline, ink_timeline, GTK_TYPE_WIDGET)

static double
get_cell (InkTimeline *self,
          guint event,
          guint column)
{
  return ink_table_get_number (self->events, column, event);
}

/* ---- What an event carries ---- */

static char *
write_detail (InkTimeline *self,
              guint event,
              gboolean is_goal)
{
  InkNumbers numbers = ink_numbers_for_locale ();
  g_autofree char *carried = ink_timeline_facts_write_event (self->facts, event);
  double duration = get_cell (self, event, CELL_DURATION);
  GString *text = g_string_new (NULL);

  if (is_goal)
    g_string_append_printf (text, "%s · ",
                            ink_data_label (self->definition,
                                            ink_table_get_text (self->events, CELL_NAME, event)));
  if (!isnan (duration))
    {
      g_autofree char *span = ink_numbers_seconds (&numbers, duration);

      g_string_append_printf (text, "%s · ", span);
    }
  g_string_append (text, carried);
  if (g_str_has_suffix (text->str, " · "))
    g_string_truncate (text, text->len - strlen (" · "));
  return g_string_free (text, FALSE);
}

/* ---- Rows ---- */

/* Lines of what the data says begin where the reader's lines begin, whatever its script is: a right
 * to left mark, then the text, isolated so that its own order stays. */
#define ISOLATED "\u200f\u2068%s\u2069"

static GtkWidget *
make_label (const char *text,
            const char *class)
{
  gboolean mirrored = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;
  g_autofree char *isolated = mirrored ? g_strdup_printf (ISOLATED, text) : NULL;
  GtkWidget *label = gtk_label_new (mirrored ? isolated : text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  return label;
}

static void
add_row (InkTimeline *self,
         GtkWidget *child,
         const char *name)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  /* Nothing happens on a click, so nothing lights up under the pointer. */
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (self->list, row);
  self->n_rows++;
}

static void
add_day (InkTimeline *self,
         const char *day)
{
  GtkWidget *label = make_label (day, "heading");

  gtk_widget_add_css_class (label, "timeline-day");
  add_row (self, label, day);
}

/* "Visit at 09:12 · 4 min · 7 events · from newsletter" */
static char *
write_visit (InkTimeline *self,
             guint last)
{
  InkNumbers numbers = ink_numbers_for_locale ();
  guint first = ink_timeline_facts_get_visit_start (self->facts, last);
  double from = get_cell (self, first, CELL_TIME), to = get_cell (self, last, CELL_TIME);
  g_autofree char *start = ink_data_clock (from, self->zone);
  g_autofree char *span = ink_numbers_seconds (&numbers, (to - from) / INK_SECOND);
  g_autofree char *events = ink_data_events (last - first + 1);
  /* Translators: a visit: when it began, how long it was, how many events */
  g_autofree char *visit = g_strdup_printf (_ ("Visit at %s · %s · %s"), start, span, events);
  const char *channel = ink_timeline_facts_get_channel (self->facts, last);

  if (channel == NULL)
    return g_steal_pointer (&visit);
  /* Translators: a visit, then the channel that it came from */
  return g_strdup_printf (_ ("%s · from %s"), visit, channel);
}

static void
add_session (InkTimeline *self,
             guint last)
{
  g_autofree char *visit = write_visit (self, last);
  g_autofree char *more = ink_timeline_facts_write_visit (self->facts, last);
  g_autofree char *spoken
      = *more != '\0' ? g_strdup_printf ("%s, %s", visit, more) : g_strdup (visit);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *label = make_label (visit, "dim-label");
  GtkWidget *second = make_label (more, "dim-label");

  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (second, "caption");
  gtk_widget_set_visible (second, *more != '\0');
  gtk_widget_add_css_class (texts, "timeline-visit");
  gtk_box_append (GTK_BOX (texts), label);
  gtk_box_append (GTK_BOX (texts), second);
  add_row (self, texts, spoken);
}

static GtkWidget *
make_dot (InkTimeline *self,
          const InkGoal *goal)
{
  GtkWidget *dot = g_object_new (GTK_TYPE_LABEL, "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_PRESENTATION, "label", "●", "valign",
                                 GTK_ALIGN_START, NULL);
  GdkRGBA colour;

  gtk_widget_add_css_class (dot, "timeline-dot");
  if (goal != NULL && goal->colour != NULL && gdk_rgba_parse (&colour, goal->colour))
    {
      PangoAttrList *attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes,
                              pango_attr_foreground_new ((guint16) (colour.red * 65535),
                                                         (guint16) (colour.green * 65535),
                                                         (guint16) (colour.blue * 65535)));
      gtk_label_set_attributes (GTK_LABEL (dot), attributes);
      pango_attr_list_unref (attributes);
    }
  else if (goal != NULL)
    gtk_widget_add_css_class (dot, goal->kind == INK_GOAL_MACRO ? "macro" : "micro");
  return dot;
}

/* The goal that matters most of those that the event completes. */
static const InkGoal *
find_goal (InkTimeline *self,
           const GPtrArray *names)
{
  const InkGoal *found = NULL;

  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      const InkGoal *goal
          = ink_definition_find_goal (self->definition, g_ptr_array_index (names, i));

      if (found == NULL || (goal != NULL && goal->kind == INK_GOAL_MACRO))
        found = goal != NULL ? goal : found;
    }
  return found;
}

static char *
write_title (InkTimeline *self,
             guint event,
             const GPtrArray *names)
{
  GString *text;

  if (names == NULL)
    return g_strdup (ink_data_label (self->definition,
                                     ink_table_get_text (self->events, CELL_NAME, event)));
  text = g_string_new (NULL);
  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " · " : "",
                            (const char *) g_ptr_array_index (names, i));
  return g_string_free (text, FALSE);
}

static void
add_event (InkTimeline *self,
           guint event)
{
  const GPtrArray *names = ink_timeline_facts_get_goals (self->facts, event);
  const InkGoal *goal = find_goal (self, names);
  g_autofree char *clock = ink_data_clock (get_cell (self, event, CELL_TIME), self->zone);
  g_autofree char *title = write_title (self, event, names);
  g_autofree char *detail = write_detail (self, event, names != NULL);
  g_autofree char *spoken = g_strdup_printf ("%s, %s, %s", clock, title, detail);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *time = make_label (clock, "dim-label");
  GtkWidget *second = make_label (detail, "dim-label");

  gtk_widget_add_css_class (time, "numeric");
  gtk_widget_set_valign (time, GTK_ALIGN_START);
  gtk_label_set_width_chars (GTK_LABEL (time), 6);
  gtk_label_set_lines (GTK_LABEL (second), 2);
  gtk_label_set_ellipsize (GTK_LABEL (second), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (second, *detail != '\0' ? detail : NULL);
  gtk_widget_add_css_class (second, "caption");
  gtk_widget_set_visible (second, *detail != '\0');
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), make_label (title, names != NULL ? "heading" : NULL));
  gtk_box_append (GTK_BOX (texts), second);
  gtk_box_append (GTK_BOX (row), time);
  gtk_box_append (GTK_BOX (row), make_dot (self, goal));
  gtk_box_append (GTK_BOX (row), texts);
  add_row (self, row, spoken);
}

static gboolean
begins_with_other (InkTimeline *self,
                   guint event,
                   guint column)
{
  double here = get_cell (self, event, column), after;

  if (event + 1 == ink_table_get_n_rows (self->events))
    return TRUE;
  after = get_cell (self, event + 1, column);
  return here != after && !(isnan (here) && isnan (after));
}

static gboolean
begins_day (InkTimeline *self,
            guint event,
            const char *day)
{
  g_autofree char *after = NULL;

  if (event + 1 == ink_table_get_n_rows (self->events))
    return TRUE;
  after = ink_data_day (get_cell (self, event + 1, CELL_TIME), self->zone);
  return !g_str_equal (day, after);
}

static void
add_rows_of (InkTimeline *self,
             guint event)
{
  double time = get_cell (self, event, CELL_TIME);
  g_autofree char *day = isnan (time) ? g_strdup (_ ("Without a time"))
                                      : ink_data_day (time, self->zone);
  gboolean new_day = isnan (time) ? begins_with_other (self, event, CELL_TIME)
                                  : begins_day (self, event, day);

  if (new_day)
    add_day (self, day);
  if (!isnan (get_cell (self, event, CELL_SESSION))
      && begins_with_other (self, event, CELL_SESSION))
    add_session (self, event);
  add_event (self, event);
}

static gboolean
grow_cb (gpointer data)
{
  InkTimeline *self = data;

  for (guint i = 0; i < EVENTS_PER_TURN && self->next > self->until; i++)
    add_rows_of (self, --self->next);
  if (self->next > self->until)
    return G_SOURCE_CONTINUE;
  self->source = 0;
  gtk_widget_set_visible (self->more, self->next > 0);
  return G_SOURCE_REMOVE;
}

static void
grow (InkTimeline *self,
      guint n)
{
  self->until = self->next > n ? self->next - n : 0;
  gtk_widget_set_visible (self->more, FALSE);
  if (self->source == 0)
    self->source = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, grow_cb, self, NULL);
}

static void
more_cb (GtkButton *button,
         InkTimeline *self)
{
  grow (self, EVENTS_MORE);
}

/* ---- As a widget ---- */

static void
forget_answer (InkTimeline *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->facts, ink_timeline_facts_free);
  g_clear_pointer (&self->answer, ink_answer_unref);
  g_clear_pointer (&self->definition, ink_definition_unref);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  self->events = NULL;
  self->next = self->n_rows = 0;
}

static void
ink_timeline_dispose (GObject *object)
{
  InkTimeline *self = INK_TIMELINE (object);

  forget_answer (self);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (ink_timeline_parent_class)->dispose (object);
}

static void
ink_timeline_class_init (InkTimelineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ink_timeline_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
ink_timeline_init (InkTimeline *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "timeline");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Timeline"), -1);
  self->more = gtk_button_new_with_mnemonic (_ ("Show _Earlier Events"));
  gtk_widget_set_halign (self->more, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->more, FALSE);
  g_signal_connect_object (self->more, "clicked", G_CALLBACK (more_cb), self, 0);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (self->box), self->more);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

void
ink_timeline_set_answer (InkTimeline *self,
                         InkAnswer *answer,
                         InkDefinition *definition)
{
  GtkListBoxRow *row;

  g_return_if_fail (INK_IS_TIMELINE (self));
  g_return_if_fail (answer != NULL && definition != NULL);

  forget_answer (self);
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  self->answer = ink_answer_ref (answer);
  self->definition = ink_definition_ref (definition);
  self->zone = ink_definition_get_zone (definition);
  self->events = ink_answer_get_table (answer, "events");
  self->facts = ink_timeline_facts_new (answer);
  self->next = ink_table_get_n_rows (self->events);
  /* What can be seen first is there in the first frame. */
  for (guint i = 0; i < EVENTS_PER_TURN && self->next > 0; i++)
    add_rows_of (self, --self->next);
  grow (self, EVENTS_AT_FIRST);
}

guint
ink_timeline_get_n_rows (InkTimeline *self)
{
  g_return_val_if_fail (INK_IS_TIMELINE (self), 0);

  return self->n_rows;
}
