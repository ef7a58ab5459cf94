/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-value-picker.h"

#include "plot/ink-numbers.h"
#include "ui/widgets/ink-live-bin.h"
#include "ui/widgets/ink-value-offer.h"
#include "ui/widgets/ink-value-row.h"
#include "ui/widgets/ink-value-set.h"

#include <glib/gi18n-lib.h>

/* More values than this nobody reads: they are searched. */
#define MOST_SHOWN 50
/* What an answer may hold up the next frame. */
#define PATIENCE_MILLISECONDS 12
#define WIDTH 280
#define HEIGHT 320

struct _InkValuePicker
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkEditable *search;
  InkLiveBin *bin;
  GtkListBox *list;
  GPtrArray *rows; /* InkValueRow, in order; those that show nothing are hidden */
  GtkWidget *more;

  InkView *view;
  InkLive *live; /* while it is shown */
  char **events;
  char *property;
  gboolean on_person;
  gboolean many;
  gboolean typed;

  GArray *values; /* ink_value_set: those that hold now */
  GArray *first;  /* ink_value_set: those that held when it was opened: they stand first */
};

enum
{
  SIGNAL_PICKED,
  SIGNAL_DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InkValuePicker, ink_value_picker, GTK_TYPE_WIDGET)

/* ---- Rows ---- */

static InkValueRow *
get_row (InkValuePicker *self,
         guint index)
{
  while (self->rows->len <= index)
    {
      GtkWidget *row = ink_value_row_new ();

      gtk_list_box_append (self->list, row);
      g_ptr_array_add (self->rows, row);
    }
  return g_ptr_array_index (self->rows, index);
}

static const char *
get_search (InkValuePicker *self)
{
  return gtk_editable_get_text (self->search);
}

static gboolean
holds_numbers (InkValuePicker *self,
               const InkTable *values)
{
  const InkSchema *schema
      = ink_event_store_get_schema (ink_document_get_store (ink_view_get_document (self->view)));
  const InkPropertyInfo *info
      = ink_schema_find_property (schema, self->property,
                                  self->on_person ? INK_ON_PERSON : INK_ON_EVENT);

  if (ink_table_get_n_rows (values) > 0)
    return g_str_equal (ink_table_get_text (values, 1, 0), ink_kind_to_string (INK_KIND_NUMBER));
  /* None is like what was typed. */
  return info != NULL && info->kind == INK_KIND_NUMBER;
}

static GPtrArray *
make_offers (InkValuePicker *self,
             const InkTable *values)
{
  return ink_value_offers_make (values, &(InkValueWish){ .search = get_search (self),
                                                         .typed_first = self->typed,
                                                         .numbers = holds_numbers (self, values),
                                                         .first = self->first });
}

static void
show_offer (InkValuePicker *self,
            InkValueRow *row,
            const InkValueOffer *offer)
{
  ink_value_row_set (row, offer->value, offer->title, offer->count, offer->share);
  ink_value_row_set_chosen (row, ink_value_set_find (self->values, offer->value) >= 0, self->many);
  gtk_widget_set_visible (GTK_WIDGET (row), TRUE);
}

static void
show_more (InkValuePicker *self,
           double found,
           guint shown)
{
  InkNumbers numbers = ink_numbers_for_locale ();
  g_autofree char *count = ink_numbers_count (&numbers, found - shown);
  g_autofree char *text = NULL;

  if (found > shown)
    text = g_strdup_printf (ngettext ("%s more: search for it", "%s more: search for them",
                                      (gulong) (found - shown)),
                            count);
  else if (found == 0 && *get_search (self) == '\0')
    text = g_strdup (_ ("The data has no value of it here. Type one."));
  gtk_label_set_label (GTK_LABEL (self->more), text != NULL ? text : "");
  gtk_widget_set_visible (self->more, text != NULL);
}

static void
answered_cb (InkLiveBin *bin,
             InkAnswer *answer,
             InkValuePicker *self)
{
  const InkTable *totals = ink_answer_get_table (answer, "totals");
  const InkTable *values = ink_answer_get_table (answer, "values");
  double found = ink_table_get_number (totals, (guint) ink_table_find_column (totals, "found"), 0);
  g_autoptr (GPtrArray) offers = make_offers (self, values);

  for (guint i = 0; i < offers->len; i++)
    show_offer (self, get_row (self, i), g_ptr_array_index (offers, i));
  for (guint i = offers->len; i < self->rows->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->rows, i), FALSE);
  show_more (self, found, ink_table_get_n_rows (values));
}

/* ---- Picking ---- */

static void
show_chosen (InkValuePicker *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      InkValueRow *row = g_ptr_array_index (self->rows, i);

      ink_value_row_set_chosen (row, ink_value_set_find (self->values, ink_value_row_get (row)) >= 0,
                                self->many);
    }
}

static void
emit_picked (InkValuePicker *self)
{
  g_autoptr (GArray) values = g_array_ref (self->values);

  g_signal_emit (self, signals[SIGNAL_PICKED], 0, values);
}

static void
pick_row (InkValuePicker *self,
          InkValueRow *row)
{
  InkValue value = ink_value_row_get (row);
  int index = ink_value_set_find (self->values, value);

  if (!self->many && self->values->len > 0)
    g_array_set_size (self->values, 0);
  if (!self->many || index < 0)
    ink_value_set_add (self->values, value);
  else
    g_array_remove_index (self->values, (guint) index);
  show_chosen (self);
  emit_picked (self);
  if (!self->many)
    g_signal_emit (self, signals[SIGNAL_DONE], 0);
}

static void
activated_cb (GtkListBox *list,
              GtkListBoxRow *row,
              InkValuePicker *self)
{
  pick_row (self, INK_VALUE_ROW (row));
}

static InkValueRow *
get_first_row (InkValuePicker *self)
{
  InkValueRow *row = self->rows->len > 0 ? g_ptr_array_index (self->rows, 0) : NULL;

  return row != NULL && gtk_widget_get_visible (GTK_WIDGET (row)) ? row : NULL;
}

/* What was typed last may not have been answered yet. */
static gboolean
is_current (InkValuePicker *self)
{
  return self->live != NULL && ink_live_get_state (self->live) == INK_LIVE_IDLE;
}

/* Enter takes the first: typing a few letters is enough. */
static void
search_activated_cb (GtkSearchEntry *entry,
                     InkValuePicker *self)
{
  InkValueRow *row = get_first_row (self);
  const char *text = get_search (self);

  if (row != NULL && is_current (self) && *text != '\0')
    {
      pick_row (self, row);
    }
  else if (*text != '\0')
    {
      if (!self->many && self->values->len > 0)
        g_array_set_size (self->values, 0);
      if (ink_value_set_find (self->values, ink_value_text (text)) < 0)
        ink_value_set_add (self->values, ink_value_text (text));
      emit_picked (self);
    }
  if (self->many || *text == '\0' || !is_current (self))
    g_signal_emit (self, signals[SIGNAL_DONE], 0);
}

static void
search_changed_cb (GtkSearchEntry *entry,
                   InkValuePicker *self)
{
  if (self->live != NULL)
    ink_live_refresh (self->live);
}

static void
stop_search_cb (GtkSearchEntry *entry,
                InkValuePicker *self)
{
  g_signal_emit (self, signals[SIGNAL_DONE], 0);
}

/* ---- Keys between the search and the list ---- */

static gboolean
search_key_cb (GtkEventControllerKey *controller,
               guint key,
               guint code,
               GdkModifierType modifiers,
               InkValuePicker *self)
{
  InkValueRow *row = get_first_row (self);

  if (key != GDK_KEY_Down || row == NULL)
    return FALSE;
  return gtk_widget_grab_focus (GTK_WIDGET (row));
}

static gboolean
list_end_cb (GtkListBox *list,
             GtkDirectionType direction,
             InkValuePicker *self)
{
  return direction == GTK_DIR_UP && gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/* ---- While it is shown ---- */

static InkQuery *
build (InkDocument *document,
       gpointer data,
       GError **error)
{
  InkValuePicker *self = data;
  InkFilter filter = ink_view_get_filter (self->view);
  InkValuesOf of
      = { (const char *const *) (void *) self->events, self->property, self->on_person };

  return ink_values_query_new (ink_document_get_definition (document), &of, get_search (self),
                               MOST_SHOWN, &filter);
}

static void
stop_asking (InkValuePicker *self)
{
  ink_live_bin_set_live (self->bin, NULL);
  g_clear_object (&self->live);
}

static void
begin_asking (InkValuePicker *self)
{
  if (self->live != NULL || self->view == NULL || self->property == NULL)
    return;
  self->live = ink_live_new (ink_view_get_document (self->view), NULL, build, self, NULL);
  ink_live_set_patience (self->live, PATIENCE_MILLISECONDS);
  g_signal_connect_object (self->view, "filter-changed", G_CALLBACK (ink_live_refresh), self->live,
                           G_CONNECT_SWAPPED);
  ink_live_bin_set_live (self->bin, self->live);
}

static void
remember_first (InkValuePicker *self)
{
  g_array_set_size (self->first, 0);
  for (guint i = 0; i < self->values->len; i++)
    ink_value_set_add (self->first, g_array_index (self->values, InkValue, i));
}

static void
ink_value_picker_map (GtkWidget *widget)
{
  InkValuePicker *self = INK_VALUE_PICKER (widget);

  GTK_WIDGET_CLASS (ink_value_picker_parent_class)->map (widget);
  gtk_editable_set_text (self->search, "");
  remember_first (self);
  begin_asking (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
ink_value_picker_unmap (GtkWidget *widget)
{
  stop_asking (INK_VALUE_PICKER (widget));
  GTK_WIDGET_CLASS (ink_value_picker_parent_class)->unmap (widget);
}

/* ---- What it offers ---- */

void
ink_value_picker_set_source (InkValuePicker *self,
                             InkView *view,
                             const InkValuesOf *of)
{
  g_return_if_fail (INK_IS_VALUE_PICKER (self));
  g_return_if_fail (INK_IS_VIEW (view));
  g_return_if_fail (of != NULL && of->property != NULL);

  stop_asking (self);
  g_set_object (&self->view, view);
  g_strfreev (self->events);
  self->events = g_strdupv ((char **) (void *) of->events);
  g_free (self->property);
  self->property = g_strdup (of->property);
  self->on_person = of->on_person;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    begin_asking (self);
}

void
ink_value_picker_set_mode (InkValuePicker *self,
                           gboolean many,
                           gboolean typed)
{
  g_return_if_fail (INK_IS_VALUE_PICKER (self));

  self->many = many;
  self->typed = typed;
  show_chosen (self);
}

void
ink_value_picker_set_values (InkValuePicker *self,
                             const InkValue *values,
                             guint n)
{
  g_autoptr (GArray) before = NULL;

  g_return_if_fail (INK_IS_VALUE_PICKER (self));

  /* @values may be those of "picked". */
  before = g_steal_pointer (&self->values);
  self->values = ink_value_set_new ();
  for (guint i = 0; i < n; i++)
    ink_value_set_add (self->values, values[i]);
  show_chosen (self);
}

/* ---- The widget ---- */

static void
ink_value_picker_dispose (GObject *object)
{
  InkValuePicker *self = INK_VALUE_PICKER (object);

  if (self->box != NULL)
    stop_asking (self);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->view);

  G_OBJECT_CLASS (ink_value_picker_parent_class)->dispose (object);
}

static void
ink_value_picker_finalize (GObject *object)
{
  InkValuePicker *self = INK_VALUE_PICKER (object);

  g_strfreev (self->events);
  g_free (self->property);
  g_array_unref (self->values);
  g_array_unref (self->first);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (ink_value_picker_parent_class)->finalize (object);
}

static void
ink_value_picker_class_init (InkValuePickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ink_value_picker_dispose;
  object_class->finalize = ink_value_picker_finalize;
  widget_class->map = ink_value_picker_map;
  widget_class->unmap = ink_value_picker_unmap;
  signals[SIGNAL_PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SIGNAL_DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
make_search (InkValuePicker *self)
{
  GtkWidget *entry = gtk_search_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_object_set (entry, "placeholder-text", _ ("Search or type a value"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search or type a value"), -1);
  g_signal_connect (entry, "search-changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect (entry, "activate", G_CALLBACK (search_activated_cb), self);
  g_signal_connect (entry, "stop-search", G_CALLBACK (stop_search_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (search_key_cb), self);
  gtk_widget_add_controller (entry, keys);
  return entry;
}

static GtkWidget *
make_list (InkValuePicker *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "value-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Values"), -1);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (activated_cb), self);
  g_signal_connect (self->list, "keynav-failed", G_CALLBACK (list_end_cb), self);
  g_object_set (scrolled, "hscrollbar-policy", GTK_POLICY_NEVER, "propagate-natural-height", TRUE,
                "max-content-height", HEIGHT, NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  return scrolled;
}

static void
ink_value_picker_init (InkValuePicker *self)
{
  GtkWidget *search = make_search (self);

  self->rows = g_ptr_array_new ();
  self->values = ink_value_set_new ();
  self->first = ink_value_set_new ();
  self->search = GTK_EDITABLE (search);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_size_request (self->box, WIDTH, -1);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_box_append (GTK_BOX (self->box), search);
  self->bin = g_object_new (INK_TYPE_LIVE_BIN, "failure-title", _ ("Values cannot be counted"),
                            NULL);
  g_signal_connect (self->bin, "answered", G_CALLBACK (answered_cb), self);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->bin));
  self->more = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->more), 0);
  gtk_label_set_wrap (GTK_LABEL (self->more), TRUE);
  gtk_widget_add_css_class (self->more, "dim-label");
  gtk_widget_add_css_class (self->more, "caption");
  gtk_widget_set_visible (self->more, FALSE);
  gtk_box_append (GTK_BOX (self->box), self->more);
  GTK_BUILDABLE_GET_IFACE (self->bin)
      ->add_child (GTK_BUILDABLE (self->bin), NULL, G_OBJECT (make_list (self)), NULL);
}

GtkWidget *
ink_value_picker_new (void)
{
  return g_object_new (INK_TYPE_VALUE_PICKER, NULL);
}
