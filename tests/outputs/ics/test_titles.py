"""205 titles that broke calendar programs before come back unchanged, less the control characters and line ends of
which plain_text.py tells.
"""

from __future__ import annotations

import json
import re

import icalendar
import vobject

from roadmap.outputs.ics import library
from tests.outputs.ics.test_folding import written
from tests.reference import reference


def titles() -> list[str]:
    found = [each["text"] for each in json.loads(reference("ical/titles.json").read_text("utf-8"))["titles"]]
    assert len(found) == 205
    return found


def expected(title: str) -> str:
    """By hand, not by the code under test."""
    title = re.sub("[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+", " ", title).replace("\t", " ")
    return "".join(character for character in title if character >= " " and not "\x7f" <= character <= "\x9f")


def test_icalendar_reads_every_title_back() -> None:
    read = [str(icalendar.Event.from_ical(written(f"Launch: {title}"))["SUMMARY"]) for title in titles()]
    assert read == [f"Launch: {expected(title)}" for title in titles()]


def test_vobject_reads_every_title_back() -> None:
    content = library.joined(library.calendar(), [written(f"Launch: {title}") for title in titles()])
    read = [event.summary.value for event in vobject.readOne(content.decode()).vevent_list]
    assert read == [f"Launch: {expected(title)}" for title in titles()]


def test_most_titles_lose_nothing_at_all() -> None:
    assert sum(expected(title) == title for title in titles()) >= 190
