#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Inkling authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the second evaluator against expectations worked out by hand, sentence by sentence.

Worlds are written as words: `A5` is event A of u1 at second 5, `u2:A5{p=x}` one of u2 with a
property, `A-` one without a time, `A2d`, `A2h` and `A10m` in days, hours and minutes.
"""

import datetime
import json
import re
import sys
import unittest

import oracle
import tries
import values

BASE = datetime.datetime(2026, 7, 1, tzinfo=datetime.timezone.utc)
WORD = re.compile(r"(?:([\w-]+):)?([A-Z]\w*?)(-|[\d.]+)([dhm]?)(?:\{(.*)\})?\Z")
UNIT = {"": 1, "m": 60, "h": 3600, "d": 86400}


def iso(seconds):
    return (BASE + datetime.timedelta(seconds=seconds)).isoformat(timespec="milliseconds") \
        .replace("+00:00", "Z")


def value(text):
    try:
        return json.loads(text)
    except ValueError:
        return text


def event(word):
    who, name, time, unit, props = WORD.match(word).groups()
    properties = dict((k, value(v)) for k, v in
                      (p.split("=") for p in (props or "").split(",") if p))
    return {"person": None if who == "nobody" else who or "u1", "event": name,
            "time": None if time == "-" else iso(float(time) * UNIT[unit]),
            "properties": properties}


def world(words, lines=(), **definition):
    definition.setdefault("time_zone", "UTC")
    goals = definition.get("goals", {})
    if isinstance(goals, dict):
        definition["goals"] = [{"name": n, "kind": "micro", "rule": r} for n, r in goals.items()]
    personas = definition.get("personas", {})
    if isinstance(personas, dict):
        definition["personas"] = [{"name": n, "rule": r} for n, r in personas.items()]
    return {"events": [event(w) for w in words.split()] + list(lines), "definition": definition}


def steps(*names):
    return [{"does": n} if isinstance(n, str) else n for n in names]


def funnel(words, names, lines=(), definition=None, **rest):
    case = world(words, lines, **(definition or {}))
    case.update(kind="funnel", funnel={"steps": steps(*names.split() if isinstance(names, str)
                                                      else names), **rest})
    return oracle.answer(case)


def people(*arguments, **keywords):
    answer = funnel(*arguments, **keywords)
    return answer if "refused" in answer else [s["people"] for s in answer["steps"]]


def moments(words, rule, lines=(), who="u1", unit="", **definition):
    goals = dict(definition.pop("goals", {}), IT=rule)
    answer = oracle.answer({**world(words, lines, goals=goals, **definition), "kind": "goals"})
    found = answer["goals"]["IT"].get(who, [])
    return [None if t is None else (t - values.to_microseconds(BASE)) / 1e6 / UNIT[unit]
            for t in found]


def personas(words, rules, lines=(), **definition):
    return oracle.answer({**world(words, lines, personas=rules, **definition),
                          "kind": "personas"})["personas"]


def holds(words, rule, lines=(), **definition):
    return personas(words, {"P": rule}, lines, **definition)["u1"] == "P"


def does(name, **rest):
    return {"does": name, **rest}


def where(prop, op, *given, **rest):
    return {"prop": prop, "op": op, **({"value": given[0]} if given else {}), **rest}


class Oracle(unittest.TestCase):
    """Each row of a table: a sentence, what comes out, what was worked out by hand."""

    def check(self, rows):
        for sentence, found, expected in rows:
            with self.subTest(sentence):
                self.assertEqual(found, expected)

    def test_events(self):
        same = [{"person": "u1", "same_as": "anon"}]
        role = [{"person": "u1", "person_properties": {"role": "CMO"}}]
        self.check([
            ("ordered by time, not by place in the files", people("B5 A0", "A B"), [1, 1]),
            ("milliseconds count", people("A0 B0.001", "A B", order="strict"), [1, 1]),
            ("ids merge", people("anon:A0 u1:B5", "A B", same), [1, 1]),
            ("without the merge they are two", people("anon:A0 u1:B5", "A B"), [1, 0]),
            ("shown as the first", funnel("anon:A0 B5", "A B", same)["steps"][1]["people_at"],
             ["u1"]),
            ("an event of nobody counts for nobody", people("nobody:A0 nobody:B1", "A B"), [0, 0]),
            ("an exact repeat is left out", moments("A0 A0 A0{p=1}", does("A")), [0, 0]),
            ("property of the source", holds("A0", {"person": "role", "op": "is", "value": "cmo"},
                                             role), True),
            ("else the first event that carries it",
             holds("A0 A1{role=x} A2{role=y}", {"person": "role", "op": "is", "value": "x"}), True),
            ("the source wins over events",
             holds("A0{role=x}", {"person": "role", "op": "is", "value": "x"}, role), False),
            ("first PROPERTY", holds("A0 A1{c=x} A2{c=y}",
                                     {"person": "first c", "op": "is", "value": "x"}), True),
            ("last PROPERTY", holds("A0{c=x} A1{c=y} A2",
                                    {"person": "last c", "op": "is", "value": "y"}), True),
            ("empty text is absent", holds("A0{c=}", {"person": "c", "op": "is_set"}), False),
            ("0 is not", holds("A0{c=0}", {"person": "c", "op": "is_set"}), True),
        ])

    def test_sessions(self):
        twice = {"does": "A", "times": {"at_least": 2}, "within": {"session": True}}
        long = does("A", where=[where("duration", ">=", 60)])
        self.check([
            ("30 minutes are one session", moments("A0m A30m", twice, unit="m"), [30]),
            ("more are two", moments("A0m A30.01m", twice), []),
            ("measured from the event before", moments("A0m B20m A40m", twice, unit="m"), [40]),
            ("of the source", moments("A0{session=s} A5h{session=s}", twice, unit="h"), [5]),
            ("of the source, two", moments("A0{session=s} A1{session=t}", twice), []),
            ("without one it stays in that of the event before it",
             moments("A0{session=s} A1", twice), [1]),
            ("unless that is too long ago", moments("A0{session=s} A1h", twice), []),
            ("passive events do not continue one", moments("A0m Mail20m A40m", twice,
                                                           passive=["Mail"]), []),
            ("passive events have none", moments("Mail0 Mail1", {**twice, "does": "Mail"},
                                                 passive=["Mail"]), []),
            ("duration to the next of the session", moments("A0 B60 A61", long), [0]),
            ("absent for the last", moments("A0", does("A", where=[where("duration", "is_set")])),
             []),
            ("not across sessions", moments("A0 B2h", long), []),
            ("of the source first", moments("A0{duration=90} B1", long), [0]),
            ("the next that is not passive", moments("A0 Mail10 B60", long, passive=["Mail"]), [0]),
            ("a session belongs to one person",
             people("A0{session=s} u2:B1{session=s}", "A B", count="sessions"), [1, 0]),
        ])

    def test_operators(self):
        rows = []
        for op, given, carried, expected in [
                ("is", "cmo", "CMO", True), ("is", 1, "1", True), ("is", "1", 1, True),
                ("is", 7, "07", True), ("is", "7", "07", False), ("is", "true", True, True),
                ("is", True, "TRUE", True), ("is", 1, True, False), ("is", 1.5, "1.50", True),
                ("is_not", "a", "b", True), ("is_not", "a", "A", False),
                ("in", ["a", 2], "2", True), ("in", ["a", "b"], "B", True), ("in", [], "a", False),
                ("not_in", ["a"], "b", True), ("not_in", ["a"], "A", False),
                ("contains", "PR", "/pricing", True), ("contains", "1", 210, True),
                ("not_contains", "x", "abc", True), ("not_contains", "B", "abc", False),
                ("starts_with", "/P", "/pricing", True), ("starts_with", "p", "/pricing", False),
                ("ends_with", "ING", "/pricing", True), ("matches", "/p*g", "/pricing", True),
                ("matches", "p*", "/pricing", False), ("matches", "a?c", "abc", True),
                ("matches", "a.c", "abc", False), ("matches", "/p", "/pricing", False),
                ("ends_with", "pri", "/pricing", False), ("<", 2, 2, False), ("<=", 2, 2, True),
                (">", 1, 2, True), (">", 1, "2", True),
                (">", 2, 2, False), (">=", 2, 2, True), ("<", "10", "9", True), ("<=", 2, 3, False),
                (">", 0, "x", False), (">", 0, True, False), ("between", [1, 3], 3, True),
                ("between", [1, 3], 3.5, False), ("between", [1, 3], "1", True)]:
            rows.append((f"{carried!r} {op} {given!r}",
                         values.passes(carried, where("p", op, given)), expected))
        for op in ("is", "in", "contains", "starts_with", "ends_with", "matches", "is_set", ">",
                   ">=", "<", "<=", "between"):
            rows.append((f"missing fails {op}",
                         values.passes(None, where("p", op, ["a", "b"])), False))
        for op in ("is_not", "not_in", "not_contains", "is_not_set"):
            rows.append((f"missing passes {op}",
                         values.passes(None, where("p", op, ["a"])), True))
        rows += [
            ("case", values.passes("CMO", where("p", "is", "cmo", case=True)), False),
            ("case in contains", values.passes("CMO", where("p", "contains", "m", case=True)),
             False),
            ("all of where on one event",
             moments("A0{p=1} A1{q=1} A2{p=1,q=1}",
                     does("A", where=[where("p", "is", 1), where("q", "is", 1)])), [2]),
            ("on the person", moments("A0 A1{p=1} A2", does("A", where=[
                where("p", "is", 1, on="person")])), [1, 2]),
        ]
        self.check(rows)

    def test_does(self):
        p1 = [where("p", "is", 1)]
        after = {"goals": {"G": does("G")}}
        self.check([
            ("each matching event", moments("A0 B1 A2", does("A")), [0, 2]),
            ("several names", moments("A0 B1 C2", does(["A", "B"])), [0, 1]),
            ("any event", moments("A0 B1", does("*")), [0, 1]),
            ("first_time: the first ever", moments("A0 A1", does("A", first_time=True)), [0]),
            ("of these names", moments("A0 B1", does(["A", "B"], first_time=True)), [0]),
            ("first_time is before where", moments("A0 A1{p=1}", does("A", first_time=True,
                                                                     where=p1)), []),
            ("matching is after it", moments("A0 A1{p=1} A2{p=1}",
                                             does("A", first_time="matching", where=p1)), [1]),
            ("and before between", moments("A0 A2d", does("A", first_time="matching",
                                                          between=["2026-07-02", None])), []),
            ("between: whole days, ends included",
             moments("A0d A23h A1d A47h A2d", does("A", between=["2026-07-01", "2026-07-02"]),
                     unit="h"), [0, 23, 24, 47]),
            ("in the project's zone",
             moments("A21h A22h A45h A46h", does("A", between=["2026-07-02", "2026-07-02"]),
                     unit="h", time_zone="Europe/Berlin"), [22, 45]),
            ("between instants, end included",
             moments("A0 A5 A6", does("A", between=[iso(0), iso(5)])), [0, 5]),
            ("after: later", moments("A0 G1 A2", does("A", after="G"), **after), [2]),
            ("after: at the same time, in whatever file order",
             moments("A1 G1 A0", does("A", after="G"), **after), [1]),
            ("after: another event", moments("G0 G1", does("G", after="G"), **after), [1]),
            ("after within: end included", moments("G0 A5 A6", does("A", after="G", within={
                "seconds": 5}), **after), [5]),
            ("from each completion", moments("G0 G4 A6 A10", does("A", after="G", within={
                "seconds": 5}), **after), [6]),
            ("after within the session", moments("A0m G10m A20m A2h", does("A", after="G", within={
                "session": True}), unit="m", **after), [20]),
            ("first_days, end included", moments("B0 A1d A49h", does("A", within={
                "first_days": 1}), unit="d"), [1]),
            ("goal: over its completions", moments("G0 G1", {"goal": "G", "first_time": True},
                                                   **after), [0]),
        ])

    def test_tallies(self):
        after = {"goals": {"G": does("G")}}

        def times(n, **rest):
            return does("A", times={"at_least": n}, **rest)

        def total(n, **rest):
            return does("A", total={"prop": "n", "at_least": n}, **rest)
        self.check([
            ("the event that reaches it, once", moments("A0 A1 A2", times(2)), [1]),
            ("where counts", moments("A0 A1{p=1} A2{p=1}", times(2, where=[where("p", "is", 1)])),
             [2]),
            ("sliding, end included", moments("A0 A6 A11", times(2, within={"seconds": 5})), [11]),
            ("again when the span before did not reach it",
             moments("A0 A1 A2 A20 A21", times(2, within={"seconds": 5})), [1, 21]),
            ("once per session", moments("A0m A1m A2m A2h A121m", times(2, within={
                "session": True}), unit="m"), [1, 121]),
            ("first_days", moments("B0 A1d A25h", times(2, within={"first_days": 1})), []),
            ("total", moments("A0{n=1} A1 A2{n=1.5}", total(2.5)), [2]),
            ("number as text", moments("A0{n=1} A1{n=\"2\"}", total(3)), [1]),
            ("total once per session", moments("A0{n=3} A1{n=3} A2h{n=3}", total(3, within={
                "session": True}), unit="h"), [0, 2]),
            ("after with a length is no sliding window: once",
             moments("G0 A1 A2 G100 A101 A102", times(2, after="G", within={"seconds": 5}),
                     **after), [2]),
            ("and counts from each completion only",
             moments("A0 G1 A2 A3", times(2, after="G", within={"seconds": 5}), **after), [3]),
            ("after in the session", moments("A0m G1m A2m A3m", times(2, after="G", within={
                "session": True}), unit="m", **after), [3]),
            ("not those before it", moments("G0 A1 G7 A8", times(2, after="G", within={
                "seconds": 5}), **after), []),
            ("nor the completion itself",
             moments("G0 G1 G2", does("G", after="G", times={"at_least": 2}, within={
                 "seconds": 1}), **after), []),
            ("first_days inside", moments("A0 A1d A50h", does("A", times={
                "at_least": 3, "within": {"first_days": 1}})), []),
            ("more than n in any one window", holds("A0 A1 A99", does("A", times={
                "at_most": 1, "within": {"seconds": 5}})), False),
            ("inside and beside: each its own",
             moments("A0m{n=1} A1m{n=1} A2h{n=2}", does("A", within={"session": True}, times={
                 "at_least": 2, "within": {"days": 1}}, total={"prop": "n", "at_least": 2}),
                 unit="m"), [1]),
            ("exactly: its at_least moments while not more",
             moments("A0 A1 A2", does("A", times={"exactly": 2})), [1]),
            ("exactly holds no more at the end", holds("A0 A1 A2", does("A", times={"exactly": 2})),
             False),
            ("exactly 0", holds("B0", does("A", times={"exactly": 0})), True),
            ("at_most", holds("A0 A1", does("A", times={"at_most": 1})), False),
            ("at_most in a window", holds("A0 A10", does("A", times={"at_most": 1}, within={
                "seconds": 5})), True),
            ("at_least stays true", holds("A0 A1 B1d", times(2, within={"seconds": 5})), True),
            ("times and total: two parts of an all",
             moments("A0{n=5} A1 A2{n=5}", does("A", times={"at_least": 2}, total={
                 "prop": "n", "at_least": 5})), [1]),
            ("within inside binds one alone",
             moments("A0{n=1} A10{n=1} A11", does("A", times={"at_least": 2, "within": {
                 "seconds": 5}}, total={"prop": "n", "at_least": 2})), [11]),
            ("and beside binds both",
             moments("A0{n=1} A10{n=1} A11", does("A", within={"seconds": 5}, times={
                 "at_least": 2}, total={"prop": "n", "at_least": 2})), []),
        ])

    def test_combinations(self):
        a, b, c = does("A"), does("B"), does("C")
        goals = {"goals": {"G": does("G")}}
        never = {"not": does("A", after="G", within={"seconds": 10})}
        self.check([
            ("any: those of every part", moments("A0 B1 A2", {"any": [a, b]}), [0, 1, 2]),
            ("all: the first event at which every part holds",
             moments("A0 B1 A2 B3", {"all": [a, b]}), [1]),
            ("beside a single part: at each of its moments",
             moments("A0 B1 A2", {"all": [a, {"not": b}]}), [0]),
            ("each at which they hold", moments("A0 A1 B2 A3", {"all": [a, {"not": b}]}), [0, 1]),
            ("equal times in file order", moments("A0 B0", {"all": [a, {"not": b}]}), [0]),
            ("and the other order", moments("B0 A0", {"all": [a, {"not": b}]}), []),
            ("judged at the moments of the others",
             moments("A0 B1 A2", {"all": [a, b, {"not": c}]}), [1]),
            ("a persona at its completion",
             moments("A0 B1 A2", {"all": [a, {"persona": "P"}]}, personas={"P": b}), [2]),
            ("not with a length waits", holds("G0", never, export_time=iso(9), **goals), False),
            ("until it has passed", holds("G0", never, export_time=iso(10), **goals), True),
            ("since every completion", holds("G0 G5", never, export_time=iso(12), **goals), False),
            ("never after", holds("G0 A10", never, export_time=iso(99), **goals), False),
            ("no completion, nothing to wait for", holds("B0", never, **goals), True),
            ("as a part of a part it waits too",
             holds("G0", {"not": {"any": [c, never["not"]]}}, export_time=iso(9), **goals), False),
            ("unless the other part decides",
             holds("G0 C1", {"not": {"any": [c, never["not"]]}}, export_time=iso(99), **goals),
             False),
            ("not of not", holds("G0", {"not": never}, export_time=iso(9), **goals), False),
            ("only completions known by then",
             moments("B0 G1", {"all": [b, never]}, **goals), [0]),
            ("not before it has passed",
             moments("G0 B9 B10", {"all": [b, never]}, **goals), [10]),
            ("a goal counts from its completion on",
             moments("A0 G1 A2", {"all": [a, {"not": {"goal": "G"}}]}, **goals), [0]),
            ("a persona in a rule: no earlier one matches",
             moments("A0 B1 A2", {"all": [a, {"persona": "Q"}]}, personas={"P": b, "Q": a}), [0]),
            ("the first persona wins", personas("A0 B1", {"P": a, "Q": b})["u1"], "P"),
            ("the rest", personas("C0", {"P": a, "Q": b})["u1"], "Everyone else"),
            ("read up to the export's end", holds("A0 B9", b, export_time=iso(5)), False),
            ("no time counts for rules without order", holds("A- A-", does("A", times={
                "at_least": 1})), True),
            ("and for nothing else", holds("A-", does("A", first_time=True)), False),
        ])

    def test_as_listed(self):
        self.check([
            ("others may lie between", people("A0 C1 B2", "A B"), [1, 1]),
            ("order is kept", people("B0 A1", "A B"), [1, 0]),
            ("every completion of step 1 starts a try",
             people("A0 A50 B55", "A B", within={"seconds": 10}), [1, 1]),
            ("window end included", people("A0 B10", "A B", within={"seconds": 10}), [1, 1]),
            ("and no later", people("A0 B10.001", "A B", within={"seconds": 10}), [1, 0]),
            ("measured from the try's start",
             people("A0 B6 C12", "A B C", within={"seconds": 10}), [1, 1, 0]),
            ("equal times never break it", people("B0 A0", "A B"), [1, 1]),
            ("three at one time", people("C0 B0 A0", "A B C"), [1, 1, 1]),
            ("one event serves one step", people("A0", "A A"), [1, 0]),
            ("two events serve two", people("A0 A0{p=1}", "A A"), [1, 1]),
            ("tied events are given so that all fit",
             people("A0 B1{p=1} B1", ["A", "B", does("B", where=[where("p", "is", 1)])]),
             [1, 1, 1]),
            ("the deciding try: earliest last step, then the latest start",
             funnel("A0 A3 B5 A6 B9", "A B")["steps"][1]["median_seconds"], 2),
            ("no completion of step 1", people("B0", "A B"), [0, 0]),
            ("without times, among themselves", people("B- A-", "A B"), [1, 1]),
            ("never mixed", people("A- B5", "A B"), [1, 0]),
            ("equally far, the try with times decides",
             funnel("A- B- A0 B5", "A B")["steps"][1]["median_seconds"], 5),
            ("not with a window", people("A- B-", "A B", within={"days": 1}), [0, 0]),
        ])

    def test_strict(self):
        def strict(*arguments, **rest):
            return people(*arguments, order="strict", **rest)
        self.check([
            ("the very next event", strict("A0 B1", "A B"), [1, 1]),
            ("of whatever name", strict("A0 C1 B2", "A B"), [1, 0]),
            ("passive too", strict("A0 Mail1 B2", "A B", definition={"passive": ["Mail"]}), [1, 0]),
            ("a repeated step 1 starts anew", strict("A0 A1 B2", "A B"), [1, 1]),
            ("equal times in file order", strict("B0 A0 A1", "A B"), [1, 0]),
            ("and so they fit", strict("A0 B0 A1", "A B"), [1, 1]),
            ("window, end included", strict("A0 B10", "A B", within={"seconds": 10}), [1, 1]),
            ("window", strict("A0 B10", "A B", within={"seconds": 9}), [1, 0]),
            ("refused where there are only days", strict("A0d B0d", "A B"),
             {"refused": "only days"}),
            ("not where nobody has two on a day", strict("A0d B1d u2:A0d", "A B"), [2, 1]),
            ("never without times", strict("A- B- A0.5", "A B"), [1, 0]),
        ])

    def test_any(self):
        def either(*arguments, **rest):
            return people(*arguments, order="any", **rest)
        self.check([
            ("whatever order", either("B0 A1", "A B"), [1, 1]),
            ("each once", either("A0 A1", "A B"), [1, 0]),
            ("every completion of any step starts a try",
             either("A0 B50 C55", "A B C", within={"seconds": 10}), [1, 1, 0]),
            ("tied before the start", either("C0 B0 A0", "A B C"), [1, 1, 1]),
            ("one event one step", either("A0 A1", "A A"), [1, 1]),
            ("the most steps", either("A0{p=1} A1{p=1} A2",
                                      ["A", does("A", where=[where("p", "is", 1)])]), [1, 1]),
            ("each as early as can be",
             funnel("B0 C5 A7", "A B C", order="any")["steps"][1]["median_seconds"], 5),
            ("a spoilt try is ignored, a shorter clean one counts",
             either("A0 X1 B2 C3", "A B C",
                    not_if=[{"rule": does("X"), "between": [1, 2]}]), [1, 1, 0]),
            ("none clean", either("A0 X1", "A B",
                                  not_if=[{"rule": does("X"), "between": [1, 2]}]), [0, 0]),
        ])

    def test_not_if(self):
        def not_if(words, names="A B", i=1, j=2, **rest):
            return people(words, names, not_if=[{"rule": does("X"), "between": [i, j]}], **rest)
        self.check([
            ("between spoils: leaves the whole funnel", not_if("A0 X1 B2"), [0, 0]),
            ("at the time of step i does not", not_if("A0 X0 B2"), [1, 1]),
            ("at the time of step j does not", not_if("A0 X2 B2"), [1, 1]),
            ("before or after does not", not_if("X0 A1 B2 X3"), [1, 1]),
            ("where j is not reached: to the window's end",
             not_if("A0 X9", within={"seconds": 10}), [0, 0]),
            ("before it, strictly", not_if("A0 X10", within={"seconds": 10}), [1, 0]),
            ("without a window: ever", not_if("A0 X99d"), [0, 0]),
            ("never reached i: not spoilt", not_if("A0 X1", "A B C", 2, 3), [1, 0, 0]),
            ("later steps only", not_if("A0 X1 B2 C3", "A B C", 2, 3), [1, 1, 1]),
            ("a clean one of the furthest decides", not_if("A0 X1 A2 B3"), [1, 1]),
            ("a shorter clean one does not", not_if("A0 X1 B2 A3"), [0, 0]),
            ("j over several steps", not_if("A0 B1 X2 C3", "A B C", 1, 3), [0, 0, 0]),
            ("strict", not_if("A0 A1 X1 B2", order="strict"), [1, 0]),
        ])

    def test_optional(self):
        maybe = {"does": "O", "optional": True}
        other = {"does": "B", "optional": True}
        self.check([
            ("taken", people("A0 O1 B2", ["A", maybe, "B"]), [1, 1, 1]),
            ("not needed", people("A0 B2", ["A", maybe, "B"]), [1, 0, 1]),
            ("too late for it", people("A0 B2 O3", ["A", maybe, "B"]), [1, 0, 1]),
            ("at the times of its neighbours", people("O0 A0 B2", ["A", maybe, "B"]), [1, 1, 1]),
            ("from the step before to the window's end where the next is not reached",
             people("A0 O10", ["A", maybe, "B"], within={"seconds": 10}), [1, 1, 0]),
            ("and no later", people("A0 O11", ["A", maybe, "B"], within={"seconds": 10}),
             [1, 0, 0]),
            ("only what serves no other step", people("A0 B1", ["A", other, "B"]), [1, 0, 1]),
            ("the next step looks back over it",
             [s["median_seconds"] for s in funnel("A0 O1 B5", ["A", maybe, "B"])["steps"]],
             [None, 1, 5]),
            ("share of the previous that is not optional",
             funnel("A0 O1 B5 u2:A0 u2:B9", ["A", maybe, "B"])["steps"][2]["of_previous"], 1),
            ("one event for one of two", people("A0 O1 B2", ["A", maybe, maybe, "B"]),
             [1, 1, 0, 1]),
            ("any event", people("A0 Z1 B2", ["A", {"does": "*", "optional": True}, "B"]),
             [1, 1, 1]),
        ])

    def test_counts(self):
        groups = "A0{c=x} u2:B1{c=x} u3:A0{c=y} u3:B1"
        self.check([
            ("sessions", people("A0m B10m A2h A4h", "A B", count="sessions"), [3, 1]),
            ("not across sessions", people("A0m B2h", "A B", count="sessions"), [1, 0]),
            ("tries", people("A0 A1 B2 A9", "A B", count="tries"), [3, 2]),
            ("spoilt tries are left out", people("A0 X1 A2 B3", "A B", count="tries",
                                                 not_if=[{"rule": does("X"), "between": [1, 2]}]),
             [1, 1]),
            ("groups of people, the event's value, else the person's",
             people(groups, "A B", count={"prop": "c"}), [2, 2]),
            ("without a value left out, never lumped", people("A0 u2:B1", "A B",
                                                              count={"prop": "c"}), [0, 0]),
            ("rules are judged per person", people("A0{c=x} u2:A1{c=x} u2:B2{c=x}", [
                does("A", times={"at_least": 2}), "B"], count={"prop": "c"}), [0, 0]),
            ("only these people", people("A0 u2:A0 u2:B1", "A B", people=does("B")), [1, 1]),
            ("tries that start in the period; later steps may lie after it",
             people("A0d B5d u2:A3d u2:B4d", "A B", between=["2026-07-01", "2026-07-02"]), [1, 1]),
        ])

    def test_groups(self):
        def groups(words, names="A B", definition=None, rest=None, **compare):
            answer = funnel(words, names, definition=definition, compare=compare, **(rest or {}))
            return {name: [s["people"] for s in g["steps"]]
                    for name, g in answer["groups"].items()}
        two = "A0{d=Mac} B5{d=PC} u2:A0{d=PC} u3:A0 u3:B1"
        self.check([
            ("persona at the end", groups("A0 B1 u2:A0", by="persona",
                                          definition={"personas": {"P": does("B")}}),
             {"P": [1, 1], "Everyone else": [1, 0]}),
            ("a property of the person", groups("A0{d=x} B1 u2:A0", by="person", prop="d"),
             {"x": [1, 1], "": [1, 0]}),
            ("first", groups(two, by="property", prop="d"),
             {"Mac": [1, 1], "PC": [1, 0], "": [1, 1]}),
            ("last", groups(two, by="property", prop="d", take="last"),
             {"PC": [2, 1], "": [1, 1]}),
            ("of equal starts the first in the files",
             groups("A0{d=x} A0{d=y} B1", by="property", prop="d"), {"x": [1, 1]}),
            ("of equal steps too",
             groups("A0 B1{d=x} B1{d=y}", by="property", prop="d", take="last"), {"x": [1, 1]}),
            ("an optional step is one",
             groups("A0 O1{d=x} B2", ["A", {"does": "O", "optional": True}, "B"], by="property",
                    prop="d"), {"x": [1, 1, 1]}),
            ("in the order taken",
             groups("A0 P1{d=p} O2{d=o} B3", ["A", {"does": "O", "optional": True},
                                              {"does": "P", "optional": True}, "B"],
                    by="property", prop="d", take="last"), {"o": [1, 1, 1, 1]}),
            ("the first that carries one", groups("A0 B5{d=PC}", by="property", prop="d"),
             {"PC": [1, 1]}),
            ("step n: anew with only those events, perhaps in several",
             groups("A0 B1{d=x} B2{d=y} u2:A0", by="property", prop="d", take="step 2"),
             {"x": [1, 1], "y": [1, 1]}),
            ("step n: missing", groups("A0 B1", by="property", prop="d", take="step 2"),
             {"": [1, 1]}),
            ("each: every step's events", groups("A0{d=x} B1{d=y} B2{d=x}", by="property",
                                                 prop="d", take="each"), {"x": [1, 1]}),
            ("0 is a value", groups("A0{d=0}", "A", by="property", prop="d"), {"0": [1]}),
            ("a list", groups("A0{d=Mac} u2:A0{e=1}", "A", by="property", prop=["d", "e"]),
             {'["Mac",""]': [1], '["","1"]': [1]}),
            ("Other: by people, then by name",
             groups("A0{d=b} u2:A0{d=a} u3:A0{d=c} u4:A0{d=c}", "A", by="property", prop="d",
                    limit=2), {"c": [2], "a": [1], "Other": [1]}),
            ("each person once in Other, with the furthest result",
             groups("A0 B1{d=y} C2 B3{d=x} u2:A0 u2:B1{d=z} u3:A0 u3:B1{d=z}", "A B C",
                    by="property", prop="d", take="step 2", limit=1),
             {"z": [2, 2, 0], "Other": [1, 1, 1]}),
            ("period: as long before it", groups(
                "A2d u2:A3d u3:A4d u4:A1d u5:A0d u6:A5d", "A", by="period",
                rest={"between": ["2026-07-03", "2026-07-04"]}), {"this": [2], "before": [2]}),
        ])

    def test_under_way(self):
        def way(words, names="A B", end=20, **rest):
            return funnel(words, names, definition={"export_time": iso(end)}, **rest)
        within = {"within": {"seconds": 10}}

        def crowd(n):
            return "A15 " + " ".join(f"u{i}:A0" for i in range(2, n + 1))
        self.check([
            ("window ends after the export", way("A11", **within)["still_under_way"], [1, 0]),
            ("at its end it is over", way("A10", **within)["still_under_way"], [0, 0]),
            ("who finished is not", way("A11 B12", **within)["still_under_way"], [0, 0]),
            ("only by an unspoilt try",
             way("A0 A15 X16", not_if=[{"rule": does("X"), "between": [1, 2]}],
                 **within)["still_under_way"], [0, 0]),
            ("no window, never", way("A19")["still_under_way"], [0, 0]),
            ("not lost", way("A11", **within)["steps"][1]["dropped_before"], []),
            ("lost", way("A1", **within)["steps"][1]["dropped_before"], ["u1"]),
            ("another open try is enough; where they stand",
             way("A0 B1 A15", "A B C", **within)["still_under_way"], [0, 1, 0]),
            ("strict: an event after its last step ends it",
             way("A15 C16", order="strict", **within)["still_under_way"], [0, 0]),
            ("strict: none", way("C14 A15", order="strict", **within)["still_under_way"], [1, 0]),
            ("sessions: long quiet", way("A0", end=1801, within={"days": 1},
                                         count="sessions")["still_under_way"], [0, 0]),
            ("sessions: still open", way("A0", end=1800, within={"days": 1},
                                         count="sessions")["still_under_way"], [1, 0]),
            ("settled beside", way("A0 B1 u2:A0 u3:A15", **within)["settled"]["entered"], 2),
            ("settled: whose window is over, finished or not",
             way("A0 B1 u2:A0 u3:A15 u4:A15 u4:B16", **within)["settled"]["entered"], 2),
            ("2 % are not more than 2 %", way(crowd(50), **within)["settled"], None),
            ("1 of 49 are", way(crowd(49), **within)["settled"]["entered"], 48),
            ("nobody under way: none", way("A0 B1", **within)["settled"], None),
        ])

    def test_numbers(self):
        words = "A0 B10 u2:A0 u2:B20 u3:A0 u3:B40 u4:A0"
        answer = funnel(words, "A B")
        second = answer["steps"][1]
        low, high = second["of_first_range"]
        spread = funnel(" ".join(f"u{i}:A0 u{i}:B{i}" for i in range(1, 10)), "A B")["histogram"]
        self.check([
            ("shares", (second["of_first"], second["of_previous"]), (.75, .75)),
            ("Wilson", (round(low, 4), round(high, 4)), (.3006, .9544)),
            ("step 1", (answer["steps"][0]["of_first"], answer["steps"][0]["of_first_range"]),
             (1, None)),
            ("median", second["median_seconds"], 20),
            ("mean", round(second["mean_seconds"], 4), 23.3333),
            ("median of two", funnel("A0 B1 u2:A0 u2:B2", "A B")["steps"][1]["median_seconds"],
             1.5),
            ("histogram: three parts of 8 seconds, and the longest's",
             (spread["from"], spread["width"], spread["people"]), (1, 3, [3, 3, 3])),
            ("one more holds the longest", funnel("A0 B1 u2:A0 u2:B3", "A B")["histogram"],
             {"from": 1, "width": 1, "people": [1, 0, 1]}),
            ("all equal", funnel("A0 B1 u2:A0 u2:B1", "A B")["histogram"],
             {"from": 1, "width": 1, "people": [2]}),
            ("nothing to divide", funnel("C0", "A B")["steps"][1]["of_first"], None),
        ])

    def test_ways(self):
        """The earliest way step by step is the best of all ways to give events to steps."""
        import generate
        for case in generate.cases("ways", 400):
            if case["kind"] != "funnel" or len(case["funnel"]["steps"]) > 4:
                continue
            with self.subTest(case["seed"]):
                self.every_way(case)

    def every_way(self, case):
        try:
            it = oracle.Funnel(oracle.Judge(oracle.World(case["events"], case["definition"])),
                               case["funnel"])
        except oracle.Refused:
            return
        if it.order == "strict" or any(it.optional):
            return
        for unit in it.units():
            for attempt in it.run(unit, it.step_events, None):
                self.assertEqual([tries.clock(e) for _, e in attempt.taken],
                                 best_times(it, unit, attempt))


def best_times(it, unit, attempt):
    """By trying every assignment of distinct events to steps."""
    events = [e for e in unit.events if (e.time is None) == (attempt.start.time is None)]
    limit = float("inf") if it.window is None else attempt.start.time + it.window
    begin = tries.clock(attempt.start)
    found = []

    def extend(done, steps):
        """`done`: [(event, step)]; in order, each later step may only follow the ones before."""
        found.append(sorted(tries.clock(e) for e, _ in done))
        for k in steps:
            for e in events:
                if e in it.step_events[k] and begin <= tries.clock(e) <= limit \
                        and all(e is not used for used, _ in done):
                    if it.order == "as_listed":
                        if tries.clock(e) >= tries.clock(done[-1][0]):
                            extend(done + [(e, k)], [k + 1] if k + 1 < len(it.steps) else [])
                    elif all(k != j for _, j in done):
                        extend(done + [(e, k)], [j for j in steps if j > k])

    if it.order == "as_listed":
        extend([(attempt.start, 0)], [1] if len(it.steps) > 1 else [])
    else:
        for k in range(len(it.steps)):
            if attempt.start in it.step_events[k]:
                extend([(attempt.start, k)], [j for j in range(len(it.steps)) if j != k])
    most = max(map(len, found))
    return min(times for times in found if len(times) == most)


if __name__ == "__main__":
    sys.exit(unittest.main(verbosity=1))
