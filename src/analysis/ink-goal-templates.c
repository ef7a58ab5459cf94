/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A template's goal is a topic of ink-suggestion-words.h; the best suggestion of that topic gives it
 * its rule. */
#include "config.h"

#include "analysis/ink-goal-templates.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "analysis/ink-suggestion-words.h"
#include "analysis/ink-suggestions.h"

static const InkGoalTemplate templates[] = {
  { "b2b-saas", N_("B2B software"), N_("From the first page to a demo and a contract"),
    { N_("Discover"), N_("Engage"), N_("Evaluate"), N_("Decide"), NULL } },
  { "shop", N_("Shop"), N_("From looking around to an order"),
    { N_("Look"), N_("Choose"), N_("Cart"), N_("Buy"), NULL } },
  { "content", N_("Content site"), N_("From a first visit to a reader who stays"),
    { N_("Arrive"), N_("Read"), N_("Return"), N_("Join"), NULL } },
  { "webinars", N_("Webinar series"), N_("From the invitation to what follows the webinar"),
    { N_("Invite"), N_("Register"), N_("Attend"), N_("Follow up"), NULL } },
};

/**
 * Slot: one goal of a template.
 * @topics: ids, separated by blanks, the best first
 */
typedef struct
{
  const char *template;
  const char *name;
  InkGoalKind kind;
  guint stage;
  const char *topics;
} Slot;

static const Slot slots[] = {
  { "b2b-saas", N_("Reads several pages"), INK_GOAL_MICRO, 0, "depth" },
  { "b2b-saas", N_("Comes back"), INK_GOAL_MICRO, 1, "visit" },
  { "b2b-saas", N_("Watches a video"), INK_GOAL_MICRO, 1, "video webinar-seen" },
  { "b2b-saas", N_("Downloads something"), INK_GOAL_MICRO, 1, "download" },
  { "b2b-saas", N_("Reads customers’ stories"), INK_GOAL_MICRO, 2, "case-study" },
  { "b2b-saas", N_("Sees prices"), INK_GOAL_MICRO, 2, "pricing" },
  { "b2b-saas", N_("Tries the calculator"), INK_GOAL_MICRO, 2, "calculator" },
  { "b2b-saas", N_("Signs up"), INK_GOAL_MICRO, 2, "sign-up newsletter" },
  { "b2b-saas", N_("Starts a trial"), INK_GOAL_MACRO, 3, "trial" },
  { "b2b-saas", N_("Demo booked"), INK_GOAL_MACRO, 3, "demo quote lead booking" },
  { "b2b-saas", N_("Contract signed"), INK_GOAL_MACRO, 3, "contract subscription purchase order" },

  { "shop", N_("Searches"), INK_GOAL_MICRO, 0, "search" },
  { "shop", N_("Sees a promotion"), INK_GOAL_MICRO, 0, "promotion" },
  { "shop", N_("Looks at a product"), INK_GOAL_MICRO, 0, "product" },
  { "shop", N_("Saves for later"), INK_GOAL_MICRO, 1, "wishlist" },
  { "shop", N_("Compares products"), INK_GOAL_MICRO, 1, "compare" },
  { "shop", N_("Comes back"), INK_GOAL_MICRO, 1, "visit" },
  { "shop", N_("Puts into the cart"), INK_GOAL_MICRO, 2, "cart" },
  { "shop", N_("Begins the checkout"), INK_GOAL_MICRO, 2, "checkout" },
  { "shop", N_("Enters the payment"), INK_GOAL_MICRO, 2, "payment" },
  { "shop", N_("Buys"), INK_GOAL_MACRO, 3, "purchase order" },

  { "content", N_("Stays on a page"), INK_GOAL_MICRO, 0, "time" },
  { "content", N_("Searches"), INK_GOAL_MICRO, 0, "search" },
  { "content", N_("Reads several pages"), INK_GOAL_MICRO, 1, "depth" },
  { "content", N_("Reads to the end"), INK_GOAL_MICRO, 1, "scroll" },
  { "content", N_("Watches a video"), INK_GOAL_MICRO, 1, "video" },
  { "content", N_("Saves for later"), INK_GOAL_MICRO, 1, "wishlist" },
  { "content", N_("Shares"), INK_GOAL_MICRO, 2, "share copy" },
  { "content", N_("Comments"), INK_GOAL_MICRO, 2, "comment" },
  { "content", N_("Comes back"), INK_GOAL_MICRO, 2, "visit" },
  { "content", N_("Newsletter sign-up"), INK_GOAL_MACRO, 3, "newsletter sign-up" },
  { "content", N_("Supports us"), INK_GOAL_MACRO, 3, "subscription donation purchase order" },

  { "webinars", N_("Opens the invitation"), INK_GOAL_MICRO, 0, "mail" },
  { "webinars", N_("Registers"), INK_GOAL_MICRO, 1, "webinar sign-up" },
  { "webinars", N_("Attends"), INK_GOAL_MICRO, 2, "webinar-seen" },
  { "webinars", N_("Watches the recording"), INK_GOAL_MICRO, 2, "video" },
  { "webinars", N_("Asks a question"), INK_GOAL_MICRO, 2, "chat comment" },
  { "webinars", N_("Downloads the slides"), INK_GOAL_MICRO, 3, "download" },
  { "webinars", N_("Demo booked"), INK_GOAL_MACRO, 3, "demo quote lead booking" },
  { "webinars", N_("Buys"), INK_GOAL_MACRO, 3, "purchase contract subscription order" },
};

const InkGoalTemplate *
ink_goal_templates_get (guint *n)
{
  g_return_val_if_fail (n != NULL, NULL);

  *n = G_N_ELEMENTS (templates);
  return templates;
}

const InkGoalTemplate *
ink_goal_templates_find (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    if (g_str_equal (templates[i].id, id))
      return &templates[i];
  return NULL;
}

char **
ink_goal_template_get_stages (const InkGoalTemplate *template)
{
  char **stages;

  g_return_val_if_fail (template != NULL, NULL);

  stages = g_new0 (char *, INK_TEMPLATE_STAGES + 1);
  for (guint i = 0; template->stages[i] != NULL; i++)
    stages[i] = g_strdup (_ (template->stages[i]));
  return stages;
}

/* ---- Matching ---- */

/* The best of the first topic that has any, taken out of @suggestions; NULL where none has. */
static InkSuggestion *
take_match (GPtrArray *suggestions,
            const Slot *slot)
{
  g_auto (GStrv) ids = g_strsplit (slot->topics, " ", -1);

  for (guint i = 0; ids[i] != NULL; i++)
    for (guint k = 0; k < suggestions->len; k++)
      {
        InkSuggestion *suggestion = g_ptr_array_index (suggestions, k);

        if (g_strcmp0 (suggestion->topic, ids[i]) == 0)
          return g_ptr_array_steal_index (suggestions, k);
      }
  return NULL;
}

static char *
missing_words (const Slot *slot)
{
  g_auto (GStrv) ids = g_strsplit (slot->topics, " ", -1);
  const InkTopic *topic = ink_topic_find (ids[0]);

  /* Translators: what a name could speak of, such as "a demo" */
  return g_strdup_printf (_ ("Nothing in the data speaks of %s."), _ (topic->says));
}

static InkSuggestion *
fill (const Slot *slot,
      const InkGoalTemplate *template,
      InkSuggestion *match)
{
  const char *stage = _ (template->stages[slot->stage]);

  g_free (match->goal->name);
  g_free (match->goal->stage);
  match->goal->name = g_strdup (_ (slot->name));
  match->goal->stage = g_strdup (stage);
  match->goal->kind = slot->kind;
  return match;
}

/* A slot without a rule: its goal is never shown to anybody as one. */
static void
add_missing (InkTableBuilder *builder,
             const Slot *slot,
             const InkGoalTemplate *template)
{
  g_autofree char *reason = missing_words (slot);

  ink_table_builder_text (builder, _ (slot->name));
  ink_table_builder_text (builder, slot->kind == INK_GOAL_MACRO ? "macro" : "micro");
  ink_table_builder_text (builder, _ (template->stages[slot->stage]));
  ink_table_builder_text (builder, NULL);
  ink_table_builder_text (builder, NULL);
  ink_table_builder_text (builder, NULL);
  ink_table_builder_text (builder, reason);
  ink_table_builder_number (builder, NAN);
  ink_table_builder_number (builder, NAN);
}

/* What templates choose from: also what was declined or is said by a goal that may be another. */
static InkDefinition *
make_blank (InkDefinition *definition)
{
  InkDefinition *blank = ink_suggestions_allow_all (definition);

  while (blank->goals[0] != NULL)
    {
      InkDefinition *next = ink_definition_without_goal (blank, blank->goals[0]->id);

      ink_definition_unref (blank);
      blank = next;
    }
  return blank;
}

static InkTable *
make_table (const InkGoalTemplate *template,
            const InkDefinition *definition,
            GPtrArray *suggestions)
{
  InkTableBuilder *builder = ink_table_builder_new ();

  ink_suggestions_declare (builder);
  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    {
      const Slot *slot = &slots[i];
      g_autoptr (InkSuggestion) match = NULL;

      if (!g_str_equal (slot->template, template->id))
        continue;
      match = take_match (suggestions, slot);
      if (ink_definition_find_goal (definition, _ (slot->name)) != NULL
          || (match != NULL && ink_suggestions_is_said (definition, match->goal->rule)))
        continue;
      if (match == NULL)
        add_missing (builder, slot, template);
      else
        ink_suggestions_add_row (builder, fill (slot, template, match));
    }
  return ink_table_builder_end (builder);
}

/* ---- Onto the board ---- */

/* The lane of @own that lies as far along as @stage does in @stages. */
static const char *
find_as_far (char **stages,
             const char *stage,
             const char *const *own)
{
  guint n = g_strv_length ((char **) own), place = 0;

  while (stages[place + 1] != NULL && g_strcmp0 (stages[place], stage) != 0)
    place++;

  return own[place * (n - 1) / (INK_TEMPLATE_STAGES - 1)];
}

/* The definition with the lanes that @goal wants, or @goal in the lane that there is. */
static InkDefinition *
fit_stages (const InkGoalTemplate *template,
            InkDefinition *definition,
            InkGoal *goal)
{
  g_auto (GStrv) stages = template != NULL ? ink_goal_template_get_stages (template) : NULL;
  const char *const *own = ink_definition_get_stages (definition);
  char *stage;

  if (stages == NULL || (goal->stage != NULL && g_strv_contains (own, goal->stage)))
    return ink_definition_ref (definition);
  if (definition->goals[0] == NULL)
    return ink_definition_with_stages (definition, (const char *const *) stages);
  stage = g_strdup (find_as_far (stages, goal->stage, own));
  g_free (goal->stage);
  goal->stage = stage;

  return ink_definition_ref (definition);
}

InkDefinition *
ink_goal_template_add (const InkGoalTemplate *template,
                       InkDefinition *definition,
                       InkGoal *proposed)
{
  g_autoptr (InkGoal) goal = NULL;
  g_autoptr (InkDefinition) fitting = NULL;

  g_return_val_if_fail (definition != NULL && proposed != NULL, NULL);

  goal = ink_goal_copy (proposed);
  fitting = fit_stages (template, definition, goal);

  return ink_definition_with_goal (fitting, goal);
}

/* ---- As a question ---- */

typedef struct
{
  InkQuery parent;
  InkDefinition *definition;
  const InkGoalTemplate *template;
} TemplateQuery;

static gboolean
equal (const InkQuery *a,
       const InkQuery *b)
{
  const TemplateQuery *x = (const TemplateQuery *) a, *y = (const TemplateQuery *) b;

  return x->template == y->template && ink_definition_equal (x->definition, y->definition);
}

static guint
hash (const InkQuery *query)
{
  return g_str_hash (((const TemplateQuery *) query)->template->id);
}

static void
clear (InkQuery *query)
{
  g_clear_pointer (&((TemplateQuery *) query)->definition, ink_definition_unref);
}

static InkAnswer *
run (const InkQuery *query,
     InkEventStore *store,
     GCancellable *cancellable,
     InkProgress *progress,
     GError **error)
{
  const TemplateQuery *self = (const TemplateQuery *) query;
  g_autoptr (InkDefinition) blank = make_blank (self->definition);
  g_autoptr (GPtrArray) suggestions
      = ink_suggestions_find_all (store, blank, cancellable, error);
  InkAnswer *answer;

  if (suggestions == NULL)
    return NULL;
  answer = ink_answer_new ();
  ink_answer_add_table (answer, "suggestions",
                        make_table (self->template, self->definition, suggestions));
  return answer;
}

static const InkQueryKind template_kind
    = { "goal-template", sizeof (TemplateQuery), equal, hash, run, clear };

InkQuery *
ink_goal_template_query_new (InkDefinition *definition,
                             const char *id)
{
  const InkGoalTemplate *template;
  TemplateQuery *query;

  g_return_val_if_fail (definition != NULL && id != NULL, NULL);
  template = ink_goal_templates_find (id);
  g_return_val_if_fail (template != NULL, NULL);

  query = ink_query_alloc (&template_kind);
  query->definition = ink_definition_ref (definition);
  query->template = template;
  return &query->parent;
}
