/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The real window: start, opening a project, importing an export, the lists of the Data page. How
 * long until something is seen, and the longest turn of the main loop meanwhile. Needs a display.
 * Usage: inkling-bench-window [PEOPLE [TIMES]] (34000 people do a million things, 340000 ten) */
#include <sys/resource.h>

#include <glib/gstdio.h>

#include "document/ink-document-sample.h"
#include "document/ink-user-file.h"
#include "sample/ink-sample.h"
#include "ui/ink-watchdog.h"
#include "ui/ink-window.h"
#include "ui/widgets/ink-data-table.h"
#include "ui/widgets/ink-live-bin.h"

#define DEFAULT_PEOPLE 34000
#define DEFAULT_TIMES 5
#define SEED 1
#define REST_MILLISECONDS 400

/* ---- The child: one window, one story ---- */

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
rest (void)
{
  gboolean over = FALSE;

  g_timeout_add (REST_MILLISECONDS, wake_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_for (const gboolean *what)
{
  while (!*what)
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_for_drawn (const Child *child,
                guint n)
{
  while (child->n_drawn < n)
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
  return INK_IS_LIVE_BIN (widget)
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

/* Right after the turn of the first frame. */
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
      g_idle_add_full (G_MININT, started_cb, NULL, NULL);
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

  rest ();
  ink_watchdog_take_longest ();
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
    wait_for_drawn (child, 2);
  rest ();
  if (g_str_equal (child->story, "open") || g_str_equal (child->story, "into"))
    say_stall ("stall-open");
  if (g_str_equal (child->story, "keep"))
    keep (child);
  if (g_str_equal (child->story, "data"))
    try_list (child);
  if (g_str_equal (child->story, "import"))
    import (child);
  _exit (0);

  return G_SOURCE_REMOVE;
}

static int
tell_story (const char *story,
            const char *started,
            const char *file)
{
  g_autoptr (InkApplication) application = ink_application_new ();
  Child child = { .application = GTK_APPLICATION (application), .story = story, .file = file,
                  .started = g_ascii_strtoll (started, NULL, 10) };
  gboolean given = file != NULL && !g_str_equal (story, "into");
  const char *arguments[] = { "inkling", given ? file : NULL, NULL };

  ink_watchdog_start (16, FALSE);
  g_application_set_flags (G_APPLICATION (application),
                           g_application_get_flags (G_APPLICATION (application))
                               | G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), &child);
  g_idle_add_full (G_PRIORITY_LOW, story_cb, &child, NULL);
  return g_application_run (G_APPLICATION (application), given ? 2 : 1, (char **) arguments);
}

/* ---- The parent: tells each story several times ---- */

typedef struct
{
  const char *name;
  const char *says;
  double bar; /* ms; 0: none */
} Line;

static const Line lines[] = {
  { "frame", "to first frame", 700 },
  { "page", "to the project's page", 0 },
  { "kept", "to its last numbers", 0 },
  { "live", "to live funnels", 0 },
  { "whole", "to all of the page", 0 },
  { "stall-start", "longest turn, start", 0 },
  { "stall-open", "longest turn, open", 32 },
  { "import-preview", "longest turn, import preview", 32 },
  { "import", "longest turn, import", 32 },
  { "import-shown", "longest turn, project shown", 32 },
  { "data-page", "longest turn, Data page made", 32 },
  { "data-sort", "longest turn, list sorted", 32 },
  { "data-search", "longest turn, list searched", 32 },
};

/* Over an empty window, or without copying the file in: @base ms less. */
static const Line over[] = {
  { "kept", "last numbers over that", 50 },
  { "live", "live funnels over that", 150 },
};

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
get_median (GArray *sorted)
{
  return sorted->len > 0 ? g_array_index (sorted, double, sorted->len / 2) : 0;
}

/* Every number that was said under @name in the given column, sorted. */
static GArray *
collect (const char *said,
         const char *name,
         guint column)
{
  g_auto (GStrv) all = g_strsplit (said, "\n", -1);
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; all[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (all[i], " ", 3);

      if (g_strv_length (words) == 3 && g_str_equal (words[0], name))
        g_array_append_vals (numbers, (double[]){ g_ascii_strtod (words[column], NULL) }, 1);
    }
  g_array_sort (numbers, compare_doubles);
  return numbers;
}

static const char *
judge (const Line *line,
       double median)
{
  return line->bar == 0 ? "" : median <= line->bar ? "  held" : "  NOT held";
}

static void
print_line (const Line *line,
            const char *said,
            double base)
{
  g_autoptr (GArray) walls = collect (said, line->name, 1);
  g_autoptr (GArray) cpus = collect (said, line->name, 2);
  double median = get_median (walls) - base;

  if (walls->len == 0)
    return;
  g_print ("  %-30s least %7.1f  median %7.1f  most %7.1f ms", line->says,
           g_array_index (walls, double, 0) - base, median,
           g_array_index (walls, double, walls->len - 1) - base);
  if (base == 0)
    g_print ("  CPU %7.1f ms", get_median (cpus));
  g_print ("%s\n", judge (line, median));
}

/* What the child said, the warming first time left out. (transfer full) */
static char *
run_story (const char *program,
           const char *story,
           const char *file,
           guint times)
{
  GString *said = g_string_new (NULL);

  for (guint i = 0; i <= times; i++)
    {
      g_autofree char *now = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
      char *arguments[] = { (char *) program, (char *) "--story", (char *) story, now,
                            (char *) file, NULL };
      g_autofree char *out = NULL;
      g_autoptr (GError) error = NULL;

      if (!g_spawn_sync (NULL, arguments, NULL, 0, NULL, NULL, &out, NULL, NULL, &error))
        g_error ("%s", error->message);
      if (i > 0)
        g_string_append (said, out);
    }
  return g_string_free (said, FALSE);
}

/* The median of its first frame, in ms. */
static double
tell (const char *program,
      const char *story,
      const char *file,
      double base,
      guint times)
{
  g_autofree char *said = run_story (program, story, file, times);
  g_autoptr (GArray) frames = collect (said, "frame", 1);

  g_print ("%s\n", story);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    print_line (&lines[i], said, 0);
  for (guint i = 0; i < G_N_ELEMENTS (over) && base > 0; i++)
    print_line (&over[i], said, base);
  return get_median (frames);
}

/* What every opening begins with, on the same disk: the project is copied into a private file. In
 * ms. */
static double
measure_copy (const char *project,
              guint times)
{
  g_autofree char *path = g_strconcat (project, ".copy", NULL);
  g_autoptr (GFile) from = g_file_new_for_path (project);
  g_autoptr (GArray) walls = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i <= times; i++)
    {
      g_autofree char *mark = NULL;
      g_autoptr (GError) error = NULL;
      gint64 begun = g_get_monotonic_time ();
      double took;

      if (!ink_user_file_copy_in (from, path, &mark, NULL, NULL, &error))
        g_error ("%s", error->message);
      took = (g_get_monotonic_time () - begun) / 1000.0;
      if (i > 0)
        g_array_append_val (walls, took);
      g_unlink (path);
    }
  g_array_sort (walls, compare_doubles);
  g_print ("copy\n  %-30s                 median %7.1f ms\n", "the file, into a private one",
           get_median (walls));
  return get_median (walls);
}

static gboolean
make_files (const char *project,
            const char *csv,
            guint32 people,
            GError **error)
{
  g_autoptr (GFile) project_file = g_file_new_for_path (project);
  g_autoptr (GFile) csv_file = g_file_new_for_path (csv);
  g_autoptr (InkDocument) document = ink_document_new (error);
  g_autoptr (GFileOutputStream) stream = NULL;

  if (document == NULL
      || !ink_document_make_sample (document, people, SEED, NULL, NULL, error)
      || !ink_document_save (document, project_file, INK_SAVE_NORMAL, NULL, NULL, error)
      || !ink_document_close (document, INK_CLOSE_DISCARD, error))
    return FALSE;
  stream = g_file_replace (csv_file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, error);
  return stream != NULL
         && ink_sample_write (G_OUTPUT_STREAM (stream), people, SEED, NULL, NULL, error)
         && g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error);
}

static void
remove_folder (const char *folder)
{
  const char *const arguments[] = { "rm", "-rf", folder, NULL };

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL,
                NULL);
}

static void
tell_all (const char *program,
          const char *project,
          const char *csv,
          guint times)
{
  g_autofree char *nothing = run_story (program, "keep", project, 0);
  double copying = measure_copy (project, times);
  double empty = tell (program, "start", NULL, 0, times);

  tell (program, "open", project, empty, times);
  tell (program, "into", project, copying, times);
  tell (program, "data", project, 0, times);
  tell (program, "import", csv, 0, MAX (1, times / 2));
}

static int
measure (const char *program,
         guint32 people,
         guint times)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("inkling-window-XXXXXX", NULL);
  g_autofree char *project = g_build_filename (folder, "sample.inkling", NULL);
  g_autofree char *csv = g_build_filename (folder, "sample.csv", NULL);
  int status = 0;

  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  if (make_files (project, csv, people, &error))
    tell_all (program, project, csv, times);
  else
    {
      g_printerr ("%s\n", error->message);
      status = 1;
    }
  remove_folder (folder);
  return status;
}

int
main (int argc,
      char **argv)
{
  if (argc >= 4 && g_str_equal (argv[1], "--story"))
    return tell_story (argv[2], argv[3], argc > 4 ? argv[4] : NULL);

  if (g_getenv ("DISPLAY") == NULL && g_getenv ("WAYLAND_DISPLAY") == NULL)
    {
      g_print ("Window: skipped, there is no display.\n");
      return 0;
    }
  return measure (argv[0], argc > 1 ? (guint32) g_ascii_strtoull (argv[1], NULL, 10) : DEFAULT_PEOPLE,
                  argc > 2 ? (guint) g_ascii_strtoull (argv[2], NULL, 10) : DEFAULT_TIMES);
}
