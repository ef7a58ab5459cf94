/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The cases of reference files about the channels on the way to a conversion. */
#include "stats/ink-reference.h"

#include "stats/ink-credit.h"
#include "stats/ink-markov.h"

/* The number of a channel, given in the order in which they come. */
static guint
channel_number (GPtrArray  *channels,
                const char *name)
{
  for (guint i = 0; i < channels->len; i++)
    if (g_str_equal (g_ptr_array_index (channels, i), name))
      return i;
  g_ptr_array_add (channels, (char *) name);

  return channels->len - 1;
}

static guint *
read_path (GPtrArray  *channels,
           JsonObject *holder,
           gsize      *n)
{
  JsonArray *names = json_object_get_array_member (holder, "path");
  guint *path;

  *n = json_array_get_length (names);
  path = g_new (guint, *n + 1);
  for (gsize i = 0; i < *n; i++)
    path[i] = channel_number (channels, json_array_get_string_element (names, (guint) i));

  return path;
}

static void
check_credit (InkReference *reference,
              const char   *name,
              GPtrArray    *channels,
              const double *credit)
{
  JsonObject *expected = json_object_get_object_member (ink_reference_case (reference), "expected");
  JsonObject *wanted = json_object_get_object_member (expected, name);

  ink_reference_mark (reference, name);
  for (guint i = 0; i < channels->len; i++)
    ink_reference_check_node (reference, name,
                              json_object_get_member (wanted, g_ptr_array_index (channels, i)),
                              credit[i]);
}

static void
run_credit_rule (InkReference  *reference,
                 InkCreditRule  rule,
                 const char    *name)
{
  JsonArray *paths = json_object_get_array_member (ink_reference_input (reference), "paths");
  g_autoptr (GPtrArray) channels = g_ptr_array_new ();
  double credit[64] = { 0 };

  if (!ink_reference_expects (reference, name))
    return;
  for (guint i = 0; i < json_array_get_length (paths); i++)
    {
      JsonObject *row = json_array_get_object_element (paths, i);
      gsize n;
      g_autofree guint *path = read_path (channels, row, &n);

      g_assert_cmpuint (channels->len, <=, G_N_ELEMENTS (credit));
      ink_credit_add (rule, path, NULL, n, 0, json_object_get_double_member (row, "conversions"),
                      credit);
    }
  check_credit (reference, name, channels, credit);
}

static void
run_shapley (InkReference *reference)
{
  JsonArray *paths = json_object_get_array_member (ink_reference_input (reference), "paths");
  g_autoptr (GPtrArray) channels = g_ptr_array_new ();
  double credit[64] = { 0 };

  if (!ink_reference_expects (reference, "shapley"))
    return;
  for (guint i = 0; i < json_array_get_length (paths); i++)
    {
      JsonObject *row = json_array_get_object_element (paths, i);
      gsize n;
      g_autofree guint *path = read_path (channels, row, &n);

      g_assert_cmpuint (channels->len, <=, G_N_ELEMENTS (credit));
      ink_credit_add_shapley (path, n, json_object_get_double_member (row, "conversions"), credit);
    }
  check_credit (reference, "shapley", channels, credit);
}

/* One row of the chain; what the file leaves out has no chance. */
static void
check_transitions (InkReference *reference,
                   JsonObject   *wanted,
                   GPtrArray    *channels,
                   const double *matrix,
                   guint         row)
{
  const char *from = row == 0 ? "(start)" : g_ptr_array_index (channels, row - 1);
  JsonObject *steps = json_object_get_object_member (wanted, from);

  for (guint c = 0; c < channels->len + 2; c++)
    {
      const char *to = c < channels->len ? g_ptr_array_index (channels, c)
                       : c == channels->len ? "(conversion)" : "(null)";
      double got = matrix[row * (channels->len + 2) + c];

      if (json_object_has_member (steps, to))
        ink_reference_check_node (reference, "transitions", json_object_get_member (steps, to), got);
      else
        g_assert_cmpfloat (got, ==, 0);
    }
}

static void
check_markov (InkReference *reference,
              GPtrArray    *channels,
              const double *matrix,
              double        conversions)
{
  JsonObject *expected = json_object_get_object_member (ink_reference_case (reference), "expected");
  JsonObject *wanted = json_object_get_object_member (expected, "markov");
  double effects[64], sum = 0, chance = ink_markov_removal (matrix, channels->len, effects);

  ink_reference_mark (reference, "markov");
  ink_reference_check_node (reference, "conversion_probability",
                            json_object_get_member (wanted, "conversion_probability"), chance);
  for (guint c = 0; c < channels->len; c++)
    sum += effects[c];
  for (guint c = 0; c < channels->len; c++)
    {
      const char *names[] = { "removal_effect", "share", "credited" };
      double got[] = { effects[c], effects[c] / sum, effects[c] / sum * conversions };

      for (guint i = 0; i < 3; i++)
        ink_reference_check_node (
            reference, names[i],
            json_object_get_member (json_object_get_object_member (wanted, names[i]),
                                    g_ptr_array_index (channels, c)),
            got[i]);
    }
  for (guint row = 0; row <= channels->len; row++)
    check_transitions (reference, json_object_get_object_member (wanted, "transitions"), channels,
                       matrix, row);
}

static void
run_markov (InkReference *reference)
{
  JsonArray *rows = json_object_get_array_member (ink_reference_input (reference), "paths");
  guint n_paths = json_array_get_length (rows);
  g_autoptr (GPtrArray) channels = g_ptr_array_new ();
  g_autofree InkPath *paths = g_new0 (InkPath, n_paths + 1);
  g_autofree double *matrix = NULL;
  double conversions = 0;

  for (guint i = 0; i < n_paths; i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);

      paths[i].channels = read_path (channels, row, &paths[i].n);
      paths[i].conversions = json_object_get_double_member (row, "conversions");
      paths[i].nulls = json_object_get_double_member (row, "nulls");
      conversions += paths[i].conversions;
    }
  g_assert_cmpuint (channels->len, <=, 64);
  matrix = ink_markov_transitions (paths, n_paths, channels->len);
  check_markov (reference, channels, matrix, conversions);
  for (guint i = 0; i < n_paths; i++)
    g_free ((guint *) paths[i].channels);
}

static void
run_decay (InkReference *reference)
{
  JsonObject *input = ink_reference_input (reference);
  g_autoptr (GPtrArray) channels = g_ptr_array_new ();
  gsize n;
  g_autofree guint *path = read_path (channels, input, &n);
  g_autofree double *days = ink_reference_numbers (reference, "days_before_conversion", &n);
  double credit[64] = { 0 };

  g_assert_cmpuint (channels->len, <=, G_N_ELEMENTS (credit));
  ink_credit_add (INK_CREDIT_DECAY, path, days, n, ink_reference_number (reference, "half_life_days"),
                  ink_reference_number (reference, "conversions"), credit);
  check_credit (reference, "time_decay", channels, credit);
}

static void
run_attribution (InkReference *reference)
{
  if (ink_reference_expects (reference, "time_decay"))
    {
      run_decay (reference);
      return;
    }
  run_credit_rule (reference, INK_CREDIT_FIRST, "first");
  run_credit_rule (reference, INK_CREDIT_LAST, "last");
  run_credit_rule (reference, INK_CREDIT_LINEAR, "linear");
  run_credit_rule (reference, INK_CREDIT_POSITION, "position");
  run_shapley (reference);
  if (ink_reference_expects (reference, "markov"))
    run_markov (reference);
}

const InkReferenceKind ink_reference_paths[] = {
  { "attribution", "paths", "first", FALSE, run_attribution },
  { NULL },
};
