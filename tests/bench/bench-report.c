/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* `report`: a deck of ten slides: the review of a project and some charts more, the data open. */
#include "bench.h"

#include "bench-definitions.h"
#include "document/ink-document.h"
#include "document/ink-report.h"
#include "document/ink-review.h"

#define N_SLIDES 10

/* The review is made anew each time, as by the command line. */
static GPtrArray *
make_slides (InkDocument *document)
{
  static const char *const more[] = { "histogram", "personas-grid", "overlap", "payoff" };
  GPtrArray *slides = ink_review_new (ink_document_get_definition (document),
                                      ink_document_get_store (document), "Benchmark", NULL);

  for (guint i = 0; slides->len < N_SLIDES && i < G_N_ELEMENTS (more); i++)
    {
      InkSlide *slide = ink_slide_new ();

      slide->chart = g_strdup (more[i]);
      slide->is_of_macro = i > 0;
      g_ptr_array_add (slides, slide);
    }

  return slides;
}

static gboolean
measure (InkDocument *document,
         GArray *walls,
         GArray *cpus,
         guint *n_slides,
         gsize *size,
         GError **error)
{
  BenchTime start = bench_now (), took;
  g_autoptr (GPtrArray) slides = make_slides (document);
  InkReportOptions options = { .title = "Benchmark" };
  g_autoptr (GBytes) bytes
      = ink_report_to_pptx (slides, ink_document_get_definition (document),
                            ink_document_get_store (document), &options, NULL, NULL, error);

  if (bytes == NULL)
    return FALSE;
  took = bench_since (start);
  g_array_append_val (walls, took.wall);
  g_array_append_val (cpus, took.cpu);
  *n_slides = slides->len;
  *size = g_bytes_get_size (bytes);

  return TRUE;
}

static void
print_line (InkDocument *document,
            GArray *walls,
            GArray *cpus,
            guint n_slides,
            gsize size)
{
  BenchLine line = bench_line_begin ("report", "inkling");

  bench_line_number (&line, "events",
                     ink_event_store_get_n_events (ink_document_get_store (document)));
  bench_line_number (&line, "slides", n_slides);
  bench_line_number (&line, "bytes", (double) size);
  bench_line_number (&line, "seconds", bench_median (walls));
  bench_line_number (&line, "cpu", bench_median (cpus));
  bench_line_end (&line);
}

/* What is only imported has nothing to review. */
static void
give_goals (InkDocument *document)
{
  g_autoptr (InkDefinition) definition = NULL;

  if (ink_document_get_definition (document)->goals[0] != NULL)
    return;
  definition = bench_make_sample ();
  if (definition != NULL)
    ink_document_edit (document, NULL, NULL, definition);
}

int
bench_report (int argc,
              char **argv)
{
  g_autoptr (GFile) file = g_file_new_for_path (argv[0]);
  guint reps = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 5;
  g_autoptr (GArray) walls = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) cpus = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GError) error = NULL;
  g_autoptr (InkDocument) document = ink_document_open (file, NULL, NULL, &error);
  guint n_slides = 0;
  gsize size = 0;

  if (document != NULL)
    give_goals (document);
  for (guint i = 0; document != NULL && error == NULL && i < MAX (reps, 1); i++)
    measure (document, walls, cpus, &n_slides, &size, &error);
  if (error == NULL)
    {
      print_line (document, walls, cpus, n_slides, size);
      ink_document_close (document, INK_CLOSE_DISCARD, &error);
    }
  if (error == NULL)
    return 0;
  g_printerr ("%s\n", error->message);

  return 1;
}
