#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Inkling authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How often each form occurs among the cases of generate.py, and how often it matters: the share of
its cases whose answer changes without it.

  coverage.py [--seed S] [--cases N]
"""

import argparse
import collections
import copy

import generate
import oracle


def rules_of(case):
    """Every rule object of a case with a word for its place."""
    found = []

    def walk(rule):
        found.append(rule)
        for key in ("all", "any"):
            for part in rule.get(key, ()):
                walk(part)
        if "not" in rule:
            walk(rule["not"])

    for goal in case["definition"].get("goals", ()):
        walk(goal["rule"])
    for persona in case["definition"].get("personas", ()):
        walk(persona["rule"])
    funnel = case.get("funnel", {})
    for step in funnel.get("steps", ()):
        walk(step)
    for exclusion in funnel.get("not_if", ()):
        walk(exclusion["rule"])
    if "people" in funnel:
        walk(funnel["people"])
    return found


def without_features(case):
    """(feature, the case without it), for every feature that the case has."""

    def changed(change):
        other = copy.deepcopy(case)
        change(other)
        return other

    def at(i, change):
        return changed(lambda c: change(rules_of(c)[i]))

    for i, rule in enumerate(rules_of(case)):
        place = "goal" if "goal" in rule else "does"
        for key in ("first_time", "between"):
            if key in rule and ("does" in rule or "goal" in rule):
                yield f"rule {place} {key} {rule[key] if key == 'first_time' else ''}".strip(), \
                    at(i, lambda r, k=key: r.pop(k))
        if "after" in rule:
            window = next(iter(rule.get("within", {"no window": 0})))
            window = window if window in ("session", "first_days", "no window") else "length"

            def no_after(r):
                del r["after"]
                if "times" not in r and "total" not in r:
                    if "first_days" not in r.get("within", {}):
                        r.pop("within", None)
            yield f"rule after, {window}", at(i, no_after)
        for which in ("times", "total"):
            if which not in rule or not isinstance(rule[which], dict):
                continue
            tally = rule[which]
            for bound in ("at_least", "at_most", "exactly"):
                if bound in tally:
                    def no_tally(r, w=which):
                        del r[w]
                        if "times" not in r and "total" not in r and "after" not in r \
                                and "first_days" not in r.get("within", {}):
                            r.pop("within", None)
                    yield f"rule {which} {bound}", at(i, no_tally)
            for beside, holder in (("beside", rule), ("inside", tally)):
                if "within" in holder:
                    kind = next(iter(holder["within"]))
                    kind = kind if kind in ("session", "first_days") else "length"

                    def no_window(r, b=beside, w=which):
                        (r if b == "beside" else r[w]).pop("within")
                    yield f"rule {which} within {beside} {kind}", at(i, no_window)
        if "times" in rule and "total" in rule:
            yield "rule times and total", at(i, lambda r: r.pop("total"))
        for j, condition in enumerate(rule.get("where", ())):
            def no_condition(r, j=j):
                del r["where"][j]
            yield f"op {condition['op']}", at(i, no_condition)
            if condition.get("on"):
                yield "op on person", at(i, lambda r, j=j: r["where"][j].pop("on"))
            if condition.get("case"):
                yield "op case", at(i, lambda r, j=j: r["where"][j].pop("case"))
        if "person" in rule:
            yield f"person op {rule['op']}", \
                at(i, lambda r: (r.clear(), r.update({"any": [{"does": "*"}]})))
        if "persona" in rule:
            yield "rule persona", at(i, lambda r: (r.clear(), r.update({"all": []})))
        for key in ("all", "any"):
            if len(rule.get(key, ())) > 1:
                yield f"rule {key}", at(i, lambda r, k=key: r[k].pop())
        if "not" in rule:
            yield "rule not", at(i, lambda r: (r.update({"all": [r.pop("not")]})))
    definition = case["definition"]
    for key in ("passive", "export_time"):
        if key in definition:
            yield f"definition {key}", changed(lambda c, k=key: c["definition"].pop(k))
    yield from funnel_features(case, changed)
    yield from world_features(case, changed)


def funnel_features(case, changed):
    funnel = case.get("funnel")
    if not funnel:
        return
    order = funnel.get("order", "as_listed")
    for key in ("within", "people", "between", "count"):
        if key in funnel and not (key == "between" and
                                  funnel.get("compare", {}).get("by") == "period"):
            label = key
            if key == "count":
                label = f"count {'property' if isinstance(funnel[key], dict) else funnel[key]}"
            yield f"funnel {order} {label}", changed(lambda c, k=key: c["funnel"].pop(k))
    if "order" in funnel:
        yield f"funnel order {order}", changed(lambda c: c["funnel"].pop("order"))
    if "not_if" in funnel:
        yield f"funnel {order} not_if", changed(lambda c: c["funnel"].pop("not_if"))
    for k, step in enumerate(funnel["steps"]):
        if step.get("optional") and "not_if" not in funnel:
            yield "funnel optional", changed(lambda c, k=k: c["funnel"]["steps"][k].pop("optional"))
    compare = funnel.get("compare")
    if compare:
        by = compare["by"]
        take = compare.get("take", "first").split()[0] if by == "property" else ""
        many = " list" if isinstance(compare.get("prop"), list) else ""
        yield f"compare {by} {take}{many}".rstrip(), changed(lambda c: c["funnel"].pop("compare"))
        if "take" in compare and take != "first":
            yield f"compare take {take}", changed(lambda c: c["funnel"]["compare"].pop("take"))
        if "limit" in compare:
            yield "compare limit", changed(lambda c: c["funnel"]["compare"].pop("limit"))


def world_features(case, changed):
    lines = case["events"]
    times = [(l["person"], l["time"]) for l in lines if l.get("time")]
    order = case.get("funnel", {}).get("order", "as_listed")
    if len(set(times)) < len(times):
        def apart(c):
            for i, line in enumerate(c["events"]):
                if line.get("time"):
                    line["time"] = line["time"].replace("Z", f"{i:03d}Z")
        yield f"ties, {case['kind']} {order if case['kind'] == 'funnel' else ''}".strip(), \
            changed(apart)
    if any("event" in l and l["time"] is None for l in lines):
        def gone(c):
            c["events"] = [l for l in c["events"] if "event" not in l or l["time"]]
        yield f"events without a time, {case['kind']}", changed(gone)
    if any("same_as" in l for l in lines):
        def apart_ids(c):
            c["events"] = [l for l in c["events"] if "same_as" not in l]
        yield "same_as", changed(apart_ids)
    if any("session" in l.get("properties", {}) for l in lines):
        def no_sessions(c):
            for l in c["events"]:
                l.get("properties", {}).pop("session", None)
        yield "sessions of the source", changed(no_sessions)


def coverage(seed, n):
    found, matters = collections.Counter(), collections.Counter()
    for case in generate.cases(seed, n):
        answer = oracle.answer(case)
        found[f"kind {case['kind']}"] += 1
        if "refused" in answer:
            matters[f"kind {case['kind']}, refused"] += 1
            found[f"kind {case['kind']}, refused"] += 1
        for feature, other in without_features(case):
            found[feature] += 1
            try:
                if oracle.answer(other) != answer:
                    matters[feature] += 1
            except Exception:                        # the rest is no valid definition any more
                found[feature] -= 1
        for form, there in forms(answer):
            found[form] += 1
            matters[form] += there
    print(f"{'form':44} {'cases':>7} {'matters':>8} {'share':>7}")
    for feature in sorted(found):
        if found[feature]:
            print(f"{feature:44} {found[feature]:7} {matters[feature]:8} "
                  f"{matters[feature] / found[feature]:7.0%}")


def forms(answer):
    """Parts of the answer that may be empty."""
    if "steps" not in answer:
        return
    yield "answer: somebody under way", any(answer["still_under_way"])
    yield "answer: settled", answer["settled"] is not None
    yield "answer: somebody finished", answer["steps"][-1]["people"] > 0
    yield "answer: histogram", answer["histogram"] is not None
    yield "answer: histogram of several bins", bool(
        answer["histogram"] and len(answer["histogram"]["people"]) > 1)
    yield "answer: nobody entered", answer["entered"] == 0
    if "groups" in answer:
        yield "answer: group of the missing", "" in answer["groups"]
        yield "answer: Other", "Other" in answer["groups"]
        yield "answer: several groups", len(answer["groups"]) > 1

def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", default="1")
    parser.add_argument("--cases", type=int, default=1000)
    arguments = parser.parse_args()
    coverage(arguments.seed, arguments.cases)


if __name__ == "__main__":
    main()
