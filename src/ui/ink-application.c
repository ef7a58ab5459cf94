/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/ink-application.h"

#include "ui/ink-warm-up.h"
#include "ui/ink-watchdog.h"
#include "ui/ink-window.h"
#include "ui/pages/ink-page-kinds.h"

#include <glib/gi18n-lib.h>

struct _InkApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (InkApplication, ink_application, ADW_TYPE_APPLICATION)

static void
mapped_cb (GtkWidget *window)
{
  ink_warm_up_begin ();
}

static InkWindow *
present_new_window (InkApplication *self)
{
  InkWindow *window = ink_window_new (self);

  g_signal_connect (window, "map", G_CALLBACK (mapped_cb), NULL);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

/* A window that holds nothing yet, so that a file does not leave an empty window behind. */
static InkWindow *
find_free_window (InkApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (INK_IS_WINDOW (l->data) && ink_window_is_free (l->data))
      return l->data;

  return NULL;
}

static InkWindow *
find_window_of (InkApplication *self,
                GFile *file)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (INK_IS_WINDOW (l->data) && ink_window_shows_file (l->data, file))
      return l->data;

  return NULL;
}

static InkWindow *
get_free_window (InkApplication *self)
{
  InkWindow *window = find_free_window (self);

  return window != NULL ? window : ink_window_new (self);
}

static gboolean
is_project (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return name != NULL && g_str_has_suffix (name, INK_DOCUMENT_SUFFIX);
}

static InkWindow *
open_project (InkApplication *self,
              InkWindow *preferred,
              GFile *file)
{
  InkWindow *window = find_window_of (self, file);

  if (window == NULL)
    {
      window = preferred != NULL && ink_window_is_free (preferred) ? preferred
                                                                   : find_free_window (self);
      if (window != NULL)
        ink_window_open_project (window, file);
      else
        window = ink_window_new_opening (self, file, FALSE);
    }
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

void
ink_application_open_files (InkApplication *self,
                            gpointer preferred,
                            GFile **files,
                            int n_files)
{
  g_autoptr (GPtrArray) exports = g_ptr_array_new ();
  InkWindow *window = preferred;
  guint n_projects = 0;

  g_return_if_fail (INK_IS_APPLICATION (self));

  for (int i = 0; i < n_files; i++)
    if (!is_project (files[i]))
      g_ptr_array_add (exports, files[i]);
    else if (n_projects++ == 0)
      window = open_project (self, preferred, files[i]);
    else
      open_project (self, NULL, files[i]);
  if (exports->len == 0)
    return;

  /* With several projects nobody can say which one the exports belong to. */
  if (n_projects > 1 || window == NULL)
    window = get_free_window (self);
  ink_window_add_exports (window, (GFile **) exports->pdata, (int) exports->len);
  gtk_window_present (GTK_WINDOW (window));
}

void
ink_application_recent_changed (InkApplication *self)
{
  if (self == NULL)
    return;
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (INK_IS_WINDOW (l->data))
      ink_window_refresh (l->data);
}

static InkWindow *
open_recent (InkApplication *self,
             const char *uri)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  InkWindow *window = find_window_of (self, file);

  if (window != NULL)
    return window;
  window = find_free_window (self);
  if (window == NULL)
    return ink_window_new_opening (self, file, TRUE);
  ink_window_open_recent (window, uri);

  return window;
}

static void
open_recent_cb (GSimpleAction *action,
                GVariant *parameter,
                gpointer user_data)
{
  gtk_window_present (GTK_WINDOW (open_recent (user_data, g_variant_get_string (parameter, NULL))));
}

/* From a notification, which may outlive its window. */
static void
present_window_cb (GSimpleAction *action,
                   GVariant *parameter,
                   gpointer user_data)
{
  GtkWindow *window
      = gtk_application_get_window_by_id (user_data, g_variant_get_uint32 (parameter));

  if (window != NULL)
    gtk_window_present (window);
  else
    g_application_activate (user_data);
}

static void
new_window_cb (GSimpleAction *action,
               GVariant *parameter,
               gpointer user_data)
{
  present_new_window (user_data);
}

static void
quit_cb (GSimpleAction *action,
         GVariant *parameter,
         gpointer user_data)
{
  g_autoptr (GList) windows
      = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  /* Each window asks for itself; the application ends with the last. */
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static void
about_cb (GSimpleAction *action,
          GVariant *parameter,
          gpointer user_data)
{
  GtkWindow *parent = gtk_application_get_active_window (user_data);

  adw_show_about_window (parent, "application-name", "Inkling", "application-icon", INK_APP_ID,
                         "version", INK_VERSION, "developer-name", _ ("The Inkling authors"),
                         "license-type", GTK_LICENSE_GPL_3_0, "comments",
                         _ ("Which small actions announce the big one, told honestly, on your own "
                            "computer."),
                         NULL);
}

static const GActionEntry actions[] = {
  { .name = "new-window", .activate = new_window_cb },
  { .name = "quit", .activate = quit_cb },
  { .name = "about", .activate = about_cb },
  { .name = "open-recent", .activate = open_recent_cb, .parameter_type = "s" },
  { .name = "present-window", .activate = present_window_cb, .parameter_type = "u" },
};

static void
ink_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window != NULL)
    gtk_window_present (window);
  else
    present_new_window (INK_APPLICATION (application));
}

static void
ink_application_open (GApplication *application,
                      GFile **files,
                      int n_files,
                      const char *hint)
{
  ink_application_open_files (INK_APPLICATION (application), NULL, files, n_files);
}

static void
open_sample (InkApplication *self)
{
  InkWindow *window = get_free_window (self);

  ink_window_open_sample (window);
  gtk_window_present (GTK_WINDOW (window));
}

static void
open_arguments (GApplication *application,
                GApplicationCommandLine *line,
                char **arguments)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 1; arguments[i] != NULL; i++)
    g_ptr_array_add (files,
                     g_application_command_line_create_file_for_arg (line, arguments[i]));
  g_application_open (application, (GFile **) files->pdata, (int) files->len, "");
}

static int
ink_application_command_line (GApplication *application,
                              GApplicationCommandLine *line)
{
  GVariantDict *options = g_application_command_line_get_options_dict (line);
  g_auto (GStrv) arguments = g_application_command_line_get_arguments (line, NULL);

  if (g_variant_dict_contains (options, "sample"))
    open_sample (INK_APPLICATION (application));
  else if (arguments[0] != NULL && arguments[1] != NULL)
    open_arguments (application, line, arguments);
  else if (g_variant_dict_contains (options, "new-window"))
    present_new_window (INK_APPLICATION (application));
  else
    g_application_activate (application);

  return 0;
}

/* Alt+1 is the first page of the sidebar. */
static void
add_page_accels (GtkApplication *application)
{
  guint n;
  const InkPageKind *kinds = ink_page_kinds_get (&n);

  for (guint i = 0; i < MIN (n, 9); i++)
    {
      g_autofree char *action = g_strdup_printf ("win.page::%s", kinds[i].name);
      g_autofree char *accel = g_strdup_printf ("<Alt>%u", i + 1);

      gtk_application_set_accels_for_action (application, action,
                                             (const char *[]){ accel, NULL });
    }
}

static void
ink_application_startup (GApplication *application)
{
  static const char *const accels[][2] = {
    { "app.new-window", "<Ctrl>n" },  { "app.quit", "<Ctrl>q" },  { "win.open", "<Ctrl>o" },
    { "win.save", "<Ctrl>s" },        { "win.undo", "<Ctrl>z" },  { "win.save-as", "<Ctrl><Shift>s" },
    { "win.redo", "<Ctrl><Shift>z" }, { "window.close", "<Ctrl>w" },
    { "win.fullscreen", "F11" },      { "win.sidebar", "F9" },
  };

  ink_watchdog_start_from_environment ();
  G_APPLICATION_CLASS (ink_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accels[i][0],
                                           (const char *[]){ accels[i][1], NULL });
  add_page_accels (GTK_APPLICATION (application));
  gtk_window_set_default_icon_name (INK_APP_ID);
  /* A page whose first words can be selected would come up with all of them selected. */
  g_object_set (gtk_settings_get_default (), "gtk-label-select-on-focus", FALSE, NULL);
}

static void
ink_application_class_init (InkApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = ink_application_activate;
  application_class->open = ink_application_open;
  application_class->command_line = ink_application_command_line;
  application_class->startup = ink_application_startup;
}

static void
ink_application_init (InkApplication *self)
{
  static const GOptionEntry options[] = {
    { "sample", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Open the sample project"), NULL },
    { "new-window", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Open another window"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and end"), NULL },
    G_OPTION_ENTRY_NULL
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[FILE…]"));
}

static int
handle_local_options_cb (GApplication *application,
                         GVariantDict *options,
                         gpointer user_data)
{
  if (!g_variant_dict_contains (options, "version"))
    return -1;

  g_print ("Inkling %s\n", INK_VERSION);
  return 0;
}

InkApplication *
ink_application_new (void)
{
  InkApplication *self
      = g_object_new (INK_TYPE_APPLICATION, "application-id", INK_APP_ID, "flags",
                      G_APPLICATION_HANDLES_OPEN | G_APPLICATION_HANDLES_COMMAND_LINE,
                      "resource-base-path", INK_RESOURCE_BASE, NULL);

  g_signal_connect (self, "handle-local-options", G_CALLBACK (handle_local_options_cb), NULL);
  return self;
}
