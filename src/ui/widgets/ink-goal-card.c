/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-goal-card.h"

#include "charts/ink-verdict-look.h"
#include "plot/ink-numbers.h"
#include "ui/compat/ink-compat-name.h"
#include "ui/widgets/ink-lead-box.h"
#include "ui/widgets/ink-sparkline.h"
#include "ui/widgets/ink-verdict-chip.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define STRIPE_WIDTH 4
#define LARGE_TEXT 1.2

struct _InkGoalCard
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *icon;
  GtkImage *image;
  GtkLabel *name;
  GtkBox *body;
  GtkLabel *numbers;
  InkSparkline *series;
  InkVerdictChip *chip;
  GtkWidget *warning;
  GtkLabel *warning_words;

  InkGoal *goal;
  char *where;
  gboolean is_main;
  InkGoalCardShape shape;
  gboolean has_colour;
  GdkRGBA colour;
  InkGoalFacts *facts; /* that are shown; nullable */
  gboolean awaits_verdict;
  char *said; /* to who does not see it; nullable */
};

G_DEFINE_FINAL_TYPE (InkGoalCard, ink_goal_card, GTK_TYPE_WIDGET)

/* ---- What it says ---- */

static void
set_class (InkGoalCard *self,
           const char *name,
           gboolean has)
{
  if (has)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

static gboolean
has_verdict (InkGoalCard *self)
{
  return self->facts != NULL && self->facts->has_verdict;
}

static void
say_all (InkGoalCard *self)
{
  const char *kind = self->is_main                          ? _ ("main goal")
                     : self->goal->kind == INK_GOAL_MACRO ? _ ("macro goal")
                                                            : _ ("micro goal");
  const char *parts[] = { kind, self->where, gtk_label_get_label (self->numbers),
                          NULL, NULL, NULL };
  g_autoptr (GString) words = g_string_new (NULL);

  if (has_verdict (self) && self->goal->kind == INK_GOAL_MICRO)
    parts[3] = ink_verdict_get_title (self->facts->verdict);

  if (gtk_widget_get_visible (self->warning))
    parts[4] = gtk_label_get_label (self->warning_words);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", parts[i]);
  if (g_strcmp0 (self->said, words->str) == 0)
    return;
  g_free (self->said);
  self->said = g_strdup (words->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words->str, -1);
}

static void
show_icon (InkGoalCard *self)
{
  const char *icon = self->goal->icon;
  GtkIconTheme *theme
      = gtk_icon_theme_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  gboolean is_name = icon != NULL && gtk_icon_theme_has_icon (theme, icon);

  gtk_widget_set_visible (GTK_WIDGET (self->image), is_name);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), icon != NULL && !is_name);
  if (is_name)
    gtk_image_set_from_icon_name (self->image, icon);
  else
    gtk_label_set_label (self->icon, icon != NULL ? icon : "");
}

static void
show_colour (InkGoalCard *self)
{
  self->has_colour
      = self->goal->colour != NULL && gdk_rgba_parse (&self->colour, self->goal->colour);
  set_class (self, "coloured", self->has_colour);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
show_kind (InkGoalCard *self)
{
  gboolean macro = self->goal->kind == INK_GOAL_MACRO;

  gboolean says = macro || has_verdict (self);

  if (macro)
    ink_verdict_chip_set_word (self->chip, self->is_main ? _ ("Main goal") : _ ("Macro goal"));
  else if (has_verdict (self))
    ink_verdict_chip_set_verdict (self->chip, self->facts->verdict);
  else
    ink_verdict_chip_set_word (self->chip, "…");
  set_class (self, "macro", macro);
  ink_sparkline_set_plain (self->series, macro);
  /* A card does not grow when its verdict comes. */
  gtk_widget_set_visible (GTK_WIDGET (self->chip), says || self->awaits_verdict);
  gtk_widget_set_opacity (GTK_WIDGET (self->chip), says ? 1 : 0);
}

void
ink_goal_card_set_goal (InkGoalCard *self,
                        InkGoal *goal,
                        gboolean is_main,
                        const char *where)
{
  g_return_if_fail (INK_IS_GOAL_CARD (self));
  g_return_if_fail (goal != NULL && where != NULL);

  if (self->goal == goal && self->is_main == is_main && g_strcmp0 (self->where, where) == 0)
    return;
  ink_goal_ref (goal);
  g_clear_pointer (&self->goal, ink_goal_unref);
  self->goal = goal;
  self->is_main = is_main;
  g_free (self->where);
  self->where = g_strdup (where);
  gtk_label_set_label (self->name, goal->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, goal->name,
                                  -1);
  ink_compat_set_tooltip (GTK_WIDGET (self->name), goal->note);
  show_icon (self);
  show_colour (self);
  show_kind (self);
  say_all (self);
}

InkGoal *
ink_goal_card_get_goal (InkGoalCard *self)
{
  g_return_val_if_fail (INK_IS_GOAL_CARD (self), NULL);

  return self->goal;
}

/* ---- What is known ---- */

static char *
say_numbers (const InkGoalFacts *facts)
{
  InkNumbers numbers = ink_numbers_for_locale ();
  g_autofree char *count = NULL;
  g_autofree char *share = NULL;

  if (facts == NULL || isnan (facts->people))
    return g_strdup ("—");
  count = ink_numbers_count (&numbers, facts->people);
  share = ink_numbers_share (&numbers, facts->share);

  /* Translators: how many people completed a goal, and their share of all. */
  return g_strdup_printf (ngettext ("%s person · %s", "%s people · %s", (gulong) facts->people),
                          count, share);
}

static void
show_warning (InkGoalCard *self,
              const char *warning)
{
  gtk_widget_set_visible (self->warning, warning != NULL);
  gtk_label_set_label (self->warning_words, warning != NULL ? warning : "");
}

void
ink_goal_card_set_awaits_verdict (InkGoalCard *self,
                                  gboolean awaits_verdict)
{
  g_return_if_fail (INK_IS_GOAL_CARD (self));

  if (self->awaits_verdict == awaits_verdict)
    return;
  self->awaits_verdict = awaits_verdict;
  if (self->goal != NULL)
    show_kind (self);
}

void
ink_goal_card_set_facts (InkGoalCard *self,
                         const InkGoalFacts *facts)
{
  g_autofree char *numbers = NULL;

  g_return_if_fail (INK_IS_GOAL_CARD (self));

  if (facts == self->facts
      || (facts != NULL && self->facts != NULL && ink_goal_facts_equal (facts, self->facts)))
    return;
  g_clear_pointer (&self->facts, ink_goal_facts_free);
  self->facts = facts != NULL ? ink_goal_facts_copy (facts) : NULL;
  numbers = say_numbers (facts);
  gtk_label_set_label (self->numbers, numbers);
  ink_sparkline_set_values (self->series, facts != NULL ? facts->series : NULL,
                            facts != NULL && facts->series != NULL ? facts->n_series : 0,
                            _ ("Completions over time"));
  show_warning (self, facts != NULL ? facts->warning : NULL);
  if (self->goal == NULL)
    return;
  show_kind (self);
  say_all (self);
}

/* ---- How it looks ---- */

/* A verdict that is cut says nothing: large text gives it a line of its own. */
static gboolean
is_text_large (InkGoalCard *self)
{
  int dpi = 96 * 1024;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  return dpi > LARGE_TEXT * 96 * 1024;
}

void
ink_goal_card_set_shape (InkGoalCard *self,
                         InkGoalCardShape shape)
{
  gboolean row = shape == INK_GOAL_CARD_ROW;
  gboolean line;

  g_return_if_fail (INK_IS_GOAL_CARD (self));

  if (self->shape == shape)
    return;
  self->shape = shape;
  line = row && !is_text_large (self);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->body),
                                  line ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (self->body, row ? 8 : 4);
  gtk_label_set_ellipsize (self->numbers, row ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  gtk_widget_set_visible (GTK_WIDGET (self->series), shape == INK_GOAL_CARD_ROOMY);
  gtk_label_set_lines (self->name, shape == INK_GOAL_CARD_COMPACT ? 1 : 2);
  gtk_widget_set_hexpand (GTK_WIDGET (self->numbers), row);
}

void
ink_goal_card_set_selected (InkGoalCard *self,
                            gboolean selected)
{
  g_return_if_fail (INK_IS_GOAL_CARD (self));

  set_class (self, "selected", selected);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected,
                               -1);
}

void
ink_goal_card_set_target (InkGoalCard *self,
                          gboolean is_target)
{
  g_return_if_fail (INK_IS_GOAL_CARD (self));

  set_class (self, "target", is_target);
}

/* The goal's own colour is a stripe where the card begins. */
static void
ink_goal_card_snapshot (GtkWidget *widget,
                        GtkSnapshot *snapshot)
{
  InkGoalCard *self = INK_GOAL_CARD (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  GskRoundedRect stripe;

  if (self->has_colour)
    {
      gsk_rounded_rect_init_from_rect (
          &stripe,
          &GRAPHENE_RECT_INIT (mirrored ? width - 5 - STRIPE_WIDTH : 5, 10, STRIPE_WIDTH,
                               MAX (height - 20, 0)),
          STRIPE_WIDTH / 2.0f);
      gtk_snapshot_push_rounded_clip (snapshot, &stripe);
      gtk_snapshot_append_color (snapshot, &self->colour, &stripe.bounds);
      gtk_snapshot_pop (snapshot);
    }
  GTK_WIDGET_CLASS (ink_goal_card_parent_class)->snapshot (widget, snapshot);
}

static void
ink_goal_card_dispose (GObject *object)
{
  InkGoalCard *self = INK_GOAL_CARD (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (ink_goal_card_parent_class)->dispose (object);
}

static void
ink_goal_card_finalize (GObject *object)
{
  InkGoalCard *self = INK_GOAL_CARD (object);

  g_clear_pointer (&self->goal, ink_goal_unref);
  g_free (self->where);
  g_clear_pointer (&self->facts, ink_goal_facts_free);
  g_free (self->said);

  G_OBJECT_CLASS (ink_goal_card_parent_class)->finalize (object);
}

static void
ink_goal_card_class_init (InkGoalCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_goal_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = ink_goal_card_finalize;
  widget_class->snapshot = ink_goal_card_snapshot;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "goalcard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static GtkWidget *
make_head (InkGoalCard *self)
{
  GtkWidget *head = ink_lead_box_new (6);

  self->icon = GTK_LABEL (gtk_label_new (NULL));
  self->image = GTK_IMAGE (gtk_image_new ());
  self->name = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->name, 0);
  gtk_label_set_wrap (self->name, TRUE);
  gtk_label_set_wrap_mode (self->name, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (self->name, 2);
  gtk_label_set_ellipsize (self->name, PANGO_ELLIPSIZE_END);
  /* The floor's labels want more room for an ellipsis than a name of one letter would. */
  gtk_label_set_width_chars (self->name, 3);
  gtk_widget_add_css_class (GTK_WIDGET (self->name), "goal-name");
  gtk_widget_set_visible (GTK_WIDGET (self->icon), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->image), FALSE);
  gtk_widget_set_valign (GTK_WIDGET (self->icon), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self->image), GTK_ALIGN_START);
  ink_lead_box_append (INK_LEAD_BOX (head), GTK_WIDGET (self->icon));
  ink_lead_box_append (INK_LEAD_BOX (head), GTK_WIDGET (self->image));
  ink_lead_box_append (INK_LEAD_BOX (head), GTK_WIDGET (self->name));

  return head;
}

static GtkWidget *
make_body (InkGoalCard *self)
{
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  self->body = GTK_BOX (body);
  self->numbers = GTK_LABEL (gtk_label_new ("—"));
  self->series = INK_SPARKLINE (ink_sparkline_new ());
  self->chip = INK_VERDICT_CHIP (ink_verdict_chip_new ());
  gtk_label_set_xalign (self->numbers, 0);
  gtk_label_set_ellipsize (self->numbers, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->numbers), "numbers");
  gtk_widget_add_css_class (GTK_WIDGET (self->numbers), "numeric");
  gtk_widget_set_halign (GTK_WIDGET (self->series), GTK_ALIGN_START);
  gtk_widget_set_halign (GTK_WIDGET (self->chip), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self->chip), GTK_ALIGN_CENTER);
  gtk_widget_set_visible (GTK_WIDGET (self->chip), FALSE);
  gtk_box_append (self->body, GTK_WIDGET (self->numbers));
  gtk_box_append (self->body, GTK_WIDGET (self->series));
  gtk_box_append (self->body, GTK_WIDGET (self->chip));

  return body;
}

static GtkWidget *
make_warning (InkGoalCard *self)
{
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  self->warning = ink_lead_box_new (4);
  self->warning_words = GTK_LABEL (gtk_label_new (NULL));
  gtk_image_set_pixel_size (GTK_IMAGE (icon), 12);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_margin_top (icon, 2);
  gtk_label_set_xalign (self->warning_words, 0);
  gtk_label_set_wrap (self->warning_words, TRUE);
  gtk_label_set_wrap_mode (self->warning_words, PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (self->warning, "goal-warning");
  gtk_widget_set_visible (self->warning, FALSE);
  ink_lead_box_append (INK_LEAD_BOX (self->warning), icon);
  ink_lead_box_append (INK_LEAD_BOX (self->warning), GTK_WIDGET (self->warning_words));

  return self->warning;
}

static void
ink_goal_card_init (InkGoalCard *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_box_append (GTK_BOX (self->box), make_head (self));
  gtk_box_append (GTK_BOX (self->box), make_body (self));
  gtk_box_append (GTK_BOX (self->box), make_warning (self));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
ink_goal_card_new (void)
{
  return g_object_new (INK_TYPE_GOAL_CARD, NULL);
}
