"""Which checks are wanted, where, and how severe: settings and the command line."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from roadmap.findings.finding import Finding
from roadmap.findings.selection import Profile, Selection, closeness
from roadmap.model.settings import Checks, PathChecks
from roadmap.source.nodes import Place


@dataclass(frozen=True)
class Named:
    code: str
    name: str
    profile: Profile = "standard"


SOON = Named("LT203", "ask-by-soon")
PAST = Named("LT202", "ask-by-past", "minimal")
LANES = Named("OW505", "lanes-open", "strict")
RULES = {rule.code: rule for rule in (SOON, PAST, LANES)}


def wanted(selection: Selection) -> list[str]:
    return [rule.code for rule in (PAST, SOON, LANES) if selection.runs(rule)]


def finding(rule: Named, path: str = "campaigns/spring.yaml") -> Finding:
    return Finding(rule.code, rule.name, "warning", "Ask soon.", Place(path, 3, 5, 3, 9))


def severity(selection: Selection, rule: Named, path: str = "campaigns/spring.yaml") -> str | None:
    judged = selection.judge(finding(rule, path), rule)
    return judged.severity if judged else None


@pytest.mark.parametrize(
    ("profile", "codes"),
    [("minimal", ["LT202"]), ("standard", ["LT202", "LT203"]), ("strict", ["LT202", "LT203", "OW505"])],
)
def test_each_profile_holds_the_one_before(profile: Profile, codes: list[str]) -> None:
    assert wanted(Selection(Checks(profile=profile))) == codes
    assert wanted(Selection(Checks(), profile=profile)) == codes


def test_settings_add_to_the_profile_and_take_from_it() -> None:
    assert wanted(Selection(Checks(select=("OW",)))) == ["LT202", "LT203", "OW505"]
    assert wanted(Selection(Checks(ignore=("LT",)))) == []
    assert wanted(Selection(Checks(ignore=("ask-by-soon",)))) == ["LT202"]


def test_the_closest_selector_wins_and_ignore_wins_a_tie() -> None:
    assert wanted(Selection(Checks(ignore=("LT",), select=("LT203",)))) == ["LT203"]
    assert wanted(Selection(Checks(ignore=("LT203",), select=("LT",)))) == ["LT202"]
    assert wanted(Selection(Checks(ignore=("LT2",), select=("LT2",)))) == []


def test_select_on_the_command_line_replaces_what_settings_choose() -> None:
    settings = Checks(profile="strict", ignore=("LT203",), select=("OW505",))
    assert wanted(Selection(settings, select=("LT",))) == ["LT202", "LT203"]
    assert wanted(Selection(settings, select=("lanes-open",))) == ["OW505"]


def test_ignore_on_the_command_line_always_holds_unless_a_closer_select_stands_beside_it() -> None:
    assert wanted(Selection(Checks(select=("LT203",)), ignore=("LT2",))) == []
    assert wanted(Selection(Checks(), ignore=("LT",), select=("LT202",))) == ["LT202"]
    assert wanted(Selection(Checks(), ignore=("LT202",), select=("LT",))) == ["LT203"]


def test_a_profile_on_the_command_line_keeps_what_settings_ignore() -> None:
    assert wanted(Selection(Checks(ignore=("LT203",)), profile="strict")) == ["LT202", "OW505"]


def test_per_path_settings_hold_for_the_files_of_their_glob_only() -> None:
    drafts = {"drafts/**": PathChecks(ignore=("LT",), select=("OW",))}
    selection = Selection(Checks(per_path=drafts))
    assert wanted(selection) == ["LT202", "LT203", "OW505"]
    assert severity(selection, SOON, "drafts/a/b.yaml") is None
    assert severity(selection, SOON, "campaigns/drafts.yaml") == "warning"
    assert severity(selection, LANES, "drafts/a.yaml") == "warning"
    assert severity(selection, LANES, "campaigns/a.yaml") is None


def test_per_path_selections_do_not_add_to_a_select_on_the_command_line() -> None:
    selection = Selection(Checks(per_path={"drafts/**": PathChecks(select=("OW",), ignore=("LT203",))}), select=("LT",))
    assert wanted(selection) == ["LT202", "LT203"]
    assert severity(selection, LANES, "drafts/a.yaml") is None
    assert severity(selection, SOON, "drafts/a.yaml") is None
    assert severity(selection, PAST, "drafts/a.yaml") == "warning"


def test_the_closest_severity_wins_and_that_of_a_path_before_that_of_the_workspace() -> None:
    settings = Checks(
        severity={"LT": "info", "LT203": "error"},
        per_path={"drafts/**": PathChecks(severity={"LT": "info"})},
    )
    selection = Selection(settings)
    assert severity(selection, SOON) == "error"
    assert severity(selection, PAST) == "info"
    assert severity(selection, SOON, "drafts/a.yaml") == "info"
    assert severity(Selection(Checks()), SOON) == "warning"


def test_a_name_is_closer_than_a_code_and_a_code_than_a_prefix() -> None:
    assert [closeness(text, SOON) for text in ("L", "LT", "LT2", "LT203", "ask-by-soon")] == [1, 2, 3, 5, 6]
    assert [closeness(text, SOON) for text in ("", "OW", "LT2034", "ask-by", "lt203")] == [0, 0, 0, 0, 0]
