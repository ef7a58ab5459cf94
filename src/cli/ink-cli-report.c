/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* inkling-cli report: the report of a project as a presentation or a PDF. */
#include "config.h"

#include "base/ink-error.h"
#include "cli/ink-cli-file.h"
#include "cli/ink-cli-project.h"
#include "cli/ink-cli.h"
#include "document/ink-report.h"
#include "document/ink-review.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  InkDocument *document;
  GPtrArray *slides;
  gboolean as_pdf;
  InkReportOptions options;
} Wish;

static gboolean
write_report (GOutputStream *stream,
              gpointer data,
              InkCliJob *job,
              GError **error)
{
  const Wish *wish = data;
  InkDefinition *definition = ink_document_get_definition (wish->document);
  InkEventStore *store = ink_document_get_store (wish->document);
  GCancellable *cancellable = ink_cli_job_get_cancellable (job);
  InkProgress *progress = ink_cli_job_get_progress (job);
  g_autoptr (GBytes) bytes
      = wish->as_pdf ? ink_report_to_pdf (wish->slides, definition, store, &wish->options,
                                          cancellable, progress, error)
                     : ink_report_to_pptx (wish->slides, definition, store, &wish->options,
                                           cancellable, progress, error);

  return bytes != NULL
         && g_output_stream_write_all (stream, g_bytes_get_data (bytes, NULL),
                                       g_bytes_get_size (bytes), NULL, cancellable, error);
}

/* The project's own slides; the quarterly review where it has none, or where that is asked for. */
static GPtrArray *
find_slides (InkDocument *document,
             gboolean review,
             GError **error)
{
  InkDefinition *definition = ink_document_get_definition (document);

  if (!review && definition->slides[0] != NULL)
    return ink_report_get_slides (definition, error);

  return ink_review_new (definition, ink_document_get_store (document),
                         ink_document_get_title (document), error);
}

static gboolean
make_report (InkDocument *document,
             const char *output,
             gboolean review,
             InkDeckShape shape,
             InkDeckTemplate *template_,
             GError **error)
{
  g_autoptr (GPtrArray) slides = find_slides (document, review, error);
  Wish wish = { .document = document,
                .slides = slides,
                .as_pdf = g_str_has_suffix (output, ".pdf"),
                .options = { .title = ink_document_get_title (document), .shape = shape,
                             .template_ = template_ } };

  return slides != NULL
         && ink_cli_write_file (output, _ ("Writing the report"), FALSE, write_report, &wish, error);
}

/* TRUE without a template, too: none of its layouts fits, and that was said. */
static gboolean
read_template (const char *path,
               InkDeckTemplate **template_,
               GError **error)
{
  g_autoptr (GError) reason = NULL;

  *template_ = ink_deck_template_load (path, &reason);
  if (*template_ != NULL)
    return TRUE;
  if (g_error_matches (reason, INK_ERROR, INK_ERROR_FAILED))
    {
      g_printerr (_ ("%s The slides are written without it.\n"), reason->message);
      return TRUE;
    }

  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

static int
run_report (const InkCommand *command,
            int argc,
            char **argv)
{
  g_autofree char *output = NULL, *shape = NULL, *look = NULL;
  g_autoptr (InkDeckTemplate) template_ = NULL;
  gboolean review = FALSE, done;
  const GOptionEntry entries[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, N_ ("The file to write"),
      N_ ("FILE.pptx|pdf") },
    { "review", 0, 0, G_OPTION_ARG_NONE, &review,
      N_ ("The quarterly review, whatever slides the project has"), NULL },
    { "template", 0, 0, G_OPTION_ARG_FILENAME, &look,
      N_ ("Take masters, layouts, colours and fonts from a company's own file"),
      N_ ("FILE.pptx|potx") },
    { "shape", 0, 0, G_OPTION_ARG_STRING, &shape, N_ ("Of the slides (16:9)"), "16:9|4:3" },
    G_OPTION_ENTRY_NULL
  };
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (InkDocument) document = NULL;
  int status;

  if (!ink_cli_parse (command, entries, argc, argv, 1, 1, &arguments, &status))
    return status;
  if (output == NULL
      || (!g_str_has_suffix (output, ".pptx") && !g_str_has_suffix (output, ".pdf")))
    return ink_cli_usage (command, _ ("Give the file to write with --output; it ends in .pptx or "
                                      ".pdf."));
  if (shape != NULL && !g_str_equal (shape, "16:9") && !g_str_equal (shape, "4:3"))
    return ink_cli_usage (command, _ ("--shape takes 16:9 or 4:3."));

  if (look != NULL && g_str_has_suffix (output, ".pdf"))
    return ink_cli_usage (command, _ ("--template is for a presentation, not for a PDF."));
  if (look != NULL && !read_template (look, &template_, &error))
    return ink_cli_fail (error);

  document = ink_cli_project_open (arguments[0], FALSE, &error);
  if (document == NULL)
    return ink_cli_fail (error);
  done = make_report (document, output, review,
                      g_strcmp0 (shape, "4:3") == 0 ? INK_DECK_STANDARD : INK_DECK_WIDE, template_,
                      &error);
  ink_cli_project_close (document);

  return done ? INK_EXIT_DONE : ink_cli_fail (error);
}

const InkCommand ink_command_report = {
  .name = "report",
  .arguments = "PROJECT --output FILE",
  .summary = N_ ("Write the report as a presentation with editable charts, or as a PDF"),
  .teaching = N_ ("The slides are the project's own; where it has none, they are a quarterly review of "
                  "what\nit has. Charts stay charts in PowerPoint and Impress, each with its numbers "
                  "in a workbook:\n"
                  "  inkling-cli report shop.inkling --output review.pptx\n"
                  "  inkling-cli report shop.inkling --review --output review.pdf\n"
                  "  inkling-cli report shop.inkling --template company.potx --output review.pptx"),
  .run = run_report,
};
