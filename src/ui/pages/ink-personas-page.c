/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/pages/ink-personas-page.h"

#include "analysis/ink-persona-queries.h"
#include "definition/ink-persona-edit.h"
#include "document/ink-live.h"
#include "ui/pages/ink-personas-people.h"
#include "ui/widgets/ink-adaptive-box.h"
#include "ui/widgets/ink-definition-clipboard.h"
#include "ui/widgets/ink-empty-state.h"
#include "ui/widgets/ink-later.h"
#include "ui/widgets/ink-live-bin.h"
#include "ui/widgets/ink-page-column.h"
#include "ui/widgets/ink-persona-choice.h"
#include "ui/widgets/ink-persona-list.h"
#include "ui/widgets/ink-persona-matrix.h"
#include "ui/widgets/ink-persona-shares.h"
#include "ui/widgets/ink-persona-sides.h"
#include "ui/widgets/ink-persona-suggestions.h"

#include <glib/gi18n-lib.h>

/* Half a frame: what takes no longer is shown without the old numbers in between. */
#define PATIENCE_MILLISECONDS 12

struct _InkPersonasPage
{
  InkPage parent_instance;

  GtkWidget *content;
  InkLiveBin *bin;
  InkPersonaShares *shares;
  GtkWidget *clamp;
  GtkWidget *empty;
  InkPersonaList *list;
  GtkWidget *buttons;
  GtkWidget *side;
  InkPersonaChoice *choice;
  InkLiveBin *sides_bin;
  InkPersonaSides *sides;
  GtkWidget *nobody_chosen;
  InkPersonaMatrix *matrix;
  GtkToggleButton *suggest;
  GtkWidget *suggestions_card;
  InkLiveBin *suggestions_bin;
  InkPersonaSuggestions *suggestions;

  InkDocument *document;
  InkLive *live;
  InkLive *sides_live;
  InkLive *suggestions_live;
  InkAnswer *answer; /* that is shown */
};

G_DEFINE_FINAL_TYPE (InkPersonasPage, ink_personas_page, INK_TYPE_PAGE)

static InkDefinition *
get_definition (InkPersonasPage *self)
{
  return ink_document_get_definition (self->document);
}

/* ---- Questions ---- */

static InkQuery *
build_overview (InkDocument *document,
                gpointer data,
                GError **error)
{
  InkFilter filter = ink_view_get_filter (ink_page_get_view (INK_PAGE (data)));

  return ink_personas_overview_query_new (ink_document_get_definition (document), &filter);
}

static InkQuery *
build_sides (InkDocument *document,
             gpointer data,
             GError **error)
{
  InkFilter filter = ink_view_get_filter (ink_page_get_view (INK_PAGE (data)));
  g_auto (GStrv) names = ink_persona_choice_find (INK_PERSONAS_PAGE (data)->choice,
                                                  ink_document_get_definition (document));

  if (names[0] == NULL)
    return NULL;
  return ink_personas_compare_query_new (ink_document_get_definition (document),
                                         (const char *const *) names, &filter);
}

/* Only for whom wants to see them. */
static InkQuery *
build_suggestions (InkDocument *document,
                   gpointer data,
                   GError **error)
{
  if (!gtk_toggle_button_get_active (INK_PERSONAS_PAGE (data)->suggest))
    return NULL;
  return ink_personas_suggest_query_new (ink_document_get_definition (document));
}

/* ---- Answers ---- */

static void
answered_cb (InkLiveBin *bin,
             InkAnswer *answer,
             InkPersonasPage *self)
{
  InkTable *personas = ink_answer_get_table (answer, "personas");

  ink_answer_ref (answer);
  g_clear_pointer (&self->answer, ink_answer_unref);
  self->answer = answer;
  ink_persona_shares_set_table (self->shares, get_definition (self), personas);
  ink_persona_list_set_tables (self->list, personas, ink_answer_get_table (answer, "warnings"));
  ink_persona_matrix_set_tables (self->matrix, get_definition (self), personas,
                                 ink_answer_get_table (answer, "overlap"));
}

/* While those who are chosen are counted, there is nothing to be said. */
static void
show_whether_chosen (InkPersonasPage *self)
{
  g_auto (GStrv) names = ink_persona_choice_find (self->choice, get_definition (self));

  gtk_widget_set_visible (self->nobody_chosen, names[0] == NULL);
}

static void
choice_changed_cb (InkPersonasPage *self)
{
  show_whether_chosen (self);
  ink_live_refresh (self->sides_live);
}

static void
sides_answered_cb (InkLiveBin *bin,
                   InkAnswer *answer,
                   InkPersonasPage *self)
{
  ink_persona_sides_set_answer (self->sides, get_definition (self), answer);
}

static void
suggestions_answered_cb (InkLiveBin *bin,
                         InkAnswer *answer,
                         InkPersonasPage *self)
{
  ink_persona_suggestions_set_answer (self->suggestions, get_definition (self), answer);
}

static void
suggest_toggled_cb (GtkToggleButton *suggest,
                    InkPersonasPage *self)
{
  gtk_widget_set_visible (self->suggestions_card, gtk_toggle_button_get_active (suggest));
  if (self->suggestions_live != NULL)
    ink_live_refresh (self->suggestions_live);
}

/* Where there is no answer, cards have no numbers and nothing overlaps. */
static void
state_changed_cb (InkPersonasPage *self)
{
  if (ink_live_get_state (self->live) != INK_LIVE_FAILED)
    return;
  g_clear_pointer (&self->answer, ink_answer_unref);
  ink_persona_list_set_tables (self->list, NULL, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->matrix), FALSE);
}

/* ---- The people behind a number ---- */

static void
persona_activated_cb (GtkWidget *widget,
                      const char *name,
                      InkPersonasPage *self)
{
  ink_personas_show_people (GTK_WIDGET (self), ink_page_get_view (INK_PAGE (self)), name, NULL);
}

static void
side_activated_cb (InkPersonaSides *sides,
                   const char *persona,
                   const char *goal,
                   InkPersonasPage *self)
{
  ink_personas_show_people (GTK_WIDGET (self), ink_page_get_view (INK_PAGE (self)), persona, goal);
}

static void
overlap_activated_cb (InkPersonaMatrix *matrix,
                      const char *first,
                      const char *second,
                      InkPersonasPage *self)
{
  ink_personas_show_both (GTK_WIDGET (self), ink_page_get_view (INK_PAGE (self)), first, second);
}

/* ---- Edits ---- */

static void
show_definition (InkPersonasPage *self)
{
  InkDefinition *definition = get_definition (self);
  gboolean some = definition->personas[0] != NULL;

  ink_persona_list_set_definition (self->list, definition);
  gtk_widget_set_visible (self->empty, !some);
  gtk_widget_set_valign (self->clamp, some ? GTK_ALIGN_FILL : GTK_ALIGN_CENTER);
  ink_page_set_subtitle (INK_PAGE (self), some ? _ ("The first that matches wins") : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->bin), some);
  gtk_widget_set_visible (self->side, some);
  gtk_widget_set_halign (self->buttons, some ? GTK_ALIGN_FILL : GTK_ALIGN_CENTER);
  ink_persona_choice_set_definition (self->choice, definition);
  show_whether_chosen (self);
  if (self->suggestions_live != NULL && ink_live_get_answer (self->suggestions_live) != NULL)
    ink_persona_suggestions_set_answer (self->suggestions, definition,
                                        ink_live_get_answer (self->suggestions_live));
  /* The names alone may be others, which asks nothing new. */
  if (self->answer != NULL && ink_live_get_answer (self->live) == self->answer)
    ink_persona_shares_set_table (self->shares, definition,
                                  ink_answer_get_table (self->answer, "personas"));
}

static void
edited_cb (GtkWidget *widget,
           InkDefinition *edited,
           const char *label,
           const char *key,
           InkPersonasPage *self)
{
  g_autofree char *circle = ink_personas_say_circle (get_definition (self), edited);

  if (circle != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s", circle);
  /* Nothing changed: what the editor shows is not what there is. */
  if (circle != NULL || ink_definition_equal (edited, get_definition (self)))
    show_definition (self);
  else
    ink_document_edit (self->document, label, key, edited);
}

static void
removed_cb (InkPersonaList *list,
            const char *sentence,
            InkPersonasPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.say-removed", "s", sentence);
}

/* What a new persona begins with: somebody who did the first thing that people do. */
static InkRule *
make_first_rule (InkPersonasPage *self)
{
  const InkSchema *schema
      = ink_event_store_get_schema (ink_document_get_store (self->document));
  const InkEventInfo *most = NULL;

  for (guint i = 0; i < schema->n_events; i++)
    if (most == NULL || schema->events[i].people > most->people)
      most = &schema->events[i];

  return ink_rule_new_does (most != NULL ? most->name : "*");
}

static void
add_action (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  InkPersonasPage *self = INK_PERSONAS_PAGE (widget);
  g_autoptr (InkRule) rule = make_first_rule (self);
  g_autofree char *label = NULL;
  g_autoptr (InkDefinition) edited
      = ink_personas_with_new (get_definition (self), _ ("New persona"), rule, &label);
  g_autofree char *id = g_strdup (edited->personas[ink_personas_count (edited) - 1]->id);

  ink_document_edit (self->document, label, NULL, edited);
  ink_persona_list_begin_with (self->list, id);
}

/* ---- The clipboard ---- */

static void
copy_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  InkPersonasPage *self = INK_PERSONAS_PAGE (widget);
  g_autofree char *id = ink_persona_list_get_focused (self->list);

  if (id != NULL)
    ink_definition_clipboard_copy (widget, get_definition (self), NULL,
                                   (const char *[]){ id, NULL });
}

static void
cut_action (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  InkPersonasPage *self = INK_PERSONAS_PAGE (widget);
  g_autofree char *id = ink_persona_list_get_focused (self->list);
  g_autoptr (GError) error = NULL;

  if (id != NULL
      && !ink_definition_clipboard_cut (widget, self->document, NULL,
                                        (const char *[]){ id, NULL }, &error))
    gtk_widget_activate_action (widget, "win.say", "s", error->message);
}

static void
paste_action (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  ink_definition_clipboard_paste (widget, INK_PERSONAS_PAGE (widget)->document, NULL, NULL);
}

static void
accepted_cb (InkPersonaSuggestions *suggestions,
             const char *name,
             InkRule *rule,
             InkPersonasPage *self)
{
  g_autofree char *label = NULL;
  g_autoptr (InkDefinition) edited
      = ink_personas_with_new (get_definition (self), name, rule, &label);

  ink_document_edit (self->document, label, NULL, edited);
}

/* ---- The page ---- */

static void
ink_personas_page_filter_changed (InkPage *page)
{
  ink_live_refresh (INK_PERSONAS_PAGE (page)->live);
  ink_live_refresh (INK_PERSONAS_PAGE (page)->sides_live);
}

static void
ask (InkPersonasPage *self)
{
  self->live = ink_live_new (self->document, NULL, build_overview, self, NULL);
  self->sides_live = ink_live_new (self->document, NULL, build_sides, self, NULL);
  self->suggestions_live
      = ink_live_new (self->document, NULL, build_suggestions, self, NULL);
  ink_live_set_after (self->suggestions_live, self->live);
  ink_live_set_patience (self->live, PATIENCE_MILLISECONDS);
  ink_live_set_prompt (self->live);
  ink_live_set_after (self->sides_live, self->live);
  g_signal_connect_swapped (self->live, "notify::state", G_CALLBACK (state_changed_cb), self);
  ink_live_bin_set_live (self->bin, self->live);
  ink_live_bin_set_live (self->sides_bin, self->sides_live);
  ink_live_bin_set_live (self->suggestions_bin, self->suggestions_live);
}

static void
ink_personas_page_constructed (GObject *object)
{
  InkPersonasPage *self = INK_PERSONAS_PAGE (object);
  InkDocument *document = ink_page_get_document (INK_PAGE (self));

  G_OBJECT_CLASS (ink_personas_page_parent_class)->constructed (object);

  if (document == NULL)
    return;
  self->document = g_object_ref (document);
  ink_persona_list_set_view (self->list, ink_page_get_view (INK_PAGE (self)));
  ask (self);
  g_signal_connect_swapped (document, "notify::definition", G_CALLBACK (show_definition), self);
  show_definition (self);
}

static void
forget_live (InkPersonasPage *self,
             InkLive **live)
{
  if (*live != NULL)
    g_signal_handlers_disconnect_by_data (*live, self);
  g_clear_object (live);
}

static void
ink_personas_page_dispose (GObject *object)
{
  InkPersonasPage *self = INK_PERSONAS_PAGE (object);

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  forget_live (self, &self->suggestions_live);
  forget_live (self, &self->sides_live);
  forget_live (self, &self->live);
  g_clear_object (&self->document);
  g_clear_pointer (&self->answer, ink_answer_unref);
  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (ink_personas_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               INK_RESOURCE_BASE "/pages/ink-personas-page.ui");
  gtk_widget_class_bind_template_child (widget_class, InkPersonasPage, content);
  gtk_widget_class_bind_template_child (widget_class, InkPersonasPage, bin);
  gtk_widget_class_bind_template_child (widget_class, InkPersonasPage, shares);
  gtk_widget_class_bind_template_child (widget_class, InkPersonasPage, choice);
  gtk_widget_class_bind_template_child (widget_class, InkPersonasPage, clamp);
  gtk_widget_class_bind_template_child (widget_class, InkPersonasPage, empty);
  gtk_widget_class_bind_template_child (widget_class, InkPersonasPage, list);
  gtk_widget_class_bind_template_child (widget_class, InkPersonasPage, buttons);
  gtk_widget_class_bind_template_child (widget_class, InkPersonasPage, side);
  gtk_widget_class_bind_template_child (widget_class, InkPersonasPage, sides_bin);
  gtk_widget_class_bind_template_child (widget_class, InkPersonasPage, sides);
  gtk_widget_class_bind_template_child (widget_class, InkPersonasPage, nobody_chosen);
  gtk_widget_class_bind_template_child (widget_class, InkPersonasPage, matrix);
  gtk_widget_class_bind_template_child (widget_class, InkPersonasPage, suggest);
  gtk_widget_class_bind_template_child (widget_class, InkPersonasPage, suggestions_card);
  gtk_widget_class_bind_template_child (widget_class, InkPersonasPage, suggestions_bin);
  gtk_widget_class_bind_template_child (widget_class, InkPersonasPage, suggestions);
  gtk_widget_class_bind_template_callback (widget_class, suggest_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, suggestions_answered_cb);
  gtk_widget_class_bind_template_callback (widget_class, accepted_cb);
  gtk_widget_class_bind_template_callback (widget_class, answered_cb);
  gtk_widget_class_bind_template_callback (widget_class, sides_answered_cb);
  gtk_widget_class_bind_template_callback (widget_class, persona_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, side_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, overlap_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, removed_cb);
}

static void
add_clipboard (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "personas.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "personas.cut", NULL, cut_action);
  gtk_widget_class_install_action (widget_class, "personas.paste", NULL, paste_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "personas.copy",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_x, GDK_CONTROL_MASK, "personas.cut",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK,
                                       "personas.paste", NULL);
}

static void
ink_personas_page_class_init (InkPersonasPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = ink_personas_page_constructed;
  object_class->dispose = ink_personas_page_dispose;
  INK_PAGE_CLASS (klass)->filter_changed = ink_personas_page_filter_changed;
  g_type_ensure (INK_TYPE_ADAPTIVE_BOX);
  g_type_ensure (INK_TYPE_EMPTY_STATE);
  g_type_ensure (INK_TYPE_LATER);
  g_type_ensure (INK_TYPE_LIVE_BIN);
  g_type_ensure (INK_TYPE_PAGE_COLUMN);
  g_type_ensure (INK_TYPE_PERSONA_CHOICE);
  g_type_ensure (INK_TYPE_PERSONA_LIST);
  g_type_ensure (INK_TYPE_PERSONA_MATRIX);
  g_type_ensure (INK_TYPE_PERSONA_SHARES);
  g_type_ensure (INK_TYPE_PERSONA_SIDES);
  g_type_ensure (INK_TYPE_PERSONA_SUGGESTIONS);
  gtk_widget_class_install_action (widget_class, "personas.add", NULL, add_action);
  add_clipboard (widget_class);
  bind_template (widget_class);
}

static void
ink_personas_page_init (InkPersonasPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
