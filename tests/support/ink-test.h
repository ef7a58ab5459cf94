/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What several tests need: places of files, and a skip that says why. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A file of tests/data. */
char *ink_test_data   (const char *first, ...) G_GNUC_NULL_TERMINATED G_GNUC_WARN_UNUSED_RESULT;
/* A file of ../shared; NULL after marking the test as skipped where it is not there. */
char *ink_test_shared (const char *relative) G_GNUC_WARN_UNUSED_RESULT;
/* An empty folder of this test's own; removed by ink_test_remove_folder. */
char *ink_test_folder (void) G_GNUC_WARN_UNUSED_RESULT;
void  ink_test_remove_folder (char *folder);

G_END_DECLS
