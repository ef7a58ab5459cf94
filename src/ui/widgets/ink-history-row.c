/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-history-row.h"

#include "base/ink-time.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* An import of sixty goals is one step; its row is still a row. The search finds them all. */
#define MOST_LINES 6

/* ---- The item ---- */

struct _InkHistoryItem
{
  GObject parent_instance;

  gint64 position;
  char *title;
  char *details; /* one change a line */
  char *when;
  char *folded;
  gboolean here;
  gboolean undone;
};

G_DEFINE_FINAL_TYPE (InkHistoryItem, ink_history_item, G_TYPE_OBJECT)

static void
ink_history_item_finalize (GObject *object)
{
  InkHistoryItem *self = INK_HISTORY_ITEM (object);

  g_free (self->title);
  g_free (self->details);
  g_free (self->when);
  g_free (self->folded);

  G_OBJECT_CLASS (ink_history_item_parent_class)->finalize (object);
}

static void
ink_history_item_class_init (InkHistoryItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ink_history_item_finalize;
}

static void
ink_history_item_init (InkHistoryItem *self)
{
}

static char *
format_time (gint64 time)
{
  g_autoptr (GDateTime) moment = NULL;

  if (time == INK_TIME_NONE)
    return g_strdup ("");
  moment = g_date_time_new_from_unix_local (time / G_USEC_PER_SEC);
  /* Translators: date and time of a step in the history */
  return moment != NULL ? g_date_time_format (moment, _ ("%x, %H:%M")) : g_strdup ("");
}

static gboolean
is_told (const InkLoggedStep *step,
         const InkLoggedChange *change,
         const char *kind,
         const char *id)
{
  if (g_str_equal (change->words, step->label))
    return FALSE;
  return id == NULL || (g_str_equal (change->kind, kind) && g_str_equal (change->id, id));
}

/* What the step's own name does not say already; @all (appended to) has the rest, too. */
static char *
list_details (const InkLoggedStep *step,
              const char *kind,
              const char *id,
              GString *all)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < step->changes->len; i++)
    {
      const InkLoggedChange *change = g_ptr_array_index (step->changes, i);

      if (!is_told (step, change, kind, id))
        continue;
      g_string_append_printf (all, "\n%s", change->words);
      if (n++ < MOST_LINES)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", change->words);
    }
  if (n > MOST_LINES)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text,
                              g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more",
                                           n - MOST_LINES),
                              n - MOST_LINES);
    }
  return g_strdup (text->str);
}

InkHistoryItem *
ink_history_item_new (const InkLoggedStep *step,
                      gint64 current,
                      const char *kind,
                      const char *id)
{
  InkHistoryItem *self = g_object_new (INK_TYPE_HISTORY_ITEM, NULL);
  g_autoptr (GString) all = g_string_new (NULL);

  self->position = step != NULL ? step->step : 0;
  self->title = g_strdup (step != NULL ? step->label : _ ("Empty project"));
  self->when = step != NULL ? format_time (step->time) : g_strdup ("");
  g_string_append_printf (all, "%s\n%s", self->title, self->when);
  self->details = step != NULL ? list_details (step, kind, id, all) : g_strdup ("");
  self->folded = g_utf8_casefold (all->str, -1);
  self->here = self->position == current;
  self->undone = self->position > current;
  return self;
}

gint64
ink_history_item_get_position (InkHistoryItem *self)
{
  g_return_val_if_fail (INK_IS_HISTORY_ITEM (self), 0);

  return self->position;
}

gboolean
ink_history_item_matches (InkHistoryItem *self,
                          char *const *words)
{
  g_return_val_if_fail (INK_IS_HISTORY_ITEM (self), FALSE);

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    if (strstr (self->folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

/* ---- The row ---- */

struct _InkHistoryRow
{
  GtkWidget parent_instance;

  GtkWidget *mark;
  GtkWidget *texts;
  GtkLabel *title;
  GtkLabel *details;
  GtkLabel *when;
};

G_DEFINE_FINAL_TYPE (InkHistoryRow, ink_history_row, GTK_TYPE_WIDGET)

static void
ink_history_row_dispose (GObject *object)
{
  InkHistoryRow *self = INK_HISTORY_ROW (object);

  g_clear_pointer (&self->mark, gtk_widget_unparent);
  g_clear_pointer (&self->texts, gtk_widget_unparent);

  G_OBJECT_CLASS (ink_history_row_parent_class)->dispose (object);
}

static void
ink_history_row_class_init (InkHistoryRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ink_history_row_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "historyrow");
}

static GtkLabel *
add_label (InkHistoryRow *self,
           const char *const *styles)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_css_classes (GTK_WIDGET (label), (const char **) styles);
  gtk_box_append (GTK_BOX (self->texts), GTK_WIDGET (label));
  return label;
}

static void
ink_history_row_init (InkHistoryRow *self)
{
  static const char *const title[] = { "heading", NULL };
  static const char *const details[] = { NULL };
  static const char *const when[] = { "caption", "dim-label", NULL };

  gtk_box_layout_set_spacing (
      GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 12);
  self->texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_set_hexpand (self->texts, TRUE);
  gtk_widget_set_parent (self->texts, GTK_WIDGET (self));
  self->title = add_label (self, title);
  self->details = add_label (self, details);
  self->when = add_label (self, when);
  self->mark = gtk_image_new_from_icon_name ("object-select-symbolic");
  gtk_widget_set_valign (self->mark, GTK_ALIGN_START);
  gtk_widget_set_parent (self->mark, GTK_WIDGET (self));
}

static void
show_text (GtkLabel *label,
           const char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

void
ink_history_row_set_item (InkHistoryRow *self,
                          InkHistoryItem *item)
{
  g_autofree char *name = NULL;
  const char *state;

  g_return_if_fail (INK_IS_HISTORY_ROW (self) && INK_IS_HISTORY_ITEM (item));

  state = item->here ? _ ("The project stands here") : item->undone ? _ ("Undone") : "";
  show_text (self->title, item->title);
  show_text (self->details, item->details);
  show_text (self->when, item->when);
  gtk_widget_set_opacity (self->mark, item->here ? 1 : 0);
  /* What was undone is still there to be made again. */
  if (item->undone)
    gtk_widget_add_css_class (self->texts, "dim-label");
  else
    gtk_widget_remove_css_class (self->texts, "dim-label");
  name = g_strjoin ("\n", item->title, item->details, item->when, state, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  g_strchomp (name), -1);
}
