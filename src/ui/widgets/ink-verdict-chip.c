/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-verdict-chip.h"

#include "charts/ink-verdict-look.h"
#include "ui/compat/ink-compat-name.h"

struct _InkVerdictChip
{
  GtkWidget parent_instance;

  GtkWidget *label;
  char *look; /* the CSS class of what it says; nullable */
};

G_DEFINE_FINAL_TYPE (InkVerdictChip, ink_verdict_chip, GTK_TYPE_WIDGET)

/* The shape of the verdict in charts, as a letter. */
static const char *
get_sign (InkVerdict verdict)
{
  static const char *const signs[INK_N_SHAPES] = {
    [INK_SHAPE_CIRCLE] = "●", [INK_SHAPE_SQUARE] = "■", [INK_SHAPE_DIAMOND] = "◆",
    [INK_SHAPE_UP] = "▲",     [INK_SHAPE_DOWN] = "▼",   [INK_SHAPE_AHEAD] = "▶",
    [INK_SHAPE_BEHIND] = "◀", [INK_SHAPE_BAR] = "▮",    [INK_SHAPE_CROSS] = "✕",
    [INK_SHAPE_TICK] = "|",
  };

  return signs[ink_verdict_get_look (verdict)->shape];
}

/* Takes @look. */
static void
set_look (InkVerdictChip *self,
          char *look)
{
  if (g_strcmp0 (self->look, look) == 0)
    {
      g_free (look);
      return;
    }
  if (self->look != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->look);
  g_free (self->look);
  self->look = look;
  gtk_widget_add_css_class (GTK_WIDGET (self), look);
}

void
ink_verdict_chip_set_verdict (InkVerdictChip *self,
                              InkVerdict verdict)
{
  g_autofree char *words = NULL;

  g_return_if_fail (INK_IS_VERDICT_CHIP (self));

  words = g_strdup_printf ("%s %s", get_sign (verdict), ink_verdict_get_title (verdict));
  set_look (self, g_strdup_printf ("verdict-%u", ink_verdict_get_look (verdict)->series));
  gtk_label_set_label (GTK_LABEL (self->label), words);
  ink_compat_set_tooltip (GTK_WIDGET (self), ink_verdict_get_title (verdict));
}

void
ink_verdict_chip_set_word (InkVerdictChip *self,
                           const char *word)
{
  g_return_if_fail (INK_IS_VERDICT_CHIP (self));
  g_return_if_fail (word != NULL);

  set_look (self, g_strdup ("word"));
  gtk_label_set_label (GTK_LABEL (self->label), word);
  ink_compat_set_tooltip (GTK_WIDGET (self), NULL);
}

static void
ink_verdict_chip_dispose (GObject *object)
{
  InkVerdictChip *self = INK_VERDICT_CHIP (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->look, g_free);

  G_OBJECT_CLASS (ink_verdict_chip_parent_class)->dispose (object);
}

static void
ink_verdict_chip_class_init (InkVerdictChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_verdict_chip_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "verdictchip");
}

static void
ink_verdict_chip_init (InkVerdictChip *self)
{
  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "verdict");
}

GtkWidget *
ink_verdict_chip_new (void)
{
  return g_object_new (INK_TYPE_VERDICT_CHIP, NULL);
}
