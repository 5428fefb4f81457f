"""The one module that knows icalendar, and what icalendar 7.3 does not do right.

Known faults, each held by a test that says when it is mended (tests/outputs/ics/test_library.py):

- ``Calendar.new()`` and ``Event.new()`` make a random UID, the latter also a DTSTAMP from the clock: ``calendar()`` and
  ``event()`` start empty. A UID on the VCALENDAR makes vdirsyncer keep one event of all.
- ``name=`` and ``description=`` write NAME, X-WR-CALNAME and X-WR-CALDESC as they are, so that a newline starts a new
  property: ``named`` adds them as text.
- ``refresh_interval=`` leaves out VALUE=DURATION, which RFC 7986 demands: ``interval``.
- ``links=`` leaves out LINKREL, which RFC 9253 demands: ``uri`` with the parameter.
- URIs of any scheme and with any character but a newline are written as they are: ``uri`` lets only harmless ones pass.
- Folding keeps an escape together, but cuts a pair of backslashes where one ends at the edge: ``content`` folds.
- ``add_missing_timezones()`` orders components by hash, writes RDATEs only, and a wrong onset: ``observance``.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from typing import Literal

from icalendar import Alarm, Calendar, Component, Event, Timezone, TimezoneDaylight, TimezoneStandard
from icalendar.prop import vDDDLists, vDDDTypes, vDuration, vInt, vRecur, vText, vUri, vUTCOffset

from roadmap.outputs.ics.entry import Moment
from roadmap.outputs.ics.plain_text import lines, one_line

PRODUCT = "-//roadmap//roadmap//EN"

_URI = re.compile(r"(?:https?|sips?|tel|xmpp):[!#$%&'()*+,./0-9:;=?@A-Z\[\]_a-z~-]+")
_UNSAFE = re.compile(r"[^!#$%&'()*+,./0-9:;=?@A-Z\[\]_a-z~-]")
_WIDTH = 75
_END = b"END:VCALENDAR\r\n"


def calendar() -> Calendar:
    """A calendar with what every one has: no METHOD, and no UID."""
    made = Calendar()
    text(made, "VERSION", "2.0")
    text(made, "PRODID", PRODUCT)
    text(made, "CALSCALE", "GREGORIAN")
    return made


def event() -> Event:
    """An event without any property."""
    return Event()


def alarm(about: str, before: dt.timedelta) -> Alarm:
    """A message, so long before the start."""
    made = Alarm()
    text(made, "ACTION", "DISPLAY")
    text(made, "DESCRIPTION", one_line(about))
    made.add("TRIGGER", vDuration(-before), encode=False)
    return made


def text(component: Component, name: str, value: str, **parameters: str) -> None:
    """A property with escaped text, control characters left out."""
    made = vText(lines(value))
    made.params.update(_named(parameters))
    component.add(name, made, encode=False)


def named(component: Component, name: str, twin: str, value: str) -> None:
    """A property of RFC 7986 and the one that clients knew before it, both escaped."""
    text(component, name, value)
    text(component, twin, value)


def uri(component: Component, name: str, address: str, *, said: bool = True, **parameters: str) -> None:
    """A property with a URI; nothing, if it is none or has a scheme that a calendar must not carry (javascript:).
    ``said``: with VALUE=URI, where that is not the property's own type."""
    # What may not stand in a URI is percent-encoded, as browsers do.
    safe = _UNSAFE.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8", "replace")), address)
    if _URI.fullmatch(safe):
        made = vUri(safe)
        made.params.update(_named({key: one_line(text) for key, text in parameters.items()}))
        if said:
            made.params["VALUE"] = "URI"
        component.add(name, made, encode=False)


def moment(component: Component, name: str, value: Moment) -> None:
    """A day (VALUE=DATE), a time in UTC, or a time with its TZID."""
    component.add(name, vDDDTypes(value), encode=False)


def moments(component: Component, name: str, values: Sequence[Moment]) -> None:
    """Several of one kind in one property."""
    made = vDDDLists(list(values))
    if values and not isinstance(values[0], dt.datetime):
        made.params["VALUE"] = "DATE"
    component.add(name, made, encode=False)


def number(component: Component, name: str, value: int) -> None:
    component.add(name, vInt(value), encode=False)


def rule(component: Component, value: str) -> None:
    """A recurrence as RFC 5545 writes it."""
    component.add("RRULE", vRecur.from_ical(value), encode=False)


def interval(component: Component, name: str, value: dt.timedelta) -> None:
    """A duration that says that it is one."""
    made = vDuration(value)
    made.params["VALUE"] = "DURATION"
    component.add(name, made, encode=False)


def time_zone(name: str, observances: Iterable[TimezoneStandard | TimezoneDaylight]) -> Timezone:
    made = Timezone()
    text(made, "TZID", name)
    for observance in observances:
        made.add_component(observance)
    return made


def observance(
    kind: Literal["STANDARD", "DAYLIGHT"],
    name: str,
    before: dt.timedelta,
    after: dt.timedelta,
    onset: dt.datetime,
    yearly: str | None,
) -> TimezoneStandard | TimezoneDaylight:
    """A part of a time zone: ``onset`` is a time on the clock that was right before it; ``yearly``: its rule."""
    made = TimezoneStandard() if kind == "STANDARD" else TimezoneDaylight()
    moment(made, "DTSTART", onset)
    made.add("TZOFFSETFROM", vUTCOffset(before), encode=False)
    made.add("TZOFFSETTO", vUTCOffset(after), encode=False)
    text(made, "TZNAME", name)
    if yearly is not None:
        rule(made, yearly)
    return made


def content(component: Component) -> bytes:
    """Its lines: folded at 75 octets, each ended by CR LF."""
    return b"".join(_folded(str(line)) for line in component.content_lines() if line)


def joined(calendar: Calendar, components: Iterable[bytes]) -> bytes:
    """A calendar with components that were written before, so that feeds can share their bytes."""
    head = content(calendar)
    assert head.endswith(_END)
    return b"".join((head.removesuffix(_END), *components, _END))


def _folded(line: str) -> bytes:
    """A line with CR LF and a space between its parts; none is cut inside a character, an escape of a text (a backslash
    and what follows) or one of a parameter (a caret and what follows, RFC 6868)."""
    octets = line.encode()
    parts = []
    start, width = 0, _WIDTH
    while len(octets) - start > width:
        cut = start + width
        while octets[cut] & 0xC0 == 0x80:
            cut -= 1
        part = octets[start:cut]
        if _run(part, b"\\") % 2 or (_run(part, b"^") % 2 and octets[cut] in b"n^'"):
            cut -= 1
        parts.append(octets[start:cut])
        start, width = cut, _WIDTH - 1  # the space takes one
    parts.append(octets[start:])
    return b"\r\n ".join(parts) + b"\r\n"


def _run(part: bytes, character: bytes) -> int:
    """How often a character stands at the end."""
    return len(part) - len(part.rstrip(character))


def _named(parameters: dict[str, str]) -> dict[str, str]:
    return {name.upper(): value for name, value in parameters.items()}
