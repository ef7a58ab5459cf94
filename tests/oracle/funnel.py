# SPDX-FileCopyrightText: 2026 The Inkling authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Funnels: who is counted, which try decides, groups and numbers (see oracle.py)."""

import json
import math

from rules import Judge
from tries import Try, clock, spoils, try_any, try_as_listed, try_strict
from values import SECOND, as_text, inside, length, period
from world import SESSION_GAP

Z = 1.959963984540054


class Refused(Exception):
    """The engine has to refuse this, with a sentence."""


class Unit:
    """What is counted: a person, a session, a group, or one try."""

    def __init__(self, people, events):
        self.people = people
        self.events = sorted(events, key=lambda e: e.order())
        self.tries = []
        self.deciding = None
        self.under_way = False
        self.window_open = False


class Funnel:
    def __init__(self, judge, funnel):
        self.judge = judge
        self.world = judge.world
        self.funnel = funnel
        self.order = funnel.get("order", "as_listed")
        self.window = length(funnel.get("within"))
        self.count = funnel.get("count", "people")
        self.steps = funnel["steps"]
        self.optional = [bool(s.get("optional")) for s in self.steps]
        self.required = [k for k, o in enumerate(self.optional) if not o]
        if self.order == "strict" and self.world.only_days and self.world.two_on_a_day:
            raise Refused("only days")
        people = self.world.people
        if "people" in funnel:
            people = [p for p in people if judge.holds(p, funnel["people"], Judge.END)]
        self.people = people
        self.step_events = [self.all_completions(s) for s in self.steps]
        self.exclusions = [(tuple(x["between"]), self.all_completions(x["rule"]))
                           for x in funnel.get("not_if", ())]

    def all_completions(self, rule):
        return {e for p in self.people for e in self.judge.completions(p, rule)}

    # -- units

    def units(self):
        if self.count == "sessions":
            return self.gathered(lambda p, e: e.session)
        if isinstance(self.count, dict):
            name = self.count["prop"]

            def group(person, event):
                value = event.properties.get(name)
                if value is None:
                    value = person.value(name, Judge.END)
                return None if value is None else as_text(value)
            return self.gathered(group)
        return [Unit([p], p.events) for p in self.people]

    def gathered(self, key_of):
        """Events without the key's value are left out, never lumped."""
        found = {}
        for person in self.people:
            for event in person.events:
                key = key_of(person, event)
                if key is not None:
                    found.setdefault(key, []).append(event)
        return [Unit(list({e.person.id: e.person for e in events}.values()), events)
                for events in found.values()]

    # -- tries of a unit

    def run(self, unit, step_events, span):
        """All tries of a unit. Events without a time serve among themselves only, and only where
        there is neither a window nor a strict order."""
        tries = []
        for timed in (True, False):
            if not timed and (self.window is not None or self.order == "strict"):
                continue
            events = [e for e in unit.events if (e.time is not None) == timed]
            steps = [[e for e in events if e in chosen] for chosen in step_events]
            starts = steps[0] if self.order != "any" else \
                [e for e in events if any(e in s for s in steps)]
            for start in starts:
                if span is not None and not inside(start.time, span):
                    continue
                tries.append(self.one_try(start, steps, events))
        return tries

    def one_try(self, start, steps, events):
        limit = math.inf if self.window is None else start.time + self.window
        if self.order == "strict":
            attempt = try_strict(start, steps, events, limit)
        elif self.order == "any":
            attempt = try_any(start, steps, limit)
        else:
            attempt = try_as_listed(start, steps, self.optional, limit)
        # `between` of an exclusion counts the steps as listed; without the optional ones here.
        for (i, j), spoilers in self.exclusions:
            if self.order != "any":
                i, j = self.required.index(i - 1) + 1, self.required.index(j - 1) + 1
            if spoils(attempt, (i, j), [e for e in events if e in spoilers], limit):
                attempt.spoilt = True
        attempt.open = self.is_open(attempt, events)
        return attempt

    def is_open(self, attempt, events):
        """The window ends after the export's end."""
        if self.window is None or attempt.start.time + self.window <= self.world.export_end:
            return False
        if self.order == "strict" and events[-1] is not attempt.last:
            return False
        if self.count == "sessions":
            return self.world.export_end - events[-1].time <= SESSION_GAP
        return True

    def decide(self, unit):
        tries = unit.tries
        if self.order == "any":
            clean = [t for t in tries if not t.spoilt]
        else:
            furthest = max((t.reach for t in tries), default=0)
            clean = [t for t in tries if t.reach == furthest and not t.spoilt]
        unit.deciding = min(clean, key=Try.rank, default=None)
        unit.window_open = any(t.open for t in tries if not t.spoilt)
        unit.under_way = (unit.deciding is not None and not self.finished(unit.deciding)
                          and unit.window_open)
        return unit

    def finished(self, attempt):
        return attempt.reach == len(self.required)

    def evaluate(self, step_events=None, span="own"):
        """The counted units that entered."""
        step_events = step_events or self.step_events
        if span == "own":
            between = self.funnel.get("between")
            span = period(between, self.world.zone) if between else None
        answer = []
        for unit in self.units():
            tries = self.run(unit, step_events, span)
            if self.count == "tries":
                for attempt in tries:
                    if not attempt.spoilt:
                        single = Unit(unit.people, unit.events)
                        single.tries = [attempt]
                        answer.append(self.decide(single))
            else:
                unit.tries = tries
                answer.append(self.decide(unit))
        return [u for u in answer if u.deciding is not None]

    # -- numbers

    def event_of(self, unit, k):
        """The event of step k (from 0) of the result, or None."""
        taken = unit.deciding.taken
        if self.order == "any":
            return taken[k][1] if k < len(taken) else None
        return dict(taken).get(k) or unit.deciding.optional.get(k)

    def before(self, k):
        """The step that step k is measured from: the last that is not optional."""
        return max(i for i in self.required if i < k) if k else None

    def steps_of(self, units, with_people):
        answer = []
        for k in range(len(self.steps)):
            here = [u for u in units if self.event_of(u, k)]
            step = {"people": len(here)}
            if k == 0:
                share = 1 if here else None
                step.update(of_first=share, of_first_range=None, of_previous=share,
                            of_previous_range=None, median_seconds=None, mean_seconds=None)
                left = []
            else:
                b = self.before(k)
                earlier = [u for u in units if self.event_of(u, b)]
                step["of_first"], step["of_first_range"] = share_of(len(here), len(units))
                step["of_previous"], step["of_previous_range"] = share_of(len(here), len(earlier))
                times = [seconds_between(self.event_of(u, b), self.event_of(u, k)) for u in here]
                times = sorted(t for t in times if t is not None)
                step["median_seconds"] = median(times)
                step["mean_seconds"] = math.fsum(times) / len(times) if times else None
                left = [u for u in earlier if not self.event_of(u, k) and not u.under_way]
            step["dropped"] = len(left)
            if with_people:
                step["people_at"] = ids(here)
                step["dropped_before"] = ids(left)
            answer.append(step)
        return answer

    def result_of(self, units, with_people):
        under_way = [0] * len(self.steps)
        for unit in units:
            if unit.under_way:
                k = (unit.deciding.reach - 1 if self.order == "any"
                     else self.required[unit.deciding.reach - 1])
                under_way[k] += 1
        return {"entered": len(units), "steps": self.steps_of(units, with_people),
                "still_under_way": under_way, "settled": self.settled(units)}

    def settled(self, units):
        """Those whose window is over: the deciding try's, whether it finished or not, else early
        finishers would stay while the unfinished of the same days are left out."""
        if not units or sum(u.under_way for u in units) * 50 <= len(units):
            return None
        over = [u for u in units if not u.under_way
                and u.deciding.start.time + self.window <= self.world.export_end]
        steps = []
        for k in range(len(self.steps)):
            n = sum(1 for u in over if self.event_of(u, k))
            share, spread = share_of(n, len(over))
            steps.append({"people": n, "of_first": share,
                          "of_first_range": None if k == 0 else spread})
        return {"entered": len(over), "steps": steps}

    def histogram(self, units):
        times = [seconds_between(u.deciding.start, u.deciding.last)
                 for u in units if self.finished(u.deciding)]
        times = sorted(t for t in times if t is not None)
        if not times:
            return None
        parts = min(60, ceil_cube_root(len(times)))
        width = max(1, math.ceil((times[-1] - times[0]) / parts))
        bins = [0] * (int((times[-1] - times[0]) // width) + 1)
        for time in times:
            bins[int((time - times[0]) // width)] += 1
        return {"from": times[0], "width": width, "people": bins}

    # -- groups

    def groups(self, with_people):
        compare = self.funnel.get("compare")
        if not compare:
            return None
        found = {}                                  # name -> [units]
        by = compare["by"]
        if by == "persona":
            for unit in self.evaluate():
                name = self.judge.persona(unit.people[0], Judge.END)
                found.setdefault(name, []).append(unit)
        elif by == "person":
            for unit in self.evaluate():
                name = self.name_of(compare["prop"], lambda p, u=unit: u.people[0].value(p, Judge.END))
                found.setdefault(name, []).append(unit)
        elif by == "period":
            begin, end = period(self.funnel["between"], self.world.zone)
            if self.world.export_end is None:        # no event has a time
                end, size = begin, 0
            elif end is None:
                end, size = self.world.export_end + 1, self.world.export_end - begin
            else:
                size = end - begin if len(self.funnel["between"][1]) == 10 else end - 1 - begin
            found["this"] = self.evaluate(span=(begin, end))
            found["before"] = self.evaluate(span=(begin - size, begin))
        else:
            found = self.property_groups(compare)
        rest = None
        limit = compare.get("limit")
        if limit and by != "period":
            found, rest = self.limited(found, limit)
        answer = {name: self.result_of(units, with_people) for name, units in found.items()}
        if rest is not None:
            answer["Other"] = self.result_of(rest, with_people)
        return answer

    @staticmethod
    def name_of(prop, look):
        if isinstance(prop, list):
            values = ["" if look(p) is None else as_text(look(p)) for p in prop]
            return json.dumps(values, separators=(",", ":"), ensure_ascii=False)
        value = look(prop)
        return "" if value is None else as_text(value)

    def name_of_event(self, prop, event):
        return self.name_of(prop, event.properties.get)

    def property_groups(self, compare):
        prop, take = compare["prop"], compare.get("take", "first")
        props = prop if isinstance(prop, list) else [prop]
        found = {}
        if take in ("first", "last"):
            for unit in self.evaluate():
                events = unit.deciding.in_order_taken()
                if take == "last":
                    events.reverse()
                chosen = next((e for e in events if any(p in e.properties for p in props)),
                              events[0])
                found.setdefault(self.name_of_event(prop, chosen), []).append(unit)
            return found
        n = None if take == "each" else int(take.split()[1]) - 1
        limited = range(len(self.steps)) if n is None else [n]
        values = {self.name_of_event(prop, e) for k in limited for e in self.step_events[k]}
        for value in sorted(values):
            only = [{e for e in events if k not in limited
                     or self.name_of_event(prop, e) == value}
                    for k, events in enumerate(self.step_events)]
            units = [u for u in self.evaluate(only) if n is None or self.took(u, n)]
            if units:
                found[value] = units
        return found

    @staticmethod
    def took(unit, k):
        """Step k as listed was reached."""
        return k in dict(unit.deciding.taken) or k in unit.deciding.optional

    def limited(self, found, limit):
        """The `limit` largest groups, and everybody else once with the furthest result."""
        order = sorted(found, key=lambda name: (-len(found[name]), name.encode()))
        if len(order) <= limit:
            return found, None
        best = {}
        for name in order[limit:]:
            for unit in found[name]:
                key = unit_key(unit, self.count)
                if key not in best or unit.deciding.rank() < best[key].deciding.rank():
                    best[key] = unit
        return {name: found[name] for name in order[:limit]}, list(best.values())

    # -- all of it

    def result(self, with_people=True):
        units = self.evaluate()
        answer = self.result_of(units, with_people)
        answer["histogram"] = self.histogram(units)
        groups = self.groups(with_people)
        if groups is not None:
            answer["groups"] = groups
        return answer


def unit_key(unit, count):
    if count == "tries":
        return tuple(e.place for _, e in unit.deciding.taken)
    if count == "people":
        return unit.people[0].id
    return tuple(e.place for e in unit.events)


def ids(units):
    return sorted({p.id for u in units for p in u.people})


def share_of(part, whole):
    """The share and its Wilson 95 % range; null where there is nothing to divide."""
    if whole == 0:
        return None, None
    p = part / whole
    centre = p + Z * Z / (2 * whole)
    half = Z * math.sqrt(p * (1 - p) / whole + Z * Z / (4 * whole * whole))
    bottom = 1 + Z * Z / whole
    return p, [max(0.0, (centre - half) / bottom), min(1.0, (centre + half) / bottom)]


def seconds_between(a, b):
    return None if a.time is None else (b.time - a.time) / SECOND


def median(ordered_values):
    if not ordered_values:
        return None
    n = len(ordered_values)
    return (ordered_values[(n - 1) // 2] + ordered_values[n // 2]) / 2


def ceil_cube_root(n):
    k = 0
    while k ** 3 < n:
        k += 1
    return k
