#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Inkling authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the engine (probe.c) against the second evaluator (oracle.py) on random cases.

  compare.py PROBE [--seed S …] [--cases N] [--shrink] [--stop-after D] [--save FOLDER]

Prints how many agree, by form. A difference is shrunk (fewer lines, people, steps, conditions) and
printed with both answers. Exit 1 where anything differs.
"""

import argparse
import collections
import copy
import itertools
import json
import math
import os
import subprocess
import sys
import tempfile

import generate
import oracle
import values


class Probe:
    """The engine, one line in and one out; started anew after a crash."""

    def __init__(self, *command):
        self.command = command
        self.process = None

    def start(self):
        self.process = subprocess.Popen(self.command, stdin=subprocess.PIPE, text=True,
                                        stdout=subprocess.PIPE, encoding="utf-8")

    def answer(self, case):
        if self.process is None:
            self.start()
        try:
            self.process.stdin.write(json.dumps(case) + "\n")
            self.process.stdin.flush()
            line = self.process.stdout.readline()
        except BrokenPipeError:
            line = ""
        if not line:
            code = self.process.wait()
            self.process = None
            return {"crashed": code}
        return json.loads(line)


    def answers(self, cases):
        """(case, answer) of each; the engine works ahead while the case before is looked at."""
        cases = list(cases)
        while cases:
            with tempfile.TemporaryFile("w+", encoding="utf-8") as file:
                file.writelines(json.dumps(case) + "\n" for case in cases)
                file.seek(0)
                with subprocess.Popen(self.command, stdin=file, stdout=subprocess.PIPE,
                                      encoding="utf-8") as process:
                    done = 0
                    for done, line in enumerate(process.stdout, 1):
                        yield cases[done - 1], json.loads(line)
                if done < len(cases):
                    yield cases[done], {"crashed": process.returncode}
                cases = cases[done + 1:]


# ---------------------------------------------------------------- what has to be equal


def stripped(bins):
    """Empty bins at the end say nothing."""
    bins = list(bins)
    while bins and bins[-1] == 0:
        bins.pop()
    return bins


def plain_histogram(histogram):
    if not histogram or not histogram.get("people"):
        return None
    return {"from": histogram["from"], "width": histogram["width"],
            "people": stripped(histogram["people"])}


STEP_KEYS = ("people", "dropped", "of_first", "of_first_range", "of_previous", "of_previous_range",
             "median_seconds", "mean_seconds")


def plain_steps(steps, lists):
    answer = []
    for step in steps:
        plain = {key: step[key] for key in STEP_KEYS}
        if lists:
            for key in ("people_at", "dropped_before"):
                plain[key] = sorted(step[key])
        answer.append(plain)
    return answer


def plain_settled(settled):
    return settled and {
        "entered": settled["entered"],
        "steps": [{k: s[k] for k in ("people", "of_first", "of_first_range")}
                  for s in settled["steps"]]}


def plain_funnel(answer, case):
    # Lists are of people; what stands in them for a group of people has no sentence.
    lists = not isinstance(case["funnel"].get("count"), dict)
    plain = {"entered": answer["entered"], "steps": plain_steps(answer["steps"], lists),
             "still_under_way": answer["still_under_way"],
             "histogram": plain_histogram(answer["histogram"])}
    plain["settled"] = plain_settled(answer.get("settled"))
    if "compare" in case["funnel"]:
        # A group in which nobody is says nothing.
        plain["groups"] = {
            name: {"steps": plain_steps(group["steps"], lists),
                   "still_under_way": group["still_under_way"],
                   "settled": plain_settled(group.get("settled"))}
            for name, group in answer["groups"].items() if group["steps"][0]["people"]}
    return plain


def plain_goals(answer):
    """Every completion of every person; and people, completions, first and last of each goal."""
    plain = {"moments": answer["goals"], "overview": {}}
    if "overview" in answer:
        for g in answer["overview"]["goals"]:
            plain["overview"][g["name"]] = {
                "people": g["people"], "completions": g["completions"],
                "first": g["first"] and values.parse_time(g["first"]),
                "last": g["last"] and values.parse_time(g["last"])}
        return plain
    for name, people in answer["goals"].items():
        times = [t for all_times in people.values() for t in all_times]
        known = [t for t in times if t is not None]
        plain["overview"][name] = {"people": len(people), "completions": len(times),
                                   "first": min(known, default=None),
                                   "last": max(known, default=None)}
    return plain


def plain_personas(answer):
    if isinstance(answer["personas"], dict):
        return dict(collections.Counter(answer["personas"].values()))
    return {p["name"]: p["people"] for p in answer["personas"] if p["people"]}


def plain(answer, case):
    if "refused" in answer:
        return {"refused": True}
    if "crashed" in answer:
        return answer
    if case["kind"] == "goals":
        return plain_goals(answer)
    if case["kind"] == "personas":
        return plain_personas(answer)
    return plain_funnel(answer, case)


def difference(a, b, place="answer"):
    """Where two answers differ first, else None."""
    if isinstance(a, dict) and isinstance(b, dict):
        for key in list(a) + [k for k in b if k not in a]:
            if key not in a or key not in b:
                return f"{place}.{key!r} is only in the {'oracle' if key in a else 'engine'}"
            found = difference(a[key], b[key], f"{place}.{key}")
            if found:
                return found
        return None
    if isinstance(a, list) and isinstance(b, list):
        if len(a) != len(b):
            return f"{place}: oracle {a}, engine {b}"
        for i, (x, y) in enumerate(zip(a, b)):
            found = difference(x, y, f"{place}[{i}]")
            if found:
                return found
        return None
    numbers = [isinstance(x, (int, float)) and not isinstance(x, bool) for x in (a, b)]
    if all(numbers):
        if math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-9):
            return None
    elif a == b:
        return None
    return f"{place}: oracle {a!r}, engine {b!r}"


# ---------------------------------------------------------------- shrinking


def smaller(case):
    """The same case with one thing less."""
    lines = case["events"]
    for size in (8, 4, 2, 1):
        for i in range(0, len(lines), size):
            yield {**case, "events": lines[:i] + lines[i + size:]}
    for i, line in enumerate(lines):
        for key in line.get("properties", {}):
            other = copy.deepcopy(case)
            del other["events"][i]["properties"][key]
            yield other
    for path in list(paths(case["definition"], ("definition",))) + \
            list(paths(case.get("funnel", {}), ("funnel",))):
        other = copy.deepcopy(case)
        holder = other
        for key in path[:-1]:
            holder = holder[key]
        del holder[path[-1]]
        yield other
    for path in list(paths(case["definition"], ("definition",))) + \
            list(paths(case.get("funnel", {}), ("funnel",))):
        value = case
        for key in path:
            value = value[key]
        if isinstance(value, dict):
            for key in ("all", "any"):
                for part in value.get(key, ()):
                    yield replaced(case, path, part)
            if "not" in value:
                yield replaced(case, path, value["not"])


def replaced(case, path, part):
    other = copy.deepcopy(case)
    holder = other
    for key in path[:-1]:
        holder = holder[key]
    holder[path[-1]] = copy.deepcopy(part)
    return other


def paths(value, here):
    """Everything that can be taken out of a definition, the large first."""
    pairs = value.items() if isinstance(value, dict) else \
        enumerate(value) if isinstance(value, list) else ()
    for key, part in pairs:
        yield here + (key,)
        yield from paths(part, here + (key,))


def valid(case):
    """Whether a shrunk case still says something: the oracle would stumble over most that do not."""
    funnel = case.get("funnel")
    if case["kind"] == "funnel" and (not funnel or not funnel.get("steps")
                                     or funnel["steps"][0].get("optional")
                                     or not funnel.get("name")):
        return False
    if not all("name" in x and "rule" in x for key in ("goals", "personas")
               for x in case["definition"].get(key, ())):
        return False
    compare = (funnel or {}).get("compare")
    if compare is not None and (
            "by" not in compare or (compare["by"] == "period") != ("between" in funnel
                                                                  and funnel["between"][0] is not None)
            or compare["by"] in ("person", "property") and not compare.get("prop")
            or isinstance(compare.get("prop"), list) and len(compare["prop"]) < 2):
        return False
    judge = oracle.Judge(oracle.World(case["events"], case["definition"]))
    rules = [g["rule"] for g in case["definition"].get("goals", ())]
    if funnel:
        rules += funnel["steps"] + [x["rule"] for x in funnel.get("not_if", ())]
    return all(judge.has_moments(rule) for rule in rules)


def differs(case, probe, refused_too):
    try:
        if not valid(case):
            return None
        expected = plain(oracle.answer(case), case)
    except Exception:
        return None
    got = plain_or_odd(probe.answer(case), case)
    if "refused" in got and not refused_too:
        return None
    return difference(expected, got)


def plain_or_odd(answer, case):
    try:
        return plain(answer, case)
    except (KeyError, TypeError, IndexError) as problem:
        return {"odd": f"{problem!r} in {answer}"}


def shrunk(case, probe):
    if "refused" in probe.answer(case):
        return case                                  # less would be refused for other reasons
    refused_too = False
    going = True
    while going:
        going = False
        for other in smaller(case):
            if differs(other, probe, refused_too):
                case, going = other, True
                break
    return case


# ---------------------------------------------------------------- the run


def form(case):
    if case["kind"] != "funnel":
        return [case["kind"]]
    funnel = case["funnel"]
    order = funnel.get("order", "as_listed")
    count = funnel.get("count", "people")
    names = [f"funnel {order}", f"count {'property' if isinstance(count, dict) else count}"]
    for key in ("within", "not_if", "people", "between"):
        if key in funnel:
            names.append(f"{order} {key}")
    if any(s.get("optional") for s in funnel["steps"]):
        names.append(f"{order} optional")
    if "compare" in funnel:
        names.append("compare " + funnel["compare"]["by"] + " "
                     + funnel["compare"].get("take", "").split(" ")[0])
    return names


def show(case, probe, found):
    print("-" * 78)
    print("difference:", found)
    for line in case["events"]:
        print("  ", json.dumps(line, ensure_ascii=False))
    print("definition:", json.dumps(case["definition"], ensure_ascii=False))
    if "funnel" in case:
        print("funnel:", json.dumps(case["funnel"], ensure_ascii=False))
    print("oracle:", json.dumps(oracle.answer(case), ensure_ascii=False))
    print("engine:", json.dumps(probe.answer(case), ensure_ascii=False))
    print("case:", json.dumps(case, ensure_ascii=False))


def saved_cases(folder):
    """Cases that once differed, kept for ever."""
    if folder and os.path.isdir(folder):
        for name in sorted(os.listdir(folder)):
            if name.endswith(".json"):
                with open(os.path.join(folder, name), encoding="utf-8") as file:
                    for line in file:
                        yield json.loads(line)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("probe")
    parser.add_argument("--import", dest="through_import", action="store_true",
                        help="let the engine import the events from a file")
    parser.add_argument("--seed", nargs="+", default=["1"])
    parser.add_argument("--cases", type=int, default=1000, help="of each seed")
    parser.add_argument("--shrink", action="store_true")
    parser.add_argument("--stop-after", type=int, default=1)
    parser.add_argument("--kept", help="a folder of cases that are run first")
    parser.add_argument("--quiet", action="store_true", help="no table")
    arguments = parser.parse_args()
    probe = Probe(arguments.probe, *(["--import"] if arguments.through_import else []))
    agree, total, differences = collections.Counter(), collections.Counter(), 0
    everything = itertools.chain(saved_cases(arguments.kept), *(
        generate.cases(seed, arguments.cases) for seed in arguments.seed))
    for case, answer in probe.answers(everything):
        expected = plain(oracle.answer(case), case)
        got = plain_or_odd(answer, case)
        found = difference(expected, got)
        for name in ["all"] + form(case):
            total[name] += 1
            agree[name] += not found
        if found:
            differences += 1
            if arguments.shrink:
                case = shrunk(case, probe)
                found = differs(case, probe, True)
            show(case, probe, found)
            if differences >= arguments.stop_after:
                break
    if not arguments.quiet:
        for name in sorted(total):
            print(f"{name:36} {agree[name]:7} of {total[name]:7} agree")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
