/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/pages/ink-data-people.h"

#include "analysis/ink-data-queries.h"
#include "analysis/ink-person-facts.h"
#include "analysis/ink-program.h"
#include "ui/pages/ink-data-words.h"
#include "ui/widgets/ink-data-table.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In the order of InkPeopleOrder. */
static const InkDataColumn columns[] = {
  [INK_PEOPLE_BY_ID] = { "id", N_ ("Person"), INK_DATA_TEXT, 0 },
  [INK_PEOPLE_BY_EVENTS] = { "events", N_ ("Events"), INK_DATA_NUMBER, 8, FALSE,
                             INK_FORMAT_COUNT },
  [INK_PEOPLE_BY_FIRST] = { "first", N_ ("First seen"), INK_DATA_NUMBER, 11, FALSE,
                            INK_FORMAT_TIME },
  [INK_PEOPLE_BY_LAST] = { "last", N_ ("Last seen"), INK_DATA_NUMBER, 11, FALSE,
                            INK_FORMAT_TIME },
  [INK_PEOPLE_BY_PERSONA] = { "persona", N_ ("Persona"), INK_DATA_TEXT, 14 },
};

/* A row is the answer's row; what it says is read from the store when it is looked at. */
struct _InkDataPeople
{
  InkDataPart parent_instance;

  InkDataTable *table;
  InkRowList *rows;

  InkRule *rule;    /* nullable */
  InkRuleAsk ask;
  GArray *only;     /* nullable: of guint32 */
  guint n;          /* without a search */

  InkTable *people; /* of the answer */
  InkEventStore *store;
  InkDefinition *definition;
  GTimeZone *zone;
  gint64 from; /* of the filter that the answer was given for */
  gint64 to;

  InkLive *personas; /* everybody's, while it is shown and there are any */
};

enum
{
  SIGNAL_OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InkDataPeople, ink_data_people, INK_TYPE_DATA_PART)

static guint32
get_person (InkDataPeople *self,
            guint number)
{
  return (guint32) ink_table_get_number (self->people, 0, number);
}

static InkPersonFacts
get_facts (InkDataPeople *self,
           guint32 person)
{
  return ink_person_facts_get (self->store, person, self->from, self->to);
}

/* NULL while it is not known. */
static const char *
get_persona (InkDataPeople *self,
             guint32 person)
{
  InkAnswer *answer = self->personas != NULL ? ink_live_get_answer (self->personas) : NULL;
  InkTable *table = answer != NULL ? ink_answer_get_table (answer, "personas") : NULL;
  InkPersona **personas = self->definition->personas;
  guint n = 0, index;

  if (table == NULL || person >= ink_table_get_n_rows (table))
    return NULL;
  index = (guint) ink_table_get_number (table, 0, person);
  while (n < index && personas[n] != NULL)
    n++;
  return personas[n] != NULL ? personas[n]->name : _ (INK_EVERYONE_ELSE);
}

static char *
get_text (gpointer data,
          guint number,
          guint column)
{
  InkDataPeople *self = data;
  guint32 person = get_person (self, number);

  switch (column)
    {
    case INK_PEOPLE_BY_ID:
      return g_strdup (ink_event_store_get_person_id (self->store, person));
    case INK_PEOPLE_BY_EVENTS:
      return ink_data_count (get_facts (self, person).events);
    case INK_PEOPLE_BY_FIRST:
      return ink_data_day (get_facts (self, person).first, self->zone);
    case INK_PEOPLE_BY_LAST:
      return ink_data_day (get_facts (self, person).last, self->zone);
    default:
      return g_strdup (get_persona (self, person));
    }
}

static double
get_number (gpointer data,
            guint number,
            guint column)
{
  InkDataPeople *self = data;
  InkPersonFacts facts = get_facts (self, get_person (self, number));

  return column == INK_PEOPLE_BY_EVENTS ? facts.events
         : column == INK_PEOPLE_BY_FIRST ? facts.first
                                         : facts.last;
}

static char *
get_detail (gpointer data,
            guint number)
{
  InkDataPeople *self = data;
  guint32 person = get_person (self, number);
  InkPersonFacts facts = get_facts (self, person);
  const char *persona = get_persona (self, person);
  g_autofree char *events = ink_data_events (facts.events);
  g_autofree char *days = ink_data_days (facts.first, facts.last, self->zone);

  if (persona == NULL)
    return g_strdup_printf (_ ("%s · %s"), events, days);
  return g_strdup_printf (_ ("%s · %s · %s"), persona, events, days);
}

static const InkDataSource source
    = { columns, G_N_ELEMENTS (columns), get_text, get_detail, NULL, NULL, get_number };

static void
activated_cb (InkDataTable *table,
              guint number,
              InkDataPeople *self)
{
  g_signal_emit (self, signals[SIGNAL_OPENED], 0,
                 ink_event_store_get_person_id (self->store, get_person (self, number)));
}

/* ---- As a part ---- */

static InkQuery *
ink_data_people_build (InkDataPart *part,
                       InkDocument *document,
                       GError **error)
{
  InkDataPeople *self = INK_DATA_PEOPLE (part);
  InkFilter filter = ink_view_get_filter (ink_data_part_get_view (part));
  gboolean descending;
  guint column = ink_data_table_get_sort (self->table, &descending);

  return ink_people_among_query_new (ink_document_get_definition (document),
                                     self->only != NULL ? NULL : &filter,
                                     (InkPeopleOrder) column, descending,
                                     ink_data_table_get_search (self->table), self->rule, self->ask,
                                     self->only);
}

static void
show_empty (InkDataPeople *self)
{
  InkView *view = ink_data_part_get_view (INK_DATA_PART (self));

  if (*ink_data_table_get_search (self->table) != '\0')
    ink_data_table_set_empty (self->table, "system-search-symbolic", _ ("Nobody has this id"),
                              _ ("Search for a part of the id as it is shown, or for the whole of "
                                 "an id that was merged into it."));
  else if (self->rule != NULL || self->only != NULL)
    ink_data_table_set_empty (self->table, "avatar-default-symbolic", _ ("Nobody here"),
                              ink_view_is_filtered (view)
                                  ? _ ("Among other people or in another period there may be "
                                       "some.")
                                  : _ ("Nobody did this so far."));
  else if (ink_view_is_filtered (view))
    ink_data_table_set_empty (self->table, "ink-filter-symbolic", _ ("Nobody here"),
                              _ ("Choose other people or another period above."));
  else
    ink_data_table_set_empty (self->table, "avatar-default-symbolic", _ ("No people yet"),
                              _ ("Drop an export here, or press + to add one."));
}

static void
forget_answer (InkDataPeople *self)
{
  g_clear_pointer (&self->people, ink_table_unref);
  g_clear_pointer (&self->store, ink_event_store_unref);
  g_clear_pointer (&self->definition, ink_definition_unref);
  g_clear_pointer (&self->zone, g_time_zone_unref);
}

static void
ink_data_people_answered (InkDataPart *part,
                          InkAnswer *answer)
{
  InkDataPeople *self = INK_DATA_PEOPLE (part);
  InkDocument *document = ink_data_part_get_document (part);
  InkTable *people = answer != NULL ? ink_answer_get_table (answer, "people") : NULL;
  g_autofree char *summary = NULL;

  if (people == NULL)
    return;
  ink_table_ref (people);
  forget_answer (self);
  self->people = people;
  self->store = ink_event_store_ref (ink_document_get_store (document));
  self->definition = ink_definition_ref (ink_document_get_definition (document));
  self->zone = ink_definition_get_zone (self->definition);
  ink_data_table_set_saved_as (self->table, _ ("People"), self->zone);
  self->from = self->to = INK_TIME_NONE;
  if (self->only == NULL)
    ink_view_get_period (ink_data_part_get_view (part), &self->from, &self->to);
  if (*ink_data_table_get_search (self->table) == '\0')
    self->n = ink_table_get_n_rows (people);
  show_empty (self);
  ink_row_list_set (self->rows, ink_table_get_n_rows (people), NULL);
  summary = ink_data_people (ink_table_get_n_rows (people));
  ink_data_part_set_summary (part, summary);
}

static InkQuery *
build_personas (InkDocument *document,
                gpointer data,
                GError **error)
{
  InkDefinition *definition = ink_document_get_definition (document);

  return definition->personas[0] != NULL ? ink_people_personas_query_new (definition) : NULL;
}

/* A rule of a persona that is refused leaves its column empty; the list is no worse for it. */
static void
personas_changed_cb (InkDataPeople *self)
{
  if (self->people == NULL)
    return;
  g_clear_pointer (&self->definition, ink_definition_unref);
  self->definition = ink_definition_ref (
      ink_document_get_definition (ink_data_part_get_document (INK_DATA_PART (self))));
  ink_data_table_refresh (self->table);
}

static void
ink_data_people_shown (InkDataPart *part)
{
  InkDataPeople *self = INK_DATA_PEOPLE (part);
  InkDocument *document = ink_data_part_get_document (part);

  if (document == NULL || self->personas != NULL)
    return;
  self->personas = ink_live_new (document, NULL, build_personas, self, NULL);
  g_signal_connect_object (self->personas, "notify::answer", G_CALLBACK (personas_changed_cb),
                           self, G_CONNECT_SWAPPED);
}

static void
ink_data_people_unmap (GtkWidget *widget)
{
  g_clear_object (&INK_DATA_PEOPLE (widget)->personas);

  GTK_WIDGET_CLASS (ink_data_people_parent_class)->unmap (widget);
}

static void
ink_data_people_finalize (GObject *object)
{
  InkDataPeople *self = INK_DATA_PEOPLE (object);

  forget_answer (self);
  g_clear_pointer (&self->rule, ink_rule_unref);
  g_clear_pointer (&self->only, g_array_unref);
  g_clear_object (&self->rows);
  g_clear_object (&self->personas);

  G_OBJECT_CLASS (ink_data_people_parent_class)->finalize (object);
}

static void
ink_data_people_class_init (InkDataPeopleClass *klass)
{
  InkDataPartClass *part_class = INK_DATA_PART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ink_data_people_finalize;
  GTK_WIDGET_CLASS (klass)->unmap = ink_data_people_unmap;
  part_class->build = ink_data_people_build;
  part_class->answered = ink_data_people_answered;
  part_class->shown = ink_data_people_shown;
  signals[SIGNAL_OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ink_data_people_init (InkDataPeople *self)
{
  self->rows = ink_row_list_new ();
  self->n = G_MAXUINT;
  self->table = g_object_new (INK_TYPE_DATA_TABLE, NULL);
  ink_data_table_set_source (self->table, &source, self, self->rows, _ ("People"),
                             _ ("Search by id"));
  ink_data_table_set_activatable (self->table, TRUE);
  ink_data_table_set_sort (self->table, INK_PEOPLE_BY_LAST, TRUE);
  g_signal_connect_object (self->table, "search-changed", G_CALLBACK (ink_data_part_refresh),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "sort-changed", G_CALLBACK (ink_data_part_refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "activated", G_CALLBACK (activated_cb), self, 0);
  ink_data_part_set_content (INK_DATA_PART (self), GTK_WIDGET (self->table));
}

void
ink_data_people_set_rule (InkDataPeople *self,
                          InkRule *rule,
                          InkRuleAsk ask)
{
  g_return_if_fail (INK_IS_DATA_PEOPLE (self));
  g_return_if_fail (rule != NULL);

  ink_rule_ref (rule);
  g_clear_pointer (&self->rule, ink_rule_unref);
  self->rule = rule;
  self->ask = ask;
  ink_data_part_refresh (INK_DATA_PART (self));
}

void
ink_data_people_set_people (InkDataPeople *self,
                            GArray *people)
{
  g_return_if_fail (INK_IS_DATA_PEOPLE (self));
  g_return_if_fail (people != NULL);

  g_array_ref (people);
  g_clear_pointer (&self->only, g_array_unref);
  self->only = people;
  ink_data_part_refresh (INK_DATA_PART (self));
}

guint
ink_data_people_get_n (InkDataPeople *self)
{
  g_return_val_if_fail (INK_IS_DATA_PEOPLE (self), G_MAXUINT);

  return self->n;
}

char *
ink_data_people_to_text (InkDataPeople *self)
{
  GString *text;

  g_return_val_if_fail (INK_IS_DATA_PEOPLE (self), NULL);

  text = g_string_new (NULL);
  for (guint i = 0; self->people != NULL && i < ink_table_get_n_rows (self->people); i++)
    g_string_append_printf (text, "%s\n",
                            ink_event_store_get_person_id (self->store, get_person (self, i)));
  return g_string_free (text, FALSE);
}
