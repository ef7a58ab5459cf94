/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The real window: start, opening a project, importing an export, the lists of the Data page. How
 * long until something is seen, and the longest turn of the main loop meanwhile. Needs a display.
 * Usage: inkling-bench-window [PEOPLE [TIMES]] (34000 people do a million things) */
#include <sys/resource.h>

#include <glib/gstdio.h>

#include "document/ink-document-sample.h"
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
  gint64 started; /* by the parent, before this program was */
  GtkWidget *window;
  gboolean painted;
  gboolean watched; /* the funnel's answer */
  gboolean drawn;
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

/* Since the program was started, in ms. */
static void
say_time (Child *child,
          const char *what)
{
  struct rusage use;

  getrusage (RUSAGE_SELF, &use);
  g_print ("%s %.1f %.1f\n", what, (g_get_monotonic_time () - child->started) / 1000.0,
           (use.ru_utime.tv_sec + use.ru_stime.tv_sec) * 1000.0
               + (use.ru_utime.tv_usec + use.ru_stime.tv_usec) / 1000.0);
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

static void
drawn_cb (InkLiveBin *bin,
          double milliseconds,
          Child *child)
{
  if (!child->drawn)
    say_time (child, "live");
  child->drawn = TRUE;
}

/* Before the page is first drawn. */
static void
look_for_bin (GdkFrameClock *clock,
              Child *child)
{
  GtkWidget *bin = child->watched ? NULL : find (child->window, is_bin);

  if (bin == NULL)
    return;
  child->watched = TRUE;
  say_time (child, "page");
  g_signal_connect (bin, "drawn", G_CALLBACK (drawn_cb), child);
}

static void
painted_cb (GdkFrameClock *clock,
            Child *child)
{
  if (!child->painted)
    say_time (child, "frame");
  child->painted = TRUE;
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

static gboolean
story_cb (gpointer data)
{
  Child *child = data;

  wait_for (&child->painted);
  say_stall ("stall-start");
  if (g_str_equal (child->story, "open") || g_str_equal (child->story, "data"))
    wait_for (&child->drawn);
  rest ();
  if (g_str_equal (child->story, "open"))
    say_stall ("stall-open");
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
  Child child = { GTK_APPLICATION (application), story, file,
                  g_ascii_strtoll (started, NULL, 10) };
  const char *arguments[] = { "inkling", file, NULL };

  ink_watchdog_start (16, FALSE);
  g_application_set_flags (G_APPLICATION (application),
                           g_application_get_flags (G_APPLICATION (application))
                               | G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), &child);
  g_idle_add_full (G_PRIORITY_LOW, story_cb, &child, NULL);
  return g_application_run (G_APPLICATION (application), file != NULL ? 2 : 1,
                            (char **) arguments);
}

/* ---- The parent: tells each story several times ---- */

typedef struct
{
  const char *name;
  const char *says;
  double bar; /* ms; 0: none */
} Line;

static const Line lines[] = {
  { "frame", "start to first frame", 700 },
  { "page", "start to the project's page", 0 },
  { "live", "start to live funnel", 0 },
  { "stall-start", "longest turn, start", 0 },
  { "stall-open", "longest turn, open", 0 },
  { "import-preview", "longest turn, import preview", 32 },
  { "import", "longest turn, import", 32 },
  { "import-shown", "longest turn, project shown", 0 },
  { "data-page", "longest turn, Data page made", 32 },
  { "data-sort", "longest turn, list sorted", 32 },
  { "data-search", "longest turn, list searched", 32 },
};

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
print_line (const Line *line,
            const char *said)
{
  g_auto (GStrv) all = g_strsplit (said, "\n", -1);
  g_autoptr (GArray) walls = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) cpus = g_array_new (FALSE, FALSE, sizeof (double));
  double least, median, most, cpu;

  for (guint i = 0; all[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (all[i], " ", 3);

      if (g_strv_length (words) < 3 || !g_str_equal (words[0], line->name))
        continue;
      g_array_append_vals (walls, (double[]){ g_ascii_strtod (words[1], NULL) }, 1);
      g_array_append_vals (cpus, (double[]){ g_ascii_strtod (words[2], NULL) }, 1);
    }
  if (walls->len == 0)
    return;
  g_array_sort (walls, compare_doubles);
  g_array_sort (cpus, compare_doubles);
  least = g_array_index (walls, double, 0);
  median = g_array_index (walls, double, walls->len / 2);
  most = g_array_index (walls, double, walls->len - 1);
  cpu = g_array_index (cpus, double, cpus->len / 2);
  g_print ("  %-30s least %7.1f  median %7.1f  most %7.1f ms  CPU %7.1f ms%s\n", line->says,
           least, median, most, cpu,
           line->bar == 0 ? "" : median <= line->bar ? "  held" : "  NOT held");
}

static void
tell (const char *program,
      const char *story,
      const char *file,
      guint times)
{
  g_autoptr (GString) said = g_string_new (NULL);

  g_print ("%s\n", story);
  /* The first one warms the caches. */
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
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    print_line (&lines[i], said->str);
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
    {
      tell (program, "start", NULL, times);
      tell (program, "open", project, times);
      tell (program, "data", project, times);
      tell (program, "import", csv, MAX (1, times / 2));
    }
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
