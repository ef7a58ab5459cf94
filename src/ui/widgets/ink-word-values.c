/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What opens below values and dates. */
#include "config.h"

#include "ui/widgets/ink-sentence-editor-private.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

static GtkWidget *
make_box (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  gtk_widget_add_css_class (box, "word-form");
  return box;
}

static const InkCondition *
get_condition (const InkWordPlace *place)
{
  const InkRule *part = ink_word_place_get_part (place);

  return place->word->index < part->n_where ? &part->where[place->word->index] : NULL;
}

/* --- One value --- */

/* Numbers where the property has them, texts in quotation marks never. */
static InkKind
get_kind (const InkWordPlace *place,
          const InkCondition *condition)
{
  const InkSchema *schema = ink_sentence_editor_get_schema (place->editor);
  const InkPropertyInfo *info;

  if (place->word->n_values > 0)
    return place->word->values[0].kind;
  if (ink_property_is_seconds (condition->property))
    return INK_KIND_NUMBER;
  if (schema == NULL || condition->property == NULL)
    return INK_KIND_TEXT;

  info = ink_schema_find_property (schema, condition->property,
                                   condition->on_person ? INK_ON_PERSON : INK_ON_EVENT);
  return info != NULL ? info->kind : INK_KIND_TEXT;
}

/* The text that the value lies in is @text's. */
static InkValue
parse_value (const InkWordPlace *place,
             const char *text)
{
  const InkCondition *condition = get_condition (place);
  InkKind kind = get_kind (place, condition);
  double number;

  if (kind == INK_KIND_NUMBER && ink_property_is_seconds (condition->property)
      && ink_seconds_parse (text, &number))
    return ink_value_number (number);
  if (kind == INK_KIND_NUMBER && ink_number_parse (text, strlen (text), &number))
    return ink_value_number (number);
  if (kind == INK_KIND_BOOLEAN && (g_str_equal (text, "true") || g_str_equal (text, "false")))
    return ink_value_boolean (g_str_equal (text, "true"));

  return ink_value_text (text);
}

static void
value_activated_cb (GtkEntry *entry,
                    gpointer data)
{
  InkWordPlace place;
  InkValue value;
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));

  if (!ink_word_place_find (GTK_WIDGET (entry), &place) || get_condition (&place) == NULL)
    return;
  value = parse_value (&place, text);
  if (value.kind == INK_KIND_ABSENT)
    return;
  ink_word_place_apply (&place,
                        ink_sentence_set_value (place.rule, &place.path, place.word->index,
                                                place.word->item, value),
                        _ ("Change Value"), TRUE);
}

GtkWidget *
ink_word_popover_new_value (const InkWordPlace *place)
{
  GtkWidget *box = make_box (), *entry = gtk_entry_new ();
  const InkCondition *condition = get_condition (place);
  g_autofree char *text = NULL;

  if (place->word->n_values > 0)
    text = ink_property_is_seconds (condition->property)
               ? ink_property_value_to_words (condition->property, place->word->values[0])
               : ink_value_to_text (place->word->values[0]);
  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Value"), -1);
  g_signal_connect (entry, "activate", G_CALLBACK (value_activated_cb), NULL);
  gtk_box_append (GTK_BOX (box), entry);
  return box;
}

/* --- A list of values --- */

static void
value_added_cb (GtkEntry *entry,
                gpointer data)
{
  InkWordPlace place;
  g_autofree InkValue *values = NULL;
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));
  guint n;

  if (!ink_word_place_find (GTK_WIDGET (entry), &place) || get_condition (&place) == NULL
      || *text == '\0')
    return;
  n = place.word->n_values;
  values = g_new0 (InkValue, n + 1);
  if (n > 0)
    memcpy (values, place.word->values, n * sizeof (InkValue));
  values[n] = parse_value (&place, text);
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  ink_word_place_apply (&place,
                        ink_sentence_set_values (place.rule, &place.path, place.word->index,
                                                 values, n + 1),
                        _ ("Change Values"), TRUE);
}

GtkWidget *
ink_word_popover_new_values (const InkWordPlace *place)
{
  GtkWidget *box = make_box (), *entry = gtk_entry_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Another value"), -1);
  g_object_set (entry, "placeholder-text", _ ("Another value"), NULL);
  g_signal_connect (entry, "activate", G_CALLBACK (value_added_cb), NULL);
  gtk_box_append (GTK_BOX (box), entry);
  return box;
}

/* --- Dates --- */

static void
set_date (GtkWidget *widget,
          const char *date,
          gboolean close)
{
  InkWordPlace place;
  const InkRule *part;

  if (!ink_word_place_find (widget, &place))
    return;
  part = ink_word_place_get_part (&place);
  ink_word_place_apply (&place,
                        ink_sentence_set_dates (place.rule, &place.path,
                                                place.word->item == 0 ? date : part->between.from,
                                                place.word->item == 1 ? date : part->between.to),
                        _ ("Change Date"), close);
}

static void
day_cb (GtkCalendar *calendar,
        gpointer data)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (calendar);
  g_autofree char *date = g_date_time_format (day, "%Y-%m-%d");

  set_date (GTK_WIDGET (calendar), date, FALSE);
}

static void
open_end_cb (GtkButton *button,
             gpointer data)
{
  set_date (GTK_WIDGET (button), NULL, TRUE);
}

static void
no_dates_cb (GtkButton *button,
             gpointer data)
{
  InkWordPlace place;

  if (ink_word_place_find (GTK_WIDGET (button), &place))
    ink_word_place_apply (
        &place, ink_sentence_remove_clause (place.rule, &place.path, INK_CLAUSE_DATES),
        _ ("Remove Dates"), TRUE);
}

static void
show_date (GtkCalendar *calendar,
           const InkWordPlace *place)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GDateTime) day
      = place->word->name != NULL ? g_date_time_new_from_iso8601 (place->word->name, zone) : NULL;
  int year, month, number;

  if (day == NULL && place->word->name != NULL
      && sscanf (place->word->name, "%4d-%2d-%2d", &year, &month, &number) == 3)
    day = g_date_time_new (zone, year, month, number, 0, 0, 0);
  if (day != NULL)
    gtk_calendar_select_day (calendar, day);
}

static GtkWidget *
make_button (const char *title,
             GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (title);

  gtk_widget_add_css_class (button, "flat");
  g_signal_connect (button, "clicked", callback, NULL);
  return button;
}

GtkWidget *
ink_word_popover_new_date (const InkWordPlace *place)
{
  GtkWidget *box = make_box (), *calendar = gtk_calendar_new ();

  show_date (GTK_CALENDAR (calendar), place);
  gtk_accessible_update_property (GTK_ACCESSIBLE (calendar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Day"), -1);
  g_signal_connect (calendar, "day-selected", G_CALLBACK (day_cb), NULL);
  gtk_box_append (GTK_BOX (box), calendar);
  gtk_box_append (GTK_BOX (box), make_button (place->word->item == 0
                                                  ? _ ("From the Beginning")
                                                  : _ ("To the End"),
                                              G_CALLBACK (open_end_cb)));
  gtk_box_append (GTK_BOX (box), make_button (_ ("At Any Date"), G_CALLBACK (no_dates_cb)));
  return box;
}
