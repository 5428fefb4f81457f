"""A feed tells what moved and what was taken out, and never changes an event that did not change."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from roadmap.outputs.ics.history import Record
from roadmap.outputs.ics.record import RecordError, read, written
from roadmap.source.zones import zone_named
from tests.outputs.ics.making import CHANGED, calendar_of, days, events_of, studied

PLAN = """\
teams: {brand: {name: Brand}, web: {name: Web, notice: 5d}}
campaigns:
  sale:
    title: Sale
    team: brand
    launch: 2027-03-15
    tasks:
      copy: {title: Copy, duration: 5d, not-before: 2027-01-04}
      page: {title: Page, team: web, duration: 5d}
  other: {title: Other, team: brand, launch: 2027-04-01, tasks: {copy: {title: Copy, duration: 1d}}}
reviews:
  sync: {title: Sync, every: every month on the first wed, at: "14:00", from: 2026-11-01, until: 2027-06-30}
"""
LATER = CHANGED + dt.timedelta(days=1)


def first(tmp_path: Path) -> tuple[bytes, Record]:
    return calendar_of(studied(tmp_path, PLAN))


def then(
    tmp_path: Path, plan: str, record: Record, today: str = "2026-11-22", changed: dt.datetime = LATER
) -> tuple[bytes, Record]:
    return calendar_of(studied(tmp_path, plan, today), record=record, changed=changed)


def test_nothing_changes_when_nothing_changed(tmp_path: Path) -> None:
    before, record = first(tmp_path)
    after, again = calendar_of(studied(tmp_path, PLAN), record=record)
    assert after == before
    assert again == record


def test_a_newer_plan_with_the_same_launch_leaves_it_as_it_was(tmp_path: Path) -> None:
    before, record = first(tmp_path)
    after, _ = then(tmp_path, PLAN.replace("title: Other", "title: Another"), record)
    old, new = events_of(before), events_of(after)
    assert new["launch-sale"].to_ical() == old["launch-sale"].to_ical()
    assert new["launch-other"]["LAST-MODIFIED"].dt == LATER
    assert new["launch-other"]["DTSTAMP"].dt == LATER
    assert new["launch-other"]["SEQUENCE"] == 0  # it did not move


def test_a_moved_launch_keeps_its_uid_and_says_where_it_was(tmp_path: Path) -> None:
    _, record = first(tmp_path)
    moved, record = then(tmp_path, PLAN.replace("2027-03-15", "2027-03-22"), record)
    launch = events_of(moved)["launch-sale"]
    assert days(launch) == ("20270322", "20270323")
    assert launch["SEQUENCE"] == 1
    assert launch["DESCRIPTION"].startswith("Moved from Mon 2027-03-15 to Mon 2027-03-22.\n\n")
    assert launch["LAST-MODIFIED"].dt == LATER
    again, record = then(tmp_path, PLAN.replace("2027-03-15", "2027-03-22"), record)
    assert events_of(again)["launch-sale"].to_ical() == launch.to_ical()
    back, _ = then(tmp_path, PLAN, record, changed=LATER + dt.timedelta(days=1))
    launch = events_of(back)["launch-sale"]
    assert launch["SEQUENCE"] == 2
    assert launch["DESCRIPTION"].startswith("Moved from Mon 2027-03-22 to Mon 2027-03-15.\n\n")


def without(name: str) -> str:
    return "\n".join(line for line in PLAN.splitlines() if not line.startswith(f"  {name}:")) + "\n"


def test_what_is_taken_out_stays_as_cancelled_for_thirty_days_after_its_day(tmp_path: Path) -> None:
    _, record = first(tmp_path)
    gone, record = then(tmp_path, without("other"), record)
    launch = events_of(gone)["launch-other"]
    assert (launch["STATUS"], launch["TRANSP"], launch["SUMMARY"]) == (
        "CANCELLED",
        "TRANSPARENT",
        "Cancelled: Launch: Other",
    )
    assert (days(launch), launch["SEQUENCE"]) == (("20270401", "20270402"), 1)
    again, record = then(tmp_path, without("other"), record, changed=LATER + dt.timedelta(days=3))
    assert events_of(again)["launch-other"].to_ical() == launch.to_ical()
    last, _ = then(tmp_path, without("other"), record, today="2027-05-01")
    assert "launch-other" in events_of(last)
    over, _ = then(tmp_path, without("other"), record, today="2027-05-02")
    assert "launch-other" not in events_of(over)
    back, _ = then(tmp_path, PLAN, record)
    assert (events_of(back)["launch-other"]["STATUS"], events_of(back)["launch-other"]["SEQUENCE"]) == ("CONFIRMED", 2)


def test_a_release_that_is_far_away_is_not_cancelled_when_it_carries_nothing_any_more(tmp_path: Path) -> None:
    plan = """\
teams: {web: {name: Web}}
trains: {web: {team: web, every: 4 weeks on tue, from: 2028-02-01, until: 2028-12-31, cut-offs: {code: 3d}}}
projects: {shop: {team: web, tasks: {page: {duration: 2d, not-before: 2028-02-01, ships-on: web}}}}
"""
    before, record = calendar_of(studied(tmp_path, plan))  # the horizon is 2027-12-31
    far = {"release-web@2028-02-29", "cut-off-web@2028-02-29/code", "freeze-web@2028-02-29/code"}
    assert set(events_of(before)) == far
    assert not events_of(then(tmp_path, plan.replace(", not-before: 2028-02-01", ""), record)[0]).keys() & far
    skipped = plan.replace("cut-offs:", "skip: [2028-02-29], cut-offs:")
    assert {
        str(event["STATUS"]) for uid, event in events_of(then(tmp_path, skipped, record)[0]).items() if uid in far
    } == {"CANCELLED"}


def test_what_turns_out_to_have_been_long_ago_was_not_cancelled(tmp_path: Path) -> None:
    plan = PLAN.replace(
        "page: {title: Page,", "go: {title: Go, duration: 0d, not-before: 2027-01-04}\n      page: {title: Page,"
    )
    before, record = calendar_of(studied(tmp_path, plan))
    assert days(events_of(before)["milestone-sale/go"]) == ("20270104", "20270105")
    done = plan.replace("not-before: 2027-01-04}\n      page", "status: done, finished: 2026-06-01}\n      page")
    assert "milestone-sale/go" not in events_of(then(tmp_path, done, record)[0])


def test_a_cancelled_meeting_stays_with_its_recurrence(tmp_path: Path) -> None:
    _, record = first(tmp_path)
    gone, _ = then(tmp_path, without("sync"), record)
    review = events_of(gone)["review-sync"]
    assert (review["STATUS"], review["SUMMARY"]) == ("CANCELLED", "Cancelled: Review: Sync")
    assert review["RRULE"].to_ical() == b"FREQ=MONTHLY;UNTIL=20270602T120000Z;BYDAY=1WE"
    assert review["DTSTART"].params["TZID"] == "Europe/Berlin"


def test_a_meeting_that_is_skipped_gains_a_sequence_and_stays_skipped_when_it_is_cancelled(tmp_path: Path) -> None:
    _, record = first(tmp_path)
    skipped = PLAN.replace("until: 2027-06-30", "until: 2027-06-30, skip: [2027-02-03]")
    after, record = then(tmp_path, skipped, record)
    review = events_of(after)["review-sync"]
    assert (review["SEQUENCE"], review["EXDATE"].to_ical()) == (1, b"20270203T140000")
    assert "DESCRIPTION" not in review  # it did not move
    gone, _ = then(tmp_path, without("sync"), record)
    review = events_of(gone)["review-sync"]
    assert (review["SEQUENCE"], review["EXDATE"].to_ical()) == (2, b"20270203T140000")


def test_a_milestone_after_its_release_is_not_cancelled_when_the_release_is_long_over(tmp_path: Path) -> None:
    plan = """\
teams: {web: {name: Web}}
trains:
  web: {team: web, releases: [{date: 2026-10-01, name: v1, milestones: {look-back: 2026-12-10}}]}
"""
    _, record = calendar_of(studied(tmp_path, plan, "2026-11-22"))
    after, _ = then(tmp_path, plan, record, today="2026-12-01")  # the release was 61 days ago
    assert {uid: event["STATUS"] for uid, event in events_of(after).items()} == {
        "milestone-web@v1/look-back": "CONFIRMED"
    }


def test_what_was_asked_for_was_not_cancelled(tmp_path: Path) -> None:
    before, record = first(tmp_path)
    assert "ask-by-sale/page" in events_of(before)
    asked = PLAN.replace("team: web, duration: 5d", "team: web, duration: 5d, request: {asked: 2026-11-20}")
    assert "ask-by-sale/page" not in events_of(then(tmp_path, asked, record)[0])


def test_a_solved_conflict_stays_as_a_tombstone(tmp_path: Path) -> None:
    _, record = calendar_of(studied(tmp_path, PLAN.replace("2027-03-15", "2027-01-05")))
    solved, _ = then(tmp_path, PLAN, record)
    (conflict,) = (event for uid, event in events_of(solved).items() if uid.startswith("conflict-"))
    assert (conflict["STATUS"], conflict["SUMMARY"]) == ("CANCELLED", "Cancelled: ⚠ Launch impossible: Sale")
    assert conflict["DESCRIPTION"] == "This conflict is no longer reported."


def test_what_moves_because_time_goes_on_is_dated_by_the_day_and_not_by_the_clock(tmp_path: Path) -> None:
    plan = PLAN.replace("not-before: 2027-01-04", "deadline: 2026-11-20")
    _, record = calendar_of(studied(tmp_path, plan, "2026-11-23"))
    after, _ = then(tmp_path, plan, record, today="2026-11-24", changed=CHANGED)
    deadline = events_of(after)["deadline-sale/copy"]
    assert deadline["LAST-MODIFIED"].dt == dt.datetime(2026, 11, 24, tzinfo=dt.UTC)


def test_the_record_comes_back_as_it_was(tmp_path: Path) -> None:
    _, record = first(tmp_path)
    zone = zone_named("Europe/Berlin").info
    assert read(written(record, "plan.example"), "plan.example", zone) == record
    assert written(read(written(record, "plan.example"), "plan.example", zone), "plan.example") == written(
        record, "plan.example"
    )
    assert read(written({}, "plan.example"), "plan.example", zone) == {}


EVENT = (
    '{"digest": "x", "sequence": 0, "modified": "2026-11-20T08:30:00+00:00", "start": "2027-03-15", '
    '"end": "2027-03-16", "summary": "s", "category": "c", "feeds": [], "rule": null, "last": null, "moved": null, '
    '"cancelled": false}'
)

NEVER = '"rule": null, "last": null'
LAST = '"last": "2027-03-15"'
TIMES = '["2027-03-16T10:00:00"]'


def document(event: str, version: str = "1", domain: str = "plan.example") -> str:
    return f'{{"roadmap-ical": {version}, "domain": "{domain}", "events": {{"launch-sale": {event}}}}}'


def test_the_document_of_the_next_test_is_right() -> None:
    assert list(read(document(EVENT), "plan.example", dt.UTC)) == ["launch-sale"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "it is damaged"),
        ("{", "it is damaged"),
        ("[" * 100_000, "it is damaged"),
        ("[]", "it is something else"),
        ('{"name": "package"}', "it is something else"),
        (document(EVENT, version="2"), "it is of another version of roadmap"),
        (document(EVENT, domain="elsewhere.example"), "it is of a plan with another domain"),
        (document("{}"), "it is damaged"),
        (document("null"), "it is damaged"),
        (document(EVENT.replace("2027-03-15", "2027-02-30")), "it is damaged"),
        (document(EVENT.replace("2027-03-15", "2027-04-30")), "it is damaged"),
        (document(EVENT.replace("2027-03-16", "9999-12-31")), "it is damaged"),
        (document(EVENT.replace(NEVER, '"rule": "FREQ=DAILY", "without": [], "last": "9999-12-31"')), "it is damaged"),
        (document(EVENT.replace(NEVER, '"rule": "FREQ=DAILY", "last": "2027-03-15"')), "it is damaged"),
        (document(EVENT.replace(NEVER, f'"rule": "FREQ=DAILY", "without": {TIMES}, {LAST}')), "it is damaged"),
        (document(EVENT.replace("2027-03-15", "2027-03-15T10:00:00")), "it is damaged"),
        (document(EVENT.replace("+00:00", "")), "it is damaged"),
        (document(EVENT.replace('"sequence": 0', '"sequence": -1')), "it is damaged"),
        (document(EVENT.replace('"sequence": 0', '"sequence": true')), "it is damaged"),
        (document(EVENT.replace('"summary": "s"', '"summary": 7')), "it is damaged"),
        (document(EVENT.replace('"rule": null', '"rule": "FREQ=SECONDLY"')), "it is damaged"),
        ('{"roadmap-ical": 1, "domain": "plan.example"}', "it is damaged"),
        ('{"roadmap-ical": 1, "domain": "plan.example", "events": []}', "it is damaged"),
    ],
)
def test_what_is_no_record_is_refused_as_a_whole(text: str, why: str) -> None:
    with pytest.raises(RecordError, match=why):
        read(text, "plan.example", dt.UTC)
