/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How long it takes from an edit of the journey board to the drawn frame that shows it, with few
 * goals and with many; and from an edit of a persona. Needs a display. Usage: inkling-bench-board-frames [EVENTS [TIMES [EDIT]]] */
#include "config.h"

#include <adwaita.h>
#include <stdlib.h>
#include <time.h>

#include "board-edits.h"
#include "document/ink-document-sample.h"
#include "sample/ink-sample.h"
#include "ui/pages/ink-journey-page.h"
#include "ui/pages/ink-personas-page.h"
#include "ui/widgets/ink-board.h"
#include "ui/widgets/ink-live-bin.h"

#define DEFAULT_EVENTS 1000000
#define DEFAULT_TIMES 20
#define SEED 1
#define MANY 60
/* What a hand needs between two changes: the page's other answers are there by then. */
#define REST_MILLISECONDS 250
/* Nothing moves any more: while cards slide, an edit would wait for the next tick of the display. */
#define STILL_MILLISECONDS 100
#define MOST_RESTS 20
#define GIVE_UP_MILLISECONDS 5000

typedef struct
{
  GtkWidget *window;
  InkDocument *document;
  InkBoard *board; /* nullable: another page */
  InkLiveBin *bin; /* of what an edit changes */
  gboolean drawn; /* a frame in which its answer is not behind */
  gboolean painted; /* any frame */
  guint serial;
} Bench;

/* ---- Waiting ---- */

/* What an edit shows is an answer or needs none: the frame counts that is not behind. */
static void
painted_cb (GdkFrameClock *clock,
            Bench *bench)
{
  bench->drawn = !ink_live_bin_is_behind (bench->bin);
  bench->painted = TRUE;
}

static gboolean
wake_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* FALSE where it took too long. */
static gboolean
wait_for (const gboolean *flag,
          guint milliseconds)
{
  gboolean over = FALSE;
  guint source = g_timeout_add (milliseconds, wake_cb, &over);

  while (!*flag && !over)
    g_main_context_iteration (NULL, TRUE);
  if (!over)
    g_source_remove (source);
  return *flag;
}

static void
rest (Bench *bench)
{
  const gboolean never = FALSE;

  do
    wait_for (&never, REST_MILLISECONDS);
  while (ink_live_bin_is_behind (bench->bin));
  for (guint i = 0; i < MOST_RESTS; i++)
    {
      bench->painted = FALSE;
      if (!wait_for (&bench->painted, STILL_MILLISECONDS))
        return;
    }
  g_printerr ("The page never stands still.\n");
}

/* ---- Measuring ---- */

static double
read_clock (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1e6;
}

typedef struct
{
  double wall;
  double cpu; /* of the main thread */
} Taken;

static guint
count_goals (InkDefinition *definition)
{
  return g_strv_length ((char **) (void *) definition->goals);
}

/* What is edited is selected, so that its sentence and the facts about it are part of the page; so is
 * a new goal, as by hand. */
static void
make_edit (Bench *bench,
           InkDefinition *start,
           InkDefinition *edited)
{
  guint n = count_goals (edited);

  ink_document_edit (bench->document, "Edit", NULL, edited);
  if (bench->board != NULL && n > count_goals (start))
    ink_board_select (bench->board, edited->goals[n - 1]->id);
}

static Taken
measure (Bench *bench,
         InkDefinition *start,
         const BenchEdit *edit)
{
  g_autoptr (InkDefinition) edited = bench_edit_make (edit, start, ++bench->serial);
  Taken begin;

  ink_document_edit (bench->document, "Start", NULL, start);
  if (bench->board != NULL)
    {
      ink_board_select (bench->board, start->goals[1]->id);
      /* A cursor that blinks would make frames of its own, which an edit would wait for. */
      ink_board_focus_selected (bench->board);
    }
  rest (bench);
  bench->drawn = FALSE;
  begin = (Taken){ read_clock (CLOCK_MONOTONIC), read_clock (CLOCK_THREAD_CPUTIME_ID) };
  make_edit (bench, start, edited);
  if (!wait_for (&bench->drawn, GIVE_UP_MILLISECONDS))
    g_printerr ("%s: nothing was drawn\n", edit->name);
  return (Taken){ read_clock (CLOCK_MONOTONIC) - begin.wall,
                  read_clock (CLOCK_THREAD_CPUTIME_ID) - begin.cpu };
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
print_times (const char *name,
             GArray *wall,
             GArray *cpu,
             gboolean large)
{
  double median, late;

  g_array_sort (wall, compare_doubles);
  g_array_sort (cpu, compare_doubles);
  median = g_array_index (wall, double, wall->len / 2);
  late = g_array_index (wall, double, MIN ((guint) (wall->len * 0.95), wall->len - 1));
  g_print ("%-25s %7.1f %7.1f %9.1f   %s\n", name, median, late,
           g_array_index (cpu, double, cpu->len / 2),
           median <= (large ? 100 : 16) && late <= (large ? 150 : 50) ? "held" : "NOT held");
}

/* @all_wall, @all_cpu: of every edit; receive those of this one. */
static void
measure_edit (Bench *bench,
              InkDefinition *start,
              const BenchEdit *edit,
              guint times,
              gboolean large,
              GArray *all_wall,
              GArray *all_cpu)
{
  g_autoptr (GArray) wall = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) cpu = g_array_new (FALSE, FALSE, sizeof (double));

  measure (bench, start, edit);
  for (guint i = 0; i < times; i++)
    {
      Taken taken = measure (bench, start, edit);

      g_array_append_val (wall, taken.wall);
      g_array_append_val (cpu, taken.cpu);
    }
  g_array_append_vals (all_wall, wall->data, wall->len);
  g_array_append_vals (all_cpu, cpu->data, cpu->len);
  print_times (edit->name, wall, cpu, large);
}

static void
measure_page (Bench *bench,
              const char *page,
              const BenchEdit *edits,
              InkDefinition *start,
              guint times,
              const char *only)
{
  guint32 n_events = ink_event_store_get_n_events (ink_document_get_store (bench->document));
  gboolean large = n_events > 3000000;
  g_autoptr (GArray) wall = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) cpu = g_array_new (FALSE, FALSE, sizeof (double));

  g_print ("%s, %u events, %u goals: from the edit to the drawn frame (budget: median "
           "%d ms, p95 %d ms)\n%-25s %7s %7s %9s\n",
           page, n_events, count_goals (start), large ? 100 : 16,
           large ? 150 : 50, "", "median", "p95", "main CPU");
  for (const BenchEdit *edit = edits; edit->name != NULL; edit++)
    if (only == NULL || g_str_equal (only, edit->name))
      measure_edit (bench, start, edit, times, large, wall, cpu);
  if (only == NULL)
    print_times ("all edits", wall, cpu, large);
}

/* ---- The page ---- */

/* The first in it is the one that matters most. */
static void
look_through (Bench *bench,
              GtkWidget *widget)
{
  if (INK_IS_BOARD (widget))
    bench->board = INK_BOARD (widget);
  if (INK_IS_LIVE_BIN (widget) && bench->bin == NULL)
    bench->bin = INK_LIVE_BIN (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    look_through (bench, child);
}

/* As the application does it: cards are drawn as they are in the window. */
static void
use_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, INK_RESOURCE_BASE "/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static gboolean
show_page (Bench *bench,
           InkView *view,
           GType type)
{
  GtkWidget *page = g_object_new (type, "view", view, NULL);

  bench->window = adw_window_new ();
  bench->board = NULL;
  bench->bin = NULL;
  look_through (bench, page);
  adw_window_set_content (ADW_WINDOW (bench->window), page);
  gtk_window_set_default_size (GTK_WINDOW (bench->window), 1048, 748);
  gtk_window_present (GTK_WINDOW (bench->window));
  g_signal_connect (gtk_widget_get_frame_clock (bench->window), "after-paint",
                    G_CALLBACK (painted_cb), bench);
  return wait_for (&bench->drawn, 4 * GIVE_UP_MILLISECONDS);
}

static gboolean
make_document (Bench *bench,
               guint64 events)
{
  g_autoptr (GError) error = NULL;

  bench->document = ink_document_new (&error);
  if (bench->document != NULL
      && ink_document_make_sample (bench->document,
                                   (guint32) (events / INK_SAMPLE_EVENTS_PER_PERSON), SEED, NULL,
                                   NULL, &error))
    return TRUE;
  g_printerr ("%s\n", error->message);
  return FALSE;
}

int
main (int argc,
      char **argv)
{
  guint64 events = argc > 1 ? g_ascii_strtoull (argv[1], NULL, 10) : DEFAULT_EVENTS;
  guint times = argc > 2 ? (guint) MAX (g_ascii_strtoull (argv[2], NULL, 10), 1) : DEFAULT_TIMES;
  const char *only = argc > 3 ? argv[3] : NULL;
  g_autoptr (InkDefinition) few = NULL, many = NULL;
  g_autoptr (InkView) view = NULL;
  Bench bench = { 0 };
  gboolean shown;

  if (!gtk_init_check ())
    {
      g_print ("Frames: skipped, there is no display.\n");
      return 0;
    }
  adw_init ();
  if (!make_document (&bench, events))
    return 1;
  use_style ();
  few = ink_definition_ref (ink_document_get_definition (bench.document));
  many = bench_board_make_many (ink_document_get_store (bench.document), MANY);
  view = ink_view_new (bench.document);
  shown = show_page (&bench, view, INK_TYPE_JOURNEY_PAGE);
  if (shown)
    {
      measure_page (&bench, "Journey board", bench_board_edits (), few, times, only);
      measure_page (&bench, "Journey board", bench_board_edits (), many, times, only);
    }
  gtk_window_destroy (GTK_WINDOW (bench.window));
  ink_document_edit (bench.document, "Start", NULL, few);
  shown = shown && show_page (&bench, view, INK_TYPE_PERSONAS_PAGE);
  if (shown)
    {
      measure_page (&bench, "Personas", bench_persona_edits (), few, times, only);
      gtk_window_destroy (GTK_WINDOW (bench.window));
    }
  g_clear_object (&view);
  ink_document_close (bench.document, INK_CLOSE_DISCARD, NULL);
  g_object_unref (bench.document);

  return shown ? 0 : 1;
}
