"""Mending findings for ``roadmap check``: the options, the fixes that work, writing them or showing them."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from roadmap.cli.console import Console
from roadmap.cli.opening import PARSED
from roadmap.cli.refusal import Refusal

if TYPE_CHECKING:
    from roadmap.findings.finding import Finding
    from roadmap.fixes.fix import Fix
    from roadmap.fixes.proposals import Proposal
    from roadmap.fixes.trial import Trial
    from roadmap.source.disk import Workspace
    from roadmap.source.nodes import Place

PATIENCE_MENDING = 40_000_000
PATIENCE_TELLING = 5_000_000
"""How many characters of plan files are checked anew to find the fixes that work; a second is for about two million.
What would take longer is not told, so that telling what can be mended takes no longer than checking does."""

Find = Callable[["Workspace"], Sequence["Finding"]]
"""What the selected checks find in a workspace."""
Wanted = Callable[["Finding"], bool]
"""Whether a finding is one of those to report on."""


class Mended(NamedTuple):
    """``workspace`` is as mended; ``changed`` holds the new texts of the files that differ. ``left``: how many fixes
    were left out because they would not mend their finding, or would bring another one to light."""

    workspace: Workspace
    changed: Mapping[str, str]
    fixed: int
    left: int


def add_options(parser: argparse.ArgumentParser) -> None:
    mending = parser.add_argument_group("mending")
    mending.add_argument("--fix", action="store_true", help="mend what can safely be mended, and report the rest")
    mending.add_argument(
        "--unsafe-fixes", action="store_true", help="with --fix or --diff: also where a person should look at it first"
    )
    mending.add_argument("--diff", action="store_true", help="show what would be mended, and write nothing")


def refuse_options(arguments: argparse.Namespace, from_standard_input: bool) -> None:
    """Raises ``Refusal`` where the options of mending make no sense together."""
    if arguments.unsafe_fixes and not (arguments.fix or arguments.diff):
        raise Refusal("--unsafe-fixes needs --fix, which writes, or --diff, which shows")
    if arguments.fix and not arguments.diff and from_standard_input:
        raise Refusal("--fix cannot write to standard input: use --diff")


def mended(read: Workspace, find: Find, wanted: Wanted, arguments: argparse.Namespace) -> Mended:
    """Apply what works, round after round, until nothing more does: a second time there is then nothing to do."""
    now, fixed = read, 0
    find = _remembering(find)
    while True:
        found = find(now)
        proposals = [one for one in _proposals(now, filter(wanted, found)) if arguments.unsafe_fixes or one.fix.safe]
        working = _trial(now, found, find, PATIENCE_MENDING).working(proposals) if proposals else ()
        if not working:
            changed = {path: text for path, text in now.texts.items() if text != read.texts[path]}
            return Mended(now, changed, fixed, len(proposals))
        now = _with(now, _patched(now, working))
        fixed += len(working)


class Fixes(Mapping["tuple[str, Place]", "Sequence[Fix]"]):
    """Fingerprint and place of a finding to the fixes that work. They are tried, which takes as long as checking does,
    when the first of them is asked for: not every output tells them."""

    def __init__(self, tried: Callable[[], Mapping[tuple[str, Place], Sequence[Fix]]]) -> None:
        self._tried = cache(tried)

    def __getitem__(self, finding: tuple[str, Place]) -> Sequence[Fix]:
        return self._tried()[finding]

    def __iter__(self) -> Iterator[tuple[str, Place]]:
        return iter(self._tried())

    def __len__(self) -> int:
        return len(self._tried())


def fixes_of(read: Workspace, found: Sequence[Finding], wanted: Iterable[Finding], find: Find) -> Fixes:
    """The fixes that work of wanted findings: the safe ones all together, the others on top of them. ``found``: all
    that is found in ``read``."""
    return Fixes(lambda: _tried(read, found, wanted, find))


def _tried(
    read: Workspace, found: Sequence[Finding], wanted: Iterable[Finding], find: Find
) -> dict[tuple[str, Place], list[Fix]]:
    proposals = _proposals(read, wanted)
    if not proposals:
        return {}
    trial = _trial(read, found, find, PATIENCE_TELLING)
    safe = trial.working([proposal for proposal in proposals if proposal.fix.safe])
    unsafe = trial.working([proposal for proposal in proposals if not proposal.fix.safe], safe)
    fixes: dict[tuple[str, Place], list[Fix]] = {}
    for finding, fix in (*safe, *unsafe):
        fixes.setdefault((finding.fingerprint, finding.place), []).append(fix)
    return fixes


def finish(result: Mended, before: Workspace, arguments: argparse.Namespace, console: Console) -> None:
    """Print what was mended as a diff, or write it. Raises ``Refusal`` where a file cannot be written; then none is."""
    from roadmap.checks.wording import counted

    told = f"{counted(result.fixed, 'finding')} in {counted(len(result.changed), 'file')}"
    if arguments.diff:
        show(before, result.changed, console)
        console.say(f"Would fix {told}." if result.fixed else "There is nothing to fix.")
    elif result.changed:
        write(before, result.changed)
        console.say(f"Fixed {told}.")
    if result.left:
        left = counted(result.left, "fix", "fixes")
        console.say(f"{left} left to you: it would not mend all of a finding, or would bring another one to light.")


def show(before: Workspace, changed: Mapping[str, str], console: Console) -> None:
    """Print what changes as a diff."""
    from roadmap.outputs.text_diff import lines

    console.print(lines(before.texts, changed, console.style(before.root)))


def write(before: Workspace, changed: Mapping[str, str]) -> None:
    """Write files of a workspace anew. Raises ``Refusal``, and then none is."""
    from roadmap.workspace import write as files

    try:
        files.write(before.root, before.texts, changed)
    except files.WriteError as error:
        raise Refusal(str(error)) from None


def _remembering(find: Find) -> Find:
    """What was found in the same files the last time need not be found again: that of a round that worked out is what
    the next one begins with."""
    last: list[tuple[Mapping[str, str], Sequence[Finding]]] = []

    def remembered(workspace: Workspace) -> Sequence[Finding]:
        if not last or last[0][0] != workspace.texts:
            last[:] = [(workspace.texts, find(workspace))]
        return last[0][1]

    return remembered


def _proposals(read: Workspace, findings: Iterable[Finding]) -> tuple[Proposal, ...]:
    from roadmap.fixes.proposals import propose

    return propose(findings, read.texts, PARSED.document)


def _trial(read: Workspace, found: Iterable[Finding], find: Find, patience: int) -> Trial:
    from roadmap.fixes.trial import Trial

    return Trial(found, read.texts, lambda texts: find(_with(read, texts)), patience)


def _patched(read: Workspace, proposals: Iterable[Proposal]) -> dict[str, str]:
    from roadmap.edit.patches import apply_all

    return apply_all(read.texts, [patch for proposal in proposals for patch in proposal.fix.patches])


def _with(read: Workspace, texts: Mapping[str, str]) -> Workspace:
    """The workspace as it would be if some of its files held other texts."""
    return read._replace(texts={**read.texts, **texts})
