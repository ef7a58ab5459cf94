# SPDX-FileCopyrightText: 2026 The Inkling authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Values, operators, times and windows, as definitions.md has them (see oracle.py)."""

import datetime
import re

SECOND = 1_000_000          # times are whole microseconds since 1970, UTC
DAY = 86_400 * SECOND


# ---------------------------------------------------------------- values

NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?\Z")


def absent(value):
    """Empty text is absent; 0 and false are values."""
    return value is None or value == ""


def as_number(value):
    """The number that a value is or reads as, else None."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, (int, float)):
        return float(value)
    return float(value) if NUMBER.match(value) else None


def as_text(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return str(int(value)) if float(value).is_integer() else repr(float(value))
    return value


def same(a, b, case):
    """`is`: as numbers where one side is a number and the other reads as one, else as text."""
    if is_number(a) or is_number(b):
        x, y = as_number(a), as_number(b)
        if x is not None and y is not None:
            return x == y
    return fold(as_text(a), case) == fold(as_text(b), case)


def is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def fold(text, case):
    return text if case else text.casefold()


def glob(pattern, text):
    """* any text, ? any one character, over the whole text."""
    expression = "".join(".*" if c == "*" else "." if c == "?" else re.escape(c) for c in pattern)
    return re.match(expression + r"\Z", text, re.DOTALL) is not None


def ordered(a, b, compare):
    """>, >=, <, <=: numbers, texts that read as one, or times; fails on all else."""
    x, y = as_number(a), as_number(b)
    if x is None or y is None:
        x, y = as_time(a), as_time(b)
    return x is not None and y is not None and compare(x, y)


def as_time(value):
    """A time written as ISO text; bare dates are left to `between` of a rule."""
    if not isinstance(value, str) or not re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d", value):
        return None
    return parse_time(value)


def passes(value, condition):
    """One condition on one value (None: missing)."""
    op, want, case = condition["op"], condition.get("value"), condition.get("case", False)
    if absent(value):
        return op in ("is_not", "not_in", "not_contains", "is_not_set")
    if op in ("is_set", "is_not_set"):
        return op == "is_set"
    if op in ("is", "is_not"):
        return same(value, want, case) == (op == "is")
    if op in ("in", "not_in"):
        return any(same(value, w, case) for w in want) == (op == "in")
    if op == ">":
        return ordered(value, want, lambda x, y: x > y)
    if op == ">=":
        return ordered(value, want, lambda x, y: x >= y)
    if op == "<":
        return ordered(value, want, lambda x, y: x < y)
    if op == "<=":
        return ordered(value, want, lambda x, y: x <= y)
    if op == "between":
        return (ordered(value, want[0], lambda x, y: x >= y)
                and ordered(value, want[1], lambda x, y: x <= y))
    text, part = fold(as_text(value), case), fold(as_text(want), case)
    if op in ("contains", "not_contains"):
        return (part in text) == (op == "contains")
    if op == "starts_with":
        return text.startswith(part)
    if op == "ends_with":
        return text.endswith(part)
    if op == "matches":
        return glob(part, text)
    raise ValueError(op)


# ---------------------------------------------------------------- times

EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)


def to_microseconds(moment):
    return (moment - EPOCH) // datetime.timedelta(microseconds=1)


def parse_time(text):
    return to_microseconds(datetime.datetime.fromisoformat(text.replace("Z", "+00:00")))


def day_span(text, zone):
    """First moment of that day in the zone, and the first moment after it."""
    day = datetime.date.fromisoformat(text)
    ends = []
    for d in (day, day + datetime.timedelta(days=1)):
        midnight = datetime.datetime(d.year, d.month, d.day, tzinfo=zone)
        ends.append(to_microseconds(midnight.astimezone(datetime.timezone.utc)))
    return ends


def period(between, zone):
    """[from, to) in microseconds; None is open. Ends are included, a bare date is that whole day."""
    if between is None:
        return None, None
    first, last = between
    begin = end = None
    if first is not None:
        begin = day_span(first, zone)[0] if len(first) == 10 else parse_time(first)
    if last is not None:
        end = day_span(last, zone)[1] if len(last) == 10 else parse_time(last) + 1
    return begin, end


def inside(time, span):
    """Events without a time are in no period, and in the open one only when none is given."""
    begin, end = span
    if time is None:
        return False
    return (begin is None or time >= begin) and (end is None or time < end)


def length(within):
    """Microseconds of a window in days, hours, minutes or seconds, else None."""
    if not within:
        return None
    for unit, seconds in (("days", 86400), ("hours", 3600), ("minutes", 60), ("seconds", 1)):
        if unit in within:
            return round(within[unit] * seconds * SECOND)
    return None
