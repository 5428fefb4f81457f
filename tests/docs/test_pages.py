"""The generated pages are current, and every relation that has to be watched has a check with cases of both kinds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from docs import make
from docs.on_site import on_page_markdown
from docs.pages.checks import anchor
from docs.pages.clauses import cases, clauses
from roadmap.checks.registry import FAMILIES, Rule, all_rules, rule_named

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
RULES = {rule.code: rule for rule in all_rules()}
PAGES = sorted(DOCS.rglob("*.md"))

NOW = [(family, clause) for family, rows in clauses().items() for clause, codes in rows.items() if codes is not None]
LATER = {(family, clause) for family, rows in clauses().items() for clause, codes in rows.items() if codes is None}


def test_the_pages_are_current() -> None:
    assert list(make.outdated()) == [], "write them with: python -m docs.make"


def test_what_is_left_to_later_needs_history_or_capacity() -> None:
    whole = {family for family, _ in LATER if all((family, clause) in LATER for clause in clauses()[family])}
    assert whole == {"CP", "CN"}
    assert {row for row in LATER if row[0] not in whole} == {
        ("SC", "launch cannot be met by capacity"),
        ("LT", "duration unrealistic against the team's own record"),
    }


def test_every_family_is_in_the_table() -> None:
    assert list(clauses()) == list(FAMILIES)


@pytest.mark.parametrize(("family", "clause"), NOW)
def test_a_clause_has_its_checks(family: str, clause: str) -> None:
    codes = clauses()[family][clause] or ()
    assert codes
    assert [code for code in codes if code not in RULES] == []


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_a_check_has_cases_of_both_kinds(rule: Rule) -> None:
    fires, silent = cases(rule)
    assert fires > 0
    assert silent > 0


def test_a_check_is_on_the_page_of_its_family_under_its_code() -> None:
    page = (DOCS / "checks" / "lead-time.md").read_text("utf-8")
    assert "## LT203 ask-by-soon\n" in page
    index = (DOCS / "checks" / "index.md").read_text("utf-8")
    assert "| [LT203](lead-time.md#lt203-ask-by-soon) | ask-by-soon | warning | standard |" in index


def test_headings_become_anchors_as_on_github() -> None:
    assert anchor("LT203 ask-by-soon") == "lt203-ask-by-soon"
    assert anchor("`schema` and `completion`") == "schema-and-completion"


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.relative_to(DOCS).as_posix())
def test_links_between_pages_lead_to_headings(page: Path) -> None:
    for path, fragment in _links(page):
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), path
        if fragment:
            assert fragment in {anchor(heading) for heading in _headings(target)}, f"{path}#{fragment}"


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.relative_to(DOCS).as_posix())
def test_codes_that_a_page_names_exist(page: Path) -> None:
    families = "|".join(FAMILIES)
    named = set(re.findall(rf"`((?:{families})[1-9][0-9][0-9])`", _without_fences(page)))
    assert {code for code in named if rule_named(code) is None} == set()


def test_every_page_is_in_the_navigation() -> None:
    site = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    assert sorted(_leaves(site["nav"])) == [page.relative_to(DOCS).as_posix() for page in PAGES]


def test_on_the_site_a_fence_names_its_file_above_and_links_into_the_repository_are_words() -> None:
    class Source:
        src_uri = "acme.md"

    class Page:
        file = Source

    written = "[`acme`](../plans/acme), [language](plan-language.md#tasks)\n\n```yaml path=teams.yaml\nteams: {}\n```\n"
    shown = "`acme`, [language](plan-language.md#tasks)\n\n`teams.yaml`:\n\n```yaml\nteams: {}\n```\n"
    assert on_page_markdown(written, page=Page) == shown


def _links(page: Path) -> list[tuple[str, str]]:
    return re.findall(r"\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?\)", _without_fences(page))


def _headings(page: Path) -> list[str]:
    return re.findall(r"^#+ (.*)$", _without_fences(page), re.MULTILINE)


def _without_fences(page: Path) -> str:
    return re.sub(r"^(`{3,}).*?^\1$", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)


def _leaves(navigation: object) -> Iterator[str]:
    if isinstance(navigation, str):
        yield navigation
    for entry in navigation if isinstance(navigation, list) else ():
        for below in entry.values():
            yield from _leaves(below)
