"""The checks: a table of all, and a page for each family with prose and examples from the files beside the code."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import groupby

from roadmap.checks.documentation import Case, documentation
from roadmap.checks.registry import FAMILIES, Rule, all_rules

NOTE = "<!-- Written by `python -m docs.make` from src/roadmap/checks/. Edit it there. -->"

_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
"""Characters that a page would not show, or that would change what stands around them."""


def pages() -> Mapping[str, str]:
    """The texts by path below ``docs/``."""
    made = {"checks/index.md": _text(_index())}
    for family, rules in groupby(all_rules(), key=lambda rule: rule.family):
        made[page_of(family)] = _text(_family(family, list(rules)))
    return made


def page_of(family: str) -> str:
    """The page of a family, by its two letters."""
    return f"checks/{FAMILIES[family].replace(' ', '-')}.md"


def link_to(rule: Rule) -> str:
    """From another page of ``checks/`` to the check."""
    page = page_of(rule.family).removeprefix("checks/")
    return f"[{rule.code}]({page}#{anchor(f'{rule.code} {rule.name}')})"


def anchor(heading: str) -> str:
    """The fragment of a heading, as both GitHub and the site make it."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def _index() -> Iterator[str]:
    yield "# The checks"
    yield ""
    yield NOTE
    yield ""
    yield f"`roadmap check` runs {len(all_rules())} checks. `roadmap rule CODE` prints the page of one. A check belongs"
    yield "to the profile named here and to all larger ones: `minimal` is part of `standard`, and that of `strict`."
    yield "Codes never change their meaning (see [stability](../stability.md)). [What is covered](clauses.md) counts"
    yield "the cases of each check."
    for family, rules in groupby(all_rules(), key=lambda rule: rule.family):
        yield ""
        yield f"## {family}: {FAMILIES[family]}"
        yield ""
        yield "| code | check | severity | profile | reports |"
        yield "| --- | --- | --- | --- | --- |"
        for rule in rules:
            yield f"| {link_to(rule)} | {rule.name} | {rule.severity} | {rule.profile} | {_cell(rule.clause)} |"


def _family(family: str, rules: list[Rule]) -> Iterator[str]:
    yield f"# {family}: {FAMILIES[family]}"
    yield ""
    yield NOTE
    yield ""
    yield "[All checks](index.md). In the examples, today is 2026-11-22 unless they say otherwise."
    for rule in rules:
        told = documentation(rule)
        yield ""
        yield f"## {rule.code} {rule.name}"
        yield ""
        yield f"*{rule.severity}, in the profile {rule.profile}. Reports: {rule.clause}. Source: {rule.source}.*"
        yield ""
        yield re.sub(r"^#", "##", told.prose, flags=re.MULTILINE)
        for case in told.cases:
            yield from _case(rule, case)


def _case(rule: Rule, case: Case) -> Iterator[str]:
    yield ""
    # The code tells apart cases that bear the same title on one page.
    yield f"### {rule.code} {'reports' if case.fires else 'is silent'}: {case.title}"
    if case.prose:
        yield ""
        yield case.prose
    for file in case.files:
        yield ""
        if file.target is not None:
            yield f"`{file.path}` is a symbolic link to `{file.target}`."
            continue
        yield f"`{file.path}`" + (f", in {file.encoding}" if file.encoding != "utf-8" else "") + ":"
        yield ""
        yield from _fenced("yaml", file.text)
    if case.expected:
        yield ""
        yield "It reports:"
        yield ""
        yield from _fenced("text", "\n".join(_finding(case)))


def _finding(case: Case) -> Iterator[str]:
    for finding, *related in case.expected:
        yield finding
        yield from (f"  {line}" for line in related)


def _fenced(language: str, text: str) -> Iterator[str]:
    """Fences longer than any inside. Characters that a page could not show are told by their escapes."""
    longest = max((len(run) for run in re.findall(r"`{3,}", text)), default=2)
    shown = _UNSEEN.sub(lambda match: match[0].encode("unicode_escape").decode(), text)
    yield "`" * (longest + 1) + language
    yield shown.removesuffix("\n")
    yield "`" * (longest + 1)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _text(lines: Iterator[str]) -> str:
    return "\n".join(lines) + "\n"
