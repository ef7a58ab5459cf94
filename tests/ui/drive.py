#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Inkling authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A newcomer's whole way, from outside: a real export in, four steps, a saved project.

Starts the window on a display of its own and uses it by keyboard only, waiting with its eyes: the
next key comes when the display shows something new and stands still. The saved project is then read by inkling-cli, whose numbers must be
those of the data set's README. Usage: drive.py INKLING INKLING_CLI SHARED [--shots FOLDER]
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time

SKIP = 77
WIDTH, HEIGHT = 1280, 800
STEPS = ["product_detail_view", "add_to_cart", "checkout", "purchase"]
FUNNEL = "New funnel"  # the name that a first funnel gets
# From the README of the data set: per visitor, in time order, no window.
REACHED = [394, 133, 67, 30]
BUS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../data/session-bus.conf")
PATIENCE = 20  # seconds for anything to appear


def skip(reason):
    print(f"SKIP: {reason}")
    sys.exit(SKIP)


def own_display():
    """Runs this script again on an empty display with a bus of its own."""
    if os.environ.get("INK_DRIVE_INSIDE"):
        return
    for tool in ("xvfb-run", "dbus-run-session", "xdotool", "import"):
        if shutil.which(tool) is None:
            skip(f"{tool} is not installed")
    home = tempfile.mkdtemp(prefix="inkling-drive-")
    environment = {k: v for k, v in os.environ.items()
                   if k not in ("NO_AT_BRIDGE", "G_DEBUG", "FONTCONFIG_FILE", "WAYLAND_DISPLAY")}
    environment.update(INK_DRIVE_INSIDE=home, HOME=home, XDG_DATA_HOME=home + "/data",
                       XDG_CONFIG_HOME=home + "/config", XDG_CACHE_HOME=home + "/cache",
                       GTK_A11Y="none", GSETTINGS_BACKEND="memory", GSK_RENDERER="cairo",
                       GDK_BACKEND="x11", LC_ALL="C.UTF-8", TZ="UTC")
    # A caret that blinks never stands still.
    os.makedirs(home + "/config/gtk-4.0")
    with open(home + "/config/gtk-4.0/settings.ini", "w") as settings:
        settings.write("[Settings]\ngtk-cursor-blink=false\ngtk-enable-animations=false\n")
    # Newer file dialogs of GTK warn where there are no bookmarks.
    os.makedirs(home + "/config/gtk-3.0")
    open(home + "/config/gtk-3.0/bookmarks", "w").close()
    command = ["xvfb-run", "-a", "-s", f"-screen 0 {WIDTH}x{HEIGHT}x24 -noreset",
               "dbus-run-session", "--config-file", BUS, "--", sys.executable] + sys.argv
    try:
        status = subprocess.run(command, env=environment, timeout=120).returncode
    finally:
        shutil.rmtree(home, ignore_errors=True)
    sys.exit(status)


def xdotool(*arguments):
    return subprocess.run(["xdotool", *map(str, arguments)], check=True, capture_output=True,
                          text=True).stdout


def key(*keys):
    xdotool("key", "--delay", 40, *keys)


def write(text):
    xdotool("type", "--delay", 25, text)


def picture():
    """The whole display as bytes, to see whether it still changes."""
    return subprocess.run(["import", "-window", "root", "-depth", "8", "rgb:-"], check=True,
                          capture_output=True).stdout


class Window:
    """The window under test, as a hand and an eye know it."""

    def __init__(self, command, shots):
        self.shots = shots
        self.errors = tempfile.TemporaryFile("w+")
        self.last = picture()
        self.process = subprocess.Popen(command, stderr=self.errors)

    def windows(self):
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid",
                                str(self.process.pid)], capture_output=True, text=True)
        return found.stdout.split()

    def settle(self, what):
        """Waits until the display shows something else than last time, and stands still."""
        end = time.monotonic() + PATIENCE
        before = picture()
        while time.monotonic() < end:
            if self.process.poll() is not None:
                self.give_up(f"the window ended with {self.process.returncode}")
            time.sleep(0.3)
            now = picture()
            if now == before and now != self.last:
                self.last = now
                self.shoot(what)
                return
            before = now
        self.give_up(f"nothing new to see at “{what}”")

    def take_keys(self):
        """There is no window manager: the newest window gets the keyboard by hand."""
        xdotool("windowfocus", self.windows()[-1])
        time.sleep(0.3)

    def fill_screen(self):
        end = time.monotonic() + PATIENCE
        while not self.windows() and time.monotonic() < end:
            time.sleep(0.1)
        xdotool("mousemove", WIDTH // 2, HEIGHT - 10)
        for window in self.windows():
            xdotool("windowmove", window, 0, 0, "windowsize", window, WIDTH, HEIGHT)
        self.take_keys()

    def shoot(self, name):
        if self.shots:
            subprocess.run(["import", "-window", "root", f"{self.shots}/{name}.png"], check=True)

    def said(self):
        # The toolkit's, of the document portal's own folder, where that is installed.
        not_ours = "Failed to measure available space"
        self.errors.seek(0)
        return [line for line in self.errors.read().splitlines()
                if ("-CRITICAL" in line or "-WARNING" in line) and not_ours not in line]

    def give_up(self, why):
        self.shots = self.shots or tempfile.gettempdir()
        self.shoot("drive-failed")
        self.process.kill()
        print(f"FAIL: {why}; see {self.shots}/drive-failed.png")
        print("\n".join(self.said()))
        sys.exit(1)


def use(window, saved):
    """The main job by hand."""
    window.fill_screen()
    window.settle("import")
    key("alt+i")
    window.settle("report")
    key("alt+o")
    window.settle("data")
    key("alt+2")  # the second page: funnels
    window.settle("empty")
    for number, step in enumerate(STEPS, 1):
        key("alt+a")
        window.settle(f"picker-{number}")
        write(step)
        time.sleep(0.4)
        key("Return")
        window.settle(f"funnel-{number}")
    key("ctrl+s")
    window.settle("save")
    window.take_keys()
    key("ctrl+a")
    write(saved)
    key("Return")
    end = time.monotonic() + PATIENCE
    while not os.path.exists(saved) and time.monotonic() < end:
        time.sleep(0.1)
    if not os.path.exists(saved):
        window.give_up("the project was not saved")
    window.settle("saved")
    window.take_keys()
    key("ctrl+q")
    try:
        window.process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        window.give_up("the window did not close")


def check(cli, saved):
    """The numbers of what was saved."""
    run = subprocess.run([cli, "funnel", saved, FUNNEL, "--json"], capture_output=True, text=True)
    if run.returncode != 0:
        return f"inkling-cli: {run.stderr}"
    answer = json.loads(run.stdout)
    reached = [step["people"] for step in answer["steps"]]
    if reached != REACHED:
        return f"reached {reached}, not {REACHED}"
    return None


def main():
    inkling, cli, shared = map(os.path.abspath, sys.argv[1:4])
    shots = sys.argv[5] if len(sys.argv) > 5 else None
    data = f"{shared}/data/ga360-sessions/hits_flat.csv.gz"
    if not os.path.exists(data):
        skip("the data set ga360-sessions is not here")
    own_display()
    saved = os.environ["HOME"] + "/shop.inkling"
    started = time.monotonic()
    window = Window([inkling, data], shots)
    use(window, saved)
    trouble = check(cli, saved) or "\n".join(window.said())
    if not trouble and window.process.returncode != 0:
        trouble = f"the window ended with {window.process.returncode}"
    if trouble:
        print(f"FAIL: {trouble}")
        sys.exit(1)
    print(f"ok: {' → '.join(map(str, REACHED))} in {time.monotonic() - started:.1f} s")


main()
