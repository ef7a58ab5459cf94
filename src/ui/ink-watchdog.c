/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/ink-watchdog.h"

#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#ifdef __GLIBC__
#include <execinfo.h>
#endif

#define SAMPLE_SIGNAL SIGPROF

/* A turn begins when the loop has waited and ends when it waits again. The thread looks on, and asks
 * a turn that has lasted the threshold where it is; so there is an answer for a hang, too. */
static struct
{
  gint64 threshold; /* µs; 0: nobody watches */
  gboolean print;
  GPollFunc poll;
  pthread_t main_thread;
  clockid_t main_clock;

  guint turn;       /* atomic; odd while the loop works */
  gint64 begun;     /* µs, wall */
  gint64 begun_cpu; /* µs */

  guint sampled; /* the turn that was asked */
  int n_frames;  /* written by the signal */
  void *frames[G_N_ELEMENTS (((InkStall *) 0)->frames)];

  InkStall longest;
} watchdog;

static gint64
get_cpu (void)
{
  struct timespec time = { 0 };

  clock_gettime (watchdog.main_clock, &time);
  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

/* ---- Where it is ---- */

static void
sample_cb (int number)
{
#ifdef __GLIBC__
  watchdog.n_frames = backtrace (watchdog.frames, (int) G_N_ELEMENTS (watchdog.frames));
#endif
}

static gpointer
look_on (gpointer data)
{
  guint seen = 0;
  gint64 since = 0;

  for (;;)
    {
      guint turn = __atomic_load_n (&watchdog.turn, __ATOMIC_ACQUIRE);

      if (turn != seen)
        since = g_get_monotonic_time ();
      seen = turn;
      if (turn % 2 == 1 && watchdog.sampled != turn
          && g_get_monotonic_time () - since >= watchdog.threshold / 2)
        {
          watchdog.sampled = turn;
          pthread_kill (watchdog.main_thread, SAMPLE_SIGNAL);
        }
      g_usleep ((gulong) MAX (watchdog.threshold / 8, 1000));
    }

  return NULL;
}

static void
install_sampler (void)
{
  struct sigaction action = { .sa_handler = sample_cb, .sa_flags = SA_RESTART };

  /* The first call loads a library, which a signal's handler must not. */
  sample_cb (0);
  watchdog.n_frames = 0;
  sigemptyset (&action.sa_mask);
  sigaction (SAMPLE_SIGNAL, &action, NULL);
  g_thread_unref (g_thread_new ("watchdog", look_on, NULL));
}

/* ---- Turns ---- */

static void
end_turn (void)
{
  InkStall stall = { 0 };

  if (watchdog.turn % 2 == 0)
    return;
  __atomic_add_fetch (&watchdog.turn, 1, __ATOMIC_RELEASE);
  stall.begun = watchdog.begun;
  stall.wall = g_get_monotonic_time () - stall.begun;
  stall.cpu = get_cpu () - watchdog.begun_cpu;
  stall.n_frames = watchdog.n_frames;
  memcpy (stall.frames, watchdog.frames, sizeof stall.frames);
  if (watchdog.print && stall.wall >= watchdog.threshold)
    ink_watchdog_print ("stall", &stall);
  if (stall.cpu > watchdog.longest.cpu)
    watchdog.longest = stall;
}

static void
begin_turn (void)
{
  watchdog.n_frames = 0;
  watchdog.begun = g_get_monotonic_time ();
  watchdog.begun_cpu = get_cpu ();
  __atomic_add_fetch (&watchdog.turn, 1, __ATOMIC_RELEASE);
}

static int
poll_cb (GPollFD *fds,
         guint n,
         int timeout)
{
  int ready;

  /* A loop that has more to do does not wait, but could have listened. */
  end_turn ();
  ready = watchdog.poll (fds, n, timeout);
  begin_turn ();

  return ready;
}

/* ---- Public ---- */

void
ink_watchdog_start (guint milliseconds,
                    gboolean print)
{
  g_return_if_fail (milliseconds > 0);
  g_return_if_fail (watchdog.threshold == 0);

  watchdog.threshold = (gint64) milliseconds * 1000;
  watchdog.print = print;
  watchdog.main_thread = pthread_self ();
  pthread_getcpuclockid (watchdog.main_thread, &watchdog.main_clock);
  install_sampler ();
  watchdog.poll = g_main_context_get_poll_func (NULL);
  g_main_context_set_poll_func (NULL, poll_cb);
  begin_turn ();
}

static void
print_longest (void)
{
  ink_watchdog_print ("longest", &watchdog.longest);
}

void
ink_watchdog_start_from_environment (void)
{
  const char *value = g_getenv ("INK_WATCHDOG");
  guint64 milliseconds = value != NULL ? g_ascii_strtoull (value, NULL, 10) : 0;

  if (milliseconds == 0 || milliseconds > 60000 || watchdog.threshold != 0)
    return;
  ink_watchdog_start ((guint) milliseconds, TRUE);
  atexit (print_longest);
}

InkStall
ink_watchdog_take_longest (void)
{
  InkStall longest = watchdog.longest;

  memset (&watchdog.longest, 0, sizeof watchdog.longest);
  return longest;
}

void
ink_watchdog_print (const char *what,
                    const InkStall *stall)
{
  g_return_if_fail (stall != NULL);

  g_printerr ("%s: %.1f ms, of which %.1f ms computing, from %.6f s on\n", what,
              stall->wall / 1000.0, stall->cpu / 1000.0, stall->begun / 1e6);
#ifdef __GLIBC__
  if (stall->n_frames > 0)
    backtrace_symbols_fd (stall->frames, stall->n_frames, STDERR_FILENO);
#endif
}
