/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What all scales share, and the table of their kinds. */

#include "plot/ink-scale.h"

#include <math.h>
#include <string.h>

#define MAX_TICKS 200

static const InkScaleKind *const kinds[] = {
  &ink_scale_linear,    &ink_scale_log,         &ink_scale_sqrt,
  &ink_scale_time,      &ink_scale_band,        &ink_scale_sequential,
  &ink_scale_diverging, &ink_scale_categorical, NULL,
};

const InkScaleKind *const *
ink_scale_kinds (void)
{
  return kinds;
}

const InkScaleKind *
ink_scale_kind_find (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; kinds[i] != NULL; i++)
    if (strcmp (kinds[i]->name, name) == 0)
      return kinds[i];

  return NULL;
}

void
ink_scale_init (InkScale *scale,
                const InkScaleKind *kind)
{
  g_return_if_fail (scale != NULL && kind != NULL);

  *scale = (InkScale){ .kind = kind, .low = INFINITY, .high = -INFINITY, .to = 1 };
}

gboolean
ink_scale_is_trained (const InkScale *scale)
{
  g_return_val_if_fail (scale != NULL, FALSE);

  return scale->low <= scale->high;
}

/**
 * ink_scale_train:
 * @value: is taken into the domain; one that is missing or cannot be shown is not
 */
void
ink_scale_train (InkScale *scale,
                 double value)
{
  g_return_if_fail (scale != NULL);

  if (!isfinite (value))
    return;

  if (scale->kind->train != NULL)
    {
      scale->kind->train (scale, value);
      return;
    }
  scale->low = MIN (scale->low, value);
  scale->high = MAX (scale->high, value);
}

void
ink_scale_train_column (InkScale *scale,
                        const InkTable *table,
                        guint column)
{
  guint n_rows = ink_table_get_n_rows (table);

  for (guint row = 0; row < n_rows; row++)
    ink_scale_train (scale, ink_table_get_number (table, column, row));
}

void
ink_scale_nice (InkScale *scale,
                guint wanted)
{
  g_return_if_fail (scale != NULL);

  if (scale->kind->nice != NULL && ink_scale_is_trained (scale))
    scale->kind->nice (scale, MAX (wanted, 1));
}

void
ink_scale_set_range (InkScale *scale,
                     double from,
                     double to)
{
  g_return_if_fail (scale != NULL);

  scale->from = from;
  scale->to = to;
}

double
ink_scale_map (const InkScale *scale,
               double value)
{
  g_return_val_if_fail (scale != NULL, NAN);

  if (!isfinite (value) || !ink_scale_is_trained (scale))
    return NAN;

  return scale->kind->map (scale, value);
}

double
ink_scale_invert (const InkScale *scale,
                  double position)
{
  g_return_val_if_fail (scale != NULL, NAN);

  if (!isfinite (position) || !ink_scale_is_trained (scale) || scale->kind->invert == NULL)
    return NAN;

  return scale->kind->invert (scale, position);
}

/**
 * ink_scale_ticks:
 * @wanted: about how many
 *
 * Returns: (transfer full): InkTick in rising order, all inside the domain
 */
GArray *
ink_scale_ticks (const InkScale *scale,
                 guint wanted)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (InkTick));

  g_return_val_if_fail (scale != NULL, ticks);

  if (scale->kind->ticks != NULL && ink_scale_is_trained (scale))
    scale->kind->ticks (scale, CLAMP (wanted, 1, MAX_TICKS), ticks);

  return ticks;
}

double
ink_scale_round_step (double span,
                      guint wanted)
{
  double raw, power, unit;

  if (!(span > 0) || !isfinite (span))
    return 1;

  raw = span / MAX (wanted, 1);
  power = pow (10, floor (log10 (raw)));
  unit = raw / power;

  return power * (unit < 1.5 ? 1 : unit < 3.5 ? 2 : unit < 7.5 ? 5 : 10);
}
