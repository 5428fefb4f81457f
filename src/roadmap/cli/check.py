"""``roadmap check``: what cannot work, what will be late, and what is unclear, with places and reasons."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from roadmap.cli.arguments import Parser, path_name, words
from roadmap.cli.checkout import folder_in_checkout
from roadmap.cli.console import Console
from roadmap.cli.delivering import FORMATS, also, deliver, output_file, refuse_overlap
from roadmap.cli.fixing import add_options, finish, fixes_of, mended, refuse_options
from roadmap.cli.opening import STDIN, alone, inside, note_left_out, note_missing_root, overlaid, root, study, workspace
from roadmap.cli.progress import Tell, progress
from roadmap.cli.refusal import Refusal

if TYPE_CHECKING:
    from roadmap.findings.finding import Finding, Severity
    from roadmap.findings.report import Report
    from roadmap.fixes.fix import Fix
    from roadmap.outputs.reported import Reported
    from roadmap.source.disk import Workspace
    from roadmap.source.nodes import Place
    from roadmap.workspace.answers import Answer

FAIL_ON = ("error", "warning", "info", "never")

EPILOG = """\
The whole workspace is always read; PATHs say what is reported. CODES are codes,
names or the beginnings of codes (LT203, ask-by-soon, LT), with commas between.

  roadmap check                         the workspace that you are in
  roadmap check plans/acme/campaigns    only what is found in these files
  roadmap check --select SC,LT --fail-on warning
  roadmap check - --stdin-filename campaigns/spring.yaml < draft.yaml"""


def add(commands: Any) -> Parser:
    parser: Parser = commands.add_parser(
        "check",
        help="find what cannot work, with dates, places and reasons",
        description="Find what cannot work, with dates, places and reasons.",
        epilog=EPILOG,
    )
    parser.add_argument(
        "paths", metavar="PATH", type=path_name, nargs="*", help="files and folders to report on; - is standard input"
    )
    parser.add_argument("--stdin-filename", metavar="FILE", type=path_name, help="which file standard input stands for")
    wanted = parser.add_argument_group("what is checked")
    wanted.add_argument("--select", metavar="CODES", type=words, action="extend", default=[], help="only these checks")
    wanted.add_argument("--ignore", metavar="CODES", type=words, action="extend", default=[], help="not these checks")
    wanted.add_argument("--profile", choices=("minimal", "standard", "strict"), help="how much is checked")
    answer = parser.add_argument_group("the answer")
    answer.add_argument(
        "--output-format",
        metavar="FORMAT",
        choices=FORMATS,
        default="full",
        help=f"{', '.join(FORMATS)} (default: full)",
    )
    answer.add_argument(
        "-o", "--output", metavar="FILE", type=output_file, help="write there instead of to standard output"
    )
    answer.add_argument(
        "--also",
        metavar="FORMAT=FILE",
        type=also,
        action="append",
        default=[],
        help="write in another format besides, e.g. sarif=found.sarif; again for more",
    )
    answer.add_argument("--statistics", action="store_true", help="count the findings by check instead")
    answer.add_argument(
        "--fail-on", choices=FAIL_ON, default="error", help="exit with 1 from which severity (default: error)"
    )
    answer.add_argument("--exit-zero", action="store_true", help="exit with 0 whatever is found")
    habits = parser.add_argument_group("again and again")
    habits.add_argument("--baseline", metavar="FILE", type=path_name, help="leave out what this file knows already")
    habits.add_argument("--update-baseline", action="store_true", help="make the file know what is found now")
    habits.add_argument(
        "--cache-dir",
        metavar="DIR",
        type=path_name,
        help="where answers and parsed files are kept (default: the platform's folder)",
    )
    habits.add_argument("--no-cache", action="store_true", help="work everything out anew")
    habits.add_argument("--watch", action="store_true", help="answer again whenever a plan file changes")
    add_options(parser)
    parser.set_defaults(handler=handle)
    return parser


def handle(arguments: argparse.Namespace, console: Console) -> int:
    refuse_overlap(arguments)
    refuse_options(arguments, STDIN in arguments.paths)
    _refuse_contradictions(arguments)
    if arguments.cache_dir is not None:
        from roadmap.cli.answering import note_unusable_cache

        note_unusable_cache(arguments, console)
    if arguments.watch:
        from roadmap.cli.watching import again_and_again

        where = root(arguments, [Path(path) for path in arguments.paths])
        again_and_again(lambda: _answer(arguments, console), where, console)
    return _answer(arguments, console)


def _answer(arguments: argparse.Namespace, console: Console) -> int:
    from roadmap.cli.answering import answered

    with progress(console) as tell:
        read, only = _read(arguments, console, tell)

        def find(workspace: Workspace) -> tuple[Finding, ...]:
            return answered(workspace, arguments, console, tell).report.findings

        def is_reported(finding: Finding) -> bool:
            return _is_in(only, finding)

        mending = mended(read, find, is_reported, arguments) if arguments.fix or arguments.diff else None
        before, read = read, mending.workspace if mending is not None else read
        answer = answered(read, arguments, console, tell) if not arguments.diff else None
    if mending is not None:
        finish(mending, before, arguments, console)
    if answer is None:  # the diff was all that is asked for
        return int(mending is not None and bool(mending.changed) and not arguments.exit_zero)
    found = _in(only, answer.report)
    fixes = fixes_of(read, answer.report.findings, found.findings, find)
    found, baselined = _new(found, read, only, arguments, console)
    reported = _reported(read, answer, found, baselined, fixes, arguments, console)
    deliver(reported, read.root, arguments, console)
    if arguments.exit_zero or arguments.update_baseline:
        return 0
    return int(any(finding.severity in reported.failing for finding in reported.findings))


def _refuse_contradictions(arguments: argparse.Namespace) -> None:
    if arguments.update_baseline and arguments.baseline is None:
        raise Refusal("--update-baseline needs --baseline FILE")
    if arguments.watch and arguments.update_baseline:
        raise Refusal("--watch and --update-baseline do not go together: a baseline is written once")
    if arguments.watch and STDIN in arguments.paths:
        raise Refusal("--watch looks at files, and standard input is none")


def _read(arguments: argparse.Namespace, console: Console, tell: Tell) -> tuple[Workspace, tuple[str, ...]]:
    """The workspace, and the paths in it that are reported on (none: all of them)."""
    from roadmap.source.disk import is_plan_file

    tell("reading")
    given = STDIN in arguments.paths
    paths = [Path(path) for path in arguments.paths if path != STDIN]
    for path in paths:
        if not path.exists():
            raise Refusal(f"{path}: no such file or folder")
    if arguments.stdin_filename is not None:
        if not given:
            raise Refusal("--stdin-filename needs - among the PATHs")
        paths.append(Path(arguments.stdin_filename))
        if paths[-1].is_dir():
            raise Refusal(f"{paths[-1]} is a folder: --stdin-filename names the file that standard input stands for")
    elif given:
        if paths or arguments.plans is not None:
            raise Refusal("- beside other files needs --stdin-filename, which says which file it stands for")
        return alone(_standard_input(console)), ()
    read = workspace(arguments, paths)
    note_missing_root(read, console)
    only = tuple(inside(read, path) for path in paths)
    if given and is_plan_file(only[-1], read):
        read = overlaid(read, only[-1], _standard_input(console))
    for path, name in zip(paths, only, strict=True):
        note_left_out(read, path, name, console)
    return read, () if "." in only else only


def _standard_input(console: Console) -> bytes:
    """One byte more than a plan file may have, if there is more, so that it is told to be too large."""
    from roadmap.source.disk import MAX_BYTES

    return console.read(MAX_BYTES + 1)


def _in(only: tuple[str, ...], report: Report) -> Report:
    """What is found in the paths that are reported on, and what is suppressed there."""
    if not only:
        return report
    from roadmap.findings.report import Report

    return Report(*(tuple(one for one in some if _is_in(only, one)) for some in (report.findings, report.suppressed)))


def _is_in(only: tuple[str, ...], finding: Finding) -> bool:
    return not only or any(_about(finding.place.path, one) for one in only)


def _new(
    found: Report, read: Workspace, only: tuple[str, ...], arguments: argparse.Namespace, console: Console
) -> tuple[Report, int]:
    """What the baseline does not know, and how much it knows."""
    if arguments.baseline is None:
        return found, 0
    from roadmap.checks.registry import rule_named
    from roadmap.cli.answering import selection
    from roadmap.cli.baselining import against, tell_stale, update

    wanted = selection(arguments, study(arguments, read))

    def looked_for(code: str) -> bool:
        rule = rule_named(code)
        return rule is None or wanted.runs(rule)

    file = Path(arguments.baseline)
    part = bool(only) or STDIN in arguments.paths
    if arguments.update_baseline:
        if part:
            raise Refusal("--update-baseline is about the whole workspace: leave the PATHs out")
        compared = update(file, found.findings, looked_for, console)
    else:
        compared = against(file, found.findings)
        if not part:
            tell_stale(file, tuple(entry for entry in compared.stale if looked_for(entry.code)), console)
    return found._replace(findings=compared.new), len(compared.known)


def _reported(
    read: Workspace,
    answer: Answer,
    found: Report,
    baselined: int,
    fixes: Mapping[tuple[str, Place], Sequence[Fix]],
    arguments: argparse.Namespace,
    console: Console,
) -> Reported:
    from roadmap.model.holidays import table_version
    from roadmap.outputs.reported import Reported

    return Reported(
        findings=found.findings,
        suppressed=len(found.suppressed),
        texts=read.texts,
        items=answer.items,
        today=answer.today,
        holidays=table_version(),
        statistics=arguments.statistics,
        baselined=baselined,
        fixes=fixes,
        failing=failing(arguments.fail_on),
        folder=folder_in_checkout(read.root, console.environment),
    )


def failing(fail_on: str) -> tuple[Severity, ...]:
    """The severities from ``fail_on`` upward; none where it is ``never``."""
    from roadmap.findings.finding import SEVERITIES

    return () if fail_on == "never" else SEVERITIES[: FAIL_ON.index(fail_on) + 1]


def _about(path: str, wanted: str) -> bool:
    """Whether a file or folder that a finding is about is the wanted one, lies in it, or keeps it from being read."""
    return f"{path}/".startswith(f"{wanted}/") or path == "." or wanted.startswith(f"{path}/")
