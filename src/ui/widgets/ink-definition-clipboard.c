/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-definition-clipboard.h"

#include "definition/ink-definition-check.h"
#include "definition/ink-definition-excerpt.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
ink_definition_clipboard_copy (GtkWidget *widget,
                               const InkDefinition *definition,
                               const char *const *goals,
                               const char *const *personas)
{
  g_autofree char *text = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget) && definition != NULL);

  text = ink_definition_excerpt (definition, goals, personas);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

/* ---- Cutting ---- */

static InkDefinition *
remove_all (InkDefinition *definition,
            const char *const *ids,
            InkDefinition *(*without) (InkDefinition *definition, const char *id))
{
  InkDefinition *result = ink_definition_ref (definition);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      InkDefinition *next = without (result, ids[i]);

      ink_definition_unref (result);
      result = next;
    }
  return result;
}

static char *
say_cut (const InkDefinition *definition,
         const char *const *goals,
         const char *const *personas)
{
  guint n_goals = goals != NULL ? g_strv_length ((char **) goals) : 0;
  guint n_personas = personas != NULL ? g_strv_length ((char **) personas) : 0;

  for (guint i = 0; n_goals == 1 && n_personas == 0 && definition->goals[i] != NULL; i++)
    if (g_str_equal (definition->goals[i]->id, goals[0]))
      return g_strdup_printf (_ ("Cut goal “%s”"), definition->goals[i]->name);
  for (guint i = 0; n_goals == 0 && n_personas == 1 && definition->personas[i] != NULL; i++)
    if (g_str_equal (definition->personas[i]->id, personas[0]))
      return g_strdup_printf (_ ("Cut persona “%s”"), definition->personas[i]->name);
  if (n_personas == 0)
    return g_strdup_printf (ngettext ("Cut %u goal", "Cut %u goals", n_goals), n_goals);
  if (n_goals == 0)
    return g_strdup_printf (ngettext ("Cut %u persona", "Cut %u personas", n_personas), n_personas);
  return g_strdup (_ ("Cut goals and personas"));
}

gboolean
ink_definition_clipboard_cut (GtkWidget *widget,
                              InkDocument *document,
                              const char *const *goals,
                              const char *const *personas,
                              GError **error)
{
  InkDefinition *definition;
  g_autoptr (InkDefinition) without_goals = NULL;
  g_autoptr (InkDefinition) rest = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (widget) && INK_IS_DOCUMENT (document), FALSE);

  definition = ink_document_get_definition (document);
  without_goals = remove_all (definition, goals, ink_definition_without_goal);
  rest = remove_all (without_goals, personas, ink_definition_without_persona);
  if (!ink_definition_check (rest, NULL, error))
    return FALSE;
  ink_definition_clipboard_copy (widget, definition, goals, personas);
  label = say_cut (definition, goals, personas);
  ink_document_edit (document, label, NULL, rest);
  return TRUE;
}

/* ---- Pasting ---- */

typedef struct
{
  GtkWidget *widget;
  GWeakRef document;
  InkPastedFunc done;
  gpointer data;
} Paste;

static void
end (Paste *paste,
     const InkPasted *pasted,
     const GError *error)
{
  if (paste->done != NULL)
    paste->done (pasted != NULL ? (const char *const *) pasted->goals : NULL,
                 pasted != NULL ? (const char *const *) pasted->personas : NULL, error,
                 paste->data);
  else if (error != NULL)
    gtk_widget_activate_action (paste->widget, "win.say", "s", error->message);
  g_weak_ref_clear (&paste->document);
  g_object_unref (paste->widget);
  g_free (paste);
}

/* What is not text is no definition either: the user need not know the difference. */
static InkPasted *
paste_text (InkDocument *document,
            const char *text,
            GError **error)
{
  const InkSchema *schema = ink_event_store_get_schema (ink_document_get_store (document));

  const char *begin = text != NULL ? text + strspn (text, " \t\r\n") : "";

  if (*begin != '{')
    {
      g_set_error_literal (error, INK_ERROR, INK_ERROR_FORMAT,
                           _ ("The clipboard holds no goals or personas. Copy some on the board or "
                              "among the personas first."));
      return NULL;
    }
  return ink_definition_paste (ink_document_get_definition (document), text, schema, error);
}

static void
text_cb (GObject *object,
         GAsyncResult *result,
         gpointer data)
{
  Paste *paste = data;
  g_autoptr (InkDocument) document = g_weak_ref_get (&paste->document);
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (InkPasted) pasted
      = document != NULL ? paste_text (document, text, &error) : NULL;

  if (pasted != NULL)
    {
      g_autofree char *label = ink_pasted_to_words (pasted);

      ink_document_edit (document, label, NULL, pasted->definition);
    }
  end (paste, pasted, error);
}

void
ink_definition_clipboard_paste (GtkWidget *widget,
                                InkDocument *document,
                                InkPastedFunc done,
                                gpointer data)
{
  Paste *paste;

  g_return_if_fail (GTK_IS_WIDGET (widget) && INK_IS_DOCUMENT (document));

  paste = g_new0 (Paste, 1);
  paste->widget = g_object_ref (widget);
  g_weak_ref_init (&paste->document, document);
  paste->done = done;
  paste->data = data;
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, text_cb, paste);
}
