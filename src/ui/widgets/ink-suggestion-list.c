/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-suggestion-list.h"

#include "analysis/ink-goal-templates.h"
#include "analysis/ink-suggestions.h"
#include "document/ink-live.h"
#include "ui/compat/ink-compat-name.h"
#include "ui/widgets/ink-live-bin.h"
#include "ui/widgets/ink-narrow-layout.h"
#include "ui/widgets/ink-suggestion-card.h"
#include "ui/widgets/ink-suggestion-source.h"
#include "ui/widgets/ink-wrap-box.h"

#include <glib/gi18n-lib.h>

struct _InkSuggestionList
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *title;
  GtkMenuButton *source_button;
  GtkButton *all_button;
  InkLiveBin *bin;
  GtkWidget *holder;
  GtkWidget *empty_holder;
  GtkFlowBox *cards;
  GtkLabel *missing;
  GtkLabel *none;
  GtkButton *again_button;

  InkView *view; /* nullable */
  InkLive *live; /* while it is mapped */
  InkTable *shown; /* nullable: the table that the cards are of */
  gulong edited;   /* handler of the document, while it is mapped */
  guint look;      /* source: whether the last answer still stands */
  char *source;
};

enum
{
  PROP_0,
  PROP_SOURCE,
  N_PROPS,
};

enum
{
  SIGNAL_ACCEPTED,
  SIGNAL_DONE,
  N_SIGNALS,
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InkSuggestionList, ink_suggestion_list, GTK_TYPE_WIDGET)

static InkDocument *
get_document (InkSuggestionList *self)
{
  return ink_view_get_document (self->view);
}

static const InkGoalTemplate *
get_template (InkSuggestionList *self)
{
  return ink_goal_templates_find (self->source);
}

static InkSuggestionCard *
get_card (InkSuggestionList *self,
          guint index)
{
  GtkFlowBoxChild *child = gtk_flow_box_get_child_at_index (self->cards, (int) index);

  return child != NULL ? INK_SUGGESTION_CARD (child) : NULL;
}

static InkQuery *
build_query (InkDocument *document,
             gpointer data,
             GError **error)
{
  InkSuggestionList *self = data;
  InkDefinition *definition = ink_document_get_definition (document);

  if (ink_event_store_get_n_people (ink_document_get_store (document)) == 0)
    return NULL;
  if (get_template (self) != NULL)
    return ink_goal_template_query_new (definition, self->source);
  return ink_suggestions_query_new (definition);
}

static guint
count_cards (InkSuggestionList *self)
{
  guint n = 0;

  while (get_card (self, n) != NULL)
    n++;
  return n;
}

static void
update_buttons (InkSuggestionList *self)
{
  guint n_cards = count_cards (self);
  guint n_declined
      = ink_suggestions_n_declined (ink_document_get_definition (get_document (self)));
  g_autofree char *again = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Suggest %u declined goal again",
                   "Suggest %u declined goals again", n_declined),
      n_declined);

  gtk_widget_set_visible (GTK_WIDGET (self->all_button), n_cards > 0);
  gtk_button_set_label (self->again_button, again);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->again_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, again, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->again_button),
                          n_declined > 0 && get_template (self) == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->cards), n_cards > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->none),
                          n_cards == 0 && !gtk_widget_get_visible (GTK_WIDGET (self->missing)));
}

/* ---- Answers of the user ---- */

/* The keyboard goes on with the next card. */
static void
take_out (InkSuggestionList *self,
          InkSuggestionCard *card)
{
  int index = gtk_flow_box_child_get_index (GTK_FLOW_BOX_CHILD (card));
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->cards)) == GTK_WIDGET (card);
  InkSuggestionCard *next;

  gtk_flow_box_remove (self->cards, GTK_WIDGET (card));
  g_clear_pointer (&self->shown, ink_table_unref);
  next = get_card (self, (guint) index);
  if (next == NULL && index > 0)
    next = get_card (self, (guint) index - 1);
  if (had_focus)
    gtk_widget_grab_focus (next != NULL ? GTK_WIDGET (next) : GTK_WIDGET (self->source_button));
}

static void
accepted_cb (InkSuggestionCard *card,
             InkSuggestionList *self)
{
  InkDocument *document = get_document (self);
  g_autoptr (InkGoal) goal = ink_goal_ref (ink_suggestion_card_get_goal (card));
  g_autoptr (InkDefinition) definition
      = ink_goal_template_add (get_template (self), ink_document_get_definition (document), goal);
  g_autofree char *label = g_strdup_printf (_ ("Added goal “%s”"), goal->name);

  take_out (self, card);
  ink_document_edit (document, label, NULL, definition);
  update_buttons (self);
  g_signal_emit (self, signals[SIGNAL_ACCEPTED], 0, goal->id);
}

static void
declined_cb (InkSuggestionCard *card,
             InkSuggestionList *self)
{
  InkDocument *document = get_document (self);
  g_autoptr (InkGoal) goal = ink_goal_ref (ink_suggestion_card_get_goal (card));
  g_autoptr (InkDefinition) definition
      = ink_suggestions_decline (ink_document_get_definition (document), goal->rule);
  g_autofree char *label = g_strdup_printf (_ ("Declined suggestion “%s”"), goal->name);

  take_out (self, card);
  ink_document_edit (document, label, NULL, definition);
  update_buttons (self);
}

static void
activated_cb (GtkFlowBox *cards,
              GtkFlowBoxChild *child,
              InkSuggestionList *self)
{
  ink_suggestion_card_accept (INK_SUGGESTION_CARD (child));
}

static void
done_cb (GtkButton *button,
         InkSuggestionList *self)
{
  g_signal_emit (self, signals[SIGNAL_DONE], 0);
}

static void
all_cb (GtkButton *button,
        InkSuggestionList *self)
{
  InkDocument *document = get_document (self);
  InkDefinition *definition = ink_definition_ref (ink_document_get_definition (document));
  g_autofree char *label = NULL;
  guint n = 0;

  for (guint i = 0; get_card (self, i) != NULL; i++)
    {
      InkGoal *goal = ink_suggestion_card_get_goal (get_card (self, i));
      InkDefinition *next = ink_goal_template_add (get_template (self), definition, goal);

      ink_definition_unref (definition);
      definition = next;
      n++;
    }
  label = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Added %u suggested goal", "Added %u suggested goals", n), n);
  ink_document_edit (document, label, NULL, definition);
  ink_definition_unref (definition);
  g_signal_emit (self, signals[SIGNAL_ACCEPTED], 0, NULL);
}

static void
again_cb (GtkButton *button,
          InkSuggestionList *self)
{
  InkDocument *document = get_document (self);
  g_autoptr (InkDefinition) definition
      = ink_suggestions_allow_all (ink_document_get_definition (document));

  ink_document_edit (document, _ ("Suggest declined goals again"), NULL, definition);
}

/* ---- The answer ---- */

/* What a template has and the data has not. */
static void
show_missing (InkSuggestionList *self,
              const InkTable *table)
{
  guint rule = (guint) ink_table_find_column (table, "rule");
  guint name = (guint) ink_table_find_column (table, "name");
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < ink_table_get_n_rows (table); i++)
    if (ink_table_get_text (table, rule, i) == NULL)
      g_string_append_printf (names, names->len > 0 ? _ (", %s") : "%s",
                              ink_table_get_text (table, name, i));
  /* Translators: names of goals, such as "Comes back, Starts a trial" */
  text = g_strdup_printf (_ ("Nothing in your data speaks of: %s."), names->str);
  gtk_label_set_label (self->missing, text);
  gtk_widget_set_visible (GTK_WIDGET (self->missing), names->len > 0);
}

static void
show_cards (InkSuggestionList *self,
            InkTable *table)
{
  GtkFlowBoxChild *child;

  while ((child = gtk_flow_box_get_child_at_index (self->cards, 0)) != NULL)
    gtk_flow_box_remove (self->cards, GTK_WIDGET (child));
  for (guint i = 0; i < ink_table_get_n_rows (table); i++)
    {
      GtkWidget *card = ink_suggestion_card_new (table, i);

      if (card == NULL)
        continue;
      g_signal_connect_object (card, "accepted", G_CALLBACK (accepted_cb), self, 0);
      g_signal_connect_object (card, "declined", G_CALLBACK (declined_cb), self, 0);
      gtk_flow_box_append (self->cards, card);
    }
  show_missing (self, table);
}

/* Cards that say the same stay: the keyboard stands on one of them. */
static void
show_answer (InkSuggestionList *self,
             InkAnswer *answer)
{
  InkTable *table = ink_answer_get_table (answer, "suggestions");
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->cards));
  int index = focus != NULL ? gtk_flow_box_child_get_index (GTK_FLOW_BOX_CHILD (focus)) : -1;

  if (self->shown != NULL && ink_table_equal (self->shown, table))
    return;
  show_cards (self, table);
  g_clear_pointer (&self->shown, ink_table_unref);
  self->shown = ink_table_ref (table);
  update_buttons (self);
  if (index >= 0)
    gtk_widget_grab_focus (get_card (self, (guint) index) != NULL
                               ? GTK_WIDGET (get_card (self, (guint) index))
                               : GTK_WIDGET (self->source_button));
}

static void
answered_cb (InkLiveBin *bin,
             InkAnswer *answer,
             InkSuggestionList *self)
{
  show_answer (self, answer);
}

static gboolean
look_cb (gpointer data)
{
  InkSuggestionList *self = data;
  InkAnswer *answer = ink_live_get_answer (self->live);

  self->look = 0;
  if (self->shown == NULL && answer != NULL
      && ink_live_get_state (self->live) == INK_LIVE_IDLE)
    show_answer (self, answer);
  return G_SOURCE_REMOVE;
}

/* A card that was taken out and at once taken back: the question is the one that was answered, so
 * no other answer comes. */
static void
edited_cb (InkSuggestionList *self)
{
  if (self->look == 0)
    self->look = g_idle_add_full (G_PRIORITY_LOW, look_cb, self, NULL);
}

/* ---- From data, or a template ---- */

static void
show_source (InkSuggestionList *self)
{
  g_autofree char *title = ink_suggestion_source_make_title (self->source);

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->none, ink_suggestion_source_say_none (self->source));
}

void
ink_suggestion_list_set_source (InkSuggestionList *self,
                                const char *source)
{
  g_return_if_fail (INK_IS_SUGGESTION_LIST (self));
  g_return_if_fail (source != NULL);

  if (g_str_equal (self->source, source))
    return;
  g_free (self->source);
  self->source = g_strdup (source);
  show_source (self);
  if (self->live != NULL)
    ink_live_refresh (self->live);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SOURCE]);
}

const char *
ink_suggestion_list_get_source (InkSuggestionList *self)
{
  g_return_val_if_fail (INK_IS_SUGGESTION_LIST (self), NULL);

  return self->source;
}

/* ---- As a widget ---- */

static void
begin (InkSuggestionList *self)
{
  if (self->view == NULL || self->live != NULL)
    return;
  self->live = ink_live_new (get_document (self), NULL, build_query, self, NULL);
  ink_live_bin_set_live (self->bin, self->live);
  self->edited = g_signal_connect_swapped (get_document (self), "notify::definition",
                                           G_CALLBACK (edited_cb), self);
}

static void
end (InkSuggestionList *self)
{
  if (self->live == NULL)
    return;
  g_clear_signal_handler (&self->edited, get_document (self));
  g_clear_handle_id (&self->look, g_source_remove);
  ink_live_bin_set_live (self->bin, NULL);
  g_clear_object (&self->live);
}

static void
ink_suggestion_list_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ink_suggestion_list_parent_class)->map (widget);

  begin (INK_SUGGESTION_LIST (widget));
}

static void
ink_suggestion_list_unmap (GtkWidget *widget)
{
  end (INK_SUGGESTION_LIST (widget));

  GTK_WIDGET_CLASS (ink_suggestion_list_parent_class)->unmap (widget);
}

static void
ink_suggestion_list_get_property (GObject *object,
                                  guint id,
                                  GValue *value,
                                  GParamSpec *pspec)
{
  g_value_set_string (value, INK_SUGGESTION_LIST (object)->source);
}

static void
ink_suggestion_list_set_property (GObject *object,
                                  guint id,
                                  const GValue *value,
                                  GParamSpec *pspec)
{
  if (g_value_get_string (value) != NULL)
    ink_suggestion_list_set_source (INK_SUGGESTION_LIST (object), g_value_get_string (value));
}

static void
ink_suggestion_list_dispose (GObject *object)
{
  InkSuggestionList *self = INK_SUGGESTION_LIST (object);

  if (self->box != NULL)
    end (self);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->view);
  g_clear_pointer (&self->shown, ink_table_unref);

  G_OBJECT_CLASS (ink_suggestion_list_parent_class)->dispose (object);
}

static void
ink_suggestion_list_finalize (GObject *object)
{
  g_free (INK_SUGGESTION_LIST (object)->source);

  G_OBJECT_CLASS (ink_suggestion_list_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               INK_RESOURCE_BASE "/widgets/ink-suggestion-list.ui");
  gtk_widget_class_bind_template_child (widget_class, InkSuggestionList, box);
  gtk_widget_class_bind_template_child (widget_class, InkSuggestionList, title);
  gtk_widget_class_bind_template_child (widget_class, InkSuggestionList, source_button);
  gtk_widget_class_bind_template_child (widget_class, InkSuggestionList, all_button);
  gtk_widget_class_bind_template_child (widget_class, InkSuggestionList, bin);
  gtk_widget_class_bind_template_child (widget_class, InkSuggestionList, holder);
  gtk_widget_class_bind_template_child (widget_class, InkSuggestionList, empty_holder);
  gtk_widget_class_bind_template_child (widget_class, InkSuggestionList, cards);
  gtk_widget_class_bind_template_child (widget_class, InkSuggestionList, missing);
  gtk_widget_class_bind_template_child (widget_class, InkSuggestionList, none);
  gtk_widget_class_bind_template_child (widget_class, InkSuggestionList, again_button);
  gtk_widget_class_bind_template_callback (widget_class, all_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
  gtk_widget_class_bind_template_callback (widget_class, again_cb);
  gtk_widget_class_bind_template_callback (widget_class, answered_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
ink_suggestion_list_class_init (InkSuggestionListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ink_suggestion_list_get_property;
  object_class->set_property = ink_suggestion_list_set_property;
  object_class->dispose = ink_suggestion_list_dispose;
  object_class->finalize = ink_suggestion_list_finalize;
  widget_class->map = ink_suggestion_list_map;
  widget_class->unmap = ink_suggestion_list_unmap;
  bind_template (widget_class);

  props[PROP_SOURCE]
      = g_param_spec_string ("source", NULL, NULL, INK_SOURCE_DATA,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_install_property_action (widget_class, "suggestions.source", "source");
  signals[SIGNAL_DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ACCEPTED] = g_signal_new ("accepted", G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                           G_TYPE_STRING);
}

static void
ink_suggestion_list_init (InkSuggestionList *self)
{
  g_autoptr (GMenuModel) menu = ink_suggestion_source_make_menu ("suggestions.source");

  g_type_ensure (INK_TYPE_WRAP_BOX);
  g_type_ensure (INK_TYPE_LIVE_BIN);
  self->source = g_strdup (INK_SOURCE_DATA);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->holder, ink_narrow_layout_new ());
  gtk_widget_set_layout_manager (self->empty_holder, ink_narrow_layout_new ());
  gtk_menu_button_set_menu_model (self->source_button, menu);
  ink_compat_name_menus (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self->all_button), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->again_button), FALSE);
  show_source (self);
}

GtkWidget *
ink_suggestion_list_new (void)
{
  return g_object_new (INK_TYPE_SUGGESTION_LIST, NULL);
}

void
ink_suggestion_list_set_view (InkSuggestionList *self,
                              InkView *view)
{
  g_return_if_fail (INK_IS_SUGGESTION_LIST (self));
  g_return_if_fail (INK_IS_VIEW (view));
  g_return_if_fail (self->view == NULL);

  self->view = g_object_ref (view);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    begin (self);
}
