"""Calendars of a plan in which things are renamed: whoever subscribed notices nothing but new names."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import icalendar
import pytest

from tests.cli.command import roadmap
from tests.reference import ROOT

TODAY = ("--today", "2026-11-22")
AT = 1_795_250_000
"""21 November 2026: when the files were last written."""

RENAMED = (
    ("initiative", "", "spring-sale-2027", "spring-{}"),
    ("task", "spring-sale-2027", "translation", "words-{}"),
    ("task", "black-week-2027", "load-test", "rush-{}"),
    ("initiative", "", "pim", "products-{}"),
    ("task", "pim", "product-feed", "feed-{}"),
    ("initiative", "", "checkout-renewal", "checkout-{}"),
    ("task", "checkout-renewal", "integration", "provider-{}"),
    ("team", "", "web", "shop-{}"),
    ("team", "", "brand", "brands-{}"),
    ("train", "", "web", "site-{}"),
    ("train", "", "data", "warehouse-{}"),
    ("release", "web", "27.6", "27.6-{}"),
    ("blackout", "", "peak-trading", "peak-{}"),
    ("review", "", "campaign-review", "campaigns-{}"),
    ("audience", "", "loyalty", "members-{}"),
)
"""Kind, what it lies in, id, and a new one to fill in: of each kind that events are made from, among them a campaign
with markets and a conflict, tasks that ask, promise and are in a conflict, and a train with a release that has a name.
"""


@pytest.fixture
def acme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "acme"
    shutil.copytree(ROOT / "plans" / "acme", root)
    dated(root)
    monkeypatch.chdir(root)
    return root


def dated(root: Path, at: int = AT) -> None:
    for path in root.rglob("*.yaml"):
        os.utime(path, (at, at))


def rename(reference: str, new: str) -> None:
    answer = roadmap("rename", reference, new, *TODAY)
    assert (answer.status, answer.err) == (0, ""), answer.err


def calendars(folder: Path) -> dict[str, list[str]]:
    """File to the uids of its events, none of them twice."""
    answer = roadmap("ical", "-o", str(folder), *TODAY)
    assert (answer.status, answer.err) == (0, ""), answer.err
    return {path.name: uids(path) for path in folder.glob("*.ics")}


def uids(path: Path) -> list[str]:
    lines = path.read_bytes().replace(b"\r\n ", b"").decode().split("\r\n")
    found = sorted(line.removeprefix("UID:") for line in lines if line.startswith("UID:"))
    assert len(set(found)) == len(found) == lines.count("BEGIN:VEVENT")
    return found


def events(path: Path) -> dict[str, icalendar.Event]:
    read = icalendar.Calendar.from_ical(path.read_bytes())
    return {str(event["UID"]): event for event in read.walk("VEVENT")}


class Names:
    """What the things of ``RENAMED`` are called now."""

    def __init__(self) -> None:
        self.now: dict[tuple[str, str, str], str] = {}

    def reference(self, kind: str, within: str, id: str) -> str:
        name = self.now.get((kind, within, id), id)
        if not within:
            return f"{kind}:{name}"
        holder = "initiative" if kind == "task" else "train"
        return f"{self.now.get((holder, '', within), within)}{'/' if kind == 'task' else '@'}{name}"

    def rename_all(self, form: str) -> None:
        for kind, within, id, new in RENAMED:
            rename(self.reference(kind, within, id), new.format(form))
            self.now[kind, within, id] = new.format(form)


def said_of_history(path: Path) -> list[str]:
    """Uids of what is said to have moved, or to be cancelled."""
    return [
        uid
        for uid, event in events(path).items()
        if event["SEQUENCE"] or event["STATUS"] == "CANCELLED" or event["DESCRIPTION"].startswith("Moved from")
    ]


def relations(path: Path) -> dict[str, list[str]]:
    """Uid to those of the events that it is related to."""
    found = {uid: event.get("RELATED-TO", []) for uid, event in events(path).items()}
    return {uid: sorted(map(str, to if isinstance(to, list) else [to])) for uid, to in found.items()}


def test_no_uid_changes_and_nothing_has_moved_however_often_things_are_renamed(acme: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    before = calendars(out)
    assert len(before["all.ics"]) > 400
    related = relations(out / "all.ics")
    assert sum(map(len, related.values())) > 200
    names = Names()
    for turn in ("b", "a"):
        names.rename_all(turn)
        dated(acme, AT + 60)
        after = calendars(out)
        # Who subscribed to the calendar of the team `web` sees what that team sees, whatever it is called.
        assert {name: after[name] for name in before} == before
        assert after[f"team-shop-{turn}.ics"] == before["team-web.ics"]
    assert relations(out / "all.ics") == related
    assert said_of_history(out / "all.ics") == []


def test_a_name_that_comes_back_changes_nothing_either(acme: Path, tmp_path: Path) -> None:
    before = calendars(tmp_path / "out")
    for reference, new in (("team:web", "shop"), ("team:shop", "site"), ("team:site", "web"), ("team:web", "shop")):
        rename(reference, new)
        after = calendars(tmp_path / "out")
        assert {name: after[name] for name in before} == before


def test_two_things_can_swap_their_names(acme: Path, tmp_path: Path) -> None:
    before = calendars(tmp_path / "out")
    for reference, new in (("train:web", "tmp"), ("train:data", "web"), ("train:tmp", "data")):
        rename(reference, new)
    after = calendars(tmp_path / "out")
    assert {name: after[name] for name in before} == before


def test_what_moves_after_it_was_renamed_says_when_it_was_before(acme: Path, tmp_path: Path) -> None:
    calendars(tmp_path / "out")
    rename("winter-clearance-2027", "winter-sale")
    plan = acme / "campaigns" / "winter-clearance-2027.yaml"
    plan.write_text(plan.read_text("utf-8").replace("launch: 2027-01-11", "launch: 2027-01-25"), "utf-8")
    calendars(tmp_path / "out")
    launch = events(tmp_path / "out" / "campaign-winter-sale.ics")["launch-winter-clearance-2027@acme.example"]
    assert launch["SEQUENCE"] == 1
    assert launch["DESCRIPTION"].startswith("Moved from Mon 2027-01-11 to Mon 2027-01-25.\n\n")


def test_what_is_renamed_and_taken_out_stays_as_cancelled_in_the_same_calendars(acme: Path, tmp_path: Path) -> None:
    calendars(tmp_path / "out")
    rename("team:brand", "brands")
    rename("summer-outdoor-2027", "summer")
    calendars(tmp_path / "out")
    (acme / "campaigns" / "summer-outdoor-2027.yaml").unlink()
    roadmap("ical", "-o", str(tmp_path / "out"), *TODAY)
    for name in ("team-brand.ics", "team-brands.ics", "all.ics"):
        launch = events(tmp_path / "out" / name)["launch-summer-outdoor-2027@acme.example"]
        assert launch["STATUS"] == "CANCELLED"


def test_a_new_thing_with_a_former_id_has_events_and_a_calendar_of_its_own(acme: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    before = calendars(out)
    rename("garden-season-2027", "garden-2027")
    new = "campaigns: {garden-season-2027: {title: Another garden, launch: 2027-09-06}}\n"
    (acme / "campaigns" / "another.yaml").write_text(new, "utf-8")
    answer = roadmap("ical", "-o", str(out), *TODAY)
    assert answer.err == (
        "roadmap: the initiatives garden-2027 and garden-season-2027 have both been called garden-season-2027: in "
        "calendars garden-2027 keeps that name, and garden-season-2027 is known as garden-season-2027~2\n"
    )
    own = "launch-garden-season-2027~2@acme.example"
    assert set(uids(out / "all.ics")) == {*before["all.ics"], own}
    assert uids(out / "campaign-garden-season-2027.ics") == before["campaign-garden-season-2027.ics"]
    assert uids(out / "campaign-garden-2027.ics") == before["campaign-garden-season-2027.ics"]
    assert own in uids(out / "campaign-garden-season-2027~2.ics")
    # With an id of its own it is out of the way: no name of the other goes to it, although it comes first when sorted.
    answer = roadmap("rename", "garden-season-2027", "autumn-garden", *TODAY)
    assert (answer.status, answer.err) == (
        0,
        "roadmap: garden-season-2027 is not kept in `was`: another thing was called so before, and is known by it\n",
    )
    answer = roadmap("ical", "-o", str(out), *TODAY)
    left = out / "campaign-garden-season-2027~2.ics"
    assert answer.err == f"roadmap: {left} is of nothing in the plan any more: it tells what is cancelled\n"
    assert set(uids(out / "all.ics")) == {*before["all.ics"], own, "launch-autumn-garden@acme.example"}
    assert uids(out / "campaign-garden-season-2027.ics") == before["campaign-garden-season-2027.ics"]
    assert events(out / "all.ics")[own]["STATUS"] == "CANCELLED"


def test_a_calendar_is_found_by_its_former_name(acme: Path, tmp_path: Path) -> None:
    out = tmp_path / "web.ics"
    roadmap("ical", "-o", str(out), "--for", "team:web", *TODAY)
    before = uids(out)
    rename("team:web", "shop")
    answer = roadmap("ical", "-o", str(out), "--for", "team:web", *TODAY)
    assert (answer.status, answer.err) == (0, "roadmap: team:web is called team:shop now\n")
    assert uids(out) == before
    assert said_of_history(out) == []
