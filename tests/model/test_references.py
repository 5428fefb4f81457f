"""The one reference grammar, in links and on the command line."""

from __future__ import annotations

import datetime as dt

import pytest

from roadmap.model.directory import Missing, Target, resolve_text
from roadmap.model.plan import Plan
from roadmap.model.values.durations import Duration
from tests.model.reading_plans import kinds, plan_of, read

PLAN = """
trains:
  web: {releases: [{date: 2027-03-16, cut-offs: {code: 3d}}, {slot: 2027-03-30, date: 2027-03-31, name: "27.6"}]}
campaigns:
  sale:
    launch: 2027-03-15
    ends: 2027-04-05
    tasks: {copy: {}, launch: {}}
  markets:
    launches: {de: 2027-03-15, pl: 2027-03-22}
  idea: {}
projects:
  pim:
    tasks: {feed: {}, copy: {}, sale: {}}
"""


@pytest.fixture(scope="module")
def plan() -> Plan:
    return plan_of(PLAN)


@pytest.mark.parametrize(
    ("initiative", "reference", "node", "kind"),
    [
        ("sale", "copy", "sale/copy", "task"),
        ("pim", "copy", "pim/copy", "task"),
        ("sale", "pim/copy", "pim/copy", "task"),
        ("sale", "task:pim/copy", "pim/copy", "task"),
        ("sale", "pim", "pim", "end"),
        ("sale", "project:pim", "pim", "end"),
        ("sale", "sale", "sale", "launch"),
        ("pim", "sale", "pim/sale", "task"),  # the same initiative first
        ("pim", "campaign:sale", "sale", "launch"),
        ("pim", "markets", "markets", "end"),
        ("pim", "markets@pl", "markets@pl", "launch"),
        ("pim", "idea", "idea", "end"),
        ("pim", "sale/ends", "sale/ends", "ends"),
        ("sale", "ends", "sale/ends", "ends"),
        ("sale", "launch", "sale/launch", "task"),  # a task of that name goes before the launch
        ("pim", "web@2027-03-16", "web@2027-03-16", "release"),
        ("pim", "web@27.6", "web@27.6", "release"),
        ("pim", "web@2027-03-30", "web@27.6", "release"),  # by its slot
        ("pim", "train:web@27.6", "web@27.6", "release"),
        ("pim", "web@2027-03-16/code", "web@2027-03-16/code", "cut-off"),
    ],
)
def test_links(initiative: str, reference: str, node: str, kind: str) -> None:
    text = PLAN.replace("copy: {}", f"copy: {{}}, asking: {{needs: ['{reference}']}}", 1)
    if initiative == "pim":
        text = PLAN.replace("feed: {}", f"feed: {{}}, asking: {{needs: ['{reference}']}}")
    (link,) = plan_of(text).dependencies[f"{initiative}/asking"]
    assert (link.target, link.kind) == (node, kind)


def test_launch_means_the_own_launch_where_no_task_is_called_so() -> None:
    plan = plan_of("campaigns: {c: {launch: 2027-03-15, tasks: {t: {after-launch: true, needs: [launch +2d]}}}}")
    (link,) = plan.dependencies["c/t"]
    assert (link.target, link.kind, link.lag) == ("c", "launch", Duration(2, "d"))


def test_what_a_link_says_besides_its_reference() -> None:
    plan = plan_of(
        """
        projects:
          p:
            tasks:
              a: {}
              b:
                needs:
                  - a SS +1w
                  - {task: a.work, type: FF, lag: 2d, because: They share a desk}
                  - {task: a, lag: -14ed}
        """
    )
    first, second, third = plan.dependencies["p/b"]
    assert (first.type, first.lag, first.work, first.because) == ("SS", Duration(1, "w"), False, None)
    assert (second.type, second.lag, second.work, second.because) == ("FF", Duration(2, "d"), True, "They share a desk")
    assert (third.type, third.lag) == ("FS", Duration(-14, "ed"))
    assert second.place[1:3] == (9, 28)


def test_links_to_what_is_dropped_or_shelved_still_resolve() -> None:
    plan = plan_of("projects: {p: {tasks: {a: {needs: [q/b, q]}}}, q: {status: idea, tasks: {b: {status: dropped}}}}")
    assert [link.target for link in plan.dependencies["p/a"]] == ["q/b", "q"]


def test_a_campaign_and_a_train_of_one_name() -> None:
    text = """
    trains: {web: {releases: [{date: 2027-03-16, name: de}]}}
    campaigns: {web: {launches: {de: 2027-03-15}}}
    projects: {p: {tasks: {t: {needs: ['web@de']}}}}
    """
    _, faults = read(text)
    assert [fault.message for fault in faults] == [
        '"web@de" could be a release or a launch: write train:web@de or campaign:web@de.'
    ]
    plan = plan_of(text.replace("['web@de']", "['train:web@de', 'campaign:web@de']"))
    assert [link.kind for link in plan.dependencies["p/t"]] == ["release", "launch"]


def test_the_result_that_a_roll_out_waits_for_is_that_of_its_pilot() -> None:
    plan = plan_of(
        """
        projects:
          pilot: {stage: pilot, tasks: {result: {}}}
          roll-out: {stage: full, scales: pilot, after-result: result, tasks: {result: {}}}
          other: {after-result: pilot/result}
        """
    )
    assert {name: after.target for name, after in plan.after.items()} == {
        "other": "pilot/result", "roll-out": "pilot/result",
    }  # fmt: skip


def test_pinned_releases_are_named_in_full_or_within_their_train() -> None:
    text = PLAN.replace("feed: {}", "feed: {ships-on: web, release: RELEASE, gate: code}")
    for written in ("'27.6'", "web@27.6", "web@2027-03-30", "train:web@27.6"):
        assert plan_of(text.replace("RELEASE", written)).tasks["pim/feed"].release == ("web@27.6",)


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("sale/copy", "sale/copy"),
        ("sale", "sale"),
        ("markets@de", "markets@de"),
        ("web@27.6", "web@27.6"),
        ("feed", "pim/feed"),  # the only task of that name
    ],
)
def test_references_that_stand_in_no_initiative(plan: Plan, text: str, node: str) -> None:
    found = resolve_text(plan, text)
    assert isinstance(found, Target)
    assert found.node == node


@pytest.mark.parametrize(
    ("reference", "fault"),
    [
        ("team:web", '"team:web" has no date: write task:, campaign:, project: or train: before the name, or nothing.'),
        (
            "stage:sale",
            '"stage:sale" has no date: write task:, campaign:, project: or train: before the name, or nothing.',
        ),
        ("campaign:pim", 'No campaign is called "pim": correct the name, or define it.'),
        ("project:sale/copy", 'No project is called "sale": correct the name, or define it.'),
        ("train:wep@27.6", 'No train is called "wep"; did you mean "train:web@27.6"?'),
        ("train:pim/feed", 'No train is called "pim": correct the name, or define it.'),
        ("web/code", '"web/code" is of a train: write which release, e.g. web@27.6/code.'),
        ("task:markets", '"sale" has no task "markets": correct the name, or define it.'),
    ],
)
def test_the_kind_before_a_reference_is_that_of_the_thing(reference: str, fault: str) -> None:
    text = PLAN.replace("launch: {}}", f"launch: {{}}, post: {{needs: ['{reference}']}}}}")
    _, faults = read(text)
    assert [found.message for found in faults] == [fault]


@pytest.mark.parametrize(
    ("text", "message", "near"),
    [
        ("copy", '"copy" is a task of 2 initiatives', ["pim/copy", "sale/copy"]),
        ("slae", 'No campaign or project is called "slae"', ["sale"]),
        ("pim/fead", '"pim" has no task "fead"', ["pim/feed"]),
        ("web@27.7", 'The train "web" has no release "27.7"', ["web@27.6"]),
        ("Web!", '"Web!" is not a reference: write task, initiative/task, initiative@market, train@27.6 '
         "or train@27.6/code", []),
    ],
)  # fmt: skip
def test_references_that_mean_nothing(plan: Plan, text: str, message: str, near: list[str]) -> None:
    found = resolve_text(plan, text)
    assert isinstance(found, Missing)
    assert (found.message, [name for name, _ in found.near]) == (message, near)


def test_scenarios_may_change_what_references_name() -> None:
    changes = """
    scenarios:
      s:
        change:
          pim/feed: {duration: 5d}
          sale: {launch: 2027-03-22}
          pim: {deadline: 2027-Q3}
          markets@de: {firm: false}
          web@27.6: {date: 2027-04-01}
          train:web: {every: 2 weeks on tue, from: 2027-01-01}
    """
    scenario = plan_of(PLAN, changes).scenarios["s"]
    assert scenario.change["sale"] == {"launch": "2027-03-22"}
    assert kinds(read(PLAN, "scenarios: {s: {change: {sale/ends: {}}}}")[1]) == ["b.yaml:1:26 bad-value"]


def test_dates_of_tasks_for_no_market_known() -> None:
    _, faults = read("campaigns: {c: {launches: {de: 2027-03-15}, tasks: {t: {for: [at], start: launch}}}}")
    assert kinds(faults) == ["a.yaml:1:63 unknown-market"]


def test_the_days_of_a_release_anchor_are_those_of_the_plan() -> None:
    plan = plan_of(PLAN, "projects: {p: {deadline: web@27.6}}")
    assert plan.projects["p"].deadline == dt.date(2027, 3, 31)


def test_a_slip_in_the_initiative_is_only_corrected_to_a_task_that_exists() -> None:
    _, faults = read("projects: {pim: {tasks: {feed: {}}}, x: {tasks: {a: {needs: pmi/feed}, b: {needs: pmi/other}}}}")
    assert [(fault.kind, fault.suggestion) for fault in faults] == [
        ("unknown-initiative", "pim/feed"),
        ("unknown-initiative", None),
    ]
