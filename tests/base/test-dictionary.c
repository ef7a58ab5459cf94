/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Dictionaries: codes in order of first appearance, exact, also for long texts and copies. */
#include "base/ink-dictionary.h"

#include <string.h>

static char *
text_of (guint i)
{
  g_autofree char *padding = g_strnfill (i % 40, 'x');

  return i % 3 ? g_strdup_printf ("%u%s", i, padding) : g_strdup_printf ("%s%u", padding, i);
}

static void
test_many (void)
{
  g_autoptr (InkDictionary) dictionary = ink_dictionary_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 60000; i++)
    {
      char *text = text_of (i % 25000);
      guint32 code = ink_dictionary_intern (dictionary, text, strlen (text));
      gpointer known;

      if (g_hash_table_lookup_extended (seen, text, NULL, &known))
        g_assert_cmpuint (code, ==, GPOINTER_TO_UINT (known));
      else
        g_assert_cmpuint (code, ==, g_hash_table_size (seen));
      g_assert_cmpstr (ink_dictionary_get (dictionary, code), ==, text);
      g_assert_cmpuint (ink_dictionary_get_length (dictionary, code), ==, strlen (text));
      g_hash_table_insert (seen, text, GUINT_TO_POINTER (code));
    }
  g_assert_cmpuint (ink_dictionary_size (dictionary), ==, g_hash_table_size (seen));
  g_assert_cmpuint (ink_dictionary_find (dictionary, "not there", 9), ==, INK_NO_CODE);
}

/* Of every length, with a difference in every place. */
static void
test_lengths (void)
{
  g_autoptr (InkDictionary) dictionary = ink_dictionary_new ();
  guint32 n = 0;

  for (gsize length = 0; length < 70; length++)
    for (gsize place = 0; place <= length; place++)
      {
        g_autofree char *text = g_malloc (length + 1);

        memset (text, 'a', length);
        if (place < length)
          text[place] = 'b';
        g_assert_cmpuint (ink_dictionary_intern (dictionary, text, length), ==, n++);
        g_assert_cmpuint (ink_dictionary_find (dictionary, text, length), ==, n - 1);
      }
}

static void
test_long (void)
{
  g_autoptr (InkDictionary) dictionary = ink_dictionary_new ();
  g_autofree char *text = g_strnfill (5 << 20, 'y');

  g_assert_cmpuint (ink_dictionary_intern (dictionary, "a", 1), ==, 0);
  g_assert_cmpuint (ink_dictionary_intern (dictionary, text, 5 << 20), ==, 1);
  g_assert_cmpuint (ink_dictionary_intern (dictionary, "b", 1), ==, 2);
  g_assert_cmpuint (ink_dictionary_intern (dictionary, text, (5 << 20) - 1), ==, 3);
  g_assert_cmpuint (ink_dictionary_find (dictionary, text, 5 << 20), ==, 1);
  g_assert_cmpstr (ink_dictionary_get (dictionary, 1), ==, text);
  g_assert_cmpstr (ink_dictionary_get (dictionary, 2), ==, "b");
}

static void
test_copy (void)
{
  g_autoptr (InkDictionary) first = ink_dictionary_new ();
  g_autoptr (InkDictionary) copy = NULL;
  const char *text;

  ink_dictionary_intern (first, "one", 3);
  ink_dictionary_intern (first, "two", 3);
  text = ink_dictionary_get (first, 1);
  copy = ink_dictionary_copy (first);
  g_assert_cmpuint (ink_dictionary_intern (copy, "two", 3), ==, 1);
  g_assert_cmpuint (ink_dictionary_intern (copy, "three", 5), ==, 2);
  g_assert_cmpuint (ink_dictionary_size (first), ==, 2);
  g_assert_cmpuint (ink_dictionary_find (first, "three", 5), ==, INK_NO_CODE);
  g_clear_pointer (&first, ink_dictionary_unref);
  g_assert_cmpstr (text, ==, "two");
  g_assert_cmpstr (ink_dictionary_get (copy, 1), ==, "two");
  g_assert_cmpstr (ink_dictionary_get (copy, 2), ==, "three");
}

static void
test_append (void)
{
  g_autoptr (InkDictionary) dictionary = ink_dictionary_new ();

  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *text = text_of (i);

      g_assert_cmpuint (ink_dictionary_append (dictionary, text, strlen (text)), ==, i);
    }
  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *text = text_of (i);
      guint32 hash = ink_dictionary_hash (dictionary, text, strlen (text));

      ink_dictionary_fetch (dictionary, hash);
      g_assert_cmpuint (ink_dictionary_intern_hashed (dictionary, hash, text, strlen (text)), ==,
                        i);
    }
  g_assert_cmpuint (ink_dictionary_size (dictionary), ==, 1000);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/dictionary/many", test_many);
  g_test_add_func ("/base/dictionary/lengths", test_lengths);
  g_test_add_func ("/base/dictionary/long", test_long);
  g_test_add_func ("/base/dictionary/copy", test_copy);
  g_test_add_func ("/base/dictionary/append", test_append);
  return g_test_run ();
}
