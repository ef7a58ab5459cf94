#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Inkling authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A real GA4 export dropped on the window, stopped half-way, then imported whole. The saved project
is read by inkling-cli, whose numbers must be those of the data set's README.
Usage: drive-ga4.py INKLING INKLING_CLI SHARED [SHOTS]"""

import json
import os
import subprocess
import sys
import time

import hand

EVENTS, PEOPLE = 17453, 13526  # from the README of the data set


def use(window, data, saved):
    window.wait_for("Open an Export…")
    window.drop_file(data, (hand.WIDTH // 2, hand.HEIGHT // 2))
    window.wait_for(lambda thing: "Recognised as: Google Analytics 4" in thing.name, what="what the file was taken for")
    window.shoot("ga4-recognised")

    button = window.wait_for("Import", "push button")
    with window.slowly():
        button.press()
        time.sleep(0.8)
        window.shoot("ga4-running")
        window.key("alt+s")  # Stop
    # What was stopped left nothing: the page waits as before, and a second try is a first one.
    window.wait_until(lambda: window.find("Stop", "push button") is None, "Stop stays")
    window.shoot("ga4-stopped")
    window.wait_for("Import", "push button").press()
    window.wait_for("Continue", "push button").press()
    window.wait_for("Events")
    window.shoot("ga4-data")

    window.key("ctrl+s")
    time.sleep(1.5)
    window.take_keys()
    window.key("ctrl+a")
    window.write(saved)
    window.key("Return")
    window.wait_until(lambda: os.path.exists(saved), "the project was not saved")
    window.take_keys()
    window.key("ctrl+q")
    window.wait_for_end()


def check(cli, saved):
    run = subprocess.run([cli, "describe", saved, "--json"], capture_output=True, text=True)
    if run.returncode != 0:
        return f"inkling-cli: {run.stderr}"
    answer = json.loads(run.stdout)
    counted = (answer["events"], answer["people"], len(answer["sources"]))
    if counted != (EVENTS, PEOPLE, 1):
        return f"{counted} events, people and imports, not {(EVENTS, PEOPLE, 1)}"
    return None


def main():
    inkling, cli, shared = map(os.path.abspath, sys.argv[1:4])
    shots = sys.argv[4] if len(sys.argv) > 4 else None
    data = f"{shared}/data/ga4-bigquery/events_20201101_20201231.ndjson.gz"
    if not os.path.exists(data):
        hand.skip("the data set ga4-bigquery is not here")
    hand.own_display()
    saved = os.environ["HOME"] + "/site.inkling"
    window = hand.Window([inkling], shots)
    use(window, data, saved)
    trouble = check(cli, saved) or "\n".join(window.said())
    if trouble:
        print(f"FAIL: {trouble}")
        sys.exit(1)
    print(f"ok: stopped, then {EVENTS} events of {PEOPLE} people")


if __name__ == "__main__":
    main()
