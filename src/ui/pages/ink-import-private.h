/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The import page's struct, for the files that are each one concern of it. */
#pragma once

#include "ui/pages/ink-import-page.h"

#include "import/ink-importer.h"
#include "ui/pages/ink-column-table.h"
#include "ui/pages/ink-import-choices.h"
#include "ui/pages/ink-import-facts.h"

G_BEGIN_DECLS

struct _InkImportPage
{
  GtkWidget parent_instance;

  GtkWidget *content;
  AdwWindowTitle *title;
  GtkWidget *cancel_button;
  GtkWidget *import_button;
  GtkStack *stack;
  GtkSpinner *looking;
  GtkLabel *joins;
  GtkWidget *columns;
  InkColumnTable *table;
  GtkRevealer *running;
  GtkLabel *reading;
  GtkProgressBar *bar;
  GtkLabel *rate;
  InkImportChoices *choices;
  InkImportFacts *found;
  GtkLabel *report_title;
  InkImportFacts *report;
  GtkWidget *continue_button;
  AdwStatusPage *failure;

  InkDocument *document;
  GPtrArray *files; /* GFile */
  guint position;
  gboolean kept;
  gboolean leaving; /* once what runs has stopped */
  InkImportEndedFunc ended;
  gpointer ended_data;

  InkImportOptions *options;
  GCancellable *cancellable;
  GCancellable *trial;
  InkProgress progress;
  gint64 started;
  guint tick;
  gboolean filling; /* widgets are being set, not the user's doing */
};

/* ink-import-page.c */
/* Shows the part of this name. */
void        _ink_import_page_show         (InkImportPage *self, const char *name);
void        _ink_import_page_set_running  (InkImportPage *self, gboolean running);
void        _ink_import_page_fail         (InkImportPage *self, const GError *error);
void        _ink_import_page_end          (InkImportPage *self);
const char *_ink_import_page_get_path     (InkImportPage *self); /* of the file it is at */

/* ink-import-look.c: what the file holds, before it is in */
void        _ink_import_page_look         (InkImportPage *self);
void        _ink_import_page_cancel_trial (InkImportPage *self);

/* ink-import-run.c: reading it */
void        _ink_import_page_run          (InkImportPage *self);

G_END_DECLS
