#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Inkling authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A newcomer makes the sample's goals and personas from nothing: imports its events, drags them onto
the board, finishes their sentences, tells the personas apart, saves. What was saved must say the
same as the sample's own definition, letter by letter.
Usage: drive-journey.py INKLING INKLING_CLI SHARED [SHOTS]"""

import json
import os
import pathlib
import subprocess
import sys
import time

import hand
from newcomer import Newcomer

PEOPLE = 400
OWN_FILE = pathlib.Path(__file__).resolve().parents[2] / "data/sample/sample-definition.json"
PERSONAS = [
    ("Practitioner", "#3d3a9b", ["Engineer", "Data scientist"], "Expanded Section"),
    ("Buyer", "#2ec27e", ["CMO", "Head of Marketing"], "Viewed Pricing"),
    ("Student", "#e5a50a", ["Student"], "Downloaded Checklist"),
]
MEMBERS = ("stages", "main", "passive", "goals", "personas")


def make_reading_goals(one):
    one.add_goal("Viewed Page", "Discover", "Read 3+ terms")
    one.add_condition("page", "starts with", "/glossary/")
    one.add_times(3, "in one visit")
    one.window.shoot("journey-terms")
    one.add_goal("Viewed Page", "Discover", "Time on page 2 min")
    one.add_condition("duration", "is at least", "120")
    one.add_goal("Saved to List", "Engage", "Save to reading list")
    one.add_goal("Copied Snippet", "Engage", "Copy code snippet")
    one.add_goal("Watched Video", "Engage", "Watch video 50 %+")
    one.add_condition("percent", "is at least", "50")


def make_later_goals(one):
    one.add_goal("Downloaded Template", "Evaluate", "Template download")
    one.add_goal("Signed Up", "Evaluate", "Newsletter sign-up")
    one.add_goal("Used ROI Calculator", "Evaluate", "ROI calculator")
    one.add_condition("step", "is", "result")
    one.add_condition("duration", "is at least", "30")
    one.add_times(1)
    one.window.shoot("journey-calculator")


def make_last_goals(one):
    window = one.window
    one.add_goal("Booked Demo", "Decide", "Demo booked")
    one.set_value(amount="400")
    one.make_main()
    one.add_goal("Signed Contract", "Decide", "Contract signed")
    one.set_value(prop="value")
    one.add_goal("Opened Onboarding Mail", "Decide", "Onboarding e-mail opened")
    one.click("Menu of the Goal", "push button")
    one.choose("Make It a Micro Goal", None)
    one.find_event("Opened Onboarding Mail").click(3)
    one.choose("The Person Does Not Do This", None)
    window.shoot("journey-made")


def finish_does(one, event):
    """Those whose role is not known are told by what they do."""
    part = f"does {event}"
    if event == "Expanded Section":
        one.add_condition("item", "is", "Formula", part)
        one.add_times(3, part=part)
    elif event == "Viewed Pricing":
        one.add_times(2, part=part)
    one.add_beside(part)
    one.be_person("does")
    one.type_choice("role")
    one.set_op("is missing", "has a role")
    one.wait_for_no_menu()


def make_personas(one):
    one.go_to("Personas", "InkPersonasPage")
    for name, colour, roles, event in PERSONAS:
        one.add_persona(name, colour)
        one.be_person(None)
        one.type_choice("role")
        if len(roles) > 1:
            one.set_op("is one of")
            one.pick_values(roles)
        else:
            one.type_value(roles[0])
        one.click("Or else…", "push button")
        one.choose("does an event…")
        one.type_choice(event)
        one.wait_for_no_menu()
        finish_does(one, event)
        one.window.shoot(f"journey-{name}")


def compare(cli, saved, reference):
    made, wanted = (json.loads(subprocess.run([cli, "definitions", project], check=True,
                                              capture_output=True, text=True).stdout)
                    for project in (saved, reference))
    own = json.loads(OWN_FILE.read_text())
    wrong = [f"{key}:\n  {json.dumps(made.get(key))}\n  {json.dumps(wanted.get(key))}"
             for key in MEMBERS if json.dumps(made.get(key)) != json.dumps(wanted.get(key))]
    return wrong + [f"the sample's {key}" for key in MEMBERS if made.get(key) != own[key]]


def main():
    inkling, cli = map(os.path.abspath, sys.argv[1:3])
    shots = sys.argv[4] if len(sys.argv) > 4 else None
    hand.own_display()
    began = time.monotonic()
    home = os.environ["HOME"]
    export, saved, reference = home + "/events.csv", home + "/mine.inkling", home + "/own.inkling"
    subprocess.run([cli, "sample", reference, "--people", str(PEOPLE), "--events-only", export],
                   check=True, capture_output=True)
    subprocess.run([cli, "sample", reference, "--people", str(PEOPLE)], check=True,
                   capture_output=True)
    window = hand.Window([inkling], shots)
    one = Newcomer(window)
    one.import_file(export)
    one.go_to("Journey", "InkJourneyPage")
    make_reading_goals(one)
    make_later_goals(one)
    make_last_goals(one)
    make_personas(one)
    one.save_and_quit(saved)
    wrong = compare(cli, saved, reference) + window.said()
    if wrong:
        print("FAIL:", *wrong, sep="\n")
        sys.exit(1)
    print(f"ok: 11 goals and 3 personas by hand in {time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()
