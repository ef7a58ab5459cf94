/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What opens below values and dates. */
#include "config.h"

#include "ui/widgets/ink-date-pick.h"
#include "ui/widgets/ink-sentence-editor-private.h"
#include "ui/widgets/ink-threshold.h"
#include "ui/widgets/ink-value-picker.h"

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

/* --- Typed values --- */

/* What the property holds; text where it is not known. */
static InkKind
get_kind (const InkWordPlace *place,
          const InkCondition *condition)
{
  const InkSchema *schema = ink_sentence_editor_get_schema (place->editor);
  const InkPropertyInfo *info;

  if (ink_property_is_seconds (condition->property))
    return INK_KIND_NUMBER;
  if (schema == NULL || condition->property == NULL)
    return place->word->n_values > 0 ? place->word->values[0].kind : INK_KIND_TEXT;

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
  double number;

  if (ink_property_is_seconds (condition->property) && ink_seconds_parse (text, &number))
    return ink_value_number (number);
  if (get_kind (place, condition) == INK_KIND_NUMBER
      && ink_number_parse (text, strlen (text), &number))
    return ink_value_number (number);

  return ink_value_text (text);
}

static void
set_typed (GtkWidget *entry,
           gboolean close)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  InkWordPlace place;
  InkValue value;

  if (!ink_word_place_find (entry, &place) || get_condition (&place) == NULL)
    return;
  value = parse_value (&place, text);
  if (value.kind == INK_KIND_ABSENT)
    return;
  ink_word_place_apply (&place,
                        ink_sentence_set_value (place.rule, &place.path, place.word->index,
                                                place.word->item, value),
                        _ ("Change Value"), close);
}

static void
typed_cb (GtkEntry *entry,
          gpointer data)
{
  set_typed (GTK_WIDGET (entry), TRUE);
}

static GtkWidget *
make_entry (const InkWordPlace *place,
            const InkCondition *condition)
{
  GtkWidget *box = make_box (), *entry = gtk_entry_new ();
  gboolean seconds = ink_property_is_seconds (condition->property);
  g_autofree char *text = NULL;

  if (place->word->n_values > 0)
    text = seconds ? ink_property_value_to_words (condition->property, place->word->values[0])
                   : ink_value_to_text (place->word->values[0]);
  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
  g_object_set (entry, "placeholder-text", seconds ? _ ("2 min, 90 s…") : NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Value"), -1);
  g_signal_connect (entry, "activate", G_CALLBACK (typed_cb), NULL);
  gtk_box_append (GTK_BOX (box), entry);
  return box;
}

/* --- Values of the data --- */

static void
picked_cb (InkValuePicker *picker,
           GArray *values,
           gpointer data)
{
  InkWordPlace place;
  InkRule *edited;

  if (!ink_word_place_find (GTK_WIDGET (picker), &place) || get_condition (&place) == NULL)
    return;
  if (place.word->kind == INK_WORD_VALUES)
    edited = ink_sentence_set_values (place.rule, &place.path, place.word->index,
                                      (const InkValue *) (void *) values->data, values->len);
  else if (values->len > 0)
    edited = ink_sentence_set_value (place.rule, &place.path, place.word->index,
                                     place.word->item, g_array_index (values, InkValue, 0));
  else
    return;
  ink_word_place_apply (&place, edited, _ ("Change Value"), FALSE);
}

static void
done_cb (GtkWidget *picker,
         gpointer data)
{
  InkWordPlace place;

  if (!ink_word_place_find (picker, &place))
    return;
  ink_word_button_close (place.button);
  /* Who leaves without a value wants another word first. */
  if (place.word->unfinished)
    ink_sentence_editor_stay_at (place.editor, &place.path, place.word);
  else
    ink_sentence_editor_go_on_at (place.editor, &place.path, place.word);
}

static gboolean
compares_text (InkOp op)
{
  return op >= INK_OP_CONTAINS && op <= INK_OP_MATCHES;
}

static gboolean
compares_order (InkOp op)
{
  return op == INK_OP_GREATER || op == INK_OP_AT_LEAST || op == INK_OP_LESS
         || op == INK_OP_AT_MOST || op == INK_OP_BETWEEN;
}

static GtkWidget *
make_picker (const InkWordPlace *place,
             const InkCondition *condition)
{
  const InkRule *part = ink_word_place_get_part (place);
  InkValuesOf of = { (const char *const *) (void *) part->names, condition->property,
                     condition->on_person };
  GtkWidget *picker = ink_value_picker_new ();

  ink_value_picker_set_source (INK_VALUE_PICKER (picker),
                               ink_sentence_editor_get_view (place->editor), &of);
  ink_value_picker_set_mode (INK_VALUE_PICKER (picker), place->word->kind == INK_WORD_VALUES,
                             compares_text (condition->op));
  ink_value_picker_set_values (INK_VALUE_PICKER (picker), place->word->values,
                               place->word->n_values);
  g_signal_connect (picker, "picked", G_CALLBACK (picked_cb), NULL);
  g_signal_connect (picker, "done", G_CALLBACK (done_cb), NULL);
  return picker;
}

/* --- Thresholds --- */

static void
limits_cb (InkThreshold *threshold,
           GArray *values,
           gpointer data)
{
  InkWordPlace place;

  if (ink_word_place_find (GTK_WIDGET (threshold), &place) && get_condition (&place) != NULL)
    ink_word_place_apply (&place,
                          ink_sentence_set_values (place.rule, &place.path, place.word->index,
                                                   (const InkValue *) (void *) values->data,
                                                   values->len),
                          _ ("Change Number"), FALSE);
}

/* Return in a number is the last word about it, as everywhere in a sentence. */
static gboolean
limit_key_cb (GtkEventControllerKey *controller,
              guint key,
              guint code,
              GdkModifierType modifiers,
              GtkWidget *threshold)
{
  GtkRoot *root = gtk_widget_get_root (threshold);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) || !GTK_IS_TEXT (focus))
    return FALSE;
  done_cb (threshold, NULL);
  return TRUE;
}

static GtkWidget *
make_threshold (const InkWordPlace *place,
                const InkCondition *condition)
{
  const InkRule *part = ink_word_place_get_part (place);
  InkValuesOf of = { (const char *const *) (void *) part->names, condition->property,
                     condition->on_person };
  GtkWidget *threshold = ink_threshold_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  ink_threshold_set_source (INK_THRESHOLD (threshold),
                            ink_sentence_editor_get_view (place->editor), &of);
  ink_threshold_set_value (INK_THRESHOLD (threshold), condition->op, condition->values,
                           condition->n_values);
  g_signal_connect (threshold, "picked", G_CALLBACK (limits_cb), NULL);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (limit_key_cb), threshold);
  gtk_widget_add_controller (threshold, keys);
  return threshold;
}

/* --- Dates --- */

/* The other end keeps its hour where its day is still the same. */
static const char *
keep_hour (const char *old,
           const char *picked)
{
  return old != NULL && picked != NULL && g_str_has_prefix (old, picked) ? old : picked;
}

static void
dates_cb (InkDatePick *pick,
          const char *from,
          const char *to,
          gpointer data)
{
  InkWordPlace place;
  const InkDates *old;

  if (!ink_word_place_find (GTK_WIDGET (pick), &place))
    return;
  old = &ink_word_place_get_part (&place)->between;
  ink_word_place_apply (&place,
                        ink_sentence_set_dates (place.rule, &place.path,
                                                keep_hour (old->from, from),
                                                keep_hour (old->to, to)),
                        _ ("Change Dates"), FALSE);
}

static void
day_cb (InkDatePick *pick,
        const char *day,
        const char *none,
        gpointer data)
{
  InkWordPlace place;

  if (day != NULL && ink_word_place_find (GTK_WIDGET (pick), &place))
    ink_word_place_apply (&place,
                          ink_sentence_set_value (place.rule, &place.path, place.word->index,
                                                  place.word->item, ink_value_text (day)),
                          _ ("Change Date"), FALSE);
}

static GtkWidget *
make_date_pick (const InkWordPlace *place)
{
  GtkWidget *pick = ink_date_pick_new ();
  InkView *view = ink_sentence_editor_get_view (place->editor);

  if (view != NULL)
    ink_date_pick_set_view (INK_DATE_PICK (pick), view);
  g_signal_connect (pick, "done", G_CALLBACK (done_cb), NULL);
  return pick;
}

/* A day is picked; what needs an hour is typed. */
static GtkWidget *
make_day (const InkWordPlace *place,
          const InkCondition *condition)
{
  GtkWidget *box = make_entry (place, condition);
  GtkWidget *pick = make_date_pick (place);
  const InkValue *value = place->word->n_values > 0 ? place->word->values : NULL;

  ink_date_pick_set_dates (
      INK_DATE_PICK (pick), FALSE,
      value != NULL && value->kind == INK_KIND_TEXT ? value->text : NULL, NULL);
  g_signal_connect (pick, "picked", G_CALLBACK (day_cb), NULL);
  gtk_box_prepend (GTK_BOX (box), pick);
  return box;
}

GtkWidget *
ink_word_popover_new_date (const InkWordPlace *place)
{
  const InkDates *between = &ink_word_place_get_part (place)->between;
  GtkWidget *box = make_box ();
  GtkWidget *pick = make_date_pick (place);

  ink_date_pick_set_dates (INK_DATE_PICK (pick), TRUE, between->from, between->to);
  g_signal_connect (pick, "picked", G_CALLBACK (dates_cb), NULL);
  gtk_box_append (GTK_BOX (box), pick);
  gtk_box_append (GTK_BOX (box), ink_word_remove_button_new (_ ("At Any Date")));
  return box;
}

/* --- Which for which --- */

/* Numbers are set by a threshold, times are days of a calendar, and other values are picked. */
GtkWidget *
ink_word_popover_new_value (const InkWordPlace *place)
{
  const InkCondition *condition = get_condition (place);
  gboolean order = compares_order (condition->op) && place->word->kind == INK_WORD_VALUE;
  InkKind kind = get_kind (place, condition);

  if (kind == INK_KIND_TIME && place->word->kind == INK_WORD_VALUE)
    return make_day (place, condition);
  if (condition->property == NULL || ink_sentence_editor_get_view (place->editor) == NULL
      || (order && kind != INK_KIND_NUMBER))
    return make_entry (place, condition);

  return order ? make_threshold (place, condition) : make_picker (place, condition);
}
