#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Inkling authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How often indicators are found in worlds with a known truth, and how often where there are none.

  tests/bench/worlds.py --cli build/src/cli/inkling-cli [--simulate ../shared/reference/simulate.py]
                        [--base 40] [--null 200] [--jobs 1] [--search]

Makes each world with simulate.py, imports it, asks `indicators --json`, counts the verdicts and holds
them against the method's bar. Exit 1 where a bar is missed. Fewer worlds than 40 and 200 lower the
counts that are asked for in proportion. With --search only B is a goal: the other micros are events
that a search may find, and it is counted what holds in the half of the people that judges.
"""
import argparse
import collections
import concurrent.futures
import json
import math
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
SIMULATE = os.path.join(HERE, "..", "..", "..", "shared", "reference", "simulate.py")
PEOPLE = {"base": 4000, "null": 3000}


def definition(truth, letters):
    """The goals and personas of a world, each micro being an event of its name."""
    does = lambda name, kind: {"name": name, "kind": kind, "rule": {"does": name}}
    role = lambda name: {"name": name, "rule": {"person": truth["persona_property"], "op": "is",
                                                "value": name}}
    # What is no goal is everyday activity, but for what the person does not do: mails.
    passive = [name for name, micro in truth["micros"].items()
               if micro["letter"] in "CD" and micro["letter"] not in letters]
    return {"inkling": 1, "time_zone": "UTC", "export_time": truth["export_time"],
            "passive": passive,
            "goals": [does(truth["macro"], "macro")]
                     + [does(name, "micro") for name, micro in truth["micros"].items()
                        if micro["letter"] in letters],
            "personas": [role(name) for name in truth["personas"]]}


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def world(options, name, seed):
    """The verdicts and ratios of one world, by the letters of its micros."""
    with tempfile.TemporaryDirectory() as folder:
        at = lambda file: os.path.join(folder, file)
        run(sys.executable, options.simulate, "--world", name, "--seed", str(seed), "--people",
            str(PEOPLE[name]), "--out", folder)
        with open(at("truth.json"), encoding="utf-8") as file:
            truth = json.load(file)
        with open(at("goals.json"), "w", encoding="utf-8") as file:
            json.dump(definition(truth, "B" if options.search else "ABCDEFG"), file)
        run(options.cli, "import", at("world.inkling"), at("events.csv"))
        run(options.cli, "define", at("world.inkling"), at("goals.json"))
        answer = json.loads(run(options.cli, "indicators", at("world.inkling"), "--macro",
                                truth["macro"], "--json",
                                *(["--search"] if options.search else [])))
    letters = {name: micro["letter"] for name, micro in truth["micros"].items()}
    if options.search:
        return searched(answer["search"], letters)
    return {letters[row["micro"]]: row for row in answer["indicators"]}


def searched(search, letters):
    """What holds: letters of the micros, in whatever form they were found, else the find's name."""
    holds = [found for found in search["found"] if found["holds"]]
    return {"candidates": search["candidates"],
            "stood_out": len(search["found"]),
            "holds": [next((letter for name, letter in letters.items()
                            if name in json.dumps(found["rule"])), found["micro"])
                      for found in holds]}


def worlds(options, name, seeds):
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        return list(pool.map(lambda seed: world(options, name, seed), seeds))


def mean_ratio(rows):
    logs = [math.log(row["lift"]) for row in rows if row["lift"]]
    return math.exp(sum(logs) / len(logs)) if logs else float("nan")


def show(title, found):
    print(title)
    for letter in sorted(found[0]):
        rows = [one[letter] for one in found]
        counts = collections.Counter(row["verdict"] for row in rows)
        verdicts = ", ".join("%s %d" % pair for pair in counts.most_common())
        print("  %s  lift %5.2f  %s" % (letter, mean_ratio(rows), verdicts))


def count(found, letter, *verdicts):
    return sum(one[letter]["verdict"] in verdicts for one in found)


def count_persona(found, letter, persona, verdict):
    return sum(any(row["persona"] == persona and row["verdict"] == verdict
                   for row in one[letter]["personas"]) for one in found)


LEADS = ("Leading indicator", "Fading")


def hold(what, got, bar, at_least):
    kept = got >= bar if at_least else got <= bar
    print("  %-34s %3d   %s %s   %s" % (what, got, ">=" if at_least else "<=", bar,
                                        "yes" if kept else "NO"))
    return kept


def judge_base(found):
    part = len(found) / 40
    least = lambda n: math.floor(n * part)
    kept = [hold(what, count(found, letter, *verdicts), least(39), True)
            for what, letter, verdicts in (("A leads", "A", LEADS), ("F leads", "F", LEADS),
                                           ("D trails the sale", "D", ("Trails the sale",)),
                                           ("G is the last step", "G", ("Last step",)))]
    kept += [hold("%s leads, falsely" % letter, count(found, letter, *LEADS),
                  math.ceil(3 * part), False) for letter in "BC"]
    kept.append(hold("E depends on persona", count(found, "E", "Depends on persona"), least(36),
                     True))
    kept.append(hold("E leads among founders",
                     count_persona(found, "E", "founder", "Leading indicator"), least(38), True))
    return all(kept)


def judge_null(found):
    false = sum(any(row["verdict"] in LEADS for row in one.values()) for one in found)
    return hold("worlds with a false lead", false, math.ceil(0.06 * len(found)), False)


def judge_search(title, found, is_null):
    """In a null world nothing leads; in a base world A, E and F do (E for some)."""
    counts = collections.Counter(what for one in found for what in set(one["holds"]))
    print("%s, %d worlds: %.0f candidates, %.1f stood out" % (
        title, len(found), sum(one["candidates"] for one in found) / len(found),
        sum(one["stood_out"] for one in found) / len(found)))
    print("  holds: %s" % ", ".join("%s %d" % pair for pair in counts.most_common()))
    true = set() if is_null else {"A", "E", "F"}
    false = sum(any(what not in true for what in one["holds"]) for one in found)
    kept = hold("worlds with a false find", false, math.ceil(0.06 * len(found)), False)
    if not is_null:
        kept = hold("A is found and holds", counts["A"], math.floor(0.95 * len(found)), True) and kept
    return kept


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cli", required=True)
    parser.add_argument("--simulate", default=SIMULATE)
    parser.add_argument("--base", type=int, default=40)
    parser.add_argument("--null", type=int, default=200)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--search", action="store_true")
    options = parser.parse_args()
    kept = True
    if options.search:
        if options.base > 0:
            found = worlds(options, "base", range(1, options.base + 1))
            kept = judge_search("base", found, False)
        if options.null > 0:
            found = worlds(options, "null", range(1001, 1001 + options.null))
            kept = judge_search("null", found, True) and kept
        sys.exit(0 if kept else 1)
    if options.base > 0:
        found = worlds(options, "base", range(1, options.base + 1))
        show("base, %d worlds" % len(found), found)
        kept = judge_base(found)
    if options.null > 0:
        found = worlds(options, "null", range(1001, 1001 + options.null))
        show("null, %d worlds" % len(found), found)
        kept = judge_null(found) and kept
    sys.exit(0 if kept else 1)


if __name__ == "__main__":
    main()
