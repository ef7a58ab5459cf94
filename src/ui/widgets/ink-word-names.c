/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What opens below words that are names: events, goals, personas. */
#include "config.h"

#include "definition/ink-persona.h"
#include "plot/ink-numbers.h"
#include "ui/widgets/ink-name-offer.h"
#include "ui/widgets/ink-sentence-editor-private.h"
#include "ui/widgets/ink-word-list.h"

#include <glib/gi18n-lib.h>

/* Above everything that is counted. */
#define FIRST_RANK 1e18

/* --- Events --- */

static gboolean
has_name (char *const *names,
          const char *name)
{
  return names != NULL && g_strv_contains ((const char *const *) names, name);
}

static void
put_events (InkNameOffer *offer,
            const InkWordPlace *place)
{
  const InkSchema *schema = ink_sentence_editor_get_schema (place->editor);
  const InkDefinition *definition = ink_sentence_editor_get_definition (place->editor);
  InkNumbers numbers = ink_numbers_for_locale ();

  for (guint i = 0; schema != NULL && i < schema->n_events; i++)
    {
      const InkEventInfo *event = &schema->events[i];
      const char *label
          = definition != NULL ? g_hash_table_lookup (definition->labels, event->name) : NULL;
      g_autofree char *count = ink_numbers_count (&numbers, (double) event->events);
      gboolean ticked = has_name (place->word->names, event->name);

      if (!ticked && definition != NULL
          && g_strv_contains ((const char *const *) definition->hidden, event->name))
        continue;
      ink_name_offer_add (offer, event->name, label != NULL ? label : event->name, count,
           (double) event->events, ticked);
    }
}

/* Names that the data does not have stay on offer as long as the rule has them. */
static void
put_missing_events (InkNameOffer *offer,
                    const InkWordPlace *place)
{
  const InkSchema *schema = ink_sentence_editor_get_schema (place->editor);

  for (char **name = place->word->names; name != NULL && *name != NULL; name++)
    if (!g_str_equal (*name, "*")
        && (schema == NULL || ink_schema_find_event (schema, *name) == NULL))
      ink_name_offer_add (offer, *name, *name, _ ("not in the data"), FIRST_RANK, TRUE);
}

static void
event_picked_cb (GtkWidget *list,
                 guint index,
                 gpointer data)
{
  InkWordPlace place;
  const char *names[] = { ink_name_offer_get_name (list, index), NULL };

  if (ink_word_place_find (list, &place))
    ink_word_place_apply (
        &place, ink_sentence_set_events (place.rule, &place.path, names, FALSE),
        _ ("Change Event"), TRUE);
}

/* Adds the name, or takes it away; the last one stays. */
static void
event_ticked_cb (GtkWidget *list,
                 guint index,
                 gboolean ticked,
                 gpointer data)
{
  const char *name = ink_name_offer_get_name (list, index);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  InkWordPlace place;

  if (!ink_word_place_find (list, &place))
    return;
  for (char **one = place.word->names; one != NULL && *one != NULL; one++)
    if (!g_str_equal (*one, name) && !g_str_equal (*one, "*"))
      g_ptr_array_add (names, *one);
  if (ticked || names->len == 0)
    g_ptr_array_add (names, (char *) name);
  g_ptr_array_add (names, NULL);
  ink_word_place_apply (&place,
                        ink_sentence_set_events (place.rule, &place.path,
                                                 (const char *const *) names->pdata, TRUE),
                        _ ("Change Events"), FALSE);
}

GtkWidget *
ink_word_popover_new_events (const InkWordPlace *place)
{
  InkNameOffer *offer = ink_name_offer_new ();
  GtkWidget *list, *hint;

  ink_name_offer_add (offer, "*", _ ("Anything"), _ ("any event"), -1, has_name (place->word->names, "*"));
  put_missing_events (offer, place);
  put_events (offer, place);
  list = ink_name_offer_make_list (offer, TRUE);
  hint = gtk_label_new (_ ("Tick several for any of them."));
  gtk_widget_add_css_class (hint, "dim-label");
  gtk_widget_add_css_class (hint, "caption");
  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  ink_word_list_add_below (INK_WORD_LIST (list), hint);
  g_signal_connect (list, "picked", G_CALLBACK (event_picked_cb), NULL);
  g_signal_connect (list, "ticked", G_CALLBACK (event_ticked_cb), NULL);
  return list;
}

/* --- Goals and personas --- */

static void
put_goals (InkNameOffer *offer,
           const InkWordPlace *place)
{
  const InkDefinition *definition = ink_sentence_editor_get_definition (place->editor);
  const char *owner = ink_sentence_editor_get_owner (place->editor);

  for (guint i = 0; definition != NULL && definition->goals[i] != NULL; i++)
    {
      const InkGoal *goal = definition->goals[i];

      if (g_strcmp0 (goal->id, owner) != 0)
        ink_name_offer_add (offer, goal->name, goal->name,
             goal->kind == INK_GOAL_MACRO ? _ ("macro goal") : NULL, -(double) i,
             g_strcmp0 (place->word->name, goal->name) == 0);
    }
}

static void
put_personas (InkNameOffer *offer,
              const InkWordPlace *place)
{
  const InkDefinition *definition = ink_sentence_editor_get_definition (place->editor);
  const char *owner = ink_sentence_editor_get_owner (place->editor);
  guint i = 0;

  for (; definition != NULL && definition->personas[i] != NULL; i++)
    {
      const InkPersona *persona = definition->personas[i];

      /* One can only lean on those that are tried before it. */
      if (g_strcmp0 (persona->id, owner) == 0)
        return;
      ink_name_offer_add (offer, persona->name, persona->name, NULL, -(double) i,
           g_strcmp0 (place->word->name, persona->name) == 0);
    }
  ink_name_offer_add (offer, INK_EVERYONE_ELSE, _ (INK_EVERYONE_ELSE), NULL, -(double) i,
       g_strcmp0 (place->word->name, INK_EVERYONE_ELSE) == 0);
}

static void
name_picked_cb (GtkWidget *list,
                guint index,
                gpointer data)
{
  const char *name = ink_name_offer_get_name (list, index);
  InkWordPlace place;
  InkRule *edited;

  if (!ink_word_place_find (list, &place))
    return;
  if (place.word->kind == INK_WORD_AFTER)
    edited = ink_sentence_set_after (place.rule, &place.path, name);
  else
    edited = ink_sentence_set_name (place.rule, &place.path, name);
  ink_word_place_apply (
      &place, edited,
      place.word->kind == INK_WORD_PERSONA ? _ ("Change Persona") : _ ("Change Goal"), TRUE);
}

GtkWidget *
ink_word_popover_new_name (const InkWordPlace *place)
{
  InkNameOffer *offer = ink_name_offer_new ();
  GtkWidget *list;

  if (place->word->kind == INK_WORD_PERSONA)
    put_personas (offer, place);
  else
    put_goals (offer, place);
  list = ink_name_offer_make_list (offer, FALSE);
  if (place->word->kind == INK_WORD_AFTER)
    ink_word_list_add_below (INK_WORD_LIST (list), ink_word_remove_button_new (_ ("Remove “after”")));
  g_signal_connect (list, "picked", G_CALLBACK (name_picked_cb), NULL);
  return list;
}
