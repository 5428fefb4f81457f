"""The calendar of `plans/acme` as other programs read it: the same uids, starts, ends and summaries in all of them,
also once a train has another id.

vobject comes with the tests. The others are asked where they are installed: libical through GObject (Debian:
`python3-gi gir1.2-ical-3.0`), ical.js (`npm install ical.js`, its folder in `NODE_PATH`) and khal.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import icalendar
import pytest
import vobject

import roadmap
from roadmap.outputs.ics.entries import all_entries
from roadmap.outputs.ics.entry import is_long_over
from tests.edit.test_renaming import renamed
from tests.outputs.ics.making import calendar_of, subject_of
from tests.reference import ROOT

Row = tuple[str, str, str, str]
"""uid, start and exclusive end as ISO texts (times in UTC), summary."""

LIBICAL = """
import gi, json, sys
gi.require_version("ICalGLib", "3.0")
from gi.repository import ICalGLib as I
UTC = I.Timezone.get_utc_timezone()
calendar = I.Component.new_from_string(open(sys.argv[1], newline="").read())
def text(time, zone):
    if time.is_date():
        return "%04d-%02d-%02d" % (time.get_year(), time.get_month(), time.get_day())
    # What libical resolved from our own VTIMEZONE.
    time = time if time.is_utc() else time.convert_to_zone(UTC)
    return "%04d-%02d-%02dT%02d:%02dZ" % (
        time.get_year(), time.get_month(), time.get_day(), time.get_hour(), time.get_minute())
rows = []
event = calendar.get_first_component(I.ComponentKind.VEVENT_COMPONENT)
while event:
    rows.append([event.get_uid(), text(event.get_dtstart(), 0), text(event.get_dtend(), 0), event.get_summary()])
    event = calendar.get_next_component(I.ComponentKind.VEVENT_COMPONENT)
json.dump(rows, sys.stdout)
"""

ICAL_JS = """
const found = require("ical.js"), ICAL = found.default || found;
const calendar = new ICAL.Component(ICAL.parse(require("fs").readFileSync(process.argv[1], "utf8")));
for (const zone of calendar.getAllSubcomponents("vtimezone"))
  ICAL.TimezoneService.register(new ICAL.Timezone(zone));
const text = t => t.isDate ? t.toString() : t.toJSDate().toISOString().slice(0, 16) + "Z";
console.log(JSON.stringify(calendar.getAllSubcomponents("vevent").map(each => {
  const event = new ICAL.Event(each);
  return [event.uid, text(event.startDate), text(event.endDate), event.summary];
})));
"""

KHAL = """
[calendars]
[[plan]]
path = {folder}/vdir
type = calendar
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%dT%H:%M
longdatetimeformat = %Y-%m-%dT%H:%M
local_timezone = UTC
default_timezone = UTC
[sqlite]
path = {folder}/khal.db
"""


@pytest.fixture(scope="module")
def study() -> roadmap.Study:
    return roadmap.load(ROOT / "plans" / "acme", dt.date(2026, 11, 22))


@pytest.fixture(scope="module")
def files(study: roadmap.Study, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The calendar as it is, and the one after a train was renamed."""
    folder = tmp_path_factory.mktemp("acme")
    after = renamed("train:web", "site")
    assert after is not None
    found = {"as it is": folder / "all.ics", "renamed": folder / "renamed.ics"}
    found["as it is"].write_bytes(calendar_of(study)[0])
    found["renamed"].write_bytes(calendar_of(after)[0])
    return found


@pytest.fixture(scope="module", params=["as it is", "renamed"])
def file(files: dict[str, Path], request: pytest.FixtureRequest) -> Path:
    return files[request.param]


@pytest.fixture(scope="module")
def expected(study: roadmap.Study) -> list[Row]:
    """What the plan says, before it is written as a calendar."""
    entries = [entry for entry in all_entries(subject_of(study)) if not is_long_over(entry, study.today)]
    assert len(entries) > 400
    rows = [(f"{one.key}@acme.example", _text(one.start), _text(one.end), one.summary) for one in entries]
    return sorted(rows)


def _text(moment: Any) -> str:
    if isinstance(moment, dt.datetime):
        return f"{moment.astimezone(dt.UTC):%Y-%m-%dT%H:%MZ}"
    return str(moment.isoformat())


def _run(*command: str, **options: Any) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=120, **options).stdout


def _needs(what: str, *command: str, **options: Any) -> None:
    """Skip where another program is not there."""
    try:
        _run(*command, **options)
    except (OSError, subprocess.SubprocessError):
        pytest.skip(f"{what} is not installed")


def test_icalendar(file: Path, expected: list[Row]) -> None:
    events = icalendar.Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    rows = [
        (str(one["UID"]), _text(one.decoded("DTSTART")), _text(one.decoded("DTEND")), str(one["SUMMARY"]))
        for one in events
    ]
    assert sorted(rows) == expected


def test_vobject(file: Path, expected: list[Row]) -> None:
    events = vobject.readOne(file.read_bytes().decode()).vevent_list
    rows = [(one.uid.value, _text(one.dtstart.value), _text(one.dtend.value), one.summary.value) for one in events]
    assert sorted(rows) == expected


@pytest.mark.long
def test_libical(file: Path, expected: list[Row]) -> None:
    python = "/usr/bin/python3"
    _needs("libical for Python", python, "-c", "import gi; gi.require_version('ICalGLib', '3.0')")
    rows = [tuple(row) for row in json.loads(_run(python, "-c", LIBICAL, str(file)))]
    assert sorted(rows) == expected


@pytest.mark.long
def test_ical_js(file: Path, expected: list[Row]) -> None:
    _needs("ical.js", "node", "-e", "require('ical.js')")
    rows = [tuple(row) for row in json.loads(_run("node", "-e", ICAL_JS, str(file)))]
    assert sorted(rows) == expected


@pytest.mark.long
def test_khal(files: dict[str, Path], expected: list[Row], tmp_path: Path) -> None:
    """Reading the second calendar over the first adds nothing."""
    khal = shutil.which("khal")
    if khal is None:
        pytest.skip("khal is not installed")
    (tmp_path / "vdir").mkdir()
    settings = tmp_path / "config"
    settings.write_text(KHAL.format(folder=tmp_path))
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "PYTHONPATH": ""}
    command = (khal, "-c", str(settings))
    for file in files.values():
        _run(*command, "import", "--batch", "-a", "plan", str(file), env=environment)
    assert len(list((tmp_path / "vdir").iterdir())) == len(expected)
    form = "{uid}\t{start}\t{end}\t{title}"
    told = _run(
        *(*command, "list", "--once", "--format", form, "--day-format", "", "2026-08-01", "2028-12-31"),
        env=environment,
    )
    rows = {tuple(line.split("\t")) for line in told.splitlines() if line}
    assert rows == {_as_khal_has_it(*row) for row in expected}


def _as_khal_has_it(uid: str, start: str, end: str, summary: str) -> Row:
    """khal shows the last day of all-day events."""
    if "T" in start:
        return uid, start.removesuffix("Z"), end.removesuffix("Z"), summary
    last = dt.date.fromisoformat(end) - dt.timedelta(days=1)
    return uid, start, last.isoformat(), summary
