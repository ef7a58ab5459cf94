/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-persona-bar.h"

#include <adwaita.h>
#include <math.h>

#include "definition/ink-persona-edit.h"
#include "plot/ink-numbers.h"
#include "ui/widgets/ink-persona-look.h"

#include <glib/gi18n-lib.h>

#define HEIGHT 34
#define GAP 2.f
#define RADIUS 9.f
#define MARGIN 8
#define NO_PART G_MAXUINT

typedef struct
{
  char *name;
  char *colour;
  double people;
  double share;
  char *words; /* "Buyer: 2 843 people, 14.2 %" */
} Part;

struct _InkPersonaBar
{
  GtkWidget parent_instance;

  GArray *parts; /* Part; those with nobody too */
  double all;
  guint chosen; /* by the keyboard */
  PangoLayout *layout;
};

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InkPersonaBar, ink_persona_bar, GTK_TYPE_WIDGET)

static void
part_clear (gpointer data)
{
  Part *part = data;

  g_free (part->name);
  g_free (part->colour);
  g_free (part->words);
}

static const Part *
get_part (InkPersonaBar *self,
          guint index)
{
  return &g_array_index (self->parts, Part, index);
}

/* ---- Where each part is ---- */

/* From the beginning of the line to the part's beginning and end. */
static void
find_span (InkPersonaBar *self,
           guint index,
           double *from,
           double *to)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)), before = 0;

  for (guint i = 0; i < index; i++)
    before += get_part (self, i)->people;
  *from = self->all > 0 ? width * before / self->all : 0;
  *to = self->all > 0 ? width * (before + get_part (self, index)->people) / self->all : 0;
}

static guint
find_part (InkPersonaBar *self,
           double x)
{
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x;
  for (guint i = 0; i < self->parts->len; i++)
    {
      double from, to;

      find_span (self, i, &from, &to);
      if (to > from && x >= from && x < to)
        return i;
    }

  return NO_PART;
}

/* ---- Drawing ---- */

static void
draw_name (InkPersonaBar *self,
           GtkSnapshot *snapshot,
           const Part *part,
           const graphene_rect_t *box,
           const GdkRGBA *colour)
{
  GdkRGBA ink = ink_persona_look_text (colour);
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int width, height;

  if (box->size.width < 4 * MARGIN)
    return;
  pango_layout_set_text (self->layout, part->name, -1);
  pango_layout_set_width (self->layout, (int) (box->size.width - 2 * MARGIN) * PANGO_SCALE);
  pango_layout_get_pixel_size (self->layout, &width, &height);
  /* Two letters and dots say nothing. */
  if (pango_layout_is_ellipsized (self->layout) && box->size.width < 64)
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT (box->origin.x + (mirrored ? 0 : MARGIN),
                                      box->origin.y + (box->size.height - (float) height) / 2));
  if (mirrored)
    gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (MARGIN, 0));
  gtk_snapshot_append_layout (snapshot, self->layout, &ink);
  gtk_snapshot_restore (snapshot);
}

static void
draw_part (InkPersonaBar *self,
           GtkSnapshot *snapshot,
           guint index)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const Part *part = get_part (self, index);
  GdkRGBA colour = ink_persona_look_at (widget, part->colour);
  graphene_rect_t box;
  double from, to;

  find_span (self, index, &from, &to);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    {
      double width = gtk_widget_get_width (widget), end = to;

      to = width - from;
      from = width - end;
    }
  if (to - from > 2 * GAP && to < gtk_widget_get_width (widget))
    to -= GAP;
  if (to <= from)
    return;
  box = GRAPHENE_RECT_INIT ((float) from, 0, (float) (to - from),
                            (float) gtk_widget_get_height (widget));
  gtk_snapshot_append_color (snapshot, &colour, &box);
  draw_name (self, snapshot, part, &box, &colour);
  if (index == self->chosen && gtk_widget_has_visible_focus (widget))
    {
      GdkRGBA ink = ink_persona_look_text (&colour);
      GskRoundedRect frame;

      gsk_rounded_rect_init_from_rect (&frame, &box, RADIUS - 2);
      gsk_rounded_rect_shrink (&frame, 3, 3, 3, 3);
      gtk_snapshot_append_border (snapshot, &frame, (float[4]){ 2, 2, 2, 2 },
                                  (GdkRGBA[4]){ ink, ink, ink, ink });
    }
}

static void
ink_persona_bar_snapshot (GtkWidget *widget,
                          GtkSnapshot *snapshot)
{
  InkPersonaBar *self = INK_PERSONA_BAR (widget);
  GskRoundedRect whole;

  if (self->all <= 0)
    return;
  if (self->layout == NULL)
    {
      self->layout = gtk_widget_create_pango_layout (widget, NULL);
      pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_single_paragraph_mode (self->layout, TRUE);
    }
  gsk_rounded_rect_init_from_rect (
      &whole,
      &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                           (float) gtk_widget_get_height (widget)),
      RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &whole);
  for (guint i = 0; i < self->parts->len; i++)
    draw_part (self, snapshot, i);
  gtk_snapshot_pop (snapshot);
}

static void
ink_persona_bar_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  InkPersonaBar *self = INK_PERSONA_BAR (widget);
  int width, height = 0;

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *natural = 300;
      return;
    }
  if (self->layout != NULL)
    pango_layout_get_pixel_size (self->layout, &width, &height);
  *minimum = *natural = MAX (HEIGHT, height + 12);
}

/* The fonts are others now. */
static void
ink_persona_bar_css_changed (GtkWidget *widget,
                             GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (ink_persona_bar_parent_class)->css_changed (widget, change);
  g_clear_object (&INK_PERSONA_BAR (widget)->layout);
  gtk_widget_queue_draw (widget);
}

/* ---- Words ---- */

char *
ink_persona_bar_describe (InkPersonaBar *self)
{
  GString *text;

  g_return_val_if_fail (INK_IS_PERSONA_BAR (self), NULL);

  text = g_string_new (NULL);
  for (guint i = 0; i < self->parts->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", get_part (self, i)->words);

  return g_string_free (text, FALSE);
}

static void
say (InkPersonaBar *self)
{
  g_autofree char *all = ink_persona_bar_describe (self);
  const char *label
      = self->chosen < self->parts->len ? get_part (self, self->chosen)->words : _ ("Shares");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, all, -1);
}

static gboolean
ink_persona_bar_query_tooltip (GtkWidget *widget,
                               int x,
                               int y,
                               gboolean keyboard,
                               GtkTooltip *tooltip)
{
  InkPersonaBar *self = INK_PERSONA_BAR (widget);
  guint part = keyboard ? self->chosen : find_part (self, x);

  if (part >= self->parts->len)
    return FALSE;
  gtk_tooltip_set_text (tooltip, get_part (self, part)->words);

  return TRUE;
}

/* ---- Choosing ---- */

static void
activate (InkPersonaBar *self,
          guint part)
{
  if (part < self->parts->len)
    g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, get_part (self, part)->name);
}

static void
clicked_cb (GtkGestureClick *gesture,
            int n_press,
            double x,
            double y,
            InkPersonaBar *self)
{
  activate (self, find_part (self, x));
}

/* Those with nobody cannot be seen, so they are passed over. */
static void
walk (InkPersonaBar *self,
      int by)
{
  guint part = self->chosen;

  if (part >= self->parts->len)
    part = by > 0 ? NO_PART : 0;
  do
    part += (guint) by;
  while (part < self->parts->len && get_part (self, part)->people <= 0);
  if (part >= self->parts->len)
    return;
  self->chosen = part;
  say (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
walk_cb (GtkWidget *widget,
         GVariant *arguments,
         gpointer data)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int by = g_variant_get_int32 (arguments);

  walk (INK_PERSONA_BAR (widget), mirrored ? -by : by);
  return TRUE;
}

static gboolean
activate_cb (GtkWidget *widget,
             GVariant *arguments,
             gpointer data)
{
  activate (INK_PERSONA_BAR (widget), INK_PERSONA_BAR (widget)->chosen);
  return TRUE;
}

static void
focused_cb (InkPersonaBar *self)
{
  if (self->chosen >= self->parts->len)
    walk (self, 1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- The widget ---- */

static void
ink_persona_bar_dispose (GObject *object)
{
  InkPersonaBar *self = INK_PERSONA_BAR (object);

  g_clear_pointer (&self->parts, g_array_unref);
  g_clear_object (&self->layout);

  G_OBJECT_CLASS (ink_persona_bar_parent_class)->dispose (object);
}

static void
ink_persona_bar_class_init (InkPersonaBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_persona_bar_dispose;
  widget_class->snapshot = ink_persona_bar_snapshot;
  widget_class->measure = ink_persona_bar_measure;
  widget_class->css_changed = ink_persona_bar_css_changed;
  widget_class->query_tooltip = ink_persona_bar_query_tooltip;
  signals[SIGNAL_ACTIVATED]
      = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, walk_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, walk_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, activate_cb, NULL);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "personabar");
}

static void
ink_persona_bar_init (InkPersonaBar *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  AdwStyleManager *style
      = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  self->parts = g_array_new (FALSE, TRUE, sizeof (Part));
  g_array_set_clear_func (self->parts, part_clear);
  self->chosen = NO_PART;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "pointer");
  g_signal_connect (click, "released", G_CALLBACK (clicked_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (focused_cb), NULL);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  say (self);
}

static char *
make_words (const Part *part)
{
  InkNumbers numbers = ink_numbers_for_locale ();
  g_autofree char *people = ink_numbers_count (&numbers, part->people);
  g_autofree char *share = ink_numbers_share (&numbers, part->share);

  /* Translators: a persona, how many people, and their share of all */
  return g_strdup_printf (ngettext ("%s: %s person, %s", "%s: %s people, %s",
                                    (gulong) part->people),
                          part->name, people, share);
}

void
ink_persona_bar_set_table (InkPersonaBar *self,
                           const InkDefinition *definition,
                           const InkTable *personas)
{
  g_return_if_fail (INK_IS_PERSONA_BAR (self));
  g_return_if_fail (definition != NULL && personas != NULL);

  g_array_set_size (self->parts, 0);
  self->all = 0;
  for (guint row = 0; row < ink_table_get_n_rows (personas); row++)
    {
      Part part = { .name = g_strdup (ink_table_get_text (personas, 0, row)),
                    .people = ink_table_get_number (personas, 1, row),
                    .share = ink_table_get_number (personas, 2, row) };

      part.colour = g_strdup (ink_persona_colour_at (definition, row));
      part.words = make_words (&part);
      self->all += part.people;
      g_array_append_val (self->parts, part);
    }
  if (self->chosen >= self->parts->len)
    self->chosen = NO_PART;
  say (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
