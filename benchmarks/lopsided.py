"""Plans that are large in one way only: each is a function of how large, and gives the sections of a workspace."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

Sections = dict[str, Any]

_FIRST = date(2026, 12, 1)
_RULE = {"every": "every 4 weeks on tue", "from": "2026-12-01", "until": "2027-12-31"}


def _day(number: int) -> str:
    return str(_FIRST + timedelta(days=number % 900))


def _sale(tasks: Sections, **more: Any) -> Sections:
    return {"campaigns": {"sale": {"launch": "2027-03-15", "tasks": tasks, **more}}}


def blackouts_and_trains(count: int) -> Sections:
    days = {f"b{n}": {"days": f"{_day(n)}..{_day(n)}", "bars": ["releases", "work"]} for n in range(count)}
    return {"blackouts": days, "trains": {f"web{n}": _RULE for n in range(count)}}


def blackouts_in_a_row(count: int) -> Sections:
    days = {f"b{n}": {"days": _day(n), "bars": ["launches"]} for n in range(count)}
    return {"blackouts": days, "campaigns": {f"c{n}": {"launch": _day(n)} for n in range(count)}}


def providers_and_requests(count: int) -> Sections:
    makers = {f"p{n}": {"duration": "1d", "provides": [f"thing{n}"]} for n in range(count)}
    asked = {f"r{n}": {"service": f"s{n}", "request": {"asked": "2026-11-20"}} for n in range(count)}
    services = {f"s{n}": {"team": "web", "notice": "3d", "needs-from-asker": [f"thing{n}"]} for n in range(count)}
    return {"teams": {"web": {}}, "services": services, **_sale({**makers, **asked})}


def one_link_again(count: int) -> Sections:
    return _sale({"a": {"duration": "1d"}, "b": {"needs": ["a"] * count}})


def chain(count: int) -> Sections:
    """Each campaign waits for the one before, and all are late."""
    needs = [[f"c{n - 1}/work"] if n else [] for n in range(count)]
    return {
        "campaigns": {
            f"c{n}": {"launch": _day(n), "tasks": {"work": {"duration": "9d", "needs": needs[n]}}} for n in range(count)
        }
    }


def hub(count: int) -> Sections:
    """All before a task, and all behind it, which also need one of those."""
    before = {f"a{n}": {"duration": "1d"} for n in range(count)}
    behind = {f"b{n}": {"duration": "1d", "needs": ["hub", f"a{n}"]} for n in range(count)}
    return _sale({**before, "hub": {"needs": [*before]}, **behind})


def ladder(count: int) -> Sections:
    needs = [sorted({f"t{n - 1}", f"t{n // 2}", f"t{n // 3}"}) if n else [] for n in range(count)]
    return _sale({f"t{n}": {"duration": "1d", "needs": needs[n]} for n in range(count)})


def cut_offs(count: int) -> Sections:
    return {"trains": {"web": {**_RULE, "cut-offs": {f"c{n}": f"{n % 30 + 1}d" for n in range(count)}}}}


def markets(count: int) -> Sections:
    tasks = {f"t{n}": {"duration": "1d", "for": [f"m{n}"]} for n in range(count)}
    launches = {f"m{n}": _day(60 + n) for n in range(count)}
    return {"campaigns": {"sale": {"launches": launches, "tasks": tasks}}}


def unknown_keys(count: int) -> Sections:
    return _sale({"a": {f"nothing{n}": "1" for n in range(count)}})


def ignored_codes(count: int) -> Sections:
    tasks = {f"t{n}": {"duration": "900d"} for n in range(count)}
    return {"roadmap": {"checks": {"ignore": [f"LT{n % 900 + 100}" for n in range(count)]}}, **_sale(tasks)}


LOPSIDED: dict[str, Callable[[int], Sections]] = {
    make.__name__.replace("_", " "): make
    for make in (
        blackouts_and_trains,
        blackouts_in_a_row,
        providers_and_requests,
        one_link_again,
        chain,
        hub,
        ladder,
        cut_offs,
        markets,
        unknown_keys,
        ignored_codes,
    )
}
