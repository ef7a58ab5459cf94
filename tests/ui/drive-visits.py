#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Inkling authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A newcomer makes goals and personas of a real shop's visits: drops the export, drags events onto
the board, finishes their sentences, tells the personas apart, saves. How many people inkling-cli then
finds must be what is counted here from the file itself.
Usage: drive-visits.py INKLING INKLING_CLI SHARED [SHOTS]"""

import csv
import gzip
import json
import os
import subprocess
import sys
import time

import hand
from newcomer import Newcomer

SENT = ["Referral", "Social"]


def make_goals(one):
    one.add_goal("pageview", "Discover", "Browsed 3 shelves")
    one.add_condition("page", "starts with", "/google+redesign/")
    one.add_times(3, "in one visit")
    one.add_goal("product_detail_view", "Engage", "Looked twice")
    one.add_times(2)
    one.add_goal("add_to_cart", "Evaluate", "Filled the cart")
    one.add_goal("checkout", "Evaluate", "Went to the till")
    one.add_goal("purchase", "Decide", "Bought")
    one.set_value(prop="value")
    one.window.shoot("visits-goals")


def make_personas(one):
    one.go_to("Personas", "InkPersonasPage")
    one.add_persona("On the move", "#2ec27e")
    one.be_person(None)
    one.type_choice("device")
    one.type_value("mobile")
    one.add_persona("Sent by others", "#e5a50a")
    one.be_person(None)
    one.type_choice("channel")
    one.set_op("is one of")
    one.pick_values(SENT)
    one.window.shoot("visits-personas")


def read_people(data):
    """Each visitor's events, in the order of time."""
    people = {}
    with gzip.open(data, "rt", newline="") as file:
        for row in csv.DictReader(file):
            people.setdefault(row["visitor_id"], []).append(row)
    for rows in people.values():
        rows.sort(key=lambda row: int(row["timestamp_ms"]))
    return people


def count_most(rows, key):
    counts = {}
    for row in rows:
        counts[row[key]] = counts.get(row[key], 0) + 1
    return max(counts.values(), default=0)


def count_goals(people):
    def of(rows, event):
        return [row for row in rows if row["event"] == event]

    def count(holds):
        return sum(map(bool, map(holds, people.values())))
    shelf = "/google+redesign/"
    return {
        "Browsed 3 shelves": count(lambda rows: count_most(
            [row for row in of(rows, "pageview") if row["page"].lower().startswith(shelf)],
            "session_id") >= 3),
        "Looked twice": count(lambda rows: len(of(rows, "product_detail_view")) >= 2),
        "Filled the cart": count(lambda rows: of(rows, "add_to_cart")),
        "Went to the till": count(lambda rows: of(rows, "checkout")),
        "Bought": count(lambda rows: of(rows, "purchase")),
    }


def count_personas(people):
    def first(rows, key):
        return next((row[key] for row in rows if row[key] != ""), None)
    names = ["On the move" if first(rows, "device") == "mobile"
             else "Sent by others" if first(rows, "channel") in SENT
             else "Everyone else" for rows in people.values()]
    return {name: names.count(name) for name in ("On the move", "Sent by others", "Everyone else")}


def ask(cli, what, saved):
    run = subprocess.run([cli, what, saved, "--json"], check=True, capture_output=True, text=True)
    return {item["name"]: item["people"] for item in json.loads(run.stdout)[what]}


def main():
    inkling, cli, shared = map(os.path.abspath, sys.argv[1:4])
    shots = sys.argv[4] if len(sys.argv) > 4 else None
    data = f"{shared}/data/ga360-sessions/hits_flat.csv.gz"
    if not os.path.exists(data):
        hand.skip("the data set ga360-sessions is not here")
    hand.own_display()
    began = time.monotonic()
    saved = os.environ["HOME"] + "/visits.inkling"
    window = hand.Window([inkling], shots)
    one = Newcomer(window)
    one.import_file(data)
    one.go_to("Journey", "InkJourneyPage")
    make_goals(one)
    make_personas(one)
    one.save_and_quit(saved)
    people = read_people(data)
    wrong = window.said()
    for what, counted in (("goals", count_goals(people)), ("personas", count_personas(people))):
        told = ask(cli, what, saved)
        if told != counted:
            wrong.append(f"{what}: {told}, not {counted}")
    if wrong:
        print("FAIL:", *wrong, sep="\n")
        sys.exit(1)
    print(f"ok: {', '.join(f'{k} {v}' for k, v in count_goals(people).items())}"
          f" in {time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()
