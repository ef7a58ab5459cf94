/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How long it takes from a change of each setting of the funnel page to the drawn frame that shows
 * the new numbers. Needs a display. Usage: inkling-bench-frames [EVENTS [TIMES [SETTING]]] */
#include "config.h"

#include <adwaita.h>
#include <time.h>

#include "document/ink-document-sample.h"
#include "sample/ink-sample.h"
#include "ui/pages/ink-funnel-page.h"
#include "ui/widgets/ink-live-bin.h"

#define DEFAULT_EVENTS 1000000
#define DEFAULT_TIMES 20
#define SEED 1
/* What a hand needs between two changes: the page's other answers are there by then. */
#define REST_MILLISECONDS 150
/* Nothing moves any more: while something does, a change would wait for the display's next tick. */
#define STILL_MILLISECONDS 60
#define MOST_RESTS 20

typedef struct
{
  GtkWidget *page;
  InkDocument *document;
  InkView *view;
  GtkWidget *bin;
  InkFunnel *funnel; /* as it was: every setting begins with it */
  gboolean drawn;
  gboolean painted; /* any frame */
  guint serial;
} Bench;

/* What a change took, in milliseconds: until its frame, and what it cost meanwhile, here and in all
 * threads. On a machine with other work only the costs say something. */
typedef struct
{
  double until_drawn;
  double cpu;
  double all_cpu;
} Taken;

/* ---- Waiting ---- */

static void
drawn_cb (InkLiveBin *bin,
          double milliseconds,
          Bench *bench)
{
  bench->drawn = TRUE;
}

static void
painted_cb (GdkFrameClock *clock,
            Bench *bench)
{
  bench->painted = TRUE;
}

static void
wait_for_frame (Bench *bench)
{
  while (!bench->drawn)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
wake_cb (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

static void
wait_for (guint milliseconds)
{
  gboolean over = FALSE;

  g_timeout_add (milliseconds, wake_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static void
rest (Bench *bench)
{
  wait_for (REST_MILLISECONDS);
  for (guint i = 0; i < MOST_RESTS; i++)
    {
      bench->painted = FALSE;
      wait_for (STILL_MILLISECONDS);
      if (!bench->painted)
        return;
    }
  g_printerr ("The page never stands still.\n");
}

/* ---- Changes ---- */

static InkFunnel *
get_funnel (Bench *bench)
{
  return ink_document_get_definition (bench->document)->funnels[0];
}

static void
keep (Bench *bench,
      InkFunnel *funnel)
{
  g_autoptr (InkDefinition) edited
      = ink_definition_with_funnel (ink_document_get_definition (bench->document), funnel);

  ink_document_edit (bench->document, "Change", NULL, edited);
  ink_funnel_unref (funnel);
}

/* A window that was never asked for: no answer is remembered for what follows. */
static InkSpan
fresh_window (Bench *bench)
{
  return (InkSpan){ INK_SPAN_LENGTH, INK_UNIT_SECONDS, 30 * 86400 + ++bench->serial };
}

static void
change_window (Bench *bench)
{
  keep (bench, ink_funnel_copy_with_within (get_funnel (bench), fresh_window (bench)));
}

static void
change_order (Bench *bench)
{
  InkFunnel *funnel = get_funnel (bench);

  keep (bench, ink_funnel_copy_with_order (funnel, funnel->order == INK_ORDER_AS_LISTED
                                                       ? INK_ORDER_ANY
                                                       : INK_ORDER_AS_LISTED));
}

static void
change_count (Bench *bench)
{
  InkFunnel *funnel = get_funnel (bench);

  keep (bench, ink_funnel_copy_with_count (funnel,
                                           funnel->count == INK_COUNT_PEOPLE ? INK_COUNT_SESSIONS
                                                                             : INK_COUNT_PEOPLE,
                                           NULL));
}

static void
compare (Bench *bench,
         InkCompare by)
{
  static const char *const channel[] = { "channel", NULL };
  InkFunnel *funnel = get_funnel (bench);

  if (funnel->compare == by)
    keep (bench, ink_funnel_copy_with_compare (funnel, INK_COMPARE_NONE, NULL, INK_TAKE_FIRST, 0,
                                               0));
  else
    keep (bench, ink_funnel_copy_with_compare (funnel, by,
                                               by == INK_COMPARE_PROPERTY ? channel : NULL,
                                               INK_TAKE_FIRST, 0, 6));
}

static void
change_personas (Bench *bench)
{
  compare (bench, INK_COMPARE_PERSONA);
}

static void
change_property (Bench *bench)
{
  compare (bench, INK_COMPARE_PROPERTY);
}

static void
change_steps (Bench *bench)
{
  InkFunnel *funnel = get_funnel (bench);
  g_autofree InkStep *steps = g_memdup2 (funnel->steps, funnel->n_steps * sizeof (InkStep));
  InkStep moved = steps[1];

  steps[1] = steps[2];
  steps[2] = moved;
  keep (bench, ink_funnel_copy_with_steps (funnel, steps, funnel->n_steps));
}

static void
change_optional (Bench *bench)
{
  InkFunnel *funnel = get_funnel (bench);
  g_autofree InkStep *steps = g_memdup2 (funnel->steps, funnel->n_steps * sizeof (InkStep));

  steps[1].optional = !steps[1].optional;
  keep (bench, ink_funnel_copy_with_steps (funnel, steps, funnel->n_steps));
}

static void
change_not_if (Bench *bench)
{
  InkFunnel *funnel = get_funnel (bench);
  g_autoptr (InkRule) rule = ink_rule_new_does ("Viewed Pricing");
  InkExclusion not_if = { .rule = rule, .from = 1, .to = funnel->n_steps };

  keep (bench, ink_funnel_copy_with_not_if (funnel, &not_if, funnel->n_not_if == 0 ? 1 : 0));
}

static void
change_persona_filter (Bench *bench)
{
  ink_view_set_persona (bench->view,
                        ink_view_get_persona (bench->view) == NULL ? "Buyer" : NULL);
}

static void
change_period_filter (Bench *bench)
{
  gint64 from, to;
  gint64 first = ink_event_store_get_first (ink_document_get_store (bench->document));

  ink_view_get_period (bench->view, &from, &to);
  ink_view_set_period (bench->view, from == INK_TIME_NONE ? first + 20 * INK_DAY : INK_TIME_NONE,
                       INK_TIME_NONE);
}

static const struct
{
  const char *name;
  void (*change) (Bench *bench);
} settings[] = {
  { "window", change_window },           { "order", change_order },
  { "counted", change_count },           { "compare personas", change_personas },
  { "compare property", change_property }, { "order of steps", change_steps },
  { "optional step", change_optional },  { "not if", change_not_if },
  { "persona filter", change_persona_filter }, { "period filter", change_period_filter },
};

/* ---- Measuring ---- */

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
read_clock (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);

  return (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1e6;
}

static Taken
read_clocks (void)
{
  return (Taken){ read_clock (CLOCK_MONOTONIC), read_clock (CLOCK_THREAD_CPUTIME_ID),
                  read_clock (CLOCK_PROCESS_CPUTIME_ID) };
}

static Taken
measure (Bench *bench,
         void (*change) (Bench *bench))
{
  Taken start, end;

  bench->drawn = FALSE;
  change_window (bench);
  wait_for_frame (bench);
  rest (bench);
  bench->drawn = FALSE;
  start = read_clocks ();
  change (bench);
  wait_for_frame (bench);
  end = read_clocks ();

  return (Taken){ end.until_drawn - start.until_drawn, end.cpu - start.cpu,
                  end.all_cpu - start.all_cpu };
}

/* The @part of all: 0.5 is the median. */
static double
find_quantile (const Taken *taken,
               guint n,
               gsize field,
               double part)
{
  g_autofree double *values = g_new (double, n);

  for (guint i = 0; i < n; i++)
    values[i] = G_STRUCT_MEMBER (double, &taken[i], field);
  qsort (values, n, sizeof *values, compare_doubles);

  return values[MIN ((guint) (n * part), n - 1)];
}

/* storage.md's budgets: the page's numbers after an edit. */
static void
print_setting (const char *name,
               const Taken *taken,
               guint n,
               gboolean large)
{
  double median = find_quantile (taken, n, G_STRUCT_OFFSET (Taken, until_drawn), 0.5);
  double late = find_quantile (taken, n, G_STRUCT_OFFSET (Taken, until_drawn), 0.95);

  g_print ("%-17s %7.1f %7.1f %9.1f %9.1f   %s\n", name, median, late,
           find_quantile (taken, n, G_STRUCT_OFFSET (Taken, cpu), 0.5),
           find_quantile (taken, n, G_STRUCT_OFFSET (Taken, all_cpu), 0.5),
           median <= (large ? 100 : 16) && late <= (large ? 150 : 50) ? "held" : "NOT held");
}

/* A setting must not be measured with what the last one left: a funnel in any order, say, refuses
 * optional steps. */
static void
restore (Bench *bench)
{
  ink_view_set_persona (bench->view, NULL);
  ink_view_set_period (bench->view, INK_TIME_NONE, INK_TIME_NONE);
  keep (bench, ink_funnel_ref (bench->funnel));
}

static gboolean
is_bin (GtkWidget *widget)
{
  return INK_IS_LIVE_BIN (widget) && g_str_equal (gtk_widget_get_name (widget), "funnel");
}

static GtkWidget *
find_bin (GtkWidget *widget)
{
  if (is_bin (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_bin (child);

      if (found != NULL)
        return found;
    }

  return NULL;
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

static GtkWidget *
show_page (Bench *bench)
{
  GtkWidget *window = adw_window_new ();

  bench->view = ink_view_new (bench->document);
  bench->page = g_object_new (INK_TYPE_FUNNEL_PAGE, "view", bench->view, NULL);
  bench->bin = find_bin (bench->page);
  g_signal_connect (bench->bin, "drawn", G_CALLBACK (drawn_cb), bench);
  adw_window_set_content (ADW_WINDOW (window), bench->page);
  gtk_window_set_default_size (GTK_WINDOW (window), 1048, 748);
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb),
                    bench);
  wait_for_frame (bench);

  return window;
}

static void
run (Bench *bench,
     guint times,
     const char *only)
{
  guint32 n_events = ink_event_store_get_n_events (ink_document_get_store (bench->document));
  gboolean large = n_events > 3000000;
  g_autofree Taken *taken = g_new (Taken, times);

  g_print ("Funnel page, %u events: from the change to the drawn frame (budget: median %d ms, "
           "p95 %d ms)\n",
           n_events, large ? 100 : 16, large ? 150 : 50);
  g_print ("%-17s %7s %7s %9s %9s\n", "", "median", "p95", "main CPU", "all CPU");
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      if (only != NULL && !g_str_equal (only, settings[i].name))
        continue;
      restore (bench);
      for (guint j = 0; j < times; j++)
        taken[j] = measure (bench, settings[i].change);
      print_setting (settings[i].name, taken, times, large);
    }
}

int
main (int argc,
      char **argv)
{
  guint64 events = argc > 1 ? g_ascii_strtoull (argv[1], NULL, 10) : DEFAULT_EVENTS;
  guint times = argc > 2 ? (guint) g_ascii_strtoull (argv[2], NULL, 10) : DEFAULT_TIMES;
  g_autoptr (GError) error = NULL;
  Bench bench = { 0 };
  GtkWidget *window;

  if (!gtk_init_check ())
    {
      g_print ("Frames: skipped, there is no display.\n");
      return 0;
    }
  adw_init ();
  bench.document = ink_document_new (&error);
  if (bench.document == NULL
      || !ink_document_make_sample (bench.document, (guint32) (events / INK_SAMPLE_EVENTS_PER_PERSON),
                                    SEED, NULL, NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  use_style ();
  window = show_page (&bench);
  bench.funnel = ink_funnel_ref (get_funnel (&bench));
  run (&bench, MAX (times, 1), argc > 3 ? argv[3] : NULL);
  ink_funnel_unref (bench.funnel);
  gtk_window_destroy (GTK_WINDOW (window));
  g_clear_object (&bench.view);
  ink_document_close (bench.document, INK_CLOSE_DISCARD, NULL);
  g_object_unref (bench.document);

  return 0;
}
