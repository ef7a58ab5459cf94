/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/pages/ink-funnel-cards.h"

#include <glib/gi18n-lib.h>

#define DIMMED 0.5

static char *
name_comparison (const InkFunnel *funnel)
{
  g_autofree char *properties
      = funnel->compare_properties != NULL ? g_strjoinv (", ", funnel->compare_properties) : NULL;

  switch (funnel->compare)
    {
    case INK_COMPARE_PERSONA:
      return g_strdup (_ ("By persona"));
    case INK_COMPARE_PERIOD:
      return g_strdup (_ ("This period and the one before"));
    case INK_COMPARE_PERSON:
    case INK_COMPARE_PROPERTY:
    case INK_COMPARE_NONE:
    default:
      /* Translators: the name of a property, such as channel. */
      return g_strdup_printf (_ ("By %s"), properties != NULL ? properties : "");
    }
}

/* ---- Charts ---- */

typedef struct
{
  InkChartView *view;
  const char *kind;
} Chart;

static void
set_charts (const InkFunnelCards *self,
            const InkFunnel *funnel,
            InkAnswer *answer,
            InkPeriod period,
            const Chart *charts,
            guint n_charts)
{
  InkDefinition *definition = ink_document_get_definition (ink_view_get_document (self->view));
  g_autofree char *words = ink_funnel_to_words (funnel);
  g_autoptr (GTimeZone) zone = ink_definition_get_zone (definition);
  InkChartOptions options = { .title = funnel->name,
                              .rule = words,
                              .zone = zone,
                              .count = funnel->count,
                              .period = period };

  for (guint i = 0; i < n_charts; i++)
    ink_chart_view_set_chart (charts[i].view, charts[i].kind, answer, &options);
}

void
ink_funnel_cards_show (const InkFunnelCards *self,
                       const InkFunnel *funnel,
                       InkAnswer *answer)
{
  g_autofree char *comparison = NULL;
  gboolean compares, takes_time;
  Chart charts[3];
  guint n_charts = 0;

  g_return_if_fail (self != NULL && funnel != NULL && answer != NULL);

  compares = funnel->compare != INK_COMPARE_NONE;
  takes_time = ink_funnel_result_get_median (ink_answer_get_funnel (answer)) > 0;
  comparison = name_comparison (funnel);
  g_object_set (self->groups, "heading", comparison, NULL);
  charts[n_charts++] = (Chart){ self->bars, "funnel" };
  if (compares)
    charts[n_charts++] = (Chart){ self->groups, "groups" };
  charts[n_charts++] = (Chart){ self->times, "histogram" };
  gtk_widget_set_visible (self->groups_card, compares);
  gtk_widget_set_visible (self->times_card, takes_time);
  set_charts (self, funnel, answer, INK_PERIOD_DAY, charts, n_charts);
}

static void
show_words (const InkFunnelCards *self,
            const InkFunnel *funnel)
{
  g_autofree char *words = ink_funnel_to_words (funnel);

  gtk_label_set_label (self->rule, words);
}

void
ink_funnel_cards_show_rest (const InkFunnelCards *self,
                            const InkFunnel *funnel,
                            InkAnswer *answer)
{
  g_return_if_fail (self != NULL && funnel != NULL && answer != NULL);

  show_words (self, funnel);
  ink_leak_card_set_answer (self->leak, answer);
  gtk_widget_set_visible (GTK_WIDGET (self->leak), funnel->n_steps > 1);
  gtk_widget_set_visible (self->trend_card, funnel->n_steps > 1);
}

void
ink_funnel_cards_show_kept (const InkFunnelCards *self,
                            const InkFunnel *funnel,
                            InkAnswer *kept)
{
  g_return_if_fail (self != NULL && funnel != NULL && kept != NULL);

  show_words (self, funnel);
  set_charts (self, funnel, kept, INK_PERIOD_DAY, &(Chart){ self->bars, "funnel" }, 1);
}

void
ink_funnel_cards_show_trend (const InkFunnelCards *self,
                             const InkFunnel *funnel,
                             InkAnswer *answer,
                             InkPeriod period)
{
  g_return_if_fail (self != NULL && funnel != NULL && answer != NULL);

  set_charts (self, funnel, answer, period, &(Chart){ self->trend, "trend" }, 1);
}

char *
ink_funnel_cards_offer_slides (const InkFunnelCards *self,
                               const InkFunnel *funnel)
{
  const Chart charts[] = { { self->groups, "groups" },
                           { self->times, "histogram" },
                           { self->trend, "trend" },
                           { self->bars, "funnel" } };
  char *json = NULL;

  g_return_val_if_fail (self != NULL && funnel != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      g_free (json);
      json = ink_view_make_slide (self->view, charts[i].kind, funnel->name, FALSE);
      ink_chart_view_set_slide (charts[i].view, json);
    }

  return json;
}

/* ---- What is beside the bars ---- */

void
ink_funnel_cards_hide_rest (const InkFunnelCards *self)
{
  g_return_if_fail (self != NULL);

  gtk_widget_set_visible (self->groups_card, FALSE);
  gtk_widget_set_visible (self->times_card, FALSE);
  gtk_widget_set_visible (self->trend_card, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->leak), FALSE);
}

void
ink_funnel_cards_dim_rest (const InkFunnelCards *self,
                           gboolean dimmed)
{
  double opacity = dimmed ? DIMMED : 1;

  g_return_if_fail (self != NULL);

  gtk_widget_set_opacity (self->groups_card, opacity);
  gtk_widget_set_opacity (self->times_card, opacity);
  gtk_widget_set_opacity (self->trend_card, opacity);
  gtk_widget_set_opacity (GTK_WIDGET (self->leak), opacity);
}
