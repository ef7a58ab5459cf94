/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/pages/ink-journey-private.h"

#include <glib/gi18n-lib.h>

/* Below this width lanes are one list, and what stands beside them comes when it is wanted. */
#define NARROW_WIDTH 640

G_DEFINE_FINAL_TYPE (InkJourneyPage, ink_journey_page, INK_TYPE_PAGE)

/* ---- What stands where ---- */

static void
show_subtitle (InkJourneyPage *self)
{
  InkGoal *main = ink_definition_get_main_goal (ink_document_get_definition (self->document));
  g_autofree char *subtitle = NULL;

  if (main == NULL)
    subtitle = g_strdup (_ ("Drag an event onto the board to make a goal"));
  else
    /* Translators: below the title of the page; the name of the main goal. */
    subtitle = g_strdup_printf (_ ("What leads to “%s”"), main->name);
  ink_page_set_subtitle (INK_PAGE (self), subtitle);
}

static void
arrange (InkJourneyPage *self)
{
  gboolean has_goal = ink_board_get_selected (self->board) != NULL;
  gboolean opened = self->narrow && self->opened && has_goal;

  gtk_widget_set_visible (GTK_WIDGET (self->panel),
                          self->narrow ? opened : has_goal && !self->suggesting);
  gtk_widget_set_visible (self->proposals, self->suggesting && !opened);
  gtk_widget_set_visible (GTK_WIDGET (self->bin), !opened);
  gtk_widget_set_visible (self->tools, self->narrow && !opened);
  gtk_widget_set_vexpand (GTK_WIDGET (self->panel), opened);
  ink_goal_panel_set_alone (self->panel, opened);
}

static void
set_narrow (InkJourneyPage *self,
            gboolean narrow)
{
  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  ink_board_set_narrow (self->board, narrow);
  adw_flap_set_fold_policy (self->flap, narrow ? ADW_FLAP_FOLD_POLICY_ALWAYS
                                               : ADW_FLAP_FOLD_POLICY_NEVER);
  adw_flap_set_reveal_flap (self->flap, !narrow);
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  arrange (self);
}

static void
ink_journey_page_size_allocate (GtkWidget *widget,
                                int width,
                                int height,
                                int baseline)
{
  InkJourneyPage *self = INK_JOURNEY_PAGE (widget);
  int dpi = 96 * 1024;

  /* Large text needs the room sooner. */
  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  set_narrow (self, width < NARROW_WIDTH * (dpi > 0 ? dpi / (96 * 1024.0) : 1));
  gtk_widget_allocate (GTK_WIDGET (self->flap), width, height, baseline, NULL);
}

static void
ink_journey_page_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (INK_JOURNEY_PAGE (widget)->flap), orientation,
                      orientation == GTK_ORIENTATION_VERTICAL ? -1 : for_size, minimum, natural,
                      NULL, NULL);
  /* What is too wide becomes a list as soon as it is laid out. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, 340);
}

/* ---- The selected goal ---- */

InkGoal *
_ink_journey_page_get_goal (InkJourneyPage *self)
{
  const char *id = ink_board_get_selected (self->board);

  return id != NULL ? ink_board_find_goal (ink_document_get_definition (self->document), id)
                    : NULL;
}

static void
show_goal (InkJourneyPage *self)
{
  InkGoal *goal = _ink_journey_page_get_goal (self);

  ink_goal_panel_set_goal (
      self->panel, goal,
      goal != NULL
          && g_strcmp0 (ink_document_get_definition (self->document)->main_goal, goal->name) == 0);
  _ink_journey_page_show_facts (self);
  ink_event_list_set_stage (self->events, ink_board_get_chosen_stage (self->board));
  if (goal == NULL)
    self->opened = FALSE;
  arrange (self);
}

static GMenuModel *
make_menu_cb (gpointer data)
{
  return ink_board_make_goal_menu (((InkJourneyPage *) data)->board);
}

static void
selected_cb (InkBoard *board,
             InkJourneyPage *self)
{
  if (self->document == NULL)
    return;
  /* Whoever turns to a card wants its sentence. */
  if (ink_board_is_picked (board) && !self->following)
    self->suggesting = FALSE;
  show_goal (self);
}

static void
chosen_cb (InkBoard *board,
           InkJourneyPage *self)
{
  ink_event_list_set_stage (self->events, ink_board_get_chosen_stage (board));
}

static void
show_events (InkJourneyPage *self)
{
  adw_flap_set_reveal_flap (self->flap, TRUE);
  ink_event_list_set_stage (self->events, ink_board_get_chosen_stage (self->board));
  ink_event_list_begin_search (self->events);
}

static void
show_events_cb (GtkButton *button,
                InkJourneyPage *self)
{
  show_events (self);
}

/* ---- Who is behind it ---- */

static void
people_cb (InkGoalPanel *panel,
           guint person,
           InkJourneyPage *self)
{
  _ink_journey_page_show_people (self, person);
}

static void
followed_cb (InkBoard *board,
             const char *from,
             const char *to,
             InkJourneyPage *self)
{
  if (self->document != NULL)
    _ink_journey_page_show_way (self, from, to);
}

static void
opened_cb (InkBoard *board,
           const char *what,
           InkJourneyPage *self)
{
  if (g_str_equal (what, "events"))
    {
      show_events (self);
      return;
    }
  if (g_str_equal (what, "people"))
    {
      _ink_journey_page_show_people (self, INK_NO_PERSON);
      return;
    }
  self->opened = TRUE;
  self->suggesting = FALSE;
  arrange (self);
  if (g_str_equal (what, "name"))
    ink_goal_panel_begin_rename (self->panel);
  else
    ink_goal_panel_begin_words (self->panel);
}

static void
closed_cb (InkGoalPanel *panel,
           InkJourneyPage *self)
{
  self->opened = FALSE;
  arrange (self);
  ink_board_focus_selected (self->board);
}

/* ---- Edits ---- */

static void
edited_cb (GtkWidget *editor,
           InkDefinition *definition,
           const char *label,
           const char *key,
           InkJourneyPage *self)
{
  if (!ink_definition_equal (definition, ink_document_get_definition (self->document)))
    ink_document_edit (self->document, label, key, definition);
}

static void
goal_edited_cb (InkGoalPanel *panel,
                InkGoal *goal,
                const char *label,
                const char *field,
                InkJourneyPage *self)
{
  InkDefinition *definition = ink_document_get_definition (self->document);
  InkGoal *old = ink_board_find_goal (definition, goal->id);
  g_autofree char *key = field != NULL ? g_strdup_printf ("%s/%s", goal->id, field) : NULL;
  g_autofree char *name = NULL;
  g_autoptr (InkGoal) own = NULL;
  g_autoptr (InkDefinition) edited = NULL;

  if (old == NULL)
    return;
  name = ink_board_make_goal_name (definition, goal->name, old);
  own = ink_goal_copy (goal);
  g_free (own->name);
  own->name = g_steal_pointer (&name);
  edited = ink_definition_with_goal (definition, own);
  edited_cb (GTK_WIDGET (panel), edited, label, key, self);
}

/* What is gone can come back, from where the eye is. */
static void
removed_cb (GtkWidget *widget,
            const char *sentence,
            InkJourneyPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.say-removed", "s", sentence);
}

static void
add_cb (InkEventList *list,
        const char *const *events,
        InkJourneyPage *self)
{
  int lane = ink_board_get_chosen_lane (self->board);
  InkDefinition *definition = ink_document_get_definition (self->document);

  ink_board_add_goal_here (self->board, events, ink_board_choose_kind (definition, events, lane));
  if (self->narrow)
    adw_flap_set_reveal_flap (self->flap, FALSE);
}

static void
dragging_cb (InkEventList *list,
             gboolean dragging,
             InkJourneyPage *self)
{
  ink_board_set_waiting (self->board, dragging);
  if (self->narrow && dragging)
    adw_flap_set_reveal_flap (self->flap, FALSE);
}

/* ---- Suggestions ---- */

void
_ink_journey_page_set_suggesting (InkJourneyPage *self,
                                  gboolean suggesting)
{
  self->suggesting = suggesting;
  arrange (self);
}

/* The keyboard goes on with the board. */
static void
done_cb (InkSuggestionList *list,
         InkJourneyPage *self)
{
  _ink_journey_page_set_suggesting (self, FALSE);
  ink_board_focus_selected (self->board);
}

static void
accepted_cb (InkSuggestionList *list,
             const char *id,
             InkJourneyPage *self)
{
  /* Whoever took all of them wants to see the board; else there may be more to accept. */
  if (id == NULL)
    {
      done_cb (list, self);
      return;
    }
  self->following = TRUE;
  ink_board_select (self->board, id);
  self->following = FALSE;
}

static void
answered_cb (InkLiveBin *bin,
             InkAnswer *answer,
             InkJourneyPage *self)
{
  _ink_journey_page_take_answer (self, answer);
}

static void
definition_changed_cb (InkJourneyPage *self)
{
  InkDefinition *definition = ink_document_get_definition (self->document);

  self->following = TRUE;
  ink_board_set_definition (self->board, definition);
  self->following = FALSE;
  show_goal (self);
  show_subtitle (self);
}

/* ---- The page ---- */

static void
ink_journey_page_filter_changed (InkPage *page)
{
  ink_live_refresh (INK_JOURNEY_PAGE (page)->live);
}

static void
ink_journey_page_constructed (GObject *object)
{
  InkJourneyPage *self = INK_JOURNEY_PAGE (object);
  InkView *view = ink_page_get_view (INK_PAGE (self));

  G_OBJECT_CLASS (ink_journey_page_parent_class)->constructed (object);

  if (view == NULL)
    return;
  self->document = g_object_ref (ink_page_get_document (INK_PAGE (self)));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "board",
                                  G_ACTION_GROUP (ink_board_get_actions (self->board)));
  _ink_journey_page_add_actions (self);
  _ink_journey_page_ask (self);
  ink_event_list_set_view (self->events, view);
  ink_goal_panel_set_view (self->panel, view);
  ink_goal_panel_set_menu (self->panel, make_menu_cb, self);
  ink_suggestion_list_set_view (self->suggestions, view);
  /* A new project begins with what its data proposes. */
  self->suggesting = ink_document_get_definition (self->document)->goals[0] == NULL
                     && ink_event_store_get_n_events (ink_document_get_store (self->document)) > 0;
  g_signal_connect_swapped (self->document, "notify::definition",
                            G_CALLBACK (definition_changed_cb), self);
  definition_changed_cb (self);
}

static void
ink_journey_page_dispose (GObject *object)
{
  InkJourneyPage *self = INK_JOURNEY_PAGE (object);

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  if (self->flap != NULL)
    {
      _ink_journey_page_remove_actions (self);
      ink_event_list_set_view (self->events, NULL);
      ink_live_bin_set_live (self->bin, NULL);
    }
  _ink_journey_page_stop_asking (self);
  g_clear_object (&self->document);
  if (self->flap != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->flap));
  self->flap = NULL;

  G_OBJECT_CLASS (ink_journey_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               INK_RESOURCE_BASE "/pages/ink-journey-page.ui");
  gtk_widget_class_bind_template_child (widget_class, InkJourneyPage, flap);
  gtk_widget_class_bind_template_child (widget_class, InkJourneyPage, events);
  gtk_widget_class_bind_template_child (widget_class, InkJourneyPage, tools);
  gtk_widget_class_bind_template_child (widget_class, InkJourneyPage, trouble);
  gtk_widget_class_bind_template_child (widget_class, InkJourneyPage, bin);
  gtk_widget_class_bind_template_child (widget_class, InkJourneyPage, board);
  gtk_widget_class_bind_template_child (widget_class, InkJourneyPage, panel);
  gtk_widget_class_bind_template_child (widget_class, InkJourneyPage, proposals);
  gtk_widget_class_bind_template_child (widget_class, InkJourneyPage, suggestions);
  gtk_widget_class_bind_template_callback (widget_class, accepted_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, answered_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, dragging_cb);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, followed_cb);
  gtk_widget_class_bind_template_callback (widget_class, goal_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, people_cb);
  gtk_widget_class_bind_template_callback (widget_class, removed_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_events_cb);
}

static void
ink_journey_page_class_init (InkJourneyPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = ink_journey_page_constructed;
  object_class->dispose = ink_journey_page_dispose;
  widget_class->measure = ink_journey_page_measure;
  widget_class->size_allocate = ink_journey_page_size_allocate;
  INK_PAGE_CLASS (klass)->filter_changed = ink_journey_page_filter_changed;
  g_type_ensure (INK_TYPE_BOARD);
  g_type_ensure (INK_TYPE_EVENT_LIST);
  g_type_ensure (INK_TYPE_GOAL_PANEL);
  g_type_ensure (INK_TYPE_LIVE_BIN);
  g_type_ensure (INK_TYPE_SUGGESTION_LIST);
  gtk_widget_class_set_css_name (widget_class, "journeypage");
  bind_template (widget_class);
}

static void
ink_journey_page_init (InkJourneyPage *self)
{
  /* It lays itself out, since it is the only one that knows how wide it is before its parts do. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}
