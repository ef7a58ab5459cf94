/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "definition/ink-funnel-steps.h"

#include <string.h>

/* With room for one more; what they hold is the funnel's. */
static InkStep *
borrow_steps (const InkFunnel *funnel)
{
  InkStep *steps = g_new0 (InkStep, funnel->n_steps + 1);

  if (funnel->n_steps > 0)
    memcpy (steps, funnel->steps, funnel->n_steps * sizeof (InkStep));

  return steps;
}

InkFunnel *
ink_funnel_copy_with_step_moved (const InkFunnel *funnel,
                                 guint from,
                                 guint to)
{
  g_autofree InkStep *steps = NULL;
  InkStep moved;

  g_return_val_if_fail (funnel != NULL, NULL);
  g_return_val_if_fail (from < funnel->n_steps && to < funnel->n_steps, NULL);

  steps = borrow_steps (funnel);
  moved = steps[from];
  if (from < to)
    memmove (steps + from, steps + from + 1, (to - from) * sizeof (InkStep));
  else
    memmove (steps + to + 1, steps + to, (from - to) * sizeof (InkStep));
  steps[to] = moved;
  steps[0].optional = FALSE;

  return ink_funnel_copy_with_steps (funnel, steps, funnel->n_steps);
}

InkFunnel *
ink_funnel_copy_with_step_removed (const InkFunnel *funnel,
                                   guint position)
{
  g_autofree InkStep *steps = NULL;

  g_return_val_if_fail (funnel != NULL, NULL);
  g_return_val_if_fail (position < funnel->n_steps, NULL);

  steps = borrow_steps (funnel);
  memmove (steps + position, steps + position + 1,
           (funnel->n_steps - position - 1) * sizeof (InkStep));
  steps[0].optional = FALSE;

  return ink_funnel_copy_with_steps (funnel, steps, funnel->n_steps - 1);
}

InkFunnel *
ink_funnel_copy_with_step_added (const InkFunnel *funnel,
                                 InkRule *rule)
{
  g_autofree InkStep *steps = NULL;

  g_return_val_if_fail (funnel != NULL && rule != NULL, NULL);

  steps = borrow_steps (funnel);
  steps[funnel->n_steps].rule = rule;

  return ink_funnel_copy_with_steps (funnel, steps, funnel->n_steps + 1);
}

InkFunnel *
ink_funnel_copy_with_step_replaced (const InkFunnel *funnel,
                                    guint position,
                                    const InkStep *step)
{
  g_autofree InkStep *steps = NULL;

  g_return_val_if_fail (funnel != NULL && step != NULL, NULL);
  g_return_val_if_fail (position < funnel->n_steps, NULL);

  steps = borrow_steps (funnel);
  steps[position] = *step;

  return ink_funnel_copy_with_steps (funnel, steps, funnel->n_steps);
}
