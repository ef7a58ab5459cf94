/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-found-list.h"

#include "analysis/ink-indicator-search.h"
#include "charts/ink-verdict-look.h"
#include "definition/ink-definition-json.h"
#include "document/ink-live.h"
#include "ui/widgets/ink-idea-button.h"
#include "ui/widgets/ink-live-bin.h"
#include "ui/widgets/ink-text-column.h"
#include "ui/widgets/ink-verdict-chip.h"
#include "ui/widgets/ink-wrapped-label.h"

#include <glib/gi18n-lib.h>

struct _InkFoundList
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkLabel *summary;
  GtkWidget *search_button;
  InkLiveBin *bin;
  InkTextColumn *holding;
  GtkExpander *rest;
  InkTextColumn *others;

  InkView *view;
  InkLive *live;
  char *macro;
  gboolean searching;
  InkTable *found; /* what is shown */
};

G_DEFINE_FINAL_TYPE (InkFoundList, ink_found_list, GTK_TYPE_WIDGET)

/* ---- The question ---- */

static InkQuery *
build_query (InkDocument *document,
             gpointer data,
             GError **error)
{
  InkFoundList *self = data;
  InkDefinition *definition = ink_document_get_definition (document);
  InkFilter filter = ink_view_get_filter (self->view);

  if (!self->searching || self->macro == NULL
      || ink_definition_find_goal (definition, self->macro) == NULL)
    return NULL;
  return ink_indicator_search_query_new (definition, self->macro, &filter);
}

static void
search_cb (GtkButton *button,
           InkFoundList *self)
{
  self->searching = TRUE;
  gtk_widget_set_visible (self->search_button, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->bin), TRUE);
  gtk_label_set_label (self->summary, _ ("Searching…"));
  ink_live_refresh (self->live);
}

/* ---- A find ---- */

static const char *
get_text (const InkFoundList *self,
          const char *column,
          guint row)
{
  return ink_table_get_text (self->found, (guint) ink_table_find_column (self->found, column), row);
}

static gboolean
holds (const InkFoundList *self,
       guint row)
{
  guint column = (guint) ink_table_find_column (self->found, "holds");

  return ink_table_get_number (self->found, column, row) > 0;
}

static void
make_goal_cb (GtkButton *button,
              InkFoundList *self)
{
  guint row = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "row"));
  InkDocument *document = ink_view_get_document (self->view);
  g_autoptr (InkRule) rule
      = ink_rule_from_json (get_text (self, "rule", row), -1, NULL, NULL, NULL, NULL);
  g_autoptr (InkGoal) goal = NULL;
  g_autoptr (InkDefinition) edited = NULL;
  g_autofree char *label = NULL;

  if (rule == NULL)
    return;
  goal = ink_goal_new (get_text (self, "name", row), rule);
  goal->stage = g_strdup (get_text (self, "stage", row));
  edited = ink_definition_with_goal (ink_document_get_definition (document), goal);
  label = g_strdup_printf (_ ("Made a goal of “%s”"), goal->name);
  gtk_widget_set_sensitive (GTK_WIDGET (button), FALSE);
  ink_document_edit (document, label, NULL, edited);
}

static GtkWidget *
make_button (InkFoundList *self,
             guint row)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Make It a Goal"));
  g_autofree char *name
      /* Translators: a button for those who hear the page; the name of a goal that would be made. */
      = g_strdup_printf (_ ("Make “%s” a goal"), get_text (self, "name", row));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "row", GUINT_TO_POINTER (row));
  g_signal_connect (button, "clicked", G_CALLBACK (make_goal_cb), self);
  return button;
}

static GtkWidget *
make_find (InkFoundList *self,
           guint row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *chip = ink_verdict_chip_new ();

  ink_verdict_chip_set_verdict (INK_VERDICT_CHIP (chip),
                                ink_verdict_from_string (get_text (self, "verdict", row)));
  gtk_widget_set_halign (chip, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), ink_wrapped_label_new (get_text (self, "name", row), "heading"));
  gtk_box_append (GTK_BOX (box), chip);
  gtk_box_append (GTK_BOX (box), ink_wrapped_label_new (get_text (self, "sentence", row), NULL));
  if (holds (self, row))
    gtk_box_append (GTK_BOX (box), make_button (self, row));
  return box;
}

/* ---- The answer ---- */

static void
show_rest (InkFoundList *self,
           guint n)
{
  g_autofree char *title
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                      "%u stood out and does not hold in the other half",
                                      "%u stood out and do not hold in the other half", n),
                         n);
  GtkWidget *label = ink_wrapped_label_new (title, NULL);

  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_expander_set_label_widget (self->rest, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rest), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  gtk_widget_set_visible (GTK_WIDGET (self->rest), n > 0);
}

static void
show_found (InkFoundList *self)
{
  guint n = 0;

  ink_text_column_clear (self->holding);
  ink_text_column_clear (self->others);
  for (guint i = 0; i < ink_table_get_n_rows (self->found); i++)
    {
      gboolean does = holds (self, i);

      ink_text_column_append (does ? self->holding : self->others, make_find (self, i));
      n += does ? 0 : 1;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->holding), n < ink_table_get_n_rows (self->found));
  show_rest (self, n);
}

static void
answered_cb (InkLiveBin *bin,
             InkAnswer *answer,
             InkFoundList *self)
{
  InkTable *summary = ink_answer_get_table (answer, "summary");
  InkTable *found = ink_answer_get_table (answer, "found");

  gtk_label_set_label (
      self->summary,
      ink_table_get_text (summary, (guint) ink_table_find_column (summary, "summary"), 0));
  if (self->found != NULL && ink_table_equal (self->found, found))
    return;
  g_clear_pointer (&self->found, ink_table_unref);
  self->found = ink_table_ref (found);
  show_found (self);
}

/* ---- The list ---- */

void
ink_found_list_set_view (InkFoundList *self,
                         InkView *view)
{
  g_return_if_fail (INK_IS_FOUND_LIST (self));
  g_return_if_fail (INK_IS_VIEW (view) && self->view == NULL);

  self->view = g_object_ref (view);
  self->live = ink_live_new (ink_view_get_document (view), NULL, build_query, self, NULL);
  ink_live_bin_set_live (self->bin, self->live);
}

void
ink_found_list_set_macro (InkFoundList *self,
                          const char *macro)
{
  g_return_if_fail (INK_IS_FOUND_LIST (self));

  if (g_strcmp0 (self->macro, macro) == 0)
    return;
  g_free (self->macro);
  self->macro = g_strdup (macro);
  ink_found_list_refresh (self);
}

void
ink_found_list_refresh (InkFoundList *self)
{
  g_return_if_fail (INK_IS_FOUND_LIST (self));

  if (self->live != NULL && self->searching)
    ink_live_refresh (self->live);
}

static GtkSizeRequestMode
ink_found_list_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ink_found_list_dispose (GObject *object)
{
  InkFoundList *self = INK_FOUND_LIST (object);

  g_clear_object (&self->live);
  g_clear_object (&self->view);
  g_clear_pointer (&self->macro, g_free);
  g_clear_pointer (&self->found, ink_table_unref);
  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (ink_found_list_parent_class)->dispose (object);
}

static void
ink_found_list_class_init (InkFoundListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_found_list_dispose;
  widget_class->get_request_mode = ink_found_list_get_request_mode;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  g_type_ensure (INK_TYPE_IDEA_BUTTON);
  g_type_ensure (INK_TYPE_LIVE_BIN);
  g_type_ensure (INK_TYPE_TEXT_COLUMN);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               INK_RESOURCE_BASE "/widgets/ink-found-list.ui");
  gtk_widget_class_bind_template_child (widget_class, InkFoundList, content);
  gtk_widget_class_bind_template_child (widget_class, InkFoundList, summary);
  gtk_widget_class_bind_template_child (widget_class, InkFoundList, search_button);
  gtk_widget_class_bind_template_child (widget_class, InkFoundList, bin);
  gtk_widget_class_bind_template_child (widget_class, InkFoundList, holding);
  gtk_widget_class_bind_template_child (widget_class, InkFoundList, rest);
  gtk_widget_class_bind_template_child (widget_class, InkFoundList, others);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, answered_cb);
}

static void
ink_found_list_init (InkFoundList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
