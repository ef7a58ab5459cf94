#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Inkling authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The slow, obvious second evaluator of rules and funnels, written from definitions.md alone.

It shares nothing with src/: every sentence of definitions.md is here once, in the plainest words,
and where ties leave a choice all ways are tried. Reads cases (one JSON object a line, as
generate.py makes them) on standard input and prints one answer a line.

Where definitions.md is silent, the decisions are marked "Silent:" below.
"""

import datetime
import json
import math
import re
import sys
import zoneinfo

SECOND = 1_000_000          # times are whole microseconds since 1970, UTC
DAY = 86_400 * SECOND
SESSION_GAP = 30 * 60 * SECOND
Z = 1.959963984540054
EVERYONE_ELSE = "Everyone else"


class Refused(Exception):
    """The engine has to refuse this, with a sentence."""


# ---------------------------------------------------------------- values

NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?\Z")


def absent(value):
    """Empty text is absent; 0 and false are values."""
    return value is None or value == ""


def as_number(value):
    """The number that a value is or reads as, else None."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, (int, float)):
        return float(value)
    return float(value) if NUMBER.match(value) else None


def as_text(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return str(int(value)) if float(value).is_integer() else repr(float(value))
    return value


def same(a, b, case):
    """`is`: as numbers where one side is a number and the other reads as one, else as text."""
    if is_number(a) or is_number(b):
        x, y = as_number(a), as_number(b)
        if x is not None and y is not None:
            return x == y
    return fold(as_text(a), case) == fold(as_text(b), case)


def is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def fold(text, case):
    return text if case else text.casefold()


def glob(pattern, text):
    """* any text, ? any one character, over the whole text."""
    expression = "".join(".*" if c == "*" else "." if c == "?" else re.escape(c) for c in pattern)
    return re.match(expression + r"\Z", text, re.DOTALL) is not None


def ordered(a, b, compare):
    """>, >=, <, <=: numbers, texts that read as one, or times; fails on all else."""
    x, y = as_number(a), as_number(b)
    if x is None or y is None:
        x, y = as_time(a), as_time(b)
    return x is not None and y is not None and compare(x, y)


def as_time(value):
    """A time written as ISO text; bare dates are left to `between` of a rule."""
    if not isinstance(value, str) or not re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d", value):
        return None
    return parse_time(value)


def passes(value, condition):
    """One condition on one value (None: missing)."""
    op, want, case = condition["op"], condition.get("value"), condition.get("case", False)
    if absent(value):
        return op in ("is_not", "not_in", "not_contains", "is_not_set")
    if op in ("is_set", "is_not_set"):
        return op == "is_set"
    if op in ("is", "is_not"):
        return same(value, want, case) == (op == "is")
    if op in ("in", "not_in"):
        return any(same(value, w, case) for w in want) == (op == "in")
    if op == ">":
        return ordered(value, want, lambda x, y: x > y)
    if op == ">=":
        return ordered(value, want, lambda x, y: x >= y)
    if op == "<":
        return ordered(value, want, lambda x, y: x < y)
    if op == "<=":
        return ordered(value, want, lambda x, y: x <= y)
    if op == "between":
        return (ordered(value, want[0], lambda x, y: x >= y)
                and ordered(value, want[1], lambda x, y: x <= y))
    text, part = fold(as_text(value), case), fold(as_text(want), case)
    if op in ("contains", "not_contains"):
        return (part in text) == (op == "contains")
    if op == "starts_with":
        return text.startswith(part)
    if op == "ends_with":
        return text.endswith(part)
    if op == "matches":
        return glob(part, text)
    raise ValueError(op)


# ---------------------------------------------------------------- times

EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)


def to_microseconds(moment):
    return (moment - EPOCH) // datetime.timedelta(microseconds=1)


def parse_time(text):
    return to_microseconds(datetime.datetime.fromisoformat(text.replace("Z", "+00:00")))


def day_span(text, zone):
    """First moment of that day in the zone, and the first moment after it."""
    day = datetime.date.fromisoformat(text)
    ends = []
    for d in (day, day + datetime.timedelta(days=1)):
        midnight = datetime.datetime(d.year, d.month, d.day, tzinfo=zone)
        ends.append(to_microseconds(midnight.astimezone(datetime.timezone.utc)))
    return ends


def period(between, zone):
    """[from, to) in microseconds; None is open. Ends are included, a bare date is that whole day."""
    if between is None:
        return None, None
    first, last = between
    begin = end = None
    if first is not None:
        begin = day_span(first, zone)[0] if len(first) == 10 else parse_time(first)
    if last is not None:
        end = day_span(last, zone)[1] if len(last) == 10 else parse_time(last) + 1
    return begin, end


def inside(time, span):
    """Events without a time are in no period, and in the open one only when none is given."""
    begin, end = span
    if time is None:
        return False
    return (begin is None or time >= begin) and (end is None or time < end)


def length(within):
    """Microseconds of a window in days, hours, minutes or seconds, else None."""
    if not within:
        return None
    for unit, seconds in (("days", 86400), ("hours", 3600), ("minutes", 60), ("seconds", 1)):
        if unit in within:
            return round(within[unit] * seconds * SECOND)
    return None


# ---------------------------------------------------------------- the world


class Event:
    """An event of a person; `place` is where it stood in the files."""

    def __init__(self, place, name, time, properties):
        self.place = place
        self.name = name
        self.time = time
        self.properties = {k: v for k, v in properties.items() if not absent(v)}
        self.session = None
        self.person = None
        self.at = None          # index among the person's events

    def order(self):
        return (-math.inf if self.time is None else self.time, self.place)

    def __repr__(self):
        return f"{self.name}@{self.time}#{self.place}"


class Person:
    def __init__(self, shown):
        self.id = shown
        self.properties = {}
        self.events = []        # those without a time first, then by time, then by place

    def value(self, name, moment):
        """A property of the person, judged when the events up to index `moment` are known."""
        if name in self.properties:
            return self.properties[name]
        known = self.events[:moment + 1]
        for word, order in (("first ", known), ("last ", known[::-1])):
            if name.startswith(word):
                for event in order:
                    if name[len(word):] in event.properties:
                        return event.properties[name[len(word):]]
        for event in known:
            if name in event.properties:
                return event.properties[name]
        return None


class World:
    """All people of the lines of the own interchange format, under a definition."""

    def __init__(self, lines, definition):
        self.definition = definition
        self.zone = zoneinfo.ZoneInfo(definition.get("time_zone", "UTC"))
        self.people = []
        everything = self.read(lines)
        times = [e.time for e in everything if e.time is not None]
        given = definition.get("export_time")
        # Silent: events of nobody count for the last event's time.
        self.export_end = parse_time(given) if given else max(times, default=None)
        self.only_days = bool(times) and all(t % DAY == 0 for t in times)
        self.two_on_a_day = any(
            len(set(e.time for e in p.timed)) < len(p.timed) for p in self.people_with_times())
        for person in self.people:
            self.derive(person, set(definition.get("passive", ())))
        # Silent: what is later than the export's end has not happened yet. Sessions and
        # durations are properties of the data and come before that.
        for person in self.people:
            person.events = [e for e in person.events
                             if e.time is None or e.time <= self.export_end]
            for i, event in enumerate(person.events):
                event.at = i

    def people_with_times(self):
        for person in self.people:
            person.timed = [e for e in person.events if e.time is not None]
            yield person

    def read(self, lines):
        rows = [json.loads(line) if isinstance(line, str) else line for line in lines]
        shown = {}                                   # id -> the id it became part of

        def root(i):
            while i in shown:
                i = shown[i]
            return i

        for row in rows:
            if "same_as" in row and root(row["person"]) != root(row["same_as"]):
                shown[root(row["same_as"])] = root(row["person"])
        people, everything, seen = {}, [], set()
        for place, row in enumerate(rows):
            who = None if row["person"] is None else root(row["person"])
            if "person_properties" in row:
                person = people.setdefault(who, Person(who))
                # A later value replaces an earlier one; nothing given replaces nothing.
                person.properties.update({k: v for k, v in row["person_properties"].items()
                                          if not absent(v)})
            elif "event" in row:
                time = None if row["time"] is None else parse_time(row["time"])
                event = Event(place, row["event"], time, row.get("properties", {}))
                key = (who, event.name, time, tuple(sorted(
                    (k, type(v) is bool, is_number(v), v) for k, v in event.properties.items())))
                if key in seen:                      # an exact repeat is left out
                    continue
                seen.add(key)
                everything.append(event)
                if who is not None:
                    event.person = people.setdefault(who, Person(who))
                    event.person.events.append(event)
        self.people = [p for p in people.values() if p.events]
        for person in self.people:
            person.events.sort(key=Event.order)
        return everything

    def derive(self, person, passive):
        """Sessions, then durations. Passive events and those without a time get neither."""
        active = [e for e in person.events if e.time is not None and e.name not in passive]
        before, count = None, 0
        for event in active:
            if "session" in event.properties:
                event.session = (person.id, "given", as_text(event.properties["session"]))
            elif before is not None and event.time - before.time <= SESSION_GAP:
                event.session = before.session
            else:
                count += 1
                event.session = (person.id, "made", count)
            before = event
        for i, event in enumerate(active):
            later = [e for e in active[i + 1:] if e.session == event.session]
            if "duration" not in event.properties and later:
                event.properties["duration"] = (later[0].time - event.time) / SECOND
        for event in person.events:
            if event.name in passive:
                event.properties.pop("duration", None)
                event.properties.pop("session", None)


# ---------------------------------------------------------------- rules


class Judge:
    """Judges rules for people. A moment is the index of one of the person's events: everything
    up to it is known. END (a large number) is the export's end."""

    END = 1 << 40

    def __init__(self, world):
        self.world = world
        self.goals = {g["name"]: g for g in world.definition.get("goals", ())}
        self.personas = world.definition.get("personas", ())
        self.known = {}

    # -- leaves

    def goal_completions(self, person, name):
        key = (person.id, name)
        if key not in self.known:
            self.known[key] = self.completions(person, self.goals[name]["rule"])
        return self.known[key]

    def condition_holds(self, person, event, condition, moment):
        if condition.get("on") == "person":
            value = person.value(condition["prop"], moment)
        else:
            value = event.properties.get(condition["prop"])
        return passes(value, condition)

    def matching(self, person, rule, moment):
        """The events of a does or goal rule, in the order in which it narrows them."""
        if "does" in rule:
            names = [rule["does"]] if isinstance(rule["does"], str) else rule["does"]
            found = [e for e in person.events[:moment + 1]
                     if e.name in names or (names == ["*"])]
        else:
            found = [e for e in self.goal_completions(person, rule["goal"]) if e.at <= moment]
        first_time = rule.get("first_time")
        if first_time:                                # an order: events without a time are out
            found = [e for e in found if e.time is not None]
        if first_time is True:
            found = found[:1]
        found = [e for e in found
                 if all(self.condition_holds(person, e, c, moment) for c in rule.get("where", ()))]
        if first_time == "matching":
            found = found[:1]
        if "between" in rule:
            span = period(rule["between"], self.world.zone)
            found = [e for e in found if inside(e.time, span)]
        if "after" in rule:
            found = [e for e in found if self.starts_of(person, rule, e)]
        within = rule.get("within")
        if within and "first_days" in within:
            found = [e for e in found if self.in_first_days(person, e, within)]
        elif within and "times" not in rule and "total" not in rule:
            found = [e for e in found
                     if any(self.in_window_of(c, e, within)
                            for c in self.starts_of(person, rule, e))]
        return found

    def starts_of(self, person, rule, event):
        """Completions of the `after` goal that this event comes after: another event, at the same
        time (in whatever file order) or later."""
        return [c for c in self.goal_completions(person, rule["after"])
                if c is not event and c.time is not None and event.time is not None
                and c.time <= event.time]

    @staticmethod
    def in_window_of(start, event, within):
        if "session" in within:
            return start.session is not None and start.session == event.session
        return event.time - start.time <= length(within)

    @staticmethod
    def in_first_days(person, event, within):
        first = next((e for e in person.events if e.time is not None), None)
        return (event.time is not None
                and event.time - first.time <= round(within["first_days"] * DAY))

    # -- times and total

    def sums(self, person, rule, which, moment):
        """For each matching event, the tallies of the windows that it is the latest event of:
        [(event, [tally of each window])]."""
        tally = rule[which]
        within = tally.get("within", rule.get("within"))
        found = self.matching(person, rule, moment)

        def weight(event):
            if which == "times":
                return 1
            return as_number(event.properties.get(tally["prop"])) or 0.0

        if within and "first_days" in within:
            found = [e for e in found if self.in_first_days(person, e, within)]
            within = None
        elif within:
            found = [e for e in found if e.time is not None]
        answer = []
        for i, event in enumerate(found):
            until = found[:i + 1]
            if not within:
                windows = [until]
            elif "after" in rule:
                windows = []
                for start in self.starts_of(person, rule, event):
                    if self.in_window_of(start, event, within):
                        windows.append([e for e in until if e is not start
                                        and e.time >= start.time
                                        and self.in_window_of(start, e, within)])
            elif "session" in within:
                windows = ([[e for e in until if e.session == event.session]]
                           if event.session is not None else [])
            else:
                windows = [[e for e in until if event.time - e.time <= length(within)]]
            answer.append((event, [sum(weight(e) for e in window) for window in windows]))
        return answer, within

    def tally_holds(self, person, rule, which, moment):
        low, high = bounds(rule[which])
        sums, _ = self.sums(person, rule, which, moment)
        reached = [s for _, windows in sums for s in windows]
        if low is not None and low > 0 and not any(s >= low for s in reached):
            return False
        return high is None or not any(s > high for s in reached)

    def tally_completions(self, person, rule, which):
        low, _ = bounds(rule[which])
        sums, within = self.sums(person, rule, which, self.END)
        answer, sessions, before = [], set(), False
        for event, windows in sums:
            reaches = any(s >= low for s in windows)
            if within and "session" in within:
                if reaches and event.session not in sessions:
                    answer.append(event)
                    sessions.add(event.session)
            elif within and "after" not in rule:
                if reaches and not before:
                    answer.append(event)
                before = reaches
            elif reaches and not answer:
                answer.append(event)
        return [e for e in answer if self.tally_holds(person, rule, which, e.at)]

    @staticmethod
    def split(rule):
        """`times` and `total` together are two parts of an `all`."""
        parts = []
        for keep, drop in (("times", "total"), ("total", "times")):
            part = dict(rule)
            del part[drop]
            if "within" in part[keep]:
                part.pop("within", None)
            parts.append(part)
        return {"all": parts}

    # -- the two questions

    def has_moments(self, rule):
        if "all" in rule:
            return any(self.has_moments(r) for r in rule["all"])
        if "any" in rule:
            return all(self.has_moments(r) for r in rule["any"])
        if "does" in rule or "goal" in rule:
            tallies = [bounds(rule[w])[0] for w in ("times", "total") if w in rule]
            return not tallies or any(low is not None and low > 0 for low in tallies)
        return False

    def holds(self, person, rule, moment):
        if "all" in rule:
            return all(self.holds(person, r, moment) for r in rule["all"])
        if "any" in rule:
            return any(self.holds(person, r, moment) for r in rule["any"])
        if "not" in rule:
            return (not self.holds(person, rule["not"], moment)
                    and self.waited(person, rule["not"], moment))
        if "person" in rule:
            return passes(person.value(rule["person"], moment), rule)
        if "persona" in rule:
            return self.is_persona(person, rule["persona"], moment)
        if "times" in rule and "total" in rule:
            return self.holds(person, self.split(rule), moment)
        for which in ("times", "total"):
            if which in rule:
                return self.tally_holds(person, rule, which, moment)
        return bool(self.matching(person, rule, moment))

    def waited(self, person, rule, moment):
        """`not` of a rule with `after` and a length holds only once that length has passed since
        every completion of the `after` goal."""
        lengths = [length(rule.get("within"))]
        lengths += [length(rule[w].get("within")) for w in ("times", "total") if w in rule]
        lengths = [n for n in lengths if n is not None]
        if "after" not in rule or not lengths:
            return True
        now = (person.events[moment].time if moment < len(person.events)
               else self.world.export_end)
        return all(now - c.time >= max(lengths)
                   for c in self.goal_completions(person, rule["after"])
                   if c.at <= moment and c.time is not None)

    def is_persona(self, person, name, moment):
        """The first that matches wins: this one holds and none before it."""
        for persona in self.personas:
            if self.holds(person, persona["rule"], moment):
                return persona["name"] == name
            if persona["name"] == name:
                return False
        return name == EVERYONE_ELSE

    def persona(self, person, moment):
        for persona in self.personas:
            if self.holds(person, persona["rule"], moment):
                return persona["name"]
        return EVERYONE_ELSE

    def completions(self, person, rule):
        """Every event at which the rule becomes true."""
        if "any" in rule:
            found = [e for r in rule["any"] for e in self.completions(person, r)]
            return unique(found)
        if "all" in rule:
            moving = [r for r in rule["all"] if self.has_moments(r)]
            found = unique([e for r in moving for e in self.completions(person, r)])
            found = [e for e in found
                     if all(self.holds(person, r, e.at) for r in rule["all"] if r not in moving
                            or len(moving) > 1)]
            return found if len(moving) == 1 else found[:1]
        if "times" in rule and "total" in rule:
            return self.completions(person, self.split(rule))
        for which in ("times", "total"):
            if which in rule:
                return self.tally_completions(person, rule, which)
        return [e for e in self.matching_at_own_moment(person, rule)]

    def matching_at_own_moment(self, person, rule):
        """Each matching event, judged when it happens."""
        if not any(c.get("on") == "person" for c in rule.get("where", ())):
            return self.matching(person, rule, self.END)
        return [e for e in person.events if e in self.matching(person, rule, e.at)]


def bounds(tally):
    """(at least, at most); `exactly` is both."""
    low, high = tally.get("at_least"), tally.get("at_most")
    if "exactly" in tally:
        low = high = tally["exactly"]
    return low, high


def unique(events):
    return sorted(set(events), key=Event.order)


# ---------------------------------------------------------------- tries


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
    return min(ways, key=lambda way: [(e.place, k) for k, e in way])


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


# ---------------------------------------------------------------- funnels


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
        """Silent: a person who finished has nothing open any more."""
        if not units or sum(u.under_way for u in units) * 50 <= len(units):
            return None
        over = [u for u in units if not u.under_way]
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
        for value in values:
            only = [{e for e in events if k not in limited
                     or self.name_of_event(prop, e) == value}
                    for k, events in enumerate(self.step_events)]
            units = [u for u in self.evaluate(only) if n is None or self.took(u, n)]
            if units:
                found[value] = units
        return found

    def took(self, unit, k):
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


# ---------------------------------------------------------------- cases


def answer(case):
    """The answer to one case: a funnel, or goals and personas of every person."""
    world = World(case["events"], case["definition"])
    judge = Judge(world)
    try:
        if case["kind"] == "funnel":
            return Funnel(judge, case["funnel"]).result()
        if case["kind"] == "goals":
            return {"goals": {g: {p.id: [e.time for e in judge.goal_completions(p, g)]
                                  for p in world.people if judge.goal_completions(p, g)}
                              for g in judge.goals}}
        if case["kind"] == "personas":
            return {"personas": {p.id: judge.persona(p, Judge.END) for p in world.people}}
        raise ValueError(case["kind"])
    except Refused as refusal:
        return {"refused": str(refusal)}


def main():
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
