#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Inkling authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A newcomer makes goals on the journey board of a project that has none: an event is dragged onto a
stage, another is added by keys, a card is carried, renamed, removed and brought back. What was saved
is read by inkling-cli.
Usage: drive-board.py INKLING INKLING_CLI SHARED [SHOTS]"""

import json
import os
import subprocess
import sys
import time

import hand

PEOPLE = 400


def make_project(cli, saved):
    """The sample's events without its goals."""
    subprocess.run([cli, "sample", saved, "--people", str(PEOPLE)], check=True,
                   capture_output=True)
    empty = saved + ".json"
    with open(empty, "w") as file:
        file.write('{"inkling": 1}')
    subprocess.run([cli, "define", saved, empty, "--replace"], check=True, capture_output=True)


def find_event(window, name):
    return window.wait_for(lambda thing: thing.name.startswith(name + ", "), what=name)


def stage(window, name):
    return window.wait_for(lambda thing: thing.name.startswith(f"Stage {name}, "), what=name)


def below(thing):
    x, y = thing.place()
    return x, y + 120


def open_journey(window):
    window.wait_for("Journey", "label")
    window.key("alt+3")
    find_event(window, "Signed Up")


def make_goals(window):
    window.drag(find_event(window, "Booked Demo").place(), below(stage(window, "Decide")))
    window.wait_for("Booked Demo", "list item")
    window.drag(find_event(window, "Saved to List").place(), below(stage(window, "Discover")))
    window.wait_for("Saved to List", "list item")
    # By keys: Enter on a stage goes to the events, the search takes what is typed, Enter adds it.
    stage(window, "Discover").click()
    time.sleep(0.3)
    window.wait_for("Saved to List", "list item").click()
    time.sleep(0.3)
    window.key("Up", "Return")
    time.sleep(0.5)
    window.write("signed up")
    time.sleep(0.6)
    window.key("Return")
    window.wait_for("Signed Up", "list item")
    window.shoot("board-made")


def carry_and_rename(window):
    window.wait_for("Signed Up", "list item").click()
    time.sleep(0.4)
    window.key("alt+Right")
    time.sleep(0.6)
    window.key("F2")
    time.sleep(0.6)
    window.key("ctrl+a")
    window.write("Newsletter sign-up")
    window.key("Return")
    window.wait_for("Newsletter sign-up", "list item")
    window.wait_for("Saved to List", "list item").click()
    time.sleep(0.4)
    window.key("Delete")
    time.sleep(0.8)
    window.key("ctrl+z")
    window.wait_for("Saved to List", "list item")
    window.shoot("board-carried")


def save_and_quit(window):
    window.key("ctrl+s")
    time.sleep(1.5)
    window.key("ctrl+q")
    window.wait_for_end()


def read_goals(cli, saved):
    run = subprocess.run([cli, "definitions", saved], capture_output=True, text=True, check=True)
    goals = json.loads(run.stdout)["goals"]
    return [(g["name"], g["kind"], g["stage"], g["rule"]["does"]) for g in goals]


def main():
    inkling, cli = map(os.path.abspath, sys.argv[1:3])
    shots = sys.argv[4] if len(sys.argv) > 4 else None
    hand.own_display()
    saved = os.environ["HOME"] + "/journey.inkling"
    make_project(cli, saved)
    window = hand.Window([inkling, saved], shots)
    open_journey(window)
    make_goals(window)
    carry_and_rename(window)
    save_and_quit(window)
    told = window.said()
    goals = read_goals(cli, saved)
    if goals != [("Saved to List", "micro", "Discover", "Saved to List"),
                 ("Newsletter sign-up", "micro", "Engage", "Signed Up"),
                 ("Booked Demo", "macro", "Decide", "Booked Demo")]:
        print(f"FAIL: {goals}")
        sys.exit(1)
    if told:
        print("FAIL: the window complained\n" + "\n".join(told))
        sys.exit(1)
    print(f"ok: {len(goals)} goals made, carried, renamed, removed and brought back")


if __name__ == "__main__":
    main()
