/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* inkling: the window. */

#include "config.h"

#include "ui/ink-application.h"

#include <glib/gi18n-lib.h>

int
main (int argc,
      char **argv)
{
  g_autoptr (InkApplication) application = NULL;

  bindtextdomain (GETTEXT_PACKAGE, INK_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = ink_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
