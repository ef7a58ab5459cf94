/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-why-card.h"

#include "document/ink-live.h"
#include "ui/compat/ink-compat-name.h"
#include "ui/widgets/ink-name-menu.h"
#include "ui/widgets/ink-wrapped-label.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _InkWhyCard
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkMenuButton *button;
  GtkLabel *verdict;
  GtkLabel *sentences;

  InkView *view; /* nullable */
  InkLive *live; /* while it is mapped */
  char *id;      /* nullable */
  InkRule *rule; /* nullable */
  char *title;   /* of the rule; nullable */
  char *asked;   /* nullable: "goal:NAME", "persona:NAME", "funnel:NAME" */
  char *usual;   /* the same: where nobody said what is asked */
};

G_DEFINE_FINAL_TYPE (InkWhyCard, ink_why_card, GTK_TYPE_WIDGET)

static const struct
{
  const char *prefix;
  InkExplainKind kind;
} kinds[] = {
  { "goal:", INK_EXPLAIN_GOAL },
  { "persona:", INK_EXPLAIN_PERSONA },
  { "funnel:", INK_EXPLAIN_FUNNEL },
};

static char *
find_usual (const InkDefinition *definition)
{
  const InkGoal *main = ink_definition_get_main_goal (definition);

  if (definition->funnels[0] != NULL)
    return g_strconcat ("funnel:", definition->funnels[0]->name, NULL);
  return main != NULL ? g_strconcat ("goal:", main->name, NULL) : NULL;
}

/* What is asked, but for a rule of its own; nullable. */
static const char *
get_asked (InkWhyCard *self)
{
  if (self->asked != NULL || self->rule != NULL)
    return self->asked;

  return self->usual;
}

static InkQuery *
build_query (InkDocument *document,
             gpointer data,
             GError **error)
{
  InkWhyCard *self = data;
  InkDefinition *definition = ink_document_get_definition (document);
  const char *asked;
  guint32 person;

  if (self->id == NULL)
    return NULL;
  g_free (self->usual);
  self->usual = find_usual (definition);
  asked = get_asked (self);
  person = ink_event_store_find_person (ink_document_get_store (document), self->id);
  for (guint i = 0; asked != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_prefix (asked, kinds[i].prefix))
      return ink_explain_query_new (definition, kinds[i].kind, asked + strlen (kinds[i].prefix),
                                    person);
  if (self->rule == NULL)
    return NULL;
  return ink_explain_rule_query_new (definition, self->rule, self->title, person);
}

/* ---- What it says ---- */

static void
set_text (GtkLabel *label,
          const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static char *
join_sentences (const InkTable *table)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ink_table_get_n_rows (table); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", ink_table_get_text (table, 0, i));
  return g_string_free (text, FALSE);
}

static const char *
get_asked_name (InkWhyCard *self)
{
  const char *asked = get_asked (self);

  return asked != NULL ? strchr (asked, ':') + 1 : self->title;
}

static void
show_answer (InkWhyCard *self,
             InkAnswer *answer)
{
  gboolean yes = ink_table_get_number (ink_answer_get_table (answer, "answer"), 0, 0) != 0;
  g_autofree char *sentences = join_sentences (ink_answer_get_table (answer, "sentences"));
  g_autofree char *verdict
      = g_strdup_printf (yes ? _ ("%s: yes") : _ ("%s: no"), get_asked_name (self));

  set_text (self->verdict, verdict);
  set_text (self->sentences, sentences);
}

static void
state_cb (InkWhyCard *self)
{
  InkAnswer *answer = ink_live_get_answer (self->live);
  InkLiveState state = ink_live_get_state (self->live);

  if (state == INK_LIVE_FAILED)
    {
      set_text (self->verdict, NULL);
      set_text (self->sentences, ink_live_get_error (self->live)->message);
    }
  else if (answer != NULL && state == INK_LIVE_IDLE)
    {
      show_answer (self, answer);
    }
  else if (answer == NULL)
    {
      set_text (self->verdict, NULL);
      set_text (self->sentences, NULL);
    }
}

/* ---- What can be asked ---- */

static void
append_name (GMenu *menu,
             const char *prefix,
             const char *name)
{
  g_autofree char *target = g_strconcat (prefix, name, NULL);

  ink_name_menu_append (menu, name, "why.ask", target);
}

static void
append_section (GMenu *menu,
                const char *title,
                GMenu *section)
{
  if (g_menu_model_get_n_items (G_MENU_MODEL (section)) > 0)
    g_menu_append_section (menu, title, G_MENU_MODEL (section));
}

static void
fill_menu (GtkMenuButton *button,
           gpointer data)
{
  InkWhyCard *self = data;
  const InkDefinition *definition
      = ink_document_get_definition (ink_view_get_document (self->view));
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) goals = g_menu_new ();
  g_autoptr (GMenu) personas = g_menu_new ();
  g_autoptr (GMenu) funnels = g_menu_new ();

  for (guint i = 0; definition->goals[i] != NULL; i++)
    append_name (goals, "goal:", definition->goals[i]->name);
  for (guint i = 0; definition->personas[i] != NULL; i++)
    append_name (personas, "persona:", definition->personas[i]->name);
  for (guint i = 0; definition->funnels[i] != NULL; i++)
    append_name (funnels, "funnel:", definition->funnels[i]->name);
  append_section (menu, _ ("Goals"), goals);
  append_section (menu, _ ("Personas"), personas);
  append_section (menu, _ ("Funnels"), funnels);
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

/* @asked is taken. */
static void
ask (InkWhyCard *self,
     char *asked)
{
  g_free (self->asked);
  self->asked = asked;
  if (self->live != NULL)
    ink_live_refresh (self->live);
}

static void
ask_action (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  ask (INK_WHY_CARD (widget), g_variant_dup_string (parameter, NULL));
}

/* ---- As a widget ---- */

static void
begin (InkWhyCard *self)
{
  if (self->view == NULL || self->live != NULL)
    return;
  self->live = ink_live_new (ink_view_get_document (self->view), NULL, build_query, self, NULL);
  g_signal_connect_object (self->live, "notify::state", G_CALLBACK (state_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->live, "notify::answer", G_CALLBACK (state_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
ink_why_card_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ink_why_card_parent_class)->map (widget);

  begin (INK_WHY_CARD (widget));
}

static void
ink_why_card_unmap (GtkWidget *widget)
{
  g_clear_object (&INK_WHY_CARD (widget)->live);

  GTK_WIDGET_CLASS (ink_why_card_parent_class)->unmap (widget);
}

static void
ink_why_card_dispose (GObject *object)
{
  InkWhyCard *self = INK_WHY_CARD (object);

  g_clear_object (&self->live);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->view);

  G_OBJECT_CLASS (ink_why_card_parent_class)->dispose (object);
}

static void
ink_why_card_finalize (GObject *object)
{
  InkWhyCard *self = INK_WHY_CARD (object);

  g_clear_pointer (&self->rule, ink_rule_unref);
  g_free (self->id);
  g_free (self->title);
  g_free (self->asked);
  g_free (self->usual);

  G_OBJECT_CLASS (ink_why_card_parent_class)->finalize (object);
}

static void
ink_why_card_class_init (InkWhyCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_why_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = ink_why_card_finalize;
  widget_class->map = ink_why_card_map;
  widget_class->unmap = ink_why_card_unmap;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "why.ask", "s", ask_action);
}

static GtkLabel *
add_label (GtkWidget *box,
           const char *style)
{
  GtkWidget *label = ink_wrapped_label_new (NULL, style);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_focusable (label, FALSE);
  gtk_widget_set_visible (label, FALSE);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
ink_why_card_init (InkWhyCard *self)
{
  GtkWidget *heading = gtk_label_new (_ ("Why is this person here, or not?"));
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "why-card");
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_label (self->button, _ ("Ask About"));
  gtk_widget_set_halign (GTK_WIDGET (self->button), GTK_ALIGN_START);
  self->verdict = add_label (card, "heading");
  self->sentences = add_label (card, NULL);
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->button));
  gtk_box_append (GTK_BOX (self->box), heading);
  gtk_box_append (GTK_BOX (self->box), card);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  ink_compat_name_menus (GTK_WIDGET (self));
}

void
ink_why_card_set_view (InkWhyCard *self,
                       InkView *view)
{
  g_return_if_fail (INK_IS_WHY_CARD (self));
  g_return_if_fail (INK_IS_VIEW (view));
  g_return_if_fail (self->view == NULL);

  self->view = g_object_ref (view);
  gtk_menu_button_set_create_popup_func (self->button, fill_menu, self, NULL);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    begin (self);
}

void
ink_why_card_set_person (InkWhyCard *self,
                         const char *id)
{
  g_return_if_fail (INK_IS_WHY_CARD (self));

  g_free (self->id);
  self->id = g_strdup (id);
  if (self->live != NULL)
    ink_live_refresh (self->live);
}

void
ink_why_card_set_rule (InkWhyCard *self,
                       InkRule *rule,
                       const char *title)
{
  g_return_if_fail (INK_IS_WHY_CARD (self));
  g_return_if_fail (rule != NULL && title != NULL);

  ink_rule_ref (rule);
  g_clear_pointer (&self->rule, ink_rule_unref);
  self->rule = rule;
  g_free (self->title);
  self->title = g_strdup (title);
  if (self->live != NULL)
    ink_live_refresh (self->live);
}

void
ink_why_card_ask_about (InkWhyCard *self,
                        InkExplainKind kind,
                        const char *name)
{
  g_return_if_fail (INK_IS_WHY_CARD (self));
  g_return_if_fail (name != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].kind == kind)
      ask (self, g_strconcat (kinds[i].prefix, name, NULL));
}
