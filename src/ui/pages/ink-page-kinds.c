/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/pages/ink-page-kinds.h"

#include "definition/ink-persona-edit.h"
#include "plot/ink-numbers.h"
#include "ui/pages/ink-data-page.h"
#include "ui/pages/ink-funnel-page.h"
#include "ui/pages/ink-indicators-page.h"
#include "ui/pages/ink-report-page.h"
#include "ui/pages/ink-journey-page.h"
#include "ui/pages/ink-overview-page.h"
#include "ui/pages/ink-personas-page.h"

#include <glib/gi18n-lib.h>

/* As short as a sidebar wants it: 9 412, 412 k, 2.1 M. */
static char *
short_count (guint32 n)
{
  InkNumbers numbers = ink_numbers_for_locale ();
  gboolean millions = n >= 1000 * 1000;
  g_autofree char *digits = NULL;

  if (n < 10 * 1000)
    return ink_numbers_count (&numbers, n);
  digits = millions ? ink_numbers_decimal (&numbers, n / 1e6, 1)
                    : ink_numbers_count (&numbers, n / 1000);
  /* Translators: thousands and millions, short, in the sidebar */
  return g_strdup_printf (millions ? _ ("%s M") : _ ("%s k"), digits);
}

static char *
count_events (InkDocument *document)
{
  guint32 n = ink_event_store_get_n_events (ink_document_get_store (document));

  return n > 0 ? short_count (n) : NULL;
}

static char *
count_goals (InkDocument *document)
{
  InkGoal **goals = ink_document_get_definition (document)->goals;
  guint n = 0;

  while (goals[n] != NULL)
    n++;
  return n > 0 ? g_strdup_printf (ngettext ("%u goal", "%u goals", n), n) : NULL;
}

static char *
count_funnels (InkDocument *document)
{
  InkFunnel **funnels = ink_document_get_definition (document)->funnels;
  guint n = 0;

  while (funnels[n] != NULL)
    n++;
  return n > 0 ? g_strdup_printf ("%u", n) : NULL;
}

static char *
count_personas (InkDocument *document)
{
  guint n = ink_personas_count (ink_document_get_definition (document));

  return n > 0 ? g_strdup_printf ("%u", n) : NULL;
}

static char *
count_slides (InkDocument *document)
{
  guint n = g_strv_length (ink_document_get_definition (document)->slides);

  return n > 0 ? g_strdup_printf ("%u", n) : NULL;
}

static const InkPageKind kinds[] = {
  { "overview", N_ ("Overview"), "ink-overview-symbolic", NULL, ink_overview_page_get_type, NULL },
  { "data", N_ ("Data"), "ink-data-symbolic", NULL, ink_data_page_get_type, count_events },
  { "journey", N_ ("Journey"), "ink-journey-symbolic", NULL, ink_journey_page_get_type,
    count_goals },
  { "personas", N_ ("Personas"), "ink-personas-symbolic", NULL, ink_personas_page_get_type,
    count_personas },
  { "funnels", N_ ("Funnels"), "ink-funnel-symbolic", N_ ("Analyse"),
    ink_funnel_page_get_type, count_funnels },
  { "indicators", N_ ("Leading Indicators"), "ink-indicators-symbolic", N_ ("Analyse"),
    ink_indicators_page_get_type, NULL },
  { "report", N_ ("Report"), "ink-report-symbolic", N_ ("Share"), ink_report_page_get_type,
    count_slides },
};

const InkPageKind *
ink_page_kinds_get (guint *n)
{
  *n = G_N_ELEMENTS (kinds);
  return kinds;
}

const InkPageKind *
ink_page_kinds_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].name, name) == 0)
      return &kinds[i];

  return NULL;
}
