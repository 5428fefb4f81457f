"""The one place where the stages are chained, each on demand."""

from __future__ import annotations

import datetime as dt
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from roadmap.source.disk import Workspace, find_root, read
from roadmap.source.listing import ROOT_FILE, WHOLE
from roadmap.source.nodes import MappingNode, ScalarNode
from roadmap.source.parsed import ParsedFiles

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.findings.report import Report
    from roadmap.findings.selection import Selection
    from roadmap.model.plan import Plan
    from roadmap.network import Network
    from roadmap.schedule.problem import Problem
    from roadmap.schedule.result import Schedule
    from roadmap.source.faults import Fault
    from roadmap.source.load import Document
    from roadmap.source.suppressions import Suppression


class Study:
    """What a workspace says as of ``today``. Immutable: every attribute is worked out once, when it is first asked for.

    ``workspace``: the files as they were read. ``texts``: file to its text. ``findings``: all that the checks find.
    ``report``: the findings that are left after settings and suppressions, and the suppressed ones. Who studies a
    workspace again after a change hands over the same ``parsed``, so that the other files are not parsed anew.
    """

    def __init__(self, workspace: Workspace, today: dt.date | None = None, parsed: ParsedFiles | None = None) -> None:
        self.root: Path = workspace.root
        self.texts: dict[str, str] = workspace.texts
        self.workspace = workspace
        self._today = today
        self._parsed = parsed or ParsedFiles()

    @cached_property
    def _built(self) -> tuple[Plan, tuple[Fault, ...], tuple[Suppression, ...], dt.date, str | None]:
        from roadmap.model.build import build
        from roadmap.source.clock import today_in

        with _without_collecting():
            documents = self._documents()
            timezone = _timezone(documents.get(ROOT_FILE))
            today = self._today or today_in(timezone)
            plan, faults = build(documents, today)
        of_all = tuple(fault for fault in self.workspace.faults if fault.place.path == WHOLE)
        suppressions = tuple(found for document in documents.values() for found in document.suppressions)
        return plan, (*of_all, *faults), suppressions, today, timezone

    def _documents(self) -> dict[str, Document]:
        """Every file, also those that could not be read: what they hold may be what others refer to."""
        from roadmap.source.load import Document

        documents = self._parsed.documents(self.texts)
        for fault in self.workspace.faults:
            if fault.place.path != WHOLE:
                before = documents.get(fault.place.path)
                faults = before.faults if before is not None and before.root is None else ()
                documents[fault.place.path] = Document(None, (*faults, fault), ())
        return dict(sorted(documents.items()))

    @property
    def today(self) -> dt.date:
        return self._built[3]

    @property
    def timezone(self) -> str | None:
        """In which the present day is meant, where another was not given; ``None``: in UTC."""
        return self._built[4]

    @property
    def plan(self) -> Plan:
        return self._built[0]

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What is wrong with the form of the files."""
        return self._built[1]

    @property
    def suppressions(self) -> tuple[Suppression, ...]:
        return self._built[2]

    @cached_property
    def network(self) -> Network:
        from roadmap.network import build

        with _without_collecting():
            return build(self.plan)

    @cached_property
    def problem(self) -> Problem:
        from roadmap.schedule.problem import compile_plan

        with _without_collecting():
            return compile_plan(self.plan, self.network, self.today)

    @cached_property
    def schedule(self) -> Schedule:
        """The schedule by logic."""
        from roadmap.schedule.passes import schedule

        with _without_collecting():
            return schedule(self.problem)

    @cached_property
    def facts(self) -> Facts:
        """What checks may know."""
        from roadmap.facts import Facts

        return Facts(
            plan=self.plan,
            faults=self.faults,
            suppressions=self.suppressions,
            network=self.network,
            problem=self.problem,
            schedule=self.schedule,
            today=self.today,
        )

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What all checks find, whatever the settings and suppressions say."""
        from roadmap.checks.registry import all_rules
        from roadmap.checks.run import run

        with _without_collecting():
            return run(self.facts, all_rules())

    @cached_property
    def report(self) -> Report:
        """What the workspace's settings want to be told."""
        from roadmap.findings.selection import Selection

        return self.report_for(Selection(self.plan.settings.checks))

    def report_for(self, selection: Selection) -> Report:
        """What another selection wants to be told."""
        from roadmap.checks.run import report

        with _without_collecting():
            return report(self.facts, selection)


def load(path: str | Path, today: dt.date | None = None) -> Study:
    """Study the workspace that a path lies in, as of ``today`` (default: the present day in the workspace's time zone).

    Raises ``WorkspaceError`` where there is no workspace. What is wrong in the files themselves never raises: it is
    in ``faults``.
    """
    return Study(read(find_root(Path(path))), today)


def _timezone(settings_file: Document | None) -> str | None:
    root = settings_file.root if settings_file is not None else None
    settings = root.values.get("roadmap") if root is not None else None
    timezone = settings.values.get("timezone") if isinstance(settings, MappingNode) else None
    return timezone.text if isinstance(timezone, ScalarNode) else None


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Loading makes millions of objects that stay: looking for garbage among them doubles the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
