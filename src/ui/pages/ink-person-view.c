/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/pages/ink-person-view.h"

#include "analysis/ink-data-queries.h"
#include "analysis/ink-program.h"
#include "ui/dialogs/ink-erase.h"
#include "ui/pages/ink-data-cards.h"
#include "ui/pages/ink-data-words.h"
#include "ui/pages/ink-timeline.h"
#include "ui/widgets/ink-adaptive-box.h"
#include "ui/widgets/ink-why-card.h"

#include <glib/gi18n-lib.h>

struct _InkPersonView
{
  InkDataPart parent_instance;

  GtkScrolledWindow *scrolled;
  InkTimeline *timeline;
  GtkWidget *side;
  GtkWidget *facts;
  GtkWidget *ids;
  GtkWidget *known;
  InkWhyCard *why;

  char *id; /* of the person */
  gboolean why_asks;
};

enum
{
  SIGNAL_ERASED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InkPersonView, ink_person_view, INK_TYPE_DATA_PART)

static InkQuery *
ink_person_view_build (InkDataPart *part,
                       InkDocument *document,
                       GError **error)
{
  const char *id = INK_PERSON_VIEW (part)->id;

  if (id == NULL)
    return NULL;
  return ink_person_query_new (
      ink_document_get_definition (document),
      ink_event_store_find_person (ink_document_get_store (document), id));
}

static void
show_facts (InkPersonView *self,
            const InkTable *person,
            GTimeZone *zone)
{
  const char *persona = ink_table_get_text (person, 1, 0);
  g_autofree char *events = ink_data_count (ink_table_get_number (person, 2, 0));
  g_autofree char *sessions = ink_data_count (ink_table_get_number (person, 3, 0));
  g_autofree char *first = ink_data_day (ink_table_get_number (person, 4, 0), zone);
  g_autofree char *last = ink_data_day (ink_table_get_number (person, 5, 0), zone);

  ink_data_card_clear (self->facts);
  if (persona != NULL)
    ink_data_card_add (self->facts, _ ("Persona"), NULL, _ (persona));
  ink_data_card_add (self->facts, _ ("First seen"), NULL, first);
  ink_data_card_add (self->facts, _ ("Last seen"), NULL, last);
  ink_data_card_add (self->facts, _ ("Visits"), NULL, sessions);
  ink_data_card_add (self->facts, _ ("Events"), NULL, events);
}

/* Which row of the files said so is not kept; that the files said so is what there is to tell. */
static void
show_ids (InkPersonView *self,
          const InkTable *ids)
{
  ink_data_card_clear (self->ids);
  for (guint i = 0; i < ink_table_get_n_rows (ids); i++)
    ink_data_card_add (self->ids, ink_table_get_text (ids, 0, i),
                       i > 0 ? _ ("Merged: the files name both ids as one person") : NULL, NULL);
}

static void
show_known (InkPersonView *self,
            const InkTable *known)
{
  guint n = ink_table_get_n_rows (known);

  ink_data_card_clear (self->known);
  for (guint i = 0; i < n; i++)
    ink_data_card_add (self->known, ink_table_get_text (known, 0, i), NULL,
                       ink_table_get_text (known, 1, i));
  gtk_widget_set_visible (self->known, n > 0);
}

static void
show_summary (InkPersonView *self,
              const InkTable *person,
              GTimeZone *zone)
{
  const char *persona = ink_table_get_text (person, 1, 0);
  g_autofree char *day = ink_data_day (ink_table_get_number (person, 4, 0), zone);
  g_autofree char *since = g_strdup_printf (_ ("first seen %s"), day);
  g_autofree char *both
      = persona != NULL ? g_strdup_printf (_ ("%s · %s"), _ (persona), since) : NULL;

  ink_data_part_set_summary (INK_DATA_PART (self), both != NULL ? both : since);
}

static void
ink_person_view_answered (InkDataPart *part,
                          InkAnswer *answer)
{
  InkPersonView *self = INK_PERSON_VIEW (part);
  InkDefinition *definition = ink_document_get_definition (ink_data_part_get_document (part));
  const InkTable *person = answer != NULL ? ink_answer_get_table (answer, "person") : NULL;
  g_autoptr (GTimeZone) zone = ink_definition_get_zone (definition);

  if (person == NULL)
    return;
  ink_timeline_set_answer (self->timeline, answer, definition);
  show_facts (self, person, zone);
  show_ids (self, ink_answer_get_table (answer, "ids"));
  show_known (self, ink_answer_get_table (answer, "known"));
  show_summary (self, person, zone);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
}

/* The card asks by itself, once there is somebody to ask. */
static void
ink_person_view_shown (InkDataPart *part)
{
  InkPersonView *self = INK_PERSON_VIEW (part);

  if (!self->why_asks && ink_data_part_get_view (part) != NULL)
    ink_why_card_set_view (self->why, ink_data_part_get_view (part));
  self->why_asks = ink_data_part_get_view (part) != NULL;
}

static void
erased_cb (const char *id,
           gpointer data)
{
  g_signal_emit (data, signals[SIGNAL_ERASED], 0, id);
}

static void
erase_cb (InkPersonView *self)
{
  InkDocument *document = ink_data_part_get_document (INK_DATA_PART (self));

  if (self->id != NULL && document != NULL)
    ink_erase_person (GTK_WIDGET (self), document, self->id, G_OBJECT (self), erased_cb);
}

static void
ink_person_view_finalize (GObject *object)
{
  g_free (INK_PERSON_VIEW (object)->id);

  G_OBJECT_CLASS (ink_person_view_parent_class)->finalize (object);
}

static void
ink_person_view_class_init (InkPersonViewClass *klass)
{
  InkDataPartClass *part_class = INK_DATA_PART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ink_person_view_finalize;
  part_class->build = ink_person_view_build;
  part_class->answered = ink_person_view_answered;
  part_class->shown = ink_person_view_shown;
  signals[SIGNAL_ERASED] = g_signal_new ("erased", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ink_person_view_init (InkPersonView *self)
{
  GtkWidget *all = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing",
                                 18, "margin-start", 12, "margin-end", 12, "margin-bottom", 24,
                                 "margin-top", 6, NULL);
  GtkWidget *box = g_object_new (INK_TYPE_ADAPTIVE_BOX, NULL);
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", 1080, "child", all, NULL);
  GtkWidget *erase;

  self->scrolled = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER,
                                 "child", clamp, NULL);
  self->timeline = g_object_new (INK_TYPE_TIMELINE, NULL);
  self->side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  self->facts = ink_data_card_new (_ ("At a glance"));
  self->ids = ink_data_card_new (_ ("Known as"));
  self->known = ink_data_card_new (_ ("Properties"));
  self->why = g_object_new (INK_TYPE_WHY_CARD, NULL);
  erase = gtk_button_new_with_mnemonic (_ ("_Erase This Person…"));
  gtk_widget_add_css_class (erase, "destructive-action");
  gtk_widget_set_halign (erase, GTK_ALIGN_START);
  g_signal_connect_object (erase, "clicked", G_CALLBACK (erase_cb), self, G_CONNECT_SWAPPED);
  /* Above the timeline, which may be long. */
  gtk_box_append (GTK_BOX (all), GTK_WIDGET (self->why));
  gtk_box_append (GTK_BOX (all), box);
  gtk_box_append (GTK_BOX (self->side), self->facts);
  gtk_box_append (GTK_BOX (self->side), self->ids);
  gtk_box_append (GTK_BOX (self->side), self->known);
  gtk_box_append (GTK_BOX (self->side), erase);
  gtk_widget_set_parent (GTK_WIDGET (self->timeline), box);
  gtk_widget_set_parent (self->side, box);
  ink_data_part_set_content (INK_DATA_PART (self), GTK_WIDGET (self->scrolled));
}

void
ink_person_view_set_person (InkPersonView *self,
                            const char *id)
{
  char *copy;

  g_return_if_fail (INK_IS_PERSON_VIEW (self));
  g_return_if_fail (id != NULL);

  copy = g_strdup (id);
  g_free (self->id);
  self->id = copy;
  ink_why_card_set_person (self->why, copy);
  ink_data_part_refresh (INK_DATA_PART (self));
}

void
ink_person_view_set_rule (InkPersonView *self,
                          InkRule *rule,
                          const char *title)
{
  g_return_if_fail (INK_IS_PERSON_VIEW (self));

  ink_why_card_set_rule (self->why, rule, title);
}

void
ink_person_view_ask_about (InkPersonView *self,
                           InkExplainKind kind,
                           const char *name)
{
  g_return_if_fail (INK_IS_PERSON_VIEW (self));

  ink_why_card_ask_about (self->why, kind, name);
}
