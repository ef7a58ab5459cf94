/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the slides of a report said when they were first looked at, kept with the document: so a
 * slide whose words nobody touched can tell that its message changed. */
#pragma once

#include "document/ink-document.h"
#include "document/ink-slide-content.h"

G_BEGIN_DECLS

typedef struct _InkReportMessages InkReportMessages;

InkReportMessages *ink_report_messages_new  (InkDocument *document) G_GNUC_WARN_UNUSED_RESULT;
void               ink_report_messages_free (InkReportMessages *self);
/* What a slide that is shown said before; NULL: nothing to be told. What is seen for the first time
 * is kept. (transfer none), for as long as @content. */
const char        *ink_report_messages_see  (InkReportMessages *self,
                                             const InkSlideContent *content);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkReportMessages, ink_report_messages_free)

G_END_DECLS
