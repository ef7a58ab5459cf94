# SPDX-FileCopyrightText: 2026 The Inkling authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules, judged at a moment, and the moments at which they become true (see oracle.py)."""

from values import DAY, as_number, inside, length, passes, period
from world import Event

EVERYONE_ELSE = "Everyone else"


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

    @staticmethod
    def condition_holds(person, event, condition):
        """Silent: a condition on the person is judged when the event happens, like the others."""
        if condition.get("on") == "person":
            value = person.value(condition["prop"], event.at)
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
                 if all(self.condition_holds(person, e, c) for c in rule.get("where", ()))]
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
        return self.truth(person, rule, moment) == 1

    def truth(self, person, rule, moment):
        """0 no, 1 yes, and 1/2 for what cannot be said yet: `after` with a length that still runs.
        Silent: where such a rule is a part of another, that one cannot be said either, unless its
        other parts decide."""
        if "all" in rule:
            return min((self.truth(person, r, moment) for r in rule["all"]), default=1)
        if "any" in rule:
            return max((self.truth(person, r, moment) for r in rule["any"]), default=0)
        if "not" in rule:
            return 1 - self.truth(person, rule["not"], moment)
        if "person" in rule:
            return int(passes(person.value(rule["person"], moment), rule))
        if "persona" in rule:
            return int(self.is_persona(person, rule["persona"], moment))
        if "times" in rule and "total" in rule:
            return self.truth(person, self.split(rule), moment)
        if self.leaf_holds(person, rule, moment):
            return 1
        return 0 if self.waited(person, rule, moment) else 0.5

    def leaf_holds(self, person, rule, moment):
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
        return self.matching(person, rule, self.END)


def bounds(tally):
    """(at least, at most); `exactly` is both."""
    low, high = tally.get("at_least"), tally.get("at_most")
    if "exactly" in tally:
        low = high = tally["exactly"]
    return low, high


def unique(events):
    return sorted(set(events), key=Event.order)
