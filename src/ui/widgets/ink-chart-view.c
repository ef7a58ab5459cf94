/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-chart-view.h"

#include "charts/ink-chart-numbers.h"
#include "plot/ink-scene.h"
#include "ui/compat/ink-compat-file.h"
#include "ui/compat/ink-compat-name.h"
#include "ui/widgets/ink-chart-canvas.h"
#include "ui/widgets/ink-chart-clipboard.h"
#include "ui/widgets/ink-table-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define READOUT_CHARS 34
#define READOUT_GAP 8
#define MENU_SIZE 34 /* of the menu's button */
#define TOP_ROOM 20 /* for it above a chart without words */

struct _InkChartView
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *heading;
  GtkLabel *note;
  InkChartCanvas *canvas;
  InkTableView *numbers;
  GtkWidget *readout;
  GtkLabel *readout_label;
  GtkWidget *menu_button;
  GtkPopoverMenu *menu; /* where the pointer is; made when it is first wanted */

  const InkChartKind *kind;
  InkAnswer *answer;
  InkTable *table;         /* of the answer */
  InkChartOptions options; /* texts and zone owned, personas the answer's */
  char *slide; /* nullable: JSON */
  char *title;
  char *rule;
  GTimeZone *zone;
  InkDefinition *definition; /* nullable */
  gboolean show_table;
};

enum
{
  PROP_0,
  PROP_SHOW_TABLE,
  PROP_HEADING,
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

/* ---- The readout ---- */

static void
pointed_cb (InkChartCanvas *canvas,
            InkChartView *self)
{
  const char *label = ink_chart_canvas_get_label (canvas, ink_chart_canvas_get_pointed (canvas));

  gtk_widget_set_visible (self->readout, label != NULL);
  if (label != NULL)
    gtk_label_set_label (self->readout_label, label);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Above the datum where there is room, else below it; never beyond the edges. */
static void
allocate_readout (InkChartView *self,
                  int width,
                  int height)
{
  graphene_rect_t box;
  graphene_point_t corner;
  GtkRequisition size;
  double x, y;

  if (!gtk_widget_get_visible (self->readout)
      || !ink_chart_canvas_get_box (self->canvas, ink_chart_canvas_get_pointed (self->canvas),
                                    &box)
      || !gtk_widget_compute_point (GTK_WIDGET (self->canvas), GTK_WIDGET (self),
                                    &GRAPHENE_POINT_INIT (0, 0), &corner))
    {
      gtk_widget_set_child_visible (self->readout, FALSE);
      return;
    }

  gtk_widget_get_preferred_size (self->readout, NULL, &size);
  size.width = MIN (size.width, width);
  gtk_widget_measure (self->readout, GTK_ORIENTATION_VERTICAL, size.width, NULL, &size.height,
                      NULL, NULL);
  x = corner.x + box.origin.x + box.size.width / 2 - size.width / 2.0;
  y = corner.y + box.origin.y - size.height - READOUT_GAP;
  if (y < 0)
    y = MIN (corner.y + box.origin.y + box.size.height + READOUT_GAP, height - size.height);
  gtk_widget_set_child_visible (self->readout, TRUE);
  gtk_widget_size_allocate (self->readout,
                            &(GtkAllocation){ (int) CLAMP (x, 0, MAX (width - size.width, 0)),
                                              (int) MAX (y, 0), size.width, size.height },
                            -1);
}

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
  allocate_readout (self, width, height);
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
  gtk_widget_measure (INK_CHART_VIEW (widget)->box, orientation, for_size, minimum, natural, NULL,
                      NULL);
}

static GtkSizeRequestMode
ink_chart_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* ---- The menu ---- */

static GMenuModel *
make_menu (void)
{
  static const struct
  {
    const char *label;
    const char *action;
  } items[] = {
    { N_ ("_Add to Report"), "chart.add-slide" },
    { NULL, NULL },
    { N_ ("_Copy Chart"), "chart.copy" },
    { N_ ("Copy as _Table"), "chart.copy-table" },
    { NULL, NULL },
    { N_ ("Save as _SVG…"), "chart.save::svg" },
    { N_ ("Save as P_NG…"), "chart.save::png" },
    { N_ ("Save as P_DF…"), "chart.save::pdf" },
    { NULL, NULL },
    { N_ ("Show _Data Table"), "chart.show-table" },
  };
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    if (items[i].label != NULL)
      {
        g_menu_append (section, _ (items[i].label), items[i].action);
      }
    else
      {
        g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
        g_object_unref (section);
        section = g_menu_new ();
      }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));

  return G_MENU_MODEL (menu);
}

static void
menu_closed_cb (InkChartView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static void
menu_wanted_cb (InkChartCanvas *canvas,
                double x,
                double y,
                InkChartView *self)
{
  graphene_point_t at;

  if (self->table == NULL
      || !gtk_widget_compute_point (GTK_WIDGET (canvas), GTK_WIDGET (self),
                                    &GRAPHENE_POINT_INIT ((float) x, (float) y), &at))
    return;
  if (self->menu == NULL)
    {
      g_autoptr (GMenuModel) model = make_menu ();

      self->menu = GTK_POPOVER_MENU (gtk_popover_menu_new_from_model (model));
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (GTK_WIDGET (self->menu), GTK_ALIGN_START);
      gtk_widget_set_parent (GTK_WIDGET (self->menu), GTK_WIDGET (self));
      g_signal_connect_swapped (self->menu, "closed", G_CALLBACK (menu_closed_cb), self);
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle){ (int) at.x, (int) at.y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* ---- Taking it elsewhere ---- */

/* As large as it is here. */
static InkChartOptions
get_options (InkChartView *self)
{
  InkChartOptions options = self->options;

  options.width = gtk_widget_get_width (GTK_WIDGET (self->canvas));
  options.height = gtk_widget_get_height (GTK_WIDGET (self->canvas));
  options.right_to_left = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  return options;
}

static void
say (InkChartView *self,
     const char *sentence)
{
  GtkWidget *toasts = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);

  if (toasts != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (toasts), adw_toast_new (sentence));
}

static void
complain (InkChartView *self,
          const GError *error)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog = adw_message_dialog_new (root != NULL ? GTK_WINDOW (root) : NULL,
                                              _ ("The chart could not be saved"), error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
add_slide_action (GtkWidget *widget,
                  const char *name,
                  GVariant *parameter)
{
  InkChartView *self = INK_CHART_VIEW (widget);

  if (self->slide != NULL)
    gtk_widget_activate_action (widget, "win.add-slide", "s", self->slide);
}

static void
copy_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  InkChartView *self = INK_CHART_VIEW (widget);
  InkChartOptions options = get_options (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkContentProvider) pictures = NULL;

  if (self->table == NULL)
    return;
  pictures = ink_chart_to_pictures (self->kind, self->table, &options, &error);
  if (pictures == NULL)
    {
      complain (self, error);
      return;
    }
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), pictures);
  say (self, _ ("Chart copied"));
}

/* Dragged out of the window it is the same as copied. */
static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source,
                 double x,
                 double y,
                 InkChartView *self)
{
  InkChartOptions options = get_options (self);

  return self->table != NULL ? ink_chart_to_pictures (self->kind, self->table, &options, NULL)
                             : NULL;
}

static void
drag_begin_cb (GtkDragSource *source,
               GdkDrag *drag,
               InkChartView *self)
{
  g_autoptr (GdkPaintable) live = gtk_widget_paintable_new (GTK_WIDGET (self->canvas));
  g_autoptr (GdkPaintable) image = gdk_paintable_get_current_image (live);

  gtk_drag_source_set_icon (source, image, 0, 0);
}

static void
copy_table_action (GtkWidget *widget,
                   const char *name,
                   GVariant *parameter)
{
  InkChartView *self = INK_CHART_VIEW (widget);
  InkChartOptions options = get_options (self);
  g_autoptr (GdkContentProvider) texts = NULL;

  if (self->table == NULL)
    return;
  texts = ink_chart_to_texts (self->kind, self->table, &options);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), texts);
  say (self, _ ("Table copied"));
}

/* What the file dialog's answer finds when it comes: the chart as it was when it was asked. */
typedef struct
{
  GWeakRef view;
  GBytes *content;
} Saving;

static void
saving_free (Saving *saving)
{
  g_weak_ref_clear (&saving->view);
  g_bytes_unref (saving->content);
  g_free (saving);
}

static void
saved_cb (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  Saving *saving = data;
  g_autoptr (InkChartView) self = g_weak_ref_get (&saving->view);
  g_autoptr (GError) error = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error) && self != NULL)
    complain (self, error);
  else if (self != NULL)
    say (self, _ ("Chart saved"));
  saving_free (saving);
}

static void
file_chosen_cb (GListModel *files,
                gpointer data)
{
  Saving *saving = data;
  g_autoptr (GFile) file = NULL;

  if (files == NULL || g_list_model_get_n_items (files) == 0)
    {
      saving_free (saving);
      return;
    }
  file = g_list_model_get_item (files, 0);
  g_file_replace_contents_bytes_async (file, saving->content, NULL, FALSE, G_FILE_CREATE_NONE,
                                       NULL, saved_cb, saving);
}

static void
save_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  InkChartView *self = INK_CHART_VIEW (widget);
  const char *ending = g_variant_get_string (parameter, NULL);
  InkChartOptions options = get_options (self);
  g_autofree char *name = NULL;
  g_autofree char *pattern = g_strconcat ("*.", ending, NULL);
  g_autofree char *kind = g_ascii_strup (ending, -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) content = NULL;
  Saving *saving;

  if (self->table == NULL)
    return;
  content = ink_chart_to_file (self->kind, self->table, &options, ending, &error);
  if (content == NULL)
    {
      complain (self, error);
      return;
    }
  name = g_strdup_printf ("%s.%s", self->title != NULL ? self->title : _ ("Chart"), ending);
  g_strdelimit (name, G_DIR_SEPARATOR_S, '-');
  saving = g_new0 (Saving, 1);
  g_weak_ref_init (&saving->view, self);
  saving->content = g_steal_pointer (&content);
  ink_compat_save_file (GTK_WINDOW (gtk_widget_get_root (widget)), _ ("Save Chart"), name, kind,
                        pattern, file_chosen_cb, saving);
}

/* ---- Its numbers ---- */

static void
show_numbers (InkChartView *self)
{
  g_autoptr (InkTable) shown = NULL;

  if (self->show_table && self->table != NULL)
    shown = ink_chart_to_numbers (self->kind, self->table);
  ink_table_view_set_table (self->numbers, shown, self->zone);
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
  props[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, NULL,
                                          G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[SIGNAL_ACTIVATED]
      = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_install_action (widget_class, "chart.add-slide", NULL, add_slide_action);
  gtk_widget_class_install_action (widget_class, "chart.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "chart.copy-table", NULL, copy_table_action);
  gtk_widget_class_install_action (widget_class, "chart.save", "s", save_action);
  gtk_widget_class_install_property_action (widget_class, "chart.show-table", "show-table");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "chart.copy",
                                       NULL);
}

static void
add_drag (InkChartView *self)
{
  GtkDragSource *source = gtk_drag_source_new ();

  g_signal_connect (source, "prepare", G_CALLBACK (drag_prepare_cb), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->canvas), GTK_EVENT_CONTROLLER (source));
}

static void
make_readout (InkChartView *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  self->readout_label = GTK_LABEL (label);
  gtk_label_set_wrap (self->readout_label, TRUE);
  gtk_label_set_xalign (self->readout_label, 0);
  gtk_label_set_max_width_chars (self->readout_label, READOUT_CHARS);
  self->readout = adw_bin_new ();
  adw_bin_set_child (ADW_BIN (self->readout), label);
  gtk_widget_add_css_class (self->readout, "chart-readout");
  gtk_widget_set_can_target (self->readout, FALSE);
  gtk_widget_set_visible (self->readout, FALSE);
  gtk_widget_set_parent (self->readout, GTK_WIDGET (self));
}

static void
make_menu_button (InkChartView *self)
{
  g_autoptr (GMenuModel) model = make_menu ();

  self->menu_button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu_button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu_button), model);
  ink_compat_set_hint (self->menu_button, _ ("Chart Menu"));
  gtk_widget_add_css_class (self->menu_button, "flat");
  gtk_widget_add_css_class (self->menu_button, "dim-label");
  gtk_widget_set_visible (self->menu_button, FALSE);
  gtk_widget_set_parent (self->menu_button, GTK_WIDGET (self));
  ink_compat_name_menus (self->menu_button);
}

static GtkLabel *
add_words (InkChartView *self,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_visible (label, FALSE);
  gtk_box_append (GTK_BOX (self->box), label);

  return GTK_LABEL (label);
}

static void
ink_chart_view_init (InkChartView *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->heading = add_words (self, "heading");
  gtk_widget_set_size_request (GTK_WIDGET (self->heading), -1, MENU_SIZE);
  gtk_widget_set_margin_end (GTK_WIDGET (self->heading), MENU_SIZE);
  self->note = add_words (self, "dim-label");
  self->canvas = g_object_new (INK_TYPE_CHART_CANVAS, "vexpand", TRUE, "margin-top", TOP_ROOM, NULL);
  self->numbers
      = g_object_new (INK_TYPE_TABLE_VIEW, "visible", FALSE, "margin-top", 6, NULL);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->canvas));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->numbers));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.add-slide", FALSE);
  make_menu_button (self);
  make_readout (self);
  add_drag (self);
  g_signal_connect (self->canvas, "pointed", G_CALLBACK (pointed_cb), self);
  g_signal_connect (self->canvas, "activated", G_CALLBACK (activated_cb), self);
  g_signal_connect (self->canvas, "menu", G_CALLBACK (menu_wanted_cb), self);
}
