# SPDX-FileCopyrightText: 2026 The Inkling authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tries of one person, session or group: how steps are taken (see oracle.py)."""


class Try:
    """A try: its steps as (index as listed, event), those that are not optional in the order taken;
    optional ones apart."""

    def __init__(self, taken, optional=()):
        self.taken = taken
        self.optional = dict(optional)
        self.spoilt = False

    @property
    def reach(self):
        return len(self.taken)

    @property
    def start(self):
        return self.taken[0][1]

    @property
    def last(self):
        return self.taken[-1][1]

    def in_order_taken(self):
        """By time; at one time as listed, or (`any`, which has no optional ones) as completed."""
        if not self.optional:
            return [e for _, e in self.taken]
        both = self.taken + list(self.optional.items())
        return [e for _, e in sorted(both, key=lambda s: (clock(s[1]), s[0]))]

    def rank(self):
        """The least decides: furthest, earliest last step, latest start, first in the files.
        Silent: of equally far tries the one with times decides over the one without."""
        return (-self.reach, self.start.time is None, clock(self.last), -clock(self.start),
                self.start.place)


def clock(event):
    """Events without a time tie with one another."""
    return 0 if event.time is None else event.time


def earliest(ways):
    """Of all ways to take one more step, those at the earliest time."""
    if not ways:
        return []
    first = min(clock(way[-1][1]) for way in ways)
    return [way for way in ways if clock(way[-1][1]) == first]


def pick(ways):
    """Of events that fit equally, the first in the files is taken."""
    return min(ways, key=lambda way: ([e.place for _, e in way], [k for k, _ in way]))


def try_as_listed(start, steps, optional, limit):
    """Each step at its earliest moment, over all ways to give tied events to steps."""
    required = [k for k in range(len(steps)) if not optional[k]]
    ways = [((required[0], start),)]
    for k in required[1:]:
        longer = [way + ((k, e),) for way in ways for e in steps[k]
                  if clock(e) >= clock(way[-1][1]) and clock(e) <= limit
                  and all(e is not used for _, used in way)]
        if not longer:
            break
        ways = earliest(longer)
    taken = pick(ways)
    times = dict(taken)
    used = [e for _, e in taken]
    extra = {}
    for k in range(len(steps)):
        if not optional[k]:
            continue
        before = max(i for i in required if i < k)
        after = min((i for i in required if i > k), default=None)
        if before not in times:
            continue
        until = clock(times[after]) if after in times else limit
        fits = [e for e in steps[k]
                if clock(times[before]) <= clock(e) <= until and all(e is not u for u in used)]
        if fits:
            extra[k] = min(fits, key=lambda e: (clock(e), e.place))
            used.append(extra[k])
    return Try(list(taken), extra)


def try_strict(start, steps, events, limit):
    taken = [(0, start)]
    for k in range(1, len(steps)):
        i = events.index(taken[-1][1]) + 1
        if i == len(events) or events[i] not in steps[k] or events[i].time > limit:
            break
        taken.append((k, events[i]))
    return Try(taken)


def try_any(start, steps, limit):
    """The most steps, each as early as can be, over all ways to give events to steps."""
    ways = [((k, start),) for k in range(len(steps)) if start in steps[k]]
    while True:
        longer = [way + ((k, e),) for way in ways for k in range(len(steps)) for e in steps[k]
                  if clock(start) <= clock(e) <= limit and clock(e) >= clock(way[-1][1])
                  and all(e is not used and k != j for j, used in way)]
        if not longer:
            return Try(list(pick(ways)))
        ways = earliest(unique_ways(longer))


def unique_ways(ways):
    return list({tuple((k, e.place) for k, e in way): way for way in ways}.values())


def spoils(attempt, exclusion, events, limit):
    """An event strictly after step i and strictly before step j, or before the window's end."""
    times = [clock(e) for _, e in attempt.taken]
    i, j = exclusion
    if len(times) < i or times[i - 1] is None:
        return False
    until = times[j - 1] if len(times) >= j else limit
    return any(times[i - 1] < clock(e) < until for e in events)
