/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-slide-menu.h"

#include "charts/ink-chart.h"
#include "definition/ink-slide.h"
#include "ui/widgets/ink-name-menu.h"

#include <glib/gi18n-lib.h>

static void
append (GMenu *menu,
        const char *label,
        const char *action,
        InkSlide *slide)
{
  g_autofree char *json = ink_slide_to_json (slide);

  ink_name_menu_append (menu, label, action, json);
  ink_slide_unref (slide);
}

static InkSlide *
new_chart (const char *kind,
           const char *about,
           gboolean is_of_macro)
{
  InkSlide *slide = ink_slide_new ();

  slide->chart = g_strdup (kind);
  slide->about = g_strdup (about);
  slide->is_of_macro = is_of_macro;

  return slide;
}

/* All charts of a funnel, or all of a macro goal, by the table that they read. */
static void
append_charts (GMenu *menu,
               const char *name,
               gboolean is_of_macro,
               const char *action)
{
  g_autoptr (GMenu) charts = g_menu_new ();

  for (guint i = 0; ink_chart_kinds ()[i] != NULL; i++)
    {
      const InkChartKind *kind = ink_chart_kinds ()[i];

      if (ink_chart_is_of_funnel (kind) != is_of_macro)
        append (charts, _ (kind->title), action, new_chart (kind->id, name, is_of_macro));
    }
  ink_name_menu_append_submenu (menu, name, G_MENU_MODEL (charts));
}

static void
append_words (GMenu *menu,
              const char *action)
{
  const char *const text[] = { _ ("What this means, in a sentence."), NULL };
  const char *const subtitle[] = { _ ("What it is about"), NULL };
  InkSlide *opening = ink_slide_new (), *words = ink_slide_new ();

  opening->is_opening = TRUE;
  opening->title = g_strdup (_ ("Title"));
  g_strfreev (opening->sentences);
  opening->sentences = g_strdupv ((char **) subtitle);
  append (menu, _ ("Title slide"), action, opening);
  words->title = g_strdup (_ ("Title"));
  g_strfreev (words->sentences);
  words->sentences = g_strdupv ((char **) text);
  append (menu, _ ("Sentences"), action, words);
}

GMenuModel *
ink_slide_menu_new (const InkDefinition *definition,
                    const char *action)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) funnels = g_menu_new (), goals = g_menu_new (), words = g_menu_new ();

  g_return_val_if_fail (definition != NULL && action != NULL, NULL);

  for (guint i = 0; definition->funnels[i] != NULL; i++)
    append_charts (funnels, definition->funnels[i]->name, FALSE, action);
  for (guint i = 0; definition->goals[i] != NULL; i++)
    if (definition->goals[i]->kind == INK_GOAL_MACRO)
      append_charts (goals, definition->goals[i]->name, TRUE, action);
  append_words (words, action);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (words));
  g_menu_append_section (menu, _ ("Funnels"), G_MENU_MODEL (funnels));
  g_menu_append_section (menu, _ ("What leads to"), G_MENU_MODEL (goals));

  return G_MENU_MODEL (menu);
}
