"""``sarif``: what code scanning gets."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema

from roadmap.checks.registry import all_rules
from roadmap.edit.patches import Patch
from roadmap.findings.finding import Finding
from roadmap.fixes.fix import Fix
from roadmap.outputs.registry import OUTPUTS
from roadmap.outputs.sarif import address, escaped
from roadmap.outputs.style import PLAIN
from roadmap.source.listing import WHOLE
from roadmap.source.nodes import Place
from tests.outputs.findings import LATE, reported

SCHEMA = Path(__file__).parent / "schemas/sarif-2.1.0.json"


@cache
def validator() -> Any:
    schema = json.loads(SCHEMA.read_text("utf-8"))
    return jsonschema.validators.validator_for(schema)(schema)


def run(*findings: Finding, **changes: Any) -> dict[str, Any]:
    """The run of the document, which is valid. ``changes``: of what is reported."""
    document = json.loads("\n".join(OUTPUTS["sarif"].lines(reported(*findings)._replace(**changes), PLAIN)))
    assert [error.message for error in validator().iter_errors(document)] == []
    assert document["version"] == "2.1.0"
    (only,) = document["runs"]
    assert isinstance(only, dict)
    return only


def region(line: int, column: int, end_line: int, end_column: int) -> dict[str, int]:
    return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}


def test_a_finding_as_a_result() -> None:
    (result,) = run(LATE, folder="plans/acme")["results"]
    assert (result["ruleId"], result["level"]) == ("SC101", "error")
    assert result["message"]["text"] == (
        "Spring cannot be launched on 2027-03-15: 5 working days late. See [landing ships with web@2027-03-16](1); "
        "[landing waits 10 working days](2); [web does it](3)."
    )
    (location,) = result["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "plans/acme/campaigns/spring.yaml", "uriBaseId": "SRCROOT"},
        "region": region(3, 13, 3, 23),
    }
    assert [(related["id"], related["message"]["text"]) for related in result["relatedLocations"]] == [
        (1, "landing ships with web@2027-03-16"),
        (2, "landing waits 10 working days"),
        (3, "web does it"),
    ]
    assert result["relatedLocations"][0]["physicalLocation"]["region"] == region(3, 12, 3, 26)
    assert result["properties"]["act"] == ["brand"]


def test_the_tool_says_how_columns_count_and_lists_every_rule_with_its_help() -> None:
    told = run()
    assert told["columnKind"] == "unicodeCodePoints"
    assert told["originalUriBaseIds"]["SRCROOT"]
    rules = told["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.code for rule in all_rules()]
    late = next(rule for rule in rules if rule["id"] == "SC101")
    assert (late["name"], late["defaultConfiguration"]) == ("launch-impossible", {"level": "error"})
    assert late["help"]["markdown"].splitlines()[-1].startswith("Source: ")
    assert all(rule["shortDescription"]["text"] and rule["fullDescription"]["text"] for rule in rules)
    (result,) = run(LATE)["results"]
    assert rules[result["ruleIndex"]]["id"] == "SC101"


def test_info_is_a_note() -> None:
    results = run(LATE._replace(severity="info"), LATE._replace(severity="warning"))["results"]
    assert [result["level"] for result in results] == ["note", "warning"]


def test_a_finding_is_followed_when_lines_move_and_equal_ones_are_told_apart() -> None:
    moved = LATE._replace(place=Place("campaigns/other.yaml", 103, 1, 103, 9))
    before, after, second = [
        result["partialFingerprints"] for result in (*run(LATE)["results"], *run(moved, LATE)["results"])
    ]
    assert before == after
    assert before["primaryLocationLineHash"] == "3209332d8268503b:1"
    assert second["primaryLocationLineHash"] == "3209332d8268503b:2"


def test_what_concerns_the_whole_workspace_is_told_of_its_settings() -> None:
    (result,) = run(LATE._replace(place=Place(WHOLE, 1, 1, 1, 1)), folder="plans")["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "plans/roadmap.yaml"


def test_nothing_in_a_title_is_a_link_or_a_placeholder() -> None:
    assert escaped("see [this](http://x) {0} \\ \x1b") == "see \\[this\\](http://x) {{0}} \\\\ \\\\u{{1b}}"


def test_addresses_are_encoded() -> None:
    assert address("a:b/Grün & 100%#1?.yaml") == "a%3Ab/Gr%C3%BCn%20%26%20100%25%231%3F.yaml"


def test_a_fix_tells_what_is_deleted_what_is_put_in_and_whether_it_is_safe() -> None:
    place = Place("campaigns/spring.yaml", 3, 13, 3, 23)
    fix = Fix("Write `a{0}`", True, "It holds.", (Patch(place, "a{0}\x1b"),), place)
    elsewhere = Place("teams.yaml", 2, 1, 3, 1)
    guess = fix._replace(title="Remove [web]", safe=False, patches=(Patch(elsewhere, ""), *fix.patches))
    (result,) = run(LATE, folder="plans", fixes={(LATE.fingerprint, LATE.place): (fix, guess)})["results"]
    change = {
        "artifactLocation": {"uri": "plans/campaigns/spring.yaml", "uriBaseId": "SRCROOT"},
        "replacements": [{"deletedRegion": region(3, 13, 3, 23), "insertedContent": {"text": "a{0}\x1b"}}],
    }
    removal = {
        "artifactLocation": {"uri": "plans/teams.yaml", "uriBaseId": "SRCROOT"},
        "replacements": [{"deletedRegion": region(2, 1, 3, 1)}],
    }
    assert result["fixes"] == [
        {
            "description": {"text": "Write `a{{0}}`. It holds. This is safe to apply."},
            "artifactChanges": [change],
            "properties": {"safe": True},
        },
        {
            "description": {"text": "Remove \\[web\\]. It holds. Look at it before you apply it."},
            "artifactChanges": [change, removal],
            "properties": {"safe": False},
        },
    ]


def test_findings_that_share_a_fingerprint_have_their_own_fixes() -> None:
    second = LATE._replace(place=Place("campaigns/spring.yaml", 9, 1, 9, 5))
    fix = Fix("Write `a`", True, "It holds.", (Patch(second.place, "a"),), second.place)
    first, other = run(LATE, second, fixes={(second.fingerprint, second.place): (fix,)})["results"]
    assert "fixes" not in first
    assert len(other["fixes"]) == 1
