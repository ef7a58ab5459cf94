/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Templates that somebody else made: what is kept of a sound one, and that damaged and hostile ones
 * are refused with a sentence. */
#include "base/ink-error.h"
#include "export/ink-deck.h"
#include "export/ink-package.h"
#include "support/ink-test.h"

#include <string.h>

#define MAIN "application/vnd.openxmlformats-officedocument.presentationml."
#define HEAD \
  "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:r=\"http://" \
  "schemas.openxmlformats.org/officeDocument/2006/relationships\" xmlns:p=\"http://" \
  "schemas.openxmlformats.org/presentationml/2006/main\""
#define HOLDER(type) "<p:sp><p:nvSpPr><p:nvPr><p:ph " type "/></p:nvPr></p:nvSpPr></p:sp>"
#define TREE(shapes) "<p:cSld><p:spTree>" shapes "</p:spTree></p:cSld>"

static GBytes *
write_deck (InkDeckTemplate *template_)
{
  static const char *const sentences[] = { "One", NULL };
  InkDeckOptions options = { .title = "T", .template_ = template_ };
  g_autoptr (InkDeck) deck = ink_deck_new (&options);
  InkDeckSlide slides[] = { { .title = "Opening", .is_opening = TRUE, .sentences = sentences },
                            { .title = "Body", .sentences = sentences, .notes = "N" } };
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  for (guint i = 0; i < G_N_ELEMENTS (slides); i++)
    g_assert_true (ink_deck_add (deck, &slides[i], &error));
  bytes = ink_deck_write (deck, &error);
  g_assert_no_error (error);

  return bytes;
}

/* Our own presentation is a template, and so is what comes of it. */
static void
test_own (void)
{
  g_autoptr (GBytes) first = write_deck (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (InkDeckTemplate) one = ink_deck_template_new (first, &error);
  g_autoptr (InkDeckTemplate) two = NULL;
  g_autoptr (GBytes) second = NULL, third = NULL;

  g_assert_no_error (error);
  second = write_deck (one);
  two = ink_deck_template_new (second, &error);
  g_assert_no_error (error);
  third = write_deck (two);
  g_assert_true (g_bytes_equal (second, third));
}

/* --- What is refused --- */

typedef struct
{
  const char *name;
  const char *presentation; /* NULL: a sound one */
  const char *master;
  const char *layout;
  const char *image; /* what the master's picture is; NULL: none */
  InkErrorCode code;
  gboolean fits;
} Case;

static const Case cases[] = {
  { .name = "sound", .fits = TRUE },
  { .name = "no size", .presentation = "<p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" r:id=\"rId1\"/>"
                                       "</p:sldMasterIdLst>",
    .code = INK_ERROR_FORMAT },
  { .name = "no master", .presentation = "<p:sldSz cx=\"9144000\" cy=\"6858000\"/>",
    .code = INK_ERROR_FORMAT },
  { .name = "a master that is not there",
    .presentation = "<p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" r:id=\"rId9\"/>"
                    "</p:sldMasterIdLst><p:sldSz cx=\"9144000\" cy=\"6858000\"/>",
    .code = INK_ERROR_FORMAT },
  { .name = "slides without end",
    .presentation = "<p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" r:id=\"rId1\"/>"
                    "</p:sldMasterIdLst><p:sldSz cx=\"99999999999999999999\" cy=\"1\"/>",
    .code = INK_ERROR_FORMAT },
  { .name = "no title", .layout = "<p:sldLayout " HEAD ">" TREE (HOLDER ("idx=\"1\"")) "</p:sldLayout>",
    .code = INK_ERROR_FAILED },
  { .name = "no shapes", .layout = "<p:sldLayout " HEAD "/>", .code = INK_ERROR_FAILED },
  { .name = "entities",
    .layout = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><p:sldLayout " HEAD
              " type=\"&b;\">" TREE (HOLDER ("type=\"title\"")) "</p:sldLayout>",
    .code = INK_ERROR_FORMAT },
  { .name = "an outer entity",
    .master = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><p:sldMaster " HEAD "/>",
    .code = INK_ERROR_FORMAT },
  { .name = "no XML", .master = "<p:sldMaster", .code = INK_ERROR_FORMAT },
  { .name = "two bytes a letter", .master = "\376\377", .code = INK_ERROR_FORMAT },
  { .name = "a picture", .image = "ppt/media/image1.png", .fits = TRUE },
  { .name = "a picture at the place of our slide", .image = "ppt/slides/slide1.xml",
    .code = INK_ERROR_FORMAT },
  { .name = "a picture out of the file", .image = "../../../etc/passwd", .code = INK_ERROR_FORMAT },
};

static void
add (InkPackage *package,
     const char *name,
     const char *type,
     const char *content)
{
  g_autoptr (GBytes) bytes = g_bytes_new (content, strlen (content));

  ink_package_add (package, name, type, bytes);
}

static GBytes *
make_file (const Case *of)
{
  g_autoptr (InkPackage) package = ink_package_new ();
  g_autofree char *presentation = g_strdup_printf (
      "<p:presentation " HEAD ">%s</p:presentation>",
      of->presentation != NULL ? of->presentation
                               : "<p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" r:id=\"rId1\"/>"
                                 "</p:sldMasterIdLst><p:sldSz cx=\"9144000\" cy=\"6858000\"/>");
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  ink_package_relate (package, "", "officeDocument", "ppt/p.xml");
  add (package, "ppt/p.xml", MAIN "presentation.main+xml", presentation);
  ink_package_relate (package, "ppt/p.xml", "slideMaster", "ppt/m.xml");
  add (package, "ppt/m.xml", MAIN "slideMaster+xml",
       of->master != NULL ? of->master : "<p:sldMaster " HEAD ">" TREE ("") "</p:sldMaster>");
  ink_package_relate (package, "ppt/m.xml", "slideLayout", "ppt/l.xml");
  ink_package_relate (package, "ppt/m.xml", "theme", "ppt/t.xml");
  add (package, "ppt/l.xml", MAIN "slideLayout+xml",
       of->layout != NULL
           ? of->layout
           : "<p:sldLayout " HEAD ">" TREE (HOLDER ("type=\"title\"") HOLDER ("type=\"body\" idx=\"7\""))
             "</p:sldLayout>");
  ink_package_relate (package, "ppt/l.xml", "slideMaster", "ppt/m.xml");
  add (package, "ppt/t.xml", "application/theme", "<t/>");
  if (of->image != NULL)
    {
      ink_package_relate (package, "ppt/m.xml", "image", of->image);
      add (package, of->image, "image/png", "PNG");
    }
  bytes = ink_package_write (package, &error);
  g_assert_no_error (error);

  return bytes;
}

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) file = make_file (&cases[i]), deck = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (InkDeckTemplate) template_ = ink_deck_template_new (file, &error);

      g_test_message ("%s: %s", cases[i].name, error != NULL ? error->message : "taken");
      g_assert_cmpint (template_ != NULL, ==, cases[i].fits);
      if (template_ != NULL)
        deck = write_deck (template_);
      else
        g_assert_error (error, INK_ERROR, cases[i].code);
    }
}

/* --- Damage --- */

static void
try_bytes (const guint8 *data,
           gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (InkDeckTemplate) template_ = ink_deck_template_new (bytes, &error);
  g_autoptr (GBytes) deck = NULL;

  g_assert_true ((template_ == NULL) == (error != NULL));
  /* What is taken in spite of a flipped bit can be written, too. */
  if (template_ != NULL)
    deck = write_deck (template_);
}

static void
test_cut_short (void)
{
  g_autoptr (GBytes) file = write_deck (NULL);
  gsize size;
  const guint8 *data = g_bytes_get_data (file, &size);

  for (gsize end = 0; end < size; end += 1 + size / 120)
    try_bytes (data, end);
}

static void
test_flipped (void)
{
  g_autoptr (GBytes) file = write_deck (NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (6);
  gsize size;
  const guint8 *data = g_bytes_get_data (file, &size);

  for (guint i = 0; i < 300; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, size);
      guint n = (guint) g_rand_int_range (random, 1, 9);

      /* Half of them in the directory at the end, where the names and sizes stand. */
      for (guint flip = 0; flip < n; flip++)
        {
          gsize first = i % 2 == 0 ? 0 : size - MIN (size, 2500);
          gsize at = (gsize) g_rand_int_range (random, (gint32) first, (gint32) size);

          copy[at] ^= (guint8) (1u << g_rand_int_range (random, 0, 8));
        }
      try_bytes (copy, size);
    }
}

/* In the XML itself, behind the archive's check of its bytes. */
static void
test_flipped_inside (void)
{
  static const char sound[] = "<p:sldLayout " HEAD ">" TREE (
      HOLDER ("type=\"title\"") HOLDER ("type=\"body\" idx=\"7\"")) "</p:sldLayout>";
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *layout = g_strdup (sound);
      Case one = { .layout = layout };
      g_autoptr (GBytes) file = NULL;
      gsize at = (gsize) g_rand_int_range (random, 0, (gint32) strlen (sound));

      layout[at] = (char) g_rand_int_range (random, 1, 256);
      file = make_file (&one);
      try_bytes (g_bytes_get_data (file, NULL), g_bytes_get_size (file));
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/template/own", test_own);
  g_test_add_func ("/export/template/refused", test_refused);
  g_test_add_func ("/export/template/cut-short", test_cut_short);
  g_test_add_func ("/export/template/flipped", test_flipped);
  g_test_add_func ("/export/template/flipped-inside", test_flipped_inside);

  return g_test_run ();
}
