# SPDX-FileCopyrightText: 2026 The Inkling authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A hand and an eye for the real window: pointer and keys through X, things found by what they say
to a screen reader. Scripts that use it start with own_display()."""

import contextlib
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

SKIP = 77
WIDTH, HEIGHT = 1280, 800
PATIENCE = 30  # seconds for anything to appear
TOPLEVELS = ("frame", "dialog", "window", "application")
BUTTONS = ("push button", "toggle button", "radio button", "check box", "combo box")
HERE = pathlib.Path(__file__).resolve().parent


def skip(reason):
    print(f"SKIP: {reason}")
    sys.exit(SKIP)


def own_display():
    """Runs the script again on an empty display with buses and a home of its own."""
    if os.environ.get("INK_DRIVE_INSIDE"):
        return
    for tool in ("xvfb-run", "dbus-run-session", "xdotool", "import"):
        if shutil.which(tool) is None:
            skip(f"{tool} is not installed")
    probe = "import gi; gi.require_version('Atspi', '2.0'); gi.require_version('Gtk', '4.0')"
    if subprocess.run(["/usr/bin/python3", "-c", probe], capture_output=True).returncode != 0:
        skip("the Python bindings of AT-SPI and GTK 4 are not installed")
    home = tempfile.mkdtemp(prefix="inkling-drive-")
    try:
        status = subprocess.run(inside_command(), env=inside_environment(home)).returncode
    finally:
        shutil.rmtree(home, ignore_errors=True)
    sys.exit(status)


def inside_command():
    screen = f"-screen 0 {WIDTH + 320}x{HEIGHT + 100}x24 -noreset"
    return ["xvfb-run", "-a", "-s", screen, "dbus-run-session", "--", "/usr/bin/python3", *sys.argv]


def inside_environment(home):
    inherited = {k: v for k, v in os.environ.items()
                 if k not in ("NO_AT_BRIDGE", "G_DEBUG", "FONTCONFIG_FILE", "WAYLAND_DISPLAY",
                              "DBUS_SESSION_BUS_ADDRESS", "MALLOC_PERTURB_", "MALLOC_CHECK_")}
    os.makedirs(home + "/config/gtk-4.0")
    with open(home + "/config/gtk-4.0/settings.ini", "w") as settings:
        settings.write("[Settings]\ngtk-cursor-blink=false\ngtk-enable-animations=false\n")
    return dict(inherited, INK_DRIVE_INSIDE=home, HOME=home, XDG_DATA_HOME=home + "/data",
                XDG_CONFIG_HOME=home + "/config", XDG_CACHE_HOME=home + "/cache",
                GTK_A11Y="atspi", ADW_DISABLE_PORTAL="1", GSETTINGS_BACKEND="memory",
                GSK_RENDERER="cairo", GDK_BACKEND="x11", LC_ALL="C.UTF-8", TZ="UTC")


def xdotool(*arguments):
    return subprocess.run(["xdotool", *map(str, arguments)], check=True, capture_output=True,
                          text=True).stdout


class Thing:
    """A widget as a screen reader knows it."""

    def __init__(self, accessible, window):
        self.accessible = accessible
        self.window = window

    @property
    def name(self):
        return self.accessible.get_name() or ""

    @property
    def role(self):
        return self.accessible.get_role_name() or ""

    def is_placed(self):
        """Whether the toolkit tells where it is. From GTK 4.14 on, places and what lies at a point
        leave out the padding of all that is around (gtk_widget_accessible_get_bounds), and what
        was never drawn has any size."""
        version = self.accessible.get_application().get_toolkit_version() or "4.8"
        return tuple(map(int, version.split(".")[:2])) < (4, 14)

    def has_state(self, state):
        from gi.repository import Atspi
        return self.accessible.get_state_set().contains(getattr(Atspi.StateType, state))

    def box(self):
        """Within the window, as the toolkit tells it."""
        from gi.repository import Atspi
        return self.accessible.get_component_iface().get_extents(Atspi.CoordType.WINDOW)

    def place(self):
        """Its middle on the screen: the window lies at 0, 0, and a popover is a window of its own
        of which the toolkit does not say where it is."""
        box = self.box()
        x, y = box.x + box.width // 2, box.y + box.height // 2
        popover = self.popover()
        if popover is None:
            return x, y
        around = popover.box()
        left, top = self.window.find_popup(around.width, around.height) or (0, 0)
        return x - around.x + left, y - around.y + top

    def popover(self):
        """What it is in, where that is a popover."""
        for above in self.ancestors():
            if (above.get_name() or "") in ("GtkPopover", "GtkPopoverMenu"):
                return Thing(above, self.window)
        return None

    def is_shown_in(self, popover):
        box, around = self.box(), popover.box()
        middle = box.y + box.height // 2
        return (box.width > 0 and around.y < middle < around.y + around.height
                and self.window.find_popup(around.width, around.height) is not None)

    def ancestors(self):
        """Itself and all above it."""
        accessible = self.accessible
        while accessible is not None:
            yield accessible
            accessible = accessible.get_parent()

    def is_shown(self):
        """Whether the pointer would meet it in its middle: the floor's toolkit says "visible" of
        pages that are not shown, too."""
        from gi.repository import Atspi
        box = self.box()
        if box.width <= 0 or box.height <= 0:
            return False
        popover = self.popover()
        if popover is not None:
            return self.is_shown_in(popover)
        if not self.is_placed():
            return box.width <= 4 * WIDTH and box.height <= 100 * HEIGHT
        x, y = self.place()
        frame = next((a for a in self.ancestors() if a.get_role_name() in TOPLEVELS), None)
        if frame is None:
            return False
        met = frame.get_component_iface().get_accessible_at_point(x, y, Atspi.CoordType.WINDOW)
        if met is None:  # an icon without words, of a button where the eye is
            return self.window is not None and self.window.front is not None
        return any(a == self.accessible for a in Thing(met, None).ancestors())

    def meet(self):
        """Moves the pointer there and tells where, once it stays where it is: what just appeared
        may still move."""
        place = self.place()
        for _ in range(10):
            xdotool("mousemove", *place)
            time.sleep(0.12)
            before, place = place, self.place()
            if place == before:
                break
        return place

    def click(self, button=1):
        if button == 1 and not self.is_placed() and self.press_inside():
            return
        xdotool("mousemove", *self.meet(), "click", button)

    def press_inside(self):
        """Itself, or the button that is in it, as in that of a list to choose from."""
        inner = [child for child in self.children() if child.role == "toggle button"]
        for thing in (*inner, self):
            actions = thing.accessible.get_action_iface()
            if thing.role in BUTTONS and actions and actions.get_n_actions() > 0:
                return actions.do_action(0)
        return False

    def press(self):
        """What Enter does on it, wherever it lies."""
        self.accessible.get_action_iface().do_action(0)

    def focus(self):
        self.accessible.get_component_iface().grab_focus()

    def children(self):
        for i in range(self.accessible.get_child_count()):
            child = self.accessible.get_child_at_index(i)
            if child is not None:
                yield Thing(child, self.window)

    def walk(self):
        """Itself and all below it that is shown."""
        yield self
        for child in self.children():
            try:
                if child.has_state("VISIBLE"):
                    yield from child.walk()
            except Exception:  # it went away while we looked
                continue


class Window:
    """The application under test."""

    def __init__(self, command, shots=None):
        self.shots = shots
        self.command = command
        self.front = None  # what is looked at; None for all
        self.known = {}
        self.errors = tempfile.TemporaryFile("w+")
        start_accessibility()
        self.process = subprocess.Popen(command, stderr=self.errors)
        self.fill_screen()

    # What is there

    def tree(self):
        import gi
        gi.require_version("Atspi", "2.0")
        from gi.repository import Atspi
        if self.front is not None:
            self.front.accessible.clear_cache()
            yield from self.front.walk()
            return
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(i)
            if application is not None and application.get_process_id() == self.process.pid:
                application.clear_cache()  # labels change without telling it
                yield from Thing(application, self).walk()

    def look_at(self, name, role=None):
        """From here on, things are only sought in what is called @name: all that there is takes
        seconds to look through. None: everywhere."""
        self.front = self.known.get(name)
        if name is not None and self.front is None:
            self.front = self.known[name] = self.wait_for(name, role, name)

    def find(self, name, role=None, among=None):
        """The first that is called @name, or that a function @name accepts; None where none is."""
        accepts = name if callable(name) else lambda thing: is_called(thing, name)
        for thing in among or self.tree():
            try:
                if (role is None or thing.role == role) and accepts(thing) and thing.is_shown():
                    return thing
            except Exception:  # it went away while we looked
                continue
        return None

    def measure(self, window):
        """X, Y, WIDTH and HEIGHT; all 0 where it is gone."""
        told = subprocess.run(["xdotool", "getwindowgeometry", "--shell", window],
                              capture_output=True, text=True).stdout
        told = dict(line.split("=") for line in told.split())
        return {key: int(told.get(key, 0)) for key in ("X", "Y", "WIDTH", "HEIGHT")}

    def has_popup(self):
        """Is there a popover, which is a window of its own? Tooltips are lower than any."""
        boxes = [self.measure(window) for window in windows_of(self.process.pid)]
        return any(box["HEIGHT"] > 60 and (box["X"], box["Y"]) != (0, 0) for box in boxes)

    def find_popup(self, width, height):
        """Where the popover of that size is; None where none is shown."""
        for window in windows_of(self.process.pid):
            box = self.measure(window)
            if (box["WIDTH"], box["HEIGHT"]) == (width, height):
                return box["X"], box["Y"]
        return None

    def wait_for(self, name, role=None, what=None):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if self.process.poll() is not None:
                self.give_up(f"the window ended with {self.process.returncode}")
            found = self.find(name, role)
            if found is not None:
                return found
            time.sleep(0.1)
        self.give_up(f"“{what or name}” did not appear")

    def wait_until(self, condition, what):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            result = condition()
            if result:
                return result
            time.sleep(0.1)
        self.give_up(what)

    # What a hand does

    def key(self, *keys):
        xdotool("key", "--delay", 40, *keys)

    def write(self, text):
        xdotool("type", "--delay", 25, text)

    def drag(self, start, end):
        """Slowly enough for a drag to begin and to be followed."""
        xdotool("mousemove", *start, "mousedown", 1)
        for i in range(1, 11):
            time.sleep(0.04)
            xdotool("mousemove", *(start[k] + (end[k] - start[k]) * i // 10 for k in (0, 1)))
        time.sleep(0.3)
        xdotool("mousemove_relative", 1, 1)
        time.sleep(0.3)
        xdotool("mouseup", 1)

    def drag_until(self, thing, goal, beyond, done):
        """Drags the button @thing to @beyond pixels right of the middle of @goal, until there is
        @done: a drag that a busy machine only saw the end of is none, and is done once more."""
        for _ in range(5):
            if self.find(done, "push button") is not None:
                return
            end = self.wait_for(goal, "push button").meet()
            start = self.wait_for(thing, "push button").meet()
            self.drag(start, (end[0] + beyond, end[1]))
            late = time.monotonic() + 10
            while time.monotonic() < late and self.find(done, "push button") is None:
                time.sleep(0.2)
        self.wait_for(done, "push button")

    def drop_file(self, path, end):
        """Drags @path out of another program and drops it at @end."""
        source = subprocess.Popen(["/usr/bin/python3", HERE / "file-source.py", path],
                                  stdout=subprocess.PIPE, text=True)
        try:
            found = source.stdout.readline().split()
            if found[:1] != ["ready"]:
                self.give_up("the program to drag from did not start")
            ids = self.wait_until(lambda: windows_of(source.pid), "no window to drag from")
            xdotool("windowmove", ids[-1], WIDTH + 20, 20)
            time.sleep(0.5)
            self.drag((WIDTH + 100, 100), end)
            time.sleep(0.5)
        finally:
            source.terminate()
            source.wait()
        self.take_keys()

    def take_keys(self):
        """There is no window manager: the newest window gets the keyboard by hand; tooltips and
        helpers of the toolkit are lower than any."""
        ids = [window for window in windows_of(self.process.pid)
               if self.measure(window)["HEIGHT"] > 60]
        if ids:
            xdotool("windowfocus", ids[-1])
        time.sleep(0.3)

    def fill_screen(self):
        self.wait_until(lambda: windows_of(self.process.pid), "no window")
        for window in windows_of(self.process.pid):
            xdotool("windowmove", window, 0, 0, "windowsize", window, WIDTH, HEIGHT)
        self.take_keys()

    @contextlib.contextmanager
    def slowly(self, share=0.1):
        """Lets it run for a @share of the time only, so that a hand can be quicker than it."""
        ended = threading.Event()

        def hold():
            while not ended.is_set():
                self.process.send_signal(signal.SIGSTOP)
                time.sleep(0.02 * (1 - share))
                self.process.send_signal(signal.SIGCONT)
                time.sleep(0.02 * share)

        holder = threading.Thread(target=hold)
        holder.start()
        try:
            yield
        finally:
            ended.set()
            holder.join()

    def wait_for_end(self):
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.give_up("the window did not close")
        if self.process.returncode != 0:
            self.give_up(f"the window ended with {self.process.returncode}")

    # What came of it

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
        for thing in self.tree():
            if thing.name:
                print("   ", thing.role, "|", thing.name)
        self.process.kill()
        print(f"FAIL: {why}; see {self.shots}/drive-failed.png")
        print("\n".join(self.said()))
        sys.exit(1)


def is_called(thing, name):
    """The floor's toolkit says a button's mnemonic text first, then its label."""
    return thing.name == name or ("_" in thing.name and thing.name.endswith(" " + name))


def windows_of(pid):
    found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(pid)],
                           capture_output=True, text=True)
    return found.stdout.split()


launcher = None


def start_accessibility():
    """The bus on which programs tell what they show."""
    global launcher
    if launcher is None:
        for place in ("/usr/libexec", "/usr/lib/at-spi2-core"):
            if os.path.exists(f"{place}/at-spi-bus-launcher"):
                launcher = subprocess.Popen([f"{place}/at-spi-bus-launcher", "--launch-immediately"],
                                            stderr=subprocess.DEVNULL)
                time.sleep(0.5)
                return
        skip("the accessibility bus is not installed")
