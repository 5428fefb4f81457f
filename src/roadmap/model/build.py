"""Documents to the plan: everything that planners wrote, read and resolved; what could not be is reported as faults."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, TypeVar

from roadmap.model.anchors import Anchors
from roadmap.model.blackout import Blackout
from roadmap.model.directory import Directory
from roadmap.model.effective import Effective
from roadmap.model.faulty import all_faults
from roadmap.model.fields import complete, construct, noun_reader
from roadmap.model.initiative import Campaign, Initiative, Project
from roadmap.model.initiatives import AnyInitiative, InitiativeReader
from roadmap.model.later import INVALID, Scope
from roadmap.model.launches import settle_launches
from roadmap.model.nearest import Nearest
from roadmap.model.noun import Noun, is_null
from roadmap.model.nouns import NOUNS
from roadmap.model.plan import Plan
from roadmap.model.reading import Reading, empty_mapping
from roadmap.model.release import Release
from roadmap.model.resolver import Resolver
from roadmap.model.scenario_changes import check_scenarios
from roadmap.model.sections import KINDS, SETTINGS_FILE, Sections, merge
from roadmap.model.settings import Settings
from roadmap.model.team import Team
from roadmap.model.team_days import TeamDays
from roadmap.model.template import Template
from roadmap.model.train import Train
from roadmap.source.faults import Fault
from roadmap.source.load import Document
from roadmap.source.nodes import MappingNode, Node, Place, standing

AnyNoun = TypeVar("AnyNoun", bound=Noun)


def build(documents: Mapping[str, Document], today: dt.date) -> tuple[Plan, tuple[Fault, ...]]:
    """The plan, and everything that is wrong with its form and names: each fault once, in order of place.

    ``documents``: path to what was read; one without a root but with faults could not be read. References that
    it may define are then not reported as unknown, but counted in its fault. Nothing here depends on ``today``:
    it is asked for so that callers need not know that.
    """
    documents = dict(sorted(documents.items()))
    unread = tuple(path for path, document in documents.items() if document.root is None and document.faults)
    nearest = Nearest()
    sections = merge({path: document.root for path, document in documents.items()}, nearest)
    reading = Reading(sections.known(), sections.misnamed, bool(unread or sections.faulty), nearest)
    plan = _plan(sections, reading, tuple(documents), unread)
    return plan, all_faults(documents, unread, sections, reading)


def _plan(sections: Sections, reading: Reading, files: tuple[str, ...], unread: tuple[str, ...]) -> Plan:
    settings = _settings(sections, reading)
    nouns: dict[str, Any] = {name: _section(cls, name, sections, reading) for name, cls in NOUNS.items()}
    teams: dict[str, Team] = nouns["teams"]
    trains: dict[str, Train] = nouns["trains"]
    _check_templates(sections, reading)
    _check_blackouts(nouns["blackouts"], reading)

    reader = InitiativeReader(reading, sections.entries["templates"], sections.entries["answers"])
    campaigns = _initiatives(Campaign, "campaigns", sections, reader)
    projects = _initiatives(Project, "projects", sections, reader)
    initiatives: dict[str, Initiative] = dict(sorted({**campaigns, **projects}.items()))
    tasks = {task.id: task for initiative in initiatives.values() for task in initiative.tasks.values()}
    reading.scope = Scope("the plan")

    for name, place in sorted(reading.teams.items()):
        # In a workspace that defines no teams, whoever is named is one.
        teams[name] = construct(Team, {"id": name, "named_by": Node(*standing(place))})

    team_days = TeamDays(nouns["calendars"], teams, settings.calendar)
    directory = Directory(
        tasks,
        campaigns,
        projects,
        trains,
        lambda train: anchors.releases(train),
        nearest=reading.nearest,
        doubtful=reading.doubtful,
    )
    anchors = Anchors(reading, settings, team_days, nouns["blackouts"], trains, teams, directory)
    anchors.settle_all()
    for campaign in campaigns.values():
        settle_launches(campaign)
    releases = {train: anchors.releases(train) for train in trains}
    # Directory and anchors would hold each other, and the whole plan, where nothing collects garbage.
    directory.releases = releases.__getitem__

    resolver = Resolver(reading, directory, reader.inherited)
    effective = Effective(nouns["services"], teams, reading)
    for initiative in initiatives.values():
        for task in initiative.tasks.values():
            effective.complete(task, initiative)
            resolver.check_names(task, initiative)
    reader.report_answers_to_nothing(directory)
    check_scenarios(nouns["scenarios"], directory, anchors, reading)
    dependencies = {name: resolver.dependencies(task) for name, task in tasks.items()}
    after = {name: found for name, initiative in initiatives.items() if (found := resolver.after_result(initiative))}
    return Plan(
        settings=settings,
        campaigns=campaigns,
        projects=projects,
        **nouns,
        initiatives=initiatives,
        tasks=tasks,
        dependencies=dependencies,
        after=after,
        releases=releases,
        running=frozenset(id for id, train in trains.items() if _is_known_to_run(train, releases[id], reading)),
        workdays={team: anchors.workdays(team) for team in (None, *teams)},
        calendar_days=team_days.calendars,
        doubtful=frozenset(label.removeprefix("task ") for label in reading.doubtful if label.startswith("task ")),
        files=files,
        unread=unread,
    )


def _is_known_to_run(train: Train, releases: tuple[Release, ...], reading: Reading) -> bool:
    """Whether the days of a train are known, as far as it has any: no fault in it hides them."""
    hidden = train.wrote("every") and (
        train.every is None or train.from_ is None or (train.until is not None and train.until < train.from_)
    )
    return f"train {train.id}" not in reading.doubtful or (bool(releases) and not hidden)


def _settings(sections: Sections, reading: Reading) -> Settings:
    node = sections.settings or MappingNode(*standing(Place(SETTINGS_FILE, 1, 1, 1, 1)))
    found: Settings = noun_reader(Settings)(node, reading)
    return found


def _section(cls: type[AnyNoun], section: str, sections: Sections, reading: Reading) -> dict[str, AnyNoun]:
    """The nouns of a section; an id with nothing under it is one of which nothing more is said."""
    read = noun_reader(cls)
    found = {}
    for name, entry in sections.entries[section].items():
        reading.scope = Scope(f"{KINDS[section]} {name}")
        noun = read(empty_mapping(entry.node) if is_null(entry.node) else entry.node, reading, "key")
        if noun is INVALID:
            # The name exists all the same: what refers to it is not in fault.
            noun = read.empty(entry.node)
        complete(noun, id=name)
        found[name] = noun
    return found


def _initiatives(
    cls: type[AnyInitiative], section: str, sections: Sections, reader: InitiativeReader
) -> dict[str, AnyInitiative]:
    return {name: reader.read(cls, name, entry) for name, entry in sections.entries[section].items()}


def _check_blackouts(blackouts: Mapping[str, Blackout], reading: Reading) -> None:
    """A blackout without days bars nothing, which nobody means."""
    for blackout in blackouts.values():
        if isinstance(blackout.node, MappingNode) and not blackout.wrote("days"):
            message = f"The blackout {blackout.id} has no days: write `days`, e.g. 2026-11-20..2026-12-02."
            reading.fault("bad-value", message, blackout.place)


def _check_templates(sections: Sections, reading: Reading) -> None:
    """Reads templates for their faults alone. Their dates have no meaning before a campaign uses them."""
    pending = len(reading.pending)
    _section(Template, "templates", sections, reading)
    del reading.pending[pending:]
