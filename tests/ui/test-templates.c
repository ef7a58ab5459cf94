/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Every widget can be made from its template, without a warning, and goes away whole. */
#include "ui-fixture.h"

#include "ui/dialogs/ink-definition-dialog.h"
#include "ui/dialogs/ink-history-dialog.h"
#include "ui/dialogs/ink-picture-dialog.h"
#include "ui/pages/ink-column-table.h"
#include "ui/pages/ink-data-page.h"
#include "ui/pages/ink-funnel-page.h"
#include "ui/pages/ink-indicators-page.h"
#include "ui/pages/ink-journey-page.h"
#include "ui/pages/ink-report-page.h"
#include "ui/widgets/ink-slide-message.h"
#include "ui/widgets/ink-slide-strip.h"
#include "ui/widgets/ink-slide-view.h"
#include "ui/pages/ink-import-choices.h"
#include "ui/pages/ink-import-facts.h"
#include "ui/pages/ink-import-page.h"
#include "ui/pages/ink-overview-page.h"
#include "ui/pages/ink-personas-page.h"
#include "ui/pages/ink-welcome-page.h"
#include "ui/widgets/ink-adaptive-box.h"
#include "ui/widgets/ink-board.h"
#include "ui/widgets/ink-board-lane.h"
#include "ui/widgets/ink-chart-canvas.h"
#include "ui/widgets/ink-event-list.h"
#include "ui/widgets/ink-event-row.h"
#include "ui/widgets/ink-goal-panel.h"
#include "ui/widgets/ink-goal-settings.h"
#include "ui/widgets/ink-chart-view.h"
#include "ui/widgets/ink-data-table.h"
#include "ui/widgets/ink-fact-grid.h"
#include "ui/widgets/ink-filter-bar.h"
#include "ui/widgets/ink-funnel-settings.h"
#include "ui/widgets/ink-idea-button.h"
#include "ui/widgets/ink-indicator-card.h"
#include "ui/widgets/ink-indicator-views.h"
#include "ui/widgets/ink-found-list.h"
#include "ui/widgets/ink-short-view.h"
#include "ui/widgets/ink-timeless-view.h"
#include "ui/widgets/ink-lead-box.h"
#include "ui/widgets/ink-live-bin.h"
#include "ui/widgets/ink-highlight-card.h"
#include "ui/widgets/ink-name-picker.h"
#include "ui/widgets/ink-notice-bar.h"
#include "ui/widgets/ink-page-column.h"
#include "ui/widgets/ink-persona-bar.h"
#include "ui/widgets/ink-persona-list.h"
#include "ui/widgets/ink-persona-matrix.h"
#include "ui/widgets/ink-persona-choice.h"
#include "ui/widgets/ink-persona-shares.h"
#include "ui/widgets/ink-persona-sides.h"
#include "ui/widgets/ink-persona-suggestions.h"
#include "ui/widgets/ink-recent-row.h"
#include "ui/widgets/ink-remark-list.h"
#include "ui/widgets/ink-sentence-editor.h"
#include "ui/widgets/ink-sidebar.h"
#include "ui/widgets/ink-sparkline.h"
#include "ui/widgets/ink-template-note.h"
#include "ui/widgets/ink-late-bar.h"
#include "ui/widgets/ink-leak-card.h"
#include "ui/widgets/ink-step-editor.h"
#include "ui/widgets/ink-step-strip.h"
#include "ui/widgets/ink-compare-rows.h"
#include "ui/widgets/ink-exclusion-rows.h"
#include "ui/widgets/ink-suggestion-list.h"
#include "ui/widgets/ink-warning-list.h"
#include "ui/widgets/ink-why-card.h"
#include "ui/widgets/ink-table-view.h"
#include "ui/widgets/ink-tiny-funnel.h"
#include "ui/widgets/ink-card-grid.h"
#include "ui/widgets/ink-date-pick.h"
#include "ui/widgets/ink-empty-state.h"
#include "ui/widgets/ink-number-entry.h"
#include "ui/widgets/ink-rule-facts.h"
#include "ui/widgets/ink-threshold-plot.h"
#include "ui/widgets/ink-threshold.h"
#include "ui/widgets/ink-value-picker.h"

static void
test_type (gconstpointer data)
{
  GType type = GPOINTER_TO_SIZE (data);
  GtkWidget *widget = g_object_ref_sink (g_object_new (type, NULL));

  if (type != INK_TYPE_ADAPTIVE_BOX) /* it wants two children */
    {
      int minimum, natural;

      gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
      g_assert_cmpint (minimum, <=, 360);
    }
  ui_turn ();
  if (GTK_IS_WINDOW (widget))
    gtk_window_destroy (GTK_WINDOW (widget)); /* the toolkit holds it, too */
  g_assert_finalize_object (widget);
}

int
main (int argc,
      char **argv)
{
  const GType types[] = {
    INK_TYPE_SUGGESTION_LIST, INK_TYPE_REPORT_PAGE, INK_TYPE_SLIDE_VIEW,
    INK_TYPE_SLIDE_MESSAGE, INK_TYPE_SLIDE_STRIP, INK_TYPE_TEMPLATE_NOTE, INK_TYPE_PICTURE_DIALOG,
    INK_TYPE_WHY_CARD,
    INK_TYPE_COLUMN_TABLE,  INK_TYPE_DATA_PAGE, INK_TYPE_FUNNEL_PAGE,     INK_TYPE_IMPORT_PAGE,
    INK_TYPE_WELCOME_PAGE,  INK_TYPE_ADAPTIVE_BOX, INK_TYPE_CHART_VIEW,
    INK_TYPE_FUNNEL_SETTINGS, INK_TYPE_NAME_PICKER, INK_TYPE_STEP_STRIP,
    INK_TYPE_STEP_EDITOR, INK_TYPE_LATE_BAR, INK_TYPE_LEAK_CARD, INK_TYPE_INDICATORS_PAGE,
    INK_TYPE_INDICATOR_CARD, INK_TYPE_INDICATOR_VIEWS, INK_TYPE_TIMELESS_VIEW, INK_TYPE_SHORT_VIEW,
    INK_TYPE_FOUND_LIST, INK_TYPE_WARNING_LIST, INK_TYPE_FACT_GRID, INK_TYPE_IDEA_BUTTON,
    INK_TYPE_OVERVIEW_PAGE, INK_TYPE_HIGHLIGHT_CARD, INK_TYPE_REMARK_LIST,
    INK_TYPE_PERSONAS_PAGE, INK_TYPE_PERSONA_BAR, INK_TYPE_PERSONA_CARD, INK_TYPE_PERSONA_LIST,
    INK_TYPE_PERSONA_CHOICE, INK_TYPE_PERSONA_MATRIX, INK_TYPE_PERSONA_SHARES,
    INK_TYPE_PERSONA_SIDES, INK_TYPE_PERSONA_SUGGESTIONS,
    INK_TYPE_COMPARE_ROWS, INK_TYPE_EXCLUSION_ROWS,
    INK_TYPE_FILTER_BAR, INK_TYPE_SIDEBAR, INK_TYPE_IMPORT_CHOICES, INK_TYPE_IMPORT_FACTS,
    INK_TYPE_CHART_CANVAS, INK_TYPE_LIVE_BIN, INK_TYPE_LATER,
    INK_TYPE_PAGE_COLUMN, INK_TYPE_TABLE_VIEW,
    INK_TYPE_DATA_TABLE, INK_TYPE_SPARKLINE, INK_TYPE_SENTENCE_EDITOR,
    INK_TYPE_NOTICE_BAR, INK_TYPE_HISTORY_DIALOG,
    INK_TYPE_RECENT_ROW, INK_TYPE_TINY_FUNNEL,
    INK_TYPE_JOURNEY_PAGE, INK_TYPE_BOARD, INK_TYPE_BOARD_LANE, INK_TYPE_GOAL_CARD,
    INK_TYPE_LANE_HEADER, INK_TYPE_EVENT_LIST, INK_TYPE_EVENT_ROW, INK_TYPE_GOAL_PANEL,
    INK_TYPE_LEAD_BOX, INK_TYPE_RULE_FACTS, INK_TYPE_VALUE_PICKER, INK_TYPE_THRESHOLD,
    INK_TYPE_THRESHOLD_PLOT,
    INK_TYPE_NUMBER_ENTRY, INK_TYPE_DATE_PICK,
    INK_TYPE_GOAL_SETTINGS, INK_TYPE_DEFINITION_DIALOG,
    INK_TYPE_CARD_GRID, INK_TYPE_EMPTY_STATE,
  };

  ui_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autofree char *path = g_strconcat ("/ui/templates/", g_type_name (types[i]), NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (types[i]), test_type);
    }

  return g_test_run ();
}
