/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/pages/ink-overview-cards.h"

#include "analysis/ink-highlights.h"
#include "ui/pages/ink-page-kinds.h"
#include "ui/widgets/ink-highlight-card.h"

#include <glib/gi18n-lib.h>

static const char *
find_page_title (const InkTable *table,
                 guint row)
{
  int column = ink_table_find_column (table, "page");
  const char *page = column >= 0 ? ink_table_get_text (table, (guint) column, row) : NULL;
  const InkPageKind *kind = page != NULL ? ink_page_kinds_find (page) : NULL;

  return kind != NULL ? _ (kind->title) : "";
}

void
ink_overview_cards_show (InkCardGrid *cards,
                         const InkTable *table)
{
  GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (cards));

  for (guint i = 0; i < ink_table_get_n_rows (table); i++)
    {
      if (card == NULL)
        {
          card = ink_highlight_card_new ();
          ink_card_grid_append (cards, card);
        }
      ink_highlight_card_set (INK_HIGHLIGHT_CARD (card), table, i, find_page_title (table, i));
      card = gtk_widget_get_next_sibling (card);
    }
  while (card != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (card);

      gtk_widget_unparent (card);
      card = next;
    }
}

static GtkWidget *
find_card (InkCardGrid *cards,
           const char *kind)
{
  GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (cards));

  while (card != NULL && g_strcmp0 (ink_highlight_card_get_kind (INK_HIGHLIGHT_CARD (card)), kind))
    card = gtk_widget_get_next_sibling (card);

  return card;
}

void
ink_overview_cards_show_leak (InkCardGrid *cards,
                              const InkTable *table)
{
  GtkWidget *card = find_card (cards, ink_highlight_to_string (INK_HIGHLIGHT_LEAK));

  if (card != NULL && ink_table_get_n_rows (table) > 0)
    ink_highlight_card_set (INK_HIGHLIGHT_CARD (card), table, 0, find_page_title (table, 0));
  else
    ink_overview_cards_show (cards, table);
}

gboolean
ink_overview_cards_prepare (InkCardGrid *cards)
{
  guint n = 0;

  for (GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (cards)); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    n++;
  if (n == INK_N_HIGHLIGHTS)
    return FALSE;
  ink_card_grid_append (cards, ink_highlight_card_new ());

  return TRUE;
}
