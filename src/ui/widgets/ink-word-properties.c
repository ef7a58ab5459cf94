/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What opens below a property: those that the events carry first, with how many of them do. */
#include "config.h"

#include "analysis/ink-values-query.h"
#include "document/ink-live.h"
#include "plot/ink-numbers.h"
#include "ui/widgets/ink-name-offer.h"
#include "ui/widgets/ink-sentence-editor-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Events' properties, then people's, then what is derived of events, each by how many carry it. */
#define EVENT_RANK 4e15
#define PERSON_RANK 3e15
#define FIRST_RANK 2e15
#define LAST_RANK 1e15

typedef struct
{
  const char *name;
  InkOn on;
  InkKind kind;
  double filled;
  double rows; /* 0: not known */
} Found;

static gboolean
adds_up (const char *name,
         InkKind kind)
{
  return kind == INK_KIND_NUMBER || ink_property_is_seconds (name);
}

static void
put (InkNameOffer *offer,
     const InkWordPlace *place,
     const Found *found,
     const char *prefix,
     double rank)
{
  gboolean of_person = found->on == INK_ON_PERSON || rank <= FIRST_RANK;
  InkNumbers numbers = ink_numbers_for_locale ();
  g_autofree char *name = g_strconcat (prefix, found->name, NULL);
  g_autofree char *share = NULL;
  g_autofree char *detail = NULL;

  if (place->word->clause == INK_CLAUSE_TOTAL && !adds_up (found->name, found->kind))
    return;
  if (found->rows > 0)
    share = ink_numbers_share (&numbers, found->filled / found->rows);
  else if (rank > FIRST_RANK)
    share = ink_numbers_count (&numbers, found->filled);
  if (of_person)
    /* Translators: behind the name of a property: whose it is, and how many have it */
    detail = share != NULL && rank > FIRST_RANK ? g_strdup_printf (_ ("person · %s"), share)
                                              : g_strdup (_ ("person"));
  else
    detail = g_steal_pointer (&share);
  ink_name_offer_add (offer, name, name, detail, rank + found->filled,
                      g_strcmp0 (place->word->name, name) == 0);
}

/* Events have these whether their source says them or not. */
static void
put_derived (InkNameOffer *offer,
             const InkWordPlace *place)
{
  static const char *const names[] = { "duration", "session" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (!ink_name_offer_has (offer, names[i])
        && (place->word->clause != INK_CLAUSE_TOTAL || adds_up (names[i], INK_KIND_TEXT)))
      ink_name_offer_add (offer, names[i], names[i], NULL, EVENT_RANK - 1,
                          g_strcmp0 (place->word->name, names[i]) == 0);
}

/* What the rule has already stays on offer, even where the data does not have it. */
static void
put_current (InkNameOffer *offer,
             const InkWordPlace *place)
{
  const char *name = place->word->name;

  if (name != NULL && !ink_name_offer_has (offer, name))
    ink_name_offer_add (offer, name, name, _ ("not in the data"), 0, TRUE);
}

static gboolean
is_of_people (const Found *found,
              guint n,
              const char *name)
{
  for (guint i = 0; i < n; i++)
    if (found[i].on == INK_ON_PERSON && g_str_equal (found[i].name, name))
      return TRUE;

  return FALSE;
}

static InkNameOffer *
make_offer (const InkWordPlace *place,
            const Found *found,
            guint n)
{
  gboolean only_people = ink_word_place_get_part (place)->kind == INK_RULE_PERSON;
  InkNameOffer *offer = ink_name_offer_new ();

  for (guint i = 0; i < n && !only_people; i++)
    if (found[i].on == INK_ON_EVENT)
      put (offer, place, &found[i], "", EVENT_RANK);
  if (!only_people)
    put_derived (offer, place);
  if (!only_people && !place->word->flag)
    put_current (offer, place);
  offer->n_events = offer->names->len;
  for (guint i = 0; i < n && place->word->clause != INK_CLAUSE_TOTAL; i++)
    if (found[i].on == INK_ON_PERSON)
      put (offer, place, &found[i], "", PERSON_RANK);
    else
      {
        /* A person's property that no source gives is the first of the events': its plain name says
         * that, too, where it cannot be taken for the event's own. */
        gboolean plain = only_people && !is_of_people (found, n, found[i].name);

        put (offer, place, &found[i], plain ? "" : "first ", FIRST_RANK);
        put (offer, place, &found[i], "last ", LAST_RANK);
      }
  if (only_people || place->word->flag)
    put_current (offer, place);

  return offer;
}

/* All of the data's: until it is known what these events carry. */
static InkNameOffer *
offer_schema (const InkWordPlace *place)
{
  const InkSchema *schema = ink_sentence_editor_get_schema (place->editor);
  guint n = schema != NULL ? schema->n_properties : 0;
  g_autofree Found *found = g_new0 (Found, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    found[i] = (Found){ schema->properties[i].name, schema->properties[i].on,
                        schema->properties[i].kind, (double) schema->properties[i].filled, 0 };

  return make_offer (place, found, n);
}

/* --- What these events carry --- */

static InkKind
read_kind (const char *name)
{
  for (int kind = INK_KIND_ABSENT; kind <= INK_KIND_TIME; kind++)
    if (g_str_equal (ink_kind_to_string ((InkKind) kind), name))
      return (InkKind) kind;

  return INK_KIND_TEXT;
}

static InkNameOffer *
offer_carried (const InkWordPlace *place,
               const InkTable *table)
{
  guint n = ink_table_get_n_rows (table);
  guint name = (guint) ink_table_find_column (table, "name");
  guint on = (guint) ink_table_find_column (table, "on");
  guint kind = (guint) ink_table_find_column (table, "kind");
  guint filled = (guint) ink_table_find_column (table, "filled");
  guint rows = (guint) ink_table_find_column (table, "rows");
  g_autofree Found *found = g_new0 (Found, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    found[i] = (Found){ ink_table_get_text (table, name, i),
                        g_str_equal (ink_table_get_text (table, on, i), "person")
                            ? INK_ON_PERSON
                            : INK_ON_EVENT,
                        read_kind (ink_table_get_text (table, kind, i)),
                        ink_table_get_number (table, filled, i),
                        ink_table_get_number (table, rows, i) };

  return make_offer (place, found, n);
}

static InkQuery *
build (InkDocument *document,
       gpointer list,
       GError **error)
{
  InkWordPlace place;
  const InkRule *part;

  if (!ink_word_place_find (list, &place))
    return NULL;

  part = ink_word_place_get_part (&place);
  return ink_carried_query_new (ink_document_get_definition (document),
                                (const char *const *) (void *) part->names, NULL);
}

static void
answer_cb (InkLive *live,
           GParamSpec *pspec,
           GtkWidget *list)
{
  InkAnswer *answer = ink_live_get_answer (live);
  const InkTable *table = answer != NULL ? ink_answer_get_table (answer, "properties") : NULL;
  InkWordPlace place;

  if (table != NULL && ink_word_place_find (list, &place))
    ink_name_offer_show (offer_carried (&place, table), list);
}

/* Only while it is shown, and not for people, who have what they have. */
static void
map_cb (GtkWidget *list)
{
  InkWordPlace place;
  InkLive *live;

  if (!ink_word_place_find (list, &place) || ink_sentence_editor_get_view (place.editor) == NULL
      || ink_word_place_get_part (&place)->kind != INK_RULE_DOES)
    return;
  live = ink_live_new (ink_view_get_document (ink_sentence_editor_get_view (place.editor)), NULL,
                       build, list, NULL);
  g_signal_connect_object (live, "notify::answer", G_CALLBACK (answer_cb), list, 0);
  g_object_set_data_full (G_OBJECT (list), "ink-carried", live, g_object_unref);
}

static void
unmap_cb (GtkWidget *list)
{
  g_object_set_data (G_OBJECT (list), "ink-carried", NULL);
}

/* --- Picking --- */

static gboolean
is_number (const InkWordPlace *place,
           const char *name,
           gboolean on_person)
{
  const InkSchema *schema = ink_sentence_editor_get_schema (place->editor);
  const InkPropertyInfo *found
      = schema != NULL && on_person ? ink_schema_find_property (schema, name, INK_ON_PERSON) : NULL;

  if (found == NULL && on_person && g_str_has_prefix (name, "first "))
    name += strlen ("first ");
  else if (found == NULL && on_person && g_str_has_prefix (name, "last "))
    name += strlen ("last ");
  if (found == NULL && schema != NULL)
    found = ink_schema_find_property (schema, name, INK_ON_EVENT);

  return adds_up (name, found != NULL ? found->kind : INK_KIND_TEXT);
}

static void
property_picked_cb (GtkWidget *list,
                    guint index,
                    gpointer data)
{
  const InkNameOffer *offer = ink_name_offer_get (list);
  g_autofree char *name = g_strdup (ink_name_offer_get_name (list, index));
  gboolean on_person = index >= offer->n_events;
  InkWordPlace place;
  InkRule *edited;

  if (!ink_word_place_find (list, &place))
    return;
  if (place.word->clause == INK_CLAUSE_TOTAL)
    edited = ink_sentence_set_total_property (place.rule, &place.path, name);
  else
    edited = ink_sentence_pick_property (place.rule, &place.path, place.word->index, name,
                                         on_person, is_number (&place, name, on_person));
  ink_word_place_apply (&place, edited, _ ("Change Property"), TRUE);
}

GtkWidget *
ink_word_popover_new_property (const InkWordPlace *place)
{
  GtkWidget *list = ink_name_offer_make_list (offer_schema (place), FALSE);

  if (ink_word_place_get_part (place)->kind != INK_RULE_PERSON)
    ink_word_list_add_below (INK_WORD_LIST (list), ink_word_remove_button_new (_ ("Remove")));
  g_signal_connect (list, "picked", G_CALLBACK (property_picked_cb), NULL);
  g_signal_connect (list, "map", G_CALLBACK (map_cb), NULL);
  g_signal_connect (list, "unmap", G_CALLBACK (unmap_cb), NULL);
  return list;
}
