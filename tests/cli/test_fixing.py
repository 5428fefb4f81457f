"""``roadmap check --fix`` and ``--diff``: what can be mended is mended, and nothing else is touched."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest

from roadmap.findings.report import Report
from roadmap.findings.selection import Selection
from roadmap.study import Study
from tests.cli.command import Answer, roadmap, write

PLAN = """\
roadmap: {version: 1}
teams: {web: {function: it}}
projects:
  p:
    team: web
    tittle: Test project   # a slip
    tasks:
      copy: {title: Copy, duration: 5 d}
      text: {title: Text, duration: 2d, needs: [copy, copy]}
      page:
        title: Page
        duration: 3d # roadmap: ignore[SC101] until 2026-01-01 because of the vendor
        not-before: 2027/03/15
        needs:
          - copy # first
          - text
      # roadmap: ignore[SC101] until 2027-01-01 because of the vendor
      post: {title: Post, duration: 1d, needs: [page]}
      last: {title: Last, duration: 1d, needs: [page], team: wbe}
"""
SAFE = (
    PLAN.replace("tittle", "title")
    .replace("5 d", "5d")
    .replace("[copy, copy]", "[copy]")
    .replace("3d # roadmap: ignore[SC101] until 2026-01-01 because of the vendor", "3d")
    .replace("2027/03/15", "2027-03-15")
    .replace("      # roadmap: ignore[SC101] until 2027-01-01 because of the vendor\n", "")
)
UNSAFE = SAFE.replace("wbe", "web")


@pytest.fixture
def slips(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace whose one file has Windows line ends and a byte order mark."""
    (tmp_path / "roadmap.yaml").write_bytes(_bytes(PLAN))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _bytes(text: str) -> bytes:
    return b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()


def check(*options: str, stdin: str = "") -> Answer:
    return roadmap("check", "--today", "2026-11-22", "--no-cache", *options, stdin=stdin)


def test_safe_fixes_leave_every_other_byte(slips: Path) -> None:
    answer = check("--fix", "--output-format", "concise")
    assert (slips / "roadmap.yaml").read_bytes() == _bytes(SAFE)
    assert "Fixed 6 findings in 1 file.\n" in answer.err
    assert answer.status == 1  # the team that is not known is left to a person
    assert [line.split()[1] for line in answer.out.splitlines()] == ["RF103"]


def test_unsafe_fixes_come_on_top(slips: Path) -> None:
    assert check("--fix", "--unsafe-fixes", "--output-format", "concise").status == 0
    assert (slips / "roadmap.yaml").read_bytes() == _bytes(UNSAFE)


def test_a_second_time_there_is_nothing_to_fix(slips: Path) -> None:
    check("--fix", "--unsafe-fixes")
    assert check("--diff", "--unsafe-fixes") == Answer(0, "", "There is nothing to fix.\n")


def test_a_diff_writes_nothing(slips: Path) -> None:
    answer = check("--diff")
    assert (answer.status, answer.err) == (1, "Would fix 6 findings in 1 file.\n")
    assert "-    tittle: Test project   # a slip\r\n+    title: Test project   # a slip\r\n" in answer.out
    assert (slips / "roadmap.yaml").read_bytes() == _bytes(PLAN)


def test_the_summary_counts_what_could_be_fixed(slips: Path) -> None:
    assert check().out.endswith("(6 fixable).\n")


def test_thousands_of_fixes_are_counted_in_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Each took a look at all others once: half a minute for these. Now it is half a second.
    write(tmp_path, {"roadmap.yaml": f"projects: {{p: {{tasks: {{a: {{needs: [{'b, ' * 6000}]}}, b: {{}}}}}}}}"})
    monkeypatch.chdir(tmp_path)
    began = time.process_time()
    assert "(5999 fixable)" in check("--output-format", "concise").err
    assert time.process_time() - began < 8


def test_mistakes_that_stay_do_not_hinder_mending_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # So many names are unknown that near ones are not looked up for all of them, and for others once keys are right.
    tasks = "".join(f"      t{number}: {{duraton: 1d, needs: [zz{number}]}}\n" for number in range(1000, 2000))
    write(tmp_path, {"roadmap.yaml": f"projects:\n  p:\n    tasks:\n{tasks}"})
    monkeypatch.chdir(tmp_path)
    assert " fixable)" in check("--output-format", "concise").err


def test_json_tells_the_edits(slips: Path) -> None:
    assert fixes(check("--output-format", "json"), "PF114") == [
        {
            "title": "Write `2027-03-15` instead of `2027/03/15`",
            "safe": True,
            "effect": "It is read as `2027-03-15`.",
            "edits": [{"path": "roadmap.yaml", "start": [13, 21], "end": [13, 31], "text": "2027-03-15"}],
        }
    ]


@pytest.mark.parametrize("options", [("--fix",), ("--fix", "--unsafe-fixes")])
def test_sarif_tells_the_same_changes(slips: Path, options: tuple[str, ...]) -> None:
    told = json.loads(check("--output-format", "sarif").out)["runs"][0]["results"]
    changes = [
        (replacement["deletedRegion"], replacement.get("insertedContent", {"text": ""})["text"])
        for fix in (fix for result in told for fix in result.get("fixes", ()))
        if fix["properties"]["safe"] or "--unsafe-fixes" in options
        for change in fix["artifactChanges"]
        for replacement in change["replacements"]
    ]
    lines = PLAN.replace("\n", "\r\n").splitlines(keepends=True)

    def index(line: int, column: int) -> int:
        return sum(map(len, lines[: line - 1])) + column - 1

    text = "".join(lines)
    spans = [
        (index(region["startLine"], region["startColumn"]), index(region["endLine"], region["endColumn"]), new)
        for region, new in changes
    ]
    for start, end, new in sorted(spans, reverse=True):
        text = text[:start] + new + text[end:]
    check(*options)
    assert (slips / "roadmap.yaml").read_bytes() == b"\xef\xbb\xbf" + text.encode()


@pytest.mark.parametrize(("form", "times"), [("sarif", 2), ("json", 2), ("junit", 1), ("gitlab", 1)])
def test_fixes_are_tried_only_for_what_tells_them(
    slips: Path, form: str, times: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    (slips / "roadmap.yaml").write_text("projects: {a: {tittle: A project}}\n", "utf-8")
    report_for = Study.report_for
    studied = []

    def counted(study: Study, selection: Selection) -> Report:
        studied.append(study)
        return report_for(study, selection)

    monkeypatch.setattr(Study, "report_for", counted)
    check("--output-format", form)
    assert len(studied) == times


def test_a_misspelt_key_is_left_alone_where_the_right_one_stands_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write(tmp_path, {"roadmap.yaml": "projects: {a: {title: One, tittle: Other}}\n"}))
    answer = check("--diff", "--unsafe-fixes")
    assert (answer.status, answer.out, answer.err) == (0, "", "There is nothing to fix.\n")


def fixes(answer: Answer, code: str) -> Any:
    (finding,) = [one for one in json.loads(answer.out)["findings"] if one["code"] == code]
    return finding["fixes"]


def test_a_fix_that_would_bring_another_finding_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`lanch` is `launch`, but then the launch cannot be met: a person should see that first."""
    plan = "teams: {a: {}}\ncampaigns:\n  sale:\n    team: a\n    lanch: 2026-11-25\n    tasks: {t: {duration: 20d}}\n"
    monkeypatch.chdir(write(tmp_path, {"roadmap.yaml": plan}))
    answer = check("--fix", "--output-format", "concise")
    assert "1 fix left to you" in answer.err
    assert (tmp_path / "roadmap.yaml").read_text("utf-8") == plan


def test_only_what_is_reported_on_is_fixed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slip = "projects: {%s: {tittle: A project}}\n"
    monkeypatch.chdir(write(tmp_path, {"roadmap.yaml": "", "a.yaml": slip % "a", "b.yaml": slip % "b"}))
    check("--fix", "a.yaml")
    assert (tmp_path / "a.yaml").read_text("utf-8") == "projects: {a: {title: A project}}\n"
    assert (tmp_path / "b.yaml").read_text("utf-8") == slip % "b"


def test_a_redundant_link_is_removed_by_unsafe_fixes_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = (
        "teams: {a: {}}\nprojects:\n  p:\n    team: a\n    tasks:\n      x: {duration: 1d}\n"
        "      y: {duration: 1d, needs: [x]}\n      z: {duration: 1d, needs: [x, y]}\n"
    )
    monkeypatch.chdir(write(tmp_path, {"roadmap.yaml": plan}))
    assert check("--diff", "--select", "DG103").status == 0
    check("--fix", "--unsafe-fixes", "--select", "DG103")
    assert (tmp_path / "roadmap.yaml").read_text("utf-8") == plan.replace("[x, y]", "[y]")


def test_a_suppression_keeps_the_codes_that_hide_something(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = (
        "teams: {a: {}}\nprojects:\n  p:\n    team: a\n    tasks:\n"
        "      x: {duration: 1d}\n      # roadmap: ignore[DG109, SC] until 2027-01-31 because it is known\n"
        "      y: {duration: 1d, needs: [x, x]}\n"
    )
    monkeypatch.chdir(write(tmp_path, {"roadmap.yaml": plan}))
    check("--fix")
    assert (tmp_path / "roadmap.yaml").read_text("utf-8") == plan.replace("[DG109, SC]", "[DG109]")


def test_codes_in_small_letters_are_what_they_can_only_mean(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = (
        "roadmap: {checks: {ignore: [vo401], severity: {Repeated-Link: info}}}\nprojects:\n  p:\n    tasks:\n"
        "      x: {duration: 1d}\n"
        "      y: {needs: [x]}  # roadmap: ignore[lt208] until 2027-01-31 because it is known\n"
    )
    monkeypatch.chdir(write(tmp_path, {"roadmap.yaml": plan}))
    assert check("--fix").status == 0
    mended = plan.replace("vo401", "VO401").replace("Repeated-Link", "repeated-link").replace("lt208", "LT208")
    assert (tmp_path / "roadmap.yaml").read_text("utf-8") == mended


def test_a_slip_in_a_suppression_is_mended_by_unsafe_fixes_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = (
        "projects:\n  p:\n    tasks:\n      x: {duration: 1d}\n"
        "      y: {duration: 1d, needs: [x, x]}  # roadmap: ignore[DG, repaeted-link] until 2027-01-31 because I know\n"
    )
    monkeypatch.chdir(write(tmp_path, {"roadmap.yaml": plan}))
    assert check("--diff", "--select", "SU904").status == 0
    check("--fix", "--unsafe-fixes", "--select", "SU904")
    assert (tmp_path / "roadmap.yaml").read_text("utf-8") == plan.replace("repaeted", "repeated")


@pytest.mark.parametrize("text", ["03/04/2027", "2027-21-05", "15.3.27"])
def test_dates_that_could_be_two_days_are_left_alone(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = f"projects: {{p: {{deadline: {text}}}}}\n"
    monkeypatch.chdir(write(tmp_path, {"roadmap.yaml": plan}))
    assert check("--diff").status == 0


def test_both_ends_of_a_span_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = "blackouts: {b: {days: 2027/03/15..2027-03-20}}\n"
    monkeypatch.chdir(write(tmp_path, {"roadmap.yaml": plan}))
    check("--fix", "--unsafe-fixes")
    assert (tmp_path / "roadmap.yaml").read_text("utf-8") == plan.replace("/", "-")


def test_what_stands_in_standard_input_cannot_be_written(slips: Path) -> None:
    assert check("-", "--fix", stdin=PLAN) == Answer(
        2, "", "roadmap: --fix cannot write to standard input: use --diff\n"
    )
    assert check("-", "--stdin-filename", "roadmap.yaml", "--diff", stdin=PLAN).status == 1


def test_unsafe_fixes_alone_say_nothing(slips: Path) -> None:
    assert check("--unsafe-fixes").status == 2


def test_a_link_to_a_file_is_not_written_through(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write(tmp_path / "plan", {"roadmap.yaml": "", "real.txt": "projects: {a: {tittle: A project}}\n"})
    (root / "link.yaml").symlink_to("real.txt")
    monkeypatch.chdir(root)
    answer = check("--fix")
    assert answer.status == 2
    assert answer.err.startswith("roadmap: link.yaml is a symbolic link")
    assert (root / "real.txt").read_text("utf-8") == "projects: {a: {tittle: A project}}\n"
