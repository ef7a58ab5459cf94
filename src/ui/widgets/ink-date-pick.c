/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-date-pick.h"

#include "plot/ink-numbers.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _InkDatePick
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *ends; /* the two buttons */
  GtkWidget *end[2];
  GtkCalendar *calendar;
  GtkWidget *open;
  GtkWidget *hint;

  InkView *view;
  gboolean range;
  char *dates[2]; /* nullable: "2026-07-31" */
  guint active;   /* the end that the calendar sets */
  gboolean filling;
};

enum
{
  SIGNAL_PICKED,
  SIGNAL_DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InkDatePick, ink_date_pick, GTK_TYPE_WIDGET)

/* ---- Days ---- */

static GTimeZone *
get_zone (InkDatePick *self)
{
  return self->view != NULL ? ink_definition_get_zone (
                                  ink_document_get_definition (ink_view_get_document (self->view)))
                            : g_time_zone_new_utc ();
}

/* The day of a date or time, as definitions write it; NULL where it is neither. */
static char *
read_day (InkDatePick *self,
          const char *text)
{
  g_autoptr (GTimeZone) zone = get_zone (self);
  gint64 first, after;

  if (text == NULL)
    return NULL;
  if (ink_time_parse_date (text, strlen (text), zone, &first, &after)
      || ink_time_parse_iso (text, strlen (text), zone, &first))
    return ink_time_to_date (first, zone);
  return NULL;
}

static gint64
get_time (InkDatePick *self,
          const char *day)
{
  g_autoptr (GTimeZone) zone = get_zone (self);
  gint64 first = INK_TIME_NONE, after;

  if (day == NULL || !ink_time_parse_date (day, strlen (day), zone, &first, &after))
    return INK_TIME_NONE;
  return first;
}

static char *
say_day (InkDatePick *self,
         const char *day)
{
  g_autoptr (GTimeZone) zone = get_zone (self);
  InkNumbers numbers = ink_numbers_for_locale ();

  return ink_numbers_date (&numbers, get_time (self, day), INK_PERIOD_DAY, zone, TRUE);
}

/* ---- Showing ---- */

/* Where no day is set, that of the other end, or of the data's. */
static gint64
find_shown (InkDatePick *self)
{
  gint64 time = get_time (self, self->dates[self->active]);
  InkEventStore *store
      = self->view != NULL ? ink_document_get_store (ink_view_get_document (self->view)) : NULL;

  if (time == INK_TIME_NONE && self->range)
    time = get_time (self, self->dates[1 - self->active]);
  if (time == INK_TIME_NONE && store != NULL)
    time = self->active == 0 && self->range ? ink_event_store_get_first (store)
                                            : ink_event_store_get_last (store);
  return time;
}

static void
show_calendar (InkDatePick *self)
{
  g_autoptr (GTimeZone) zone = get_zone (self);
  gint64 time = find_shown (self);
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) day = NULL;

  if (time == INK_TIME_NONE)
    return;
  utc = g_date_time_new_from_unix_utc (time / INK_SECOND);
  day = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;
  if (day != NULL)
    gtk_calendar_select_day (self->calendar, day);
}

static void
show_end (InkDatePick *self,
          guint end)
{
  g_autofree char *day = say_day (self, self->dates[end]);
  const char *words = self->dates[end] != NULL ? day
                      : end == 0               ? _ ("the beginning")
                                               : _ ("the end");
  /* Translators: one end of a period: a day, or where the data begins or ends. */
  g_autofree char *label = g_strdup_printf (end == 0 ? C_ ("period", "From %s")
                                                     : C_ ("period", "To %s"),
                                            words);

  gtk_button_set_label (GTK_BUTTON (self->end[end]), label);
}

static gboolean
is_in_order (InkDatePick *self)
{
  return !self->range || self->dates[0] == NULL || self->dates[1] == NULL
         || strcmp (self->dates[0], self->dates[1]) <= 0;
}

static void
show (InkDatePick *self)
{
  self->filling = TRUE;
  gtk_widget_set_visible (self->ends, self->range);
  gtk_widget_set_visible (self->open, self->range);
  show_end (self, 0);
  show_end (self, 1);
  gtk_button_set_label (GTK_BUTTON (self->open),
                        self->active == 0 ? _ ("From the Beginning") : _ ("To the End"));
  gtk_widget_set_sensitive (self->open, self->dates[self->active] != NULL);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->end[self->active]), TRUE);
  show_calendar (self);
  gtk_widget_set_visible (self->hint, !is_in_order (self));
  self->filling = FALSE;
}

/* ---- Picking ---- */

/* Nothing is said of a period that ends before it begins: the hint stands there. */
static void
set_date (InkDatePick *self,
          char *day)
{
  g_free (self->dates[self->active]);
  self->dates[self->active] = day;
  show (self);
  if (is_in_order (self))
    g_signal_emit (self, signals[SIGNAL_PICKED], 0, self->dates[0], self->dates[1]);
}

static void
day_selected_cb (GtkCalendar *calendar,
                 InkDatePick *self)
{
  g_autoptr (GDateTime) day = NULL;

  if (self->filling)
    return;
  day = gtk_calendar_get_date (calendar);
  set_date (self, g_date_time_format (day, "%Y-%m-%d"));
}

static void
open_cb (GtkButton *button,
         InkDatePick *self)
{
  set_date (self, NULL);
}

static void
end_toggled_cb (GtkToggleButton *button,
                InkDatePick *self)
{
  if (self->filling || !gtk_toggle_button_get_active (button))
    return;
  self->active = GTK_WIDGET (button) == self->end[1];
  show (self);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType modifiers,
        InkDatePick *self)
{
  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter)
    return FALSE;
  if (!self->range && self->dates[0] == NULL)
    day_selected_cb (self->calendar, self);
  g_signal_emit (self, signals[SIGNAL_DONE], 0);
  return TRUE;
}

void
ink_date_pick_set_view (InkDatePick *self,
                        InkView *view)
{
  g_return_if_fail (INK_IS_DATE_PICK (self));

  if (g_set_object (&self->view, view))
    show (self);
}

void
ink_date_pick_set_dates (InkDatePick *self,
                         gboolean range,
                         const char *from,
                         const char *to)
{
  char *first, *last;

  g_return_if_fail (INK_IS_DATE_PICK (self));

  first = read_day (self, from);
  last = range ? read_day (self, to) : NULL;
  g_free (self->dates[0]);
  g_free (self->dates[1]);
  self->dates[0] = first;
  self->dates[1] = last;
  if (!range || range != self->range)
    self->active = 0;
  self->range = range;
  show (self);
}

/* ---- The widget ---- */

static void
ink_date_pick_dispose (GObject *object)
{
  InkDatePick *self = INK_DATE_PICK (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->view);

  G_OBJECT_CLASS (ink_date_pick_parent_class)->dispose (object);
}

static void
ink_date_pick_finalize (GObject *object)
{
  g_free (INK_DATE_PICK (object)->dates[0]);
  g_free (INK_DATE_PICK (object)->dates[1]);

  G_OBJECT_CLASS (ink_date_pick_parent_class)->finalize (object);
}

static void
ink_date_pick_class_init (InkDatePickClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ink_date_pick_dispose;
  object_class->finalize = ink_date_pick_finalize;
  signals[SIGNAL_PICKED]
      = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[SIGNAL_DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
make_ends (InkDatePick *self)
{
  GtkWidget *ends = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (ends, "linked");
  gtk_box_set_homogeneous (GTK_BOX (ends), TRUE);
  for (guint i = 0; i < 2; i++)
    {
      self->end[i] = gtk_toggle_button_new_with_label ("");
      gtk_box_append (GTK_BOX (ends), self->end[i]);
      g_signal_connect (self->end[i], "toggled", G_CALLBACK (end_toggled_cb), self);
    }
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->end[1]),
                               GTK_TOGGLE_BUTTON (self->end[0]));
  return ends;
}

static void
make_calendar (InkDatePick *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->calendar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Day"), -1);
  g_signal_connect (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->calendar), keys);
}

static void
ink_date_pick_init (InkDatePick *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->ends = make_ends (self);
  gtk_box_append (GTK_BOX (self->box), self->ends);
  make_calendar (self);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->calendar));
  self->hint = gtk_label_new (_ ("The last day lies before the first."));
  gtk_label_set_wrap (GTK_LABEL (self->hint), TRUE);
  gtk_widget_add_css_class (self->hint, "error");
  gtk_box_append (GTK_BOX (self->box), self->hint);
  self->open = gtk_button_new ();
  g_signal_connect (self->open, "clicked", G_CALLBACK (open_cb), self);
  gtk_box_append (GTK_BOX (self->box), self->open);
  show (self);
}

GtkWidget *
ink_date_pick_new (void)
{
  return g_object_new (INK_TYPE_DATE_PICK, NULL);
}
