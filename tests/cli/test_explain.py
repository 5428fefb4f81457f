"""``roadmap explain``: why a date is what it is. The dates are worked out in conftest.py."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.command import roadmap, write

TODAY = ("--today", "2027-01-25")


def explained(reference: str, *options: str) -> str:
    answer = roadmap("explain", reference, *(options or TODAY))
    assert (answer.status, answer.err) == (0, "")
    return answer.out


def test_a_launch_step_by_step(sale: Path) -> None:
    assert explained("sale") == (
        "“Spring sale” (sale)\n"
        "campaigns/sale.yaml:2\n"
        "The launch on Fri 2027-02-12 cannot be met: possible on Mon 2027-02-15, 1 working day late.\n"
        "\n"
        "Why\n"
        "  Mon 2027-02-01  sale/copy starts on 2027-02-01 or later (not-before)  campaigns/sale.yaml:7\n"
        "  Fri 2027-02-05  sale/copy takes 5 working days: 2027-02-01 to 2027-02-05  campaigns/sale.yaml:7\n"
        "  Sat 2027-02-06  sale/page waits for sale/copy (FS)  campaigns/sale.yaml:8\n"
        "  Mon 2027-02-08  sale/page waits 2 days for the next working day of brand: 2027-02-08"
        "  campaigns/sale.yaml:8\n"
        "  Fri 2027-02-12  sale/page takes 5 working days: 2027-02-08 to 2027-02-12  campaigns/sale.yaml:8\n"
        "  Mon 2027-02-15  sale is possible on 2027-02-15 at the earliest\n"
        "\n"
        "What could move it\n"
        "  - The launch holds once this chain is 1 working day shorter.\n"
        "  - The chain begins with `not-before` of sale/copy: if that can be earlier, what follows may be.\n"
        "  - The longest work is sale/copy, 5 working days.\n"
        "  - Together, the 2 tasks on the chain take 10 working days.\n"
    )


def test_the_late_side_says_what_bounds_it(sale: Path) -> None:
    out = explained("sale/page")
    assert "  work           Mon 2027-02-08 to Fri 2027-02-12\n" in out
    assert "  at the latest  Fri 2027-02-05 to Thu 2027-02-11, for the launch sale\n" in out
    assert "  float          1 working day too late for that\n" in out


def test_a_missed_release_is_told_with_the_day_that_would_have_caught_it(sale: Path) -> None:
    """As of Tuesday 19 January, `model` takes 19 to 21 January and catches the release of the 26th. A day later it ends
    on the 22nd, one working day after the release closed."""
    assert "available      Tue 2027-01-26 with data@2027-01-26" in explained("model", "--today", "2027-01-19")
    out = explained("model", "--today", "2027-01-20")
    assert "available      Tue 2027-02-09 with data@2027-02-09" in out
    assert (
        "feed/model misses data@2027-01-26 by 1 working day: finished by Thu 2027-01-21, "
        "it would be available on Tue 2027-01-26."
    ) in out


HINTS = """\
calendars: {poland: {week: mon-fri, holidays: PL}}
teams: {brand: {calendar: poland}}
trains:
  web: {team: brand, cut-offs: {code: 2d}, releases: [{date: 2027-02-16}, {date: 2027-03-02}, {date: 2027-03-16}]}
  app: {team: brand, cut-offs: {code: 2d}, releases: [{date: 2027-02-10}, {date: 2027-03-10}]}
  shop:
    team: brand
    cut-offs: {code: 1d}
    releases: [{date: 2027-02-26}, {date: 2027-03-01, cut-offs: {code: 2027-02-23}}, {date: 2027-03-09}]
campaigns:
  both:
    team: brand
    launch: 2027-03-15
    tasks: {work: {duration: 3d, not-before: 2027-02-25, ships-on: [web, app]}}
  two:
    team: brand
    launch: 2027-02-08
    tasks: {long: {duration: 10d}, short: {duration: 9d}}
  far:
    team: brand
    launch: 2027-03-10
    tasks: {work: {duration: 8d, not-before: 2027-02-25, ships-on: web}}
  quick:
    team: brand
    launch: 2027-03-04
    tasks: {work: {duration: 3d, not-before: 2027-02-25, ships-on: shop}}
  same-day:
    team: brand
    launch: 2027-03-16
    tasks: {work: {duration: 5d, not-before: 2027-03-01, ships-on: web}}
"""


@pytest.mark.parametrize(
    ("launch", "hints"),
    [
        (  # Work until Monday 1 March misses web by a day; a day sooner, app carries it on the 10th of March.
            "both",
            [
                "The launch holds once this chain is 1 working day shorter.",
                "both/work misses web@2027-03-02 by 1 working day: finished by Fri 2027-02-26, "
                "it would be available on Wed 2027-03-10.",
            ],
        ),
        (  # 1 to 12 February and 1 to 11 February: both must end on Friday the 5th.
            "two",
            ["The launch holds once this chain is 5 working days shorter; two/short is too late for it as well."],
        ),
        (  # The release of 16 March is 4 working days late; the one before closes 6 before the work ends.
            "far",
            [
                "The launch holds once this chain is 6 working days shorter.",
                "far/work misses web@2027-03-02 by 6 working days: finished by Fri 2027-02-26, "
                "it would be available on Tue 2027-03-02.",
            ],
        ),
        (  # What is finished when the release of 1 March closes, on 23 February, goes with the one of 26 February.
            "quick",
            [
                "The launch holds once this chain is 2 working days shorter.",
                "quick/work misses shop@2027-02-26 by 2 working days: finished by Thu 2027-02-25, "
                "it would be available on Fri 2027-02-26.",
            ],
        ),
        (  # It reaches users on the day of the launch. To do so a day before, it needs the release of 2 March, which
            # closes with Friday 26 February, five working days before the work ends.
            "same-day",
            [
                "The launch has a buffer of 1 working day once this chain is 5 working days shorter.",
                "same-day/work misses web@2027-03-02 by 5 working days: finished by Fri 2027-02-26, "
                "it would be available on Tue 2027-03-02.",
            ],
        ),
    ],
)
def test_what_is_said_to_help_helps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, launch: str, hints: list[str]
) -> None:
    write(tmp_path, {"roadmap.yaml": HINTS})
    monkeypatch.chdir(tmp_path)
    said = explained(launch, "--today", "2027-02-01").split("What could move it\n")[1].splitlines()
    assert [line.removeprefix("  - ") for line in said if "shorter" in line or "misses" in line] == hints


@pytest.mark.parametrize(
    ("launch", "hint"),
    [
        # The work takes 1 to 12 February. Behind it no working day is left before Monday the 15th, one before Tuesday
        # and two before Wednesday.
        ("2027-02-12", "holds once this chain is 1 working day shorter, with a buffer of 2 working days once it is 3 "),
        ("2027-02-15", "has a buffer of 2 working days once this chain is 2 working days shorter."),
        ("2027-02-16", "has a buffer of 2 working days once this chain is 1 working day shorter."),
        ("2027-02-17", ""),
    ],
)
def test_the_buffer_that_is_wanted_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, launch: str, hint: str
) -> None:
    plan = f"roadmap: {{buffer: 2d}}\ncampaigns: {{sale: {{launch: {launch}, tasks: {{work: {{duration: 10d}}}}}}}}\n"
    write(tmp_path, {"roadmap.yaml": plan})
    monkeypatch.chdir(tmp_path)
    said = explained("sale", "--today", "2027-02-01").split("What could move it\n")[1]
    assert hint in said
    assert ("shorter" in said) == bool(hint)


def test_a_release_shows_its_cut_offs_and_what_it_carries(sale: Path) -> None:
    assert explained("data@2027-02-09") == (
        "data, release data@2027-02-09\n"
        "teams.yaml:3\n"
        "\n"
        "  day            Tue 2027-02-09\n"
        "  cut-off code   Thu 2027-02-04: work is finished by the end of that day\n"
        "\n"
        "It carries 1 task\n"
        "  - “Model” (feed/model), finished on Wed 2027-01-27\n"
    )


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ("skip: [2027-02-09], every", "It does not take place: its train skips it."),
        ("blackouts: {freeze: {days: 2027-02-09}}", "It does not take place: it lies in the blackout freeze."),
    ],
)
def test_a_release_that_does_not_take_place_says_why(sale: Path, change: str, reason: str) -> None:
    trains = sale / "teams.yaml"
    text = trains.read_text()
    trains.write_text(text.replace("every", change) if "every" in change else f"{text}{change}\n")
    out = explained("data@2027-02-09")
    assert reason in out
    assert "  carries        nothing so far\n" in out


def test_a_project_is_explained_by_what_is_available_last(sale: Path) -> None:
    out = explained("feed")
    assert "All its work is available on Tue 2027-02-09.\n" in out
    assert "feed/model ships with data@2027-02-09" in out


def test_the_end_of_a_day_is_told_as_that_day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work ends on Friday 5 February, and so does what follows it without more work."""
    plan = """\
teams: {brand: {}}
projects: {film: {team: brand, deadline: 2027-02-05, tasks: {cut: {duration: 5d}, ready: {duration: 0d, needs: [cut]}}}}
"""
    monkeypatch.chdir(write(tmp_path, {"roadmap.yaml": plan}))
    assert "  Fri 2027-02-05  film/ready waits for film/cut (FS)" in explained("ready", "--today", "2027-02-01")
    out = explained("film", "--today", "2027-02-01")
    assert "All its work is available by the end of Fri 2027-02-05.\n" in out
    assert "  Fri 2027-02-05  film has all its work available by 2027-02-05" in out


@pytest.mark.parametrize(
    ("task", "line"),
    [
        # Work takes no Sunday: it is finished on the Friday before, as planned.
        ("duration: 2d, finish: 2027-02-14", "  planned        finish on Sun 2027-02-14; the work ends before\n"),
        # Two days from Monday 1 February end on Tuesday.
        ("duration: 2d, finish: 2027-02-01", "  planned        finish on Mon 2027-02-01, which is not possible\n"),
        (
            "duration: 2d, start: 2027-01-25, status: doing, started: 2027-01-28",
            "  planned        start on Mon 2027-01-25\n",
        ),
    ],
)
def test_a_planned_day_is_told_beside_what_is_possible(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, task: str, line: str
) -> None:
    plan = f"teams: {{brand: {{}}}}\nprojects: {{film: {{team: brand, tasks: {{cut: {{{task}}}}}}}}}\n"
    monkeypatch.chdir(write(tmp_path, {"roadmap.yaml": plan}))
    assert line in explained("cut", "--today", "2027-02-01")


def test_a_request_says_by_when_to_ask(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two days of work before Monday 15 March 2027 begin on Thursday the 11th at the latest. Five working days of
    notice before that: the request must be complete on Thursday the 4th."""
    plan = """\
teams: {brand: {}, film: {notice: 5d}}
campaigns: {clip: {team: brand, launch: 2027-03-15, tasks: {shoot: {team: film, duration: 2d}}}}
"""
    monkeypatch.chdir(write(tmp_path, {"roadmap.yaml": plan}))
    out = explained("shoot", "--today", "2027-02-10")
    assert "  at the latest  Thu 2027-03-11 to Fri 2027-03-12, for the launch clip\n" in out
    assert "  ask by         Thu 2027-03-04, not asked yet\n" in out
    assert "  - The chain begins with a request: once film accepts clip/shoot, the notice no longer binds.\n" in out


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ("status: idea", "It has no dates: sale is an idea."),
        ("status: paused", "It has no dates: sale is paused."),
        ("status: cancelled", "It has no dates: sale is cancelled."),
    ],
)
def test_what_has_no_dates_says_why(sale: Path, change: str, reason: str) -> None:
    plan = sale / "campaigns/sale.yaml"
    plan.write_text(plan.read_text().replace("title: Spring sale", f"title: Spring sale\n    {change}"))
    assert reason in explained("sale/copy")
    assert reason in explained("sale")


def test_a_circle_is_why_there_are_no_dates(sale: Path) -> None:
    plan = sale / "campaigns/sale.yaml"
    plan.write_text(plan.read_text().replace("not-before: 2027-02-01", "needs: [page]"))
    answer = roadmap("explain", "sale", *TODAY)
    assert "It has no dates: it waits in a circle, or behind one. `roadmap check --select DG` shows it." in answer.out


def test_lines_fit_a_terminal_of_80_columns(sale: Path) -> None:
    for reference in ("sale", "page", "model", "data@2027-02-09"):
        out = roadmap("explain", reference, *TODAY, environment={"COLUMNS": "80"}).out
        assert max(map(len, out.splitlines())) <= 80


def test_an_unknown_reference_is_told_with_the_nearest(sale: Path) -> None:
    answer = roadmap("explain", "sale/pages", *TODAY)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err == 'roadmap: "sale" has no task "pages"; did you mean \'sale/page\'?\n'
