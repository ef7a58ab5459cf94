/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The JSON tokenizer: what it reads, what it refuses and where, whatever the pieces it gets. */

#include "base/ink-error.h"
#include "base/ink-json-reader.h"

#include <string.h>

typedef struct
{
  const char *text;
  gsize length;
  gsize at;
  gsize step;
  gsize fail_at; /* 0: never */
} Source;

static gssize
fill (gpointer data,
      char *buffer,
      gsize size,
      GError **error)
{
  Source *source = data;
  gsize n = MIN (MIN (size, source->step), source->length - source->at);

  if (source->fail_at > 0 && source->at >= source->fail_at)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "broken disk");
      return -1;
    }
  memcpy (buffer, source->text + source->at, n);
  source->at += n;
  return (gssize) n;
}

static void
dump_token (GString *out,
            InkJsonReader *reader,
            InkJsonToken token)
{
  static const char *const marks[] = { "!", "", "{", "}", "[", "]", "k:", "t:", "n:", "T", "F", "N" };

  if (out->len > 0)
    g_string_append_c (out, ' ');
  g_string_append (out, marks[token]);
  if (token == INK_JSON_KEY || token == INK_JSON_TEXT || token == INK_JSON_NUMBER)
    {
      gsize length;
      const char *text = ink_json_reader_get_text (reader, &length);

      g_assert_cmpuint (strlen (text), ==, length);
      g_string_append (out, text);
    }
}

static char *
dump (InkJsonReader *reader)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (;;)
    {
      g_autoptr (GError) error = NULL;
      InkJsonToken token = ink_json_reader_next (reader, &error);

      g_assert_true ((token == INK_JSON_ERROR) == (error != NULL));
      if (token == INK_JSON_END)
        break;
      if (token == INK_JSON_ERROR)
        {
          g_string_append_printf (out, "%s!%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT,
                                  out->len > 0 ? " " : "", ink_json_reader_get_line (reader),
                                  ink_json_reader_get_column (reader));
          break;
        }
      dump_token (out, reader, token);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

typedef struct
{
  InkJsonForm form;
  const char *text;
  const char *tokens; /* "!line:column" for an error */
} Case;

static const Case cases[] = {
  { INK_JSON_ONE, "{}", "{ }" },
  { INK_JSON_ONE, " [ ] \n", "[ ]" },
  { INK_JSON_ONE, "{\"a\":1,\"b\":[true,false,null]}", "{ k:a n:1 k:b [ T F N ] }" },
  { INK_JSON_ONE, "18446744073709551615", "n:18446744073709551615" },
  { INK_JSON_ONE, "[-0.5e+10,1e400,0]", "[ n:-0.5e+10 n:1e400 n:0 ]" },
  { INK_JSON_ONE, "\"a\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\"", "t:a\"\\/\b\f\n\r\t\xc3\xa9" },
  { INK_JSON_ONE, "\"\\ud83d\\ude00|\\ud83d|\\ude00|\\u0000\"",
    "t:\xf0\x9f\x98\x80|\xef\xbf\xbd|\xef\xbf\xbd|\xef\xbf\xbd" },
  { INK_JSON_ONE, "\xef\xbb\xbf[1]", "[ n:1 ]" },
  { INK_JSON_MANY, "{\"a\":1}{\"a\":2} 3", "{ k:a n:1 } { k:a n:2 } n:3" },
  { INK_JSON_MANY, "", "" },
  { INK_JSON_MANY, "{\n\"a\"\n:\n1}\n[\n]", "{ k:a n:1 } [ ]" },
  { INK_JSON_LINES, "{\"a\":1}\n\n{\"a\":2}\r\n", "{ k:a n:1 } { k:a n:2 }" },
  /* refused, with the place */
  { INK_JSON_ONE, "", "!1:1" },
  { INK_JSON_ONE, "{} x", "{ } !1:4" },
  { INK_JSON_ONE, "{\"a\":1}{", "{ k:a n:1 } !1:8" },
  { INK_JSON_ONE, "{\"a\" 1}", "{ !1:6" },
  { INK_JSON_ONE, "{\"a\":1,}", "{ k:a n:1 !1:8" },
  { INK_JSON_ONE, "[1,]", "[ n:1 !1:4" },
  { INK_JSON_ONE, "[1 2]", "[ n:1 !1:4" },
  { INK_JSON_ONE, "[\n  1,\n  nul]", "[ n:1 !3:3" },
  { INK_JSON_ONE, "[\"\xc3\xa9\xc3\xa9\", x]", "[ t:\xc3\xa9\xc3\xa9 !1:8" },
  { INK_JSON_ONE, "[\"\\u00e9\", x]", "[ t:\xc3\xa9 !1:12" },
  { INK_JSON_ONE, "[01]", "[ !1:2" },
  { INK_JSON_ONE, "[1.]", "[ !1:2" },
  { INK_JSON_ONE, "[.5]", "[ !1:2" },
  { INK_JSON_ONE, "[1e]", "[ !1:2" },
  { INK_JSON_ONE, "[-]", "[ !1:2" },
  { INK_JSON_ONE, "[1x]", "[ !1:2" },
  { INK_JSON_ONE, "[NaN]", "[ !1:2" },
  { INK_JSON_ONE, "{a:1}", "{ !1:2" },
  { INK_JSON_ONE, "{'a':1}", "{ !1:2" },
  { INK_JSON_ONE, "[1}", "[ n:1 !1:3" },
  { INK_JSON_ONE, "]", "!1:1" },
  { INK_JSON_ONE, "[1] // no", "[ n:1 ] !1:5" },
  { INK_JSON_ONE, "\"a\nb\"", "!1:3" },
  { INK_JSON_ONE, "\"a\\\nb\"", "!1:4" },
  { INK_JSON_ONE, "\"a\\x\"", "!1:3" },
  { INK_JSON_ONE, "\"\\u12g4\"", "!1:2" },
  { INK_JSON_ONE, "\"ab\xff\"", "!1:4" },
  { INK_JSON_ONE, "\"abc", "!1:1" },
  { INK_JSON_ONE, "\"abc\\", "!1:1" },
  { INK_JSON_ONE, "{\"a\"", "{ !1:5" },
  { INK_JSON_ONE, "{\"a\":", "{ k:a !1:6" },
  { INK_JSON_ONE, "[1,2", "[ n:1 n:2 !1:5" },
  { INK_JSON_LINES, "{\"a\":1}\n{\"b\":\n2}", "{ k:a n:1 } { k:b !2:6" },
  { INK_JSON_LINES, "{\"b\"\n:2}", "{ !1:5" },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *c = &cases[i];

      for (gsize step = 0; step <= 3; step++)
        {
          Source source = { c->text, strlen (c->text), 0, step, 0 };
          g_autoptr (InkJsonReader) reader = NULL;
          g_autofree char *got = NULL;
          g_autofree char *shown = NULL;

          reader = step == 0 ? ink_json_reader_new_text (c->form, c->text, -1)
                             : ink_json_reader_new (c->form, fill, &source);
          shown = g_strescape (c->text, NULL);
          g_test_message ("%u, pieces of %" G_GSIZE_FORMAT ": %s", i, step, shown);
          got = dump (reader);
          g_assert_cmpstr (got, ==, c->tokens);
        }
    }
}

/* Whatever the cut, and whatever byte changes: an answer, never a crash or an endless loop. */
static void
test_damage (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize length = strlen (cases[i].text);

      for (gsize cut = 0; cut <= length; cut++)
        for (int flip = 0; flip < 256; flip += 37)
          {
            g_autofree char *text = g_strndup (cases[i].text, length);
            g_autoptr (InkJsonReader) reader = NULL;
            g_autofree char *got = NULL;

            if (cut > 0)
              text[cut - 1] ^= (char) flip;
            reader = ink_json_reader_new_text (cases[i].form, text, (gssize) cut);
            for (int tries = 0; tries < 10; tries++)
              {
                G_GNUC_UNUSED g_autofree char *part = dump (reader);

                g_assert_true (ink_json_reader_skip_line (reader, NULL));
              }
            got = dump (reader);
          }
    }
}

static void
test_recovers (void)
{
  static const char text[] = "{\"a\":1}\n{\"a\":\n{\"a\":\"x\ny\"}\n{\"a\":3}\n";
  g_autoptr (InkJsonReader) reader = ink_json_reader_new_text (INK_JSON_LINES, text, -1);
  GString *all = g_string_new (NULL);
  g_autofree char *got = NULL;

  for (;;)
    {
      g_autofree char *part = dump (reader);

      g_string_append_printf (all, "%s|", part);
      if (strchr (part, '!') == NULL)
        break;
      g_assert_true (ink_json_reader_skip_line (reader, NULL));
    }
  got = g_string_free (all, FALSE);
  g_assert_cmpstr (got, ==, "{ k:a n:1 } { k:a !2:6|{ k:a !3:8|!4:1|{ k:a n:3 }|");
}

static void
test_limits (void)
{
  g_autofree char *deep = g_strnfill (100000, '[');
  g_autofree char *wide = g_strnfill (300000, 'x');
  g_autoptr (InkJsonReader) nested = ink_json_reader_new_text (INK_JSON_ONE, deep, -1);
  Source source = { wide, 300000, 0, 4096, 0 };
  g_autoptr (InkJsonReader) longest = ink_json_reader_new (INK_JSON_ONE, fill, &source);
  g_autoptr (GError) error = NULL;
  InkJsonToken token;

  do
    token = ink_json_reader_next (nested, NULL);
  while (token == INK_JSON_ARRAY);
  g_assert_cmpint (token, ==, INK_JSON_ERROR);
  g_assert_cmpuint (ink_json_reader_get_column (nested), ==, 65);

  wide[0] = '"';
  ink_json_reader_set_limits (longest, 8, 100000);
  g_assert_cmpint (ink_json_reader_next (longest, &error), ==, INK_JSON_ERROR);
  g_assert_error (error, INK_ERROR, INK_ERROR_FORMAT);
  g_assert_cmpuint (source.at, <, 300000);
}

/* A long key and its text survive the buffer moving and growing under them. */
static void
test_grows (void)
{
  GString *text = g_string_new ("{\"");
  Source source = { NULL, 0, 0, 1000, 0 };
  g_autoptr (InkJsonReader) reader = NULL;
  const char *key;
  gsize length;

  for (int i = 0; i < 200000; i++)
    g_string_append_c (text, (char) ('a' + i % 26));
  g_string_append (text, "\"     :\"");
  for (int i = 0; i < 200000; i++)
    g_string_append (text, "\\n");
  g_string_append (text, "\"}");
  source.text = text->str;
  source.length = text->len;

  reader = ink_json_reader_new (INK_JSON_ONE, fill, &source);
  g_assert_cmpint (ink_json_reader_next (reader, NULL), ==, INK_JSON_OBJECT);
  g_assert_cmpint (ink_json_reader_next (reader, NULL), ==, INK_JSON_KEY);
  key = ink_json_reader_get_text (reader, &length);
  g_assert_cmpuint (length, ==, 200000);
  g_assert_cmpint (strncmp (key, text->str + 2, length), ==, 0);
  g_assert_cmpint (ink_json_reader_next (reader, NULL), ==, INK_JSON_TEXT);
  ink_json_reader_get_text (reader, &length);
  g_assert_cmpuint (length, ==, 200000);
  g_assert_cmpint (ink_json_reader_next (reader, NULL), ==, INK_JSON_OBJECT_END);
  g_assert_cmpint (ink_json_reader_next (reader, NULL), ==, INK_JSON_END);
  g_string_free (text, TRUE);
}

static void
test_skip (void)
{
  g_autoptr (InkJsonReader) reader
      = ink_json_reader_new_text (INK_JSON_ONE, "{\"a\":{\"x\":[1,{}]},\"b\":2,\"c\":[3]}", -1);

  ink_json_reader_next (reader, NULL);
  ink_json_reader_next (reader, NULL);
  g_assert_true (ink_json_reader_skip (reader, NULL));
  g_assert_cmpint (ink_json_reader_next (reader, NULL), ==, INK_JSON_KEY);
  g_assert_cmpstr (ink_json_reader_get_text (reader, NULL), ==, "b");
  g_assert_true (ink_json_reader_skip (reader, NULL));
  ink_json_reader_next (reader, NULL);
  g_assert_cmpint (ink_json_reader_next (reader, NULL), ==, INK_JSON_ARRAY);
  g_assert_true (ink_json_reader_skip (reader, NULL));
  g_assert_cmpint (ink_json_reader_next (reader, NULL), ==, INK_JSON_OBJECT_END);
}

static void
test_broken_source (void)
{
  Source source = { "[1,2,3,4,5]", 11, 0, 2, 6 };
  g_autoptr (InkJsonReader) reader = ink_json_reader_new (INK_JSON_ONE, fill, &source);
  g_autoptr (GError) error = NULL;
  InkJsonToken token;

  do
    token = ink_json_reader_next (reader, &error);
  while (token != INK_JSON_ERROR && token != INK_JSON_END);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/json-reader/cases", test_cases);
  g_test_add_func ("/base/json-reader/damage", test_damage);
  g_test_add_func ("/base/json-reader/recovers", test_recovers);
  g_test_add_func ("/base/json-reader/limits", test_limits);
  g_test_add_func ("/base/json-reader/grows", test_grows);
  g_test_add_func ("/base/json-reader/skip", test_skip);
  g_test_add_func ("/base/json-reader/broken-source", test_broken_source);
  return g_test_run ();
}
