#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Inkling authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A newcomer's whole way with a real shop's export: drop it, correct a role, import, four steps,
one of them dragged, compare by device, copy the chart, save, quit, reopen from the recent
projects, undo three steps.
What was saved is read by inkling-cli, whose numbers must be those of the data set's README.
Usage: drive-shop.py INKLING INKLING_CLI SHARED [SHOTS]"""

import json
import os
import subprocess
import sys
import time

import hand

STEPS = ["product_detail_view", "add_to_cart", "checkout", "purchase"]
FUNNEL = "New funnel"  # the name that a first funnel gets
# From the README of the data set: per visitor, in time order, no window.
REACHED = [394, 133, 67, 30]


def import_it(window, data):
    window.wait_for("Open an Export…")
    window.drop_file(data, (hand.WIDTH // 2, hand.HEIGHT // 2))
    role = window.wait_for("Role of the column hit_number")
    role.click()
    time.sleep(1.2)
    window.key("End", "Return")  # the last role: leave the column out
    window.wait_for("New events", what="what the whole file holds")
    window.shoot("shop-import")
    window.wait_for("Import", "push button").press()
    window.wait_for("Continue", "push button").press()
    window.wait_for(lambda thing: thing.name.startswith("13"), "label", what="the data page")


def move_steps(window):
    """By the pointer: the first step behind the last, and back again."""
    window.drag_until(f"Step 1 of 3: {STEPS[0]}", f"Step 3 of 3: {STEPS[2]}", 15,
                      f"Step 3 of 3: {STEPS[0]}")
    window.drag_until(f"Step 3 of 3: {STEPS[0]}", f"Step 1 of 3: {STEPS[1]}", -15,
                      f"Step 1 of 3: {STEPS[0]}")
    window.take_keys()


def pick_steps(window):
    window.take_keys()
    window.key("alt+5")
    window.wait_for("Pick the Steps")
    for number, step in enumerate(STEPS, 1):
        window.key("alt+a")
        time.sleep(1)
        window.write(step)
        time.sleep(0.7)
        window.key("Return")
        added = window.wait_for(f"Step {number} of {number}: {step}", "push button")
        if number == 3 and added.is_placed():
            move_steps(window)
    window.shoot("shop-funnel")


def choose(window, name, key):
    """In the menu of a row: opens it and goes to an item by @key."""
    window.wait_for(name, "combo box").click()
    time.sleep(1.2)
    window.key(*key)
    time.sleep(1.2)


def compare_by_device(window):
    choose(window, "By", ["Home", "Down", "Return"])  # a property, as it was first
    choose(window, "Property", ["Home", "Down", "Return"])  # channel, device, …
    window.wait_for(lambda thing: "device" in thing.name.lower() and thing.role == "label",
                    what="the comparison by device")
    window.shoot("shop-compare")


def copy_chart(window):
    # The first picture of the page that is the funnel.
    chart = window.wait_for(f"Funnel “{FUNNEL}”", "image", what="the chart")
    chart.click()
    window.key("ctrl+c")
    time.sleep(1)
    told = subprocess.run(["/usr/bin/python3", hand.HERE / "clipboard-formats.py"],
                          capture_output=True, text=True).stdout
    for wanted in ("image/png", "image/svg+xml", "picture "):
        if wanted not in told:
            window.give_up(f"no {wanted} on the clipboard: {told}")
    window.take_keys()


def save_and_quit(window, saved):
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


def count_steps(cli, saved):
    """How many people reach each step of the saved funnel."""
    run = subprocess.run([cli, "funnel", saved, FUNNEL, "--json"], capture_output=True, text=True)
    if run.returncode != 0:
        return run.stderr
    answer = json.loads(run.stdout)
    return [step["people"] for step in answer["steps"]], sorted(answer.get("groups", {}))


def reopen_and_undo(window):
    window.wait_for(lambda thing: thing.name.startswith("shop"), what="the recent project").click()
    window.wait_for(f"Step 4 of 4: {STEPS[3]}", "push button")
    window.shoot("shop-reopened")
    for _ in range(3):
        window.key("ctrl+z")
        time.sleep(0.6)
    # The comparison took two steps back, the fourth funnel step one.
    window.wait_for(f"Step 3 of 3: {STEPS[2]}", "push button")
    window.shoot("shop-undone")
    window.key("ctrl+q")
    window.wait_for_end()


def main():
    inkling, cli, shared = map(os.path.abspath, sys.argv[1:4])
    shots = sys.argv[4] if len(sys.argv) > 4 else None
    data = f"{shared}/data/ga360-sessions/hits_flat.csv.gz"
    if not os.path.exists(data):
        hand.skip("the data set ga360-sessions is not here")
    hand.own_display()
    saved = os.environ["HOME"] + "/shop.inkling"
    window = hand.Window([inkling], shots)
    import_it(window, data)
    pick_steps(window)
    compare_by_device(window)
    copy_chart(window)
    save_and_quit(window, saved)
    told = window.said()
    counted = count_steps(cli, saved)
    if counted != (REACHED, ["desktop", "mobile", "tablet"]):
        print(f"FAIL: {counted}")
        sys.exit(1)

    window = hand.Window([inkling], shots)
    reopen_and_undo(window)
    after, groups = count_steps(cli, saved)
    told += window.said()
    if after != REACHED[:3] or groups or told:
        print(f"FAIL: after undo {after} {groups};", *told)
        sys.exit(1)
    print(f"ok: {' → '.join(map(str, REACHED))}, compared, copied, saved, reopened, undone")


if __name__ == "__main__":
    main()
