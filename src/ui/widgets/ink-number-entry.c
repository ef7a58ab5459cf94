/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-number-entry.h"

#include "base/ink-value.h"
#include "plot/ink-numbers.h"
#include "ui/compat/ink-compat-name.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define WIDTH_CHARS 7

static const double units[] = { 1, 60, 3600, 86400 };

struct _InkNumberEntry
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *entry;
  GtkWidget *unit;

  double number;
  gboolean seconds;
  gboolean filling; /* by us, not by the user */
  guint emptied;    /* to be looked at again */
};

enum
{
  SIGNAL_EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InkNumberEntry, ink_number_entry, GTK_TYPE_WIDGET)

/* ---- Reading ---- */

static const char *
skip (const char *text,
      const char *what)
{
  return *what != '\0' && g_str_has_prefix (text, what) ? text + strlen (what) : NULL;
}

gboolean
ink_number_entry_read (const char *text,
                       double *number)
{
  InkNumbers numbers = ink_numbers_for_locale ();
  g_autoptr (GString) plain = g_string_new (NULL);
  gboolean decimals = FALSE;

  g_return_val_if_fail (text != NULL && number != NULL, FALSE);

  while (*text != '\0')
    {
      const char *next = skip (text, numbers.decimal);

      if (next != NULL && !decimals)
        {
          g_string_append_c (plain, '.');
          decimals = TRUE;
          text = next;
        }
      else if ((next = skip (text, numbers.group)) != NULL || g_ascii_isspace (*text))
        text = next != NULL ? next : text + 1;
      else
        g_string_append_c (plain, *text++);
    }
  return ink_number_parse (plain->str, plain->len, number);
}

static double
get_unit (InkNumberEntry *self)
{
  return self->seconds ? units[gtk_drop_down_get_selected (GTK_DROP_DOWN (self->unit))] : 1;
}

static void
read_user (InkNumberEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  gboolean empty = *text == '\0', good;
  double number = NAN;

  if (self->filling)
    return;
  good = empty || ink_number_entry_read (text, &number);
  if (good)
    gtk_widget_remove_css_class (self->entry, "error");
  else
    gtk_widget_add_css_class (self->entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               good ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
  number *= get_unit (self);
  if (!good || number == self->number || (isnan (number) && isnan (self->number)))
    return;
  self->number = number;
  g_signal_emit (self, signals[SIGNAL_EDITED], 0, number);
}

static gboolean
read_empty_cb (gpointer data)
{
  InkNumberEntry *self = data;

  self->emptied = 0;
  read_user (self);
  return G_SOURCE_REMOVE;
}

/* What is typed over a selection is removed first: it is empty only where nothing follows. */
static void
changed_cb (InkNumberEntry *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0')
    read_user (self);
  else if (!self->filling && self->emptied == 0)
    self->emptied = g_idle_add (read_empty_cb, self);
}

/* ---- Writing ---- */

static guint
choose_unit (double seconds)
{
  guint unit = G_N_ELEMENTS (units);

  while (--unit > 0)
    if (seconds != 0 && fmod (seconds, units[unit]) == 0)
      break;
  return unit;
}

/* All digits, so that it reads back as the same number. */
static char *
write_number (double number)
{
  InkNumbers numbers = ink_numbers_for_locale ();
  g_autofree char *plain = ink_number_to_text (number);
  char *point = strchr (plain, '.');

  if (point == NULL)
    return g_steal_pointer (&plain);
  *point = '\0';
  return g_strconcat (plain, numbers.decimal, point + 1, NULL);
}

static void
show_number (InkNumberEntry *self)
{
  guint unit = self->seconds && !isnan (self->number) ? choose_unit (self->number) : 0;
  g_autofree char *text
      = isnan (self->number) ? g_strdup ("") : write_number (self->number / units[unit]);

  self->filling = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->unit), unit);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_widget_remove_css_class (self->entry, "error");
  self->filling = FALSE;
}

void
ink_number_entry_set_number (InkNumberEntry *self,
                             double number)
{
  g_return_if_fail (INK_IS_NUMBER_ENTRY (self));

  /* What is being typed stays as it is typed. */
  if (self->number == number || (isnan (self->number) && isnan (number)))
    return;
  self->number = number;
  show_number (self);
}

double
ink_number_entry_get_number (InkNumberEntry *self)
{
  g_return_val_if_fail (INK_IS_NUMBER_ENTRY (self), NAN);

  return self->number;
}

void
ink_number_entry_set_seconds (InkNumberEntry *self,
                              gboolean seconds)
{
  g_return_if_fail (INK_IS_NUMBER_ENTRY (self));

  self->seconds = seconds;
  gtk_widget_set_visible (self->unit, seconds);
  show_number (self);
}

/* ---- The widget ---- */

static gboolean
ink_number_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (INK_NUMBER_ENTRY (widget)->entry);
}

static void
ink_number_entry_dispose (GObject *object)
{
  g_clear_handle_id (&INK_NUMBER_ENTRY (object)->emptied, g_source_remove);
  g_clear_pointer (&INK_NUMBER_ENTRY (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (ink_number_entry_parent_class)->dispose (object);
}

static void
ink_number_entry_class_init (InkNumberEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_number_entry_dispose;
  widget_class->grab_focus = ink_number_entry_grab_focus;
  signals[SIGNAL_EDITED]
      = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 1, G_TYPE_DOUBLE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
make_unit (void)
{
  const char *const names[] = { _ ("seconds"), _ ("minutes"), _ ("hours"), _ ("days"), NULL };
  GtkWidget *unit = gtk_drop_down_new_from_strings (names);

  ink_compat_name_choice (GTK_DROP_DOWN (unit), _ ("Unit"));
  gtk_widget_set_visible (unit, FALSE);
  return unit;
}

static void
ink_number_entry_init (InkNumberEntry *self)
{
  self->number = NAN;
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->entry = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), WIDTH_CHARS);
  gtk_widget_set_hexpand (self->entry, TRUE);
  g_object_set (self->entry, "input-purpose", GTK_INPUT_PURPOSE_NUMBER, NULL);
  gtk_box_append (GTK_BOX (self->box), self->entry);
  self->unit = make_unit ();
  gtk_box_append (GTK_BOX (self->box), self->unit);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->unit, "notify::selected", G_CALLBACK (read_user), self);
}

GtkWidget *
ink_number_entry_new (const char *label,
                      gboolean seconds)
{
  InkNumberEntry *self = g_object_new (INK_TYPE_NUMBER_ENTRY, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  ink_number_entry_set_seconds (self, seconds);
  return GTK_WIDGET (self);
}
