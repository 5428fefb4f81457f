"""One calendar a team, train and campaign, and one of everything."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from roadmap.model.plan import Plan
from roadmap.outputs.ics import library
from roadmap.outputs.ics.entry import EVERYONE, Entry
from roadmap.outputs.ics.lasting import Lasting
from roadmap.outputs.ics.writing import Written
from roadmap.outputs.ics.zone_rules import time_zone
from roadmap.source.zones import Zone

POLLED = dt.timedelta(hours=4)
"""How often a client need not look more often."""

NO_DOMAIN = "roadmap.invalid"
"""In the uids of a plan that names no domain (RFC 2606: it can never be anybody's)."""

_COLOURS = {"team": "steelblue", "train": "royalblue", "campaign": "mediumseagreen", EVERYONE: "slategray"}


@dataclass(frozen=True, slots=True)
class Feed:
    """``name``: `team:web`, `train:web`, `campaign:spring-sale` or `all`. ``former``: its names before, the first one
    first. ``lasting``: the name by which entries know it."""

    name: str
    title: str
    about: str
    former: tuple[str, ...]
    lasting: str

    def shows(self, entry: Entry) -> bool:
        return self.name == EVERYONE or self.lasting in entry.feeds or EVERYONE in entry.feeds


def addresses(feeds: Mapping[str, Feed]) -> dict[str, Feed]:
    """Name of a file to the feed that it holds: under the name of each that lasts, so that whoever subscribed stays
    subscribed; under its name now, and those that it had in between, where they do not belong to another."""
    found = {_file_name(feed.lasting): feed for feed in feeds.values()}
    for feed in feeds.values():
        found.setdefault(_file_name(feed.name), feed)
    for feed in feeds.values():
        for name in feed.former:
            found.setdefault(_file_name(name), feed)
    return found


def feed_of_what_is_gone(file_name: str, of: str) -> Feed:
    """What a file was for that no feed has any more: whoever subscribed to it learns what is cancelled."""
    kind, _, id = file_name.removesuffix(".ics").partition("-")
    name = f"{kind}:{id}"
    return Feed(name, f"{id} ({of})", f"The {kind} {id} is no longer part of {of}.", (), name)


def _file_name(name: str) -> str:
    """Made of ids only, which hold nothing but small letters, digits and hyphens, and a tilde."""
    return f"{name.replace(':', '-')}.ics"


def all_feeds(plan: Plan, lasting: Lasting) -> dict[str, Feed]:
    """Every feed by name, that of everything first."""
    of = plan.settings.title
    everything = f"Everything in {of}: releases, cut-offs, launches, hand-offs and conflicts."
    feeds = [Feed(EVERYONE, of, everything, (), EVERYONE)]

    def add(kind: str, id: str, was: Iterable[str], title: str, about: str) -> None:
        name = f"{kind}:{id}"
        former = tuple(f"{kind}:{one}" for one in was)
        feeds.append(Feed(name, f"{title} ({of})", about, former, lasting.feed(name)))

    for team in plan.teams.values():
        name = team.name or team.id
        about = (
            f"What {name} does and delivers, what others deliver to {name}, and the trains and campaigns it works for."
        )
        add("team", team.id, team.was, name, about)
    for train in plan.trains.values():
        name = train.title or train.id
        add("train", train.id, train.was, name, f"Releases, cut-offs and freezes of {name}, and its load.")
    for campaign in plan.campaigns.values():
        name = campaign.title or campaign.id
        about = f"Launch, milestones and hand-offs of {name}, and the releases that carry its work."
        add("campaign", campaign.id, campaign.was, name, about)
    return {feed.name: feed for feed in feeds}


class Shown:
    """What each feed shows of some events, looked up: there can be as many feeds as events."""

    def __init__(self, events: Sequence[Written]) -> None:
        self._events = events
        self._of: dict[str, list[int]] = {}
        for index, event in enumerate(events):
            for name in event.entry.feeds:
                self._of.setdefault(name, []).append(index)

    def to(self, feed: Feed) -> Sequence[Written]:
        """The events that a feed shows, in order."""
        if feed.name == EVERYONE:
            return self._events
        indexes = {*self._of.get(feed.lasting, ()), *self._of.get(EVERYONE, ())}
        return [self._events[index] for index in sorted(indexes)]

    def named(self, feed: Feed) -> bool:
        """Whether an event is of this feed in particular."""
        return feed.lasting in self._of


def calendar(
    feed: Feed, events: Iterable[Written], zone: Zone, changed: dt.datetime, published: str | None = None
) -> bytes:
    """The calendar of a feed. ``changed``: when the plan last changed; ``published``: the address of this calendar."""
    shown = [event for event in events if feed.shows(event.entry)]
    made = library.calendar()
    library.named(made, "NAME", "X-WR-CALNAME", feed.title)
    library.named(made, "DESCRIPTION", "X-WR-CALDESC", feed.about)
    library.text(made, "COLOR", _COLOURS[feed.name.partition(":")[0]])
    library.moment(made, "LAST-MODIFIED", max([changed, *(event.modified for event in shown)]))
    library.interval(made, "REFRESH-INTERVAL", POLLED)
    library.text(made, "X-PUBLISHED-TTL", "PT4H")
    if published is not None:
        library.uri(made, "SOURCE", published)
        library.uri(made, "URL", published, said=False)
    return library.joined(made, [*_zones(shown, zone), *(event.content for event in shown)])


def _zones(shown: Sequence[Written], zone: Zone) -> list[bytes]:
    """The time zone, where an event needs it, or where there is no event: a calendar has at least one component
    (RFC 5545, 3.6), and some programs take none without."""
    needed = not zone.is_utc and any(isinstance(each.entry.start, dt.datetime) and each.entry.repeat for each in shown)
    if shown and not needed:
        return []
    return [library.content(time_zone(zone))]
