/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* To look at the sentence editor by itself: shows a rule over the sample, and can open one of its
 * words. No test; run by hand.
 *
 *   show-sentence RULE-JSON [goal|persona|step] [number of the word to open] */
#include <adwaita.h>
#include <stdlib.h>

#include "config.h"

#include "definition/ink-definition-json.h"
#include "document/ink-document-sample.h"
#include "ui/widgets/ink-sentence-editor.h"
#include "ui/widgets/ink-word-button.h"

#define PEOPLE 800

typedef struct
{
  const char *json;
  InkSentenceUse use;
  int open; /* which word; -1: none */
} Wish;

static void
edited_cb (InkSentenceEditor *editor,
           InkRule *rule,
           const char *label,
           const char *field)
{
  g_autofree char *json = ink_rule_to_json (rule);

  g_print ("%s (%s): %s\n", label, field != NULL ? field : "-", json);
}

static InkWordButton *
find_word (GtkWidget *widget,
           int *left)
{
  if (INK_IS_WORD_BUTTON (widget) && (*left)-- == 0)
    return INK_WORD_BUTTON (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      InkWordButton *found = find_word (child, left);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
open_word (gpointer editor)
{
  int left = GPOINTER_TO_INT (g_object_get_data (editor, "open"));
  InkWordButton *word = find_word (editor, &left);

  if (word != NULL)
    ink_word_button_open (word);
  return G_SOURCE_REMOVE;
}

static void
activate_cb (GtkApplication *application,
             const Wish *wish)
{
  g_autoptr (InkDocument) document = ink_document_new (NULL);
  g_autoptr (InkView) view = NULL;
  g_autoptr (InkRule) rule = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *editor = ink_sentence_editor_new (), *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  ink_document_make_sample (document, PEOPLE, 1, NULL, NULL, NULL);
  view = ink_view_new (document);
  rule = ink_rule_from_json (wish->json, -1, NULL, NULL, ink_document_get_definition (document),
                             &error);
  if (rule == NULL)
    g_printerr ("%s\n", error->message);
  g_signal_connect (editor, "edited", G_CALLBACK (edited_cb), NULL);
  ink_sentence_editor_set_view (INK_SENTENCE_EDITOR (editor), view);
  ink_sentence_editor_set_rule (INK_SENTENCE_EDITOR (editor), rule, wish->use);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "chart-card");
  gtk_widget_set_valign (card, GTK_ALIGN_START);
  g_object_set (card, "margin-start", 18, "margin-end", 18, "margin-top", 18, NULL);
  gtk_widget_set_hexpand (editor, TRUE);
  gtk_box_append (GTK_BOX (card), editor);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), card);
  gtk_window_set_default_size (GTK_WINDOW (window), 760, 560);
  gtk_window_present (GTK_WINDOW (window));
  if (wish->open >= 0)
    {
      g_object_set_data (G_OBJECT (editor), "open", GINT_TO_POINTER (wish->open));
      g_timeout_add (1200, open_word, editor);
    }
}

int
main (int argc,
      char *argv[])
{
  Wish wish = { "{\"does\": \"Viewed Page\"}", INK_SENTENCE_GOAL, -1 };
  g_autoptr (AdwApplication) application = NULL;

  if (argc > 1)
    wish.json = argv[1];
  if (argc > 2)
    wish.use = g_str_equal (argv[2], "persona") ? INK_SENTENCE_PERSONA : INK_SENTENCE_GOAL;
  if (argc > 3)
    wish.open = atoi (argv[3]);
  application = g_object_new (ADW_TYPE_APPLICATION, "application-id",
                              "io.github.inkling_app.Inkling.ShowSentence", "flags",
                              G_APPLICATION_NON_UNIQUE, "resource-base-path", INK_RESOURCE_BASE,
                              NULL);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), &wish);
  return g_application_run (G_APPLICATION (application), 1, argv);
}
