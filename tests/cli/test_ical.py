"""``roadmap ical`` as a user meets it."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import icalendar
import pytest

from roadmap.checks.documentation import documentation
from roadmap.checks.registry import Rule, all_rules
from tests.cli.command import process, roadmap, write

TODAY = ("--today", "2027-01-25")


@pytest.fixture
def shop(sale: Path) -> Path:
    """The small workspace, with a domain; its files are as of 20 January 2027, 12:00 UTC."""
    (sale / "roadmap.yaml").write_text("roadmap: {version: 1, title: Shop, domain: shop.example}\n")
    for path in sale.rglob("*.yaml"):
        os.utime(path, (1800446400, 1800446400))
    return sale


def uids(text: str | bytes) -> list[str]:
    return [str(event["UID"]) for event in icalendar.Calendar.from_ical(text).walk("VEVENT")]


def test_a_folder_gets_a_file_for_each_team_train_and_campaign(shop: Path, tmp_path: Path) -> None:
    answer = roadmap("ical", "-o", str(tmp_path / "out" / "calendars"), *TODAY)
    assert (answer.status, answer.out, answer.err) == (0, "", "")
    assert sorted(path.name for path in (tmp_path / "out" / "calendars").iterdir()) == [
        ".roadmap-ical.json",
        "all.ics",
        "campaign-sale.ics",
        "team-brand.ics",
        "team-data.ics",
        "train-data.ics",
    ]
    everything = (tmp_path / "out" / "calendars" / "all.ics").read_bytes()
    assert "launch-sale@shop.example" in uids(everything)
    assert b"\r\nDTSTAMP:20270120T120000Z\r\n" in everything  # the files' own time, not the clock's


def test_one_file(shop: Path, tmp_path: Path) -> None:
    target = tmp_path / "brand.ics"
    assert roadmap("ical", "-o", str(target), "--for", "team:brand", *TODAY).status == 0
    assert "launch-sale@shop.example" in uids(target.read_bytes())
    # A feed may be for some only, so what is kept beside it tells no more than it does.
    beside = json.loads((tmp_path / ".brand.roadmap-ical.json").read_text())
    assert sorted(beside["events"]) == sorted(uid.partition("@")[0] for uid in uids(target.read_bytes()))


def test_one_file_tells_what_moved_and_not_what_only_others_see_now(shop: Path, tmp_path: Path) -> None:
    target = tmp_path / "brand.ics"
    run = ("ical", "-o", str(target), "--for", "team:brand", *TODAY)
    roadmap(*run)
    plan = shop / "campaigns" / "sale.yaml"
    plan.write_text(plan.read_text().replace("2027-02-12", "2027-02-19"))
    os.utime(plan, (1800532800, 1800532800))
    assert roadmap(*run).status == 0
    text = target.read_bytes().replace(b"\r\n ", b"").decode()
    assert "SEQUENCE:1" in text
    assert "Moved from Fri 2027-02-12 to Fri 2027-02-19." in text
    plan.write_text(plan.read_text().replace("team: brand", "team: data"))
    assert roadmap(*run).status == 0
    assert "launch-sale@shop.example" not in uids(target.read_bytes())
    assert "launch-sale@shop.example" in uids(process("ical", *TODAY, cwd=shop).stdout)


def test_standard_output_has_the_bytes_of_the_file(shop: Path, tmp_path: Path) -> None:
    roadmap("ical", "-o", str(tmp_path / "x.ics"), *TODAY)
    printed = process("ical", *TODAY, cwd=shop)
    assert printed.stdout == (tmp_path / "x.ics").read_bytes()
    assert b"\r\n" in printed.stdout
    assert printed.stdout.count(b"\n") == printed.stdout.count(b"\r\n")


def test_standard_output_may_be_named_and_nothing_not(shop: Path) -> None:
    before = sorted(shop.rglob("*"))
    assert roadmap("ical", "-o", "-", *TODAY) == roadmap("ical", *TODAY)
    assert roadmap("ical", "-o", "", *TODAY).status == 2
    assert sorted(shop.rglob("*")) == before


def test_the_same_bytes_in_every_process(shop: Path) -> None:
    first = process("ical", *TODAY, cwd=shop, PYTHONHASHSEED="1", TZ="Asia/Tokyo", LC_ALL="C").stdout
    second = process("ical", *TODAY, cwd=shop, PYTHONHASHSEED="2", TZ="America/New_York", LC_ALL="de_DE.UTF-8").stdout
    assert first == second
    assert len(first) > 1000


def test_the_next_run_tells_what_moved_and_what_was_taken_out(shop: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    roadmap("ical", "-o", str(out), *TODAY)
    plan = shop / "campaigns" / "sale.yaml"
    plan.write_text(plan.read_text().replace("2027-02-12", "2027-02-19"))
    os.utime(plan, (1800532800, 1800532800))
    assert roadmap("ical", "-o", str(out), *TODAY).status == 0
    text = (out / "campaign-sale.ics").read_bytes().replace(b"\r\n ", b"").decode()
    assert "Moved from Fri 2027-02-12 to Fri 2027-02-19." in text
    plan.unlink()
    assert roadmap("ical", "-o", str(out), *TODAY).status == 0
    text = (out / "all.ics").read_bytes().replace(b"\r\n ", b"").decode()
    assert "SUMMARY:Cancelled: Launch: Spring sale" in text
    assert "STATUS:CANCELLED" in text


def test_the_calendar_of_a_campaign_that_is_taken_out_tells_so(shop: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    roadmap("ical", "-o", str(out), *TODAY)
    (shop / "campaigns" / "sale.yaml").unlink()
    answer = roadmap("ical", "-o", str(out), *TODAY)
    calendar = out / "campaign-sale.ics"
    assert answer.err == f"roadmap: {calendar} is of nothing in the plan any more: it tells what is cancelled\n"
    read = icalendar.Calendar.from_ical(calendar.read_bytes())
    status = {str(event["UID"]): event["STATUS"] for event in read.walk("VEVENT")}
    assert status["launch-sale@shop.example"] == "CANCELLED"
    assert set(status.values()) == {"CANCELLED"}
    assert read["NAME"] == "sale (Shop)"
    assert roadmap("ical", "-o", str(out), *TODAY).err == answer.err


def test_a_calendar_of_nothing_that_is_left_is_told(shop: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "team-gone.ics").write_text("old")
    (tmp_path / "out" / "holidays.ics").write_text("not ours")
    answer = roadmap("ical", "-o", str(tmp_path / "out"), *TODAY)
    told = f"{tmp_path / 'out' / 'team-gone.ics'} is of nothing in the plan any more: it was left as it is"
    assert answer.err == f"roadmap: {told}\n"
    assert (tmp_path / "out" / "team-gone.ics").read_text() == "old"


@pytest.mark.long
@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_whatever_plan_the_checks_show_has_a_calendar(rule: Rule, tmp_path: Path) -> None:
    for number, case in enumerate(documentation(rule).cases):
        root = tmp_path / str(number)
        root.mkdir()
        write(root, {file.path: file.text for file in case.files if file.target is None})
        answer = roadmap("ical", "--plans", str(root), "--today", case.today.isoformat(), "--details", "--alarms")
        assert answer.status == 0, answer.err
        uids(answer.out)


def test_an_unchanged_plan_leaves_the_files_alone(shop: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    roadmap("ical", "-o", str(out), *TODAY)
    before = {path.name: (path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_ino) for path in out.iterdir()}
    roadmap("ical", "-o", str(out), *TODAY)
    after = {path.name: (path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_ino) for path in out.iterdir()}
    assert after == before


@pytest.mark.parametrize("text", ["{", "[]", '{"roadmap-ical": 99}', "\xff"])
def test_a_damaged_record_is_told_and_not_used(shop: Path, tmp_path: Path, text: str) -> None:
    out = tmp_path / "out"
    roadmap("ical", "-o", str(out), *TODAY)
    before = (out / "all.ics").read_bytes()
    (out / ".roadmap-ical.json").write_bytes(text.encode("latin-1"))
    answer = roadmap("ical", "-o", str(out), *TODAY)
    assert answer.status == 0
    assert "is not used, so nothing is told as moved or cancelled" in answer.err
    assert (out / "all.ics").read_bytes() == before
    assert json.loads((out / ".roadmap-ical.json").read_text())["roadmap-ical"] == 1


def test_symbolic_links_are_not_followed(shop: Path, tmp_path: Path) -> None:
    out, elsewhere = tmp_path / "out", tmp_path / "precious.txt"
    out.mkdir()
    elsewhere.write_text("keep me")
    (out / "all.ics").symlink_to(elsewhere)
    answer = roadmap("ical", "-o", str(out), *TODAY)
    assert (answer.status, answer.err.count("\n")) == (2, 1)
    assert "is a symbolic link" in answer.err
    assert elsewhere.read_text() == "keep me"
    (tmp_path / "link").symlink_to(out, target_is_directory=True)
    assert "is a symbolic link" in roadmap("ical", "-o", str(tmp_path / "link"), *TODAY).err
    assert roadmap("ical", "-o", str(out / "all.ics"), *TODAY).status == 2


def test_a_link_in_place_of_the_record_is_not_read_either(shop: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / ".roadmap-ical.json").symlink_to(tmp_path / "foreign.json")
    assert "is a symbolic link" in roadmap("ical", "-o", str(out), *TODAY).err


@pytest.mark.parametrize(
    ("feed", "why"),
    [
        ("team:brnd", "there is no calendar 'team:brnd'; did you mean 'team:brand'?"),
        ("web", "'web' is no calendar: give all, team:ID, train:ID or campaign:ID"),
        ("../all", "'../all' is no calendar: give all, team:ID, train:ID or campaign:ID"),
    ],
)
def test_an_unknown_calendar_is_refused_with_the_nearest(shop: Path, feed: str, why: str) -> None:
    answer = roadmap("ical", "--for", feed, *TODAY)
    assert (answer.status, answer.err) == (2, f"roadmap: {why}\n")


def test_without_the_package_one_line_says_what_to_do(shop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "icalendar", None)
    answer = roadmap("ical", *TODAY)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err == "roadmap: calendars need the package icalendar: pip install 'roadmap[ical]'\n"


def test_an_older_package_is_refused(shop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(icalendar, "__version__", "6.1.0")
    assert "calendars need icalendar 7.3 or later, and 6.1.0 is installed" in roadmap("ical", *TODAY).err


def test_a_plan_without_a_domain_is_told(sale: Path) -> None:
    answer = roadmap("ical", *TODAY)
    assert "launch-sale@roadmap.invalid" in uids(answer.out)
    assert "write `domain` into the settings" in answer.err


def test_the_address_of_publication_is_said_in_the_calendar(shop: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    roadmap("ical", "-o", str(out), "--url", "https://shop.example/calendars/", *TODAY)
    assert (
        b"SOURCE;VALUE=URI:https://shop.example/calendars/team-brand.ics\r\n" in (out / "team-brand.ics").read_bytes()
    )


def test_a_broken_file_is_told_and_the_rest_is_shown(shop: Path) -> None:
    (shop / "feed.yaml").write_text("projects: {{\n")
    answer = roadmap("ical", *TODAY)
    assert answer.status == 0
    assert "could not be read as meant" in answer.err
    assert "launch-sale@shop.example" in uids(answer.out)


@pytest.mark.parametrize(
    ("right", "wrong", "place"),
    [
        ("campaigns:", "campaigns: [", "campaigns/sale.yaml:1"),  # the whole file is gone
        ("launch: 2027-02-12", "launch: 2027-02-30", "campaigns/sale.yaml:5"),  # only the launch is
        ("launch: 2027-02-12", "lunch: 2027-02-12", "campaigns/sale.yaml:5"),
    ],
)
def test_what_is_missing_because_it_cannot_be_read_is_not_cancelled(
    right: str, wrong: str, place: str, shop: Path, tmp_path: Path
) -> None:
    out, plan = tmp_path / "out", shop / "campaigns" / "sale.yaml"
    roadmap("ical", "-o", str(out), *TODAY)
    before = {path: path.read_bytes() for path in out.iterdir()}
    assert right in plan.read_text()
    plan.write_text(plan.read_text().replace(right, wrong))
    answer = roadmap("ical", "-o", str(out), *TODAY)
    assert answer.status == 2
    assert "the calendars are left as they were: " in answer.err
    assert f"would be told as cancelled, but {place} could not be read as meant\n" in answer.err
    assert {path: path.read_bytes() for path in out.iterdir()} == before
    plan.unlink()
    assert roadmap("ical", "-o", str(out), *TODAY).status == 0
    assert b"\r\nSUMMARY:Cancelled: Launch: Spring sale" in (out / "all.ics").read_bytes()


def test_a_folder_that_cannot_be_made_is_told_in_one_line(shop: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for output in (tmp_path / "file", tmp_path / "file" / "below"):
        answer = roadmap("ical", "-o", str(output), *TODAY)
        assert (answer.status, answer.err.count("\n")) == (2, 1)
