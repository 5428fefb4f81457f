"""The Markdown file beside a check: its documentation, and the cases that hold it.

After a title `# LT203 ask-by-soon` comes prose, then a section `## Fires` and a section `## Silent`. Each case is a
`### title` with some prose and plan files in fences, ```` ```yaml path=campaigns/x.yaml ````. A case that fires lists
its findings in a ```` ```findings ```` fence, one a line: `path:line:column CODE message`. Lines that are set in below
a finding are its related places, `path:line:column message`, and are compared only where they are given.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from roadmap.checks.registry import Rule

CASE_DAY = dt.date(2026, 11, 22)
"""Today in a case that does not say ``Today: 2027-01-04.`` in its prose."""

_FENCE = re.compile(r"^(`{3,})(\w+)?(.*)$")
_TODAY = re.compile(r"\bToday: (\d{4}-\d{2}-\d{2})\b")
_OPTION = re.compile(r"(\w+)=(\S+)")


class CaseFile(NamedTuple):
    """A file of a case. ``encoding``: of the bytes on disk (`encoding=latin-1` after the path). ``target``: of a
    symbolic link, which the file then is (`target=../other.yaml`)."""

    path: str
    text: str
    encoding: str
    target: str | None


@dataclass(frozen=True, slots=True)
class Case:
    """``expected``: a finding in each entry, followed by the lines of its related places where they are given."""

    title: str
    fires: bool
    prose: str
    files: tuple[CaseFile, ...]
    today: dt.date
    expected: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Documentation:
    """``title`` is the first line without its mark; ``prose`` is Markdown, without title and cases."""

    title: str
    prose: str
    cases: tuple[Case, ...]


def documentation(rule: Rule) -> Documentation:
    """What stands beside the check. Raises ``OSError`` where nothing does, ``ValueError`` where it is malformed."""
    return parse(rule.doc)


def parse(text: str) -> Documentation:
    """Raises ``ValueError`` for a missing title, an open fence and a case outside of both sections."""
    title = ""
    prose: list[str] = []
    cases: list[Case] = []
    fires: bool | None = None
    for heading, body in _sections(text):
        level, words = heading.split(" ", 1) if heading else ("", "")
        if level == "#":
            title, prose = words, body
        elif level == "##" and words in ("Fires", "Silent"):
            fires = words == "Fires"
        elif level == "###" and fires is not None:
            cases.append(_case(words, fires, body))
        elif fires is None and heading:
            prose += [heading, *body]
        elif heading:
            raise ValueError(f"{heading!r} is no case of a section 'Fires' or 'Silent'")
    if not title or not text.startswith("# "):
        raise ValueError("the first line is no title: '# LT203 ask-by-soon'")
    return Documentation(title, "\n".join(prose).strip(), tuple(cases))


def _sections(text: str) -> Iterator[tuple[str, list[str]]]:
    """(heading line, lines below it); headings inside fences are text."""
    heading, fence = "", ""
    body: list[str] = []
    for line in text.splitlines():
        if fence:
            fence = "" if line.strip() == fence else fence
        elif match := _FENCE.match(line):
            fence = match[1]
        elif re.match(r"#{1,3} ", line):
            yield heading, body
            heading, body = line.strip(), []
            continue
        body.append(line)
    if fence:
        raise ValueError(f"a fence below {heading!r} is not closed")
    yield heading, body


def _case(title: str, fires: bool, body: list[str]) -> Case:
    prose: list[str] = []
    files: list[CaseFile] = []
    expected: list[tuple[str, ...]] = []
    lines = iter(body)
    for line in lines:
        match = _FENCE.match(line)
        if not match:
            prose.append(line)
            continue
        content: list[str] = []
        for inner in lines:
            if inner.strip() == match[1]:
                break
            content.append(inner)
        options = dict(_OPTION.findall(match[3]))
        if match[2] == "findings":
            expected += _findings(content)
        elif "path" in options:
            text = "".join(f"{inner}\n" for inner in content)
            files.append(CaseFile(options["path"], text, options.get("encoding", "utf-8"), options.get("target")))
        else:
            prose += [line, *content, match[1]]
    told = "\n".join(prose).strip()
    today = _TODAY.search(told)
    day = dt.date.fromisoformat(today[1]) if today else CASE_DAY
    return Case(title, fires, told, tuple(files), day, tuple(expected))


def _findings(lines: list[str]) -> Iterator[tuple[str, ...]]:
    finding: list[str] = []
    for line in lines:
        if not line.startswith(" ") and finding:
            yield tuple(finding)
            finding = []
        if line.strip():
            finding.append(line.strip())
    if finding:
        yield tuple(finding)
