#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Inkling authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The slow, obvious second evaluator of rules and funnels, written from definitions.md alone.

It shares nothing with src/: every sentence of definitions.md is here once, in the plainest words,
and where ties leave a choice all ways are tried: values.py, world.py (events), rules.py, tries.py,
funnel.py. Reads cases (one JSON object a line, as generate.py makes them) on standard input and
prints one answer a line.

Where definitions.md is silent, the decisions are marked "Silent:".
"""

import json
import sys

from funnel import Funnel, Refused
from rules import Judge
from world import World


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
