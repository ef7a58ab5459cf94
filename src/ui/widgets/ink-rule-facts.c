/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-rule-facts.h"

#include "plot/ink-numbers.h"
#include "ui/compat/ink-compat-name.h"
#include "ui/widgets/ink-live-bin.h"
#include "ui/widgets/ink-sparkline.h"
#include "ui/widgets/ink-wrap-box.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What an answer may hold up the next frame. */
#define PATIENCE_MILLISECONDS 12
/* Of an example's name. */
#define NAME_CHARS 14
/* All facts are as high, so that they stand in a line. */
#define HEIGHT 28

struct _InkRuleFacts
{
  GtkWidget parent_instance;

  GtkWidget *box;
  InkLiveBin *bin;
  GtkWidget *facts;
  GtkWidget *chip; /* a button */
  GtkWidget *line;
  GtkWidget *such_as;
  GtkWidget *examples[INK_RULE_EXAMPLES]; /* buttons */
  guint persons[INK_RULE_EXAMPLES];
  GtkWidget *failure;

  InkView *view;
  InkLive *live; /* while it is shown */
  InkRule *rule; /* nullable */
  InkRuleAsk ask;
  gboolean given; /* what to show: asks nothing itself */
};

enum
{
  SIGNAL_PERSON,
  SIGNAL_PEOPLE,
  SIGNAL_ANSWERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InkRuleFacts, ink_rule_facts, GTK_TYPE_WIDGET)

static double
get_cell (const InkAnswer *answer,
          const char *table,
          const char *column,
          guint row)
{
  const InkTable *of = ink_answer_get_table (answer, table);

  return ink_table_get_number (of, (guint) ink_table_find_column (of, column), row);
}

/* ---- The count ---- */

static char *
say_match (double people,
           double of,
           double share)
{
  InkNumbers numbers = ink_numbers_for_locale ();
  g_autofree char *count = ink_numbers_count (&numbers, people);
  g_autofree char *part = ink_numbers_share (&numbers, share);
  g_autofree char *match = NULL;

  if (people == 0)
    return g_strdup (_ ("Nobody matches"));
  if (people == of)
    return g_strdup_printf (ngettext ("Everybody matches: %s person",
                                      "Everybody matches: %s people", (gulong) people),
                            count);
  match = g_strdup_printf (ngettext ("%s person matches", "%s people match", (gulong) people), count);
  /* Translators: “866 people match”, and their share of all. */
  return g_strdup_printf (C_ ("match", "%s · %s"), match, part);
}

static char *
say_completions (double completions,
                 double people,
                 double of)
{
  InkNumbers numbers = ink_numbers_for_locale ();
  g_autofree char *times = ink_numbers_count (&numbers, completions);
  g_autofree char *count = ink_numbers_count (&numbers, people);
  g_autofree char *all = ink_numbers_count (&numbers, of);

  if (isnan (completions))
    return g_strdup_printf (ngettext ("%s of %s person. Show who they are.",
                                      "%s of %s people. Show who they are.", (gulong) of),
                            count, all);
  /* Translators: how often it happened, to how many people, of how many. */
  return g_strdup_printf (ngettext ("%s time, by %s of %s people. Show who they are.",
                                    "%s times, by %s of %s people. Show who they are.",
                                    (gulong) completions),
                          times, count, all);
}

static void
set_class (GtkWidget *widget,
           const char *name,
           gboolean has)
{
  if (has)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
show_count (InkRuleFacts *self,
            InkAnswer *answer)
{
  double people = get_cell (answer, "summary", "people", 0);
  double of = get_cell (answer, "summary", "of", 0);
  g_autofree char *match = say_match (people, of, get_cell (answer, "summary", "share", 0));
  g_autofree char *more
      = say_completions (get_cell (answer, "summary", "completions", 0), people, of);
  gboolean odd = people == 0 || people == of;

  gtk_button_set_label (GTK_BUTTON (self->chip), match);
  /* With every text: a newer GTK lets it ask for all of its width again. */
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->chip))),
                           PANGO_ELLIPSIZE_END);
  ink_compat_set_tooltip (self->chip, more);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chip), GTK_ACCESSIBLE_PROPERTY_LABEL, match,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, more, -1);
  gtk_widget_set_can_target (self->chip, people > 0);
  gtk_widget_set_focusable (self->chip, people > 0);
  set_class (self->chip, "match-odd", odd);
}

/* ---- The line ---- */

static void
show_line (InkRuleFacts *self,
           InkAnswer *answer)
{
  const InkTable *series = ink_answer_get_table (answer, "series");
  guint n = ink_table_get_n_rows (series);
  gboolean completes = !isnan (get_cell (answer, "summary", "completions", 0));
  g_autofree double *values = g_new0 (double, n + 1);

  for (guint i = 0; i < n; i++)
    values[i] = get_cell (answer, "series", completes ? "completions" : "people", i);
  ink_sparkline_set_values (INK_SPARKLINE (self->line), values, n,
                            completes ? _ ("How often it happened, over time")
                                      : _ ("When these people were first seen"));
  gtk_widget_set_visible (self->line, n > 1 && get_cell (answer, "summary", "people", 0) > 0);
}

/* ---- Three of them ---- */

static void
set_example (InkRuleFacts *self,
             guint index,
             guint person,
             double time)
{
  InkDocument *document = ink_view_get_document (self->view);
  InkEventStore *store = ink_document_get_store (document);
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (self->examples[index]));
  const char *id = person < ink_event_store_get_n_persons (store)
                       ? ink_event_store_get_person_id (store, person)
                       : "";
  g_autofree char *hint = NULL;

  self->persons[index] = person;
  gtk_label_set_label (GTK_LABEL (label), id);
  if (isnan (time))
    {
      hint = g_strdup_printf (_ ("Show “%s”"), id);
    }
  else
    {
      g_autoptr (GTimeZone) zone
          = ink_definition_get_zone (ink_document_get_definition (document));
      InkNumbers numbers = ink_numbers_for_locale ();
      g_autofree char *day
          = ink_numbers_date (&numbers, (gint64) time, INK_PERIOD_DAY, zone, TRUE);

      /* Translators: a person, and the day on which a goal was reached. */
      hint = g_strdup_printf (_ ("Show “%s”, first on %s"), id, day);
    }
  ink_compat_set_tooltip (self->examples[index], hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->examples[index]),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, hint, -1);
}

static void
show_examples (InkRuleFacts *self,
               InkAnswer *answer)
{
  guint n = ink_table_get_n_rows (ink_answer_get_table (answer, "examples"));

  for (guint i = 0; i < INK_RULE_EXAMPLES; i++)
    {
      if (i < n)
        set_example (self, i, (guint) get_cell (answer, "examples", "person", i),
                     get_cell (answer, "examples", "time", i));
      gtk_widget_set_visible (self->examples[i], i < n);
    }
  gtk_widget_set_visible (self->such_as, n > 0);
}

static void
answered_cb (InkLiveBin *bin,
             InkAnswer *answer,
             InkRuleFacts *self)
{
  show_count (self, answer);
  show_line (self, answer);
  show_examples (self, answer);
  g_signal_emit (self, signals[SIGNAL_ANSWERED], 0, answer);
}

static void
chip_clicked_cb (GtkButton *button,
                 InkRuleFacts *self)
{
  g_signal_emit (self, signals[SIGNAL_PEOPLE], 0);
}

static void
example_clicked_cb (GtkWidget *button,
                    InkRuleFacts *self)
{
  for (guint i = 0; i < INK_RULE_EXAMPLES; i++)
    if (self->examples[i] == button)
      g_signal_emit (self, signals[SIGNAL_PERSON], 0, self->persons[i]);
}

/* ---- While it is shown ---- */

/* A sentence in the row, not a page of its own. */
static void
state_changed_cb (InkRuleFacts *self)
{
  gboolean failed = ink_live_get_state (self->live) == INK_LIVE_FAILED;

  if (failed)
    gtk_label_set_label (GTK_LABEL (self->failure), ink_live_get_error (self->live)->message);
  gtk_widget_set_visible (self->failure, failed);
  gtk_widget_set_visible (GTK_WIDGET (self->bin), !failed && self->rule != NULL);
}

static InkQuery *
build (InkDocument *document,
       gpointer data,
       GError **error)
{
  InkRuleFacts *self = data;
  InkFilter filter = ink_view_get_filter (self->view);

  if (self->rule == NULL)
    return NULL;
  return ink_rule_query_new (ink_document_get_definition (document), self->rule, self->ask, &filter);
}

static void
stop_asking (InkRuleFacts *self)
{
  ink_live_bin_set_live (self->bin, NULL);
  if (self->live != NULL)
    g_signal_handlers_disconnect_by_data (self->live, self);
  g_clear_object (&self->live);
}

static void
begin_asking (InkRuleFacts *self)
{
  if (self->live != NULL || self->view == NULL || self->given)
    return;
  self->live = ink_live_new (ink_view_get_document (self->view), NULL, build, self, NULL);
  ink_live_set_patience (self->live, PATIENCE_MILLISECONDS);
  g_signal_connect_object (self->view, "filter-changed", G_CALLBACK (ink_live_refresh), self->live,
                           G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->live, "notify::state", G_CALLBACK (state_changed_cb), self);
  ink_live_bin_set_live (self->bin, self->live);
}

static void
ink_rule_facts_map (GtkWidget *widget)
{
  begin_asking (INK_RULE_FACTS (widget));
  GTK_WIDGET_CLASS (ink_rule_facts_parent_class)->map (widget);
}

static void
ink_rule_facts_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ink_rule_facts_parent_class)->unmap (widget);
  stop_asking (INK_RULE_FACTS (widget));
}

/* ---- What it is about ---- */

void
ink_rule_facts_set_view (InkRuleFacts *self,
                         InkView *view)
{
  g_return_if_fail (INK_IS_RULE_FACTS (self));

  if (!g_set_object (&self->view, view))
    return;
  stop_asking (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    begin_asking (self);
}

void
ink_rule_facts_set_rule (InkRuleFacts *self,
                         InkRule *rule,
                         InkRuleAsk ask)
{
  g_return_if_fail (INK_IS_RULE_FACTS (self));

  if (rule != NULL)
    ink_rule_ref (rule);
  g_clear_pointer (&self->rule, ink_rule_unref);
  self->rule = rule;
  self->ask = ask;
  gtk_widget_set_visible (GTK_WIDGET (self->bin), rule != NULL);
  gtk_widget_set_visible (self->failure, FALSE);
  if (self->live != NULL)
    ink_live_refresh (self->live);
}

void
ink_rule_facts_set_answer (InkRuleFacts *self,
                           InkAnswer *answer,
                           const char *failure)
{
  g_return_if_fail (INK_IS_RULE_FACTS (self));

  if (!self->given)
    {
      stop_asking (self);
      g_object_set (self->bin, "keeps-content", TRUE, NULL);
    }
  self->given = TRUE;
  gtk_label_set_label (GTK_LABEL (self->failure), failure != NULL ? failure : "");
  gtk_widget_set_visible (self->failure, failure != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->bin), failure == NULL && answer != NULL);
  if (failure == NULL && answer != NULL)
    answered_cb (self->bin, answer, self);
}

InkRule *
ink_rule_facts_get_rule (InkRuleFacts *self)
{
  g_return_val_if_fail (INK_IS_RULE_FACTS (self), NULL);

  return self->rule;
}

/* ---- The widget ---- */

static void
ink_rule_facts_dispose (GObject *object)
{
  InkRuleFacts *self = INK_RULE_FACTS (object);

  if (self->box != NULL)
    stop_asking (self);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->view);
  g_clear_pointer (&self->rule, ink_rule_unref);

  G_OBJECT_CLASS (ink_rule_facts_parent_class)->dispose (object);
}

static void
ink_rule_facts_class_init (InkRuleFactsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_rule_facts_dispose;
  widget_class->map = ink_rule_facts_map;
  widget_class->unmap = ink_rule_facts_unmap;
  signals[SIGNAL_PERSON] = g_signal_new ("person-activated", G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                         G_TYPE_UINT);
  signals[SIGNAL_PEOPLE] = g_signal_new ("people-activated", G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
add_fact (InkRuleFacts *self,
          GtkWidget *fact)
{
  gtk_widget_set_size_request (fact, -1, HEIGHT);
  ink_wrap_box_insert_after (INK_WRAP_BOX (self->facts), fact,
                             gtk_widget_get_last_child (self->facts));
}

static GtkWidget *
make_example (InkRuleFacts *self)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), NAME_CHARS);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "example-person");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("A person"), -1);
  g_signal_connect (button, "clicked", G_CALLBACK (example_clicked_cb), self);
  return button;
}

static void
fill_facts (InkRuleFacts *self)
{
  self->facts = ink_wrap_box_new ();
  self->chip = gtk_button_new_with_label ("");
  gtk_widget_add_css_class (self->chip, "match-chip");
  g_signal_connect (self->chip, "clicked", G_CALLBACK (chip_clicked_cb), self);
  add_fact (self, self->chip);
  self->line = ink_sparkline_new ();
  add_fact (self, self->line);
  /* Translators: before the names of a few people. */
  self->such_as = gtk_label_new (_ ("for example"));
  gtk_widget_add_css_class (self->such_as, "dim-label");
  gtk_widget_add_css_class (self->such_as, "caption");
  add_fact (self, self->such_as);
  for (guint i = 0; i < INK_RULE_EXAMPLES; i++)
    {
      self->examples[i] = make_example (self);
      add_fact (self, self->examples[i]);
    }
}

static void
ink_rule_facts_init (InkRuleFacts *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->bin = g_object_new (INK_TYPE_LIVE_BIN, "name", "rule-facts", NULL);
  g_signal_connect (self->bin, "answered", G_CALLBACK (answered_cb), self);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->bin));
  fill_facts (self);
  GTK_BUILDABLE_GET_IFACE (self->bin)
      ->add_child (GTK_BUILDABLE (self->bin), NULL, G_OBJECT (self->facts), NULL);
  self->failure = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->failure), 0);
  gtk_label_set_wrap (GTK_LABEL (self->failure), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->failure), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (self->failure, "match-failure");
  gtk_widget_set_visible (self->failure, FALSE);
  gtk_box_append (GTK_BOX (self->box), self->failure);
}

GtkWidget *
ink_rule_facts_new (void)
{
  return g_object_new (INK_TYPE_RULE_FACTS, NULL);
}
