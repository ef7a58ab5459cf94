/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-chart-view-private.h"

#include "charts/ink-chart-numbers.h"
#include "ui/compat/ink-compat-name.h"
#include "ui/widgets/ink-lead-box.h"
#include "ui/widgets/ink-wrapped-label.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define MENU_SIZE 34 /* of the menu's button */
#define TOP_ROOM 20 /* for it above a chart without words */

enum
{
  PROP_0,
  PROP_SHOW_TABLE,
  PROP_HEADING,
  PROP_IDEA,
  PROP_NOTE,
  N_PROPS,
};

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InkChartView, ink_chart_view, GTK_TYPE_WIDGET)

/* ---- Its place ---- */

/* In the corner at the end of the first line. */
static void
allocate_button (InkChartView *self,
                 int width)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GtkRequisition size;

  gtk_widget_get_preferred_size (self->menu_button, &size, NULL);
  gtk_widget_size_allocate (self->menu_button,
                            &(GtkAllocation){ mirrored ? 0 : width - size.width, 0, size.width,
                                              size.height },
                            -1);
}

static void
ink_chart_view_size_allocate (GtkWidget *widget,
                              int width,
                              int height,
                              int baseline)
{
  InkChartView *self = INK_CHART_VIEW (widget);

  gtk_widget_size_allocate (self->box, &(GtkAllocation){ 0, 0, width, height }, baseline);
  allocate_button (self, width);
  _ink_chart_view_allocate_readout (self, width, height);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
ink_chart_view_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  /* A stack asks for the width that its height needs, too: to find it, all would be laid out many
   * times. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    for_size = -1;
  gtk_widget_measure (INK_CHART_VIEW (widget)->box, orientation, for_size, minimum, natural, NULL,
                      NULL);
}

static GtkSizeRequestMode
ink_chart_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* ---- Its numbers ---- */

/* When they are first wanted: they are more widgets than all the rest. */
static void
ensure_numbers (InkChartView *self)
{
  if (self->numbers != NULL)
    return;
  self->numbers = g_object_new (INK_TYPE_TABLE_VIEW, "margin-top", 6, NULL);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->numbers));
}

static void
show_numbers (InkChartView *self)
{
  g_autoptr (InkTable) shown = NULL;

  if (self->show_table && self->table != NULL)
    shown = ink_chart_to_numbers (self->kind, self->table);
  if (shown != NULL)
    ensure_numbers (self);
  if (self->numbers == NULL)
    return;
  ink_table_view_set_table (self->numbers, shown, self->zone);
  if (shown != NULL)
    ink_table_view_set_title (self->numbers,
                              self->title != NULL ? self->title : _ (self->kind->title));
  gtk_widget_set_visible (GTK_WIDGET (self->numbers), shown != NULL);
}

static void
set_show_table (InkChartView *self,
                gboolean show)
{
  if (self->show_table == show)
    return;
  self->show_table = show;
  show_numbers (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SHOW_TABLE]);
}

static void
take_answer (InkChartView *self,
             InkAnswer *answer)
{
  g_clear_pointer (&self->answer, ink_answer_unref);
  self->answer = answer != NULL ? ink_answer_ref (answer) : NULL;
  self->table = answer != NULL ? ink_answer_get_table (answer, self->kind->table) : NULL;
}

static void
take_options (InkChartView *self,
              const InkChartOptions *options)
{
  InkFunnelResult *result = self->answer != NULL ? ink_answer_get_funnel (self->answer) : NULL;

  g_free (self->title);
  g_free (self->rule);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  self->title = g_strdup (options->title);
  self->rule = g_strdup (options->rule);
  self->zone = options->zone != NULL ? g_time_zone_ref (options->zone) : NULL;
  g_clear_pointer (&self->definition, ink_definition_unref);
  self->definition = options->definition != NULL ? ink_definition_ref (options->definition) : NULL;
  self->options = (InkChartOptions){
    .title = self->title,
    .rule = self->rule,
    .zone = self->zone,
    .period = options->period,
    .count = options->count,
    .personas = result != NULL ? ink_funnel_result_get_personas (result) : NULL,
    .definition = self->definition,
    .selected = options->selected,
    .median = result != NULL ? ink_funnel_result_get_median (result) : 0,
  };
}

void
ink_chart_view_set_chart (InkChartView *self,
                          const char *kind,
                          InkAnswer *answer,
                          const InkChartOptions *options)
{
  gboolean same;

  g_return_if_fail (INK_IS_CHART_VIEW (self));
  g_return_if_fail (options != NULL && ink_chart_find (kind) != NULL);

  same = self->kind == ink_chart_find (kind) && self->answer == answer && answer != NULL
         && self->options.selected == options->selected
         && self->definition == options->definition;
  self->kind = ink_chart_find (kind);
  take_answer (self, answer);
  take_options (self, options);
  if (same)
    return;
  gtk_widget_set_visible (self->menu_button, self->table != NULL);
  ink_chart_canvas_set_chart (self->canvas, self->kind, self->table, &self->options);
  show_numbers (self);
}

void
ink_chart_view_set_answer (InkChartView *self,
                           const char *kind,
                           InkAnswer *answer)
{
  InkChartOptions options = { 0 };

  ink_chart_view_set_chart (self, kind, answer, &options);
}

void
ink_chart_view_set_slide (InkChartView *self,
                          const char *json)
{
  g_return_if_fail (INK_IS_CHART_VIEW (self));

  g_free (self->slide);
  self->slide = g_strdup (json);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.add-slide", json != NULL);
}

const char *
ink_chart_view_get_walked (InkChartView *self)
{
  g_return_val_if_fail (INK_IS_CHART_VIEW (self), NULL);

  return ink_chart_canvas_get_label (self->canvas, ink_chart_canvas_get_walked (self->canvas));
}

static void
activated_cb (InkChartCanvas *canvas,
              guint datum,
              InkChartView *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, datum);
}

/* ---- Words above it ---- */

static void
set_words (GtkLabel *label,
           const char *words)
{
  gtk_label_set_label (label, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (label), words != NULL && words[0] != '\0');
}

/* The menu's button stands in the heading's line. */
static void
set_heading (InkChartView *self,
             const char *heading)
{
  set_words (self->heading, heading);
  gtk_widget_set_margin_top (GTK_WIDGET (self->canvas),
                             gtk_widget_get_visible (GTK_WIDGET (self->heading)) ? 0 : TOP_ROOM);
}

static void
ink_chart_view_set_property (GObject *object,
                             guint id,
                             const GValue *value,
                             GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SHOW_TABLE:
      set_show_table (INK_CHART_VIEW (object), g_value_get_boolean (value));
      break;
    case PROP_HEADING:
      set_heading (INK_CHART_VIEW (object), g_value_get_string (value));
      break;
    case PROP_IDEA:
      ink_idea_button_set_idea (INK_CHART_VIEW (object)->idea, g_value_get_string (value));
      break;
    case PROP_NOTE:
      set_words (INK_CHART_VIEW (object)->note, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ink_chart_view_get_property (GObject *object,
                             guint id,
                             GValue *value,
                             GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SHOW_TABLE:
      g_value_set_boolean (value, INK_CHART_VIEW (object)->show_table);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ink_chart_view_dispose (GObject *object)
{
  InkChartView *self = INK_CHART_VIEW (object);

  if (self->menu != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->menu));
  self->menu = NULL;
  g_clear_pointer (&self->menu_button, gtk_widget_unparent);
  g_clear_pointer (&self->readout, gtk_widget_unparent);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  self->table = NULL;
  g_clear_pointer (&self->answer, ink_answer_unref);
  g_clear_pointer (&self->slide, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->rule, g_free);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_pointer (&self->definition, ink_definition_unref);

  G_OBJECT_CLASS (ink_chart_view_parent_class)->dispose (object);
}

static void
ink_chart_view_class_init (InkChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = ink_chart_view_set_property;
  object_class->get_property = ink_chart_view_get_property;
  object_class->dispose = ink_chart_view_dispose;
  widget_class->measure = ink_chart_view_measure;
  widget_class->get_request_mode = ink_chart_view_get_request_mode;
  widget_class->size_allocate = ink_chart_view_size_allocate;

  props[PROP_SHOW_TABLE]
      = g_param_spec_boolean ("show-table", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_HEADING] = g_param_spec_string ("heading", NULL, NULL, NULL,
                                             G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_IDEA]
      = g_param_spec_string ("idea", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, NULL,
                                          G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[SIGNAL_ACTIVATED]
      = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  _ink_chart_view_add_actions (widget_class);
  gtk_widget_class_install_property_action (widget_class, "chart.show-table", "show-table");
}

/* A page has several charts, whose menus are seldom opened. */
static void
create_popup_cb (GtkMenuButton *button,
                 gpointer data)
{
  g_autoptr (GMenuModel) model = NULL;

  if (gtk_menu_button_get_menu_model (button) != NULL)
    return;
  model = _ink_chart_view_make_menu ();
  gtk_menu_button_set_menu_model (button, model);
}

static void
make_menu_button (InkChartView *self)
{
  self->menu_button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu_button), "view-more-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->menu_button), create_popup_cb, NULL,
                                         NULL);
  ink_compat_set_hint (self->menu_button, _ ("Chart Menu"));
  gtk_widget_add_css_class (self->menu_button, "flat");
  gtk_widget_add_css_class (self->menu_button, "dim-label");
  gtk_widget_set_visible (self->menu_button, FALSE);
  gtk_widget_set_parent (self->menu_button, GTK_WIDGET (self));
  ink_compat_name_menus (self->menu_button);
}

static GtkLabel *
make_words (const char *css_class)
{
  GtkWidget *label = ink_wrapped_label_new (NULL, css_class);

  /* Else it is as narrow as its height allows. */
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_widget_set_visible (label, FALSE);

  return GTK_LABEL (label);
}

/* The question mark of an idea, where there is one, follows the heading. */
static void
add_heading (InkChartView *self)
{
  GtkWidget *line = ink_lead_box_new (3);

  self->heading = make_words ("heading");
  gtk_widget_set_size_request (GTK_WIDGET (self->heading), -1, MENU_SIZE);
  self->idea = INK_IDEA_BUTTON (ink_idea_button_new (NULL));
  gtk_widget_set_valign (GTK_WIDGET (self->idea), GTK_ALIGN_CENTER);
  ink_lead_box_append_words (INK_LEAD_BOX (line), GTK_WIDGET (self->heading));
  ink_lead_box_append (INK_LEAD_BOX (line), GTK_WIDGET (self->idea));
  gtk_widget_set_margin_end (line, MENU_SIZE);
  gtk_box_append (GTK_BOX (self->box), line);
  g_object_bind_property (self->heading, "visible", line, "visible", G_BINDING_SYNC_CREATE);
}

static void
ink_chart_view_init (InkChartView *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  add_heading (self);
  self->note = make_words ("dim-label");
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->note));
  self->canvas = g_object_new (INK_TYPE_CHART_CANVAS, "vexpand", TRUE, "margin-top", TOP_ROOM, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->canvas), "chart-canvas");
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->canvas));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.add-slide", FALSE);
  make_menu_button (self);
  _ink_chart_view_make_readout (self);
  _ink_chart_view_let_drag (self);
  g_signal_connect (self->canvas, "activated", G_CALLBACK (activated_cb), self);
  g_signal_connect_swapped (self->canvas, "menu", G_CALLBACK (_ink_chart_view_show_menu), self);
}
