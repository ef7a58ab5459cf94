/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "window-story.h"

#include <sys/resource.h>

#include "ui/ink-watchdog.h"
#include "ui/ink-window.h"
#include "ui/widgets/ink-data-table.h"
#include "ui/widgets/ink-live-bin.h"

#define REST_MILLISECONDS 400
#define BREATH_MILLISECONDS 20
#define MOST_SECONDS 10

typedef struct
{
  GtkApplication *application;
  const char *story;
  const char *file;
  gint64 started; /* by the parent, before this program was; or here, when it was asked to open */
  double spent;   /* CPU before that, in ms */
  GtkWidget *window;
  gboolean painted;
  GtkWidget *bin; /* of the page that stands there first; nullable */
  gboolean shown; /* numbers, of last time or live */
  guint n_drawn;  /* live ones */
} Child;

static gboolean
wake_cb (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

static void
let_pass (guint milliseconds)
{
  gboolean over = FALSE;

  g_timeout_add (milliseconds, wake_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static void
rest (void)
{
  let_pass (REST_MILLISECONDS);
}

static void
wait_for (const gboolean *what)
{
  while (!*what)
    g_main_context_iteration (NULL, TRUE);
}

/* All of the page that stands there first; the Overview comes in two parts. */
static void
wait_for_page (const Child *child)
{
  while (child->bin == NULL
         || child->n_drawn < (g_str_equal (gtk_widget_get_name (child->bin), "overview") ? 2 : 1))
    g_main_context_iteration (NULL, TRUE);
}

static GtkWidget *
find (GtkWidget *widget,
      gboolean (*is) (GtkWidget *widget))
{
  GtkWidget *found = gtk_widget_get_child_visible (widget) && is (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, is);
  return found;
}

static GtkWidget *
wait_to_find (Child *child,
              gboolean (*is) (GtkWidget *widget))
{
  GtkWidget *found;

  while ((found = find (child->window, is)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  return found;
}

/* Of all threads, in ms. */
static double
get_cpu (void)
{
  struct rusage use;

  getrusage (RUSAGE_SELF, &use);
  return (use.ru_utime.tv_sec + use.ru_stime.tv_sec) * 1000.0
         + (use.ru_utime.tv_usec + use.ru_stime.tv_usec) / 1000.0;
}

/* Since the beginning of the story, in ms. */
static void
say_time (Child *child,
          const char *what)
{
  g_print ("%s %.1f %.1f\n", what, (g_get_monotonic_time () - child->started) / 1000.0,
           get_cpu () - child->spent);
}

/* The longest turn since the last one, in ms. */
static void
say_stall (const char *what)
{
  InkStall stall = ink_watchdog_take_longest ();

  g_print ("%s %.1f %.1f\n", what, stall.wall / 1000.0, stall.cpu / 1000.0);
  if (g_getenv ("INK_BENCH_WHERE") != NULL)
    ink_watchdog_print (what, &stall);
}

/* Of the page that stands there first. */
static gboolean
is_bin (GtkWidget *widget)
{
  return INK_IS_LIVE_BIN (widget) && gtk_widget_get_mapped (widget)
         && (g_str_equal (gtk_widget_get_name (widget), "funnel")
             || g_str_equal (gtk_widget_get_name (widget), "overview"));
}

/* First the funnels' leak and the goal over time; then what leads to the goal. */
static void
drawn_cb (InkLiveBin *bin,
          double milliseconds,
          Child *child)
{
  child->n_drawn++;
  if (child->n_drawn <= 2)
    say_time (child, child->n_drawn == 1 ? "live" : "whole");
}

/* Before the page is first drawn. */
static void
look_for_bin (GdkFrameClock *clock,
              Child *child)
{
  if (child->bin != NULL)
    return;
  child->bin = find (child->window, is_bin);
  if (child->bin == NULL)
    return;
  say_time (child, "page");
  g_signal_connect (child->bin, "drawn", G_CALLBACK (drawn_cb), child);
}

/* Right after the turn of the first frame. A source that comes before all events would belong to it:
 * GLib asks for none then. */
static gboolean
started_cb (gpointer data)
{
  say_stall ("stall-start");

  return G_SOURCE_REMOVE;
}

static void
painted_cb (GdkFrameClock *clock,
            Child *child)
{
  if (!child->painted)
    {
      say_time (child, "frame");
      g_idle_add_full (G_PRIORITY_DEFAULT, started_cb, NULL, NULL);
    }
  child->painted = TRUE;
  if (child->shown || child->bin == NULL
      || g_strcmp0 (ink_live_bin_get_shown (INK_LIVE_BIN (child->bin)), "answer") != 0)
    return;
  child->shown = TRUE;
  say_time (child, "kept");
}

static void
mapped_cb (GtkWidget *window,
           Child *child)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "before-paint", G_CALLBACK (look_for_bin),
                    child);
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb),
                    child);
}

static void
window_added_cb (GtkApplication *application,
                 GtkWindow *window,
                 Child *child)
{
  child->window = GTK_WIDGET (window);
  g_signal_connect (window, "map", G_CALLBACK (mapped_cb), child);
}

static gboolean
is_table (GtkWidget *widget)
{
  return INK_IS_DATA_TABLE (widget) && gtk_widget_get_mapped (widget);
}

static void
try_list (Child *child)
{
  InkDataTable *table;

  gtk_widget_activate_action (child->window, "win.page", "s", "data");
  rest ();
  say_stall ("data-page");
  table = INK_DATA_TABLE (wait_to_find (child, is_table));
  for (guint i = 0; i < 3; i++)
    {
      ink_data_table_set_sort (table, i, i % 2);
      rest ();
      say_stall ("data-sort");
    }
  ink_data_table_set_search (table, "e");
  rest ();
  say_stall ("data-search");
  ink_data_table_set_search (table, "");
  rest ();
  say_stall ("data-search");
}

static gboolean
is_behind (GtkWidget *widget)
{
  return INK_IS_LIVE_BIN (widget) && gtk_widget_get_mapped (widget)
         && ink_live_bin_is_behind (INK_LIVE_BIN (widget));
}

/* Until it shows what it asked. */
static void
show_page (Child *child,
           const char *page)
{
  gint64 until = g_get_monotonic_time () + MOST_SECONDS * G_USEC_PER_SEC;

  gtk_widget_activate_action (child->window, "win.page", "s", page);
  do
    rest ();
  while (find (child->window, is_behind) != NULL && g_get_monotonic_time () < until);
}

static void
try_page (Child *child)
{
  const char *page = strchr (child->story, ':') + 1;
  g_autofree char *what = g_strconcat ("page-", page, NULL);
  g_autofree char *again = g_strconcat ("again-", page, NULL);

  ink_watchdog_take_longest ();
  show_page (child, page);
  say_stall (what);
  show_page (child, "overview");
  ink_watchdog_take_longest ();
  show_page (child, page);
  say_stall (again);
}

static gboolean
is_import_button (GtkWidget *widget)
{
  const char *label = GTK_IS_BUTTON (widget) ? gtk_button_get_label (GTK_BUTTON (widget)) : NULL;

  return label != NULL && g_str_equal (label, "_Import") && gtk_widget_get_mapped (widget)
         && gtk_widget_is_sensitive (widget);
}

static gboolean
is_continue_button (GtkWidget *widget)
{
  const char *label = GTK_IS_BUTTON (widget) ? gtk_button_get_label (GTK_BUTTON (widget)) : NULL;

  return label != NULL && g_str_equal (label, "C_ontinue") && gtk_widget_get_mapped (widget);
}

static void
import (Child *child)
{
  GtkWidget *button = wait_to_find (child, is_import_button);

  rest ();
  say_stall ("import-preview");
  g_signal_emit_by_name (button, "clicked");
  button = wait_to_find (child, is_continue_button);
  rest ();
  say_stall ("import");
  g_signal_emit_by_name (button, "clicked");
  rest ();
  say_stall ("import-shown");
}

/* So that there are last numbers, as in every project that was looked at and saved. */
static void
keep (Child *child)
{
  InkDocument *document = ink_window_get_document (INK_WINDOW (child->window));
  g_autoptr (GError) error = NULL;

  rest ();
  if (!ink_document_flush (document, &error)
      || !ink_document_save (document, NULL, INK_SAVE_NORMAL, NULL, NULL, &error)
      || !ink_document_close (document, INK_CLOSE_DISCARD, &error))
    g_error ("%s", error->message);
}

/* The window has stood there empty for a while. */
static void
open_into (Child *child)
{
  g_autoptr (GFile) file = g_file_new_for_path (child->file);

  /* The turn of the first frame ends here. */
  let_pass (BREATH_MILLISECONDS);
  ink_watchdog_take_longest ();
  rest ();
  say_stall ("stall-ready");
  child->spent = get_cpu ();
  child->started = g_get_monotonic_time ();
  ink_window_open_project (INK_WINDOW (child->window), file);
}

static gboolean
story_cb (gpointer data)
{
  Child *child = data;

  wait_for (&child->painted);
  if (g_str_equal (child->story, "into"))
    open_into (child);
  if (!g_str_equal (child->story, "start") && !g_str_equal (child->story, "import"))
    wait_for_page (child);
  rest ();
  if (g_str_equal (child->story, "open") || g_str_equal (child->story, "into"))
    say_stall ("stall-open");
  if (g_str_equal (child->story, "keep"))
    keep (child);
  if (g_str_equal (child->story, "data"))
    try_list (child);
  if (g_str_has_prefix (child->story, "page:"))
    try_page (child);
  if (g_str_equal (child->story, "import"))
    import (child);
  _exit (0);

  return G_SOURCE_REMOVE;
}

/* INK_BENCH_TURNS=8: tells of every turn of 8 ms and more. */
static void
watch (void)
{
  const char *turns = g_getenv ("INK_BENCH_TURNS");
  guint64 milliseconds = turns != NULL ? g_ascii_strtoull (turns, NULL, 10) : 0;

  ink_watchdog_start (milliseconds > 0 ? (guint) MIN (milliseconds, 10000) : 16, milliseconds > 0);
}

int
window_story_tell (const char *story,
                   const char *started,
                   const char *file)
{
  g_autoptr (InkApplication) application = ink_application_new ();
  Child child = { .application = GTK_APPLICATION (application), .story = story, .file = file,
                  .started = g_ascii_strtoll (started, NULL, 10) };
  gboolean given = file != NULL && !g_str_equal (story, "into");
  const char *arguments[] = { "inkling", given ? file : NULL, NULL };

  watch ();
  g_application_set_flags (G_APPLICATION (application),
                           g_application_get_flags (G_APPLICATION (application))
                               | G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), &child);
  g_idle_add_full (G_PRIORITY_LOW, story_cb, &child, NULL);
  return g_application_run (G_APPLICATION (application), given ? 2 : 1, (char **) arguments);
}
