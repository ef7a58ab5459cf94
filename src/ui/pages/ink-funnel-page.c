/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/pages/ink-funnel-page.h"

#include "document/ink-live.h"
#include "ui/widgets/ink-adaptive-box.h"
#include "ui/widgets/ink-chart-view.h"
#include "ui/widgets/ink-funnel-settings.h"
#include "ui/widgets/ink-step-list.h"

#include <glib/gi18n-lib.h>

/* An old answer is dimmed only when the new one takes this long. */
#define DIM_AFTER_MILLISECONDS 200

struct _InkFunnelPage
{
  InkPage parent_instance;

  GtkWidget *content;
  AdwComboRow *choice;
  GtkStringList *names;
  InkStepList *steps;
  InkFunnelSettings *settings;
  GtkStack *stack;
  InkChartView *chart;
  InkChartView *groups;
  InkChartView *times;
  GtkWidget *groups_card;
  GtkWidget *answer;
  GtkLabel *rule;
  AdwStatusPage *failure;

  InkDocument *document;
  InkLive *live;
  InkFunnel *draft; /* a funnel without steps is not kept: the definition begins with the first */
  char *id;         /* of the funnel that is shown; NULL: the first */
  guint dim_source;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (InkFunnelPage, ink_funnel_page, INK_TYPE_PAGE)

static InkFunnel *
get_funnel (InkFunnelPage *self)
{
  InkFunnel **funnels = ink_document_get_definition (self->document)->funnels;

  for (guint i = 0; self->id != NULL && funnels[i] != NULL; i++)
    if (g_str_equal (funnels[i]->id, self->id))
      return funnels[i];
  if (self->draft != NULL && g_strcmp0 (self->draft->id, self->id) == 0)
    return self->draft;

  return funnels[0];
}

static void
set_shown (InkFunnelPage *self,
           const char *id)
{
  char *old = self->id;

  /* Copied first: @id may be the old one. */
  self->id = g_strdup (id);
  g_free (old);
}

static void
begin_draft (InkFunnelPage *self)
{
  InkDefinition *definition = ink_document_get_definition (self->document);
  g_autofree char *name = g_strdup (_ ("New funnel"));

  for (guint i = 2; ink_definition_find_funnel (definition, name) != NULL; i++)
    {
      g_free (name);
      name = g_strdup_printf (_ ("New funnel %u"), i);
    }
  g_clear_pointer (&self->draft, ink_funnel_unref);
  self->draft = ink_funnel_new (name);
  set_shown (self, self->draft->id);
}

/* ---- The answer ---- */

static InkQuery *
build_query (InkDocument *document,
             gpointer data,
             GError **error)
{
  InkFunnelPage *self = data;
  InkFunnel *funnel = get_funnel (self);
  InkFilter filter = ink_view_get_filter (ink_page_get_view (INK_PAGE (self)));

  if (funnel == NULL || funnel->n_steps == 0)
    return NULL;

  return ink_funnel_query_new (ink_document_get_definition (document), funnel, &filter);
}

static gboolean
dim_cb (gpointer data)
{
  InkFunnelPage *self = data;

  gtk_widget_set_opacity (self->answer, 0.5);
  self->dim_source = 0;

  return G_SOURCE_REMOVE;
}

static void
show_answer (InkFunnelPage *self)
{
  InkFunnel *funnel = get_funnel (self);
  g_autofree char *words = ink_funnel_to_words (funnel);
  InkAnswer *answer = ink_live_get_answer (self->live);

  gtk_label_set_label (self->rule, words);
  ink_chart_view_set_answer (self->chart, "funnel", answer);
  ink_chart_view_set_answer (self->times, "histogram", answer);
  ink_chart_view_set_answer (self->groups, "groups", answer);
  gtk_widget_set_visible (self->groups_card, funnel->compare != INK_COMPARE_NONE);
  gtk_stack_set_visible_child_name (self->stack, "chart");
}

static void
show_state (InkFunnelPage *self)
{
  InkLiveState state = ink_live_get_state (self->live);

  if (state == INK_LIVE_STALE && self->dim_source == 0)
    self->dim_source = g_timeout_add (DIM_AFTER_MILLISECONDS, dim_cb, self);
  if (state == INK_LIVE_STALE)
    return;

  g_clear_handle_id (&self->dim_source, g_source_remove);
  gtk_widget_set_opacity (self->answer, 1);
  if (state == INK_LIVE_FAILED)
    {
      g_autofree char *markup
          = g_markup_escape_text (ink_live_get_error (self->live)->message, -1);

      adw_status_page_set_description (self->failure, markup);
      gtk_stack_set_visible_child_name (self->stack, "failed");
    }
  else if (ink_live_get_answer (self->live) != NULL)
    {
      show_answer (self);
    }
  else if (state == INK_LIVE_IDLE)
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
    }
}

/* ---- The editors ---- */

static void
show_names (InkFunnelPage *self,
            const InkFunnel *shown)
{
  InkFunnel **funnels = ink_document_get_definition (self->document)->funnels;
  guint selected = 0;
  guint n = 0;

  gtk_string_list_splice (self->names, 0,
                          g_list_model_get_n_items (G_LIST_MODEL (self->names)), NULL);
  for (n = 0; funnels[n] != NULL; n++)
    {
      gtk_string_list_append (self->names, funnels[n]->name);
      if (funnels[n] == shown)
        selected = n;
    }
  if (shown != NULL && shown == self->draft)
    {
      selected = n;
      gtk_string_list_append (self->names, shown->name);
    }
  adw_combo_row_set_selected (self->choice, selected);
}

static void
show_funnel (InkFunnelPage *self)
{
  InkDefinition *definition = ink_document_get_definition (self->document);
  InkFunnel *funnel = get_funnel (self);

  if (funnel == NULL)
    {
      begin_draft (self);
      funnel = self->draft;
    }
  self->filling = TRUE;
  show_names (self, funnel);
  ink_step_list_set_choice (self->steps, definition,
                            ink_event_store_get_schema (ink_document_get_store (self->document)));
  ink_step_list_set_funnel (self->steps, funnel);
  ink_funnel_settings_set_definition (self->settings, definition);
  ink_funnel_settings_set_funnel (self->settings, funnel);
  self->filling = FALSE;
}

static void
edited_cb (GtkWidget *editor,
           InkFunnel *funnel,
           const char *what,
           InkFunnelPage *self)
{
  InkDefinition *definition = ink_document_get_definition (self->document);
  g_autoptr (InkDefinition) edited = NULL;
  g_autofree char *key = g_strdup_printf ("%s/%s", funnel->id, what);

  set_shown (self, funnel->id);
  if (funnel->n_steps == 0)
    {
      g_clear_pointer (&self->draft, ink_funnel_unref);
      self->draft = ink_funnel_ref (funnel);
      edited = ink_definition_without_funnel (definition, funnel->id);
    }
  else
    {
      edited = ink_definition_with_funnel (definition, funnel);
    }
  if (ink_definition_equal (edited, definition))
    show_funnel (self);
  else
    ink_document_edit (self->document, NULL, key, edited);
  ink_live_refresh (self->live);
}

static void
ink_funnel_page_filter_changed (InkPage *page)
{
  ink_live_refresh (INK_FUNNEL_PAGE (page)->live);
}

static void
chosen_cb (AdwComboRow *row,
           GParamSpec *pspec,
           InkFunnelPage *self)
{
  InkFunnel **funnels;
  guint selected = adw_combo_row_get_selected (row);

  if (self->filling || self->document == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;
  funnels = ink_document_get_definition (self->document)->funnels;
  for (guint i = 0; funnels[i] != NULL; i++)
    if (i == selected)
      set_shown (self, funnels[i]->id);
  show_funnel (self);
  ink_live_refresh (self->live);
}

static void
new_funnel_cb (GtkButton *button,
               InkFunnelPage *self)
{
  begin_draft (self);
  show_funnel (self);
  ink_live_refresh (self->live);
}

static void
forget_document (InkFunnelPage *self)
{
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  if (self->live != NULL)
    g_signal_handlers_disconnect_by_data (self->live, self);
  g_clear_handle_id (&self->dim_source, g_source_remove);
  g_clear_object (&self->live);
  g_clear_object (&self->document);
  g_clear_pointer (&self->draft, ink_funnel_unref);
  g_clear_pointer (&self->id, g_free);
}

static void
ink_funnel_page_constructed (GObject *object)
{
  InkFunnelPage *self = INK_FUNNEL_PAGE (object);
  InkDocument *document = ink_page_get_document (INK_PAGE (self));

  G_OBJECT_CLASS (ink_funnel_page_parent_class)->constructed (object);

  if (document == NULL)
    return;
  self->document = g_object_ref (document);
  self->live = ink_live_new (document, NULL, build_query, self, NULL);
  g_signal_connect_swapped (document, "notify::definition", G_CALLBACK (show_funnel), self);
  g_signal_connect_swapped (document, "notify::store", G_CALLBACK (show_funnel), self);
  g_signal_connect_swapped (self->live, "notify::state", G_CALLBACK (show_state), self);
  show_funnel (self);
}

static void
ink_funnel_page_dispose (GObject *object)
{
  InkFunnelPage *self = INK_FUNNEL_PAGE (object);

  forget_document (self);
  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (ink_funnel_page_parent_class)->dispose (object);
}

static void
ink_funnel_page_class_init (InkFunnelPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = ink_funnel_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = ink_funnel_page_dispose;
  INK_PAGE_CLASS (klass)->filter_changed = ink_funnel_page_filter_changed;
  g_type_ensure (INK_TYPE_ADAPTIVE_BOX);
  g_type_ensure (INK_TYPE_CHART_VIEW);
  g_type_ensure (INK_TYPE_FUNNEL_SETTINGS);
  g_type_ensure (INK_TYPE_STEP_LIST);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               INK_RESOURCE_BASE "/pages/ink-funnel-page.ui");
  gtk_widget_class_bind_template_child (widget_class, InkFunnelPage, content);
  gtk_widget_class_bind_template_child (widget_class, InkFunnelPage, choice);
  gtk_widget_class_bind_template_child (widget_class, InkFunnelPage, names);
  gtk_widget_class_bind_template_child (widget_class, InkFunnelPage, steps);
  gtk_widget_class_bind_template_child (widget_class, InkFunnelPage, settings);
  gtk_widget_class_bind_template_child (widget_class, InkFunnelPage, stack);
  gtk_widget_class_bind_template_child (widget_class, InkFunnelPage, chart);
  gtk_widget_class_bind_template_child (widget_class, InkFunnelPage, groups);
  gtk_widget_class_bind_template_child (widget_class, InkFunnelPage, times);
  gtk_widget_class_bind_template_child (widget_class, InkFunnelPage, groups_card);
  gtk_widget_class_bind_template_child (widget_class, InkFunnelPage, answer);
  gtk_widget_class_bind_template_child (widget_class, InkFunnelPage, rule);
  gtk_widget_class_bind_template_child (widget_class, InkFunnelPage, failure);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_funnel_cb);
}

static void
ink_funnel_page_init (InkFunnelPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
