"""Which checks are wanted, where, and how severe their findings are: settings, then the command line.

Settings start from a profile, to which `select` adds and from which `ignore` takes; `per-path` changes that for some
files. On the command line `--profile` replaces the profile, `--select` everything that the settings choose, and
`--ignore` always holds. Wherever several selectors mean one rule, the closest wins: a name or a whole code before a
prefix, a longer prefix before a shorter one, `ignore` before an equally close `select`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Literal, Protocol

from roadmap.findings.finding import Finding, Severity
from roadmap.source.globs import matches

if TYPE_CHECKING:
    from roadmap.model.settings import Checks, PathChecks

Profile = Literal["minimal", "standard", "strict"]
PROFILES: tuple[Profile, ...] = ("minimal", "standard", "strict")


class Coded(Protocol):
    """A rule or a finding."""

    @property
    def code(self) -> str: ...
    @property
    def name(self) -> str: ...


class Profiled(Coded, Protocol):
    """A rule."""

    @property
    def profile(self) -> Profile: ...


def closeness(selector: str, coded: Coded) -> int:
    """How closely a code, a prefix of codes or a name means a rule or a finding: 0 not at all, else the more the
    closer."""
    if selector == coded.name:
        return len(coded.code) + 1
    return len(selector) if coded.code.startswith(selector) else 0


def meanings(coded: Coded) -> tuple[str, ...]:
    """All that means a rule or a finding, the closest first: its name, its code and the beginnings of that."""
    return (coded.name, *(coded.code[:length] for length in range(len(coded.code), 0, -1)))


class Selection:
    """What is wanted. ``checks`` are the settings; the rest is what the command line says."""

    def __init__(
        self,
        checks: Checks,
        profile: Profile | None = None,
        select: tuple[str, ...] = (),
        ignore: tuple[str, ...] = (),
    ) -> None:
        self.checks = checks
        self.profile = profile
        self.select = select
        self.ignore = ignore
        self._globs: dict[str, tuple[str, ...]] = {}
        self._judged: dict[tuple[str, tuple[str, ...]], tuple[bool, Severity | None]] = {}

    def runs(self, rule: Profiled) -> bool:
        """Whether the rule is wanted in any file."""
        places = () if self.select else self.checks.per_path.values()
        return self._wanted(rule, ()) or any(self._wanted(rule, (some,)) for some in places)

    def judge(self, finding: Finding, rule: Profiled) -> Finding | None:
        """The finding with the severity that the settings give it; ``None`` where it is not wanted in its file."""
        globs = self._meaning(finding.place.path)
        key = (rule.code, globs)
        if key not in self._judged:
            local = tuple(self.checks.per_path[glob] for glob in globs)
            severity = _severity(rule, *(some.severity for some in local)) or _severity(rule, self.checks.severity)
            self._judged[key] = (self._wanted(rule, local), severity)
        wanted, severity = self._judged[key]
        if not wanted:
            return None
        return finding._replace(severity=severity) if severity else finding

    def _wanted(self, rule: Profiled, local: tuple[PathChecks, ...]) -> bool:
        if _closest(rule, self.ignore) >= max(_closest(rule, self.select), 1):
            return False
        selected = _closest(rule, *(() if self.select else (some.select for some in local)))
        ignored = _closest(rule, *(some.ignore for some in local))
        if selected or ignored:
            return selected > ignored
        if self.select:
            return _closest(rule, self.select) > 0
        selected, ignored = _closest(rule, self.checks.select), _closest(rule, self.checks.ignore)
        if selected or ignored:
            return selected > ignored
        return PROFILES.index(rule.profile) <= PROFILES.index(self.profile or self.checks.profile)

    def _meaning(self, path: str) -> tuple[str, ...]:
        """The globs of `per-path` that mean a file: few, where files are many."""
        if path not in self._globs:
            self._globs[path] = tuple(glob for glob in self.checks.per_path if matches(glob, path))
        return self._globs[path]


def _closest(rule: Coded, *selectors: Collection[str]) -> int:
    """How closely the closest of some selectors means a rule."""
    if not any(selectors):
        return 0
    meant = (selector for selector in meanings(rule) if any(selector in some for some in selectors))
    return closeness(next(meant, ""), rule)


def _severity(rule: Coded, *settings: Mapping[str, Severity]) -> Severity | None:
    """The severity that the closest selector gives; where two are as close, the later one's."""
    for selector in meanings(rule):
        for some in reversed(settings):
            if selector in some:
                return some[selector]
    return None
