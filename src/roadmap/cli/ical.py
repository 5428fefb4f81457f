"""``roadmap ical``: releases, cut-offs, launches, hand-offs and conflicts as calendars."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from roadmap.cli.arguments import Parser, meant
from roadmap.cli.console import Console
from roadmap.cli.delivering import output_file
from roadmap.cli.opening import note_faults, open_study
from roadmap.cli.progress import progress
from roadmap.cli.refusal import Refusal
from roadmap.cli.replacing import make_folder, replace_file

if TYPE_CHECKING:
    from roadmap.model.lasting import Contest
    from roadmap.outputs.ics.feeds import Feed
    from roadmap.outputs.ics.history import Record
    from roadmap.outputs.ics.subject import Subject
    from roadmap.outputs.ics.writing import Written
    from roadmap.study import Study

RECORD = ".roadmap-ical.json"
EVERYTHING = "all"
_OURS = re.compile(r"(team|train|campaign)-[a-z0-9~-]+\.ics")

EPILOG = """\
  roadmap ical -o public/calendars        one file a team, train and campaign, and all.ics
  roadmap ical -o web.ics --for team:web  one calendar
  roadmap ical --for campaign:spring-sale one calendar, to standard output

A folder also gets .roadmap-ical.json, and web.ics gets .web.roadmap-ical.json,
from which the next run knows what moved and what was taken out. Keep it. E-mail
addresses, notes, roadblocks and budgets are left out unless asked for: a
calendar is easily passed on."""


def add(commands: Any) -> Parser:
    parser: Parser = commands.add_parser(
        "ical",
        help="write calendars for teams, trains and campaigns",
        description="Write releases, cut-offs, launches, hand-offs and conflicts as iCalendar files.",
        epilog=EPILOG,
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="DIR|FILE.ics",
        type=output_file,
        help="a folder for all calendars, or one file (default: print)",
    )
    parser.add_argument(
        "--for", dest="feed", metavar="FEED", help="all, or one of team:ID, train:ID, campaign:ID (default: all)"
    )
    parser.add_argument("--alarms", action="store_true", help="remind of ask-by and promised days")
    parser.add_argument("--people", action="store_true", help="tell e-mail addresses of owners")
    parser.add_argument("--details", action="store_true", help="tell notes, roadblocks and budgets")
    parser.add_argument("--url", metavar="URL", help="where the file, or the folder, will be published")
    parser.set_defaults(handler=handle)
    return parser


def handle(arguments: argparse.Namespace, console: Console) -> int:
    _require_icalendar()
    with progress(console) as tell:
        tell("reading")
        study = open_study(arguments)
        _ = study.plan
        tell("checking")
        _ = study.report
        tell("writing calendars")
        made = _Calendars(arguments, console, study)
        note_faults(study, console)
        made.put()
    return 0


def _require_icalendar() -> None:
    """Only this command needs the package, which is why it is an extra."""
    try:
        import icalendar
    except ImportError:
        raise Refusal("calendars need the package icalendar: pip install 'roadmap[ical]'") from None
    if tuple(int(part) if part.isdigit() else 0 for part in icalendar.__version__.split(".")[:2]) < (7, 3):
        found = icalendar.__version__
        raise Refusal(f"calendars need icalendar 7.3 or later, and {found} is installed: pip install 'roadmap[ical]'")


class _Calendars:
    """The calendars of one run, and where they go."""

    def __init__(self, arguments: argparse.Namespace, console: Console, study: Study) -> None:
        from roadmap.outputs.ics.feeds import NO_DOMAIN, all_feeds
        from roadmap.outputs.ics.plain_text import one_line
        from roadmap.source.revision import last_change

        self.arguments = arguments
        self.console = console
        self.subject = _subject(arguments, study)
        self.feeds = all_feeds(study.plan, self.subject.lasting)
        self.only = arguments.feed and _feed(arguments.feed, self.feeds, console)
        self.domain = one_line(study.plan.settings.domain or NO_DOMAIN)
        self.changed = last_change(study.root, study.texts)
        if study.plan.settings.domain is None:
            console.say("roadmap: write `domain` into the settings before people subscribe: uids are made with it")
        for contest in self.subject.lasting.told:
            console.say(_told(contest))

    def put(self) -> None:
        output = self.arguments.output
        feed = self.only or self.feeds[EVERYTHING]
        if output is None:
            text = self.calendar(feed, self.events(feed, {})[0], self.arguments.url).decode()
            self.console.print(f"{line}\r" for line in text.removesuffix("\r\n").split("\r\n"))
        elif output.endswith(".ics") and not Path(output).is_dir():
            self.write(feed, Path(output))
        else:
            self.fill(Path(output))

    def write(self, feed: Feed, path: Path) -> None:
        """One file; then a record of what it tells, and no more: others may be able to read it."""
        beside = path.with_name(f".{path.stem}{RECORD}")
        events, record = self.events(feed, self.record(beside))
        replace_file(path, self.calendar(feed, events, self.arguments.url))
        self.keep(beside, record)

    def fill(self, folder: Path) -> None:
        """One file a feed, and one more for each name that it had; those of what was taken out tell what is cancelled.
        Then the record, so that a run that was broken off is told again."""
        from roadmap.outputs.ics.feeds import Shown, addresses, feed_of_what_is_gone

        make_folder(folder)
        events, record = self.events(self.feeds[EVERYTHING], self.record(folder / RECORD))
        shown = Shown(events)
        known = addresses(self.feeds)
        gone = {path.name for path in folder.glob("*.ics") if _OURS.fullmatch(path.name)}.difference(known)
        for name in sorted(gone):
            feed = feed_of_what_is_gone(name, self.feeds[EVERYTHING].title)
            told = shown.named(feed)
            if told:
                known[name] = feed
            left = "it tells what is cancelled" if told else "it was left as it is"
            self.console.say(f"roadmap: {folder / name} is of nothing in the plan any more: {left}")
        for name, feed in known.items():
            if self.only is None or feed == self.only:
                address = self.arguments.url and f"{self.arguments.url.rstrip('/')}/{name}"
                replace_file(folder / name, self.calendar(feed, shown.to(feed), address))
        self.keep(folder / RECORD, record)

    def events(self, feed: Feed, record: Record) -> tuple[list[Written], Record]:
        """Those that a feed shows. What it shows no more, but another does, is not cancelled."""
        from roadmap.outputs.ics.entries import all_entries, not_cancelled
        from roadmap.outputs.ics.history import follow
        from roadmap.outputs.ics.writing import write

        entries = all_entries(self.subject)
        shown = [entry for entry in entries if feed.shows(entry)]
        elsewhere = {entry.key for entry in entries if not feed.shows(entry)}
        gone = elsewhere | not_cancelled(self.subject)
        dated, after = follow(shown, record, gone, self.changed, self.subject.today)
        self.require_read([key for key, known in after.items() if known.cancelled and not record[key].cancelled])
        return [write(each, self.domain, self.arguments.alarms) for each in dated], after

    def require_read(self, cancelled: list[str]) -> None:
        """What is missing because it could not be read was not cancelled."""
        from roadmap.checks.wording import counted

        unread = [f for f in self.subject.findings if f.code.startswith("PF") and f.severity == "error"]
        if cancelled and unread:
            place = unread[0].place
            raise Refusal(
                f"the calendars are left as they were: {counted(len(cancelled), 'event')} would be told as cancelled, "
                f"but {place.path}:{place.line} could not be read as meant"
            )

    def calendar(self, feed: Feed, events: Sequence[Written], address: str | None) -> bytes:
        from roadmap.outputs.ics.feeds import calendar
        from roadmap.source.zones import ZoneError

        try:
            return calendar(feed, events, self.subject.zone, self.changed, address)
        except ZoneError as error:
            raise Refusal(str(error)) from None

    def record(self, path: Path) -> Record:
        """What the last run told; nothing, with a word why, where that cannot be used."""
        from roadmap.outputs.ics.record import RecordError, read

        if not path.is_file() or path.is_symlink():
            return {}
        try:
            return read(path.read_text("utf-8"), self.domain, self.subject.zone.info)
        except (RecordError, UnicodeDecodeError) as error:
            why = str(error) if isinstance(error, RecordError) else "it is damaged"
            self.console.say(f"roadmap: {path} is not used, so nothing is told as moved or cancelled: {why}")
            return {}

    def keep(self, path: Path, record: Record) -> None:
        from roadmap.outputs.ics.record import written

        replace_file(path, written(record, self.domain).encode())


def _subject(arguments: argparse.Namespace, study: Study) -> Subject:
    from roadmap.outputs.ics.subject import Subject
    from roadmap.source.zones import ZoneError, zone_named

    try:
        zone = zone_named(study.plan.settings.timezone)
    except ZoneError as error:
        raise Refusal(str(error)) from None
    return Subject(
        study.plan,
        study.schedule,
        study.report.findings,
        study.today,
        zone,
        people=arguments.people,
        details=arguments.details,
    )


def _feed(name: str, feeds: dict[str, Feed], console: Console) -> Feed:
    if name in feeds:
        return feeds[name]
    for feed in feeds.values():
        if name in feed.former:
            console.say(f"roadmap: {name} is called {feed.name} now")
            return feed
    kind, colon, _ = name.partition(":")
    if name != EVERYTHING and kind not in ("team", "train", "campaign"):
        raise Refusal(f"{name!r} is no calendar: give all, team:ID, train:ID or campaign:ID")
    known = [feed for feed in feeds if feed.startswith(f"{kind}:")] if colon else list(feeds)
    raise Refusal(f"there is no calendar {name!r}{meant(name, known)}")


def _told(contest: Contest) -> str:
    kind, name, owner, other, known = contest
    return (
        f"roadmap: the {kind}s {owner} and {other} have both been called {name}: in calendars {owner} keeps that name, "
        f"and {other} is known as {known}"
    )
