#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Inkling authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Random small worlds with random valid definitions, one JSON case a line.

The worlds are small and their values few, so that ties, window edges and collisions are common.

  generate.py --seed S --cases N
"""

import argparse
import copy
import datetime
import json
import random

BASE = datetime.datetime(2026, 3, 26, tzinfo=datetime.timezone.utc)  # the clocks change on the 29th
NAMES = ["A", "B", "C", "D"]
MAIL = "Mail"
ZONES = ["UTC", "Europe/Berlin", "America/New_York"]

# style: (seconds between possible times, how many of them, window lengths that hit their edges)
STYLES = {
    "seconds": (1, 8, [{"seconds": 1}, {"seconds": 2}, {"seconds": 3}, {"seconds": 5}]),
    "halves": (0.5, 12, [{"seconds": 1}, {"seconds": 2}, {"seconds": 2.5}]),
    "minutes": (600, 36, [{"minutes": 10}, {"minutes": 20}, {"seconds": 1800}, {"hours": 1},
                          {"hours": 3}]),
    "hours": (21600, 24, [{"hours": 6}, {"hours": 12}, {"days": 1}, {"days": 2}, {"days": 0.5}]),
    "days": (86400, 10, [{"days": 1}, {"days": 2}, {"days": 3}, {"hours": 24}]),
}
VALUES = {
    "p": ["x", "X", "y", 0, 1, "1", "1.0", "07", 7, 2.5, True, False, "xy", ""],
    "q": ["a", "b", "Ä", "ä", "a b"],
    "n": [0, 1, 2.5, 10, "3", -1],
    "company": ["acme", "Acme", "bolt", 0],
}


def iso(time):
    return (BASE + datetime.timedelta(seconds=time)).isoformat(timespec="milliseconds") \
        .replace("+00:00", "Z")


class Maker:
    def __init__(self, seed):
        self.r = random.Random(seed)
        self.style = self.r.choice(list(STYLES))
        self.step, self.slots, self.lengths = STYLES[self.style]
        self.goals = []
        self.personas = []
        # Some worlds are about a single tally in a window: many events, few other narrowings.
        self.focus = self.often(.3)
        # A few are about a crowd: shares, ranges, histograms, the 2 % under way.
        self.crowd = not self.focus and self.often(.02)
        # Others are about what the operators say of values.
        self.operators = not self.focus and not self.crowd and self.often(.15)
        self.extra = .25 if self.focus else 1

    def often(self, share):
        return self.r.random() < share

    # -- the world

    def properties(self):
        found = {}
        for name, share in (("p", .9 if self.operators else .6), ("q", .5), ("n", .8 if self.focus else .5),
                            ("company", .4)):
            if self.often(share):
                found[name] = self.r.choice(VALUES[name])
        if self.sessions and self.often(.5):
            found["session"] = self.r.choice(["s1", "s2", "s3"])
        if self.often(.25):
            found["duration"] = self.r.choice([0, 5, 60, 600])
        if self.often(.1):
            found["p"] = None
        if self.often(.2):
            found["seen"] = iso(self.r.randrange(self.slots) * self.step)
        return found

    def event(self, who):
        r = self.r
        time = iso(r.randrange(self.slots) * self.step)
        if self.timeless and self.often(self.timeless):
            time = None
        name = MAIL if self.often(.12) else r.choice(NAMES[:self.n_names])
        return {"person": who, "event": name, "time": time, "properties": self.properties()}

    def events(self):
        r = self.r
        self.n_names = 2 if self.focus else r.choice([2, 2, 3, 3, 4])
        self.timeless = r.choice([0] * 9 + [.2, .5, 1])
        self.sessions = self.often(.3)
        lines = []
        crowds = [1, 2] if self.focus else [49, 50, 51, 80] if self.crowd else [1, 1, 2, 3, 4, 6]
        for i in range(1, r.choice(crowds) + 1):
            ids = [f"u{i}"]
            if self.often(.15):
                ids.append(f"anon-{i}")
                lines.append({"person": ids[0], "same_as": ids[1]})
            sizes = [8, 12, 16] if self.focus else [1, 2, 3, 4] if self.crowd else \
                [0, 2, 4, 5, 6, 8, 10, 12]
            mine = [self.event(r.choice(ids)) for _ in range(r.choice(sizes))]
            lines += mine
            if mine and self.often(.15):
                lines.append(copy.deepcopy(r.choice(mine)))
            if self.often(.5):
                lines.append({"person": r.choice(ids), "person_properties": {
                    k: v for k, v in (("role", r.choice(["CMO", "cmo", "dev", ""])),
                                      ("p", r.choice(["x", "y", 1])),
                                      ("company", r.choice(["acme", "bolt", 0])))
                    if self.often(.5)}})
        if self.often(.15):
            lines.append(self.event(None))
        if not self.often(.3):
            r.shuffle(lines)
        return lines

    # -- rules

    def condition(self, on_person=True):
        r = self.r
        prop = r.choice(["p", "p", "q", "n", "duration", "company"])
        answer = {"prop": prop}
        if on_person and self.often(.15):
            answer["on"] = "person"
            answer["prop"] = self.person_property()
        answer.update(self.test(answer["prop"]))
        if answer.get("on") != "person" and self.often(.08):
            times = sorted(iso(r.randrange(self.slots) * self.step) for _ in range(2))
            op = r.choice([">", ">=", "<", "<=", "between", "is_set", "is_not_set"])
            answer = {"prop": "seen", "op": op}
            if op[:2] != "is":
                answer["value"] = times if op == "between" else times[0]
        return answer

    def person_property(self):
        return self.r.choice(["role", "p", "company", "q", "first q", "last p", "last q"])

    def test(self, prop):
        """An operator with a value that now and then holds."""
        r = self.r
        prop = prop.split()[-1]
        values = VALUES.get(prop, ["CMO", "dev"] if prop == "role" else [0, 5, 60, 600, 1])
        values = [v for v in values if v != ""]
        op = r.choice(["is", "is", "is", "is_not", "in", "not_in", "contains", "not_contains",
                       "starts_with", "ends_with", "matches", "is_set", "is_not_set",
                       ">", ">=", "<", "<=", "between"])
        answer = {"op": op}
        if op in ("is", "is_not"):
            answer["value"] = r.choice(values)
        elif op in ("in", "not_in"):
            answer["value"] = r.sample(values, min(len(values), r.choice([1, 2, 3])))
        elif op in ("contains", "not_contains", "starts_with", "ends_with"):
            answer["value"] = r.choice(["x", "X", "y", "a", "1", "b", "Ä", "c"])
        elif op == "matches":
            answer["value"] = r.choice(["x*", "*Y", "?", "a*", "*1*", "a ?", "??", "C*"])
        elif op in (">", ">=", "<", "<="):
            answer["value"] = r.choice([0, 1, 2.5, 5, "1", 60])
        elif op == "between":
            answer["value"] = r.choice([[0, 1], [1, 10], ["0", "2.5"], [5, 60], [1, 1]])
        if op not in ("is_set", "is_not_set", ">", ">=", "<", "<=", "between") and self.often(.15):
            answer["case"] = True
        return answer

    def dates(self):
        r = self.r
        ends = []
        for _ in range(2):
            slot = r.randrange(self.slots) * self.step
            if self.often(.5):
                ends.append((BASE + datetime.timedelta(seconds=slot)).isoformat()[:10])
            else:
                ends.append(iso(slot))
        ends.sort()
        # A bare date is before any time of that day; both ends on one day are fine.
        if self.often(.25):
            ends[r.randrange(2)] = None
        return ends

    def bound(self, numbers):
        r = self.r
        kind = r.choice(["at_least", "at_least", "at_least", "exactly", "both"])
        n = r.choice(numbers)
        if kind == "both":
            return {"at_least": n, "at_most": n + r.choice([0, 1, 2])}
        return {kind: n}

    def window(self):
        r = self.r
        kind = r.choice(["length", "length", "session", "first_days"])
        if kind == "length":
            return r.choice(self.lengths)
        if kind == "session":
            return {"session": True}
        return {"first_days": r.choice([1, 2, 3])}

    def leaf(self, goal=None, still=False):
        """A does or goal rule; `still`: without moments."""
        r = self.r
        if goal:
            rule = {"goal": goal}
        else:
            name = r.choice(NAMES[:self.n_names])
            if self.often(.1):
                name = r.sample(NAMES[:self.n_names] + [MAIL], 2)
            elif self.often(.06):
                name = "*"
            elif self.often(.05):
                name = MAIL
            rule = {"does": name}
        if not goal and self.often(.25 * self.extra):
            rule["where"] = [self.condition() for _ in range(r.choice([1, 1, 2]))]
        if self.often(.13 * self.extra):
            rule["first_time"] = True if goal else r.choice([True, "matching"])
        if self.often(.1 * self.extra):
            rule["between"] = self.dates()
        others = [g["name"] for g in self.goals if g["name"] != goal]
        if others and self.often(.5 if self.focus else .25):
            rule["after"] = r.choice(others)
            if self.often(.7):
                rule["within"] = self.window()
        elif self.often(.05):
            rule["within"] = {"first_days": r.choice([1, 2])}
        if still:
            rule["times"] = {"at_most": r.choice([0, 1, 2])} if self.often(.8) else {"exactly": 0}
        elif self.often(.6 if self.focus else .3):
            rule["times"] = self.bound([1, 2, 2, 3, 4] if self.focus else [1, 2, 2, 3])
        if not goal and not still and self.often(.5 if self.focus else .12):
            rule["total"] = {"prop": r.choice(["n", "n", "duration"]),
                             **self.bound([2.5, 11, 13.5, 20] if self.focus else [1, 2.5, 11])}
        if ("times" in rule or "total" in rule) and "within" not in rule \
                and self.often(.8 if self.focus else .5):
            where = rule
            if self.often(.4):
                where = rule[r.choice([w for w in ("times", "total") if w in rule])]
            where["within"] = self.window()
        if "times" in rule and "total" in rule and "within" in rule and self.often(.3):
            rule[r.choice(["times", "total"])]["within"] = self.window()
        return rule

    def moving(self, depth=2):
        """A rule with moments."""
        r = self.r
        kind = r.random()
        if self.operators and self.often(.8):
            return {"does": "*", "where": [self.condition()]}
        if self.focus and self.often(.6):
            return self.leaf(r.choice(self.goals)["name"] if self.goals and kind < .2 else None)
        if depth and kind < .08:
            return {"any": [self.moving(depth - 1) for _ in range(2)]}
        if depth and kind < .25:
            parts = [self.moving(depth - 1)]
            parts += [self.still(depth - 1) if self.often(.6) else self.moving(depth - 1)
                      for _ in range(r.choice([1, 1, 2]))]
            r.shuffle(parts)
            return {"all": parts}
        if self.goals and kind < .5:
            return self.plain_or_leaf(r.choice(self.goals)["name"])
        return self.plain_or_leaf(None)

    def plain_or_leaf(self, goal):
        if self.often(.5):
            return {"goal": goal} if goal else {"does": self.r.choice(NAMES[:self.n_names])}
        return self.leaf(goal)

    def still(self, depth=2):
        """A rule that holds or not."""
        r = self.r
        kind = r.random()
        if self.goals and kind < .15:
            return {"not": {"does": r.choice(NAMES[:self.n_names]),
                            "after": r.choice(self.goals)["name"],
                            "within": r.choice(self.lengths)}}
        if kind < .4:
            return {"not": self.judged(depth - 1)}
        if kind < .6:
            return {"person": (prop := self.person_property()), **self.test(prop)}
        if kind < .75 and self.personas:
            return {"persona": r.choice(self.personas)["name"]}
        return self.leaf(still=True)

    def judged(self, depth=2):
        """Any rule, for people, personas and groups."""
        r = self.r
        if depth <= 0 or self.often(.4):
            return self.moving(0) if self.often(.7) else self.still(0)
        kind = r.choice(["all", "any", "not", "moving", "still"])
        if kind in ("all", "any"):
            return {kind: [self.judged(depth - 1) for _ in range(2)]}
        if kind == "not":
            return {"not": self.judged(depth - 1)}
        return self.moving(depth - 1) if kind == "moving" else self.still(depth - 1)

    # -- definitions

    def definition(self):
        r = self.r
        answer = {"inkling": 1, "time_zone": r.choice(ZONES)}
        if self.often(.3):
            answer["passive"] = [MAIL]
        if self.often(.4):
            # More often later than the last event, so that windows are over.
            slot = self.slots * r.choice([.5, .8, 1, 1, 1.2, 1.5, 3])
            answer["export_time"] = iso(int(slot) * self.step)
        # Each may name those before it, so that nothing is circular.
        for kind in r.choice(["", "g", "gg", "ggg", "p", "gp", "pg", "pgp", "gpp", "ggp"]):
            if kind == "g":
                self.goals.append({"name": f"G{len(self.goals) + 1}",
                                   "kind": r.choice(["macro", "micro"]), "rule": self.moving()})
            else:
                self.personas.append({"name": f"P{len(self.personas) + 1}",
                                      "rule": self.judged()})
        answer["goals"] = self.goals
        answer["personas"] = self.personas
        return answer

    def funnel(self):
        r = self.r
        order = r.choice(["as_listed"] * 5 + ["strict"] * 2 + ["any"] * 3)
        n = r.choice([1, 2, 2, 3, 3, 3, 4, 5])
        plain = self.crowd or self.often(.6)
        steps = []
        for _ in range(n):
            steps.append({"does": r.choice(NAMES[:self.n_names])}
                         if plain and self.often(.85) else self.moving())
        answer = {"name": "F", "steps": steps}
        if order != "as_listed" or self.often(.2):
            answer["order"] = order
        if order == "as_listed" and n > 1 and self.often(.35):
            places = r.sample(range(1, n), r.choice([1, 1, 2]) if n > 2 else 1)
            if len(places) > 1 and self.often(.4):
                steps[places[1]] = copy.deepcopy(steps[places[0]])
            for k in places:
                steps[k]["optional"] = True
        if self.often(.6):
            answer["within"] = r.choice(self.lengths)
        required = [k + 1 for k, s in enumerate(steps) if not s.get("optional")]
        if len(required) > 1 and self.often(.4):
            answer["not_if"] = []
            for _ in range(r.choice([1, 1, 2])):
                i, j = sorted(r.sample(required, 2))
                rule = self.moving(1) if self.often(.4) else \
                    {"does": r.choice(NAMES[:self.n_names])}
                answer["not_if"].append({"rule": rule, "between": [i, j]})
        count = r.random()
        if count < .15:
            answer["count"] = "sessions"
        elif count < .28 and order != "any":
            answer["count"] = "tries"
        elif count < .42:
            answer["count"] = {"prop": r.choice(["company", "company", "q"])}
        elif count < .5:
            answer["count"] = "people"
        if self.often(.12):
            answer["people"] = self.judged(1)
        if self.often(.15):
            answer["between"] = self.dates()
        if self.often(.5):
            self.compare(answer, n)
        return answer

    def compare(self, funnel, n):
        r = self.r
        kinds = ["property"] * 4 + ["period"]
        if not isinstance(funnel.get("count"), dict):
            kinds += ["persona", "person"]
        by = r.choice(kinds)
        answer = {"by": by}
        if by == "person":
            answer["prop"] = self.person_property()
        elif by == "property":
            answer["prop"] = r.choice(["p", "q", "q", "company", ["p", "q"], ["q", "company"]])
            take = r.choice([None, "first", "last", "last", f"step {r.randint(1, n)}",
                             f"step {r.randint(1, n)}", "each"])
            if take:
                answer["take"] = take
        elif by == "period":
            dates = self.dates()
            while dates[0] is None:
                dates = self.dates()
            funnel["between"] = dates
        if by != "period" and self.often(.35):
            answer["limit"] = r.choice([1, 1, 2, 3])
        funnel["compare"] = answer


def fits(case):
    """Forms on which definitions.md has no sentence are left out."""
    funnel = case.get("funnel", {})
    compare = funnel.get("compare", {})
    take = compare.get("take", "")
    if (take.startswith("step") or take == "each") and "limit" in compare \
            and funnel.get("count") == "tries":
        return False                                  # a try of one group is no try of another
    if take.startswith("step") and funnel.get("order") == "any":
        # Which of several steps an event served is open where it fits several.
        names = [json.dumps(step) for step in funnel["steps"]]
        return all(list(step) == ["does"] and step["does"] in NAMES for step in funnel["steps"]) \
            and len(set(names)) == len(names)
    return True


def make(seed, kind=None):
    while True:
        maker = Maker(seed)
        case = {"events": maker.events(), "definition": maker.definition()}
        case["kind"] = kind or maker.r.choice(["funnel"] * 6 + ["goals"] * 3 + ["personas"])
        if maker.operators and maker.often(.7):
            case["kind"] = kind or "goals"
        if case["kind"] == "goals":
            while len(maker.goals) < (6 if maker.operators else 4):
                maker.goals.append({"name": f"G{len(maker.goals) + 1}", "kind": "macro",
                                    "rule": maker.moving(1)})
        if case["kind"] == "personas" and not maker.personas:
            maker.personas.append({"name": "P1", "rule": maker.judged()})
        if case["kind"] == "funnel":
            case["funnel"] = maker.funnel()
        case["seed"] = seed
        if fits(case):
            return case
        seed = f"{seed}'"


def cases(seed, n):
    for i in range(n):
        yield make(f"{seed}/{i}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", default="1")
    parser.add_argument("--cases", type=int, default=1000)
    arguments = parser.parse_args()
    for case in cases(arguments.seed, arguments.cases):
        print(json.dumps(case, ensure_ascii=False))


if __name__ == "__main__":
    main()
