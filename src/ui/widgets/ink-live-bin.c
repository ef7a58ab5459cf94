/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-live-bin.h"

#include "ui/widgets/ink-empty-state.h"
#include "ui/widgets/ink-frame-watch.h"
#include "ui/widgets/ink-late-bar.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* An old answer is dimmed only when the new one takes this long. */
#define DIM_AFTER_MILLISECONDS 200
#define DIMMED 0.5

struct _InkLiveBin
{
  GtkWidget parent_instance;

  GtkWidget *overlay;
  GtkWidget *places; /* these, of which one is visible, or none: */
  AdwBin *answer_place;
  AdwBin *empty_place;
  InkEmptyState *failure;
  InkLateBar *late;
  GtkWidget *mark; /* of last numbers */

  InkLive *live;
  InkLive *early;  /* nullable */
  gboolean holds;  /* `live`, until what `early` said is drawn */
  gboolean is_new; /* what `early` said, and nobody was told */
  guint tick;
  guint dim_source;
  gboolean waits;
  gboolean dimmed;
  gboolean keeps_content;

  InkFrameWatch *watch;
};

enum
{
  PROP_0,
  PROP_FAILURE_TITLE,
  PROP_DIMMED,
  PROP_KEEPS_CONTENT,
  N_PROPS,
};

enum
{
  SIGNAL_ANSWERED,
  SIGNAL_KEPT,
  SIGNAL_EARLY,
  SIGNAL_DRAWN,
  N_SIGNALS,
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

static void ink_live_bin_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (InkLiveBin, ink_live_bin, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                      ink_live_bin_buildable_init))

/* ---- Waiting ---- */

static void
set_dimmed (InkLiveBin *self,
            gboolean dimmed)
{
  if (self->dimmed == dimmed)
    return;
  self->dimmed = dimmed;
  if (!self->keeps_content)
    gtk_widget_set_opacity (self->places, dimmed ? DIMMED : 1);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DIMMED]);
}

static void
stop_waiting (InkLiveBin *self)
{
  g_clear_handle_id (&self->dim_source, g_source_remove);
  self->waits = FALSE;
  ink_late_bar_end (self->late);
  set_dimmed (self, FALSE);
}

static gboolean
dim_cb (gpointer data)
{
  InkLiveBin *self = data;

  self->dim_source = 0;
  /* Something is asked by now, so that there is nothing to ask is no old answer but untrue. */
  if (ink_live_get_state (self->live) == INK_LIVE_COMPUTING)
    gtk_widget_set_visible (GTK_WIDGET (self->empty_place), FALSE);
  set_dimmed (self, TRUE);

  return G_SOURCE_REMOVE;
}

static void
begin_waiting (InkLiveBin *self)
{
  if (self->waits)
    return;
  self->waits = TRUE;
  ink_late_bar_begin (self->late, self->live);
  self->dim_source = g_timeout_add (DIM_AFTER_MILLISECONDS, dim_cb, self);
}

/* ---- Showing ---- */

/* A GtkStack would do, but it asks for its child's least width at its height, for which GTK measures
 * all that is in it a dozen times over. */
static void
show_only (InkLiveBin *self,
           gpointer place)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->places); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_visible (child, child == (GtkWidget *) place);
}

static void
show_failure (InkLiveBin *self)
{
  ink_empty_state_set_description (self->failure, ink_live_get_error (self->live)->message);
  show_only (self, self->failure);
}

static gboolean
is_waiting (InkLiveBin *self)
{
  InkLiveState state = ink_live_get_state (self->live);

  return state == INK_LIVE_COMPUTING || state == INK_LIVE_STALE;
}

gboolean
ink_live_bin_show_last (InkLiveBin *self,
                        InkAnswer *last)
{
  gboolean shown = FALSE;

  g_return_val_if_fail (INK_IS_LIVE_BIN (self) && last != NULL, FALSE);

  g_signal_emit (self, signals[SIGNAL_KEPT], 0, last, &shown);
  gtk_widget_set_visible (self->mark, shown);
  if (shown)
    show_only (self, self->answer_place);

  return shown;
}

void
ink_live_bin_set_ready (InkLiveBin *self,
                        gboolean ready)
{
  g_return_if_fail (INK_IS_LIVE_BIN (self) && self->live == NULL);

  show_only (self, ready ? self->answer_place : NULL);
}

/* The last numbers stand here at once, while the first answer is computed. */
static void
show_kept (InkLiveBin *self)
{
  InkAnswer *kept = ink_live_get_kept (self->live);

  if (kept != NULL && ink_live_get_state (self->live) == INK_LIVE_COMPUTING)
    ink_live_bin_show_last (self, kept);
}

/* Its question no longer competes with the drawing of what comes first. */
static void
let_go (InkLiveBin *self)
{
  if (!self->holds)
    return;
  self->holds = FALSE;
  ink_live_set_held (self->live, FALSE);
}

/* Part of the answer; what it does not tell is still that of before. */
static void
show_early (InkLiveBin *self)
{
  InkAnswer *answer = ink_live_get_answer (self->early);
  gboolean shown = FALSE;

  if (!self->is_new || answer == NULL)
    return;
  self->is_new = FALSE;
  if (self->holds)
    g_signal_emit (self, signals[SIGNAL_EARLY], 0, answer, &shown);
  if (!shown)
    {
      let_go (self);
      return;
    }
  show_only (self, self->answer_place);
  ink_frame_watch_await (self->watch, ink_live_get_asked (self->early));
}

static void
show_answer (InkLiveBin *self)
{
  InkAnswer *answer = ink_live_get_answer (self->live);

  gtk_widget_set_visible (self->mark, FALSE);
  if (answer == NULL && self->keeps_content)
    return;
  if (ink_live_get_state (self->live) == INK_LIVE_FAILED)
    {
      show_failure (self);
    }
  else if (answer == NULL)
    {
      /* Before the first look it is not known whether there is something to ask. */
      if (ink_live_get_asked (self->live) != 0)
        show_only (self, self->empty_place);
    }
  else
    {
      g_signal_emit (self, signals[SIGNAL_ANSWERED], 0, answer);
      show_only (self, self->answer_place);
      ink_frame_watch_await (self->watch, ink_live_get_asked (self->live));
    }
}

/* In the update phase: what is changed here is laid out and drawn in this very frame. */
static gboolean
tick_cb (GtkWidget *widget,
         GdkFrameClock *clock,
         gpointer data)
{
  InkLiveBin *self = INK_LIVE_BIN (widget);

  self->tick = 0;
  ink_frame_watch_began (self->watch);
  if (self->live == NULL)
    return G_SOURCE_REMOVE;
  if (is_waiting (self))
    show_kept (self);
  if (self->early != NULL)
    show_early (self);
  if (!is_waiting (self) && !self->holds)
    show_answer (self);

  return G_SOURCE_REMOVE;
}

static void
await_tick (InkLiveBin *self)
{
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

static void
changed_cb (InkLiveBin *self)
{
  if (is_waiting (self))
    {
      begin_waiting (self);
      if (ink_live_get_kept (self->live) != NULL)
        await_tick (self);
      return;
    }
  stop_waiting (self);
  ink_frame_watch_answered (self->watch);
  await_tick (self);
}

static void
early_changed_cb (InkLiveBin *self)
{
  gboolean busy = ink_live_is_busy (self->early);

  if (!busy && ink_live_get_answer (self->early) == NULL)
    {
      let_go (self);
      return;
    }
  self->holds = TRUE;
  ink_live_set_held (self->live, TRUE);
  if (busy)
    return;
  self->is_new = TRUE;
  ink_frame_watch_answered (self->watch);
  await_tick (self);
}

static void
drawn_cb (double milliseconds,
          gpointer data)
{
  let_go (data);
  g_signal_emit (data, signals[SIGNAL_DRAWN], 0, milliseconds);
}

static void
forget_live (InkLiveBin *self)
{
  let_go (self);
  if (self->live != NULL)
    g_signal_handlers_disconnect_by_data (self->live, self);
  if (self->early != NULL)
    g_signal_handlers_disconnect_by_data (self->early, self);
  g_clear_object (&self->live);
  g_clear_object (&self->early);
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  ink_frame_watch_cancel (self->watch);
}

const char *
ink_live_bin_get_shown (InkLiveBin *self)
{
  g_return_val_if_fail (INK_IS_LIVE_BIN (self), NULL);

  if (gtk_widget_get_visible (GTK_WIDGET (self->answer_place)))
    return "answer";
  if (gtk_widget_get_visible (GTK_WIDGET (self->empty_place)))
    return "empty";

  return gtk_widget_get_visible (GTK_WIDGET (self->failure)) ? "failed" : NULL;
}

gboolean
ink_live_bin_is_behind (InkLiveBin *self)
{
  g_return_val_if_fail (INK_IS_LIVE_BIN (self), FALSE);

  return self->tick != 0 || self->holds
         || (self->early != NULL && ink_live_is_busy (self->early))
         || (self->live != NULL && (ink_live_is_busy (self->live) || is_waiting (self)));
}

void
ink_live_bin_set_live (InkLiveBin *self,
                       InkLive *live)
{
  g_return_if_fail (INK_IS_LIVE_BIN (self));

  if (self->live == live)
    return;
  forget_live (self);
  stop_waiting (self);
  if (live == NULL)
    return;
  self->live = g_object_ref (live);
  g_signal_connect_swapped (live, "notify::query", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (live, "notify::answer", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (live, "notify::state", G_CALLBACK (changed_cb), self);
  changed_cb (self);
}

void
ink_live_bin_set_early (InkLiveBin *self,
                        InkLive *early)
{
  g_return_if_fail (INK_IS_LIVE_BIN (self) && INK_IS_LIVE (early));
  g_return_if_fail (self->live != NULL && self->early == NULL);

  self->early = g_object_ref (early);
  /* Nothing to ask is said by the query alone. */
  g_signal_connect_swapped (early, "notify::query", G_CALLBACK (early_changed_cb), self);
  g_signal_connect_swapped (early, "notify::state", G_CALLBACK (early_changed_cb), self);
  early_changed_cb (self);
}

static void
ink_live_bin_set_property (GObject *object,
                           guint id,
                           const GValue *value,
                           GParamSpec *pspec)
{
  InkLiveBin *self = INK_LIVE_BIN (object);

  switch (id)
    {
    case PROP_FAILURE_TITLE:
      ink_empty_state_set_title (self->failure, g_value_get_string (value));
      break;
    case PROP_KEEPS_CONTENT:
      self->keeps_content = g_value_get_boolean (value);
      if (self->keeps_content)
        show_only (self, self->answer_place);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ink_live_bin_get_property (GObject *object,
                           guint id,
                           GValue *value,
                           GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_DIMMED:
      g_value_set_boolean (value, INK_LIVE_BIN (object)->dimmed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ink_live_bin_add_child (GtkBuildable *buildable,
                        GtkBuilder *builder,
                        GObject *child,
                        const char *type)
{
  InkLiveBin *self = INK_LIVE_BIN (buildable);

  adw_bin_set_child (g_strcmp0 (type, "empty") == 0 ? self->empty_place : self->answer_place,
                     GTK_WIDGET (child));
}

static void
ink_live_bin_buildable_init (GtkBuildableIface *iface)
{
  iface->add_child = ink_live_bin_add_child;
}

static void
ink_live_bin_dispose (GObject *object)
{
  InkLiveBin *self = INK_LIVE_BIN (object);

  forget_live (self);
  g_clear_handle_id (&self->dim_source, g_source_remove);
  if (self->overlay != NULL)
    {
      gtk_widget_unparent (GTK_WIDGET (self->empty_place));
      gtk_widget_unparent (GTK_WIDGET (self->answer_place));
      gtk_widget_unparent (GTK_WIDGET (self->failure));
    }
  g_clear_pointer (&self->overlay, gtk_widget_unparent);

  G_OBJECT_CLASS (ink_live_bin_parent_class)->dispose (object);
}

static void
ink_live_bin_finalize (GObject *object)
{
  ink_frame_watch_free (INK_LIVE_BIN (object)->watch);

  G_OBJECT_CLASS (ink_live_bin_parent_class)->finalize (object);
}

static void
ink_live_bin_class_init (InkLiveBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ink_live_bin_get_property;
  object_class->set_property = ink_live_bin_set_property;
  object_class->dispose = ink_live_bin_dispose;
  object_class->finalize = ink_live_bin_finalize;

  props[PROP_FAILURE_TITLE] = g_param_spec_string ("failure-title", NULL, NULL, NULL,
                                                   G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_DIMMED]
      = g_param_spec_boolean ("dimmed", NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_KEEPS_CONTENT] = g_param_spec_boolean (
      "keeps-content", NULL, NULL, FALSE, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[SIGNAL_ANSWERED]
      = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SIGNAL_KEPT]
      = g_signal_new ("kept", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                      g_signal_accumulator_first_wins, NULL, NULL, G_TYPE_BOOLEAN, 1,
                      G_TYPE_POINTER);
  signals[SIGNAL_EARLY]
      = g_signal_new ("early", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                      g_signal_accumulator_first_wins, NULL, NULL, G_TYPE_BOOLEAN, 1,
                      G_TYPE_POINTER);
  signals[SIGNAL_DRAWN]
      = g_signal_new ("drawn", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 1, G_TYPE_DOUBLE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
make_mark (void)
{
  GtkWidget *mark = gtk_label_new (_ ("As of last time"));

  gtk_widget_add_css_class (mark, "caption");
  gtk_widget_add_css_class (mark, "dim-label");
  gtk_widget_set_halign (mark, GTK_ALIGN_START);
  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_widget_set_can_target (mark, FALSE);
  gtk_widget_set_visible (mark, FALSE);

  return mark;
}

static void
ink_live_bin_init (InkLiveBin *self)
{
  self->overlay = gtk_overlay_new ();
  self->places = adw_bin_new ();
  self->answer_place = ADW_BIN (adw_bin_new ());
  self->empty_place = ADW_BIN (adw_bin_new ());
  self->failure = g_object_new (INK_TYPE_EMPTY_STATE, "icon-name", "dialog-warning-symbolic", NULL);
  self->late = INK_LATE_BAR (ink_late_bar_new ());
  self->mark = make_mark ();
  self->watch = ink_frame_watch_new (GTK_WIDGET (self), drawn_cb, self);

  gtk_widget_set_parent (GTK_WIDGET (self->empty_place), self->places);
  gtk_widget_set_parent (GTK_WIDGET (self->answer_place), self->places);
  gtk_widget_set_parent (GTK_WIDGET (self->failure), self->places);
  show_only (self, NULL);
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), self->places);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), GTK_WIDGET (self->late));
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->mark);
  gtk_widget_set_parent (self->overlay, GTK_WIDGET (self));
}
