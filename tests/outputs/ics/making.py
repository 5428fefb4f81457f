"""Calendars of small plans, as bytes and as clients read them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import icalendar

from roadmap.outputs.ics.entries import all_entries, not_cancelled
from roadmap.outputs.ics.feeds import all_feeds, calendar
from roadmap.outputs.ics.history import Record, follow
from roadmap.outputs.ics.subject import Subject
from roadmap.outputs.ics.writing import write
from roadmap.source.zones import zone_named
from roadmap.study import Study
from tests.plan_text import load

CHANGED = dt.datetime(2026, 11, 20, 8, 30, tzinfo=dt.UTC)
"""When the plans of these tests changed last."""

SETTINGS = "roadmap: {version: 1, title: Test, domain: plan.example, timezone: Europe/Berlin, until: 2027-12-31}\n"


def subject_of(study: Study, *, people: bool = False, details: bool = False) -> Subject:
    zone = zone_named(study.plan.settings.timezone)
    findings = study.report.findings
    return Subject(study.plan, study.schedule, findings, study.today, zone, people=people, details=details)


def calendar_of(
    study: Study,
    feed: str = "all",
    *,
    record: Record | None = None,
    changed: dt.datetime = CHANGED,
    alarms: bool = False,
    people: bool = False,
    details: bool = False,
) -> tuple[bytes, Record]:
    """The bytes of one feed, and the record for the next time."""
    subject = subject_of(study, people=people, details=details)
    dated, after = follow(all_entries(subject), record or {}, not_cancelled(subject), changed, subject.today)
    events = [write(each, study.plan.settings.domain or "none.example", alarms) for each in dated]
    return calendar(all_feeds(study.plan, subject.lasting)[feed], events, subject.zone, changed), after


def made(root: Path, plan: str, today: str = "2026-11-22", feed: str = "all", **options: bool) -> bytes:
    """The bytes of one feed of a plan in one file."""
    return calendar_of(studied(root, plan, today), feed, **options)[0]


def studied(root: Path, plan: str, today: str = "2026-11-22") -> Study:
    return load(root, {"roadmap.yaml": SETTINGS, "plan.yaml": plan}, today)


def events_of(content: bytes) -> dict[str, icalendar.Event]:
    """Events by uid without the domain."""
    read = icalendar.Calendar.from_ical(content)
    return {str(event["UID"]).rpartition("@")[0]: event for event in read.walk("VEVENT")}


def days(event: icalendar.Event) -> tuple[str, str]:
    """Start and exclusive end, as a reader of the file sees them."""
    return event["DTSTART"].to_ical().decode(), event["DTEND"].to_ical().decode()


def related(event: icalendar.Event) -> list[tuple[str, str, str | None]]:
    """(uid without domain, relationship, gap) of every RELATED-TO."""
    found = event.get("RELATED-TO", [])
    found = found if isinstance(found, list) else [found]
    return [(str(to).rpartition("@")[0], to.params["RELTYPE"], to.params.get("GAP")) for to in found]


def unfolded(content: bytes) -> list[str]:
    return content.replace(b"\r\n ", b"").decode().split("\r\n")
