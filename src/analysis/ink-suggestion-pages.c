/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Goals from what was seen: pages whose address speaks of something, time on a page, several pages
 * in a visit, coming back. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "analysis/ink-suggestion-private.h"

/* Addresses that are looked at; a longer list is of queries, not of pages. */
#define MOST_PAGES 50000
/* Micro goals about this share of people tell most. */
#define GOOD_SHARE 0.25
#define PAGES_IN_VISIT 3
/* A section has several pages. */
#define FEWEST_OF_SECTION 5
#define MOST_SECTIONS 1000

typedef struct
{
  const InkFacts *facts;
  const char *event; /* a page was seen */
  InkProperty *page; /* nullable */
  guint64 *rows;     /* by code of the page: how often it was seen */
} Pages;

static void
pages_clear (Pages *pages)
{
  g_free (pages->rows);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pages, pages_clear)

static void
count_pages (Pages *pages)
{
  const InkScope *scope = pages->facts->scope;
  const InkDictionary *names = ink_event_store_get_name_dictionary (scope->store);
  guint32 code = ink_dictionary_find (names, pages->event, strlen (pages->event));
  guint32 n = MIN (scope->n_rows, pages->page->n_rows);

  pages->rows = g_new0 (guint64, (gsize) pages->page->n_values + 1);
  for (guint32 row = 0; row < n; row++)
    if (ink_codes_get (scope->names, row) == code)
      pages->rows[ink_codes_get (pages->page->codes, row)]++;
}

/* FALSE where the data has no pages. */
static gboolean
pages_init (Pages *pages,
            const InkFacts *facts,
            GError **error)
{
  *pages = (Pages){ .facts = facts, .event = ink_facts_get_page_event (facts) };
  if (pages->event == NULL)
    return FALSE;
  pages->page = ink_scope_event_property (facts->scope, "page", error);
  if (pages->page == NULL || pages->page->layout != INK_LAYOUT_CODES)
    return FALSE;
  count_pages (pages);
  return TRUE;
}

static const char *
get_page (const Pages *pages,
          guint code)
{
  InkValue value = pages->page->values[code];

  return pages->rows[code] > 0 && value.kind == INK_KIND_TEXT ? value.text : NULL;
}

/* ---- Pages of a topic ---- */

/* Pages of one topic, while they are found. */
typedef struct
{
  const InkTopic *topic;
  char *start;      /* what all of them start with */
  const char *best; /* the most seen */
  guint64 rows;     /* of the best */
  guint n;
} Found;

static void
found_free (Found *found)
{
  g_free (found->start);
  g_free (found);
}

static void
add_page (Found *found,
          const char *page,
          guint64 rows)
{
  gsize same = 0;

  if (found->start == NULL)
    found->start = g_strdup (page);
  while (found->start[same] != '\0' && found->start[same] == page[same])
    same++;
  /* Never half a letter. */
  while (same > 0 && (found->start[same] & 0xc0) == 0x80)
    same--;
  found->start[same] = '\0';
  if (rows > found->rows)
    {
      found->best = page;
      found->rows = rows;
    }
  found->n++;
}

static GPtrArray *
find_topics (const Pages *pages)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) found_free);
  guint n = MIN (pages->page->n_values, MOST_PAGES);

  for (guint code = 1; code < n; code++)
    {
      const char *page = get_page (pages, code);
      const InkTopic *topic = page != NULL ? ink_topic_of_page (page) : NULL;
      Found *found = NULL;

      for (guint i = 0; topic != NULL && i < all->len && found == NULL; i++)
        if (((Found *) g_ptr_array_index (all, i))->topic == topic)
          found = g_ptr_array_index (all, i);
      if (topic != NULL && found == NULL)
        {
          found = g_new0 (Found, 1);
          found->topic = topic;
          g_ptr_array_add (all, found);
        }
      if (topic != NULL)
        add_page (found, page, pages->rows[code]);
    }
  return all;
}

/* An event of that topic says it better than the page that goes with it. */
static gboolean
has_event (const InkFacts *facts,
           const InkTopic *topic)
{
  for (guint i = 0; i < facts->n_events; i++)
    if (facts->events[i].people > 0 && facts->events[i].topic != NULL
        && g_str_equal (facts->events[i].topic->id, topic->id))
      return TRUE;
  return FALSE;
}

static char *
make_page_name (const InkTopic *topic,
                gboolean macro)
{
  if (macro)
    return g_strdup (g_str_equal (topic->id, "purchase") ? _ ("Purchase confirmed")
                                                         : _ ("Thank-you page"));
  return g_strdup (topic->page != NULL ? _ (topic->page) : _ (topic->says));
}

static void
propose_page (const Pages *pages,
              const Found *found,
              GPtrArray *proposals)
{
  const InkFacts *facts = pages->facts;
  gboolean thanks = g_str_equal (found->topic->id, "purchase")
                    || g_str_equal (found->topic->id, "lead");
  gboolean macro = thanks && facts->n_macros == 0;
  g_autoptr (InkRule) rule = ink_rule_new_does (pages->event);
  g_autofree char *name = make_page_name (found->topic, thanks);
  /* The start that all share still speaks of it: else the most seen page stands for it. */
  const InkTopic *of_start = ink_topic_of_page (found->start);
  InkProposal *proposal;

  ink_suggestion_add_condition (rule, "page", INK_OP_STARTS_WITH,
                                ink_value_text (of_start == found->topic ? found->start
                                                                         : found->best));
  proposal = ink_proposal_new (name, macro ? INK_GOAL_MACRO : INK_GOAL_MICRO, rule);
  proposal->topic = found->topic;
  proposal->score = found->topic->weight - 0.5;
  proposal->goal->stage = g_strdup (
      ink_suggestion_stage (facts->scope->definition, macro ? 3 : MIN (found->topic->depth, 2)));
  ink_proposal_say (proposal, g_strdup_printf (_ ("the address of the page speaks of %s"),
                                               _ (found->topic->says)));
  g_ptr_array_add (proposals, proposal);
}

gboolean
ink_suggest_from_pages (const InkFacts *facts,
                        GPtrArray *proposals,
                        GError **error)
{
  g_auto (Pages) pages = { 0 };
  g_autoptr (GPtrArray) found = NULL;
  GError *failure = NULL;

  if (!pages_init (&pages, facts, &failure))
    {
      if (failure == NULL)
        return TRUE;
      g_propagate_error (error, failure);
      return FALSE;
    }
  found = find_topics (&pages);
  for (guint i = 0; i < found->len; i++)
    if (!has_event (facts, ((Found *) g_ptr_array_index (found, i))->topic))
      propose_page (&pages, g_ptr_array_index (found, i), proposals);
  return TRUE;
}

/* ---- Time on a page ---- */

static gboolean
add_duration (const Pages *pages,
              GPtrArray *proposals,
              GError **error)
{
  static const guint seconds[] = { 120, 60, 180, 30, 300 };
  InkScope *scope = pages->facts->scope;
  g_autoptr (InkProposal) best = NULL;
  double distance = INFINITY;

  for (guint i = 0; i < G_N_ELEMENTS (seconds); i++)
    {
      g_autoptr (InkRule) rule = ink_rule_new_does (pages->event);
      g_autofree char *length = ink_span_to_words (
          (InkSpan){ INK_SPAN_LENGTH, seconds[i] < 60 ? INK_UNIT_SECONDS : INK_UNIT_MINUTES,
                     seconds[i] < 60 ? seconds[i] : seconds[i] / 60.0 });
      g_autofree char *name = g_strdup_printf (_ ("%s on one page"), length);
      guint32 people;
      double off;

      ink_suggestion_add_condition (rule, "duration", INK_OP_AT_LEAST,
                                    ink_value_number (seconds[i]));
      if (!ink_suggestion_count_people (scope, rule, &people, error))
        return FALSE;
      off = fabs (log ((people + 0.5) / (GOOD_SHARE * scope->n_people + 0.5)));
      if (people == 0 || off >= distance)
        continue;
      distance = off;
      g_clear_pointer (&best, ink_proposal_free);
      best = ink_proposal_new (name, INK_GOAL_MICRO, rule);
    }
  if (best == NULL)
    return TRUE;
  best->topic = ink_topic_find ("time");
  best->score = 5;
  best->goal->stage = g_strdup (ink_suggestion_stage (scope->definition, 0));
  ink_proposal_say (best, g_strdup (_ ("shows who reads and who only passes by")));
  g_ptr_array_add (proposals, g_steal_pointer (&best));
  return TRUE;
}

/* ---- Several pages in a visit ---- */

/* "/glossary/" of "/glossary/rag"; NULL for a page of no section. */
static char *
get_section (const char *page)
{
  const char *slash = *page == '/' ? strchr (page + 1, '/') : NULL;

  return slash != NULL && slash[1] != '\0' ? g_strndup (page, (gsize) (slash - page) + 1) : NULL;
}

typedef struct
{
  guint pages;
  guint64 rows;
} Section;

static char *
find_best_section (GHashTable *sections)
{
  GHashTableIter iter;
  gpointer name, section;
  const char *best = NULL;
  guint64 rows = 0;

  g_hash_table_iter_init (&iter, sections);
  while (g_hash_table_iter_next (&iter, &name, &section))
    {
      const Section *s = section;

      if (s->pages >= FEWEST_OF_SECTION
          && (s->rows > rows || (s->rows == rows && best != NULL && strcmp (name, best) < 0)))
        {
          best = name;
          rows = s->rows;
        }
    }
  return g_strdup (best);
}

/* The part of the site that is read most, or NULL. */
static char *
find_section (const Pages *pages)
{
  g_autoptr (GHashTable) sections = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint code = 1; code < MIN (pages->page->n_values, MOST_PAGES); code++)
    {
      const char *page = get_page (pages, code);
      g_autofree char *name = page != NULL ? get_section (page) : NULL;
      Section *section = name != NULL ? g_hash_table_lookup (sections, name) : NULL;

      if (name == NULL || (section == NULL && g_hash_table_size (sections) >= MOST_SECTIONS))
        continue;
      if (section == NULL)
        {
          section = g_new0 (Section, 1);
          g_hash_table_insert (sections, g_strdup (name), section);
        }
      section->pages++;
      section->rows += pages->rows[code];
    }
  return find_best_section (sections);
}

static void
add_depth (const Pages *pages,
           GPtrArray *proposals)
{
  g_autofree char *section = find_section (pages);
  g_autoptr (InkRule) rule = ink_rule_new_does (pages->event);
  g_autofree char *name
      = section != NULL ? g_strdup_printf (_ ("%u pages of %s in one visit"), PAGES_IN_VISIT, section)
                        : g_strdup_printf (_ ("%u pages in one visit"), PAGES_IN_VISIT);
  InkProposal *proposal;

  if (section != NULL)
    ink_suggestion_add_condition (rule, "page", INK_OP_STARTS_WITH, ink_value_text (section));
  rule->times.given = TRUE;
  rule->times.bounds.has_at_least = TRUE;
  rule->times.bounds.at_least = PAGES_IN_VISIT;
  rule->times.within.kind = INK_SPAN_SESSION;
  proposal = ink_proposal_new (name, INK_GOAL_MICRO, rule);
  proposal->topic = ink_topic_find ("depth");
  proposal->score = 4.5;
  proposal->goal->stage = g_strdup (ink_suggestion_stage (pages->facts->scope->definition, 0));
  ink_proposal_say (proposal, g_strdup (_ ("shows who stays to find out more")));
  g_ptr_array_add (proposals, proposal);
}

/* ---- Coming back ---- */

static const char *const visit_numbers[]
    = { "ga_session_number", "session_number", "visit_number", "visitNumber", "session_index",
        "domain_sessionidx", "visit_count", NULL };

static InkRule *
make_return_rule (const InkFacts *facts)
{
  const InkEventFact *visit = NULL;
  InkRule *rule;

  for (guint i = 0; i < facts->n_events; i++)
    if (facts->events[i].topic != NULL && facts->events[i].topic->kind == INK_TOPIC_VISIT
        && facts->events[i].people > 0
        && (visit == NULL || facts->events[i].people > visit->people))
      visit = &facts->events[i];
  for (guint i = 0; visit_numbers[i] != NULL; i++)
    if (ink_scope_event_property (facts->scope, visit_numbers[i], NULL) != NULL)
      {
        rule = ink_rule_new_does ("*");
        ink_suggestion_add_condition (rule, visit_numbers[i], INK_OP_AT_LEAST,
                                      ink_value_number (2));
        return rule;
      }
  if (visit == NULL)
    return NULL;
  rule = ink_rule_new_does (visit->name);
  rule->times.given = TRUE;
  rule->times.bounds.has_at_least = TRUE;
  rule->times.bounds.at_least = 2;
  return rule;
}

static void
add_return (const InkFacts *facts,
            GPtrArray *proposals)
{
  g_autoptr (InkRule) rule = make_return_rule (facts);
  InkProposal *proposal;

  if (rule == NULL)
    return;
  proposal = ink_proposal_new (_ ("Comes back"), INK_GOAL_MICRO, rule);
  proposal->topic = ink_topic_find ("visit");
  proposal->score = 5.5;
  proposal->goal->stage = g_strdup (ink_suggestion_stage (facts->scope->definition, 1));
  ink_proposal_say (proposal, g_strdup (_ ("shows who has not forgotten you")));
  g_ptr_array_add (proposals, proposal);
}

gboolean
ink_suggest_from_visits (const InkFacts *facts,
                         GPtrArray *proposals,
                         GError **error)
{
  g_auto (Pages) pages = { 0 };
  GError *failure = NULL;

  if (pages_init (&pages, facts, &failure))
    add_depth (&pages, proposals);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  add_return (facts, proposals);
  /* Where the files give only days, how long a page was looked at is not known. */
  return pages.event == NULL || ink_scope_has_only_days (facts->scope)
         || add_duration (&pages, proposals, error);
}
