"""Mending findings for ``roadmap check``: the options, the fixes that work, writing them or showing them."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from roadmap.cli.console import Console
from roadmap.cli.refusal import Refusal

if TYPE_CHECKING:
    from roadmap.findings.finding import Finding
    from roadmap.fixes.fix import Fix
    from roadmap.fixes.proposals import Proposal
    from roadmap.study import Study

Check = Callable[["Study"], Iterable["Finding"]]
"""What is found in a study, with the selection of the command line."""
Wanted = Callable[["Finding"], bool]
"""Whether a finding is one of those to report on."""


@dataclass(frozen=True)
class Mended:
    """``study`` is of the files as mended; ``changed`` holds those that differ. ``left``: how many fixes were proposed
    and left out because they would not mend their finding, or would bring another one to light."""

    study: Study
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


def check_options(arguments: argparse.Namespace, from_standard_input: bool) -> None:
    """Raises ``Refusal`` where the options of mending make no sense together."""
    if arguments.unsafe_fixes and not (arguments.fix or arguments.diff):
        raise Refusal("--unsafe-fixes needs --fix, which writes, or --diff, which shows")
    if arguments.fix and not arguments.diff and from_standard_input:
        raise Refusal("--fix cannot write to standard input: use --diff")


def mended(study: Study, check: Check, wanted: Wanted, *, unsafe: bool) -> Mended:
    """Apply what works, round after round, until nothing more does: a second time there is then nothing to do."""
    first, fixed = study, 0
    while True:
        working, left = _working(study, check, wanted, unsafe=unsafe)
        if not working:
            changed = {path: text for path, text in study.texts.items() if text != first.texts[path]}
            return Mended(study, changed, fixed, left)
        study = _with(study, _patched(study, working))
        fixed += len(working)


def fixes_of(study: Study, check: Check, wanted: Wanted) -> dict[str, list[Fix]]:
    """Fingerprint of a finding to the fixes that work: the safe ones all together, the others on top of them."""
    from roadmap.fixes.trial import Trial

    found = list(check(study))
    proposals = _proposals(study, filter(wanted, found))
    if not proposals:
        return {}
    trial = Trial(found, study.texts, lambda texts: check(_with(study, texts)))
    safe = trial.working([proposal for proposal in proposals if proposal.fix.safe])
    unsafe = trial.working([proposal for proposal in proposals if not proposal.fix.safe], safe)
    fixes: dict[str, list[Fix]] = {}
    for finding, fix in (*safe, *unsafe):
        fixes.setdefault(finding.fingerprint, []).append(fix)
    return fixes


def finish(result: Mended, before: Study, arguments: argparse.Namespace, console: Console) -> int | None:
    """Show or write what was mended. The exit status of ``--diff``, which ends the command."""
    from roadmap.checks.wording import counted

    told = f"{counted(result.fixed, 'finding')} in {counted(len(result.changed), 'file')}"
    if arguments.diff:
        from roadmap.outputs.text_diff import lines

        console.print(lines(before.texts, result.changed, console.style(before.root)))
        console.say(f"Would fix {told}." if result.fixed else "There is nothing to fix.")
        return int(bool(result.fixed) and not arguments.exit_zero)
    if result.changed:
        from roadmap.workspace.write import WriteError, write

        try:
            write(before.root, before.texts, result.changed)
        except WriteError as error:
            raise Refusal(str(error)) from None
        console.say(f"Fixed {told}.")
    if result.left:
        left = counted(result.left, "fix", "fixes")
        console.say(f"{left} left to you: it would not mend all of a finding, or would bring another one to light.")
    return None


def _working(study: Study, check: Check, wanted: Wanted, *, unsafe: bool) -> tuple[tuple[Proposal, ...], int]:
    """The fixes that work, and how many do not."""
    from roadmap.fixes.trial import Trial

    found = list(check(study))
    proposals = [one for one in _proposals(study, filter(wanted, found)) if unsafe or one.fix.safe]
    trial = Trial(found, study.texts, lambda texts: check(_with(study, texts)))
    working = trial.working(proposals)
    return working, len(proposals) - len(working)


def _proposals(study: Study, findings: Iterable[Finding]) -> tuple[Proposal, ...]:
    from roadmap.fixes.proposals import propose

    return propose(findings, study.texts, study.suppressions)


def _patched(study: Study, proposals: Iterable[Proposal]) -> dict[str, str]:
    from roadmap.edit.patches import apply_all

    return apply_all(study.texts, [patch for proposal in proposals for patch in proposal.fix.patches])


def _with(study: Study, texts: Mapping[str, str]) -> Study:
    """The study of the workspace as it would be if some of its files held other texts."""
    from roadmap.study import Study

    return Study(replace(study.workspace, texts={**study.texts, **texts}), study.today)
