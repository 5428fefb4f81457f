"""Findings to where they are wanted: standard output, files, and the summary of a step on GitHub."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from roadmap.cli.arguments import path_name
from roadmap.cli.console import Console
from roadmap.cli.refusal import Refusal
from roadmap.cli.streams import STANDARD_OUTPUT

if TYPE_CHECKING:
    from roadmap.outputs.reported import Reported

FORMATS = ("full", "concise", "json", "sarif", "github", "gitlab", "junit", "markdown")
COUNTING = ("full", "concise", "json")
"""The formats that can answer ``--statistics``."""

STEP_SUMMARY = "GITHUB_STEP_SUMMARY"


class Also(NamedTuple):
    """A format, and the file that it is written to besides."""

    format: str
    file: Path


def also(text: str) -> Also:
    """``sarif=found.sarif``. Raises ``Refusal`` for anything else."""
    from roadmap.cli.arguments import meant

    name, equals, file = text.partition("=")
    if not equals or not file:
        raise Refusal(f"{text!r} names no file: write it as --also sarif=found.sarif")
    if name not in FORMATS:
        raise Refusal(f"unknown output format {name!r}{meant(name, FORMATS)}")
    if file in STANDARD_OUTPUT:
        raise Refusal(f"--also writes to files: for {name} on standard output write --output-format {name}")
    return Also(name, Path(file))


def output_file(text: str) -> str | None:
    """The file that ``-o`` names; ``None`` for standard output."""
    return None if text in STANDARD_OUTPUT else path_name(text)


def refuse_overlap(arguments: argparse.Namespace) -> None:
    """Raise ``Refusal`` where the options would lose something without a word."""
    if arguments.statistics and arguments.output_format not in COUNTING:
        raise Refusal(f"--statistics goes with the formats {', '.join(COUNTING)}, not with {arguments.output_format}")
    files = [file.resolve() for file in _files(arguments)]
    for file in files:
        if files.count(file) > 1:
            raise Refusal(f"two outputs cannot go to one file: {file}")
        if arguments.baseline is not None and file == Path(arguments.baseline).resolve():
            raise Refusal(f"an output cannot go to the file of the baseline: {file}")


def deliver(reported: Reported, root: Path, arguments: argparse.Namespace, console: Console) -> None:
    """Print or write the answer, then write what is wanted besides. Raises ``Refusal`` and ``OSError``."""
    from roadmap.outputs.registry import OUTPUTS
    from roadmap.outputs.style import PLAIN

    files = _files(arguments)
    plan_files = {(root / path).resolve() for path in reported.texts} if files else frozenset()
    for file in files:
        if file.resolve() in plan_files:
            raise Refusal(f"{file} is a plan file: write the answer elsewhere")
    for name, file in arguments.also:
        _write(file, [*OUTPUTS[name].lines(reported._replace(statistics=False), PLAIN)])
    output = OUTPUTS[arguments.output_format]
    style = PLAIN if arguments.output else console.style(root)
    lines = [*output.lines(reported, style)]
    if output.closing == "after":
        lines.append(style.paint(reported.summary, "bold"))
    if arguments.output:
        _write(Path(arguments.output), lines)
    else:
        console.print(lines)
        if arguments.output_format == "github":
            _beyond_annotations(reported, console)
    if output.closing == "aside" or (output.closing == "after" and arguments.output):
        console.say(reported.summary)


def _files(arguments: argparse.Namespace) -> list[Path]:
    """Every file that is to be written."""
    main = [] if arguments.output is None else [Path(arguments.output)]
    return [*main, *(file for _, file in arguments.also)]


def _write(file: Path, lines: Sequence[str]) -> None:
    from roadmap.cli.replacing import replace_file
    from roadmap.cli.streams import stream_at, write_to

    content = "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")
    try:
        stream = stream_at(file)
        if stream is None:
            replace_file(file, content)
        else:
            write_to(stream, content)
    except OSError as error:  # it may name the file that was to take the place
        raise Refusal(f"{file}: {error.strerror}") from None


def _beyond_annotations(reported: Reported, console: Console) -> None:
    """Say what GitHub does not annotate, and put it where people look for it."""
    from roadmap.outputs.github import MOST, beyond, step_summary

    left = len(beyond(reported))
    if not left:
        return
    where = "this log"
    summary = console.environment.get(STEP_SUMMARY)
    if summary:
        try:
            # GitHub makes the file, and other parts of the step may have written to it.
            with Path(summary).open("a", encoding="utf-8", errors="replace", newline="\n") as file:
                file.writelines(f"{line}\n" for line in step_summary(reported))
            where = "the summary of this step"
        except OSError as error:
            console.say(f"roadmap: the summary of this step could not be written: {error.strerror}")
    console.say(f"GitHub annotates {MOST} findings of a kind in a step; {left} more are in {where}.")
