# SPDX-FileCopyrightText: 2026 The Inkling authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""People and their events, read from the own interchange format (see oracle.py)."""

import json
import math
import zoneinfo

from values import DAY, SECOND, absent, as_text, is_number, parse_time

SESSION_GAP = 30 * 60 * SECOND


class Event:
    """An event of a person; `place` says which is the first of those at one time: where it stood in
    the files. Silent: between people (of one group), whoever was mentioned first comes first."""

    def __init__(self, place, name, time, properties):
        self.place = place
        self.name = name
        self.time = time
        self.properties = {k: v for k, v in properties.items() if not absent(v)}
        self.session = None
        self.person = None
        self.at = None          # index among the person's events

    def order(self):
        return (-math.inf if self.time is None else self.time, self.place)

    def __repr__(self):
        return f"{self.name}@{self.time}#{self.place}"


class Person:
    def __init__(self, shown):
        self.id = shown
        self.properties = {}
        self.events = []        # those without a time first, then by time, then by place

    def value(self, name, moment):
        """A property of the person, judged when the events up to index `moment` are known."""
        if name in self.properties:
            return self.properties[name]
        known = self.events[:moment + 1]
        for word, order in (("first ", known), ("last ", known[::-1])):
            if name.startswith(word):
                for event in order:
                    if name[len(word):] in event.properties:
                        return event.properties[name[len(word):]]
        for event in known:
            if name in event.properties:
                return event.properties[name]
        return None


class World:
    """All people of the lines of the own interchange format, under a definition."""

    def __init__(self, lines, definition):
        self.definition = definition
        self.zone = zoneinfo.ZoneInfo(definition.get("time_zone", "UTC"))
        self.people = []
        everything = self.read(lines)
        times = [e.time for e in everything if e.time is not None]
        given = definition.get("export_time")
        # Silent: events of nobody count for the last event's time.
        self.export_end = parse_time(given) if given else max(times, default=None)
        self.only_days = bool(times) and all(t % DAY == 0 for t in times)
        self.two_on_a_day = any(
            len(set(e.time for e in p.timed)) < len(p.timed) for p in self.people_with_times())
        for person in self.people:
            self.derive(person, set(definition.get("passive", ())))
        # Silent: what is later than the export's end has not happened yet. Sessions and
        # durations are properties of the data and come before that.
        for person in self.people:
            person.events = [e for e in person.events
                             if e.time is None or e.time <= self.export_end]
            for i, event in enumerate(person.events):
                event.at = i

    def people_with_times(self):
        for person in self.people:
            person.timed = [e for e in person.events if e.time is not None]
            yield person

    def read(self, lines):
        rows = [json.loads(line) if isinstance(line, str) else line for line in lines]
        shown = {}                                   # id -> the id it became part of

        def root(i):
            while i in shown:
                i = shown[i]
            return i

        for row in rows:
            if "same_as" in row and root(row["person"]) != root(row["same_as"]):
                shown[root(row["same_as"])] = root(row["person"])
        people, everything, seen, mentioned = {}, [], set(), {}
        for place, row in enumerate(rows):
            mentioned.setdefault(row["person"], place)
            who = None if row["person"] is None else root(row["person"])
            if "person_properties" in row:
                person = people.setdefault(who, Person(who))
                # A later value replaces an earlier one; nothing given replaces nothing.
                person.properties.update({k: v for k, v in row["person_properties"].items()
                                          if not absent(v)})
            elif "event" in row:
                time = None if row["time"] is None else parse_time(row["time"])
                event = Event(place, row["event"], time, row.get("properties", {}))
                key = (who, event.name, time, tuple(sorted(
                    (k, type(v) is bool, is_number(v), v) for k, v in event.properties.items())))
                if key in seen:                      # an exact repeat is left out
                    continue
                seen.add(key)
                everything.append(event)
                if who is not None:
                    event.person = people.setdefault(who, Person(who))
                    event.person.events.append(event)
        self.people = [p for p in people.values() if p.events]
        for person in self.people:
            for event in person.events:
                event.place = (mentioned[person.id], event.place)
            person.events.sort(key=Event.order)
        return everything

    def derive(self, person, passive):
        """Sessions, then durations. Passive events and those without a time get neither."""
        active = [e for e in person.events if e.time is not None and e.name not in passive]
        before, count = None, 0
        for event in active:
            if "session" in event.properties:
                event.session = (person.id, "given", as_text(event.properties["session"]))
            elif before is not None and event.time - before.time <= SESSION_GAP:
                event.session = before.session
            else:
                count += 1
                event.session = (person.id, "made", count)
            before = event
        for i, event in enumerate(active):
            later = [e for e in active[i + 1:] if e.session == event.session]
            if "duration" not in event.properties and later:
                event.properties["duration"] = (later[0].time - event.time) / SECOND
        for event in person.events:
            if event.name in passive:
                event.properties.pop("duration", None)
                event.properties.pop("session", None)
