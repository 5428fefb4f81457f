"""The `roadmap` section: settings of a workspace."""

import datetime as dt
from typing import Literal

from pydantic import Field

from roadmap.model.names import CalendarId
from roadmap.model.noun import Noun
from roadmap.model.severity import Severity
from roadmap.model.values.dates import FirstDay, LastDay
from roadmap.model.values.durations import Duration, WorkingTime
from roadmap.model.values.numbers import Share, TimeZone, Whole


class PathChecks(Noun):
    """What differs for some files."""

    called = "An entry of `per-path`"

    select: tuple[str, ...] = Field((), description="Codes, names or prefixes to report as well")
    ignore: tuple[str, ...] = Field((), description="Codes, names or prefixes not to report here")
    severity: dict[str, Severity] = Field({}, description="Severity by code, name or prefix")


class Limits(Noun):
    """Numbers that checks compare with."""

    called = "`limits`"

    launch_gap: Duration | None = Field(
        None, description="Wanted between two launches of one team (default: not checked, or 5d in the strict profile)"
    )
    pilot_length: Duration | None = Field(None, description="A longer pilot is a finding (default: 12w)")
    pilot_teams: Whole | None = Field(None, description="More teams in a pilot are a finding (default: 3)")
    review_gap: Duration | None = Field(None, description="Longer without a shared review is a finding (default: 6w)")
    unanswered: Duration | None = Field(
        None, description="How long a request may wait for an answer (default: its notice)"
    )
    owner_musts: Whole | None = Field(None, description="How many overlapping musts one person can own (default: 3)")
    review_subjects: Whole | None = Field(None, description="How many subjects one review can settle (default: 15)")


class Checks(Noun):
    called = "`checks`"

    profile: Literal["minimal", "standard", "strict"] = Field("standard", description="How much is checked")
    select: tuple[str, ...] = Field((), description="Codes, names or prefixes to check as well")
    ignore: tuple[str, ...] = Field((), description="Codes, names or prefixes not to check")
    severity: dict[str, Severity] = Field({}, description="Severity by code, name or prefix")
    per_path: dict[str, PathChecks] = Field({}, description="What differs for files that match a glob")
    limits: Limits = Field(default_factory=Limits, description="Numbers that checks compare with")


class Settings(Noun):
    called = "The section `roadmap`"

    version: Literal[1] = Field(1, description="Version of the plan language")
    title: str = Field("Roadmap", description="Name of this roadmap")
    timezone: TimeZone = Field("UTC", description="IANA time zone that `today` is read in")
    calendar: CalendarId | None = Field(None, description="Default calendar")
    domain: str | None = Field(None, description="Domain for calendar uids and links")
    starts: FirstDay | None = Field(None, description="Nothing unstarted is scheduled before this or today")
    until: LastDay | None = Field(None, description="The horizon: dates beyond it are a finding")
    confidence: Share = Field(0.8, description="The promise that a date should keep in the forecast, e.g. 80%")
    distribution: Literal["pert", "triangular", "lognormal"] = Field("pert", description="Of estimates")
    correlation: Share = Field(0.0, description="Of estimates within a team, 0 to 1")
    buffer: WorkingTime | None = Field(
        None, description="Working days wanted between what a launch needs and the launch"
    )
    exclude: tuple[str, ...] = Field((), description="Globs of files that are not read")
    checks: Checks = Field(default_factory=Checks, description="What is checked, and how strictly")

    def earliest(self, today: dt.date) -> dt.date:
        """Nothing unstarted is scheduled before this day."""
        return max(self.starts, today) if self.starts else today
