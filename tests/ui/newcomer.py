# SPDX-FileCopyrightText: 2026 The Inkling authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What a newcomer's hand does on the pages Journey and Personas: goals out of events, words of
sentences picked from their menus."""

import contextlib
import os
import time

import hand

PART = "More about This Part"


class Newcomer:
    def __init__(self, window):
        self.window = window
        self.scope = None  # the sentence that is meant

    # Getting there

    def import_file(self, path):
        window = self.window
        window.wait_for("Open an Export…")
        window.drop_file(path, (hand.WIDTH // 2, hand.HEIGHT // 2))
        window.look_at("InkImportPage")
        window.wait_for("New events", what="what the whole file holds")
        window.wait_for("Import", "push button").press()
        window.wait_for("Continue", "push button").press()
        window.look_at(None)
        window.look_at("InkSidebar")
        window.take_keys()

    def go_to(self, name, page):
        self.window.look_at("InkSidebar")
        self.click(name, "label")
        self.window.look_at(None)
        self.window.look_at(page)

    # Menus of words

    def scoped(self, name):
        """The part of the sentence that begins with @name; the last of them."""
        window = self.window

        def find():
            found = None
            for thing in window.tree():
                with contextlib.suppress(Exception):
                    if thing.role == "panel" and thing.name.startswith(name):
                        found = thing
            return found
        return window.wait_until(find, f"no part “{name}”")

    def shown_in(self, part, name, role=None):
        def find():
            found = self.scoped(part) if part else None
            return self.window.find(name, role, found.walk() if found else None)
        return self.window.wait_until(find, f"no “{name}” in “{part}”")

    def click(self, name, role=None, part=None):
        self.shown_in(part, name, role).click()

    def choose(self, name, role="list item"):
        """In the menu that is open."""
        def find():
            return self.window.find(lambda thing: hand.is_called(thing, name)
                                    and thing.popover() is not None, role)
        thing = self.window.wait_until(find, f"“{name}” is not on offer")
        choices = next((above for above in thing.ancestors()
                        if above.get_name() == "Choices"), None)
        if choices is None:
            thing.click()
        else:
            # By keys: a menu that just opened may still move.
            titles = [row.name for row in hand.Thing(choices, self.window).children()
                      if row.role == "list item"]
            self.window.key("Home", *["Down"] * titles.index(thing.name), "Return")
        time.sleep(0.3)

    def is_open(self):
        """Does a popover wait for what is typed?"""
        return self.window.has_popup()

    def wait_for_menu(self):
        self.window.wait_until(self.is_open, "no menu opened")
        time.sleep(0.2)

    def wait_for_no_menu(self):
        self.window.wait_until(lambda: not self.is_open(), "the menu stays open")

    def type_choice(self, text):
        """In the search of the menu that is open."""
        self.wait_for_menu()
        self.window.write(text)
        time.sleep(0.5)  # the search waits for more letters
        self.window.key("Return")

    def type_value(self, text):
        """The last word of a sentence: nothing opens after it."""
        self.type_choice(text)
        self.wait_for_no_menu()

    def pick_word(self, word, choice, part=None, last=False):
        """The first such word of the part, or the last: that of a new condition."""
        thing = self.shown_in(part, word, "label")
        if last:
            around = self.scoped(part) if part else self.window.front
            thing = [other for other in around.walk()
                     if other.role == "label" and other.name == word and other.is_shown()][-1]
        thing.click()
        self.wait_for_menu()
        self.choose(choice)

    def set_op(self, op, part=None):
        """The value's menu is open: another comparison first."""
        self.wait_for_menu()
        self.window.key("Escape")
        self.wait_for_no_menu()
        self.pick_word("is", op, part, last=True)

    def add_condition(self, prop, op, value, part=None):
        """A number begins with “is at least”, all else with “is”."""
        self.click("Only where a property is so", "push button", part)
        self.type_choice(prop)
        if op not in ("is", "is at least"):
            self.set_op(op, part)
        self.type_value(value)

    def add_times(self, times, window=None, part=None):
        self.click(PART, "push button", part)
        self.wait_for_menu()
        self.choose("at least so many times…")
        self.wait_for_no_menu()
        if times != 2:
            self.click("2", "label", part)
            self.wait_for_menu()
            self.window.key("ctrl+a")
            self.type_value(str(times))
            self.shown_in(part, str(times), "label")
        if window is not None:
            self.pick_word("in all", window, part)
            self.wait_for_no_menu()

    def pick_values(self, values):
        """Several, by pointer."""
        self.wait_for_menu()
        for value in values:
            self.choose(value, None)
        self.window.key("Escape")
        self.wait_for_no_menu()

    def retype(self, text):
        """In the name that is being changed, which the toolkit does not tell."""
        time.sleep(0.4)
        self.window.key("ctrl+a")
        self.window.write(text)
        self.window.key("Return")

    # The journey board

    def find_event(self, name):
        self.window.look_at("InkEventList")
        return self.window.wait_for(lambda thing: thing.name.startswith(name + ", "), what=name)

    def drop(self, event, stage):
        """Onto the lane, below the cards that are there."""
        start = self.find_event(event).place()
        self.window.look_at("Journey board")
        lane = self.window.wait_for(stage, "list")
        box = lane.box()
        ends = [card.box().y + card.box().height for card in lane.walk()
                if card.role in ("heading", "list item")]
        self.window.drag(start, (box.x + box.width // 2, max(ends) + 16))

    def add_goal(self, event, stage, name=None):
        """From there on, its panel is looked at."""
        window = self.window
        self.drop(event, stage)
        readable = event.replace("_", " ").lower()
        window.wait_for(lambda thing: thing.role == "list item" and thing.has_state("SELECTED")
                        and thing.name.lower() == readable, what=f"the goal {event}")
        if name is not None:
            window.key("F2")
            self.retype(name)
            window.wait_for(name, "list item")
        window.look_at("The goal in words")

    def open_settings(self):
        self.click("Settings of the Goal", "push button")
        self.wait_for_menu()

    def set_value(self, prop=None, amount=None):
        window = self.window
        self.open_settings()
        self.shown_in(None, "Value", "label").click()
        time.sleep(0.6)
        window.key("Home", *["Down"] * (1 if prop is None else 2), "Return")
        time.sleep(0.3)
        if prop is None:
            window.wait_for("Amount", what="the amount").click()
            window.write(amount)
        else:
            self.shown_in(None, "Property", "label").click()
            time.sleep(0.6)
            self.choose(prop, None)
        window.shoot("journey-settings")
        self.close_settings()

    def make_main(self):
        self.click("Menu of the Goal", "push button")
        self.wait_for_menu()
        self.choose("Make It the Main Goal", None)
        self.wait_for_no_menu()

    def close_settings(self):
        self.window.key("Escape")
        self.wait_for_no_menu()

    # Personas

    def add_persona(self, name, colour):
        """A new one is open, its name to be written; its sentence begins with the usual event."""
        window = self.window
        window.look_at("InkPersonasPage")
        self.click(lambda thing: thing.name.startswith("Add Persona"), "push button")
        self.retype(name)
        window.look_at(name, "panel")
        self.click("Colour", "push button")
        self.wait_for_menu()
        self.shown_in(None, "Colour of your own").click()
        window.key("ctrl+a")
        self.type_value(colour)

    def add_beside(self, part):
        self.click(PART, "push button", part)
        self.wait_for_menu()
        self.choose("And something else…")
        self.wait_for_menu()
        self.window.key("Escape")
        self.wait_for_no_menu()

    def be_person(self, part, word="does"):
        """The part is about what somebody is, not does."""
        self.pick_word(word, "has a", part)

    # The end

    def save_and_quit(self, saved):
        window = self.window
        window.look_at(None)
        window.key("ctrl+s")
        time.sleep(1.5)
        window.take_keys()
        window.key("ctrl+a")
        window.write(saved)
        window.key("Return")
        window.wait_until(lambda: os.path.exists(saved), "the project was not saved")

        def has_ended():
            """The question for the name goes when it likes."""
            if window.process.poll() is None:
                window.take_keys()
                window.key("ctrl+q")
                time.sleep(1)
            return window.process.poll() is not None
        window.wait_until(has_ended, "the window did not close")
        window.wait_for_end()
