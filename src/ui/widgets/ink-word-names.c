/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What opens below words that are names: events, properties, goals, personas. */
#include "config.h"

#include "definition/ink-persona.h"
#include "plot/ink-numbers.h"
#include "ui/widgets/ink-sentence-editor-private.h"
#include "ui/widgets/ink-word-list.h"

#include <glib/gi18n-lib.h>

/* Above everything that is counted. */
#define FIRST_RANK 1e18

/* The names on offer, by the index of their item; kept by the list that shows them. */
typedef struct
{
  GPtrArray *names; /* owned texts */
  GPtrArray *items; /* InkNameItem */
  GArray *ticked;   /* guint */
  guint n_events;   /* properties: those from there on are the person's */
} Offer;

static Offer *
offer_new (void)
{
  Offer *offer = g_new0 (Offer, 1);

  offer->names = g_ptr_array_new_with_free_func (g_free);
  offer->items = g_ptr_array_new_with_free_func (g_object_unref);
  offer->ticked = g_array_new (FALSE, FALSE, sizeof (guint));
  return offer;
}

static void
offer_free (Offer *offer)
{
  g_ptr_array_unref (offer->names);
  g_ptr_array_unref (offer->items);
  g_array_unref (offer->ticked);
  g_free (offer);
}

static void
put (Offer *offer,
     const char *name,
     const char *title,
     const char *detail,
     double rank,
     gboolean ticked)
{
  guint index = offer->names->len;

  g_ptr_array_add (offer->names, g_strdup (name));
  g_ptr_array_add (offer->items, ink_name_item_new (title, detail, rank, index));
  if (ticked)
    g_array_append_val (offer->ticked, index);
}

static const char *
get_name (GtkWidget *list,
          guint index)
{
  const Offer *offer = g_object_get_data (G_OBJECT (list), "ink-offer");

  return g_ptr_array_index (offer->names, index);
}

static GtkWidget *
make_list (Offer *offer,
           gboolean ticks)
{
  GtkWidget *list = ink_word_list_new (ticks);

  ink_word_list_set_ticked (INK_WORD_LIST (list), offer->ticked);
  ink_word_list_set_items (INK_WORD_LIST (list), offer->items);
  g_object_set_data_full (G_OBJECT (list), "ink-offer", offer, (GDestroyNotify) offer_free);
  return list;
}

/* --- Events --- */

static gboolean
has_name (char *const *names,
          const char *name)
{
  return names != NULL && g_strv_contains ((const char *const *) names, name);
}

static void
put_events (Offer *offer,
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
      put (offer, event->name, label != NULL ? label : event->name, count,
           (double) event->events, ticked);
    }
}

/* Names that the data does not have stay on offer as long as the rule has them. */
static void
put_missing_events (Offer *offer,
                    const InkWordPlace *place)
{
  const InkSchema *schema = ink_sentence_editor_get_schema (place->editor);

  for (char **name = place->word->names; name != NULL && *name != NULL; name++)
    if (!g_str_equal (*name, "*")
        && (schema == NULL || ink_schema_find_event (schema, *name) == NULL))
      put (offer, *name, *name, _ ("not in the data"), FIRST_RANK, TRUE);
}

static void
event_picked_cb (GtkWidget *list,
                 guint index,
                 gpointer data)
{
  InkWordPlace place;
  const char *names[] = { get_name (list, index), NULL };

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
  const char *name = get_name (list, index);
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
  Offer *offer = offer_new ();
  GtkWidget *list, *hint;

  put (offer, "*", _ ("Anything"), _ ("any event"), -1, has_name (place->word->names, "*"));
  put_missing_events (offer, place);
  put_events (offer, place);
  list = make_list (offer, TRUE);
  hint = gtk_label_new (_ ("Tick several for any of them."));
  gtk_widget_add_css_class (hint, "dim-label");
  gtk_widget_add_css_class (hint, "caption");
  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  ink_word_list_add_below (INK_WORD_LIST (list), hint);
  g_signal_connect (list, "picked", G_CALLBACK (event_picked_cb), NULL);
  g_signal_connect (list, "ticked", G_CALLBACK (event_ticked_cb), NULL);
  return list;
}

/* --- Properties --- */

static void
put_properties (Offer *offer,
                const InkWordPlace *place,
                InkOn on,
                const char *prefix,
                double rank)
{
  const InkSchema *schema = ink_sentence_editor_get_schema (place->editor);
  InkNumbers numbers = ink_numbers_for_locale ();

  for (guint i = 0; schema != NULL && i < schema->n_properties; i++)
    {
      const InkPropertyInfo *info = &schema->properties[i];
      g_autofree char *name = g_strconcat (prefix, info->name, NULL);
      g_autofree char *count = ink_numbers_count (&numbers, (double) info->filled);
      gboolean current = g_strcmp0 (place->word->name, name) == 0;

      if (info->on != on
          || (place->word->clause == INK_CLAUSE_TOTAL && info->kind != INK_KIND_NUMBER
              && !ink_property_is_seconds (info->name)))
        continue;
      put (offer, name, name, *prefix == '\0' ? count : NULL, rank + (double) info->filled,
           current);
    }
}

static gboolean
offers (const Offer *offer,
        const char *name)
{
  for (guint i = 0; i < offer->names->len; i++)
    if (g_str_equal (g_ptr_array_index (offer->names, i), name))
      return TRUE;

  return FALSE;
}

/* Events have these whether their source says them or not. */
static void
put_derived (Offer *offer,
             const InkWordPlace *place)
{
  if (!offers (offer, "duration"))
    put (offer, "duration", "duration", NULL, 1, g_strcmp0 (place->word->name, "duration") == 0);
  if (!offers (offer, "session") && place->word->clause != INK_CLAUSE_TOTAL)
    put (offer, "session", "session", NULL, 0, g_strcmp0 (place->word->name, "session") == 0);
}

static void
property_picked_cb (GtkWidget *list,
                    guint index,
                    gpointer data)
{
  const Offer *offer = g_object_get_data (G_OBJECT (list), "ink-offer");
  const char *name = get_name (list, index);
  InkWordPlace place;
  InkRule *edited;

  if (!ink_word_place_find (list, &place))
    return;
  if (place.word->clause == INK_CLAUSE_TOTAL)
    edited = ink_sentence_set_total_property (place.rule, &place.path, name);
  else
    edited = ink_sentence_set_property (place.rule, &place.path, place.word->index, name,
                                        index >= offer->n_events);
  ink_word_place_apply (&place, edited, _ ("Change Property"), TRUE);
}

static void
remove_cb (GtkButton *button,
           gpointer data)
{
  InkWordPlace place;
  InkRule *edited;

  if (!ink_word_place_find (GTK_WIDGET (button), &place))
    return;
  edited = ink_sentence_remove_word (place.rule, &place.path, place.word);
  ink_word_place_apply (&place, edited != NULL ? edited : ink_sentence_new_part (INK_RULE_DOES),
                        _ ("Remove from the Sentence"), TRUE);
}

static GtkWidget *
make_remove (const char *title)
{
  GtkWidget *button = gtk_button_new_with_label (title);

  gtk_widget_add_css_class (button, "flat");
  g_signal_connect (button, "clicked", G_CALLBACK (remove_cb), NULL);
  return button;
}

GtkWidget *
ink_word_popover_new_property (const InkWordPlace *place)
{
  const InkRule *part = ink_word_place_get_part (place);
  gboolean on_person = part->kind == INK_RULE_PERSON;
  gboolean total = place->word->clause == INK_CLAUSE_TOTAL;
  Offer *offer = offer_new ();
  GtkWidget *list;

  if (!on_person)
    {
      put_properties (offer, place, INK_ON_EVENT, "", FIRST_RANK);
      put_derived (offer, place);
    }
  offer->n_events = offer->names->len;
  if (!total)
    {
      put_properties (offer, place, INK_ON_PERSON, "", FIRST_RANK / 2);
      put_properties (offer, place, INK_ON_EVENT, "first ", FIRST_RANK / 8);
      put_properties (offer, place, INK_ON_EVENT, "last ", FIRST_RANK / 16);
    }
  list = make_list (offer, FALSE);
  if (!on_person)
    ink_word_list_add_below (INK_WORD_LIST (list), make_remove (_ ("Remove")));
  g_signal_connect (list, "picked", G_CALLBACK (property_picked_cb), NULL);
  return list;
}

/* --- Goals and personas --- */

static void
put_goals (Offer *offer,
           const InkWordPlace *place)
{
  const InkDefinition *definition = ink_sentence_editor_get_definition (place->editor);
  const char *owner = ink_sentence_editor_get_owner (place->editor);

  for (guint i = 0; definition != NULL && definition->goals[i] != NULL; i++)
    {
      const InkGoal *goal = definition->goals[i];

      if (g_strcmp0 (goal->id, owner) != 0)
        put (offer, goal->name, goal->name,
             goal->kind == INK_GOAL_MACRO ? _ ("main goal") : NULL, -(double) i,
             g_strcmp0 (place->word->name, goal->name) == 0);
    }
}

static void
put_personas (Offer *offer,
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
      put (offer, persona->name, persona->name, NULL, -(double) i,
           g_strcmp0 (place->word->name, persona->name) == 0);
    }
  put (offer, INK_EVERYONE_ELSE, _ (INK_EVERYONE_ELSE), NULL, -(double) i,
       g_strcmp0 (place->word->name, INK_EVERYONE_ELSE) == 0);
}

static void
name_picked_cb (GtkWidget *list,
                guint index,
                gpointer data)
{
  const char *name = get_name (list, index);
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
  Offer *offer = offer_new ();
  GtkWidget *list;

  if (place->word->kind == INK_WORD_PERSONA)
    put_personas (offer, place);
  else
    put_goals (offer, place);
  list = make_list (offer, FALSE);
  if (place->word->kind == INK_WORD_AFTER)
    ink_word_list_add_below (INK_WORD_LIST (list), make_remove (_ ("Remove “after”")));
  g_signal_connect (list, "picked", G_CALLBACK (name_picked_cb), NULL);
  return list;
}
