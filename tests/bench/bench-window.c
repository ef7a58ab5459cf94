/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The real window: start, opening a project, importing an export, the lists of the Data page. How
 * long until something is seen, and the longest turn of the main loop meanwhile. Needs a display.
 * Usage: inkling-bench-window [PEOPLE [TIMES]] (34000 people do a million things, 340000 ten) */
#include <gio/gio.h>
#include <glib/gstdio.h>

#include "definition/ink-definition-json.h"
#include "document/ink-document-sample.h"
#include "document/ink-user-file.h"
#include "sample/ink-sample.h"
#include "window-story.h"

#define DEFAULT_PEOPLE 34000
#define DEFAULT_TIMES 5
#define SEED 1

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
  { "stall-ready", "longest turn, made ready", 32 },
  { "stall-open", "longest turn, open", 32 },
  { "import-preview", "longest turn, import preview", 32 },
  { "import", "longest turn, import", 32 },
  { "import-shown", "longest turn, project shown", 32 },
  { "data-page", "longest turn, Data page made", 32 },
  { "data-sort", "longest turn, list sorted", 32 },
  { "data-search", "longest turn, list searched", 32 },
};

/* Each in a program of its own: what the first one warmed up would hide what the next one needs. */
static const char *const pages[]
    = { "data", "journey", "personas", "funnels", "indicators", "report" };

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

/* The median of its first frame, in ms. @of: (nullable): what is opened, in words */
static double
tell (const char *program,
      const char *story,
      const char *of,
      const char *file,
      double base,
      guint times)
{
  g_autofree char *said = run_story (program, story, file, times);
  g_autoptr (GArray) frames = collect (said, "frame", 1);

  g_print (of != NULL ? "%s: %s\n" : "%s\n", story, of);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    print_line (&lines[i], said, 0);
  for (guint i = 0; i < G_N_ELEMENTS (over) && base > 0; i++)
    print_line (&over[i], said, base);
  return get_median (frames);
}

static void
tell_turn (const char *said,
           const char *prefix,
           const char *page,
           const char *says)
{
  g_autofree char *name = g_strconcat (prefix, page, NULL);
  g_autofree char *label = g_strconcat (says, page, NULL);

  print_line (&(Line){ name, label, 32 }, said, 0);
}

/* The longest turn from the click on a page until its answers stand there. */
static void
tell_pages (const char *program,
            const char *project,
            guint times)
{
  g_print ("pages\n");
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *story = g_strconcat ("page:", pages[i], NULL);
      g_autofree char *said = run_story (program, story, project, times);

      tell_turn (said, "page-", pages[i], "longest turn, first ");
      tell_turn (said, "again-", pages[i], "longest turn, again ");
    }
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

/* The question that storage.md's goal means: four steps of event names, in 14 days. With a goal the
 * project opens on the Overview, as most do, without one on its funnel. */
#define PLAIN_FUNNEL                                                                               \
  "\"funnels\": [{\"name\": \"Plain\", \"steps\": [{\"does\": \"Viewed Page\"}, "                      \
  "{\"does\": \"Viewed Pricing\"}, {\"does\": \"Used ROI Calculator\"}, {\"does\": \"Booked Demo\"}], " \
  "\"order\": \"as_listed\", \"within\": {\"days\": 14}}]"

static const char plain[] = "{\"inkling\": 1, " PLAIN_FUNNEL "}";
static const char plain_with_goal[]
    = "{\"inkling\": 1, \"goals\": [{\"name\": \"Demo\", \"kind\": \"macro\", \"rule\": "
      "{\"does\": \"Booked Demo\"}}], " PLAIN_FUNNEL "}";

typedef struct
{
  char *project; /* the sample */
  char *plain;   /* the same events, and nothing but that funnel; */
  char *goal;    /* and a macro goal */
  char *csv;
} Files;

static void
files_init (Files *files,
            const char *folder)
{
  files->project = g_build_filename (folder, "sample.inkling", NULL);
  files->plain = g_build_filename (folder, "plain.inkling", NULL);
  files->goal = g_build_filename (folder, "goal.inkling", NULL);
  files->csv = g_build_filename (folder, "sample.csv", NULL);
}

static void
files_clear (Files *files)
{
  g_free (files->project);
  g_free (files->plain);
  g_free (files->goal);
  g_free (files->csv);
}

static gboolean
save_plain (InkDocument *document,
            const char *json,
            const char *path,
            GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (InkDefinition) definition
      = ink_definition_from_json (json, -1, "plain", NULL, NULL, error);

  if (definition == NULL)
    return FALSE;
  ink_document_edit (document, "Plain", NULL, definition);
  return ink_document_flush (document, error)
         && ink_document_save (document, file, INK_SAVE_NORMAL, NULL, NULL, error);
}

static gboolean
make_files (const Files *files,
            guint32 people,
            GError **error)
{
  g_autoptr (GFile) project_file = g_file_new_for_path (files->project);
  g_autoptr (GFile) csv_file = g_file_new_for_path (files->csv);
  g_autoptr (InkDocument) document = ink_document_new (error);
  g_autoptr (GFileOutputStream) stream = NULL;

  if (document == NULL
      || !ink_document_make_sample (document, people, SEED, NULL, NULL, error)
      || !ink_document_save (document, project_file, INK_SAVE_NORMAL, NULL, NULL, error)
      || !save_plain (document, plain, files->plain, error)
      || !save_plain (document, plain_with_goal, files->goal, error)
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
          const Files *files,
          guint times)
{
  G_GNUC_UNUSED g_autofree char *nothing = run_story (program, "keep", files->project, 0);
  G_GNUC_UNUSED g_autofree char *nor = run_story (program, "keep", files->plain, 0);
  G_GNUC_UNUSED g_autofree char *neither = run_story (program, "keep", files->goal, 0);
  double copying = measure_copy (files->project, times);
  double empty = tell (program, "start", NULL, NULL, 0, times);

  tell (program, "open", "the sample", files->project, empty, times);
  tell (program, "into", "the sample", files->project, copying, times);
  tell (program, "open", "a funnel of event names", files->goal, empty, times);
  tell (program, "into", "a funnel of event names", files->goal, copying, times);
  tell (program, "open", "the same without a goal", files->plain, empty, times);
  tell (program, "into", "the same without a goal", files->plain, copying, times);
  tell (program, "data", NULL, files->project, 0, times);
  tell_pages (program, files->project, MAX (1, times / 2));
  tell (program, "import", NULL, files->csv, 0, MAX (1, times / 2));
}

static int
measure (const char *program,
         guint32 people,
         guint times)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("inkling-window-XXXXXX", NULL);
  Files files;
  int status = 0;

  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  files_init (&files, folder);
  if (make_files (&files, people, &error))
    tell_all (program, &files, times);
  else
    {
      g_printerr ("%s\n", error->message);
      status = 1;
    }
  remove_folder (folder);
  files_clear (&files);
  return status;
}

int
main (int argc,
      char **argv)
{
  if (argc >= 4 && g_str_equal (argv[1], "--story"))
    return window_story_tell (argv[2], argv[3], argc > 4 ? argv[4] : NULL);

  if (g_getenv ("DISPLAY") == NULL && g_getenv ("WAYLAND_DISPLAY") == NULL)
    {
      g_print ("Window: skipped, there is no display.\n");
      return 0;
    }
  return measure (argv[0], argc > 1 ? (guint32) g_ascii_strtoull (argv[1], NULL, 10) : DEFAULT_PEOPLE,
                  argc > 2 ? (guint) g_ascii_strtoull (argv[2], NULL, 10) : DEFAULT_TIMES);
}
