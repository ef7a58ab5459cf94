/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A part of the Data page: one living answer, asked for while it is shown.
 *
 * The old answer stays until the new one is there, and is dimmed where that takes long; a failure is
 * said in its place. */
#pragma once

#include <adwaita.h>

#include "document/ink-live.h"
#include "ui/ink-view.h"

G_BEGIN_DECLS

#define INK_TYPE_DATA_PART (ink_data_part_get_type ())
/* Property "summary" (nullable): what the header says below the page's title. */
G_DECLARE_DERIVABLE_TYPE (InkDataPart, ink_data_part, INK, DATA_PART, GtkWidget)

struct _InkDataPartClass
{
  GtkWidgetClass parent_class;

  /* As InkLiveBuildFunc. Nullable: a part without a question. */
  InkQuery *(*build) (InkDataPart *self, InkDocument *document, GError **error);
  /* There is an answer (NULL: nothing was asked). */
  void (*answered) (InkDataPart *self, InkAnswer *answer);
  /* Shown (again), before anything is asked. Nullable. */
  void (*shown) (InkDataPart *self);
};

/* Once; without one (tests of templates) nothing is asked. */
void          ink_data_part_set_view     (InkDataPart *self, InkView *view);
InkView      *ink_data_part_get_view     (InkDataPart *self); /* nullable, (transfer none) */
InkDocument  *ink_data_part_get_document (InkDataPart *self); /* nullable, (transfer none) */
/* For subclasses, in init. */
void          ink_data_part_set_content  (InkDataPart *self, GtkWidget *content);
/* What build reads changed. */
void          ink_data_part_refresh      (InkDataPart *self);
/* The last answer, NULL before it. (transfer none) */
InkAnswer    *ink_data_part_get_answer   (InkDataPart *self);
const char   *ink_data_part_get_summary  (InkDataPart *self);
void          ink_data_part_set_summary  (InkDataPart *self, const char *summary);

G_END_DECLS
